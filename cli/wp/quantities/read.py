"""The quantities and dates of a text in its language, what was not read, whether figures agree."""

from functools import lru_cache

from wp.pattern import pattern
from wp.quantities import Exact, exact
from wp.quantities.amounts import code_spans
from wp.quantities.date_mentions import dates_among
from wp.quantities.exclusions import is_reference
from wp.quantities.languages import primary
from wp.quantities.measured import Measured, counts, measure, repeats, with_ranges
from wp.quantities.model import (
    HYPHENS,
    DateMention,
    QuantitiesFound,
    Quantity,
    Tokens,
    Unread,
    bound,
    unread_at,
)
from wp.quantities.notations import SIGNS
from wp.quantities.numbers import Number, number_at, opens_number

_LONGEST = 40
_LONGEST_NAME = 200
_OPENING = "([{\"'“‘«*_`"
_CLOSING = ".,;:!?)]}\"'”’»*_`"
# "sub-300 offices" counts, "COVID-19" is a name.
_PREFIXES = frozenset("sub minus plus over under near".split())


_NAMED = pattern(
    # "5G", "3D", "12A", "4x4", "1080p"; versions and addresses; file numbers; times; codes
    r"[0-9]{1,3}[A-SU-Z]|[0-9]+x[0-9]+|[0-9]{3,4}p|[0-9]+(?:\.[0-9]{1,2}){2,}\S*"
    r"|[^,]*[0-9]+(?:[-–][0-9]+){2,}\S*|[0-9]+-0[0-9]+|[0-9]+:[0-9]\S*|0[0-9]+\S*|24/7|9/11"
    r"|[^0-9]*[/:@#§№\\^_=&¶].*|.*[/\\@_].*[^\W\d].*|[0-9]+/[0-9]{4,}.*|.*/.*/.*"
)


