"""One printed point in time: a day, month, year, decade, half or quarter, as precise as printed."""

from typing import NamedTuple

from wp.english import MONTH_NUMBERS
from wp.quantities.tokens import HYPHENS, TextToken, Tokens, vocabulary
from wp.quantities.words import CARDINALS, ORDINAL_LETTERS, ORDINALS
from wp.quantities.years import is_year

_PARTS = vocabulary("beginning start end middle close outset eve")
_SEASONS = vocabulary("spring summer autumn fall winter")
_NEAR = vocabulary("early late mid")
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_LEADS = frozenset(
    (*_PARTS, *_SEASONS, *_NEAR, *_ORDER, "the", "a", "year", "fiscal", "fy", "q", "h")
)
_TENS_OF_DAYS = {"twenty": 20, "thirty": 30}
_CENTURIES = {"eighteen": 18, "nineteen": 19, "twenty": 20}
OPENING_WORDS = frozenset((*MONTH_NUMBERS, *_LEADS, *ORDINALS, *_TENS_OF_DAYS, *_CENTURIES))
"""The words that a point in time can begin with, if not with digits."""

_ACTS = vocabulary("regulation directive decision law decree order no act bill resolution case")


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
        or _spelled_year(tokens, index)
        or _leading(tokens, index, nested + 1)
    )
    return found and found._replace(first=index)


def _spelled_year(tokens: Tokens, index: int) -> Point | None:
    """Read "twenty-sixteen" and "nineteen eighty-four", which no number in words can be."""
    century = _CENTURIES.get(tokens(index).lower)
    if century is None or not tokens.joined(index):
        return None
    year, stop = CARDINALS.get(tokens(index + 1).lower, 0), index + 2
    if not 10 <= year <= 90:
        return None
    unit = CARDINALS.get(tokens(stop).lower, 0)
    if year >= 20 and 0 < unit < 10 and tokens.joined(index + 1):
        year, stop = year + unit, stop + 1
    if not tokens.spaced(stop - 1) and tokens.between(stop - 1)[:1] in (*HYPHENS,):
        return None  # "twenty sixteen-year-olds"
    return _same(f"{century}{year:02}", tokens, index, stop)


