"""The SQLite file: rows as the base has them, keys that hold, a search that others find."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from wp.base.load import load
from wp.errors import InputError
from wp.export.sqlite import export_sqlite
from wp.library import Library
from wp.model import Base


@pytest.fixture
def file(small_base: Base, tmp_path: Path) -> Path:
    path = tmp_path / "small.sqlite"
    export_sqlite(Library((small_base,)), path)
    return path


@pytest.fixture
def database(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(file)) as connection:
        yield connection


def _column(database: sqlite3.Connection, query: str) -> list[Any]:
    return [row[0] for row in database.execute(query)]


def test_every_fact_and_figure_is_there(database: sqlite3.Connection, small_base: Base) -> None:
    facts = list(small_base.facts())
    rows = database.execute("SELECT id, statement, quote, aliases FROM facts ORDER BY rowid")
    assert [(id_, said, quote, tuple(json.loads(words))) for id_, said, quote, words in rows] == [
        (fact.id, fact.statement, fact.quote, fact.aliases) for fact in facts
    ]
    assert _column(database, "SELECT value FROM figures ORDER BY id") == [
        figure.value for fact in facts for figure in fact.figures
    ]


def test_foreign_keys_hold_and_the_file_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert _column(database, "PRAGMA integrity_check") == ["ok"]
    referring = {
        name
        for name in _column(database, "SELECT name FROM sqlite_master WHERE type = 'table'")
        if database.execute(f"PRAGMA foreign_key_list({name})").fetchall()
    }
    assert referring == {"sections", "paragraphs", "topics", "facts", "figures", "dates"}


def test_a_part_leads_to_its_whole(database: sqlite3.Connection) -> None:
    query = """SELECT part.text, whole.text FROM figures AS part
               JOIN figures AS whole ON part.part_of = whole.id"""
    assert database.execute(query).fetchall() == [("1,200", "4,500"), ("300", "4,500")]


def test_parts_without_text_are_listed_as_such(database: sqlite3.Connection) -> None:
    assert database.execute("SELECT id, included FROM sections").fetchall() == [
        ("I", 1),
        ("II", 1),
        ("III", 0),
        ("Closing", 1),
    ]


@pytest.mark.parametrize(
    ("query", "id_", "why"),
    [
        ("dredging", "I.harbour-act.dredging", "a word of the quote"),
        ("inspector", "II.landings.wardens", "an alias in another form"),
        ("reconstruction", "Closing.rebuilding.rebuilt", "an alias"),
    ],
)
def test_sqlite_utils_finds_the_full_text_index(file: Path, query: str, id_: str, why: str) -> None:
    import sqlite_utils  # slow to import, and every worker collects this file

    database = sqlite_utils.Database(file)
    try:
        facts = database.table("facts")
        assert facts.detect_fts() == "facts_fts"
        assert [row["id"] for row in facts.search(query)] == [id_]
    finally:
        database.close()


def test_search_is_right_after_vacuum(database: sqlite3.Connection) -> None:
    database.execute("VACUUM")
    found = """SELECT id FROM facts WHERE rowid IN
               (SELECT rowid FROM facts_fts WHERE facts_fts MATCH 'wardens')"""
    assert _column(database, found) == ["II.landings.wardens"]


def test_two_bases_share_the_tables(small_base: Base, tmp_path: Path) -> None:
    other = load(Path(__file__).parents[1] / "tern-island.facts.json")
    path = tmp_path / "two.sqlite"
    export_sqlite(Library((small_base, other)), path)
    with closing(sqlite3.connect(path)) as database:
        assert _column(database, "SELECT count(*) FROM documents") == [2]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        ids = _column(database, "SELECT id FROM facts")
    assert {id_.partition(":")[0] for id_ in ids} == {
        base.document.id for base in (small_base, other)
    }


@pytest.mark.parametrize(
    ("value", "stored"), [(10**30, 1e30), (2**63 - 1, 2**63 - 1), (92.9, 92.9), (-4, -4)]
)
def test_a_value_of_any_size_is_stored(
    small_base: Base, tmp_path: Path, value: float, stored: float
) -> None:
    section = small_base.sections[1]
    fact = section.topics[0].facts[0]
    changed = fact._replace(figures=(fact.figures[0]._replace(value=value),))
    topic = section.topics[0]._replace(facts=(changed,))
    base = small_base._replace(sections=(section._replace(topics=(topic,)),))
    path = tmp_path / "sizes.sqlite"
    export_sqlite(Library((base,)), path)
    with closing(sqlite3.connect(path)) as database:
        assert _column(database, "SELECT value FROM figures") == [stored]


def test_an_older_file_is_replaced_and_nothing_else_is_left(file: Path, small_base: Base) -> None:
    file.write_bytes(b"something older")
    export_sqlite(Library((small_base,)), file)
    assert file.read_bytes().startswith(b"SQLite format 3")
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_place_that_cannot_be_written_is_told(small_base: Base, tmp_path: Path) -> None:
    library = Library((small_base,))
    with pytest.raises(InputError, match="is a directory"):
        export_sqlite(library, tmp_path)
    with pytest.raises(InputError, match="No such file or directory; check that the folder"):
        export_sqlite(library, tmp_path / "none" / "small.sqlite")
