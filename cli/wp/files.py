"""Files: read whole and within a limit, written whole or not at all, in the user's folders."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from wp.errors import InputError

_NAME = "wp-facts"
_XDG = {"cache": ("XDG_CACHE_HOME", "~/.cache"), "data": ("XDG_DATA_HOME", "~/.local/share")}
_CHOSEN = {"cache": "WP_CACHE", "data": "WP_DATA"}


def user_folder(kind: Literal["cache", "data"]) -> Path:
    """Return the folder for caches or data: `WP_CACHE` or `WP_DATA`, else the platform's.

    platformdirs knows the rules. On Linux, where the rule is one line of the XDG Base Directory
    Specification, it is followed here: importing platformdirs takes a twentieth of a whole look-up.
    """
    if chosen := os.environ.get(_CHOSEN[kind]):
        return Path(chosen)
    if sys.platform == "linux":
        variable, usual = _XDG[kind]
        parent = os.environ.get(variable, "")
        if not os.path.isabs(parent):
            parent = os.path.expanduser(usual)
        return Path(parent) / _NAME
    import platformdirs

    folder = {"cache": platformdirs.user_cache_dir, "data": platformdirs.user_data_dir}[kind]
    return Path(folder(_NAME, appauthor=False))


MAX_BYTES = 64 * 1024 * 1024


def digest(content: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    return str(_hashes().sha256(content).hexdigest())


@cache
def _hashes() -> Any:
    """Return the interpreter's own module where it has one, as `random` does: hashlib loads
    OpenSSL, which takes longer than to hash any draft."""
    for name in ("_sha2", "_sha256", "hashlib"):
        with suppress(ImportError):
            return import_module(name)
    raise ImportError("hashlib")


def read_bytes(path: Path) -> bytes:
    """Read a fact base, document or draft.

    InputError when it is not there, cannot be read or is larger than `MAX_BYTES`.
    """
    kind = "fact base" if path.suffix.lower() == ".json" else "document"
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise InputError(path, "no such file", remedy=f"check the name of the {kind}") from None
    except IsADirectoryError:
        raise InputError(
            path, "is a directory", remedy="give the fact base or document inside it"
        ) from None
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise InputError(
            path, f"cannot be read: {problem}", remedy="check the file's permissions"
        ) from None
    reject_larger(path, content)
    return content


def stamp_of(path: Path | str) -> tuple[int, int, int] | None:
    """Return what changes when a file is saved: time, size, number; None where there is none."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def reject_larger(path: Path | str, content: bytes) -> None:
    """Raise InputError for more bytes than are read; `path` is only named."""
    if len(content) > MAX_BYTES:
        raise InputError(
            path,
            f"larger than {MAX_BYTES // 1024**2} MB, the most that is read",
            remedy="split it, and give the parts together",
        )


def write_file(path: Path, make: Callable[[Path], None]) -> None:
    """Have `make` write a file beside `path`, then put it in the place of `path` in one step.

    A link stays a link, an older file's permissions stay. InputError when the place cannot be
    written, or is a device or a pipe, which cannot be replaced.
    """
    import tempfile  # not for reading: it takes as long as all else here

    # These tell nothing of a name that is too long or of links in a ring; writing does.
    target = Path(os.path.realpath(path))
    there = os.path.exists(target)
    if there and not os.path.isfile(target):
        kind = "a directory" if os.path.isdir(target) else "no ordinary file"
        raise InputError(path, f"is {kind}", remedy="give the name of a file")
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".wp-written-") as folder:
            made = Path(folder) / "made"
            make(made)
            if there:
                made.chmod(target.stat().st_mode & 0o7777)
            os.replace(made, target)
    except OSError as error:
        raise InputError(
            path,
            f"cannot be written: {error.strerror or error}",
            remedy="check that the folder exists and may be written to",
        ) from None


def write_text(path: Path, text: str) -> None:
    """Write a text file in UTF-8, whole or not at all; lone surrogates become escapes."""
    write_bytes(path, text.encode("utf-8", errors="backslashreplace"))


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file, whole or not at all."""

    def fill(made: Path) -> None:
        made.write_bytes(content)

    write_file(path, fill)


def line_of(text: bytes, word: str) -> bytes | None:
    """Return the line whose first field is a word, in lines in the order of these fields.

    Tabs part the fields.
    """
    from bisect import bisect_left  # few look-ups need it

    def line(place: int) -> bytes:
        return text[text.rfind(b"\n", 0, place) + 1 : text.find(b"\n", place)]

    wanted = word.encode("utf-8", "replace")
    place = bisect_left(range(len(text)), wanted, key=lambda at: line(at).partition(b"\t")[0])
    if place < len(text) and (found := line(place)).partition(b"\t")[0] == wanted:
        return found
    return None
