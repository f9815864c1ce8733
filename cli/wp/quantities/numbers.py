"""Single printed numbers, in digits or in words, wherever they stand.

Here a number is only read; whether it is a quantity, or part of a date or a name, is decided by
`exclusions`, and its unit and qualifier are added by `measured`.
"""

from typing import NamedTuple

from wp.pattern import pattern
from wp.quantities.exact import Exact, exact
from wp.quantities.money import code_before, is_money, scale_letters, scaled_code
from wp.quantities.notations import in_brackets, minus_before, power_at, raised
from wp.quantities.parts import bottom_place, fraction_at, is_part
from wp.quantities.rates import tells_rate
from wp.quantities.spelled import spelled_at
from wp.quantities.tokens import HYPHENS, TextToken, Tokens, vocabulary
from wp.quantities.units import compound_at, unit_attached, unit_of
from wp.quantities.words import (
    GLYPHS,
    OPENING_WORDS,
    ORDINAL_LETTERS,
    SCALES,
    TIMES,
    and_part,
    scale_at,
)

# Longer digit groups are account numbers, keys and hostile input.
_MOST_DIGITS = 32
_MOST_GROUPS = 4  # of digits that plain spaces part
_ROW = 12  # groups to each side that are looked at
_GROUP_SPACES = " \u00a0\u2007\u2009\u202f"
_SCALE_LETTERS = {
    "k": 3, "K": 3, "m": 6, "M": 6, "mn": 6, "mln": 6, "mio": 6, "b": 9, "B": 9, "bn": 9,
    "bln": 9, "tn": 12, "trn": 12,
}  # fmt: skip
_SPACED_SCALES = frozenset(("bn", "mn", "mln", "mio", "bln", "tn", "trn"))
# "a 48m long bridge" is measured in meters, "48m people" are millions.
_EXTENTS = vocabulary("long tall wide deep high thick bridge tower pier wall mast below above")


class Number(NamedTuple):
    """A printed number: the tokens [first, stop) and characters [start, end) it takes.

    `step` is the power of ten it is printed to (1.3 billion: 8), None for a fraction; `scaled`
    tells that a scale word or letter closes it, `attached` is the unit symbol written onto it,
    `multiple` that it says how many times ("twice", "threefold"), `unit` the currency that stands
    between the digits and their scale ("40 USD million").
    """

    value: int | float
    first: int
    stop: int
    start: int
    end: int
    ordinal: bool = False
    step: int | None = 0
    scaled: bool = False
    spelled: bool = False
    attached: str | None = None
    multiple: bool = False
    unit: str | None = None


# Digits by English conventions: thousands in threes or as in India, a decimal point.
_ENGLISH = pattern(
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]+)(?:\.[0-9]+)?"
)


def number_at(tokens: Tokens, index: int) -> Number | None:
    """Read the number that begins at a token; None when none does.

    "one in five" is one number, and so are "4-1/2", "three-fold", "minus 3" and "4 x 10^5".
    """
    number = _unsigned(tokens, index)
    if number is None or number.ordinal or number.multiple or number.value < 0:
        return number
    if not minus_before(tokens, index):
        return number
    return number._replace(value=-number.value, first=index - 1, start=tokens(index - 1).start)


def _unsigned(tokens: Tokens, index: int) -> Number | None:
    number = _single(tokens, index)
    if number is None or number.ordinal or number.multiple:
        return number
    place = bottom_place(tokens, number.stop, number.spelled)
    bottom = _single(tokens, place) if place else None
    if bottom and not bottom.ordinal:
        alike = number.spelled == bottom.spelled
        if is_part(tokens, number.value, bottom.value, bottom.stop, alike):
            value = number.value / bottom.value
            return number._replace(value=value, stop=bottom.stop, end=bottom.end, step=None)
    return _folded(tokens, number)


def opens_number(token: TextToken) -> bool:
    """Return whether a number may begin at a token."""
    return token.digits or token.lower in OPENING_WORDS


def _single(tokens: Tokens, index: int) -> Number | None:
    token = tokens(index)
    if token.digits:
        return _in_digits(tokens, index)
    if token.lower not in OPENING_WORDS:
        return None
    before = tokens.before(index)
    if before and (before.isdigit() or before == "_"):
        return None
    if token.lower in SCALES and tokens(index - 1).digits and tokens.joined(index - 1):
        return None  # its digits were not read: "18,4 million"
    times = TIMES.get(token.lower)
    if times:
        return Number(
            times, index, index + 1, token.start, token.end, spelled=True, multiple=True
        )  # fmt: skip
    found = spelled_at(tokens, index)
    if found is None:
        return None
    end = tokens(found.stop - 1).end
    return Number(
        found.value, index, found.stop, token.start, end, found.ordinal, found.step,
        bool(found.step), True,
    )  # fmt: skip


def _folded(tokens: Tokens, number: Number) -> Number:
    """Add the "fold" of "three-fold" and "2.5-fold"."""
    if tokens(number.stop).lower != "fold" or tokens.between(number.stop - 1) not in HYPHENS:
        return number
    end = tokens(number.stop).end
    return number._replace(stop=number.stop + 1, end=end, multiple=True)


