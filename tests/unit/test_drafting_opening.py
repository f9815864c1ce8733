"""What stands before the first sentence or heading: kept as text, and told where it is not."""

import pytest

from wp.base.draft import draft_base
from wp.base.draft.facts import facts_of
from wp.base.draft.sections import outline
from wp.base.draft.source import DraftBlock, DraftSource, read_source


def read_lines(text: str) -> DraftSource:
    return read_source("paper", text.encode(), "text")


def read_markdown(text: str) -> DraftSource:
    return read_source("paper", text.encode(), "markdown")


OPENINGS = [
    (
        "figures above the only sentence",
        "Fisheries Statistics\n\nCatch in 2020: 4,500 tonnes\n\nThe fleet had 12 boats.",
        "Fisheries Statistics",
        {"Text": ["Catch in 2020: 4,500 tonnes", "The fleet had 12 boats."]},
    ),
    (
        "a letterhead, above numbered sections",
        "Fish of Norland\n\nAdopted by the Board on 4 May 2020\n\n4 May 2021\n\nI. Ships\n\nOne."
        "\n\nII. Nets\n\nTwo.",
        "Fish of Norland",
        {"Opening": ["Adopted by the Board on 4 May 2020", "4 May 2021"], "I": ["One."],
         "II": ["Two."]},
    ),
    (
        "a first line with a figure is text as well as title",
        "Catch: 4,500 tonnes\n\nThe fleet had 12 boats.",
        "Catch: 4,500 tonnes",
        {"Text": ["Catch: 4,500 tonnes", "The fleet had 12 boats."]},
    ),
    (
        "the title of a resolution stands below its letterhead",
        "Assembly of Ports\n\nTenth session\n\nResolution 23/117. Safety of ferries\n\nIt met.",
        "Resolution 23/117. Safety of ferries",
        {"Text": ["Assembly of Ports", "Tenth session", "It met."]},
    ),
    (
        "above articles it is the preamble",
        "PACT OF GRAYWICK\n\nDone at Graywick on 4 May 2020\n\nArticle 1\n\nIt holds.",
        "PACT OF GRAYWICK",
        {"Preamble": ["Done at Graywick on 4 May 2020"], "1": ["It holds."]},
    ),
    (
        "above a printed preamble it is not another one",
        "PACT OF GRAYWICK\n\nDone at Graywick on 4 May 2020\n\nPreamble\n\nThe Parties meet."
        "\n\nArticle 1\n\nIt holds.",
        "PACT OF GRAYWICK",
        {"Opening": ["Done at Graywick on 4 May 2020"], "Preamble": ["The Parties meet."],
         "1": ["It holds."]},
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "title", "expected"), [case[1:] for case in OPENINGS], ids=[c[0] for c in OPENINGS]
)
def test_lines_before_the_text_are_kept(
    text: str, title: str, expected: dict[str, list[str]]
) -> None:
    plan = outline(read_lines(text).blocks)
    assert plan.title == title
    assert {part.id: [p.text for p in part.passages] for part in plan.parts} == expected
    assert plan.left_out == ()


@pytest.mark.parametrize(
    ("headings", "title", "sections", "why"),
    [
        ([(5, "Ministry of Ships"), (1, "The Fleet"), (2, "I. Ships"), (2, "II. Nets")],
         "The Fleet", ["Opening", "I", "II"], "the publisher's name above is no heading"),
        ([(1, "The Fleet"), (3, "How it fared"), (4, "Ships"), (4, "Nets")],
         "The Fleet", ["Opening", "Ships", "Nets"], "nor is the subtitle"),
        ([(0, "We use cookies."), (1, "The Fleet"), (2, "Ships"), (2, "Nets")],
         "The Fleet", ["Opening", "Ships", "Nets"], "a sentence of the page stands above"),
        ([(2, "THE FLEET"), (1, "I. Ships"), (1, "II. Nets")],
         "THE FLEET", ["I", "II"], "in capitals above all others"),
        ([(1, "1. Ships"), (2, "Nets"), (2, "Crews")], "", ["1"], "a number heads a section"),
    ],
)  # fmt: skip
def test_a_title_is_taken_off_its_sections(
    headings: list[tuple[int, str]], title: str, sections: list[str], why: str
) -> None:
    blocks: list[DraftBlock] = []
    for level, text in headings:
        blocks.append(DraftBlock("heading" if level else "paragraph", text, level))
        if text.endswith(("Ships", "Nets", "Crews")):
            blocks.append(DraftBlock("paragraph", "They are old."))
    plan = outline(blocks)
    assert plan.title == title, why
    assert [part.id for part in plan.parts] == sections, why


def test_lines_below_a_title_of_markdown_give_facts() -> None:
    text = "# Fish\n\nCatch in 2020: 4,500 tonnes\n\n## Fleet\n\nIt is old.\n\n## Crew\n\nIt left."
    raw = draft_base(read_markdown(text), "fish").raw
    (topic,) = raw["sections"]["Opening"]["topics"].values()
    assert [fact["quote"] for fact in topic["facts"].values()] == ["Catch in 2020: 4,500 tonnes"]


@pytest.mark.parametrize(
    ("line", "drafted"),
    [
        ("4 May 2020", False),  # a date alone
        ("Ninety-ninth session Agenda item 71 (b)", False),
        ("Agenda item 71", False),
        ("No. 31", False),
        ("Assembly of Ports Tenth session Agenda item 14 (b)", False),
        ("PORTS UNITED A/99 Distr.: General 19 January 2045", False),
        ("Adopted by the Board on 4 May 2020", True),
        ("Ninety-ninth session ended after 3 days.", True),  # a sentence
        ("Fourth meeting held with 30 ports", True),
        ("No boats but 12 nets", True),
    ],
)
def test_a_line_that_only_says_which_paper_this_is_is_no_fact(line: str, drafted: bool) -> None:
    assert bool(facts_of(line)) is drafted


def test_an_item_is_no_letterhead() -> None:
    assert facts_of("item 4 costs 3 million euros, and", item=True)


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        (
            "I. Ships .... 3\nII. Nets .... 9\nI. Ships\nThey sail.\nII. Nets\nThey catch.",
            "contents list left out: 2, first “I. Ships .... 3”",
        ),
        ("# Ships\n\n# Nets\n\nThey catch.", "headings without text left out: 1, first “Ships”"),
    ],
    ids=["a table of contents", "a heading without text"],
)
def test_what_no_section_holds_is_told(text: str, left_out: str) -> None:
    read = read_markdown if text.startswith("#") else read_lines
    warnings = draft_base(read(text), "fish").warnings
    assert left_out in warnings
