"""Values that the base does not print but its figures give: sums, differences, shares, ratios.

Each needs words of the sentence that ask for it, and figures of one unit: never a whole with its
own part, never two times or places in one sum.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from wp.pattern import pattern
from wp.quantities.model import Quantity
from wp.quantities.qualifiers import bound
from wp.quantities.units import convert, unit_of
from wp.verify.claims.asking import OF_A, SHARE, THAT_IS, asks
from wp.verify.claims.claim_index import ClaimIndex, Countable, is_part
from wp.verify.claims.columns import share_of_all
from wp.verify.claims.context import Context
from wp.verify.claims.operands import groups, named_pairs, told_beside
from wp.verify.claims.reported import Mention, Report
from wp.verify.claims.slots import comparable, is_of_sibling, is_told, sibling_named
from wp.verify.claims.values import POINTS, agrees, is_beyond
from wp.verify.claims.workings import of_pair, of_several, over_facts

# Between a whole and its parts: "691 texts, of these 369 …"
_PARTED = pattern(r"\s*[,:;(–—-]+\s*(?:(?:of|among) (?:these|them|which),?\s*)?")
_TELLING = 13
_TIMES = 0.03
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
    if mention.quantity.ordinal:
        return None
    mention = _of_a_unit(mention, report.sentence)
    told = told_beside(mention, report, index)
    # Where the source prints a change itself, none is worked out from other figures.
    printed = any(
        relative.part.role == "change" and comparable(mention, relative)
        for one in told
        for relative in index.families[one.family]
    )
    if printed and mention.said.part.role == "change":
        return None
    whole = _of_its_parts(mention, report, told) or _fraction_of(mention, report, fitting, index)
    if whole:
        return whole
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
    for pair in named_pairs(told, report, index, context):
        if not told or pair.low in told or pair.high in told:
            yield from ((*value, pair.low) for value in of_pair(mention, report, pair, index))
    for one, group in groups(mention, report, index, context, fitting):
        if told and mention.said.part.role == "change" and not any(one in told for one in group):
            continue
        yield from ((*value, one) for value in of_several(mention, report, group, index))
        yield from ((*value, one) for value in over_facts(mention, report, one, index))
    yield from _in_paragraph(mention, report, told, index)
    for cell in index.counting(report.words) if asks(SHARE, report.sentence) else ():
        part = share_of_all(cell, report, index)
        if part:
            yield part, "share", cell
            yield 100 * part, "percent", cell


def _in_paragraph(
    mention: Mention, report: Report, told: Sequence[Countable], index: ClaimIndex
) -> Iterator[tuple[float, str, Countable]]:
    """Work out what a drafted figure that the sentence reports gives with others of its paragraph.

    "12 percent of the farms, that is about 120".
    """
    small = mention.quantity.value < _TELLING and not mention.quantity.value % 1
    for one in told if not small else ():
        if not (one.known.fact.draft and is_told(one, report, mention)):
            continue
        for two in index.beside([one.known]):
            if one.measure == "percent" and two.measure is None and THAT_IS.search(report.sentence):
                yield one.figure.value * two.figure.value / 100, two.figure.unit, two


def _of_a_unit(mention: Mention, sentence: str) -> Mention:
    """Take "eight tenths of a night sooner" for 0.8 nights."""
    quantity = mention.quantity
    found = OF_A.match(sentence, quantity.end) if quantity.step is None else None
    if not found or quantity.unit or mention.said.part.role != "change":
        return mention
    unit = f"{found[1]}s"
    quantity = quantity._replace(
        unit=unit_of(unit), step=-2 if round(quantity.value * 10, 9) % 1 else -1
    )
    return mention._replace(stated=mention.stated._replace(quantity=quantity, unit=unit))


def _of_its_parts(mention: Mention, report: Report, told: Sequence[Countable]) -> Countable | None:
    """Return the first of two parts that a sentence tells right behind the whole that they make:
    "691 texts, 369 of them declared invalid and 322 abolished"."""
    place = report.figures.index(mention) if mention in report.figures else len(report.figures)
    parts = report.figures[place + 1 : place + 3]
    if len(parts) < 2 or mention.quantity.value != sum(one.quantity.value for one in parts):
        return None
    if not _PARTED.fullmatch(
        report.sentence, mention.stated.counted_end, parts[0].quantity.number_start
    ):
        return None  # "40 countries, 37 of which …, and … 20 countries, 17 of which"
    for one, two in combinations(told, 2):
        values = {one.figure.value, two.figure.value}
        alike = one.known is two.known and one.figure.unit == two.figure.unit
        alike = alike and not (is_part(one, two) or is_part(two, one))
        if alike and values == {each.quantity.value for each in parts}:
            return one
    return None


def _fraction_of(
    mention: Mention, report: Report, fitting: Sequence[Countable], index: ClaimIndex
) -> Countable | None:
    """Return the percentage that a fraction in words is: "nearly a third" of 31 percent."""
    quantity = mention.quantity
    if quantity.unit or quantity.step is not None or not 0 < quantity.value < 1:
        return None
    percent = quantity._replace(value=100 * quantity.value, unit="percent")
    named = mention._replace(stated=mention.stated._replace(quantity=percent, unit="percent"))
    return next(
        (
            one
            for one in fitting
            if one.measure == "percent" and one.part.role == mention.said.part.role
            and _is_share(quantity, one.figure.value / 100)
            and not sibling_named(named, report, one, index)
            and not any(is_of_sibling(named, report, one, two) for two in index.siblings(one))
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
        if operand.measure and unit and mention.stated.unit not in (unit, operand.figure.unit):
            return unit == "share" and _is_share(quantity, value)
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
