"""Figures drawn: as a table by unit, or as charts: bars, dots, shares of a whole, from–to lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from wp.english import SCALES, SMALL_NUMBERS, TENS, counted
from wp.figures import ORDINAL, Family, FigureSeries, Series, StatedFigure
from wp.library import Library
from wp.quantities import format_value
from wp.safe import one_line, printable
from wp.show import chart, terminal
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
_ROOM_BESIDE = 96
_LEAST_BAR = 16
_PART_STYLES = tuple(Style(color=color) for color in ("cyan", "green", "magenta", "yellow", "blue"))
_BAR = Style(color="cyan")
_REST = Style(dim=True)
_TITLE = Style(bold=True)


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
            what, id_ = _counted(library, stated)
            place = Text(place_of(stated.fact), style=terminal.PLACE)
            if period := when(stated):
                place.append(f" · {period}")
            rows.append(RuledRow((lines,), (what, place, id_), joined=True))
    head = RuledRow((Text("Figure", justify="right"),), (Text("What it counts, in our words"),))
    return RuledRows(head, rows)


def _counted(library: Library, stated: StatedFigure) -> tuple[Text, Text]:
    id_ = terminal.unbroken(library.qualify(stated.fact), terminal.FACT_ID)
    return Text(printable(stated.figure.measures)), id_


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


def chart_view(
    comparison: FigureSeries, hints: Iterable[str] = (), *, named: bool = False
) -> RenderableType:
    """Draw figures that can be compared, and name those that cannot; `hints` stand at the end.

    `named` puts the document's id before each place.
    """
    parts: list[RenderableType] = []
    for drawn in (
        *(partial(_family, family, named) for family in comparison.families),
        *(partial(_series, series, named) for series in comparison.series),
        *(partial(_bars, group, named) for group in comparison.groups),
    ):
        parts += [terminal.AtWidth(drawn), Text()]
    parts += [Text(hint, style=terminal.HINT) for hint in (*undrawn(comparison), *hints)]
    return Group(*parts)


def undrawn(comparison: FigureSeries) -> Iterator[str]:
    """Yield what is to be said below a chart: what was not drawn, what was worked out."""
    if comparison.single:
        alone = "; ".join(map(with_unit, comparison.single))
        yield f"Not drawn, the only one of its unit: {alone}."
    if comparison.ordinals:
        yield f"Not drawn: {counted(len(comparison.ordinals), 'ordinal')} (first, 70th …)."
    if comparison.families:
        yield "Shares in percent are worked out here."
    drawn = [stated for group in comparison.groups for stated in group]
    drawn += [one for family in comparison.families for one in (family.whole, *family.parts)]
    drawn += [one for series in comparison.series for one in series.points]
    if any(stated.from_context for stated in drawn):
        yield CONTEXT_HINT


def _scale_of(figures: Sequence[StatedFigure]) -> chart.Scale:
    values = [stated.figure.value for stated in figures]
    return chart.scale_for(values, percent=figures[0].unit == "percent")


def _bars(figures: Sequence[StatedFigure], named: bool, width: int) -> Iterator[RenderableType]:
    """Draw figures of one unit as bars, as dots on a log scale; labels beside them or above."""
    scale = _scale_of(figures)
    values = [value_text(stated) for stated in figures]
    beside = width >= _ROOM_BESIDE
    value_width = min(max(map(len, values)), width - _LEAST_BAR - 2)
    label_width = (width - value_width) * 45 // 100 if beside else 0
    indent = value_width + 2 + (label_width + 1 if beside else 0)
    bar_width = width - indent
    heading = Text.assemble((printable(figures[0].unit), _TITLE))
    if scale.log:
        heading.append(f"  {chart.LOG_HINT}", style=terminal.HINT)
    yield heading
    table = _grid(label_width, value_width, bar_width)
    lines: list[RenderableType] = []
    for stated, value in zip(figures, values, strict=True):
        if scale.log:
            before, dot, after = chart.dot(stated.figure.value, scale, bar_width)
            drawn = Text.assemble((f"│{before}", terminal.HINT), (dot, _BAR), (after, _REST))
        else:
            bar = chart.bar(stated.figure.value, scale, bar_width)
            drawn = Text.assemble(("│", terminal.HINT), (bar, _BAR))
        cells = [Text(value, style=terminal.FIGURE), drawn]
        if beside:
            table.add_row(label(stated, named), *cells)
        else:
            row = _grid(label_width, value_width, bar_width)
            row.add_row(*cells)
            lines += [label(stated, named), row, Text()]
    yield from ([table] if beside else lines[:-1])
    for line in chart.axis(scale, bar_width):
        yield Text(" " * indent + line, style=terminal.HINT, no_wrap=True)


def _grid(label_width: int, value_width: int, bar_width: int) -> Table:
    table = Table.grid(padding=(0, 1), pad_edge=False)
    if label_width:
        table.add_column(width=label_width)
    table.add_column(width=value_width, justify="right")
    table.add_column(width=bar_width + 1, no_wrap=True)
    return table


def _share(family: Family, value: int | float) -> Text:
    about = "" if family.exact else "~"
    share = family.share(value)
    return Text(f"{about}{share:.1f}%" if share >= 0.05 or not value else "<0.1%")


def _family(family: Family, named: bool, width: int) -> Iterator[RenderableType]:
    """Draw a whole as one bar, each part with its own fill mark, the rest light."""
    yield Text.assemble((with_unit(family.whole), _TITLE), "  the whole", no_wrap=True)
    yield label(family.whole, named)
    values = [part.figure.value for part in family.parts]
    legend = Table.grid(padding=(0, 1), pad_edge=False)
    legend.add_column(no_wrap=True)
    legend.add_column(justify="right", no_wrap=True)
    legend.add_column(justify="right", no_wrap=True)
    legend.add_column(ratio=1)
    styles = [_PART_STYLES[at % len(_PART_STYLES)] for at in range(len(values))]
    marks = chart.fills(len(values))
    for part, mark, style in zip(family.parts, marks, styles, strict=True):
        legend.add_row(
            Text(mark, style=style),
            Text(value_text(part), style=terminal.FIGURE),
            _share(family, part.figure.value),
            label(part, named, family.whole),
        )
    if family.rest < 0:
        # Together the parts are more than the whole, so each is drawn against it.
        whole = chart.Scale(0, family.whole.figure.value)
        for value, mark, style in zip(values, marks, styles, strict=True):
            filled = max(round(whole.position(value) * width), 1)
            bar = Text(mark * filled, style=style, no_wrap=True)
            yield bar.append(chart.REST * (width - filled), style=_REST)
        yield Text("The parts overlap: they add up to more than the whole.", style=terminal.HINT)
    else:
        bar = Text(no_wrap=True)
        cells = chart.shares(values, family.rest, width)
        for (mark, count), style in zip(cells, [*styles, _REST], strict=False):
            bar.append(mark * count, style=style)
        yield bar
    if family.rest > 0:
        told = Text("the rest: the whole less these parts", style=terminal.HINT)
        rest = Text(format_value(family.rest))
        legend.add_row(Text(chart.REST, style=_REST), rest, _share(family, family.rest), told)
    yield legend


def _series(series: Series, named: bool, width: int) -> Iterator[RenderableType]:
    """Draw one measure over time: a from–to line for two periods, a point a period for more."""
    points, scale, whole = series.points, _scale_of(series.points), width
    first, last = points[0], points[-1]
    yield Text.assemble(
        (f"{with_unit(first)} → {with_unit(last)}", _TITLE),
        (f"  {when(first)} → {when(last)}", terminal.PLACE),
        _change_text(series),
    )
    yield Text(printable(first.figure.measures))
    if len(points) == 2:
        line = chart.from_to(first.figure.value, last.figure.value, scale, width)
        yield Text(line, style=_BAR, no_wrap=True)
    else:
        names = [f"{when(stated)}  {value_text(stated)}" for stated in points]
        indent = max(map(len, names)) + 1
        width = max(width - indent, _LEAST_BAR)
        for stated, name in zip(points, names, strict=True):
            drawn = Text(name.rjust(indent - 1) + " ", no_wrap=True)
            value = stated.figure.value
            yield drawn.append(chart.from_to(value, value, scale, width), style=_BAR)
    for line in chart.axis(scale, width):
        yield Padding(Text(line, style=terminal.HINT, no_wrap=True), (0, 0, 0, whole - width))
    places = dict.fromkeys(place_of(one.fact, named=named) for one in points)
    log = f"; {chart.LOG_HINT}" if scale.log else ""
    yield Text(", ".join(places) + log, style=terminal.HINT)


def _change_text(series: Series) -> str:
    if series.change is None:
        return ""
    points = " percentage points" if series.points[0].unit == "percent" else ""
    return f"  {'+' if series.change > 0 else ''}{format_value(series.change)}{points}"


def label(stated: StatedFigure, named: bool, beside: StatedFigure | None = None) -> Text:
    """Name a figure: what it counts, then its place and period unless those of `beside`."""
    text = Text(printable(stated.figure.measures))
    place = where(stated, named)
    if beside is None or place != where(beside, named):
        text.append(f"\n{place}", style=terminal.PLACE)
    return text


def where(stated: StatedFigure, named: bool) -> str:
    """Return a figure's place and period on a line; `named` puts the document's id before them."""
    return " · ".join(filter(None, (place_of(stated.fact, named=named), when(stated))))
