"""Whether four digits are a year: "2016 survey" is dated, "2000 people" are counted."""

from wp.english import MONTH_NUMBERS
from wp.quantities.money import code_before
from wp.quantities.qualifiers import qualifier_before
from wp.quantities.tokens import HYPHENS, Tokens, vocabulary
from wp.quantities.units import unit_of
from wp.quantities.words import SCALES

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
    return _closes_span(tokens, index, previous) or not _counts(tokens, index, previous)


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
    before, after = tokens.before(index), tokens.after(index)
    start, end = tokens(index).start, tokens(index).end
    further = tokens.source[max(start - 2, 0) : max(start - 1, 0)]
    if before == "/" and tokens(index - 1).lower in MONTH_NUMBERS:
        before = ""  # "3/Jun/2014"
    if before and (before.isalnum() or before in "_$€£¥₹#§/.@=:" or code_before(tokens, index)):
        return True
    if before and before in HYPHENS and further.isalpha():
        word = tokens(index - 1).lower
        return word not in ("mid", "pre", "post", "early", "late") and word not in MONTH_NUMBERS
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


def _counts(tokens: Tokens, index: int, previous: str) -> bool:
    """Return whether what follows is counted: a plural noun within three words."""
    determined = previous in ("the", "a", "an", "its", "their", "this", "our", "s")
    for step in range(3):
        if not tokens.spaced(index + step):
            return False
        word = tokens(index + 1 + step)
        if word.digits or word.lower in _STOP or word.lower in _DATED:
            return False
        if word.lower in _COUNTED:
            return True
        if len(word.lower) > 3 and word.lower.endswith("s") and not word.lower.endswith(
            ("ss", "us", "is")
        ):  # fmt: skip
            # "the budget for 2036 foresees a surplus": a verb
            return not determined and tokens(index + 2 + step).lower not in ("a", "an", "the", "no")
    return False
