"""Comments in a copy of a Word file: on the right words, and nothing else is changed."""

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st

from wp.errors import InputError
from wp.export.report.word import commented
from wp.library import Library
from wp.model import Base
from wp.verify.checked import provenance
from wp.verify.draft import read_draft

FISH = "Two wardens watch the fish"


@pytest.fixture(scope="module")
def library(small_base: Base) -> Library:
    return Library((small_base,))


@cache
def _template() -> bytes:
    document = Document()
    for style in document.styles.element.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and not style.get(qn("w:default")):
            document.styles.element.remove(style)
    return _bytes(document)


def _empty() -> Any:
    """Give a document without the styles of tables, nine tenths of what is read of others."""
    return Document(BytesIO(_template()))


def _bytes(document: Any) -> bytes:
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _checked(library: Library, content: bytes) -> Any:
    checked = library.check(read_draft("d.docx", content))
    return Document(BytesIO(commented(library, checked, content, provenance(library.bases))))


def _letters(document: Any) -> list[list[tuple[str, str]]]:
    """Give the characters of each paragraph, each with how its run is dressed."""
    return [
        [
            (character, re.sub(r' xmlns:\w+="[^"]*"', "", _dress(run)))
            for run in paragraph.iter(qn("w:r"))
            if run.find(qn("w:commentReference")) is None
            for text in run.iter(qn("w:t"), qn("w:delText"), qn("w:tab"), qn("w:br"))
            for character in (text.text if text.tag.endswith("ext") or text.text else "|") or ""
        ]
        for paragraph in document.element.iter(qn("w:p"))
    ]


def _dress(run: Any) -> str:
    from lxml.etree import tostring

    dress = run.find(qn("w:rPr"))
    return "" if dress is None else tostring(dress, encoding="unicode")


def _comments(document: Any) -> list[tuple[str, str]]:
    """Give what each of our comments is on, and what it says."""
    found = []
    for comment in document.comments:
        name = str(comment.comment_id)
        words, inside = "", False
        for element in document.element.iter():
            if element.tag == qn("w:commentRangeStart") and element.get(qn("w:id")) == name:
                inside = True
            elif element.tag == qn("w:commentRangeEnd") and element.get(qn("w:id")) == name:
                inside = False
            elif inside and element.tag == qn("w:t"):
                words += element.text
            elif inside and element.tag == qn("w:footnoteReference"):
                words += "[note]"
        if comment.author == "wp check":
            found.append((words, comment.text))
    assert len({comment.comment_id for comment in document.comments}) == len(document.comments)
    return found


def _several_runs(document: Any) -> None:
    paragraph = document.add_paragraph("It says “Two war")
    paragraph.add_run("dens watch").bold = True
    paragraph.add_run(" the ").italic = True
    paragraph.add_run("fish”.")


def _beside_tabs(document: Any) -> None:
    run = document.add_paragraph().add_run("It says\t“Two wardens\nwatch the fish”.\tSo")
    run.font.name = "Courier New"


def _in_a_cell(document: Any) -> None:
    cell = document.add_table(2, 2).cell(1, 1)
    cell.text = "First"
    cell.add_paragraph("It says “Two wardens watch the fish”.")


def _in_a_link(document: Any) -> None:
    paragraph = document.add_paragraph("It says ")
    link = parse_xml(
        f'<w:hyperlink {nsdecls("w")} w:anchor="a"><w:r><w:t>“{FISH}”.</w:t></w:r></w:hyperlink>'
    )
    paragraph._p.append(link)


def _in_changes(document: Any) -> None:
    paragraph = document.add_paragraph("It says “Two ")
    for xml in (
        '<w:ins {} w:id="9" w:author="A"><w:r><w:t>wardens watch</w:t></w:r></w:ins>',
        '<w:del {} w:id="8" w:author="A"><w:r><w:delText>wolves</w:delText></w:r></w:del>',
    ):
        paragraph._p.append(parse_xml(xml.format(nsdecls("w"))))
    paragraph.add_run(" the fish”.")


def _hidden(document: Any) -> None:
    paragraph = document.add_paragraph("It says “Two wardens ")
    paragraph.add_run("never ").font.hidden = True
    paragraph.add_run("watch the fish”.")


def _behind_a_mark(document: Any) -> None:
    paragraph = document.add_paragraph("It stands.")
    paragraph.add_run("5").font.superscript = True
    paragraph.add_run(" It says “Two wardens watch the fish”.")


