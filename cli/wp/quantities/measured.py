"""The unit and qualifier of a printed number, and whether the number counts anything."""

from typing import NamedTuple

from wp.pattern import pattern
from wp.quantities import Exact, exact
from wp.quantities.amounts import money_before, per_stroke, per_words, tells_rate
from wp.quantities.exclusions import is_idiom, is_level, is_mark, is_model, is_name, is_reference
from wp.quantities.model import HYPHENS, Tokens, qualifier_after, qualifier_before, sign_before
from wp.quantities.notations import minus_before_money, power_of
from wp.quantities.numbers import Number, number_at
from wp.quantities.units import compound_at, unit_attached, unit_of


class Measured(NamedTuple):
    """A number with its unit and qualifier: [start, end); `stop` is the token behind them."""

    number: Number
    start: int
    end: int
    stop: int
    unit: str | None
    qualifier: str | None
    leans: bool = False
    per: str | None = None


_RAISED = {"squared": "square", "cubed": "cubic"}
_SYMBOL_AFTER = pattern(r"\s?(?:°\s?[CF]|℃|[%％‰€£$]|元)")


def measure(tokens: Tokens, number: Number, free: int) -> Measured:
    """Add unit and qualifier to a number; what stands before character `free` is taken."""
    read = _with_unit(tokens, number, free)
    if number.ordinal:
        return read
    source = tokens.source
    stroke = None
    if read.unit or tells_rate(tokens, number.first, read.stop):
        stroke = per_stroke(source, read.end)  # "€12/m2"
    if stroke:
        read = read._replace(end=stroke.end, stop=_stop(tokens, read.stop, stroke.end))
    per = stroke or per_words(source, read.end)  # "12 euros per square meter"
    return _qualified(tokens, read._replace(per=per.unit if per else None), free)


def _with_unit(tokens: Tokens, number: Number, free: int) -> Measured:
    """Add the unit: one written onto the number, else money before it, else the words after it."""
    source = tokens.source
    start, end, stop = number.start, number.end, number.stop
    unit = unit_attached(number.attached) if number.attached else number.unit
    if number.multiple:
        unit = "times"
    compound = compound_at(source, end) if number.attached else None
    if compound:
        unit = unit_of(compound)
    if number.attached and (unit or not compound):
        end += len(compound or number.attached)
        stop = _stop(tokens, stop, end)
    money = None if number.ordinal else money_before(tokens, number.first, start, number.scaled)
    if money and money.start >= free:
        unit, start = money
        sign = minus_before_money(source, start)
        if sign is not None and sign >= free and number.value > 0:
            start = sign
            number = number._replace(value=-number.value)
    elif unit is None and not number.ordinal and not compound:
        unit, end, stop = _unit_after(tokens, number, end, stop)
    return Measured(number, start, end, stop, unit, None)


def _qualified(tokens: Tokens, read: Measured, free: int) -> Measured:
    """Add the qualifier: words before ("more than 440"), a plus, or words after ("or more")."""
    source, first = tokens.source, read.number.first
    while first > 0 and tokens(first - 1).start >= read.start:
        first -= 1  # the tokens of the money before it
    words = qualifier_before(tokens, first)
    opening = tokens(first - words).start
    gap = source[tokens(first - 1).end : read.start].strip()
    if words and opening >= free and gap in ("", *HYPHENS):
        return read._replace(start=opening, qualifier=tokens.phrase(first - words, words))
    sign = sign_before(source, read.start)
    if sign is not None and sign >= free:
        return read._replace(start=sign, qualifier=source[sign])
    if source[read.end : read.end + 1] == "+":
        return read._replace(end=read.end + 1, qualifier="+")
    words = qualifier_after(tokens, read.stop) if tokens.spaced(read.stop - 1) else 0
    if not words:
        return read
    stop = read.stop + words
    qualifier = tokens.phrase(read.stop, words)
    return read._replace(qualifier=qualifier, stop=stop, end=tokens(stop - 1).end)


def _stop(tokens: Tokens, stop: int, end: int) -> int:
    """Return the first token from `stop` on that begins at or behind character `end`."""
    while stop < len(tokens.items) and tokens(stop).start < end:
        stop += 1
    return stop


def _unit_after(tokens: Tokens, number: Number, end: int, stop: int) -> tuple[str | None, int, int]:
    """Read the unit behind a number: it, the character after it, the token after it."""
    source = tokens.source
    symbol = _SYMBOL_AFTER.match(source, end)
    if symbol:
        name = unit_of(symbol[0].replace(" ", ""))
        after = source[symbol.end() : symbol.end() + 1]
        if name and (symbol[0].strip() not in "€£$" or not after.isdigit()):
            return name, symbol.end(), _stop(tokens, stop, symbol.end())
    if source[end : end + 2] == " (" and tokens(stop).digits and tokens.after(stop) == ")":
        return _unit_after_repeated(tokens, number, stop), end, stop
    if not tokens.joined(stop - 1):
        return None, end, stop
    compound = compound_at(source, tokens(stop).start)
    if compound:
        unit = unit_of(compound)
        if unit is None:
            return None, end, stop  # "210 g/kWh" is not 210 grams
        end = tokens(stop).start + len(compound)
        return unit, end, _stop(tokens, stop, end)
    return _unit_in_words(tokens, number, stop) or (None, end, stop)


