"""The facts that hold most of a query, found without adding up every fact that holds some of it.

What may answer is found by bounds (see `wp.search.store.reach`), from a high mark down to that of
the best facts found, below which nothing can be among them; it is added up as `wp.search.rank`
does. Where words are so common that too many facts could be among the best, these are parted by
strength: a branch for each choice of terms and of their strengths, cut off where even the best of
it is not enough (the bound of MaxScore: Turtle and Flood 1995). Of rows in one branch, which hold
the same with the same strength, the first of the base are enough.
"""

from collections.abc import Callable, Iterable
from heapq import heapify, heappush, heapreplace, nlargest
from itertools import islice
from typing import NamedTuple

from pyroaring import BitMap

from wp.search.layout import Index
from wp.search.rank import CANDIDATES, SLACK, Look
from wp.search.store.reach import Reach
from wp.search.store.rows import Level, Rows
from wp.search.store.store import Allowed
from wp.search.terms import Term

_MANY = 4000
"""So many facts are added up one by one before they are parted by strength."""

_FEW = 100
"""So many rows of a branch are looked at one by one before it is parted by strength."""

_FEWEST, _PARTS = 16, 512
"""A strength with which a term hits one of so many facts, and not fewer than a few, is common."""

_STEP = 0.125
"""The mark is lowered by so much of the query as long as too few facts are found."""


def best_covered(index: Index, look: Look, allowed: Callable[[int], bool]) -> dict[int, float]:
    """Give what `wp.search.rank` sums up for all, for the best facts and some others."""
    assert isinstance(allowed, Allowed)
    sums = _Sums(index, look, allowed)
    least = _add_reaching(sums)
    if least is not None:
        _Parting(sums, least).add_all()
    return sums.covered


class _Sums:
    """Adds up what single facts hold of a query, as `wp.search.rank` does and in the same order."""

    def __init__(self, index: Index, look: Look, allowed: Allowed) -> None:
        self.look = look
        self.terms = list(zip(map(_rows, look.terms), look.weights, strict=True))
        self.count: int = index.rows
        self.covered: dict[int, float] = {}
        self._also = allowed.also
        self.within = BitMap(range(self.count)) if allowed.rows is None else allowed.rows
        self._added = BitMap()

    def add(self, rows: BitMap) -> list[float]:
        """Add up some facts; give the shares of the query of those allowed and not yet known."""
        new = (rows & self.within) - self._added
        if self._also:
            new = BitMap(filter(self._also, new))
        self._added |= new
        covered: dict[int, float] = {}
        for term, weight in self.terms:
            for row, strength in term.among(new):
                covered[row] = covered.get(row, 0.0) + weight * strength
        self.covered |= covered
        return [share / self.look.whole for share in covered.values()]

    def bounds(self) -> list[list[Level]]:
        """Return for each term where facts hold it, with the greatest share it can be."""
        whole = self.look.whole
        return [
            [(weight * rows.levels[0][0] / whole, rows.union)] if rows else []
            for rows, weight in self.terms
        ]


def _rows(term: Term) -> Rows:
    assert isinstance(term.rows, Rows)
    return term.rows


def _add_reaching(sums: _Sums) -> float | None:
    """Add up the facts that may be among the best: None when done, a mark where too many may."""
    look = sums.look
    least = look.share_for(look.least)
    if len(sums.terms) == 1 and len(sums.terms[0][0]) > _MANY:
        return least
    reach = Reach(sums.bounds(), sums.within)
    mark = max(least, reach.most - _STEP)
    seen = BitMap()
    while True:
        every = reach.rows(mark - SLACK)
        if len(every) < look.count and mark > least:
            mark = max(least, mark - _STEP)
            continue
        if len(every) - len(seen) > _MANY:
            return least
        sums.add(every)
        seen = every
        best = look.best(sums.covered)
        if len(best) == look.count:
            least = max(least, look.share_for(best[-1][1]))
        if mark <= least:
            return None
        mark = least if len(best) == look.count else max(least, mark - _STEP)


class _Common(NamedTuple):
    """A term that hits many facts: its greatest share, all its facts, these parted by share.

    A part may be mixed, of facts with this share or less.
    """

    most: float
    union: BitMap
    parts: list[tuple[float, BitMap, bool]]


