"""Errors that are easily made: another currency, scale or order of digits, or the opposite."""

from collections.abc import Sequence

from wp.quantities.read import significant_digits
from wp.quantities.units import convert
from wp.statements import stems, stems_of
from wp.verify.claims.asking import is_worked_out
from wp.verify.claims.candidates import KNOWN, MOST_CANDIDATES, NAMED, SMALL, Candidate, share_known
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import Context
from wp.verify.claims.contradictions import (
    TELLS_NOTHING,
    Judged,
    contradicted,
    counts_another,
)
from wp.verify.claims.countables import (
    Countable,
    are_swapped,
    comparable,
    is_money,
    is_slip,
    is_value_of,
)
from wp.verify.claims.likeness import Likeness
from wp.verify.claims.others import is_of_another
from wp.verify.claims.reported import Mention, Report
from wp.verify.claims.slots import are_opposite, compare

_FEW_DIGITS = 2
# Months and years are not multiples of weeks and days, and so not among the units that convert.
_SPELLS = frozenset("seconds minutes hours days weeks months quarters years decades".split())
_SCALES = (10, 1000, 1_000_000)
_KNOWN_TO_SLIP, _KNOWN_BY_SCALE = 0.3, 0.6


def slip(
    mention: Mention,
    report: Report,
    measured: Sequence[tuple[Likeness, Countable]],
    same: Sequence[Candidate],
    index: ClaimIndex,
    context: Context,
) -> Judged | None:
    """Judge a figure that is one of the base's with a single error in it, None where it is none."""
    return (
        _other_money(mention, measured)
        or _misprinted(mention, report, measured, index, context)
        or _mistaken(mention, report, measured, index, context)
        or _opposite(mention, same, index)
    )


def _other_money(mention: Mention, measured: Sequence[tuple[Likeness, Countable]]) -> Judged | None:
    """Judge the right amount in another currency: 9.5 billion dollars, not yuan."""
    if not is_money(mention.quantity.unit):
        return None
    for like, countable in measured[:MOST_CANDIDATES]:
        amount = countable.figure.value == mention.quantity.value
        amount = amount and not comparable(mention, countable)
        if amount and is_money(countable.measure) and like.named >= NAMED:
            return contradicted(mention, countable)
    return None


def _misprinted(
    mention: Mention,
    report: Report,
    measured: Sequence[tuple[Likeness, Countable]],
    index: ClaimIndex,
    context: Context,
) -> Judged | None:
    """Judge two digits that changed places, another scale, or another unit: 41.5 months of what
    the source has 14.5 of, 498 million for 498 billion, 11 months for 11 weeks.

    The base has the reported value nowhere, and what is said of it has no word of another thing.
    """
    quantity = mention.quantity
    digits = significant_digits(quantity.value)
    familiar = {id(one) for like, one in measured if like.familiar}
    beside = _went_on_about(index, context) if digits > _FEW_DIGITS else {}
    for key, one in ({id(one): one for _, one in measured} | beside).items():
        scaled = _is_scaled(mention, one)
        if not (scaled or _is_swapped(mention, one) or _has_other_unit(mention, one)):
            continue
        slots = compare(mention, report, one, index, report.date_of(mention))
        if slots.others or (scaled and slots.rate == "open"):
            continue
        if one.known.fact.draft and slots.role == "open" and mention.said.part.role == "change":
            continue  # "went down by 75", where there are 57
        if is_of_another(mention, report, one, index) or counts_another(mention, one, index):
            continue
        known = one.words
        said = mention.said.clause & known - stems_of(TELLS_NOTHING)
        if scaled and digits <= _FEW_DIGITS and index.share(report.words, known) < _KNOWN_BY_SCALE:
            continue
        told = share_known(mention, one, index) if said or key in familiar else 0.0
        strange = mention.said.clause - known
        goes_on = key in beside and not any(map(index.knows, strange))
        if goes_on or told >= (_KNOWN_TO_SLIP if key in familiar else KNOWN):
            return contradicted(mention, one)
    return None


