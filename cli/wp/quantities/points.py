"""One printed point in time: a day, month, year, decade, half or quarter, as precise as printed."""

from wp.english import MONTH_NUMBERS
from wp.model import has_day
from wp.quantities.model import (
    HYPHENS,
    Point,
    TextToken,
    Tokens,
    days_in,
    months_of,
    same,
)
from wp.quantities.notations import ORDINAL_LETTERS, ORDINALS
from wp.quantities.numbered_dates import (
    ORDER,
    lettered_year,
    numbered_part,
    numeric_date,
    of_year,
    part_of_year,
    parted_year,
    shared_year,
)
from wp.quantities.years import CENTURIES, is_year, month_at, one_year, paired_year, year_at, years

_PARTS = frozenset("beginning start opening onset end middle close outset eve".split())
_NEARING = frozenset(("toward", "towards", "near", "nearing"))
_SEASONS = frozenset("spring summer autumn fall winter".split())
_NEAR = frozenset("early late mid".split())
_LEADS = frozenset(
    (*_PARTS, *_SEASONS, *_NEAR, *ORDER, "the", "a", "year", "fiscal", "fy", "q", "h")
)
_TENS_OF_DAYS = {"twenty": 20, "thirty": 30}
OPENING_WORDS = frozenset((*MONTH_NUMBERS, *_LEADS, *ORDINALS, *_TENS_OF_DAYS, *CENTURIES))
"""The words that a point in time can begin with, if not with digits."""


def point_at(tokens: Tokens, index: int, nested: int = 0) -> Point | None:
    """Read the point in time that begins at a token; None when none does.

    `nested` counts the words around it already read ("the early …"), of which three may stand.
    """
    token = tokens(index)
    if not token.lower:
        return None
    if token.digits:
        return _digits(tokens, index)
    found = (
        _month_first(tokens, index)
        or _spelled_date(tokens, index)
        or _year_in_words(tokens, index)
        or _leading(tokens, index, nested + 1)
    )
    return found and found._replace(first=index)


def _year_in_words(tokens: Tokens, index: int) -> Point | None:
    found = paired_year(tokens, index)
    return found and same(found.iso, tokens, index, found.stop)


def _leading(tokens: Tokens, index: int, nested: int) -> Point | None:
    """Read "the end of 2020", "mid-October 2017", "the first half of 2017", "Q3 2017"."""
    word = tokens(index).lower
    place = index + 1
    if nested > 4 or word not in _LEADS:
        return None
    if not tokens.joined(index):
        if word in ("q", "h", "fy") and tokens(place).start == tokens(index).end:
            return lettered_year(tokens, index)
        return None
    if word in ("the", "a"):
        inner = tokens(place).lower
        if inner in _PARTS or inner in _NEAR or inner in ("year", "fiscal", "last"):
            return _leading(tokens, place, nested + 1)
        if inner in ORDINALS or inner in _TENS_OF_DAYS:
            return _spelled_date(tokens, place) or (
                _leading(tokens, place, nested + 1) if inner in ORDER else None
            )
        if tokens(place).digits:
            return _decade(tokens, place) or _ordinal_day(tokens, place)
        return None
    if word in _NEAR and tokens(place).lower != "to":
        return point_at(tokens, place, nested)
    if word == "year" and tokens(place).lower == "end":
        return _closing(tokens, index, place + 1, nested)
    if word == "last" and tokens.phrase(place, 2) == "day of":
        return _closing(tokens, index, place + 2, nested)
    if word == "end" and not tokens.spaced(index):
        return _closing(tokens, index, place, nested)
    if word in _PARTS and tokens(place).lower == "of" and tokens.spaced(place):
        if word in ("end", "close"):
            return _closing(tokens, index, place + 1, nested)
        return point_at(tokens, place + 1, nested)
    if word in _SEASONS:
        place += tokens(place).lower == "of"
        return one_year(tokens, place) if is_year(tokens, place) else None
    if word in ("year", "fiscal", "fy"):
        place += word == "fiscal" and tokens(place).lower == "year"
        if is_year(tokens, place):
            return _digits(tokens, place)
        dated = year_at(tokens, place) if word == "year" else None
        return same(dated.iso, tokens, index, dated.stop) if dated else None
    return part_of_year(tokens, index) if word in ORDER else None


