"""The last step of making an index file: what was gathered in memory is sorted and written."""

import marshal
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from wp.search.store.layout import (
    INDEXES,
    TOPIC_LEVEL,
    bitmap,
    dense_from,
    pack_bits,
    pack_rows,
)
from wp.search.store.spelling import write_beginnings
from wp.search.store.united import write_united
from wp.search.thesaurus import kin_of_base, known_stems

if TYPE_CHECKING:
    from wp.search.store.build import Builder


def finish(database: sqlite3.Connection, builder: "Builder") -> None:
    """Write words, lists, numbers and synonyms of a base whose facts are written."""
    database.executemany(
        "UPDATE topics SET stop = ? WHERE number = ?",
        ((stop, number) for number, (_, stop) in enumerate(builder.ranges)),
    )
    write_united(
        database, builder.words, builder.postings, builder.topics, builder.ranges, builder.rows
    )
    write_beginnings(database, builder.words)
    _write_words(database, builder)
    for kind, lists in builder.lists.items():
        database.executemany(
            "INSERT INTO rows VALUES (?, ?, ?)",
            ((kind, key, pack_rows(lists[key])) for key in sorted(lists)),
        )
        lists.clear()
    database.executemany(
        "INSERT INTO numbers VALUES (?, ?, ?, ?)",
        (
            (place, value if abs(value) < 2**63 else float(value), row, unit)
            for place, (value, row, unit) in enumerate(sorted(builder.numbers))
        ),
    )
    database.executemany("INSERT INTO periods VALUES (?, ?, ?)", builder.periods)
    database.executemany("INSERT INTO expansions VALUES (?, ?)", builder.expansions.items())
    meta = {
        "rows": builder.rows,
        "topics": len(builder.ranges),
        "numbers": len(builder.numbers),
        "expansions": len(builder.expansions),
        "known": known_stems(),
    }
    _put(database, meta)
    database.executescript(INDEXES)
    _put(database, {"kin": _kin(database, builder)})


def _put(database: sqlite3.Connection, values: dict[str, Any]) -> None:
    rows = [(key, marshal.dumps(value)) for key, value in values.items()]
    database.executemany("INSERT INTO meta VALUES (?, ?)", rows)


def _write_words(database: sqlite3.Connection, builder: "Builder") -> None:
    by_length: dict[int, list[str]] = defaultdict(list)
    least = dense_from(builder.rows)
    for word in builder.words:
        if word.isalpha():
            by_length[len(word)].append(word)

    def rows() -> Iterator[tuple[int, str, str, bytes, int]]:
        for number, (word, stemmed) in enumerate(builder.words.items()):
            listed = builder.postings.pop(word, array("I"))
            levels = 0
            if len(listed) >= least:
                listed, levels = _split(database, number, listed, builder.rows)
            levels += _write_topics(database, builder, word, number)
            yield number, word, stemmed, pack_rows(listed), levels

    database.executemany("INSERT INTO words VALUES (?, ?, ?, ?, ?)", rows())
    database.executemany(
        "INSERT INTO vocabulary VALUES (?, ?)",
        ((length, " ".join(words).encode()) for length, words in by_length.items()),
    )


def _split(
    database: sqlite3.Connection, number: int, postings: "array[int]", rows: int
) -> tuple["array[int]", int]:
    """Write the weights that hit many rows as bitmaps; give the other postings."""
    by_code: dict[int, list[int]] = defaultdict(list)
    for posting in postings:
        by_code[posting & 255].append(posting >> 8)
    rest = array("I")
    levels = 0
    for code, hit in by_code.items():
        if len(hit) >= dense_from(rows):
            levels += 1
            _write_level(database, number, code, bitmap(hit, rows))
        else:
            rest.extend(row << 8 | code for row in hit)
    return array("I", sorted(rest)), levels


def _write_topics(database: sqlite3.Connection, builder: "Builder", word: str, number: int) -> int:
    """Write the rows of the topics that a word is a name of; always a bitmap."""
    topics = builder.topics.get(word)
    if topics is None:
        return 0
    hit = chain.from_iterable(range(*builder.ranges[topic]) for topic in topics)
    _write_level(database, number, TOPIC_LEVEL, bitmap(hit, builder.rows))
    return 1


def _write_level(database: sqlite3.Connection, word: int, level: int, bits: bytearray) -> None:
    database.execute("INSERT INTO levels VALUES (?, ?, ?)", (word, level, pack_bits(bits)))


def _kin(database: sqlite3.Connection, builder: "Builder") -> bytes:
    from wp.search.store.index import StoredIndex

    index = StoredIndex(database)
    return marshal.dumps(kin_of_base(set(builder.words.values()), index.store))
