"""The countries that a text names, whatever it calls them or their people."""

import re
from functools import cache, lru_cache
from pathlib import Path

from wp.pattern import pattern

_NAME = pattern(r"\b[A-Z](?:\.[A-Z]\.|\w*)(?: [A-Z]\w+){0,2}")
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
    for match in _NAME.finditer(text):
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
