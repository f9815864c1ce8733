"""Quantities of a text: printed numbers with their unit and qualifier, dates and names left out."""

from typing import NamedTuple

from wp.pattern import pattern
from wp.quantities.codes import code_spans
from wp.quantities.context import is_idiom, is_mark, is_name, is_reference
from wp.quantities.languages import primary
from wp.quantities.mentions import DateMention, dates_among
from wp.quantities.missed import unread_at
from wp.quantities.money import money_before
from wp.quantities.notations import SIGNS, minus_before_money
from wp.quantities.numbers import Number, number_at, opens_number
from wp.quantities.qualifiers import qualifier_after, qualifier_before
from wp.quantities.ranges import is_tight, opens_range, scaled_as
from wp.quantities.rates import per_stroke, per_words, tells_rate
from wp.quantities.tokens import HYPHENS, Tokens, tokenize
from wp.quantities.units import compound_at, unit_attached, unit_of


class Quantity(NamedTuple):
    """A printed number with what measures and qualifies it.

    `text` is the input's [start, end), qualifier and unit included ("more than 12.7 tons");
    [number_start, number_end) is the bare number with its scale word ("1.3 billion"). `unit` is a
    plain plural, a currency code or None; `qualifier` is as printed, in lower case; `step` the
    power of ten that the number is printed to ("1.3 billion": 8), None for a fraction. One that
    `leans` opens a range and leaves its scale, unit or noun to the next: the 5 of "5-10 tons".
    `per` is what it is told of each of, where a unit says so ("€12/m2": "square meters").
    """

    text: str
    start: int
    end: int
    number_start: int
    number_end: int
    value: int | float
    unit: str | None = None
    qualifier: str | None = None
    ordinal: bool = False
    step: int | None = 0
    leans: bool = False
    per: str | None = None


class Unread(NamedTuple):
    """Digits that stand for a number and could not be read: the input's [start, end)."""

    text: str
    start: int
    end: int


class Found(NamedTuple):
    """The quantities, the dates and the unread numbers of a text, each in order."""

    quantities: list[Quantity]
    dates: list[DateMention]
    unread: list[Unread]


class _Measured(NamedTuple):
    number: Number
    start: int
    end: int
    stop: int
    unit: str | None
    qualifier: str | None
    leans: bool = False
    per: str | None = None


_SYMBOL_AFTER = pattern(r"\s?(?:°\s?[CF]|℃|[%％‰€£$]|元)")

_LINK = pattern(r"(?<!\S)\S*(?:://|www\.|@)\S*")
_PLAIN_LINK = pattern(r"(?:https?://|www\.)\S+")


