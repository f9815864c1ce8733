"""Fact bases in prepared form: checked data and search index, kept in the cache folder.

Reading, checking and indexing a base costs more than answering from it, and its file seldom
changes. The prepared form is keyed by the content of the files and by the code that made it, and
carries its own SHA-256, so that a stale one is never found and a damaged one never trusted. Where
the folder cannot be written, everything still works, only slower.
"""

import marshal
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from wp import __version__
from wp.base.load import assemble, read_checked
from wp.base.read import read_bytes
from wp.errors import InputError
from wp.model import Base

_SUFFIX = ".prepared"
_KEPT = 8
_DIGEST_SIZE = 32

Prepared = tuple[tuple[Base, ...], bytes]


def open_bases(paths: Sequence[Path]) -> Prepared:
    """Give the bases read from `paths` and the packed search index over all their facts.

    The index stays packed (see `unpack_index`), since most commands do without it. InputError for
    a file that cannot be read, is no valid base, or repeats another's document id.
    """
    contents = [read_bytes(path) for path in paths]
    file = cache_folder() / (_key(contents) + _SUFFIX)
    stored = _load(file)
    if stored is None:
        checked = [
            read_checked(path, content) for path, content in zip(paths, contents, strict=True)
        ]
        _reject_same_document(paths, [raw["document"]["id"] for raw, _, _ in checked])
        from wp.search.index import build_index

        index = marshal.dumps(build_index([assemble(*parts) for parts in checked]))
        stored = (checked, index)
        _store(file, stored)
    checked, index = stored
    return tuple(assemble(*parts) for parts in checked), index


def unpack_index(packed: bytes) -> dict[str, Any]:
    """Give the search index that `open_bases` gave packed."""
    index: dict[str, Any] = marshal.loads(packed)
    return index


def cache_folder() -> Path:
    """Give the folder for prepared forms: `WP_CACHE`, or the platform's cache folder."""
    if chosen := os.environ.get("WP_CACHE"):
        return Path(chosen)
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("wp-facts", appauthor=False))


def _reject_same_document(paths: Sequence[Path], ids: list[str]) -> None:
    for number, id_ in enumerate(ids):
        if id_ in ids[:number]:
            raise InputError(
                paths[number],
                f"has the document id {id_!r}, as {paths[ids.index(id_)]} has",
                place="document.id",
                remedy="load one of the two, or give one another id",
            )


def _key(contents: Sequence[bytes]) -> str:
    """Name a prepared form by what it was made from and what made it."""
    digest = sha256(f"{__version__} {sys.implementation.cache_tag} {_code_stamp()}".encode())
    for content in contents:
        digest.update(sha256(content).digest())
    return digest.hexdigest()[:40]


def _code_stamp() -> str:
    """Sum up size and age of the modules that make prepared forms, so that an edit shows."""
    package = Path(__file__).parent
    stamp = 0
    with suppress(OSError):
        for folder in (package, package / "base", package / "search", package / "quantities"):
            for entry in os.scandir(folder):
                if entry.name.endswith(".py"):
                    status = entry.stat()
                    stamp += status.st_mtime_ns ^ status.st_size
    return str(stamp)


def _load(file: Path) -> Any:
    """Read a prepared form; None when there is none or it is not what was written."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    payload = content[_DIGEST_SIZE:]
    if sha256(payload).digest() != content[:_DIGEST_SIZE]:
        return None
    return marshal.loads(payload)


def _store(file: Path, stored: Any) -> None:
    """Write a prepared form in one step; a folder that cannot be written is no failure."""
    payload = marshal.dumps(stored)
    temporary = file.with_suffix(f".{os.getpid()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(sha256(payload).digest() + payload)
        temporary.replace(file)
        _prune(file.parent)
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _prune(folder: Path) -> None:
    """Keep the newest few prepared forms."""
    forms = sorted(folder.glob("*" + _SUFFIX), key=lambda form: form.stat().st_mtime, reverse=True)
    for old in forms[_KEPT:]:
        old.unlink(missing_ok=True)
