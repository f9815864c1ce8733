"""Words that English has: typed so, they are no typing errors, whatever a base prints."""

from bisect import bisect_left
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
    words = _words()

    def line(place: int) -> bytes:
        return words[words.rfind(b"\n", 0, place) + 1 : words.find(b"\n", place)]

    wanted = word.encode("utf-8", "replace")
    place = bisect_left(range(len(words)), wanted, key=line)
    return place < len(words) and line(place) == wanted


@cache
def _words() -> bytes:
    """Return the list, a word a line, in the order of its bytes."""
    return Path(__file__).with_name("english_words.txt").read_bytes()
