"""Running heads, running feet and page numbers of a PDF, and what its pages are called."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from roman_numerals import InvalidRomanNumeralError, RomanNumeral

from wp.documents.pdf_lines import PdfLine, letter_count
from wp.pattern import pattern

_DEEPEST = 3  # lines at either edge of a page that may be heads or feet
_SHORT = 5  # words
_SLOT = 3.0  # points: the same height on two pages
_FEWEST = 3
_SET_OFF = 1.5  # times the distance of lines
_NUMBER = pattern(
    r"[-–—|\s]*(?:page|p\.|seite|página|pagina)?\s*(\d{1,5}|[ivxlc]{1,7}|(?:[A-Z]{1,3}|\d{1,2})-\d{1,3})"
    r"(?:\s*(?:of|/|von|de|sur)\s*\d{1,5})?[-–—|\s]*|第?\s*(\d{1,5})\s*页(?:\s*共\s*\d+\s*页)?",
    re.IGNORECASE,
)
_FIRST = pattern(r"(?:page\s+)?(\d{1,5})(?:\s+of\s+\d+)?\b[\s|.–—-]*", re.IGNORECASE)
_LAST = pattern(r"[\s|–—-]*(?:page\s+)?\b(\d{1,5})(?:\s+of\s+\d+)?$", re.IGNORECASE)
_GROUPED = pattern(r"\d[.,]\d")
_DIGITS = pattern(r"\d+")
_BRACKETED = pattern(r"[\[(].*[\])]")

# A note at the foot of a page is a sentence: "1. Until then a café was allowed two machines."
_NOTE = pattern(r"(?:\d{1,3}|[*†‡§])[.)]?\s+[A-Z“\"].{20,}[.!?][”\"’)]*$")
What = Literal["running head", "page number"]


class Heads(NamedTuple):
    """The lines of pages that are no part of the text, by their identity, and the pages' names.

    `labels` has the number that each page prints; empty where none is known.
    """

    lines: dict[int, What]
    labels: tuple[str, ...]


class _Edge(NamedTuple):
    line: PdfLine
    page: int
    gap: float  # to the next line inward
    leading: float


def heads_of(pages: Sequence[Sequence[PdfLine]]) -> Heads:
    """Tell the running heads, feet and page numbers of pages of lines.

    A line is a head where it stands at one height at an edge of several pages, the page's number
    aside, or in the same look at a height where others are heads. A row of figures is none.
    """
    found: dict[int, What] = {}
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[line.size] += len(line.words)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    numbered = _numbered_within(pages)
    for edge in (1, -1):
        slots: dict[int, list[_Edge]] = defaultdict(list)
        for number, lines in enumerate(pages):
            for place in _edges(lines, edge, number):
                slots[round(place.line.baseline / _SLOT)].append(place)
        repeated = {
            id(place.line)
            for slot in _near(slots)
            for place in _repeated(slot, pages)
            if numbered[_numbered(place.line)] < _FEWEST
        }
        alike = {
            id(place.line)
            for slot in _near(slots)
            for heads in [[one for one in slot if id(one.line) in repeated]]
            for place in slot
            if _looks_like_heads(place, heads) or _small(place, slot, usual, len(pages))
        }
        for number, lines in enumerate(pages):
            _mark(lines, edge, number, repeated | alike, found, pages)
    labels = _labels(pages, found)
    for number, lines in enumerate(pages):
        for line in _outermost(lines, found):
            value = _value(line)
            if value is not None and str(value) in (labels[number], _expected(labels, number)):
                found[id(line)] = "page number"
    return Heads(found, _labels(pages, found))


def _outermost(lines: Sequence[PdfLine], found: dict[int, What]) -> Iterator[PdfLine]:
    """Yield the first and last line of a page that are not left out."""
    kept = [line for line in lines if id(line) not in found]
    if len(kept) > 1:
        yield from (kept[0], kept[-1])


def _expected(labels: Sequence[str], number: int) -> str:
    """Return the number that a page has where those before or behind it run on."""
    for near in (1, 2, -1, -2):
        if 0 <= number + near < len(labels) and labels[number + near].isdigit():
            return str(int(labels[number + near]) - near)
    return ""


def _edges(lines: Sequence[PdfLine], edge: int, page: int) -> Iterator[_Edge]:
    ordered = lines if edge == 1 else lines[::-1]
    gaps = sorted(abs(two.baseline - one.baseline) for one, two in pairwise(lines))
    leading = gaps[len(gaps) // 2] if gaps else 0.0
    for place, line in enumerate(ordered[:_DEEPEST]):
        inward = ordered[place + 1] if place + 1 < len(ordered) else None
        yield _Edge(line, page, abs(inward.baseline - line.baseline) if inward else 1e6, leading)


def _near(slots: dict[int, list[_Edge]]) -> Iterator[list[_Edge]]:
    """Yield the lines at each height, those at the neighbouring heights with them."""
    for key in list(slots):
        yield [place for near in (key - 1, key, key + 1) for place in slots.get(near, ())]


def _keys(line: PdfLine) -> set[str]:
    """Return a line's words without a number at either of its ends: one may be the page's."""
    text = " ".join(line.text.split()).lower()
    return {_LAST.sub("", text).strip(), _FIRST.sub("", text, count=1).strip()}


def _numbered(line: PdfLine) -> tuple[str, float, bool]:
    """Return the words of a line that ends in a number, without it, and its look: "Article 4"."""
    words = line.text.lower().split()
    last = len(words) < _SHORT and words[-1].rstrip(".").isdigit()
    return " ".join(words[:-1]) if last else "", line.size, line.bold


def _numbered_within(pages: Sequence[Sequence[PdfLine]]) -> Counter[tuple[str, float, bool]]:
    """Count the lines within pages by what `_numbered` gives; one at an edge may be like them."""
    found = Counter(_numbered(line) for lines in pages for line in lines[_DEEPEST:-_DEEPEST])
    return Counter({key: count for key, count in found.items() if key[0]})


def _repeated(slot: Sequence[_Edge], pages: Sequence[Sequence[PdfLine]]) -> list[_Edge]:
    """Return the lines that stand at one height of three pages, or of both of two.

    Of three pages the first may have none, where the lines are set off from the text.
    """
    by_key: dict[str, dict[int, _Edge]] = defaultdict(dict)
    for place in slot:
        for key in _keys(place.line):
            by_key[key][place.page] = place
    if len(slot) >= _FEWEST:
        # A printer's line that counts the pages somewhere within: "Frm 00002 Fmt 4702".
        counted: dict[str, dict[int, _Edge]] = defaultdict(dict)
        for place in slot:
            if letter_count(place.line.text) > 20 and not _GROUPED.search(place.line.text):
                counted[_DIGITS.sub("#", place.line.text.lower())][place.page] = place
        for key, places in counted.items():
            if 2 * len(places) >= len(pages) and len(places) >= _FEWEST:
                by_key[key] = places
    filled = sum(bool(lines) for lines in pages)
    return [
        place
        for key, places in by_key.items()
        if letter_count(key) >= 2
        and not _BRACKETED.fullmatch(key)
        and (
            len(places) >= _FEWEST
            or (
                len(places) == 2
                and (filled == 2 or (filled == 3 and _are_set_off(places, pages)))
                and len(key.split()) > 1
            )
        )
        for place in places.values()
    ]


def _are_set_off(places: dict[int, _Edge], pages: Sequence[Sequence[PdfLine]]) -> bool:
    """Return whether lines of all pages but the first stand apart from the text: no table's head
    that goes on over the page."""
    later = set(places) == {number for number, lines in enumerate(pages) if lines and number}
    return later and all(one.gap > _SET_OFF * one.leading for one in places.values())


def _looks_like_heads(place: _Edge, heads: Sequence[_Edge]) -> bool:
    """Return whether a line looks like the heads at its height, and is set off from the text."""
    if len({one.page for one in heads}) < _FEWEST:
        return False
    line = place.line
    return _set_off(place) and any(
        abs(one.line.size - line.size) < 0.3
        and one.line.bold == line.bold
        and one.line.italic == line.italic
        for one in heads
    )


def _small(place: _Edge, slot: Sequence[_Edge], usual: float, pages: int) -> bool:
    """Return whether small lines stand at this height on half of the pages, each with words of its
    own."""
    line = place.line
    if line.size > 0.92 * usual or not _set_off(place) or _NOTE.match(line.text.strip()):
        return False
    alike = {
        one.page
        for one in slot
        if abs(one.line.size - line.size) < 0.3
        and abs(one.line.baseline - line.baseline) < 1.0
        and _set_off(one)
    }
    return len(alike) >= _FEWEST and 2 * len(alike) >= pages - 1


def _set_off(place: _Edge) -> bool:
    """Return whether a line of words stands apart from the text."""
    text = place.line.text.strip()
    apart = place.gap > 1.35 * max(place.leading, place.line.size)
    return apart and letter_count(text) >= 2 and not _BRACKETED.fullmatch(text)


def _mark(
    lines: Sequence[PdfLine],
    edge: int,
    page: int,
    heads: set[int],
    found: dict[int, What],
    pages: Sequence[Sequence[PdfLine]],
) -> None:
    """Mark lines from the edge inward, as far as they are heads or page numbers."""
    ordered = list(lines) if edge == 1 else list(lines[::-1])
    for place in range(min(_DEEPEST, len(ordered))):
        line = ordered[place]
        if id(line) in heads:
            found[id(line)] = "running head"
        elif _NUMBER.fullmatch(line.text.strip()) and _is_number(line, edge, page, pages, ordered):
            found[id(line)] = "page number"
        else:
            break


def _is_number(
    line: PdfLine,
    edge: int,
    page: int,
    pages: Sequence[Sequence[PdfLine]],
    ordered: Sequence[PdfLine],
) -> bool:
    """Return whether a number at the edge is the page's: it runs on overleaf, or stands far off."""
    value = _value(line)
    for other in (page - 2, page - 1, page + 1, page + 2):
        if value is not None and 0 <= other < len(pages) and pages[other]:
            lines = pages[other][:_DEEPEST] if edge == 1 else pages[other][-_DEEPEST:]
            for near in lines:
                if _value(near) == value + other - page:
                    return True
    if len(ordered) == 1:
        return False
    inward = next((other for other in ordered if other is not line), line)
    return abs(inward.baseline - line.baseline) > 2.5 * line.size and (
        value is None or value <= len(pages) + 1 or len(line.text.strip()) > len(str(value))
    )


