"""Reading drafts: every quotation keeps its words, its line and its column."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.documents import FileKind, join, literal, standing_for
from wp.verify.draft import Draft, read_draft
from wp.verify.quotations import extract


def read(text: str, kind: FileKind = "markdown") -> Draft:
    return read_draft("draft", text.encode("utf-8"), kind)


def found(draft: Draft) -> list[tuple[str, int, int]]:
    return [
        (quotation.text, *draft.place(quotation.body.at(0)))
        for quotation in extract(draft).quotations
        if not quotation.tentative
    ]


MARKDOWN = [
    # a plain quotation, first column of the first word behind the mark
    ('It says "a law".', [("a law", 1, 10)]),
    # headings are read, closing hashes are markup
    ('# The "law" #', [("law", 1, 8)]),
    # a quotation over a line break keeps the break, indent of the next line goes
    ('- "a\n  law"', [("a\nlaw", 1, 4)]),
    # emphasis inside and around is markup
    ('"a *grave* law" and *"b c"*', [("a grave law", 1, 2), ("b c", 1, 23)]),
    # entities and escapes stand for one character
    ('x &amp; \\* "law & *order*" y', [("law & order", 1, 13)]),
    ("&ldquo;a law&rdquo;", [("a law", 1, 8)]),
    # code is left alone; what manuals quote between ` and ' is none
    ('`"no"` and "yes"', [("yes", 1, 13)]),
    ("It says `a b' and `c\nd', or `no'.", [("a b", 1, 10), ("c\nd", 1, 20), ("no", 2, 9)]),
    ("Use `print('no')` and `it's `", []),
    ('    "no"\n\n```\n"no"\n```\n\n"yes"', [("yes", 7, 2)]),
    # comments, link addresses, link titles, images and autolinks are left alone
    ('<!-- "no" --> "yes"', [("yes", 1, 16)]),
    ('<!--\n"no"\n-->\n\n"yes"', [("yes", 5, 2)]),
    ('[see "it"](http://x/"no" "no") "yes"', [("it", 1, 7), ("yes", 1, 33)]),
    ('![a "no"](x.png "no") "yes"', [("yes", 1, 24)]),
    ('<http://x/> http://x/"yes"', [("yes", 1, 23)]),
    # front matter is left alone
    ('---\ntitle: "no"\n---\n"yes"', [("yes", 4, 2)]),
    # a thematic break is no front matter
    ('"yes"\n\n---\n\n"too"', [("yes", 1, 2), ("too", 5, 2)]),
    # block quotations: lines without their marks
    ("> a\n> law", [("a\nlaw", 1, 3)]),
    ("> a\n>\n> law", [("a\n\nlaw", 1, 3)]),
    ("> > a law", [("a law", 1, 5)]),
    # marks around the whole and an attribution are not part of it
    ('> "a law."', [("a law.", 1, 4)]),
    ("> a law\n>\n> — White paper, section VI", [("a law", 1, 3)]),
    ("> a law\n> -- White paper", [("a law", 1, 3)]),
    # marks inside a block quotation are part of it
    ('> the "law" is', [('the "law" is', 1, 3)]),
    # an alert is no quotation
    ('> [!NOTE]\n> a "law"', [("law", 2, 6)]),
    # table cells, with an escaped bar before the quotation
    ('| a | b |\n|---|---|\n| x \\| y | "law" |', [("law", 3, 13)]),
    # notes: their text is read, later paragraphs too
    ('a[^1]\n\n[^1]: "one"\n\n    "two"', [("one", 3, 8), ("two", 5, 6)]),
    # HTML within Markdown
    ("A <q>law</q> is", [("law", 1, 6)]),
    ("<blockquote>\n<p>a law</p>\n</blockquote>", [("a law", 2, 4)]),
    # several paragraphs, the opening mark repeated
    ("“a\n\n“b\n\n“c” d “e”", [("a\n\nb\n\nc", 1, 2), ("e", 5, 8)]),
    # words struck out with two tildes are gone, with one they stay
    ('"a ~~good~~ law"', [("a law", 1, 2)]),
    ('"a ~good~ law of ~5"', [("a good law of ~5", 1, 2)]),
    # an escape at the start belongs to the quotation
    ('"\\*law"', [("*law", 1, 2)]),
    # letters of several bytes before it, in front matter too
    ('---\ntitle: é\n---\nÉté 中文 😀 "law"', [("law", 4, 11)]),
    # a comment that begins a list item leaves no mark of the list behind
    ('- <!-- wp -->\n  "law"', [("law", 2, 4)]),
    # HTML in a block quotation is read without the marks of its lines
    ("> <p>\n> a law\n> </p>", [("a law", 2, 3)]),
    # a note may follow a paragraph at once; an alert of any name is no quotation
    ('a[^1] "b\n[^1]: c" and "d"', [("d", 2, 15)]),
    ('> [!faq]- Why\n> a "law"', [("law", 2, 6)]),
]


@pytest.mark.parametrize(("text", "expected"), MARKDOWN)
def test_markdown_quotations_and_places(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert found(read(text)) == expected


@pytest.mark.parametrize(("text", "expected"), MARKDOWN)
def test_line_ends_do_not_move_places(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert found(read(text.replace("\n", "\r\n"))) == expected


HTML = [
    ('<p>It says "a law".</p>', [("a law", 1, 13)]),
    # <q> is a pair of marks, also nested
    ("<p><q>a <q>b</q> law</q>", [("a “b” law", 1, 7)]),
    # entities, named and by number, before and inside
    ("<p>&amp;&#8220;a &amp; b&#8221;", [("a & b", 1, 16)]),
    # a block quotation of two paragraphs; its footer says who said it
    (
        '<blockquote><p>a</p>\n<p>law</p><footer>The "paper"</footer></blockquote>',
        [("a\n\nlaw", 1, 16), ("paper", 2, 24)],
    ),
    # script, style, code, preformatted text and comments are left alone
    ('<script>"no"</script><style>"no"</style><code>"no"</code><pre>"no"</pre>"ok"', "ok"),
    ('<!-- "no" -->"ok"', "ok"),
    ('<a title="no" href="no">"ok"</a>', "ok"),
    # no quotation runs from one element into the next
    ('<p>a "no<p>b "ok"</p>', "ok"),
    # emphasis is markup; white space at line ends and starts is the file's own
    ("<p>“a\n   <em>law</em>”", [("a\nlaw", 1, 5)]),
]


@pytest.mark.parametrize(("text", "expected"), HTML)
def test_html_quotations_and_places(text: str, expected: list[tuple[str, int, int]] | str) -> None:
    quotations = found(read(text, "html"))
    if isinstance(expected, str):
        assert [quotation[0] for quotation in quotations] == [expected]
    else:
        assert quotations == expected


def test_plain_text_has_paragraphs_and_quoted_lines() -> None:
    draft = read('As "a\nlaw" says:\n> one\n> two\n\na "no end\n\nb "yes"\n', "text")
    assert found(draft) == [("a\nlaw", 1, 5), ("one\ntwo", 3, 3), ("yes", 8, 4)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_are_read_alike(encoding: str) -> None:
    draft = read_draft("draft.txt", "Café: “a law”.".encode(encoding))
    assert found(draft) == [("a law", 1, 8)]


def archive(parts: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return file.getvalue()


BadContent = bytes | dict[str, bytes] | Callable[[], bytes]


def bad_inputs() -> list[tuple[str, BadContent, str]]:
    """Give names, contents (of an archive, its parts; what is large is made later), the message."""
    from wp.files import MAX_BYTES

    return [
        ("x.txt", b"a\0b", "binary"),
        ("x.txt", b"a\x01b", "control character"),
        # UTF-8 and Windows-1252 in one file: either reading turns the other into nonsense
        ("x.md", "caf\u00e9\n".encode() + b"caf\xe9" * 9, "line 2: mixes UTF-8"),
        # Cyrillic and Chinese encodings do not read as Western prose
        ("x.txt", "привет, мир".encode("cp1251"), "neither UTF-8"),
        ("x.txt", "人权白皮书".encode("gb18030"), "save it as UTF-8"),
        # a cut-off UTF-16 file
        ("x.txt", b"\xff\xfea\0b", "UTF-16"),
        ("x.txt", lambda: b"x" * (MAX_BYTES + 1), "larger than 64 MB"),
        ("x.docx", b"no archive", "not a DOCX"),
        ("x.docx", {"a": b""}, "no DOCX"),
        ("x.docx", {"word/document.xml": b"<not-closed"}, "cannot be read"),
        ("x.docx", lambda: archive({"word/document.xml": b" " * (65 * 1024 * 1024)}), "expands"),
    ]


@pytest.mark.parametrize(("name", "content", "problem"), bad_inputs(), ids=lambda value: "")
def test_what_cannot_be_read_is_one_clear_error(
    name: str, content: BadContent, problem: str
) -> None:
    from wp.errors import InputError

    if name.endswith(".docx"):
        pytest.importorskip("mammoth")
    if callable(content):
        content = content()
    with pytest.raises(InputError, match=problem) as raised:
        read_draft(name, archive(content) if isinstance(content, dict) else content)
    assert str(raised.value).startswith(name)
    assert "\n" not in str(raised.value)


def test_a_directory_and_a_missing_file_are_input_errors(tmp_path: object) -> None:
    from wp.errors import InputError

    with pytest.raises(InputError, match="is a directory"):
        read_draft(str(tmp_path))
    with pytest.raises(InputError, match="no such file"):
        read_draft(f"{tmp_path}/none.md")


@pytest.mark.parametrize("kind", ["markdown", "html", "text"])
def test_an_empty_draft_has_nothing_to_check(kind: FileKind) -> None:
    assert found(read("", kind)) == []
    assert found(read(" \n\n", kind)) == []


def test_docx_lines_are_paragraphs() -> None:
    docx = pytest.importorskip("docx")
    pytest.importorskip("mammoth")
    document = docx.Document()
    document.add_heading("The “law”")
    document.add_paragraph("It says “a law” twice.")
    document.add_paragraph("whole words", style="Quote")
    document.add_table(1, 1).cell(0, 0).text = "a “cell”"
    file = BytesIO()
    document.save(file)
    assert found(read_draft("x.docx", file.getvalue())) == [
        ("law", 1, 6),
        ("a law", 2, 10),
        ("whole words", 3, 1),
        ("cell", 4, 4),
    ]


def test_docx_without_the_extra_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from wp.errors import MissingExtraError

    monkeypatch.setitem(sys.modules, "mammoth", None)
    with pytest.raises(MissingExtraError, match="docx"):
        read_draft("x.docx", b"PK")


DRAFTS = st.text(alphabet=st.sampled_from(list('ab "\'“”‘’«»`*_[]()<>!&;|\\-#>~:\n\t\r1.…“”"')))


@given(DRAFTS, st.sampled_from(["markdown", "html", "text"]))
def test_every_reader_reads_anything(text: str, kind: FileKind) -> None:
    draft = read(text, kind)
    for quotation in extract(draft).quotations:
        assert 0 <= quotation.body.at(0) <= quotation.body.end() <= len(draft.text)


@given(DRAFTS, st.sampled_from(["markdown", "html", "text"]))
def test_literal_runs_say_what_the_file_says(text: str, kind: FileKind) -> None:
    draft = read(text, kind)
    for block in draft.blocks:
        for run in block.body.runs:
            if run.literal:
                there = re.sub(r"\s", " ", draft.text[run.at : run.at + run.extent])
                here = re.sub(r"\s", " ", block.body.text[run.start : run.start + run.width])
                assert run.width == 1 or there == here


@given(st.lists(st.text(max_size=5), max_size=5), st.integers(0, 30), st.integers(0, 30))
def test_a_part_of_a_joined_text_keeps_its_places(pieces: list[str], one: int, two: int) -> None:
    file = "|".join(pieces)
    mapped, at = [], 0
    for piece in pieces:
        mapped.append(literal(piece, at))
        at += len(piece) + 1
    whole = join(mapped)
    low, high = sorted((one % (len(whole.text) + 1), two % (len(whole.text) + 1)))
    part = whole.part(low, high)
    assert part.text == whole.text[low:high]
    for index, character in enumerate(part.text):
        assert file[part.at(index)] == character


def test_what_stands_for_something_spans_it() -> None:
    whole = join([literal("a", 0), standing_for("&", 1, 5), literal("b", 6)])
    part = whole.part(1, 2)
    assert (part.at(0), part.end()) == (1, 6)


def test_few_marks_without_a_partner_are_tried() -> None:
    """Each is tried in several readings: hundreds of them in a paragraph took minutes."""
    found = extract(read("“a b " * 400, "text"))
    assert sum(one.tentative for one in found.quotations) <= 20
    assert len(found.unpaired) == 400
