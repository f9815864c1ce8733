"""Which figures of the bases a reported one may be, and how surely it is one of them.

A figure is told apart by what is said of it, not by its value: the same value of another thing is
no support. Thresholds are shares of word weight (see `ClaimIndex.weight`), the same for all bases.
"""

import re
from collections.abc import Callable, Iterator, Sequence, Set
from functools import cached_property, lru_cache, partial

from wp.pattern import pattern
from wp.quantities.notations import SCALES
from wp.statements import stems, stems_of
from wp.statements.agreement import compare_all
from wp.statements.roles import movement_words
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import POINTS_BACK, Context
from wp.verify.claims.countables import (
    Countable,
    Known,
    ValueAgreement,
    comparable,
    compare_value,
    is_slip,
    is_told,
    is_value_of,
    leans,
    near,
    topic_of,
)
from wp.verify.claims.likeness import Likeness, asked, likeness
from wp.verify.claims.operands import label_of
from wp.verify.claims.reported import Dated, Mention, Report
from wp.verify.claims.slots import MOVING, NO_KIND, Slots, compare, names_kind, thing_relation
from wp.verify.claims.verbs import anybody

# To support, the words must fit; to contradict, they must leave little doubt.
SUPPORTS = 0.25
SURE = 0.5
_COUNTED = 0.5
NAMED = 0.3
_KNOWN_ALL, KNOWN_MOST, KNOWN, KNOWN_LEAST = 0.6, 0.5, 0.4, 0.3
_MORE = 0.01
MOST_CANDIDATES = 40
SMALL = 13  # smaller numbers agree by chance
_MEASURING = "points percentage relative terms year years month months period"
# A value of so many digits, two of them not nought, does not come up twice by chance.
_DISTINCTIVE = 4


_BEHIND_HEAD = pattern(r"\b(?:at|by|for|from|in|on|that|to|who|whose|which|with)\b")
_COMPARING = "compared year earlier before previous last"
_COUNTING = "index number total share rate value amount level"
_TALLY = "tally count total figure list number sum"
_TALLIED = pattern(rf"\b(?:[Tt]his|[Tt]hat) (?:{'|'.join(_TALLY.split())})\b")

# What is told in percent, be it said or not
_SCALE = pattern(r"\b(?:thousand|million|billion|trillion)\b")
_SHARED = pattern(
    r"\b(?:index|rate|share|percentage|proportion|satisfaction|turnout)\b", re.IGNORECASE
)


class Candidate:
    """A figure of the bases that a reported one may be, and how it compares with it."""

    def __init__(
        self,
        like: Likeness,
        countable: Countable,
        value: ValueAgreement,
        compared: Callable[[], Slots],
    ) -> None:
        self.like = like
        self.countable = countable
        self.value = value
        self._compared = compared

    @cached_property
    def slots(self) -> Slots:
        """How each slot is filled; dear to tell, and most are ruled out by less."""
        return self._compared()


def measured_near(
    mention: Mention, report: Report, index: ClaimIndex, context: Context
) -> list[tuple[Likeness, Countable]]:
    """Return the figures that share a word with the sentence, those that fit best first."""
    question = asked(mention, report.words, index, context)
    words = _with_anybody({*mention.said.near, *question.said})
    found = [
        (likeness(question, countable, index), countable) for countable in index.counting(words)
    ]
    return sorted(found, key=lambda pair: -pair[0].fit)


def _with_anybody(words: Set[str]) -> Set[str]:
    """Add to words for persons the one by which a source counts them."""
    return words if words.isdisjoint(anybody()) else words | stems_of("people")


def candidates(
    mention: Mention,
    report: Report,
    measured: Sequence[tuple[Likeness, Countable]],
    index: ClaimIndex,
    date: Dated | None,
) -> list[Candidate]:
    """Return the figures that a reported one may be, compared slot by slot."""
    found: list[Candidate] = []
    quantity = mention.quantity
    for like, countable in measured:
        headed = is_headed(mention, report, countable)
        likely = like.familiar or like.resumed >= KNOWN or headed
        # Hardly any has a value near: told before the rest is compared.
        if not (likely or quantity.unit or near(quantity, countable.figure.value)):
            continue
        if not comparable(mention, countable):
            continue
        figure = countable.figure
        value = compare_value(quantity, figure)
        may_be = headed or (likely and _may_be(mention, like, countable, index))
        if value != "other" or may_be:
            compared = partial(compare, mention, report, countable, index, date)
            found.append(Candidate(like, countable, value, compared))
    return found


