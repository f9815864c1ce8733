"""What a draft knows of its document: title, publisher, date, from where each of them stands."""

from pathlib import Path

import pytest

from wp.base.draft import draft_base
from wp.base.draft.imprint import is_body, printed_publisher, printed_title
from wp.base.draft.source import DraftSource, read_source


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
        ("Briefing for the Committee on Justice Cooperation", False),  # or is given
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


@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        (["Statistics Norland. Released 14 August 2031."], "Statistics Norland"),
        (
            ["Fish Commission of Taravel · adopted on 14 December 2033"],
            "Fish Commission of Taravel",
        ),
        (["IN THE TAX COURT OF NORLAND"], "TAX COURT OF NORLAND"),
        (["Office des forêts, publié le 12 mars 2024"], "Office des forêts"),
        (["青湖市统计局 2024年3月15日"], "青湖市统计局"),
        (["CERTIORARI TO THE COURT OF APPEALS"], ""),
    ],
)
def test_a_body_is_named_with_what_stands_behind_it(lines: list[str], publisher: str) -> None:
    assert printed_publisher(lines) == publisher


@pytest.mark.parametrize(
    ("title", "lines", "heads", "expected"),
    [
        ("Ministry of Fish", ["REPUBLIC OF ASTER", "Annual Report 2034"], [], "Annual Report 2034"),
        ("The Pension Fund", ["Court of Audit", "Report to Parliament"], [], "The Pension Fund"),
        (
            "JUDGMENT",
            ["Hart (Appellant) v Borough of Aster"],
            [],
            "Hart (Appellant) v Borough of Aster",
        ),
        ("JUDGMENT", ["Hart (Appellant) v"], ["Hart v Aster"], "Hart v Aster"),
        (
            "Court of Aster",
            ["HART, Appellant, v.", "JANE MILLS,"],
            [],
            "HART, Appellant, v. JANE MILLS",
        ),
        ("JUDGMENT", ["Ruben Docket No. 20 v. State File No. 96"], [], "JUDGMENT"),
        ("FILED", ["Sep 13, 2019"], [], ""),
    ],
    ids=["a body", "the subject", "parties", "a running head", "two lines", "a docket", "a stamp"],
)
def test_a_body_or_a_kind_of_paper_is_no_title(
    title: str, lines: list[str], heads: list[str], expected: str
) -> None:
    assert printed_title(title, lines, heads) == expected


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
        # behind a word that says so, in the middle of a line
        (
            "Jobs\n\nFish Bureau. Released 14 August 2031, 09:30. Next: 3 May 2032.\n\nIt sank.",
            "2031-08-14",
        ),
        (
            "THE PIER\n\nPaper, laid before Parliament by the Minister on 12 May 2035\n\nIt sank.",
            "2035-05-12",
        ),
        ("A v. B\n\nNo. 11. Argued April 23, 2013—Decided June 13, 2013\n\nIt sank.", "2013-06-13"),
        ("JUDGMENT OF 3 MAY 2021\n\nHeard on 7 February 2021\n\nIt sank.", "2021-05-03"),
        # alone, behind a place, in brackets
        ("JUDGMENT\n\nLuxembourg, 12 March 2020\n\nIt sank.", "2020-03-12"),
        ("Port Azure, 25 July 2024 – The fleet of the island sank on 3 May 2024.", "2024-07-25"),
        ("FISH ACT\n\nAn Act about fish. [18th March 2021]\n\nIt sank.", "2021-03-18"),
        ("Vol. 85, No. 152\n\nThursday, August 6, 2020 This section holds notices.", "2020-08-06"),
        # at the end, where nothing before the text says it
        ("It sank on 3 May 2024.\n\nDone at Port Aster on 12 June 2024.", "2024-06-12"),
        # in other languages
        (
            "Les forêts\n\nOffice des forêts, publié le 12 mars 2024\n\nLa forêt est détruite.",
            "2024-03-12",
        ),
        ("青湖市统计公报\n\n青湖市统计局 2024年3月15日\n\n全市的人口增长了。", "2024-03-15"),
        (
            "Grundgesetz\n\nDatum: 23. Mai 1949\n\nGeltung ab: 14.12.1976\n\nDie Fischer der See "
            "haben den Hafen und die Schiffe der Insel im Auftrag gebaut.",
            "1949-05-23",
        ),
        ("FISH\n\nEffective: 14 December 2033\n\nIt sank.", "0001"),
        (
            "Decreto 100\n\nPublicación: 22-SEP-2005 | Versión: 19-ENE-2024\n\nLos pescadores de la"
            " isla construyeron el puerto y los barcos del gobierno.",
            "2005-09-22",
        ),
        (
            "Malik v. The Board\n\n(Appeal No. 404 of 2033) 10 December 2034\n\nIt sank.",
            "2034-12-10",
        ),
        ("REGULATION (EU) 2033/679 OF THE COUNCIL\n\nof 27 April 2033\n\nIt sank.", "2033-04-27"),
        # what a title is about, what a sentence reports, what was agreed of another paper
        ("REPORT ON THE ELECTION OF 9 OCTOBER 2033\n\nIt sank.", "0001"),
        ("CENSUS 2033\n\nIt sank.", "0001"),
        ("FISH\n\nThe law, adopted on 3 May 2020, sets fees.", "0001"),
        ("FISH\n\nThe minutes of the meeting of 5 December 2023 were agreed.", "0001"),
        ("FISH\n\nRecalling its resolution 11/3 of 22 June 2027,\n\nIt asks.", "0001"),
        # the last words of a sentence that stands as a line
        ("I. Fish\n\nThe pier was new. It sank on 3 May 2033", "0001"),
    ],
)
def test_the_date_is_as_precise_as_it_is_printed(text: str, published: str) -> None:
    assert draft_base(read_lines(text), "fish").raw["document"]["published"] == published


def test_the_date_of_a_table_is_that_of_what_its_row_names() -> None:
    table = "# Isle\n\n| Item | Value |\n|---|---|\n| Founded | 3 May 1996 |\n"
    assert draft_base(read_markdown(table), "isle").raw["document"]["published"] == "0001"
    drafted = draft_base(read_markdown(f"{table}| Released | 4 May 2031 |\n"), "isle")
    assert drafted.raw["document"]["published"] == "2031-05-04"


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
