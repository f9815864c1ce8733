"""Which figures are asked for: filters by fact, unit, time and size, and the order they come in."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from wp.errors import NotFoundError, UsageError
from wp.figures.timeline import TimeSpan, lies_in, span_of
from wp.model import Base, Fact, Figure, Period
from wp.pattern import pattern
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
