"""What two or more figures give: sums, differences, shares, ratios, each with its unit."""

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, pairwise
from operator import attrgetter

from wp.model import is_year
from wp.statements import stems, stems_of, thing_of
from wp.statements.agreement import compare_all
from wp.statements.roles import movement_words
from wp.verify.claims.asking import (
    ABOVE_BUDGET,
    APIECE,
    BUDGETED,
    CHANGED,
    EACH,
    GAP,
    HEAD,
    LEAVES,
    MARGIN,
    MORE_THAN,
    OVER,
    PER_BEFORE,
    PER_BEHIND,
    PER_ONE,
    RATIO,
    REST,
    SINCE,
    SUM,
    THAT_IS,
    TOTAL,
    asks,
    is_worked_out,
)
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.countables import (
    POINTS,
    Countable,
    is_part,
    is_told,
    is_value_of,
    named_apart,
)
from wp.verify.claims.operands import (
    MORE,
    MOST,
    Pair,
    are_rows,
    is_total,
    is_turned,
    kind_of,
    label_of,
    pair_of,
    pivot_of,
)
from wp.verify.claims.others import YEAR_BEFORE
from wp.verify.claims.reported import Mention, Report
from wp.verify.claims.shares import Value, shares, shares_of_parts
from wp.verify.claims.slots import are_opposite_kinds

_A_YEAR = {"quarter": 4, "month": 12, "week": 52, "day": 365}
_HEADS = "head person man capita"


def of_pair(
    mention: Mention, report: Report, pair: Pair, index: ClaimIndex
) -> Iterator[tuple[Value, bool]]:
    """Yield what a sentence asks for of two figures: difference, change, share, multiple, rate,
    and whether it has them the other way round: the lower one for the greater."""
    if not (pair.low.figure.value and pair.high.figure.value):
        return  # there is no share of nothing, nor a multiple
    if _is_of_another_time(report, pair, index):
        return
    if pair.alike:
        found = [
            *_differences(mention, report, pair),
            *_changes(mention, report, pair),
            *shares(mention, report, pair, index),
        ]
    else:
        found = [*_rates(mention, report, pair)]
    turned = bool(found) and is_turned(mention, report, pair)
    yield from ((value, turned) for value in found)


def _differences(mention: Mention, report: Report, pair: Pair) -> Iterator[Value]:
    words, part = report.sentence, mention.said.part
    low, high, named = pair
    difference, unit = round(high.figure.value - low.figure.value, 9), high.figure.unit
    apart = (difference, POINTS if unit == "percent" else unit)
    if named:
        if asks(GAP, words) or part.role == "change" or pivot_of(mention, report):
            yield apart
        return
    if asks(CHANGED, words) and (pair.by_time or part.role == "change"):
        yield apart
        for early, late in (pair.by_time,) if pair.by_time else ():
            years = int((late.periods[0].end or "0")[:4]) - int((early.periods[0].end or "0")[:4])
            if mention.said.spell == "year" and years:
                yield difference / years, apart[1]
    said = mention.said.clause
    left = pair.one_fact and (
        asks(LEAVES, words)
        or asks(BUDGETED, words)
        or asks(MARGIN, words[: mention.quantity.start])
    )
    held = pair.is_whole
    if left or (held and (asks(REST, words) or are_opposite_kinds(said, low.told))):
        yield difference, unit
    if asks(BUDGETED, words) and ABOVE_BUDGET.search(low.known.fact.quote):
        yield low.figure.value + high.figure.value, unit


def _changes(mention: Mention, report: Report, pair: Pair) -> Iterator[Value]:
    """Yield the change from one to the other in percent and as a share."""
    by_time = pair.by_time
    asked = asks(CHANGED, report.sentence) if by_time else mention.said.part.role == "change"
    if not asked:
        return
    more, fewer = (
        pair.high.figure.value / pair.low.figure.value - 1,
        1 - pair.low.figure.value / pair.high.figure.value,
    )
    if by_time:
        ways = [more if by_time[0] is pair.low else fewer]
    else:
        ways = [one for one, sign in ((more, 1), (fewer, -1)) if mention.said.part.sign != -sign]
    for one in ways:
        yield 100 * one, "percent"
        if mention.said.part.role == "change":
            yield one, "share"


