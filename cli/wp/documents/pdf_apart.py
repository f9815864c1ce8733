"""What stands apart from a PDF's text: numbers of its lines, notes, rules, lists of contents."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from wp.documents.headings import is_named
from wp.documents.pdf_lines import PdfLine, letter_count, lines_of, rows_of
from wp.documents.pdf_paragraphs import PdfPart
from wp.documents.pdf_words import Page, PdfWord
from wp.pattern import pattern

# Margins

_FEWEST_NUMBERS = 8
_FEWEST_BRACKETS = 4
_NARROW = 24  # points: a column of brackets, or of two side by side
_STEPS = (1, 5)
_UNEVEN = 0.12  # of the usual distance: what two numbers may stand further apart
_SMALL = 0.9  # of the size of the text
_FEWEST_LINES = 6
_WIDEST = 0.45  # of the width of the text
_APART = 1.7  # of the size: lines of two notes
_CLEAR = 0.6  # of the size: between the text and a margin
_right = attrgetter("right")


class Margins(NamedTuple):
    """The words of a page: its text, the notes in its margin, the numbers of its lines, and the
    brackets that are a rule between the parties of a case and its number."""

    text: tuple[PdfWord, ...]
    notes: tuple[PdfWord, ...] = ()
    numbers: tuple[PdfWord, ...] = ()
    rule: tuple[PdfWord, ...] = ()


def margins_of(pages: Sequence[Page]) -> list[Margins]:
    """Part the words of pages from what stands in their margins.

    Numbers count the lines where they do so on two pages, or beside lines without text: a table's
    first column may count its rows.
    """
    counted = [_line_numbers(page.words) for page in pages]
    several = sum(map(bool, counted)) > 1
    parted = []
    for page, numbers in zip(pages, counted, strict=True):
        if not several and not _beside_nothing(numbers, page.words):
            numbers = ()
        rule = _rule(page.words)
        text = _without((*numbers, *rule), page.words)
        notes = _notes(text)
        parted.append(Margins(_without(notes, text), notes, numbers, rule))
    return parted


def _without(left_out: Sequence[PdfWord], words: tuple[PdfWord, ...]) -> tuple[PdfWord, ...]:
    known = {id(word) for word in left_out}
    return tuple(word for word in words if id(word) not in known) if known else words


def _rule(words: Sequence[PdfWord]) -> tuple[PdfWord, ...]:
    """Return the brackets that stand alone below each other, as many courts draw a rule."""
    opening = [word for word in words if word.text.count("(") > word.text.count(")")]
    brackets = [
        word
        for word in words
        if word.text == ")"
        and not word.glued
        and not any(
            abs(one.baseline - word.baseline) < 2 and one.left < word.left for one in opening
        )
    ]
    heights = {round(word.baseline) for word in brackets}
    if len(heights) < _FEWEST_BRACKETS:
        return ()
    width = max(map(_right, brackets)) - min(word.left for word in brackets)
    return tuple(brackets) if width < _NARROW else ()


def _line_numbers(words: Sequence[PdfWord]) -> tuple[PdfWord, ...]:
    """Return the numbers at the left or right of a page that count on evenly down the page."""
    ends: dict[int, list[PdfWord]] = defaultdict(list)
    for word in words:
        if word.text.isdigit() and len(word.text) <= 2:
            ends[round(word.right / 3)].append(word)
    for end in ends:
        near = [word for key in (end - 1, end, end + 1) for word in ends.get(key, ())]
        found = sorted(near, key=lambda word: word.baseline)
        if len(found) >= _FEWEST_NUMBERS and _counts(found) and _outermost(found, words):
            return tuple(found)
    return ()


def _counts(numbers: Sequence[PdfWord]) -> bool:
    values = [int(word.text) for word in numbers]
    gaps = sorted(two.baseline - one.baseline for one, two in pairwise(numbers))
    usual = gaps[len(gaps) // 2]
    return (
        values[0] <= max(_STEPS)
        and any(all(two - one == step for one, two in pairwise(values)) for step in _STEPS)
        and gaps[0] > (1 - _UNEVEN) * usual
        and gaps[-1] < (1 + _UNEVEN) * usual
    )


def _outermost(numbers: Sequence[PdfWord], words: Sequence[PdfWord]) -> bool:
    """Return whether no text stands on the outer side of numbers, and none close to them."""
    own = {id(word) for word in numbers}
    top, foot = numbers[0].baseline - numbers[0].size, numbers[-1].baseline + 1
    near = [word for word in words if top < word.baseline < foot and id(word) not in own]
    left, right = min(word.left for word in numbers), max(word.right for word in numbers)
    clear = _CLEAR * numbers[0].size
    return all(word.left > right + clear for word in near) or all(
        word.right < left - clear for word in near
    )


def _beside_nothing(numbers: Sequence[PdfWord], words: Sequence[PdfWord]) -> bool:
    """Return whether two of the numbers at least stand beside no text."""
    own = {id(word) for word in numbers}
    others = [word for word in words if id(word) not in own]
    alone = sum(
        all(abs(other.baseline - word.baseline) > 0.5 * word.size for other in others)
        for word in numbers
    )
    return alone > 1


def _notes(words: Sequence[PdfWord]) -> tuple[PdfWord, ...]:
    """Return the smaller words that stand beside the text of a page, left or right of all of it."""
    sizes = Counter[float]()
    for word in words:
        sizes[word.size] += len(word.text)
    if len(sizes) < 2:
        return ()
    usual = sizes.most_common(1)[0][0]
    small = [word for word in words if word.size < _SMALL * usual and not word.raised]
    if not small:
        return ()
    # The first and the last line may be a running head and a page number.
    inner = rows_of(word for word in words if word.size >= _SMALL * usual)[1:-1]
    if len(inner) < _FEWEST_LINES:
        return ()
    edges = sorted(row[0].left for row in inner), sorted(max(map(_right, row)) for row in inner)
    left, right = edges[0][len(inner) // 10], edges[1][-1 - len(inner) // 10]
    clear = _CLEAR * usual
    top, foot = inner[0][0].baseline - usual, inner[-1][0].baseline + 3 * usual
    small = [word for word in small if top < word.baseline < foot]
    return (
        *_in_margin(small, words, left - clear, right - left, 1),
        *_in_margin(small, words, right + clear, right - left, -1),
    )


def _in_margin(
    small: Sequence[PdfWord], words: Sequence[PdfWord], edge: float, width: float, side: int
) -> list[PdfWord]:
    """Return the smaller words beyond an edge of the text, where they are notes of words.

    `side` is 1 for the left margin and -1 for the right one.
    """

    def beyond(word: PdfWord) -> bool:
        return word.right < edge if side == 1 else word.left > edge

    found = [word for word in small if beyond(word)]
    own = {id(word) for word in found}
    # The last word of a line may reach beyond the edge.
    for word in sorted(small, key=lambda one: one.left * side):
        if id(word) not in own and any(
            abs(one.baseline - word.baseline) < 1
            and 0 < (word.left - one.right if side == 1 else one.left - word.right) < word.size
            for one in found
        ):
            found.append(word)
            own.add(id(word))
    if 2 * sum(word.text[0].isalpha() for word in found) <= len(found):
        return []
    inner = [
        other
        for other in words
        if id(other) not in own and (other.left < edge if side == 1 else other.right > edge)
    ]
    if any(abs(other.baseline - one.baseline) < 0.5 * one.size for other in inner for one in found):
        return []
    reach = max(word.right for word in found) - min(word.left for word in found)
    return found if reach < _WIDEST * width else []


def margin_parts(words: Sequence[PdfWord], page: int) -> list[PdfPart]:
    """Gather the notes in a margin, each one a part."""
    parts: list[PdfPart] = []
    for line in lines_of(words, page):
        if not parts or line.baseline - parts[-1].lines[-1].baseline > _APART * line.size:
            parts.append(PdfPart("margin", [], line.left, line.right))
        parts[-1].lines.append(line)
    return parts


# Lists of contents

_LEADING = pattern(
    r"(?:\.\s?){3,}\s*(?P<page>\d{1,4}|[ivxlc]{1,6})?\s*$|…+\s*(?P<more>\d{1,4})\s*$"
)
_PAGED = pattern(r"\S.*?\s(?P<page>\d{1,4}|[ivxlc]{1,6})$")
_FEWEST_ENTRIES = 3
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
        least = 2 if titled else _FEWEST_ENTRIES
        if begins and len(run) >= least and _ascending(lines, run, pages):
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
        match = _PAGED.fullmatch(text)
        return match["page"] if match else None
    return None


def _ascending(lines: Sequence[PdfLine], run: Sequence[int], pages: int) -> bool:
    """Return whether the pages of entries never fall: those of a table's figures do."""
    values = [int(page) for at in run if (page := _page(lines[at], True)) and page.isdigit()]
    falls = sum(two < one for one, two in pairwise(values))
    return falls <= len(values) // 10 and (not values or values[-1] - values[0] <= pages + 5)
