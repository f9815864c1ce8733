"""Headings of a PDF: told by size, weight and space, by the file's outline and by its tags."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from wp.documents.headings import breaks_off, parse_heading
from wp.documents.pdf_lines import Spacing, letter_count
from wp.documents.pdf_outline import (
    DECIMAL,
    LARGER,
    MOST_LINES,
    NUMERAL,
    OutlineLevels,
    in_capitals,
    is_roman,
    rank_headings,
    title_of,
    told_rank,
)
from wp.documents.pdf_paragraphs import BULLET, COUNT, PdfPart
from wp.documents.prose import CLAUSE_END
from wp.pattern import pattern

_LONGEST = 220
_CAPTION = pattern(
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
_RUN_IN_END = pattern(r"[.:—–]$")
_COUNTED = pattern(r"\d[\d.,]*\s+[a-z%]")  # "25 per cent by 2035." is the end of a sentence
_RUN_IN_WORDS = 14
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
        rank = told_rank(part, outline)
        if rank is None and (_in_series(part, series) or not _looks(part, parts, number, spacing)):
            continue
        part.kind = "heading"
        if rank:
            ranks[id(part)] = rank
    _add_siblings(parts)
    _join_titles(parts)
    headings = [part for part in parts if part.kind == "heading"]
    title = title_of(parts, headings, spacing)
    rank_headings(
        [part for part in headings if part is not title and part.kind == "heading"], ranks, title
    )
    larger = title and title.lines[0].size >= LARGER * spacing.body
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
        if NUMERAL.fullmatch(part.text)
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
        if (is_roman(part.text) and "I" in first) or (not is_roman(part.text) and "A" in first)
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
        or len(part.lines) > MOST_LINES
        or letter_count(text) < 2
        or BULLET.match(text)
        or _CAPTION.match(text)
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
    larger = size >= LARGER * spacing.body
    if larger and not (_CLOSED.search(text) and len(text) > 60):
        return True
    least = 0.8 if in_capitals(text) else 0.88
    if size < least * spacing.body or (_CLOSED.search(text) and not _short_numbered(text)):
        return False
    if all(one.bold for one in part.lines) and not spacing.bold:
        return True
    set_off = _set_off(part, spacing)
    before = parts[number - 1] if number else None
    if in_capitals(text) and len(text.split()) <= 16:
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


def _set_off(part: PdfPart, spacing: Spacing) -> bool:
    line = part.lines[0]
    return part.opens or line.gap > 1.25 * spacing.leading(line)


def _short_numbered(text: str) -> bool:
    """Return whether a full stop is that of a number, or of a heading with one: "1. Scope."."""
    return bool(DECIMAL.match(text)) and len(text.split()) <= 8


def run_in(part: PdfPart, spacing: Spacing) -> int:
    """Count the words at the start of a paragraph that are its bold heading; 0 without one.

    "**Fees.** The board sets them." has one; a bold number, or a bold name in a sentence, is none.
    """
    if part.kind != "paragraph" or spacing.bold:
        return 0
    words = [word for line in part.lines[:2] for word in line.words]
    count = 0
    while count < len(words) and words[count].bold:
        count += 1
    if not 0 < count <= _RUN_IN_WORDS or count >= len(part.lines[0].words):
        return 0
    text = " ".join(word.text for word in words[:count])
    if not _RUN_IN_END.search(text) or letter_count(text) < 3 or text[:1].islower():
        return 0
    if _COUNTED.match(text) or _CAPTION.match(text):
        return 0
    rest = " ".join(word.text for word in words[count:])
    return count if letter_count(rest) > 20 and not rest[:1].islower() else 0
