"""The verdict on a reported figure: supported, derived, contradicted or left open.

`_judge` tries these in order; a new way to judge is a line of it, and `judge` has the last word,
where the figures of a sentence bear on each other. Which figures may be meant is
told by `candidates`, what can be worked out by `derived`, each way to be wrong by `contradictions`
and `slips`.
"""

import re
from collections.abc import Sequence
from operator import attrgetter

from wp.pattern import pattern
from wp.statements import is_person, stems, stems_of
from wp.statements.roles import directions, movement_words
from wp.text import find_printed
from wp.verify.claims.asking import is_worked_out
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
from wp.verify.claims.claim_index import ClaimIndex, Countable, is_part, named_apart
from wp.verify.claims.context import Context
from wp.verify.claims.contradictions import (
    Judged,
    contradicted,
    of_another_thing,
    other_value,
    slot_filled_otherwise,
)
from wp.verify.claims.derived import derived
from wp.verify.claims.lapses import is_lapse, other_lapse
from wp.verify.claims.likeness import is_rare_value
from wp.verify.claims.operands import holds, label_of, relatives, told_beside
from wp.verify.claims.others import is_anothers_count
from wp.verify.claims.predicates import is_later_step, is_other_step, strange_state, verbs_of
from wp.verify.claims.reported import Mention, Report
from wp.verify.claims.siblings import THE_OTHER, is_spoken_for
from wp.verify.claims.slips import exchanged, slip
from wp.verify.claims.slots import thing_relation
from wp.verify.claims.values import comparable, compare_value, is_told, is_value_of
from wp.verify.verdict import ClaimVerdict

