"""Tables of a PDF: lines whose parts stand below each other in columns."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from wp.documents.pdf_cells import FAR, cells_of, is_figure, untold
from wp.documents.pdf_lines import PdfLine
from wp.documents.pdf_table_rows import PdfRow, columns_of, places_of, rows_of
from wp.pattern import pattern

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
