"""The title of a PDF, and the ranks of its headings."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from wp.documents.headings import parse_heading
from wp.documents.pdf_lines import Spacing, is_cjk
from wp.documents.pdf_paragraphs import PdfPart
from wp.pattern import pattern

LARGER = 1.07  # than the text
DECIMAL = pattern(r"(\d{1,3}(?:\.\d{1,3})*)\.?\s+\S")
NUMERAL = pattern(r"(?:[IVX]{1,5}|[A-Z])\.?")
_LOWEST = 6

_Key = tuple[float, bool, bool, bool, bool, int]


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
