"""Rows of two short cells and a long one, with a rule between each two.

They look like a `rich.table.Table`, which measures every cell before it draws it: too slow for a
draft of hundreds of quotations.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.console import Console, ConsoleOptions
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from wp.show import terminal

_EDGE = 1
_GAP = 3


class Row(NamedTuple):
    """A place, set flush right; a short label; and the text that takes the width that is left."""

    place: str
    label: Text
    body: Text


class RuledRows:
    """Rows under a head."""

    def __init__(self, head: Row, rows: Sequence[Row]) -> None:
        self._rows = [head, *rows]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        box = terminal.FRAME.substitute(options)
        places = max(len(row.place) for row in self._rows)
        labels = max(len(row.label) for row in self._rows)
        indent = _EDGE + places + _GAP + labels + _GAP
        width = max(options.max_width - indent - _EDGE, 1)
        rule = Segment(" " * _EDGE + box.top * (options.max_width - 2 * _EDGE) + "\n")
        yield rule
        for number, row in enumerate(self._rows):
            style = terminal.PLACE if number else Style.null()
            yield Segment(" " * _EDGE + row.place.rjust(places) + " " * _GAP, style)
            yield from row.label.render(console)
            before = " " * (labels - len(row.label) + _GAP)
            for line in row.body.wrap(console, width, overflow="fold"):
                yield Segment(before)
                line.rstrip()
                yield from line.render(console, end="\n")
                before = " " * indent
            yield rule
