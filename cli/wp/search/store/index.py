"""An index file read as the index that search works on: see `wp.search.layout`."""

import marshal
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from wp.model import is_chosen
from wp.search.layout import Index
from wp.search.store.layout import TOPIC_LEVEL, bitmap, unpack_bits, unpack_rows
from wp.search.store.rows import Rows, rows_in
from wp.search.terms import STRENGTHS, TOPIC_STRENGTH
from wp.search.vocabulary import Reading


class StoredIndex(dict[str, Any]):
    """The parts of an index, each read when it is asked for."""

    def __init__(self, database: sqlite3.Connection) -> None:
        super().__init__()
        self.store = Store(database)
        self["store"] = self.store

    def __missing__(self, key: str) -> Any:
        store = self.store
        views: dict[str, Callable[[], Any]] = {
            "words": lambda: _Words(store),
            "stems": lambda: _Stems(store),
            "acronyms": lambda: _Lists(store, "acronym"),
            "aliases": lambda: _Lists(store, "alias"),
            "lay": lambda: _Lists(store, "lay"),
            "expansions": lambda: _Expansions(store) if store.meta("expansions") else {},
            "names": lambda: _Names(store),
            "ranges": lambda: _Ranges(store),
            "numbers": lambda: _Numbers(store),
            "sequences": lambda: _OfRow(store, 0),
            "holds": lambda: _OfRow(store, 1),
        }
        made = self[key] = views[key]() if key in views else store.meta(key)
        return made


class Store:
    """The questions to an index file that the small index answers by going through all of it."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self.rows: int = 0
        row = self.one("SELECT value FROM meta WHERE key = 'rows'")
        if row:
            self.rows = marshal.loads(row[0])

    def one(self, query: str, *values: Any) -> Any:
        """Give the first row that a statement finds, or None."""
        return self._database.execute(query, values).fetchone()

    def every(self, query: str, *values: Any) -> list[Any]:
        """Give all rows that a statement finds."""
        return self._database.execute(query, values).fetchall()

    def each(self, query: str, *values: Any) -> Iterator[Any]:
        """Give the rows that a statement finds one by one."""
        return self._database.execute(query, values)

    def meta(self, key: str) -> Any:
        """Give a value kept under a name."""
        (value,) = self.one("SELECT value FROM meta WHERE key = ?", key)
        return marshal.loads(value)

    def rows_of(self, found: Sequence[Reading]) -> Rows:
        """Give the strength with which readings of one term hit each fact."""
        listed: dict[int, float] = {}
        levels: list[tuple[float, bytes]] = []
        for reading in found:
            quality = reading.quality
            for posting in self._listed(reading.word):
                strength = STRENGTHS[posting & 255] * quality
                row = posting >> 8
                if strength > listed.get(row, 0.0):
                    listed[row] = strength
            for level, bits in self._levels(reading.word):
                strength = TOPIC_STRENGTH if level == TOPIC_LEVEL else STRENGTHS[level]
                levels.append((strength * quality, bits))
        return Rows(listed, levels, self.rows)

    @lru_cache(maxsize=256)  # noqa: B019
    def _word(self, word: str) -> Any:
        return self.one("SELECT number, postings, levels FROM words WHERE word = ?", word)

    @lru_cache(maxsize=256)  # noqa: B019
    def of_row(self, row: int) -> tuple[str, int]:
        """Give a fact's stems in order, and whether it has figures and dates."""
        found: tuple[str, int] = self.one("SELECT sequence, holds FROM facts WHERE row = ?", row)
        return found

    def _listed(self, word: str) -> Iterable[int]:
        found = self._word(word)
        return unpack_rows(found[1]) if found else ()

    def _levels(self, word: str) -> list[tuple[int, bytes]]:
        found = self._word(word)
        if not found or not found[2]:
            return []
        levels = self.every("SELECT level, bits FROM levels WHERE word = ?", found[0])
        return [(level, unpack_bits(bits)) for level, bits in levels]

    def near(self, word: str, allowed: int) -> list[str]:
        """Give the words of letters that are at most so many errors off, in the order of the base.

        An error changes a word's length by one letter at most, so only those as long are compared.
        """
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        found: list[tuple[int, str]] = []
        for words, numbers in self.every(
            "SELECT words, numbers FROM vocabulary WHERE length BETWEEN ? AND ?",
            len(word) - allowed,
            len(word) + allowed,
        ):
            near = process.extract(
                word,
                words.decode().split(" "),
                scorer=OSA.distance,
                score_cutoff=allowed,
                limit=None,
            )
            if near:
                places = unpack_rows(numbers)
                found += ((places[at], candidate) for candidate, _, at in near)
        return [candidate for _, candidate in sorted(found)]

    def phrase_rows(self, phrase: str) -> Iterable[int]:
        """Find the facts whose texts hold stems in this order, in the order of the base."""
        stems = phrase.split()
        every = (1 << (self.rows + 8)) - 1
        for stem in dict.fromkeys(stems):
            forms = self.every("SELECT word FROM words WHERE stem = ? ORDER BY number", stem)
            rows = self.rows_of([Reading(word, stem, 1.0, "word") for (word,) in forms])
            every &= rows.union() | int.from_bytes(bitmap(rows.listed, self.rows), "little")
        wanted = f" {' '.join(stems)} "
        for row in rows_in(every.to_bytes((self.rows >> 3) + 2, "little")):
            (sequence,) = self.one("SELECT sequence FROM facts WHERE row = ?", row)
            if wanted in sequence:
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

    def chosen(self, sections: Collection[str], topics: Collection[str]) -> bytes | None:
        """Give a bitmap of the facts in the chosen sections and topics; None for all."""
        if not sections and not topics:
            return None
        bits = 0
        for document, section, key, start, stop in self.every(
            "SELECT document, id, key, topics.start, stop FROM topics"
            " JOIN sections ON section = sections.number"
        ):
            if is_chosen(sections, document, section) and is_chosen(topics, document, key):
                bits |= ((1 << (stop - start)) - 1) << start
        return bits.to_bytes((self.rows >> 3) + 1, "little")


