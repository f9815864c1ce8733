"""Documents of each kind as blocks, and what looks broken in them."""

import sys
import zipfile
from collections.abc import Callable, Container
from pathlib import Path

import pytest

from wp.base.draft.source import DraftBlock, DraftSource, mend, read_source
from wp.documents import MAX_CHARACTERS
from wp.errors import InputError, MissingExtraError


def read_lines(text: str) -> DraftSource:
    return read_source("paper", text.encode(), "text")


def read_page(text: str) -> DraftSource:
    return read_source("paper", text.encode(), "html")


def read_markdown(text: str) -> DraftSource:
    return read_source("paper", text.encode(), "markdown")


def shape(blocks: tuple[DraftBlock, ...]) -> list[tuple[str, str]]:
    return [(block.kind, " ".join(block.text.split())) for block in blocks]


PAGES = [
    ("script and style are no text", "<script>5 men</script><style>x</style><p>Text", ["Text"]),
    ("a hidden part is left out", "<div hidden>99</div><p>Text</p>", ["Text"]),
    ("navigation is left out", "<nav><a>10 links</a></nav><p>Text</p>", ["Text"]),
    ("one break is a space, two part", "<p>One<br>two<br><br>three</p>", ["One two", "three"]),
    ("a row is a line", "<table><tr><th>Year<td>12 tons</table>", ["Year 12 tons"]),
    (
        "a cell's paragraphs do not part a row",
        "<table><tr><td><p>Year</p></td><td><p>12</p></td></tr></table>",
        ["Year 12"],
    ),
    (
        "a table that lays out a page is no row",
        "<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>",
        ["One.", "Two."],
    ),
    ("entities are read", "<p>Fish &amp; chips&nbsp;&#8212; 3</p>", ["Fish & chips — 3"]),
    ("a quotation element gets its marks", "<p><q>we sail</q></p>", ["“we sail”"]),
    ("blank lines of the source mean nothing", "<p>One\n\ntwo</p>", ["One two"]),
]


@pytest.mark.parametrize(
    ("page", "expected"), [case[1:] for case in PAGES], ids=[case[0] for case in PAGES]
)
def test_html(page: str, expected: list[str]) -> None:
    assert [text for _, text in shape(read_page(page).blocks)] == expected


def test_html_knows_headings_items_and_what_stands_after_an_unclosed_item() -> None:
    source = read_page(
        '<html lang="en-GB"><head><title>The\n Fund</title>'
        '<meta name="date" content="2020-05-04T1"></head>'
        "<h2>Money</h2><ul><li>One<li>Two</ul><p>Three</p>"
    )
    assert shape(source.blocks) == [
        ("heading", "Money"),
        ("item", "One"),
        ("item", "Two"),
        ("paragraph", "Three"),
    ]
    assert (source.metadata.title, source.metadata.language, source.metadata.published) == (
        "The Fund",
        "en-GB",
        "2020-05-04",
    )


def test_markdown_front_matter_headings_and_lists() -> None:
    source = read_markdown(
        "---\ntitle: The Fund\ndate: 2020-05-04\n---\n\nMoney\n=====\n\n"
        "It *paid*\nfor:\n\n- one\n- two\n"
    )
    assert shape(source.blocks) == [
        ("heading", "Money"),
        ("paragraph", "It paid for:"),
        ("item", "one"),
        ("item", "two"),
    ]
    assert (source.metadata.title, source.metadata.published) == ("The Fund", "2020-05-04")


LINES = [
    ("a paragraph a line", "One is here.\nTwo is here.", ["One is here.", "Two is here."]),
    (
        "wrapped lines are joined",
        "The fund paid for\nthe quay and for\nthe boats.\n\nIt ended.",
        ["The fund paid for the quay and for the boats.", "It ended."],
    ),
    (
        "a broken word is joined",
        "The govern-\nment paid for the\nquay of the town.",
        ["The government paid for the quay of the town."],
    ),
    (
        "a hyphen that the text prints elsewhere stays",
        "A long-term plan is one\nthat holds for a long-\nterm view of the town.",
        ["A long-term plan is one that holds for a long-term view of the town."],
    ),
    ("bullets go", "• one;\n• two.", ["one;", "two."]),
    ("letters in brackets stay", "(a) one;\n(b) two.", ["(a) one;", "(b) two."]),
]


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in LINES], ids=[case[0] for case in LINES]
)
def test_plain_text(text: str, expected: list[str]) -> None:
    assert [text for _, text in shape(read_lines(text).blocks)] == expected


