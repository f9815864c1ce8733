"""CSV, JSON Lines and Markdown give back what the base says, whatever characters are in it."""

import csv
import io
import json
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from wp.export.markdown import export_markdown
from wp.files import write_text
from wp.library import Library
from wp.model import Base
from wp.show import render, to_csv
from wp.show.records import export_rows


@pytest.fixture
def library(small_base: Base) -> Library:
    return Library((small_base,))


def _with_statement(base: Base, statement: str) -> Library:
    section = base.sections[0]
    topic = section.topics[0]
    fact = topic.facts[0]._replace(statement=statement)
    changed = section._replace(topics=(topic._replace(facts=(fact,)),))
    return Library((base._replace(sections=(changed,)),))


def test_pandas_reads_the_same_values_from_csv(library: Library) -> None:
    # Slow to import, and every worker collects this file.
    import pandas  # type: ignore[import-untyped]

    records, fields = export_rows(library, "facts")
    frame = pandas.read_csv(io.StringIO(to_csv(records, fields)), keep_default_na=False)
    for column in ("id", "section", "topic", "paragraph", "statement", "quote"):
        assert frame[column].tolist() == [record[column] for record in records]
    figures, fields = export_rows(library, "figures")
    frame = pandas.read_csv(io.StringIO(to_csv(figures, fields)))
    assert frame["value"].tolist() == [record["value"] for record in figures]
    assert frame["value"].dtype.kind in "if"


@pytest.mark.parametrize(
    ("statement", "cell", "why"),
    [
        ("=1+1", "'=1+1", "a formula"),
        ("+441234", "'+441234", "a formula as well"),
        ("-2 degrees", "'-2 degrees", "a formula as well"),
        ("@SUM(A1)", "'@SUM(A1)", "a formula in some spreadsheets"),
        ("\t=1+1", "'=1+1", "white space before a formula"),
        ('the "blue" lane, ¾', 'the "blue" lane, ¾', "quotation marks and commas"),
        ("2 = 2", "2 = 2", "no formula: the sign stands inside"),
    ],
)
def test_no_cell_runs_as_a_formula(small_base: Base, statement: str, cell: str, why: str) -> None:
    records, fields = export_rows(_with_statement(small_base, statement), "facts")
    (row,) = csv.DictReader(io.StringIO(to_csv(records, fields)))
    assert row["statement"] == cell


@pytest.mark.parametrize(("rows", "count"), [("facts", 9), ("figures", 8), ("dates", 4)])
def test_a_json_line_is_a_record_with_the_fact_it_belongs_to(
    library: Library, rows: str, count: int
) -> None:
    lines = render(export_rows(library, rows)[0], "jsonl", ()).splitlines()
    assert len(lines) == count
    ids = {fact.id for fact in library.facts}
    assert {json.loads(line)["id"] for line in lines} <= ids


def _text_of(markdown: str) -> str:
    tokens = MarkdownIt("commonmark").parse(markdown)
    children = [child for token in tokens for child in token.children or ()]
    return "".join(child.content for child in children)


def test_the_markdown_document_has_every_quote_and_place(library: Library) -> None:
    document = export_markdown(library)
    shown = _text_of(document)
    for fact in library.facts:
        assert fact.quote in shown
        assert fact.statement in shown
        assert f"Section {fact.section}, paragraph {fact.paragraph} · {fact.id}" in shown
    assert "III" not in document


@pytest.mark.parametrize(
    ("id_", "title", "heading", "why"),
    [
        ("I", "Introduction", "I. Introduction", "a title may hold the letter of its number"),
        ("Conclusion", "Conclusion", "Conclusion", "it has no number"),
        ("5", "Article 5", "Article 5", "the title has it"),
    ],
)
def test_a_section_is_headed_by_its_number(
    small_base: Base, id_: str, title: str, heading: str, why: str
) -> None:
    section = small_base.sections[0]._replace(id=id_, title=title)
    library = Library((small_base._replace(sections=(section,)),))
    document = export_markdown(library)
    assert f"\n## {heading}\n" in document


def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("older")
    real.chmod(0o640)
    link.symlink_to(real)
    write_text(link, "newer \ud800")
    assert link.is_symlink()
    assert real.read_text() == "newer \\ud800"
    assert real.stat().st_mode & 0o777 == 0o640
