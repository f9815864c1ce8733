"""Headings of a PDF and their ranks: by size, weight and space, the file's outline and tags."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from wp.documents.headings import breaks_off, parse_heading
from wp.documents.pdf_lines import Spacing, is_cjk, letter_count
from wp.documents.pdf_paragraphs import BULLET, COUNT, PdfPart
from wp.documents.prose import CLAUSE_END
from wp.pattern import pattern

_LARGER = 1.07  # than the text
_DECIMAL = pattern(r"(\d{1,3}(?:\.\d{1,3})*)\.?\s+\S")
_NUMERAL = pattern(r"(?:[IVX]{1,5}|[A-Z])\.?")
_LOWEST = 6
_MOST_LINES = 4  # of a heading
_NUMBER_KEY = pattern(
    r"[\divxlc]{1,6}|[a-z]|(?:chapter|part|section|annex|appendix)\w{1,5}", re.IGNORECASE
)

OutlineLevels = dict[int, dict[str, int]]
"""The words of the file's bookmarks by the page they lead to, each with its rank from 1."""

_Key = tuple[float, bool, bool, bool, bool, int]
_LONGEST = 220
CAPTIONED = pattern(
    r"(?:table|tableau|tabelle|tabla|cuadro|figure|fig\.|chart|graph|exhibit|source|note)s?\b"
    r"\s*(?:[\dA-Z]|:)|(?:fuentes?|notas?|quellen?|anmerkung(?:en)?)\s?:",
    re.IGNORECASE,
)
_NUMBERED_PARAGRAPH = pattern(r"\(?\d{1,3}(?:\.\d{1,2})*[.)]\s")
_CLOSED = pattern(r"[.;,。；，][\"'”’)\]»]*$")
# Names nothing: an entry of a form, an amount, a court's stamp, an address, who was present.
_NAMELESS = pattern(
    r"n/?a\.?|nil|none|[^\w\s]{0,2}\s?\d{1,3}(?:,\d{2,3})+(?:\.\d+)?\s?\w*|wo"
    r"|(?:filed|received|entered|recorded|lodged)\b.{0,12}|(?:not )?for publication|confidential"
    r"|.*(?:\bwww\.|https?://|\S@\S).*|[^,:]+: [^,]+,[^,]+,[^,]+,.+",
    re.IGNORECASE,
)
_SIBLING = pattern(r"((?:[^\W\d_]+\.? ){1,3})\d{1,4}[a-z]?")
_SIBLINGS = 3


def mark_headings(parts: list[PdfPart], spacing: Spacing, outline: OutlineLevels) -> str:
    """Make headings of the parts that look like ones, and rank them; gives the document's title.

    The title is the largest line on the first page, where it is larger than all other headings
    or they are fewer; "" where none stands out. `parts` are those of the whole document in order;
    the title below a bare "Chapter II" becomes a part of that heading.
    """
    ranks: dict[int, int] = {}
    series = {
        int(match[1])
        for part in parts
        if part.kind in ("paragraph", "item")
        and (match := COUNT.match(part.text))
        and len(part.text) > 80
    }
    numerals = _numerals(parts)
    for number, part in enumerate(parts):
        if part.kind not in ("paragraph", "item"):
            continue
        if id(part) in numerals:
            part.kind = "heading"
            continue
        rank = _told_rank(part, outline)
        if rank is None and (_in_series(part, series) or not _looks(part, parts, number, spacing)):
            continue
        part.kind = "heading"
        if rank:
            ranks[id(part)] = rank
    _add_siblings(parts)
    _join_titles(parts)
    headings = [part for part in parts if part.kind == "heading"]
    title = _title_of(parts, headings, spacing)
    _rank_headings(
        [part for part in headings if part is not title and part.kind == "heading"], ranks, title
    )
    larger = title and title.lines[0].size >= _LARGER * spacing.body
    return title.text if title and larger else ""


