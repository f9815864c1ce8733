"""All facts that a stem hits, in one piece: what a search looks for candidates with.

A stem's words hit facts with many weights, and by the names of topics. To find the facts that may
answer, it is enough to know those that any of these hits; how strongly, a few facts are asked
later, in the postings of the words. Both are written here, for stems with more hits than can be
read off their words' lists at once.
"""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from wp.search.store.layout import LISTED, bitmap, dense_from, pack_bits, pack_rows, rows_in

_WORTH_PACKING = 6


def write_united(
    database: sqlite3.Connection,
    words: Mapping[str, str],
    postings: Mapping[str, "array[int]"],
    topics: Mapping[str, "array[int]"],
    ranges: Sequence[Sequence[int]],
    rows: int,
) -> None:
    """Write the hits of stems, and the postings of the words that the small lists lack.

    `words` are printed words with their stems, in order; `postings`, `topics` and `ranges` what
    `wp.search.layout` calls facts, topics and ranges; `rows` is the number of facts.
    """
    numbers: dict[str, int] = {}
    forms: dict[str, list[str]] = {}
    for number, (word, stem) in enumerate(words.items()):
        numbers[word] = number
        forms.setdefault(stem, []).append(word)
    least = dense_from(rows)
    database.executemany(
        "INSERT INTO spread VALUES (?, ?, ?)",
        (
            (
                number,
                postings[word].tobytes() if len(postings.get(word, ())) >= least else b"",
                pack_rows(_spans(topics.get(word, ()), ranges)),
            )
            for word, number in numbers.items()
            if len(postings.get(word, ())) >= least or word in topics
        ),
    )
    database.executemany(
        "INSERT INTO united VALUES (?, ?, ?)", _united(forms, postings, topics, ranges, rows)
    )


def _united(
    forms: Mapping[str, Sequence[str]],
    postings: Mapping[str, "array[int]"],
    topics: Mapping[str, "array[int]"],
    ranges: Sequence[Sequence[int]],
    rows: int,
) -> Iterator[tuple[str, int, bytes]]:
    most = min(LISTED, dense_from(rows))
    for stem, words in forms.items():
        count = sum(len(postings.get(word, ())) for word in words)
        named = sorted({topic for word in words for topic in topics.get(word, ())})
        if not named and count < most:
            continue
        spans = [ranges[topic] for topic in named]
        hit: Iterable[int] = chain(
            (posting >> 8 for word in words for posting in postings.get(word, ())),
            chain.from_iterable(range(start, stop) for start, stop in spans),
        )
        if count + sum(stop - start for start, stop in spans) < LISTED:
            single = sorted(set(hit))
            yield stem, len(single), pack_rows(single)
            continue
        bits = bitmap(hit, rows)
        hits = int.from_bytes(bits, "little").bit_count()
        yield stem, hits, _packed(bits) if hits >= LISTED else pack_rows(rows_in(bits))


def _packed(bits: bytearray) -> bytes:
    """Pack a bitmap where that spares much; one that is often asked for is rather read at once."""
    packed = pack_bits(bits)
    return packed if len(packed) * _WORTH_PACKING <= len(bits) else bytes(bits)


def _spans(topics: Iterable[int], ranges: Sequence[Sequence[int]]) -> list[int]:
    """Give where the rows of topics begin, in order, then where each ends."""
    spans = [ranges[topic] for topic in topics]
    return [start for start, _ in spans] + [stop for _, stop in spans]
