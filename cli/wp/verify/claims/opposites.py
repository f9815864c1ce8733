"""Words of which one says the opposite of the other: who is counted, and what became of it."""

from collections.abc import Iterator
from functools import cache

from wp.statements.terms import stems

# What is left of a whole is told by the other kind.
_KINDS = (
    "women | men", "female | male", "girls | boys", "rural | urban", "public | private",
    "foreign | national domestic", "married | single", "yes | no", "old | young",
)  # fmt: skip
_CONTRARIES = (
    "surplus | loss deficit shortfall", "profit | loss deficit", "accept approve | reject refuse",
    "grant allow | refuse deny reject", "import | export", "win | lose", "arrival | departure",
    "oldest | youngest", "highest | lowest", "largest | smallest", "longest | shortest",
)  # fmt: skip

WordPair = tuple[frozenset[str], frozenset[str]]


def are_opposite_kinds(said: frozenset[str], told: frozenset[str]) -> bool:
    """Return whether one text has a kind and the other the opposite one, as stems: men, women."""
    return _are_opposed(said, told, _pairs(_KINDS))


def are_opposite(said: frozenset[str], told: frozenset[str]) -> bool:
    """Return whether one text says the opposite of the other: a surplus and a loss, men, women."""
    return _are_opposed(said, told, _pairs(_KINDS + _CONTRARIES))


def _are_opposed(said: frozenset[str], told: frozenset[str], pairs: tuple[WordPair, ...]) -> bool:
    # Most texts have no word of any pair.
    return not said.isdisjoint(_words(pairs)) and any(
        one & said and two & told and not (one & told or two & said) for one, two in pairs
    )


@cache
def _pairs(lines: tuple[str, ...]) -> tuple[WordPair, ...]:
    return tuple(_both_ways(lines))


@cache
def _words(pairs: tuple[WordPair, ...]) -> frozenset[str]:
    return frozenset[str]().union(*(one for one, _ in pairs))


def _both_ways(lines: tuple[str, ...]) -> Iterator[WordPair]:
    for line in lines:
        one, two = (stems(side) for side in line.split("|"))
        yield one, two
        yield two, one