def _is_of_another_time(report: Report, pair: Pair, index: ClaimIndex) -> bool:
    """Return whether a sentence compares with a time that is of neither figure: "since 1998"."""
    words = report.sentence
    ends = {
        end
        for one in (pair.low, pair.high)
        for period in (*(one.own_periods or one.known.periods), *index.titled(one.known.fact))
        for end in (period.start, period.end)
        if end
    }
    return any(
        not any(end.startswith(date) or date.startswith(end) for end in ends)
        for one in report.dates
        if SINCE.search(words, 0, words.find(one.texts[0], one.start))
        for date in (one.period.start or one.period.end or "",)
    )


def _rates(mention: Mention, report: Report, pair: Pair) -> Iterator[Value]:
    """Yield what two figures of unlike units give: so much a head, for each, for every three."""
    words = report.sentence
    low, high, named = pair
    for share, whole in ((low, high), (high, low)):
        # "12 percent of the farms, that is about 120"
        if share.measure == "percent" and whole.measure is None and THAT_IS.search(words):
            yield share.figure.value * whole.figure.value / 100, whole.figure.unit
    if not named:
        told = is_told(low, report, None) and is_told(high, report, None)
        if asks(RATIO, words) and told:
            yield high.figure.value / low.figure.value, ""
        return
    if asks(GAP, words) and is_told(low, report, mention) and is_told(high, report, mention):
        yield high.figure.value - low.figure.value, ""
    more = MORE.match(words, mention.quantity.end)
    if more and (high.own - low.own) & stems(more[1]):
        yield high.figure.value - low.figure.value, ""
    if HEAD.match(words, mention.quantity.end):
        yield high.figure.value / low.figure.value, high.figure.unit
    each = EACH.search(words, mention.quantity.end)
    for whole, number in ((low, high), (high, low)) if each else ():
        assert each is not None
        inside = any(
            each.start(1) <= other.quantity.start < each.end(1)
            and is_value_of(other.quantity, number.figure)
            for other in report.figures
        )
        if inside or number.own & stems(each[1]):
            yield whole.figure.value / number.figure.value, whole.measure or ""


def per_noun(mention: Mention, report: Report) -> frozenset[str] | None:
    """Return the noun for each of which a figure is told, empty in "to each"; None for no rate."""
    words = report.sentence
    found = PER_BEHIND.match(words, mention.quantity.end) or PER_BEFORE.search(
        words, 0, mention.quantity.start
    )
    if found:
        return stems(found["noun"] or "")
    mean = PER_ONE.search(words)
    if mean is None or mean.start() > mention.quantity.start:
        return None
    return stems(mean["noun"] or mean["mean"] or mean["each"])


def per_thing(
    mention: Mention,
    report: Report,
    noun: frozenset[str],
    topics: Collection[str],
    index: ClaimIndex,
) -> Iterator[tuple[float, str, Countable]]:
    """Yield what one figure of a topic gives for each of what another counts by a noun: "2.8
    million yuan per fugitive", "1.5 arrests for each case"."""
    head = "people" if noun & stems_of(_HEADS) else thing_of((*noun,), index.things)
    counted = {*mention.said.phrase} - noun
    counts = (one for topic in topics for one in index.topics[topic] if not one.measure)
    for number in filter(attrgetter("figure.value"), counts):
        named = noun & number.own or head in number.things
        if not (named if noun else is_told(number, report, mention)):
            continue
        for whole in index.topics[number.topic]:
            if mention.quantity.unit:
                alike = whole.measure is not None
            else:
                near = bool(counted & (whole.own | whole.things))
                near = near or (not counted and whole.known is number.known)
                alike = whole.measure is None and near
            if alike and whole is not number and not is_part(whole, number):
                yield whole.figure.value / number.figure.value, whole.measure or "", whole


