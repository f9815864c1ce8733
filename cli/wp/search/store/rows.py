"""The facts that the readings of a term hit: all at once to find them, a few to weigh them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from pyroaring import BitMap

from wp.search.store.layout import TOPIC_LEVEL
from wp.search.terms import STRENGTHS, TOPIC_STRENGTH
from wp.search.vocabulary import Reading

if TYPE_CHECKING:
    from wp.search.store.store import Store

_STRENGTHS = (*STRENGTHS, TOPIC_STRENGTH)
assert len(_STRENGTHS) == TOPIC_LEVEL + 1

Level = tuple[float, BitMap]
"""A strength, and facts that are hit with it."""


class Rows(Mapping[int, float]):
    """A mapping from row to strength, as far as the ranking needs one.

    A row's strength is the greatest that it has by any reading, or among the `single` rows that
    are known beside them. Nothing is read from the index before it is asked for.
    """

    def __init__(
        self, store: "Store", readings: Sequence[Reading], single: Mapping[int, float]
    ) -> None:
        self.single = single
        self.readings = readings
        self._store = store

    def among(self, rows: BitMap) -> Iterator[tuple[int, float]]:
        """Give those of some rows that are hit, each with its strength."""
        left = rows & self.union
        for strength, hit in self.levels:
            if not left:
                return
            for row in left & hit:
                yield row, strength
            left -= hit

    def __getitem__(self, row: int) -> float:
        """Give the strength of a row, 0 for one that is not hit."""
        return next((strength for strength, hit in self.levels if row in hit), 0.0)

    def __contains__(self, row: object) -> bool:
        return isinstance(row, int) and row in self.union

    def __bool__(self) -> bool:
        return bool(self.union)

    def __len__(self) -> int:
        return len(self.union)

    def __iter__(self) -> Iterator[int]:
        return iter(self.union)

    @cached_property
    def levels(self) -> list[Level]:
        """All rows parted by strength, the greatest first; a row may be in several parts."""
        levels = [
            (_STRENGTHS[level] * quality, hit)
            for stem, words in self._by_stem.items()
            for word, quality in words.items()
            for level, hit in self._store.forms(stem)[word]
        ]
        by_strength: defaultdict[float, list[int]] = defaultdict(list)
        for row, strength in self.single.items():
            by_strength[strength].append(row)
        levels += [(strength, BitMap(rows)) for strength, rows in by_strength.items()]
        return sorted(levels, key=lambda level: -level[0])

    @cached_property
    def union(self) -> BitMap:
        """All rows that are hit."""
        hits = [BitMap(self.single)]
        for stem, words in self._by_stem.items():
            forms = self._store.forms(stem)
            if len(words) == len(forms):
                hits.append(self._store.rows_with_stem(stem))
            else:
                hits += (hit for word in words for _, hit in forms[word])
        return hits[1] if len(hits) == 2 and not hits[0] else BitMap.union(*hits)

    @cached_property
    def _by_stem(self) -> dict[str, dict[str, float]]:
        """The words behind the readings by stem, each with the quality of its best reading."""
        by_stem: dict[str, dict[str, float]] = {}
        for reading in self.readings:
            words = by_stem.setdefault(reading.stem, {})
            words[reading.word] = max(reading.quality, words.get(reading.word, 0.0))
        return by_stem
