"""Words near a misspelt one, found by what is left when letters are taken out of both.

Two words at most two errors apart (letters wrong, missing, too many, neighbours swapped) have
something in common that at most two letters taken out of each leave, and so have their beginnings:
the symmetric deletions of SymSpell (Garbe 2012), with its prefix of seven letters. Words are kept
by their beginnings, and the beginnings by the hashes of what is left of them.
"""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import TYPE_CHECKING
from zlib import crc32

import apsw

if TYPE_CHECKING:
    from wp.search.store.store import Store

ERRORS = 2
"""So many errors the index finds."""

_BEGINNING = 7
_BUCKET_BITS = 14


def write_beginnings(database: apsw.Connection, words: Iterable[str]) -> None:
    """Write the index of the words of letters among `words`."""
    beginnings: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        if word.isalpha():
            beginnings[word[:_BEGINNING]].append(word)
    buckets: defaultdict[int, array[int]] = defaultdict(lambda: array("Q"))
    for number, beginning in enumerate(beginnings):
        for left in _left(beginning):
            buckets[left >> 32 - _BUCKET_BITS].append(left << 32 | number)
    database.executemany(
        "INSERT INTO beginnings VALUES (?, ?)",
        ((number, " ".join(beginnings[beginning])) for number, beginning in enumerate(beginnings)),
    )
    database.executemany(
        "INSERT INTO deletions VALUES (?, ?)",
        ((bucket, array("Q", sorted(found)).tobytes()) for bucket, found in buckets.items()),
    )


def words_near(store: "Store", word: str) -> list[str]:
    """Give words among which are all that are at most `ERRORS` errors away, and as long."""
    numbers: set[int] = set()
    asked = _left(word[:_BEGINNING])
    buckets = ",".join({str(left >> 32 - _BUCKET_BITS) for left in asked})
    stored = dict(store.every(f"SELECT bucket, left FROM deletions WHERE bucket IN ({buckets})"))
    for left in asked:
        pairs = array("Q")
        pairs.frombytes(stored.get(left >> 32 - _BUCKET_BITS, b""))
        at = bisect_left(pairs, left << 32)
        while at < len(pairs) and pairs[at] >> 32 == left:
            numbers.add(pairs[at] & 0xFFFFFFFF)
            at += 1
    places = ",".join(map(str, numbers))
    texts = store.every(f"SELECT words FROM beginnings WHERE number IN ({places})")
    least, most = len(word) - ERRORS, len(word) + ERRORS
    return [one for (text,) in texts for one in text.split(" ") if least <= len(one) <= most]


def _left(beginning: str) -> set[int]:
    """Give the hashes of what is left of a beginning without up to `ERRORS` of its letters."""
    fewest = max(len(beginning) - ERRORS, 0)
    return {
        crc32("".join(left).encode())
        for count in range(fewest, len(beginning) + 1)
        for left in combinations(beginning, count)
    }