def days_in(year: int, month: int) -> int:
    """Return the days of a month; the datetime module would cost every start its loading."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _same(iso: str, tokens: Tokens, first: int, stop: int) -> Point:
    return Point(iso, iso, first, stop, tokens(stop - 1).end)


def _leading(tokens: Tokens, index: int, nested: int) -> Point | None:
    """Read "the end of 2020", "mid-October 2017", "the first half of 2017", "Q3 2017"."""
    word = tokens(index).lower
    place = index + 1
    if nested > 4 or word not in _LEADS:
        return None
    if not tokens.joined(index):
        if word in ("q", "h", "fy") and tokens(place).start == tokens(index).end:
            return _letters(tokens, index)
        return None
    if word in ("the", "a"):
        inner = tokens(place).lower
        if inner in _PARTS or inner in _NEAR or inner in ("year", "fiscal"):
            return _leading(tokens, place, nested + 1)
        if inner in ORDINALS or inner in _TENS_OF_DAYS:
            return _spelled_date(tokens, place) or (
                _leading(tokens, place, nested + 1) if inner in _ORDER else None
            )
        if tokens(place).digits:
            return _decade(tokens, place) or _ordinal_day(tokens, place)
        return None
    if word in _NEAR and tokens(place).lower != "to":
        return point_at(tokens, place, nested)
    if word in _PARTS and tokens(place).lower == "of" and tokens.spaced(place):
        return point_at(tokens, place + 1, nested)
    if word in _SEASONS:
        place += tokens(place).lower == "of"
        return _year(tokens, place) if is_year(tokens, place) else None
    if word in ("year", "fiscal", "fy"):
        place += word == "fiscal" and tokens(place).lower == "year"
        return _digits(tokens, place) if is_year(tokens, place) else None
    return _part_of_year(tokens, index) if word in _ORDER else None


def _letters(tokens: Tokens, index: int) -> Point | None:
    """Read "FY2016", "FY2026-27", "Q3 2017", "Q3-2017" and "H1 2017"."""
    place = index + 1
    text = tokens(place).text
    if tokens(index).lower == "fy" and len(text) == 4 and "1800" < text < "2100":
        return _span(tokens, place)._replace(first=index)
    length, parts = (6, ("1", "2")) if tokens(index).lower == "h" else (3, ("1", "2", "3", "4"))
    if text in parts and tokens.joined(place) and is_year(tokens, place + 1):
        return _months(
            tokens, place + 1, length * int(text) - length + 1, length * int(text)
        )  # fmt: skip
    return None


def _part_of_year(tokens: Tokens, index: int) -> Point | None:
    order, place = _ORDER[tokens(index).lower], index + 1
    if tokens.phrase(place, 2) == "three quarters" and order == 1:
        first, last, place = 1, 9, place + 2
    elif tokens(place).lower == "half" and order in (1, 2):
        first, last, place = 6 * order - 5, 6 * order, place + 1
    elif tokens(place).lower == "quarter":
        first, last, place = 3 * order - 2, 3 * order, place + 1
    else:
        return None
    return _of_year(tokens, place, first, last)


def _of_year(tokens: Tokens, place: int, first: int, last: int) -> Point | None:
    """Add the year to a part of one: "of 2013", "in 2013", "2013", "(2013)"."""
    place += tokens(place).lower in ("of", "in")
    near = tokens.spaced(place - 1) or tokens.between(place - 1) == " ("
    if not near or not is_year(tokens, place):
        return None
    found = _months(tokens, place, first, last)
    bracketed = tokens.before(place) == "(" and tokens.after(place) == ")"
    return found._replace(end_char=found.end_char + bracketed)


def _numbered_part(tokens: Tokens, index: int) -> Point | None:
    """Read "3rd quarter of 2013", "2nd half 2014", "2Q 2014" and "1H2014"."""
    number, letters = tokens(index).text, tokens(index + 1)
    if number not in ("1", "2", "3", "4") or letters.start != tokens(index).end:
        return None
    kind = letters.text
    place = index + 2
    if letters.lower in ORDINAL_LETTERS:
        kind, place = {"quarter": "Q", "half": "H"}.get(tokens(place).lower, ""), place + 1
    if kind not in ("Q", "H") or (kind == "H" and number > "2"):
        return None
    length = 3 if kind == "Q" else 6
    last = length * int(number)
    found = _of_year(tokens, place, last - length + 1, last)
    return found and found._replace(first=index)


def _parted_year(tokens: Tokens, index: int) -> Point | None:
    """Read "2013 Q3", "2014 H1" and "2014 June": a year, then which part of it."""
    place = index + 1
    if not tokens.joined(index):
        return None
    letter, number = tokens(place), tokens(place + 1)
    if letter.text in ("Q", "H") and number.start == letter.end and number.text in "1234":
        length = 3 if letter.text == "Q" else 6
        if length * int(number.text) > 12:
            return None
        last = length * int(number.text)
        found = _months(tokens, index, last - length + 1, last)
        return found._replace(stop=place + 2, end_char=number.end)
    month = 0 if letter.lower in ("may", "march") else _month(tokens, place)
    if not month or not letter.text[0].isupper() or tokens(place + 1).digits:
        return None
    return _same(f"{tokens(index).text}-{month:02}", tokens, index, place + 1)


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
    month = _month(tokens, place + 1)
    if not month or not _gap(tokens, place + 1, ".,") or not is_year(tokens, place + 2):
        return None
    return _days(tokens, tokens(place + 2).text, month, day, day, index, place + 3)


def _months(tokens: Tokens, year: int, first: int, last: int) -> Point:
    text = tokens(year).text
    return Point(
        f"{text}-{first:02}", f"{text}-{last:02}", year, year + 1, tokens(year).end
    )  # fmt: skip


def _year(tokens: Tokens, index: int) -> Point:
    return _same(tokens(index).text, tokens, index, index + 1)


def _day(token: TextToken) -> int:
    return int(token.text) if len(token.text) <= 2 and token.text.isdecimal() else 0


def _after_day(tokens: Tokens, index: int) -> int:
    """Return the token after a day of the month, its ordinal letters passed over."""
    following = tokens(index + 1)
    letters = following.lower in ORDINAL_LETTERS and following.start == tokens(index).end
    return index + 2 if letters else index + 1


def _month(tokens: Tokens, index: int) -> int:
    """Return the month's number when the token names one, capitalised if it is also a word."""
    token = tokens(index)
    if token.lower in ("may", "march", "mar", "dec", "sept", "jan") and not token.text[0].isupper():
        return 0
    return MONTH_NUMBERS.get(token.lower, 0)