def _glued_left(tokens: Tokens, index: int) -> bool:
    """Return whether what stands before the digits makes them part of a name, path or time."""
    before = tokens.before(index)
    start = tokens(index).start
    further = tokens.source[start - 2] if start > 1 else ""
    if not before:
        return False
    if before == " " and _is_code(tokens(index - 1).text) and tokens.spaced(index - 1):
        return True  # a telephone number: "0800 555 010"
    if before.isalnum() or before == "_":
        return not code_before(tokens, index)
    if before in HYPHENS:
        if further.isalpha() or further == ")":
            return True
        # A chain of three is a telephone or file number.
        chained_left = tokens.before(index - 1) in [*HYPHENS] and tokens(index - 2).digits
        chained_right = tokens.between(index) in [*HYPHENS] and tokens(index + 1).digits
        return further.isdigit() and (chained_left or chained_right)
    if before in "±∓":
        return further.isalnum() or further.isspace()
    if before in ".:/,":
        return bool(further) and (further.isalnum() or further in "/:.")
    return before in "#§№@\\^¶&="


def _glued_right(tokens: Tokens, first: int, stop: int) -> bool:
    """Return whether what follows the digits makes them part of a name, path or time."""
    end = tokens(stop - 1).end
    after, further = tokens.source[end : end + 1], tokens.source[end + 1 : end + 2]
    if after in HYPHENS and after and further.isdigit():
        following = stop
        return _is_code(tokens(following).text) or (
            tokens(following).start == end + 1
            and tokens.source[tokens(following).end : tokens(following).end + 1] in [*HYPHENS]
            and tokens(following + 1).digits
            and tokens(following + 1).start == tokens(following).end + 1
        )
    if after == "/" and further.isalpha() and tells_rate(tokens, first, stop):
        return False  # "€12/m2" is money for each square meter
    if after and after in ":/@_\\^":
        return further.isalnum() or further in "/\\"
    return (after == "°" and further not in ("C", "F")) or after in ("±", "∓")


def _in_digits(tokens: Tokens, index: int) -> Number | None:
    token = tokens(index)
    if _glued_left(tokens, index):
        return None
    fraction = fraction_at(tokens, index)
    if fraction:
        end = tokens(fraction.stop - 1).end
        return Number(fraction.value, index, fraction.stop, token.start, end, step=None)
    place = index + 1
    digits = token.text
    if len(digits) <= 3 and digits.isdecimal() and digits[0] != "0":
        while _grouped(tokens, place):
            digits += tokens(place).text
            place += 1
            if "." in digits:
                break
    if len(digits) > _MOST_DIGITS or _is_code(digits) or not _ENGLISH.fullmatch(digits):
        return None
    power = power_at(tokens, digits, place)
    if power is None and _glued_right(tokens, index, place):
        return None
    if len(token.text.partition(".")[0]) < 4 and _in_row(tokens, index):
        return None
    value = exact(digits.replace(",", ""))
    start, end = token.start, tokens(place - 1).end
    if power:
        value, place, end = raised(value, power), power.stop, power.end
    # ".5" is read as 0.5; a sign counts where a word cannot end.
    if tokens.before(index) == "." and "." not in digits:
        start -= 1
        value = Exact(value.mantissa, value.exponent - len(digits))
    if _signed(tokens.source, start):
        start -= 1
        value = Exact(-value.mantissa, value.exponent)
    elif in_brackets(tokens, index, place):
        start, end = start - 1, end + 1
        value = Exact(-value.mantissa, value.exponent)
    return _with_suffix(tokens, Number(0, index, place, start, end), value)


def _is_code(digits: str) -> bool:
    """Return whether digits with a nought before them are a code or a telephone number: "0142"."""
    return len(digits) > 1 and digits[0] == "0" and digits.isdecimal()


def _grouped(tokens: Tokens, place: int) -> bool:
    """Return whether a token is a further group of three digits after a space ("1 178")."""
    gap = tokens.between(place - 1)
    whole, _, decimals = tokens(place).text.partition(".")
    return (
        len(gap) == 1 and gap in _GROUP_SPACES and len(whole) == 3 and whole.isdecimal()
        and (not decimals or decimals.isdecimal())
    )  # fmt: skip


def _in_row(tokens: Tokens, index: int) -> bool:
    """Return whether digits that plain spaces part may as well be cells of a row or a list.

    "1 178 tons" is one number; "13 769 37 289" and "926 292.8" are not surely so.
    """
    first = last = index
    while index - first < _ROW and _beside(tokens, first - 1):
        first -= 1
    while last - index < _ROW and _beside(tokens, last):
        last += 1
    if first == last:
        return False
    groups = [tokens(at).text.partition(".") for at in range(first, last + 1)]
    tied = sum(len(whole) == 3 for whole, _, _ in groups[1:])
    if not tied:
        return False
    if tied < len(groups) - 1 or len(groups) > _MOST_GROUPS:
        return True
    return bool(groups[-1][1]) and not tokens.joined(last)


