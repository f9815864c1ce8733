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
from wp.show.ruled import RuledRow, RuledRows

_ROOM_FOR_COLUMNS = 90
_PERIOD_WIDTH = 19
_GAPS = 8
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
        # A qualifier has a line of its own where the place is narrow.
        most = _WIDEST_VALUE if options.max_width >= _ROOM_FOR_QUALIFIER else _NARROW_VALUE
        width = min(max(map(len, [*self.values, "Figure"])), most)
        if options.max_width - width < self._needed:
            yield self._narrow(console, width)
        else:
            yield self._wide(width)
        for hint in self.hints:
            yield Text(hint, style=terminal.HINT)
        yield from self.documents

    @property
    def _needed(self) -> int:
        """The width that the columns beside the figures take, the longest id among them."""
        shown = [stated.fact for group in self.groups.values() for stated in group]
        place = max(len(place_of(fact)) for fact in shown)
        id_ = max(len(self.library.qualify(fact)) for fact in shown)
        return max(id_ + _PERIOD_WIDTH + place + _GAPS, _ROOM_FOR_COLUMNS)

    def _wide(self, width: int) -> Table:
        table = Table(
            box=terminal.FRAME, expand=True, pad_edge=False, header_style="", show_header=True
        )
        table.add_column("Figure", justify="right", style=terminal.FIGURE, width=width)
        table.add_column("What it counts, in our words", ratio=1)
        table.add_column("Period", width=_PERIOD_WIDTH)
        table.add_column("Place", style=terminal.PLACE, no_wrap=True)
        last = list(self.groups)[-1]
        for unit, group in self.groups.items():
            heading = Text(unit_heading(unit), style="bold underline")
            table.add_row("", heading, "", "")
            for number, stated in enumerate(group, 1):
                table.add_row(
                    Text(value_text(stated)),
                    Group(*self._counted(stated)),
                    Text(when(stated)),
                    place_of(stated.fact),
                    end_section=number == len(group) and unit != last,
                )
        return table

    def _narrow(self, console: Console, width: int) -> RuledRows:
        rows = []
        for unit, group in self.groups.items():
            heading = Text(unit_heading(unit), style="bold underline")
            rows.append(RuledRow((Text(),), (heading,)))
            for stated in group:
                value = Text(value_text(stated), style=terminal.FIGURE)
                wrapped = value.wrap(console, width)
                for line in wrapped:
                    line.rstrip()
                lines = Text("\n").join(wrapped)
                lines.justify = "right"
                counted, id_ = self._counted(stated)
                place = Text(place_of(stated.fact), style=terminal.PLACE)
                if period := when(stated):
                    place.append(f" · {period}")
                rows.append(RuledRow((lines,), (counted, place, id_), joined=True))
        head = RuledRow((Text("Figure", justify="right"),), (Text("What it counts, in our words"),))
        return RuledRows(head, rows)

    def _counted(self, stated: StatedFigure) -> tuple[Text, Text]:
        counted = Text(printable(stated.figure.measures))
        return counted, terminal.unbroken(self.library.qualify(stated.fact), terminal.FACT_ID)


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
