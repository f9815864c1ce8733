"""Words that English has: typed so, they are no typing errors, whatever a base prints."""

from functools import cache
from pathlib import Path


def is_english(word: str) -> bool:
    """Tell whether a lower-case word, or a name in lower case, is printed so in English.

    From the small lists of SCOWL and its names: a rare word may be lacking.
    """
    return _holds(word) or is_name(word)


def is_name(word: str) -> bool:
    """Tell whether a lower-case word is one that English only has as a name: "beijing"."""
    return _holds(word.capitalize())


def _holds(word: str) -> bool:
    return b"\n%b\n" % word.encode("utf-8", "replace") in _words()


@cache
def _words() -> bytes:
    return b"\n" + Path(__file__).with_name("english_words.txt").read_bytes()
