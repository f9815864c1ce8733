"""Years, pairs of years, and their halves, quarters and months: "Q3 2017", "FY2016", "2013 H1"."""

from wp.english import MONTH_NUMBERS
from wp.quantities.model import Point, months_of, same
from wp.quantities.tokens import HYPHENS, Tokens
from wp.quantities.words import ORDINAL_LETTERS
from wp.quantities.years import is_year

ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


def lettered_year(tokens: Tokens, index: int) -> Point | None:
    """Read "FY2016", "FY2026-27", "Q3 2017", "Q3-2017" and "H1 2017"."""
    place = index + 1
    text = tokens(place).text
    if tokens(index).lower == "fy" and len(text) == 4 and "1800" < text < "2100":
        return years(tokens, place)._replace(first=index)
    months = _months_in(tokens(index).text.upper(), text)
    if months and tokens.joined(place) and is_year(tokens, place + 1):
        return months_of(tokens, place + 1, *months)
    return None


def part_of_year(tokens: Tokens, index: int) -> Point | None:
    """Read "first half of 2017", "third quarter 2017", "first three quarters of 2017"."""
    order, place = ORDER[tokens(index).lower], index + 1
    if tokens.phrase(place, 2) == "three quarters" and order == 1:
        first, last, place = 1, 9, place + 2
    elif tokens(place).lower == "half" and order in (1, 2):
        first, last, place = 6 * order - 5, 6 * order, place + 1
    elif tokens(place).lower == "quarter":
        first, last, place = 3 * order - 2, 3 * order, place + 1
    else:
        return None
    return of_year(tokens, place, first, last)


def of_year(tokens: Tokens, place: int, first: int, last: int) -> Point | None:
    """Add the year to a part of one: "of 2013", "in 2013", "2013", "(2013)"."""
    place += tokens(place).lower in ("of", "in")
    near = tokens.spaced(place - 1) or tokens.between(place - 1) == " ("
    if not near or not is_year(tokens, place):
        return None
    found = months_of(tokens, place, first, last)
    bracketed = tokens.before(place) == "(" and tokens.after(place) == ")"
    return found._replace(end_char=found.end_char + bracketed)


def numbered_part(tokens: Tokens, index: int) -> Point | None:
    """Read "3rd quarter of 2013", "2nd half 2014", "2Q 2014" and "1H2014"."""
    number, letters = tokens(index).text, tokens(index + 1)
    if letters.start != tokens(index).end:
        return None
    kind = letters.text
    place = index + 2
    if letters.lower in ORDINAL_LETTERS:
        kind, place = {"quarter": "Q", "half": "H"}.get(tokens(place).lower, ""), place + 1
    months = _months_in(kind, number)
    found = of_year(tokens, place, *months) if months else None
    return found and found._replace(first=index)


def parted_year(tokens: Tokens, index: int) -> Point | None:
    """Read "2013 Q3", "2014 H1" and "2014 June": a year, then which part of it."""
    place = index + 1
    if not tokens.joined(index):
        return None
    letter, number = tokens(place), tokens(place + 1)
    months = _months_in(letter.text, number.text) if number.start == letter.end else None
    if months:
        found = months_of(tokens, index, *months)
        return found._replace(stop=place + 2, end_char=number.end)
    month = 0 if letter.lower in ("may", "march") else month_at(tokens, place)
    if not month or not letter.text[0].isupper() or tokens(place + 1).digits:
        return None
    return same(f"{tokens(index).text}-{month:02}", tokens, index, place + 1)


def month_at(tokens: Tokens, index: int) -> int:
    """Return the month's number when the token names one, capitalised if it is also a word."""
    token = tokens(index)
    if token.lower in ("may", "march", "mar", "dec", "sept", "jan") and not token.text[0].isupper():
        return 0
    return MONTH_NUMBERS.get(token.lower, 0)


def years(tokens: Tokens, index: int) -> Point:
    """Read a year, or a pair of years tied by a hyphen or stroke: "2017-2018", "2016/17"."""
    year = tokens(index).text
    further = tokens(index + 1).text
    gap = tokens.between(index)
    if len(gap) == 1 and gap in HYPHENS + "/" and further.isdecimal():
        end = further if len(further) == 4 else year[:2] + further
        if len(further) in (2, 4) and year < end <= "2100":
            return Point(year, end, index, index + 2, tokens(index + 1).end)
    return one_year(tokens, index)


def one_year(tokens: Tokens, index: int) -> Point:
    """Return the year that a token is."""
    return same(tokens(index).text, tokens, index, index + 1)


def _months_in(letter: str, number: str) -> tuple[int, int] | None:
    """Return the first and last month of a quarter or half: 7 and 9 for "Q" and "3"."""
    length = {"Q": 3, "H": 6}.get(letter, 0)
    if number not in ("1", "2", "3", "4") or not 0 < length * int(number) <= 12:
        return None
    last = length * int(number)
    return last - length + 1, last
