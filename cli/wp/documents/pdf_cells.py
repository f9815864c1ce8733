"""The cells of a PDF's lines: parted at wide gaps, and at edges that figures of rows share.

Columns may stand closer to each other than words do: then a figure begins, or ends, where the
figures above and below it do.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from wp.documents.pdf_lines import PdfLine, letter_count, spaced_out
from wp.documents.pdf_words import PdfWord
from wp.pattern import pattern

_ALIGNED = 1.5  # points
FAR = 2.8  # of the size: what stands further below belongs to no row above
_SHARED = 1.0  # points: how far edges of one column differ
_FEWEST_ROWS = 3
_MOST_BEHIND = 4  # words behind the last figure of a row
_INDENT = 3  # of the size: of labels below others
_HEADS = 3  # lines above the rows that may be heads
_BLANK = 0.45  # of the size: what is further apart than this belongs to no one figure
_FIGURE = pattern(
    r"[-–−+±<>~≈(]?\s*[$€£¥₹]?\s*[-–−+]?\d[\d.,'’\u00a0\u202f ]*\s*(?:%|‰|bn|mn|[a-z*†‡]{0,2})?\)?"
    r"|\d[\d.,]*\s*\([-–−]?\d[\d.,]*\s*%?\)|[-–—.…]|n/?a|\((?:\.\.\.|[-–−])\)|\*+",
    re.IGNORECASE,
)
_GOES_ON = pattern(r"\d{3}(?:[.,]\d+)?%?|\(.*\)|[-–−]|%|[^\W\d]{1,2}")
_MARKER = pattern(
    r"(?:[•▪▸❖✓·◦‣∙■□○●*–—-]|\(?[a-zA-Z]\)|\(?\d{1,3}\)|\d{1,3}(?:\.\d{1,3})*\.?|[A-Z]\.|"
    r"\(?[ivxIVX]{1,6}[.)])"
)
_LEADERS = pattern(r"(?:\.\s?){3,}|…+|_{4,}")
_BULLET = pattern(r"[•▪▸❖✓·◦‣∙■□○●]")
_FEWEST_DOTS = 3


class _Figure(NamedTuple):
    """A figure within a line, with its currency and unit: words [first, stop) of line `row`."""

    row: int
    first: int
    stop: int
    left: float
    right: float
    gap: float  # before it
    follows: bool  # another figure


class _Edge(NamedTuple):
    """Where figures of the lines [start, stop) begin, or end."""

    start: int
    stop: int
    place: float
    is_left: bool


def cells_of(lines: Sequence[PdfLine]) -> list[list[PdfLine]]:
    """Return the cells of each line; a line of prose is one."""
    cells = [
        [line] if _justified(lines[max(at - 1, 0) : at + 2], line) else _by_gaps(line)
        for at, line in enumerate(lines)
    ]
    for block in _blocks(lines):
        edges = _edges(block, cells)
        if not edges:
            continue
        first, stop = min(edge.start for edge in edges), max(edge.stop for edge in edges)
        left = min(line.left for line in lines[first:stop]) + _INDENT * lines[first].size
        figures = [[one for one in block if one.row == row] for row in range(first, stop)]
        for row, found in enumerate(figures, first):
            begins = lines[row].words[0]
            if begins.left < left or _is_number(begins, lines[row]):  # else heads of figures
                starts = _row_starts(lines[row], cells[row], found, edges)
                cells[row] = _parted(cells[row], starts)
        for row in range(first - 1, max(first - 1 - _HEADS, -1), -1):
            starts = _head_starts(lines[row], edges)
            if lines[row + 1].baseline - lines[row].baseline > FAR * lines[row].size or not starts:
                break
            cells[row] = _parted(cells[row], starts)
    return cells


def is_figure(text: str) -> bool:
    """Return whether a cell holds a figure, or a sign that stands for none."""
    return bool(_FIGURE.fullmatch(text.strip())) or (
        sum(sign.isdigit() for sign in text) > letter_count(text) > 0 and len(text) < 20
    )


def untold(lines: Sequence[PdfLine], start: int) -> int:
    """Return where the lines from `start` on end that each end in several figures.

    They are rows, if they are three, and do not tell where their columns stand.
    """
    stop = start
    while stop < len(lines) and _is_number(lines[stop].words[-1], lines[stop]):
        found = _figures(lines[stop], stop)
        if len(found) < 2 or not found[-1].follows:
            break
        stop += 1
    return stop if stop - start >= _FEWEST_ROWS else start


def _justified(near: Sequence[PdfLine], line: PdfLine) -> bool:
    """Return whether a line is prose that is spaced out to both edges of its column."""
    return spaced_out(line.words) > 0 and any(
        abs(other.right - line.right) < _ALIGNED for other in near if other is not line
    )


def _by_gaps(line: PdfLine) -> list[PdfLine]:
    """Part a line at its wide gaps; dots that lead from one cell to the other are none."""
    parts: list[PdfLine] = []
    for part in line.cells():
        # "Total . . . . . ." before figures
        bare = len(part.words)
        while bare and part.words[bare - 1].text == ".":
            bare -= 1
        if 0 < bare <= len(part.words) - _FEWEST_DOTS and part is not line.cells()[-1]:
            part = PdfLine(part.words[:bare], line.page)
        if not any(word.text[0] in "._…" and _LEADERS.fullmatch(word.text) for word in part.words):
            parts.append(part)
            continue
        group: list[PdfWord] = []
        for word in (*part.words, None):
            if word is not None and not _LEADERS.fullmatch(word.text):
                group.append(word)
            elif group:
                parts.append(PdfLine(group, line.page))
                group = []
    if len(parts) == 2 and _MARKER.fullmatch(parts[0].text):
        return [line]
    joined: list[PdfLine] = []
    for cell in parts:
        # The bullet of an item within a cell is no cell.
        if joined and _BULLET.fullmatch(joined[-1].text):
            cell = PdfLine([*joined.pop().words, *cell.words], line.page)
        joined.append(cell)
    return joined


# Edges that figures share


def _figures(line: PdfLine, row: int) -> list[_Figure]:
    words = line.words
    found: list[_Figure] = []
    at = 0
    while at < len(words):
        first = at
        if words[at].text in ("$", "€", "£", "¥", "₹") and at + 1 < len(words):
            at += 1
        if not _is_number(words[at], line):
            at = first + 1
            continue
        at += 1
        while at < len(words) and _goes_on(words[at - 1], words[at]):
            at += 1
        if first:  # what begins a line is its label
            left = words[first].left
            gap = left - words[first - 1].right
            follows = bool(found) and found[-1].stop == first
            if not words[first].glued:
                found.append(_Figure(row, first, at, left, words[at - 1].right, gap, follows))
    return found


def _is_number(word: PdfWord, line: PdfLine) -> bool:
    """Return whether a word is a figure; a small one is the mark of a note."""
    text = word.text
    return (
        not text.isalpha()
        and word.size > 0.8 * line.size
        and bool(_FIGURE.fullmatch(text))
        and (text[0] == "(" or any(sign.isdigit() for sign in text))
    )


def _goes_on(before: PdfWord, word: PdfWord) -> bool:
    """Return whether a word may belong to the figure before it: "12 345", "63 (18.5%)", "5 pp"."""
    if word.glued or word.raised:
        return True
    return (
        word.left - before.right < _BLANK * word.size
        and bool(_GOES_ON.fullmatch(word.text))
        and not (before.text[-1] == ")" and word.text[0] == "(")
        and not (word.text[0].isdigit() and len(before.text.lstrip("-–−+")) > 3)
    ) or before.text in ("-", "–", "−")


def _blocks(lines: Sequence[PdfLine]) -> Iterator[list[_Figure]]:
    """Yield the figures of lines that stand close below each other and have one each, nearly."""
    block: list[_Figure] = []
    last = 0
    for row, line in enumerate(lines):
        found = _figures(line, row)
        if not found:
            continue
        far = line.baseline - lines[last].baseline > FAR * line.size * max(row - last, 1)
        if block and (row - last > 2 or far):
            yield block
            block = []
        block += found
        last = row
    if block:
        yield block


def _edges(block: Sequence[_Figure], cells: Sequence[Sequence[PdfLine]]) -> list[_Edge]:
    """Return the edges that figures share in most lines from the first that has it to the last.

    The figures of a column stand behind a wide gap in half of the rows, or behind figures of
    another length: those of "Quay 1" and "Quay 2" do not. One edge alone is that of a column only
    where there is such a gap.
    """
    filled = sorted({figure.row for figure in block})
    edges: list[_Edge] = []
    parted = 0
    most = 0
    for is_left in (True, False):
        places = sorted((one.left if is_left else one.right, one) for one in block)
        at = 0
        count = len(edges)
        while at < len(places):
            low = places[at][0]
            high = bisect_right(places, low + _SHARED, at, key=itemgetter(0))
            group = [one for _, one in places[at:high]]
            rows = {one.row for one in group}
            at += 1
            start, stop = min(rows), max(rows) + 1
            within = bisect_left(filled, stop) - bisect_left(filled, start)
            if len(rows) < _FEWEST_ROWS or 2 * len(rows) < within:
                continue
            gaps = [one.gap for one in group]
            wide = sum(any(cell.left == one.left for cell in cells[one.row]) for one in group)
            uneven = max(gaps) - min(gaps) > _SHARED and all(one.follows for one in group)
            if 2 * wide >= len(group) or uneven:
                edges.append(_Edge(start, stop, low + _SHARED / 2, is_left))
                parted += wide
                at += len(group) - 1
        most = max(most, len(edges) - count)
    return edges if most > 1 or parted else []


def _row_starts(
    line: PdfLine, cells: Sequence[PdfLine], figures: Sequence[_Figure], edges: Sequence[_Edge]
) -> list[PdfWord]:
    """Return the words of a row that begin cells; none where figures of it stand elsewhere.

    A label is parted from the figure behind it, the words of another cell are not: "in 2034". One
    figure at an edge may stand there by chance, where no gap parts the line.
    """
    shared = [
        any(
            edge.start <= one.row < edge.stop
            and abs((one.left if edge.is_left else one.right) - edge.place) <= _SHARED
            for edge in edges
        )
        for one in figures
    ]
    begun = figures[shared.index(True) :] if any(shared) else []
    if (
        not all(shared[-len(begun) :])
        or (len(begun) < 2 and len(cells) == 1 and len(edges) > 2)
        or (begun and len(line.words) - begun[-1].stop > _MOST_BEHIND)
    ):
        return []
    return [line.words[one.first] for one in begun if one.follows or one.left < cells[0].right]


def _head_starts(line: PdfLine, edges: Sequence[_Edge]) -> list[PdfWord]:
    """Return the words of a line above rows that begin the heads of two columns or more."""
    lefts = [edge.place for edge in edges if edge.is_left]
    rights = [edge.place for edge in edges if not edge.is_left]
    over = [word for word in line.words if lefts and word.left > min(lefts) - _SHARED]
    begin = [word for word in over if _near(word.left, lefts)]
    if 2 * len(begin) >= max(len(lefts), 4) and begin[0] is over[0]:
        return begin
    ended = [two for one, two in pairwise(line.words) if _near(one.right, rights)]
    few = 2 * len(ended) + 2 < max(len(rights), 4)
    return ended if _near(line.right, rights) and not few else []


def _near(place: float, edges: Iterable[float]) -> bool:
    return any(abs(place - edge) <= _SHARED for edge in edges)


def _parted(cells: Sequence[PdfLine], starts: Sequence[PdfWord]) -> list[PdfLine]:
    """Part cells before the words that begin others."""
    places = {word.left for word in starts}
    parted: list[PdfLine] = []
    for cell in cells:
        cuts = [
            at
            for at, word in enumerate(cell.words)
            if at and word.left in places and not (word.glued or word.raised)
        ]
        bounds = [0, *cuts, len(cell.words)]
        parted += (
            [PdfLine(cell.words[first:stop], cell.page) for first, stop in pairwise(bounds)]
            if cuts
            else [cell]
        )
    return parted
