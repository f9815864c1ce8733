"""Choosing and ordering figures."""

from pathlib import Path

import pytest

from wp.base.load import load
from wp.errors import NotFoundError, UsageError
from wp.figures import (
    Order,
    Wanted,
    arrange,
    choose,
    figures_of,
    find_unit,
    plain_unit,
    read_value,
)
from wp.figures.timeline import window
from wp.library import Library

TERNS = Path(__file__).parent.parent / "tern-island.facts.json"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library((load(TERNS),))


def texts(library: Library, wanted: Wanted) -> list[str]:
    kept, _ = choose(figures_of(library.facts), wanted)
    return [stated.figure.text for stated in kept]


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        # A period before the window; an open start reaches no further back than its known end.
        (None, "1998", ["40"]),
        # An open end reaches every later window; the neighbour's period counts as the quote's own.
        ("2019", None, ["1,400,000", "7,000"]),
        # A year holds its days, and a month that only begins in the window is in it.
        ("2016-06-03", "2016-06-03", ["1,400,000", "7,000", "2.5 centimeters", "4 centimeters",
                                      "third"]),
        ("2016-06-04", "2016-12", ["1,400,000", "7,000"]),
    ],
)  # fmt: skip
def test_a_time_keeps_periods_that_overlap_it(
    library: Library, since: str | None, until: str | None, expected: list[str]
) -> None:
    assert texts(library, Wanted(time=window(since, until))) == expected


def test_figures_left_out_for_want_of_a_year_are_counted(library: Library) -> None:
    kept, undated = choose(figures_of(library.facts), Wanted(time=window("1900", "2100")))
    assert undated == len(figures_of(library.facts)) - len(kept) == 5
    assert choose(figures_of(library.facts), Wanted())[1] == 0


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(least=36000), ["1,400,000", "36,000 visitors", "RMB9.5 billion"]),
        (Wanted(least=36001, most=1400000), ["1,400,000"]),
        # Below five there is a third survey, but an ordinal has no size.
        (Wanted(most=4), ["2.5 centimeters", "4 centimeters"]),
        (Wanted(unit="ordinal", most=4), ["third"]),
        (Wanted(unit="people", most=60), ["60", "50"]),
    ],
)
def test_bounds_include_their_ends(library: Library, wanted: Wanted, expected: list[str]) -> None:
    assert sorted(texts(library, wanted)) == sorted(expected)


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("tonnes", "tons"),
        ("metric ton", "tons"),
        ("yuan", "RMB"),
        ("rmb", "RMB"),
        ("%", "percent"),
        ("per cent", "percent"),
        ("person", "people"),
        ("People", "people"),
        ("pair", "pairs"),
        ("ordinals", "ordinal"),
    ],
)
def test_units_go_by_other_names(library: Library, typed: str, unit: str) -> None:
    assert find_unit(typed, figures_of(library.facts)) == unit


def test_an_unknown_unit_is_told_with_the_units_there_are(library: Library) -> None:
    with pytest.raises(NotFoundError, match="the units are pairs, eggs, people") as told:
        find_unit("peple", figures_of(library.facts))
    assert "people" in told.value.nearest


def test_a_unit_of_another_name_is_in_the_same_group() -> None:
    assert plain_unit("metric tons") == plain_unit("tonnes") == "tons"
    assert plain_unit("harbours") == "harbours"


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("place", ["40", "310", "more than 5,200"]),
        ("value", ["more than 5,200", "310", "40"]),
        # "by 2008" has its place at its end, after 1998.
        ("period", ["40", "310", "more than 5,200"]),
    ],
)
def test_orders(library: Library, order: Order, expected: list[str]) -> None:
    groups = arrange(library.bases, reversed(figures_of(library.facts)), order)
    assert [stated.figure.text for stated in groups["pairs"]] == expected


def test_units_come_as_the_text_has_them_and_ordinals_last(library: Library) -> None:
    groups = arrange(library.bases, figures_of(library.facts))
    assert list(groups) == [
        "pairs", "eggs", "people", "centimeters", "percent", "RMB", "tons", "ordinal",
    ]  # fmt: skip


def test_figures_without_a_year_come_last_by_period(library: Library) -> None:
    people = arrange(library.bases, figures_of(library.facts), "period")["people"]
    assert [stated.figure.value for stated in people] == [36000, 90, 60, 50]


def test_facts_are_chosen_by_section_and_topic(library: Library) -> None:
    assert library.choose() == list(library.facts)
    chosen = library.choose(topics={"visits"})
    assert {fact.topic for fact in chosen} == {"visits"}
    assert library.choose(sections={"2"}) == []


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("440", 440),
        ("1.3bn", 1_300_000_000),
        ("8k", 8000),
        ("6,476", 6476),
        ("92.9", 92.9),
        ("92.9%", 92.9),
        ("RMB9.5 billion", 9_500_000_000),
        ("thirty-six thousand", 36_000),
        ("-5", -5),
    ],
)
def test_values_are_read_as_people_write_them(typed: str, value: float) -> None:
    assert read_value(typed, "--min") == value


@pytest.mark.parametrize(
    "typed",
    ["", "many", "1 2 3", "nan", "inf", "1e400", "0x10", "8 apples", "8'000", "~8", "8;000"],
)
def test_what_is_no_value_is_told(typed: str) -> None:
    with pytest.raises(UsageError, match="--min takes a number"):
        read_value(typed, "--min")
