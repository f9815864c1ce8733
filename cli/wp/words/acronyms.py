"""Acronyms and the names they stand for, read off printed text."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from wp.pattern import pattern

_SMALL_WORDS = frozenset("a an and for in of on or the to with against by at".split())
_NAME_PIECES = pattern(r"[^\W\d_]+(?:['’]\w+)?|[.,;:()\[\]\"“”]")
_ACRONYM = pattern(r"\b[A-Z]{2,8}\b")
_LONGEST = 12
_SHORTEST = 3


def initials(capitals: str) -> set[str]:
    """Return the lower-case initials of every name of three words or more, from `capitals`.

    A name is a run of capitalised words; small words may stand inside and are left out of its
    initials ("Convention on the Rights of the Child": crc), as is common.
    """
    found: set[str] = set()
    for letters in capitals.lower().split():
        for start in range(len(letters) - _SHORTEST + 1):
            for end in range(start + _SHORTEST, min(start + _LONGEST, len(letters)) + 1):
                found.add(letters[start:end])
    return found


def capitals(text: str) -> str:
    """Return the initials of the capitalised words of a text, a space for whatever ends a name."""
    if text.isalpha() and text.islower():
        return "" if text in _SMALL_WORDS else " "
    return "".join(
        one[0] if one[0].isupper() else "" if one in _SMALL_WORDS else " "
        for one in _NAME_PIECES.findall(text)
    )


def acronyms(text: str) -> list[str]:
    """Return the acronyms that a text prints, as often as it does."""
    found: list[str] = _ACRONYM.findall(text)
    return found


def expansions(text: str) -> Iterator[tuple[str, str]]:
    """Yield (name, acronym) for every name beside which a text prints its initials in brackets."""
    if " (" not in text:
        return
    for match in re.finditer(r"\b([A-Z]{2,8}) \(([^()]{5,80})\)", text):
        yield match.group(2), match.group(1).lower()
    if not re.search(r" \([A-Z]{2,8}\)", text):
        return
    for match in re.finditer(r"((?:\w+ ){2,8})\(([A-Z]{2,8})\)", text):
        words = match.group(1).split()
        for start in range(len(words)):
            last = words[start:]
            letters = _initials_of(last)
            if letters == match.group(2) and last[0] not in _SMALL_WORDS:
                yield " ".join(last), letters.lower()


@lru_cache(maxsize=64)
def letters_of(name: str) -> str:
    """Return the initials of a name."""
    words = re.findall(r"[^\W\d_]+(?:['’]\w+)?", name)
    return _initials_of(words)


def _initials_of(words: Iterable[str]) -> str:
    return "".join(word[0].upper() for word in words if word not in _SMALL_WORDS)


def name_of(acronym: str, text: str) -> tuple[int, int] | None:
    """Find the name in a text that has these initials; gives its span."""
    letters = [
        (match.group()[0].lower(), match.start(), match.end())
        for match in re.finditer(r"[^\W\d_]+", text)
        if match.group() not in _SMALL_WORDS
    ]
    at = "".join(letter for letter, _, _ in letters).find(acronym.lower())
    if at < 0:
        return None
    return letters[at][1], letters[at + len(acronym) - 1][2]