def _may_be(mention: Mention, like: Likeness, countable: Countable, index: ClaimIndex) -> bool:
    """Return whether a figure of another value may be the one that is meant."""
    return (
        (like.familiar and _is_bare(mention, countable))
        or (like.resumed >= SURE and like.counted >= _COUNTED)
        or (like.resumed >= KNOWN and is_taken_for(mention, countable, index))
    )


def is_headed(mention: Mention, report: Report, countable: Countable) -> bool:
    """Return whether a sentence names the head of what a curator's figure counts, at its very time:
    "public satisfaction with the campaign stood at 89.2 percent in 2016"."""
    date = report.date_of(mention)
    if date is None or countable.known.fact.draft:
        return False
    head = _head(countable.figure.measures)
    dated = compare_all(date.period, countable.own_periods) == "agrees"
    return dated and len(head) > 1 and head <= mention.said.clause


@lru_cache(maxsize=1024)
def _head(measures: str) -> frozenset[str]:
    return stems(_BEHIND_HEAD.split(measures)[0]) - stems_of(_COUNTING)


def fits(mention: Mention, report: Report, one: Candidate, index: ClaimIndex) -> bool:
    """Return whether the words are near enough to support: small numbers agree by chance."""
    like = one.like
    slots = one.slots
    if slots.thing == slots.period == slots.sibling == "same" and report.date_of(mention):
        # What is counted, how many and when are the source's, and so is a word more.
        words = one.countable.words
        if report.words & words - index.naming - stems(mention.stated.unit):
            return True
    if not (
        like.familiar
        or is_rare(mention)
        or share_known(mention, one.countable, index) >= KNOWN_LEAST
    ):
        return False
    told = mention.quantity.ordinal and like.familiar and like.named > 0
    if told and is_told_with(mention, report, one.countable, index):
        return True  # "the seventh and eighth reports": two of one fact
    unknown = one.slots.thing == "open" and mention.stated.named and not mention.quantity.unit
    unknown = unknown and not mention.quantity.ordinal
    if unknown and share_known(mention, one.countable, index) < KNOWN:
        return False  # "24 pages" of what the base has of 24 operations
    if mention.quantity.value < SMALL and not mention.quantity.unit:
        left = mention.said.clause - movement_words() - stems_of(_COMPARING)
        if not left and is_told_with(mention, report, one.countable, index):
            return True  # "87, compared with 12 a year earlier"
        return like.fit >= SUPPORTS and like.counted > 0
    return like.fit >= SUPPORTS and (like.counted > 0 or like.named >= NAMED / 2 or like.familiar)


