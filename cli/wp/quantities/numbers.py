"""Single printed numbers, in digits or in words, wherever they stand.

Here a number is only read; whether it is a quantity, or part of a date or a name, is decided by
`exclusions`, and its unit and qualifier are added by `measured`.
"""

from typing import NamedTuple

from wp.pattern import pattern
from wp.quantities import Exact, exact
from wp.quantities.amounts import (
    in_row,
    is_code,
    is_glued_left,
    is_glued_right,
    is_group,
    is_money,
    is_signed,
    scale_letters,
    scaled_code,
)
from wp.quantities.model import HYPHENS, TextToken, Tokens
from wp.quantities.notations import (
    GLYPHS,
    OPENING_WORDS,
    ORDINAL_LETTERS,
    SCALES,
    TIMES,
    and_part,
    bottom_place,
    fraction_at,
    in_brackets,
    is_part,
    minus_before,
    power_at,
    power_of,
    scale_at,
)
from wp.quantities.spelled import APART, spelled_at, with_part
from wp.quantities.units import compound_at, unit_attached, unit_of

# Longer digit groups are account numbers, keys and hostile input.
_MOST_DIGITS = 32
_SCALE_LETTERS = {
    "k": 3, "K": 3, "m": 6, "M": 6, "mn": 6, "mln": 6, "mio": 6, "b": 9, "B": 9, "bn": 9,
    "bln": 9, "tn": 12, "trn": 12, "tln": 12,
}  # fmt: skip
_SPACED_SCALES = frozenset(("bn", "mn", "mln", "mio", "bln", "tn", "trn", "tln"))
# "a 48m long bridge" is measured in meters, "48m people" are millions.
_EXTENTS = frozenset(
    "long tall wide deep high thick bridge tower pier wall mast below above".split()
)
_WORDS_ON = pattern(r"(?:(?:sq|cu) [a-z]{1,5}|deg [CF])\b")
_IN_FEET = pattern(r"\s?\([0-9.,]+\s?(?:ft|feet)\b")


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
    spelled = number.spelled
    place = bottom_place(tokens, number.stop, spelled)
    bottom = _single(tokens, place) if place else None
    if (
        bottom and not bottom.ordinal and bottom.spelled == spelled
        and is_part(tokens, number.value, bottom.value, bottom.stop, spelled)
    ):  # fmt: skip
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


def _in_digits(tokens: Tokens, index: int) -> Number | None:
    token = tokens(index)
    if is_glued_left(tokens, index):
        return None
    fraction = fraction_at(tokens, index)
    if fraction:
        end = tokens(fraction.stop - 1).end
        below = is_signed(tokens.source, token.start)
        part = -fraction.value if below else fraction.value
        return Number(part, index, fraction.stop, token.start - below, end, step=None)
    place = index + 1
    digits = token.text
    if len(digits) <= 3 and digits.isdecimal() and digits[0] != "0":
        while is_group(tokens, place):
            digits += tokens(place).text
            place += 1
            if "." in digits:
                break
    behind_point = tokens.before(index) == "." and "." not in digits
    code = is_code(digits) and not behind_point
    if len(digits) > _MOST_DIGITS or code or not _ENGLISH.fullmatch(digits):
        return None
    power = power_at(tokens, digits, place)
    if power is None and is_glued_right(tokens, index, place):
        return None
    if len(token.text.partition(".")[0]) < 4 and in_row(tokens, index):
        return None
    value = exact(digits.replace(",", ""))
    start, end = token.start, tokens(place - 1).end
    if power:
        value, place, end = value.times(Exact(1, power.exponent)), power.stop, power.end
    # ".5" is read as 0.5; a sign counts where a word cannot end.
    if behind_point:
        start -= 1
        value = Exact(value.mantissa, value.exponent - len(digits))
    if is_signed(tokens.source, start):
        start -= 1
        value = Exact(-value.mantissa, value.exponent)
    elif in_brackets(tokens, index, place):
        start, end = start - 1, end + 1
        value = Exact(-value.mantissa, value.exponent)
    number = _with_suffix(tokens, Number(0, index, place, start, end), value)
    return _with_rest(tokens, number) if number and number.scaled else number


