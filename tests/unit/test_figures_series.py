"""Which figures are set side by side."""

from pathlib import Path

import pytest

from wp.base.load import load
from wp.figures import (
    FigureSeries,
    StatedFigure,
    Wanted,
    arrange,
    choose,
    compare,
    families_of,
    figures_of,
    series_of,
)
from wp.library import Library
from wp.model import Fact, Figure, Period

TERNS = Path(__file__).parent.parent / "tern-island.facts.json"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library((load(TERNS),))


def comparison(library: Library, wanted: Wanted) -> FigureSeries:
    kept, _ = choose(figures_of(library.facts), wanted)
    return compare(library.facts, list(arrange(library.bases, kept).values()))


def stated(value: float, year: str | None, measures: str = "terns", **more: str) -> StatedFigure:
    period = Period(f"in {year}", year, year) if year else None
    figure = Figure(f"{value} {year}", value, "birds", measures, period=period, **more)  # type: ignore[arg-type]
    return StatedFigure(Fact("1.a.b", "d", "1", "a", "", "", 1, 0, 0, ""), figure)


def values(figures: tuple[StatedFigure, ...]) -> list[float]:
    return [one.figure.value for one in figures]


def test_families_are_found_in_the_fact_and_across_facts(library: Library) -> None:
    found = {
        family.whole.figure.value: values(family.parts) for family in families_of(library.facts)
    }
    assert found == {1_400_000: [7000], 90: [60, 50]}


def test_the_rest_of_a_whole(library: Library) -> None:
    eggs, wardens = families_of(library.facts)
    assert eggs.rest == 1_393_000
    assert eggs.share(7000) == pytest.approx(0.5)
    assert wardens.rest == -20  # twenty speak both


def test_a_family_is_whole_although_a_filter_took_its_parts(library: Library) -> None:
    (family,) = comparison(library, Wanted(unit="eggs", least=10_000)).families
    assert values(family.parts) == [7000]


def test_a_unit_that_a_family_or_series_shows_gets_no_bars(library: Library) -> None:
    found = comparison(library, Wanted())
    assert [group[0].unit for group in found.groups] == ["people", "centimeters"]
    assert [line.points[0].unit for line in found.series] == ["pairs", "percent"]
    assert [one.unit for one in found.single] == ["RMB", "tons"]


def test_ordinals_are_never_drawn(library: Library) -> None:
    found = comparison(library, Wanted(unit="ordinal"))
    assert values(found.ordinals) == [3]
    assert found[:4] == ((), (), (), ())


def test_a_group_never_mixes_units(library: Library) -> None:
    for group in comparison(library, Wanted()).groups:
        assert len({one.unit for one in group}) == 1


def test_a_series_is_one_measure_in_order_of_time() -> None:
    figures = [stated(92.9, "2016"), stated(81, "2013", "Terns"), stated(5, "2015", "gulls")]
    (line,) = series_of(figures)
    assert values(line.points) == [81, 92.9]
    assert line.change == 11.9  # as decimals: floats give 11.900000000000006


@pytest.mark.parametrize(
    "figures",
    [
        [stated(1, "2013"), stated(2, "2014", "gulls")],
        [stated(1, "2013"), stated(2, None)],
        # Two counts for one year are rival figures, not a course of time.
        [stated(1, "2013"), stated(2, "2013")],
    ],
    ids=["other measures", "no year", "one year twice"],
)
def test_no_series(figures: list[StatedFigure]) -> None:
    assert series_of(figures) == []


def test_a_bound_gives_no_change() -> None:
    (line,) = series_of([stated(1, "2013"), stated(2, "2014", qualifier="more than")])
    assert line.change is None
