"""The facts that a word hits, some listed, some in bitmaps, each with its strength."""

import re
from collections.abc import Iterator
from functools import cached_property

from wp.search.store.layout import bitmap

_SET = re.compile(rb"[^\0]")
_STRIDE = 256
_NOTHING = bytes(_STRIDE)


class Rows:
    """A mapping from row to strength, as far as the ranking needs one.

    `listed` holds single rows, `levels` bitmaps of rows that have the same strength, the strongest
    first. A row's strength is the greatest that it has anywhere.
    """

    def __init__(
        self, listed: dict[int, float], levels: list[tuple[float, bytes]], count: int
    ) -> None:
        self.listed = listed
        self.levels = sorted(levels, key=lambda level: -level[0])
        self._width = (count >> 3) + 1
        self._count: int | None = None

    def get(self, row: int, default: float = 0.0) -> float:
        """Give the strength of a row."""
        found = self.listed.get(row, 0.0)
        at, bit = row >> 3, 1 << (row & 7)
        for strength, bits in self.levels:
            if strength <= found:
                break
            if bits[at] & bit:
                return strength
        return found or default

    def __getitem__(self, row: int) -> float:
        return self.get(row)

    def __setitem__(self, row: int, strength: float) -> None:
        self.listed[row] = strength
        self._count = None

    def __contains__(self, row: object) -> bool:
        return row in self.listed or (isinstance(row, int) and self.get(row) > 0)

    def __bool__(self) -> bool:
        return bool(self.listed) or bool(self.levels)

    def __len__(self) -> int:
        if self._count is None:
            every = self.union()
            if self.levels and self.listed:
                every |= int.from_bytes(bitmap(self.listed, 8 * self._width), "little")
            self._count = every.bit_count() if self.levels else len(self.listed)
        return self._count

    @cached_property
    def numbers(self) -> list[tuple[float, int]]:
        """The levels with their bitmaps as whole numbers."""
        return [(strength, int.from_bytes(bits, "little")) for strength, bits in self.levels]

    def union(self) -> int:
        """Give one bitmap, as a whole number, of all rows that are in a level."""
        every = 0
        for _, bits in self.numbers:
            every |= bits
        return every

    def __iter__(self) -> Iterator[int]:
        yield from self.listed
        union = self.union().to_bytes(self._width, "little")
        yield from (row for row in rows_in(union) if row not in self.listed)

    def items(self) -> Iterator[tuple[int, float]]:
        """Give every row with its strength."""
        return ((row, self.get(row)) for row in self)

    def copy(self) -> "Rows":
        """Give a copy whose rows can be set apart from these."""
        rows = Rows(dict(self.listed), self.levels, 0)
        rows._width = self._width
        return rows

    def merged(self, other: "Rows") -> "Rows":
        """Give the rows of both, each with the greater of its strengths."""
        rows = Rows(dict(self.listed), [*self.levels, *other.levels], 0)
        rows._width = self._width
        for row, strength in other.listed.items():
            if strength > rows.listed.get(row, 0.0):
                rows.listed[row] = strength
        return rows


def rows_in(bits: bytes) -> Iterator[int]:
    """Give the rows whose bits are set, in order."""
    for begin in range(0, len(bits), _STRIDE):
        # Comparing a stretch with nothing is far faster than looking at each of its bytes.
        if bits[begin : begin + _STRIDE] == _NOTHING:
            continue
        for match in _SET.finditer(bits, begin, begin + _STRIDE):
            at = match.start()
            byte = bits[at]
            for bit in range(8):
                if byte >> bit & 1:
                    yield at * 8 + bit
