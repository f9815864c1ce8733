"""A plain table of names and numbers: the sections of a document, the topics of a base."""

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from wp.safe import printable
from wp.show import terminal


def name_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """Draw a plain table of names and numbers; a number's column is aligned right."""
    rows = list(rows)
    table = Table(box=terminal.FRAME, pad_edge=False, header_style="")
    for number, column in enumerate(columns):
        numeric = bool(rows) and all(row[number].isdecimal() or not row[number] for row in rows)
        table.add_column(column, justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    return table
