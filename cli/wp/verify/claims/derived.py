"""Values that the base does not print but its figures give: sums, differences, shares, ratios.

Each needs words of the sentence that ask for it, and figures of one unit: never a whole with its
own part, never two times or places in one sum.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from wp.pattern import pattern
from wp.quantities.model import Quantity
from wp.quantities.qualifiers import bound
from wp.quantities.units import convert, unit_of
from wp.statements.roles import movement_words
from wp.statements.terms import stems
from wp.verify.claims.claim_index import ClaimIndex, Countable, is_part
from wp.verify.claims.columns import are_rows, column, share_of_all
from wp.verify.claims.context import Context
from wp.verify.claims.operands import (
    MORE,
    MOST,
    grounded,
    holds,
    outnumbers,
    relatives,
    starting,
    told_beside,
)
from wp.verify.claims.opposites import are_opposite_kinds
from wp.verify.claims.reported import Mention, Report
from wp.verify.claims.slots import comparable, is_told
from wp.verify.claims.values import POINTS, agrees, compare_value, is_beyond, is_value_of

_NEAR, _BEYOND = 0.021, 0.1
_SUM = pattern(
    r"\b(?:in all|all told|in total|altogether|together|combined|total(?:s|ed|led|ling)?"
    r"|sum(?:s|med)?|add(?:ed|ing|ition)?|adds (?:up|together)|both|jointly|taken together"
    r"|between them|as a whole|either|in other words|way or (?:another|the other))\b"
    r"|^(?:so|thus|hence|therefore|(?:that|this) (?:makes|comes to|adds up to))\b",
    re.IGNORECASE,
)
_TOTAL = pattern(
    r"\b(?:in all|all told|in total|altogether|total(?:s|ed|led|ling)?|as a whole)\b", re.IGNORECASE
)
_REST = pattern(
    r"\b(?:the rest|the others?|other|remain(?:ing|der|s|ed)?|not|yet to|never|no longer|without"
    r"|outside|except|leaving out|leaves? out|apart from|excluding|still|to go|at large|missing"
    r"|outstanding|un\w+|none of"
    r"|difference|more than|fewer than|less than|left)\b",
    re.IGNORECASE,
)
# "Taking all groups together", "52 had still not been": the number is worked out, not printed.
_WORKED_OUT = pattern(
    r"^(?:grand |sub)?total\b(?=,)|^(?:that|this|which) (?:makes|comes to|adds up to|leaves)\b"
    r"|\b(?:add(?:ed|s|ing) (?:up|together)|altogether|together"
    r"|summ?ed|tally|between them"
    r"|leaving out|leaves? out|excluding|apart from|still not|not yet|yet to|the rest"
    r"|the remaining|the difference|the gap)\b",
    re.IGNORECASE,
)
_GAP = pattern(r"\b(?:gap|difference|margin|apart|outnumber\w*)\b", re.IGNORECASE)
_LEAVES = pattern(r"\b(?:leav(?:es|ing)|left|the rest|the others?|remaining)\b", re.IGNORECASE)
_OVER = pattern(r"\b(?:for|over|in) (?:the|those|these|all) (?:\w+ )?years\b|\bin all\b|\btotal\b")
_CHANGED = pattern(
    r"\b(?:ris(?:e|es|en|ing)|rose|increas\w+|gain\w*|grew|grow\w*|climb\w*|improv\w+|up by|points?"
    r"|jump\w*|fell|fall\w*|declin\w+|drop\w*|decreas\w+|lost|down by|more|fewer|less|higher|lower"
    r"|difference|gap|widen\w*|narrow\w*|added|shed|cut|reduc\w+|ahead|short"
    r"|sooner|later|earlier|longer|shorter)\b",
    re.IGNORECASE,
)
_BUDGETED = pattern(
    r"\b(?:over|above|under|below|within|beyond|short of) (?:its|the|their|his|her) (?:\w+ )?"
    r"(?:budget|plan|target|limit|estimate|goal|quota)\b"
    r"|\b(?:than|over what|above what|below what)(?: (?:had|has|have|was|were|been|is|it|the|they"
    r"|[A-Z]\w+))* (?:planned|budgeted|expected|approved|voted|allowed|set aside|granted"
    r"|foreseen)\b",
    re.IGNORECASE,
)
# "The tax failed by four votes"
_MARGIN = pattern(
    r"\b(?:fail|lost|lose|won|win|pass|carr(?:y|ied)|defeat|reject|adopt|beat|thrown out|threw out)"
    r"[^;,]*\bby\b[^;,]{0,30}$",
    re.IGNORECASE,
)
_THAT_IS = pattern(r"\b(?:that is|which is|i\.e\.|in other words|namely|or)\b")
_TELLING = 13
_MORE_THAN = pattern(r"[^.;,]{0,20}\b(?:more|fewer|less|higher|lower|longer|shorter) than\b")
_OF_A = pattern(r" (?:of )?an? ([a-z]+(?: point)?)\b")
_APIECE = pattern(r"[^.;,]{0,20}\b(?:apiece|each)\b")
_ABOVE_BUDGET = pattern(r"\bover (?:its|the|their) (?:\w+ )?(?:budget|plan|estimate)\b")
_SHARE = pattern(
    r"\b(?:of (?:the|all|these|those|its|their|them)|out of|share|proportion|one in|in every"
    r"|in (?:\d|ten|five|four|hundred)|half|thirds?|quarters?|fifths?|tenths?|rate"
    r"|percent of|% of|majority)\b|\d in \d",
    re.IGNORECASE,
)
_HEAD = pattern(r"\s+(?:a|per) (?:head|person|capita)\b|\s+(?:each|apiece)\b", re.IGNORECASE)
_EVERY = pattern(r"\bone (?:for|in|to) (?:every|each) $", re.IGNORECASE)
_EACH = pattern(
    r"\b(?:for (?:each|every)|per)(?: (?:one )?of)?(?: the| these| those| its)?"
    r"((?:\s+[\w,.-]*\w){1,2})"
)
_FOR_EACH = pattern(r"\bfor (?:each|every)\b", re.IGNORECASE)
_RATIO = pattern(
    r"\b(?:times|twice|double|triple|threefold|twofold|each|per|apiece|average[sd]?|every)\b",
    re.IGNORECASE,
)
_A_YEAR = {"quarter": 4, "month": 12, "week": 52, "day": 365}
_YEARS = pattern(r"\b(?:years?|decades?|months?)\b", re.IGNORECASE)


@lru_cache(maxsize=64)
def _asks(form: re.Pattern[str], sentence: str) -> bool:
    """Return whether a sentence has words that ask for a value; asked for pair after pair."""
    return form.search(sentence) is not None


def derived(
    mention: Mention,
    report: Report,
    index: ClaimIndex,
    context: Context,
    fitting: Sequence[Countable],
) -> Countable | None:
    """Find the figure of the base from which the reported one is worked out.

    Takes the figures that fit the sentence's words, best first; gives the first of the operands.
    """
    if mention.quantity.ordinal:
        return None
    words = report.sentence
    mention = _of_a_unit(mention, words)
    told = told_beside(mention, report, index)
    # Where the source prints a change itself, none is worked out from other figures.
    printed = any(
        relative.part.role == "change" and comparable(mention, relative)
        for one in told
        for relative in index.families[one.family]
    )
    if printed and mention.said.part.role == "change":
        return None
    fraction = _fraction_of(mention, fitting)
    if fraction:
        return fraction
    for one, two in grounded(told, report, index, context):
        for value, unit in _of_two(mention, report, one, two):
            if _is(mention, value, unit, one):
                return one
    seen: set[str] = set()
    for countable in starting(mention, report, index, context, fitting):
        if countable.family in seen:
            continue
        seen.add(countable.family)
        family = [*relatives(countable, index), *column(countable, report, index)]
        for value, unit in _results(words, mention, report, family):
            if _is(mention, value, unit, countable):
                return countable
        for total in _over_facts(mention, report, countable, index):
            if _is(mention, total, "", countable):
                return countable
    for value, unit, one in _in_paragraph(mention, report, told, index):
        if _is(mention, value, unit, one):
            return one
    for cell in index.counting(report.words) if _asks(_SHARE, words) else ():
        part = share_of_all(cell, report, index)
        if part and (
            _is(mention, part, "share", cell) or _is(mention, 100 * part, "percent", cell)
        ):
            return cell
    return None


def _in_paragraph(
    mention: Mention, report: Report, told: Sequence[Countable], index: ClaimIndex
) -> Iterator[tuple[float, str, Countable]]:
    """Work out what a drafted figure that the sentence reports gives with others of its paragraph.

    "12 percent of the farms, that is about 120", "205 metres, 95 fewer than the rules demand".
    """
    small = mention.quantity.value < _TELLING and not mention.quantity.value % 1
    for one in told if not small else ():
        if not (one.known.fact.draft and is_told(one, report, mention)):
            continue
        for two in index.beside([one.known]):
            if (
                one.measure == "percent"
                and two.measure is None
                and _THAT_IS.search(report.sentence)
            ):
                yield one.figure.value * two.figure.value / 100, two.figure.unit, two
            compared = mention.said.part.role == "change" and " than " in report.sentence
            if compared and two.figure.unit == one.figure.unit and two.part.role == "level":
                yield abs(one.figure.value - two.figure.value), _apart(one.figure.unit), two


def _of_a_unit(mention: Mention, sentence: str) -> Mention:
    """Take "eight tenths of a night sooner" for 0.8 nights."""
    quantity = mention.quantity
    found = _OF_A.match(sentence, quantity.end) if quantity.step is None else None
    if not found or quantity.unit or mention.said.part.role != "change":
        return mention
    unit = f"{found[1]}s"
    quantity = quantity._replace(
        unit=unit_of(unit), step=-2 if round(quantity.value * 10, 9) % 1 else -1
    )
    return mention._replace(stated=mention.stated._replace(quantity=quantity, unit=unit))


def is_worked_out(report: Report) -> bool:
    """Return whether a sentence's own words say that its number is worked out of others.

    One that does not come out is unsupported: it is not another value of what is counted.
    """
    return _asks(_WORKED_OUT, report.sentence)


def _of_two(
    mention: Mention, report: Report, one: Countable, two: Countable
) -> Iterator[tuple[float, str]]:
    """Work out gap, share and rate of two figures that the sentence is about."""
    words = report.sentence
    low, high = sorted((one, two), key=lambda each: each.figure.value)
    if not low.figure.value:
        return
    parted = is_part(low, high)
    if one.figure.unit == two.figure.unit:
        if _asks(_GAP, words) and not parted and outnumbers(report, high, low):
            yield high.figure.value - low.figure.value, _apart(one.figure.unit)
        if _asks(_SHARE, words) and one.measure != "percent" and not are_rows(one, two):
            yield low.figure.value / high.figure.value, "share"
            yield 100 * low.figure.value / high.figure.value, "percent"
        return
    more = MORE.match(words, mention.quantity.end)
    if more and (high.own - low.own) & stems(more[1]) and (low.own - high.own) & stems(more[2]):
        yield high.figure.value - low.figure.value, ""
    if _HEAD.match(words, mention.quantity.end):
        yield high.figure.value / low.figure.value, high.figure.unit
    each = _EACH.search(words, mention.quantity.end)
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


def _over_facts(
    mention: Mention, report: Report, countable: Countable, index: ClaimIndex
) -> Iterator[float]:
    """Yield the sum over all facts of a topic that count the same: "all three groups together".

    Of a fact with several figures that one is taken whose words the sentence has.
    """
    if not (_asks(_SUM, report.sentence) or is_worked_out(report)):
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


def _results(
    words: str, mention: Mention, report: Report, family: Sequence[Countable]
) -> Iterator[tuple[float, str]]:
    """Work out what the sentence asks for, each value with its unit."""
    units = dict.fromkeys(one.figure.unit for one in family)
    for unit in units:
        alike = [one for one in family if one.figure.unit == unit][:MOST]
        named = _named(mention, report, alike)
        # "in all 71,900 at bureau level": who names one part asks for no sum
        of_one = len(named) == 1 and not _SUM.search(_TOTAL.sub("", words))
        named = named if len(named) > 1 else []
        if not of_one and (_asks(_SUM, words) or named):
            yield from ((value, unit) for value in _sums(alike, named))
        for one, two in combinations(alike, 2):
            part, whole = sorted((one, two), key=lambda each: each.figure.value)
            held = holds(whole, part)
            rest = (_asks(_LEAVES, words) or _asks(_BUDGETED, words)) and one.known is two.known
            rest = rest or (held and are_opposite_kinds(mention.said.clause, part.told))
            if _asks(_MARGIN, words[: mention.quantity.start]) and one.known is two.known:
                rest = True
            if rest or (_asks(_REST, words) and held):
                yield abs(one.figure.value - two.figure.value), unit
            if _asks(_BUDGETED, words) and _ABOVE_BUDGET.search(one.known.fact.quote):
                yield one.figure.value + two.figure.value, unit
            yield from ((value, unit) for value in _compared(mention, one, two))
            apart = one.periods and two.periods and one.periods != two.periods
            if _asks(_CHANGED, words) and (apart or mention.said.part.role == "change"):
                difference = round(abs(one.figure.value - two.figure.value), 9)
                yield difference, _apart(unit)
                lapse = next(_years(one, two), 0) if mention.said.spell == "year" else 0
                if lapse:
                    yield difference / lapse, _apart(unit)
                if apart and one.figure.value and two.figure.value:
                    old, new = sorted((one, two), key=lambda each: each.periods[0].end or "")
                    change = abs(new.figure.value / old.figure.value - 1)
                    yield 100 * change, "percent"
            if _asks(_YEARS, words) and apart:
                yield from ((value, "years") for value in _years(one, two))
            if one.figure.value and two.figure.value:
                low, high = part.figure.value, whole.figure.value
                named_part = held and (part.own - whole.own) & mention.said.clause
                if _asks(_SHARE, words) and (is_part(part, whole) or named_part):
                    yield low / high, "share"
                    yield 100 * low / high, "percent"
                if mention.quantity.unit == "percent" and named_part:
                    yield 100 * low / high, "percent"  # "27 percent were abolished"
                if mention.quantity.unit == "times" and _asks(_RATIO, words):
                    yield high / low, "times"
                if _asks(_FOR_EACH, words) and one in named and two in named:
                    yield high / low, unit
        if unit == "percent" and _asks(_REST, words):
            yield from ((100 - one.figure.value, unit) for one in alike)
        if _asks(_REST, words) and len(alike) > 2:
            yield from ((value, unit) for value in _rests(alike))
    for one, two in combinations(family, 2) if _asks(_SUM, words) else ():
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
    for one in family if _asks(_OVER, words) else ():
        if one.spell == "year" and one.periods and one.periods[0].start and one.periods[0].end:
            years = int(one.periods[0].end[:4]) - int(one.periods[0].start[:4]) + 1
            yield one.figure.value * years, ""
    if _asks(_RATIO, words):
        for one, two in combinations(family, 2):
            if one.figure.unit != two.figure.unit and (
                _both_told(one, two, report) or _is_for_every(mention, report, one, two)
            ):
                low, high = sorted((one.figure.value, two.figure.value))
                if low:
                    yield high / low, ""


def _apart(unit: str) -> str:
    """Return the unit of a difference: two shares lie points apart."""
    return POINTS if unit == "percent" else unit


def _compared(mention: Mention, one: Countable, two: Countable) -> Iterator[float]:
    """Yield what a level is compared with: 58,700 in June, 3,900 fewer than in March, are 62,600.

    The clause must name what it is compared with, by a word or month that the level lacks.
    """
    for level, change in ((one, two), (two, one)):
        moved = level.known is change.known and change.part.sign
        quote = change.known.fact.quote
        than = _MORE_THAN.match(quote, quote.find(change.figure.text) + len(change.figure.text))
        if level.part.role != "level" or not (moved and than):
            continue
        said = mention.said
        if (said.months and said.months == change.months != level.months) or (
            (change.clause - level.clause - movement_words()) & said.clause
        ):
            yield level.figure.value - change.part.sign * change.figure.value


def _fraction_of(mention: Mention, fitting: Sequence[Countable]) -> Countable | None:
    """Return the percentage that a fraction in words is: "nearly a third" of 31 percent."""
    quantity = mention.quantity
    if quantity.unit or quantity.step is not None or not 0 < quantity.value < 1:
        return None
    return next(
        (
            one
            for one in fitting
            if one.measure == "percent" and one.part.role == mention.said.part.role
            and _is_share(quantity, one.figure.value / 100)
        ),
        None,
    )  # fmt: skip


def _products(one: Countable, two: Countable) -> Iterator[tuple[float, str]]:
    """Yield what so many cost at so much apiece: "six boats at 45 million dalers apiece"."""
    if one.known is not two.known or one.figure.unit == two.figure.unit:
        return
    quote = one.known.fact.quote
    for number, price in ((one, two), (two, one)):
        at = quote.find(price.figure.text)
        if at >= 0 and _APIECE.match(quote, at + len(price.figure.text)):
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


def _is_for_every(mention: Mention, report: Report, one: Countable, two: Countable) -> bool:
    """Return whether one of two figures is told, and "one for every 3" of what the other counts."""
    if not _EVERY.search(report.sentence, 0, mention.quantity.start):
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
        return agrees(quantity, round(value, 9))
    if unit in ("percent", POINTS, "share", "") or quantity.unit in ("percent", POINTS):
        return False
    converted = convert(value, unit, quantity.unit)
    return converted is not None and agrees(quantity, converted)


def _is_share(quantity: Quantity, value: float) -> bool:
    """Return whether a share is about the printed one: "half", "almost half", "more than half"."""
    over = value - quantity.value
    kind = bound(quantity.qualifier)
    if kind == "exact":
        return abs(over) < _NEAR
    return 0 < (over if kind == "floor" else -over) < _BEYOND
