"""Dates told by numbers and not by the name of a month: days in digits, quarters, halves.

"2017-12-15", "15/12/2017", "12/2017"; "Q3 2017", "first half of 2017", "FY2016". Whether
"04/05/2017" is in April or in May is told by the other dates of its document, or not at all.
"""

import re

from wp.english import MONTH_NUMBERS
from wp.pattern import pattern
from wp.quantities.model import HYPHENS, Point, Tokens, days_in, months_of, same
from wp.quantities.notations import CARDINALS, ORDINAL_LETTERS
from wp.quantities.years import glued_before, is_year, month_at, years

_ACTS = frozenset(
    "regulation directive decision law decree order no act bill resolution case".split()
)
_YEAR_LAST = pattern(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2((?:18|19|20)\d\d)(?![\d/-])")
_NAMES = {number: name[:3] for name, number in reversed(MONTH_NUMBERS.items())}
_AHEAD = 8  # tokens between two times of one year
_LETTERS = {"quarter": "Q", "qtr": "Q", "half": "H"}
ORDER = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "closing": 4, "final": 4,
         "last": 4}  # fmt: skip
MONTH_FIRST, DAY_FIRST = "en-x-mdy", "en-x-dmy"
"""Language tags of an English text that shows in which order it writes a date in digits."""


def with_order(language: str, text: str) -> str:
    """Return the tag to read the dates of a document in: its `language`, or one with its order.

    An English text shows its order by a day above 12 ("12/31/2023"), else where a date in digits
    stands elsewhere in words. It does not by its country, its currency or how it writes months;
    where it shows both orders, or none, only the year of "3/4/2024" is read.
    """
    if not language.lower().startswith("en"):
        return language
    found = {(int(one), int(two), year) for one, _, two, year in _YEAR_LAST.findall(text)}
    shown = {two > 12 for one, two, _ in found if (one > 12) != (two > 12)}
    if not shown:
        for one, two, year in found:
            in_words = [_in_words(text, one, two, year), _in_words(text, two, one, year)]
            if one != two and in_words[0] != in_words[1]:
                shown.add(in_words[0])
    return "en" if len(shown) != 1 else MONTH_FIRST if shown == {True} else DAY_FIRST


def untold_day(text: str) -> str:
    """Return the digits of a printed date of which only the year was read: "3/4/2024", else ""."""
    found = _YEAR_LAST.search(text)
    return found[0] if found and max(int(found[1]), int(found[3])) <= 12 else ""


def _in_words(text: str, month: int, day: int, year: str) -> bool:
    """Return whether a text has a date as "March 4, 2024", "Mar. 4th, 2024" or "4 March 2024"."""
    name, end = rf"{_NAMES.get(month, '-')}[a-z]*\.?", r"(?:st|nd|rd|th)?"
    written = rf"\b(?:{name} {day}{end},?|{day}{end} (?:of )?{name},?) {year}\b"
    return bool(re.search(written, text, re.IGNORECASE))


def numeric_date(tokens: Tokens, index: int) -> Point | None:
    """Read "2017-12-15", "2017/12/15", "2017-12", "12/2017", "15/12/2017", "15.12.2017"."""
    if tokens.before(index).isalnum() or tokens.before(index) in (*HYPHENS, "/", "$", "_"):
        return None
    parts, stop = _parts(tokens, index)
    mark = tokens.between(index)
    if tokens.after(stop - 1).isalpha() and tokens.after(stop - 1) != "T":
        return None
    if not all(part.isdecimal() and len(part) < 5 for part in parts):
        return None
    lengths = [len(part) for part in parts]
    if len(lengths) == 3 and lengths[0] == 4 and max(lengths[1:]) < 3:
        return _checked(tokens, parts, index, stop)
    if len(lengths) == 3 and lengths[2] == 4 and max(lengths[:2]) < 3:
        return _year_last(tokens, parts, index, stop)
    named = tokens(index - 1)  # "Regulation 06/2014", "GB 11-2016"
    acts = named.lower in _ACTS or (mark == "-" and named.text.isupper())
    if lengths == [2, 4] and mark in ("-", "/") and 1 <= int(parts[0]) <= 12 and not acts:
        if not "1800" < parts[1] < "2100":
            return None
        return same(f"{parts[1]}-{parts[0]}", tokens, index, stop)
    if lengths == [4, 2] and mark in ("-", "/") and 1 <= int(parts[1]) <= 12:
        year = int(parts[0])
        # 2009-10 is a pair of years, 2017-12 a month.
        if 1800 <= year <= 2100 and int(parts[1]) != year % 100 + 1:
            return same(f"{parts[0]}-{parts[1]}", tokens, index, stop)
    return None