def is_told_by_value(
    mention: Mention, report: Report, one: Candidate, index: ClaimIndex, context: Context
) -> bool:
    """Return whether the very value tells which figure is meant, in whatever words.

    No other figure of the bases has it, what is counted is of the same kind or not named at all,
    and the sentence or the one before shares a word or the time with the fact.
    """
    quantity, countable = mention.quantity, one.countable
    small = quantity.value < SMALL and not quantity.value % 1
    if small or not is_value_of(quantity, countable.figure):
        return False
    if not index.is_alone(countable):
        return False
    known = countable.words
    clause = mention.said.clause
    together = is_told_with(mention, report, countable, index)
    if names_kind(mention) and not (one.slots.thing == "same" or together or quantity.ordinal):
        return False
    fact, own_thing = countable.known.fact, one.slots.thing == "same"
    mine = index.total(clause & countable.told)
    if not together and any(
        len(theirs := clause & one.told) > 1 and index.total(theirs) > mine
        for one in index.topics[countable.topic]
        if one is not countable
        and comparable(mention, one)
        and not (own_thing and thing_relation(mention, one, index) == "other")
        # "7.6% more than in 2023. Speeding accounted for 57.9% of them"
        and not (one.part.role != countable.part.role and leans(fact, one.known.fact))
    ):
        return False  # the wait when she took office, and not the one of now
    clause -= movement_words()
    strange = (clause - known) & index.measured - stems_of(f"{_MEASURING} {NO_KIND}")
    strange -= anybody() if stems_of("people") <= known else frozenset()
    strange -= index.around(fact) if fact.draft else frozenset()
    if countable.is_cell and frozenset() < label_of(countable) <= clause:
        strange -= index.section_words(fact)
    points = any(form.search(report.sentence) for form in (POINTS_BACK, _TALLIED))
    # the text goes on about the same paragraph
    near = (points and index.goes_on(context.facts, countable.known)) or any(
        one is not countable and is_told(one, report, mention)
        for one in index.beside([countable.known])
    )
    if index.total(strange) > index.total(clause & known) and not (
        together and fact.draft and is_rare(mention)
    ):
        return False
    # The noun alone is no more than the time: "in 2016 there were 20 countries at the summit".
    counted = stems(mention.stated.unit) if not quantity.unit else frozenset[str]()
    timed = report.date_of(mention) is not None and one.slots.period == "same"
    timed = timed and bool(quantity.unit or is_rare(mention))
    # "take the total of 1,537,000 as one of persons, not of convictions"
    whom = is_rare(mention) and anybody().issuperset(mention.said.near or ("",))
    whom = whom and stems_of("people") <= known
    return (
        near
        or timed
        or whom
        or bool((report.words | context.words) & known - index.naming - counted)
    )


def _is_counted_on(known: Known, index: ClaimIndex, context: Context) -> bool:
    """Return whether a fact goes on with what has just been told: of one time and topic."""
    before = (index.by_id[fact] for fact in context.facts if fact in index.by_id)
    return any(
        topic_of(one.id) == topic_of(known.id) and one.periods == known.periods for one in before
    )


def is_strange(
    mention: Mention, report: Report, one: Candidate, index: ClaimIndex, context: Context
) -> bool:
    """Return whether not one of the words said of a figure is the fact's: "3,453 policemen" behind
    3,453 fugitives. "Individuals in this tally" are those of what has just been told."""
    countable = one.countable
    said = mention.said.clause - movement_words() - stems_of(MOVING)
    if said <= anybody() | stems_of(_TALLY) and _TALLIED.search(report.sentence):
        return not _is_counted_on(countable.known, index, context)
    if anybody().issuperset(mention.said.near):
        said = frozenset(_with_anybody(said))
    if one.like.counted or not said or said & countable.words:
        return False
    return not is_told_with(mention, report, countable, index)


def is_told_with(mention: Mention, report: Report, countable: Countable, index: ClaimIndex) -> bool:
    """Return whether another figure of its fact is told beside it: two values are no chance."""
    return any(
        is_told(beside, report, mention)
        for beside in index.topics[countable.topic]
        if beside.known is countable.known and beside is not countable
    )


def _is_bare(mention: Mention, countable: Countable) -> bool:
    """Return whether nothing is said of a figure but its unit and how it moved."""
    said = mention.said.clause - countable.known.words - movement_words() - stems_of(MOVING)
    return countable.measure is not None and not said


def is_rare(mention: Mention) -> bool:
    """Return whether a value has so many digits that it does not come up twice by chance."""
    digits = str(mention.quantity.value)
    return len(digits) >= _DISTINCTIVE and len(digits.strip("0")) > 1 and "." not in digits


def share_known(mention: Mention, countable: Countable, index: ClaimIndex) -> float:
    """Return how much of what is said of a figure the fact of the base says too.

    Words that name the document and its publisher say nothing of a figure.
    """
    known = countable.words
    clause = mention.said.clause
    telling = clause - (index.naming - known)
    if is_change_of(mention, countable):
        telling -= movement_words() | stems_of(_MEASURING)  # what is asked for is worked out
    return index.total(clause & known) / index.total(telling) if telling else 0.0


