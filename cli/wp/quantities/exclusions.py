"""Which printed numbers count nothing: parts of names, references, times, list marks, idioms."""

from wp.quantities.model import HYPHENS, Tokens
from wp.quantities.notations import CARDINALS
from wp.quantities.numbers import Number

# A number after these names a place in a document, in any case and also in the plural.
_REFERENCES = frozenset(
    "article art section sec chapter paragraph para subparagraph clause annex appendix resolution "
    "no nos pp p par rule schedule footnote sect".split()
)
# These do so only with a capital letter ("Table 3", but "a table of 3 columns").
_NAMES = frozenset(
    "Part Table Figure Fig Page Decision Directive Regulation Law Decree Order Item Note Volume "
    "Vol Issue Phase Tier Level Class Category Type Grade Protocol Recommendation Principle Goal "
    "Target Step Line Room Flight Route Highway Channel Box Chart Exhibit Document Doc Act Bill "
    "Amendment Version Agenda Vision Horizon Boeing Airbus Covid COVID SDG Number Stage Group "
    "Expo Chapter Lot RFC Scope War Windows Title Model Form".split()
)
# And these in small letters where no article stands: "in week 30", but "last week 30 people".
_LABELS = frozenset(
    "week day phase stage level grade step page table figure round tier category class type zone "
    "group chapter option scenario goal target column row volume item".split()
)
# A number right behind one of these is its name: "train 2417".
_VEHICLES = frozenset("train flight bus tram route wagon platform track runway".split())
_BEFORE_LABEL = frozenset(
    "in of at on to by from for under until since than per see and or".split()
)
_MORE = frozenset(("and", "or", "to", "through"))
_CLOCK = frozenset(("pm", "am", "oclock"))
_CONGRESS = frozenset(("congress", "plenary", "plenum"))
_NOT_BEFORE_ONE = frozenset(
    "no any every each the this that which another some number square day anyone whoever".split()
)
_NOT_AFTER_ONE = frozenset(
    "of another can could should would must may might will shall has is was and or who whose that "
    "which way sided off stop by day to in on at for with as cannot does did had thing".split()
)
_NOT_BEFORE_FIRST = frozenset(("at", "very", "from"))
_NOT_AFTER_FIRST = frozenset(
    "time of and class hand lady ever half aid place foremost came started name thing".split()
)
_NOT_AFTER_SECOND = frozenset("half to hand class thought thoughts only nature".split())
_NOT_AFTER_THIRD = frozenset(
    "party parties world state states country countries person persons".split()
)
_REACH = 12
_OFTEN = frozenset("daily weekly fortnightly monthly quarterly yearly annually".split())
_NOT_BEFORE_ONCE = frozenset(
    "at all for than was were is are be been had and or but that this just not who which".split()
)
_CLAUSE_ENDS = frozenset((",", ".", ";", ":", ")", ""))
_EACH = frozenset("a an per each every".split())
_SPELLS = frozenset(
    "minute minutes hour hours day days week weeks fortnight month months quarter quarters half "
    "year years decade decades season seasons term terms session sessions century "
    "generation".split()
)
_AFTER_HALF = frozenset("of the its their all our his her these those".split())
_BEFORE_HALF = frozenset(
    "than about nearly almost around over under below by approximately roughly".split()
)
_BEFORE_ORDINAL = frozenset(
    "the a an this that its their our his her every each in on at of for and or by to from with "
    "article section chapter part annex".split()
)
_OPENING_QUOTES, _CLOSING_QUOTES = '"“‘', '"”’'
_NAME_WORDS = 4
_MODELS = 1000  # the numbers of models are smaller
_INTERVALS = frozenset("confidence credible ci uncertainty".split())
_QUARTERS = frozenset(("quarter", "half"))


def is_reference(tokens: Tokens, number: Number) -> bool:
    """Return whether a number stands for a place in a document or for a name ("Article 12")."""
    index = number.first - 1
    words = 0
    plain_list = False
    # "Articles 3, 4 and 5": go back over the numbers of the list to the word before them.
    while words < 12 and (tokens(index).digits or tokens(index).lower in _MORE):
        gap = tokens.between(index).strip()
        if gap not in ("", ",", "/", *HYPHENS):
            return False
        plain_list = plain_list or gap != "/"  # "Resolution 23/117" is one number
        index -= 1
        words += 1
    word = tokens(index)
    if tokens.between(index).strip() not in ("", ".", ". "):
        return False
    if words and tokens(index + 1).lower in ("to", "through"):
        return False  # "amendments to 61 contracts"
    if word.lower == "of" and tokens(index - 1).text == "Group":
        return True
    listed = plain_list or _list_follows(tokens, number.stop)
    if word.lower.endswith("s") and tokens(number.stop).digits:
        listed = listed or tokens.between(number.stop - 1).strip() == ","  # "classes 9, 16"
    if not number.spelled and _is_label(tokens, index, listed):
        return True
    following = tokens(number.stop).lower
    if word.lower in _VEHICLES and not number.spelled and not following.endswith("s"):
        return number.stop == number.first + 1  # "passenger train 2417 ran"
    if word.lower == "of" and tokens(index - 2).lower in ("page", "sheet"):
        return tokens(index - 1).digits
    if word.lower == "per" or tokens.phrase(index - 1, 2) in ("for every", "of every"):
        # What rates are given for: 100, 1,000, 10,000 and so on.
        return number.value >= 100 and str(number.value).strip("0") == "1"
    plural = word.lower.endswith("s")
    singular = word.lower.rstrip("s") if plural else word.lower
    model = word.text in _NAMES and tokens.before(number.first) in [*HYPHENS]  # "Boeing 737-8"
    if plain_list and not plural and word.lower != "pp" and not model:
        return False
    known = singular in _REFERENCES or word.text in _NAMES or word.text.rstrip("s") in _NAMES
    return known and (word.lower != "no" or tokens.between(index).startswith(".")
                      or (word.text == "No" and not number.spelled))  # fmt: skip


