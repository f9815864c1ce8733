"""Dated statements in order of time."""

from collections.abc import Iterable
from typing import NamedTuple

from wp.figures.span import TimeSpan, span_of
from wp.model import Fact, Period


class DatedFact(NamedTuple):
    """A fact with one of its dates; `from_context` when a neighbour of the quote gives it."""

    fact: Fact
    period: Period
    from_context: bool = False

    @property
    def span(self) -> TimeSpan | None:
        """The date on the scale of time; None for a vague one."""
        return span_of(self.period)

    @property
    def vague(self) -> bool:
        """Return whether the text names no year ("since the 18th National Congress")."""
        return self.period.start is None and self.period.end is None


class Timeline(NamedTuple):
    """Dated statements, the earliest first, and those whose time is vague, as the base has them.

    `left_out` counts the vague ones that a time asked for left out.
    """

    dated: tuple[DatedFact, ...]
    vague: tuple[DatedFact, ...]
    left_out: int = 0


def dates_of(fact: Fact) -> list[DatedFact]:
    """Return a fact's dates, each once: those of the quote, its figures' and their neighbours'."""
    found: dict[object, DatedFact] = {}
    own = [*fact.dates, *(figure.period for figure in fact.figures)]
    neighbours = [figure.context_period for figure in fact.figures]
    for periods, from_context in ((own, False), (neighbours, True)):
        for period in filter(None, periods):
            dated = DatedFact(fact, period, from_context)
            key = " ".join(period.text.lower().split()) if dated.vague else period[1:]
            found.setdefault(key, dated)
    return list(found.values())


def timeline(facts: Iterable[Fact], time: TimeSpan | None = None) -> Timeline:
    """Put the dates of facts in order; with `time`, those that have a day in common with it.

    A vague date cannot be said to lie within a time, and is left out then.
    """
    everything = [dated for fact in facts for dated in dates_of(fact)]
    vague = tuple(dated for dated in everything if dated.vague)
    spans = [(dated.span, dated) for dated in everything]
    dated = [
        (span, dated) for span, dated in spans if span and (time is None or span.overlaps(time))
    ]
    dated.sort(key=lambda pair: pair[0].order)
    ordered = tuple(entry for _, entry in dated)
    return Timeline(ordered, vague) if time is None else Timeline(ordered, (), len(vague))
