"""Words by which a draft may tell what a base tells with others: near in meaning, or the same of
the thing that is told of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from wp.statements.terms import stems
from wp.words.thesaurus import closest, lines_with

# The source's verb | those that say the same of it | the things of which they do; none: of any.
_SAID_OF = (
    "submit | send deliver hand handed to transmit reach |",
    "approve | accept |",
    "employee | employ |",
    "arrest | hold held | suspect people",
    "sign | strike struck agree | treaty agreement contract deal",
    "seize | bring in brought in haul | narcotic chemical weapon good",
    "accede | join bind bound sign up | convention treaty covenant protocol",
    "establish | lay down laid down lay laid set | principle rule standard norm procedure",
    "send | lend lent post supply provide assign | soldier troop peacekeeper personnel team police",
    "build | raise muster assemble | force army troop unit corps",
    "bring back | track retrieve fetch recapture | fugitive suspect criminal",
    "fugitive | flee fled hide hid hidden run escape | abroad country region",
    "put forward | air moot raise present bring up brought up launch | idea concept vision",
    "expand | elaborate develop enlarge broaden | idea concept vision plan theme",
    "in effect | survive outlive outlast | document rule law decree",
)


def kin_of(vocabulary: frozenset[str]) -> bytes:
    """Return a line for each stem that a draft may use, with those of a base that say the same,
    for `line_of`: ways parted by tabs, in each the stems, parted by commas, that say it together.

    `vocabulary` are the stems of the base.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for stem, words in _kin():
        if words <= vocabulary:
            found[stem].add(",".join(sorted(words)))
    lines = ("\t".join((stem, *sorted(ways))).encode() for stem, ways in found.items())
    return b"".join(line + b"\n" for line in sorted(lines, key=lambda one: one.split(b"\t")[0]))


def _kin() -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each stem with stems that together say the same."""
    for line in _SAID_OF:
        verb, others, things = map(stems, line.split(" |"))
        for other in others - verb:
            yield from ((other, verb | {thing}) for thing in things)
            if not things:
                yield other, verb
    for one in lines_with(""):
        yield from _each_for_all(map(stems, one.words))
    for stem, near in closest():
        for other in near:
            yield stem, frozenset((other,))


def _each_for_all(members: Iterable[frozenset[str]]) -> Iterator[tuple[str, frozenset[str]]]:
    told = [one for one in members if one]
    for stem in frozenset[str]().union(*told):
        yield from ((stem, words) for words in told)
