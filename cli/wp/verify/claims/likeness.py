"""How likely it is that a reported figure and one of the base count the same thing."""

from typing import NamedTuple

from wp.verify.claims.context import Context
from wp.verify.claims.countable import ClaimIndex, Countable
from wp.verify.claims.mentions import Mention

# The words beside a number count less the farther they stand from it.
_PLACES = (1.0, 1.0, 0.5, 0.5)
_BEFORE = 0.5
_SAME_FACT = 0.25
_SAME_TOPIC = 0.1


class Likeness(NamedTuple):
    """Shares of word weight, from 0 to 1 (`ClaimIndex.weight`).

    `counted`: of the words beside the number, those that name what the base counts. `named`: of
    the words that name what the base counts, those that the sentence has, and at half weight those
    of the sentence before. `fit`: both together, and more for what the text is just about.
    `familiar`: the last claim was about the same fact.
    """

    counted: float
    named: float
    fit: float
    familiar: bool


def likeness(
    mention: Mention,
    sentence: frozenset[str],
    countable: Countable,
    index: ClaimIndex,
    context: Context,
) -> Likeness:
    """Measure how well a reported figure fits one of the base."""
    beside = [
        (place * index.weight(stem), stem)
        for place, stem in zip(_PLACES, mention.near, strict=False)
    ]
    whole = sum(weight for weight, _ in beside) or 1.0
    counted = sum(weight for weight, stem in beside if stem in countable.own) / whole
    told = sum(weight for weight, stem in beside if stem in countable.known.words) / whole
    here = countable.own & sentence
    before = (countable.own & context.words) - here
    named = (index.total(here) + _BEFORE * index.total(before)) / (countable.weight or 1.0)
    fit = (max(counted, told / 2) + named) / 2 + _familiar(countable, context)
    return Likeness(counted, named, min(fit, 1.0), countable.known.id in context.facts)


def _familiar(countable: Countable, context: Context) -> float:
    """Favour the fact, then the topic, that the last claim was about."""
    id_ = countable.known.id
    if id_ in context.facts:
        return _SAME_FACT
    topic = id_.rpartition(".")[0]
    return _SAME_TOPIC if any(f.rpartition(".")[0] == topic for f in context.facts) else 0.0