def _gap(tokens: Tokens, index: int, marks: str) -> bool:
    """Return whether white space, and of other characters only `marks`, follow a token."""
    gap = tokens.between(index)
    return len(gap) < 6 and gap.count("\n") < 2 and bool(gap) and not gap.strip().strip(marks)


def _month_first(tokens: Tokens, index: int) -> Point | None:
    """Read "March 2013", "December 15, 2017", "December 15-17, 2017", "December 15"."""
    month = _month(tokens, index)
    if not month or not _gap(tokens, index, ".," + HYPHENS):
        return None
    place = index + 1
    if tokens(place).lower == "of" and tokens.spaced(place):
        place += 1
    if is_year(tokens, place):
        return _same(f"{tokens(place).text}-{month:02}", tokens, index, place + 1)
    if tokens(place).lower == "quarter" and month % 3 == 0:
        return _of_year(tokens, place + 1, month - 2, month)  # "the September quarter of 2013"
    through = _months_of_year(tokens, index, month)
    if through:
        return through
    day, place = _day(tokens(index + 1)), _after_day(tokens, index + 1)
    if not day:
        day, place = _spelled_day(tokens, index + 1)
        if not is_year(tokens, place):
            return None
    if not 1 <= day <= 31:
        return None
    last, after = day, place
    if tokens.between(place - 1).strip() in [*HYPHENS] and 0 < _day(tokens(place)) <= 31:
        last, after = _day(tokens(place)), _after_day(tokens, place)
    after += tokens(after).lower in ("of", "in") and is_year(tokens, after + 1)
    if _gap(tokens, after - 1, ",") and is_year(tokens, after):
        return _days(tokens, tokens(after).text, month, day, last, index, after + 1)
    if last != day:
        return None
    if tokens(index).lower == "may" and tokens.opens_sentence(index) and not _spans(tokens, place):
        return None
    return _yearless(tokens, month, day, index, place)


def _spans(tokens: Tokens, place: int) -> bool:
    """Return whether a further month follows to which a day runs: "to June 3"."""
    tied = tokens.between(place - 1).strip() in [*HYPHENS]
    return _month(tokens, place + (not tied)) > 0


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
    last = _month(tokens, place)
    if last <= month or not _gap(tokens, place, ".,"):
        return None
    place += tokens(place + 1).lower in ("of", "in")
    if not is_year(tokens, place + 1):
        return None
    return _months(tokens, place + 1, month, last)._replace(first=index)


def _days(
    tokens: Tokens, year: str, month: int, day: int, last: int, first: int, stop: int
) -> Point:
    prefix = f"{year}-{month:02}-"
    if not day <= last <= days_in(int(year), month):
        return Point(None, None, first, stop, tokens(stop - 1).end, impossible=True)
    return Point(f"{prefix}{day:02}", f"{prefix}{last:02}", first, stop, tokens(stop - 1).end)