def _said_twice(document: Any) -> None:
    document.add_paragraph("Two wardens watch the fish for us, nobody else does.")
    document.add_paragraph("It says “Two wardens watch the fish”.")


def _quoted(document: Any) -> None:
    document.add_paragraph("Two wardens watch the fish", style="Quote")


KINDS: list[tuple[Callable[[Any], None], str, str]] = [
    (_several_runs, FISH, "over runs of another dress"),
    (_beside_tabs, "Two wardenswatch the fish", "in a run with tabs and a line break"),
    (_in_a_cell, FISH, "in the second paragraph of a cell"),
    (_in_a_link, FISH, "in a link"),
    (_in_changes, FISH, "in tracked changes"),
    (_hidden, "Two wardens never watch the fish", "around hidden text"),
    (_behind_a_mark, FISH, "behind the mark of a note"),
    (_said_twice, FISH, "where other words say the same"),
    (_quoted, FISH, "in a block quotation"),
]


@pytest.mark.parametrize(("build", "on", "reason"), KINDS, ids=[kind[2] for kind in KINDS])
def test_a_comment_is_on_its_words_and_nothing_else_changes(
    library: Library, build: Callable[[Any], None], on: str, reason: str
) -> None:
    document = _empty()
    document.add_paragraph("Norland at sea")
    build(document)
    before = _bytes(document)
    after = _checked(library, before)
    assert _letters(after) == _letters(Document(BytesIO(before)))
    first, *others = _comments(after)
    (second,) = (one for one in others if one[1].startswith("✗ altered"))
    assert first[0] == "Norland at sea"
    assert second[0] == on
    assert '"fish" where the source has "nets"' in second[1]
    assert "Source: “Two wardens watch the nets”" in second[1]
    if reason == "where other words say the same":
        starts = after.paragraphs[2]._p.findall(qn("w:commentRangeStart"))
        assert len(starts) == 1