def _beside(tokens: Tokens, index: int) -> bool:
    """Return whether one plain space parts two short groups of digits, the first one whole."""
    one, two = tokens(index), tokens(index + 1)
    if tokens.between(index) != " " or not (one.digits and two.digits):
        return False
    return len(one.text) < 4 and one.text.isdecimal() and len(two.text.partition(".")[0]) < 4


def _signed(source: str, start: int) -> bool:
    if not start or source[start - 1] not in "-−":
        return False
    return start == 1 or source[start - 2].isspace() or source[start - 2] in "([$€£¥"


def _with_suffix(tokens: Tokens, number: Number, value: Exact) -> Number | None:
    """Add what closes a number in digits: ordinal letters, a scale, a unit symbol."""
    following = tokens(number.stop)
    if following.start == number.end and following.text[0].isalpha():
        return _with_letters(tokens, number, value)
    if following.lower in GLYPHS and following.start == number.end and value.exponent == 0:
        top, bottom = GLYPHS[following.lower]
        whole = number._replace(stop=number.stop + 1, end=following.end)
        part = Exact(top * 1000 // bottom, -3) if 1000 % bottom == 0 else None
        if part is None:
            mixed = value.value() + top / bottom
            scale = _scale(tokens, whole.stop, whole.end)
            return None if scale else whole._replace(value=mixed, step=None)
        return _scaled(tokens, whole, Exact(value.at(-3) + part.mantissa, -3).least())
    part_after = and_part(tokens, number.stop) if value.exponent == 0 else None
    if part_after:
        top, bottom, stop = part_after
        whole = number._replace(stop=stop, end=tokens(stop - 1).end)
        if 1000 % bottom:
            return whole._replace(value=value.value() + top / bottom, step=None)
        part = Exact(top * 1000 // bottom, -3)
        return _scaled(tokens, whole, Exact(value.at(-3) + part.mantissa, -3).least())
    return _scaled(tokens, number, value)


def _with_letters(tokens: Tokens, number: Number, value: Exact) -> Number | None:
    """Read the letters written onto digits: "70th", "12kg", "89m", "$3.4T"; None for a name."""
    place, end = number.stop, number.end
    following, symbol = tokens(place), _symbol(tokens.source, end)
    plain = number._replace(value=value.value(), step=value.exponent)
    if following.lower in ORDINAL_LETTERS and value.exponent == 0:
        return plain._replace(stop=place + 1, end=following.end, ordinal=True)
    if unit_of(compound_at(tokens.source, end) or ""):
        return plain._replace(attached=symbol)  # "12m/s"
    if symbol == "m" and tokens.joined(place) and tokens(place + 1).lower in _EXTENTS:
        return plain._replace(stop=place + 1, end=following.end, unit="meters")
    power = _SCALE_LETTERS.get(symbol, 0) or (
        scale_letters(tokens, number.first, place) if is_money(tokens, number.first) else 0
    )
    if power and following.text == symbol:
        result = value.times(Exact(1, power))
        return plain._replace(
            value=result.value(), stop=place + 1, end=following.end, step=result.exponent,
            scaled=True,
        )  # fmt: skip
    if unit_attached(symbol, end - number.start) and not (
        symbol == "g" and value in (*map(Exact, range(2, 7)),)
    ):
        return plain._replace(attached=symbol)
    return None


def _scale(tokens: Tokens, place: int, end: int) -> tuple[Exact, int] | None:
    near = tokens.joined(place - 1) or tokens.source[end - 1] == ")"
    return scale_at(tokens, place) if near else None


def _scaled(tokens: Tokens, number: Number, value: Exact) -> Number:
    """Multiply by the scale that follows: "1.3 billion", "£45 m", "40 USD million"."""
    place, unit = number.stop, None
    scale = _scale(tokens, place, number.end)
    if scale is None and tokens.spaced(place - 1):
        letters = tokens(place).text
        power = scale_letters(tokens, number.first, place)
        power = power or (_SCALE_LETTERS[letters] if letters in _SPACED_SCALES else 0)
        coded = scaled_code(tokens, place)
        if power:
            scale = Exact(1, power), place + 1
        elif coded:
            scale, unit = (coded[0], coded[2]), coded[1]
    result, stop = (value.times(scale[0]), scale[1]) if scale else (value, place)
    end = tokens(stop - 1).end if scale else number.end
    return number._replace(
        value=result.value(), stop=stop, end=end, step=result.exponent, scaled=scale is not None,
        unit=unit,
    )  # fmt: skip


def _symbol(source: str, start: int) -> str:
    """Return the letters and powers written onto a number, at most 8 characters."""
    end = start
    while (
        end < len(source) and end - start < 8 and (source[end].isalpha() or source[end] in "²³23")
    ):
        end += 1
    # "0x10" is no ten, and nothing times.
    return source[start:end] if not source[end : end + 1].isdigit() else ""
