"""A library as an SQLite file that datasette and sqlite-utils open as their own.

Every table has one column as its key and foreign keys of one column, so that a reader can follow
them; the full-text index names its table in the way both tools look for.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from wp.export.tables import Cell, tables
from wp.files import write_file
from wp.library import Library

SCHEMA = """
CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    published TEXT NOT NULL,
    language TEXT NOT NULL,
    edition TEXT,
    rights TEXT,
    sha256 TEXT
);
CREATE TABLE sections (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents(id),
    section TEXT NOT NULL,
    title TEXT NOT NULL,
    included INTEGER NOT NULL,
    url TEXT,
    url_confirmed INTEGER
);
CREATE TABLE paragraphs (
    id TEXT PRIMARY KEY,
    section TEXT NOT NULL REFERENCES sections(id),
    number INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE TABLE topics (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents(id),
    section TEXT NOT NULL REFERENCES sections(id),
    topic TEXT NOT NULL,
    title TEXT NOT NULL,
    aliases TEXT NOT NULL
);
CREATE TABLE facts (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents(id),
    section TEXT NOT NULL REFERENCES sections(id),
    topic TEXT NOT NULL REFERENCES topics(id),
    paragraph TEXT NOT NULL REFERENCES paragraphs(id),
    statement TEXT NOT NULL,
    quote TEXT NOT NULL,
    context TEXT,
    aliases TEXT NOT NULL,
    text_fragment_url TEXT,
    draft INTEGER NOT NULL
);
CREATE TABLE figures (
    id INTEGER PRIMARY KEY,
    fact TEXT NOT NULL REFERENCES facts(id),
    text TEXT NOT NULL,
    value NUMERIC NOT NULL,
    unit TEXT NOT NULL,
    qualifier TEXT,
    measures TEXT NOT NULL,
    period TEXT,
    period_start TEXT,
    period_end TEXT,
    context_period TEXT,
    context_period_start TEXT,
    context_period_end TEXT,
    part_of INTEGER REFERENCES figures(id)
);
CREATE TABLE dates (
    id INTEGER PRIMARY KEY,
    fact TEXT NOT NULL REFERENCES facts(id),
    text TEXT NOT NULL,
    "start" TEXT,
    "end" TEXT,
    vague INTEGER NOT NULL,
    date_from TEXT NOT NULL
);
CREATE INDEX facts_by_topic ON facts(topic);
CREATE INDEX figures_by_fact ON figures(fact);
CREATE INDEX dates_by_fact ON dates(fact);
"""
_FULL_TEXT = """
CREATE VIRTUAL TABLE facts_fts USING FTS5 (
    statement, quote, context, aliases,
    tokenize='porter unicode61 remove_diacritics 2', content="facts"
);
INSERT INTO facts_fts(facts_fts) VALUES ('rebuild');
INSERT INTO facts_fts(facts_fts) VALUES ('optimize');
"""
_LARGEST_INTEGER = 2**63 - 1


def export_sqlite(library: Library, path: Path) -> None:
    """Write a library into an SQLite file; an older file there is replaced in one step.

    InputError when the file cannot be written.
    """

    def fill(made: Path) -> None:
        try:
            _fill_tables(library, made)
        except sqlite3.Error as error:
            raise OSError(str(error)) from None

    write_file(path, fill)


def _fill_tables(library: Library, path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA foreign_keys = ON")
        database.executescript(SCHEMA)
        with database:
            # A figure may be part of one further down.
            database.execute("PRAGMA defer_foreign_keys = ON")
            for name, rows in tables(library)._asdict().items():
                if rows:
                    marks = ", ".join("?" * len(rows[0]))
                    stored = (tuple(map(_stored, row)) for row in rows)
                    database.executemany(f"INSERT INTO {name} VALUES ({marks})", stored)
        database.executescript(_FULL_TEXT)


def _stored(cell: Cell) -> Cell:
    """Return a cell as SQLite can hold it: whole numbers of 64 bits, text without surrogates."""
    if isinstance(cell, str):
        return cell.encode("utf-8", errors="backslashreplace").decode()
    if isinstance(cell, int) and abs(cell) > _LARGEST_INTEGER:
        return float(cell)
    return cell
