"""Years, in digits where these are one ("2016 survey", not "2000 people"), or in words.

"nineteen eighty-four" is one, "two thousand and fourteen" where a year may stand.
"""

from typing import NamedTuple

from wp.english import MONTH_NUMBERS
from wp.quantities.amounts import code_before
from wp.quantities.model import HYPHENS, Point, Tokens, qualifier_before, same
from wp.quantities.notations import CARDINALS, SCALES
from wp.quantities.spelled import spelled_at
from wp.quantities.units import unit_of

_STRONG = frozenset(
    "in since until till before after during throughout year early late mid circa fiscal fy "
    "beginning end start spring summer autumn fall winter half quarter ad".split()
)
_POINTS_OF = frozenset("end beginning start opening onset middle course close rest".split())
_NOT_YEAR_BEFORE = frozenset(
    "no resolution article section vision agenda horizon expo number boeing rule page".split()
)
# Rose, fell … by 2000: an amount.
_CHANGES = frozenset(
    "rose risen rise fell fallen fall grew grown growth increased increase decreased decrease "
    "dropped drop declined decline reduced reduction cut up down".split()
)
# What ties a year to the one before it, and what stands before that one.
_SPAN_WORDS = {
    **dict.fromkeys(("to", "through", "until", "till"), frozenset("from in during".split())),
    "and": frozenset("between".split()),
}
# What stands over or below a year: "3 per cent below 2019 levels", "3 percent over 2019".
_BASES = frozenset(("level", "levels", "baseline"))
_DIFFERENCES = frozenset(("percent", "cent", "points"))
_COUNTED = frozenset(
    "people persons personnel troops children men women staff police cases countries households "
    "officials soldiers members villages students jobs items documents".split()
)
_DATED = frozenset(
    "elections olympics games surveys reports figures data statistics results accounts levels "
    "prices guidelines regulations amendments floods protests talks sanctions estimates "
    "marks sees brings remains shows lies stands exceeds".split()
)
_STOP = frozenset(
    "of in on at by to for from with and or but the a an is was were are be been has had have as "
    "this that its his their which who when while where since until than it also will would "
    "does goes onward onwards".split()
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
    if glued_before(tokens, index):
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


def glued_before(tokens: Tokens, index: int) -> bool:
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


CENTURIES = {"eighteen": 18, "nineteen": 19, "twenty": 20}


class PrintedYear(NamedTuple):
    """A year in four digits, and the token after it."""

    iso: str
    stop: int


def year_at(tokens: Tokens, index: int) -> PrintedYear | None:
    """Read the year that stands at a token behind a month or "the year", in digits or in words.

    "this third day of June, two thousand and fourteen" is dated; "in June two thousand people
    left" counts.
    """
    if is_year(tokens, index):
        return PrintedYear(tokens(index).text, index + 1)
    if tokens(index).lower not in CARDINALS:
        return None
    paired = paired_year(tokens, index)
    found = None if paired else spelled_at(tokens, index)
    if found is None or found.ordinal or not 1500 <= found.value <= 2100:
        return paired
    if tokens.joined(found.stop - 1) and (
        found.value % 100 == 0 or counts_after(tokens, found.stop)
    ):
        return None
    return PrintedYear(str(found.value), found.stop)


def paired_year(tokens: Tokens, index: int) -> PrintedYear | None:
    """Read "twenty-sixteen" and "nineteen eighty-four", which no number in words can be."""
    century = CENTURIES.get(tokens(index).lower)
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
    return PrintedYear(f"{century}{year:02}", stop)
