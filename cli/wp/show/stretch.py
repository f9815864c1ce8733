"""Spans of time as characters on a year axis, drawn to scale."""

from collections.abc import Sequence
from typing import NamedTuple

from wp.figures.span import YEAR, TimeKind, TimeSpan, year_of
from wp.show.chart import ruler

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
