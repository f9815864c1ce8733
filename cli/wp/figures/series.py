"""Which figures may be set side by side: parts of a whole, series over time, one unit's figures.

Only figures of one unit are ever compared, and ordinals, which count nothing, never.
"""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from wp.figures import StatedFigure, figures_of
from wp.model import Fact


class Family(NamedTuple):
    """A whole and its parts as the text gives them; the parts need not add up to it."""

    whole: StatedFigure
    parts: tuple[StatedFigure, ...]

    @property
    def rest(self) -> int | float:
        """What the whole has beyond its parts; negative where the parts overlap."""
        return _difference(self.whole.figure.value, *(part.figure.value for part in self.parts))

    @property
    def exact(self) -> bool:
        """Return whether no figure has a qualifier, so that shares are more than estimates."""
        return not any(stated.figure.qualifier for stated in (self.whole, *self.parts))

    def share(self, value: int | float) -> float:
        """Return the share of the whole that a value is, in percent."""
        return 100 * value / self.whole.figure.value


class Series(NamedTuple):
    """Figures of one measure and unit over different periods, the earliest first."""

    points: tuple[StatedFigure, ...]

    @property
    def change(self) -> int | float | None:
        """The last value less the first; None where a qualifier makes one of them a bound."""
        first, last = self.points[0].figure, self.points[-1].figure
        if first.qualifier or last.qualifier:
            return None
        return _difference(last.value, first.value)


class FigureSeries(NamedTuple):
    """Figures sorted by how they may be drawn.

    `groups` are the figures of one unit that are more than a family or a series alone; `single`
    have no other of their unit; `ordinals` are never drawn.
    """

    families: tuple[Family, ...]
    series: tuple[Series, ...]
    groups: tuple[tuple[StatedFigure, ...], ...]
    single: tuple[StatedFigure, ...]
    ordinals: tuple[StatedFigure, ...]


def _difference(value: int | float, *others: int | float) -> int | float:
    """Subtract as decimals, so that 92.9 less 81 is 11.9."""
    result = Decimal(str(value)) - sum(Decimal(str(other)) for other in others)
    return int(result) if result == result.to_integral_value() else float(result)


def compare(facts: Sequence[Fact], groups: Collection[Sequence[StatedFigure]]) -> FigureSeries:
    """Sort figures, given as one group a unit, by how they may be set side by side.

    A family is whole as soon as one of its figures is among those given: a part left out by a
    filter would show as a remainder that the text does not have.
    """
    drawn = [tuple(group) for group in groups if group and not group[0].ordinal]
    chosen = {stated for group in drawn for stated in group}
    families = tuple(
        family for family in families_of(facts) if not chosen.isdisjoint(_members(family))
    )
    series = tuple(line for group in drawn for line in series_of(group))
    explained = [set(_members(family)) for family in families]
    explained += [set(line.points) for line in series]
    left = [group for group in drawn if not any(set(group) <= drawing for drawing in explained)]
    return FigureSeries(
        families,
        series,
        tuple(group for group in left if len(group) > 1),
        tuple(group[0] for group in left if len(group) == 1),
        tuple(stated for group in groups for stated in group if stated.ordinal),
    )


def _members(family: Family) -> tuple[StatedFigure, ...]:
    return (family.whole, *family.parts)


def families_of(facts: Iterable[Fact]) -> list[Family]:
    """Return every whole with its parts, as `part_of` names them, in the order of the facts.

    A part in another unit than its whole, or of a whole of nought, is left out.
    """
    figures = figures_of(facts)
    named: dict[tuple[str, str, str], StatedFigure] = {}
    for stated in figures:
        named.setdefault((stated.fact.document, stated.fact.id, stated.figure.text), stated)
    found: dict[StatedFigure, list[StatedFigure]] = {}
    for stated in figures:
        if not (place := stated.figure.whole(stated.fact.id)):
            continue
        whole = named.get((stated.fact.document, *place))
        if whole and whole.unit == stated.unit and whole.figure.value > 0 and not stated.ordinal:
            found.setdefault(whole, []).append(stated)
    return [Family(whole, tuple(parts)) for whole, parts in found.items()]


def series_of(figures: Iterable[StatedFigure]) -> list[Series]:
    """Return the series among figures of one unit: the same measure in at least two periods.

    A measure is the same when its words are, in any case. Two values for one period are no series.
    """
    measures: dict[tuple[str, str], list[StatedFigure]] = {}
    for stated in figures:
        if stated.span is not None:
            name = " ".join(stated.figure.measures.lower().split())
            measures.setdefault((stated.fact.document, name), []).append(stated)
    found = []
    for points in measures.values():
        spans = {stated.span for stated in points}
        if len(points) > 1 and len(spans) == len(points):
            found.append(Series(tuple(sorted(points, key=lambda stated: stated.time))))
    return found
