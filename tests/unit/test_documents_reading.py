"""What is body of a document and what is not, told alike for checking and for drafting."""

import gc
import io
import json
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.base.draft import draft_base
from wp.base.draft.source import read_source
from wp.documents import FileKind, ReadDocument
from wp.documents.read import read_document
from wp.errors import InputError


def read(text: str, kind: FileKind) -> ReadDocument:
    return read_document("paper", text.encode(), kind)


def bodies(document: ReadDocument) -> list[str]:
    return [" ".join(block.body.text.split()) for block in document.blocks]


RAISED: list[tuple[FileKind, str, str, str]] = [
    ("html", "<p>18,000<sup>5</sup> troops", "18,000 troops", "a mark behind a figure"),
    ("html", "<p>12 m<sup>2</sup> of ice", "12 m² of ice", "a power"),
    ("html", "<p>the 1<sup>st</sup> ship", "the 1st ship", "an ordinal"),
    ("markdown", "It fell.^5^ It rose.", "It fell. It rose.", "pandoc's mark"),
    ("markdown", "12 km^2^ of ice", "12 km² of ice", "pandoc's power"),
    ("markdown", "4 x 10^5 and 10^6 cells", "4 x 10^5 and 10^6 cells", "no raised text at all"),
    ("markdown", "It fell.[^x] It rose.", "It fell. It rose.", "a mark without its note"),
    ("markdown", "18,000<sup>5</sup> troops", "18,000 troops", "HTML within Markdown"),
    ("text", "since 2010.³ It found", "since 2010. It found", "a raised sign behind a stop"),
    ("text", "the law¹ holds", "the law holds", "a raised sign behind a word"),
    ("text", "12 m² and 10⁶ cells", "12 m² and 10⁶ cells", "powers"),
    ("text", "3 g m⁻² a year", "3 g m⁻² a year", "a power with its sign"),
    ("text", "the troops[12] were sent.[3] So", "the troops were sent. So", "in brackets"),
    ("text", "is liable [95].", "is liable [95].", "a paragraph cited, behind a blank"),
    ("text", "In 201[8] it fell", "In 201[8] it fell", "a changed figure is no mark"),
    ("markdown", "Take `v[0]` of `list[12]`[^a].", "Take v[0] of list[12].", "code has no marks"),
    ("html", "<pre>v[0] = w[1]</pre>", "v[0] = w[1]", "a block of code neither"),
    ("text", "the af\u00adfected a\u200brea", "the affected area", "what cannot be seen"),
]


@pytest.mark.parametrize(("kind", "text", "expected", "why"), RAISED)
def test_marks_of_notes_go_and_powers_stay(
    kind: FileKind, text: str, expected: str, why: str
) -> None:
    assert bodies(read(text, kind)) == [expected]


LEFT_OUT: list[tuple[FileKind, str, str, str, str]] = [
    ("html", "<nav>10 links</nav><p>Text", "Text", "navigation", "markup says so"),
    ("html", "<p>Text <span hidden>9</span>", "Text", "hidden text", "an attribute"),
    ("html", "<p>Text <i style='display: none'>9</i>", "Text", "hidden text", "a style"),
    ("html", "<p>Text <s>9</s>", "Text", "struck text", "struck"),
    ("markdown", "Text ~~9~~", "Text", "struck text", "struck"),
    ("markdown", "Text <del>9</del>", "Text", "struck text", "struck in HTML"),
    ("html", "<main><p>Text</main><footer>9 rights", "Text", "beside the main", "a site's foot"),
    ("html", "<aside>9 more</aside><article><p>Text</article>", "Text", "beside the main", "ads"),
    ("html", "<p>Text<aside>9 more</aside>", "Text|9 more", "", "no main part: a box of the text"),
    ("html", "<main><p>Text<aside>9</aside></main>", "Text|9", "", "a box in the main part"),
    ("text", "Contents\nA ..... 2\n\nText", "Text", "contents list", "dots"),
    ("text", "A\t2\nB\t3\nC\t9\n\nA\n\nB\n\nIt is C.", "A|B|It is C.", "contents list", "titles"),
    ("text", "A\t2\nB\t3\nC\t9\n\nIt is C.", "A 2|B 3|C 9|It is C.", "", "rows of a table"),
    ("text", "Ships ........\n\nText", "Text", "contents list", "dots, the page lost"),
    ("text", "She told them....\n\nText", "She told them....|Text", "", "a sentence left open"),
    ("text", "她说完就走了……\n\nText", "她说完就走了……|Text", "", "in Chinese"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "kept", "what", "why"), LEFT_OUT)
