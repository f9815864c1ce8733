"""Names that a text prints: countries, whatever it calls them or their people, and acronyms."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from wp.pattern import pattern

# Countries

_COUNTRY_NAME = pattern(r"\b[A-Z](?:\.[A-Z]\.|\w*)(?: [A-Z]\w+){0,2}")
# A language or a currency, and no people: "the English text", "US dollars", "in French, it …".
_NO_PEOPLE = pattern(
    r"\$| (?:text|version|translation|original|word|language|edition|title|speaker|page|dollar)s?\b"
)
_IN = pattern(r"\b(?:in|into|from|between) (?:[A-Z]\w+ (?:and|or) )?$", re.IGNORECASE)
_BEFORE = 60  # characters before a name that are looked at
_ENDS = pattern(r"[^\w\s]|$| (?:and|or|it|the|is|as|that|this|into|to)\b")


@lru_cache(maxsize=4096)
def countries(text: str) -> frozenset[str]:
    """Return the names of the countries that a text names: "India" of "Indian troops"."""
    known, _ = _read()
    found: set[str] = set()
    for match in _COUNTRY_NAME.finditer(text):
        words = match[0].split(" ")
        place = 0
        while place < len(words):
            for count in range(min(3, len(words) - place), 0, -1):
                name = " ".join(words[place : place + count])
                country = known.get(name)
                if country:
                    at = match.start() + len(" ".join(words[: place + count]))
                    if not _is_language(text, at - len(name), at, name == country):
                        found.add(country)
                    place += count - 1
                    break
            place += 1
    return frozenset(found)


def lands(text: str) -> frozenset[str]:
    """Return the countries that a text names, or of which it names the capital."""
    return countries(text).union(*map(capital_of, text.split()))


def capital_of(name: str) -> tuple[str, ...]:
    """Return the country of a capital, for which it often stands: "Beijing sent troops".

    Empty for any other name.
    """
    country = _read()[1].get(name)
    return (country,) if country else ()


def _is_language(text: str, start: int, end: int, is_country: bool) -> bool:
    """Return whether a name at these offsets is of a language or currency, and of no people.

    A country's own name ("in France") is of no language.
    """
    if _NO_PEOPLE.match(text, end):
        return True
    if is_country or not _ENDS.match(text, end):
        return False
    return _IN.search(text, max(start - _BEFORE, 0), start) is not None


@cache
def _read() -> tuple[dict[str, str], dict[str, str]]:
    """Return the country of each name, and that of each capital."""
    lines = Path(__file__).with_name("countries.txt").read_text(encoding="utf-8").splitlines()
    named: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for line in lines:
        if not line.startswith("#"):
            names, _, capital = line.partition("; ")
            country = names.partition(", ")[0]
            named.update(dict.fromkeys(names.split(", "), country))
            if capital:
                capitals[capital] = country
    return named, capitals


# Acronyms and the names they stand for

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
