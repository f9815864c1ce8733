"""The layout of an index file: what its making and its reading agree on.

It holds what the small index holds (`wp.search.layout`), by word and by fact, so that a search
reads the little it needs. The rows that a word hits lie in two forms. Where one weight of it hits
few rows, these are listed as in the small index; where many, they are a bitmap, a bit a row, which
Python's whole numbers intersect and unite a million rows at a time. All rows that a stem hits lie
together once more (`united`), and all postings of words with bitmaps (`spread`): what may answer is
found with these, and only that is weighed.
"""

import re
import zlib
from array import array
from collections.abc import Iterable, Iterator

VERSION = 5
APPLICATION = 0x77704958
"""Marks the file as one of ours (SQLite's `application_id`)."""

MOST_ROWS = 1 << 24
"""A posting has 24 bits for the row."""

TOPIC_LEVEL = 256
"""Stands for a weight where a word is in the names of the rows' topic."""

_SET = re.compile(rb"[^\0]")
_STRIDE = 256
_NOTHING = bytes(_STRIDE)

LISTED = 256
"""The facts that a stem hits are a list where they are fewer, else a bitmap."""

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE documents (id TEXT PRIMARY KEY, data BLOB, digest TEXT);
CREATE TABLE sections (
    number INTEGER PRIMARY KEY, document TEXT, id TEXT, data BLOB, paragraphs BLOB, start INT
);
CREATE TABLE topics (
    number INTEGER PRIMARY KEY, section INT, key TEXT, title TEXT, aliases TEXT, start INT, stop INT
);
CREATE TABLE facts (
    row INTEGER PRIMARY KEY, key TEXT, topic INT, data BLOB, start INT, stop INT, paragraph INT,
    sequence TEXT, holds INT
);
CREATE TABLE words (
    number INTEGER PRIMARY KEY, word TEXT, stem TEXT, postings BLOB, levels INT
);
CREATE TABLE levels (word INT, level INT, bits BLOB, PRIMARY KEY (word, level)) WITHOUT ROWID;
CREATE TABLE united (stem TEXT PRIMARY KEY, hits INT, rows BLOB) WITHOUT ROWID;
CREATE TABLE spread (word INTEGER PRIMARY KEY, postings BLOB, spans BLOB);
CREATE TABLE vocabulary (length INTEGER PRIMARY KEY, words BLOB);
CREATE TABLE beginnings (number INTEGER PRIMARY KEY, words TEXT);
CREATE TABLE deletions (bucket INTEGER PRIMARY KEY, left BLOB);
CREATE TABLE numbers (place INTEGER PRIMARY KEY, value, row INT, unit TEXT);
CREATE TABLE periods (start TEXT, end TEXT, row INT);
CREATE TABLE rows (kind TEXT, key TEXT, rows BLOB, PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE TABLE expansions (name TEXT PRIMARY KEY, acronym TEXT) WITHOUT ROWID;
"""
INDEXES = """
CREATE UNIQUE INDEX words_by_word ON words(word);
CREATE INDEX words_by_stem ON words(stem, word);
CREATE INDEX facts_by_key ON facts(key);
CREATE INDEX topics_by_section ON topics(section);
CREATE INDEX sections_by_id ON sections(document, id);
"""


def dense_from(rows: int) -> int:
    """Give from how many hits of one weight on they are kept as a bitmap."""
    return max(16, rows // 512)


def pack_rows(rows: Iterable[int]) -> bytes:
    """Store row numbers or postings as a list."""
    return array("I", rows).tobytes()


def unpack_rows(stored: bytes) -> "array[int]":
    """Give a stored list back."""
    rows = array("I")
    rows.frombytes(stored)
    return rows


def bitmap(rows: Iterable[int], count: int) -> bytearray:
    """Give a bit for each of `count` rows, set for those given."""
    bits = bytearray((count >> 3) + 1)
    for row in rows:
        bits[row >> 3] |= 1 << (row & 7)
    return bits


def rows_in(bits: bytes | bytearray) -> Iterator[int]:
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


def pack_bits(bits: bytes | bytearray) -> bytes:
    """Store a bitmap; most are long runs of nothing, so runs are all that is looked for."""
    packing = zlib.compressobj(1, strategy=zlib.Z_RLE)
    return packing.compress(bits) + packing.flush()


def unpack_bits(stored: bytes) -> bytes:
    """Give a stored bitmap back."""
    return zlib.decompress(stored)
