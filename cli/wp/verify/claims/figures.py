"""A reported figure held against what the bases count.

A figure is told apart by the words beside it, not by its value: the same value of another thing is
no support. Thresholds are shares of word weight (see `ClaimIndex.weight`), the same for all bases.
"""

from itertools import combinations
from typing import NamedTuple

from wp.model import Period
from wp.quantities import Quantity, convert, precision_agrees
from wp.quantities.qualifiers import bound
from wp.statements.things import thing_of
from wp.verify.claims.context import Context
from wp.verify.claims.countable import ClaimIndex, Countable
from wp.verify.claims.likeness import Likeness, asked, likeness
from wp.verify.claims.mentions import Mention
from wp.verify.verdict import ClaimVerdict

# To support, the words must fit; to contradict, they must leave little doubt.
_SUPPORTS = 0.25
_CONTRADICTS = 0.5
_COUNTED = 0.5
_NAMED = 0.3
_CLEARLY_CLOSER = 0.25
# A value of so many digits does not come up twice by chance.
_DISTINCTIVE = 4
# "more than 1 billion" may be said of nearly 2: no precision reaches farther.
_FARTHEST = 2
_SMALL = 13
_MOST_RELATIVES = 6
_POINTS = "percentage points"


class Judged(NamedTuple):
    """A verdict on one figure, the figure of the base that decided it, and why.

    `derived` when it is the sum or difference of that figure and others of its family.
    """

    verdict: ClaimVerdict
    countable: Countable | None = None
    reason: str = ""
    derived: bool = False

    @property
    def periods(self) -> tuple[Period, ...]:
        """The time that the figure holds for; a derived one has that of its whole fact."""
        if not self.countable:
            return ()
        return self.countable.known.periods if self.derived else self.countable.periods


_Measured = list[tuple[Likeness, Countable]]


def judge_figure(
    mention: Mention, sentence: frozenset[str], index: ClaimIndex, context: Context
) -> Judged:
    """Judge one reported figure of a sentence with these words."""
    question = asked(mention, sentence, index, context)
    words = {*mention.near, *sentence, *question.before}
    measured = [
        (likeness(question, countable, index), countable)
        for countable in index.counting(words)
        if _comparable(mention.quantity, countable)
    ]
    measured.sort(key=lambda pair: -pair[0].fit)
    thing = thing_of(mention.phrase, index.things)
    alike = [pair for pair in measured if thing is None or thing in pair[1].things]
    same: _Measured = []
    other: _Measured = []
    for pair in alike:
        (same if _agrees(mention.quantity, pair[1]) else other).append(pair)
    same = [pair for pair in same if _fits(mention.quantity, pair[0])]
    if same:
        rival = _rival(same[0], other)
        if rival is None:
            return Judged("supported", same[0][1])
        return contradicted(mention, rival)
    relative = _derived(mention.quantity, measured, index)
    if relative:
        return Judged("supported", relative, f"{mention.text} is derived", derived=True)
    for like, countable in other:
        if _leaves_no_doubt(like) and not _is_share(mention.quantity):
            return contradicted(mention, countable)
    borrowed = _borrowed(mention.quantity, thing, measured, index)
    if borrowed:
        return contradicted(mention, borrowed)
    return Judged("unsupported", None, f"{mention.text}: the base has no figure of this thing")


def _fits(quantity: Quantity, like: Likeness) -> bool:
    """Whether the words are near enough to support: small numbers agree by chance."""
    if quantity.value < _SMALL and not quantity.unit:
        return like.fit >= _SUPPORTS and like.counted > 0
    return like.fit >= _SUPPORTS and (like.counted > 0 or like.named >= _NAMED / 2 or like.familiar)


def _leaves_no_doubt(like: Likeness) -> bool:
    return like.counted >= _COUNTED and like.named >= _NAMED and like.fit >= _CONTRADICTS


