"""Whether four digits are a year: "2016 survey" is dated, "2000 people" are counted."""

from wp.english import MONTH_NUMBERS
from wp.quantities.amounts import code_before
from wp.quantities.model import Point, months_of, same
from wp.quantities.qualifiers import qualifier_before
from wp.quantities.tokens import HYPHENS, Tokens, vocabulary
from wp.quantities.units import unit_of
from wp.quantities.words import CARDINALS, ORDINAL_LETTERS, SCALES

_STRONG = vocabulary(
    "in since until till before after during throughout year early late mid circa fiscal fy "
    "beginning end start spring summer autumn fall winter half quarter ad"
)
_POINTS_OF = vocabulary("end beginning start middle course close rest")
_NOT_YEAR_BEFORE = vocabulary(
    "no resolution article section vision agenda horizon expo number boeing rule page"
)
# Rose, fell … by 2000: an amount.
_CHANGES = vocabulary(
    "rose risen rise fell fallen fall grew grown growth increased increase decreased decrease "
    "dropped drop declined decline reduced reduction cut up down"
)
# What ties a year to the one before it, and what stands before that one.
_SPAN_WORDS = {
    **dict.fromkeys(("to", "through", "until", "till"), vocabulary("from in during")),
    "and": vocabulary("between"),
}
# What stands over or below a year: "3 per cent below 2019 levels", "3 percent over 2019".
_BASES = frozenset(("level", "levels", "baseline"))
_DIFFERENCES = frozenset(("percent", "cent", "points"))
_COUNTED = vocabulary(
    "people persons personnel troops children men women staff police cases countries households "
    "officials soldiers members villages students jobs items documents"
)
_DATED = vocabulary(
    "elections olympics games surveys reports figures data statistics results accounts levels "
    "prices guidelines regulations amendments floods protests talks sanctions estimates "
    "marks sees brings remains shows"
)
_STOP = vocabulary(
    "of in on at by to for from with and or but the a an is was were are be been has had have as "
    "this that its his their which who when while where since until than it also will would "
    "does goes onward onwards"
)


def is_year(tokens: Tokens, index: int) -> bool:
    """Return whether four digits are, by their neighbours, a year from 1000 to 2100."""
    token = tokens(index)
    if len(token.text) != 4 or not token.digits or not token.text.isdecimal():
        return False
    year = int(token.text)
    if not 1000 <= year <= 2100 or _glued(tokens, index):
        return False
    previous = tokens(index - 1).lower if tokens.joined(index - 1) else ""
    following = tokens(index + 1).lower if tokens.joined(index) else ""
    if previous in _NOT_YEAR_BEFORE or following in SCALES or following in ("dozen", "hundred"):
        return False
    if following and tokens.spaced(index) and unit_of(tokens(index + 1).text):
        return False
    if tokens.phrase(index + 1, 2) == "per cent":
        return False
    if previous in _STRONG or previous in MONTH_NUMBERS or tokens(index - 1).lower in MONTH_NUMBERS:
        return not (following in _COUNTED and year % 100 == 0)
    if year < 1800:
        return False
    if tokens(index - 1).text == "By" and year % 100:
        return True  # "By 2016 treaties had been signed" opens with a date
    if previous == "by" and year % 100 and following.endswith("ed"):
        return tokens(index - 2).lower not in _CHANGES  # "the State had by 2016 signed pacts"
    if tokens.phrase(index - 3, 3) == "years up to":
        return True
    if previous == "of" and tokens(index - 2).lower in _POINTS_OF and year % 100:
        return True  # "by the end of 2037 deaths are to fall"
    if qualifier_before(tokens, index):
        return following in _BASES or tokens(index - 2).lower in _DIFFERENCES
    if previous in ("by", "to") and tokens(index - 2).lower in _CHANGES:
        return False
    return _closes_span(tokens, index, previous) or not counts_after(tokens, index + 1, previous)


def _closes_span(tokens: Tokens, index: int, previous: str) -> bool:
    """Return whether "to" ties the digits to an earlier year: "from 2013 to 2016 requests were
    …"."""
    first, opening = tokens(index - 2), tokens(index - 3).lower
    if previous not in _SPAN_WORDS or opening not in _SPAN_WORDS[previous]:
        return False
    if not (first.text.isdecimal() and "1800" <= first.text < tokens(index).text):
        return False
    if len(first.text) != 4 or tokens(index - 4).lower in _CHANGES:
        return False
    return not (tokens(index + 1).lower in _COUNTED and tokens(index).text.endswith("00"))


