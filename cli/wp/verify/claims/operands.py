"""The figures of the base that a sentence works with: reported, named, or gone on about."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from wp.pattern import pattern
from wp.statements.terms import stems
from wp.verify.claims.claim_index import ClaimIndex, Countable, is_part
from wp.verify.claims.context import Context
from wp.verify.claims.reported import Mention, Report
from wp.verify.claims.slots import comparable
from wp.verify.claims.values import compare_value

MOST = 6
_NAMED = 0.5
_GOES_ON = pattern(
    r"\b(?:for (?:each|every)|per|each|one (?:[^\W\d_]+ ){0,2}(?:in|out of))\b", re.IGNORECASE
)
_APART = pattern(r"\b(?:gap|difference|margin|apart|outnumber\w*)\b", re.IGNORECASE)
MORE = pattern(r"\s*more ([^.;,]+?) than ([^.;,]+)")
_OUTNUMBER = pattern(r"\boutnumber\w*", re.IGNORECASE)


def told_beside(mention: Mention | None, report: Report, index: ClaimIndex) -> list[Countable]:
    """Return the figures of the base that the sentence reports beside the one in question."""
    return [
        countable
        for countable in index.counting(report.words)
        if any(
            other is not mention and comparable(other, countable)
            and compare_value(other.quantity, countable.figure) == "same"
            for other in report.figures
        )
    ][: 2 * MOST]  # fmt: skip


def grounded(
    told: Iterable[Countable], report: Report, index: ClaimIndex, context: Context
) -> Iterator[tuple[Countable, Countable]]:
    """Yield the pairs of figures that a sentence reports, names, or goes on about.

    `told` are those that it reports. One of the two is reported or named by most of its own words;
    the other may be of what the sentence before told, and so may both where it works out what they
    give.
    """
    near = {id(one): one for one in told}
    for one in index.counting(report.words):
        if index.total(one.own & report.words) >= _NAMED * one.weight:
            near.setdefault(id(one), one)
    direct = [*near.values()][: 2 * MOST]
    yield from combinations(direct, 2)
    before = [one for one in index.countables if one.known.id in context.facts]
    yield from ((one, two) for one in direct for two in before if id(two) not in near)
    if _GOES_ON.search(report.sentence):
        yield from combinations(before, 2)
    for one in index.counting(report.words) if MORE.search(report.sentence) else ():
        # "more suspects arrested than cases solved"
        beside = (two for two in index.topics[one.topic] if two.own & report.words - one.own)
        yield from ((one, two) for two in beside)
    for one in index.counting(report.words) if _APART.search(report.sentence) else ():
        # "County-level people outnumber those at bureau level": told apart by their own words
        for two in index.siblings(one):
            if (one.own - two.own) & report.words and (two.own - one.own) & report.words:
                yield one, two


def starting(
    mention: Mention,
    report: Report,
    index: ClaimIndex,
    context: Context,
    fitting: Sequence[Countable],
) -> Iterator[Countable]:
    """Yield the figures that the sentence or the one before it is about."""
    yield from fitting[:MOST]
    for other in report.figures:
        if other is mention:
            continue
        for countable in index.counting(other.said.clause | report.words):
            if (
                comparable(other, countable)
                and compare_value(other.quantity, countable.figure) == "same"
            ):
                yield countable
    for countable in index.countables if context.facts else ():
        if countable.known.id in context.facts:
            yield countable


def outnumbers(report: Report, high: Countable, low: Countable) -> bool:
    """Return whether a sentence that says what outnumbers what has the greater first."""
    found = _OUTNUMBER.search(report.sentence)
    before = stems(report.sentence[: found.start()]) if found else frozenset()
    return not found or not (low.own - high.own) & before


def relatives(countable: Countable, index: ClaimIndex) -> list[Countable]:
    """Return the figures of a figure's family and of its fact, itself among them."""
    beside = [one for one in index.topics[countable.topic] if one.known is countable.known]
    return [*{id(one): one for one in (*index.families[countable.family], *beside)}.values()]


def holds(whole: Countable, part: Countable) -> bool:
    """Return whether a figure is told as another's part, or has its words and more."""
    return is_part(part, whole) or (
        part.known is whole.known
        and part.figure.value < whole.figure.value
        and whole.own < part.own
    )
