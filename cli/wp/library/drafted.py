"""Documents given in place of a fact base: drafted once, kept in the cache folder.

A PDF, DOCX, HTML, Markdown or text file stands for the base that is drafted from it. The draft is
kept as the bytes of a fact base and used while the document's bytes, its name and the code that
drafts are what they were (see `wp.library.cache`). Nothing is written beside the document.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wp.base import is_base
from wp.files import digest, read_bytes
from wp.library.cache import DRAFTERS, cached, keep, maker, name_of
from wp.model import Base

if TYPE_CHECKING:
    from wp.base.load import CheckedBase
    from wp.library import Watcher

_KEPT = 16


def base_bytes(path: Path) -> bytes:
    """Return the bytes of the fact base at a path, drafted first where a document lies there.

    InputError for a file that cannot be read or drafted from; MissingExtraError where the reader
    of its kind is not installed.
    """
    content = read_bytes(path)
    return content if is_base(path, content) else _kept_draft(path, content, None)[0]


def open_base(path: Path, watcher: "Watcher | None" = None) -> Base:
    """Return the base at a path, drafted first where a document lies there."""
    from wp.base.schema import assemble

    (checked,) = read_given([path], [read_bytes(path)], watcher)
    return assemble(*checked)


def _checked_draft(path: Path, content: bytes, watcher: "Watcher | None") -> "CheckedBase":
    from wp.base.load import read_checked

    drafted, checked = _kept_draft(path, content, watcher)
    raw, places, _ = checked or read_checked(path, drafted)
    return raw, places, digest(content)


def _kept_draft(
    path: Path, content: bytes, watcher: "Watcher | None"
) -> "tuple[bytes, CheckedBase | None]":
    """Return the draft of a document as the bytes of a base, and checked where it was made now."""
    stem = os.fsencode(path.stem)
    file = name_of(stem, content) + ".drafted"
    origin = b"".join((maker(DRAFTERS), b"%d %d " % (len(stem), len(content)), stem, content))
    payload = cached(file, origin)
    if payload is not None:
        return bytes(payload), None
    from wp.library import Watcher

    drafted, checked = _draft(path, content, watcher or Watcher())
    keep(file, origin, drafted, _KEPT)
    return drafted, checked


def _draft(path: Path, content: bytes, watcher: "Watcher") -> "tuple[bytes, CheckedBase]":
    from wp.base.canonical import file_bytes
    from wp.base.draft import document_name, draft_base
    from wp.base.draft.source import read_source
    from wp.base.load import read_checked

    watcher.drafting(path, 0, 2)
    # A PDF's pages take about half the time.
    source = read_source(
        path, content, progress=lambda page, pages: watcher.drafting(path, page, 2 * pages)
    )
    watcher.drafting(path, 1, 2)
    raw, warnings, guesses = draft_base(source, document_name(path))
    del source  # a large document is to be in memory once
    drafted = file_bytes(path, raw)
    del raw
    checked = read_checked(path, drafted)
    watcher.drafting(path, 2, 2)
    watcher.drafted(path, (*warnings, *(guess.told for guess in guesses)))
    return drafted, checked


def read_given(
    paths: Sequence[Path], contents: Sequence[bytes], watcher: "Watcher | None" = None
) -> "list[CheckedBase]":
    """Return what `wp.base.load.read_checked` returns of bases, and of documents once drafted.

    The digest of a document is that of its own file. Of two documents called report.pdf the second
    has the id `report-2`; the ids of bases are theirs and stay. The same document given twice keeps
    its id.
    """
    from wp.base.load import read_checked
    from wp.base.schema import unique

    drafted = [not is_base(path, content) for path, content in zip(paths, contents, strict=True)]
    given = [
        _checked_draft(path, content, watcher) if is_drafted else read_checked(path, content)
        for path, content, is_drafted in zip(paths, contents, drafted, strict=True)
    ]
    taken = {
        raw["document"]["id"]
        for (raw, _, _), is_drafted in zip(given, drafted, strict=True)
        if not is_drafted
    }
    seen: set[str] = set()
    for (raw, _, sha256), is_drafted in zip(given, drafted, strict=True):
        if is_drafted and sha256 not in seen:
            raw["document"]["id"] = unique(raw["document"]["id"], taken)
            taken.add(raw["document"]["id"])
        seen.add(sha256)
    return given