def _rival(same: tuple[Likeness, Countable], other: _Measured) -> Countable | None:
    """Find a figure that fits the words clearly better than the one with the same value."""
    for like, countable in other:
        closer = like.counted - same[0].counted
        if closer < _CLEARLY_CLOSER or like.fit <= same[0].fit:
            continue
        if countable.family == same[1].family or _leaves_no_doubt(like):
            return countable
    return None


def _borrowed(
    quantity: Quantity, thing: str | None, measured: _Measured, index: ClaimIndex
) -> Countable | None:
    """Find the figure whose value is given to a thing of another kind: 58,000 cases, not people."""
    if thing is None or quantity.unit or quantity.ordinal:
        return None
    distinctive = len(str(quantity.value).strip("0")) >= _DISTINCTIVE
    candidates = (
        index.countables
        if distinctive
        else [countable for like, countable in measured if like.fit >= _SUPPORTS]
    )
    for countable in candidates:
        if countable.figure.value == quantity.value and thing not in countable.things:
            return countable
    return None


def contradicted(mention: Mention, countable: Countable) -> Judged:
    """Judge a reported figure wrong by the one that the base has in its place."""
    figure = countable.figure
    told = f"{mention.text}: the source has {figure.text} ({figure.measures})"
    return Judged("contradicted", countable, told)


def _comparable(quantity: Quantity, countable: Countable) -> bool:
    """Whether two figures can count the same thing at all."""
    figure = countable.figure
    if quantity.ordinal or figure.unit == "ordinal":
        return quantity.ordinal and figure.unit == "ordinal"
    if quantity.unit == _POINTS:
        return countable.measure == "percent"
    return (quantity.unit is None) == (countable.measure is None)


def _agrees(quantity: Quantity, countable: Countable) -> bool:
    figure = countable.figure
    if {bound(quantity.qualifier), bound(figure.qualifier)} == {"floor", "ceiling"}:
        return False
    value: float | None = figure.value
    if quantity.unit == _POINTS:
        return False
    if quantity.unit:
        value = convert(figure.value, figure.unit, quantity.unit)
    return value is not None and _near(quantity, value) and precision_agrees(quantity, value)


def _near(quantity: Quantity, value: float) -> bool:
    """Spare the exact comparison where no rounding could bridge the gap."""
    low, high = sorted((abs(value), abs(quantity.value)))
    return high <= _FARTHEST * low


def _is_share(quantity: Quantity) -> bool:
    """Whether the figure is a fraction or a difference: the words do not tell of what."""
    return quantity.unit == _POINTS or (
        quantity.unit is None and not isinstance(quantity.value, int)
    )


def _derived(quantity: Quantity, measured: _Measured, index: ClaimIndex) -> Countable | None:
    """Find relatives whose sum or difference is the figure, if the words fit one of them."""
    seen = set()
    for like, countable in measured:
        if like.fit < _SUPPORTS or countable.family in seen or quantity.ordinal:
            continue
        seen.add(countable.family)
        unit = countable.figure.unit
        relatives = [
            relative.figure.value
            for relative in index.families[countable.family]
            if relative.figure.unit == unit
        ][:_MOST_RELATIVES]
        results = _differences(relatives)
        if quantity.unit != _POINTS:
            results += _sums(relatives)
        for result in results:
            value = _in_unit_of(quantity, result, unit)
            if value is not None and _near(quantity, value) and precision_agrees(quantity, value):
                return countable
    return None


def _in_unit_of(quantity: Quantity, value: float, unit: str) -> float | None:
    if quantity.unit is None or quantity.unit == _POINTS:
        return value
    return convert(value, unit, quantity.unit)


def _sums(values: list[int | float]) -> list[float]:
    chosen = (c for size in range(2, len(values) + 1) for c in combinations(values, size))
    return [round(sum(some), 9) for some in chosen]


def _differences(values: list[int | float]) -> list[float]:
    return [round(abs(one - two), 9) for one, two in combinations(values, 2)]
