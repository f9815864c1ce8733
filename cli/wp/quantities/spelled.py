"""Numbers written in words: "sixty thousand", "a dozen", "twenty-first", "two-thirds".

A small parser of our own: the published ones looked at (text2num, number-parser, word2number)
answer in tokens or whole strings, not character offsets, and read neither "1.3 billion" nor
"a dozen" as one number.
"""

from typing import NamedTuple

from wp.quantities import Exact, exact
from wp.quantities.model import Tokens, qualifier_before
from wp.quantities.notations import (
    ANNIVERSARIES,
    CARDINALS,
    DENOMINATORS,
    GLYPHS,
    MULTIPLES,
    ORDINALS,
    SCALE_ORDINALS,
    SCALES,
    and_part,
    power_of,
    scale_at,
)

# "between a third and 40 percent", but "a third and fourth report"
_ENDS_OF_RANGES = frozenset((("between", "and"), ("from", "to")))
# What may follow a change: "cut by a quarter with effect from April"
_AFTER_CHANGE = frozenset(
    ("in", "on", "from", "to", "with", "since", "over", "between", "during", "compared", "at", "as",
     "after", "by", "within", "while", "when")
)  # fmt: skip
APART = frozenset(("between", "both", "from"))
"""What tells of two numbers, which "and" does not make one."""
_COMPARATIVES = frozenset(
    "more less fewer smaller larger bigger greater higher lower longer shorter cheaper".split()
)
_DECIMALS = {2: 1, 4: 2, 5: 1, 8: 3, 10: 1}  # of a half, a quarter, a fifth …
_COUNTED_IN = ("hundred", "hundredth", "dozen", "hundreds", "dozens")


class Spelled(NamedTuple):
    """A number in words: its value, the token after it, and the step it is rounded to.

    `step` is the power of ten of a closing scale word ("two million": 6), else 0; None for a
    fraction, which is exact.
    """

    value: int | float
    stop: int
    ordinal: bool = False
    step: int | None = 0


def spelled_at(tokens: Tokens, index: int) -> Spelled | None:
    """Read the number in words that begins at a token; None when there is none."""
    word = tokens(index).lower
    if word in GLYPHS:
        top, bottom = GLYPHS[word]
        return Spelled(top / bottom, index + 1, step=None)
    fraction = _fraction(tokens, index)
    if fraction:
        return _of_a_scale(tokens, fraction) or fraction
    found = _quarter(tokens, index) or _whole(tokens, index)
    return _pointed(tokens, found) if found and not found.ordinal else found


def _pointed(tokens: Tokens, found: Spelled) -> Spelled:
    """Add the decimals of "four point two": digits in words, one by one."""
    place = found.stop
    if tokens(place).lower != "point" or not (tokens.spaced(place - 1) and tokens.spaced(place)):
        return found
    digits = ""
    while (digit := CARDINALS.get(tokens(place + 1).lower, 10)) < 10 and tokens.spaced(place):
        digits += str(digit)
        place += 1
    if not digits or found.step:
        return found
    value = Exact(int(f"{found.value}{digits}"), -len(digits))
    scale = scale_at(tokens, place + 1) if tokens.spaced(place) else None
    result = value.times(scale[0]) if scale else value
    stop = scale[1] if scale else place + 1
    return Spelled(result.value(), stop, step=result.exponent)


def _of_a_scale(tokens: Tokens, fraction: Spelled) -> Spelled | None:
    """Multiply by the scale of "a quarter of a million", "half of a billion", "half million"."""
    place = fraction.stop
    if tokens.phrase(place, 2) in ("of a", "of one"):
        place += 2
    elif fraction.value != 0.5:
        return None
    scale = scale_at(tokens, place) if tokens.spaced(place - 1) else None
    if scale is None or tokens(place).lower not in SCALES:
        return None
    return _times(fraction.value, scale)


def _quarter(tokens: Tokens, index: int) -> Spelled | None:
    """Read "quarter million" and "a quarter million"; alone a quarter is a part of the year."""
    place = index + (tokens(index).lower in ("a", "one"))
    if tokens(place).lower != "quarter" or not tokens.joined(place):
        return None
    scale = scale_at(tokens, place + 1)
    return _times(0.25, scale) if scale and tokens(place + 1).lower in SCALES else None


