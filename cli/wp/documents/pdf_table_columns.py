"""The columns of a PDF's table: where they stand, and which cell stands in which."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from wp.documents.pdf_lines import PdfLine

_WIDER = 1.4  # times a blank: the gap between two heads


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


def in_columns(
    row: Sequence[PdfLine], places: Sequence[int], columns: Sequence[Column]
) -> list[list[PdfLine]]:
    """Return the cells of a row by column, the empty ones included."""
    row_cells: list[list[PdfLine]] = [[] for _ in columns]
    for cell, place in zip(row, places, strict=True):
        row_cells[place].append(cell)
    return row_cells


def by_columns(cell: PdfLine, columns: Sequence[Column]) -> list[PdfLine]:
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
