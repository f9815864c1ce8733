"""A point in time that was read: its bounds and the tokens it takes."""

from typing import NamedTuple

from wp.quantities.tokens import Tokens


class Point(NamedTuple):
    """A date or short span: ISO 8601 bounds, the tokens [first, stop), the last character.

    A day without a year has no bounds, but its `month` and `day`; one that no calendar has ("30
    February 2014") is `impossible`.
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
