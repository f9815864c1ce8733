"""The facts that hold most of a query, found without adding up every fact that holds some of it.

The same sums as `wp.search.rank` adds up, for the best facts only. Listed rows are added up as
there, those that cannot come near the best left out (the bound of MaxScore: Turtle and Flood 1995).
Rows that only bitmaps hold are found by intersecting these: a branch for each choice of terms, and
of strengths where many rows hold the same terms, cut off where even the best of it is not enough.
Of rows in one branch, which hold the same with the same strength, the first of the base are enough.
"""

from collections.abc import Callable
from heapq import heappush, heapreplace
from typing import Any, NamedTuple

from wp.search.calibrate import LAY_WORD
from wp.search.layout import Index
from wp.search.store.index import Allowed
from wp.search.store.layout import bitmap
from wp.search.store.rows import Rows, rows_in
from wp.search.terms import Term

_FEW = 100
"""So many rows of a branch are looked at one by one before it is parted by strength."""

_SLACK = 1e-9
"""Sums taken in another order may differ by so much."""


class _Common(NamedTuple):
    """A term with bitmaps: its greatest share, all its rows, the rows by share.

    A level may be mixed, of rows with this share or less.
    """

    most: float
    union: int
    levels: list[tuple[float, int, bool]]


def best_covered(
    index: Index,
    terms: list[Term],
    weights: list[float],
    allowed: Callable[[int], bool],
    count: int,
) -> tuple[dict[int, float], dict[int, float]]:
    """Give, for the `count` best facts and some others, what `wp.search.rank` sums up for all."""
    assert isinstance(allowed, Allowed)
    search = _Search(index, terms, weights, allowed, count)
    search.add_all()
    return search.covered, search.asked


class _Search:
    def __init__(
        self, index: Index, terms: list[Term], weights: list[float], allowed: Allowed, count: int
    ) -> None:
        self._terms = list(zip(terms, weights, strict=True))
        self._whole = sum(weights)
        self._allowed = allowed
        self._count = count
        lay = index["lay"]
        self._lay = [{row for stem in term.stems for row in lay.get(stem, ())} for term in terms]
        self.covered: dict[int, float] = {}
        self.asked: dict[int, float] = {}
        self._shares: list[float] = []
        self._seen: set[int] = set()
        self._common = sorted(
            (
                _common(rows, weight, index["rows"], alone=len(terms) == 1)
                for rows, weight in ((_stored(term.rows), w) for term, w in self._terms)
                if rows and rows.levels
            ),
            key=lambda common: -common.most,
        )

    @property
    def _enough(self) -> float:
        """The share of the worst among the best so far."""
        return self._shares[0] - _SLACK if len(self._shares) == self._count else 0.0

    def add_all(self) -> None:
        """Add up the rows that stand in lists, the most promising first, and in bitmaps."""
        sums: dict[int, float] = {}
        for (term, weight), lay in zip(self._terms, self._lay, strict=True):
            listed = _listed(term.rows, alone=len(self._terms) == 1)
            for row, strength in listed.items():
                sums[row] = sums.get(row, 0.0) + weight * strength
            # What is asked with a fact's own aliases is weighed apart: always looked at.
            for row in lay:
                if row in term.rows:
                    sums[row] = self._whole
        # The only term's listed rows that a bitmap holds too are found there.
        more = sum(common.most for common in self._common) if len(self._terms) > 1 else 0.0
        promising = sorted(sums, key=lambda row: (-sums[row], row))
        # A few of them set a mark that spares the bitmaps, and these one that spares the others.
        for row in promising[: self._count]:
            self._add(row)
        self._add_common()
        for row in promising[self._count :]:
            if (sums[row] + more) / self._whole < self._enough:
                break
            self._add(row)

    def _add(self, row: int) -> None:
        """Add up one row as `wp.search.rank` does, in the same order."""
        if row in self._seen or not self._allowed(row):
            return
        self._seen.add(row)
        covered = asked = 0.0
        for (term, weight), lay in zip(self._terms, self._lay, strict=True):
            strength = term.rows.get(row, 0.0)
            if strength:
                covered += weight * strength
                if row in lay:
                    extra = LAY_WORD * weight * weight
                    covered += extra * strength
                    asked += extra
        self.covered[row] = covered
        if asked:
            self.asked[row] = asked
        share = covered / (self._whole + asked)
        if len(self._shares) < self._count:
            heappush(self._shares, share)
        elif share > self._shares[0]:
            heapreplace(self._shares, share)

    def _add_common(self) -> None:
        """Add up rows that only bitmaps hold, the most promising first."""
        bits = self._allowed.bits
        within = None if bits is None else int.from_bytes(bits, "little")
        self._branch(0, within, 0.0, [])

    def _branch(self, at: int, within: int | None, bound: float, held: list[_Common]) -> None:
        rest = sum(common.most for common in self._common[at:])
        if (bound + rest) / self._whole < self._enough:
            return
        if at == len(self._common):
            if within is not None and held:
                self._leaf(within, bound, held)
            return
        common = self._common[at]
        inside = common.union if within is None else within & common.union
        if inside:
            self._branch(at + 1, inside, bound + common.most, [*held, common])
        self._branch(at + 1, within, bound, held)

    def _leaf(self, within: int, bound: float, held: list[_Common]) -> None:
        if within.bit_count() <= _FEW:
            for row in rows_in(_bytes(within)):
                self._add(row)
            return
        self._part(0, within, 0.0, bound, held, mixed=False)

    def _part(
        self, at: int, within: int, sure: float, rest: float, held: list[_Common], *, mixed: bool
    ) -> None:
        """Part rows that hold the same terms by the strength of each."""
        if (sure + rest) / self._whole < self._enough:
            return
        if at == len(held):
            new = 0
            for row in rows_in(_bytes(within)):
                if row not in self._seen:
                    self._add(row)
                    new += row in self._seen
                    if new == self._count and not mixed:
                        return
            return
        rest -= held[at].most
        for share, bits, among in held[at].levels:
            if inside := within & bits:
                self._part(at + 1, inside, sure + share, rest, held, mixed=mixed or among)


def _stored(rows: object) -> Rows | None:
    return rows if isinstance(rows, Rows) else None


def _listed(rows: Any, *, alone: bool) -> dict[int, float]:
    """Give the rows to be added up from a list: of a rare term, or of the only term."""
    if not isinstance(rows, Rows):
        plain: dict[int, float] = rows
        return plain
    return rows.listed if alone or not rows.levels else {}


def _common(rows: Rows, weight: float, count: int, *, alone: bool) -> _Common:
    """Gather a common term; its listed rows become a bitmap too, unless it is the only term."""
    by_share: dict[float, int] = {}
    union = 0
    for strength, hit in rows.numbers:
        union |= hit
        by_share[weight * strength] = by_share.get(weight * strength, 0) | hit
    levels = [(share, hit, False) for share, hit in by_share.items()]
    if rows.listed and not alone:
        hit = int.from_bytes(bitmap(rows.listed, count), "little")
        union |= hit
        levels.append((weight * max(rows.listed.values()), hit, True))
    levels.sort(key=lambda level: -level[0])
    return _Common(levels[0][0], union, levels)


def _bytes(bits: int) -> bytes:
    return bits.to_bytes((bits.bit_length() + 7) >> 3, "little")
