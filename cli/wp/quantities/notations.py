"""How numbers are written but in plain digits: in words, as parts of a whole, as powers, negative.

"two and a half", "one in five", "1/2 of", "4-1/2 percent", "10^6", "minus", accountants' brackets.
"""

from typing import NamedTuple

from wp.english import SMALL_NUMBERS, SMALL_ORDINALS, TENS
from wp.pattern import pattern
from wp.quantities import Exact
from wp.quantities.model import HYPHENS, Tokens
from wp.quantities.units import unit_of

# The words that numbers are written with, and what stands behind numbers

CARDINALS = {
    **{word: value for value, word in enumerate(SMALL_NUMBERS)},
    **{word: 10 * value for value, word in enumerate(TENS, 2)},
}
ORDINAL_LETTERS = frozenset(("st", "nd", "rd", "th"))
ORDINALS = {
    **{word: value for value, word in enumerate(SMALL_ORDINALS)},
    **{word[:-1] + "ieth": 10 * value for value, word in enumerate(TENS, 2)},
}
# Powers of ten; lakh and crore are those of Indian English.
SCALES = {
    "thousand": 3,
    "lakh": 5,
    "million": 6,
    "crore": 7,
    "milliard": 9,
    "billion": 9,
    "trillion": 12,
    "quadrillion": 15,
}
# An anniversary in one word is an ordinal: "by the centenary of the founding".
ANNIVERSARIES = {
    "centenary": 100, "centennial": 100, "sesquicentennial": 150, "bicentenary": 200,
    "bicentennial": 200, "tercentenary": 300, "quincentenary": 500,
}  # fmt: skip
SCALE_ORDINALS = {f"{word}th": power for word, power in SCALES.items()}
DENOMINATORS = {
    "half": 2, "quarter": 4, "third": 3,
    **{word: value for word, value in ORDINALS.items() if value > 3},
    "hundredth": 100, **{word: 10**power for word, power in SCALE_ORDINALS.items()},
}  # fmt: skip
GLYPHS = {
    "½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
    "⅞": (7, 8),
}  # fmt: skip
MULTIPLES = {"hundred": Exact(100), "dozen": Exact(12)}
# How many times: "twice", "threefold".
TIMES = {
    "once": 1, "twice": 2, "thrice": 3,
    **{f"{word}fold": value for word, value in CARDINALS.items() if value > 1},
    "hundredfold": 100, "thousandfold": 1000,
}  # fmt: skip
OPENING_WORDS = frozenset((
    *CARDINALS, *ORDINALS, *SCALES, *MULTIPLES, *TIMES, "a", "an", "half", "quarter", "hundredth",
    *SCALE_ORDINALS, *ANNIVERSARIES, *GLYPHS,
))  # fmt: skip
"""The words that a number can begin with, if not with digits."""


def power_of(word: str) -> int:
    """Return the power of ten of a scale word that stands behind a number: "lakh", "crores"."""
    return SCALES.get(word) or SCALES.get(word.removesuffix("s"), 0)


def scale_at(tokens: Tokens, index: int) -> tuple[Exact, int] | None:
    """Read the scale words that begin at a token ("hundred thousand", "dozen").

    Gives their factor and the token after them; None when there are none.
    """
    factor = Exact(1)
    stop = index
    while stop - index < 2 and (stop == index or tokens.spaced(stop - 1)):
        word = tokens(stop).lower
        if stop == index and (multiple := MULTIPLES.get(word.removesuffix("s"))):
            factor = multiple
        elif power_of(word) and (stop == index or factor.value() in (100, 1000, 10**5)):
            factor = factor.times(Exact(1, power_of(word)))
        else:
            break
        stop += 1
    return (factor, stop) if stop > index else None


def _closes_part(tokens: Tokens, index: int) -> bool:
    """Return whether nothing but a unit or a scale goes on behind a word such as "third"."""
    following = tokens(index + 1)
    return (
        not tokens.joined(index) or power_of(following.lower) > 0 or bool(unit_of(following.text))
    )


def and_part(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
    """Read "and a half", "and a quarter" or "and three eighths" that begins at a token.

    Gives numerator, denominator and the token after them.
    """
    if tokens(index).lower != "and" or not all(tokens.joined(index + at) for at in (-1, 0, 1)):
        return None
    top, bottom = tokens(index + 1).lower, tokens(index + 2).lower
    if top in ("a", "one"):
        # "two and a third percent", but "plans for two and a third report"
        whole = bottom in ("half", "quarter") or (
            bottom in DENOMINATORS and (top == "one" or _closes_part(tokens, index + 2))
        )
        return (1, DENOMINATORS[bottom], index + 3) if whole else None
    number = CARDINALS.get(top, 0)
    parts = DENOMINATORS.get(bottom[:-1], 0) if bottom.endswith("s") else 0
    return (number, parts, index + 3) if 1 < number < parts else None


# Parts of a whole

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
_BEFORE_NEGATIVE = frozenset("is was are were be been of to from by at".split())
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


def _is_number(word: str) -> bool:
    return word in CARDINALS or word in SCALES