def _times(part: int | float, scale: tuple[Exact, int]) -> Spelled:
    value = part * scale[0].value()
    whole = int(value) if value == int(value) else value
    return Spelled(whole, scale[1], step=max(scale[0].exponent - 2, 0))


def _fraction(tokens: Tokens, index: int) -> Spelled | None:
    word = tokens(index).lower
    following = tokens(index + 1).lower
    if word == "half":
        if following in ("a", "an") and tokens.spaced(index):
            scale = scale_at(tokens, index + 2)
            if scale and tokens.spaced(index + 1):
                value = exact("0.5").times(scale[0]).value()
                return Spelled(value, scale[1], step=max(scale[0].exponent - 1, 0))
        return Spelled(0.5, index + 1, step=None)
    if not tokens.joined(index):
        return None
    if word in ("a", "one"):
        bottom = DENOMINATORS.get(following)
        # "a fifth" is an ordinal in a sentence, and a share where it is all that a cell says.
        whole = (
            word == "one" or following == "half" or tokens(index + 2).lower == "of"
            or (len(tokens.items) == index + 2 and qualifier_before(tokens, index) == index)
            or (tokens(index - 1).lower, tokens(index + 2).lower) in _ENDS_OF_RANGES
            or _is_change(tokens, index)
        )  # fmt: skip
        if bottom and whole:
            return Spelled(1 / bottom, index + 2, step=None)
    top = _below_hundred(tokens, index)
    if top is None or top.ordinal or top.value < 2 or not tokens.joined(top.stop - 1):
        return None
    last = tokens(top.stop).lower
    bottom = DENOMINATORS.get(last[:-1]) if last.endswith("s") else None
    if last == "quarters" and top.value > 3:
        return None  # a time: "over eight quarters"
    return Spelled(top.value / bottom, top.stop + 1, step=None) if bottom else None


def _is_change(tokens: Tokens, index: int) -> bool:
    """Return whether "a" and an ordinal say by how much: "cut by a third", "a third smaller than",
    but "by a third party"."""
    if tokens(index + 2).lower in _COMPARATIVES and tokens.joined(index + 1):
        than = not tokens.joined(index + 2) or tokens(index + 3).lower == "than"
        return than or tokens(index + 2).lower in ("more", "less", "fewer")
    before = index - 1 - qualifier_before(tokens, index)
    if tokens(before).lower != "by" or not tokens.spaced(before):
        return False
    return not tokens.joined(index + 1) or tokens(index + 2).lower in _AFTER_CHANGE


def _whole(tokens: Tokens, index: int) -> Spelled | None:
    place = index
    total = 0
    apart = tokens(index - 1).lower in APART
    ceiling = 100  # every group must have a smaller scale than the group before it
    step = 0
    ordinal = False
    while True:
        opening, comma = place, False
        if place > index:
            # "one million, five hundred and thirty-seven thousand"
            comma = tokens.between(place - 1).strip() == "," and tokens(place).lower != "and"
            if not (comma or tokens.joined(place - 1)):
                break
            if and_part(tokens, place):
                break
            if tokens(place).lower == "and" and tokens.spaced(place):
                place += 1
        group = _group(tokens, place, first=opening == index)
        # "a billion and three hundred million people", but "between a million and ten thousand"
        two = place > opening and group is not None and group.power > 0 and apart
        two = two or (comma and group is not None and not group.power)
        if group is None or group.power >= ceiling or two:
            place = opening
            break
        total += group.value * 10**group.power
        place, ceiling, step, ordinal = group.stop, group.power, group.power, group.ordinal
        if ordinal or not group.power:
            break
    if place == index:
        return None
    part = None if ordinal else and_part(tokens, place)
    return with_part(tokens, total, step, part) if part else Spelled(total, place, ordinal, step)


def with_part(tokens: Tokens, total: int, step: int, part: tuple[int, int, int]) -> Spelled:
    """Add the part of a number: of its scale, of the scale behind it, or of one.

    "a million and a half", "one billion and a half million", "two and a half million", "two and
    three quarters".
    """
    top, bottom, stop = part
    scale = scale_at(tokens, stop) if tokens.spaced(stop - 1) else None
    unit = scale[0].value() if scale else 10**step
    whole = total * unit if scale and not step else total
    value, rest = divmod(whole * bottom + top * unit, bottom)
    stop = scale[1] if scale else stop
    if rest:
        return Spelled(whole + top * unit / bottom, stop, step=None)
    power = scale[0].exponent if scale else step
    return Spelled(int(value), stop, step=max(power - _DECIMALS.get(bottom, power), 0) or None)


