"""Pages of lines as one text: running heads and page numbers left out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wp.documents.mapped import Mapped
from wp.pattern import pattern
from wp.text import LETTER

_EDGE = 2  # lines at the top and bottom of a page that may be running heads
_FEWEST = 3  # pages a line must repeat on
_SHARE = 4  # one page in so many
_PAGE_NUMBER = pattern(r"[-–—\s]*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*", re.I)
_NUMBERED = pattern(r"^\d{1,4}\s+|\s+(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$", re.IGNORECASE)
SENTENCE_END = pattern(r"[.!?:;。！？：；][\"'”’)\]]*$")
_FULL = 0.7  # of the longest lines: a line that only the width of the page ended

Line = Mapped


class Joined(NamedTuple):
    """The lines of all pages, an empty one where a page's end is a paragraph's; what was left out.

    `heads` are running heads and feet; page numbers are not among them.
    """

    lines: list[Line]
    heads: list[Line]
    numbers: list[Line]


def without_running_heads(pages: Sequence[Sequence[Line]]) -> Joined:
    """Put pages together.

    A line at the edge of a page goes when it repeats, its page number aside, on a fourth of the
    pages and on `_FEWEST` at least (left and right pages, and chapters, have their own), or when it
    is a page number. Rows of a table differ in more than one number. Of two pages it must be the
    same line, page number aside, at the same place.
    """
    trimmed = [page for page in map(_trim, pages) if page]
    counts = Counter(key for page in trimmed for key in {_key(page[at]) for at in _edges(page)})
    heads = {
        key
        for key, count in counts.items()
        if count >= _FEWEST and _SHARE * count >= len(trimmed) and LETTER.search(key)
    }
    if len(trimmed) == 2:
        filled = min(len(_filled(page)) for page in trimmed)
        heads = _heads_of_two(*trimmed) if filled > 2 * _EDGE else set()
    joined = Joined([], [], [])
    several = len(trimmed) > 1
    width = sorted(len(line.text.strip()) for page in trimmed for line in page)
    full = _FULL * width[int(0.9 * (len(width) - 1))] if width else 0
    for page in trimmed:
        edges = set(_edges(page))
        kept: list[Line] = []
        for at, line in enumerate(page):
            if at in edges and several and _PAGE_NUMBER.fullmatch(line.text.strip()):
                joined.numbers.append(line)
            elif at in edges and _key(line) in heads:
                joined.heads.append(line)
            else:
                kept.append(line)
        kept = _trim(kept)
        if joined.lines and kept and not _runs_on(joined.lines[-1].text, kept[0].text, full):
            joined.lines.append(Mapped("", ()))
        joined.lines.extend(kept)
    return joined


def _trim(page: Sequence[Line]) -> list[Line]:
    filled = [at for at, line in enumerate(page) if line.text.strip()]
    return list(page[filled[0] : filled[-1] + 1]) if filled else []


def _edges(page: Sequence[Line]) -> Iterator[int]:
    filled = [at for at, line in enumerate(page) if line.text.strip()]
    yield from {*filled[:_EDGE], *filled[-_EDGE:]}


def _heads_of_two(one: Sequence[Line], two: Sequence[Line]) -> set[str]:
    """Return the keys of the lines that stand at one place of both pages, page numbers aside."""
    heads = set()
    for places in (range(_EDGE), range(-1, -_EDGE - 1, -1)):
        for at in places:
            lines = [_filled(page)[at : at + 1 or None] for page in (one, two)]
            words = {_key(line[0]) for line in lines if line}
            if not all(lines) or len(words) > 1 or len(next(iter(words)).split()) < 2:
                break  # what stands further in is text
            heads |= words
    return heads


def _filled(page: Sequence[Line]) -> list[Line]:
    return [line for line in page if line.text.strip() and not _PAGE_NUMBER.fullmatch(line.text)]


def _key(line: Line) -> str:
    return _NUMBERED.sub("", " ".join(line.text.split()).lower())


def _runs_on(before: str, after: str, full: float) -> bool:
    """Return whether a sentence runs on over the break of a page."""
    before, after = before.strip(), after.strip()
    if SENTENCE_END.search(before):
        return False
    return after[:1].islower() or before.endswith(("-", ",")) or len(before) >= full > 20
