"""Which printed numbers count nothing: parts of names, references, times, list marks, idioms."""

from wp.quantities.numbers import Number
from wp.quantities.tokens import HYPHENS, Tokens, vocabulary

# A number after these names a place in a document, in any case and also in the plural.
_REFERENCES = vocabulary(
    "article art section sec chapter paragraph para subparagraph clause annex appendix resolution "
    "no nos pp p rule schedule footnote"
)
# These do so only with a capital letter ("Table 3", but "a table of 3 columns").
_NAMES = vocabulary(
    "Part Table Figure Fig Page Decision Directive Regulation Law Decree Order Item Note Volume "
    "Vol Issue Phase Tier Level Class Category Type Grade Protocol Recommendation Principle Goal "
    "Target Step Line Room Flight Route Highway Channel Box Chart Exhibit Document Doc Act Bill "
    "Amendment Version Agenda Vision Horizon Boeing Airbus Covid COVID SDG Number Stage Group "
    "Expo Chapter Lot"
)
_MORE = frozenset(("and", "or", "to", "through"))
_CLOCK = frozenset(("pm", "am", "oclock"))
_CONGRESS = frozenset(("congress", "plenary", "plenum"))
_NOT_BEFORE_ONE = vocabulary(
    "no any every each the this that which another some number square day anyone whoever"
)
_NOT_AFTER_ONE = vocabulary(
    "of another can could should would must may might will shall has is was and or who whose that "
    "which way sided off stop by day to in on at for with as cannot does did had thing"
)
_NOT_BEFORE_FIRST = frozenset(("at", "very", "from"))
_NOT_AFTER_FIRST = vocabulary(
    "time of and class hand lady ever half aid place foremost came started name thing"
)
_NOT_AFTER_SECOND = vocabulary("half to hand class thought thoughts only nature")
_NOT_AFTER_THIRD = vocabulary("party parties world state states country countries person persons")
_NOT_AFTER_ZERO = vocabulary("tolerance sum in hour")
_AFTER_HALF = vocabulary("of the its their all our his her these those")
_BEFORE_HALF = vocabulary("than about nearly almost around over by approximately roughly")
_QUARTERS = frozenset(("quarter", "half"))


def is_reference(tokens: Tokens, number: Number) -> bool:
    """Whether a number stands for a place in a document or for a name ("Article 12")."""
    index = number.first - 1
    words = 0
    plain_list = False
    # "Articles 3, 4 and 5": go back over the numbers of the list to the word before them.
    while words < 12 and (tokens(index).digits or tokens(index).lower in _MORE):
        if tokens.between(index).strip() not in ("", ",", *HYPHENS):
            return False
        plain_list = True
        index -= 1
        words += 1
    word = tokens(index)
    if tokens.between(index).strip() not in ("", ".", ". "):
        return False
    if word.lower == "of" and tokens(index - 1).text == "Group":
        return True
    plural = word.lower.endswith("s")
    singular = word.lower.rstrip("s") if plural else word.lower
    if plain_list and not plural and word.lower != "pp":
        return False
    known = singular in _REFERENCES or word.text in _NAMES or word.text.rstrip("s") in _NAMES
    return known and (word.lower != "no" or tokens.between(index).startswith(".")
                      or (word.text == "No" and not number.spelled))  # fmt: skip


def is_mark(tokens: Tokens, number: Number) -> bool:
    """Whether a number is a list mark, a note mark, a bracketed reference or a time."""
    if number.spelled or number.ordinal:
        return False
    source = tokens.source
    before, after = source[max(number.start - 2, 0) : number.start], source[number.end :][:2]
    short = number.end - number.start <= 3
    following = tokens(number.stop)
    if following.lower in _CLOCK or source[number.end :][:5].lower() in (" a.m.", " p.m."):
        return True
    if source[number.end :][:8].lower().replace("’", "'") == " o'clock":
        return True
    if not short:
        return False
    line_start = not before or before.endswith("\n")
    if line_start and len(after) == 2 and after[0] in ".)" and after[1].isspace():
        return True
    if before.endswith("[") and after.startswith("]"):
        return True
    if before.endswith("(") and after.startswith(")"):
        # "Africa (54), Asia (48)" counts; "(1) strengthen" and "Article 5(2)" do not.
        counts = len(before) == 2 and before[0].isspace() and tokens(number.first - 1).text != " "
        return not (counts and (len(after) == 1 or after[1] in ".,;:\n"))
    return False


def is_name(tokens: Tokens, number: Number, qualified: bool) -> bool:
    """Whether a number is part of a name: "18th National Congress", "Two Centenary Goals"."""
    following = tokens(number.stop)
    capital = tokens.joined(number.stop - 1) and following.text[0].isupper()
    opens = tokens.opens_sentence(number.first)
    if number.ordinal:
        for step in range(4):
            if not tokens.spaced(number.stop + step - 1):
                break
            if tokens(number.stop + step).lower in _CONGRESS:
                return True
        if following.lower == "anniversary":
            return False
        if not number.spelled:
            return capital
        return capital and tokens(number.first).text[0].isupper()
    return (
        number.spelled and capital and not opens and not qualified
        and tokens(number.first).text[0].isupper()
    )  # fmt: skip


def is_idiom(tokens: Tokens, number: Number, measured: bool) -> bool:
    """Whether number words are used for something else than a number ("one of", "at first")."""
    if not number.spelled:
        return False
    source = tokens.source
    before_mark = tokens.before(number.first)
    if (
        before_mark
        and before_mark in HYPHENS
        and source[number.start - 2 : number.start - 1].isalpha()
    ):
        return True
    alone = number.stop == number.first + 1
    word, before = tokens(number.first).lower, tokens(number.first - 1).lower
    near = tokens.joined(number.stop - 1)
    after = tokens(number.stop).lower if near else ""
    if number.ordinal:
        return alone and _idiomatic_ordinal(tokens, number, word, before, after)
    if not alone:
        # "the third quarter", "the first three quarters of 2017" are dates or parts of them.
        return before in ("first", "last") and tokens(number.stop - 1).lower == "quarters"
    if word in ("hundred", "thousand", "million", "billion", "trillion", "dozen"):
        return before in ("several", "few", "many", "per", "the", "of", "multi", "every")
    if word == "half":
        if before in ("first", "second", "other", "latter", "former", "better", "in", "last"):
            return True
        return not ((tokens.spaced(number.stop - 1) and after in {*_AFTER_HALF, "a", "an"})
                    or before in _BEFORE_HALF)  # fmt: skip
    if word == "zero":
        return after in _NOT_AFTER_ZERO or before in ("net", "sub", "from", "to")
    if word == "one":
        if measured or before in ("than", "least"):
            return False
        return before in _NOT_BEFORE_ONE or not near or after in _NOT_AFTER_ONE
    return False


def _idiomatic_ordinal(tokens: Tokens, number: Number, word: str, before: str, after: str) -> bool:
    mark = tokens.source[number.end : number.end + 1]
    if after in _QUARTERS:
        return True
    if mark == "," and tokens.opens_sentence(number.first) and number.start:
        return True
    if word == "first":
        return before in _NOT_BEFORE_FIRST or after in _NOT_AFTER_FIRST
    if word == "second":
        return (
            after in _NOT_AFTER_SECOND or before in ("per", "split", "every", "one", "on")
            or (tokens(number.first - 1).digits and tokens.joined(number.first - 1))
            or (before == "a" and not after)
        )  # fmt: skip
    return word == "third" and after in _NOT_AFTER_THIRD