class _Group(NamedTuple):
    value: int
    power: int
    stop: int
    ordinal: bool


def _group(tokens: Tokens, index: int, first: bool) -> _Group | None:
    """Read what stands before and with one scale word: "three hundred and forty thousand"."""
    if first and (alone := _scale_alone(tokens, index)):
        return alone
    group = _hundreds(tokens, index, first)
    if group is None or group.ordinal or tokens(group.stop - 1).lower == "dozens":
        return group
    following = tokens(group.stop).lower
    dashed = tokens.joined(group.stop) and not tokens.spaced(group.stop)
    if tokens(group.stop - 1).lower == "dozen" and dashed:
        return group  # "a dozen thousand-dollar prizes"
    if group.value and tokens.joined(group.stop - 1):
        if power_of(following) and (scale := scale_at(tokens, group.stop)):
            return _Group(group.value, scale[0].exponent, scale[1], False)
        if following in SCALE_ORDINALS:
            return _Group(group.value, SCALE_ORDINALS[following], group.stop + 1, True)
    return group


def _scale_alone(tokens: Tokens, index: int) -> _Group | None:
    """Read a scale word without a number: "million", "a thousand", "millionth"."""
    article = tokens(index).lower in ("a", "an")
    if article and not tokens.spaced(index):
        return None
    place = index + article
    word = tokens(place).lower
    if word in SCALES:
        return _Group(1, SCALES[word], place + 1, False)
    if word in SCALE_ORDINALS and not article:
        return _Group(1, SCALE_ORDINALS[word], place + 1, True)
    return None


def _hundreds(tokens: Tokens, index: int, first: bool) -> _Group | None:
    """Read a number below a scale: "twenty-one", "two dozen", "a hundred", "three hundred and six".

    Only the first of a number may begin with "hundred" or "dozen" itself.
    """
    place, count = index, 1
    article = first and tokens(place).lower in ("a", "an")
    if article:
        if not tokens.spaced(place) or tokens(place + 1).lower not in MULTIPLES:
            return None
        place += 1
    if tokens(place).lower in _COUNTED_IN:
        if not first:
            return None
    else:
        small = _below_hundred(tokens, place)
        if small is None or small.ordinal or not small.value:
            return small
        if tokens(small.stop).lower not in _COUNTED_IN or not tokens.joined(small.stop - 1):
            return small
        count, place = small.value, small.stop
    word = tokens(place).lower
    if word in ("dozen", "dozens"):
        return _Group(12 * count, 0, place + 1, False)
    found = _Group(100 * count, 0, place + 1, word == "hundredth")
    return found if found.ordinal else _and_rest(tokens, found)


def _and_rest(tokens: Tokens, hundreds: _Group) -> _Group:
    """Add the "forty" of "three hundred and forty", not of "one hundred and three quarters"."""
    place = hundreds.stop
    if not tokens.joined(place - 1):
        return hundreds
    linked = tokens(place).lower == "and" and tokens.spaced(place)
    if linked and and_part(tokens, place):
        return hundreds
    rest = _below_hundred(tokens, place + linked)
    if rest is None or not rest.value or tokens(rest.stop).lower == "hundred":
        return hundreds
    return _Group(hundreds.value + rest.value, 0, rest.stop, rest.ordinal)


def _below_hundred(tokens: Tokens, index: int) -> _Group | None:
    word = tokens(index).lower
    if word in ANNIVERSARIES and tokens(index).text.islower():
        return _Group(ANNIVERSARIES[word], 0, index + 1, True)
    if word in ORDINALS:
        return _Group(ORDINALS[word], 0, index + 1, True)
    value = CARDINALS.get(word)
    if value is None:
        return None
    following = tokens(index + 1).lower
    if value >= 20 and tokens.joined(index):
        unit = CARDINALS.get(following, 0)
        if 0 < unit < 10:
            return _Group(value + unit, 0, index + 2, False)
        unit = ORDINALS.get(following, 0)
        if 0 < unit < 10:
            return _Group(value + unit, 0, index + 2, True)
    return _Group(value, 0, index + 1, False)
