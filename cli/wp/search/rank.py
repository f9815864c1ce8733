"""Ranking: which facts answer the terms of a query best."""

from collections.abc import Callable, Mapping
from heapq import heappush, heappushpop, nlargest
from operator import neg

from wp.search.calibrate import (
    HEADLESS,
    LAY_WORD,
    PASSAGE,
    UNKNOWN_BESIDE_ALIAS,
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

_LONGEST_ALIAS = 4
_RARE_ALIAS_SHARE = 0.02

Scored = tuple[int, float]
"""A row and its score from 0 to 100."""

_Pair = tuple[float, tuple[str, ...], tuple[str, ...]]


def rank(
    index: Index,
    terms: list[Term],
    allowed: Callable[[int], bool],
    *,
    fits: Callable[[int], float] | None = None,
    head: str = "",
    count: int = CANDIDATES,
    least: float = 0.0,
) -> list[Scored]:
    """Give (row, score) of the best facts, best first, ties in the order of the base.

    At most `count` of them, and none with a score below `least`. `fits` gives a factor from 0 to 1
    for how far a fact gives what is asked for; one that lacks the word `head` counts less.
    """
    if not terms:
        return []
    look = Look(index, terms, fits, head, count, least)
    if "store" in index:
        from wp.search.store.best import best_covered

        covered, asked = best_covered(index, look, allowed)
    else:
        covered, asked = _coverage(index, terms, look.weights)
        covered = {row: held for row, held in covered.items() if allowed(row)}
    return look.best(covered, asked)


class Look:
    """A close look at the facts that hold most of a query."""

    def __init__(
        self,
        index: Index,
        terms: list[Term],
        fits: Callable[[int], float] | None,
        head: str,
        count: int,
        least: float,
    ) -> None:
        rows = index["rows"]
        self.terms = terms
        self.weights = [
            rarity(term.hits, rows) if term.hits else unknown_weight(term.text) for term in terms
        ]
        self.whole = sum(self.weights)
        self.count = count
        self.least = least
        self._index = index
        unknown = sum(
            weight for term, weight in zip(terms, self.weights, strict=True) if not term.rows
        )
        self._aliased = _aliased(index, terms) if unknown else set()
        self._spared = (1 - UNKNOWN_BESIDE_ALIAS) * unknown
        self._pairs = _pairs(terms, self.weights)
        self._first_passage: int = rows if "store" in index else index["first_passage"]
        self._fits = fits
        self._head = next((term for term in terms if term.text.lower().startswith(head)), None)
        if not head or len(terms) < 2:
            self._head = None
        self._scores: dict[int, float] = {}

    def best(
        self,
        covered: Mapping[int, float],
        asked: Mapping[int, float],
    ) -> list[Scored]:
        """Give (row, score) of the best among the facts with the best coverage, best first.

        `covered` is how much of the query each holds, `asked` how much more it was asked.
        """
        whole = self.whole
        shares = [held / (whole + asked.get(row, 0.0)) for row, held in covered.items()]
        found: list[Scored] = []
        highest: list[float] = []
        looked_at = max(CANDIDATES, self.count)
        for share, negative in nlargest(looked_at, zip(shares, map(neg, covered), strict=True)):
            if len(highest) == self.count and share < self.share_for(highest[0]) - SLACK:
                break
            row = -negative
            scored = self._score(row, covered[row], asked.get(row, 0.0))
            found.append((row, scored))
            (heappush if len(highest) < self.count else heappushpop)(highest, scored)
        found = [(row, scored) for row, scored in found if scored >= self.least]
        found.sort(key=lambda item: (-item[1], item[0]))
        return found[: self.count]

    def share_for(self, scored: float) -> float:
        """Give the share of the query without which no fact has this score."""
        # A score is never above the share, but where a part of what is unknown is spared.
        return scored / 100 * (1 - self._spared / self.whole if self._aliased else 1)

    def _score(self, row: int, covered: float, asked: float) -> float:
        if row not in self._scores:
            total = self.whole + asked
            if row in self._aliased:
                total -= self._spared
            index = self._index
            together = _together(index["sequences"][row], self._pairs) if self._pairs else None
            scored = score(covered / total, together)
            if self._head and row not in self._head.rows:
                scored *= HEADLESS
            if self._fits:
                scored *= self._fits(row)
            self._scores[row] = scored if row < self._first_passage else PASSAGE * scored
        return self._scores[row]


def _coverage(
    index: Index, terms: list[Term], weights: list[float]
) -> tuple[dict[int, float], dict[int, float]]:
    """Sum up the weight of the terms that each fact holds, and by how much more it was asked.

    A rare word of a fact's aliases that its quote lacks was put there because readers ask with it:
    where it is asked, it weighs more, for this fact only.
    """
    lay: dict[str, tuple[int, ...]] = index["lay"]
    covered: dict[int, float] = {}
    asked: dict[int, float] = {}
    for term, weight in zip(terms, weights, strict=True):
        for row, strength in term.rows.items():
            covered[row] = covered.get(row, 0.0) + weight * strength
        extra = LAY_WORD * weight * weight
        for row in {row for stem in term.stems for row in lay.get(stem, ())}:
            if row in term.rows:
                covered[row] += extra * term.rows[row]
                asked[row] = asked.get(row, 0.0) + extra
    return covered, asked


def _aliased(index: Index, terms: list[Term]) -> set[int]:
    """Find the facts of which the query holds a whole alias, word for word.

    A single word counts when it is an alias of few facts.
    """
    aliases: dict[str, tuple[int, ...]] = index["aliases"]
    few = max(2, int(index["rows"] * _RARE_ALIAS_SHARE))
    rows: set[int] = set()
    for start in range(len(terms)):
        phrases = [""]
        for term in terms[start : start + _LONGEST_ALIAS]:
            phrases = [f"{phrase} {stem}".strip() for phrase in phrases for stem in term.stems[:2]]
            for phrase in phrases:
                found = aliases.get(phrase, ())
                if " " in phrase or len(found) <= few:
                    rows.update(found)
    return rows


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