def _closing(tokens: Tokens, index: int, place: int, nested: int) -> Point | None:
    """Read the month or year whose end is told at a token: "end of 2020", "year-end 2020"."""
    found = point_at(tokens, place, nested)
    before = tokens(index - 1 - (tokens(index - 1).lower == "the")).lower
    if found is None or found.start is None or found.start != found.end or has_day(found.start):
        return found
    # Which day closes a financial year no one says.
    printed = tokens(place).digits or month_at(tokens, place) > 0
    return found._replace(closes=printed and before not in _NEARING)


def _spelled_day(tokens: Tokens, index: int) -> tuple[int, int]:
    """Read a day of the month in words, "third" or "twenty-first"; gives it and the token after."""
    tens = _TENS_OF_DAYS.get(tokens(index).lower, 0)
    place = index + bool(tens)
    day = ORDINALS.get(tokens(place).lower, 0)
    if tens and (not 0 < day < 10 or not tokens.joined(index)):
        return 0, index
    return (tens + day, place + 1) if 0 < tens + day <= 31 else (0, index)


def _spelled_date(tokens: Tokens, index: int) -> Point | None:
    """Read "third of June 2014" and "third day of June 2014", as treaties are dated."""
    day, place = _spelled_day(tokens, index)
    if not day:
        return None
    place += tokens(place).lower == "day"
    if tokens(place).lower != "of" or not (tokens.spaced(place - 1) and tokens.spaced(place)):
        return None
    month = month_at(tokens, place + 1)
    year = place + 2 + (tokens(place + 2).lower == "of")
    dated = year_at(tokens, year) if month and _gap(tokens, year - 1, ".,") else None
    return _days(tokens, dated.iso, month, day, day, index, dated.stop) if dated else None


def _day(token: TextToken) -> int:
    return int(token.text) if len(token.text) <= 2 and token.text.isdecimal() else 0


def _after_day(tokens: Tokens, index: int) -> int:
    """Return the token after a day of the month, its ordinal letters passed over."""
    following = tokens(index + 1)
    letters = following.lower in ORDINAL_LETTERS and following.start == tokens(index).end
    return index + 2 if letters else index + 1


def _gap(tokens: Tokens, index: int, marks: str) -> bool:
    """Return whether white space, and of other characters only `marks`, follow a token."""
    gap = tokens.between(index)
    return len(gap) < 6 and gap.count("\n") < 2 and bool(gap) and not gap.strip().strip(marks)


def _month_first(tokens: Tokens, index: int) -> Point | None:
    """Read "March 2013", "the September quarter of 2013", or what `_day_of_month` reads."""
    month = month_at(tokens, index)
    stroke = tokens.between(index) == "/" and is_year(tokens, index + 1)  # "Dec/2018"
    if not month or not (stroke or _gap(tokens, index, ".," + HYPHENS)):
        return None
    place = index + 1
    dated = year_at(tokens, place + (tokens(place).lower in ("of", "in")))
    if dated:
        return same(f"{dated.iso}-{month:02}", tokens, index, dated.stop)
    if tokens(place).lower == "quarter" and month % 3 == 0:
        return of_year(tokens, place + 1, month - 2, month)  # "the September quarter of 2013"
    found = _months_of_year(tokens, index, month) or _day_of_month(tokens, index, month)
    shared = None if found else shared_year(tokens, index + 1, month)
    return same(f"{shared}-{month:02}", tokens, index, index + 1) if shared else found


def _day_of_month(tokens: Tokens, index: int, month: int) -> Point | None:
    """Read "December 15, 2017", "December 15-17, 2017", "June the 28th", whose month is given."""
    named = index + 1 + (tokens(index + 1).lower == "the")  # "June the 28th"
    day, place = _day(tokens(named)), _after_day(tokens, named)
    if not day:
        day, place = _spelled_day(tokens, named)
        if not year_at(tokens, place):
            return None
    if not 1 <= day <= 31:
        return None
    last, after = day, place
    if tokens.between(place - 1).strip() in [*HYPHENS] and 0 < _day(tokens(place)) <= 31:
        last, after = _day(tokens(place)), _after_day(tokens, place)
    linked = tokens(after).lower in ("of", "in")
    dated = year_at(tokens, after + linked)
    tied = tokens.between(index) == tokens.between(after - 1) == "-"  # "Sep-23-2020"
    if dated and (tied or _gap(tokens, after - 1 + linked, ",")):
        return _days(tokens, dated.iso, month, day, last, index, dated.stop)
    if last > day:
        return _yearless(tokens, month, day, index, after)  # "Sept. 20-24"
    if last < day:
        return None
    if tokens(index).lower == "may" and tokens.opens_sentence(index) and not _spans(tokens, place):
        return None
    return _yearless(tokens, month, day, index, place)


