"""A reported figure held against what the bases count.

A figure is told apart by what is said of it, not by its value: the same value of another thing is
no support. Thresholds are shares of word weight (see `ClaimIndex.weight`), the same for all bases.
"""

import re
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from wp.model import Fact
from wp.pattern import pattern
from wp.statements.roles import movement_words
from wp.statements.terms import stems
from wp.statements.things import is_person, thing_of, things_of
from wp.verify.claims.context import Context
from wp.verify.claims.countable import ClaimIndex, Countable, is_part
from wp.verify.claims.derived import derived, is_worked_out
from wp.verify.claims.lapses import is_lapse
from wp.verify.claims.likeness import Likeness, asked, likeness
from wp.verify.claims.operands import holds, relatives, told_beside
from wp.verify.claims.report import Dated, Mention, Report
from wp.verify.claims.slots import (
    Slots,
    comparable,
    compare,
    is_qualified_otherwise,
    is_told,
    thing_relation,
)
from wp.verify.claims.values import Agreement, compare_value, is_consistent, is_money, is_value_of
from wp.verify.claims.verbs import other_verb
from wp.verify.verdict import ClaimVerdict

# To support, the words must fit; to contradict, they must leave little doubt.
_SUPPORTS = 0.25
_CONTRADICTS = 0.5
_COUNTED = 0.5
_NAMED = 0.3
_KNOWN_ALL, _KNOWN_MOST, _KNOWN, _KNOWN_LEAST = 0.6, 0.5, 0.4, 0.3
_CLEARLY_CLOSER = 0.25
_CANDIDATES = 40
_SMALL = 13
_MORE = 0.01
_UNLIKE = 100
_RATIO = pattern(r"\bfor (?:each|every)\b|\bapiece\b|\beach\b")
_ONE_IN = pattern(r"\bone (?:[^\W\d]+ )?in $|\b(?:every|each) $", re.IGNORECASE)
_DENIED = pattern(r"\b(?:not|never|no|nor|cannot)\b(?:\W+\w+){0,3}\W+$", re.IGNORECASE)
_PART = pattern(r"\s+of (?:them|these|those|which|whom)\b", re.IGNORECASE)
_MEASURING = "points percentage relative terms year years month months period"
_OF_THEM = pattern(
    r"\b(?:of (?:them|these|those|which|whom)|the (?:rest|others)|remain\w*|includ\w+|among"
    r"|still)\b",
    re.IGNORECASE,
)
# A value of so many digits, two of them not nought, does not come up twice by chance.
_DISTINCTIVE = 4
# So many digits with another scale are a slip of it.
_DIGITS = 3
_SLIPS = (1000, 10**6, 10**9)


class Judged(NamedTuple):
    """A verdict on one figure, the figure of the base that decided it, and why.

    `dated` tells what the date that bears on it is, where it has one.
    """

    verdict: ClaimVerdict
    countable: Countable | None = None
    reason: str = ""
    dated: ClaimVerdict | None = None


class _Candidate(NamedTuple):
    like: Likeness
    countable: Countable
    value: Agreement
    slots: Slots


def companions(report: Report, index: ClaimIndex) -> frozenset[str]:
    """Give the facts that print two or more of a sentence's figures: it is about them."""
    told: dict[str, set[int]] = {}
    for place, mention in enumerate(report.figures):
        for countable in index.counting(report.words):
            alike = comparable(mention, countable) and (
                thing_relation(mention, countable, index) != "other"
            )
            if alike and is_value_of(mention.quantity, countable.figure):
                told.setdefault(countable.known.id, set()).add(place)
    return frozenset(fact for fact, places in told.items() if len(places) > 1)


