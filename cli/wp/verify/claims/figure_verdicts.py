"""The verdict on a reported figure: supported, derived, contradicted or left open.

`_judge` tries the ways to judge a figure in order; `judge_figure` calls it and then tries units
that were left out, lists counted by their names, and exchanged values. A new way is a line of one
of the two. `judge` weighs the figures of a sentence together. Which figures may be meant is told by
`candidates`, what can be worked out by `derived`, what is left open of a figure by `left_open`,
each way to be wrong by `contradictions`, `slips` and `exchanges`.
"""

import re
from collections.abc import Sequence
from operator import attrgetter

from wp.pattern import pattern
from wp.quantities.read import significant_digits
from wp.statements import stems_of
from wp.statements.agreement import compare_all
from wp.verify.claims.asking import BUDGETED, REST, SUM, asks, is_worked_out
from wp.verify.claims.candidates import (
    KNOWN_MOST,
    MOST_CANDIDATES,
    SUPPORTS,
    Candidate,
    candidates,
    fits,
    is_change_of,
    is_rare,
    is_strange,
    is_taken_for,
    is_told_by_value,
    is_told_with,
    leaves_no_doubt,
    measured_near,
    share_known,
    units_before,
)
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import Context
from wp.verify.claims.contradictions import (
    Judged,
    contradicted,
    of_another_thing,
    other_value,
    slot_filled_otherwise,
)
from wp.verify.claims.countables import (
    Countable,
    comparable,
    compare_value,
    is_part,
    is_slip,
    is_told,
    is_value_of,
    leans,
    named_apart,
)
from wp.verify.claims.derived import derived
from wp.verify.claims.exchanges import exchanged
from wp.verify.claims.lapses import is_lapse, other_lapse
from wp.verify.claims.left_open import (
    NO_TIME,
    NOT_DENIED,
    OTHER_STEP,
    PART_ALONE,
    denies_the_told,
    what_is_left_open,
)
from wp.verify.claims.likeness import is_rare_value
from wp.verify.claims.named_lists import counted_by_names
from wp.verify.claims.operands import holds, label_of, relatives, told_beside
from wp.verify.claims.others import is_anothers_count
from wp.verify.claims.predicates import is_later_step
from wp.verify.claims.reported import Dated, Mention, Report
from wp.verify.claims.shares import other_share
from wp.verify.claims.slips import slip
from wp.verify.claims.slots import thing_relation
from wp.verify.verdict import ClaimVerdict

_YEAR = pattern(r"\b(?:1[5-9]|20)\d\d\b")
_LISTED = pattern(r",?\s+(?:and\s+)?\d")  # "with 40, 20 and 19 countries"
_LISTED_FIGURES = _DIGITS = 2
_CLEARLY_CLOSER = 0.25
_OF_THEM = pattern(
    r"\b(?:of (?:them|these|those|which|whom)|the (?:rest|others)|remain\w*|includ\w+|among"
    r"|still)\b",
    re.IGNORECASE,
)
_GOES_ON = pattern(r"[,;]?\s+(?:(?:and|but|with|only|just)\s+)*")


def companions(report: Report, index: ClaimIndex) -> frozenset[str]:
    """Return the facts that print two or more of a sentence's figures: it is about them."""
    printed: dict[str, set[int]] = {}
    near = index.counting(report.words)
    for place, mention in enumerate(report.figures):
        for countable in near:
            if (
                is_value_of(mention.quantity, countable.figure)
                and comparable(mention, countable)
                and thing_relation(mention, countable, index) != "other"
            ):
                printed.setdefault(countable.known.id, set()).add(place)
    return frozenset(fact for fact, places in printed.items() if len(places) > 1)


def judge_figure(mention: Mention, report: Report, index: ClaimIndex, context: Context) -> Judged:
    """Judge one reported figure of a sentence, with the unit that a bare number leaves out."""
    if _is_beyond_its_whole(mention, report):
        told = f"{mention.text}: more than what it is told as a part of"
        return Judged("unsupported", None, told)
    judged = _judge(mention, report, index, context)
    if judged.verdict != "supported":
        for filled in units_before(mention, report, index, context):
            figures = tuple(filled if one is mention else one for one in report.figures)
            again = _judge(filled, report._replace(figures=figures), index, context)
            if again.verdict == "supported":
                return again
            figure = judged.countable.figure if judged.countable else None
            same = figure and figure.text.split()[0] == mention.text
            if figure and same and not is_value_of(mention.quantity, figure):
                judged = again  # of the source's own number only the scale was not read
            elif (
                judged.verdict == "unsupported"
                and again.verdict == "contradicted"
                and mention.quantity.unit is None
            ):
                # "it had been seventy-one in 2013", of what the text goes on about
                judged = again if report.date_of(mention) else judged
    if judged.verdict != "supported":
        by_names = counted_by_names(mention, report, index, context)
        if by_names and (by_names.verdict == "supported" or judged.verdict == "unsupported"):
            judged = by_names
    if judged.verdict != "contradicted" and not judged.is_derived:
        surely = judged.verdict == "supported"
        judged = exchanged(mention, report, index, context, surely) or judged
    if judged.verdict != "contradicted":
        return judged
    if not judged.dated and _is_a_sum_met_by_chance(mention, report, judged.countable):
        return Judged("unsupported", None, f"{mention.text}: {_missing([])}")
    if is_anothers_count(mention, report, judged.countable, index):
        return Judged("unsupported", None, f"{mention.text}: somebody else's count")
    return judged


