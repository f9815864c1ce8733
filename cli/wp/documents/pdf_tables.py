"""Tables of a PDF: lines whose parts stand below each other in columns, the heads above them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from wp.documents.pdf_cells import FAR, cells_of, is_figure, untold
from wp.documents.pdf_lines import PdfLine
from wp.pattern import pattern

# Columns and rows

_WIDER = 1.4  # times a blank: the gap between two heads
# "2023", "2022/23", "H1 2024", "31 Dec 2023", "2019-20 to", "2022/23 Proj.", "2024 (e)"
_YEAR = pattern(
    r"(?:(?:[HQ][1-4]|[1-4][HQ]|(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\.?)\s)?"
    r"(?:19|20)\d\d(?:\s?[-–/]\s?\d\d(?:\d\d)?)?[a-z*]?"
    r"(?: to| ?\(?(?:actual|budget|est|forecast|plan|pr(?:el|oj|ov)|rev|[abr]?[efp])\.?\)?)?",
    re.IGNORECASE,
)
_MONTH = pattern(r"[A-Z][a-z]{2,8}\.?")
_ROW_GAP = 1.4  # of the size: what stands further apart in a column are two cells


class Column(NamedTuple):
    """How far the cells of a column reach."""

    left: float
    right: float


def columns_of(rows: Sequence[list[PdfLine]]) -> list[Column]:
    """Return the columns that most rows have, each as wide as its cells."""
    counts = Counter(len(row) for row in rows)
    usual = max(counts, key=lambda count: (counts[count], count))
    for chosen in ([row for row in rows if len(row) == usual], list(rows)):
        merged: list[list[float]] = []
        for cell in sorted((cell for row in chosen for cell in row), key=lambda one: one.left):
            if merged and cell.left < merged[-1][1] - 1.0:
                merged[-1][1] = max(merged[-1][1], cell.right)
            else:
                merged.append([cell.left, cell.right])
        if len(merged) >= usual:
            break
    return [Column(left, right) for left, right in merged]


def places_of(row: Sequence[PdfLine], columns: Sequence[Column]) -> tuple[list[int], bool]:
    """Return the column of each cell, and whether each is sure of its own."""
    places = []
    sure = True
    for cell in row:
        shared = [min(cell.right, one.right) - max(cell.left, one.left) for one in columns]
        best = max(range(len(columns)), key=lambda n: shared[n])
        sure = sure and shared[best] > -0.5 * cell.size and sum(part > 1.0 for part in shared) <= 1
        places.append(best)
    return places, sure and len(set(places)) == len(places)


def _in_columns(
    row: Sequence[PdfLine], places: Sequence[int], columns: Sequence[Column]
) -> list[list[PdfLine]]:
    """Return the cells of a row by column, the empty ones included."""
    row_cells: list[list[PdfLine]] = [[] for _ in columns]
    for cell, place in zip(row, places, strict=True):
        row_cells[place].append(cell)
    return row_cells


def _by_columns(cell: PdfLine, columns: Sequence[Column]) -> list[PdfLine]:
    """Part a head over several columns that is the heads of each, set close to each other.

    The gaps between these are wider than the blanks within any; else it is one head.
    """
    over = sum(min(cell.right, one.right) - max(cell.left, one.left) > 1.0 for one in columns)
    words = cell.words
    if over < 2 or len(words) < over:
        return [cell]
    gaps = [word.left - before.right for before, word in pairwise(words)]
    widest = sorted(gaps, reverse=True)
    least = widest[over - 2]
    if len(gaps) >= over and least < _WIDER * max(widest[over - 1], 1.0):
        return [cell]
    starts = [0, *(number for number, gap in enumerate(gaps, 1) if gap >= least), len(words)]
    parts = [PdfLine(words[first:last], cell.page) for first, last in pairwise(starts)]
    places, _ = places_of(parts, columns)
    return parts if len(set(places)) == len(parts) else [cell]


class PdfRow(NamedTuple):
    """A row: the lines of each of its cells, the heads above them.

    `sure` is False where it is not clear which columns its cells stand in.
    """

    cells: tuple[tuple[PdfLine, ...], ...]
    is_head: bool = False
    sure: bool = True


@dataclass
class _Row:
    """A row while its lines are gathered: the lines of each cell, and whether each is sure of its
    column."""

    cells: list[list[PdfLine]]
    is_head: bool
    is_sure: bool


def rows_of(
    lines: Sequence[PdfLine], cells: Sequence[list[PdfLine]], columns: Sequence[Column]
) -> list[PdfRow]:
    """Return the rows of a table; a line that goes on with a row's label or cells is part of it."""
    head_count = _head_count(cells)
    if several := _several_lines(lines, cells, columns, head_count):
        return several
    heads = [
        [part for cell in row for part in _by_columns(cell, columns)] for row in cells[:head_count]
    ]
    rows = [
        _Row(_in_columns(row, places_of(row, columns)[0], columns), True, True) for row in heads
    ]
    label: list[PdfLine] = []  # the first lines of a label that wraps
    for number, row in enumerate(cells[head_count:], head_count):
        places, certain = places_of(row, columns)
        last = rows[-1] if rows and rows[-1].is_sure and not rows[-1].is_head else None
        if len(row) == 1:
            if last and row[0].text[:1].islower():
                last.cells[places[0]].append(row[0])
            elif places[0] == 0 and _goes_on_below(cells, number):
                label.append(row[0])
            else:
                rows.append(_Row([row, *([] for _ in columns[1:])], False, places[0] == 0))
        elif last and certain and _continues(row, places, lines, number):
            for cell, place in zip(row, places, strict=True):
                last.cells[place].append(cell)
        else:
            placed = _in_columns(row, places, columns) if certain else [[cell] for cell in row]
            placed[0] = [*label, *placed[0]]
            label = []
            rows.append(_Row(placed, False, certain))
    return [
        PdfRow(tuple(tuple(cell) for cell in row.cells), row.is_head, row.is_sure) for row in rows
    ]