def _parts(tokens: Tokens, index: int) -> tuple[list[str], int]:
    """Return the parts of what may be a date, and the token behind them."""
    token = tokens(index)
    parts = token.text.split(".")
    stop = index + 1
    mark = tokens.between(index)
    if len(parts) == 1 and mark in ("-", "/", "–", "‑"):
        while stop - index < 3 and tokens.between(stop - 1) == mark and tokens(stop).digits:
            parts.append(tokens(stop).text)
            stop += 1
        month = MONTH_NUMBERS.get(tokens(stop).lower, 0)
        if len(token.text) == 4 and month and tokens.between(stop) == mark:
            parts += [str(month), tokens(stop + 1).text]  # "2019-Aug-01"
            stop += 2
    return parts, stop


def _year_last(tokens: Tokens, parts: list[str], index: int, stop: int) -> Point | None:
    """Read "15/12/2017", "12/15/2017", "15.12.2017"."""
    one, two, year = parts
    if not 1800 <= int(year) <= 2100:
        return None
    if int(one) > 12 or int(one) == int(two) or len(tokens(index).text) > 2:
        return _checked(tokens, [year, two, one], index, stop)
    if int(two) > 12:
        return _checked(tokens, [year, one, two], index, stop)
    if tokens.language in (MONTH_FIRST, DAY_FIRST):
        day_last = [year, one, two] if tokens.language == MONTH_FIRST else [year, two, one]
        return _checked(tokens, day_last, index, stop)
    # 04/05/2017 and 04-05-2017 are May in London and April in New York: only the year is sure.
    return same(year, tokens, index, stop)


def _checked(tokens: Tokens, parts: list[str], first: int, stop: int) -> Point | None:
    year, month, day = (int(part) for part in parts)
    if not (1000 <= year <= 2100 and 1 <= month <= 31 and 1 <= day <= 31):
        return None
    if month > 12 or day > days_in(year, month):
        return Point(None, None, first, stop, tokens(stop - 1).end, impossible=True)
    return same(f"{year}-{month:02}-{day:02}", tokens, first, stop)


def lettered_year(tokens: Tokens, index: int) -> Point | None:
    """Read "FY2016", "FY2026-27", "Q3 2017", "Q3-2017", "Q3 of 2017" and "H1 2017"."""
    place = index + 1
    text = tokens(place).text
    if tokens(index).lower == "fy" and len(text) == 4 and "1800" < text < "2100":
        return years(tokens, place)._replace(first=index)
    months = _months_in(tokens(index).text, text)
    place += 1 + (tokens(place + 1).lower == "of")
    if months and tokens.joined(place - 1) and is_year(tokens, place):
        return months_of(tokens, place, *months)
    return None


def part_of_year(tokens: Tokens, index: int) -> Point | None:
    """Read "first half of 2017", "third quarter 2017", "first three quarters of 2017", "last
    six months of 2017"."""
    part = _ordered_part(tokens, index)
    if part is None:
        return None
    first, last, place = part
    found = of_year(tokens, place, first, last)
    year = None if found else shared_year(tokens, place, first)
    if year is None:
        return found
    end = tokens(place - 1).end
    return Point(f"{year}-{first:02}", f"{year}-{last:02}", index, place, end)


