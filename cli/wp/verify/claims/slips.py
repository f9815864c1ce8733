"""Errors that are easily made: another currency, scale or order of digits, the next row, the
opposite."""

from collections.abc import Sequence

from wp.statements.terms import stems_of
from wp.verify.claims.candidates import (
    KNOWN,
    MOST_CANDIDATES,
    NAMED,
    SMALL,
    Candidate,
    share_known,
)
from wp.verify.claims.claim_index import ClaimIndex, Countable
from wp.verify.claims.context import Context
from wp.verify.claims.contradictions import TELLS_NOTHING, Judged, contradicted
from wp.verify.claims.likeness import Likeness
from wp.verify.claims.opposites import are_opposite
from wp.verify.claims.reported import Dated, Mention, Report
from wp.verify.claims.slots import comparable, compare
from wp.verify.claims.values import is_money, is_value_of

_FEW_DIGITS = 2
_KNOWN_TO_SLIP = 0.3


def slip(
    mention: Mention,
    report: Report,
    measured: Sequence[tuple[Likeness, Countable]],
    same: Sequence[Candidate],
    index: ClaimIndex,
    date: Dated | None,
    context: Context,
) -> Judged | None:
    """Judge a figure that is one of the base's with a single error in it, None where it is none."""
    return (
        _other_money(mention, measured, index)
        or _other_order(mention, report, measured, index, date, context)
        or _opposite(mention, same, index)
    )


def _other_money(
    mention: Mention, measured: Sequence[tuple[Likeness, Countable]], index: ClaimIndex
) -> Judged | None:
    """Judge the right amount in another currency: 9.5 billion dollars, not yuan."""
    if not is_money(mention.quantity.unit):
        return None
    for like, countable in measured[:MOST_CANDIDATES]:
        amount = countable.figure.value == mention.quantity.value
        amount = amount and not comparable(mention, countable)
        told = like.named >= NAMED and share_known(mention, countable, index) >= KNOWN
        if amount and is_money(countable.measure) and told:
            return contradicted(mention, countable)
    return None


def _other_order(
    mention: Mention,
    report: Report,
    measured: Sequence[tuple[Likeness, Countable]],
    index: ClaimIndex,
    date: Dated | None,
    context: Context,
) -> Judged | None:
    """Judge two digits that changed places: 41.5 months of what the source has 14.5 of.

    The base has the reported value nowhere, and what is said of it has no word of another thing.
    """
    value = mention.quantity.value
    digits = _digits(value)
    if len(digits) < _FEW_DIGITS or mention.quantity.ordinal:
        return None
    if any(is_value_of(mention.quantity, one.figure) for _, one in measured):
        return None
    likely = {id(one): one for _, one in measured}
    familiar = {id(one) for like, one in measured if like.familiar}
    beside = _went_on_about(index, context) if len(digits) > _FEW_DIGITS else {}
    for key, countable in (likely | beside).items():
        if not _are_swapped(f"{value:.12g}", f"{countable.figure.value:.12g}"):
            continue
        if not comparable(mention, countable):
            continue
        if compare(mention, report, countable, index, date).others:
            continue
        told = share_known(mention, countable, index)
        known = countable.known.words | countable.told
        if not (key in familiar or mention.said.clause & known - stems_of(TELLS_NOTHING)):
            told = 0.0  # "132 the year before"
        strange = mention.said.clause - known
        goes_on = key in beside and not any(map(index.knows, strange))
        if goes_on or told >= (_KNOWN_TO_SLIP if key in familiar else KNOWN):
            return contradicted(mention, countable)
    return None


def _went_on_about(index: ClaimIndex, context: Context) -> dict[int, Countable]:
    """Return the drafted figures of the paragraph that the text is about, by their identity: "five
    years earlier it had been 76.4 percent" goes on about it."""
    about = [one for one in index.facts if one.id in context.facts and one.fact.draft]
    return {id(one): one for one in index.beside(about)}


def _are_swapped(one: str, two: str) -> bool:
    """Return whether two numbers differ in two neighbouring digits that changed places."""
    if len(one) != len(two) or one == two:
        return False
    apart = [place for place, pair in enumerate(zip(one, two, strict=True)) if pair[0] != pair[1]]
    if len(apart) != len("41"):
        return False
    low, high = apart
    near = high - low == 1 or one[low + 1 : high] == "."
    return near and one[low] == two[high] and one[high] == two[low]


def _digits(value: float) -> str:
    return f"{value:.12g}".replace(".", "").strip("0")


def _opposite(mention: Mention, same: Sequence[Candidate], index: ClaimIndex) -> Judged | None:
    """Judge a value that the base has of the opposite: a surplus of 3.6 million that was a loss."""
    clause = mention.said.clause
    for one in same:
        known = one.countable.known.words | one.countable.told
        alone = mention.quantity.value >= SMALL and index.is_alone(one.countable)
        if not alone or not is_value_of(mention.quantity, one.countable.figure):
            continue
        if are_opposite(clause, known):
            return contradicted(mention, one.countable)
    return None
