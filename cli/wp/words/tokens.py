"""The words of a text as search sees them: lower case, bare of marks, with their offsets."""

from typing import NamedTuple

from wp.pattern import pattern

# A dotted acronym; a currency's code before its amount ("RMB9.5 billion"); or letters and digits
# with inner apostrophes and decimal or thousands marks.
_TOKEN = pattern(
    r"(?:[^\W\d_]\.){2,}|(?i:AUD|CAD|CHF|CNY|EUR|GBP|HKD|INR|JPY|RMB|RUB|USD)(?=\d)"
    r"|[^\W_]+(?:['’][^\W_]+|(?<=\d)[.,]\d+)*"
)
_FIRST_IDEOGRAPH = "\u2e80"

# Words that carry no subject: they are neither indexed nor asked for.
STOP_WORDS = frozenset(
    "a about after again all also although am among an and another any are as at be became because "
    "become been before being between both but by can could did do does doing done during each "
    "either else ever every for from get gets getting give given gives go goes going gone got had "
    "has have having he her here him his how i if in into is it its itself just know let like made "
    "make makes making may me might mine more most much must my no nor not of off on only or other "
    "our ours out over own per please said same say says shall she should show since so some still "
    "such tell than that the their theirs them then there these they this those through thus to "
    "too toward towards under until up upon us use used using very via was we went were what "
    "whatever when where whether which while who whom whose why will with within without would yes "
    "yet you your yours "
    "herself himself myself ourselves themselves yourself "
    # they only ask
    "actually called currently ever exactly happen happened happens kind mean means please sort "
    # they join foreign names
    "de del der des di du el la le van von".split()
)


class Token(NamedTuple):
    """A word with the offsets of what was printed."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Return the words of a text in order.

    A possessive `'s` is left off ("China's": china), commas in numbers go ("1,178": 1178), so do
    the points of acronyms ("U.N.": un) and accents ("ocupación": ocupacion). Ideographs, which are
    printed without spaces, are given as overlapping pairs. Hidden characters and presentation
    forms are evened as `wp.text.fold` evens them ("oﬃcials": officials).
    """
    if text.isascii():
        return _words(text)
    from wp.text import fold, is_even  # not needed by most searches

    if is_even(text):
        return _words(text)
    folded = fold(text)
    return [Token(word, *folded.original(start, end)) for word, start, end in _words(folded.text)]


def _words(text: str) -> list[Token]:
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        word = match.group().lower()
        start, end = match.span()
        if not word.isascii():
            word = word.replace("’", "'")
            if max(word) >= _FIRST_IDEOGRAPH:
                found.extend(_pairs(word, start))
                continue
            word = _plain(word)
        if not word.isalnum():
            word, end = _bare(word, start, end)
        found.append(Token(word, start, end))
    return found


def _plain(word: str) -> str:
    """Return a word without accents: who types "ocupacion" means "ocupación"."""
    from unicodedata import combining, normalize

    return "".join(one for one in normalize("NFD", word) if not combining(one))


def _bare(word: str, start: int, end: int) -> tuple[str, int]:
    if "'" in word:
        if word.endswith("'s"):
            return word[:-2], end - 2
        return word.replace("'", ""), end
    if word[0].isdigit():
        return word.replace(",", ""), end
    return word.replace(".", ""), end


def _pairs(word: str, start: int) -> list[Token]:
    if len(word) == 1:
        return [Token(word, start, start + 1)]
    return [Token(word[at : at + 2], start + at, start + at + 2) for at in range(len(word) - 1)]
