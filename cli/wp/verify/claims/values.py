"""Whether two figures may count the same, and a reported value held against a stated one, both with
their bounds."""

from typing import Literal

from wp.model import Figure
from wp.pattern import pattern
from wp.quantities.amounts import measure_of
from wp.quantities.model import Quantity, bound
from wp.quantities.read import precision_agrees
from wp.quantities.units import convert
from wp.verify.claims.claim_index import Countable
from wp.verify.claims.reported import Mention, Report

ValueAgreement = Literal["same", "bound", "other"]

# "more than 1 billion" may be said of nearly 2: no precision reaches farther.
_FARTHEST = 2
_SLIGHTLY = 0.05
_MANY = 1000
_DECIMAL = pattern(r"\d+\.\d+$")  # "3.0" below "Average stay"
_DIGITS = 3  # of a number with one digit changed; of two digits many differ in one
POINTS = "percentage points"
# These leave the value itself out; "at least" and "up to" take it in.
_ABOVE = frozenset(
    (
        "more than", "over", "greater than", "in excess of", "well over", "just over", "above",
        "exceeding", "well above", "much more than", "far more than", "slightly more than",
        "higher than", "beyond", "upwards of", ">",
    )
)  # fmt: skip
_BELOW = frozenset(
    (
        "less than", "fewer than", "under", "below", "just under", "well under", "lower than",
        "<",
    )
)  # fmt: skip
_EXACTLY = frozenset(("exactly", "precisely"))


def compare_value(quantity: Quantity, figure: Figure) -> ValueAgreement:
    """Compare value and bound: "bound" where only the bound is another.

    "Exactly 440" and "fewer than 440" have another bound than "more than 440"; "440" alone leaves
    it open. A value rounded to its printed precision is the same.
    """
    value: float | None = figure.value
    if quantity.unit:
        value = convert(figure.value, measure_of(figure.unit) or "", quantity.unit)
    if value is None or not near(quantity, value):
        return "other"
    if not precision_agrees(quantity, value):
        return _beside(quantity, value, figure)
    word = " ".join((quantity.qualifier or "").lower().split())
    ours, theirs = bound("more than" if word == "+" else word), bound(figure.qualifier)
    if {ours, theirs} == {"floor", "ceiling"}:
        return "bound"
    if ours == theirs == "ceiling" and value != quantity.value:
        return "bound"  # "up to ten years" is no "not exceeding five"
    if word in _EXACTLY and theirs != "exact":
        return "bound"
    # "more than 8,900" of 8,900 itself
    if theirs == "exact" and value == quantity.value and word in _ABOVE | _BELOW:
        return "bound"
    return "same"


def _beside(quantity: Quantity, value: float, figure: Figure) -> ValueAgreement:
    """Compare a bound with an exact value near it: 26 are more than 25, and not at most 25."""
    kind = bound(quantity.qualifier)
    if kind not in ("floor", "ceiling") or bound(figure.qualifier) != "exact":
        return "other"
    if abs(value - quantity.value) > _SLIGHTLY * abs(value) or quantity.step is None:
        return "other"
    return "same" if (value > quantity.value) == (kind == "floor") else "bound"


def is_beyond(quantity: Quantity, value: float, qualifier: str | None) -> bool:
    """Return whether a bound leaves out the value that was worked out: "fewer than 120" is not 120.

    `qualifier` is that of what it was worked out from: more than 60 and 60 are "more than 120".
    """
    word = " ".join((quantity.qualifier or "").lower().split())
    kinds = {_ABOVE: "floor", _BELOW: "ceiling"}
    return value == quantity.value and any(
        word in words and bound(qualifier) != kind for words, kind in kinds.items()
    )


def is_value_of(quantity: Quantity, figure: Figure) -> bool:
    """Return whether a reported value is a figure's own, not a rounded one; bounds aside."""
    if quantity.unit:
        unit = measure_of(figure.unit) or ""
        return convert(figure.value, unit, quantity.unit) == quantity.value
    return quantity.value == figure.value


def is_slip(quantity: Quantity, value: float) -> bool:
    """Return whether one number is easily taken for the other: 478 and 487, 222 and 322."""
    ours, theirs = (f"{abs(one):.15g}".replace(".", "") for one in (quantity.value, value))
    if ours.rstrip("0") == theirs.rstrip("0"):
        return ours != theirs  # 80,000 and 8,000
    if len(ours) != len(theirs):
        return False
    places = [
        place for place, pair in enumerate(zip(ours, theirs, strict=True)) if len({*pair}) > 1
    ]
    if len(places) == 1:
        return max(len(one.rstrip("0")) for one in (ours, theirs)) >= _DIGITS
    first, last = places[0], places[-1]
    return len(places) == 2 and ours[first] == theirs[last] and ours[last] == theirs[first]


def is_money(unit: str | None) -> bool:
    """Return whether a unit is a currency's code or sign."""
    return unit is not None and (unit in ("¥", "dollars") or (len(unit) == 3 and unit.isupper()))


def near(quantity: Quantity, value: float) -> bool:
    """Spare the exact comparison where no rounding could bridge the gap."""
    ours, theirs = abs(quantity.value), abs(value)
    return ours <= _FARTHEST * theirs and theirs <= _FARTHEST * ours


def agrees(quantity: Quantity, value: float) -> bool:
    """Return whether a value that was worked out is the reported one, as precise as it is
    printed."""
    return near(quantity, value) and precision_agrees(quantity, value)


def comparable(mention: Mention, countable: Countable) -> bool:
    """Return whether two figures can count the same thing at all.

    Percent are never held against points, people never against dollars; "count" is no unit. A
    decimal ("4.1 for each vacancy") is an average, and no count of many.
    """
    quantity, figure = mention.quantity, countable.figure
    if abs(quantity.value) > _MANY * abs(figure.value) and (figure.value % 1 or _DECIMAL.match(
        figure.text)):  # fmt: skip
        return False
    if quantity.ordinal or figure.unit == "ordinal":
        return quantity.ordinal and figure.unit == "ordinal"
    if quantity.unit is None:
        return countable.measure is None
    if countable.measure is None:
        return False
    return quantity.unit == countable.measure or (
        quantity.unit != POINTS and convert(1, countable.measure, quantity.unit) is not None
    )


def is_told(
    countable: Countable,
    report: Report,
    mention: Mention | None,
    words: frozenset[str] = frozenset(),
) -> bool:
    """Return whether another figure of the sentence has the value of a figure of the base."""
    return any(
        other is not mention and words <= other.said.clause and comparable(other, countable)
        and compare_value(other.quantity, countable.figure) == "same"
        for other in report.figures
    )  # fmt: skip
