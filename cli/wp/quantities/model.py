"""What is read of a text: quantities, dates, and numbers that could not be read."""

from typing import NamedTuple

from wp.model import Period
from wp.quantities.tokens import Tokens


class DateMention(NamedTuple):
    """A printed date or span; `text` is the input's [start, end), leading preposition included."""

    text: str
    start: int
    end: int
    period: Period


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


class QuantitiesFound(NamedTuple):
    """The quantities, the dates and the unread numbers of a text, each in order."""

    quantities: list[Quantity]
    dates: list[DateMention]
    unread: list[Unread]


class Point(NamedTuple):
    """A date or short span: ISO 8601 bounds, the tokens [first, stop), the last character.

    A day without a year has no bounds, but its `month` and `day`; one that no calendar has ("30
    February 2014") is `impossible`. One that `closes` is the end of its month or year.
    """

    start: str | None
    end: str | None
    first: int
    stop: int
    end_char: int
    decade: bool = False
    month: int = 0
    day: int = 0
    impossible: bool = False
    closes: bool = False


def days_in(year: int, month: int) -> int:
    """Return the days of a month; the datetime module would cost every start its loading."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def same(iso: str, tokens: Tokens, first: int, stop: int) -> Point:
    """Return a point that begins and ends in one: a day, a month, a year."""
    return Point(iso, iso, first, stop, tokens(stop - 1).end)


def months_of(tokens: Tokens, year: int, first: int, last: int) -> Point:
    """Return some months of the year that a token is."""
    iso = tokens(year).text
    return Point(f"{iso}-{first:02}", f"{iso}-{last:02}", year, year + 1, tokens(year).end)
