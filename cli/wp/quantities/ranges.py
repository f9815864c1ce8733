"""Ranges: "5-10 million tons", "between 5 and 10 percent", "two to three years".

The number that opens one often leaves its scale and its unit to the number that closes it.
"""

from wp.quantities.exact import Exact, exact
from wp.quantities.numbers import Number
from wp.quantities.tokens import HYPHENS, Tokens

_WORDS = frozenset(("to", "or"))


def opens_range(tokens: Tokens, end: int, one: Number, two: Number) -> bool:
    """Whether a number, its unit ending at character `end`, opens a range that the next closes."""
    if one.ordinal or two.ordinal or one.multiple != two.multiple:
        return False
    gap = tokens.source[end : two.start][:12].strip().lower()
    before = (tokens(one.first - 1).lower, tokens(one.first - 2).lower)
    return is_tight(gap) or gap in _WORDS or (gap == "and" and "between" in before)


def is_tight(gap: str) -> bool:
    """Whether nothing but a hyphen or dash ties the two numbers of a range."""
    return bool(gap.strip()) and gap.strip() in HYPHENS


def scaled_as(source: str, one: Number, two: Number) -> Number:
    """Give the opening number with the scale that only the closing one prints, if it lacks it."""
    if not two.scaled or one.scaled or one.spelled:
        return one
    factor = _scale_of(source, two)
    if factor is None:
        return one
    value = factor.times(exact(one.value)).value()
    return one._replace(value=value) if value < two.value else one


def _scale_of(source: str, number: Number) -> Exact | None:
    """Give the power of ten that a scale word adds to the digits of a number."""
    digits = source[number.start : number.end]
    length = next((at for at, mark in enumerate(digits) if mark not in "0123456789.,"), 0)
    if not length:
        return None
    plain = exact(digits[:length].replace(",", "") or "0")
    if not plain.mantissa or number.step is None:
        return None
    return Exact(1, number.step - plain.exponent)
