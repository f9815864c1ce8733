"""Values that the base does not print but its figures give: sums, differences, shares, ratios, and
proportions printed as two numbers ("one person in fifteen", "seven to one", "three for two").

Each value needs words of the sentence that ask for it, and figures of one unit: never a whole with
its own part, never two times or places in one sum.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wp.pattern import pattern
from wp.quantities.model import Quantity, bound
from wp.quantities.read import number_values
from wp.quantities.units import convert
from wp.statements import stems, stems_of
from wp.text import Span
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import Context
from wp.verify.claims.countables import (
    POINTS,
    Countable,
    agrees,
    comparable,
    is_beyond,
    is_part,
    topic_of,
)
from wp.verify.claims.operands import (
    COMPARED,
    MOST,
    Pair,
    groups,
    named_pairs,
    order_of,
    pair_of,
    told_beside,
)
from wp.verify.claims.predicates import is_other_step
from wp.verify.claims.reported import Mention, Report
from wp.verify.claims.shares import is_anothers_share, share_told
from wp.verify.claims.workings import (
    of_pair,
    of_several,
    over_facts,
    per_noun,
    per_thing,
)

_TIMES = 0.03
_FEW = 3  # figures of a measure: the unit tells which is meant
_NEAR, _TENTH, _BEYOND = 0.021, 0.1, 0.2


class Derived(NamedTuple):
    """The first of the figures that a value is worked out of, and whether a sentence has them the
    other way round."""

    countable: Countable
    is_turned: bool = False


def derived(
    mention: Mention,
    report: Report,
    index: ClaimIndex,
    context: Context,
    fitting: Sequence[Countable],
) -> Derived | None:
    """Find the figure of the base from which the reported one is worked out.

    Takes the figures that fit the sentence's words, best first; gives the first of the operands.
    """
    if mention.quantity.ordinal or (mention.quantity.qualifier or "").endswith("short of"):
        return None  # "falls short of 1.3 billion" asks for no difference
    told = told_beside(mention, report, index)
    # Where the source prints a change itself, none is worked out from other figures.
    printed = any(
        relative.part.role == "change" and relative.part.sign and comparable(mention, relative)
        for one in told
        for relative in index.families[one.family]
    )
    if printed and mention.said.part.role == "change":
        return None
    fraction = _fraction_of(mention, report, fitting, index)
    if fraction:
        return Derived(fraction)
    wrong = None
    for value, unit, one, turned in _workings(mention, report, index, context, told, fitting):
        if _is(mention, value, unit, one):
            if not turned:
                return Derived(one)
            wrong = wrong or Derived(one, True)
    return wrong


def _workings(
    mention: Mention,
    report: Report,
    index: ClaimIndex,
    context: Context,
    told: Sequence[Countable],
    fitting: Sequence[Countable],
) -> Iterator[tuple[float, str, Countable, bool]]:
    """Yield every value that the sentence asks for, with its unit, the first of its operands, and
    whether the sentence has these the other way round."""
    noun = per_noun(mention, report)
    if noun is not None:
        few = index.of_measure(mention.quantity.unit) if mention.quantity.unit else []
        few = few if len(few) <= _FEW else []
        near = [one.known.id for one in (*told, *fitting, *few, *_named(report, index))]
        topics = dict.fromkeys(map(topic_of, (*near, *context.facts)))
        each = per_thing(mention, report, noun, topics, index)
        yield from ((*value, False) for value in each)
    for pair in named_pairs(told, report, index, context):
        if not told or pair.low in told or pair.high in told:
            found = of_pair(mention, report, pair, index)
            yield from ((*value, pair.low, turned) for value, turned in found)
    for one, group in groups(mention, report, index, context, fitting):
        found = of_several(mention, report, group, index)
        yield from ((*value, one, turned) for value, turned in found)
        yield from ((*value, one, False) for value in over_facts(mention, report, one, index))


def _named(report: Report, index: ClaimIndex) -> list[Countable]:
    """Return the figures of which a sentence has two words or more, those of most weight first."""
    found = [(len(one.own & report.words), one) for one in index.counting(report.words)]
    return [one for words, one in sorted(found, key=lambda pair: -pair[0]) if words > 1][:MOST]


def _fraction_of(
    mention: Mention, report: Report, fitting: Sequence[Countable], index: ClaimIndex
) -> Countable | None:
    """Return the percentage that a fraction in words is: "nearly a third" of 31 percent."""
    quantity = mention.quantity
    if quantity.unit or quantity.step is not None or not 0 < quantity.value < 1:
        return None
    return next(
        (
            one
            for one in fitting
            if one.measure == "percent" and _is_share(quantity, one.figure.value / 100)
            and not any(
                two.known is one.known
                and (two.clause - one.clause) & mention.said.clause
                and not (one.clause - two.clause) & report.words
                for two in index.siblings(one)
            )
        ),
        None,
    )  # fmt: skip


def _is(mention: Mention, value: float, unit: str, operand: Countable) -> bool:
    quantity = mention.quantity
    if is_beyond(quantity, value, operand.figure.qualifier):
        return False
    if quantity.unit is None and unit == POINTS and mention.stated.unit.split()[0] == "points":
        return agrees(quantity, value)
    if quantity.unit is None:
        if unit in ("percent", POINTS, "years", "times"):
            return False
        if unit == "share":
            return not isinstance(quantity.value, int) and _is_share(quantity, value)
        return quantity.step is not None and agrees(quantity, round(value, 9))
    if quantity.unit == unit:
        if quantity.step is None:  # "two and a half times"
            return abs(value - quantity.value) <= _TIMES * value
        return agrees(quantity, round(value, 9))
    if unit in ("percent", POINTS, "share", "") or quantity.unit in ("percent", POINTS):
        return False
    converted = convert(value, unit, quantity.unit)
    return converted is not None and agrees(quantity, converted)


def _is_share(quantity: Quantity, value: float) -> bool:
    """Return whether a share is about the printed one: "half", "almost half", "more than half"."""
    over = value - quantity.value
    kind = bound(quantity.qualifier)
    if kind in ("exact", "around"):
        return abs(over) < min(_NEAR, _TENTH * quantity.value)
    return 0 < (over if kind == "floor" else -over) < _BEYOND * quantity.value


_NUMBER = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
    r"|thirty|forty|fifty|(?:a |one )?hundred)"
)
_ABOUT = r"(?:(?:about|some|roughly|around|nearly|almost|over) )?"
_WORDS = r"(?: [^\W\d_][\w-]*)"
_PROPORTION = pattern(
    r"(?<![\w-])"
    rf"(?:(?P<one>one){_WORDS}{{1,4}} (?:in|out of)(?: every)? {_ABOUT}(?P<many>{_NUMBER})"
    rf"|(?P<part>{_NUMBER}) (?:in|out of)(?: every)? {_ABOUT}(?P<whole>{_NUMBER})"
    # "four schools in ten are", but four schools in ten towns
    rf"|(?P<some>{_NUMBER}){_WORDS}{{1,2}} (?:in|out of) (?P<all>{_NUMBER})"
    r"(?=[.,;:)]|$| (?:in|of|on|at|is|are|was|were|has|have|had|can|could|do|does|did|will)\b)"
    rf"|(?P<more>{_NUMBER}) to (?P<less>one)"
    rf"|(?P<first>{_NUMBER}|an?){_WORDS}{{0,5}}? (?P<for>for|to) {_ABOUT}(?:every|each) {_ABOUT}"
    rf"(?P<second>{_NUMBER})(?: or {_NUMBER})?"
    rf"|(?P<to>for|to) (?:every {_ABOUT}(?P<every>{_NUMBER})|(?:every|each)(?! of\b))"
    rf"(?:,?{_WORDS}){{1,12}}?,? (?P<then>{_NUMBER})\b)"
    r"(?![\w.,]*\d|\w| (?:million|billion|thousand|hundred|times|per ?cent))",
    re.IGNORECASE,
)
# What stands in all of them; looked for first, for it is found faster.
_SECOND = pattern(
    r"\b(?:in|of|for|to) (?:(?:every|each|about|some|roughly|around|nearly|almost|over) )*"
    rf"{_NUMBER}\b|\b(?:for|to) (?:every|each)\b",
    re.IGNORECASE,
)
_BELOW = pattern(r"\b(?:(?P<far>fewer|less) than|nearly|almost|(?:just )?under|not quite) $", re.I)
_ABOVE = pattern(r"\b(?:more than|(?:just )?over|better than) $", re.IGNORECASE)
# "one person in fifteen": of the population
_HEADS = "person people inhabitant citizen resident head"
_HALF, _TWO = 0.5, 2


class Proportion(NamedTuple):
    """Two numbers of which one is so many times the other: where they stand, their values, and the
    stretches that tell what each counts, the greater first; `of_whole` where one is a part."""

    text: str
    start: int
    end: int
    high: float
    low: float
    sides: tuple[Span, Span] | None
    of_whole: bool


def proportions(sentence: str) -> Iterator[Proportion]:
    """Find the proportions of a sentence."""
    if not _SECOND.search(sentence):
        return
    for found in _PROPORTION.finditer(sentence):
        names = ("one", "part", "some", "more", "first", "every", "many", "whole", "all", "less",
                 "second", "then")  # fmt: skip
        values = [next(iter(number_values(found[one])), 1) for one in names if found[one]]
        one, two = values if len(values) > 1 else (1, *values)  # "a", "each"
        sides = None
        if found["first"]:
            begin = sentence.rfind(", ", 0, found.start()) + 1  # not "set against the people, …"
            sides = (begin, found.start("for")), (found.end("for"), len(sentence))
        elif found["to"]:
            sides = (found.start(), found.start("then")), (found.start("then"), len(sentence))
        elif found["more"] and (pivot := COMPARED.search(sentence)):
            sides = (0, pivot.start()), (pivot.end(), len(sentence))
        if sides and two > one:
            sides = sides[::-1]
        high, low = max(one, two), min(one, two)
        if 0 < low < high:
            of_whole = not (sides or found["more"])
            yield Proportion(found[0], *found.span(), high, low, sides, of_whole)


def base_of(
    proportion: Proportion, report: Report, index: ClaimIndex, context: Context
) -> Countable | None:
    """Find the figures of the base that stand in a proportion, as near as its numbers tell.

    Gives the greater of them. They are figures that the sentence reports, names, or goes on about.
    """
    # "two complaints out of five" has a noun inside
    report = report._replace(words=report.words | stems(proportion.text))
    span = range(proportion.start, proportion.end)
    denied = any(one.said.denied for one in report.figures if one.quantity.number_start in span)
    beside = tuple(one for one in report.figures if one.quantity.number_start not in span)
    report = report._replace(figures=beside)
    told = told_beside(None, report, index)
    beside_it = _named_beside(report, index, context)
    for pair in (*named_pairs(told, report, index, context), *beside_it):
        low, high = pair.low, pair.high
        if low.figure.value <= 0 or not _stand_in(proportion, pair, report.sentence, denied):
            continue
        if is_other_step(stems(proportion.text), low.words | high.words):
            continue  # one conviction for every 26, of cases that were transferred
        if proportion.of_whole and not _may_be_of(pair, report, index):
            continue
        if not (proportion.sides and order_of(pair, report, *proportion.sides) < 0):
            return high
    return None


def _may_be_of(pair: Pair, report: Report, index: ClaimIndex) -> bool:
    """Return whether a figure may be told as one in so many of another: not what is in effect of
    what is invalid, nor cases of suspects, nor the part that no word names where one names another.
    """
    low, high = pair.low, pair.high
    if low.known.fact.draft:
        return True
    alike = not (low.things and high.things) or bool(low.things & high.things)
    alike = alike and (pair.is_whole or not pair.one_fact)
    return alike and not is_anothers_share(pair, report, index)


def _stand_in(proportion: Proportion, pair: Pair, sentence: str, denied: bool) -> bool:
    """Return whether two figures stand in a proportion, with the bound that is printed before."""
    share = share_told(pair, denied and proportion.of_whole)
    if not share:
        return False
    printed = proportion.low / proportion.high
    below = _BELOW.search(sentence, 0, proportion.start)
    if below or _ABOVE.search(sentence, 0, proportion.start):
        over = printed - share if below else share - printed
        # more than four to one is less than one to four
        first = next(iter(number_values(proportion.text)), 1)
        over = -over if first == proportion.high else over
        return 0 < over < (_HALF if below and below["far"] else _TENTH) * printed
    near = round(abs(proportion.low / share - proportion.high), 9) <= _HALF
    if proportion.low > 1:
        near = near or abs(proportion.high * share - proportion.low) <= _HALF
        near = near and abs(share - printed) < _NEAR
    return near


def _named_beside(report: Report, index: ClaimIndex, context: Context) -> Iterator[Pair]:
    """Yield the pairs of a topic of which a sentence names one by a word of its own, and the other
    too or as its whole: "a team for every three departments", "one person in fifteen".

    What has just been told need not be named again beside what two words name: "set against the
    people dealt with, that is one referral for every 26".
    """
    for one in index.of_facts(context.facts):
        for two in index.topics[one.topic]:
            if two is not one and len((two.own - one.own) & report.words) >= _TWO:
                yield pair_of(one, two, True)
    people = bool(report.words & stems_of(_HEADS))
    for one in index.counting(report.words):
        for two in index.topics[one.topic]:
            mine, theirs = (
                (each.own - other.own | each.things - other.things) & report.words
                for each, other in ((one, two), (two, one))
            )
            theirs |= stems_of("population") & two.own if people else theirs
            # "every six central-level departments" are those of no list that has departments too
            outdone = any(
                one.own & report.words < other.own & report.words
                and two.own & report.words < other.own & report.words
                for other in index.topics[one.topic]
            )
            if two is not one and mine and (theirs or is_part(one, two)) and not outdone:
                yield pair_of(one, two, True)