def _is_a_sum_met_by_chance(mention: Mention, report: Report, countable: Countable | None) -> bool:
    """Return whether a sentence adds up to a value that a drafted document has of something else:
    "together about 65 percent of all"."""
    return (
        countable is not None
        and countable.known.fact.draft
        and asks(SUM, report.sentence)
        and is_value_of(mention.quantity, countable.figure)
    )


def _is_beyond_its_whole(mention: Mention, report: Report) -> bool:
    """Return whether a number is told as a part of a smaller one: "1,178 of the 691"."""
    whole = report.whole_told(mention)
    if not whole or mention.quantity.ordinal or whole.quantity.ordinal:
        return False
    units = {mention.quantity.unit, whole.quantity.unit}
    return len(units - {None}) < 2 and whole.quantity.value < mention.quantity.value


def _is_of_another_time(date: Dated, operand: Countable, index: ClaimIndex) -> bool:
    """Return whether no figure beside one of which a value is worked out has a date's time."""
    near = (operand, *index.families[operand.family], *index.topics[operand.topic])
    times = tuple(period for one in near for period in one.periods)
    agreement = compare_all(date.period, times) if times else "open"
    if len(_YEAR.findall(date.text)) > 1:
        return bool(times) and agreement != "agrees"  # "between 2012 and 2016"
    ends = any(date.period.end == one.end for one in times)  # "in the three years to 2016"
    return not ends and agreement == "conflicts"


def _derived(
    mention: Mention, countable: Countable | None = None, dated: ClaimVerdict | None = None
) -> Judged:
    reason = f"{mention.text} is derived"
    return Judged("supported", countable, reason, dated, is_derived=True)


def _judge(mention: Mention, report: Report, index: ClaimIndex, context: Context) -> Judged:
    """Judge a figure as it stands: what supports it is asked before what contradicts it.

    A lapse between two dates, a part of a whole that is told, the base's own value, a value worked
    out; then each way to be wrong, the surest first.
    """
    date = report.date_of(mention)
    if is_lapse(mention, report, index, context):
        return _derived(mention)
    years = other_lapse(mention, report, index, context)
    if years is not None:
        why = f"{mention.text}: the source has {years:.1f} years between the two"
        return Judged("contradicted", None, why)
    measured = measured_near(mention, report, index, context)
    # "oak 44 percent, pine 27", where the source has 22 of pine: no sum, and no other thing's
    several = len(report.figures) > 1
    printed = several and any(_stands_for(mention, report, one) for _, one in measured)
    part = _part_of_told(mention, report, index) if several and not printed else None
    if part:
        rest = derived(mention, report, index, context, ())
        return _derived(mention, rest.countable) if rest and not rest.is_turned else part
    found = candidates(mention, report, measured, index, date)
    same = [one for one in found if one.value == "same"]
    other = [one for one in found if one.value != "same"]
    dated: ClaimVerdict | None = "supported" if date else None
    told = None if printed else _as_told(mention, report, same, other, index, context, dated)
    if told:
        return told
    if not any(one.slots.others and is_value_of(mention.quantity, one.countable.figure)
               and fits(mention, report, one, index) for one in same):  # fmt: skip
        fitting = [
            countable
            for like, countable in measured[:MOST_CANDIDATES]
            if (
                (like.fit >= SUPPORTS or is_change_of(mention, countable))
                and share_known(mention, countable, index) >= KNOWN_MOST
            )
            or (countable.is_cell and frozenset() < label_of(countable) <= mention.said.clause)
        ]
        relative = None if printed else derived(mention, report, index, context, fitting)
        # What the fact prints of something else is not what is left of it.
        if relative and not any(
            is_value_of(mention.quantity, one) for one in relative.countable.known.fact.figures
        ):
            if relative.is_turned:
                why = f"{mention.text}: the source has it the other way"
                return Judged("contradicted", relative.countable, why)
            if date and _is_of_another_time(date, relative.countable, index):
                dated = None
            return _derived(mention, relative.countable, dated)
    worked_out = _may_be_worked_out(mention, report, same, index)
    # what a document has of the very thing, in whatever words, is no other value of a rival
    rivals = [
        one
        for one in other
        if one.value == "bound"
        or not (worked_out or any(_is_of_it(own, one, mention, index) for own in same))
    ]
    return (
        slot_filled_otherwise(mention, report, same, date, index, context)
        # "all taken together from fewer than 90 countries": the very number is not worked out
        or other_value(mention, report, rivals, index)
        or slip(mention, report, measured, same, index, context)
        or of_another_thing(mention, report, same, index)
        or other_share(mention, report, index, context)
        or Judged("unsupported", None, f"{mention.text}: {_missing(same)}")
    )


