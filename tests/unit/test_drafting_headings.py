"""Lines read as headings by their words, and the sections that a document falls into."""

import pytest

from wp.base.draft import draft_base
from wp.base.draft.sections import outline
from wp.base.draft.source import DraftBlock, DraftSource, read_source
from wp.base.draft.topics import groups
from wp.base.schema import assemble_document
from wp.documents.headings import parse_heading


def read_lines(text: str) -> DraftSource:
    return read_source("paper", text.encode(), "text")


@pytest.mark.parametrize(
    ("line", "style", "number", "title"),
    [
        ("V. Ships and Harbours", "roman", "V", "Ships and Harbours"),
        ("VI.Actively Dredging", "roman", "VI", "Actively Dredging"),  # printed without a space
        ("3. Scope", "decimal", "3", "Scope"),
        ("2.1.4 Nets of the Coast", "decimal", "2.1.4", "Nets of the Coast"),
        ("Chapter IV", "chapter", "IV", ""),
        ("CHAPTER TWO: GENERAL", "chapter", "TWO", "GENERAL"),
        ("Article 12 bis – Nets", "article", "12 bis", "Nets"),
        ("Article 5", "article", "5", ""),
        ("§ 1030. Fraud and related activity", "section", "1030", "Fraud and related activity"),
        ("§552a Records on individuals", "section", "552a", "Records on individuals"),
        ("Annex", "annex", "", ""),
        ("Preamble", "named", "", "Preamble"),
        ("CONCLUSION", "named", "", "CONCLUSION"),
        ("THE TERN SEA", "capitals", "", "THE TERN SEA"),
        ("B. Loans", "letter", "B", "Loans"),
        ("第一章 总则", "chapter", "一", "总则"),
        ("TÍTULO II", "chapter", "II", ""),
        ("Chapitre III - Principes", "chapter", "III", "Principes"),
        ("Abschnitt 2 Aufgaben", "section", "2", "Aufgaben"),
        ("Artículo 19", "article", "19", ""),
        ("Anlage", "annex", "", ""),
        ("第２条　定義", "article", "２", "定義"),
    ],
)
def test_a_heading_is_read_with_its_number(line: str, style: str, number: str, title: str) -> None:
    heading = parse_heading(line)
    assert heading
    assert (heading.style, heading.number, heading.title) == (style, number, title)


@pytest.mark.parametrize(
    "line",
    [
        "The fund paid 12 grants.",
        "1. Each Party shall open its harbours.",  # a numbered paragraph ends as a sentence
        "Article 5 of the Convention names the harbours",  # runs on
        "I saw the harbour",  # no full stop behind the numeral
        "Section by section",
        "building a new quay;",
        "第三条 国家保护港口。",  # an article that is one paragraph
        "第一章节的内容",  # words that begin like one
        "4 May 2020",  # a date is no "4" titled "May 2020"
        "",
        "V. " + "Harbour " * 40,  # as long as a paragraph
    ],
)
def test_running_text_is_no_heading(line: str) -> None:
    assert parse_heading(line) is None