def _unread_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Return the span of the number that the digits at a token are part of and that was not read.

    None where they are part of a name, code, time, version or reference.
    """
    source, token = tokens.source, tokens(index)
    start, end = token.start, token.end
    while start and token.start - start < _LONGEST and not source[start - 1].isspace():
        start -= 1
    while end < len(source) and end - token.end < _LONGEST and not source[end].isspace():
        end += 1
    while start < token.start and source[start] in _OPENING:
        start += 1
    while end > token.end and source[end - 1] in _CLOSING:
        end -= 1
    before = source[start : token.start]
    if before and _is_name_before(before):
        return None
    # No name has digits without end, and a try at each of them would take the square of their time.
    if end - start <= _LONGEST_NAME and _NAMED.fullmatch(source, start, end):
        return None
    number = Number(0, index, index + 1, token.start, token.end)
    return None if is_reference(tokens, number) else (start, end)


def _is_name_before(before: str) -> bool:
    """Return whether what is written onto digits makes them a name: "G20", "COVID-19", "(a)3"."""
    last, stem = before[-1], before[:-1].replace("-", "")
    if last.isalpha() or last in _CLOSING or before.endswith("[^"):
        return True
    return last in HYPHENS and stem.isalpha() and stem.lower() not in _PREFIXES


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


def quantities_and_dates(
    text: str, *, in_names: bool = False, language: str = "en"
) -> QuantitiesFound:
    """Find the quantities and the dates of a text in one pass, and what numbers were not read.

    Takes and gives what `quantities` and `dates` do. `language` is a BCP 47 tag; of
    a language that is not known here nothing is read.
    """
    if primary(language) != "en":
        return _in_another(text, language)
    tokens = Tokens(text, language)
    codes = code_spans(text)
    impossible: list[tuple[int, int]] = []
    mentions = dates_among(tokens, codes, impossible=impossible)
    masks = _masked(text, mentions, codes + impossible)
    found: list[Measured] = []
    missed: list[tuple[int, int]] = []
    index = mask = free = 0
    while index < len(tokens.items):
        token = tokens.items[index]
        while mask < len(masks) and masks[mask][1] <= token.start:
            mask += 1
        hidden = mask < len(masks) and masks[mask][0] <= token.start
        number = None if hidden or not opens_number(token) else number_at(tokens, index)
        if number is None:
            span = _unread_at(tokens, index) if token.digits and not hidden else None
            if span and (not missed or missed[-1] != span):
                missed.append(span)
            index += 1
            continue
        measured = measure(tokens, number, free)
        if counts(tokens, measured, in_names) and not repeats(tokens, found, number):
            found.append(measured)
        index = max(measured.stop, index + 1)
        free = measured.end
    read = [_quantity(text, item) for item in with_ranges(tokens, found)]
    return QuantitiesFound(read, mentions, unread_at(text, [*missed, *impossible]))


def _in_another(text: str, language: str) -> QuantitiesFound:
    if primary(language) == "zh":
        from wp.quantities.languages.chinese import read_chinese

        return read_chinese(text)
    from wp.quantities.languages.reader import read_in

    return read_in(text, language)


def unread(text: str, language: str = "en") -> list[Unread]:
    """Find the numbers of a text that are printed in a way that is not read, in order.

    "62,5 percent", "50±1", "79kr", two cells of a row that stand as one: nothing of them is read in
    part, and what was passed over can be named. Digits of names, codes and references are none.
    """
    return quantities_and_dates(text, language=language).unread


def raw_numbers(text: str) -> list[Number]:
    """Read every number of a text, whatever it stands for: dates and names included."""
    tokens = Tokens(text)
    found: list[Number] = []
    index = 0
    while index < len(tokens.items):
        number = number_at(tokens, index) if opens_number(tokens.items[index]) else None
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


@lru_cache(maxsize=1024)
def number_values(text: str) -> tuple[int | float, ...]:
    """Return the value of the one number that a text prints, or the two of a range.

    Takes a figure as printed; "5-10 million tons" gives (5000000, 10000000). Empty when the text
    prints no number, or several that are no range. One in round brackets is negative in accounts.
    """
    if text.startswith("(") and text.endswith(")"):
        return tuple(-value for value in number_values(text[1:-1]))
    numbers = raw_numbers(text)
    if len(numbers) == 1 and not text.lower().startswith(SIGNS):
        return (numbers[0].value,)
    counted = quantities(text) if numbers else []
    if len(numbers) == 1 and len(counted) != 1:
        return (numbers[0].value,)
    if len(counted) == 1 or (len(counted) == 2 and counted[0].leans):
        return tuple(item.value for item in counted)
    return ()


def dates(text: str, *, events: bool = True, language: str = "en") -> list[DateMention]:
    """Find the dates and spans of a text, in order; its language is a BCP 47 tag.

    Takes any text; gives each mention with a period in ISO 8601, as precise as printed: "In 2016"
    is 2016 to 2016, "since 2013" has no end, "by 2016" no start. A time told by an event ("since
    the 18th National Congress") has neither, and is left out unless `events`; so has a day without
    a year ("15 December"). Never raises; time is linear in the length of the text.
    """
    if primary(language) != "en":
        return quantities_and_dates(text, language=language).dates
    return dates_among(Tokens(text, language), code_spans(text), events=events)


def _quantity(text: str, item: Measured) -> Quantity:
    number = item.number
    return Quantity(
        text[item.start : item.end], item.start, item.end, number.start, number.end, number.value,
        item.unit, item.qualifier, number.ordinal, number.step, item.leans, item.per,
    )  # fmt: skip


# Whether a stated figure agrees with a printed one to the precision it is stated with


def precision_agrees(stated: Quantity | str, printed_value: int | float) -> bool:
    """Return whether a stated figure is the printed value, rounded as the stated text shows.

    Takes a quantity or its text. Decimals and scale words show the precision ("1.5 million" is
    given to 0.1 million); the closing noughts of plain digits do so only after a qualifier ("some
    6,500" may be 6,476, "6,500" may not). Half of the last printed place either way agrees, yet
    never more than a tenth of the value; "more than" and its like agree with what lies from the
    stated value to the next step above, "nearly" and its like with the step below, where that is
    no less than three quarters: five are not "nearly ten".
    """
    quantity = _read(stated)
    if quantity is None:
        return False
    value, step, qualifier, ordinal = quantity
    if value == printed_value:
        return True
    if ordinal or step is None:
        return False
    kind = bound("more than" if qualifier == "+" else qualifier)
    number, printed = exact(value), exact(printed_value)
    if kind != "exact" and step >= 0:
        step = max(step, _noughts(number))
    low = min(number.exponent, printed.exponent, step) - 1
    one, other, quantum = number.at(low), printed.at(low), Exact(1, step).at(low)
    if kind == "floor":
        return one <= other < one + quantum
    if kind == "ceiling":
        return one - quantum < other <= one and 4 * other >= 3 * one
    return 2 * abs(one - other) <= quantum and 10 * abs(one - other) <= abs(other)


def significant_digits(value: float) -> int:
    """Return how many digits a number has but for the noughts at its ends: 3 for -0.0145, 14,500.

    More than twelve are not told apart.
    """
    return len(f"{abs(value):.11e}".partition("e")[0].replace(".", "").rstrip("0"))


def _noughts(number: Exact) -> int:
    """Count the closing noughts of a whole number."""
    whole = abs(int(number.value()))
    count = 0
    while whole and whole % 10 == 0:
        whole //= 10
        count += 1
    return count


def _read(stated: Quantity | str) -> tuple[int | float, int | None, str | None, bool] | None:
    """Return value, power of ten of the last printed place, qualifier, and whether an ordinal."""
    if not isinstance(stated, str):
        return stated.value, stated.step, stated.qualifier, stated.ordinal
    value = number_value(stated)
    if value is None:
        return None
    matching = [item for item in quantities(stated) if item.value == value]
    qualifier = matching[0].qualifier if matching else None
    numbers = [number for number in raw_numbers(stated) if number.value == value]
    if not numbers:
        return None
    return value, numbers[0].step, qualifier, numbers[0].ordinal