def test_the_first_comment_tells_what_was_checked(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795751700")
    document = _empty()
    document.add_paragraph("It says “Two wardens watch the nets”. And “an open one.")
    ((_, told),) = _comments(_checked(library, _bytes(document)))
    assert "1 as in the source" in told
    assert "Against: Harbours and Fisheries of Norland" in told
    assert "Checked: 27 November 2026, 03:55 UTC, by wp" in told
    assert "the quotation mark “ has no partner" in told


def test_comments_that_are_there_stay(library: Library) -> None:
    document = _empty()
    paragraph = document.add_paragraph("It says “Two wardens watch the fish”.")
    document.add_comment(paragraph.runs[0], text="Really?", author="Ed", initials="E")
    after = _checked(library, _bytes(document))
    assert next((one.author, one.text) for one in after.comments) == ("Ed", "Really?")
    assert len(after.comments) == 3
    assert _comments(after)[1][0] == FISH


def test_comments_of_an_earlier_check_make_room(library: Library) -> None:
    document = _empty()
    paragraph = document.add_paragraph("It says “Two wardens watch the fish”.")
    document.add_comment(paragraph.runs[0], text="Really?", author="Ed", initials="E")
    once = _checked(library, _bytes(document))
    again = _checked(library, _bytes(once))
    assert _comments(again)[1:] == _comments(once)[1:]  # the first names the file
    assert [one.author for one in again.comments] == ["Ed", "wp check", "wp check"]
    assert len(list(again.element.iter(qn("w:commentReference")))) == 3
    assert _letters(again) == _letters(document)


def test_a_comment_of_an_earlier_check_that_was_answered_stays(library: Library) -> None:
    document = _empty()
    document.add_paragraph("It says “Two wardens watch the fish”.")
    once = _checked(library, _bytes(document))
    paragraph = list(once.comments)[1].paragraphs[0]._p
    paragraph.set(qn("w14:paraId"), "0A0B0C0D")
    once.part.relate_to(
        Part(
            PackURI("/word/commentsExtended.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml",
            b'<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
            b'<w15:commentEx w15:paraId="01" w15:paraIdParent="0A0B0C0D"/></w15:commentsEx>',
            once.part.package,
        ),
        "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
    )
    again = _checked(library, _bytes(once))
    assert len(list(again.comments)) == 3


def test_a_row_is_commented_on_in_one_cell(library: Library) -> None:
    document = _empty()
    table = document.add_table(2, 2)
    for at, text in enumerate(("Ships", "Number", "Tankers at Port Aster a year", "250")):
        table.cell(at // 2, at % 2).text = text
    (_, (on, told)) = _comments(_checked(library, _bytes(document)))
    assert on == "250"
    assert "250" in told


def test_words_of_a_note_are_commented_on_at_its_mark(library: Library) -> None:
    document = _empty()
    run = document.add_paragraph("It stands.").add_run()
    run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="2"/>'))
    blob = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p><w:r><w:t>It says “{FISH}”.'
        "</w:t></w:r></w:p></w:footnote></w:footnotes>"
    ).encode()
    name = PackURI("/word/footnotes.xml")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    document.part.relate_to(
        Part(name, kind, blob, document.part.package), RELATIONSHIP_TYPE.FOOTNOTES
    )
    (_, (on, told)) = _comments(_checked(library, _bytes(document)))
    assert on == "[note]"
    assert told.startswith(f"In this footnote: “{FISH}”")


def test_words_of_a_text_box_are_commented_on_at_the_box(library: Library) -> None:
    document = _empty()
    run = document.add_paragraph("It stands beside ").add_run("this")
    box = (
        f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox>'
        f"<w:txbxContent><w:p><w:r><w:t>It says “{FISH}”.</w:t></w:r></w:p></w:txbxContent>"
        "</v:textbox></v:shape></w:pict>"
    )
    run._r.append(parse_xml(box))
    before = _bytes(document)
    after = _checked(library, before)
    (_, (on, told)) = _comments(after)
    assert on == f"thisIt says “{FISH}”."
    assert told.startswith(f"In this text box: “{FISH}”")
    inside = next(after.element.iter(qn("w:txbxContent")))
    assert not list(inside.iter(qn("w:commentReference"))), "there is no room for one in a box"


def test_what_a_document_says_is_text(library: Library, small_base: Base) -> None:
    title = "<w:b/>\x07\ufffe\u202e]]>&amp;"
    base = small_base._replace(document=small_base.document._replace(title=title))
    document = _empty()
    document.add_paragraph("It says “Two wardens watch the fish <w:p/> &amp;”.")
    after = _checked(Library((base,)), _bytes(document))
    told = " ".join(text for _, text in _comments(after))
    assert "<w:b/>\\x07\\ufffe\\u202e]]>&amp;" in told


def test_words_that_are_not_found_are_told_of_all_the_same(library: Library) -> None:
    document, other = _empty(), _empty()
    document.add_paragraph("It says “Two wardens watch the fish”.")
    other.add_paragraph("Saved anew while it was checked.")
    checked = library.check(read_draft("d.docx", _bytes(document)))
    content = commented(library, checked, _bytes(other), provenance(library.bases))
    _, (on, told) = _comments(Document(BytesIO(content)))
    assert on == "Saved anew while it was checked."
    assert told.startswith(f"Its place was not found: “{FISH}”\n✗ altered")


def test_a_file_without_words_is_told_of(library: Library) -> None:
    content = _bytes(_empty())
    checked = library.check(read_draft("d.docx", content))
    with pytest.raises(InputError, match="holds no text"):
        commented(library, checked, content, provenance(library.bases))


_RUNS = st.lists(
    st.tuples(
        st.sampled_from(["It says “", "Two wardens", " watch ", "the fish”.", "", "\t", "é½ﬁ"]),
        st.sampled_from(["bold", "italic", "hidden", "superscript", "strike", "size"]),
    ),
    max_size=6,
)


@settings(max_examples=6)  # each writes and reads two files
@given(st.lists(_RUNS, min_size=1, max_size=3))
def test_no_letter_and_no_dress_of_any_file_changes(
    library: Library, paragraphs: list[list[tuple[str, str]]]
) -> None:
    document = _empty()
    document.add_paragraph("It says “Two wardens watch the fish”. The port saw 250 tankers a year.")
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for text, dress in runs:
            run = paragraph.add_run(text)
            if dress == "size":
                run.font.size = 190500
            else:
                setattr(run.font, dress, True)
    before = _bytes(document)
    after = _checked(library, before)
    assert _letters(after) == _letters(Document(BytesIO(before)))
    assert {FISH, "The port saw 250 tankers a year"} <= {on for on, _ in _comments(after)}
