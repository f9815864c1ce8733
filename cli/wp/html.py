"""Tables for notebooks: plain HTML from rows of text, everything in it escaped."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from wp.safe import is_web_address

_MOST_ROWS = 200


class Link(NamedTuple):
    """A cell that leads somewhere; only an http(s) address becomes a link."""

    text: str
    url: str


Cell = str | int | float | Link | None


def table(header: Sequence[str], rows: Iterable[Sequence[Cell]], caption: str = "") -> str:
    """Return a table; what lies beyond its first 200 rows is counted, not drawn."""
    body = [_row("td", row) for row in rows]
    left_out = len(body) - _MOST_ROWS
    if left_out > 0:
        body[_MOST_ROWS:] = [f'<tr><td colspan="{len(header)}">… and {left_out} more</td></tr>']
    return _table([f"<thead>{_row('th', header)}</thead>", "<tbody>", *body, "</tbody>"], caption)


def card(rows: Iterable[tuple[str, Cell]], caption: str = "") -> str:
    """Return a table of names and values for one thing; rows without a value are left out."""
    shown = [(name, value) for name, value in rows if value not in (None, "")]
    lines = [f"<tr><th>{escape(name)}</th>{_cell('td', value)}</tr>" for name, value in shown]
    return _table(lines, caption)


def _table(lines: Sequence[str], caption: str) -> str:
    told = [f"<caption>{escape(caption)}</caption>"] if caption else []
    return "\n".join(['<table style="text-align: left">', *told, *lines, "</table>"])


def _row(tag: str, cells: Sequence[Cell]) -> str:
    return f"<tr>{''.join(_cell(tag, cell) for cell in cells)}</tr>"


def _cell(tag: str, cell: Cell) -> str:
    return f'<{tag} style="text-align: left">{_content(cell)}</{tag}>'


def _content(cell: Cell) -> str:
    if isinstance(cell, Link):
        text = escape(cell.text)
        if is_web_address(cell.url):
            return f'<a href="{escape(cell.url)}">{text}</a>'
        return text
    return "" if cell is None else escape(str(cell))
