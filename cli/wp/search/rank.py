"""Ranking: which facts answer the terms of a query best."""

from collections.abc import Callable
from heapq import nlargest

from wp.search.calibrate import rarity, score
from wp.search.index import Index
from wp.search.query import Intent
from wp.search.terms import Term

_CANDIDATES = 60
"""So many facts with the best coverage are looked at closely."""

_REVERSED = 0.5
_HOLDS = {"figure": 1, "date": 2}


def rank(
    index: Index, terms: list[Term], intent: Intent, allowed: Callable[[int], bool]
) -> list[tuple[int, float]]:
    """Give (row, score) of the best facts, best first, ties in the order of the base."""
    total = index["rows"]
    weights = [rarity(len(term.rows), total) for term in terms]
    whole = sum(weights)
    covered: dict[int, float] = {}
    for term, weight in zip(terms, weights, strict=True):
        for row, strength in term.rows.items():
            covered[row] = covered.get(row, 0.0) + weight * strength
    best = nlargest(
        _CANDIDATES,
        ((share, -row) for row, share in covered.items() if allowed(row)),
    )
    pairs = _pairs(terms, weights)
    wanted = _HOLDS.get(intent, 0)
    scored = []
    for share, negative in best:
        row = -negative
        together = _together(index["sequences"][row], pairs)
        fits = not wanted or bool(index["holds"][row] & wanted)
        scored.append((row, score(share / whole, together, fits)))
    scored.sort(key=lambda item: (-item[1], item[0]))
    return scored


def _pairs(
    terms: list[Term], weights: list[float]
) -> list[tuple[float, tuple[str, ...], tuple[str, ...]]]:
    """Give, for each two neighbouring terms, a weight and how they read in and out of order."""
    pairs = []
    for place in range(len(terms) - 1):
        first, second = terms[place].stems[:4], terms[place + 1].stems[:4]
        ordered = tuple(f" {a} {b} " for a in first for b in second)
        reverse = tuple(f" {b} {a} " for a in first for b in second)
        pairs.append((min(weights[place], weights[place + 1]), ordered, reverse))
    return pairs


def _together(
    sequence: str, pairs: list[tuple[float, tuple[str, ...], tuple[str, ...]]]
) -> float | None:
    if not pairs:
        return None
    found = 0.0
    whole = 0.0
    for weight, ordered, reverse in pairs:
        whole += weight
        if any(pair in sequence for pair in ordered):
            found += weight
        elif any(pair in sequence for pair in reverse):
            found += _REVERSED * weight
    return found / whole if whole else None
