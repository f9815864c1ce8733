"""The last step of making an index file: what was gathered in memory is sorted and written."""

import marshal
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import apsw
from pyroaring import BitMap

from wp.search.store.layout import INDEXES, TOPIC_LEVEL, Levels, pack_forms, pack_rows
from wp.search.store.spelling import write_beginnings
from wp.search.thesaurus import kin_of_base

if TYPE_CHECKING:
    from wp.search.store.build import Builder


def finish(database: apsw.Connection, builder: "Builder") -> None:
    """Write words, lists, numbers and synonyms of a base whose facts are written."""
    database.executemany(
        "UPDATE topics SET stop = ? WHERE number = ?",
        ((stop, number) for number, (_, stop) in enumerate(builder.ranges)),
    )
    write_beginnings(database, builder.words)
    _write_words(database, builder)
    for kind, lists in builder.lists.items():
        database.executemany(
            "INSERT INTO rows VALUES (?, ?, ?)",
            ((kind, key, pack_rows(sorted(lists[key]))) for key in sorted(lists)),
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
    }
    _put(database, meta)
    database.execute(INDEXES)
    _put(database, {"kin": _kin(database, builder)})


def _put(database: apsw.Connection, values: dict[str, Any]) -> None:
    rows = [(key, marshal.dumps(value)) for key, value in values.items()]
    database.executemany("INSERT INTO meta VALUES (?, ?)", rows)


def _write_words(database: apsw.Connection, builder: "Builder") -> None:
    by_length: dict[int, list[str]] = defaultdict(list)
    by_stem: dict[str, list[str]] = defaultdict(list)
    for word, stem in builder.words.items():
        by_stem[stem].append(word)
        if word.isalpha():
            by_length[len(word)].append(word)
    hits: dict[str, int] = {}

    def stems() -> Iterator[tuple[str, bytes, bytes]]:
        for stem, words in by_stem.items():
            forms = {word: _levels(builder, word) for word in words}
            for word, levels in forms.items():
                hits[word] = sum(len(rows) for level, rows in levels if level != TOPIC_LEVEL)
            every = (rows for levels in forms.values() for _, rows in levels)
            yield stem, BitMap.union(BitMap(), *every).serialize(), pack_forms(forms)

    database.executemany("INSERT INTO stems (stem, rows, forms) VALUES (?, ?, ?)", stems())
    database.executemany(
        "INSERT INTO words VALUES (?, ?, ?, ?)",
        (
            (number, word, stem, hits[word])
            for number, (word, stem) in enumerate(builder.words.items())
        ),
    )
    database.executemany(
        "INSERT INTO vocabulary VALUES (?, ?)",
        ((length, " ".join(words).encode()) for length, words in by_length.items()),
    )


def _levels(builder: "Builder", word: str) -> Levels:
    """Give the facts that a word hits by weight, and those of the topics that it is a name of."""
    levels = [
        (level, BitMap(words.pop(word))) for level, words in builder.levels.items() if word in words
    ]
    if topics := builder.topics.get(word):
        named = BitMap()
        for topic in topics:
            named.add_range(*builder.ranges[topic])
        named.run_optimize()
        levels.append((TOPIC_LEVEL, named))
    return levels


def _kin(database: apsw.Connection, builder: "Builder") -> bytes:
    from wp.search.store.store import Store

    return marshal.dumps(kin_of_base(set(builder.words.values()), Store(database)))