def _mistaken(
    mention: Mention,
    report: Report,
    measured: Sequence[tuple[Likeness, Countable]],
    index: ClaimIndex,
    context: Context,
) -> Judged | None:
    """Judge a number that the base has nowhere and that is easily taken for a curated figure's,
    told with a word of what that counts and fewer of what others do: "the haul of narcotics weighed
    17.2 tons". What the text has just been about needs no word.
    """
    quantity = mention.quantity
    few = quantity.value < SMALL and not quantity.value % 1
    if few or quantity.ordinal or quantity.step is None or is_worked_out(report):
        return None
    if any(is_value_of(quantity, one.figure) for one in index.countables):
        return None
    best, found = 0.0, None
    nouns = stems(mention.stated.unit) | stems_of(TELLS_NOTHING)
    about = {id(one): one for one in index.of_facts(context.facts)}
    for one in ({id(one): one for _, one in measured} | about).values():
        if one.known.fact.draft or not is_slip(quantity, one.figure.value):
            continue
        if not comparable(mention, one) or is_of_another(mention, report, one, index):
            continue
        slots = compare(mention, report, one, index, report.date_of(mention))
        if slots.others or slots.role != "same" or index.strangers(report.sentence, one.known):
            continue
        counted = nouns | stems(one.figure.unit)
        own = [word for word in report.words & one.told - counted if not index.is_common(word)]
        named = slots.thing == "same" or not mention.stated.named or quantity.unit
        strange = (mention.said.clause - one.words - counted) & index.measured
        told = index.total(own) - index.total(strange)
        if (own or (named and id(one) in about)) and (found is None or told > best):
            best, found = told, one
    return contradicted(mention, found) if found else None


def _is_swapped(mention: Mention, one: Countable) -> bool:
    """Return whether two numbers of one unit differ in two digits that changed places."""
    ours, theirs = mention.quantity.value, one.figure.value
    if significant_digits(ours) < _FEW_DIGITS or not comparable(mention, one):
        return False
    return are_swapped(f"{ours:.12g}", f"{theirs:.12g}")


def _has_other_unit(mention: Mention, one: Countable) -> bool:
    """Return whether two numbers are the same, in units of one dimension: 11 months, not weeks."""
    unit = mention.quantity.unit
    if unit == one.measure or mention.quantity.value != one.figure.value or is_money(unit):
        return False
    spells = {unit, one.measure} <= _SPELLS
    return spells or bool(unit and one.measure and convert(1, unit, one.measure))


def _is_scaled(mention: Mention, one: Countable) -> bool:
    """Return whether two numbers of one unit have the same digits and another scale: millions for
    billions, a nought too many."""
    quantity, figure = mention.quantity, one.figure
    low, high = sorted((abs(quantity.value), abs(figure.value)))
    if low < SMALL or not any(high == low * times for times in _SCALES):
        return False
    if mention.stated.unit == figure.unit or stems(mention.stated.unit) & stems(figure.unit):
        return comparable(mention, one)
    return significant_digits(low) > _FEW_DIGITS and (quantity.unit is None or one.measure is None)


def _went_on_about(index: ClaimIndex, context: Context) -> dict[int, Countable]:
    """Return the drafted figures of the paragraph that the text is about, by their identity: "five
    years earlier it had been 76.4 percent" goes on about it."""
    about = [one.known for one in index.of_facts(context.facts) if one.known.fact.draft]
    return {id(one): one for one in index.beside(about)}


def _opposite(mention: Mention, same: Sequence[Candidate], index: ClaimIndex) -> Judged | None:
    """Judge a value that the base has of the opposite: a surplus of 3.6 million that was a loss."""
    clause = mention.said.clause
    for one in same:
        known = one.countable.words
        alone = mention.quantity.value >= SMALL and index.is_alone(one.countable)
        if not alone or not is_value_of(mention.quantity, one.countable.figure):
            continue
        if are_opposite(clause, known):
            return contradicted(mention, one.countable)
    return None
