"""What kind of words a change touches: figures, dates, names, negations and the rest."""

from collections.abc import Sequence
from itertools import groupby

from wp.english import MONTH_NUMBERS, SCALES, SMALL_NUMBERS, SMALL_ORDINALS, TENS, WEEKDAYS
from wp.pattern import pattern
from wp.text import DENSE_NUMERALS
from wp.verify.tokens import is_dense, is_word
from wp.verify.turning_words import TurningWords
from wp.verify.verdict import Kind

_NEGATIONS = frozenset(
    "not no never none nor neither nobody nothing nowhere cannot without n't non un".split()
)
_NEGATIVE_PREFIX = pattern(r"(?:un|in|im|il|ir|dis|non|mis|anti)(?=\w{3})")
_LOSES_SENSE = pattern(r"less$")
_TIMES = frozenset(
    "mid early late beginning end middle since until before after century decade".split()
).union(map(str.lower, WEEKDAYS))
_NUMBERS = frozenset(
    (*SMALL_NUMBERS, *TENS, *SCALES, *(f"{scale}s" for scale in SCALES), *SMALL_ORDINALS[1:11])
) | frozenset("half quarter once twice double triple both single".split())
_MODALS = frozenset("must shall should may might can could will would ought".split())
_ALWAYS_QUALIFY = frozenset(
    "nearly almost approximately roughly only merely mainly mostly primarily largely partly "
    "generally usually often sometimes most all every any many few several barely hardly at least "
    "more less fewer than".split()
)
_QUALIFIER_PHRASES = (
    "more than", "less than", "fewer than", "at least", "at most", "as many as", "as much as",
    "in excess of", "up to", "close to",
)  # fmt: skip
_OF_PHRASES = frozenset(" ".join(_QUALIFIER_PHRASES).split())
_RESTRICTS = frozenset(
    "nearly almost approximately roughly only merely mainly mostly primarily largely partly "
    "generally usually often sometimes barely hardly exactly most few fewer less more".split()
)
_BEFORE_A_NUMBER = frozenset("about around over under some above below".split())
# Put in by an editor, these deny what the source states, or leave it open.
_DENIALS = frozenset(
    "fail fails failed failing refuse refuses refused refusing decline declines declined lack "
    "lacks lacked allegedly reportedly supposedly purportedly so-called false falsely deny denies "
    "denied denying doubt doubts doubted doubtful unlikely untrue refute refutes refuted".split()
)
# Of Chinese and Japanese: what denies or bounds, and where it is but a part of another word
# ("constantly", "not only", "future").
_DENSE_NEGATIONS = frozenset("不未没沒無无非勿莫否")
_DENSE_QUALIFIERS = frozenset("余餘约約近逾仅僅只")
_HARMLESS_BEHIND = {
    "不": "断斷仅僅同但管论論", "未": "来來", "无": "论", "無": "論", "非": "常洲",
    "近": "代年平东", "约": "定", "約": "定",
}  # fmt: skip
_GRAVITY: tuple[Kind, ...] = (
    "negation", "modal", "qualifier", "figure", "date", "unit", "name", "spelling", "word",
)  # fmt: skip
SENTENCE_ENDS = frozenset((".", ".'", "?", "!"))
# Written out in the singular, these are units as much as their plurals.
_UNIT_WORDS = frozenset("month year day week hour minute second points point decade".split())
_YEAR = pattern(r"(?:1[5-9]|20)\d\d")

# British and American spellings, each mapped to one key.
_SPELLINGS = (
    (pattern(r"our"), "or"),
    (pattern(r"is(?=e|ing|ation)"), "iz"),
    (pattern(r"ys(?=e|ing)"), "yz"),
    (pattern(r"ll"), "l"),
    (pattern(r"mme"), "m"),
    (pattern(r"ogue"), "og"),
    (pattern(r"[ao]e"), "e"),
    (pattern(r"re(?=s?$)"), "er"),
    (pattern(r"ce(?=s?$)"), "se"),
    (pattern(r"dgem"), "dgm"),
    (pattern(r"grey"), "gray"),
)