def _add_siblings(parts: Sequence[PdfPart]) -> None:
    """Make headings of lines that others like them are, their numbers aside: "GG Art 3"."""
    lone = [
        (match[1], part)
        for part in parts
        if len(part.lines) == 1 and (match := _SIBLING.fullmatch(part.text))
    ]
    counts = Counter(words for words, part in lone if part.kind == "heading")
    for words, part in lone:
        if part.kind == "paragraph" and counts[words] >= _SIBLINGS:
            part.kind = "heading"


def _join_titles(parts: list[PdfPart]) -> None:
    """Put the title below a bare "Chapter II" into its heading."""
    for at in range(len(parts) - 1, 0, -1):
        part, below = parts[at - 1 : at + 1]
        if part.kind != "heading" or below.kind != "heading":
            continue
        named, own = parse_heading(part.text), parse_heading(below.text)
        if (
            part.lines[-1].page == below.lines[0].page
            and named
            and named.number
            and not named.title
            and (own is None or own.style in ("capitals", "named"))
        ):
            part.lines += below.lines
            del parts[at]


def _numerals(parts: Sequence[PdfPart]) -> set[int]:
    """Return the numbers and letters that stand centred above text, where they count on: "I" and
    "II", "A" and "B"."""
    found = [
        part
        for part, following in pairwise(parts)
        if _NUMERAL.fullmatch(part.text)
        and part.kind in ("paragraph", "item")
        and following.kind == "paragraph"
        and abs(part.lines[0].left + part.lines[0].right - part.left - part.right)
        < 0.1 * (part.right - part.left)
    ]
    texts = {part.text.rstrip(".") for part in found}
    first = {"I"} & texts if "II" in texts else set[str]()
    first |= {"A"} & texts if "B" in texts else set[str]()
    return {
        id(part)
        for part in found
        if (_is_roman(part.text) and "I" in first) or (not _is_roman(part.text) and "A" in first)
    }


def _in_series(part: PdfPart, series: set[int]) -> bool:
    """Return whether a part that begins with a number in plain letters is one of numbered
    paragraphs."""
    match = COUNT.match(part.text)
    return (
        match is not None
        and not part.lines[0].bold
        and {int(match[1]) - 1, int(match[1]) + 1} <= series | {0}
    )


def _looks(part: PdfPart, parts: Sequence[PdfPart], number: int, spacing: Spacing) -> bool:
    """Return whether a part looks like a heading."""
    text = part.text
    if (
        len(text) > _LONGEST
        or len(part.lines) > _MOST_LINES
        or letter_count(text) < 2
        or BULLET.match(text)
        or CAPTIONED.match(text)
        or _NAMELESS.fullmatch(text)
        or text[0] in "([{“\"'"
        or text[:1].islower()
    ):
        return False
    following = next((one for one in parts[number + 1 :][:1]), None)
    if following is None or following.text[:1].islower():
        return False
    if breaks_off(text) or _goes_on(part, following):
        return False
    size = max(one.size for one in part.lines)
    larger = size >= _LARGER * spacing.body
    if larger and not (_CLOSED.search(text) and len(text) > 60):
        return True
    least = 0.8 if _in_capitals(text) else 0.88
    # "1." and "1. Scope." end in the full stop of a number, or of a heading with one.
    numbered = _DECIMAL.match(text) and len(text.split()) <= 8
    if size < least * spacing.body or (_CLOSED.search(text) and not numbered):
        return False
    if all(one.bold for one in part.lines) and not spacing.bold:
        return True
    set_off = part.opens or part.lines[0].gap > 1.25 * spacing.leading(part.lines[0])
    before = parts[number - 1] if number else None
    if _in_capitals(text) and len(text.split()) <= 16:
        return set_off or (before is not None and before.kind == "heading")
    if len(part.lines) > 2 or CLAUSE_END.search(text):
        return False
    if all(one.italic for one in part.lines) and set_off and len(text) <= 100:
        return following.kind in ("paragraph", "item") and len(following.text) > 60
    named = parse_heading(text)
    if named and named.style not in ("capitals", "decimal", "letter"):
        return not _alike(named.style, following)
    if named and named.style in ("decimal", "letter"):
        return set_off and len(text.split()) <= 14 and not _alike(named.style, following)
    return _lone(part, before, following, set_off)


