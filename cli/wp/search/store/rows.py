"""The facts that the readings of a term hit: all at once to find them, one by one to weigh them."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from wp.search.store.layout import TOPIC_LEVEL, bitmap, rows_in, unpack_rows
from wp.search.terms import STRENGTHS, TOPIC_STRENGTH
from wp.search.vocabulary import Reading

if TYPE_CHECKING:
    from wp.search.store.store import Store

_MOST = STRENGTHS[-1]

_Word = tuple[float, "array[int]", "array[int]", "array[int]"]
"""A quality, postings, where the topics named with the word begin and where these end."""


class Rows(Mapping[int, float]):
    """A mapping from row to strength, as far as the ranking needs one.

    A row's strength is the greatest that it has by any reading, or among the `single` rows that
    are known beside them. Nothing is read from the index before it is asked for.
    """

    def __init__(
        self, store: "Store", readings: Sequence[Reading], single: Mapping[int, float]
    ) -> None:
        self.single = single
        self._store = store
        self.readings = readings

    def __getitem__(self, row: int) -> float:
        """Give the strength of a row, 0 for one that is not hit."""
        return self.strengths((row,))[0]

    def strengths(self, rows: Sequence[int]) -> list[float]:
        """Give the strength of each of some rows, 0 for one that is not hit."""
        single = self.single
        found = [single.get(row, 0.0) for row in rows] if single else [0.0] * len(rows)
        for bits, words in self._stems:
            # Most rows are hit by no word of a stem: its bitmap spares looking in each word's list.
            hit = [
                place
                for place, row in enumerate(rows)
                if bits is None or bits[row >> 3] >> (row & 7) & 1
            ]
            for quality, postings, starts, stops in words:
                most, count = quality * _MOST, len(postings)
                for place in hit:
                    if found[place] >= most:
                        continue
                    row = rows[place]
                    at = bisect_left(postings, row << 8)
                    if at < count and (posting := postings[at]) >> 8 == row:
                        found[place] = max(found[place], STRENGTHS[posting & 255] * quality)
                    if starts and found[place] < TOPIC_STRENGTH * quality:
                        at = bisect_right(starts, row)
                        if at and row < stops[at - 1]:
                            found[place] = TOPIC_STRENGTH * quality
        return found

    def __contains__(self, row: object) -> bool:
        return isinstance(row, int) and self[row] > 0

    def __bool__(self) -> bool:
        return len(self) > 0

    def __len__(self) -> int:
        if not self.readings:
            return len(self.single)
        if not self.single and len(self._by_stem) == 1:
            ((stem, words),) = self._by_stem.items()
            if len(words) == len(self._store.forms(stem)):
                return self._store.united(stem)[0]
        return self.union.bit_count()

    def __iter__(self) -> Iterator[int]:
        return rows_in(self._store.bytes_of(self.union))

    @cached_property
    def _by_stem(self) -> dict[str, dict[str, float]]:
        """The words behind the readings by stem, each with the quality of its best reading."""
        by_stem: dict[str, dict[str, float]] = {}
        for reading in self.readings:
            words = by_stem.setdefault(reading.stem, {})
            words[reading.word] = max(reading.quality, words.get(reading.word, 0.0))
        return by_stem

    @cached_property
    def bounds(self) -> list[tuple[float, int]]:
        """Bitmaps that hold every row, each with the greatest strength that its rows may have."""
        found = [
            (_MOST * max(words.values()), self._store.hit(stem, words))
            for stem, words in self._by_stem.items()
        ]
        if self.single:
            bits = int.from_bytes(bitmap(self.single, self._store.rows), "little")
            found.append((max(self.single.values()), bits))
        return found

    @property
    def union(self) -> int:
        """One bitmap of all rows."""
        every = 0
        for _, bits in self.bounds:
            every |= bits
        return every

    @cached_property
    def _stems(self) -> list[tuple[bytes | bytearray | None, list[_Word]]]:
        """For each stem its bitmap, where all its words are read, and what its words hit."""
        store = self._store
        return [
            (
                store.packed(stem) if len(words) == len(store.forms(stem)) else None,
                [
                    (quality, *store.postings(stem, word))
                    for word, quality in sorted(words.items(), key=lambda word: -word[1])
                ],
            )
            for stem, words in self._by_stem.items()
        ]

    @cached_property
    def parted(self) -> tuple[dict[int, float], list[tuple[float, int]]]:
        """All rows parted by strength: single ones, and bitmaps, the strongest first.

        A row may be in several.
        """
        listed = dict(self.single)
        levels: list[tuple[float, int]] = []
        for reading in self.readings:
            quality = reading.quality
            _, postings, _ = self._store.forms(reading.stem)[reading.word]
            for posting in unpack_rows(postings):
                strength = STRENGTHS[posting & 255] * quality
                if strength > listed.get(posting >> 8, 0.0):
                    listed[posting >> 8] = strength
            for level, bits in self._store.levels(reading.stem, reading.word):
                strength = TOPIC_STRENGTH if level == TOPIC_LEVEL else STRENGTHS[level]
                levels.append((strength * quality, bits))
        levels.sort(key=lambda level: -level[0])
        return listed, levels
