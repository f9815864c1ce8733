"""A library as an SQLite file that datasette and sqlite-utils open as their own.

Every table has one column as its key and foreign keys of one column, so that a reader can follow
them; the full-text index names its table in the way both tools look for.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from wp.figures.timeline import dates_of
from wp.files import write_file
from wp.library import Library
from wp.model import Base, Fact, Figure

_Cell = str | int | float | None
_Row = tuple[_Cell, ...]
_NO_PERIOD = (None, None, None)


_SCHEMA = """
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


class _Tables(NamedTuple):
    """The rows of every table; the columns are those of `_SCHEMA`, in its order."""

    documents: list[_Row]
    sections: list[_Row]
    paragraphs: list[_Row]
    topics: list[_Row]
    facts: list[_Row]
    figures: list[_Row]
    dates: list[_Row]


def _tables(library: Library) -> _Tables:
    """Return everything in a library as rows, in the order of the text and of the bases."""
    rows = _Tables([], [], [], [], [], [], [])
    numbers = _figure_numbers(library)
    for base in library.bases:
        document = base.document
        known = document.id, document.title, document.publisher, document.published
        unsure = document.edition or None, document.rights or None, base.digest or None
        rows.documents.append((*known, document.language, *unsure))
        rows.sections.extend(_sections(library, base))
        for section in base.sections:
            place = library.name(document.id, section.id)
            for number, paragraph in enumerate(section.paragraphs, 1):
                rows.paragraphs.append((f"{place}:{number}", place, number, paragraph))
            for topic in section.topics:
                id_ = f"{place}.{topic.key}"
                aliases = _list(topic.aliases)
                rows.topics.append((id_, document.id, place, topic.key, topic.title, aliases))
        for fact in base.facts():
            rows.facts.append(_fact(library, base, fact))
            for figure in fact.figures:
                number = len(rows.figures) + 1
                rows.figures.append((number, *_figure(library, fact, figure, numbers)))
            for dated in dates_of(fact):
                origin = "context" if dated.from_context else "quote"
                when = (*dated.period, int(dated.period.is_vague), origin)
                rows.dates.append((len(rows.dates) + 1, library.qualify(fact), *when))
    return rows


def _sections(library: Library, base: Base) -> Iterator[_Row]:
    """Every part of the document in its order, those whose text is not here included."""
    for id_, title, section in base.parts():
        yield (
            library.name(base.document.id, id_),
            base.document.id,
            id_,
            title,
            int(section is not None),
            section.url or None if section else None,
            int(section.url_confirmed) if section and section.url else None,
        )


def _fact(library: Library, base: Base, fact: Fact) -> _Row:
    section = base.section(fact.section)
    place = library.name(fact.document, fact.section)
    link = section.link(fact) or None
    places = place, f"{place}.{fact.topic}", f"{place}:{fact.paragraph}"
    said = fact.statement, fact.quote, fact.context or None, _list(fact.aliases)
    return (library.qualify(fact), fact.document, *places, *said, link, int(fact.draft))


def _figure_numbers(library: Library) -> dict[tuple[str, str, str], int]:
    """Number the figures from 1, to be found by document, fact and text; the first of twins."""
    numbers: dict[tuple[str, str, str], int] = {}
    number = 0
    for fact in library.facts:
        for figure in fact.figures:
            number += 1
            numbers.setdefault((fact.document, fact.id, figure.text), number)
    return numbers


def _figure(
    library: Library, fact: Fact, figure: Figure, numbers: dict[tuple[str, str, str], int]
) -> _Row:
    named = figure.whole(fact.id)
    whole = numbers.get((fact.document, *named)) if named else None
    counted = figure.text, figure.value, figure.unit, figure.qualifier, figure.measures
    periods = *(figure.period or _NO_PERIOD), *(figure.context_period or _NO_PERIOD)
    return (library.qualify(fact), *counted, *periods, whole)


def _list(values: tuple[str, ...]) -> str:
    return json.dumps(values, ensure_ascii=False)


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
        database.executescript(_SCHEMA)
        with database:
            # A figure may be part of one further down.
            database.execute("PRAGMA defer_foreign_keys = ON")
            for name, rows in _tables(library)._asdict().items():
                if rows:
                    marks = ", ".join("?" * len(rows[0]))
                    stored = (tuple(map(_stored, row)) for row in rows)
                    database.executemany(f"INSERT INTO {name} VALUES ({marks})", stored)
        database.executescript(_FULL_TEXT)


def _stored(cell: _Cell) -> _Cell:
    """Return a cell as SQLite can hold it: whole numbers of 64 bits, text without surrogates."""
    if isinstance(cell, str):
        return cell.encode("utf-8", errors="backslashreplace").decode()
    if isinstance(cell, int) and abs(cell) > _LARGEST_INTEGER:
        return float(cell)
    return cell