def judge_figure(mention: Mention, report: Report, index: ClaimIndex, context: Context) -> Judged:
    """Judge one reported figure of a sentence."""
    date = report.date_of(mention)
    if is_lapse(mention, report, index, context):
        return Judged("supported", None, f"{mention.text} is derived")
    part = _part_of_told(mention, report, index)
    if part:
        rest = derived(mention, report, index, context, ())
        return Judged("supported", rest, f"{mention.text} is derived") if rest else part
    measured = _measured(mention, report, index, context)
    found = _candidates(mention, report, measured, index, date)
    same = [one for one in found if one.value == "same"]
    other = [one for one in found if one.value != "same"]
    right: ClaimVerdict | None = "supported" if date else None
    reason = ""
    for one in same:
        if not _fits(mention, one, index) or one.slots.others:
            continue
        if _outdone(mention, report, one, other, index):
            continue
        left_open = _left_open(mention, report, one, other, index, context)
        if not left_open:
            return Judged("supported", one.countable, dated=right)
        reason = reason or left_open
    if reason:
        return Judged("unsupported", None, f"{mention.text}: {reason}")
    if not any(one.slots.others and is_value_of(mention.quantity, one.countable.figure)
               and _fits(mention, one, index) for one in same):  # fmt: skip
        fitting = [
            countable
            for like, countable in measured[:_CANDIDATES]
            if (like.fit >= _SUPPORTS or _is_change_of(mention, countable))
            and _known(mention, countable, index) >= _KNOWN_MOST
        ]
        relative = derived(mention, report, index, context, fitting)
        if relative:
            return Judged("supported", relative, f"{mention.text} is derived", right)
    # What a draft says of a figure in other words is no ground to hold it against another.
    worked_out = is_worked_out(report) or any(
        one.countable.known.fact.draft
        and not (one.countable.is_cell or one.slots.others)
        and (_is_rare(mention) or (one.slots.thing == "same" and mention.quantity.value >= 100))
        and is_value_of(mention.quantity, one.countable.figure)
        and _fits(mention, one, index)
        for one in same
    )
    return (
        _slot_filled_otherwise(mention, same, date, index)
        or (None if worked_out else _other_value(mention, report, other, index))
        or _other_money(mention, measured, index)
        or _slipped(mention, measured, index)
        or _of_another_thing(mention, report, same, index)
        or Judged("unsupported", None, f"{mention.text}: {_missing(same)}")
    )


def _part_of_told(mention: Mention, report: Report, index: ClaimIndex) -> Judged | None:
    """Judge "17 of them" by the parts of what the sentence tells before it; None where it fits.

    So is "of the 40, 17 are in force".

    The parts of another whole are no answer: "with 40 countries, 17 of them in force".
    """
    if mention.quantity.unit or not (
        _PART.match(report.sentence, mention.quantity.end)
        or report.is_of_first(mention)
        or report.whole_of(mention)
    ):
        return None
    pairs = [
        (whole.figure.value, one)
        for whole in told_beside(mention, report, index)
        for one in relatives(whole, index)
        if holds(whole, one) and one.figure.unit == whole.figure.unit
    ]
    parts = [part for _, part in pairs]
    if not parts or any(compare_value(mention.quantity, one.figure) == "same" for one in parts):
        return None
    named = []
    for part in parts:
        others = frozenset[str]().union(*(one.told for one in parts if one is not part))
        if (part.told - others) & mention.said.clause:
            named.append(part)
    worked_out = [whole - part.figure.value for whole, part in pairs]
    worked_out += [one.figure.value + two.figure.value for one, two in combinations(parts, 2)]
    if len(named) == 1 and not (is_worked_out(report) or mention.quantity.value in worked_out):
        return _contradicted(mention, named[0])
    return Judged("unsupported", None, f"{mention.text}: the base has no such part of it")


def _measured(
    mention: Mention, report: Report, index: ClaimIndex, context: Context
) -> list[tuple[Likeness, Countable]]:
    """Give the figures that share a word with the sentence, those that fit best first."""
    question = asked(mention, report.words, index, context)
    words = {*mention.said.near, *report.words, *question.before}
    found = [
        (likeness(question, countable, index), countable) for countable in index.counting(words)
    ]
    return sorted(found, key=lambda pair: -pair[0].fit)


