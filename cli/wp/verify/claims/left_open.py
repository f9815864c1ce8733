"""What a sentence leaves open of a figure whose value it has, or tells otherwise: its time, its
kind, its whole, what was done, and which of several it is."""

import re

from wp.pattern import pattern
from wp.statements import is_person, stems, stems_of
from wp.statements.roles import directions, movement_words
from wp.text import find_printed
from wp.verify.claims.candidates import KNOWN_MOST, Candidate, share_known
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import Context
from wp.verify.claims.contrasts import told_beside_it
from wp.verify.claims.countables import (
    Countable,
    comparable,
    compare_value,
    is_part,
    is_told,
    is_value_of,
)
from wp.verify.claims.dated_facts import TIMES
from wp.verify.claims.operands import relatives
from wp.verify.claims.others import THE_OTHER, is_spoken_for, levels_told
from wp.verify.claims.predicates import is_other_step, strange_state, verbs_of
from wp.verify.claims.reported import Mention, Report

_MORE = pattern(
    r"\s+(?:\w+ )?(?:more|fewer|less|higher|lower|longer|shorter)(?: \w+){0,3}? than\b(?! \d)"
)
_BY = pattern(r"\bby (?:about |some |almost |nearly |over |more than |fewer than )?$")
# "dropped by 5.84 billion", "put up by 2,675", but "a loss was made by 71"
_MOVES = pattern(
    r"\b(?:rose|risen|grew|grown|climbed|increased|jumped|fell|fallen|dropped|declined|decreased"
    r"|shrank|shrunk|sank|cut|raised|lowered|reduced|lifted|written down|went (?:up|down)"
    r"|gone (?:up|down))\b[^.;]{0,60}$"
)
_REACHED = pattern(r"\bto (?:about |some |almost |nearly |over )?$")
_SO_MUCH_MORE = pattern(r" (?:more|fewer|less)\b|(?: [^\W\d]+){1,2} (?:more|fewer|less) than\b")
_COMPARES = pattern(
    r"\b(?:more|fewer|less|higher|lower|up|down|above|below|over|beyond|than|compared|against|rise|increase"
    r"|fall|drop|decline|growth)\b|\bfrom\b"
)
_OF_WHOM = pattern(r"\s+of (?:(?:the|all|its|their|those|these)\s+)*([^\W\d_]+)")
_ASKED = "people persons respondents citizens"
_THAN_BEFORE = pattern(
    r"[^.;]{0,40}?, (?P<way>more|higher|fewer|less|lower) than (?:in )?(?:the|a) "
    r"(?:year|month|quarter|season|week) (?:before|earlier)\b"
)
_NOT_DONE = pattern(
    r"\b(?:(?:ha[sd]|have|was|were|is|are)(?: not|n['’]t)|never|none)(?: (?:been|be|ever))*"
    r"(?: (?!only\b)[a-z]+ly)? (?P<done>[a-z]+(?:ed|en|ne|wn|nt|ught|ut|et|ld|lt|de)\b(?: [a-z]+)?)"
    r"|\b(?:did|does|do|will)(?: not|n['’]t) (?P<do>[a-z]+)"
    r"|\bwithout (?:the |an? |any )?(?P<lacked>[a-z]+)"
)
NO_TIME = "the source gives no such time for it"
NOT_DENIED = "the source does not deny it"
OTHER_STEP = "the source tells another step of it"
PART_ALONE = " of them"  # ends the reason why what is told of a whole is told of a part
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
    r"[^.;]{0,70}?(?P<parted>[,–—-] ?)(?:(?:and|with) )?"
    r"(?:(?:all (?:of (?:them|which|whom|these|those) )?"
    r"|(?:each|every(?: single)? one) (?:of th\w+ (?:[a-z]+s )?)?)"
    r"(?:(?:ha(?:ve|d|s)|(?:we|a)re|was|is|being|now|already|since) )*"
    r"(?=(?:in|took|taken|came|come|went|gone|good)\b|[a-z]+(?:ed|ive)\b)"
    # "and none is pending", but not "none of these": of a part that is no news
    r"|(?P<none>none|no (?:other |further |such )?[a-z]+) "
    r"(?:(?:ha[ds]|have|been|is|are|was|were|being|left|remain(?:s|ed|ing)?|still|now|yet) )*"
    r"(?:pending|outstanding|open|missing|awaited|waiting|unfinished|to come|left over)\b)"
    r"|[^.;]{0,70}?(?P<whole> without (?:an? )?(?:single )?exceptions?\b)"
)  # "20 signed, all in operation"
# What is not pending
_FINISHED = "in force, approved, ratified, solved, settled, completed, finished, paid, delivered"
# What says no without a "not": "without electricity", "younger than 35"
_LACKING = pattern(
    r"\b(?:without|un[a-z]{3,}ed|lack\w*|fail\w*|fault\w*|missing|forbid\w*|prohibit\w*|bann\w+"
    r"|younger than|less than|fewer than|shorter than|shallower than)\b"
)
_LEFT_OUT = pattern(r"\b(?:out of|beyond|outside|left out|escap\w+|omitted|uncovered|untouched)\b")
# A table does not say which of its rows is first or last; to compare them is the reader's.
_SUPERLATIVE = pattern(
    r"\b(?:is|are|was|were|had|has|the) (?:the )?(?:highest|lowest|largest|smallest|biggest|fewest"
    r"|greatest|longest|shortest|oldest|youngest|fastest|slowest|worst|dearest|cheapest)\b"
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


def says_no(text: str) -> bool:
    """Return whether a text says no to something: "not", "none", "without"."""
    return _NO.search(text) is not None


def denies_the_told(
    mention: Mention, report: Report, countable: Countable, index: ClaimIndex
) -> bool:
    """Return whether a sentence says no to the very thing that the source tells of a figure."""
    if any(is_part(one, countable) for one in index.families[countable.family]):
        return False  # "40, few of which are in force"
    denied = [stems(found["what"]) for found in _DENIED.finditer(report.sentence)]
    if len(_NO.findall(report.sentence)) > 1 or _LEFT_OUT.search(report.sentence):
        return False  # "no country whose agreement is not in force", "not one is out of reach"
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


def what_is_left_open(
    mention: Mention, report: Report, one: Candidate, index: ClaimIndex, context: Context
) -> str:
    """Tell which slot that matters a sentence leaves open; an open one is no agreement."""
    countable = one.countable
    drafted = countable.known.fact.draft
    alone = drafted and index.is_alone(countable)
    if one.slots.period == "open":
        return NO_TIME
    if one.slots.sibling == "open":
        return "the source has no figure of just this kind"
    if _is_beyond_the_wrong_one(mention, report, countable):
        return "the source has the earlier one on its other side"
    if _is_part_of_another(mention, report, countable, index):
        return "the source has it of another whole"
    if one.slots.role == "open" and mention.said.part.role == "level" and _is_difference(countable):
        return "the source tells it of a change"
    if (
        one.slots.role == "open"
        and countable.known.fact.draft
        and (mention.said.part.role == "change" and _is_moved_by(mention, report, countable))
    ):
        return "the source tells it of a level"
    if one.slots.rate == "open" and not alone:
        return "the source tells it for another stretch of time"
    yes = report.sentence if countable.denied else countable.known.fact.quote
    denied = mention.said.denied != countable.denied and not _LACKING.search(yes)
    # "14 had no life jacket", who were not wearing one
    denied = denied and not (countable.denied and drafted and says_no(report.sentence))
    denied = denied and not report.is_whole(mention)
    if mention.said.denied and countable.known.fact.draft:
        denied = denied and not says_no(told_beside_it(countable))  # "had received no dose"
    if denied and not _denies_another_verb(mention, report, countable):
        return NOT_DENIED if mention.said.denied else "the source denies it"
    if countable.is_cell and _SUPERLATIVE.search(report.sentence):
        return "the source ranks nothing there"
    if _denies_what_was_done(mention, report, countable, index):
        return NOT_DENIED
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


def _denies_what_was_done(
    mention: Mention, report: Report, countable: Countable, index: ClaimIndex
) -> bool:
    """Return whether a sentence says no, once, to a verb that the source has without a no: that
    cases "were not passed to the judiciary", teams not dispatched."""
    known = countable.known
    if report.is_whole(mention) or says_no(f"{known.fact.context} {known.fact.quote}"):
        return False
    denied = _NOT_DONE.search(report.sentence)
    if not denied or len(_NO.findall(report.sentence)) != 1:
        return False
    # of the figure before the "no" it is said, else of that behind it
    before = [one for one in report.figures if one.quantity.start < denied.start()]
    if mention != (before or report.figures)[-1 if before else 0]:
        return False
    if denied["lacked"]:
        # "369 are without validity", where the source tells that of others in its sentence
        return bool(stems(denied["lacked"]) & countable.told)
    done = stems(denied["done"] or denied["do"])
    return any(stem in known.words or index.is_kin(stem, known.words) for stem in done)


def _is_beyond_the_wrong_one(mention: Mention, report: Report, countable: Countable) -> bool:
    """Return whether a sentence has a figure "fewer than the year before" which is more than the
    only other one of its unit in the source's sentence."""
    found = _THAN_BEFORE.match(report.sentence, mention.stated.counted_end)
    figures = countable.known.fact.figures
    values = [one.value for one in figures if one.unit in (countable.figure.unit, "count")]
    others = [value for value in values if value != countable.figure.value]
    if not found or len(others) != 1:
        return False
    return (found["way"] in ("more", "higher")) != (countable.figure.value > others[0])


def _is_difference(countable: Countable) -> bool:
    """Return whether the source has a figure as what one value is beyond another: "26,400 more
    passengers than", "rose by 4,300"."""
    quote, text = countable.known.fact.quote, countable.figure.text
    start, number = quote.find(text), text.split()[0]
    behind = _MORE.match(quote, start + len(number)) or _MORE.match(quote, start + len(text))
    if _BY.search(quote, 0, start):  # not "attended by 4,300 pupils"
        return bool(directions(quote[:start]))
    return behind is not None


def _is_moved_by(mention: Mention, report: Report, countable: Countable) -> bool:
    """Return whether a sentence has something move by a figure, or have so much more, and the
    source's sentence compares nothing: "dropped by 5.84 billion", of exports of so much."""
    if _BY.search(report.sentence, 0, mention.quantity.start):
        moved = bool(_MOVES.search(report.sentence, 0, mention.quantity.start))
    else:
        moved = bool(_SO_MUCH_MORE.match(report.sentence, mention.quantity.end))
    quote = countable.known.fact.quote
    at = max(quote.find(countable.figure.text), 0)
    behind = quote[at:]
    if moved and _REACHED.search(quote, 0, at):
        return True  # "rose by 8.4", of what rose to 8.4
    return moved and not (_COMPARES.search(behind) or _is_difference(countable))


def _is_part_of_another(
    mention: Mention, report: Report, countable: Countable, index: ClaimIndex
) -> bool:
    """Return whether a sentence tells a figure as a part of another whole than the source does."""
    whole = report.whole_told(mention)
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
        around = index.section_words(countable.known.fact) if countable.is_cell else words
        whom_said = (stems(whom[1]) if whom else frozenset()) - words - around - stems_of(_ASKED)
        if any(map(is_person, whom_said)):
            return "the source tells it of others"  # "92.9 percent of the officials"
    state = strange_state(report.sentence, mention.stated.counted_end, words)
    if state:
        return f"the source does not say {state}"
    if _BELOW.search(report.sentence) and _ABOVE.search(countable.known.fact.quote):
        return "the source tells it of those above"
    placed = levels_told(report.sentence, mention.said.clause)
    fact = countable.known.fact
    stated = f"{fact.context} {fact.quote} {countable.figure.measures}".lower()
    if placed and not report.is_whole(mention) and not any(level in stated for level in placed):
        return "the source tells it of no such level"  # "County-level personnel number 36,000"
    asked_for = stems(asked[0]) if (asked := _IMPERATIVE.match(report.sentence)) else frozenset()
    # "approval for the third and fourth reports, handed in as one"
    said = report.words if mention.quantity.ordinal else mention.said.clause
    if is_other_step(said - asked_for, words):
        return OTHER_STEP
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
            finished = part.clause - countable.clause
            none_left = behind and behind["none"] and finished & stems_of(_FINISHED)
            if none_left or finished & mention.said.clause:
                return f"the source says that of {part.figure.text}{PART_ALONE}"
            if behind or mention.said.clause - countable.words:
                return f"the source tells {part.figure.text} of them apart"
    whole = behind and _whole_meant(report.sentence, behind, countable, index)
    if whole:
        return f"the source says that of {whole.figure.text}, and this of part{PART_ALONE}"
    if countable.is_cell and _is_other_letter(report.sentence, countable):
        return "the source has it in another row"
    return ""


def _whole_meant(
    sentence: str, behind: re.Match[str], part: Countable, index: ClaimIndex
) -> Countable | None:
    """Return the whole of which a sentence tells the source's verb, and none of a figure that is a
    part of it, or of which it says that nothing is left: "17 were signed, and every one of those
    took effect", "17 were signed, and none is pending" of 20 that were signed."""
    verbs = verbs_of(sentence[: behind.start("parted")]) if behind["parted"] else frozenset()
    for whole in index.families[part.family]:
        if not is_part(part, whole):
            continue
        if behind["none"] or (verbs & whole.told and not verbs & (part.told - whole.told)):
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
    theirs -= stems_of(TIMES)
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


def _is_latest(countable: Countable, sibling: Countable) -> bool:
    """Return whether two figures differ in their times, and this one is of the later."""
    ours, theirs = countable.periods, sibling.periods
    if not theirs:
        return False
    return not ours or (ours[0].end or "9") > (theirs[0].end or "9")
