"""The rows of a table of plain text; a label or cell that wraps goes on below."""

from collections.abc import Sequence
from typing import NamedTuple

from wp.documents import Mapped, join
from wp.documents.headings import breaks_off

EMPTY = Mapped("", ())

TextEntry = list[Mapped]
"""A line of a table: what stands in each of its columns."""


class TextRow(NamedTuple):
    """A row: its cells, the lines of each joined, how many columns each reaches over."""

    cells: tuple[Mapped, ...]
    spans: tuple[int, ...]
    is_head: bool = False


def row_of(cells: Sequence[Mapped], *, is_head: bool = False) -> TextRow:
    """Return a row with a cell for each column."""
    return TextRow(tuple(cells), (1,) * len(cells), is_head)


def rows_of(entries: Sequence[TextEntry | None]) -> list[TextRow]:
    """Return the rows of the lines of a table's body; None stands for a blank line or a rule.

    A line that has a label alone goes on with the label above it, begins the one below it, or names
    the rows below.
    """
    rows: list[list[list[Mapped]]] = []
    begun: list[Mapped] = []
    lowered = [entry is not None and entry[0].text[:1].islower() for entry in entries]
    most = 2 * sum(lowered) > sum(map(bool, entries))  # small letters tell nothing then
    for at, entry in enumerate(entries):
        if entry is None:
            continue
        above = entries[at - 1] if at else None
        below = entries[at + 1] if at + 1 < len(entries) else None
        if _is_label(entry):
            goes_on = (lowered[at] and not most) or (above and breaks_off(_last(rows[-1][0])))
            goes_on = goes_on and not entry[0].text.endswith(":")
            if above and not begun and not _is_label(above) and goes_on:
                rows[-1][0].append(entry[0])
                continue
            further = at + 2 < len(entries) and lowered[at + 2]
            runs_on = breaks_off(entry[0].text) or (lowered[at + 1 : at + 2] == [True] and not most)
            if below and runs_on and not further and not entry[0].text.endswith(":"):
                begun.append(entry[0])
                continue
        elif not entry[0].text and above and not _is_label(above) and _no_digit(entry):
            for cell, piece in zip(rows[-1], entry, strict=True):
                cell += [piece] if piece.text else []
            continue
        rows.append([[piece] if piece.text else [] for piece in entry])
        rows[-1][0][:0], begun = begun, []
    return [row_of([join(cell, "\n") for cell in row]) for row in rows]


def _is_label(entry: TextEntry) -> bool:
    return bool(entry[0].text) and not any(cell.text for cell in entry[1:])


def _last(pieces: Sequence[Mapped]) -> str:
    return pieces[-1].text if pieces else ""


def _no_digit(entry: TextEntry) -> bool:
    return not any(map(str.isdigit, "".join(cell.text for cell in entry)))