_MORE = pattern(
    r"\s+(?:\w+ )?(?:more|fewer|less|higher|lower|longer|shorter)(?: \w+){0,3}? than\b(?! \d)"
)
_BY = pattern(r"\bby (?:about |some |almost |nearly |over |more than |fewer than )?$")
_LISTED = pattern(r",?\s+(?:and\s+)?\d")  # "with 40, 20 and 19 countries"
_OF_WHOM = pattern(r"\s+of (?:(?:the|all|its|their|those|these)\s+)*([^\W\d_]+)")
_ASKED = "people persons respondents citizens"
_NO_TIME = "the source gives no such time for it"
_LISTED_FIGURES = 2
_CLEARLY_CLOSER = 0.25
_OF_THEM = pattern(
    r"\b(?:of (?:them|these|those|which|whom)|the (?:rest|others)|remain\w*|includ\w+|among"
    r"|still)\b",
    re.IGNORECASE,
)
_NOT_DENIED = "the source does not deny it"
_OTHER_STEP = "the source tells another step of it"
_PART_ALONE = " of them"  # ends the reason why what is told of a whole is told of a part
# What is said no to: "had not yet *come*", "refused to *confess*"
_DENIED = pattern(
    r"(?:\b(?:not|never|refused to|failed to|(?:none|any|one|few)(?: of (?:th[eo]se|them|wh\w+))?"
    r"(?= (?:is|are|was|were|ha[sd]|have)))|n['’]t)\b"
    r"(?: (?:yet|even|ever|all|been|be|ha[sd]|have|is|are|was|were))*"
    r" (?P<what>[^\W\d]+(?: [^\W\d]+)?)"
)
_NO = pattern(
    r"\b(?:no|not|never|none|neither|without|lack\w*|fail\w* to)\b|n['’]t\b", re.IGNORECASE
)
_BELOW = pattern(r"\b(?:below|under|beneath) (?:the )?\w+ (?:level|rank)\b")
_ABOVE = pattern(r"\b(?:or|and) (?:above|higher)\b")
_AND_DID = pattern(r"[^,;.]{0,40}?\b(?:and|but) (?P<told>[^;.]*)")
_RELATIVE = pattern(r"[^,;.]{0,60}?\b(?:who|whom|which|that)\b(?P<told>[^;.]*)")
_ALL = pattern(r"\b[Aa]ll (?:of )?(?:(?:the|these|those|its) )?$")
_ALL_BEHIND = pattern(
    r"[^.;]{0,70}?(?P<parted>[,–—-] ?)(?:and )?"
    r"(?:all (?:of (?:them|which|whom|these|those) )?"
    r"|(?:each|every(?: single)? one) of th\w+ (?:[a-z]+s )?)"
    r"(?:(?:ha(?:ve|d|s)|(?:we|a)re|was|is|being|now|already|since) )*"
    r"(?=(?:in|took|came|went)\b|[a-z]+(?:ed|ive)\b)"
)  # "20 signed, all in operation"
# What says no without a "not": "without electricity", "younger than 35"
_LACKING = pattern(
    r"\b(?:without|lack\w*|fail\w*|fault\w*|missing|forbid\w*|prohibit\w*|bann\w+"
    r"|younger than|less than|fewer than|shorter than|shallower than)\b"
)
_WORD = pattern(r"\w+")
# What is asked for is no step that was taken: "Publish the grounds on which 369 were abolished"
_IMPERATIVE = pattern(
    r"(?:Please )?[A-Z][a-z]+(?<!ed)(?<!ing)(?= (?:the|what|how|on|all|why|by)\b)"
)
# "it began at 81 percent", "from 81 percent to nearly 93": the earlier of two
_STARTS = pattern(
    r"\b(?:(?:beg[au]n|start(?:s|ed)?|opened|set out|base|starting|first|initial)\b[^,;.]*\b"
    r"(?:at|from|is|was|of)|from) $",
    re.IGNORECASE,
)
_LETTERED = pattern(r"\b([^\W\d]+) ([B-HJ-Z]|A(?= ?[,.;]))(?!\w)")
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
    judged = _judge(mention, report, index, context)
    if judged.verdict != "supported":
        for filled in units_before(mention, report, index, context):
            figures = tuple(filled if one is mention else one for one in report.figures)
            again = _judge(filled, report._replace(figures=figures), index, context)
            if again.verdict == "supported":
                return again
            if judged.verdict == "unsupported" and again.verdict == "contradicted":
                # "it had been seventy-one in 2013", of what the text goes on about
                judged = again if report.date_of(mention) else judged
    if judged.verdict != "contradicted" and not judged.is_derived:
        surely = judged.verdict == "supported"
        judged = exchanged(mention, report, index, context, surely) or judged
    wrong = judged.verdict == "contradicted"
    if wrong and is_anothers_count(mention, report, judged.countable, index):
        return Judged("unsupported", None, f"{mention.text}: somebody else's count")
    return judged


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
            return _derived(mention, relative.countable, dated)
    worked_out = _may_be_worked_out(mention, report, same, index)
    return (
        slot_filled_otherwise(mention, report, same, date, index, context)
        # "all taken together from fewer than 90 countries": the very number is not worked out
        or other_value(
            mention, report, [one for one in other if one.value == "bound" or not worked_out], index
        )
        or slip(mention, report, measured, same, index, date, context)
        or of_another_thing(mention, report, same, index)
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
        near = near and not is_strange(mention, report, one, index)
        # A draft's whole clauses outdo too easily; so does what two values tell.
        alone = by_value and (one.countable.known.fact.draft
                              or is_told_with(mention, report, one.countable, index))  # fmt: skip
        if (
            not near or (not alone and _outdone(mention, report, one, other, index))
        ) and not is_rare_value(mention, report, one.countable, one.slots, index, context):
            continue
        left_open = _left_open(mention, report, one, index, context)
        if not left_open:
            return Judged("supported", one.countable, dated=dated)
        if not reason:
            reason, countable = left_open, one.countable
    if not reason:
        return None
    message = f"{mention.text}: {reason}"
    known = share_known(mention, countable, index) >= KNOWN_MOST
    later = reason == _OTHER_STEP and is_later_step(mention.said.clause, countable.words)
    if (later or reason.endswith(_PART_ALONE)) and known:
        return Judged("contradicted", countable, message)
    yes_or_no = reason == _NOT_DENIED and not mention.quantity.ordinal
    if yes_or_no and _denies_the_told(mention, report, countable, index):
        return Judged("contradicted", countable, message)
    return Judged("unsupported", None, message, left_open=reason != _NO_TIME)


def _denies_the_told(
    mention: Mention, report: Report, countable: Countable, index: ClaimIndex
) -> bool:
    """Return whether a sentence says no to the very thing that the source tells of a figure."""
    if any(is_part(one, countable) for one in index.families[countable.family]):
        return False  # "40, few of which are in force"
    denied = [stems(found["what"]) for found in _DENIED.finditer(report.sentence)]
    if len(_NO.findall(report.sentence)) > 1:
        return False  # "no country whose agreement is not in force"
    return all(not one or one & countable.words for one in denied) and (
        share_known(mention, countable, index) >= KNOWN_MOST
    )


def _denies_another_verb(mention: Mention, report: Report, countable: Countable) -> bool:
    """Return whether a sentence says no to a verb of its own, and has the source's behind the
    figure: "never tired of the 26 conventions to which China has acceded"."""
    own = _DENIED.search(report.sentence, mention.quantity.end)
    if own and not stems(own["what"]) & countable.words:
        # "57,000 did not wait for the knock and confessed"
        told = _AND_DID.match(report.sentence, own.end())
        return told is not None and bool(verbs_of(told["told"]) & countable.words)
    *_, denied = None, *_DENIED.finditer(report.sentence, 0, mention.quantity.start)
    told = _RELATIVE.match(report.sentence, mention.quantity.end)
    return bool(
        denied
        and told
        and not stems(denied["what"]) & countable.words
        and verbs_of(told["told"]) & countable.words
    )


def _stands_for(mention: Mention, report: Report, countable: Countable) -> bool:
    """Return whether a figure stands where a fact prints this one, all others of which are told."""
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
    return [one for one in figures if one not in told] == [countable.figure]


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
    of_told = report.is_of_first(mention) or report.whole_of(mention)
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
    sure = sure and len(named) == 1 and mention.quantity.value not in worked_out
    if sure and not is_worked_out(report):
        return contradicted(mention, named[0])
    message = f"{mention.text}: the base has no such part of it"
    return Judged("unsupported", None, message) if of_told else None


def _left_open(
    mention: Mention, report: Report, one: Candidate, index: ClaimIndex, context: Context
) -> str:
    """Tell which slot that matters a sentence leaves open; an open one is no agreement."""
    countable = one.countable
    alone = countable.known.fact.draft and index.is_alone(countable)
    if one.slots.period == "open":
        return _NO_TIME
    if one.slots.sibling == "open":
        return "the source has no figure of just this kind"
    if _is_part_of_another(mention, report, countable, index):
        return "the source has it of another whole"
    if one.slots.role == "open" and mention.said.part.role == "level" and _is_difference(countable):
        return "the source tells it of a change"
    if one.slots.rate == "open" and not alone:
        return "the source tells it for another stretch of time"
    yes = report.sentence if countable.denied else countable.known.fact.quote
    denied = mention.said.denied != countable.denied and not _LACKING.search(yes)
    denied = denied and not report.is_whole(mention)
    if denied and not _denies_another_verb(mention, report, countable):
        return _NOT_DENIED if mention.said.denied else "the source denies it"
    return _told_of_others(mention, report, countable, index) or next(
        filter(
            None,
            (
                _left_to(sibling, mention, report, countable, index, context)
                for sibling in index.families[countable.family]
            ),
        ),
        "",
    )


def _is_difference(countable: Countable) -> bool:
    """Return whether the source has a figure as what one value is beyond another: "26,400 more
    passengers than", "rose by 4,300"."""
    quote, text = countable.known.fact.quote, countable.figure.text
    start, number = quote.find(text), text.split()[0]
    behind = _MORE.match(quote, start + len(number)) or _MORE.match(quote, start + len(text))
    if _BY.search(quote, 0, start):  # not "attended by 4,300 pupils"
        return bool(directions(quote[:start]))
    return behind is not None


def _is_part_of_another(
    mention: Mention, report: Report, countable: Countable, index: ClaimIndex
) -> bool:
    """Return whether a sentence tells a figure as a part of another whole than the source does."""
    whole = report.whole_of(mention) or (report.figures[0] if report.is_of_first(mention) else None)
    near = relatives(countable, index)
    before = report.whole_before(mention) if whole is None else None
    if before and any(
        is_value_of(before.quantity, one.figure) for one in index.topics[countable.topic]
    ):
        whole = before  # else it is worked out: "691 of the texts, 369 of them invalid"
    parted = any(is_part(countable, one) for one in near)
    return (
        whole is not None
        and parted
        and not any(compare_value(whole.quantity, one.figure) == "same" for one in near)
    )


def _is_told_as_part(part: Countable, whole: Countable) -> bool:
    """Return whether the source tells a figure as part of another, or counts it out of that one:
    48 of those "on the list of 100"."""
    counts_out = (
        part.known.fact.id == whole.known.fact.id
        and part.figure.unit == whole.figure.unit
        and find_printed(f"of {whole.figure.text}", part.figure.measures) >= 0
    )
    return is_part(part, whole) or counts_out


def _told_of_others(
    mention: Mention, report: Report, countable: Countable, index: ClaimIndex
) -> str:
    """Tell of whom or what a sentence has a figure that the source has of others."""
    words = countable.words
    if mention.quantity.unit == "percent":
        whom = _OF_WHOM.match(report.sentence, mention.quantity.end)
        whom_said = (stems(whom[1]) if whom else frozenset()) - words - stems_of(_ASKED)
        if any(map(is_person, whom_said)):
            return "the source tells it of others"  # "92.9 percent of the officials"
    state = strange_state(report.sentence, mention.stated.counted_end, words)
    if state:
        return f"the source does not say {state}"
    if _BELOW.search(report.sentence) and _ABOVE.search(countable.known.fact.quote):
        return "the source tells it of those above"
    asked_for = stems(asked[0]) if (asked := _IMPERATIVE.match(report.sentence)) else frozenset()
    if is_other_step(mention.said.clause - asked_for, words):
        return _OTHER_STEP
    names = report.strange_names(0, len(report.sentence), countable.known.words | index.naming)
    for name in mention.said.clause & names.keys() if countable.known.fact.draft else ():
        if any(
            name in one.known.words and comparable(mention, one)
            for one in index.topics[countable.topic]
        ):
            return "the source names another beside it"  # every ticket, and one of the Opera's
    for rival in index.topics[countable.topic] if mention.quantity.ordinal else ():
        # "the seventh report on torture", where that is the sixth
        theirs = mention.said.clause & rival.own - words
        if rival.figure.unit == "ordinal" and theirs and not is_told(rival, report, mention):
            return f"the source has {rival.figure.text} of that"
    behind = _ALL_BEHIND.match(report.sentence, mention.quantity.end)
    if behind or _ALL.search(report.sentence, 0, mention.quantity.start):
        for part in index.topics[countable.topic]:
            if not _is_told_as_part(part, countable) or is_told(part, report, mention):
                continue
            # "All 40 are in force", of which 32 are; "All 100 are in custody", of whom 48 are back
            if (part.clause - countable.clause) & mention.said.clause:
                return f"the source says that of {part.figure.text}{_PART_ALONE}"
            if behind or mention.said.clause - countable.words:
                return f"the source tells {part.figure.text} of them apart"
    whole = behind and _whole_meant(report.sentence[: behind.start("parted")], countable, index)
    if whole:
        return f"the source says that of {whole.figure.text}, and this of part{_PART_ALONE}"
    if countable.is_cell and _is_other_letter(report.sentence, countable):
        return "the source has it in another row"
    return ""


def _whole_meant(sentence: str, part: Countable, index: ClaimIndex) -> Countable | None:
    """Return the whole of which a sentence tells the source's verb, and none of a figure that is a
    part of it: "17 were signed, and every one of those took effect" of 20 that were signed."""
    verbs = verbs_of(sentence)
    for whole in index.families[part.family]:
        if is_part(part, whole) and verbs & whole.told and not verbs & (part.told - whole.told):
            return whole
    return None


def _left_to(
    sibling: Countable,
    mention: Mention,
    report: Report,
    countable: Countable,
    index: ClaimIndex,
    context: Context,
) -> str:
    """Tell why the words may be a sibling's as well: of another time, or with its own words."""
    if sibling.figure.unit != countable.figure.unit or is_part(sibling, countable):
        return ""
    if not comparable(mention, sibling):
        return ""  # the average stay of 3.0 nights
    if sibling.figure.value == countable.figure.value or is_told(sibling, report, mention):
        return ""
    if countable.part.role == mention.said.part.role == "level" != sibling.part.role:
        return ""  # a change is told apart by its own words: "26,400 more"
    later = sibling.own_periods not in ((), countable.own_periods)
    later = later and not _is_latest(countable, sibling) and not report.date_of(mention)
    later = later and not _STARTS.search(report.sentence, 0, mention.quantity.start)
    if later and sibling.own <= countable.own and not is_part(countable, sibling):
        return f"the source has {sibling.figure.text} of it at another time"
    theirs = (sibling.told - countable.told - movement_words()) & mention.said.clause
    strange = any(not is_person(word) for word in theirs)
    strange = strange and not is_spoken_for(sibling, report, mention, theirs, index)
    if strange and countable.known.fact.draft and not _are_compared(mention, report):
        return f"the source says that of {sibling.figure.text}"
    apart = countable.told - sibling.told - movement_words()
    said = report.words | context.words | mention.said.clause
    # it tells them apart itself, be it in other words ("487 have survived": are in effect)
    told = apart & said or mention.quantity.ordinal or _is_the_rest(mention, report)
    told = told or any(
        index.is_kin(word, countable.told) and not index.is_kin(word, sibling.told)
        for word in mention.said.clause - countable.words
    )
    if apart and not told and not _is_latest(countable, sibling):
        return f"what tells it from {sibling.figure.text} is not said"
    return ""


def _is_the_rest(mention: Mention, report: Report) -> bool:
    """Return whether a figure is what the others of a sentence leave of its first: "of 1,178, 691
    were scrapped, and the other 487 stand"."""
    if not THE_OTHER.search(report.sentence, 0, mention.quantity.start):
        return False
    whole, *parts = (one.quantity.value for one in report.figures)
    return whole == sum(parts)


def _are_compared(mention: Mention, report: Report) -> bool:
    """Return whether a sentence tells what a figure and another one give: "164,000, five times as
    much as an outline", "1,065, two thirds more than the year before"."""
    place = report.figures.index(mention) if mention in report.figures else len(report.figures)
    return any(
        other.said.part.role == "change" or other.quantity.unit == "times"
        for other in report.figures[place + 1 : place + 2]
    )


def _is_other_letter(sentence: str, cell: Countable) -> bool:
    """Return whether a sentence names a row by a letter or number that is not its label's: "section
    B" of "C (3,000 to 4,500 metres)"."""
    own = {*_WORD.findall(cell.figure.measures)}
    return any(
        found[2] not in own
        and (found[1].lower() in {one.lower() for one in own} or len(label) == 1)
        for found in _LETTERED.finditer(sentence)
        for label in own
        if label.isupper()
    )


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


def _is_latest(countable: Countable, sibling: Countable) -> bool:
    """Return whether two figures differ in their times, and this one is of the later."""
    ours, theirs = countable.periods, sibling.periods
    if not theirs:
        return False
    return not ours or (ours[0].end or "9") > (theirs[0].end or "9")


def _missing(same: Sequence[Candidate]) -> str:
    if same:
        return "the base has it, but not clearly of this"
    return "the base has no such figure of this"
