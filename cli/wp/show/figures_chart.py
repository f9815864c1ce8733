"""Figures as charts: within one unit bars or dots, shares of a whole, from–to lines."""

from collections.abc import Iterable, Iterator

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from wp.english import counted
from wp.figures.select import StatedFigure
from wp.figures.series import Family, FigureSeries, Series
from wp.quantities.exact import format_value
from wp.safe import printable
from wp.show import chart, terminal
from wp.show.fact_table import place_of
from wp.show.fact_view import CONTEXT_HINT
from wp.show.figures_view import value_text, when, with_unit

_ROOM_BESIDE = 96
_LEAST_BAR = 16
_PART_STYLES = tuple(Style(color=color) for color in ("cyan", "green", "magenta", "yellow", "blue"))
_BAR = Style(color="cyan")
_REST = Style(dim=True)
_TITLE = Style(bold=True)


def chart_view(
    comparison: FigureSeries, hints: Iterable[str] = (), *, named: bool = False
) -> RenderableType:
    """Draw figures that can be compared, and name those that cannot; `hints` stand at the end.

    `named` puts the document's id before each place.
    """
    parts: list[RenderableType] = []
    for family in comparison.families:
        parts += [FamilyChart(family, named), Text()]
    for series in comparison.series:
        parts += [SeriesChart(series, named), Text()]
    for group in comparison.groups:
        parts += [BarChart(group, named), Text()]
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


class BarChart:
    """Figures of one unit as bars, as dots on a log scale; the label beside them or above."""

    def __init__(self, figures: tuple[StatedFigure, ...], named: bool) -> None:
        self.figures = figures
        self.named = named
        self.scale = chart.scale_for(
            [stated.figure.value for stated in figures], percent=figures[0].unit == "percent"
        )

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the bars at the width given, the axis under them."""
        width = options.max_width
        values = [value_text(stated) for stated in self.figures]
        beside = width >= _ROOM_BESIDE
        value_width = min(max(map(len, values)), width - _LEAST_BAR - 2)
        label_width = (width - value_width) * 45 // 100 if beside else 0
        indent = value_width + 2 + (label_width + 1 if beside else 0)
        bar_width = width - indent
        yield self._heading()
        table = Table.grid(padding=(0, 1), pad_edge=False)
        if beside:
            table.add_column(width=label_width)
        table.add_column(width=value_width, justify="right")
        table.add_column(width=bar_width + 1, no_wrap=True)
        lines: list[RenderableType] = []
        for stated, value in zip(self.figures, values, strict=True):
            if self.scale.log:
                before, dot, after = chart.dot(stated.figure.value, self.scale, bar_width)
                drawn = Text.assemble((f"│{before}", terminal.HINT), (dot, _BAR), (after, _REST))
            else:
                bar = chart.bar(stated.figure.value, self.scale, bar_width)
                drawn = Text.assemble(("│", terminal.HINT), (bar, _BAR))
            cells = [Text(value, style=terminal.FIGURE), drawn]
            if beside:
                table.add_row(label(stated, self.named), *cells)
            else:
                row = Table.grid(padding=(0, 1), pad_edge=False)
                row.add_column(width=value_width, justify="right")
                row.add_column(width=bar_width + 1, no_wrap=True)
                row.add_row(*cells)
                lines += [label(stated, self.named), row, Text()]
        yield from ([table] if beside else lines[:-1])
        for line in chart.axis(self.scale, bar_width):
            yield Text(" " * indent + line, style=terminal.HINT, no_wrap=True)

    def _heading(self) -> Text:
        text = Text.assemble((printable(self.figures[0].unit), _TITLE))
        if self.scale.log:
            text.append(f"  {chart.LOG_HINT}", style=terminal.HINT)
        return text


class FamilyChart:
    """A whole as one bar, parted among its parts, each with its own fill mark; the rest light."""

    def __init__(self, family: Family, named: bool) -> None:
        self.family = family
        self.named = named

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the bar at the width given, and a line for each part."""
        family = self.family
        yield Text.assemble((with_unit(family.whole), _TITLE), "  the whole", no_wrap=True)
        yield label(family.whole, self.named)
        values = [part.figure.value for part in family.parts]
        rest = family.rest
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
                self._share(part.figure.value),
                label(part, self.named, family.whole),
            )
        if rest < 0:
            yield from self._overlapping(options.max_width, styles)
        else:
            bar = Text(no_wrap=True)
            cells = chart.shares(values, rest, options.max_width)
            for (mark, count), style in zip(cells, [*styles, _REST], strict=False):
                bar.append(mark * count, style=style)
            yield bar
        if rest > 0:
            told = Text("the rest: the whole less these parts", style=terminal.HINT)
            legend.add_row(
                Text(chart.REST, style=_REST), Text(format_value(rest)), self._share(rest), told
            )
        yield legend

    def _share(self, value: int | float) -> Text:
        about = "" if self.family.exact else "~"
        share = self.family.share(value)
        return Text(f"{about}{share:.1f}%" if share >= 0.05 or not value else "<0.1%")

    def _overlapping(self, width: int, styles: list[Style]) -> RenderResult:
        """Draw each part against the whole: together they are more, so they overlap."""
        whole = chart.Scale(0, self.family.whole.figure.value)
        marks = chart.fills(len(styles))
        for part, mark, style in zip(self.family.parts, marks, styles, strict=True):
            filled = max(round(whole.position(part.figure.value) * width), 1)
            bar = Text(mark * filled, style=style, no_wrap=True)
            yield bar.append(chart.REST * (width - filled), style=_REST)
        yield Text("The parts overlap: they add up to more than the whole.", style=terminal.HINT)


class SeriesChart:
    """One measure over time: a from–to line for two periods, a point a period for more."""

    def __init__(self, series: Series, named: bool) -> None:
        self.points = series.points
        self.named = named
        self.change = series.change
        self.scale = chart.scale_for(
            [stated.figure.value for stated in self.points],
            percent=self.points[0].unit == "percent",
        )

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the line at the width given, the axis under it."""
        first, last = self.points[0], self.points[-1]
        yield Text.assemble(
            (f"{with_unit(first)} → {with_unit(last)}", _TITLE),
            (f"  {when(first)} → {when(last)}", terminal.PLACE),
            self._change_text(),
        )
        yield Text(printable(first.figure.measures))
        width = options.max_width
        if len(self.points) == 2:
            line = chart.from_to(first.figure.value, last.figure.value, self.scale, width)
            yield Text(line, style=_BAR, no_wrap=True)
        else:
            names = [f"{when(stated)}  {value_text(stated)}" for stated in self.points]
            indent = max(map(len, names)) + 1
            width = max(width - indent, _LEAST_BAR)
            for stated, name in zip(self.points, names, strict=True):
                drawn = Text(name.rjust(indent - 1) + " ", no_wrap=True)
                yield drawn.append(chart.point(stated.figure.value, self.scale, width), style=_BAR)
        for line in chart.axis(self.scale, width):
            yield Padding(
                Text(line, style=terminal.HINT, no_wrap=True), (0, 0, 0, options.max_width - width)
            )
        places = dict.fromkeys(place_of(one.fact, named=self.named) for one in self.points)
        scale = f"; {chart.LOG_HINT}" if self.scale.log else ""
        yield Text(", ".join(places) + scale, style=terminal.HINT)

    def _change_text(self) -> str:
        if self.change is None:
            return ""
        unit = self.points[0].unit
        points = " percentage points" if unit == "percent" else ""
        sign = "+" if self.change > 0 else ""
        return f"  {sign}{format_value(self.change)}{points}"


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