def test_running_heads_and_page_numbers_go_and_a_sentence_runs_on_over_the_page() -> None:
    pages = [
        f"Report of the Fund {number}\n\n{text}\n\n{number}"
        for number, text in enumerate(
            ["The fund paid for the quay and", "for the boats of the town.", "It ended."], 7
        )
    ]
    source = read_lines("\f".join(pages))
    assert [block.text for block in source.blocks] == [
        "The fund paid for the quay and for the boats of the town.",
        "It ended.",
    ]
    assert any("running heads" in warning for warning in source.warnings)


COLUMNS = "\n".join(
    f"left words of line {n:02}        right words of line {n:02}" for n in range(12)
)


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("The govern-\nment of the town\npaid for it.", "hyphen at a line end"),
        (COLUMNS, "two columns"),
        ("\n".join(["Report of the Fund", "One.", "Two."] * 4), "may be a running head"),
    ],
)
def test_broken_lines_are_warned_about(text: str, warning: str) -> None:
    assert any(warning in said for said in read_lines(text).warnings)


@pytest.mark.parametrize(
    ("text", "mended", "warning"),
    [
        ("The ﬁrst oﬃce", "The first office", "ligature"),
        ("The govern- ment paid", "The govern- ment paid", "broken by a hyphen"),
        ("A lost \ufffd character", "A lost \ufffd character", "lost in extraction"),
        ("R E P O R T of it", "R E P O R T of it", "letter by letter"),
    ],
)
def test_traces_of_extraction(text: str, mended: str, warning: str) -> None:
    blocks, warnings = mend((DraftBlock("paragraph", text),))
    assert blocks[0].text == mended
    assert len(warnings) == 1
    assert warning in warnings[0]


def test_sound_text_gets_no_warning() -> None:
    text = "Short- and long-term loans, U.S.- and UK-made. A B C of it."
    assert mend((DraftBlock("paragraph", text),)) == ((DraftBlock("paragraph", text),), ())