def test_what_is_no_body_is_left_out_and_told(
    kind: FileKind, text: str, kept: str, what: str, why: str
) -> None:
    document = read(text, kind)
    assert "|".join(bodies(document)) == kept
    assert any(what in one.what for one in document.skipped) is bool(what)
    told = " ".join(read_source("paper", text.encode(), kind).warnings)
    assert (what in told) is bool(what) or not what


STRUCTURE: list[tuple[FileKind, str, str, str]] = [
    ("markdown", "##Ice\n\nText.", "heading Ice|paragraph Text.", "no blank behind the marks"),
    ("markdown", "##Ice\nText.", "heading Ice|paragraph Text.", "text on the next line"),
    ("markdown", "#ice is cold.", "paragraph #ice is cold.", "one mark: a word of its own"),
    ("markdown", "**Ice**\n\nText.", "heading Ice|paragraph Text.", "a line in bold"),
    ("markdown", "**Ice.**\n\nText.", "paragraph Ice.|paragraph Text.", "a sentence in bold"),
    ("html", "<p><b>Ice</b><p>Text.", "heading Ice|paragraph Text.", "in HTML"),
    ("html", "<p><b>Ice</b> is cold<p>Text.", "paragraph Ice is cold|paragraph Text.", "in part"),
    ("markdown", "a[^1]\n\n[^1]: Note.", "paragraph a|note Note.", "notes"),
    ("markdown", "> a\n>\n> b", "quote a|quote b", "paragraphs of a quotation"),
    ("markdown", "> [!NOTE]\n> a", "paragraph a", "an alert is none"),
    ("html", "<pre>a</pre><p>b", "code a|paragraph b", "code is text, and quotes nothing"),
    ("text", "> a\n> b\n\nc", "quote a b|paragraph c", "as in letters"),
    ("text", "> a\n>\n> b", "quote a|quote b", "paragraphs of a quotation in a letter"),
    ("text", "> > a\n> > b\n> c", "quote a b|quote c", "what a letter quotes of another"),
    ("text", "• a;\n• b.", "item a;|item b.", "bullets"),
    (
        "text",
        "Box\nFees raised: 26\nBoats inspected by the harbour board: 24\nFishers: 8",
        "paragraph Box|paragraph Fees raised: 26|paragraph Boats inspected by the harbour board: 24"
        "|paragraph Fishers: 8",
        "lines broken on purpose, where the next word would have stood",
    ),
    (
        "text",
        "Box\nFees: 24 (1990 to 2017)\nBoats in the harbour: 8,000",
        "paragraph Box|paragraph Fees: 24 (1990 to 2017)|paragraph Boats in the harbour: 8,000",
        "lines with labels, however long",
    ),
    (
        "text",
        "The harbour board, as its Annual\nReport says, had 26 fees; the\nBoard of Ice 12.",
        "paragraph The harbour board, as its Annual Report says, had 26 fees; the Board of Ice 12.",
        "wrapped lines, though names begin them",
    ),
    (
        "text",
        "CLERK\nNow the fees. It was the Third Harbour\nBoard that set the fees for all\n"
        "boats. Of nearly thirty boats,\nfewer than ten paid.\nTwo were sold.",
        "paragraph CLERK Now the fees. It was the Third Harbour Board that set the fees "
        "for all boats. Of nearly thirty boats, fewer than ten paid.|paragraph Two were sold.",
        "prose, though a name begins a line and a sentence another",
    ),
    (
        "text",
        "As he said in the year, at\nthe quay of the old\ntown:\n\n “A ship came;\n It sank.”",
        "paragraph As he said in the year, at the quay of the old town:"
        "|paragraph “A ship came; It sank.”",
        "a stanza between marks is one",
    ),
]


