"""The data folder: the user's own fact bases, one file a document.

`add` names a file after its document; files put there by hand may have any name. A base is written
beside its place and moved into it in one step, so that whoever reads the folder meanwhile finds the
old file, the new one or none, and of two who add one document at once the second is told.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from wp.base import data_folder, kept_files, unusable
from wp.errors import InputError, NotFoundError, UsageError


class Kept(NamedTuple):
    """A file of the data folder; `document` is None where it cannot be read as a base."""

    path: Path
    document: str | None


class Added(NamedTuple):
    """What `add` did: the document's id, its file in the data folder, whether one was replaced."""

    document: str
    path: Path
    replaced: bool


def kept() -> list[Kept]:
    """Return the files of the data folder with the ids of their documents."""
    return [Kept(path, _document_id(path)) for path in kept_files()]


def add(source: Path, content: bytes | None = None, *, replace: bool = False) -> Added:
    """Check a fact base and copy its bytes into the data folder as `<document id>.json`.

    `content` is the base, where the file at `source` is a document that it was drafted from.

    With `replace`, the base that has this document there goes. InputError for a file that is no
    valid base, a document that is there already, a folder that cannot be written.
    """
    from wp.base.load import read_checked
    from wp.files import read_bytes

    content = read_bytes(source) if content is None else content
    raw, _, _ = read_checked(source, content)
    document = raw["document"]["id"]
    target = data_folder() / f"{document}.json"
    there = kept()
    holders = [file.path for file in there if file.document == document]
    in_its_place = [file.document for file in there if file.path == target]
    other = next(filter(None, in_its_place), document)
    if other != document:
        raise InputError(
            target,
            f"is where {document} belongs, and holds {other}",
            remedy=f"rename it, or take it out with `wp base remove {target.name}`",
        )
    if (holders or in_its_place) and not replace:
        raise _is_there(source, document, (holders or [target])[0])
    try:
        _put(target, content, replace)
        for path in holders:
            if path != target:
                path.unlink(missing_ok=True)
    except FileExistsError:
        raise _is_there(source, document, target) from None
    except OSError as error:
        raise unusable(target.parent, "written", error) from None
    return Added(document, target, bool(holders))


def named(name: str) -> Path:
    """Return the file of the data folder that a document's id or a file's name means.

    A file that is no valid base can be meant too. NotFoundError when there is none of this name,
    UsageError when several files hold the document.
    """
    there = kept()
    found = (
        [file.path for file in there if file.path.name == name]
        or [file.path for file in there if file.document == name]
        or [file.path for file in there if file.path.stem == name]
    )
    if not found:
        ids = [file.document or file.path.name for file in there]
        held = f"the data folder holds {', '.join(ids)}" if ids else "the data folder holds none"
        raise NotFoundError("base", name, remedy=held)
    if len(found) > 1:
        raise UsageError(
            f"several files hold {name}: {', '.join(path.name for path in found)}",
            remedy="give the file's name",
        )
    return found[0]


def remove(path: Path) -> None:
    """Remove a file from the data folder; InputError when that fails."""
    try:
        path.unlink()
    except OSError as error:
        raise InputError(path, f"cannot be removed: {error.strerror}") from None


def removable(error: InputError) -> InputError:
    """Return the error with the command that takes the bad file out of the data folder."""
    from shlex import quote

    path = Path(error.path)
    return InputError(
        path,
        error.problem,
        place=error.place,
        remedy=f"mend it, or take it out with `wp base remove {quote(path.name)}`",
    )


def _document_id(path: Path) -> str | None:
    from wp.base import parse
    from wp.files import read_bytes

    try:
        id_ = parse(path, read_bytes(path))["document"]["id"]
    except (InputError, KeyError, TypeError):
        return None
    return id_ if isinstance(id_, str) else None


def _put(target: Path, content: bytes, replace: bool) -> None:
    """Write a file in one step; FileExistsError when it is there and not to be replaced."""
    import tempfile

    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)
        if replace:
            os.replace(temporary, target)
        else:
            # A second name for a finished file: fails where the name is taken, unlike a move.
            os.link(temporary, target)
    finally:
        with suppress(OSError):
            os.unlink(temporary)


def _is_there(source: Path, document: str, path: Path) -> InputError:
    return InputError(
        source,
        f"has the document id {document!r}, which the library has already in {path}",
        place="document.id",
        remedy="--replace puts this base in its place",
    )
