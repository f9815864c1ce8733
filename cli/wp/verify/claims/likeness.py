"""How likely it is that a reported figure and one of the base count the same thing."""

from collections.abc import Mapping
from typing import NamedTuple

from wp.verify.claims.claim_index import ClaimIndex, Countable, topic_of
from wp.verify.claims.context import Context
from wp.verify.claims.reported import Mention

# The words beside a number count less the farther they stand from it.
_PLACES = (1.0, 1.0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5)
_BEFORE = 0.5
_FEWEST = 3
_SAME_FACT = 0.25
_SAME_TOPIC = 0.1


class Asked(NamedTuple):
    """What a draft says of a figure that it reports.

    `beside` are the words beside the number with their weights, `stems` these words, `whole` their
    weight; `said` the words of the sentence and of the one before, each with what it counts in
    `counts`; then the facts that the last claim was about, and their topics.
    """

    beside: tuple[tuple[float, str], ...]
    stems: frozenset[str]
    whole: float
    said: frozenset[str]
    counts: Mapping[str, float]
    facts: frozenset[str]
    topics: frozenset[str]


class Likeness(NamedTuple):
    """Shares of word weight, from 0 to 1 (`ClaimIndex.weight`).

    `counted`: of the words beside the number, those that name what the base counts. `named`: of
    the words that name what the base counts, those that the sentence has, and at half weight those
    of the sentence before. `fit`: both together, and more for what the text is just about.
    `familiar`: the last claim was about the same fact. `resumed`: the fit where what all figures
    of the topic have need not be said again, since the text is about it: "9,700 were arrested".
    """

    counted: float
    named: float
    fit: float
    familiar: bool
    resumed: float


_UNLIKE = Likeness(0.0, 0.0, 0.0, False, 0.0)


def asked(mention: Mention, sentence: frozenset[str], index: ClaimIndex, context: Context) -> Asked:
    """Gather what is said of a figure in a sentence with these words."""
    before = context.words - sentence
    counts = {word: index.weight(word) for word in sentence}
    counts |= {word: _BEFORE * index.weight(word) for word in before}
    beside = tuple(
        (place * index.weight(stem), stem)
        for place, stem in zip(_PLACES, mention.said.near, strict=False)
    )
    return Asked(
        beside,
        frozenset(stem for _, stem in beside),
        sum(weight for weight, _ in beside) or 1.0,
        sentence | before,
        counts,
        context.facts,
        frozenset(map(topic_of, context.facts)),
    )


def _share(words: frozenset[str], whole: float, asked: Asked) -> float:
    """Return how much of some words the sentence has, or at half weight the one before it."""
    return sum(map(asked.counts.__getitem__, words & asked.said)) / (whole or 1.0)


def likeness(asked: Asked, countable: Countable, index: ClaimIndex) -> Likeness:
    """Measure how well what is said of a figure fits one of the base."""
    own, known = countable.told, countable.known
    in_topic = countable.topic in asked.topics
    counted = told = named = 0.0
    if not asked.stems.isdisjoint(countable.words):
        for weight, stem in asked.beside:
            if stem in own:
                counted += weight
            if stem in known.words:
                told += weight
        counted /= asked.whole
        told /= asked.whole
    if not own.isdisjoint(asked.said):
        named = _share(countable.own, countable.weight, asked)
        if len(countable.clause) >= _FEWEST:
            named = max(named, _share(countable.clause, countable.clause_weight, asked))
    if not (named or counted or told or in_topic):
        return _UNLIKE
    resumed = named
    if in_topic:
        resumed = max(named, _share(*index.own_words(countable), asked))
    familiar = known.id in asked.facts
    favour = _SAME_FACT if familiar else _SAME_TOPIC * in_topic
    counts = max(counted, told / 2)
    fit = min((counts + named) / 2 + favour, 1.0)
    return Likeness(counted, named, fit, familiar, min((counts + resumed) / 2 + favour, 1.0))