@pytest.mark.parametrize(("kind", "text", "expected", "why"), STRUCTURE)
def test_structure(kind: FileKind, text: str, expected: str, why: str) -> None:
    found = read(text, kind).blocks
    assert "|".join(f"{b.kind} {' '.join(b.body.text.split())}" for b in found) == expected


OUTLINES = [
    ("Law\n\nChapter 1 General\n\nArticle 3 The board sets fees and tells\nthe fleet of them.",
     ["Article 3 The board sets fees and tells the fleet of them."],
     "a line that the next one goes on with is no heading"),
    ("条例\n\n第一章 总则\n第二条 国家建立渔港、冰库，保障渔民在年\n老时获得帮助。",
     ["第二条 国家建立渔港、冰库，保障渔民在年老时获得帮助。"],
     "the same in Chinese, joined without a blank"),
    ("Speech\n\n153. It was good.\n\n154. This is because of the line of 12 crowns\n\n"
     "(PLI) rate before. It rose.\n\n155. It ended.",
     ["153. It was good.", "154. This is because of the line of 12 crowns",
      "(PLI) rate before. It rose.", "155. It ended."],
     "numbered paragraphs are no sections, one broken off neither"),
    ("Speech\n\nThe ice went into the\n\n2024 plan of the house.",
     ["The ice went into the 2024 plan of the house."],
     "an empty line within a sentence"),
    ("Law\n\nChapter 1 Ice\n\nIt is cold.\n\nArticle 3 The house holds 300 tons of ice",
     ["It is cold.", "Article 3 The house holds 300 tons of ice"],
     "a heading that tells a figure, and that no text stands under"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "paragraphs", "why"), OUTLINES)
def test_no_paragraph_is_lost_to_a_heading(text: str, paragraphs: list[str], why: str) -> None:
    raw = draft_base(read_source("paper", text.encode(), "text"), "paper").raw
    assert [p for s in raw["sections"].values() for p in s["paragraphs"]] == paragraphs


def test_a_heading_above_a_numbered_paragraph_is_no_part_of_it() -> None:
    text = (
        "Speech\n\n1.   Since the port opened 12 years ago, trade has grown in every season of\n"
        "the year, and the people of the island have prospered with it in all ports.\n"
        "Quay Express\n"
        "13.  Our office has undertaken reforms of the quay, and more work is planned\nfor it.\n"
    )
    sections = draft_base(read_source("paper", text.encode(), "text"), "paper").raw["sections"]
    assert [section["title"] for section in sections.values()] == ["Opening", "Quay Express"]


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("thesis.tex", "pandoc -f latex -t markdown thesis.tex -o thesis.md"),
        ("a.adoc", "pandoc -f asciidoc"),
        ("a.org", "pandoc -f org"),
        ("a.rst", "pandoc -f rst"),
        ("a.csv", "give a Markdown, HTML, DOCX, ODT, PDF or text file"),
        ("a.odt", "open it in a word processor"),
        ("a.ipynb", "open it in Jupyter"),
    ],
)
def test_kinds_that_are_not_read_are_refused(name: str, remedy: str) -> None:
    with pytest.raises(InputError) as raised:
        read_document(name, b"It has 3 boats.")
    assert remedy in str(raised.value)


def test_a_list_that_a_table_lays_out_is_items() -> None:
    page = (
        "<p>It holds:<table><tr><td>(1)<td><p>The boards of the bay meet once a year.</table>"
        "<table><tr><td>(2)<td><p>Each of them hears:<table><tr><td>(a)<td>masters; or</table>"
        "<table><tr><td>(b)<td><p>the clerk of the port and his men.</table></table>"
        "<table><tr><td>1.<td>240<tr><td>2.<td>250</table>"
    )
    document = read(page, "html")
    assert [(block.kind, block.body.text) for block in document.blocks] == [
        ("paragraph", "It holds:"),
        ("item", "(1) The boards of the bay meet once a year."),
        ("item", "(2) Each of them hears:"),
        ("item", "(a) masters; or"),
        ("item", "(b) the clerk of the port and his men."),
        ("row", "1. 240"),
        ("row", "2. 250"),
    ]


