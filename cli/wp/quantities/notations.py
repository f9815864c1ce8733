"""Notations that make one number of several tokens, or change the value of one.

Parts of a whole ("one in five", "1/2 of", "4-1/2 percent"), powers of ten, "minus", accountants'
brackets.
"""

from typing import NamedTuple

from wp.pattern import pattern
from wp.quantities.exact import Exact
from wp.quantities.tokens import HYPHENS, Tokens, vocabulary
from wp.quantities.units import unit_of
from wp.quantities.words import CARDINALS, SCALES

_EVERY = frozenset(("every", "each"))
_ROUND = frozenset((*range(2, 11), *range(20, 101, 10), *(10**power for power in range(3, 10))))
_HUNDREDS = range(200, 1000, 100)  # of one or in words: "1 in 500", but "25 in 200 schools"
_BOTTOMS = frozenset((2, 3, 4, 5, 6, 8, 10, 16, 32))
_STROKES = ("/", "⁄")
_MEASURED_IN = frozenset(("of", "majority", "share"))


def bottom_place(tokens: Tokens, stop: int, spelled: bool) -> int | None:
    """Return the token of the number that "in", "in every" or "out of" leads to, else None."""
    if not tokens.spaced(stop - 1):
        return None
    if spelled and tokens.phrase(stop + 1, 2) == "out of" and tokens.spaced(stop):
        stop += 1  # "nine samples out of ten"
    elif spelled and tokens.phrase(stop + 1, 2) in ("in every", "in each") and tokens.spaced(stop):
        stop += 1  # "one vessel in every five"
    place = stop + 1
    out_of = tokens.phrase(stop, 2) == "out of"
    if out_of:
        place += 1
    elif tokens(stop).lower != "in":
        return None
    every = tokens(place).lower in _EVERY
    # "48 out of 100" may count both; "nine out of ten" and "9 out of 10" hardly do.
    if out_of and not (spelled or every or tokens(place).text == "10"):
        return None
    place += every
    return place if tokens.spaced(place - 1) else None


def is_part(
    tokens: Tokens, top: int | float, bottom: int | float, stop: int, spelled: bool
) -> bool:
    """Return whether two numbers, the second ending before token `stop`, are a part of a whole.

    `spelled` tells that both are words, else both are digits. "5 in 10 years" is a count in a time.
    """
    whole = bottom in _ROUND or (bottom in _HUNDREDS and (spelled or top == 1))
    if not (whole and isinstance(top, int) and 0 < top < bottom):
        return False
    return not (tokens.spaced(stop - 1) and unit_of(tokens(stop).text))


class Fraction(NamedTuple):
    """A fraction in digits: its value and the token after it."""

    value: float
    stop: int


def fraction_at(tokens: Tokens, index: int) -> Fraction | None:
    """Read "4-1/2", "4 1/2" or, alone or before "of" or a unit, "1/2" at a token of digits."""
    gap = tokens.between(index)
    if gap in _STROKES:
        value = _proper(tokens, index)
        measured = gap == "⁄" or _is_measured(tokens, index + 2)
        return Fraction(value, index + 2) if value and measured else None
    tied = tokens.spaced(index) or (len(gap) == 1 and gap in HYPHENS)
    if not tied or tokens.between(index + 1) not in _STROKES:
        return None
    value = _proper(tokens, index + 1)
    if value is None or not tokens(index).text.isdecimal():
        return None
    return Fraction(int(tokens(index).text) + value, index + 3)


def _is_measured(tokens: Tokens, place: int) -> bool:
    """Return whether what follows makes "1/2" a number: "of", a unit, or nothing at all."""
    if len(tokens.items) == place == 2:
        return True
    following = tokens(place)
    measured = following.lower in _MEASURED_IN or unit_of(following.text) is not None
    return measured and tokens.joined(place - 1)


def _proper(tokens: Tokens, index: int) -> float | None:
    top, bottom = tokens(index).text, tokens(index + 1).text
    if len(top) > 2 or len(bottom) > 4 or not (top.isdecimal() and bottom.isdecimal()):
        return None
    after = tokens(index + 2)
    usual = int(bottom) in _BOTTOMS or after.lower == "of" or unit_of(after.text)
    if not 0 < int(top) < int(bottom) or not (usual or tokens.between(index) == "⁄"):
        return None
    mark = tokens.after(index + 1)
    return None if mark.isalnum() or (mark in "/_" and mark) else int(top) / int(bottom)


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
