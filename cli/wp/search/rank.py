"""Ranking: which facts answer the terms of a query best."""

from collections.abc import Callable, Mapping
from heapq import heappush, heappushpop, nlargest
from operator import neg

from wp.search.calibrate import (
    PASSAGE,
    rarity,
    score,
    unknown_weight,
)
from wp.search.layout import Index
from wp.search.terms import Term

CANDIDATES = 60
"""So many facts with the best coverage are looked at closely."""

SLACK = 1e-9
"""Sums taken in another order may differ by so much."""

_REVERSED = 0.5
"""What two neighbouring words count that stand together the other way round."""

Scored = tuple[int, float]
"""A row and its score from 0 to 100."""

_Pair = tuple[float, tuple[str, ...], tuple[str, ...]]


def rank(
    index: Index,
    terms: list[Term],
    allowed: Callable[[int], bool],
    *,
    fits: Callable[[int], float] | None = None,
    count: int = CANDIDATES,
    least: float = 0.0,
) -> list[Scored]:
    """Give (row, score) of the best facts, best first, ties in the order of the base.

    At most `count` of them, and none with a score below `least`. `fits` gives a factor from 0 to 1
    for how far a fact gives what is asked for.
    """
    if not terms:
        return []
    look = Look(index, terms, fits, count, least)
    covered = _coverage(terms, look.weights)
    return look.best({row: held for row, held in covered.items() if allowed(row)})


class Look:
    """A close look at the facts that hold most of a query."""

    def __init__(
        self,
        index: Index,
        terms: list[Term],
        fits: Callable[[int], float] | None,
        count: int,
        least: float,
    ) -> None:
        self.terms = terms
        self.weights = weights(index, terms)
        self.whole = sum(self.weights)
        self.count = count
        self.least = least
        self._index = index
        self._pairs = _pairs(terms, self.weights)
        self._first_passage = index.first_passage
        self._fits = fits
        self._scores: dict[int, float] = {}

    def best(self, covered: Mapping[int, float]) -> list[Scored]:
        """Return (row, score) of the best among the facts with the best coverage, best first.

        `covered` is how much of the query each holds.
        """
        shares = [held / self.whole for held in covered.values()]
        found: list[Scored] = []
        highest: list[float] = []
        looked_at = max(CANDIDATES, self.count)
        for share, negative in nlargest(looked_at, zip(shares, map(neg, covered), strict=True)):
            if len(highest) == self.count and share < self.share_for(highest[0]) - SLACK:
                break
            row = -negative
            scored = self._score(row, covered[row])
            found.append((row, scored))
            (heappush if len(highest) < self.count else heappushpop)(highest, scored)
        found = [(row, scored) for row, scored in found if scored >= self.least]
        found.sort(key=lambda item: (-item[1], item[0]))
        return found[: self.count]

    def share_for(self, scored: float) -> float:
        """Return the share of the query without which no fact has this score."""
        return scored / 100

    def _score(self, row: int, covered: float) -> float:
        if row not in self._scores:
            index = self._index
            together = _together(index.sequences[row], self._pairs) if self._pairs else None
            scored = score(covered / self.whole, together)
            if self._fits and scored >= self.least:  # a fit only lowers what is dropped as it is
                scored *= self._fits(row)
            self._scores[row] = scored if row < self._first_passage else PASSAGE * scored
        return self._scores[row]


def weights(index: Index, terms: list[Term]) -> list[float]:
    """Return how much each term tells: by its rarity, or as one that the base lacks."""
    return [
        rarity(term.hits, index.rows) if term.hits else unknown_weight(term.text) for term in terms
    ]


def _coverage(terms: list[Term], weights: list[float]) -> dict[int, float]:
    """Sum up the weight of the terms that each fact holds."""
    covered: dict[int, float] = {}
    for term, weight in zip(terms, weights, strict=True):
        for row, strength in term.rows.items():
            covered[row] = covered.get(row, 0.0) + weight * strength
    return covered


def _pairs(terms: list[Term], weights: list[float]) -> list[_Pair]:
    """Give, for each two neighbouring terms, a weight and how they read in and out of order."""
    pairs = []
    for place in range(len(terms) - 1):
        first, second = terms[place].stems[:4], terms[place + 1].stems[:4]
        ordered = tuple(f" {a} {b} " for a in first for b in second)
        reverse = tuple(f" {b} {a} " for a in first for b in second)
        pairs.append((min(weights[place], weights[place + 1]), ordered, reverse))
    return pairs


def _together(sequence: str, pairs: list[_Pair]) -> float | None:
    """Give the weighted share of neighbouring terms that stand together, None for a lone term."""
    found = whole = 0.0
    for weight, ordered, reverse in pairs:
        whole += weight
        if any(pair in sequence for pair in ordered):
            found += weight
        elif any(pair in sequence for pair in reverse):
            found += _REVERSED * weight
    return found / whole if whole else None
