"""Documents given in place of a fact base: drafted once, kept in the cache folder.

A PDF, DOCX, HTML, Markdown or text file stands for the base that is drafted from it. The draft is
kept as the bytes of a fact base and used while the document's bytes, its name and the code that
drafts are what they were (see `wp.library.cache`). Nothing is written beside the document.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wp.base.assemble import QuotePlace, assemble
from wp.base.read import is_base
from wp.files import read_bytes
from wp.library.cache import cached, keep, maker, name_of
from wp.library.watch import Watcher
from wp.model import Base

if TYPE_CHECKING:
    from wp.base.raw import RawBase

_PACKAGE = Path(__file__).parents[1]
DRAFTERS = tuple(
    _PACKAGE / room
    for room in (
        *("", "library", "base", "base/draft", "documents", "quantities", "quantities/languages"),
        *("statements", "words"),
    )
)
"""Where the code lies that decides what a draft looks like."""

_KEPT = 16


def base_bytes(path: Path, content: bytes | None = None, watcher: Watcher | None = None) -> bytes:
    """Return the bytes of the fact base at a path, drafted first where a document lies there.

    `content` spares reading the file. InputError for a file that cannot be read or drafted from;
    MissingExtraError where the reader of its kind is not installed.
    """
    if content is None:
        content = read_bytes(path)
    if is_base(path, content):
        return content
    stem = os.fsencode(path.stem)
    file = name_of(stem, content) + ".drafted"
    origin = b"".join((maker(DRAFTERS), b"%d %d " % (len(stem), len(content)), stem, content))
    payload = cached(file, origin)
    if payload is not None:
        return bytes(payload)
    drafted = _draft(path, content, watcher or Watcher())
    keep(file, origin, drafted, _KEPT)
    return drafted


def open_base(path: Path, watcher: Watcher | None = None) -> Base:
    """Return the base at a path, drafted first where a document lies there."""
    (checked,) = read_given([path], [read_bytes(path)], watcher)
    return assemble(*checked)


def _draft(path: Path, content: bytes, watcher: Watcher) -> bytes:
    from wp.base.canonical import checked_text
    from wp.base.draft import document_name, draft_base, read_source

    watcher.drafting(path, 0, 2)
    # A PDF's pages take about half the time.
    source = read_source(
        path, content, progress=lambda page, pages: watcher.drafting(path, page, 2 * pages)
    )
    watcher.drafting(path, 1, 2)
    drafted = draft_base(source, document_name(path))
    del source  # a large document is to be in memory once
    text = checked_text(path, drafted.raw).encode()
    watcher.drafting(path, 2, 2)
    watcher.drafted(path, (*drafted.warnings, *(guess.told for guess in drafted.guesses)))
    return text


def read_given(
    paths: Sequence[Path], contents: Sequence[bytes], watcher: Watcher | None = None
) -> "list[tuple[RawBase, list[QuotePlace], str]]":
    """Return what `wp.base.load.read_checked` returns of bases, and of documents once drafted.

    The digest of a document is that of its own file. Of two documents called report.pdf the second
    has the id `report-2`; the ids of bases are theirs and stay. The same document given twice keeps
    its id.
    """
    from hashlib import sha256

    from wp.base.keys import unique
    from wp.base.load import read_checked

    drafted = [not is_base(path, content) for path, content in zip(paths, contents, strict=True)]
    given = []
    for path, content, is_drafted in zip(paths, contents, drafted, strict=True):
        raw, places, digest = read_checked(path, base_bytes(path, content, watcher))
        given.append((raw, places, sha256(content).hexdigest() if is_drafted else digest))
    taken = {
        raw["document"]["id"]
        for (raw, _, _), is_drafted in zip(given, drafted, strict=True)
        if not is_drafted
    }
    seen: set[str] = set()
    for (raw, _, digest), is_drafted in zip(given, drafted, strict=True):
        if is_drafted and digest not in seen:
            raw["document"]["id"] = unique(raw["document"]["id"], taken)
            taken.add(raw["document"]["id"])
        seen.add(digest)
    return given