def _glued(tokens: Tokens, index: int) -> bool:
    """Return whether a sign or letter ties the digits to something that is no date."""
    if _glued_before(tokens, index):
        return True
    after, end = tokens.after(index), tokens(index).end
    if after in (*HYPHENS,) and tokens(index + 1).start == end + 1 and tokens(index + 1).digits:
        return len(tokens(index + 1).text) not in (2, 4)  # "2015-3", "2015-1-32"
    beyond = tokens.source[end + 1 : end + 2]
    if after and (after.isalnum() or after in "%_‰°@½¼¾"):
        return True
    if after == "/":  # a pair of years, "2016/17"
        pair = tokens(index + 1)
        return not (pair.digits and len(pair.text) in (2, 4)) or tokens.after(index + 1) in (
            *HYPHENS,
            "/",
        )
    return after in (":", "$") and bool(beyond.strip())


def _glued_before(tokens: Tokens, index: int) -> bool:
    """Return whether what stands before the digits ties them to something that is no date."""
    before, start = tokens.before(index), tokens(index).start
    further = tokens.source[max(start - 2, 0) : max(start - 1, 0)]
    previous = tokens(index - 1)
    if before == "/" and previous.lower in MONTH_NUMBERS:
        return False  # "3/Jun/2014"
    if before and (before.isalnum() or before in "_$€£¥₹#§/.@=:" or code_before(tokens, index)):
        return True
    if before in (*HYPHENS,) and further.isalpha():
        tied = ("mid", "pre", "post", "early", "late", "end")
        return previous.lower not in tied and previous.lower not in MONTH_NUMBERS
    if before in (*HYPHENS,) and previous.digits and previous.end == start - 1:
        ahead = tokens(index - 2).lower  # "32-2015", but "Sep-23-2020" and "Q3-2013"
        return len(previous.text) < 4 and ahead not in MONTH_NUMBERS and ahead not in ("q", "h")
    return False


def counts_after(tokens: Tokens, stop: int, previous: str = "") -> bool:
    """Return whether a number that ends before a token counts: a plural noun within three words.

    `previous` is the word before the number.
    """
    determined = previous in ("the", "a", "an", "its", "their", "this", "our", "s")
    for place in range(stop, stop + 3):
        if not tokens.spaced(place - 1):
            return False
        word = tokens(place)
        if word.digits or word.lower in _STOP or word.lower in _DATED:
            return False
        if word.lower in _COUNTED:
            return True
        if len(word.lower) > 3 and word.lower.endswith("s") and not word.lower.endswith(
            ("ss", "us", "is")
        ):  # fmt: skip
            # "the budget for 2036 foresees a surplus": a verb
            return not determined and tokens(place + 1).lower not in ("a", "an", "the", "no")
    return False


_AHEAD = 8  # tokens between two times of one year
_LETTERS = {"quarter": "Q", "qtr": "Q", "half": "H"}
ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


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
        count = CARDINALS.get(tokens(place).lower, 0) or int("0" + tokens(place).text[:2])
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
        if not usual or _glued_before(tokens, index) or tokens.after(place + 1).isalnum():
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
    if len(gap) == 1 and gap in HYPHENS + "/~" and further.isdecimal():
        end = further if len(further) == 4 else year[:2] + further
        if len(further) in (2, 4) and year < end <= "2100":
            return Point(year, end, index, index + 2, tokens(index + 1).end)
    return one_year(tokens, index)


def one_year(tokens: Tokens, index: int) -> Point:
    """Return the year that a token is."""
    return same(tokens(index).text, tokens, index, index + 1)


def _months_in(letter: str, number: str) -> tuple[int, int] | None:
    """Return the first and last month of a quarter or half: 7 and 9 for "Q" and "3"."""
    length = {"Q": 3, "H": 6}.get(letter.upper(), 0)
    if number not in ("1", "2", "3", "4") or not 0 < length * int(number) <= 12:
        return None
    last = length * int(number)
    return last - length + 1, last