def _is_label(tokens: Tokens, index: int, listed: bool) -> bool:
    """Return whether a noun before numbers stands without an article, as labels do: "(week 29"."""
    noun = tokens(index).lower
    if (
        not {noun.removesuffix("s"), noun.removesuffix("es")} & _LABELS
        or noun.endswith("s") != listed
    ):
        return False
    if not tokens.spaced(index - 1):
        return tokens.between(index - 1).strip()[-1:] in ("(", "[", ",", ";")
    return tokens(index - 1).lower in _BEFORE_LABEL


def _list_follows(tokens: Tokens, stop: int) -> bool:
    """Return whether "and 12", "to 12" or "-12" follow a number."""
    if tokens.between(stop - 1) in [*HYPHENS]:
        return tokens(stop).digits
    return tokens(stop).lower in _MORE and tokens(stop + 1).digits and tokens.spaced(stop - 1)


def is_level(tokens: Tokens, stop: int) -> bool:
    """Return whether the percent before token `stop` is how sure an interval is: "95% CI"."""
    return tokens(stop).lower in _INTERVALS


def is_mark(tokens: Tokens, number: Number) -> bool:
    """Return whether a number is a list mark, a note mark, a bracketed reference or a time."""
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
    line_start = not before or before.endswith("\n")
    if line_start and isinstance(number.value, float) and not number.scaled:
        # "1.2 Payments of" opens a numbered paragraph, "1.2 tons of" counts.
        return tokens.spaced(number.stop - 1) and following.text[0].isupper()
    if not short:
        return False
    if line_start and len(after) == 2 and after[0] in ".)" and after[1].isspace():
        return True
    if before.endswith("[") and after.startswith("]"):
        return True
    if before.endswith("(") and after.startswith(")"):
        # "Asia (48)," and "ships (310) than" count; "(1) strengthen" and "Article 5(2)" do not.
        counts = len(before) == 2 and before[0].isspace() and tokens(number.first - 1).text != " "
        closed = len(after) == 1 or after[1] in ".,;:\n" or number.value >= 100
        return not (counts and closed)
    return False


def is_name(tokens: Tokens, number: Number, qualified: bool) -> bool:
    """Return whether a number is part of a name: "18th National Congress", "Two Centenary
    Goals"."""
    following = tokens(number.stop)
    capital = tokens.joined(number.stop - 1) and following.text[0].isupper()
    opens = tokens.opens_sentence(number.first)
    if _closes_name(tokens, number):
        return True
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


def is_model(tokens: Tokens, number: Number) -> bool:
    """Return whether a number names a model, a type or an index: "iPhone 14 Pro", "FTSE 100 rose".

    What stands before it is written in capitals, or in small letters before a capital, and no
    thing that could be counted stands behind it; "UK 12, France 9" are values.
    """
    index = number.first - 1
    name, following = tokens(index).text, tokens(number.stop)
    mixed = name.isupper() or (name[:1].islower() and any(map(str.isupper, name)))
    if not mixed or len(name) < 2 or not tokens.spaced(index) or number.spelled or number.scaled:
        return False
    if not isinstance(number.value, int) or not 0 < number.value < _MODELS:
        return False
    if not tokens.spaced(number.stop - 1) or following.digits or following.lower in _MORE:
        return False
    return not _is_plural(following.lower) or following.text[0].isupper()


def _closes_name(tokens: Tokens, number: Number) -> bool:
    """Return whether a number is the last word of a name: "Housing First", the vessel "Aurora
    2"."""
    index = number.first - 1
    named = tokens(index).text[0].isupper() and tokens.spaced(index)
    if not named or (number.spelled and not tokens(number.first).text[0].isupper()):
        return False
    if number.spelled and number.ordinal and tokens(index).lower not in _BEFORE_ORDINAL:
        return True
    if tokens.source[number.end : number.end + 1] not in [*_CLOSING_QUOTES]:
        return False
    for place in range(index, index - _NAME_WORDS, -1):
        if not tokens(place).text[0].isupper():
            return False
        if tokens.before(place) in [*_OPENING_QUOTES]:
            return True
    return False


