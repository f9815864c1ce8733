"""The facts of which a query's terms can add up to enough: found by set algebra, all at once.

A term of a query is a few bitmaps, each with the most that a fact in it can hold of the query. What
a fact holds at most is a sum of these. The facts whose sum reaches a mark are those in a bitmap of
the first term whose other terms reach the rest, or whose other terms reach the mark without it:
a threshold function, taken apart term by term as in a decision diagram (Bryant 1986).
"""

from collections.abc import Sequence

from pyroaring import BitMap

_UNITS = 512
"""Shares are counted in whole parts of so many, rounded up, so that few different rests arise."""

Bounds = Sequence[tuple[float, BitMap]]
"""A term: bitmaps, each with the greatest share of the query that a fact in it may hold by it."""


class Reach:
    """The bounds of a query's terms, ready to be asked for the facts that reach a share."""

    def __init__(self, terms: Sequence[Bounds], within: BitMap) -> None:
        """Take the terms, and the facts that may be found."""
        counted = [[(int(share * _UNITS) + 1, rows) for share, rows in term] for term in terms]
        self._terms = sorted(counted, key=_most, reverse=True)
        self._within = within
        self._left = [0]
        for term in reversed(self._terms):
            self._left.append(self._left[-1] + _most(term))
        self._left.reverse()
        self._known: dict[tuple[int, int], BitMap] = {}

    @property
    def most(self) -> float:
        """The greatest share that a fact could reach."""
        return self._left[0] / _UNITS

    def rows(self, share: float) -> BitMap:
        """Give the facts that may hold a share of the query."""
        need = int(share * _UNITS)
        return self._rows(0, need) & self._within if need > 0 else self._within

    def _rows(self, at: int, need: int) -> BitMap:
        if need > self._left[at]:
            return BitMap()
        found = self._known.get((at, need))
        if found is None:
            found = self._rows(at + 1, need)
            for share, rows in self._terms[at]:
                found = found | (rows & self._rows(at + 1, need - share) if share < need else rows)
            self._known[at, need] = found
        return found


def _most(term: Sequence[tuple[int, BitMap]]) -> int:
    return max((share for share, _ in term), default=0)
