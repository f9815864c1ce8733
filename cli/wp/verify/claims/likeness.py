"""How likely it is that a reported figure and one of the base count the same thing: by the words
said of them, or by a rare value."""

from collections.abc import Mapping
from typing import NamedTuple

from wp.quantities.read import significant_digits
from wp.statements import stems_of
from wp.statements.roles import movement_words
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import Context
from wp.verify.claims.countables import Countable, comparable, is_told, is_value_of, topic_of
from wp.verify.claims.reported import Mention, Report
from wp.verify.claims.slots import MOVING, NO_KIND, PLAIN, Slots, names_kind

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


_DIGITS = 3  # a value of fewer significant digits comes up by chance
_FAR = 20
_LAPSES = "year years decade earlier later before previous preceding still then time"
_ADVERBS = "alone next mere merely only just even almost hardly"


def is_rare_value(
    mention: Mention,
    report: Report,
    countable: Countable,
    slots: Slots,
    index: ClaimIndex,
    context: Context,
) -> bool:
    """Return whether a value, its unit and place tell a figure, whatever words are used for it.

    The value must be the figure's own and stand for one thing in the documents; no word may be one
    that another figure of its measure has and this one has not, nor may most of them be the
    documents' words for something else.
    """
    if not _may_tell(mention, countable, slots, index):
        return False
    known = countable.words
    near = index.paragraph_words(countable.known)
    if any(report.strange_names(0, len(report.sentence), known | near | index.naming)):
        return False
    rare = significant_digits(mention.quantity.value) >= _DIGITS
    plain = stems_of(f"{PLAIN} {_ADVERBS} {MOVING} {NO_KIND} people")
    clause = mention.said.clause - movement_words() - index.naming - plain
    if not clause - stems_of(_LAPSES):
        if rare and not clause:
            return bool(context.words & known - index.naming)
        return index.goes_on(context.facts, countable.known)  # "ten years earlier it had been 7.4"
    mine = index.total(clause & known)
    if index.total(filter(index.knows, clause - known - near)) > mine or any(
        _outdoes(rival, mention, report, mine, clause, countable, index)
        for rival in index.countables
    ):
        return False
    if not rare:
        return 2 * mine + index.total(clause & near - known) >= index.total(clause)
    return bool((report.words | context.words) & near - index.naming)


def _may_tell(mention: Mention, countable: Countable, slots: Slots, index: ClaimIndex) -> bool:
    """Return whether a value is a drafted figure's own, stands for it alone, and counts no other
    thing."""
    quantity = mention.quantity
    own = countable.known.fact.draft and is_value_of(quantity, countable.figure)
    if quantity.ordinal or not own:
        return False
    if significant_digits(quantity.value) < 2 or not index.is_alone(countable):
        return False
    if quantity.unit or not names_kind(mention) or slots.thing == "same":
        return True
    # "331 of the judgments": the sentence before has them
    return bool(countable.words.intersection(mention.said.phrase))


def _outdoes(
    rival: Countable,
    mention: Mention,
    report: Report,
    mine: float,
    clause: frozenset[str],
    countable: Countable,
    index: ClaimIndex,
) -> bool:
    """Return whether more of the words are another figure's of the same measure and role."""
    if rival.part.role != countable.part.role:
        return False
    if index.total(clause & rival.told) <= mine or not comparable(mention, rival):
        return False
    low, high = sorted((abs(rival.figure.value), abs(mention.quantity.value)))
    return high <= _FAR * low and not is_told(rival, report, mention)