def _value(line: PdfLine) -> int | None:
    match = _NUMBER.fullmatch(line.text.strip())
    if match is None:
        return None
    printed = (match[1] or match[2]).rpartition("-")[2]
    if printed.isdigit():
        return int(printed)
    try:
        return int(RomanNumeral.from_string(printed.upper()))
    except InvalidRomanNumeralError:
        return None


def _labels(pages: Sequence[Sequence[PdfLine]], found: dict[int, What]) -> tuple[str, ...]:
    """Return the numbers that pages print, where they run on with the pages."""
    printed: list[dict[int, str]] = [{} for _ in pages]  # value → as printed
    for number, lines in enumerate(pages):
        for line in lines:
            what = found.get(id(line))
            if what == "page number":
                value = _value(line)
                match = _NUMBER.fullmatch(line.text.strip())
                if value is not None and match:
                    printed[number][value] = match[1] or match[2]
            elif what == "running head":
                text = " ".join(line.text.split())
                for match in filter(None, (_FIRST.match(text), _LAST.search(text))):
                    printed[number][int(match[1])] = match[1]
    offsets = Counter(
        (value - number, shown.isdigit())
        for number, values in enumerate(printed)
        for value, shown in values.items()
    )
    labels = ["" for _ in pages]
    for (offset, _), count in offsets.most_common():
        if count < 2 and len(pages) > 1:
            continue
        for number, values in enumerate(printed):
            if not labels[number] and number + offset in values:
                labels[number] = values[number + offset]
    return _filled(labels)


def _filled(labels: list[str]) -> tuple[str, ...]:
    """Number the pages between two numbered ones that print no number."""
    known = [number for number, label in enumerate(labels) if label.isdigit()]
    for one, two in pairwise(known):
        if int(labels[two]) - int(labels[one]) == two - one:
            for between in range(one + 1, two):
                labels[between] = labels[between] or str(int(labels[one]) + between - one)
    return tuple(labels)
