"""Which figures are asked for, in which order, and which of them may be set side by side.

Only figures of one unit are ever compared, and ordinals, which count nothing, never.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Literal, NamedTuple

from wp.errors import NotFoundError, UsageError
from wp.figures.timeline import TimeSpan, lies_in, span_of
from wp.model import Base, Fact, Figure, Period
from wp.pattern import pattern
from wp.quantities import Exact, exact
from wp.text import find_printed

Order = Literal["place", "value", "period"]
ORDERS: tuple[Order, ...] = ("place", "value", "period")

ORDINAL = "ordinal"

# What may stand beside the number of an option: a currency, a percent sign.
_BEFORE_VALUE = pattern(r"\s*(?:[A-Z]{2,3}|[$€£¥])?\s*")
_AFTER_VALUE = pattern(r"\s*(?:%|per ?cent)?\s*")


class StatedFigure(NamedTuple):
    """A figure and the fact that states it."""

    fact: Fact
    figure: Figure

    @property
    def unit(self) -> str:
        """The unit under its plain name: what two figures must share to be compared."""
        return plain_unit(self.figure.unit)

    @property
    def ordinal(self) -> bool:
        """Return whether the figure tells things apart ("sixth report") and counts nothing."""
        return self.unit == ORDINAL

    @property
    def period(self) -> Period | None:
        """The period that the quote gives, else the one that its neighbour gives."""
        return self.figure.time

    @property
    def from_context(self) -> bool:
        """Return whether the period is a neighbour's."""
        return self.figure.period is None and self.figure.context_period is not None

    @property
    def span(self) -> TimeSpan | None:
        """The period on the scale of time; None for none and for a vague one."""
        return span_of(self.period) if self.period else None

    @property
    def time(self) -> tuple[int, int]:
        """The key that puts figures in order of time; those without a date are alike."""
        return self.span.order if self.span else (0, 0)


class FigureList(tuple[StatedFigure, ...]):
    """Figures, those of one unit together; a notebook shows them as a table."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from wp.html import table

        rows = [
            (
                stated.figure.text,
                stated.figure.value,
                stated.figure.unit,
                stated.figure.measures,
                stated.period and stated.period.text,
                stated.fact.id,
            )
            for stated in self
        ]
        return table(("As printed", "Value", "Unit", "Measures", "Period", "Fact"), rows)


class Wanted(NamedTuple):
    """What figures must have to be kept; None asks for nothing.

    `unit` is a plain name, see `find_unit`; `least` and `most` are included; a figure is within
    `time` when its period has a day in common with it, and never without a dated period.
    """

    unit: str | None = None
    time: TimeSpan | None = None
    least: int | float | None = None
    most: int | float | None = None

    def keeps(self, stated: StatedFigure) -> bool:
        """Return whether a figure has all that is wanted, its time aside."""
        value = stated.figure.value
        if self.unit is not None and stated.unit != self.unit:
            return False
        if self.least is None and self.most is None:
            return True
        # An ordinal has no size: "sixth report" is not more than five of anything.
        if stated.ordinal and self.unit != ORDINAL:
            return False
        return (self.least is None or value >= self.least) and (
            self.most is None or value <= self.most
        )

    def in_time(self, stated: StatedFigure) -> bool:
        """Return whether a figure's period has a day in common with the time wanted."""
        if self.time is None:
            return True
        return stated.span is not None and lies_in(stated.span, self.time)


def figures_of(facts: Iterable[Fact]) -> list[StatedFigure]:
    """Return every figure of some facts."""
    return [StatedFigure(fact, figure) for fact in facts for figure in fact.figures]


def choose(figures: Iterable[StatedFigure], wanted: Wanted) -> tuple[list[StatedFigure], int]:
    """Return the figures that have what is wanted, and how many lack only a dated period."""
    kept = [stated for stated in figures if wanted.keeps(stated)]
    undated = 0 if wanted.time is None else sum(stated.span is None for stated in kept)
    return [stated for stated in kept if wanted.in_time(stated)], undated


def arrange(
    bases: Iterable[Base], figures: Iterable[StatedFigure], order: Order = "place"
) -> dict[str, list[StatedFigure]]:
    """Group figures by unit, and put each group in order.

    Units come as the text first has them, ordinals last. "value" puts the largest first, "period"
    the earliest, those without a year at the end; ties fall to their place in the text.
    """
    places = {
        (base.document.id, section.id): (number, at)
        for number, base in enumerate(bases)
        for at, section in enumerate(base.sections)
    }

    def place(stated: StatedFigure) -> tuple[int, int, int, int]:
        fact = stated.fact
        inside = find_printed(stated.figure.text, fact.quote)
        return (*places[(fact.document, fact.section)], fact.start, inside)

    groups: dict[str, list[StatedFigure]] = {}
    for stated in sorted(figures, key=place):
        groups.setdefault(stated.unit, []).append(stated)
    if ORDINAL in groups:
        groups[ORDINAL] = groups.pop(ORDINAL)
    for group in groups.values():
        if order == "value":
            group.sort(key=lambda stated: -stated.figure.value)
        elif order == "period":
            group.sort(key=lambda stated: (stated.span is None, stated.time))
    return groups


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
    numbers = [exact(value), *(exact(-other) for other in others)]
    power = min(number.exponent for number in numbers)
    return Exact(sum(number.at(power) for number in numbers), power).value()


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


_SAME_UNIT = {"persons": "people", "person": "people", "ordinals": ORDINAL}


def plain_unit(unit: str) -> str:
    """Return a unit's plain name: "tonnes" is "tons", "yuan" is "RMB", "%" is "percent"."""
    from wp.quantities.units import unit_of

    name = " ".join(unit.split())
    return unit_of(name) or _SAME_UNIT.get(name.lower(), name)


def find_unit(name: str, figures: Iterable[StatedFigure]) -> str:
    """Return the plain name of the unit that a typed name means, singular or plural, in any case.

    UsageError for an empty name; NotFoundError, with the nearest units, when no figure has it.
    """
    if not name.strip():
        raise UsageError("--unit is empty", remedy="name one, for instance people or percent")
    units = dict.fromkeys(stated.unit for stated in figures)
    singular = plain_unit(name).lower()
    wanted = {singular, f"{singular}s", f"{singular}es", f"{singular[:-1]}ies"}
    for unit in units:
        if unit.lower() in wanted:
            return unit
    from wp.search.naming import closest

    known = f"the units are {', '.join(units)}" if units else "the facts chosen have no figures"
    raise NotFoundError("unit", name, nearest=tuple(closest(name, units, 3)), remedy=known)


def read_value(text: str, option: str) -> int | float:
    """Read the number that an option gives, "1.3bn", "8k" and "6,476" too.

    UsageError for none, and for one of which only a part is understood: "8'000", "8 apples".
    """
    from wp.quantities.read import number_value, raw_numbers

    value = number_value(text)
    for number in raw_numbers(text):
        before, after = text[: number.start], text[number.end :]
        if not (_BEFORE_VALUE.fullmatch(before) and _AFTER_VALUE.fullmatch(after)):
            value = None
    if value is None:
        raise UsageError(
            f"{option} takes a number, not {text!r}", remedy="write 440, 8k, 1.3bn or 92.9"
        )
    return value