def _goes_on_below(cells: Sequence[list[PdfLine]], number: int) -> bool:
    """Return whether a line alone is the begin of the label of the row below it."""
    following = cells[number + 1] if number + 1 < len(cells) else []
    return len(following) > 1 and following[0].text[:1].islower()


def _several_lines(
    lines: Sequence[PdfLine],
    cells: Sequence[list[PdfLine]],
    columns: Sequence[Column],
    head_count: int,
) -> list[PdfRow]:
    """Return the rows of a table whose cells have several lines each, told by the space between.

    None where all lines stand equally far apart, or where groups of lines are groups of rows: with
    two figures below each other, or most lines filling all columns.
    """
    groups: list[list[int]] = []
    for number in range(len(lines)):
        gap = lines[number].baseline - lines[number - 1].baseline if number else 0.0
        if number in (0, head_count) or gap > _ROW_GAP * lines[number].size:
            groups.append([])
        groups[-1].append(number)
    body = [group for group in groups if group[0] >= head_count]
    if len(body) < 2 or sum(len(group) > 1 for group in body) < 2:
        return []
    further = [number for group in body for number in group[1:]]
    if 2 * sum(len(cells[number]) == len(columns) for number in further) > len(further):
        return []
    rows = []
    for group in groups:
        placed: list[list[PdfLine]] = [[] for _ in columns]
        for number in group:
            places, certain = places_of(cells[number], columns)
            if not certain:
                return []
            for cell, place in zip(cells[number], places, strict=True):
                placed[place].append(cell)
        is_head = group[0] < head_count
        if not is_head and any(sum(is_figure(one.text) for one in cell) > 1 for cell in placed):
            return []
        rows.append(PdfRow(tuple(map(tuple, placed)), is_head))
    return rows


def _continues(
    row: Sequence[PdfLine], places: Sequence[int], lines: Sequence[PdfLine], number: int
) -> bool:
    """Return whether a line goes on with cells of the row above: no label, no figures, close."""
    return (
        places[0] > 0
        and number > 0
        and not any(is_figure(cell.text) for cell in row)
        and lines[number].baseline - lines[number - 1].baseline < 1.5 * lines[number].size
    )


def _head_count(cells: Sequence[list[PdfLine]]) -> int:
    """Count the rows of heads: those above the first row that has a figure.

    Below a row of years there may be others: "2019-20 to", "2022-23", "(3 years)", and of months.
    """
    count = 0
    dated = False
    for number, row in enumerate(cells):
        figures = [cell.text for cell in row[1:] if is_figure(cell.text)]
        if len(row) == 1 and is_figure(row[0].text) and not _YEAR.fullmatch(row[0].text):
            break
        years = [text for text in figures if _YEAR.fullmatch(text.strip())]
        if figures and (len(years) < len(figures) or _all_years(cells[number + 1 :])):
            break
        months = all(_MONTH.fullmatch(cell.text) for cell in row[1:])
        periods = all(_YEAR.fullmatch(cell.text) or cell.text[0] == "(" for cell in row)
        if dated and not (months or periods):
            break
        if len(row) > 1:
            count = number + 1
        dated = dated or bool(figures)
    return count if any(len(row) > 1 for row in cells[count:]) else 0


