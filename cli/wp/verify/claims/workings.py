"""What two or more figures give: sums, differences, shares, ratios, each with its unit."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from wp.statements.roles import movement_words
from wp.statements.terms import stems
from wp.verify.claims.asking import (
    ABOVE_BUDGET,
    APIECE,
    BUDGETED,
    CHANGED,
    EACH,
    EVERY,
    FOR_EACH,
    GAP,
    HEAD,
    LEAVES,
    MARGIN,
    MORE_THAN,
    OVER,
    RATIO,
    REST,
    SHARE,
    SUM,
    TOTAL,
    asks,
    is_worked_out,
)
from wp.verify.claims.claim_index import ClaimIndex, Countable, is_part
from wp.verify.claims.columns import are_rows
from wp.verify.claims.operands import (
    MORE,
    MOST,
    holds,
    outnumbers,
)
from wp.verify.claims.opposites import are_opposite_kinds
from wp.verify.claims.reported import Mention, Report
from wp.verify.claims.slots import comparable, is_told
from wp.verify.claims.values import POINTS, compare_value, is_value_of

_A_YEAR = {"quarter": 4, "month": 12, "week": 52, "day": 365}


def of_two(
    mention: Mention, report: Report, one: Countable, two: Countable
) -> Iterator[tuple[float, str]]:
    """Yield gap, share and rate of two figures that the sentence is about, each with its unit."""
    words = report.sentence
    low, high = sorted((one, two), key=lambda each: each.figure.value)
    if not low.figure.value:
        return
    parted = is_part(low, high)
    if one.figure.unit == two.figure.unit:
        if asks(GAP, words) and not parted and outnumbers(report, high, low):
            yield high.figure.value - low.figure.value, points_apart(one.figure.unit)
        if asks(SHARE, words) and one.measure != "percent" and not are_rows(one, two):
            yield low.figure.value / high.figure.value, "share"
            yield 100 * low.figure.value / high.figure.value, "percent"
        return
    more = MORE.match(words, mention.quantity.end)
    if more and (high.own - low.own) & stems(more[1]) and (low.own - high.own) & stems(more[2]):
        yield high.figure.value - low.figure.value, ""
    if HEAD.match(words, mention.quantity.end):
        yield high.figure.value / low.figure.value, high.figure.unit
    each = EACH.search(words, mention.quantity.end)
    if each:
        counted = stems(each[1])
        told = each.end(1)
        for whole, number in ((one, two), (two, one)):
            inside = any(
                each.start(1) <= other.quantity.start < told
                and is_value_of(other.quantity, number.figure)
                for other in report.figures
            )
            if inside or number.own & counted:
                yield whole.figure.value / number.figure.value, whole.measure or ""


def over_facts(
    mention: Mention, report: Report, countable: Countable, index: ClaimIndex
) -> Iterator[float]:
    """Yield the sum over all facts of a topic that count the same: "all three groups together".

    Of a fact with several figures that one is taken whose words the sentence has.
    """
    if not (asks(SUM, report.sentence) or is_worked_out(report)):
        return
    facts: dict[str, list[Countable]] = {}
    for one in index.topics[countable.topic]:
        if one.figure.unit == countable.figure.unit:
            facts.setdefault(one.known.id, []).append(one)
    if countable.measure:
        return
    whole = [one for one in index.topics[countable.topic] if one.known is countable.known]
    if len(whole) > 1 and not any(one.measure or one.figure.part_of or one.spell for one in whole):
        yield sum(one.figure.value for one in whole)
    if len(facts) > 1:
        said = mention.said.clause
        yield sum(
            max(some, key=lambda one: index.total(one.own & said)).figure.value
            for some in facts.values()
        )


def of_several(
    words: str, mention: Mention, report: Report, family: Sequence[Countable]
) -> Iterator[tuple[float, str]]:
    """Yield what the sentence asks for of several figures, each value with its unit."""
    units = dict.fromkeys(one.figure.unit for one in family)
    for unit in units:
        alike = [one for one in family if one.figure.unit == unit][:MOST]
        named = _named(mention, report, alike)
        # "in all 71,900 at bureau level": who names one part asks for no sum
        of_one = len(named) == 1 and not SUM.search(TOTAL.sub("", words))
        named = named if len(named) > 1 else []
        if not of_one and (asks(SUM, words) or named):
            yield from ((value, unit) for value in _sums(alike, named))
        for one, two in combinations(alike, 2):
            part, whole = sorted((one, two), key=lambda each: each.figure.value)
            held = holds(whole, part)
            rest = (asks(LEAVES, words) or asks(BUDGETED, words)) and one.known is two.known
            rest = rest or (held and are_opposite_kinds(mention.said.clause, part.told))
            if asks(MARGIN, words[: mention.quantity.start]) and one.known is two.known:
                rest = True
            if rest or (asks(REST, words) and held):
                yield abs(one.figure.value - two.figure.value), unit
            if asks(BUDGETED, words) and ABOVE_BUDGET.search(one.known.fact.quote):
                yield one.figure.value + two.figure.value, unit
            yield from ((value, unit) for value in _compared(mention, one, two))
            apart = one.periods and two.periods and one.periods != two.periods
            if asks(CHANGED, words) and (apart or mention.said.part.role == "change"):
                difference = round(abs(one.figure.value - two.figure.value), 9)
                yield difference, points_apart(unit)
                lapse = next(_years(one, two), 0) if mention.said.spell == "year" else 0
                if lapse:
                    yield difference / lapse, points_apart(unit)
                if apart and one.figure.value and two.figure.value:
                    old, new = sorted((one, two), key=lambda each: each.periods[0].end or "")
                    change = abs(new.figure.value / old.figure.value - 1)
                    yield 100 * change, "percent"
            if one.figure.value and two.figure.value:
                low, high = part.figure.value, whole.figure.value
                named_part = held and (part.own - whole.own) & mention.said.clause
                if asks(SHARE, words) and (is_part(part, whole) or named_part):
                    yield low / high, "share"
                    yield 100 * low / high, "percent"
                if mention.quantity.unit == "percent" and named_part:
                    yield 100 * low / high, "percent"  # "27 percent were abolished"
                if mention.quantity.unit == "times" and asks(RATIO, words):
                    yield high / low, "times"
                if asks(FOR_EACH, words) and one in named and two in named:
                    yield high / low, unit
        if unit == "percent" and asks(REST, words):
            yield from ((100 - one.figure.value, unit) for one in alike)
        if asks(REST, words) and len(alike) > 2:
            yield from ((value, unit) for value in _rests(alike))
    for one, two in combinations(family, 2) if asks(SUM, words) else ():
        yield from _products(one, two)
    for one in family:
        times = _A_YEAR.get(mention.said.spell, 0)
        a_year = one.spell == "year" or any(
            one.spell == ""
            and len(period.start or "") == len("2016")
            and period.start == period.end
            for period in one.own_periods
        )
        if a_year and times > 1:
            yield one.figure.value / times, ""  # "over 270 a month"
        for years in _lasting(one) if mention.said.spell == "year" and not one.spell else ():
            yield one.figure.value / years, one.measure or ""  # "1,333 a year on average"
    for one in family if asks(OVER, words) else ():
        if one.spell == "year" and one.periods and one.periods[0].start and one.periods[0].end:
            years = int(one.periods[0].end[:4]) - int(one.periods[0].start[:4]) + 1
            yield one.figure.value * years, ""
    if asks(RATIO, words):
        for one, two in combinations(family, 2):
            if one.figure.unit != two.figure.unit and (
                _both_told(one, two, report) or _is_for_every(mention, report, one, two)
            ):
                low, high = sorted((one.figure.value, two.figure.value))
                if low:
                    yield high / low, ""


def points_apart(unit: str) -> str:
    """Return the unit of a difference: two shares lie points apart."""
    return POINTS if unit == "percent" else unit


def _compared(mention: Mention, one: Countable, two: Countable) -> Iterator[float]:
    """Yield what a level is compared with: 58,700 in June, 3,900 fewer than in March, are 62,600.

    The clause must name what it is compared with, by a word or month that the level lacks.
    """
    for level, change in ((one, two), (two, one)):
        moved = level.known is change.known and change.part.sign
        quote = change.known.fact.quote
        than = MORE_THAN.match(quote, quote.find(change.figure.text) + len(change.figure.text))
        if level.part.role != "level" or not (moved and than):
            continue
        said = mention.said
        if (change.clause - level.clause - movement_words()) & said.clause:
            yield level.figure.value - change.part.sign * change.figure.value


def _products(one: Countable, two: Countable) -> Iterator[tuple[float, str]]:
    """Yield what so many cost at so much apiece: "six boats at 45 million dalers apiece"."""
    if one.known is not two.known or one.figure.unit == two.figure.unit:
        return
    quote = one.known.fact.quote
    for number, price in ((one, two), (two, one)):
        at = quote.find(price.figure.text)
        if at >= 0 and APIECE.match(quote, at + len(price.figure.text)):
            yield number.figure.value * price.figure.value, price.figure.unit


def _named(mention: Mention, report: Report, alike: Sequence[Countable]) -> list[Countable]:
    """Return the parts that the figure's own clause names by their own words."""
    found = []
    for one in alike:
        others = frozenset[str]().union(*(two.own for two in alike if two is not one))
        if (one.own - others) & mention.said.clause:
            found.append(one)
    return found


