"""Fact bases in prepared form: checked data, search index and words of claims, in the cache folder.

Reading, checking and indexing a base costs more than answering from it, and its file seldom
changes. The prepared form holds the very bytes of the files it was made from, what the code that
made it looked like, and a checksum: it is used only while all three are as they were, and made anew
otherwise. Where the folder cannot be written, everything still works, only slower.
"""

import marshal
import os
import sys
from binascii import crc32
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from wp.base.assemble import assemble
from wp.base.read import read_bytes, reject_same_document
from wp.folders import user_folder
from wp.model import Base
from wp.packing import pack
from wp.version import __version__

_PACKAGE = Path(__file__).parent
_FOLDERS = (
    _PACKAGE, _PACKAGE / "base", _PACKAGE / "search", _PACKAGE / "statements",
    _PACKAGE / "quantities",
    _PACKAGE / "verify" / "claims",
)  # fmt: skip
_SUFFIX = ".prepared"
_KEPT = 8
_CHECKSUM_SIZE = 4


class Prepared(NamedTuple):
    """Bases with the search index over all their facts and the words by which claims find them.

    The two stay packed, since most commands do without them: the index part by part (see
    `wp.packing`), the words as one.
    """

    bases: tuple[Base, ...]
    packed_index: bytes
    packed_claims: bytes


def open_bases(paths: Sequence[Path]) -> Prepared:
    """Give the bases read from `paths` in prepared form.

    InputError for a file that cannot be read, is no valid base, or repeats another's document id.
    """
    contents = tuple(map(read_bytes, paths))
    sizes = " ".join(str(len(content)) for content in contents)
    origin = b"".join((maker(_FOLDERS), sizes.encode(), b"\n", *contents))
    form = user_folder("cache") / (form_name(paths) + _SUFFIX)
    stored = _load(form, origin)
    if stored is None:
        stored = _prepare(paths, contents)
        _store(form, origin, stored)
    checked, index, claims = stored
    return Prepared(tuple(assemble(*parts) for parts in checked), index, claims)


def _prepare(paths: Sequence[Path], contents: Sequence[bytes]) -> tuple[list[Any], bytes, bytes]:
    """Check the bases, build their index and read their words."""
    from wp.base.load import read_checked
    from wp.search.index import build_index
    from wp.verify.claims import claim_words

    checked = [read_checked(path, content) for path, content in zip(paths, contents, strict=True)]
    reject_same_document(paths, [raw["document"]["id"] for raw, _, _ in checked])
    bases = [assemble(*parts) for parts in checked]
    return checked, pack(build_index(bases)), marshal.dumps(claim_words(bases))


def form_name(paths: Sequence[Path]) -> str:
    """Name a prepared form after its files; two that share a name only replace each other."""
    return f"{crc32(os.fsencode(os.pathsep.join(map(os.path.abspath, paths)))):08x}"


def maker(folders: Sequence[Path]) -> bytes:
    """Tell apart what makes prepared forms: version, interpreter, size and age of the code."""
    stamp = 0
    with suppress(OSError):
        for folder in folders:
            for entry in os.scandir(folder):
                if entry.is_file():
                    status = entry.stat()
                    stamp += status.st_mtime_ns ^ status.st_size
    return f"{__version__} {sys.implementation.cache_tag} {stamp}\n".encode()


def _load(form: Path, origin: bytes) -> Any:
    """Read a prepared form; None unless it is whole and made from `origin`."""
    try:
        content = memoryview(form.read_bytes())
    except OSError:
        return None
    end = _CHECKSUM_SIZE + len(origin)
    payload = content[end:]
    if content[_CHECKSUM_SIZE:end] != origin or not payload:
        return None
    if crc32(payload) != int.from_bytes(content[:_CHECKSUM_SIZE], "big"):
        return None
    return marshal.loads(payload)


def _store(form: Path, origin: bytes, stored: Any) -> None:
    """Write a prepared form in one step; a folder that cannot be written is no failure."""
    payload = marshal.dumps(stored)
    temporary = form.with_suffix(f".{os.getpid()}.tmp")
    try:
        form.parent.mkdir(parents=True, exist_ok=True)
        checksum = crc32(payload).to_bytes(_CHECKSUM_SIZE, "big")
        temporary.write_bytes(b"".join((checksum, origin, payload)))
        temporary.replace(form)
        _prune(form.parent)
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _prune(folder: Path) -> None:
    """Keep the newest few prepared forms."""
    forms = sorted(folder.glob("*" + _SUFFIX), key=lambda form: form.stat().st_mtime, reverse=True)
    for old in forms[_KEPT:]:
        old.unlink(missing_ok=True)