def is_taken_for(mention: Mention, countable: Countable, index: ClaimIndex) -> bool:
    """Return whether a number is easily taken for a figure's, or is another's of its topic."""
    quantity = mention.quantity
    return is_slip(quantity, countable.figure.value) or (
        quantity.value >= SMALL
        and any(is_value_of(quantity, other.figure) for other in index.topics[countable.topic])
    )


def is_change_of(mention: Mention, countable: Countable) -> bool:
    return mention.said.part.role == "change" and countable.part.role == "level"


def leaves_no_doubt(
    mention: Mention, report: Report, one: Candidate, index: ClaimIndex, *, resumed: bool = False
) -> bool:
    """Return whether what is said is surely said of this very figure: words of both, few strange
    ones.

    `resumed` takes what the text is about as said.
    """
    like = one.like
    if resumed and is_headed(mention, report, one.countable):
        # "public satisfaction with the health reform" is another's, unless the number is slipped
        words = one.countable.words
        strange = mention.said.clause - words - index.naming
        said = all(index.is_kin(word, words) for word in strange)
        if said or is_taken_for(mention, one.countable, index):
            return True
    dated = report.date_of(mention) is not None and one.slots.period == "same"
    if resumed and like.familiar and dated and _is_bare(mention, one.countable):
        return True  # "it had started from 71 percent in 2013"
    surely = like.fit >= SURE and like.named >= NAMED
    known = share_known(mention, one.countable, index)
    said = surely or (resumed and like.fit >= SURE and (like.familiar or dated))
    if len(one.countable.told & mention.said.clause) == 1 and not like.familiar:
        # "Rights Without Walls has members in 24 countries"
        beside = index.total(report.words & one.countable.words)
        if beside < KNOWN * index.total(report.words - index.naming):
            return False
    slip = is_taken_for(mention, one.countable, index)
    if slip and resumed and (like.counted > 0 or like.named >= SURE):
        if like.resumed >= SURE:
            return known >= KNOWN_LEAST
        return like.resumed >= KNOWN and known >= _KNOWN_ALL and one.slots.thing == "same"
    if like.counted < _COUNTED or not (
        said or (resumed and like.resumed >= max(SURE, like.fit + _MORE))
    ):
        return False
    if not surely and (mention.said.clause - one.countable.words) & index.measured:
        return False  # a word that the base has of another figure: "extradition"
    least = (KNOWN_LEAST if like.familiar else KNOWN) if said else _KNOWN_ALL
    return known >= least


def units_before(
    mention: Mention, report: Report, index: ClaimIndex, context: Context
) -> Iterator[Mention]:
    """Yield a bare number with each unit or rate that it may take from the figures around it.

    "After 132 the year before", "7.7 against 5.1 terawatt-hours", "the factory took 4.6 million",
    "the index rose from 81 to 92.9"; the scale, too, of the whole in "405 of the 750 million".
    """
    quantity = mention.quantity
    whole = report.whole_of(mention)
    scale = _SCALE.search(whole.quantity.text) if whole else None
    if whole and scale and quantity.step is not None and not _SCALE.search(quantity.text):
        power = SCALES[scale[0]]
        scaled = quantity._replace(
            value=quantity.value * 10**power, step=quantity.step + power, unit=whole.quantity.unit
        )
        yield mention._replace(stated=mention.stated._replace(quantity=scaled))
    if quantity.unit == "times" and quantity.text[0].isdigit() and not quantity.value % 1:
        # "the stations were visited 24 times": 24 visits
        often = quantity._replace(unit=None)
        yield mention._replace(stated=mention.stated._replace(quantity=often, unit="count"))
    bare = quantity.unit is None and not (quantity.ordinal or mention.stated.named)
    bare = bare and bool(quantity.value >= SMALL or quantity.value % 1)
    if not bare or mention.said.phrase or quantity.step is None:
        return
    beside = [one.quantity.unit for one in report.figures if one is not mention]
    told = [one.measure for one in index.of_facts(context.facts)]
    shared = ["percent"] if _SHARED.search(report.sentence) else []
    for unit in dict.fromkeys([*reversed(beside), *told, *shared]):
        if unit:
            yield mention._replace(
                stated=mention.stated._replace(quantity=quantity._replace(unit=unit), unit=unit)
            )
