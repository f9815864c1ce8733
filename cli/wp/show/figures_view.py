"""Figures as a table: the value aligned right and grouped by unit, what it counts, where it is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from wp.english import SCALES, SMALL_NUMBERS, TENS
from wp.figures import ORDINAL, StatedFigure
from wp.library import Library
from wp.safe import one_line, printable
from wp.show import terminal
from wp.show.fact_table import place_of
from wp.show.fact_view import CONTEXT_HINT, period_text
from wp.show.ruled import RuledRow, RuledRows
from wp.show.terminal import document_key

_ROOM_FOR_COLUMNS = 90
_PERIOD_WIDTH = 19
_GAPS = 8
_ROOM_FOR_QUALIFIER = 72
_WIDEST_VALUE = 28
_NARROW_VALUE = 13
_NUMBER_WORDS = {*SMALL_NUMBERS, *TENS, *SCALES}


def figures_view(
    library: Library, groups: Mapping[str, Sequence[StatedFigure]], hints: Iterable[str]
) -> RenderableType:
    """Draw figures, given by unit, as a table; `hints` stand under it.

    It has four columns where there is room, and two where there is not.
    """
    shown = [stated for group in groups.values() for stated in group]
    values = [value_text(stated) for stated in shown]
    told = [*hints, *([CONTEXT_HINT] if any(one.from_context for one in shown) else [])]
    # What the columns beside the figures take, the longest id among them.
    place = max(len(place_of(stated.fact)) for stated in shown)
    id_ = max(len(library.qualify(stated.fact)) for stated in shown)
    needed = max(id_ + _PERIOD_WIDTH + place + _GAPS, _ROOM_FOR_COLUMNS)

    def table(width: int) -> Iterator[RenderableType]:
        # A qualifier has a line of its own where the place is narrow.
        most = _WIDEST_VALUE if width >= _ROOM_FOR_QUALIFIER else _NARROW_VALUE
        room = min(max(map(len, [*values, "Figure"])), most)
        yield (_narrow if width - room < needed else _wide)(library, groups, room)

    return Group(
        terminal.AtWidth(table),
        *(Text(hint, style=terminal.HINT) for hint in told),
        *document_key(library, (stated.fact.document for stated in shown)),
    )


def _wide(library: Library, groups: Mapping[str, Sequence[StatedFigure]], width: int) -> Table:
    table = Table(
        box=terminal.FRAME, expand=True, pad_edge=False, header_style="", show_header=True
    )
    table.add_column("Figure", justify="right", style=terminal.FIGURE, width=width)
    table.add_column("What it counts, in our words", ratio=1)
    table.add_column("Period", width=_PERIOD_WIDTH)
    table.add_column("Place", style=terminal.PLACE, no_wrap=True)
    last = list(groups)[-1]
    for unit, group in groups.items():
        table.add_row("", Text(unit_heading(unit), style="bold underline"), "", "")
        for number, stated in enumerate(group, 1):
            table.add_row(
                Text(value_text(stated)),
                Group(*_counted(library, stated)),
                Text(when(stated)),
                place_of(stated.fact),
                end_section=number == len(group) and unit != last,
            )
    return table


def _narrow(
    library: Library, groups: Mapping[str, Sequence[StatedFigure]], width: int
) -> RuledRows:
    rows = []
    for unit, group in groups.items():
        heading = Text(unit_heading(unit), style="bold underline")
        rows.append(RuledRow((Text(),), (heading,)))
        for stated in group:
            value = Text(value_text(stated), style=terminal.FIGURE)
            wrapped = value.wrap(terminal.console(), width)
            for line in wrapped:
                line.rstrip()
            lines = Text("\n").join(wrapped)
            lines.justify = "right"
            counted, id_ = _counted(library, stated)
            place = Text(place_of(stated.fact), style=terminal.PLACE)
            if period := when(stated):
                place.append(f" · {period}")
            rows.append(RuledRow((lines,), (counted, place, id_), joined=True))
    head = RuledRow((Text("Figure", justify="right"),), (Text("What it counts, in our words"),))
    return RuledRows(head, rows)


def _counted(library: Library, stated: StatedFigure) -> tuple[Text, Text]:
    counted = Text(printable(stated.figure.measures))
    return counted, terminal.unbroken(library.qualify(stated.fact), terminal.FACT_ID)


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
    return period_text(stated.period, from_context=stated.from_context)
