"""Kinds of counted things: persons are no cases, and cases no documents."""

from functools import cache

from wp.statements.terms import stems

PERSONS = "people"


@cache
def _persons() -> frozenset[str]:
    return stems(
        "people persons individuals men women children citizens residents officials cadres members "
        "staff employees workers soldiers troops personnel peacekeepers police suspects defendants "
        "offenders criminals fugitives prisoners inmates victims refugees civilians patients "
        "students pupils teachers judges lawyers prosecutors users voters delegates"
    )


def things_of(unit: str) -> frozenset[str]:
    """Give the kinds of thing that a unit names: "countries and regions" names two."""
    return frozenset(PERSONS if stem in _persons() else stem for stem in stems(unit))


def thing_of(phrase: tuple[str, ...], known: frozenset[str]) -> str | None:
    """Give the kind of thing that a noun phrase counts: its last word that names a known kind."""
    for stem in reversed(phrase):
        if stem in _persons():
            return PERSONS
        if stem in known:
            return stem
    return None
