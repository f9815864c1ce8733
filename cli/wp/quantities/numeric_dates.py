"""Dates in digits alone: "2017-12-15", "15/12/2017", "12/2017".

Whether "04/05/2017" is in April or in May is told by the other dates of its document, or not at
all.
"""

import re

from wp.english import MONTH_NUMBERS
from wp.pattern import pattern
from wp.quantities.model import Point, days_in, same
from wp.quantities.tokens import HYPHENS, Tokens, vocabulary

_ACTS = vocabulary("regulation directive decision law decree order no act bill resolution case")
_YEAR_LAST = pattern(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2((?:18|19|20)\d\d)(?![\d/-])")
_NAMES = {number: name[:3] for name, number in reversed(MONTH_NUMBERS.items())}
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
