"""The outline of a PDF: its lists of contents, its title, and the ranks of its headings."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from wp.documents.headings import is_named, parse_heading
from wp.documents.pdf_lines import PdfLine, Spacing, is_cjk, letter_count
from wp.documents.pdf_paragraphs import PdfPart
from wp.pattern import pattern

# Lists of contents

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


# Headings

LARGER = 1.07  # than the text
DECIMAL = pattern(r"(\d{1,3}(?:\.\d{1,3})*)\.?\s+\S")
NUMERAL = pattern(r"(?:[IVX]{1,5}|[A-Z])\.?")
_LOWEST = 6
MOST_LINES = 4  # of a heading
_NUMBER_KEY = pattern(
    r"[\divxlc]{1,6}|[a-z]|(?:chapter|part|section|annex|appendix)\w{1,5}", re.IGNORECASE
)

OutlineLevels = dict[int, dict[str, int]]
"""The words of the file's bookmarks by the page they lead to, each with its rank from 1."""

_Key = tuple[float, bool, bool, bool, bool, int]


def words_key(text: str) -> str:
    """Return a heading's letters and digits alone, to be compared with the outline's."""
    return re.sub(r"[\W_]+", "", text).lower()


def told_rank(part: PdfPart, outline: OutlineLevels) -> int | None:
    """Return the rank that the tags or the outline of the file name; None where they do not."""
    line = part.lines[0]
    if len(part.lines) > MOST_LINES or not letter_count(part.text):
        return None
    if line.tag in ("H1", "H2", "H3", "H4", "H5", "H6"):
        return int(line.tag[1])
    if line.tag in ("H", "Title"):
        return 1
    key = words_key(part.text)
    for page in (line.page, line.page - 1):
        for entry, rank in outline.get(page, {}).items():
            if key == entry or (len(entry) > 6 and _numbered_alike(key, entry)):
                return rank
    return None


def _numbered_alike(key: str, entry: str) -> bool:
    """Return whether one has the number that the other lacks."""
    short, long = sorted((key, entry), key=len)
    return long.endswith(short) and bool(_NUMBER_KEY.fullmatch(long.removesuffix(short)))


def title_of(parts: Sequence[PdfPart], headings: list[PdfPart], spacing: Spacing) -> PdfPart | None:
    """Tell the title: the largest heading of the first page with text, where it stands out."""
    if not headings:
        return None
    page = min(part.lines[0].page for part in parts)
    first = [part for part in headings if part.lines[0].page == page]
    if not first:
        return None
    title = max(first, key=lambda part: part.lines[0].size)
    size = title.lines[0].size
    prose = [
        part
        for part in parts
        if part.lines[0].page == page and part.kind in ("paragraph", "item") and len(part.text) > 90
    ]
    cover = not prose
    others = [part for part in headings if part is not title]
    if cover:
        # What else stands on a title page is no heading of the text.
        for part in first:
            if part is not title and part.lines[0].tag[:1] != "H":
                part.kind = "paragraph"
        return title if size >= LARGER * spacing.body or len(first) == 1 else None
    if parts.index(title) > 6 or size < 1.15 * spacing.body:
        return None
    larger = sum(part.lines[0].size >= 0.97 * size for part in others if part.kind == "heading")
    return title if not larger else None


def rank_headings(
    headings: Sequence[PdfPart], ranks: dict[int, int], title: PdfPart | None
) -> None:
    """Set the level of headings: as told where it is, else as those of the same look have it."""
    by_key: dict[_Key, list[PdfPart]] = defaultdict(list)
    for part in headings:
        by_key[_key(part)].append(part)
    lowest = 1 if title else 0
    told_ranks = [ranks[id(part)] for part in headings if id(part) in ranks]
    # Below the title; where the outline names the title as well, it ranks them so itself.
    shift = lowest if told_ranks and min(told_ranks) == 1 else 0
    levels: dict[_Key, int] = {}
    for key, parts in by_key.items():
        told = Counter(ranks[id(part)] for part in parts if id(part) in ranks)
        if told:
            levels[key] = told.most_common(1)[0][0] + shift
    level = lowest
    before: _Key | None = None
    for key in sorted(by_key, key=lambda one: (-one[0], *(not of for of in one[1:4]), *one[4:])):
        if key in levels:
            level = max(level, levels[key])
        elif before is None or key != before:
            level += 1
            levels[key] = level
        before = key
    for part in headings:
        part.level = ranks[id(part)] + shift if id(part) in ranks else levels[_key(part)]
    if title:
        title.level = 1
        title.kind = "heading"
    used = sorted({part.level for part in headings})
    dense = {level: place for place, level in enumerate(used, 1 + lowest)}
    for part in headings:
        part.level = min(dense[part.level], _LOWEST)


def _key(part: PdfPart) -> _Key:
    """Return a heading's look: size, weight, whether it is a chapter, capitals, slant, depth of its
    number."""
    line = part.lines[0]
    number = DECIMAL.match(part.text)
    depth = number[1].count(".") if number else 0
    if NUMERAL.fullmatch(part.text):
        depth = 1 if is_roman(part.text) else 2
    bold = all(one.bold for one in part.lines)
    named = parse_heading(part.text)
    chapter = named is not None and named.style in ("part", "annex", "chapter")
    return round(line.size * 2) / 2, bold, chapter, in_capitals(part.text), line.italic, depth


def is_roman(text: str) -> bool:
    """Return whether a numeral is roman: "II", "V", no "B"."""
    return len(text.rstrip(".")) > 1 or text[0] in "IVX"


def in_capitals(text: str) -> bool:
    """Return whether a line of four letters or more is all in capitals."""
    found = [sign for sign in text if sign.isalpha()]
    return len(found) >= 4 and all(sign.isupper() for sign in found) and not is_cjk(found[0])
