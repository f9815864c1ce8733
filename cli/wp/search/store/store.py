"""The questions to an index file that the small index answers by going through all of it."""

import marshal
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from threading import Lock
from typing import Any

import apsw
from pyroaring import BitMap

from wp.model import is_chosen
from wp.search.layout import Index
from wp.search.store.layout import Levels, unpack_forms
from wp.search.store.rows import Rows
from wp.search.store.sealed import DamagedError
from wp.search.store.spelling import ERRORS, words_near
from wp.search.vocabulary import Reading

_AT_ONCE = 256
"""So many rows are read before another thread may ask."""


class Store:
    """An index file that is open; threads may share it."""

    def __init__(
        self, database: apsw.Connection, remade: Callable[[], apsw.Connection] | None = None
    ) -> None:
        """Take the database, and what makes it anew where it turns out to be damaged."""
        self._database = database
        self._remade = remade
        self._lock = Lock()
        self.rows: int = 0
        row = self.one("SELECT value FROM meta WHERE key = 'rows'")
        if row:
            self.rows = marshal.loads(row[0])

    def one(self, query: str, *values: Any) -> Any:
        """Give the first row that a statement finds, or None."""
        return next(self._stretches(query, values, 1), [None])[0]

    def every(self, query: str, *values: Any) -> list[Any]:
        """Give all rows that a statement finds."""
        return next(self._stretches(query, values, None), [])

    def each(self, query: str, *values: Any) -> Iterator[Any]:
        """Give the rows that a statement finds one by one."""
        for rows in self._stretches(query, values, _AT_ONCE):
            yield from rows

    def _stretches(
        self, query: str, values: tuple[Any, ...], length: int | None
    ) -> Iterator[list[Any]]:
        """Give the rows that a statement finds in lists of a length, None for all in one.

        Where a page is damaged, the index is made anew, which gives the same rows, and the reading
        goes on.
        """
        given = 0
        cursor: Iterator[Any] | None = None
        while True:
            with self._lock:
                try:
                    if cursor is None:
                        cursor = islice(self._database.execute(query, values), given, None)
                    rows = list(islice(cursor, length))
                except DamagedError:
                    if self._remade is None:
                        raise
                    remade, self._remade = self._remade, None
                    self._database = remade()
                    cursor = None
                    continue
            if not rows:
                return
            given += len(rows)
            yield rows

    def meta(self, key: str) -> Any:
        """Give a value kept under a name."""
        (value,) = self.one("SELECT value FROM meta WHERE key = ?", key)
        return marshal.loads(value)

    def rows_of(self, found: Sequence[Reading], *known: Mapping[int, float]) -> Rows:
        """Give the strength with which readings of one term hit each fact; see `Rows`.

        Of rows that are known with a strength already, the greater of the two is taken.
        """
        readings = [reading for reading in found if reading.word in self.forms(reading.stem)]
        single: dict[int, float] = {}
        for rows in known:
            if isinstance(rows, Rows):
                readings += rows.readings
                rows = rows.single
            for row, strength in rows.items():
                single[row] = max(strength, single.get(row, 0.0))
        return Rows(self, readings, single)

    @lru_cache(maxsize=64)  # noqa: B019
    def forms(self, stem: str) -> dict[str, Levels]:
        """Give the words of a stem, in order, with the facts that they hit."""
        found = self.one("SELECT forms FROM stems WHERE stem = ?", stem)
        return unpack_forms(found[0]) if found else {}

    @lru_cache(maxsize=1024)  # noqa: B019
    def stem(self, word: str) -> str | None:
        """Give the stem of a word of the base."""
        found = self.one("SELECT stem FROM words WHERE word = ?", word)
        return found[0] if found else None

    def topic_names(self, row: int) -> tuple[str, str, str]:
        """Give the key, the title and the aliases, parted by bars, of a fact's topic."""
        found: tuple[str, str, str] = self.one(
            "SELECT topics.key, title, aliases FROM facts JOIN topics ON topic = number"
            " WHERE row = ?",
            row,
        )
        return found

    @lru_cache(maxsize=64)  # noqa: B019
    def rows_with_stem(self, stem: str) -> BitMap:
        """Give the facts that a stem hits by any of its words."""
        found = self.one("SELECT rows FROM stems WHERE stem = ?", stem)
        return BitMap.deserialize(found[0]) if found else BitMap()

    @lru_cache(maxsize=1024)  # noqa: B019
    def sequence(self, row: int) -> str:
        """Return a fact's stems in order."""
        found: str = self.one("SELECT sequence FROM facts WHERE row = ?", row)[0]
        return found

    def near(self, word: str, allowed: int) -> list[str]:
        """Give words among which are all words of letters at most so many errors off."""
        if allowed <= ERRORS:
            return words_near(self, word)
        # An error changes a word's length by one letter at most.
        stored = self.every(
            "SELECT words FROM vocabulary WHERE length BETWEEN ? AND ?",
            len(word) - allowed,
            len(word) + allowed,
        )
        return [one for (words,) in stored for one in words.decode().split(" ")]

    def counts(self, words: Collection[str]) -> dict[str, int]:
        """Give how many facts hold each of some words, in the order of the base."""
        marks = ",".join("?" * len(words))
        query = f"SELECT word, hits FROM words WHERE word IN ({marks}) ORDER BY number"
        return dict(self.every(query, *words))

    def phrase_rows(self, phrase: str) -> Iterable[int]:
        """Find the facts whose texts hold stems in this order, in the order of the base."""
        stems = phrase.split()
        wanted = f" {' '.join(stems)} "
        for row in BitMap.intersection(*map(self.rows_with_stem, stems)):
            if wanted in self.sequence(row):
                yield row

    def __contains__(self, phrase: object) -> bool:
        """Tell whether the texts hold a phrase of stems, spaces around it."""
        return next(iter(self.phrase_rows(str(phrase))), None) is not None

    def periods(self, start: str, end: str) -> list[tuple[str, str, int]]:
        """Give (start, end, row) of the periods that may overlap a span, days as in ISO 8601."""
        return self.every(
            "SELECT start, end, row FROM periods"
            " WHERE (end = '' OR end || '~' > ?) AND (start = '' OR start < ?)",
            start,
            end,
        )

    def chosen(self, sections: Collection[str], topics: Collection[str]) -> BitMap | None:
        """Give the facts in the chosen sections and topics; None for all."""
        if not sections and not topics:
            return None
        chosen = BitMap()
        for document, section, key, start, stop in self.every(
            "SELECT document, id, key, topics.start, stop FROM topics"
            " JOIN sections ON section = sections.number"
        ):
            if is_chosen(sections, document, section) and is_chosen(topics, document, key):
                chosen.add_range(start, stop)
        return chosen


class Allowed:
    """A filter of rows that can also be asked for all of them at once."""

    def __init__(self, rows: BitMap | None, also: Callable[[int], bool] | None) -> None:
        self.rows = rows
        self.also = also

    def __call__(self, row: int) -> bool:
        if self.rows is not None and row not in self.rows:
            return False
        return self.also is None or self.also(row)


def stored_filter(
    index: Index,
    sections: Collection[str],
    topics: Collection[str],
    wanted: Sequence[str],
    reads: Callable[[int], bool] | None,
) -> Allowed:
    """Return the filter for chosen sections, topics, and phrases of stems that must be there.

    `reads` is asked of each row besides, where it is given.
    """

    def holds(row: int) -> bool:
        return all(phrase in index.sequences[row] for phrase in wanted) and (
            reads is None or reads(row)
        )

    return Allowed(index.store.chosen(sections, topics), holds if wanted or reads else None)
