"""Dated statements as a table: the date, its stretch on a year axis, the statement."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from wp.figures.timeline import YEAR, DatedFact, TimeKind, Timeline, TimeSpan, kind_of, year_of
from wp.library import Library
from wp.show import terminal
from wp.show.chart import ruler
from wp.show.fact_table import place_of, quotation, summary
from wp.show.fact_view import period_text
from wp.show.ruled import RuledRow, RuledRows
from wp.show.terminal import document_key

_FILL = {"year": "■", "month": "●", "day": "◆"}
LEGEND = {
    "year": "■ a year",
    "month": "● a month",
    "day": "◆ a day",
    "span": "├─┤ or │ a span",
    "since": "├─▶ since",
    "until": "◀─┤ until",
}
_LONG = 20 * YEAR
CLIPPED = "‹ › beyond the axis"


class Axis(NamedTuple):
    """The years [first, last) laid over `width` cells; both are years, last is not included."""

    first: int
    last: int
    width: int

    def column(self, day: int) -> int:
        """Return the cell in which a day lies, counted from the left end, 0 or less before it."""
        return (day - self.first * YEAR) * self.width // ((self.last - self.first) * YEAR)


def axis_for(spans: Sequence[TimeSpan], window: TimeSpan | None, width: int) -> Axis:
    """Choose the years that an axis shows: where most spans lie, within a window if one is set.

    A few that lie far before or behind the others do not press these into a corner.
    """
    starts = sorted(day for span in spans for day in [span.start or span.end] if day is not None)
    ends = sorted(day for span in spans for day in [span.end or span.start] if day is not None)
    first, last = starts[0], ends[-1]
    if window is None:
        first = _begin(starts, last)
        last = -_begin([-day for day in reversed(ends)], -first)
    first, last = year_of(first), year_of(last - 1) + 1
    if window is not None and window.start is not None:
        first = max(first, year_of(window.start))
    if window is not None and window.end is not None:
        last = min(last, year_of(window.end - 1) + 1)
    return Axis(first, max(last, first + 1), width)


def _begin(days: Sequence[int], end: int) -> int:
    """Return the first of some days in order that an axis up to `end` shows.

    What stands before it is at most a fifth of them, behind a gap of a quarter of the axis at
    least, and without it an axis of twenty years or more is half as long.
    """
    first = 0
    for at in range(1, len(days) // 5 + 1):
        whole = end - days[first]
        parts = days[at] - days[at - 1] >= whole / 4 and end - days[at] <= whole / 2
        if parts and whole >= _LONG:
            first = at
    return days[first]


def axis_ruler(axis: Axis) -> tuple[str, str]:
    """Draw the axis: a line with a tick where a labelled year begins, and the years."""
    years = axis.last - axis.first
    step = next(
        step for step in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 10_000)
        if years / step * 7 <= axis.width or step == 10_000
    )  # fmt: skip
    marked = [axis.first, *range(axis.first - axis.first % step + step, axis.last, step)]
    if len(marked) > 1 and (marked[1] - marked[0]) / years * axis.width < 7:
        del marked[1]
    ticks = [(str(year), (year - axis.first) / years) for year in marked]
    return ruler(ticks, axis.width)


def draw(span: TimeSpan, kind: TimeKind, axis: Axis) -> str:
    """Draw a span on the axis.

    A mere year, month or day fills its cells with its own mark, at least one; a span is `├──┤`, an
    open one has an arrow, and what lies beyond the axis ends in `‹` or `›`.
    """
    start = 0 if span.start is None else axis.column(span.start)
    stop = axis.width if span.end is None else axis.column(span.end)
    first = min(max(start, 0), axis.width - 1)
    last = min(max(stop - 1, first), axis.width - 1)
    if kind in _FILL:
        line = [_FILL[kind]] * (last - first + 1)
    else:
        line = ["─"] * (last - first + 1)
        line[-1] = "┤"
        line[0] = "├" if last > first else "│"
        if span.start is None:
            line[0] = "◀"
        if span.end is None:
            line[-1] = "▶"
    if span.start is not None and span.start < axis.first * YEAR:
        line[0] = "‹"
    if span.end is not None and span.end > axis.last * YEAR:
        line[-1] = "›"
    return " " * first + "".join(line)


_ROOM_BESIDE = 110
_LONG_AXIS = 40
_INDENT = Text("  ")
_CONTEXT_HINT = "[…] around a date: the text beside the quote gives it."


def timeline_view(
    library: Library, found: Timeline, window: TimeSpan | None, hints: Iterable[str] = ()
) -> RenderableType:
    """Draw dated statements on one axis, and under them those whose time is vague."""
    every = (*found.dated, *found.vague)
    parts: list[RenderableType] = []
    if found.dated:
        parts.append(terminal.AtWidth(partial(_dated_rows, library, found.dated, window)))
    if found.vague:
        parts += [*([Text()] if parts else []), *_vague_rows(library, found.vague)]
    told = list(hints)
    if any(dated.from_context for dated in every):
        told.append(_CONTEXT_HINT)
    parts += [Text(hint, style=terminal.HINT) for hint in told]
    parts += document_key(library, (one.fact.document for one in every))
    return Group(*parts)


def _dated_rows(
    library: Library, dated: Sequence[DatedFact], window: TimeSpan | None, width: int
) -> Iterator[RenderableType]:
    """Draw dates to scale under their axis: statement beside the stretch where there is room, else
    under it."""
    rows = [
        (one, span, kind)
        for one in dated
        if (span := one.span) is not None and (kind := kind_of(one.period)) is not None
    ]
    date_width = max(len(_date_text(one)) for one, _, _ in rows)
    longest = max(_where(library, one).cell_len for one, _, _ in rows)
    beside = width >= max(_ROOM_BESIDE, (longest + date_width + 4) * 100 // 65 + 1)
    axis_width = width * 35 // 100 if beside else width - date_width - 2
    axis = axis_for([span for _, span, _ in rows], window, axis_width)
    line, years = axis_ruler(axis)
    table = _grid(date_width, axis_width, beside)
    table.add_row("", Text(f"{years}\n{line}", style=terminal.HINT, no_wrap=True))
    clipped = False
    for one, span, kind in rows:
        drawn = draw(span, kind, axis)
        clipped = clipped or any(mark in drawn for mark in "‹›")
        cells = [Text(_date_text(one)), Text(drawn, style=terminal.FIGURE)]
        told = Group(*statement(library, one))
        if beside:
            table.add_row(*cells, told)
        else:
            table.add_row(*cells)
            yield from (table, told, Text())
            table = _grid(date_width, axis_width, beside)
    if beside:
        yield table
    kinds = {kind for _, _, kind in rows}
    legend = [text for kind, text in LEGEND.items() if kind in kinds] + [CLIPPED] * clipped
    yield Text("  ".join(legend), style=terminal.HINT)
    if axis.last - axis.first > _LONG_AXIS:
        yield Text("--since and --until draw fewer years at a larger scale.", style=terminal.HINT)


def _grid(date_width: int, axis_width: int, beside: bool) -> Table:
    """Return a table of dates and their stretches, and of what stands `beside` them."""
    table = Table.grid(padding=(0, 2), pad_edge=False, expand=True)
    table.add_column(width=date_width, no_wrap=True, style=terminal.PLACE)
    table.add_column(width=axis_width, no_wrap=True)
    if beside:
        table.add_column(ratio=1)
    return table


def _vague_rows(library: Library, vague: Sequence[DatedFact]) -> Iterator[RenderableType]:
    """Draw dates without a year, as the text puts them, and under each what it is about."""
    texts: dict[str, list[RuledRow]] = {}
    for one in vague:
        row = RuledRow((_INDENT,), statement(library, one), joined=True)
        texts.setdefault(_date_text(one), []).append(row)
    yield Text("No year is named; in the words of the text", style="bold")
    for text, rows in texts.items():
        yield from (Text(text, style=terminal.PLACE), RuledRows(None, rows))


def statement(library: Library, dated: DatedFact) -> tuple[Text, ...]:
    """Draw what a date is about: the quotation, our summary, place, id."""
    fact = dated.fact
    ours = (summary(fact),) if fact.summary else ()
    return quotation(fact), *ours, _where(library, dated)


def _where(library: Library, dated: DatedFact) -> Text:
    where = terminal.unbroken(place_of(dated.fact), terminal.PLACE)
    where.append(f"  {library.qualify(dated.fact)}", style=terminal.FACT_ID)
    return where


def _date_text(dated: DatedFact) -> str:
    """Return a date in ISO form or as printed, in square brackets where a neighbour gives it."""
    return period_text(dated.period, from_context=dated.from_context)
