"""Proportions printed as two numbers: "one person in fifteen", "seven to one", "three for two"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from wp.pattern import pattern
from wp.quantities.read import number_values
from wp.statements.terms import stems
from wp.verify.claims.claim_index import ClaimIndex, Countable, is_part
from wp.verify.claims.context import Context
from wp.verify.claims.operands import Pair, named_pairs, pair_of, relatives, told_beside
from wp.verify.claims.reported import Report
from wp.verify.claims.workings import outnumbers

_NUMBER = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
    r"|thirty|forty|fifty|(?:a |one )?hundred)"
)
_ABOUT = r"(?:(?:about|some|roughly|around|nearly|almost|over) )?"
_PROPORTION = pattern(
    rf"\b(?:(?P<one>one)(?: [^\W\d_]+){{1,2}} (?:in|out of)(?: every)? {_ABOUT}(?P<many>{_NUMBER})"
    rf"|(?P<single>an?)(?: [^\W\d_]+){{1,2}} for {_ABOUT}(?:every|each) {_ABOUT}"
    rf"(?P<times>{_NUMBER})"
    rf"|(?P<part>{_NUMBER}) (?:in|out of)(?: every)? {_ABOUT}(?P<whole>{_NUMBER})"
    # "four schools in ten are", but four schools in ten towns
    rf"|(?P<some>{_NUMBER})(?: [^\W\d_]+){{1,2}} (?:in|out of) (?P<all>{_NUMBER})"
    r"(?=[.,;:)]|$| (?:in|of|on|at|is|are|was|were|has|have|had|can|could|do|does|did|will)\b)"
    rf"|(?P<more>{_NUMBER}) to (?P<less>one)"
    rf"|(?P<first>{_NUMBER}) [^\W\d_]+ (?:for|to) (?:every|each) (?P<second>{_NUMBER}))"
    r"(?![\w.,]*\d|\w| (?:million|billion|thousand|hundred|per ?cent))",
    re.IGNORECASE,
)
# What stands in all of them; looked for first, for it is found faster.
_SECOND = pattern(
    r"\b(?:in|of|for|to) (?:(?:every|each|about|some|roughly|around|nearly|almost|over) )*"
    rf"{_NUMBER}\b",
    re.IGNORECASE,
)
_HALF = 0.5
_MANY = 3


class Proportion(NamedTuple):
    """Two numbers of which one is so many times the other: where they stand, and their values."""

    text: str
    start: int
    end: int
    high: float
    low: float


def proportions(sentence: str) -> Iterator[Proportion]:
    """Find the proportions of a sentence."""
    if not _SECOND.search(sentence):
        return
    for found in _PROPORTION.finditer(sentence):
        values = [next(iter(number_values(one)), 1) for one in found.groups() if one]  # "a" is 1
        high, low = max(values), min(values)
        if 0 < low < high:
            yield Proportion(found[0], *found.span(), high, low)


def base_of(
    proportion: Proportion, report: Report, index: ClaimIndex, context: Context
) -> Countable | None:
    """Find the figures of the base that stand in a proportion, as near as its numbers tell.

    Gives the greater of them. They are figures that the sentence reports, names, or goes on about.
    """
    # "two complaints out of five" has a noun inside
    report = report._replace(words=report.words | stems(proportion.text))
    span = range(proportion.start, proportion.end)
    beside = tuple(one for one in report.figures if one.quantity.number_start not in span)
    told = told_beside(None, report._replace(figures=beside), index)
    for pair in (*named_pairs(told, report, index, context), *_named_beside(report, index)):
        if pair.low.figure.value <= 0 or not outnumbers(report, pair):
            continue
        times = pair.high.figure.value / pair.low.figure.value
        many = proportion.low >= _MANY and abs(proportion.high / times - proportion.low) <= _HALF
        if many or abs(times * proportion.low - proportion.high) <= _HALF:
            return pair.high
    return None


def _named_beside(report: Report, index: ClaimIndex) -> Iterator[Pair]:
    """Yield the pairs of a fact or family of which a sentence names one by a word of its own, and
    the other too or as its whole: "a team for every three departments"."""
    for one in index.counting(report.words):
        for two in relatives(one, index):
            mine, theirs = (
                (each.own - other.own | each.things - other.things) & report.words
                for each, other in ((one, two), (two, one))
            )
            if two is not one and mine and (theirs or is_part(one, two)):
                yield pair_of(one, two, True)