def _as_told(
    mention: Mention,
    report: Report,
    same: Sequence[Candidate],
    other: Sequence[Candidate],
    index: ClaimIndex,
    context: Context,
    dated: ClaimVerdict | None,
) -> Judged | None:
    """Judge a figure by those of its value that the words may mean: supported by one that nothing
    is left open of, else unsupported for what the first leaves open; None where none may be meant.
    """
    reason = ""
    for one in same:
        if one.slots.others:
            continue
        by_value = is_told_by_value(mention, report, one, index, context)
        near = by_value or fits(mention, report, one, index)
        near = near and not is_strange(mention, report, one, index, context)
        # No rival outdoes a value that tells which figure is meant where the fact is drafted by
        # machine, whose long clauses make every rival look near, or another value of it is told.
        alone = by_value and (one.countable.known.fact.draft
                              or is_told_with(mention, report, one.countable, index))  # fmt: skip
        if (
            not near or (not alone and _outdone(mention, report, one, other, index))
        ) and not is_rare_value(mention, report, one.countable, one.slots, index, context):
            continue
        left_open = what_is_left_open(mention, report, one, index, context)
        if not left_open:
            return Judged("supported", one.countable, dated=dated)
        if not reason:
            reason, countable = left_open, one.countable
    if not reason:
        return None
    message = f"{mention.text}: {reason}"
    known = share_known(mention, countable, index) >= KNOWN_MOST
    later = reason == OTHER_STEP and is_later_step(mention.said.clause, countable.words)
    if (later or reason.endswith(PART_ALONE)) and known:
        return Judged("contradicted", countable, message)
    then = _at_that_time(mention, report, countable, index) if reason == NO_TIME else None
    if then:
        return contradicted(mention, then, countable)
    yes_or_no = reason == NOT_DENIED and not mention.quantity.ordinal
    if yes_or_no and denies_the_told(mention, report, countable, index):
        return Judged("contradicted", countable, message)
    return Judged("unsupported", None, message, left_open=reason != NO_TIME)


def _at_that_time(
    mention: Mention, report: Report, countable: Countable, index: ClaimIndex
) -> Countable | None:
    """Return the figure that has a claim's time where the source tells it beside one of none: "in
    2012 12.1 percent", of "12.1 percent (2012: 7.8 percent)"."""
    date = report.date_of(mention)
    if date is None or countable.periods:
        return None
    fact = countable.known.fact
    for one in index.topics[countable.topic]:
        beside = one.known is countable.known or leans(one.known.fact, fact)
        alike = one.part == countable.part and comparable(mention, one)
        if not (beside and alike) or is_value_of(mention.quantity, one.figure):
            continue
        apart = (countable.told - one.told) & mention.said.clause
        if not apart and compare_all(date.period, one.own_periods) == "agrees":
            return one
    return None


def _stands_for(mention: Mention, report: Report, countable: Countable) -> bool:
    """Return whether a sentence tells all figures of a fact but `countable`, and has another value
    in its place."""
    figures = countable.known.fact.figures
    if len(figures) <= _LISTED_FIGURES or not countable.own & mention.said.clause:
        return False
    if compare_value(mention.quantity, countable.figure) != "other":
        return False
    told = [
        one
        for one in figures
        if any(is_value_of(other.quantity, one) for other in report.figures if other != mention)
    ]
    left = [one for one in figures if one not in told]
    return left == [countable.figure] and any(one.value != 1 for one in told)


def _may_be_worked_out(
    mention: Mention, report: Report, same: Sequence[Candidate], index: ClaimIndex
) -> bool:
    """Return whether a value need be none of those that the base prints for the same thing.

    What a draft says of a figure in other words is no ground to hold it against another.
    """
    if frozenset(mention.said.phrase) == stems_of("people") and any(
        one.slots.thing == "same"
        and not (one.slots.others or one.countable.known.fact.draft)
        and index.is_alone(one.countable)
        and is_value_of(mention.quantity, one.countable.figure)
        for one in same
    ):
        return True  # "home to 1.3 billion people": who they are is not said
    if asks(BUDGETED, report.sentence):
        return True  # "400,000 talers over the spending limit"
    return is_worked_out(report) or any(
        one.countable.known.fact.draft
        and not (one.countable.is_cell or one.slots.others)
        and is_rare(mention)
        and is_value_of(mention.quantity, one.countable.figure)
        and fits(mention, report, one, index)
        for one in same
    )