def _spans(tokens: Tokens, place: int) -> bool:
    """Return whether a further month follows to which a day runs: "to June 3"."""
    tied = tokens.between(place - 1).strip() in [*HYPHENS]
    return month_at(tokens, place + (not tied)) > 0


def _yearless(tokens: Tokens, month: int, day: int, first: int, stop: int) -> Point:
    impossible = day > days_in(4, month)
    end = tokens(stop - 1).end
    return Point(None, None, first, stop, end, month=month, day=day, impossible=impossible)


def _months_of_year(tokens: Tokens, index: int, month: int) -> Point | None:
    """Read "March to August 2017": months of one year, which only the second prints."""
    place = index + 1
    if tokens.between(index).strip() not in [*HYPHENS]:
        if tokens(place).lower not in ("to", "through", "and") or not tokens.spaced(index):
            return None
        place += 1
    last = month_at(tokens, place)
    if last in (0, month) or not _gap(tokens, place, ".,"):
        return None
    place += tokens(place + 1).lower in ("of", "in")
    if not is_year(tokens, place + 1):
        return None
    found = months_of(tokens, place + 1, month, last)._replace(first=index)
    if last > month:
        return found
    # "November–February 2017" begins in 2016; "November and February 2017" are no stretch.
    if "and" in (tokens(index + 1).lower, tokens(place - 1).lower):
        return None
    return found._replace(start=f"{int(tokens(place + 1).text) - 1}-{month:02}")


def _days(
    tokens: Tokens, year: str, month: int, day: int, last: int, first: int, stop: int
) -> Point:
    prefix = f"{year}-{month:02}-"
    if not day <= last <= days_in(int(year), month):
        return Point(None, None, first, stop, tokens(stop - 1).end, impossible=True)
    return Point(f"{prefix}{day:02}", f"{prefix}{last:02}", first, stop, tokens(stop - 1).end)


def _digits(tokens: Tokens, index: int) -> Point | None:
    return (
        numeric_date(tokens, index)
        or numbered_part(tokens, index)
        or _ordinal_day(tokens, index)
        or _decade(tokens, index)
        or parted_year(tokens, index)
        or (years(tokens, index) if is_year(tokens, index) else None)
    )


def _ordinal_day(tokens: Tokens, index: int) -> Point | None:
    """Read "15 December 2017", "15th of December, 2017", "15-17 December 2017", "15 December"."""
    day = _day(tokens(index))
    before = tokens.before(index)
    if not 1 <= day <= 31 or before.isalnum() or before in ("$", "€", "£", ".", ",", "/"):
        return None
    place = _after_day(tokens, index)
    last = day
    linked = tokens.between(place - 1).strip() in [*HYPHENS]
    further = place + (not linked and tokens(place).lower in ("to", "and"))
    if (linked or further > place) and 0 < _day(tokens(further)) <= 31:
        last, place = _day(tokens(further)), _after_day(tokens, further)
    place += tokens.phrase(place, 2) == "day of"
    if tokens(place).lower == "of" and tokens.spaced(place):
        place += 1
    month = month_at(tokens, place)
    marked = tokens.between(place - 1) == tokens.between(place) == "/"  # "3/Jun/2014"
    if not month or not (tokens.joined(place - 1) or marked):
        return None
    if marked or (tokens.between(place - 1) == tokens.between(place) == "-"):
        if not is_year(tokens, place + 1):
            return None
        return _days(tokens, tokens(place + 1).text, month, day, day, index, place + 2)
    linked = tokens(place + 1).lower in ("of", "in")
    dated = year_at(tokens, place + 1 + linked) if _gap(tokens, place + linked, ".,") else None
    if dated:
        return _days(tokens, dated.iso, month, day, last, index, dated.stop)
    return _yearless(tokens, month, day, index, place + 1)


def _decade(tokens: Tokens, index: int) -> Point | None:
    """Read "1990s", "1990's", "1990 s"; "1800s" is the century, from "2000s" on the decade."""
    text = tokens(index).text
    letter = tokens(index + 1)
    gap = tokens.between(index)
    if letter.lower != "s" or gap not in ("", "'", "’", " ") or tokens.before(index).isalnum():
        return None
    if gap == " " and (letter.text == "S" or tokens(index + 2).digits):
        return None  # "the Act of 1990 s 12"
    if len(text) != 4 or not text.isdecimal() or text[3] != "0" or not "1000" <= text <= "2100":
        return None
    century = text[2] == "0" and text < "2000"
    end = int(text) + (99 if century else 9)
    return Point(text, str(end), index, index + 2, letter.end, decade=True)