def _all_years(rows: Sequence[list[PdfLine]]) -> bool:
    figures = [cell.text for row in rows for cell in row[1:] if is_figure(cell.text)]
    return bool(figures) and all(_YEAR.fullmatch(text.strip()) for text in figures)


# Which lines are a table

_SENTENCE = pattern(r"[.!?;]$")
_WIDEST_CELL = 12  # words at the median


class PdfTable(NamedTuple):
    """Lines [start, stop) of a column that are rows of a table."""

    start: int
    stop: int
    rows: tuple[PdfRow, ...]


def tables_of(lines: Sequence[PdfLine]) -> list[PdfTable]:
    """Find the tables among the lines of a column of the page."""
    cells = cells_of(lines)
    tables: list[PdfTable] = []
    at = 0
    while at < len(lines):
        if len(cells[at]) < 2:
            stop = untold(lines, at)
            if stop > at:
                rows = [PdfRow(((line,),), sure=False) for line in lines[at:stop]]
                tables.append(PdfTable(at, stop, tuple(rows)))
            at = max(stop, at + 1)
            continue
        stop = _run(lines, cells, at)
        first = tables[-1].stop if tables else 0
        start = at - 1 if at > first and _beside(lines[at - 1], lines[at]) else at
        table = _table(lines, cells, start, stop)
        if table is None:
            at += 1
        else:
            tables.append(table)
            at = table.stop
    return tables


def _run(lines: Sequence[PdfLine], cells: Sequence[list[PdfLine]], at: int) -> int:
    """Return where the lines that may be rows of one table end."""
    stop = at + 1
    while stop < len(lines):
        if lines[stop].baseline - lines[stop - 1].baseline > FAR * max(lines[stop].size, 4.0):
            break
        if len(cells[stop]) >= 2:
            stop += 1
            continue
        # A line of one cell is the label of a group, or wraps: cells follow soon.
        following = next(
            (n for n in range(stop, min(stop + 3, len(lines))) if len(cells[n]) >= 2), 0
        )
        width = max(line.right for line in lines[at:stop]) - min(
            line.left for line in lines[at:stop]
        )
        if (
            not following
            or lines[following].baseline - lines[stop - 1].baseline
            > FAR * lines[stop].size * (following - stop + 1)
            or lines[stop].width > 0.7 * width
            or (_SENTENCE.search(lines[stop].text) and len(lines[stop].words) > 6)
        ):
            break
        stop = following + 1
    while stop > at and len(cells[stop - 1]) < 2:
        stop -= 1
    last = cells[stop - 1]
    apart = lines[stop - 1].baseline - lines[stop - 2].baseline if stop - at > 1 else 0.0
    while stop < len(lines) and (
        _beside(lines[stop - 1], lines[stop]) or _wraps(last, lines[stop - 1], lines[stop], apart)
    ):
        stop += 1
    return stop


def _beside(one: PdfLine, two: PdfLine) -> bool:
    """Return whether lines stand so close that they are in two columns, each centred by itself."""
    return two.baseline - one.baseline < 0.9 * min(one.size, two.size)


def _wraps(last: Sequence[PdfLine], before: PdfLine, line: PdfLine, apart: float) -> bool:
    """Return whether a line goes on with the label of the last row, below it.

    `apart` is how far that stands from the row above.
    """
    gap = line.baseline - before.baseline
    return (
        (line.text[:1].islower() or 1.3 * gap < apart)
        and gap < 1.5 * line.size
        and abs(line.left - last[0].left) < line.size
        and line.right < last[1].left
    )


def _table(
    lines: Sequence[PdfLine], cells: Sequence[list[PdfLine]], start: int, stop: int
) -> PdfTable | None:
    """Return the lines from `start` to `stop` as a table; None where they are none.

    A table has two rows with figures, or three columns and rows of short cells, and two columns
    that at least two rows have.
    """
    wide = [row for row in cells[start:stop] if len(row) >= 2]
    data = [row for row in wide if any(is_figure(cell.text) for cell in row[1:])]
    if len(wide) < 2 or (len(data) < 2 and len(wide) < 3):
        return None
    columns = columns_of(data if len(data) >= 2 else wide)
    if len(columns) < 2:
        return None
    lengths = sorted(len(cell.words) for row in wide for cell in row)
    if len(data) < 2 and lengths[len(lengths) // 2] > _WIDEST_CELL:
        return None
    support = Counter(column for row in wide for column in places_of(row, columns)[0])
    if sum(count >= 2 for count in support.values()) < 2:
        return None
    if len(data) < 2 and (len(columns) < 3 or len(wide) < 3):
        return None
    return PdfTable(start, stop, tuple(rows_of(lines[start:stop], cells[start:stop], columns)))