SECTIONS = [
    (
        "roman numerals and a named section, a paragraph a line",
        "I. Ships\nShips sail.\nII.Nets\nNets catch 3 fish.\nConclusion\nAll is well.",
        [("I", "Ships"), ("II", "Nets"), ("Conclusion", "Conclusion")],
    ),
    (
        "articles whose titles stand on the line below, behind a preamble",
        "PACT OF GRAYWICK\n\nThe Parties have agreed as follows:\n\nArticle 1\nScope\n\nIt holds."
        "\n\nArticle 2\n\nIt ends.",
        [("Preamble", "Preamble"), ("1", "Article 1. Scope"), ("2", "Article 2")],
    ),
    (
        "parts above articles: the articles are topics",
        "PART I\nGENERAL PROVISIONS\n\nArticle 1\nScope\n\nIt holds.\n\nPART II\nNETS\n\nArticle 2"
        "\nMesh\n\nIt is wide.\n\nANNEX\nMAPS\n\nSee map.",
        [("I", "PART I. GENERAL PROVISIONS"), ("II", "PART II. NETS"), ("Annex", "MAPS")],
    ),
    (
        "a numbered list is no row of sections",
        "The fund did this:\n\n1. Paid the grants\n\n2. Lent the money\n\n3. Built the quay"
        "\n\nIt ended.",
        [("Text", "Text")],
    ),
    (
        "numbers over text of their own are sections",
        "1. Money\n\nThe fund paid.\n\n2. People\n\nThe fund hired.",
        [("1", "Money"), ("2", "People")],
    ),
    ("no heading at all", "The fund paid 3 towns. It ended.", [("Text", "Text")]),
    (
        "a table of contents is passed over",
        "I. Ships ........ 3\nII. Nets ........ 9\nI. Ships\nShips sail.\nII. Nets\nNets catch.",
        [("I", "Ships"), ("II", "Nets")],
    ),
    (
        "line ends of three systems",
        "I. Ships\r\nShips sail.\rThey float.\n\nII. Nets\r\nNets catch.",
        [("I", "Ships"), ("II", "Nets")],
    ),
    (
        "two sections of one number are told apart",
        "Article 1\n\nIt holds.\n\nArticle 1\n\nIt holds again.",
        [("1", "Article 1"), ("Article-1", "Article 1")],
    ),
    (
        "a title without Latin letters gets its place as id",
        "PART I\n\n港口。\n\nPART II\n\n渔网。",
        [("I", "PART I"), ("II", "PART II")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in SECTIONS], ids=[case[0] for case in SECTIONS]
)
def test_sections(text: str, expected: list[tuple[str, str]]) -> None:
    parts = outline(read_lines(text).blocks).parts
    assert [(part.id, part.title) for part in parts] == expected


def test_no_line_of_text_is_lost_between_sections() -> None:
    parts = outline(
        read_lines("Opening words.\nI. Ships\nOne.\nTwo.\nII. Nets\nThree.").blocks
    ).parts
    assert [[p.text for p in part.passages] for part in parts] == [
        ["Opening words."],
        ["One.", "Two."],
        ["Three."],
    ]


def test_a_heading_alone_above_the_others_is_the_title() -> None:
    blocks = (
        DraftBlock("heading", "Report of the Fund", 1),
        DraftBlock("heading", "Money", 2),
        DraftBlock("paragraph", "It paid."),
        DraftBlock("heading", "Outlook", 2),
        DraftBlock("paragraph", "It will pay."),
    )
    plan = outline(blocks)
    assert plan.title == "Report of the Fund"
    assert [part.id for part in plan.parts] == ["Money", "Outlook"]


LONG = "Harbours grew in every year of the plan, and so did the towns around them. " * 6


def test_topics_come_from_subheadings_else_from_lead_sentences() -> None:
    blocks = (
        DraftBlock("heading", "Money", 1),
        DraftBlock("paragraph", "Building new quays. The fund paid. " + LONG),
        DraftBlock("paragraph", "The fund was asked to:"),
        DraftBlock("item", "pay;"),
        DraftBlock("heading", "Loans", 2),
        DraftBlock("paragraph", "It lent."),
        DraftBlock("heading", "People", 1),
        DraftBlock("paragraph", "It hired."),
    )
    money, people = outline(blocks).parts
    assert [(g.title, len(g.passages)) for g in groups(money)] == [
        ("Building new quays", 1),
        ("The fund was asked to", 2),
        ("Loans", 1),
    ]
    assert [g.title for g in groups(people)] == ["People"]


@pytest.mark.parametrize(
    "heading", ["§ 1030. Fraud and related activity", "Section 12 Powers of the board", "3 Offence"]
)
def test_a_topic_keeps_the_number_that_it_is_cited_by(heading: str) -> None:
    text = f"# PART 1 CRIMES\n\n## {heading}\n\nThe fine is 40 crowns."
    sections = draft_base(read_source("act", text.encode(), "markdown"), "act").raw["sections"]
    assert [topic["title"] for topic in sections["1"]["topics"].values()] == [heading]


def test_a_list_without_bullets_is_known_by_its_colon_and_its_ends() -> None:
    text = "The Act provides for:\ndredging;\npaying for it, and\nlighting the coast.\nIt holds."
    kinds = [p.item for p in outline(read_lines(text).blocks).parts[0].passages]
    assert kinds == [False, True, True, True, False]


def test_headings_within_a_part_are_kept_as_printed() -> None:
    text = "## 1. Ships\n\nShips sail.\n\n## 2. Nets\n\n### 2.1 Old nets\n\nNets hold.\n\n### Gone"
    document = draft_base(read_source("paper", text.encode(), "markdown"), "paper").raw["document"]
    assert [one.get("headings") for one in document.get("contents", ())] == [
        None,
        ["2.1 Old nets", "Gone"],
    ]
    headings = [one.headings for one in assemble_document(document).contents]
    assert headings == [(), ("2.1 Old nets", "Gone")]


def test_an_introduction_printed_larger_than_the_chapters_stands_beside_them() -> None:
    chapters = "".join(f"### Chapter {n}\n\nShips sail.\n\n" for n in (1, 2, 3))
    text = f"# Boats\n\n## Introduction\n\nBoats float.\n\n{chapters}"
    parts = outline(read_source("paper", text.encode(), "markdown").blocks).parts
    assert [part.title for part in parts] == ["Introduction", "Chapter 1", "Chapter 2", "Chapter 3"]
