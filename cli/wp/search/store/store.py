"""The questions to an index file that the small index answers by going through all of it."""

import marshal
import sqlite3
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from wp.model import is_chosen
from wp.search.layout import Index
from wp.search.store.layout import LISTED, bitmap, pack_rows, rows_in, unpack_bits, unpack_rows
from wp.search.store.rows import Rows
from wp.search.store.spelling import ERRORS, words_near
from wp.search.vocabulary import Reading


class Store:
    """An index file that is open."""

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

    @lru_cache(maxsize=256)  # noqa: B019
    def forms(self, stem: str) -> dict[str, tuple[int, bytes, int]]:
        """Give the words of a stem, in order: number, listed postings, how many bitmaps."""
        # Sorted here: SQLite would carry the postings through its sorter.
        found = sorted(
            self.every("SELECT number, word, postings, levels FROM words WHERE stem = ?", stem)
        )
        return {word: (number, postings, levels) for number, word, postings, levels in found}

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
    def united(self, stem: str) -> tuple[int, bytes]:
        """Give how many facts a stem hits, and these as they are stored."""
        found: tuple[int, bytes] | None = self.one(
            "SELECT hits, rows FROM united WHERE stem = ?", stem
        )
        if found is None:
            words = self.forms(stem).values()
            rows = {posting >> 8 for _, stored, _ in words for posting in unpack_rows(stored)}
            found = len(rows), pack_rows(sorted(rows))
        return found

    @lru_cache(maxsize=32)  # noqa: B019
    def packed(self, stem: str) -> bytes | bytearray:
        """Give a bitmap of the facts that a stem hits."""
        hits, stored = self.united(stem)
        if hits < LISTED:
            return bitmap(unpack_rows(stored), self.rows)
        return stored if len(stored) > self.rows >> 3 else unpack_bits(stored)

    @lru_cache(maxsize=32)  # noqa: B019
    def bits(self, stem: str) -> int:
        """Give a bitmap of the facts that a stem hits as a whole number."""
        return int.from_bytes(self.packed(stem), "little")

    def hit(self, stem: str, words: Collection[str]) -> int:
        """Give a bitmap of the facts that some words of a stem hit."""
        if len(words) == len(self.forms(stem)):
            return self.bits(stem)
        every = 0
        for word in words:
            listed = (posting >> 8 for posting in unpack_rows(self.forms(stem)[word][1]))
            every |= int.from_bytes(bitmap(listed, self.rows), "little")
            for _, bits in self.levels(stem, word):
                every |= bits
        return every

    def postings(self, stem: str, word: str) -> tuple["array[int]", "array[int]", "array[int]"]:
        """Give all postings of a word, where the topics named with it begin, where these end."""
        number, stored, levels = self.forms(stem)[word]
        spans = b""
        if levels:
            every, spans = self.one("SELECT postings, spans FROM spread WHERE word = ?", number)
            stored = every or stored
        ends = unpack_rows(spans)
        half = len(ends) // 2
        return unpack_rows(stored), ends[:half], ends[half:]

    def levels(self, stem: str, word: str) -> list[tuple[int, int]]:
        """Give the weights of a word that hit many facts, each with a bitmap of these."""
        number, _, count = self.forms(stem)[word]
        if not count:
            return []
        levels = self.every("SELECT level, bits FROM levels WHERE word = ?", number)
        return [(level, int.from_bytes(unpack_bits(bits), "little")) for level, bits in levels]

    def bytes_of(self, bits: int) -> bytes:
        """Give a bitmap that is a whole number as bytes."""
        return bits.to_bytes((self.rows >> 3) + 1, "little")

    @lru_cache(maxsize=1024)  # noqa: B019
    def of_row(self, row: int) -> tuple[str, int]:
        """Give a fact's stems in order, and whether it has figures and dates."""
        found: tuple[str, int] = self.one("SELECT sequence, holds FROM facts WHERE row = ?", row)
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
        found = self.every(
            "SELECT words.word, max(length(words.postings), coalesce(length(spread.postings), 0))"
            " FROM words LEFT JOIN spread ON spread.word = number"
            f" WHERE words.word IN ({marks}) ORDER BY number",
            *words,
        )
        return {word: size // 4 for word, size in found}

    def phrase_rows(self, phrase: str) -> Iterable[int]:
        """Find the facts whose texts hold stems in this order, in the order of the base."""
        stems = phrase.split()
        every = self.bits(stems[0])
        for stem in stems[1:]:
            every &= self.bits(stem)
        wanted = f" {' '.join(stems)} "
        for row in rows_in(self.bytes_of(every)):
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
        return self.bytes_of(bits)


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
