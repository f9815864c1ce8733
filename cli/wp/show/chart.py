"""Bars, shares, from–to lines and spans of time as characters of a given width.

Nothing here knows a fact or a colour: numbers go in, strings come out, every distinction is made
by the characters themselves.
"""

from collections.abc import Sequence
from math import ceil, floor, log10
from typing import NamedTuple

_EIGHTHS = " ▏▎▍▌▋▊▉"
# From two orders of magnitude on, a linear scale shows the small values as nothing.
_LOG_ORDERS = 2
_LARGEST = 1e300
_FILLS = "█▓▒▞▚#=+:%"
REST = "░"
LOG_HINT = "log scale: each tick is ten times the one before"
_DOTS = "·"
_SCALE_NAMES = ((10**12, "tn"), (10**9, "bn"), (10**6, "m"), (10**3, "k"))


class Scale(NamedTuple):
    """A number line from `low` to `high`, linear or logarithmic."""

    low: float
    high: float
    log: bool = False

    def position(self, value: float) -> float:
        """Return where a value lies, 0.0 at the low end, 1.0 at the high one; never beyond."""
        value = _drawable(value)
        if self.log:
            if value <= 0:
                return 0.0
            share = (log10(value) - log10(self.low)) / (log10(self.high) - log10(self.low))
        else:
            share = (value - self.low) / (self.high - self.low)
        return min(max(share, 0.0), 1.0)


def scale_for(values: Sequence[float], *, percent: bool = False) -> Scale:
    """Choose the scale for bars: from nought to the largest value, or by powers of ten.

    It is logarithmic when all values are positive and span two orders of magnitude or more, from
    the power of ten at or below the smallest; percentages within 0 to 100 get the whole of it.
    """
    low, high = _drawable(min(values)), _drawable(max(values))
    if low > 0 and log10(high) - log10(low) >= _LOG_ORDERS:
        return Scale(10.0 ** floor(log10(low)), 10.0 ** ceil(log10(high)), log=True)
    if percent and low >= 0 and high <= 100:
        return Scale(0, 100)
    if low == high == 0:
        return Scale(0, 1)
    return Scale(min(low, 0), max(high, 0))


def _drawable(value: float) -> float:
    """Bring a whole number that no float can hold within the range of floats."""
    return min(max(value, -_LARGEST), _LARGEST)


def bar(value: float, scale: Scale, width: int) -> str:
    """Draw a value as a bar of up to `width` cells, to an eighth of a cell.

    It begins at nought on a linear scale; a value too small to be seen gets the thinnest mark,
    nought gets none.
    """
    start, end = sorted((scale.position(0), scale.position(value)))
    if scale.low < 0:
        first, last = round(start * width), round(end * width)
        if value:
            last = max(last, first + 1)
        return (" " * first + "█" * (last - first))[:width].rstrip()
    eighths = round(end * width * 8)
    if value and not eighths:
        eighths = 1
    return ("█" * (eighths // 8) + _EIGHTHS[eighths % 8]).rstrip()


def dot(value: float, scale: Scale, width: int) -> tuple[str, str, str]:
    """Draw a value as a dot on a dotted line across the scale: what is before it, it, what follows.

    A bar on a log scale would show a length that means nothing.
    """
    at = min(int(scale.position(value) * width), width - 1)
    return _DOTS * at, "●", _DOTS * (width - 1 - at)


def ticks(scale: Scale) -> list[tuple[str, float]]:
    """Return the ticks of a scale: label and position from 0.0 to 1.0."""
    if scale.log:
        decades = round(log10(scale.high) - log10(scale.low))
        lowest = round(log10(scale.low))
        marks = [(10.0 ** (lowest + step), step / decades) for step in range(decades + 1)]
    else:
        marks = [(scale.low, 0.0), (scale.high, 1.0)]
        if scale.low < 0 < scale.high:
            marks.insert(1, (0, scale.position(0)))
        elif scale == Scale(0, 100):
            marks = [(step, step / 100) for step in (0, 25, 50, 75, 100)]
    return [(short(value), share) for value, share in marks]


def axis(scale: Scale, width: int) -> tuple[str, str]:
    """Draw the line of a scale and the labels under it, both `width` cells wide."""
    return ruler(ticks(scale), width)


def ruler(ticks: Sequence[tuple[str, float]], width: int) -> tuple[str, str]:
    """Draw a line with ticks, given as label and position from 0.0 to 1.0, and their labels.

    Where labels would touch, only every second is written, or every third and so on.
    """
    columns = [min(int(share * width + 1e-9), width - 1) for _, share in ticks]
    line = ["─"] * width
    for column in columns:
        line[column] = "┬"
    line[0] = {"┬": "┌"}.get(line[0], line[0])
    line[-1] = {"┬": "┐"}.get(line[-1], line[-1])
    labels = next(
        written
        for step in range(1, len(ticks) + 1)
        if (written := _labels(ticks[::step], columns[::step], width)) or step == len(ticks)
    )
    return "".join(line), labels


def _labels(ticks: Sequence[tuple[str, float]], columns: Sequence[int], width: int) -> str:
    """Write labels centred on their columns, the first from its column on; "" if two touch."""
    written = ""
    for number, ((label, _), column) in enumerate(zip(ticks, columns, strict=True)):
        start = column - len(label) // 2 if number else column
        start = max(min(start, width - len(label)), 0)
        if number and start <= len(written):
            return ""
        written = written.ljust(start) + label
    return written


def short(value: float) -> str:
    """Write a number briefly: 100, 10k, 1m, 1bn, 92.9."""
    for size, name in _SCALE_NAMES:
        if abs(value) >= size and value / size == round(value / size, 1):
            return f"{value / size:g}{name}"
    return f"{value:,.0f}" if value == round(value) else f"{value:g}"


def fills(count: int) -> str:
    """Return as many different fill marks as there are parts, in the order of `shares`."""
    return (_FILLS * (count // len(_FILLS) + 1))[:count]


def shares(parts: Sequence[float], rest: float, width: int) -> list[tuple[str, int]]:
    """Part a bar of `width` cells among the parts of a whole and what remains of it.

    Gives fill mark and cells for each part, and for the remainder if there is one. Cells go by the
    largest remainder; a part that is not nought has at least one.
    """
    values = [*parts, rest] if rest > 0 else list(parts)
    total = sum(values)
    ideal = [value / total * width for value in values]
    cells = [max(floor(amount), 1 if amount > 0 else 0) for amount in ideal]
    while sum(cells) < width:
        cells[max(range(len(cells)), key=lambda at: ideal[at] - cells[at])] += 1
    while sum(cells) > width and max(cells) > 1:
        largest = max((at for at in range(len(cells)) if cells[at] > 1), key=lambda at: cells[at])
        cells[largest] -= 1
    marks = fills(len(parts)) + (REST if rest > 0 else "")
    return list(zip(marks, cells, strict=True))


def from_to(first: float, last: float, scale: Scale, width: int) -> str:
    """Draw the way from one value to another: `●━━━▶`, `◀━━━●`, or `●` where nothing changed."""
    start = min(int(scale.position(first) * width), width - 1)
    end = min(int(scale.position(last) * width), width - 1)
    low, high = sorted((start, end))
    line = [" "] * low + ["━"] * (high - low + 1)
    if first != last and start != end:
        line[end] = "▶" if last > first else "◀"
    line[start] = "●"
    return "".join(line)