def _with_rest(tokens: Tokens, number: Number) -> Number:
    """Add what stands behind the scale of digits: "3 million and a half", "3 hundred and 21"."""
    place = number.stop
    word = tokens(place - 1).lower
    step = 2 if word == "hundred" else power_of(word)
    if not step or number.step != power_of(word) or not isinstance(number.value, int):
        return number
    part = and_part(tokens, place)
    if part and tokens(part[2]).lower != "of":
        whole = with_part(tokens, number.value, step, part)
        end = tokens(whole.stop - 1).end
        return number._replace(value=whole.value, stop=whole.stop, end=end, step=whole.step)
    linked = tokens(place).lower == "and" and tokens.spaced(place)
    near = tokens.spaced(place - 1) and step == (2 if linked else 3)
    rest = _single(tokens, place + linked) if near else None
    # "between 3 hundred and 21" are two; a rest of thousands has its own hundreds.
    if rest is None or tokens(number.first - 1).lower in APART or rest.ordinal or rest.attached:
        return number
    if rest.scaled is linked or not 0 < rest.value < 10**step or tokens(rest.stop).lower == "of":
        return number
    if tokens.between(rest.stop - 1) in [*HYPHENS]:
        return number  # "3 hundred and 21-year-olds"
    value = number.value + rest.value
    return number._replace(value=value, stop=rest.stop, end=rest.end, step=rest.step)


def _with_suffix(tokens: Tokens, number: Number, value: Exact) -> Number | None:
    """Add what closes a number in digits: ordinal letters, a scale, a unit symbol."""
    following = tokens(number.stop)
    if following.start == number.end and following.text[0].isalpha():
        return _with_letters(tokens, number, value)
    part = _part_after(tokens, number) if value.exponent == 0 else None
    if part is None:
        return _scaled(tokens, number, value)
    top, bottom, stop = part
    whole = number._replace(stop=stop, end=tokens(stop - 1).end)
    if 1000 % bottom == 0:
        thousandths = value.at(-3) + top * 1000 // bottom
        return _scaled(tokens, whole, Exact(thousandths, -3).least())
    mixed = value.value() + top / bottom
    if scale := _scale(tokens, stop, whole.end):  # "3⅓ million"
        factor, stop = scale
        end = tokens(stop - 1).end
        return whole._replace(
            value=mixed * factor.value(), stop=stop, end=end, step=None, scaled=True
        )
    return whole._replace(value=mixed, step=None)


def _part_after(tokens: Tokens, number: Number) -> tuple[int, int, int] | None:
    """Read the "½" of "3½" or the "and a half" of "3 and a half", and the token after it."""
    following = tokens(number.stop)
    if following.lower in GLYPHS and following.start == number.end:
        return (*GLYPHS[following.lower], number.stop + 1)
    return and_part(tokens, number.stop)


def _with_letters(tokens: Tokens, number: Number, value: Exact) -> Number | None:
    """Read the letters written onto digits: "70th", "12kg", "89m", "$3.4T"; None for a name."""
    place, end = number.stop, number.end
    following, symbol = tokens(place), _symbol(tokens.source, end)
    plain = number._replace(value=value.value(), step=value.exponent)
    if following.lower in ORDINAL_LETTERS and value.exponent == 0:
        return plain._replace(stop=place + 1, end=following.end, ordinal=True)
    if unit_of(compound_at(tokens.source, end) or ""):
        return plain._replace(attached=symbol)  # "12m/s"
    if symbol == "m" and (
        (tokens.joined(place) and tokens(place + 1).lower in _EXTENTS)
        or _IN_FEET.match(tokens.source, following.end)
    ):
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
    if unit_attached(symbol, len(str(int(abs(value.value()))))) and not (
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
    """Return the letters and powers written onto a number, at most 8 characters, or "sq m"."""
    words = _WORDS_ON.match(source, start)
    if words:
        return words[0]
    end = start
    while (
        end < len(source) and end - start < 8 and (source[end].isalpha() or source[end] in "²³23")
    ):
        end += 1
    # "0x10" is no ten, and nothing times.
    return source[start:end] if not source[end : end + 1].isdigit() else ""
