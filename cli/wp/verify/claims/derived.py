"""Values that the base does not print but its figures give: sums, differences, shares, ratios.

Each needs words of the sentence that ask for it, and figures of one unit: never a whole with its
own part, never two times or places in one sum.
"""

from collections.abc import Iterator, Sequence

from wp.quantities.model import Quantity
from wp.quantities.qualifiers import bound
from wp.quantities.units import convert
from wp.verify.claims.claim_index import ClaimIndex, Countable, topic_of
from wp.verify.claims.context import Context
from wp.verify.claims.operands import MOST, groups, named_pairs, told_beside
from wp.verify.claims.reported import Mention, Report
from wp.verify.claims.slots import comparable
from wp.verify.claims.values import POINTS, agrees, is_beyond
from wp.verify.claims.workings import of_pair, of_several, over_facts, per_noun, per_thing

_TIMES = 0.03
_FEW = 3  # figures of a measure: the unit tells which is meant
_NEAR, _TENTH, _BEYOND = 0.021, 0.1, 0.2


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
        return fraction
    return next(
        (
            one
            for value, unit, one in _workings(mention, report, index, context, told, fitting)
            if _is(mention, value, unit, one)
        ),
        None,
    )


def _workings(
    mention: Mention,
    report: Report,
    index: ClaimIndex,
    context: Context,
    told: Sequence[Countable],
    fitting: Sequence[Countable],
) -> Iterator[tuple[float, str, Countable]]:
    """Yield every value that the sentence asks for, with its unit and the first of its operands."""
    noun = per_noun(mention, report)
    if noun is not None:
        few = index.of_measure(mention.quantity.unit) if mention.quantity.unit else []
        few = few if len(few) <= _FEW else []
        near = [one.known.id for one in (*told, *fitting, *few, *_named(report, index))]
        topics = dict.fromkeys(map(topic_of, (*near, *context.facts)))
        yield from per_thing(mention, report, noun, topics, index)
    for pair in named_pairs(told, report, index, context):
        if not told or pair.low in told or pair.high in told:
            yield from ((*value, pair.low) for value in of_pair(mention, report, pair, index))
    for one, group in groups(mention, report, index, context, fitting):
        yield from ((*value, one) for value in of_several(mention, report, group, index))
        yield from ((*value, one) for value in over_facts(mention, report, one, index))


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
    if kind == "exact":
        return abs(over) < min(_NEAR, _TENTH * quantity.value)
    return 0 < (over if kind == "floor" else -over) < _BEYOND * quantity.value
