"""A reported figure held against what the bases count.

A figure is told apart by the words beside it, not by its value: the same value of another thing is
no support. Thresholds are shares of word weight (see `ClaimIndex.weight`), the same for all bases.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from wp.quantities import Quantity, convert, precision_agrees
from wp.quantities.qualifiers import bound
from wp.quantities.units import unit_of
from wp.verify.claims.countable import ClaimIndex, Countable
from wp.verify.claims.mentions import Mention
from wp.verify.verdict import ClaimVerdict

# To support, the words must fit; to contradict, they must leave little doubt.
_SUPPORTS = 0.25
_CONTRADICTS = 0.5
_COUNTED = 0.5
_CLEARLY_CLOSER = 0.25
_MOST_RELATIVES = 6
_FOURTH_PLACE = (1.0, 1.0, 0.5, 0.5)


class Judged(NamedTuple):
    """A verdict on one figure, the figure of the base that decided it, and why."""

    verdict: ClaimVerdict
    countable: Countable | None = None
    reason: str = ""


class Likeness(NamedTuple):
    """How well a reported figure fits one of the base: from 0 to 1.

    `counted` is the share of the words beside the number that name what the base counts, `fit`
    weighs it with the share of the base's words that the whole sentence has.
    """

    counted: float
    fit: float


def likeness(
    mention: Mention, sentence: frozenset[str], countable: Countable, index: ClaimIndex
) -> Likeness:
    """Measure how likely a reported figure and one of the base count the same thing."""
    weights = [
        place * index.weight(stem) for place, stem in zip(_FOURTH_PLACE, mention.near, strict=False)
    ]
    whole = sum(weights) or 1.0
    counted = sum(
        weight for weight, stem in zip(weights, mention.near, strict=False) if stem in countable.own
    )
    told = sum(
        weight
        for weight, stem in zip(weights, mention.near, strict=False)
        if stem in countable.known.words
    )
    own = index.total(countable.own & sentence) / (index.total(countable.own) or 1.0)
    beside = max(counted, told / 2) / whole
    return Likeness(counted / whole, (beside + own) / 2)


def judge_figure(mention: Mention, sentence: frozenset[str], index: ClaimIndex) -> Judged:
    """Judge one reported figure."""
    measured = [
        (likeness(mention, sentence, countable, index), countable)
        for countable in index.counting({*mention.near, *sentence})
        if _comparable(mention.quantity, countable)
    ]
    measured.sort(key=lambda pair: -pair[0].fit)
    same = [pair for pair in measured if _agrees(mention.quantity, pair[1])]
    other = [pair for pair in measured if not _agrees(mention.quantity, pair[1])]
    if same and same[0][0].fit >= _SUPPORTS:
        rival = _rival(same[0], other)
        if rival is None:
            return Judged("supported", same[0][1])
        return Judged("contradicted", rival, _reason(mention, rival))
    relative = _derived(mention.quantity, measured, index)
    if relative:
        return Judged("supported", relative, f"{mention.text} is derived")
    for like, countable in other:
        if like.counted >= _COUNTED and like.fit >= _CONTRADICTS and not _is_share(mention):
            return Judged("contradicted", countable, _reason(mention, countable))
    return Judged("unsupported", None, f"{mention.text}: no figure of this thing")


def _rival(
    same: tuple[Likeness, Countable], other: list[tuple[Likeness, Countable]]
) -> Countable | None:
    """Find a figure that fits the words clearly better than the one with the same value."""
    for like, countable in other:
        closer = like.counted - same[0].counted
        if closer >= _CLEARLY_CLOSER and like.fit > same[0].fit and like.counted >= _COUNTED:
            return countable
    return None


def _reason(mention: Mention, countable: Countable) -> str:
    return f"{mention.text}: the source has {countable.figure.text}"


def _comparable(quantity: Quantity, countable: Countable) -> bool:
    """Whether two figures can count the same thing at all."""
    figure = countable.figure
    if quantity.ordinal or figure.unit == "ordinal":
        return quantity.ordinal and figure.unit == "ordinal"
    stated = unit_of(figure.unit)
    return (quantity.unit is None) == (stated is None)


def _agrees(quantity: Quantity, countable: Countable) -> bool:
    figure = countable.figure
    if {bound(quantity.qualifier), bound(figure.qualifier)} == {"floor", "ceiling"}:
        return False
    value: float | None = figure.value
    if quantity.unit:
        value = convert(figure.value, figure.unit, quantity.unit)
    return value is not None and precision_agrees(quantity, value)


def _is_share(mention: Mention) -> bool:
    """Whether the figure is a fraction: of what, the words beside it do not tell."""
    return mention.quantity.unit is None and not isinstance(mention.quantity.value, int)


def _derived(
    quantity: Quantity, measured: list[tuple[Likeness, Countable]], index: ClaimIndex
) -> Countable | None:
    """Find relatives whose sum or difference is the figure, if the words fit one of them."""
    seen = set()
    for like, countable in measured:
        if like.fit < _SUPPORTS or countable.family in seen or quantity.ordinal:
            continue
        seen.add(countable.family)
        relatives = [
            relative
            for relative in index.families[countable.family]
            if relative.figure.unit == countable.figure.unit
        ][:_MOST_RELATIVES]
        if any(
            precision_agrees(quantity, value)
            for value in _results(relatives)
            if quantity.unit in (None, countable.figure.unit)
        ):
            return countable
    return None


def _results(relatives: list[Countable]) -> Iterator[float]:
    values = [relative.figure.value for relative in relatives]
    for size in range(2, len(values) + 1):
        for chosen in combinations(values, size):
            yield sum(chosen)
    for one, two in combinations(values, 2):
        yield abs(one - two)