def test_the_name_of_a_file_is_no_title() -> None:
    page = "<title>L_2033119EN.xml</title><p>REGULATION (EU) 2033/679 OF THE COUNCIL<p>It sank."
    raw = draft_base(read_source("paper.html", page.encode()), "paper").raw
    assert raw["document"]["title"] == "REGULATION (EU) 2033/679 OF THE COUNCIL"


def test_stray_bytes_are_read_and_told() -> None:
    document = read_document("a.txt", "Café\n".encode() * 9 + b"na\xefve")
    assert document.text.endswith("naïve")
    assert "0xEF in line 10" in document.warnings[0]
    assert document.encoding == "mixed"


_SUPERSCRIPT = '<w:vertAlign w:val="superscript"/>'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str, styles: str = "") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>',
        )
        if styles:
            archive.writestr("word/styles.xml", f'<w:styles xmlns:w="{_W}">{styles}</w:styles>')
    return file.getvalue()


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def test_docx_hidden_struck_and_changed_text() -> None:
    pytest.importorskip("mammoth")
    deleted = "<w:del><w:r><w:delText>40</w:delText></w:r></w:del>"
    body = (
        f"<w:p>{run('It has 3 boats')}{run(' and 7 nets', '<w:vanish/>')}"
        f"{run(' and 8 oars', '<w:strike/>')}{run('5', _SUPERSCRIPT)}"
        f"{deleted}<w:ins>{run(' now.')}</w:ins></w:p>"
    )
    document = read_document("a.docx", docx(body))
    assert bodies(document) == ["It has 3 boats now."]
    assert "2 tracked changes" in document.warnings[0]
    # Two runs side by side are struck out as one.
    assert [one.what for one in document.skipped] == ["struck text", "mark of a note"]


_ODT = (
    '<office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:table="b" '
    'xmlns:svg="v"><office:automatic-styles>'
    '<style:style style:family="text" style:name="up">'
    '<style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:family="text" style:name="gone">'
    '<style:text-properties text:display="none"/></style:style>'
    '<style:style style:family="text" style:name="struck" style:parent-style-name="none">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:family="paragraph" style:name="P1" style:parent-style-name="Quotations"/>'
    '<style:style style:family="paragraph" style:name="P2" style:parent-style-name="Heading_20_1"/>'
    "</office:automatic-styles><office:body><office:text>"
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>It had 40 boats.</text:p>"
    "</text:deletion></text:changed-region></text:tracked-changes>{}"
    "</office:text></office:body></office:document-content>"
)


def odt(body: str, manifest: str = "") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", _ODT.format(body))
        if manifest:
            archive.writestr("META-INF/manifest.xml", manifest)
    return file.getvalue()


