"""The real base's figures and dates as they are compared and drawn."""

import pytest

from wp.figures import Wanted, arrange, choose, compare, families_of, figures_of
from wp.figures.timeline import timeline, window
from wp.library import Library
from wp.model import Base


@pytest.fixture(scope="module")
def library(base: Base) -> Library:
    return Library((base,))


def test_parts_of_a_whole(library: Library) -> None:
    families = {
        family.whole.figure.value: ([part.figure.value for part in family.parts], family.rest)
        for family in families_of(library.facts)
    }
    assert families[1178] == ([369, 322, 487], 0)
    assert families[1_537_000] == ([8_900, 63_000], 1_465_100)
    assert all(rest >= 0 for _, rest in families.values())


def test_satisfaction_from_81_to_92_9_percent(library: Library) -> None:
    groups = arrange(library.bases, figures_of(library.facts))
    (line,) = compare(library.facts, list(groups.values())).series
    assert [point.figure.value for point in line.points] == [81, 92.9]
    assert line.change == 11.9


def test_assets_in_the_years_of_sky_net(library: Library) -> None:
    wanted = Wanted(unit="RMB", time=window("2016", "2016"))
    (stated,), _ = choose(figures_of(library.facts), wanted)
    assert stated.figure.value == 9_500_000_000
    assert stated.from_context
    assert choose(figures_of(library.facts), wanted._replace(time=window("2018", None)))[0] == []


def test_the_first_and_the_longest_dates(library: Library) -> None:
    found = timeline(library.facts)
    starts = [dated.period.start or dated.period.end for dated in found.dated]
    assert starts[:2] == ["1921", "1949"]
    assert any(dated.period[1:] == ("1990", "2017-08") for dated in found.dated)
    assert any("18th" in dated.period.text for dated in found.vague)
    assert all(dated.period.is_vague for dated in found.vague)
