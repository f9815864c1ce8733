"""What share one figure is of another, as a sentence asks for it, and a share that is wrong."""

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

from wp.pattern import pattern
from wp.quantities.model import bound
from wp.statements import is_person, stems, stems_of
from wp.statements.read import read_statement
from wp.verify.claims.asking import AS_MANY, FOR_EACH, OF, RATIO, SHARE, asks
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import Context
from wp.verify.claims.contradictions import Judged, shown
from wp.verify.claims.countables import Countable, is_part, is_told, named_apart
from wp.verify.claims.operands import Pair, holds, relatives, told_beside
from wp.verify.claims.reported import Mention, Report
from wp.verify.claims.slots import PLAIN
from wp.verify.claims.verbs import says_nothing

Value = tuple[float, str]
_OF_ALL = pattern(r"\bof (?:the (?:total|whole|sum)|all)\b")
# "More than half, in other words, are": of what is not said
_BARE = pattern(r"(?:,[^,]{2,30},)? (?:is|are|was|were|has|have|had)\b")
# "A third of the documents reviewed are": a whole by its name
_OF_WHAT = pattern(
    r"\s+of (?:the |all |these |those )+(?P<what>[a-z][^,;.]*?)"
    r"(?= (?:is|are|was|were|has|have|had)\b)"
)
# "Half of the 100 were in that company": of what was told before
_AMONG_THEM = pattern(
    r"\b(?:among (?:them|these|those)"
    r"|in (?:that|this|their|the) (?:company|number|group|count|haul))\b"
)
_DOUBTED = pattern(
    r"\b(?:not|no|never|untrue|false|myth|should|would|could|may|might|if|whether)\b"
)
_NEARLY = pattern(r"almost|nearly|close to|just|not quite|barely", re.IGNORECASE)
_WRONG, _LEAST = 0.1, 0.005


def shares(mention: Mention, report: Report, pair: Pair, index: ClaimIndex) -> Iterator[Value]:
    """Yield the share of the lower of two figures in the higher, and the multiple, where asked."""
    low, high, named = pair
    words, quantity = report.sentence, mention.quantity
    if is_anothers_share(pair, report, index):
        return
    if report.whole_of(mention) and not is_told(high, report, mention):
        return  # "four fifths of the 1,178 documents" are none of the 40 countries
    share = share_told(pair, mention.said.denied)
    part = pair.is_whole and (low.own - high.own) & mention.said.clause
    asked = asks(SHARE, words) or OF.match(words, quantity.end) is not None
    if AS_MANY.match(words, quantity.end):
        asked = True
    elif named:
        asked = asked and not (low.measure == "percent" or pair.by_time or pair.are_rows)
    else:
        asked = asked and bool(is_part(low, high) or part)
    if asked or (quantity.unit == "percent" and part and not named):
        yield share, "share"
        yield 100 * share, "percent"
    if quantity.unit == "times" and asks(RATIO, words):
        yield 1 / share, "times"
    if asks(FOR_EACH, words) and not named:
        yield 1 / share, high.figure.unit


def share_told(pair: Pair, denied: bool) -> float:
    """Return how much of the higher of two figures the lower is, or what is left of it where a
    sentence says no to what the source tells of the part: "20 percent had not come into force"."""
    share = pair.low.figure.value / pair.high.figure.value
    return 1 - share if pair.is_whole and denied != pair.low.denied else share


def is_anothers_share(pair: Pair, report: Report, index: ClaimIndex) -> bool:
    """Return whether a sentence names other parts of a whole, and not this one: "half of the rules
    were scrapped" asks for no share of what is still in effect."""
    if not is_part(pair.low, pair.high):
        return False
    parts = [one for one in index.families[pair.high.family] if is_part(one, pair.high)]
    named = named_apart(parts, report.words, attrgetter("told"))
    return bool(named) and pair.low not in named


