"""Parts of a whole that are printed as two numbers: "one in five", "1/2 of", "4-1/2 percent"."""

from typing import NamedTuple

from wp.quantities.tokens import HYPHENS, Tokens
from wp.quantities.units import unit_of

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