def kind_of(ours: Sequence[str], theirs: Sequence[str], abroad: TurningWords | None = None) -> Kind:
    """Name the kind of a change by the tokens that differ, ours in the quotation.

    Where words of several kinds change at once, the one that changes the sense most is named.
    `abroad` are the words to know in another language than English.
    """
    if _is_spelling(ours, theirs):
        return "spelling"
    kept = {token.lower() for token in ours} & {token.lower() for token in theirs}
    words = [t for t in (*ours, *theirs) if is_word(t) and t.lower() not in kept]
    if not words:
        words = [token for token in (*ours, *theirs) if is_word(token)]
    lower = [word.lower() for word in words]
    if abroad and not any(map(is_dense, words)):
        kinds = set(kinds_alone(words, abroad=abroad))
        if any(map(_is_unit, words)):
            kinds.add("unit")
        return min(kinds, key=_GRAVITY.index)
    if (
        any(map(_negates, lower))
        or _DENSE_NEGATIONS.intersection(lower)
        or _is_opposite(ours, theirs)
    ):
        return "negation"
    return _kind_of_words(words, lower)


def _kind_of_words(words: Sequence[str], lower: Sequence[str]) -> Kind:
    """Name the kind of words that negate nothing, `lower` the same in lower case."""
    if any(
        (word in MONTH_NUMBERS and word != "may") or _YEAR.fullmatch(word) for word in lower
    ) or ("May" in words and not _MODALS & {word for word in lower if word != "may"}):
        return "date"
    if any(map(is_number, lower)) or DENSE_NUMERALS.intersection(lower):
        return "figure"
    if any(map(_is_unit, words)):
        return "unit"
    if any(word in _MODALS for word in lower):
        return "modal"
    if any(word in _ALWAYS_QUALIFY or word in _BEFORE_A_NUMBER for word in lower) or (
        _DENSE_QUALIFIERS.intersection(lower)
    ):
        return "qualifier"
    if any(word in _TIMES for word in lower):
        return "date"
    if any(word[0].isupper() for word in words):
        return "name"
    return "word"


def telling(
    tokens: Sequence[str],
    *,
    opens: bool = False,
    before: str = "",
    abroad: TurningWords | None = None,
) -> list[tuple[Kind, str]]:
    """Return what among some words would change the sense if it were left out or put in.

    Takes words as printed, whether the first of them begins a sentence, and what they stand
    `before`. Gives the negations, modals, qualifiers, figures, dates, units and names, words of one
    kind in a row as one, the gravest kinds first. "About", "over" and their like qualify only
    before a number.
    """
    kinds = kinds_alone([*tokens, before] if before else tokens, opens=opens, abroad=abroad)
    found: list[tuple[Kind, str]] = []
    for kind, run in groupby(range(len(tokens)), key=kinds.__getitem__):
        if kind != "word":
            found.append((kind, " ".join(tokens[at] for at in run)))
    found.sort(key=lambda one: _GRAVITY.index(one[0]))
    return list(dict.fromkeys(found))


def kinds_alone(
    tokens: Sequence[str], *, opens: bool = False, abroad: TurningWords | None = None
) -> list[Kind]:
    """Name the kind of each word among others; "word" for the many that change little."""
    return [_kind_alone(tokens, at, abroad, opens=opens) for at in range(len(tokens))]


def _kind_alone(
    tokens: Sequence[str], at: int, abroad: TurningWords | None, *, opens: bool
) -> Kind:
    token = tokens[at]
    if not is_word(token):
        return "word"
    lower = token.lower()
    following = tokens[at + 1].lower() if at + 1 < len(tokens) else ""
    if is_dense(token):
        return _kind_of_letter(token, following)
    if abroad:
        return _kind_abroad(tokens, at, abroad, opens=opens)
    if (_negates(lower) and lower not in ("non", "un")) or lower in _DENIALS:
        return "negation"
    if lower in _MODALS and (lower != "may" or token == "may"):
        return "modal"
    if lower in _RESTRICTS or (lower in _BEFORE_A_NUMBER and is_number(following)):
        return "qualifier"
    if lower in _OF_PHRASES and any(
        lower in phrase.split() and _has_phrase(tokens, at, phrase) for phrase in _QUALIFIER_PHRASES
    ):
        return "qualifier"
    if _YEAR.fullmatch(lower) or lower in MONTH_NUMBERS:
        return "date"
    if is_number(lower):
        # The 3 of "3 June".
        return "date" if following in MONTH_NUMBERS and tokens[at + 1].istitle() else "figure"
    if at and is_number(tokens[at - 1].lower()) and _is_unit(token):
        return "unit"
    return "name" if _is_name(tokens, at, opens=opens) and lower != "i" else "word"


def _is_name(tokens: Sequence[str], at: int, *, opens: bool) -> bool:
    begins = opens if at == 0 else tokens[at - 1] in SENTENCE_ENDS
    return tokens[at][0].isupper() and not begins