def over_facts(
    mention: Mention, report: Report, countable: Countable, index: ClaimIndex
) -> Iterator[Value]:
    """Yield the sum over all facts of a topic that count the same: "all three groups together".

    Of a fact with several figures that one is taken whose words the sentence has.
    """
    if countable.measure or not (asks(SUM, report.sentence) or is_worked_out(report)):
        return
    facts: dict[str, list[Countable]] = {}
    for one in index.topics[countable.topic]:
        if one.figure.unit == countable.figure.unit and not is_total(one, index):
            facts.setdefault(one.known.id, []).append(one)
    whole = [one for one in index.topics[countable.topic] if one.known is countable.known]
    if len(whole) > 1 and not any(one.measure or one.figure.part_of or one.spell for one in whole):
        yield sum(one.figure.value for one in whole), ""
    if len(facts) > 1:
        said = mention.said.clause
        some = (max(ones, key=lambda one: index.total(one.own & said)) for ones in facts.values())
        yield sum(one.figure.value for one in some), ""


def of_several(
    mention: Mention, report: Report, family: Sequence[Countable], index: ClaimIndex
) -> Iterator[tuple[Value, bool]]:
    """Yield what the sentence asks for of several figures, each value with its unit."""
    words = report.sentence
    start, end = mention.quantity.start, mention.quantity.end
    rest = asks(REST, f"{words[:start]} {words[end:]}") and mention.said.part.role == "level"
    for unit in dict.fromkeys(kind_of(one.figure.unit) for one in family):
        alike = [one for one in family if kind_of(one.figure.unit) == unit][:MOST]
        yield from (((value, unit), False) for value in _sums(mention, report, alike))
        yield from ((value, False) for value in shares_of_parts(mention, report, alike))
        if rest:
            whole = [100 - one.figure.value for one in alike if unit == "percent"]
            yield from (((value, unit), False) for value in (*whole, *_rests(alike)))
    for one, two in combinations(family, 2):
        pair = pair_of(one, two)
        yield from of_pair(mention, report, pair, index)
        yield from ((value, False) for value in _other_level(mention, report, pair))
        if asks(SUM, words):
            yield from ((value, False) for value in _products(one, two))
    for one in family:
        yield from ((value, False) for value in _of_a_time(mention, one, asks(OVER, words)))


def _of_a_time(mention: Mention, one: Countable, whole: bool) -> Iterator[Value]:
    """Yield what a figure of a year is a month, and one of some years a year, or in all."""
    spell, times = mention.said.spell, _A_YEAR.get(mention.said.spell, 0)
    of_a_year = any(
        is_year(period.start) and period.start == period.end for period in one.own_periods
    )
    if times and (one.spell == "year" or (one.spell == "" and of_a_year)):
        yield one.figure.value / times, ""  # "over 270 a month"
    years = [*_lasting(one)]
    if spell == "year" and not one.spell:
        yield from ((one.figure.value / many, one.measure or "") for many in years)
    if spell == "month" and not one.spell:
        yield from ((one.figure.value / (12 * many), "") for many in years)
    if whole and one.spell == "year" and years:
        yield one.figure.value * years[-1], ""


