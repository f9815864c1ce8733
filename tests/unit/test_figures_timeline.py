"""Dated statements: their order, and the span of time that is asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.errors import UsageError
from wp.figures.timeline import (
    TimeKind,
    TimeSpan,
    dates_of,
    day_after,
    first_day,
    kind_of,
    read_date,
    span_of,
    timeline,
    window,
)
from wp.model import Fact, Figure, Period
from wp.show.timeline_view import Axis, axis_for, axis_ruler, draw


def fact(id_: str, *dates: Period, figures: tuple[Figure, ...] = ()) -> Fact:
    return Fact(id_, "d", "1", "a", "", "", 1, 0, 0, "", figures=figures, dates=dates)


def year(name: str, text: str = "") -> Period:
    return Period(text or f"in {name}", name, name)


VAGUE = Period("Since the Long Winter", None, None)


def test_the_earliest_comes_first_and_an_open_start_stands_at_its_end() -> None:
    facts = [
        fact("month", Period("in May 2013", "2013-05", "2013-05")),
        fact("until", Period("by 2012", None, "2012")),
        fact("long", Period("2013 to 2016", "2013", "2016")),
        fact("open", Period("since 2013", "2013", None)),
        fact("year", year("2013")),
        fact("vague", VAGUE),
        fact("first", year("1990")),
    ]
    found = timeline(facts)
    order = [dated.fact.id for dated in found.dated]
    assert order == ["first", "until", "year", "long", "open", "month"]
    assert [dated.fact.id for dated in found.vague] == ["vague"]


def test_a_fact_has_each_date_once() -> None:
    dated = dates_of(fact("a", year("2016", "2016 survey"), year("2013"), year("2016")))
    assert [one.period.text for one in dated] == ["2016 survey", "in 2013"]


def test_the_periods_of_figures_count_and_a_neighbours_is_marked() -> None:
    figures = (
        Figure("5", 5, "eggs", "eggs", period=year("2014")),
        Figure("6", 6, "eggs", "eggs", context_period=year("2015")),
        # The quote's own date wins over the same one of a neighbour.
        Figure("7", 7, "eggs", "eggs", context_period=year("2013")),
    )
    dated = dates_of(fact("a", year("2013"), figures=figures))
    assert [(one.period.start, one.from_context) for one in dated] == [
        ("2013", False),
        ("2014", False),
        ("2015", True),
    ]


@pytest.mark.parametrize(
    ("dated", "since", "until", "kept", "why"),
    [
        (Period("by 2016", None, "2016"), None, "1900", False, "only its end is known"),
        (Period("by 2016", None, "2016"), "2010", "2015", False, "nor of a year before"),
        (Period("by 2016", None, "2016"), None, "2016", True, "its end lies in the time"),
        (Period("by 2016", None, "2016"), "2016-12-31", None, True, "its last day"),
        (Period("by 2016", None, "2016"), "2017", None, False, "over by then"),
        (Period("since 2013", "2013", None), "2020", None, True, "an open end goes on"),
        (Period("since 2013", "2013", None), None, "2012", False, "not yet begun"),
        (Period("1990 to 2017", "1990", "2017"), "2000", "2001", True, "in the midst of it"),
    ],
)  # fmt: skip
def test_an_open_period_lies_in_a_time(
    dated: Period, since: str | None, until: str | None, kept: bool, why: str
) -> None:
    found = timeline([fact("a", dated)], window(since, until))
    assert bool(found.dated) is kept, why


def test_a_time_leaves_vague_dates_out_and_counts_them() -> None:
    found = timeline([fact("a", year("2013")), fact("b", VAGUE), fact("c", year("2015"))],
                     window("2014", None))  # fmt: skip
    assert [dated.fact.id for dated in found.dated] == ["c"]
    assert (found.vague, found.left_out) == ((), 1)


DATES = st.dates().map(lambda date: date.isoformat())


@given(DATES)
def test_a_day_lies_in_its_month_and_a_month_in_its_year(day: str) -> None:
    month, year = day[:7], day[:4]
    assert first_day(year) <= first_day(month) <= first_day(day)
    assert day_after(day) == first_day(day) + 1 <= day_after(month) <= day_after(year)


@given(DATES, DATES)
def test_days_are_in_the_order_of_their_names(one: str, other: str) -> None:
    assert (first_day(one) < first_day(other)) == (one < other)


@given(st.tuples(DATES, DATES), st.tuples(DATES, DATES))
def test_overlap_is_mutual(one: tuple[str, str], other: tuple[str, str]) -> None:
    first, second = (TimeSpan(first_day(min(pair)), day_after(max(pair))) for pair in (one, other))
    assert first.overlaps(second) == second.overlaps(first)
    assert first.overlaps(first) and first.overlaps(TimeSpan(None, None))


@pytest.mark.parametrize(
    ("start", "end", "kind"),
    [
        ("2016", "2016", "year"),
        ("2016-09", "2016-09", "month"),
        ("2016-09-03", "2016-09-03", "day"),
        ("2016", "2017-08", "span"),
        ("2016", None, "since"),
        (None, "2016", "until"),
        (None, None, None),
    ],
)
def test_kinds(start: str | None, end: str | None, kind: TimeKind | None) -> None:
    period = Period("as printed", start, end)
    assert kind_of(period) == kind
    assert (span_of(period) is None) == (kind is None)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "16",
        "2016-13",
        "2016-00",
        "2017-02-29",
        "last year",
        "2016-9",
        "2016/09",
        "٢٠١٦",
        "0000",
    ],
)
def test_what_is_no_date_is_told(typed: str) -> None:
    with pytest.raises(UsageError, match="--since takes a year or a date"):
        read_date(typed, "--since")


def test_a_window_that_ends_before_it_begins() -> None:
    with pytest.raises(UsageError, match="--since 2017 lies after --until 2016-12-31"):
        window("2017", "2016-12-31")
    assert window("2016-12", "2016") is not None  # both hold December


def period(start: str | None, end: str | None) -> Period:
    return Period("", start, end)


AXIS = Axis(2010, 2020, 20)


@pytest.mark.parametrize(
    ("dated", "expected"),
    [
        (period("2010", "2010"), "■■"),
        (period("2019", "2019"), "                  ■■"),
        (period("2015-09", "2015-09"), "           ●"),
        (period("2010-01-01", "2010-01-01"), "◆"),
        (period("2012", "2014"), "    ├────┤"),
        (period("2012", None), "    ├──────────────▶"),
        (period(None, "2011"), "◀──┤"),
        # A span shorter than a cell is no year.
        (period("2012-01", "2012-02"), "    │"),
        # Beyond the axis is something else than open.
        (period("1990", "2011"), "‹──┤"),
        (period("2018", "2030"), "                ├──›"),
        (period("1990", "2030"), "‹──────────────────›"),
    ],
)
def test_spans_are_drawn_to_scale(dated: Period, expected: str) -> None:
    span, kind = span_of(dated), kind_of(dated)
    assert span is not None and kind is not None
    assert draw(span, kind, AXIS) == expected


@given(st.lists(st.tuples(DATES, DATES), min_size=1, max_size=4), st.integers(15, 120))
def test_everything_drawn_fits_its_axis(pairs: list[tuple[str, str]], width: int) -> None:
    spans = [TimeSpan(first_day(min(pair)), day_after(max(pair))) for pair in pairs]
    axis = axis_for(spans, None, width)
    line, years = axis_ruler(axis)
    assert len(line) == width and len(years) <= width
    for span in spans:
        drawn = draw(span, "span", axis)
        assert 0 < len(drawn) <= width
        assert not set(drawn) & set("‹›")


def test_a_window_sets_the_axis() -> None:
    spans = [TimeSpan(first_day("1990"), day_after("2030"))]
    assert axis_for(spans, window("2010", "2019-06"), 20) == AXIS
    assert axis_for(spans, None, 20) == Axis(1990, 2031, 20)


def test_the_years_on_the_axis() -> None:
    assert axis_ruler(Axis(1990, 2018, 40)) == (
        "┌──────┬──────┬──────┬──────┬──────┬────",
        "1990 1995   2000   2005   2010   2015",
    )
    # The round year 2000 would stand on the first year's label: it goes.
    assert axis_ruler(Axis(1999, 2050, 40))[1] == "1999  2010    2020    2030    2040"


@pytest.mark.parametrize(
    ("why", "years", "axis"),
    [
        ("one of five lies far before", [1921, 2012, 2013, 2014, 2017], (2012, 2018)),
        ("one of five lies far behind", [2012, 2013, 2014, 2017, 2050], (2012, 2018)),
        ("two of five are not few", [1921, 1930, 2013, 2014, 2017], (1921, 2018)),
        ("no gap, only thin at first", [1921, 1945, 1968, 1990, 2000], (1921, 2001)),
        ("too few to tell", [1921, 2012, 2014, 2017], (1921, 2018)),
        ("in two steps", [1921, 1990, *[2012, 2013, 2014, 2015] * 2], (2012, 2016)),
    ],
)
def test_a_few_far_dates_do_not_press_the_others_into_a_corner(
    why: str, years: list[int], axis: tuple[int, int]
) -> None:
    spans = [TimeSpan(first_day(str(year)), day_after(str(year))) for year in years]
    assert axis_for(spans, None, 40) == Axis(*axis, 40), why
