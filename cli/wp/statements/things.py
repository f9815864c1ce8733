"""Kinds of counted things: persons are no cases, and cases no documents."""

from functools import cache, lru_cache

from wp.english import PERSONS
from wp.pattern import pattern
from wp.statements.terms import stems

PEOPLE = "people"
# Nouns that documents and drafts use for one kind of thing, the first of a line naming it.
_KINDS = (
    "countries states nations",
    "documents texts rules regulations",
    "treaties agreements pacts accords conventions",
    "operations missions",
    "organizations bodies committees agencies institutions branches",
    "boats ships vessels",
    "homes houses dwellings",
    "jobs posts positions",
    "firms companies businesses enterprises",
)
# "requests a year", "deaths per 100,000": what is counted stands before the rate.
_RATE = pattern(r"(?:\s+an?|\s+per|\s*/)\s.*$|/.*$")


@cache
def _kinds() -> dict[str, str]:
    kinds = {stem: next(iter(stems(line.split()[0]))) for line in _KINDS for stem in stems(line)}
    # "criminal" more often tells of a case or law than of a person
    return kinds | dict.fromkeys(stems(" ".join(PERSONS - {"criminals"})), PEOPLE)


def is_person(stem: str) -> bool:
    """Return whether a stem is that of a noun for persons."""
    return _kinds().get(stem) == PEOPLE


@lru_cache(maxsize=1024)
def things_of(unit: str) -> frozenset[str]:
    """Return the kinds of thing that a unit names: "countries and regions" names two."""
    kinds = _kinds()
    named = _RATE.sub("", unit)
    # "local governments and departments" are governments and departments, and nothing local
    words = ("countries" if word.lower() == "states" else word for word in named.split())
    nouns = [word for word in words if word.rstrip(",;").endswith("s")]
    return frozenset(kinds.get(stem, stem) for stem in stems(" ".join(nouns) or named))


def thing_of(phrase: tuple[str, ...], known: frozenset[str]) -> str | None:
    """Return the kind of thing that a noun phrase counts: its last word that names a known kind."""
    kinds = _kinds()
    for stem in reversed(phrase):
        kind = kinds.get(stem, stem)
        if kind == PEOPLE or kind in known:
            return kind
    return None