def _other_level(mention: Mention, report: Report, pair: Pair) -> Iterator[Value]:
    """Yield what a level is compared with: 58,700 in June, 3,900 fewer than in March, are 62,600.

    The clause must name what it is compared with, by its date or by a word or month that the level
    lacks.
    """
    date = report.date_of(mention)
    for level, change in ((pair.low, pair.high), (pair.high, pair.low)):
        moved = pair.one_fact and change.part.sign
        quote = change.known.fact.quote
        than = MORE_THAN.match(quote, quote.find(change.figure.text) + len(change.figure.text))
        if level.part.role != "level" or not (moved and than and pair.alike):
            continue
        dated = date and compare_all(date.period, change.periods) == "agrees"
        before = YEAR_BEFORE.search(report.sentence) and YEAR_BEFORE.search(quote)
        word = (change.clause - level.clause - movement_words()) & mention.said.clause
        if dated or before or word:
            value = level.figure.value - change.part.sign * change.figure.value
            yield round(value, 9), change.figure.unit


def _products(one: Countable, two: Countable) -> Iterator[Value]:
    """Yield what so many cost at so much apiece: "six boats at 45 million dalers apiece"."""
    if one.known is not two.known or one.figure.unit == two.figure.unit:
        return
    quote = one.known.fact.quote
    for number, price in ((one, two), (two, one)):
        at = quote.find(price.figure.text)
        if at >= 0 and APIECE.match(quote, at + len(price.figure.text)):
            yield number.figure.value * price.figure.value, price.figure.unit


def _sums(mention: Mention, report: Report, alike: Sequence[Countable]) -> Iterator[float]:
    """Yield the sums of figures none of which holds another, and all of one time.

    Where the figure's own clause names some of them by their own words, these are all in it; who
    names one alone asks for no sum ("in all 71,900 at bureau level").
    """
    if mention.said.part.role == "change":
        return
    named = named_apart(alike, mention.said.clause, attrgetter("own"))
    named = [one for one in named if not any(is_part(part, one) for part in named)]
    parts = [one for one in report.figures if one.quantity.start > mention.quantity.start]
    behind = report._replace(figures=tuple(parts))
    told = [one for one in alike if mention.stated.named and is_told(one, behind, mention)]
    if len(told) > 1 and not any(_holds_other(one, two) for one, two in combinations(told, 2)):
        # "691 texts, 369 of them invalid, 322 abolished"
        yield sum(one.figure.value for one in told)
    if len(named) == 1 and SUM.search(TOTAL.sub("", report.sentence)):
        named = []
    elif len(named) == 1 or not (named or asks(SUM, report.sentence)):
        return
    for size in range(2, len(alike) + 1):
        for some in combinations(alike, size):
            if not all(one in some for one in named):
                continue
            if any(_holds_other(one, two) for one, two in combinations(some, 2)):
                continue
            if len({one.periods for one in some}) == 1 and (
                some[0].measure != "percent" or _are_shares_of_one(some)
            ):
                yield round(sum(one.figure.value for one in some), 9)


def _are_shares_of_one(some: Sequence[Countable]) -> bool:
    """Return whether percentages stand in one column, whose head tells shares of a whole."""
    column = all(are_rows(one, two) for one, two in pairwise(some))
    return column and not stems_of("share proportion").isdisjoint(some[0].own)


def _holds_other(one: Countable, two: Countable) -> bool:
    """Return whether one of two figures holds the other: a whole its part, a total its row."""
    totals = are_rows(one, two) and not (label_of(one) and label_of(two))
    return totals or is_part(one, two) or is_part(two, one)


def _rests(alike: Sequence[Countable]) -> Iterator[float]:
    """Yield what is left of a whole when two or more of its parts are taken away."""
    for whole in alike if len(alike) > 2 else ():
        parts = [one.figure.value for one in alike if is_part(one, whole)]
        for size in range(2, len(parts) + 1):
            yield from (whole.figure.value - sum(some) for some in combinations(parts, size))


def _lasting(one: Countable) -> Iterator[int]:
    """Yield the years that a figure's time spans, counted both ways: 27 or 28 from 1990 to 2017."""
    for period in one.periods[:1]:
        if period.start and period.end and period.start[:4] < period.end[:4]:
            years = int(period.end[:4]) - int(period.start[:4])
            yield from (years, years + 1)