def shared_year(tokens: Tokens, place: int, month: int) -> int | None:
    """Return the year of a month that only a later time prints: "from 5.1 in March to 5.6 in June
    2032". That the month is the later one makes it the year before."""
    tied = False
    for at in range(place, place + _AHEAD):
        if any(mark in tokens.between(at - 1) for mark in ".,;:!?(\n"):
            return None
        word = tokens(at).lower
        tied = tied or word == "to"
        part = _ordered_part(tokens, at) if tied else None
        later = part[0] if part else month_at(tokens, at) if tied else 0
        if later:
            dated = of_year(tokens, part[2] if part else at + 1, later, later)
            return int((dated.end or "")[:4]) - (month > later) if dated else None
    return None


def _ordered_part(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
    """Return the first and last month of "first half" and the like, and the token after it."""
    order, place = ORDER.get(tokens(index).lower, 0), index + 1
    if tokens.phrase(place, 2) == "three quarters" and order == 1:
        return 1, 9, place + 2
    if tokens(place).lower == "half" and order in (1, 2):
        return 6 * order - 5, 6 * order, place + 1
    if tokens(place).lower in ("quarter", "qtr") and order:
        return 3 * order - 2, 3 * order, place + 1
    next_order = ORDER.get(tokens(place + 1).lower, 0)
    if tokens.phrase(place + 1, 2).endswith(" quarters") and next_order == order + 1 > 1:
        return 3 * order - 2, 3 * next_order, place + 3  # "first and second quarters"
    if tokens(place + 1).lower == "months" and tokens(index).lower in ("first", "last"):
        number = tokens(place).lower
        count = int(number) if number.isdecimal() and len(number) < 3 else CARDINALS.get(number, 0)
        if 0 < count <= 12:
            return (1, count, place + 2) if order == 1 else (13 - count, 12, place + 2)
    return None


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
        kind, place = _LETTERS.get(tokens(place).lower, ""), place + 1
    months = _months_in(kind, number)
    found = of_year(tokens, place, *months) if months else None
    return found and found._replace(first=index)


def parted_year(tokens: Tokens, index: int) -> Point | None:
    """Read "2013 Q3", "2014H1", "2014, third quarter" and "2014 June": its part last."""
    place = index + 1
    year, letter, number = tokens(index), tokens(place), tokens(place + 1)
    months = _months_in(letter.text, number.text) if number.start == letter.end else None
    if months and (tokens.joined(index) or letter.start == year.end):
        usual = len(year.text) == 4 and "1800" < year.text < "2100"
        if not usual or glued_before(tokens, index) or tokens.after(place + 1).isalnum():
            return None
        found = months_of(tokens, index, *months)
        return found._replace(stop=place + 2, end_char=number.end)
    if not is_year(tokens, index):
        return None
    place += letter.lower == "the"
    part = _ordered_part(tokens, place) if tokens.between(index) in (" ", ", ") else None
    if part and not of_year(tokens, part[2], *part[:2]):
        found = months_of(tokens, index, *part[:2])
        return found._replace(stop=part[2], end_char=tokens(part[2] - 1).end)
    month = 0 if letter.lower in ("may", "march") else month_at(tokens, place)
    if not month or not tokens.joined(index) or tokens(place + 1).digits:
        return None
    return same(f"{year.text}-{month:02}", tokens, index, place + 1)


def _months_in(letter: str, number: str) -> tuple[int, int] | None:
    """Return the first and last month of a quarter or half: 7 and 9 for "Q" and "3"."""
    length = {"Q": 3, "H": 6}.get(letter.upper(), 0)
    if number not in ("1", "2", "3", "4") or not 0 < length * int(number) <= 12:
        return None
    last = length * int(number)
    return last - length + 1, last
