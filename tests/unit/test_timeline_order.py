"""Dated statements in order of time."""

import pytest

from wp.figures.timeline import dates_of, timeline, window
from wp.model import Fact, Figure, Period


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
