"""Running heads: known by standing at the edge of pages, never by standing in the text."""

import pytest

from wp.base.draft.source import DraftSource, read_source
from wp.documents import literal
from wp.documents.text_lines import without_running_heads


def read_lines(text: str) -> DraftSource:
    return read_source("paper", text.encode(), "text")


def joined(*pages: list[str]) -> list[str]:
    """Give the lines of pages put together, without the empty ones."""
    lines = without_running_heads([[literal(line, 0) for line in page] for page in pages]).lines
    return [line.text for line in lines if line.text]


BODY = [f"Line {letter} of the text" for letter in "abcdef"]
OTHER = [f"Line {letter} of the text" for letter in "uvwxyz"]


def test_a_head_and_foot_of_two_pages_go_and_the_sentence_runs_on() -> None:
    pages = [
        ["Paper on Fish", "Page 1", *BODY, "The column is filled to its foot and", "Fish Office 1"],
        ["Paper on Fish", "Page 2", "goes on at the head.", *OTHER, "Fish Office 2"],
    ]
    assert joined(*pages) == [
        *BODY,
        "The column is filled to its foot and",
        "goes on at the head.",
        *OTHER,
    ]
    (warning,) = read_lines("\f".join("\n".join(page) for page in pages)).warnings
    assert warning.startswith("running heads or feet left out: 4, first “Paper on Fish”")


KEPT = [
    ("figures of two years", ["Catch in 2020: 4,500", *BODY], ["Catch in 2021: 4,700", *OTHER]),
    ("one word", ["Fish", *BODY], ["Fish", *OTHER]),
    ("another place", ["Paper on Fish", *BODY], [*OTHER, "Paper on Fish"]),
    ("pages of a line or two", ["Paper on Fish", "It holds."], ["Paper on Fish", "It ended."]),
    ("within the text", [*BODY, "a", "b", "c"], [*OTHER, *BODY]),
]


@pytest.mark.parametrize(
    ("one", "two"), [case[1:] for case in KEPT], ids=[case[0] for case in KEPT]
)
def test_other_lines_of_two_pages_stay(one: list[str], two: list[str]) -> None:
    assert joined(one, two) == [*one, *two]


@pytest.mark.parametrize(
    ("line", "warned"),
    [
        ("Report of the Fund", True),
        ("same manner, with words", False),  # begins within a sentence
        ("The text continues in the", False),  # ends within one
        ("It names the ports,", False),
    ],
)
def test_only_a_line_that_can_be_a_head_is_warned_about(line: str, warned: bool) -> None:
    text = "\n".join([line, "One.", "Two.", "Three."] * 4)
    assert any("may be a running head" in said for said in read_lines(text).warnings) is warned


def test_a_likelier_head_is_named_though_another_line_is_more_frequent() -> None:
    text = "\n".join(["and so it goes on", "Report of the Fund"] * 3 + ["and so it goes on"])
    (said,) = [said for said in read_lines(text).warnings if "running head" in said]
    assert "“Report of the Fund”" in said


HEADS = "Sector     Q3 2023   Q3 2024\n"
ROWS = "Farms         96.4      94.8\nMines        512.0     508.7\n"


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        (f"{HEADS}{ROWS}", False),
        (f"{HEADS}\n{HEADS}{ROWS}", True),  # which are its heads?
        (
            "Norland            A/RES/99\nAssembly           19 January 2045\n",
            False,
        ),  # a letterhead
        ("Farms          96.4       94.8\n", False),  # one line is no table
    ],
    ids=["a table that is read", "a table", "a letterhead", "one line"],
)
def test_rows_of_a_table_without_markup_are_told(text: str, warned: bool) -> None:
    said = [said for said in read_lines(f"It paid.\n\n{text}").warnings if "rows of a" in said]
    assert bool(said) is warned
    assert not said or said[0].startswith("lines that look like rows of a table: 4, first “Sector")