@pytest.mark.parametrize(
    ("body", "expected", "why"),
    [
        ('<text:h text:outline-level="2">Boats</text:h>', "heading Boats", "a heading"),
        ('<text:p text:style-name="P2">Boats</text:p>', "heading Boats", "a heading by its style"),
        ('<text:p>18,000<text:span text:style-name="up">5</text:span> nets</text:p>',
         "paragraph 18,000 nets", "a raised mark"),
        ('<text:p>Nets<text:span text:style-name="gone"> and oars</text:span></text:p>',
         "paragraph Nets", "hidden words"),
        ('<text:p>Nets<text:span text:style-name="struck"> and oars</text:span></text:p>',
         "paragraph Nets", "struck words"),
        ("<text:p>One<text:s/>net<text:line-break/>&amp; &lt;oars&gt;</text:p>",
         "paragraph One net & <oars>", "spaces, and what HTML would take for a tag"),
        ('<text:p text:style-name="P1">Nets.</text:p><text:p text:style-name="P1">Oars.</text:p>',
         "quote Nets. quote Oars.", "a block quotation of two paragraphs"),
        ("<text:list><text:list-item><text:p>Nets</text:p></text:list-item></text:list>",
         "item Nets", "a list"),
        ("<table:table><table:table-row><table:table-cell><text:p>Nets</text:p></table:table-cell>"
         "<table:table-cell><text:p>3</text:p></table:table-cell></table:table-row></table:table>",
         "row Nets 3", "a table"),
        ("<text:p>Nets<text:note><text:note-citation>1</text:note-citation><text:note-body>"
         "<text:p>Of hemp.</text:p></text:note-body></text:note>, oars</text:p>",
         "paragraph Nets, oars note Of hemp.", "a note stands behind the text"),
        ("<text:p>Nets<svg:title>A net</svg:title></text:p>", "paragraph Nets", "of a picture"),
    ],
)  # fmt: skip
def test_odt(body: str, expected: str, why: str) -> None:
    document = read_document("a.odt", odt(body))
    read = " ".join(f"{b.kind} {' '.join(b.body.text.split())}" for b in document.blocks)
    assert read == expected, why
    assert "1 tracked changes" in document.warnings[0]
    assert len({block.quotation for block in document.blocks}) == 1


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (odt("", "<manifest:encryption-data/>"), "encrypted"),
        (odt("<text:p>Nets"), "cannot be read as ODT"),
        (odt("").replace(b"<office:document-content", b"<!DOCTYPE x []><office:d"), "as ODT"),
        (docx(""), "cannot be read as ODT"),
        (odt("<text:bookmark/>" * 1_000_001), "1 million pieces"),
    ],
    ids=["encrypted", "cut", "a document type", "another archive", "too long"],
)
def test_an_odt_that_cannot_be_read_is_refused(content: bytes, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        read_document("a.odt", content)


def test_notebook() -> None:
    cells = [
        {"cell_type": "markdown", "source": ["# Boats\n", "It has “3 boats”."]},
        {"cell_type": "code", "source": "print('“4 nets”')"},
        {"cell_type": "raw", "source": "5 oars"},
        {"cell_type": "markdown", "source": "> Two wardens."},
    ]
    document = read_document("a.ipynb", json.dumps({"cells": cells}).encode())
    assert bodies(document) == ["Boats", "It has “3 boats”.", "Two wardens."]
    assert document.blocks[1].body.at(0) == len("# Boats\n")
    assert [one.what for one in document.skipped] == ["raw cell"]


def test_docx_headings_in_styles_of_their_own() -> None:
    pytest.importorskip("mammoth")
    styles = (
        '<w:style w:type="paragraph" w:styleId="Kopf"><w:name w:val="Kopf"/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Unter"><w:name w:val="Unter"/>'
        '<w:basedOn w:val="Kopf"/></w:style>'
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text)}</w:p>'
        for style, text in (("Kopf", "Ice"), ("Unter", "Fish"), ("", "It is cold."))
    )
    blocks = read_document("a.docx", docx(body, styles)).blocks
    assert [block.kind for block in blocks] == ["heading", "heading", "paragraph"]


HOSTILE: list[tuple[FileKind, str]] = [
    ("html", "<sup>1"), ("html", "<table><tr><td>"), ("html", "<code>x</code> "),
    ("markdown", "> "), ("markdown", "<sup>1</sup>"), ("markdown", "x[12] "),
    ("text", "a    b    3\n"), ("text", "中\n"), ("text", "¹"), ("text", "x\u200b \n"),
    ("text", "| courts | 5 |\n"), ("text", "inter-\n"), ("text", "a\f"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "repeated"), HOSTILE)
def test_a_shape_four_times_as_long_takes_no_sixteen_times_as_long(
    kind: FileKind, repeated: str
) -> None:
    def seconds(times: int) -> float:
        gc.disable()  # it would go through all that other tests have left
        start = time.process_time()
        read(repeated * times, kind)
        gc.enable()
        return time.process_time() - start

    took = seconds(8_000)
    assert took < 1.5 or took < 12 * seconds(2_000)


MIXED = st.text(alphabet=st.sampled_from(list("ab 1¹.^[]<>/sup&;#*_~|>-\n\t\x0c“”中\u00ad")))


@given(MIXED, st.sampled_from(["markdown", "html", "text"]))
def test_every_block_keeps_its_way_back(text: str, kind: FileKind) -> None:
    document = read(text, kind)
    for block in document.blocks:
        for body in (block.body, *(block.row.cells if block.row else ())):
            assert 0 <= body.at(0) <= body.end() <= len(document.text)
            assert all(0 <= start <= end <= len(block.body.text) for start, end in block.code)


def test_a_file_is_read_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Ice\n", encoding="utf-8")
    assert read_document(tmp_path / "a.md").kind == "markdown"
