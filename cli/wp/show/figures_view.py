"""Figures as a table: the value aligned right and grouped by unit, what it counts, where it is."""

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from wp.english import SCALES, SMALL_NUMBERS, TENS
from wp.figures.select import ORDINAL, StatedFigure
from wp.library import Library
from wp.safe import one_line, printable
from wp.show import terminal
from wp.show.documents import document_key
from wp.show.fact_table import place_of
from wp.show.fact_view import CONTEXT_HINT, period_text

_ROOM_FOR_COLUMNS = 108
_ROOM_FOR_QUALIFIER = 72
_WIDEST_VALUE = 28
_NARROW_VALUE = 13
_NUMBER_WORDS = {*SMALL_NUMBERS, *TENS, *SCALES}


class FiguresTable:
    """A table of figures that has four columns where there is room, and two where there is not."""

    def __init__(
        self, library: Library, groups: Mapping[str, Sequence[StatedFigure]], hints: Iterable[str]
    ) -> None:
        self.library = library
        self.groups = groups
        shown = [stated for group in groups.values() for stated in group]
        self.hints = [*hints]
        if any(stated.from_context for stated in shown):
            self.hints.append(CONTEXT_HINT)
        self.documents = document_key(library, (stated.fact.document for stated in shown))
        self.values = [value_text(stated) for stated in shown]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the table at the width given."""
        wide = options.max_width >= _ROOM_FOR_COLUMNS
        table = Table(
            box=terminal.FRAME, expand=True, pad_edge=False, header_style="", show_header=True
        )
        # A qualifier has a line of its own where the place is narrow.
        most = _WIDEST_VALUE if options.max_width >= _ROOM_FOR_QUALIFIER else _NARROW_VALUE
        width = min(max(map(len, [*self.values, "Figure"])), most)
        table.add_column("Figure", justify="right", style=terminal.FIGURE, width=width)
        table.add_column("What it counts, in our words", ratio=1)
        if wide:
            table.add_column("Period", width=19)
            table.add_column("Place", style=terminal.PLACE, no_wrap=True)
        last = list(self.groups)[-1]
        for unit, group in self.groups.items():
            heading = Text(unit_heading(unit), style="bold underline")
            table.add_row("", heading, *(("", "") if wide else ()))
            for number, stated in enumerate(group, 1):
                end = number == len(group) and unit != last
                table.add_row(*self._row(stated, wide), end_section=end)
        yield table
        for hint in self.hints:
            yield Text(hint, style=terminal.HINT)
        yield from self.documents

    def _row(self, stated: StatedFigure, wide: bool) -> list[RenderableType]:
        value = Text(value_text(stated))
        counted = Text(printable(stated.figure.measures))
        id_ = Text(
            self.library.qualify(stated.fact),
            style=terminal.FACT_ID,
            no_wrap=True,
            overflow="ignore",
        )
        period, place = when(stated), place_of(stated.fact)
        if wide:
            return [value, Group(counted, id_), Text(period), place]
        where = Text(" · ".join(filter(None, (place, period))), style=terminal.PLACE)
        return [value, Group(counted, where, id_)]


def figures_view(
    library: Library, groups: Mapping[str, Sequence[StatedFigure]], hints: Iterable[str] = ()
) -> RenderableType:
    """Draw figures, given by unit, as a table; `hints` stand under it."""
    return FiguresTable(library, groups, hints)


def unit_heading(unit: str) -> str:
    """Name a group of figures by its unit."""
    return "ordinals, which tell apart and do not count" if unit == ORDINAL else printable(unit)


def value_text(stated: StatedFigure) -> str:
    """Return a figure as the document prints it: "RMB9.5 billion", "more than 440"."""
    return one_line(stated.figure.text)


def with_unit(stated: StatedFigure) -> str:
    """Return a figure as printed and its unit, unless it is printed with that or with a noun."""
    text, unit = value_text(stated), one_line(stated.figure.unit)
    is_bare = text[-1:].isdigit() or text.rpartition(" ")[2].lower() in _NUMBER_WORDS
    return f"{text} {unit}" if is_bare and unit.lower() not in text.lower() else text


def when(stated: StatedFigure) -> str:
    """Return a figure's period, in square brackets where a neighbour of the quote gives it."""
    if stated.period is None:
        return ""
    text = period_text(stated.period)
    return f"[{text}]" if stated.from_context else text
