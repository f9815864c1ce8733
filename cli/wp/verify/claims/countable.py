"""What the bases count: every figure, the words that tell what it counts, and their weight."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from math import log
from typing import NamedTuple

from wp.model import Base, Document, Fact, Figure, Period
from wp.quantities import unit_of
from wp.verify.claims.terms import stems
from wp.verify.claims.things import things_of

# A word of more figures than this tells none of them apart.
_COMMON = 1000


class Known(NamedTuple):
    """A fact: its id as given to users, its words and every period that it names."""

    id: str
    fact: Fact
    words: frozenset[str]
    periods: tuple[Period, ...]


class Countable(NamedTuple):
    """A figure of a fact; `own` are the words of what it counts, `family` names its relatives,
    `things` are the kinds of thing that its unit names, `measure` its unit where that is one of
    measure or money, `weight` that of its own words.

    Figures of one fact, and figures of which one is part of the other, have the same family.
    """

    known: Known
    figure: Figure
    own: frozenset[str]
    family: str
    things: frozenset[str]
    measure: str | None
    weight: float

    @property
    def periods(self) -> tuple[Period, ...]:
        """The time that the figure holds for: its own, else its fact's."""
        own = [period for period in (self.figure.period, self.figure.context_period) if period]
        return tuple(own) or self.known.periods


class ClaimIndex:
    """The figures and dated facts of some bases, found by their words.

    Made once and asked for every sentence of a draft; the words are read when they are first
    needed, since many drafts report no figure.
    """

    def __init__(self, bases: Sequence[Base]) -> None:
        self.documents: tuple[Document, ...] = tuple(base.document for base in bases)
        self._bases = bases

    @cached_property
    def facts(self) -> list[Known]:
        """All facts with their words, in the order of the bases."""
        qualified = len(self._bases) > 1
        found = []
        for base in self._bases:
            prefix = f"{base.document.id}:" if qualified else ""
            for topic in base.topics():
                of_topic = stems(topic.title, *topic.aliases)
                found += [_known(fact, prefix, of_topic) for fact in topic.facts]
        return found

    @cached_property
    def countables(self) -> list[Countable]:
        """All figures, in the order of the bases."""
        return [
            _countable(known, figure, self) for known in self.facts for figure in known.fact.figures
        ]

    @cached_property
    def _weights(self) -> dict[str, float]:
        frequency = Counter(stem for known in self.facts for stem in known.words)
        return {stem: self._weight_of(count) for stem, count in frequency.items()}

    @cached_property
    def _unknown(self) -> float:
        return self._weight_of(0)

    def _weight_of(self, count: int) -> float:
        return log(1 + (len(self.facts) + 1) / (count + 1))

    @cached_property
    def _by_stem(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for number, countable in enumerate(self.countables):
            for stem in countable.own | countable.known.words:
                places.setdefault(stem, []).append(number)
        return places

    @cached_property
    def _dated_by_stem(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for number, known in enumerate(self.facts):
            if known.periods:
                for stem in known.words:
                    places.setdefault(stem, []).append(number)
        return places

    @cached_property
    def things(self) -> frozenset[str]:
        """The kinds of thing that the bases count."""
        return frozenset(thing for countable in self.countables for thing in countable.things)

    @cached_property
    def families(self) -> dict[str, list[Countable]]:
        """The figures of each family, in the order of the base."""
        families: dict[str, list[Countable]] = {}
        for countable in self.countables:
            families.setdefault(countable.family, []).append(countable)
        return families

    def weight(self, stem: str) -> float:
        """Give how telling a word is: the rarer in the bases, the heavier."""
        return self._weights.get(stem, self._unknown)

    def total(self, words: Iterable[str]) -> float:
        """Give the weight of several words."""
        return sum(map(self.weight, words))

    def counting(self, words: Iterable[str]) -> list[Countable]:
        """Give the figures that share a word with these, in the order of the base."""
        found = (self._by_stem.get(stem, []) for stem in words)
        numbers = {number for places in found if len(places) <= _COMMON for number in places}
        return [self.countables[number] for number in sorted(numbers)]

    def dated(self, words: Iterable[str]) -> list[Known]:
        """Give the facts with a date that share a word with these, in the order of the base."""
        found = (self._dated_by_stem.get(stem, []) for stem in words)
        numbers = {number for places in found if len(places) <= _COMMON for number in places}
        return [self.facts[number] for number in sorted(numbers)]


def _known(fact: Fact, prefix: str, of_topic: frozenset[str]) -> Known:
    periods = [*fact.dates]
    for figure in fact.figures:
        periods += [period for period in (figure.period, figure.context_period) if period]
    measured = (figure.measures for figure in fact.figures)
    own = stems(fact.quote, fact.statement, fact.context, *fact.aliases, *measured)
    return Known(prefix + fact.id, fact, own | of_topic, tuple(dict.fromkeys(periods)))


def _countable(known: Known, figure: Figure, index: ClaimIndex) -> Countable:
    whole, _, part = (figure.part_of or "").partition("#")
    family = whole if part else known.fact.id
    own = stems(figure.measures, figure.text, figure.unit)
    measure = unit_of(figure.unit)
    return Countable(known, figure, own, family, things_of(figure.unit), measure, index.total(own))
