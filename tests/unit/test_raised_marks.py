"""Superscripts: marks of notes go from the text, powers and ordinals stay in it."""

import io
import zipfile
from pathlib import Path

import pytest

from wp.base.draft.facts import facts_of
from wp.base.draft.source import DraftSource, read_source


def read_page(text: str) -> DraftSource:
    return read_source("paper", text.encode(), "html")


def read_markdown(text: str) -> DraftSource:
    return read_source("paper", text.encode(), "markdown")


RAISED = [
    ("behind a full stop", "It rose by 4 per cent.<sup>2</sup> It fell.",
     "It rose by 4 per cent. It fell."),
    ("a link to the note", 'Fell<sup><a href="#n1">1</a></sup> on', "Fell on"),
    ("in a link to the note", 'Fell<a href="#n1"><sup>a</sup></a> on', "Fell on"),
    ("in brackets", "The Act<sup>[12]</sup> holds", "The Act holds"),
    ("several marks", "It fell.<sup>2, 3</sup>", "It fell."),
    ("a sign", "It fell<sup>†</sup>", "It fell"),
    ("behind a word", "The harbour<sup>3</sup> is old", "The harbour is old"),
    ("behind a year", "In 2020<sup>3</sup> it fell", "In 2020 it fell"),
    ("at the note itself", "<sup>2</sup> Without bonuses.", "Without bonuses."),
    ("a power of ten", "10<sup>6</sup> cells", "10⁶ cells"),
    ("a negative power", "10<sup>-3</sup> g m<sup>−2</sup>", "10⁻³ g m⁻²"),
    ("a unit", "12 km<sup>2</sup>, 4 metres<sup>2</sup>", "12 km², 4 metres²"),
    ("an ordinal", "the 19<sup>th</sup> session", "the 19th session"),
    ("a link elsewhere stays text", '19<sup><a href="/s">th</a></sup> one', "19th one"),
    ("lowered text is no note", "CO<sub>2</sub>", "CO2"),
    ("never closed", "It fell <sup>2<p>It rose", "It fell 2|It rose"),
    ("a way back", '<li>Without bonuses. <a href="#r1">↑</a></li>', "Without bonuses."),
    ("a link inside the page", 'See <a href="#s2">section 2</a>.', "See section 2."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("page", "expected"), [case[1:] for case in RAISED], ids=[case[0] for case in RAISED]
)
def test_superscripts(page: str, expected: str) -> None:
    assert "|".join(" ".join(b.text.split()) for b in read_page(page).blocks) == expected


def test_marks_that_are_left_out_are_told() -> None:
    assert read_page("It fell.<sup>1</sup> It rose.<sup>2</sup>").warnings == (
        "marks of notes left out of the text: 2",
    )
    assert read_page("10<sup>6</sup> cells").warnings == ()


def test_a_mark_does_not_run_two_sentences_together() -> None:
    (block,) = read_page("<p>Pay rose by 4 per cent.<sup>2</sup> The median was £16.40.").blocks
    assert [fact["quote"] for fact in facts_of(block.text)] == [
        "Pay rose by 4 per cent.",
        "The median was £16.40.",
    ]


def test_notes_of_markdown() -> None:
    source = read_markdown(
        "# Plan[^1]\n\nIt has 3 pines.[^two]\n\n[^1]: Adopted on 5 May 2019.\n[^two]: Some died.\n"
    )
    assert [" ".join(block.text.split()) for block in source.blocks] == [
        "Plan",
        "It has 3 pines.",
        "Adopted on 5 May 2019.",
        "Some died.",
    ]


SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def noted_docx() -> bytes:
    """Make a DOCX file with one footnote."""
    run = "<w:r><w:t>It has 3 pines.</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>"
    note = "<w:footnote w:id='2'><w:p><w:r><w:t>Some died.</w:t></w:r></w:p></w:footnote>"
    parts = {
        "word/document.xml": f"<w:document xmlns:w='{SPACE}'><w:body><w:p>{run}</w:p></w:body>"
        "</w:document>",
        "word/footnotes.xml": f"<w:footnotes xmlns:w='{SPACE}'>{note}</w:footnotes>",
        "_rels/.rels": f"<Relationships xmlns='{PACKAGE}/relationships'><Relationship Id='r1' "
        f"Type='{OFFICE}/officeDocument' Target='word/document.xml'/></Relationships>",
        "word/_rels/document.xml.rels": f"<Relationships xmlns='{PACKAGE}/relationships'>"
        f"<Relationship Id='r1' Type='{OFFICE}/footnotes' Target='footnotes.xml'/></Relationships>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def test_notes_of_docx(tmp_path: Path) -> None:
    pytest.importorskip("mammoth")
    path = tmp_path / "plan.docx"
    path.write_bytes(noted_docx())
    assert [block.text for block in read_source(path).blocks] == ["It has 3 pines.", "Some died."]
