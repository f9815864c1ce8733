"""What kind of words a change touches: figures, dates, names, negations and the rest."""

import re
from collections.abc import Sequence
from itertools import pairwise

from wp.verify.tokens import is_word
from wp.verify.verdict import Kind

NEGATIONS = frozenset(
    "not no never none nor neither nobody nothing nowhere cannot without n't non un".split()
)
_NEGATIVE_PREFIX = re.compile(r"(?:un|in|im|il|ir|dis|non|mis|anti)(?=\w{3})")
_LOSES_SENSE = re.compile(r"less$")
_MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_TIMES = frozenset(
    "mid early late beginning end middle since until before after century decade monday tuesday "
    "wednesday thursday friday saturday sunday".split()
)
_NUMBERS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred hundreds thousand thousands million millions billion billions trillion trillions "
    "dozen dozens half third quarter first second fourth fifth sixth seventh eighth ninth tenth "
    "once twice double triple both single".split()
)
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
_HEDGES = frozenset(
    "nearly almost approximately roughly only merely mainly mostly primarily largely partly "
    "generally usually often sometimes barely hardly exactly".split()
)
_BEFORE_A_NUMBER = frozenset("about around over under some above below".split())
# Written out in the singular, these are units as much as their plurals.
_UNIT_WORDS = frozenset("month year day week hour minute second points point decade".split())
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")

# British and American spellings, each mapped to one key.
_SPELLINGS = (
    (re.compile(r"our"), "or"),
    (re.compile(r"is(?=e|ing|ation)"), "iz"),
    (re.compile(r"ys(?=e|ing)"), "yz"),
    (re.compile(r"ll"), "l"),
    (re.compile(r"mme"), "m"),
    (re.compile(r"ogue"), "og"),
    (re.compile(r"[ao]e"), "e"),
    (re.compile(r"re(?=s?$)"), "er"),
    (re.compile(r"ce(?=s?$)"), "se"),
    (re.compile(r"dgem"), "dgm"),
    (re.compile(r"grey"), "gray"),
)


def kind_of(ours: Sequence[str], theirs: Sequence[str]) -> Kind:
    """Name the kind of a change by the tokens that differ, ours in the quotation.

    Where words of several kinds change at once, the one that changes the sense most is named.
    """
    if _is_spelling(ours, theirs):
        return "spelling"
    kept = {token.lower() for token in ours} & {token.lower() for token in theirs}
    words = [t for t in (*ours, *theirs) if is_word(t) and t.lower() not in kept]
    if not words:
        words = [token for token in (*ours, *theirs) if is_word(token)]
    lower = [word.lower() for word in words]
    if any(map(_negates, lower)) or _is_opposite(ours, theirs):
        return "negation"
    if any((word in _MONTHS and word != "may") or _YEAR.fullmatch(word) for word in lower) or (
        "May" in words and not _MODALS & {word for word in lower if word != "may"}
    ):
        return "date"
    if any(word[0].isdigit() or word in _NUMBERS for word in lower):
        return "figure"
    if any(map(_is_unit, words)):
        return "unit"
    if any(word in _MODALS for word in lower):
        return "modal"
    if any(word in _ALWAYS_QUALIFY or word in _BEFORE_A_NUMBER for word in lower):
        return "qualifier"
    if any(word in _TIMES for word in lower):
        return "date"
    if any(word[0].isupper() for word in words):
        return "name"
    return "word"


def swallowed(tokens: Sequence[str]) -> list[str]:
    """Give the negations and qualifiers among words that a quotation leaves out.

    "About", "over" and their like qualify only before a number.
    """
    lower = [token.lower() for token in tokens]
    found = [word for word in lower if _negates(word) and word not in ("non", "un")]
    line = " ".join(lower)
    found += [phrase for phrase in _QUALIFIER_PHRASES if re.search(rf"(?<!\S){phrase}(?!\S)", line)]
    found += [word for word in lower if word in _HEDGES]
    found += [
        word
        for word, following in pairwise(lower)
        if word in _BEFORE_A_NUMBER and (following[0].isdigit() or following in _NUMBERS)
    ]
    return list(dict.fromkeys(found))


def _negates(word: str) -> bool:
    return word in NEGATIONS or word.endswith("n't")


def _is_opposite(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether one side is the other with a negative prefix or ending ("legal", "illegal")."""
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
    """Whether only marks, letter case, word division or a known variant spelling differ."""
    one = [token.casefold() for token in ours if is_word(token)]
    other = [token.casefold() for token in theirs if is_word(token)]
    if "".join(one) == "".join(other) and not any(word[0].isdigit() for word in one):
        return True
    if one == other:
        return True
    return len(one) == len(other) and all(
        word == printed or _spelling_key(word) == _spelling_key(printed) or _slip(word, printed)
        for word, printed in zip(one, other, strict=True)
    )


def _spelling_key(word: str) -> str:
    for pattern, replacement in _SPELLINGS:
        word = pattern.sub(replacement, word)
    return word


def _slip(word: str, printed: str) -> bool:
    """Whether a letter inside a longer word is lost, doubled or has changed places."""
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
