"""From a typed word to words of the base: itself, its other forms, its parts."""

from typing import NamedTuple

from wp.search.answer import MatchKind
from wp.search.index_layout import Index
from wp.words.stem import stem
from wp.words.tokens import STOP_WORDS, tokens

FORM_QUALITY = 0.95
"""What another form of a word counts for; the word as typed counts 1."""

_SHORTEST_PART = 4


class Reading(NamedTuple):
    """A word of the base that a typed word may mean, with how much such a hit counts."""

    word: str
    stem: str
    quality: float
    kind: MatchKind


def readings(index: Index, word: str, *, exact: bool = False) -> list[Reading]:
    """Return the base's words that a typed lower-case word means, its spelling as it is."""
    words = index.words
    stemmed = words.get(word)
    if exact:
        return [] if stemmed is None else [Reading(word, stemmed, 1.0, "word")]
    if stemmed is None:
        stemmed = stem(word)
    return [
        Reading(
            form, stemmed, 1.0 if form == word else FORM_QUALITY, "word" if form == word else "form"
        )
        for form in index.stems.get(stemmed, ())
    ]


def parts(index: Index, word: str, *, is_acronym: bool) -> tuple[str, str] | None:
    """Return two words of the base that a word is joined of ("skynet": sky, net); None for others.

    Neighbours in a text come first.

    One of the two may be a stop word beside a word of some length ("beltand": belt, and), or an
    acronym of an acronym ("UNSC": UN, SC).
    """
    words = index.words
    if is_acronym:
        for at in range(2, len(word) - 1):
            halves = word[:at], word[at:]
            if all(half in words or half in index.acronyms for half in halves):
                return halves
        return None
    apart: tuple[str, str] | None = None
    for at in range(2, len(word) - 1):
        first, second = word[:at], word[at:]
        if first in words and second in words and min(len(first), len(second)) > 2:
            pair = f" {words[first]} {words[second]} "
            if any(True for _ in index.rows_with(pair)):
                return first, second
            if min(len(first), len(second)) >= _SHORTEST_PART:
                apart = apart or (first, second)
        elif (first in words and len(first) >= _SHORTEST_PART and second in STOP_WORDS) or (
            second in words and len(second) >= _SHORTEST_PART and first in STOP_WORDS
        ):
            apart = apart or (first, second)
    return apart


def stems_in_order(index: Index, phrase: str) -> str:
    """Return the stems of a phrase in order, spaces around them, as the index keeps texts."""
    content = [token.text for token in tokens(phrase) if token.text not in STOP_WORDS]
    return "".join(f" {index.words.get(word) or stem(word)}" for word in content) + " "
