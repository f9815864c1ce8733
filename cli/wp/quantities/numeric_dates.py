"""Dates in digits alone: "2017-12-15", "15/12/2017", "12/2017"."""

from wp.english import MONTH_NUMBERS
from wp.quantities.model import Point, days_in, same
from wp.quantities.tokens import HYPHENS, Tokens, vocabulary

_ACTS = vocabulary("regulation directive decision law decree order no act bill resolution case")


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
    acts = tokens(index - 1).lower in _ACTS  # "Regulation 06/2014"
    if lengths == [2, 4] and mark == "/" and 1 <= int(parts[0]) <= 12 and not acts:
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
    if int(one) > 12 or len(tokens(index).text) > 2:
        return _checked(tokens, [year, two, one], index, stop)
    if int(two) > 12:
        return _checked(tokens, [year, one, two], index, stop)
    # 04/05/2017 and 04-05-2017 are May in London and April in New York: only the year is sure.
    return same(year, tokens, index, stop)


def _checked(tokens: Tokens, parts: list[str], first: int, stop: int) -> Point | None:
    year, month, day = (int(part) for part in parts)
    if not (1000 <= year <= 2100 and 1 <= month <= 31 and 1 <= day <= 31):
        return None
    if month > 12 or day > days_in(year, month):
        return Point(None, None, first, stop, tokens(stop - 1).end, impossible=True)
    return same(f"{year}-{month:02}-{day:02}", tokens, first, stop)
