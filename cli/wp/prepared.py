"""Fact bases in prepared form: checked data, search index and words of claims, in the cache folder.

Reading, checking and indexing a base costs more than answering from it, and its file seldom
changes. The prepared form is used where it was made from the very bytes of the files and by code
that looked as it does now (see `wp.cache`), and made anew otherwise. Where the folder cannot be
written, everything still works, only slower.
"""

import marshal
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from wp.base.assemble import assemble
from wp.base.read import is_base, read_bytes, reject_same_document
from wp.cache import cached, keep, maker, name_of
from wp.model import Base
from wp.packing import pack

if TYPE_CHECKING:
    from wp.watch import Watcher

_PACKAGE = Path(__file__).parent
_FOLDERS = (
    _PACKAGE, _PACKAGE / "base", _PACKAGE / "search", _PACKAGE / "statements",
    _PACKAGE / "quantities",
    _PACKAGE / "verify" / "claims",
)  # fmt: skip
_KEPT = 8


class Prepared(NamedTuple):
    """Bases with the search index over all their facts and the words by which claims find them.

    The two stay packed, since most commands do without them: the index part by part (see
    `wp.packing`), the words as one.
    """

    bases: tuple[Base, ...]
    packed_index: bytes
    packed_claims: bytes


def open_bases(paths: Sequence[Path], watcher: "Watcher | None" = None) -> Prepared:
    """Return the bases read from `paths`, drafted first where one is a document, in prepared form.

    InputError for a file that cannot be read, is no valid base and no document, or repeats
    another's document id.
    """
    contents = tuple(map(read_bytes, paths))
    origin = b"".join((_made_of(paths, contents), *contents))
    form = form_name(paths) + ".prepared"
    payload = cached(form, origin)
    if payload is None:
        stored = _prepare(paths, contents, watcher)
        keep(form, origin, marshal.dumps(stored), _KEPT)
    else:
        stored = marshal.loads(payload)
    checked, index, claims = stored
    return Prepared(tuple(assemble(*parts) for parts in checked), index, claims)


def _made_of(paths: Sequence[Path], contents: Sequence[bytes]) -> bytes:
    """Return what besides the bytes of the files decides what is prepared: code, sizes, names."""
    folders: tuple[Path, ...] = _FOLDERS
    names = b""
    if not all(map(is_base, paths, contents)):
        from wp.drafted import DRAFTERS

        folders += DRAFTERS
        names = b"".join(os.fsencode(path.stem) + b"/" for path in paths)
    sizes = " ".join(str(len(content)) for content in contents)
    return b"".join((maker(folders), sizes.encode(), b" ", names, b"\n"))


def _prepare(
    paths: Sequence[Path], contents: Sequence[bytes], watcher: "Watcher | None"
) -> tuple[list[Any], bytes, bytes]:
    """Check the bases, build their index and read their words."""
    from wp.base.load import read_checked
    from wp.search.index import index_parts
    from wp.verify.claims import claim_words

    if all(map(is_base, paths, contents)):
        checked = [
            read_checked(path, content) for path, content in zip(paths, contents, strict=True)
        ]
    else:
        from wp.drafted import read_given

        checked = read_given(paths, contents, watcher)
    reject_same_document(paths, [raw["document"]["id"] for raw, _, _ in checked])
    bases = [assemble(*parts) for parts in checked]
    return checked, pack(index_parts(bases)), marshal.dumps(claim_words(bases))


def form_name(paths: Sequence[Path]) -> str:
    """Name a prepared form after its files; two that share a name only replace each other."""
    return name_of(*(os.fsencode(os.path.abspath(path)) for path in paths))