def _digits(tokens: Tokens, index: int) -> Point | None:
    return (
        _numeric(tokens, index)
        or _numbered_part(tokens, index)
        or _ordinal_day(tokens, index)
        or _decade(tokens, index)
        or (_parted_year(tokens, index) if is_year(tokens, index) else None)
        or (_span(tokens, index) if is_year(tokens, index) else None)
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
    month = _month(tokens, place)
    marked = tokens.between(place - 1) == tokens.between(place) == "/"  # "3/Jun/2014"
    if not month or not (tokens.joined(place - 1) or marked):
        return None
    if marked or (tokens.between(place - 1) == tokens.between(place) == "-"):
        if not is_year(tokens, place + 1):
            return None
        return _days(tokens, tokens(place + 1).text, month, day, day, index, place + 2)
    place += tokens(place + 1).lower in ("of", "in") and is_year(tokens, place + 2)
    if _gap(tokens, place, ".,") and is_year(tokens, place + 1):
        return _days(tokens, tokens(place + 1).text, month, day, last, index, place + 2)
    return _yearless(tokens, month, day, index, place + 1)


def _numeric(tokens: Tokens, index: int) -> Point | None:
    """Read "2017-12-15", "2017/12/15", "2017-12", "12/2017", "15/12/2017", "15.12.2017"."""
    if tokens.before(index).isalnum() or tokens.before(index) in (*HYPHENS, "/", "$", "_"):
        return None
    token = tokens(index)
    parts = token.text.split(".")
    stop = index + 1
    mark = tokens.between(index)
    if len(parts) == 1 and mark in ("-", "/", "–", "‑"):
        while stop - index < 3 and tokens.between(stop - 1) == mark and tokens(stop).digits:
            parts.append(tokens(stop).text)
            stop += 1
    if tokens.after(stop - 1).isalpha() and tokens.after(stop - 1) != "T":
        return None
    if not all(part.isdecimal() and len(part) < 5 for part in parts):
        return None
    lengths = [len(part) for part in parts]
    if len(lengths) == 3 and lengths[0] == 4 and max(lengths[1:]) < 3:
        return _checked(tokens, parts, index, stop)
    if len(lengths) == 3 and lengths[2] == 4 and max(lengths[:2]) < 3:
        one, two = int(parts[0]), int(parts[1])
        if not 1800 <= int(parts[2]) <= 2100:
            return None
        if one > 12 or len(tokens(index).text) > 2:
            return _checked(tokens, [parts[2], parts[1], parts[0]], index, stop)
        if two > 12:
            return _checked(tokens, [parts[2], parts[0], parts[1]], index, stop)
        # 04/05/2017 and 04-05-2017 are May in London and April in New York: only the year is sure.
        return _same(parts[2], tokens, index, stop)
    acts = tokens(index - 1).lower in _ACTS  # "Regulation 06/2014"
    if lengths == [2, 4] and mark == "/" and 1 <= int(parts[0]) <= 12 and not acts:
        if not "1800" < parts[1] < "2100":
            return None
        return _same(f"{parts[1]}-{parts[0]}", tokens, index, stop)
    if lengths == [4, 2] and mark in ("-", "/") and 1 <= int(parts[1]) <= 12:
        year = int(parts[0])
        # 2009-10 is a pair of years, 2017-12 a month.
        if 1800 <= year <= 2100 and int(parts[1]) != year % 100 + 1:
            return _same(f"{parts[0]}-{parts[1]}", tokens, index, stop)
    return None


def _checked(tokens: Tokens, parts: list[str], first: int, stop: int) -> Point | None:
    year, month, day = (int(part) for part in parts)
    if not (1000 <= year <= 2100 and 1 <= month <= 31 and 1 <= day <= 31):
        return None
    if month > 12 or day > days_in(year, month):
        return Point(None, None, first, stop, tokens(stop - 1).end, impossible=True)
    return _same(f"{year}-{month:02}-{day:02}", tokens, first, stop)


def _decade(tokens: Tokens, index: int) -> Point | None:
    """Read "1990s" and "1990's"; "1800s" is the century, from "2000s" on the decade."""
    text = tokens(index).text
    letter = tokens(index + 1)
    gap = tokens.between(index)
    if letter.lower != "s" or gap not in ("", "'", "’") or tokens.before(index).isalnum():
        return None
    if len(text) != 4 or not text.isdecimal() or text[3] != "0" or not "1000" <= text <= "2100":
        return None
    century = text[2] == "0" and text < "2000"
    end = int(text) + (99 if century else 9)
    return Point(text, str(end), index, index + 2, letter.end, decade=True)


def _span(tokens: Tokens, index: int) -> Point:
    """Read a year, or a pair of years tied by a hyphen or stroke: "2017-2018", "2016/17"."""
    year = tokens(index).text
    further = tokens(index + 1).text
    gap = tokens.between(index)
    if len(gap) == 1 and gap in HYPHENS + "/" and further.isdecimal():
        end = further if len(further) == 4 else year[:2] + further
        if len(further) in (2, 4) and year < end <= "2100":
            return Point(year, end, index, index + 2, tokens(index + 1).end)
    return _year(tokens, index)