def shares_of_parts(
    mention: Mention, report: Report, alike: Sequence[Countable]
) -> Iterator[Value]:
    """Yield what several parts that a clause names make up of their whole: "59 percent were either
    abolished or declared invalid"."""
    if mention.quantity.unit != "percent" and not asks(SHARE, report.sentence):
        return
    for whole in filter(attrgetter("figure.value"), alike):
        parts = [one for one in alike if is_part(one, whole)]
        named = named_apart(parts, mention.said.clause, attrgetter("told"))
        if len(named) > 1:
            share = sum(one.figure.value for one in named) / whole.figure.value
            yield share, "share"
            yield 100 * share, "percent"


def other_share(
    mention: Mention, report: Report, index: ClaimIndex, context: Context
) -> Judged | None:
    """Judge a share wrong that is told of one part alone, and of a whole that the sentence or the
    one before tells: "6 percent of the total" of what is 8,900 of 1,537,000."""
    quantity, clause = mention.quantity, mention.said.clause
    share = quantity.value / 100 if quantity.unit == "percent" else quantity.value
    spelled = quantity.unit == "percent" or (not quantity.unit and quantity.step is None)
    if not (spelled and 0 < share < 1) or mention.said.part.role != "level":
        return None
    of_told = report.whole_of(mention) is not None
    if (
        report.dates
        or report.lapses
        or _DOUBTED.search(report.sentence)
        or len(report.figures) > 1 + of_told
    ):
        return None
    told, others, what = told_beside(mention, report, index), set[float](), None
    if not of_told:
        what = _OF_WHAT.match(report.sentence, quantity.end)
        bare = _OF_ALL.search(report.sentence) or _BARE.match(report.sentence, quantity.end)
        if not (bare or what):
            return None
        before = read_statement(context.sentence).figures
        others = {one.quantity.value for one in before if not one.quantity.unit}
        told = [*told, *index.of_facts(context.facts)]
    wholes = {
        id(whole): whole
        for one in told
        for whole in ((one,) if of_told else index.families[one.family])
        if any(holds(whole, part) for part in relatives(whole, index))
    }
    if len(wholes) != 1 or any(one.measure == "percent" for one in told):
        return None
    (whole,) = wholes.values()
    if what and not stems(what["what"]) <= whole.told:
        return None
    parts = [one for one in relatives(whole, index) if holds(whole, one)]
    named = named_apart(parts, clause, attrgetter("told"))
    among = _AMONG_THEM.search(report.sentence)
    if among:
        gone = index.of_facts(context.facts)
        named = [part for part in parts if any(is_part(part, one) for one in gone)]
    if len(named) != 1 or named[0].denied != mention.said.denied:
        return None
    part = named[0]
    if not (among or (part.told - whole.told) & clause):
        return None
    strange = (
        report.words
        - index.naming
        - part.told
        - whole.told
        - (stems(among[0]) if among else frozenset())
        - stems_of(f"{PLAIN} people persons share total sum words")
    )
    rest = whole.figure.value - part.figure.value
    values = {whole.figure.value, *(one for one in others if one not in (rest, part.figure.value))}
    own = (says_nothing(one) or (is_person(one) and one in part.words) for one in strange)
    if all(own) and all(_is_wrong(mention, share, part.figure.value / value) for value in values):
        reason = f"{mention.text}: the source has {part.figure.text} of {whole.figure.text}"
        return Judged("contradicted", part, f"{reason} ({shown(part)})")
    return None


def _is_wrong(mention: Mention, share: float, value: float) -> bool:
    """Return whether a share is not nearly the one that was worked out, or its bound leaves that
    out."""
    qualifier = mention.quantity.qualifier or ""
    kind = "around" if _NEARLY.match(qualifier) else bound(qualifier)
    if kind in ("floor", "ceiling"):
        return (value < share) if kind == "floor" else (value > share)
    # what is left of it may be meant
    return all(abs(share - one) > max(_WRONG * one, _LEAST) for one in (value, 1 - value))