def _part_of_told(mention: Mention, report: Report, index: ClaimIndex) -> Judged | None:
    """Judge "of the 40, 17 are in force" by the parts of the 40; None where it fits.

    The parts of another whole are no answer: "with 40 countries, 17 of them in force".
    """
    of_told = report.whole_told(mention)
    before = None if of_told else report.whole_before(mention)
    # "with 40 countries, and 17 are in force"
    place = report.figures.index(mention)
    bare = place > 0 and not mention.stated.named
    listed = _LISTED.match(report.sentence, mention.quantity.end)
    bare = bare and not listed and bool(_GOES_ON.fullmatch(
        report.sentence, report.figures[place - 1].stated.counted_end, mention.quantity.start
    ))  # fmt: skip
    fraction = 0 < mention.quantity.value < 1  # "half of the 100" says about how many
    if mention.quantity.unit or fraction or not (of_told or before or bare):
        return None
    pairs = [
        (whole.figure.value, one)
        for whole in told_beside(mention, report, index)
        for one in relatives(whole, index)
        if holds(whole, one) and one.figure.unit == whole.figure.unit
    ]
    if any(whole == mention.quantity.value for whole, _ in pairs):
        return None  # "of the hundred most wanted (the list of 100)" tells the whole again
    parts = [part for _, part in pairs]
    if not parts or any(compare_value(mention.quantity, one.figure) == "same" for one in parts):
        return None
    named = [
        part
        for part in named_apart(parts, mention.said.clause, attrgetter("told"))
        if part.denied == mention.said.denied
    ]
    worked_out = [whole - part.figure.value for whole, part in pairs]
    # "210 works, 111 of them excellent or better" may add up several
    sure = bare or before is None or any(is_taken_for(mention, one, index) for one in named)
    # "52 of the 100 came back", of which 48 did: the rest of them did not
    rest = mention.quantity.value in worked_out
    if rest and not (mention.said.denied or asks(REST, report.sentence)):
        rest = not any(
            (one.told - whole.told) & mention.said.clause
            for whole in told_beside(mention, report, index)
            for one in named
        )
    sure = sure and len(named) == 1 and not rest
    # a document has it of something, be it in a table
    sure = sure and not (named[0].known.fact.draft and index.with_value(mention.quantity))
    if sure and not is_worked_out(report):
        return contradicted(mention, named[0])
    slipped = [one for one in parts if is_slip(mention.quantity, one.figure.value)]
    if len(slipped) == 1 and not is_worked_out(report):
        return contradicted(mention, slipped[0])
    message = f"{mention.text}: the base has no such part of it"
    return Judged("unsupported", None, message) if of_told else None


def _outdone(
    mention: Mention, report: Report, one: Candidate, other: Sequence[Candidate], index: ClaimIndex
) -> bool:
    """Return whether what is said surely is another figure's, and less this one's: a chance
    value."""
    if _OF_THEM.search(report.sentence) or report.is_whole(mention):
        return False  # a part is named beside its whole
    mine = _agreement(mention, one, index)
    return any(
        _agreement(mention, rival, index) >= mine + _CLEARLY_CLOSER
        and not rival.slots.others
        # what has the time that is told is not what may be of another
        and not (report.date_of(mention) and one.slots.period == "same" != rival.slots.period)
        and leaves_no_doubt(mention, report, rival, index)
        # A part and its whole, and what is told beside it, are no rivals.
        and not is_part(rival.countable, one.countable)
        and not is_part(one.countable, rival.countable)
        and not is_told(rival.countable, report, mention)
        for rival in other
    )


def _agreement(mention: Mention, one: Candidate, index: ClaimIndex) -> float:
    """Add how much of what is said a figure's own words have, and how much of those is said."""
    clause = mention.said.clause
    share = index.total(clause & one.countable.told) / (index.total(clause) or 1.0)
    return share + one.like.named


def _is_of_it(one: Candidate, rival: Candidate, mention: Mention, index: ClaimIndex) -> bool:
    """Return whether a drafted figure of the value that is told, of some digits, has as much of
    what is said as a rival of another value, and no slot that is filled otherwise."""
    own, said = one.countable, mention.said.clause - index.naming
    if not own.known.fact.draft or significant_digits(own.figure.value) < _DIGITS:
        return False
    if one.slots.others or not said & own.words:
        return False
    if rival.countable.is_cell and label_of(rival.countable) <= index.naming:
        return True  # a row of all
    return index.total(said & own.words) >= index.total(said & rival.countable.words)


def _missing(same: Sequence[Candidate]) -> str:
    if same:
        return "the base has it, but not clearly of this"
    return "the base has no such figure of this"