def _kind_abroad(tokens: Sequence[str], at: int, abroad: TurningWords, *, opens: bool) -> Kind:
    """Name the kind of a word in another language than English."""
    lower = tokens[at].lower()
    if abroad.denies(lower):
        return "negation"
    if lower in abroad.modal:
        return "modal"
    if lower in abroad.restricting or _bounds(tokens, at, abroad):
        return "qualifier"
    if _YEAR.fullmatch(lower) or lower in abroad.months:
        return "date"
    if lower[0].isdigit() or lower[-1].isdigit():
        following = tokens[at + 1].lower() if at + 1 < len(tokens) else ""
        return "date" if following in abroad.months else "figure"
    return "name" if abroad.names and _is_name(tokens, at, opens=opens) else "word"


def _bounds(tokens: Sequence[str], at: int, abroad: TurningWords) -> bool:
    """Return whether a word is part of a phrase right before a number: "plus de 30"."""
    for phrase in abroad.bounds:
        if tokens[at].lower() in phrase:
            start = at - phrase.index(tokens[at].lower())
            stop = start + len(phrase)
            if (
                start >= 0
                and tuple(token.lower() for token in tokens[start:stop]) == phrase
                and tokens[stop : stop + 1]
                and tokens[stop][0].isdigit()
            ):
                return True
    return False


def _kind_of_letter(letter: str, following: str) -> Kind:
    """Name the kind of a letter of a script without spaces, by the one behind it."""
    if following and following in _HARMLESS_BEHIND.get(letter, ""):
        return "word"
    if letter in _DENSE_NEGATIONS:
        return "negation"
    if letter in _DENSE_QUALIFIERS:
        return "qualifier"
    return "figure" if letter in DENSE_NUMERALS else "word"


def _has_phrase(tokens: Sequence[str], at: int, phrase: str) -> bool:
    """Return whether a word is part of a phrase that stands there."""
    words = phrase.split()
    start = at - words.index(tokens[at].lower())
    return start >= 0 and [t.lower() for t in tokens[start : start + len(words)]] == words


def is_number(word: str) -> bool:
    """Return whether a word, in lower case, is a number in digits or in words."""
    return bool(word) and (word[-1].isdigit() or word[0].isdigit() or word in _NUMBERS)


def is_fixed(word: str) -> bool:
    """Return whether a word in lower case has one form: a negation, modal, number, qualifier."""
    return (
        _negates(word)
        or word in _MODALS
        or word in _ALWAYS_QUALIFY
        or word in _BEFORE_A_NUMBER
        or is_number(word)
    )


def _negates(word: str) -> bool:
    return word in _NEGATIONS or word.endswith("n't") or word in _DENSE_NEGATIONS


def _is_opposite(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Return whether one side is the other with a negative prefix or ending ("legal",
    "illegal")."""
    if len(ours) != 1 or len(theirs) != 1:
        return False
    short, long = sorted((ours[0].lower(), theirs[0].lower()), key=len)
    if len(short) < 3:
        return False
    prefix = _NEGATIVE_PREFIX.match(long)
    if prefix and long[prefix.end() :] == short:
        return True
    return bool(_LOSES_SENSE.search(long)) and short.removesuffix("ful") == long[:-4]


def _is_spelling(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Return whether only marks, letter case, word division or a known variant spelling differ."""
    one = [token.casefold() for token in ours if is_word(token)]
    other = [token.casefold() for token in theirs if is_word(token)]
    if "".join(one) == "".join(other) and not any(map(is_number, one)):
        return True
    if one == other:
        return True
    return len(one) == len(other) and all(
        word == printed or _spelling_key(word) == _spelling_key(printed) or _slip(word, printed)
        for word, printed in zip(one, other, strict=True)
    )


def _spelling_key(word: str) -> str:
    for spelling, replacement in _SPELLINGS:
        word = spelling.sub(replacement, word)
    return word


def _slip(word: str, printed: str) -> bool:
    """Return whether a letter inside a longer word is lost, doubled or has changed places."""
    if min(len(word), len(printed)) < 6 or not (word + printed).isalpha():
        return False
    if word[0] != printed[0] or word[-2:] != printed[-2:]:
        return False
    if len(word) == len(printed):
        differing = [at for at in range(len(word)) if word[at] != printed[at]]
        return (
            len(differing) == 2
            and differing[1] == differing[0] + 1
            and word[differing[0]] == printed[differing[1]]
            and word[differing[1]] == printed[differing[0]]
        )
    short, long = sorted((word, printed), key=len)
    return len(long) == len(short) + 1 and any(
        long[:at] + long[at + 1 :] == short for at in range(1, len(long) - 2)
    )


def _is_unit(word: str) -> bool:
    from wp.quantities.units import unit_of

    return word.lower() in _UNIT_WORDS or (len(word) > 1 and unit_of(word) is not None)
