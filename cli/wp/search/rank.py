"""Ranking: which facts answer the terms of a query best."""

from collections.abc import Callable, Mapping, Sequence
from heapq import heappush, heappushpop, nlargest
from itertools import pairwise
from operator import neg

from wp.search.index_layout import Index
from wp.search.scoring import UNKNOWN, rarity, score, unknown_weight
from wp.search.term import QueryTerm

CANDIDATES = 60
"""So many facts with the best coverage are looked at closely."""

SLACK = 1e-9
"""Sums taken in another order may differ by so much."""

Scored = tuple[int, float]
"""A row and its score from 0 to 100."""

_Pair = tuple[float, Mapping[int, float], Mapping[int, float], list[str]]
"""A weight, the rows of two neighbouring terms, and the phrases they make."""


def rank(
    index: Index,
    terms: list[QueryTerm],
    allowed: Callable[[int], bool],
    *,
    fits: Callable[[int], float] | None = None,
    count: int = CANDIDATES,
    least: float = 0.0,
) -> list[Scored]:
    """Return (row, score) of the best facts, best first, ties in the order of the base.

    At most `count` of them, and none with a score below `least`. `fits` gives a factor from 0 to 1
    for how far a fact gives what is asked for.
    """
    if not terms:
        return []
    told = weights(index, terms)
    whole = sum(told)
    looked_at = max(CANDIDATES, count)
    covered = coverage(terms, told, allowed, looked_at, least / 100 * whole)
    pairs = _pairs(terms, told)
    found: list[Scored] = []
    highest: list[float] = []
    for held, negative in nlargest(
        looked_at, zip(covered.values(), map(neg, covered), strict=True)
    ):
        share = held / whole
        if 100 * share < (highest[0] if len(highest) == count else least) - SLACK:
            break
        row = -negative
        scored = score(share, _together(row, index.sequences[row], pairs) if pairs else None)
        if fits and scored >= least:  # a fit only lowers what is dropped as it is
            scored *= fits(row)
        found.append((row, scored))
        (heappush if len(highest) < count else heappushpop)(highest, scored)
    found = [(row, scored) for row, scored in found if scored >= least]
    found.sort(key=lambda item: (-item[1], item[0]))
    return found[:count]


def weights(index: Index, terms: Sequence[QueryTerm]) -> list[float]:
    """Return how much each term tells: by its rarity, or as one that the base lacks."""
    return [_weight(index, term) for term in terms]


def _weight(index: Index, term: QueryTerm) -> float:
    if term.hits:
        return rarity(term.hits, index.rows)
    # A name that the base has in another form ("German", Germany) is not lacking.
    return UNKNOWN if term.rows else unknown_weight(term.text)


def coverage(
    terms: list[QueryTerm],
    weights: list[float],
    allowed: Callable[[int], bool],
    count: int,
    least: float,
) -> dict[int, float]:
    """Sum up the weight of the terms that each row holds.

    Only rows that may hold as much as the best `count`, and `least`, are sure to be among them: a
    row that has none of the rare terms is left out once all others together are not enough (the
    bound of MaxScore: Turtle and Flood 1995).
    """
    known: dict[int, float] = {}
    rest = sum(weights)
    for weight, term in sorted(zip(weights, terms, strict=True), key=lambda one: -one[0]):
        enough = least
        if len(known) >= count:
            enough = max(least, nlargest(count, known.values())[-1])
        if rest < enough - SLACK:
            break
        for row, strength in term.rows.items():
            if row in known:
                known[row] += weight * strength
            elif allowed(row):
                known[row] = weight * strength
        rest -= weight
    # Sums taken in another order would differ in their last digits.
    covered = dict.fromkeys(known, 0.0)
    for term, weight in zip(terms, weights, strict=True):
        held = term.rows
        if len(held) < len(known):
            for row, strength in held.items():
                if row in covered:
                    covered[row] += weight * strength
        else:
            for row in known:
                if row in held:
                    covered[row] += weight * held[row]
    return covered


def _pairs(terms: list[QueryTerm], weights: list[float]) -> list[_Pair]:
    """Return each two neighbouring terms with a weight and, as stems, the phrases they make."""
    pairs: list[_Pair] = []
    for weight, (first, second) in zip(map(min, pairwise(weights)), pairwise(terms), strict=True):
        phrases = [f" {a} {b} " for a in first.stems[:4] for b in second.stems[:4]]
        pairs.append((weight, first.rows, second.rows, phrases))
    return pairs


def _together(row: int, sequence: str, pairs: list[_Pair]) -> float | None:
    """Return the weighted share of neighbouring terms that stand together, None for a lone term."""
    found = whole = 0.0
    for weight, first, second, phrases in pairs:
        whole += weight
        if row in first and row in second and any(phrase in sequence for phrase in phrases):
            found += weight
    return found / whole if whole else None
