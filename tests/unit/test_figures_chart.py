"""Numbers as bars, shares and lines of characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.show import chart
from wp.show.chart import Scale

WIDTHS = st.integers(20, 140)
COUNTS = st.integers(1, 10**12)


@pytest.mark.parametrize(
    ("values", "percent", "expected"),
    [
        ([369, 1178], False, Scale(0, 1178)),
        # Two orders of magnitude: powers of ten around the values.
        ([48, 1_300_000_000], False, Scale(10, 10**10, log=True)),
        ([1, 100], False, Scale(1, 100, log=True)),
        ([1, 99], False, Scale(0, 99)),
        ([81, 92.9], True, Scale(0, 100)),
        ([81, 140], True, Scale(0, 140)),
        # Nought and less have no place on a log scale.
        ([0, 5000], False, Scale(0, 5000)),
        ([-4, 2.5], False, Scale(-4, 2.5)),
        ([0, 0], False, Scale(0, 1)),
    ],
)
def test_scales(values: list[float], percent: bool, expected: Scale) -> None:
    assert chart.scale_for(values, percent=percent) == expected


@pytest.mark.parametrize(
    ("value", "scale", "expected"),
    [
        (10, Scale(0, 10), "████████"),
        (5, Scale(0, 10), "████"),
        (0.9, Scale(0, 10), "▊"),
        (0.001, Scale(0, 10), "▏"),  # seen, however small
        (0, Scale(0, 10), ""),
        (-4, Scale(-4, 4), "████"),
        (4, Scale(-4, 4), "    ████"),
    ],
)
def test_bars(value: float, scale: Scale, expected: str) -> None:
    assert chart.bar(value, scale, 8) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [(1, "●·······"), (100, "····●···"), (10_000, "·······●")]
)
def test_dots_on_a_log_scale(value: float, expected: str) -> None:
    assert "".join(chart.dot(value, Scale(1, 10_000, log=True), 8)) == expected


@given(st.lists(COUNTS, min_size=2, max_size=6), WIDTHS)
def test_a_longer_bar_never_means_a_smaller_value(values: list[int], width: int) -> None:
    scale = Scale(0, max(values) or 1)
    bars = [chart.bar(value, scale, width) for value in sorted(values)]
    lengths = [(len(bar), "▏▎▍▌▋▊▉█".index(bar[-1])) for bar in bars]
    assert lengths == sorted(lengths)
    assert lengths[-1][0] <= width


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=10), st.integers(0, 10**9), WIDTHS)
def test_shares_fill_the_bar_and_show_every_part(parts: list[int], rest: int, width: int) -> None:
    parts[0] += 1
    cells = chart.shares(parts, rest, width)
    assert sum(count for _, count in cells) == width
    for part, (_, count) in zip(parts, cells, strict=False):
        assert bool(part) == bool(count) or (not part and count == 0)
    assert len({mark for mark, _ in cells}) == len(cells)
    assert (cells[-1][0] == chart.REST) == bool(rest)


def test_shares_are_to_scale() -> None:
    assert chart.shares([369, 322, 487], 0, 60) == [("█", 19), ("▓", 16), ("▒", 25)]
    assert chart.shares([8_900, 63_000], 1_465_100, 60) == [("█", 1), ("▓", 2), ("░", 57)]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (0, 9.9, "●━━━━━━━━▶"),
        (8, 2, "  ◀━━━━━●"),
        (5, 5, "     ●"),
        (5, 5.1, "     ●"),  # too near to be told apart on this scale
    ],
)
def test_from_to_lines(first: float, last: float, expected: str) -> None:
    assert chart.from_to(first, last, Scale(0, 10), 10) == expected


@pytest.mark.parametrize(
    ("scale", "line", "labels"),
    [
        (Scale(0, 100), "┌──────┬───────┬──────┬──────┐", "0     25      50     75    100"),
        (Scale(0, 55.2), "┌────────────────────────────┐", "0                         55.2"),
        (Scale(-4, 4), "┌──────────────┬─────────────┐", "-4             0             4"),
        (
            Scale(1, 10_000, log=True),
            "┌──────┬───────┬──────┬──────┐",
            "1     10      100    1k    10k",
        ),
        # No room for ten labels: every second one, at even steps.
        (
            Scale(10, 10**10, log=True),
            "┌──┬──┬───┬──┬──┬───┬──┬──┬──┐",
            "10   1k    100k    10m   1bn",
        ),
    ],
)
def test_axes(scale: Scale, line: str, labels: str) -> None:
    assert chart.axis(scale, 30) == (line, labels)


@given(st.lists(COUNTS | st.just(10**400) | st.just(1e-300), min_size=1, max_size=5), WIDTHS)
def test_an_axis_is_as_wide_as_its_bars(values: list[float], width: int) -> None:
    scale = chart.scale_for(values)
    line, labels = chart.axis(scale, width)
    assert all(len("".join(chart.dot(value, scale, width))) == width for value in values)
    if not scale.log:
        assert all(len(chart.bar(value, scale, width)) <= width for value in values)
    assert len(line) == width
    assert len(labels) <= width


@pytest.mark.parametrize(
    ("value", "expected"),
    [(100, "100"), (1000, "1k"), (58_000, "58k"), (6_100, "6.1k"), (6_476, "6,476"),
     (10**9, "1bn"), (1.3 * 10**9, "1.3bn"), (92.9, "92.9"), (0, "0"), (-4, "-4")],
)  # fmt: skip
def test_short_numbers_lose_nothing(value: float, expected: str) -> None:
    assert chart.short(value) == expected
