"""Kinds of counted things: persons are no cases, and cases no documents."""

import re
from functools import cache

from wp.statements.terms import stems

PERSONS = "people"
# Nouns that documents and drafts use for one kind of thing, the first of a line naming it.
_KINDS = (
    "people persons person individuals men women children citizens residents inhabitants officials "
    "cadres members staff employees workers soldiers troops personnel peacekeepers police officers "
    "suspects defendants offenders criminals fugitives prisoners inmates victims refugees "
    "civilians patients students pupils teachers judges lawyers prosecutors users voters delegates "
    "migrants volunteers passengers visitors applicants beneficiaries farmers doctors nurses girls "
    "boys adults youths participants experts trainees scholars pensioners retirees jobseekers",
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
_RATE = re.compile(r"(?:\s+an?|\s+per|\s*/)\s.*$|/.*$")


@cache
def _kinds() -> dict[str, str]:
    return {
        stem: line.split()[0] if line.startswith(PERSONS) else next(iter(stems(line.split()[0])))
        for line in _KINDS
        for stem in stems(line)
    }


def is_person(stem: str) -> bool:
    """Tell whether a stem is that of a noun for persons."""
    return _kinds().get(stem) == PERSONS


def things_of(unit: str) -> frozenset[str]:
    """Give the kinds of thing that a unit names: "countries and regions" names two."""
    kinds = _kinds()
    return frozenset(kinds.get(stem, stem) for stem in stems(_RATE.sub("", unit)))


def thing_of(phrase: tuple[str, ...], known: frozenset[str]) -> str | None:
    """Give the kind of thing that a noun phrase counts: its last word that names a known kind."""
    kinds = _kinds()
    for stem in reversed(phrase):
        kind = kinds.get(stem, stem)
        if kind == PERSONS or kind in known:
            return kind
    return None
