"""Where fact bases lie, and a file of one as raw JSON data: encoding, syntax, repeated keys."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

from wp.errors import InputError
from wp.files import user_folder

# Those named, else the user's own, else the built-in one


class Chosen(NamedTuple):
    """The files of the bases to load, and who chose them."""

    origin: Literal["--facts", "WP_FACTS", "data folder", "built-in"]
    paths: list[Path]


def chosen_bases(chosen: Sequence[Path] = ()) -> Chosen:
    """Return the fact bases to load: those chosen, else `WP_FACTS`, the data folder, the built-in.

    `WP_FACTS` holds paths parted as in PATH. InputError when the data folder cannot be read.
    """
    if chosen:
        return Chosen("--facts", list(chosen))
    if named := [part for part in os.environ.get("WP_FACTS", "").split(os.pathsep) if part]:
        return Chosen("WP_FACTS", [Path(part) for part in named])
    if kept := kept_files():
        return Chosen("data folder", kept)
    return Chosen("built-in", [builtin_path()])


def base_paths(chosen: Sequence[Path] = ()) -> list[Path]:
    """Return the files of the bases to load, see `chosen_bases`."""
    return chosen_bases(chosen).paths


def builtin_path() -> Path:
    """Return the path of the built-in `facts.json`.

    In an installed package it lies beside the modules; an editable install has no copy there and
    uses the one at the repository's root.
    """
    packaged = Path(__file__).parent.parent / "facts.json"
    if packaged.exists():
        return packaged
    return Path(__file__).parents[3] / "facts.json"


def data_folder() -> Path:
    """Return the folder of the user's own bases: `WP_DATA`, or the platform's data folder."""
    return user_folder("data")


def kept_files() -> list[Path]:
    """Return the files of the data folder that are loaded, by name; none when there is no folder.

    InputError when the folder cannot be read.
    """
    folder = data_folder()
    try:
        # A pipe among them would be waited for.
        names = sorted(entry.name for entry in os.scandir(folder) if entry.is_file())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unusable(folder, "read", error) from None
    return [folder / name for name in names if name.endswith(".json") and name[0] != "."]


def unusable(folder: Path, done: str, error: OSError) -> InputError:
    """Return the error that the data folder cannot be read or written, and why."""
    return InputError(
        folder,
        f"the data folder cannot be {done}: {error.strerror}",
        remedy="mend it, or set WP_DATA to another folder",
    )


# A file as raw data

_BEFORE_JSON = b"\xef\xbb\xbf \t\r\n"

_LONGEST_INT = 300
"""Digits; a float holds 308, and figures are compared as such."""


def is_base(path: Path, content: bytes) -> bool:
    """Return whether a file is a fact base, not a document: by its name, or as a JSON object.

    So a broken base is reported as a base. `content` may be the file's beginning only.
    """
    return path.suffix.lower() == ".json" or content[:64].lstrip(_BEFORE_JSON).startswith(b"{")


def parse(path: Path, content: bytes) -> dict[str, Any]:
    """Parse the bytes of a fact base; `path` is only named in errors.

    InputError names the line and column of bad UTF-8 and bad JSON, and the place of a repeated
    key, which JSON readers pass over in silence and which would lose a fact.
    """
    import json

    if not content.strip():
        raise InputError(
            path, "is empty", remedy="a fact base is a JSON object; see `wp base schema`"
        )
    text = _decoded(path, content)
    repeated: list[_RepeatedKey] = []
    try:
        raw = json.loads(
            text,
            object_pairs_hook=lambda pairs: _object(pairs, repeated),
            parse_constant=_reject_constant,
            parse_float=_finite,
            parse_int=_finite_int,
        )
    except json.JSONDecodeError as error:
        raise InputError(
            path,
            f"is not valid JSON: {error.msg}",
            place=f"line {error.lineno}, column {error.colno}",
            remedy="mend the file there; a truncated download looks like this too",
        ) from None
    except RecursionError:
        raise InputError(path, "is nested too deeply for a fact base") from None
    except ValueError as error:
        # Python tells of an integer of thousands of digits how to lift its own limit.
        told = "a number has too many digits" if "digits" in str(error) else str(error)
        raise InputError(path, f"is not valid JSON: {told}", remedy="mend the number") from None
    if not isinstance(raw, dict):
        raise InputError(
            path, "is not a JSON object", remedy="a fact base is one; see `wp base schema`"
        )
    if repeated:
        _reject_repeated_keys(path, raw, ())
    return raw


def _decoded(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InputError(
            path, "is not UTF-8", place=f"line {line}", remedy="save the file as UTF-8"
        ) from None


class _RepeatedKey(dict[str, Any]):
    """An object with a duplicate key, kept until its place in the file is known."""

    key = ""


def _object(pairs: list[tuple[str, Any]], found: list[_RepeatedKey]) -> dict[str, Any]:
    """Return the members of an object; one with a duplicate key is noted in `found`."""
    mapping = dict(pairs)
    if len(mapping) == len(pairs):
        return mapping
    repeated = _RepeatedKey(pairs)
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            repeated.key = key
        seen.add(key)
    found.append(repeated)
    return repeated


def _reject_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")


def _finite(text: str) -> float:
    value = float(text)
    if value in (float("inf"), float("-inf")):
        raise ValueError(f"the number {text[:40]} is too large")
    return value


def _finite_int(text: str) -> int:
    value = int(text)
    if len(text) > _LONGEST_INT:
        raise ValueError(f"the number {text[:40]} is too large")
    return value


def _reject_repeated_keys(path: Path, value: Any, place: tuple[str, ...]) -> None:
    if isinstance(value, _RepeatedKey):
        raise InputError(
            path,
            f"duplicate key {value.key!r}: one of the two values would be lost",
            place=".".join(place) or "top level",
            remedy="rename or merge one of them",
        )
    if isinstance(value, dict):
        for key, member in value.items():
            _reject_repeated_keys(path, member, (*place, key))
    elif isinstance(value, list):
        for number, member in enumerate(value):
            _reject_repeated_keys(path, member, (*place, str(number)))


def reject_same_document(paths: Sequence[Path], ids: Sequence[str]) -> None:
    """Refuse files of which two have one document id; `ids` are those of the first of them."""
    for number, id_ in enumerate(ids):
        if id_ in ids[:number]:
            raise InputError(
                paths[number],
                f"has the document id {id_!r}, as {paths[ids.index(id_)]} has",
                place="document.id",
                remedy="load one of the two, or give one another id",
            )


def wrong_shape(path: Path, problem: str, place: tuple[str, ...]) -> InputError:
    """Return the error that a part of a base has the wrong shape: "must be a list"."""
    return InputError(
        path,
        problem,
        place=".".join(place) or "top level",
        remedy="see `wp base schema` for the form",
    )
