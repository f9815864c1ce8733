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

from wp.search.calibrate import LAY_WORD
from wp.search.layout import Index
from wp.search.rank import CANDIDATES, SLACK, Look
from wp.search.store.layout import bitmap, rows_in
from wp.search.store.reach import Reach
from wp.search.store.rows import Rows
from wp.search.store.store import Allowed
from wp.search.terms import Term

_MANY = 4000
"""So many facts are added up one by one before they are parted by strength."""

_FEW = 100
"""So many rows of a branch are looked at one by one before it is parted by strength."""

_STEP = 0.125
"""The mark is lowered by so much of the query as long as too few facts are found."""


def best_covered(
    index: Index, look: Look, allowed: Callable[[int], bool]
) -> tuple[dict[int, float], dict[int, float]]:
    """Give what `wp.search.rank` sums up for all, for the best facts and some others."""
    assert isinstance(allowed, Allowed)
    sums = _Sums(index, look, allowed)
    least = _add_reaching(sums)
    if least is not None:
        _Parting(sums, least).add_all()
    return sums.covered, sums.asked


class _Sums:
    """Adds up what single facts hold of a query, as `wp.search.rank` does and in the same order."""

    def __init__(self, index: Index, look: Look, allowed: Allowed) -> None:
        self.look = look
        self.terms = list(zip(map(_rows, look.terms), look.weights, strict=True))
        self.count = index["rows"]
        lay = index["lay"]
        self.lay = [
            {row for stem in term.stems for row in lay.get(stem, ())} for term in look.terms
        ]
        self.covered: dict[int, float] = {}
        self.asked: dict[int, float] = {}
        self.allowed = allowed
        bits = allowed.bits
        self.within = (1 << self.count) - 1 if bits is None else int.from_bytes(bits, "little")

    def add(self, rows: Iterable[int]) -> list[float]:
        """Add up some facts; give the shares of the query of those allowed and not yet known."""
        new = [row for row in rows if row not in self.covered and self.allowed(row)]
        covered, asked = [0.0] * len(new), [0.0] * len(new)
        for (term, weight), lay in zip(self.terms, self.lay, strict=True):
            for place, strength in enumerate(term.strengths(new)):
                if strength:
                    covered[place] += weight * strength
                    if lay and new[place] in lay:
                        extra = LAY_WORD * weight * weight
                        covered[place] += extra * strength
                        asked[place] += extra
        held = [sums for sums in zip(new, covered, asked, strict=True) if sums[1]]
        self.covered.update((row, share) for row, share, _ in held)
        self.asked.update((row, more) for row, _, more in held if more)
        return [share / (self.look.whole + more) for _, share, more in held]

    def bounds(self) -> list[list[tuple[float, int]]]:
        """Give for each term where facts hold it, with the greatest share it can be of the query.

        What a fact is asked more for its own aliases adds to both parts of its share, so the share
        grows by less than this bound.
        """
        whole = self.look.whole
        found = []
        for (rows, weight), lay in zip(self.terms, self.lay, strict=True):
            term = [(weight * strength / whole, bits) for strength, bits in rows.bounds]
            if lay:
                bits = int.from_bytes(bitmap(lay, self.count), "little")
                term.append(((weight + LAY_WORD * weight * weight) / whole, bits & rows.union))
            found.append(term)
        return found


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
    seen = 0
    while True:
        every = reach.rows(mark - SLACK)
        new = list(islice(rows_in(_bytes(every ^ seen)), _MANY + 1))
        if len(new) > _MANY:
            return least
        sums.add(new)
        seen = every
        best = look.best(sums.covered, sums.asked, sums.allowed)
        if len(best) == look.count:
            least = max(least, look.share_for(best[-1][1]))
        if mark <= least:
            return None
        mark = least if len(best) == look.count else max(least, mark - _STEP)


class _Common(NamedTuple):
    """A term with bitmaps: its greatest share, all its rows, the rows by share.

    A level may be mixed, of rows with this share or less.
    """

    most: float
    union: int
    levels: list[tuple[float, int, bool]]


class _Parting:
    """Adds up the facts that stand in lists, the most promising first, and in bitmaps."""

    def __init__(self, sums: _Sums, least: float) -> None:
        self._sums = sums
        self._whole = sums.look.whole
        self._least = least - SLACK
        self._alone = len(sums.terms) == 1
        self._shares = [
            held / (self._whole + sums.asked.get(row, 0.0)) for row, held in sums.covered.items()
        ]
        self._shares = nlargest(CANDIDATES, self._shares)
        heapify(self._shares)
        self._common = sorted(
            (
                _common(rows, weight, sums.count, alone=self._alone)
                for rows, weight in sums.terms
                if rows.parted[1]
            ),
            key=lambda common: -common.most,
        )

    @property
    def _enough(self) -> float:
        """The share below which no fact can be among the best."""
        if len(self._shares) < CANDIDATES:
            return self._least
        return max(self._least, self._shares[0] - SLACK)

    def add_all(self) -> None:
        """Add up every fact that may be among the best."""
        sums: dict[int, float] = {}
        for (rows, weight), lay in zip(self._sums.terms, self._sums.lay, strict=True):
            listed, levels = rows.parted
            # Of a rare term, or of the only one; other listed rows are in a common term's bitmap.
            if self._alone or not levels:
                for row, strength in listed.items():
                    sums[row] = sums.get(row, 0.0) + weight * strength
            # What is asked with a fact's own aliases is weighed apart: always looked at.
            for row in lay:
                if row in rows:
                    sums[row] = self._whole
        # The only term's listed rows that a bitmap holds too are found there.
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
        shares = self._sums.add(rows)
        for share in shares:
            if len(self._shares) < CANDIDATES:
                heappush(self._shares, share)
            elif share > self._shares[0]:
                heapreplace(self._shares, share)
        return len(shares)

    def _branch(self, at: int, within: int, bound: float, held: list[_Common]) -> None:
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

    def _leaf(self, within: int, bound: float, held: list[_Common]) -> None:
        if within.bit_count() <= _FEW:
            self._add(rows_in(_bytes(within)))
            return
        self._part(0, within, 0.0, bound, held, mixed=False)

    def _part(
        self, at: int, within: int, sure: float, rest: float, held: list[_Common], *, mixed: bool
    ) -> None:
        """Part rows that hold the same terms by the strength of each."""
        if (sure + rest) / self._whole < self._enough:
            return
        if at == len(held):
            rows = rows_in(_bytes(within))
            new = 0
            while (some := list(islice(rows, CANDIDATES))) and (mixed or new < CANDIDATES):
                new += self._add(some)
            return
        rest -= held[at].most
        for share, bits, among in held[at].levels:
            if inside := within & bits:
                self._part(at + 1, inside, sure + share, rest, held, mixed=mixed or among)


def _common(rows: Rows, weight: float, count: int, *, alone: bool) -> _Common:
    """Gather a common term; its listed rows become a bitmap too, unless it is the only term."""
    listed, parted = rows.parted
    by_share: dict[float, int] = {}
    union = 0
    for strength, hit in parted:
        union |= hit
        by_share[weight * strength] = by_share.get(weight * strength, 0) | hit
    levels = [(share, hit, False) for share, hit in by_share.items()]
    if listed and not alone:
        hit = int.from_bytes(bitmap(listed, count), "little")
        union |= hit
        levels.append((weight * max(listed.values()), hit, True))
    levels.sort(key=lambda level: -level[0])
    return _Common(levels[0][0], union, levels)


def _bytes(bits: int) -> bytes:
    return bits.to_bytes((bits.bit_length() + 7) >> 3, "little")