def _candidates(
    mention: Mention,
    report: Report,
    measured: Sequence[tuple[Likeness, Countable]],
    index: ClaimIndex,
    date: Dated | None,
) -> list[_Candidate]:
    found: list[_Candidate] = []
    for like, countable in measured:
        if not comparable(mention, countable):
            continue
        value = compare_value(mention.quantity, countable.figure)
        if value == "same" and _taken(mention, report, countable):
            continue  # "from 7 to 7.5 percent": 7 is not 7.5 rounded
        near = like.counted >= _COUNTED and like.resumed >= _CONTRADICTS
        if value != "other" or near:
            slots = compare(mention, report, countable, index, date)
            found.append(_Candidate(like, countable, value, slots))
    return found


def _taken(mention: Mention, report: Report, countable: Countable) -> bool:
    """Whether a value is only rounded here and printed exactly by another figure beside it."""
    if is_value_of(mention.quantity, countable.figure):
        return False
    return any(
        other is not mention and other.quantity.unit == mention.quantity.unit
        and is_value_of(other.quantity, countable.figure)
        for other in report.figures
    )  # fmt: skip


def _fits(mention: Mention, one: _Candidate, index: ClaimIndex) -> bool:
    """Whether the words are near enough to support: small numbers agree by chance."""
    like = one.like
    if not (
        like.familiar or _is_rare(mention) or _known(mention, one.countable, index) >= _KNOWN_LEAST
    ):
        return False
    if _is_rare(mention) and one.slots.thing == "same" and one.value == "same":
        known = _known(mention, one.countable, index)
        if known >= _KNOWN:
            return True
    if mention.quantity.value < _SMALL and not mention.quantity.unit:
        return like.fit >= _SUPPORTS and like.counted > 0
    return like.fit >= _SUPPORTS and (like.counted > 0 or like.named >= _NAMED / 2 or like.familiar)


def _left_open(
    mention: Mention,
    report: Report,
    one: _Candidate,
    other: Sequence[_Candidate],
    index: ClaimIndex,
    context: Context,
) -> str:
    """Tell which slot that matters a sentence leaves open; an open one is no agreement."""
    if one.slots.period == "open":
        return "the source gives no such time for it"
    if one.slots.sibling == "open":
        return "the source has no figure of just this kind"
    if one.slots.rate == "open":
        return "the source tells it for another stretch of time"
    countable = one.countable
    if mention.said.denied != countable.denied and not report.is_whole(mention):
        return "the source does not deny it" if mention.said.denied else "the source denies it"
    verb = other_verb(mention, report, countable.known.words | countable.told)
    if verb:
        return f"the source does not say {verb}"
    said = report.words | context.words | mention.said.clause
    for sibling in index.families[countable.family]:
        if sibling.figure.unit != countable.figure.unit or is_part(sibling, countable):
            continue
        if sibling.figure.value == countable.figure.value or is_told(sibling, report, mention):
            continue
        if is_part(countable, sibling) and _OF_THEM.search(report.sentence):
            continue
        level = countable.part.role == mention.said.part.role == "level"
        if level and sibling.part.role == "change":
            continue  # a change is told apart by its own words: "26,400 more"
        later = bool(sibling.own_periods) and not _is_latest(countable, sibling)
        later = later and not is_part(countable, sibling) and not report.date_of(mention)
        if later and sibling.own <= countable.own:
            return f"the source has {sibling.figure.text} of it at another time"
        theirs = (sibling.told - countable.told - movement_words()) & mention.said.clause
        if countable.known.fact.draft and any(not is_person(word) for word in theirs):
            return f"the source says that of {sibling.figure.text}"
        apart = countable.told - sibling.told - movement_words()
        if apart and not apart & said and not _is_latest(countable, sibling):
            return f"what tells it from {sibling.figure.text} is not said"
    return ""


def _is_rare(mention: Mention) -> bool:
    """Whether a value has so many digits that it does not come up twice by chance."""
    digits = str(mention.quantity.value)
    return len(digits) >= _DISTINCTIVE and len(digits.strip("0")) > 1 and "." not in digits