def _sums(alike: Sequence[Countable], named: Sequence[Countable]) -> Iterator[float]:
    """Yield the sums of figures none of which holds another, and all of one time."""
    for size in range(2, len(alike) + 1):
        for some in combinations(alike, size):
            if named and not all(one in some for one in named):
                continue
            if any(is_part(one, two) or is_part(two, one) for one, two in combinations(some, 2)):
                continue
            if len({one.periods for one in some}) == 1 and some[0].measure != "percent":
                yield round(sum(one.figure.value for one in some), 9)


def _rests(alike: Sequence[Countable]) -> Iterator[float]:
    """Yield what is left of a whole when two or more of its parts are taken away."""
    for whole in alike:
        parts = [one.figure.value for one in alike if is_part(one, whole)]
        for size in range(2, len(parts) + 1):
            yield from (whole.figure.value - sum(some) for some in combinations(parts, size))


def _years(one: Countable, two: Countable) -> Iterator[float]:
    ends = [period.end or period.start or "" for each in (one, two) for period in each.periods[:1]]
    if all(ends) and len(ends) == 2:
        yield abs(int(ends[0][:4]) - int(ends[1][:4]))


def _lasting(one: Countable) -> Iterator[int]:
    """Yield the years that a figure's time spans, counted both ways: 27 or 28 from 1990 to 2017."""
    for period in one.periods[:1]:
        if period.start and period.end and period.start[:4] < period.end[:4]:
            years = int(period.end[:4]) - int(period.start[:4])
            yield from (years, years + 1)


def _is_for_every(mention: Mention, report: Report, one: Countable, two: Countable) -> bool:
    """Return whether one of two figures is told, and "one for every 3" of what the other counts."""
    if not EVERY.search(report.sentence, 0, mention.quantity.start):
        return False
    counted = {*mention.said.phrase}
    return any(
        is_told(first, report, mention) and bool(second.own & counted)
        for first, second in ((one, two), (two, one))
    )


def _both_told(one: Countable, two: Countable, report: Report) -> bool:
    return all(
        any(
            comparable(mention, each) and compare_value(mention.quantity, each.figure) == "same"
            for mention in report.figures
        )
        for each in (one, two)
    )