def _masked(
    text: str, mentions: list[DateMention], codes: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    spans = [(mention.start, mention.end) for mention in mentions] + codes
    if "://" in text or "www." in text or "@" in text:
        link = _LINK if len(text) < 2000 else _PLAIN_LINK
        spans += [found.span() for found in link.finditer(text)]
    return sorted(spans)


def quantities(text: str, *, in_names: bool = False, language: str = "en") -> list[Quantity]:
    """Find the quantities of an English text, in order.

    Takes any text; gives every number in digits or words with its unit and qualifier. Dates, years,
    times, references ("Article 12"), list marks, numbers in names ("G20", "18th National
    Congress") and idioms ("one of", "at first") are left out; `in_names` keeps ordinals and
    counts that are part of a name. In a range ("5-10 million tons") the first number takes the
    scale and the unit of the second. Never raises; time is linear in the length of the text.
    """
    return quantities_and_dates(text, in_names=in_names, language=language).quantities


def quantities_and_dates(text: str, *, in_names: bool = False, language: str = "en") -> Found:
    """Find the quantities and the dates of a text in one pass, and what numbers were not read.

    Takes and gives what `quantities` and `wp.quantities.dates` do. `language` is a BCP 47 tag; of
    a language that is not known here nothing is read.
    """
    if primary(language) != "en":
        return _in_another(text, language)
    tokens = tokenize(text)
    codes = code_spans(text)
    impossible: list[tuple[int, int]] = []
    mentions = dates_among(tokens, codes, impossible=impossible)
    masks = _masked(text, mentions, codes + impossible)
    found: list[_Measured] = []
    missed: list[tuple[int, int]] = []
    index = mask = free = 0
    while index < len(tokens.items):
        token = tokens.items[index]
        while mask < len(masks) and masks[mask][1] <= token.start:
            mask += 1
        hidden = mask < len(masks) and masks[mask][0] <= token.start
        number = None if hidden or not opens_number(token) else number_at(tokens, index)
        if number is None:
            span = unread_at(tokens, index) if token.digits and not hidden else None
            if span and (not missed or missed[-1] != span):
                missed.append(span)
            index += 1
            continue
        measured = _measure(tokens, number, free)
        if _counts(tokens, measured, in_names) and not _repeats(tokens, found, number):
            found.append(measured)
        index = max(measured.stop, index + 1)
        free = measured.end
    read = [_quantity(text, item) for item in _shared(tokens, found)]
    return Found(
        read,
        mentions,
        [Unread(text[low:high], low, high) for low, high in sorted([*missed, *impossible])],
    )


def _in_another(text: str, language: str) -> Found:
    if primary(language) == "zh":
        from wp.quantities.chinese import read_chinese

        return read_chinese(text)
    from wp.quantities.reading import read_in

    return read_in(text, language)


def unread(text: str, language: str = "en") -> list[Unread]:
    """Find the numbers of a text that are printed in a way that is not read, in order.

    "62,5 percent", "50±1", "79kr", two cells of a row that stand as one: nothing of them is read in
    part, and what was passed over can be named. Digits of names, codes and references are none.
    """
    return quantities_and_dates(text, language=language).unread


def raw_numbers(text: str) -> list[Number]:
    """Read every number of a text, whatever it stands for: dates and names included."""
    tokens = tokenize(text)
    found: list[Number] = []
    index = 0
    while index < len(tokens.items):
        number = number_at(tokens, index)
        if number:
            found.append(number)
        index = number.stop if number else index + 1
    return found


def number_value(text: str) -> int | float | None:
    """Return the value of the one number that a text prints.

    Takes a figure as printed ("more than 440", "RMB9.5 billion", "70th", "Ten"); gives an int when
    the value is whole, else the nearest float; None when the text prints no number or several.
    """
    values = number_values(text)
    return values[0] if len(values) == 1 else None


def number_values(text: str) -> tuple[int | float, ...]:
    """Return the value of the one number that a text prints, or the two of a range.

    Takes a figure as printed; "5-10 million tons" gives (5000000, 10000000). Empty when the text
    prints no number, or several that are no range.
    """
    numbers = raw_numbers(text)
    if len(numbers) == 1 and not text.lower().startswith(SIGNS):
        return (numbers[0].value,)
    counted = quantities(text) if numbers else []
    if len(numbers) == 1 and len(counted) != 1:
        return (numbers[0].value,)
    if len(counted) == 1 or (len(counted) == 2 and counted[0].leans):
        return tuple(item.value for item in counted)
    return ()


def _measure(tokens: Tokens, number: Number, free: int) -> _Measured:
    """Add unit and qualifier to a number; what stands before character `free` is taken."""
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
        while tokens(stop).start < end and stop < len(tokens.items):
            stop += 1
    first = number.first
    money = None if number.ordinal else money_before(tokens, first, start, number.scaled)
    if money and money.start >= free:
        unit, start = money
        sign = minus_before_money(source, start)
        if sign is not None and sign >= free and number.value > 0:
            start = sign
            number = number._replace(value=-number.value)
        while first > 0 and tokens(first - 1).start >= start:
            first -= 1
    if unit is None and not number.ordinal and not compound:
        unit, end, stop = _unit_after(tokens, number, end, stop)
    per = None
    if not number.ordinal:
        stroke = per_stroke(source, end) if unit or tells_rate(tokens, number.first, stop) else None
        if stroke:
            end = stroke.end
            while stop < len(tokens.items) and tokens(stop).start < end:
                stop += 1
        per = stroke or per_words(source, end)
    qualifier = None
    words = 0 if number.ordinal else qualifier_before(tokens, first)
    if (
        words
        and tokens(first - words).start >= free
        and source[tokens(first - 1).end : start].strip() == ""
    ):
        start = tokens(first - words).start
        qualifier = tokens.phrase(first - words, words)
    elif not number.ordinal and source[end : end + 1] == "+":
        end, qualifier = end + 1, "+"
    elif not number.ordinal and tokens.spaced(stop - 1):
        words = qualifier_after(tokens, stop)
        if words:
            qualifier = tokens.phrase(stop, words)
            stop += words
            end = tokens(stop - 1).end
    return _Measured(number, start, end, stop, unit, qualifier, per=per.unit if per else None)


def _unit_after(tokens: Tokens, number: Number, end: int, stop: int) -> tuple[str | None, int, int]:
    source = tokens.source
    symbol = _SYMBOL_AFTER.match(source, end)
    if symbol:
        name = unit_of(symbol[0].replace(" ", ""))
        after = source[symbol.end() : symbol.end() + 1]
        if name and (symbol[0].strip() not in "€£$" or not after.isdigit()):
            end = symbol.end()
            while stop < len(tokens.items) and tokens(stop).start < end:
                stop += 1
            return name, end, stop
    # "thirty (30) days": the unit stands after the repeated number.
    place = stop
    if source[end : end + 2] == " (" and tokens(place).digits and tokens.after(place) == ")":
        again = number_at(tokens, place)
        if again and again.value == number.value:
            place += 1
            if source[tokens(place - 1).end : tokens(place).start] == ") ":
                for words in (2, 1):
                    unit = unit_of(tokens.phrase(place, words))
                    if unit:
                        return unit, end, stop
        return None, end, stop
    if not tokens.joined(stop - 1):
        return None, end, stop
    compound = compound_at(source, tokens(stop).start)
    if compound:
        unit = unit_of(compound)
        if unit is None:
            return None, end, stop  # "210 g/kWh" is not 210 grams
        end = tokens(stop).start + len(compound)
        while stop < len(tokens.items) and tokens(stop).start < end:
            stop += 1
        return unit, end, stop
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
        if unit and source[tokens(last).end :][:2] in ("^2", "^3") and words == 1:
            power = source[tokens(last).end + 1]
            return unit_of(phrase + power), tokens(last).end + 2, stop + words + 1
        if unit and not (words == 1 and len(phrase) == 1 and tokens.between(stop - 1) in HYPHENS):
            return unit, tokens(stop + words - 1).end, stop + words
    return None, end, stop


def _counts(tokens: Tokens, item: _Measured, in_names: bool) -> bool:
    number = item.number
    measured = item.unit is not None or item.qualifier is not None
    if item.unit is None and is_mark(tokens, number):
        return False
    if not number.ordinal and item.qualifier is None and is_reference(tokens, number):
        return False
    if is_idiom(tokens, number, measured):
        return False
    return in_names or not is_name(tokens, number, item.qualifier is not None)


def _repeats(tokens: Tokens, found: list[_Measured], number: Number) -> bool:
    """Return whether a number in round brackets repeats the one before it: "twelve (12)"."""
    if not found or tokens.before(number.first) != "(":
        return False
    last = found[-1].number
    between = tokens.source[last.end : number.start]
    return last.value == number.value and between.strip() == "("


def _shared(tokens: Tokens, found: list[_Measured]) -> list[_Measured]:
    """Return the first number of a range the scale and unit that only the second prints."""
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
        if not opens_range(tokens, one.end, one.number, two.number, two.start):
            continue
        number = one.number
        if one.unit is None or two.unit is None or one.unit == two.unit:
            number = scaled_as(tokens, number, two.number)
        leans = one.unit is None or number.value != one.number.value
        # "a third" is a share beside "40 percent", not a third of a percent.
        share = number.spelled and number.step is None and two.unit == "percent"
        unit = one.unit or (None if share else two.unit)
        found[place] = one._replace(number=number, unit=unit, leans=leans)
        if two.unit is None and is_tight(tokens.source[one.end : two.number.start]):
            found[place + 1] = two._replace(unit=one.unit)
    return found


def _quantity(text: str, item: _Measured) -> Quantity:
    number = item.number
    return Quantity(
        text[item.start : item.end], item.start, item.end, number.start, number.end, number.value,
        item.unit, item.qualifier, number.ordinal, number.step, item.leans, item.per,
    )  # fmt: skip
