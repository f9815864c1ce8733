"""The layout of an index file: what its making and its reading agree on.

It holds what the small index holds (`wp.search.layout`), by stem and by fact, so that a search
reads the little it needs. The facts that a word hits are parted by the weight with which it hits
them, each part a compressed bitmap (Roaring: Lemire et al. 2018), so that facts by the hundred
thousand are united and intersected at once.
"""

import marshal
from array import array
from collections.abc import Iterable, Mapping

from pyroaring import BitMap

VERSION = 9

MOST_ROWS = 1 << 32
"""A row number has 32 bits."""

TOPIC_LEVEL = 256
"""Stands for a weight where a word is in the names of the facts' topic."""

Levels = list[tuple[int, BitMap]]
"""The facts that a word hits, by the number for the weight (0 to 255) or `TOPIC_LEVEL`."""

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
    sequence TEXT
);
CREATE TABLE words (number INTEGER PRIMARY KEY, word TEXT, stem TEXT, hits INT);
CREATE TABLE stems (number INTEGER PRIMARY KEY, stem TEXT, rows BLOB, forms BLOB);
CREATE TABLE vocabulary (length INTEGER PRIMARY KEY, words BLOB);
CREATE TABLE beginnings (number INTEGER PRIMARY KEY, words TEXT);
CREATE TABLE deletions (bucket INTEGER PRIMARY KEY, left BLOB);
CREATE TABLE numbers (place INTEGER PRIMARY KEY, value, row INT, unit TEXT);
CREATE TABLE periods (start TEXT, end TEXT, row INT);
CREATE TABLE rows (kind TEXT, key TEXT, rows BLOB, PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE TABLE expansions (name TEXT PRIMARY KEY, acronym TEXT) WITHOUT ROWID;
"""
INDEXES = """
CREATE UNIQUE INDEX words_by_word ON words(word, stem, hits);
CREATE UNIQUE INDEX stems_by_stem ON stems(stem);
CREATE INDEX facts_by_key ON facts(key);
CREATE INDEX topics_by_section ON topics(section);
CREATE INDEX sections_by_id ON sections(document, id);
"""


def pack_rows(rows: Iterable[int]) -> bytes:
    """Store row numbers as a list."""
    return array("I", rows).tobytes()


def unpack_rows(stored: bytes) -> "array[int]":
    """Give a stored list back."""
    rows = array("I")
    rows.frombytes(stored)
    return rows


def pack_forms(forms: Mapping[str, Levels]) -> bytes:
    """Store the words of a stem, each with the facts that it hits."""
    return marshal.dumps(
        [(word, [(level, rows.serialize()) for level, rows in forms[word]]) for word in forms]
    )


def unpack_forms(stored: bytes) -> dict[str, Levels]:
    """Give the stored words of a stem back, in their order."""
    return {
        word: [(level, BitMap.deserialize(rows)) for level, rows in levels]
        for word, levels in marshal.loads(stored)
    }
