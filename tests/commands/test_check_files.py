"""`wp check -o`: a report or a commented Word file, written whole or not at all."""

import os
import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document

RunWp = Any
GOLDEN = Path(__file__).with_name("golden") / "check-report.html"
SMALL = str(Path(__file__).parent.parent / "small.facts.json")
DRAFT = """\
# Norland at sea

Norland has “more than 120 harbours”. The paper says “two wardens watch the fish”.

Norland has more than 120 harbours & more. <!-- said -->
"""


@pytest.fixture
def check(run_wp: RunWp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RunWp:
    """Run `wp check` against the small base, in a folder with drafts of several kinds."""
    monkeypatch.chdir(tmp_path)
    Path("draft.md").write_text(DRAFT, encoding="utf-8")
    Path("fine.md").write_text("It says “Two wardens watch the nets.”\n", encoding="utf-8")
    document = Document()
    document.add_paragraph("The paper says “two wardens watch the fish”.")
    document.save("draft.docx")

    def run(*arguments: str, **settings: Any) -> Any:
        return run_wp("check", *arguments, "--facts", SMALL, **settings)

    return run


def test_the_report_is_one_file(check: RunWp) -> None:
    """`WP_GOLDEN=write pytest` puts in what is written now."""
    done = check("draft.md", "-o", "report.html", env={"SOURCE_DATE_EPOCH": "1795751700"})
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(r"wp: report\.html: \d+ kB\n", done.stderr)
    page = Path("report.html").read_text(encoding="utf-8")
    body = page[page.index("<body>") : page.rindex("<script>")]
    body = re.sub(r"wp [\d.]+, rules \d+", "wp", body)
    if os.environ.get("WP_GOLDEN") == "write":
        GOLDEN.write_text(body, encoding="utf-8")
    assert body == GOLDEN.read_text(encoding="utf-8")


def test_without_a_file_the_report_goes_to_standard_output(check: RunWp) -> None:
    done = check("fine.md", "--format", "html")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("<!DOCTYPE html>") and done.stdout.endswith("</html>\n")


def test_comments_are_written_into_a_copy(check: RunWp) -> None:
    before = Path("draft.docx").read_bytes()
    done = check("draft.docx", "-o", "draft.checked.docx")
    assert (done.returncode, done.stdout) == (1, "")
    assert Path("draft.docx").read_bytes() == before
    written = Document("draft.checked.docx")
    assert [one.author for one in written.comments] == ["wp check"] * 2
    texts = [one.text for one in written.paragraphs]
    assert texts == [one.text for one in Document("draft.docx").paragraphs]


@pytest.mark.parametrize("form", ["json", "csv", "sarif", "plain", "markdown"])
def test_every_form_but_the_table_can_be_a_file(check: RunWp, form: str) -> None:
    printed = check("draft.md", "--format", form)
    done = check("draft.md", "--format", form, "-o", "out")
    assert (done.returncode, done.stdout) == (printed.returncode, "")
    assert Path("out").read_bytes().decode() == printed.stdout


def _damaged() -> bytes:
    written = BytesIO()
    with ZipFile("draft.docx") as whole, ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name in whole.namelist():
            if name != "[Content_Types].xml":
                archive.writestr(name, whole.read(name))
    return written.getvalue()


WRONG: list[tuple[tuple[str, ...], str, str]] = [
    (("draft.md", "-o", "draft.md"), "draft.md: is what is read", "the draft itself"),
    (("draft.md", "-o", SMALL), "is what is read", "the source"),
    (("draft.md", "-o", "fine.md", "-f", "html"), "exists already", "another file"),
    (("draft.md", "-o", "no/report.html"), "its folder does not exist", "no such folder"),
    (("draft.md", "-o", "report"), "its ending names no form", "no ending"),
    (("draft.md", "-o", "report", "-f", "table"), "a table is for the screen", "a table"),
    (("draft.md", "-o", "report.docx"), "is no DOCX file, which Word comments need", "Markdown"),
    (("draft.docx", "-f", "docx"), "Word comments are a file; name it", "no name"),
    (("draft.docx", "fine.md", "-o", "report.docx"), "a copy of one DOCX file", "two drafts"),
    (("-", "-o", "report.docx"), "a copy of one DOCX file", "standard input"),
    (("gone.docx", "-o", "report.docx"), "gone.docx: no such file", "no Word file"),
    (("gone.md", "-o", "report.html"), "gone.md: no such file", "no draft"),
    (("gone.md", "-f", "html"), "gone.md: no such file", "no draft to be printed"),
    (("odd.docx", "-o", "report.docx"), "cannot be taken apart", "a damaged Word file"),
    (("draft.md", "--diff", "-o", "report.html"), "--diff is a form of its own", "two forms"),
]


@pytest.mark.parametrize(("arguments", "told", "reason"), WRONG, ids=[row[2] for row in WRONG])
def test_what_cannot_be_written_is_one_line_and_no_file(
    check: RunWp, arguments: tuple[str, ...], told: str, reason: str
) -> None:
    Path("odd.docx").write_bytes(_damaged())
    before = {path: path.read_bytes() for path in Path().iterdir() if path.is_file()}
    done = check(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert {path: path.read_bytes() for path in Path().iterdir() if path.is_file()} == before


def test_a_draft_that_cannot_be_read_leaves_no_report(check: RunWp) -> None:
    done = check("draft.md", "gone.md", "-o", "report.html")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "wp: gone.md: no such file; check the name of the document",
        "wp: nothing was written, since not every draft could be checked",
    ]
    assert not Path("report.html").exists()


def test_force_writes_over_a_file_but_never_over_the_draft(check: RunWp) -> None:
    Path("report.html").write_text("old", encoding="utf-8")
    assert check("fine.md", "-o", "report.html", "--force").returncode == 0
    assert "Two wardens" in Path("report.html").read_text(encoding="utf-8")
    Path("same.md").hardlink_to("draft.md")
    done = check("draft.md", "-o", "same.md", "-f", "html", "--force")
    assert done.returncode == 2
    assert Path("draft.md").read_text(encoding="utf-8") == DRAFT
