"""PDF by its look: small documents, each with one thing that was once read wrongly."""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from wp.documents import ReadDocument

pytest.importorskip("pypdfium2")

PDFS = Path(__file__).parent.parent / "data" / "pdf"
BENCHMARKS = Path(__file__).parent.parent.parent / "benchmarks"


def read(name: str) -> ReadDocument:
    from wp.documents.pdf import read_pdf

    path = PDFS / name
    return read_pdf(path, path.read_bytes())


def texts(document: ReadDocument, kind: str) -> list[str]:
    return [block.body.text for block in document.blocks if block.kind == kind]


def unaccounted(document: ReadDocument) -> str:
    """Give the letters of the text that are in no block and not skipped, or more than once."""
    counts = [0] * len(document.text)
    for block in document.blocks:
        for body in block.row.cells if block.row else (block.body,):
            for run in body.runs:
                for at in range(run.at, run.at + run.extent):
                    counts[at] += 1
    for skipped in document.skipped:
        for at in range(skipped.start, skipped.end):
            counts[at] += 1
    return "".join(
        sign
        for sign, count in zip(document.text, counts, strict=True)
        if sign.isalpha() and count != 1
    )


def extracted(content: bytes) -> Counter[str]:
    import pypdfium2  # type: ignore[import-untyped,import-not-found,unused-ignore]

    letters: Counter[str] = Counter()
    for page in pypdfium2.PdfDocument(content):
        letters.update(filter(str.isalpha, page.get_textpage().get_text_range()))
    return letters


@pytest.mark.parametrize("path", sorted(PDFS.glob("*.pdf")), ids=lambda path: path.stem)
def test_every_letter_stands_in_a_block_or_is_told_as_skipped(path: Path) -> None:
    document = read(path.name)
    assert unaccounted(document) == ""
    assert Counter(filter(str.isalpha, document.text)) == extracted(path.read_bytes())


def test_bold_lines_head_sections() -> None:
    assert texts(read("b3.pdf"), "heading") == [
        "Harbour Report 2020",
        "Fees and Dues",
        "Ice and Fish",
    ]


def test_a_line_above_a_numbered_paragraph_is_its_heading() -> None:
    headings = texts(read("a1.pdf"), "heading")
    assert headings == ["Harbour Speech", "Introduction", "Quay Express", "Legacy Piers"]


@pytest.mark.parametrize("name", ["para.pdf", "para2.pdf"])
def test_a_numbered_paragraph_is_no_heading(name: str) -> None:
    assert texts(read(name), "heading") == ["Harbour Speech"]


def test_a_sentence_goes_on_over_the_page_though_a_capital_follows() -> None:
    document = read("b1.pdf")
    assert "In the Summary of Harbour Prospects, members" in texts(document, "paragraph")[0]
    (paragraph,) = [block for block in document.blocks if block.kind == "paragraph"]
    assert [page.page for page in paragraph.pages] == ["1", "2"]
    assert paragraph.body.text[paragraph.pages[1].offset :].startswith("Harbour Prospects")


def test_notes_stand_apart_and_their_marks_are_cut() -> None:
    document = read("notes.pdf")
    (paragraph,) = texts(document, "paragraph")
    assert "since 2010. It found" in paragraph
    assert "dues for the next season" in paragraph
    assert [note[:9] for note in texts(document, "note")] == ["Office of", "Berg Lett"]
    assert [page.page for block in document.blocks[:1] for page in block.pages] == ["12", "13"]


@pytest.mark.parametrize(
    ("name", "heads"),
    [("cover.pdf", 10), ("h_chap.pdf", 12)],
    ids=["left and right, none on the cover", "by chapter"],
)
def test_running_heads_are_left_out(name: str, heads: int) -> None:
    document = read(name)
    assert sum(one.what == "running head" for one in document.skipped) == heads
    assert not texts(document, "heading")


@pytest.mark.parametrize(
    ("below", "heads"),
    [(40, 2), (12, 0)],
    ids=["set off from the text", "a table's head that goes on over the page"],
)
def test_of_three_pages_the_first_may_have_no_head(below: int, heads: int) -> None:
    from wp.documents.pdf_lines import PdfLine
    from wp.documents.pdf_running_heads import heads_of
    from wp.documents.pdf_words import PdfWord

    def line(text: str, base: float, page: int) -> PdfLine:
        return PdfLine([PdfWord(text, 50, 250, base, 10, False, False)], page)

    pages = [
        [line("Harbour Office Bulletin" if page else "A title", 40, page)]
        + [line(one * (page + 2), 40 + below + 12 * at, page) for at, one in enumerate("qwrtypsdf")]
        for page in range(3)
    ]
    assert len(heads_of(pages).lines) == heads