def is_idiom(tokens: Tokens, number: Number, measured: bool) -> bool:
    """Return whether number words are used for something else than a number ("one of", "at
    first")."""
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
    if number.multiple:
        return _idiomatic_times(tokens, number)
    word, before = tokens(number.first).lower, tokens(number.first - 1).lower
    near = tokens.joined(number.stop - 1)
    after = tokens(number.stop).lower if near else ""
    if number.ordinal:
        return alone and _idiomatic_ordinal(tokens, number, word, before, after)
    if not alone:
        # "the third quarter", "the first three quarters of 2017" are dates or parts of them.
        return before in ("first", "last") and tokens(number.stop - 1).lower == "quarters"
    if word in ("hundred", "thousand", "million", "billion", "trillion", "dozen"):
        return _idiomatic_scale(before, after)
    if word == "half":
        return _idiomatic_half(before, after if tokens.spaced(number.stop - 1) else "")
    if word == "zero":
        return not measured and (
            before in ("net", "sub", "from", "to") or _is_slogan(tokens, number.first)
        )
    if word == "one":
        if tokens.phrase(number.first - 2, 2) in ("votes to", "vote to"):
            return False  # "by four votes to one"
        if measured or before in ("than", "least") or _opens_range(tokens, number.stop):
            return False
        return before in _NOT_BEFORE_ONE or not near or after in _NOT_AFTER_ONE
    return False


def _idiomatic_scale(before: str, after: str) -> bool:
    """Return whether "hundred" or "dozen" alone is vague: "several hundred", "the dozen"."""
    if before == "the" and (
        after in ("most", "are", "were", "have") or (after.endswith("s") and after != "days")
    ):
        return False  # "the hundred most wanted"
    return before in ("several", "few", "many", "per", "the", "of", "multi", "every")


def _idiomatic_half(before: str, after: str) -> bool:
    """Return whether "half" is a part of a time or a thing ("the first half"), not of a number."""
    if before in ("first", "second", "other", "latter", "former", "better", "in", "last"):
        return True
    return not (after in {*_AFTER_HALF, "a", "an"} or before in _BEFORE_HALF)


def _opens_range(tokens: Tokens, stop: int) -> bool:
    """Return whether "one" opens a range: "one to two years", "one or two"."""
    return tokens(stop).lower in ("to", "or") and tokens(stop + 1).lower in CARDINALS


def _idiomatic_times(tokens: Tokens, number: Number) -> bool:
    """Return whether "once" is not told of what recurs ("once a year"), or "twice" of a thought."""
    word, before = tokens(number.first).lower, tokens(number.first - 1).lower
    if word == "twofold":
        return before in ("is", "was", "are", "were")
    if word != "once":
        return before in ("think", "thought", "thinking") or tokens(number.stop).lower == "removed"
    place = number.stop
    if before in _NOT_BEFORE_ONCE:
        return True
    if not tokens.spaced(place - 1):
        return tokens.after(number.first) not in _CLAUSE_ENDS
    if tokens(place).lower in _OFTEN:
        return False
    place += tokens(place).lower == "in"
    if tokens(place).lower not in _EACH:
        return True
    # "once every two years", "once in each half-year"
    return not any(tokens(place + step).lower in _SPELLS for step in (1, 2))


def _is_slogan(tokens: Tokens, index: int) -> bool:
    """Return whether a "zero" counts no things: "zero tolerance", and what is listed behind it."""
    if not _is_plural(tokens(index + 1).lower) and tokens.joined(index):
        return True
    listed = "," in tokens.between(index - 1) or tokens(index - 1).lower in ("and", "or")
    return listed and any(
        tokens(place).lower == "zero" and not _is_plural(tokens(place + 1).lower)
        for place in range(index - _REACH, index)
    )


def _is_plural(word: str) -> bool:
    return word in ("people", "children", "women", "men") or (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    )


def _idiomatic_ordinal(tokens: Tokens, number: Number, word: str, before: str, after: str) -> bool:
    mark = tokens.source[number.end : number.end + 1]
    if after in _QUARTERS:
        return True
    if mark == "," and tokens.opens_sentence(number.first):
        return True
    if word == "first":
        return before in _NOT_BEFORE_FIRST or after in _NOT_AFTER_FIRST
    if word == "second":
        return (
            after in _NOT_AFTER_SECOND or before in ("per", "split", "every", "one", "on")
            or (tokens(number.first - 1).digits and tokens.joined(number.first - 1))
            or (before == "a" and not after and not _after_first(tokens, number.first))
        )  # fmt: skip
    return word == "third" and after in _NOT_AFTER_THIRD


def _after_first(tokens: Tokens, index: int) -> bool:
    """Return whether a "second" follows a "first": "a first dose, and later a second"."""
    return any(tokens(place).lower == "first" for place in range(index - _REACH, index))
