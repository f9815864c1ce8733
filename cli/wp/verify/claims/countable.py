"""What the bases count: every figure, the words that tell what it counts, and their weight."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from math import log
from typing import Any, NamedTuple

from wp.model import Base, Document, Fact, Figure, Period
from wp.quantities import unit_of
from wp.statements.terms import stems
from wp.statements.things import things_of

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
    def topic(self) -> str:
        """The topic that the figure's fact stands in, as named in its id."""
        return topic_of(self.known.id)

    @property
    def periods(self) -> tuple[Period, ...]:
        """The time that the figure holds for: its own, else its fact's."""
        own = [period for period in (self.figure.period, self.figure.context_period) if period]
        return tuple(own) or self.known.periods


class ClaimIndex:
    """The figures and dated facts of some bases, found by their words.

    Made once and asked for every sentence of a draft. `words` is what `claim_words` gave for the
    same bases; without it they are read anew.
    """

    def __init__(self, bases: Sequence[Base], words: Mapping[str, Any] | None = None) -> None:
        self.documents: tuple[Document, ...] = tuple(base.document for base in bases)
        self._bases = bases
        self._given = words

    @cached_property
    def _words(self) -> Mapping[str, Any]:
        return claim_words(self._bases) if self._given is None else self._given

    @cached_property
    def facts(self) -> list[Known]:
        """All facts with their words, in the order of the bases."""
        qualified = len(self._bases) > 1
        facts = (
            (f"{base.document.id}:" * qualified, fact)
            for base in self._bases
            for fact in base.facts()
        )
        return [
            Known(prefix + fact.id, fact, words, _periods(fact))
            for (prefix, fact), words in zip(facts, self._words["facts"], strict=True)
        ]

    @cached_property
    def countables(self) -> list[Countable]:
        """All figures, in the order of the bases."""
        figures = ((known, figure) for known in self.facts for figure in known.fact.figures)
        return [
            _countable(known, figure, own, self.total(own))
            for (known, figure), own in zip(figures, self._words["figures"], strict=True)
        ]

    @cached_property
    def _unknown(self) -> float:
        return _weight(0, len(self._words["facts"]))

    @cached_property
    def things(self) -> frozenset[str]:
        """The kinds of thing that the bases count."""
        return frozenset(thing for countable in self.countables for thing in countable.things)

    @cached_property
    def families(self) -> dict[str, list[Countable]]:
        """The figures of each family, in the order of the base."""
        return _grouped(self.countables, lambda countable: countable.family)

    @cached_property
    def topics(self) -> dict[str, list[Countable]]:
        """The figures of each topic, in the order of the base."""
        return _grouped(self.countables, lambda countable: countable.topic)

    def weight(self, stem: str) -> float:
        """Give how telling a word is: the rarer in the bases, the heavier."""
        weight: float = self._words["weights"].get(stem, self._unknown)
        return weight

    def total(self, words: Iterable[str]) -> float:
        """Give the weight of several words."""
        return sum(map(self.weight, words))

    def counting(self, words: Iterable[str]) -> list[Countable]:
        """Give the figures that share a word with these, in the order of the base."""
        return [self.countables[number] for number in _sharing(self._words["counting"], words)]

    def dated(self, words: Iterable[str]) -> list[Known]:
        """Give the facts with a date that share a word with these, in the order of the base."""
        return [self.facts[number] for number in _sharing(self._words["dated"], words)]


def topic_of(fact: str) -> str:
    """Give the topic that a fact stands in, as named in its id."""
    return fact.rpartition(".")[0]


def _grouped(
    countables: Iterable[Countable], name: Callable[[Countable], str]
) -> dict[str, list[Countable]]:
    groups: dict[str, list[Countable]] = {}
    for countable in countables:
        groups.setdefault(name(countable), []).append(countable)
    return groups


def claim_words(bases: Sequence[Base]) -> dict[str, Any]:
    """Read the words of the facts of some bases, as plain data that can be kept.

    `facts` and `figures` are the stems of each fact and of what each figure counts, in the order
    of the bases; `weights` tells how telling a stem is; `counting` and `dated` give the numbers of
    the figures, and of the facts with a date, whose words a stem is among.
    """
    facts: list[frozenset[str]] = []
    figures: list[frozenset[str]] = []
    counting: dict[str, list[int]] = {}
    dated: dict[str, list[int]] = {}
    for base in bases:
        for topic in base.topics():
            of_topic = stems(topic.title, *topic.aliases)
            for fact in topic.facts:
                words = _words_of(fact) | of_topic
                if _periods(fact):
                    _list(dated, words, len(facts))
                for figure in fact.figures:
                    own = stems(figure.measures, figure.text, figure.unit)
                    _list(counting, own | words, len(figures))
                    figures.append(own)
                facts.append(words)
    frequency = Counter(stem for words in facts for stem in words)
    weights = {stem: _weight(count, len(facts)) for stem, count in frequency.items()}
    return {
        "facts": facts,
        "figures": figures,
        "weights": weights,
        "counting": counting,
        "dated": dated,
    }


def _list(places: dict[str, list[int]], words: Iterable[str], number: int) -> None:
    for stem in words:
        places.setdefault(stem, []).append(number)


def _sharing(places: Mapping[str, list[int]], words: Iterable[str]) -> list[int]:
    found = (places.get(stem, ()) for stem in words)
    return sorted({number for listed in found if len(listed) <= _COMMON for number in listed})


def _weight(count: int, facts: int) -> float:
    return log(1 + (facts + 1) / (count + 1))


def _periods(fact: Fact) -> tuple[Period, ...]:
    periods = [*fact.dates]
    for figure in fact.figures:
        periods += [period for period in (figure.period, figure.context_period) if period]
    return tuple(dict.fromkeys(periods))


def _words_of(fact: Fact) -> frozenset[str]:
    measured = (figure.measures for figure in fact.figures)
    return stems(fact.quote, fact.statement, fact.context, *fact.aliases, *measured)


def _countable(known: Known, figure: Figure, own: frozenset[str], weight: float) -> Countable:
    whole, _, part = (figure.part_of or "").partition("#")
    family = whole if part else known.fact.id
    return Countable(
        known, figure, own, family, things_of(figure.unit), unit_of(figure.unit), weight
    )
