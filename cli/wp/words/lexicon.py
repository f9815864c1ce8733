"""Words that English has: typed so, they are no typing errors, whatever a base prints."""

from functools import cache
from pathlib import Path

from wp.files import line_of

_SHORTEST_CORRECTED, _LONG = 5, 8


def is_english(word: str) -> bool:
    """Return whether a lower-case word, or a name in lower case, is printed so in English.

    From the small lists of SCOWL and its names: a rare word may be lacking.
    """
    return is_common(word) or is_name(word)


def is_common(word: str) -> bool:
    """Return whether a word is printed so in English, be it no name: "police", not "beijing"."""
    return line_of(_words(), word) is not None


def is_name(word: str) -> bool:
    """Return whether a lower-case word is one that English only has as a name: "beijing"."""
    return is_common(word.capitalize())


def near_english(word: str) -> str:
    """Return the English word that a misspelt one of five letters or more is likeliest to mean.

    One error apart, two from eight letters on, the first letter being right; "" where none is.
    """
    if len(word) < _SHORTEST_CORRECTED or not word.isascii() or not word.isalpha():
        return ""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    words = _words()
    start, end = (
        words.find(f"\n{word[0]}".encode()),
        words.find(f"\n{chr(ord(word[0]) + 1)}".encode()),
    )
    alike = words[start + 1 : end].decode().split("\n")
    allowed = 1 if len(word) < _LONG else 2
    found = process.extractOne(word, alike, scorer=OSA.distance, score_cutoff=allowed)
    return found[0] if found else ""


@cache
def _words() -> bytes:
    """Return the list, a word a line, in the order of its bytes."""
    return Path(__file__).with_name("english_words.txt").read_bytes()