def _known(mention: Mention, countable: Countable, index: ClaimIndex) -> float:
    """Give how much of what is said of a figure the fact of the base says too.

    Words that name the document and its publisher say nothing of a figure.
    """
    known = countable.known.words | countable.told
    clause = mention.said.clause
    telling = clause - (index.naming - known)
    if _is_change_of(mention, countable):
        telling -= movement_words() | stems(_MEASURING)  # what is asked for is worked out
    return index.total(clause & known) / index.total(telling) if telling else 0.0


def _is_change_of(mention: Mention, countable: Countable) -> bool:
    return mention.said.part.role == "change" and countable.part.role == "level"


def _outdone(
    mention: Mention,
    report: Report,
    one: _Candidate,
    other: Sequence[_Candidate],
    index: ClaimIndex,
) -> bool:
    """Whether what is said surely is another figure's, and less this one's: a chance value."""
    if _OF_THEM.search(report.sentence) or report.is_whole(mention):
        return False  # a part is named beside its whole
    mine = _told(mention, one, index)
    return any(
        not rival.slots.others
        and _leaves_no_doubt(mention, report, rival, index)
        and _told(mention, rival, index) >= mine + _CLEARLY_CLOSER
        # A part and its whole, and what is told beside it, are no rivals.
        and not is_part(rival.countable, one.countable)
        and not is_part(one.countable, rival.countable)
        and not is_told(rival.countable, report, mention)
        for rival in other
    )


def _told(mention: Mention, one: _Candidate, index: ClaimIndex) -> float:
    """Add how much of what is said a figure's own words have, and how much of those is said."""
    clause = mention.said.clause
    told = index.total(clause & one.countable.told) / (index.total(clause) or 1.0)
    return told + one.like.named


def _is_latest(countable: Countable, sibling: Countable) -> bool:
    """Whether two figures differ in their times, and this one is of the later."""
    ours, theirs = countable.periods, sibling.periods
    if not theirs:
        return False
    return not ours or (ours[0].end or "9") > (theirs[0].end or "9")


def _leaves_no_doubt(
    mention: Mention, report: Report, one: _Candidate, index: ClaimIndex, *, resumed: bool = False
) -> bool:
    """Whether what is said is surely said of this very figure: words of both, few strange ones.

    `resumed` takes what the text is about as said.
    """
    like = one.like
    said = like.named >= _NAMED and like.fit >= _CONTRADICTS
    if len(one.countable.told & mention.said.clause) == 1 and not like.familiar:
        # "Rights Without Walls has members in 24 countries"
        beside = index.total(report.words & (one.countable.known.words | one.countable.told))
        if beside < _KNOWN * index.total(report.words - index.naming):
            return False
    if like.counted < _COUNTED or not (
        said or (resumed and like.resumed >= max(_CONTRADICTS, like.fit + _MORE))
    ):
        return False
    known = one.countable.known.words | one.countable.told
    if not said and any(map(index.knows, mention.said.clause - known)):
        return False  # a word that the base has of another thing: "extradition"
    return _known(mention, one.countable, index) >= (_KNOWN if said else _KNOWN_ALL)


def _slot_filled_otherwise(
    mention: Mention, same: Sequence[_Candidate], date: Dated | None, index: ClaimIndex
) -> Judged | None:
    """Judge the right value with one slot wrong: another sibling, period, way or rate."""
    for one in same:
        others = one.slots.others
        if len(others) != 1 or others == ["thing"]:
            continue
        rival = one.slots.rival
        # two figures of one sentence
        exchanged = rival and rival.known is one.countable.known and one.like.fit >= _SUPPORTS
        if not exchanged and not _fits(mention, one, index):
            continue
        countable = one.countable
        if others == ["period"]:
            printed = ", ".join(period.text for period in countable.periods)
            when = date.text if date else mention.text
            told = f"{when}: the source has {printed or countable.figure.measures}"
            return Judged("contradicted", countable, told, "contradicted" if date else None)
        if others == ["sibling"] and one.slots.rival:
            return _contradicted(mention, one.slots.rival, countable)
        way = {"role": "the other way", "rate": "for another stretch of time"}[others[0]]
        figure = countable.figure
        told = f"{mention.text}: the source has it {way} ({figure.text}, {figure.measures})"
        return Judged("contradicted", countable, told)
    return None


