"""The words of English: a word in this list is no typing error."""

from functools import cache
from pathlib import Path

from wp.files import line_of


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


@cache
def _words() -> bytes:
    """Return the list, a word a line, in the order of its bytes."""
    return Path(__file__).with_name("english_words.txt").read_bytes()
