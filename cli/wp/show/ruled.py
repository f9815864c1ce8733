"""A table of rows with short cells and one long cell, and a rule between rows.

It looks like a `rich.table.Table`, which measures every cell before it draws it: too slow for the
facts of a section and the quotations of a draft, and slow to import for a look-up.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.console import Console, ConsoleOptions
from rich.segment import Segment
from rich.text import Text

from wp.pattern import pattern
from wp.show import terminal

# Anything but Latin letters and common marks may be wide, narrow or white space.
_NOT_ONE_CELL = pattern("[^\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]")
_EMPTY = Text()
_EDGE = " "
_GAP = "   "


class RuledRow(NamedTuple):
    """Short cells, flush right where their `justify` says so, and what stands beside them.

    The texts beside them take the width that is left, each from a line of its own. A cell breaks
    only where it has a line feed. No rule parts a `joined` row from the one above.
    """

    cells: tuple[Text, ...]
    beside: tuple[Text, ...]
    joined: bool = False


class RuledRows:
    """Rows, under a head or none; all have as many cells. Where all are joined no rule is drawn.

    What must not be broken, an id or an address, runs on beyond the width; a blank that must not be
    (U+00A0) is printed as a plain one.
    """

    def __init__(self, head: RuledRow | None, rows: Sequence[RuledRow]) -> None:
        self._rows = [*([head] if head else []), *rows]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        drawn = self._drawn(console, options)
        if console.color_system is None:
            # rich takes its time for each piece, and here all are of one style.
            drawn = iter([Segment("".join(piece.text for piece in drawn))])
        return drawn

    def _drawn(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        box = terminal.FRAME.substitute(options)
        ruled = not all(row.joined for row in self._rows)
        edge, gap = (_EDGE, _GAP) if ruled else ("", _GAP[1:])
        columns = zip(*(row.cells for row in self._rows), strict=True)
        widths = [max(_width(cell) for cell in column) for column in columns]
        indent = len(edge) + sum(widths) + len(widths) * len(gap)
        width = min(max(options.max_width - indent - len(edge), 1), terminal.READABLE)
        rule = _EDGE + box.top * (indent - len(_EDGE) + width) + "\n"
        for row in self._rows:
            if not row.joined:
                yield Segment(rule)
            cells = [_split(cell) for cell in row.cells]
            beside = [line for text in row.beside for line in _lines(text, width, console)]
            lines = max(map(len, cells))
            for number in range(max(len(beside), lines)):
                between = edge if number < lines else " " * indent
                for cell, room in zip(cells if number < lines else (), widths, strict=False):
                    shown = cell[number] if number < len(cell) else _EMPTY
                    blank = " " * (room - shown.cell_len)
                    before, after = (blank, "") if cell[0].justify == "right" else ("", blank)
                    yield Segment(between + before)
                    yield from _styled(shown, console)
                    between = after + gap
                if number < len(beside):
                    yield Segment(between)
                    yield from beside[number]
                yield Segment("\n")
        if ruled:
            yield Segment(rule)


def _split(cell: Text) -> Sequence[Text]:
    return [*cell.split("\n", allow_blank=True)] if "\n" in cell.plain else [cell]


def _width(cell: Text) -> int:
    return max(line.cell_len for line in _split(cell))


def _lines(text: Text, width: int, console: Console) -> Iterable[Iterable[Segment]]:
    """Break a text into lines as rich does, but without its search where a character is a cell.

    One that must not be broken, an id or an address, runs on.
    """
    if text.no_wrap:
        lines: Iterable[Text] = (text,)
    elif _NOT_ONE_CELL.search(text.plain):
        lines = text.wrap(console, width, overflow="fold")
    else:
        plain = text.plain.rstrip()
        starts = [0, *_breaks(plain, width)]
        if _is_plain(text, console):
            style = console.get_style(text.style)
            ends = [*starts[1:], len(plain)]
            cut = (plain[start:end].rstrip() for start, end in zip(starts, ends, strict=True))
            return [(Segment(line.replace("\u00a0", " "), style),) for line in cut]
        text = text.copy()
        text.rstrip()
        lines = text.divide(starts[1:])
    for line in lines:
        line.rstrip()
    return [_styled(line, console) for line in lines]


def _breaks(plain: str, width: int) -> list[int]:
    """Return where the lines of a text begin but for the first."""
    breaks: list[int] = []
    start = 0
    while len(plain) - start > width:
        space = plain.rfind(" ", start, start + width + 1)
        word = plain[start:].partition(" ")[0] if space <= start else ""
        # An address that is broken can be neither copied nor clicked: it runs on.
        start = space + 1 if not word else start + (len(word) if "://" in word else width)
        while plain[start : start + 1] == " ":
            start += 1
        if start < len(plain):
            breaks.append(start)
    return breaks


def _is_plain(text: Text, console: Console) -> bool:
    """Return whether a text has one style from end to end: rich takes its time to tell."""
    return not text.spans or console.color_system is None


def _styled(text: Text, console: Console) -> Iterable[Segment]:
    # A text without spans leaves its own style to whoever draws it.
    style = console.get_style(text.style)
    if _is_plain(text, console):
        return (Segment(text.plain.replace("\u00a0", " "), style),)
    return [
        segment._replace(text=segment.text.replace("\u00a0", " "))
        for segment in Segment.apply_style(text.render(console), style)
    ]
