"""Lists of contents in a PDF: lines that name a heading and the page that it stands on."""

from collections.abc import Sequence
from itertools import pairwise

from wp.documents.headings import is_named
from wp.documents.pdf_lines import PdfLine, letter_count
from wp.pattern import pattern

_LEADING = pattern(
    r"(?:\.\s?){3,}\s*(?P<page>\d{1,4}|[ivxlc]{1,6})?\s*$|…+\s*(?P<more>\d{1,4})\s*$"
)
_NUMBERED = pattern(r"\S.*?\s(?P<page>\d{1,4}|[ivxlc]{1,6})$")
_FEWEST = 3
_DOTS = 3
_FEWEST_UNPAGED = 5
_TITLED = pattern(r"\s?[-–—:]\s|\.\s")
_BETWEEN = 2  # lines of an entry that wraps


def contents_of(lines: Sequence[PdfLine], pages: int) -> set[int]:
    """Return the identities of the lines that are lists of contents.

    `lines` are those of the whole document in order, `pages` how many it has. Entries have dots
    before the page, or stand below "Contents"; the pages never fall, or are not named.
    """
    found: set[int] = set()
    at = 0
    while at < len(lines):
        titled = is_named(lines[at].text)
        first = at + titled
        run = _run(lines, first, titled)
        begins = bool(run) and (titled or run[0] == first)
        if begins and len(run) >= (2 if titled else _FEWEST) and _ascending(lines, run, pages):
            found |= {id(line) for line in lines[at : run[-1] + 1]}
            at = run[-1] + 1
        elif titled and (stop := _unpaged(lines, first)):
            found |= {id(line) for line in lines[at:stop]}
            at = stop
        else:
            at += 1
    return found


def _unpaged(lines: Sequence[PdfLine], first: int) -> int:
    """Return where the entries below "Contents" end that name no page; 0 where they are none.

    Most are headings that stand again further on, the first of them right behind the last entry.
    """
    opening = lines[first].text.strip() if first < len(lines) else ""
    texts = [line.text.strip() for line in lines[first + 1 :]]
    stop = next((at for at, text in enumerate(texts, 1) if text in _names(opening)), 0)
    if stop < _FEWEST_UNPAGED or not opening:
        return 0
    later = frozenset(texts[stop - 1 :])
    again = sum(not later.isdisjoint(_names(text)) for text in (opening, *texts[: stop - 1]))
    return first + stop if 2 * again > stop else 0


def _names(entry: str) -> tuple[str, str]:
    """Return an entry, and what stands before its title: "Article 1" of "Article 1 - Scope"."""
    return entry, _TITLED.split(entry, maxsplit=1)[0].strip()


def _run(lines: Sequence[PdfLine], first: int, plain: bool) -> list[int]:
    """Return the entries that follow from a line on; without dots only where `plain`."""
    run: list[int] = []
    at = first
    while at < len(lines) and at - (run[-1] if run else first) <= _BETWEEN:
        if _page(lines[at], plain) is not None:
            run.append(at)
        at += 1
    return run


def _page(line: PdfLine, plain: bool) -> str | None:
    text = line.text.strip()
    match = _LEADING.search(text) if text.count(".") >= _DOTS or "…" in text else None
    if match and letter_count(text):
        return match["page"] or match["more"] or ""
    if plain and letter_count(text) >= 2 and len(line.cells()) > 1:
        match = _NUMBERED.fullmatch(text)
        return match["page"] if match else None
    return None


def _ascending(lines: Sequence[PdfLine], run: Sequence[int], pages: int) -> bool:
    """Return whether the pages of entries never fall: those of a table's figures do."""
    values = [int(page) for at in run if (page := _page(lines[at], True)) and page.isdigit()]
    falls = sum(two < one for one, two in pairwise(values))
    return falls <= len(values) // 10 and (not values or values[-1] - values[0] <= pages + 5)
