"""Notations that change the value of a number: powers of ten, "minus", accountants' brackets."""

from typing import NamedTuple

from wp.pattern import pattern
from wp.quantities.exact import Exact
from wp.quantities.tokens import Tokens, vocabulary
from wp.quantities.words import CARDINALS, SCALES

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
_NOT_BEFORE_MINUS = frozenset(("or", "and", "plus"))
_BEFORE_NEGATIVE = vocabulary("is was are were be been of to from by at")
SIGNS = ("minus ", "-", "−")
"""What makes a figure negative, also before its currency."""


class Power(NamedTuple):
    """A power of ten: its exponent, the token and the character after it."""

    exponent: int
    stop: int
    end: int


_POWER = pattern(r"(?:\^([-−]?[0-9]{1,2})|([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}|−[0-9]{1,2}))(?![\w^])")


_EXPONENT = pattern(r"[eE]([-−+]?[0-9]{1,2})(?!\w|\.[0-9])")
_TIMES_TEN = pattern(r"\s?[x×]\s?10(?=[\^⁻⁰¹²³⁴⁵⁶⁷⁸⁹−])")


def power_at(tokens: Tokens, digits: str, stop: int) -> Power | None:
    """Read the power that makes "10^6" of the digits 10, or " x 10^5" or "e-5" behind any."""
    source, end = tokens.source, tokens(stop - 1).end
    written = _EXPONENT.match(source, end)
    if written and ("." in digits or not written[1].isdecimal()):  # "3e5" may as well be a code
        return Power(int(written[1].translate(_RAISED)), stop + 2, written.end())
    times = _TIMES_TEN.match(source, end)
    if times is None and digits != "10":
        return None
    found = _POWER.match(source, times.end() if times else end)
    if found is None or (not times and (found[2] or "").startswith("−")):
        return None  # "10−3" without a multiplication is a difference or a range
    while stop < len(tokens.items) and tokens(stop).start < found.end():
        stop += 1
    exponent = int((found[1] or found[2]).translate(_RAISED))
    return Power(exponent if times else exponent - 1, stop, found.end())


def minus_before(tokens: Tokens, index: int) -> bool:
    """Return whether "minus" makes the number at a token negative: not in "7 minus 3", "plus or
    minus"."""
    if tokens(index - 1).lower not in ("minus", "negative") or not tokens.joined(index - 1):
        return False
    before = tokens(index - 2)
    if tokens(index - 1).lower == "negative":
        # "negative five", "was negative five", not "the negative five"
        return not tokens.spaced(index - 2) or before.lower in _BEFORE_NEGATIVE
    return not (before.digits or before.lower in _NOT_BEFORE_MINUS or _is_number(before.lower))


_MINUS = pattern(r"(?:(?<![\w)])[-−]|(?<!or )(?<!plus )\b[Mm]inus )$")


def minus_before_money(source: str, start: int) -> int | None:
    """Return where the sign before the currency at an offset begins, None when there is none.

    "minus €3 million" and "-€3 million" have one, "€2-€3 million" has none.
    """
    found = _MINUS.search(source, max(start - 12, 0), start)
    return found.start() if found else None


def in_brackets(tokens: Tokens, index: int, stop: int) -> bool:
    """Return whether digits in brackets stand before their scale, as accounts print what is lost.

    "(1,250) thousand" is one and a quarter million less; the 30 of "thirty (30) thousand" repeats.
    """
    if tokens.before(index) != "(" or tokens.between(stop - 1) != ") ":
        return False
    before = tokens(index - 1)
    return tokens(stop).lower in SCALES and not (before.digits or _is_number(before.lower))


def raised(value: Exact, power: Power) -> Exact:
    """Return the number times the power of ten."""
    return value.times(Exact(1, power.exponent))


def _is_number(word: str) -> bool:
    return word in CARDINALS or word in SCALES
