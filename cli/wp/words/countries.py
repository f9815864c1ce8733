"""The countries that a text names, whatever it calls them or their people."""

import re
from functools import cache, lru_cache
from pathlib import Path

_NAME = re.compile(r"\b[A-Z](?:\.[A-Z]\.|\w*)(?: [A-Z]\w+){0,2}")
# A language or a currency, and no people: "the English text", "US dollars", "in French, it …".
_NO_PEOPLE = re.compile(
    r"\$| (?:text|version|translation|original|word|language|edition|title|speaker|page|dollar)s?\b"
)
_IN = re.compile(r"\b(?:in|into|from|between) (?:[A-Z]\w+ (?:and|or) )?$", re.IGNORECASE)
_ENDS = re.compile(r"[^\w\s]|$| (?:and|or|it|the|is|as|that|this|into|to)\b")


@lru_cache(maxsize=4096)
def countries(text: str) -> frozenset[str]:
    """Return the names of the countries that a text names: "India" of "Indian troops"."""
    found: set[str] = set()
    for match in _NAME.finditer(text):
        words = match[0].split(" ")
        place = 0
        while place < len(words):
            for count in range(min(3, len(words) - place), 0, -1):
                name = " ".join(words[place : place + count])
                country = _countries().get(name)
                if country:
                    at = match.start() + len(" ".join(words[: place + count]))
                    if not _is_language(text, at - len(name), at, name == country):
                        found.add(country)
                    place += count - 1
                    break
            place += 1
    return frozenset(found)


def _is_language(text: str, start: int, end: int, is_country: bool) -> bool:
    if _NO_PEOPLE.match(text, end):
        return True
    return not is_country and bool(_IN.search(text[:start]) and _ENDS.match(text, end))


def capital_of(name: str) -> tuple[str, ...]:
    """Return the country of a capital, for which it often stands: "Beijing sent troops"."""
    country = _read()[1].get(name)
    return (country,) if country else ()


def _countries() -> dict[str, str]:
    return _read()[0]


@cache
def _read() -> tuple[dict[str, str], dict[str, str]]:
    lines = Path(__file__).with_name("countries.txt").read_text(encoding="utf-8").splitlines()
    named: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for line in lines:
        if not line.startswith("#"):
            names, _, capital = line.partition("; ")
            country = names.partition(", ")[0]
            named.update(dict.fromkeys(names.split(", "), country))
            capitals[capital] = country
    return named, capitals
