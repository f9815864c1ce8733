"""What a draft knows of its document: title, publisher, date, from where each of them stands."""

from pathlib import Path

import pytest

from wp.base.draft import draft_base, read_source
from wp.base.draft.publisher import is_body, printed_publisher
from wp.base.draft.source import DraftSource


def read_lines(text: str) -> DraftSource:
    return read_source("paper", text.encode(), "text")


def read_page(text: str) -> DraftSource:
    return read_source("paper", text.encode(), "html")


def read_markdown(text: str) -> DraftSource:
    return read_source("paper", text.encode(), "markdown")


UNKNOWN = "Unknown publisher"


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Ministry of Environment of Valdoria", True),
        ("MINISTRY OF HEALTH", True),
        ("Office for Statistics, Norland", True),
        ("United Nations", True),
        ("Jane Smith", False),  # a person
        ("jsmith", False),  # who was logged in
        ("python-docx", False),  # a program
        ("Report of the Audit Office", False),  # what a body puts out
        ("The Ministry today said so", False),  # a sentence
        ("Ministry of Health No. 31", False),
        ("", False),
    ],
)
def test_a_public_body_is_known_by_its_name(name: str, body: bool) -> None:
    assert is_body(name) is body


@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        (["Office of the Auditor, 21 June 2019"], "Office of the Auditor"),
        (["White Paper on Fish", "Ministry of Fish", "May 2021"], "Ministry of Fish"),
        (["Published by us", "Fish of Norland"], ""),
    ],
)
def test_a_line_before_the_text_names_the_publisher(lines: list[str], publisher: str) -> None:
    assert printed_publisher(lines) == publisher


SOURCES = [
    (
        "front matter",
        read_markdown('---\npublisher: "Ministry of Women\'s Affairs"\nauthor: J\n---\nIt paid.'),
        "Ministry of Women's Affairs",
        None,
    ),
    (
        "a meta element",
        read_page('<meta name="DC.publisher" content="Fish &amp; Sons"><p>It paid.'),
        "Fish & Sons",
        None,
    ),
    (
        "an author that is a body",
        read_page('<meta name="author" content="Bureau of Fish"><p>It paid.'),
        "Bureau of Fish",
        "is read from the file's author",
    ),
    (
        "an author that is a person, and a line that is a body",
        read_page('<meta name="author" content="J. Smith"><p>Fish</p><p>Bureau of Fish</p><p>It.'),
        "Bureau of Fish",
        "is read from the lines before the text",
    ),
    ("nothing", read_page("<p>It paid."), UNKNOWN, "the publisher is not known"),
]


@pytest.mark.parametrize(
    ("source", "publisher", "warning"),
    [case[1:] for case in SOURCES],
    ids=[case[0] for case in SOURCES],
)
def test_the_publisher_is_read_where_it_stands(
    source: DraftSource, publisher: str, warning: str | None
) -> None:
    drafted = draft_base(source, "fish")
    assert drafted.raw["document"]["publisher"] == publisher
    said = [guess.told for guess in drafted.guesses if "publisher" in guess.told]
    assert len(said) == (warning is not None)
    assert warning is None or warning in said[0]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("FISH\n\nBureau of Fish, Aster, September 2022\n\nI. Ships\n\nIt sank.", "2022-09"),
        ("Published 12 November 2024. Next: May 2025.\n\nIt sank in 2020.", "2024-11-12"),
        ("It had 3 boats in 2024 and will have 5 by 2100.", "0001"),  # a year that it reports
        ("BUDGET 2026\n\nin Port Aster\n\nFriday, 10 October 2025\n\nIt sank.", "2025-10-10"),
        # a decree's own date, above the report's
        (
            "Inquiry set up by the Decree of 3 March 2031\n\nTHE FIRE\n\nFinal report, presented "
            "to the board on 19 May 2033\n\nI. The tunnel\n\nIt burnt.",
            "2033-05-19",
        ),
        # below a title that has the name of the body above it
        (
            "Fish Bureau\n\nPart I. Census 2033\n\nRelease of the Bureau, 6 March 2034\n\n"
            "Boats sank in 2033.",
            "2034-03-06",
        ),
        # the last words of a sentence that stands as a line
        ("I. Fish\n\nThe pier was new. It sank on 3 May 2033", "0001"),
    ],
)
def test_the_date_is_as_precise_as_it_is_printed(text: str, published: str) -> None:
    assert draft_base(read_lines(text), "fish").raw["document"]["published"] == published


def test_a_heading_on_the_line_below_a_short_title_is_no_part_of_it() -> None:
    lines = [
        "White Paper on Fish 2026-2030",
        "I. Introduction",
        "This white paper sets out the policy of the Government for the years to come and was",
        "approved by the Cabinet after a debate that lasted for all of two days and a night.",
        "It cites the rules that the Council adopted in its session of the year before under",
        "Article 5 of the Convention of the Coast.",
    ]
    drafted = draft_base(read_lines("\n".join(lines)), "fish").raw
    assert drafted["document"]["title"] == "White Paper on Fish 2026-2030"
    assert [(key, one["title"]) for key, one in drafted["sections"].items()] == [
        ("I", "Introduction")
    ]
    assert len(drafted["sections"]["I"]["paragraphs"]) == 1


def test_a_docx_title_stands_above_its_headings(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    pytest.importorskip("mammoth")
    document = docx.Document()
    document.add_paragraph("Report of the Fund", style="Title")
    document.add_paragraph("2021/22", style="Title")
    document.add_paragraph("Bureau of Fish, September 2022")
    for heading in ("Money", "People"):
        document.add_heading(heading, 1)
        document.add_paragraph("It paid.")
    document.save(str(tmp_path / "x.docx"))
    drafted = draft_base(read_source(tmp_path / "x.docx"), "x").raw
    known = drafted["document"]
    assert known["title"] == "Report of the Fund 2021/22"
    assert (known["publisher"], known["published"]) == ("Bureau of Fish", "2022-09")
    assert list(drafted["sections"]) == ["Opening", "Money", "People"]