class Allowed:
    """A filter of rows that can also be asked for all of them at once."""

    def __init__(self, bits: bytes | None, also: Callable[[int], bool] | None) -> None:
        self.bits = bits
        self._also = also

    def __call__(self, row: int) -> bool:
        if self.bits is not None and not self.bits[row >> 3] >> (row & 7) & 1:
            return False
        return self._also is None or self._also(row)


def stored_filter(
    index: Index, sections: Collection[str], topics: Collection[str], wanted: Sequence[str]
) -> Allowed:
    """Give the filter for chosen sections, topics, and phrases of stems that must be there."""

    def holds(row: int) -> bool:
        return all(phrase in index["sequences"][row] for phrase in wanted)

    return Allowed(index["store"].chosen(sections, topics), holds if wanted else None)


class _View:
    def __init__(self, store: Store) -> None:
        self._store = store


class _Words(_View):
    def get(self, word: str, default: Any = None) -> Any:
        found = self._store.one("SELECT stem FROM words WHERE word = ?", word)
        return found[0] if found else default

    def __getitem__(self, word: str) -> Any:
        return self.get(word)

    def __contains__(self, word: object) -> bool:
        return self.get(str(word)) is not None


class _Stems(_View):
    def get(self, stem: str, default: Any = ()) -> Any:
        found = self._store.every("SELECT word FROM words WHERE stem = ? ORDER BY number", stem)
        return tuple(word for (word,) in found) or default

    def __getitem__(self, stem: str) -> Any:
        return self.get(stem)


class _Lists(_View):
    def __init__(self, store: Store, kind: str) -> None:
        super().__init__(store)
        self._kind = kind

    def get(self, key: str, default: Any = ()) -> Any:
        found = self._store.one("SELECT rows FROM rows WHERE kind = ? AND key = ?", self._kind, key)
        return unpack_rows(found[0]) if found else default

    def __getitem__(self, key: str) -> Any:
        return self.get(key)

    def __contains__(self, key: object) -> bool:
        return bool(self.get(str(key)))


class _Expansions(_View):
    def get(self, name: str) -> Any:
        found = self._store.one("SELECT acronym FROM expansions WHERE name = ?", name)
        return found[0] if found else None


class _Names(_View):
    def __getitem__(self, number: int) -> Any:
        return self._store.one(
            "SELECT key, title, aliases FROM topics WHERE number = ?", int(number)
        )


class _Ranges(_View):
    def __len__(self) -> int:
        count: int = self._store.meta("topics")
        return count

    def __getitem__(self, number: int) -> Any:
        return self._store.one("SELECT start, stop FROM topics WHERE number = ?", number)


class _Numbers(_View):
    def __len__(self) -> int:
        count: int = self._store.meta("numbers")
        return count

    def __getitem__(self, place: Any) -> Any:
        query = "SELECT value, row, unit FROM numbers WHERE place "
        if isinstance(place, slice):
            return self._store.every(query + "BETWEEN ? AND ?", place.start, place.stop - 1)
        return self._store.one(query + "= ?", place)


class _OfRow(_View):
    def __init__(self, store: Store, column: int) -> None:
        super().__init__(store)
        self._column = column

    def __getitem__(self, row: int) -> Any:
        return self._store.of_row(row)[self._column]