def test_docx_styles_are_structure(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    pytest.importorskip("mammoth")
    document = docx.Document()
    document.add_heading("Report", 0)
    document.add_heading("Money", 1)
    document.add_paragraph("It paid.")
    document.add_paragraph("one", style="List Bullet")
    document.save(str(tmp_path / "report.docx"))
    assert [(b.kind, b.level) for b in read_source(tmp_path / "report.docx").blocks] == [
        ("heading", 1),
        ("heading", 2),
        ("paragraph", 0),
        ("item", 0),
    ]


def pdf(
    pages: list[list[tuple[int, int, str]]],
    *,
    encrypted: bool = False,
    pictured: Container[int] = (),
    info: str = "",
) -> bytes:
    """Make a PDF file of lines at places of its pages; those `pictured` have a drawing too.

    `info` is what the file says of itself, in PDF's notation.
    """
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", font]
    kids = []
    for number, page in enumerate(pages, 1):
        lines = " ".join(f"1 0 0 1 {x} {y} Tm ({text}) Tj" for x, y, text in page)
        stream = f"BT /F1 10 Tf {lines} ET" + " 9 9 99 99 re f" * (number in pictured)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R "
            f">> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    body = "%PDF-1.4\n"
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n"
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    lock = (
        f" /Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >>"
        " /ID [<00><00>]"
    )
    start = len(body)
    size = len(objects) + 1
    body += f"xref\n0 {size}\n0000000000 65535 f \n{rows}"
    body += f"trailer << /Size {size} /Root 1 0 R /Info {size - 1} 0 R"
    body += f"{lock if encrypted else ''} >>\n"
    body += f"startxref\n{start}\n%%EOF"
    return body.encode()


def page(number: int, *lines: str) -> list[tuple[int, int, str]]:
    text = [(50, 740 - 12 * at, line) for at, line in enumerate(lines)]
    return [(50, 780, "Norland Harbour Fund"), *text, (300, 20, str(number))]


def test_pdf_pages_are_put_together(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    path = tmp_path / "report.pdf"
    path.write_bytes(
        pdf(
            [
                page(
                    1,
                    "I. Money",
                    "The fund paid 143 grants to towns of the govern-",
                    "ment of the coast.",
                ),
                page(2, "In 2021 the fund paid for all of the quays and"),
                page(3, "for 3 boats of the towns.", "II. People", "It has 7 heads."),
            ]
        )
    )
    source = read_source(path)
    assert [block.text for block in source.blocks] == [
        "I. Money",
        "The fund paid 143 grants to towns of the government of the coast.",
        "In 2021 the fund paid for all of the quays and for 3 boats of the towns.",
        "II. People",
        "It has 7 heads.",
    ]
    assert any("running heads" in warning for warning in source.warnings)


def test_pdf_in_two_columns_is_read_column_by_column(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    path = tmp_path / "columns.pdf"
    lines = [
        (x, 700 - 12 * at, f"words of the {side} column in line number {at}")
        for side, x in (("left", 50), ("right", 330))
        for at in range(10)
    ]
    path.write_bytes(pdf([lines]))
    text = " ".join(block.text for block in read_source(path).blocks)
    assert text.index("left column in line number 9") < text.index("right column")


@pytest.mark.parametrize(
    ("printed", "title"),
    [("White Paper on Fish", "White Paper on Fish"), ("untitled", ""), (r"\(unspecified\)", "")],
)
def test_what_a_pdf_says_of_itself(tmp_path: Path, printed: str, title: str) -> None:
    pytest.importorskip("pypdfium2")
    path = tmp_path / "fish.pdf"
    info = f"/Title ({printed}) /Author (Bureau of Fish)"
    path.write_bytes(pdf([page(1, "It paid.")], info=info))
    source = read_source(path)
    assert (source.metadata.title, source.metadata.author) == (title, "Bureau of Fish")


def test_scanned_pages_among_others_are_told_and_blank_ones_are_not(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    path = tmp_path / "half.pdf"
    path.write_bytes(pdf([page(1, "It paid."), [], [], page(4, "It ended.")], pictured=(1, 3)))
    assert [warning for warning in read_source(path).warnings if "no text" in warning] == [
        "1 of 4 pages hold no text, the first of them page 3; if they are scanned, run optical "
        "character recognition over them, for instance with ocrmypdf"
    ]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (pdf([page(1, "Text.")], encrypted=True), "is encrypted"),
        (pdf([[]]), "holds no text: its pages are pictures"),
        (b"%PDF-1.4 and nothing else", "cannot be read as PDF"),
    ],
)
def test_pdf_that_gives_no_text(tmp_path: Path, content: bytes, problem: str) -> None:
    pytest.importorskip("pypdfium2")
    path = tmp_path / "paper.pdf"
    path.write_bytes(content)
    with pytest.raises(InputError, match=problem):
        read_source(path)


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\n ", "is empty"),
        ("a.txt", bytes(range(256)), "is binary"),
        ("a.txt", b"... 123 ---", "holds no text"),
        ("a.txt", b"word " * (MAX_CHARACTERS // 5 + 2), "more than 8 million characters"),
        ("a.docx", b"PK\x03\x04 cut off", "is not a DOCX file"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is encrypted"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "the old binary .doc format"),
    ],
    ids=["empty", "blank", "binary", "no letters", "too long", "truncated", "encrypted", "of old"],
)
def test_bad_input_is_refused(tmp_path: Path, name: str, content: bytes, problem: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError, match=problem):
        read_source(path)


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _document(body: str, root: str = "document") -> str:
    return f'<w:{root} xmlns:w="{_WORD}"><w:body>{body}</w:body></w:{root}>'


def _related(kind: str, target: str) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def _paragraphs(count: int, text: str = "") -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" * count


def _docx(path: Path, parts: dict[str, str | bytes]) -> Path:
    pytest.importorskip("mammoth")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


_SHIPS = _document(_paragraphs(1, "In 2020 the port had 45 ships."))


@pytest.mark.parametrize(
    "parts",
    [
        # as most programs name it
        {"word/document.xml": _SHIPS},
        # as Office in a browser names it
        {"_rels/.rels": _related("officeDocument", "word/document2.xml"),
         "word/document2.xml": _SHIPS},
        {"_rels/.rels": _related("officeDocument", "/story/main.bin"), "story/main.bin": _SHIPS},
        # a relationship to nothing leaves the usual name
        {"_rels/.rels": _related("officeDocument", "none.xml"), "word/document.xml": _SHIPS},
        # what is not read as XML may have any size
        {"word/document.xml": _SHIPS, "word/media/image1.png": b"0" * (80 * 1024 * 1024)},
    ],
    ids=["usual", "document2", "absolute", "dangling", "large image"],
)  # fmt: skip
def test_docx_main_part_is_the_one_that_the_package_names(
    tmp_path: Path, parts: dict[str, str | bytes]
) -> None:
    path = _docx(tmp_path / "report.docx", parts)
    assert [block.text for block in read_source(path).blocks] == ["In 2020 the port had 45 ships."]


def _much() -> bytes:
    return b"0" * (80 * 1024 * 1024)


_HIDDEN = {"_rels/.rels": _related("officeDocument", "word/media/x.bin"), "word/document.xml": ""}
_BESIDE = {"word/document.xml": _SHIPS, "word/_rels/document.xml.rels": _related("footnotes", "x")}
_ENTITY = f'<!DOCTYPE a [<!ENTITY b "{"b" * 999}">]>'


@pytest.mark.parametrize(
    ("made", "problem"),
    [
        (lambda: {"word/document.xml": _much()}, "expands"),
        # the main part under another name, and where images stand
        (lambda: _HIDDEN | {"word/media/x.bin": _much()}, "expands"),
        (
            lambda: _HIDDEN | {"word/media/x.bin": _document(_paragraphs(400_000))},
            "1 million pieces",
        ),
        # notes and styles are read as well
        (lambda: {"word/document.xml": _SHIPS, "word/styles.xml": _much()}, "expands"),
        (
            lambda: _BESIDE | {"word/x": _document(_paragraphs(400_000), "footnotes")},
            "1 million pieces",
        ),
        (lambda: {"word/document.xml": _SHIPS, "_rels/.rels": _much()}, "expands"),
        # each within the bounds, together beyond them
        (
            lambda: {
                "word/document.xml": _document(_paragraphs(200_000)),
                "word/footnotes.xml": _document(_paragraphs(200_000)),
            },
            "1 million pieces",
        ),
        (
            lambda: {"word/document.xml": _document("<w:p/>" * 1_000_001)},
            "more than 8 million characters",
        ),
        (
            lambda: {"word/document.xml": _document(_paragraphs(1, "word " * 1_700_000))},
            "than 8 million",
        ),
        ({"word/document.xml": _document("<w:p>")}, "cannot be read as DOCX"),
        ({"word/document.xml": "<?xml version='1.0' encoding='gbk'?><a/>"}, "cannot be read"),
        # entities make short XML long
        ({"word/document.xml": _ENTITY + _SHIPS}, "document type declaration"),
        ({"docs/readme.xml": _SHIPS}, "no DOCX file"),
    ],
    ids=[
        "main part",
        "main part elsewhere",
        "many pieces elsewhere",
        "styles",
        "many notes",
        "relationships",
        "sum",
        "paragraphs",
        "characters",
        "broken",
        "encoding",
        "entities",
        "no main part",
    ],
)
def test_docx_that_is_too_much_is_refused_before_it_is_read(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    made: dict[str, str | bytes] | Callable[[], dict[str, str | bytes]],
    problem: str,
) -> None:
    # What is large is made here: it would lie in the memory of each worker.
    path = _docx(tmp_path / "long.docx", made() if callable(made) else made)
    if "cannot" not in problem:
        monkeypatch.setattr("mammoth.convert_to_html", None)
    with pytest.raises(InputError, match=problem):
        read_source(path)


@pytest.mark.parametrize(("name", "module"), [("a.docx", "mammoth"), ("a.pdf", "pypdfium2")])
def test_a_missing_reader_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, module: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(MissingExtraError, match=r"pip install .\.\["):
        read_source(tmp_path / name)


@pytest.mark.parametrize("path", ["missing.txt", "."])
def test_a_path_that_is_no_file(tmp_path: Path, path: str) -> None:
    with pytest.raises(InputError):
        read_source(tmp_path / path)
