"""The house reference: publisher, title, date, section, paragraph, page."""

import subprocess
import sys

import pytest

from wp.cite import imprint, place, printed_date, reference, source_of
from wp.export.markdown import export_markdown
from wp.export.page import export_page
from wp.library import Library
from wp.model import UNKNOWN_DATE, UNKNOWN_PUBLISHER, Base, Document, Section

DOCUMENT = Document("d", 'The "Blue" Sea', "Ministry", "2020-05-04", "en")
SECTION = Section("VI", "Harbours", "https://example.org/6.htm", True, ("One.",), ())


def test_reference() -> None:
    assert reference(DOCUMENT, SECTION, 4) == (
        "Ministry, The “Blue” Sea, 4 May 2020, section VI, paragraph 4, https://example.org/6.htm"
    )


def test_a_section_without_a_page() -> None:
    assert reference(DOCUMENT, SECTION._replace(url=""), 4).endswith("section VI, paragraph 4")


DATES = [
    ("a day", "2017-12-15", "15 December 2017"),
    ("no leading nought", "2020-05-04", "4 May 2020"),
    ("a month", "2017-08", "August 2017"),
    ("a year", "2017", "2017"),
    ("a month that is none is left out", "2017-13", "2017"),
    ("a day that is none takes its month along", "2017-02-30", "2017"),
]


@pytest.mark.parametrize(("why", "iso", "expected"), DATES, ids=[case[0] for case in DATES])
def test_dates(why: str, iso: str, expected: str) -> None:
    assert printed_date(iso) == expected


@pytest.mark.parametrize(
    ("publisher", "published", "told"),
    [
        ("Ministry", "2020-05-04", "Ministry, 4 May 2020"),
        (UNKNOWN_PUBLISHER, "2020-05", "May 2020"),
        ("Ministry", UNKNOWN_DATE, "Ministry"),
        (UNKNOWN_PUBLISHER, UNKNOWN_DATE, ""),
    ],
)
def test_a_stand_in_is_never_told(publisher: str, published: str, told: str) -> None:
    document = DOCUMENT._replace(publisher=publisher, published=published)
    assert imprint(document) == told
    library = Library((Base(document, (SECTION,)),))
    assert told in export_markdown(library)
    head = export_page(library).partition("</header>")[0]
    assert told in head
    for text in (export_markdown(library), head):
        assert UNKNOWN_PUBLISHER not in text
        assert f", {UNKNOWN_DATE}" not in text


PLACES = [
    ("roman", "VI", 4, 0, "section VI, paragraph 4"),
    ("small roman", "iv", 4, 4, "section iv, paragraph 4"),
    ("arabic", "3", 4, 5, "section 3, paragraphs 4–5"),
    ("arabic with parts", "3.2.1", 1, 1, "section 3.2.1, paragraph 1"),
    ("a letter", "A", 1, 1, "section A, paragraph 1"),
    ("a name: its title speaks for itself", "Closing", 1, 1, "Harbours, paragraph 1"),
]


@pytest.mark.parametrize(
    ("why", "id_", "first", "last", "expected"), PLACES, ids=[c[0] for c in PLACES]
)
def test_places(why: str, id_: str, first: int, last: int, expected: str) -> None:
    assert place(SECTION._replace(id=id_), first, last) == expected


NUMBERED = [
    ("a judgment's, behind a quotation that counts", "6. It fell.", " (numbered “6.”)"),
    ("in brackets", "[41] It fell.", " (numbered “[41]”)"),
    ("a subsection", "(2) A ship must stop.", " (numbered “(2)”)"),
    ("an item", "(a) on conviction, a fine;", " (numbered “(a)”)"),
    ("of several levels", "4.2 The pier fell.", " (numbered “4.2”)"),
    ("its own place", "3. It fell.", ""),
    ("a figure", "1.4 million ships came.", ""),
    ("a day", "3 June 2019 was fine.", ""),
    ("a year", "2019. A bad year.", ""),
    ("words in brackets", "(see below) It fell.", ""),
    ("words", "It fell.", ""),
]


@pytest.mark.parametrize(("why", "text", "told"), NUMBERED, ids=[case[0] for case in NUMBERED])
def test_a_paragraph_is_called_by_the_number_that_it_bears_too(
    why: str, text: str, told: str
) -> None:
    section = SECTION._replace(paragraphs=("One.", "Two.", text))
    assert place(section, 3) == f"section VI, paragraph 3{told}"
    assert place(section, 3, 3, "12") == f"section VI, paragraph 3{told}, p. 12"


@pytest.mark.parametrize(
    ("id_", "title", "expected"),
    [
        ("5", "Article 5", "Article 5, paragraph 1"),
        ("5", "Article 5. Free Harbours", "Article 5, paragraph 1"),
        ("2", "PART 2 DISCHARGES", "Part 2, paragraph 1"),
        ("III", "Chapter III – Boats", "Chapter III, paragraph 1"),
        ("Annex-A", "Annex A: Maps", "Annex A, paragraph 1"),
        ("5", "Part Payments", "section 5, paragraph 1"),
        ("5", "Article of Faith", "section 5, paragraph 1"),
    ],
)
def test_an_article_is_called_so(id_: str, title: str, expected: str) -> None:
    assert place(SECTION._replace(id=id_, title=title), 1) == expected


def test_a_heading_s_colon_is_no_part_of_its_name() -> None:
    section = SECTION._replace(id="Lord-a", title="Lord A (dissenting):")
    assert place(section, 1) == "Lord A (dissenting), paragraph 1"


def test_a_fact_over_several_paragraphs(small_base: Base) -> None:
    from datetime import date

    fact = next(small_base.facts())
    section = small_base.section(fact.section)
    longer = fact._replace(end=section.text.index("dredging") + 4)
    source = source_of(longer, small_base.document, section, date(2026, 3, 4))
    assert (source.first, source.last) == (1, 3)


def test_reference_imports_little() -> None:
    """`wp show` calls it at every start."""
    code = (
        "import sys, wp.cite as r; "
        "print(*sorted({'citeproc', 'lxml', 'json', 'html', 'rich', 'typer'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": "cli"},
        timeout=60,
    )
    assert (done.stdout.strip(), done.stderr) == ("", "")