def test_rows_at_the_edge_of_pages_are_no_running_heads() -> None:
    assert "2001 54,037 38,011 1,601" in texts(read("h_rows.pdf"), "paragraph")


def test_a_table_has_cells_heads_and_caption() -> None:
    row = next(
        block.row
        for block in read("tab.pdf").blocks
        if block.row and block.row.cells[0].text == "North Port"
    )
    assert [cell.text for cell in row.cells] == ["North Port", "926", "292.8"]
    assert row.heads == ("Port", "2019", "2020")
    assert row.caption.endswith("(in thousands of tons)")


HEADS = [
    # words and their left and right ends, above figures at 100-120, 150-170 and 200-220
    (
        "blanks of 3 points within heads, gaps of 6 between them",
        [("Ships", 90, 112), ("on", 118, 128), ("quarter", 131, 165), ("All", 190, 205)],
        ("", "Ships", "on quarter", "All"),
    ),
    (
        "one head over two columns: all gaps are blanks",
        [("Change", 100, 130), ("in", 133, 140), ("ships", 143, 170), ("All", 200, 215)],
        ("", "Change in ships", "", "All"),
    ),
]


@pytest.mark.parametrize(("why", "words", "heads"), HEADS, ids=[case[0] for case in HEADS])
def test_heads_set_close_to_each_other_are_parted_by_their_columns(
    why: str, words: list[tuple[str, int, int]], heads: tuple[str, ...]
) -> None:
    from wp.documents.pdf_lines import lines_of
    from wp.documents.pdf_tables import tables_of
    from wp.documents.pdf_words import PdfWord

    def row(base: int, cells: list[tuple[str, int, int]]) -> list[PdfWord]:
        return [PdfWord(text, left, right, base, 10, False, False) for text, left, right in cells]

    figures = [
        [("Port", 20, 40), ("926", 100, 120), ("292", 150, 170), ("314", 200, 220)],
        [("Bay", 20, 38), ("102", 100, 120), ("477", 150, 170), ("271", 200, 220)],
    ]
    page = [word for number, one in enumerate([words, *figures]) for word in row(20 * number, one)]
    (table,) = tables_of(lines_of(page, 1))
    assert tuple(" ".join(line.text for line in cell) for cell in table.rows[0].cells) == heads


def test_items_of_a_tagged_list_are_told_apart_and_powers_kept() -> None:
    document = read("tagged.pdf")
    assert texts(document, "item") == ["one thing", "another thing"]
    assert "450 ships in 30 m² of space on the 1st day" in texts(document, "paragraph")[0]


def test_the_date_of_a_title_page_is_read() -> None:
    from wp.base.draft import draft_base
    from wp.base.draft.source import source_of

    drafted = draft_base(source_of(read("tp.pdf")), "tp")
    assert drafted.raw["document"]["published"] == "2025-10-10"


def _score() -> Callable[..., object]:
    sys.path.insert(0, str(BENCHMARKS))
    try:
        import documents
    finally:
        sys.path.remove(str(BENCHMARKS))
    return documents.score


@pytest.mark.parametrize("number", [0, 1, 6, 9], ids=["report", "columns", "notes", "ranks"])
def test_made_documents_are_read_as_they_were_written(number: int) -> None:
    pytest.importorskip("reportlab")
    score = _score()
    import made_pdfs

    from wp.documents.pdf import read_pdf

    made = made_pdfs.made_documents()[number]
    content = made_pdfs.pdf_of(made)
    assert unaccounted(read_pdf(f"{made.name}.pdf", content)) == ""
    result = score(made, content)
    assert result.faults == []  # type: ignore[attr-defined]


def test_progress_is_told_of_each_page() -> None:
    from wp.documents.pdf import read_pdf

    told: list[tuple[int, int]] = []
    path = PDFS / "h_chap.pdf"
    read_pdf(path, path.read_bytes(), lambda page, pages: told.append((page, pages)))
    assert len(told) > 1
    assert told == [(page, len(told)) for page in range(1, len(told) + 1)]