def _unit_after_repeated(tokens: Tokens, number: Number, place: int) -> str | None:
    """Read the unit that stands after the number's repetition: "thirty (30) days"."""
    again = number_at(tokens, place)
    if again is None or again.value != number.value:
        return None
    if tokens.source[tokens(place).end : tokens(place + 1).start] != ") ":
        return None
    return unit_of(tokens.phrase(place + 1, 2)) or unit_of(tokens.phrase(place + 1, 1))


def _unit_in_words(tokens: Tokens, number: Number, stop: int) -> tuple[str, int, int] | None:
    """Read a unit of one to three words at a token: "square kilometers", "kilowatt-hours"."""
    source = tokens.source
    for words in (3, 2, 1):
        phrase = tokens.phrase(stop, words) if words > 1 else tokens(stop).text
        unit = unit_of(phrase) if phrase else None
        if unit is None and words == 2:
            hyphened = source[tokens(stop).start : tokens(stop + 1).end]
            unit = unit_of(hyphened) if len(hyphened) < 24 else None
        last = stop + words - 1
        if unit and tokens(last + 1).digits and tokens(last).end == tokens(last + 1).start:
            continue  # the code belongs to the digits after it: "5 RMB9.5"
        if phrase == "won" and number.scaled:
            unit = "KRW"  # else it is a verb
        power = source[tokens(last).end :][:2]
        if unit and words == 1 and power in ("^2", "^3") and (area := unit_of(phrase + power[1])):
            return area, tokens(last).end + 2, stop + 2
        if unit and tokens(last + 1).lower in _RAISED and tokens.spaced(last):
            area = unit_of(f"{_RAISED[tokens(last + 1).lower]} {unit}")
            return (area, tokens(last + 1).end, last + 2) if area else None
        if unit and not (words == 1 and len(phrase) == 1 and tokens.between(stop - 1) in HYPHENS):
            return unit, tokens(last).end, last + 1
    return None


def counts(tokens: Tokens, item: Measured, in_names: bool) -> bool:
    """Return whether a number counts something: no mark, reference, idiom, part of a name."""
    number = item.number
    measured = item.unit is not None or item.qualifier is not None
    if item.unit is None and is_mark(tokens, number):
        return False
    if item.unit == "percent" and is_level(tokens, item.stop):
        return False
    paid = item.unit is not None and item.start < number.start  # "PS21,700"
    bare = not (number.ordinal or item.qualifier or paid)
    if bare and is_reference(tokens, number):
        return False
    if bare and item.unit is None and is_model(tokens, number):
        return False
    if is_idiom(tokens, number, measured):
        return False
    return in_names or not is_name(tokens, number, item.qualifier is not None)


def repeats(tokens: Tokens, found: list[Measured], number: Number) -> bool:
    """Return whether a number in round brackets repeats the one before it: "twelve (12)"."""
    if not found or tokens.before(number.first) != "(":
        return False
    last = found[-1].number
    between = tokens.source[last.end : number.start]
    return last.value == number.value and between.strip() == "("


def with_ranges(tokens: Tokens, found: list[Measured]) -> list[Measured]:
    """Return numbers with the first of each range in the scale and unit that only the second
    prints: the 5 of "5-10 million tons"."""
    for place in range(len(found) - 2, -1, -1):
        one, two = found[place], found[place + 1]
        # "12.6 percent or 38.3 million people", "852 or 26.4%" are two ways to say it.
        again = tokens.source[one.end : two.start].strip() == "or"
        if (one.unit == "percent") != (two.unit == "percent") and (
            one.number.scaled
            or two.number.scaled
            or (again and one.number.value > two.number.value)
        ):
            continue
        if not _opens_range(tokens, one.end, one.number, two.number, two.start):
            continue
        number = one.number
        if one.unit is None or two.unit is None or one.unit == two.unit:
            number = _scaled_as(tokens, number, two.number)
        leans = one.unit is None or number.value != one.number.value
        # "a third" is a share beside "40 percent", not a third of a percent.
        share = number.spelled and number.step is None and two.unit == "percent"
        unit = one.unit or (None if share else two.unit)
        found[place] = one._replace(number=number, unit=unit, leans=leans)
        if two.unit is None and _is_tight(tokens.source[one.end : two.number.start]):
            found[place + 1] = two._replace(unit=one.unit)
    return found


_WORDS = frozenset(("to", "or"))
_WIDEST = 4  # times its beginning is the end of a range by which something moved


def _opens_range(tokens: Tokens, end: int, one: Number, two: Number, start: int) -> bool:
    """Return whether a number, its unit ending at character `end`, opens a range that the next
    closes.

    `start` is where the next begins, its currency included: "$20 to $25 billion".
    """
    if one.ordinal or two.ordinal or one.multiple != two.multiple:
        return False
    gap = tokens.source[end:start][:12].strip().lower()
    before = (tokens(one.first - 1).lower, tokens(one.first - 2).lower)
    if gap == "to" and "by" in before and abs(two.value) > _WIDEST * abs(one.value):
        return False  # "rose by 49 to 451", but "by 5 to 10 percent"
    between = "between" in before or (tokens.phrase(one.first - 3, 1) == "between")
    return _is_tight(gap) or gap in _WORDS or (gap == "and" and between)


def _is_tight(gap: str) -> bool:
    """Return whether nothing but a hyphen or dash ties the two numbers of a range."""
    return bool(gap.strip()) and gap.strip() in HYPHENS


def _scaled_as(tokens: Tokens, one: Number, two: Number) -> Number:
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