def _goes_on(part: PdfPart, following: PdfPart) -> bool:
    """Return whether a line that fills its column goes on at the top of the next: "1 January" and
    "2035, and that vets …"."""
    width = part.right - part.left
    return (
        following.opens
        and following.text[:1].isdigit()
        and not _NUMBERED_PARAGRAPH.match(following.text)
        and part.lines[-1].right > part.right - 0.1 * width
    )


def _lone(part: PdfPart, before: PdfPart | None, following: PdfPart, set_off: bool) -> bool:
    """Return whether a short line in the look of the text stands over a paragraph as its
    heading."""
    text = part.text
    width = part.right - part.left
    if (
        len(part.lines) > 1
        or len(text.split()) > 10
        or part.lines[0].right > part.left + 0.7 * width
        or following.kind not in ("paragraph", "item")
        or not (
            before is None or before.kind in ("heading", "row") or CLAUSE_END.search(before.text)
        )
    ):
        return False
    if part.lines[0].page == 0 and before is None:
        return set_off and (len(following.text) > 60 or following.lines[0].gap > 18)
    numbered = bool(_NUMBERED_PARAGRAPH.match(following.text)) and len(following.text) > 60
    return numbered and not _NUMBERED_PARAGRAPH.match(text)


def _alike(style: str, following: PdfPart) -> bool:
    """Return whether the next part is such a line too, as in a list."""
    other = parse_heading(following.text)
    return bool(other and other.style == style) and len(following.lines) == 1 and style in (
        "decimal", "letter", "roman"
    )  # fmt: skip


# Ranks


def words_key(text: str) -> str:
    """Return a heading's letters and digits alone, to be compared with the outline's."""
    return re.sub(r"[\W_]+", "", text).lower()


def _told_rank(part: PdfPart, outline: OutlineLevels) -> int | None:
    """Return the rank that the tags or the outline of the file name; None where they do not."""
    line = part.lines[0]
    if len(part.lines) > _MOST_LINES or not letter_count(part.text):
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


def _title_of(
    parts: Sequence[PdfPart], headings: list[PdfPart], spacing: Spacing
) -> PdfPart | None:
    """Tell the title: the largest heading of the first page with text, where it stands out."""
    page = min((part.lines[0].page for part in parts), default=0)
    first = [part for part in headings if part.lines[0].page == page]
    if not first:
        return None
    title = max(first, key=lambda part: part.lines[0].size)
    size = title.lines[0].size
    if not any(
        part.lines[0].page == page and part.kind in ("paragraph", "item") and len(part.text) > 90
        for part in parts
    ):
        # A cover: what else stands on it is no heading of the text.
        for part in first:
            if part is not title and part.lines[0].tag[:1] != "H":
                part.kind = "paragraph"
        return title if size >= _LARGER * spacing.body or len(first) == 1 else None
    if parts.index(title) > 6 or size < 1.15 * spacing.body:
        return None
    others = (part for part in headings if part is not title and part.kind == "heading")
    return None if any(part.lines[0].size >= 0.97 * size for part in others) else title


def _rank_headings(
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
    number = _DECIMAL.match(part.text)
    depth = number[1].count(".") if number else 0
    if _NUMERAL.fullmatch(part.text):
        depth = 1 if _is_roman(part.text) else 2
    bold = all(one.bold for one in part.lines)
    named = parse_heading(part.text)
    chapter = named is not None and named.style in ("part", "annex", "chapter")
    return round(line.size * 2) / 2, bold, chapter, _in_capitals(part.text), line.italic, depth


def _is_roman(text: str) -> bool:
    """Return whether a numeral is roman: "II", "V", no "B"."""
    return len(text.rstrip(".")) > 1 or text[0] in "IVX"


def _in_capitals(text: str) -> bool:
    """Return whether a line of four letters or more is all in capitals."""
    found = [sign for sign in text if sign.isalpha()]
    return len(found) >= 4 and all(sign.isupper() for sign in found) and not is_cjk(found[0])