def _other_value(
    mention: Mention, report: Report, other: Sequence[_Candidate], index: ClaimIndex
) -> Judged | None:
    """Judge another value, or another bound, of what is clearly the same thing."""
    if mention.quantity.unit is None and mention.quantity.step is None:
        return None  # a fraction: the words do not tell of what
    if _RATIO.search(report.sentence, mention.quantity.start):
        return None  # "four tons for each ton"
    before = report.sentence[: mention.quantity.start]
    if _ONE_IN.search(before):
        return None  # "one Chinese in fifteen", "one for every three departments"
    if _is_bare(mention) and len(report.figures) > 1:
        return None  # "11 are thus not in force": what it counts stands elsewhere
    for one in other:
        slots = one.slots
        if slots.others or "open" in (slots.period, slots.rate, slots.role, slots.sibling):
            continue
        if is_qualified_otherwise(mention, one.countable):
            continue
        if _is_far(mention, one.countable) or (
            one.value == "other" and is_consistent(mention.quantity, one.countable.figure)
        ):
            continue
        if other_verb(mention, report, one.countable.known.words | one.countable.told):
            continue  # "seventeen peacekeepers died"
        if is_told(one.countable, report, mention):
            continue  # it is reported beside this one
        if _PART.match(report.sentence, mention.quantity.end) and not one.like.familiar:
            continue  # "of them": what is counted was told before
        if _told_nearby(mention, report, one.countable, index):
            continue
        if one.countable.known.fact.draft and (
            mention.stated.unit == "count" or _comes_out(mention, one.countable, index)
        ):
            continue  # "puts it at 240": of what is not said
        if any(
            is_part(one.countable, whole) and is_value_of(mention.quantity, rest)
            for whole in told_beside(mention, report, index)
            for rest in (
                whole.figure._replace(value=whole.figure.value - one.countable.figure.value),
            )
        ):
            continue  # "in 28 of the 47 the law does": the source has the 19 where it does not
        if one.value == "bound" and _fits(mention, one, index):
            if _is_denied(one.countable):
                continue  # "must not land less than 90 percent"
            figure = one.countable.figure
            told = f"{mention.quantity.text}: the source has {figure.text} ({figure.measures})"
            return Judged("contradicted", one.countable, told)
        if one.value == "other" and _leaves_no_doubt(mention, report, one, index, resumed=True):
            return _contradicted(mention, one.countable)
    return None


def _told_nearby(mention: Mention, report: Report, countable: Countable, index: ClaimIndex) -> bool:
    """Whether the reported value stands beside a figure, in its sentence or the one it leans on.

    "Half of the 100": its part is told too; a draft's words tell its figures apart less well.
    """
    fact = countable.known.fact
    if not (fact.draft or report.is_whole(mention) or mention.quantity.ordinal):
        return False
    return any(
        beside is not countable
        and (beside.known is countable.known or _leans(beside.known.fact, fact))
        and comparable(mention, beside)
        and is_value_of(mention.quantity, beside.figure)
        for beside in index.topics[countable.topic]
    )


def _comes_out(mention: Mention, countable: Countable, index: ClaimIndex) -> bool:
    """Whether two figures of a sentence give the reported value: "77 votes to 73" is by four."""
    alike = [
        one.figure.value
        for one in index.families[countable.family]
        if one.figure.unit == countable.figure.unit
    ]
    return any(
        mention.quantity.value in (abs(one - two), one + two) for one, two in combinations(alike, 2)
    )


def _leans(one: Fact, two: Fact) -> bool:
    """Whether one of two facts has the other for its context."""
    return two.draft and (one.context == two.quote or two.context == one.quote)