class _Parting:
    """Adds up the facts of rare terms one by one, the most promising first, others in parts."""

    def __init__(self, sums: _Sums, least: float) -> None:
        self._sums = sums
        self._whole = sums.look.whole
        self._least = least - SLACK
        self._alone = len(sums.terms) == 1
        shares = [held / self._whole for held in sums.covered.values()]
        self._shares = nlargest(CANDIDATES, shares)
        heapify(self._shares)
        dense = max(_FEWEST, sums.count // _PARTS)
        self._rare: list[tuple[list[Level], float]] = []
        self._common: list[_Common] = []
        for rows, weight in sums.terms:
            large = [level for level in rows.levels if len(level[1]) >= dense]
            small = [level for level in rows.levels if len(level[1]) < dense]
            if large:
                self._common.append(_common(large, [] if self._alone else small, weight))
            # Small parts of a common term are among its own, unless it is the only term.
            if self._alone or not large:
                self._rare.append((small, weight))
        self._common.sort(key=lambda common: -common.most)

    @property
    def _enough(self) -> float:
        """The share below which no fact can be among the best."""
        if len(self._shares) < CANDIDATES:
            return self._least
        return max(self._least, self._shares[0] - SLACK)

    def add_all(self) -> None:
        """Add up every fact that may be among the best."""
        sums: dict[int, float] = {}
        for levels, weight in self._rare:
            strengths = {row: strength for strength, hit in reversed(levels) for row in hit}
            for row, strength in strengths.items():
                sums[row] = sums.get(row, 0.0) + weight * strength
        # The facts of the only term that stand in small parts may stand in a large one too.
        more = 0.0 if self._alone else sum(common.most for common in self._common)
        promising = sorted(sums, key=lambda row: (-sums[row], row))
        # A few of them set a mark that spares the bitmaps, and these one that spares the others.
        self._add(promising[:CANDIDATES])
        self._branch(0, self._sums.within, 0.0, [])
        for at in range(CANDIDATES, len(promising), CANDIDATES):
            some = promising[at : at + CANDIDATES]
            if (sums[some[0]] + more) / self._whole < self._enough:
                break
            self._add(some)

    def _add(self, rows: Iterable[int]) -> int:
        shares = self._sums.add(BitMap(rows))
        for share in shares:
            if len(self._shares) < CANDIDATES:
                heappush(self._shares, share)
            elif share > self._shares[0]:
                heapreplace(self._shares, share)
        return len(shares)

    def _branch(self, at: int, within: BitMap, bound: float, held: list[_Common]) -> None:
        rest = sum(common.most for common in self._common[at:])
        if (bound + rest) / self._whole < self._enough:
            return
        if at == len(self._common):
            if held:
                self._leaf(within, bound, held)
            return
        common = self._common[at]
        if inside := within & common.union:
            self._branch(at + 1, inside, bound + common.most, [*held, common])
        self._branch(at + 1, within, bound, held)

    def _leaf(self, within: BitMap, bound: float, held: list[_Common]) -> None:
        if len(within) <= _FEW:
            self._add(within)
            return
        self._part(0, within, 0.0, bound, held, mixed=False)

    def _part(
        self, at: int, within: BitMap, sure: float, rest: float, held: list[_Common], *, mixed: bool
    ) -> None:
        """Part rows that hold the same terms by the strength of each."""
        if (sure + rest) / self._whole < self._enough:
            return
        if at == len(held):
            rows = iter(within)
            new = 0
            while (some := list(islice(rows, CANDIDATES))) and (mixed or new < CANDIDATES):
                new += self._add(some)
            return
        rest -= held[at].most
        for share, hit, among in held[at].parts:
            if inside := within & hit:
                self._part(at + 1, inside, sure + share, rest, held, mixed=mixed or among)


def _common(large: list[Level], small: list[Level], weight: float) -> _Common:
    """Gather a common term; its small parts become one."""
    by_strength: dict[float, BitMap] = {}
    for strength, hit in large:
        by_strength[strength] = by_strength.get(strength, BitMap()) | hit
    parts = [(weight * strength, hit, False) for strength, hit in by_strength.items()]
    if small:
        parts.append((weight * small[0][0], BitMap.union(*(hit for _, hit in small)), True))
    parts.sort(key=lambda part: -part[0])
    return _Common(parts[0][0], BitMap.union(*(hit for _, hit, _ in parts)), parts)
