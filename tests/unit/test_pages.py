"""Pages as locators: where they begin in a text, and wherever a place is told."""

import json
from pathlib import Path
from typing import Any

import pytest

from wp.base.draft import draft_base
from wp.base.draft.source import DraftBlock, DraftSource
from wp.documents import PageStart
from wp.errors import InputError
from wp.library import open_library
from wp.model import PageMark, Section

MARKS = (PageMark(0, "ii"), PageMark(40, "3"), PageMark(90, "4"))
PARAGRAPHS = ["The board met in Ulm.", "It heard 12 witnesses there. Nobody voted."]
PAGES = [
    {"paragraph": 1, "offset": 0, "page": "11"},
    {"paragraph": 2, "offset": 8, "page": "12"},
    {"paragraph": 2, "offset": 29, "page": "13"},
]
RunWp = Any


def section(marks: tuple[PageMark, ...]) -> Section:
    return Section("I", "Board", "", False, (), (), pages=marks)


@pytest.mark.parametrize(
    ("start", "end", "page"),
    [
        (0, 10, "ii"),
        (40, 50, "3"),  # from the page's first character on
        (30, 40, "ii"),  # up to its last
        (30, 41, "ii–3"),
        (10, 200, "ii–4"),
        (95, 95, "4"),
    ],
)
def test_the_page_of_a_stretch(start: int, end: int, page: str) -> None:
    assert section(MARKS).page(start, end) == page


def test_a_text_without_pages() -> None:
    assert section(()).page(3, 9) == ""
    assert section(MARKS[1:]).page(3, 9) == ""  # before the first page that is known


@pytest.fixture
def path(tmp_path: Path) -> Path:
    fact = {"statement": "Twelve were heard.", "quote": "It heard 12 witnesses there."}
    figure = {"text": "12", "value": 12, "unit": "people", "measures": "witnesses"}
    topics = {"board": {"title": "Board", "facts": {"heard": {**fact, "figures": [figure]}}}}
    section = {"title": "Minutes", "paragraphs": PARAGRAPHS, "pages": PAGES, "topics": topics}
    document = {
        "id": "minutes",
        "title": "Minutes",
        "publisher": "Board of Ports",
        "published": "2020-05-04",
        "language": "en",
    }
    raw = {"schema_version": 1, "document": document, "sections": {"2": section}}
    path = tmp_path / "minutes.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    return path


def test_records_tell_the_page(run_wp: RunWp, path: Path) -> None:
    def told(*arguments: str) -> Any:
        return json.loads(run_wp(*arguments, "--json", "--facts", str(path)).stdout)

    assert [fact["page"] for fact in told("search", "board Ulm")] == ["11"]
    assert told("show", "2.board.heard")[0]["page"] == "11–12"
    assert told("show", "2.2.2")[0]["page"] == "13"
    assert told("verify", "Nobody voted.")["page"] == "13"
    assert told("cite", "2.2.2")[0]["page"] == "13"
    assert told("figures")[0]["page"] == "11–12"
    assert [one["page"] for one in told("grep", "voted")] == ["13"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("search", "voted"), "p. 13"),
        (("show", "2.board.heard"), "paragraph 2, pp. 11–12"),
        (("verify", "Nobody voted."), "2 ¶2, p. 13"),
        (("cite", "2.2.2"), "4 May 2020, section 2, paragraph 2, p. 13"),
        (("cite", "2.2.2", "--style", "apa"), "(Board of Ports, 2020, p. 13)"),
        (("cite", "2.board.heard", "--style", "apa"), "(Board of Ports, 2020, pp. 11–12)"),
        (("cite", "2.2.2", "--style", "chicago-author-date"), "(Board of Ports 2020, 13)"),
        (("cite", "2.2.2", "--style", "oscola"), "13"),
        (("cite", "2.2.2", "--style", "bibtex"), "Section 2, paragraph 2, p. 13"),
    ],
)
def test_people_are_told_the_page(
    run_wp: RunWp, path: Path, arguments: tuple[str, ...], told: str
) -> None:
    assert told in run_wp(*arguments, "--facts", str(path)).stdout


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        ({"paragraph": 3, "offset": 0, "page": "14"}, "begins outside the text"),
        ({"paragraph": 2, "offset": 400, "page": "14"}, "begins outside the text"),
        ({"paragraph": 1, "offset": 3, "page": "14"}, "begins before the page above it"),
        ({"paragraph": 0, "offset": 0, "page": "14"}, "must be 1 or more"),
        ({"paragraph": 1, "page": "14"}, "offset"),
    ],
)
def test_a_page_that_cannot_be(path: Path, page: dict[str, Any], problem: str) -> None:
    raw = json.loads(path.read_text(encoding="utf-8"))
    raw["sections"]["2"]["pages"].append(page)
    path.write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(InputError, match=problem) as raised:
        open_library([path])
    assert raised.value.place.startswith("sections.2.pages.3")


def test_drafting_takes_over_where_pages_begin() -> None:
    over_the_page = (PageStart(0, "4"), PageStart(15, "5"))
    blocks = (
        DraftBlock("heading", "1. Ships", 1, pages=(PageStart(0, "4"),)),
        DraftBlock("paragraph", "It has 3 ships.", pages=(PageStart(0, "4"),)),
        DraftBlock("paragraph", "They sail far. They come home.", pages=over_the_page),
        DraftBlock("paragraph", "Nobody waits.", pages=(PageStart(0, "5"),)),
    )
    section = draft_base(DraftSource(blocks), "fish").raw["sections"]["1"]
    assert section["pages"] == [
        {"paragraph": 1, "offset": 0, "page": "4"},
        {"paragraph": 2, "offset": 15, "page": "5"},
    ]


def test_a_page_is_found_again_in_mended_words() -> None:
    block = DraftBlock(
        "paragraph", "The con- ference met. Then it ended.", pages=(PageStart(22, "5"),)
    )
    mended = block.reworded(lambda text: text.replace("- ", ""))
    assert mended.pages == (PageStart(mended.text.index("Then"), "5"),)