def _is_far(mention: Mention, countable: Countable) -> bool:
    """Whether two numbers are too unlike to be of one thing: six states and 9,927 suspects."""
    low, high = sorted((abs(mention.quantity.value), abs(countable.figure.value)))
    return mention.quantity.unit is None and low < _SMALL and high > _UNLIKE * low


def _is_bare(mention: Mention) -> bool:
    """Whether a small number stands without a noun or measure of its own."""
    quantity = mention.quantity
    small = quantity.value < _SMALL and not (quantity.unit or quantity.ordinal)
    return small and not (mention.stated.named or mention.said.phrase)


def _is_denied(countable: Countable) -> bool:
    """Whether a "not" before a figure turns its bound."""
    quote = countable.known.fact.quote
    return _DENIED.search(quote[: max(quote.find(countable.figure.text), 0)]) is not None


def _other_money(
    mention: Mention, measured: Sequence[tuple[Likeness, Countable]], index: ClaimIndex
) -> Judged | None:
    """Judge the right amount in another currency: 9.5 billion dollars, not yuan."""
    if not is_money(mention.quantity.unit):
        return None
    for like, countable in measured[:_CANDIDATES]:
        amount = countable.figure.value == mention.quantity.value
        amount = amount and not comparable(mention, countable)
        told = like.named >= _NAMED and _known(mention, countable, index) >= _KNOWN
        if amount and is_money(countable.measure) and told:
            return _contradicted(mention, countable)
    return None


def _slipped(
    mention: Mention, measured: Sequence[tuple[Likeness, Countable]], index: ClaimIndex
) -> Judged | None:
    """Judge the right digits with another scale: 498 million of what the source has 498 billion."""
    value = mention.quantity.value
    if len(f"{value:.15g}".replace(".", "").strip("0")) < _DIGITS:
        return None
    for like, countable in measured[:_CANDIDATES]:
        figure = countable.figure
        low, high = sorted((abs(value), abs(figure.value)))
        slip = low and any(abs(high / low - scale) < 1e-6 * scale for scale in _SLIPS)
        if not slip or not comparable(mention, countable):
            continue
        same = thing_relation(mention, countable, index)
        named = same == "same" or (same == "open" and mention.quantity.unit)
        if named and like.named >= _NAMED and _known(mention, countable, index) >= _KNOWN:
            return _contradicted(mention, countable)
    return None


def _of_another_thing(
    mention: Mention, report: Report, same: Sequence[_Candidate], index: ClaimIndex
) -> Judged | None:
    """Judge a value that the base has for a thing of another kind: 58,000 cases, not people."""
    quantity = mention.quantity
    if quantity.unit or quantity.ordinal:
        return None
    thing = thing_of(mention.said.phrase, index.things)
    named = things_of(mention.stated.unit) if mention.stated.named else frozenset[str]()
    small = quantity.value < _SMALL  # met by chance: five states, five abstentions
    for one in same if not small and (thing or named & index.things) else ():
        # "24 pages" are nothing that a base counts which has 24 operations
        if one.slots.others == ["thing"] and one.like.fit >= _SUPPORTS:
            return _contradicted(mention, one.countable)
    if not _is_rare(mention):
        return None
    for countable in index.countables if thing else ():
        alike = countable.measure is None and countable.figure.value == quantity.value
        if alike and compare(mention, report, countable, index, None).others == ["thing"]:
            return _contradicted(mention, countable)
    return None


def _missing(same: Sequence[_Candidate]) -> str:
    if same:
        return "the base has it, but not clearly of this"
    return "the base has no such figure of this"


def _contradicted(mention: Mention, stated: Countable, own: Countable | None = None) -> Judged:
    """Judge a figure wrong by the one that the base has of this; `own` is what it would be of."""
    figure = stated.figure
    told = f"{mention.text}: the source has {figure.text} ({figure.measures})"
    if own or is_value_of(mention.quantity, figure):
        # Never "X: the source has X".
        right = (own or stated).figure
        told = f"{mention.text}: in the source that is {right.measures}"
        if own and not is_value_of(mention.quantity, figure):
            told += f"; it has {figure.text} of {figure.measures}"
    return Judged("contradicted", stated, told)
