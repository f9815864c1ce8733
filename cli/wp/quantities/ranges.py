"""Ranges: "5-10 million tons", "between 5 and 10 percent", "two to three years".

The number that opens one often leaves its scale and its unit to the number that closes it.
"""

from wp.quantities.exact import Exact, exact
from wp.quantities.numbers import Number
from wp.quantities.tokens import HYPHENS, Tokens
from wp.quantities.words import power_of

_WORDS = frozenset(("to", "or"))


def opens_range(tokens: Tokens, end: int, one: Number, two: Number, start: int) -> bool:
    """Return whether a number, its unit ending at character `end`, opens a range that the next
    closes.

    `start` is where the next begins, its currency included: "$20 to $25 billion".
    """
    if one.ordinal or two.ordinal or one.multiple != two.multiple:
        return False
    gap = tokens.source[end:start][:12].strip().lower()
    before = (tokens(one.first - 1).lower, tokens(one.first - 2).lower)
    between = "between" in before or (tokens.phrase(one.first - 3, 1) == "between")
    return is_tight(gap) or gap in _WORDS or (gap == "and" and between)


def is_tight(gap: str) -> bool:
    """Return whether nothing but a hyphen or dash ties the two numbers of a range."""
    return bool(gap.strip()) and gap.strip() in HYPHENS


def scaled_as(tokens: Tokens, one: Number, two: Number) -> Number:
    """Return the opening number with the scale that only the closing one prints, if it lacks it.

    "six to seven million" are both millions, "six to seven hundred thousand" both that.
    """
    if not two.scaled or one.scaled or one.step is None or one.spelled != two.spelled:
        return one
    factor = _scale_of(tokens, two)
    if factor is None:
        return one
    value = factor.times(exact(one.value)).value()
    return one._replace(value=value) if value < two.value else one


def _scale_of(tokens: Tokens, number: Number) -> Exact | None:
    """Return the power of ten that a scale word adds to the digits or words of a number."""
    if number.spelled:
        power = power_of(tokens(number.stop - 1).lower)
        hundred = tokens(number.stop - 2).lower == "hundred"
        return Exact(1, power + 2 * hundred) if power else None
    digits = tokens.source[number.start : number.end]
    length = next((at for at, mark in enumerate(digits) if mark not in "0123456789.,"), 0)
    if not length:
        return None
    plain = exact(digits[:length].replace(",", "") or "0")
    if not plain.mantissa or number.step is None:
        return None
    return Exact(1, number.step - plain.exponent)
