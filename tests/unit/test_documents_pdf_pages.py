"""Pages of PDFs drawn word by word: kinds of layout that official documents have."""

import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pytest

from wp.documents import ReadDocument

pytest.importorskip("pypdfium2")
pytest.importorskip("reportlab")

SENTENCES = (
    "The harbour board met in the old hall and heard the masters of the fleet. "
    "It found the ice house in good order and the piers in need of repair. "
    "Members asked how many boats had been laid up over the winter months. "
    "The clerk read the letter of the island council and the board took note. "
)


class Ink(NamedTuple):
    """Text that begins at a place of a page, in points from the left and from the top."""

    x: float
    y: float
    text: str
    size: float = 10
    font: str = "Times-Roman"


def read(*pages: Iterable[Ink]) -> ReadDocument:
    from reportlab.pdfgen.canvas import Canvas

    from wp.documents.pdf import read_pdf

    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(420, 600), invariant=True)
    for page in pages:
        for ink in page:
            canvas.setFont(ink.font, ink.size)
            canvas.drawString(ink.x, 600 - ink.y, ink.text)
        canvas.showPage()
    canvas.save()
    return read_pdf("pages.pdf", file.getvalue())


def lines(
    text: str, x: float, y: float, width: float, leading: float = 13, size: float = 10
) -> list[Ink]:
    """Return a paragraph in lines as long as the width allows."""
    from reportlab.lib.utils import simpleSplit

    return [
        Ink(x, y + number * leading, line, size)
        for number, line in enumerate(simpleSplit(text, "Times-Roman", size, width))
    ]


def justified(words: Sequence[str], y: float, left: float, right: float) -> list[Ink]:
    """Return a line of Courier spaced out to both edges."""
    width = sum(len(word) for word in words) * 6.0
    gap = (right - left - width) / (len(words) - 1)
    inks, x = [], left
    for word in words:
        inks.append(Ink(x, y, word, 10, "Courier"))
        x += 6.0 * len(word) + gap
    return inks


def set_out(rows: Sequence[Sequence[str]], places: Sequence[float]) -> list[Ink]:
    """Return the cells of a table, each row below the one before."""
    return [
        Ink(place, 60 + 16 * number, cell)
        for number, row in enumerate(rows)
        for place, cell in zip(places, row, strict=True)
    ]


def of_kind(document: ReadDocument, *kinds: str) -> list[str]:
    return [block.body.text for block in document.blocks if block.kind in kinds]


def test_notes_in_the_margin_stand_in_no_sentence() -> None:
    law = (
        "1. This Act may be cited as the Harbour Dues Act and comes into force on the day on which "
        "the board gives notice of it in the gazette of the island."
    )
    document = read(
        [
            *lines(SENTENCES * 3, 60, 60, 240),
            *lines(law, 60, 300, 240),
            *lines("Short title and date of operation", 312, 300, 70, 9, size=8),
            *lines(SENTENCES, 60, 400, 240),
        ]
    )
    assert law in of_kind(document, "paragraph", "item")
    assert of_kind(document, "note") == ["Short title and date of operation"]


def test_numbers_of_lines_are_left_out() -> None:
    text = [*lines(SENTENCES, 60, 60, 300, 20), *lines(SENTENCES, 60, 280, 300, 20)]
    numbers = [Ink(30 if n > 9 else 35, 40 + 20 * n, str(n)) for n in range(1, 25)]
    document = read([*text, *numbers])
    assert of_kind(document, "paragraph") == [SENTENCES.strip()] * 2
    assert [skipped.what for skipped in document.skipped] == ["line number"]


def test_a_column_that_counts_rows_is_no_line_number() -> None:
    """Every number has a name beside it, and only one page counts."""
    document = read(
        set_out([(str(number), f"North Pier {number}") for number in range(1, 13)], (60, 120))
    )
    assert "line number" not in {skipped.what for skipped in document.skipped}


def test_typed_lines_that_are_spaced_out_are_no_rows() -> None:
    words = ["The", "board", "took", "note", "of", "the", "report"]
    more = ["which", "the", "clerk", "had", "read", "to", "them"]
    last = ["before", "the", "masters", "left", "the", "hall."]
    page = [
        ink
        for number, line in enumerate((words, more, words, more, last))
        for ink in justified(line, 60 + 20 * number, 50, 370)
    ]
    document = read(page)
    assert of_kind(document, "row") == []
    assert of_kind(document, "paragraph") == [" ".join([*words, *more, *words, *more, *last])]


@pytest.mark.parametrize(
    ("text", "continued"),
    [
        ("The claim was heard in Joker Club, L.L.C.", "v. Hardin, and the board was told so."),
        (
            "It must show before the day comes (1) that the pier is safe; and",
            "(2) that its lamps are lit at night.",
        ),
    ],
    ids=["v. between two parties", "(2) after a (1) within the sentence"],
)
def test_what_looks_like_a_mark_within_a_sentence_begins_no_item(text: str, continued: str) -> None:
    edge = 60 + 13 * len(lines(SENTENCES, 50, 60, 300))
    document = read(
        [*lines(SENTENCES, 50, 60, 300), Ink(50, edge, text), Ink(50, edge + 13, continued)]
    )
    assert f"{text} {continued}" in " ".join(of_kind(document, "paragraph"))
    assert of_kind(document, "item") == []


def test_items_count_on_though_the_first_is_the_longest() -> None:
    items = ["1. A list of all of the harbour's own boats", "2. Their masters", "3. Their crews"]
    document = read([Ink(50, 60 + 13 * n, item) for n, item in enumerate(items)])
    assert of_kind(document, "item") == items


def test_lines_set_wide_on_one_page_are_a_paragraph() -> None:
    text = "This the masters of North Bay and of South Bay told the Harbour Board of Tern Island "
    text += "and its clerk in May and June when South Bay was full of boats of North Bay men " * 8
    document = read(lines(SENTENCES * 4, 50, 60, 300, 12), lines(text, 50, 60, 300, 20))
    assert of_kind(document, "paragraph") == [(SENTENCES * 4).strip(), text.strip()]


def test_a_rule_of_dashes_parts_notes_from_the_text() -> None:
    """The sentence goes on overleaf, past the notes; so does the last note."""
    first = [
        *lines(SENTENCES * 2 + "The board asked the clerk to write to the", 50, 60, 300),
        Ink(50, 400, "——————", 9),
        *lines("The word is defined in the third edition of the Dic-", 50, 420, 300, size=8),
    ]
    second = [
        *lines("council of the island. " + SENTENCES * 2, 50, 60, 300),
        Ink(50, 400, "——————", 9),
        *lines("tionary of Harbours of the island.", 50, 420, 300, size=8),
    ]
    document = read(first, second)
    assert any(
        "write to the council of the island." in text for text in of_kind(document, "paragraph")
    )
    assert of_kind(document, "note") == [
        "The word is defined in the third edition of the Dictionary of Harbours of the island."
    ]
    assert "—" not in document.text


def test_notes_in_the_size_of_the_text_are_told_by_their_raised_number() -> None:
    width = 300
    text = lines(SENTENCES * 2, 50, 60, width, 20)
    page = [
        *text,
        Ink(50, text[-1].y + 20, "The piers were sound.", 10),
        Ink(50 + 92, text[-1].y + 16, "6", 6),
        Ink(62, text[-1].y + 70, "6", 6),
        *lines("The clerk keeps the survey of the piers.", 66, text[-1].y + 74, width, 14),
    ]
    document = read(page)
    assert of_kind(document, "note") == ["The clerk keeps the survey of the piers."]
    assert of_kind(document, "paragraph")[-1].endswith("The piers were sound.")


def test_small_notes_at_one_height_of_several_pages_are_no_running_feet() -> None:
    notes = ("The clerk keeps a survey of them.", "Of these two are let.", "The board met twice.")
    pages = []
    for number, note in enumerate(notes, 1):
        text = lines(SENTENCES * (2 + number % 2), 50, 60, 300)
        mark = Ink(50 + 92, text[-1].y + 16, f"{number}", 6)
        foot = Ink(50, 540, f"{number}. {note.replace('.', ', as it did in the year before.')}", 8)
        pages.append([*text, Ink(50, text[-1].y + 20, "The piers were sound."), mark, foot])
    document = read(*pages)
    found = [note.partition(",")[0] + "." for note in of_kind(document, "note")]
    assert found == [f"{number}. {note}" for number, note in enumerate(notes, 1)]


@pytest.mark.parametrize("size", [10, 8], ids=["in the size of the text", "smaller"])
def test_text_and_headings_go_on_behind_a_note_in_the_middle_of_a_page(size: int) -> None:
    """A page of HTML has its notes where it has them, such as below a table."""
    text = lines(SENTENCES * 3, 50, 60, 300)
    end = text[-1].y
    page = [
        *text,
        Ink(50, end + 20, "The piers were sound.", 10),
        Ink(50 + 92, end + 16, "1", 6),
        Ink(50, end + 41, "1", 6),
        *lines("The clerk keeps a survey of them.", 56, end + 45, 300, size=size),
        Ink(50, end + 75, "3. Fees and Dues", 13, "Times-Bold"),
        *lines(SENTENCES.partition(". ")[2], 50, end + 97, 300),
    ]
    document = read(page, lines(SENTENCES * 3, 50, 60, 300))
    assert of_kind(document, "note") == ["The clerk keeps a survey of them."]
    assert of_kind(document, "heading") == ["3. Fees and Dues"]
    assert SENTENCES.partition(". ")[2].strip() in of_kind(document, "paragraph")


def test_a_raised_sign_that_the_file_has_elsewhere_stands_by_its_word() -> None:
    text = lines(SENTENCES, 50, 60, 300)
    page = [
        Ink(50 + 45, 150 - 4, "2", 6),
        *text,
        Ink(50, 150, "over 40 km", 10),
        Ink(50 + 51, 150, "of the bay in all, as the survey of the harbour has it.", 10),
    ]
    assert any("40 km² of" in text for text in of_kind(read(page), "paragraph"))


def test_counts_with_their_share_in_brackets_are_figures() -> None:
    rows = [
        ("Port", "Boats", "Masters"),
        ("North", "63 (18.5%)", "597 (16.4%)"),
        ("South", "189 (55.6%)", "2075 (57.0%)"),
        ("West", "77 (22.6%)", "755 (20.7%)"),
    ]
    document = read(set_out(rows, (60, 170, 280)))
    found = [block.row for block in document.blocks if block.row]
    assert [row.is_head for row in found] == [True, False, False, False]
    assert found[1].heads == ("Port", "Boats", "Masters")


def test_dots_that_lead_to_figures_are_no_part_of_a_label() -> None:
    rows = [
        ("Fees . . . . . .", "63", "597"),
        ("Dues. . . . . .", "189", "2075"),
        ("Rest", "7", "8"),
    ]
    found = [block.row for block in read(set_out(rows, (60, 170, 280))).blocks if block.row]
    assert [row.cells[0].text for row in found] == ["Fees", "Dues.", "Rest"]


def test_a_table_whose_columns_stand_far_apart_is_not_read_as_columns_of_text() -> None:
    rows = [
        (
            f"Master {name} of the fleet",
            f"2:15-cv-0{1739 + n}",
            f"{name} Bay North",
            f"5:15-cv-0{787 + n}",
        )
        for n, name in enumerate("Anna Bela Cora Dina Elsa Fina Gita Hana".split())
    ]
    places = (30, 150, 250, 340)
    document = read(
        [
            Ink(places[n], 60 + 16 * y, cell, 9)
            for y, row in enumerate(rows)
            for n, cell in enumerate(row)
        ]
    )
    found = [block.row for block in document.blocks if block.row]
    assert [len(row.cells) for row in found] == [4] * len(rows)


@pytest.mark.parametrize(
    ("feet", "labels"),
    [
        (["A-5", "A-6", "A-7"], ["A-5", "A-6", "A-7"]),
        (["5-15", "5-16", "5-17"], ["5-15", "5-16", "5-17"]),
        (["14 May 2011", "15 May 2011", "16 May 2011"], ["14", "15", "16"]),
    ],
    ids=["in an annex", "in a chapter", "before a date in the same line"],
)
def test_what_numbers_a_page_is_no_text_and_names_the_page(
    feet: list[str], labels: list[str]
) -> None:
    texts = [
        f"Then {SENTENCES * 2}So it was.",
        f"On the first of the days of May {SENTENCES * 2}That was all that was said.",
        f"On a Monday {SENTENCES * 2}The hall was then shut for the winter, and so it stayed.",
    ]
    document = read(
        *(
            [*lines(text, 50, 60, 300), Ink(50, 560, foot)]
            for text, foot in zip(texts, feet, strict=True)
        )
    )
    assert [block.body.text for block in document.blocks] == texts
    assert [block.pages[0].page for block in document.blocks] == labels


def test_centred_numerals_that_count_on_are_headings() -> None:
    page: list[Ink] = []
    y = 60.0
    for numeral in ("I", "A", "B", "II", "A", "B"):
        page.append(Ink(207, y, numeral))
        page += lines(SENTENCES, 60, y + 20, 300)
        y = page[-1].y + 20
    document = read(page)
    headings = [block for block in document.blocks if block.kind == "heading"]
    assert [heading.body.text for heading in headings] == ["I", "A", "B", "II", "A", "B"]
    assert [heading.level for heading in headings] == [1, 2, 2, 1, 2, 2]


def test_a_lone_initial_is_no_heading() -> None:
    page = [*lines(SENTENCES, 60, 60, 300), Ink(207, 140, "A"), *lines(SENTENCES, 60, 160, 300)]
    assert of_kind(read(page), "heading") == []


def test_a_word_is_whole_though_the_file_parts_its_ligature() -> None:
    from wp.documents.pdf_lines import PdfLine
    from wp.documents.pdf_words import PdfWord

    def word(text: str, left: float, right: float, glued: bool = False) -> PdfWord:
        return PdfWord(text, left, right, 90, 10, False, False, glued)

    line = PdfLine(
        [
            word("speci", 10, 31),
            word("fi", 31, 36.5, True),
            word("ed", 36.5, 46),
            word("in", 49, 57),
        ],
        0,
    )
    assert line.text == "specified in"


def test_a_caption_at_the_foot_of_a_page_is_that_of_the_table_overleaf() -> None:
    first = [
        *lines(SENTENCES * 4, 50, 60, 300),
        Ink(50, 300, "Table 1. Fish landed (tonnes)"),
        Ink(50, 400, "1", 5),
        Ink(56, 403, "Days of storm are left out of the count of the harbour.", 7),
    ]
    rows = [("Port", "2030", "2031"), ("North Pier", "12", "14"), ("South Pier", "31", "33")]
    document = read(first, [*set_out(rows, (50, 200, 280)), *lines(SENTENCES * 3, 50, 200, 300)])
    found = [block.row for block in document.blocks if block.row]
    assert {row.caption for row in found} == {"Table 1. Fish landed (tonnes)"}


@pytest.mark.parametrize("overleaf", [False, True])
def test_a_bold_sentence_is_no_heading_though_a_figure_begins_its_last_line(overleaf: bool) -> None:
    """Of recommendations in bold; the last words stand in the next line, or on the next page."""
    bold = "Times-Bold"
    first = [
        *lines(SENTENCES * 2, 50, 60, 300),
        Ink(50, 220, "We recommend that all rebates be forbidden from 1 January", 11, bold),
    ]
    y = 60 if overleaf else 233
    rest = [
        Ink(50, y, "2035 in all ports.", 11, bold),
        Ink(140, y, "The board took note of this. It was", 11),
        *lines("glad of the survey. " + SENTENCES, 50, y + 13, 300),
    ]
    document = read(first, rest) if overleaf else read([*first, *rest])
    assert of_kind(document, "heading") == []
    assert any(
        text.startswith("We recommend that all rebates be forbidden from 1 January 2035 in all")
        for text in of_kind(document, "paragraph")
    )


def test_prose_beside_a_table_is_read_by_itself() -> None:
    rows = [("Age", "Boats"), *((f"{n}-{n + 4}", f"{n * 31},000") for n in range(15, 75, 5))]
    text = (SENTENCES * 2).strip()
    beside = [
        Ink(270 + 80 * column, 63 + 12.4 * number, cell, 9)
        for number, row in enumerate(rows)
        for column, cell in enumerate(row)
    ]
    document = read([*lines(text, 40, 60, 200), *beside])
    assert of_kind(document, "paragraph") == [text]
    assert [
        tuple(cell.text for cell in block.row.cells) for block in document.blocks if block.row
    ] == rows


def test_labels_in_several_lines_beside_their_figures_are_rows() -> None:
    labels = ["Gives us a fuller picture of the boats", "Is of no help to the masters of the fleet"]
    page = [
        ink
        for number, label in enumerate(labels * 3)
        for ink in (
            *lines(label, 40, 60 + 30 * number, 110),
            Ink(200, 60 + 30 * number, f"{number + 11}%"),
            Ink(280, 60 + 30 * number, f"{number + 55}%"),
        )
    ]
    found = [block.row for block in read(page).blocks if block.row]
    assert [row.cells[0].text for row in found] == labels * 3
    assert [row.cells[1].text for row in found] == ["11%", "12%", "13%", "14%", "15%", "16%"]


def test_the_second_of_two_marks_at_the_end_of_a_line_is_cut_too() -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    above = lines(SENTENCES, 50, 60, 300)
    y = above[-1].y + 13
    sentence = "It had been told of this by the masters."
    end = 50 + stringWidth(sentence, "Times-Roman", 10)
    page = [*above, Ink(50, y, sentence), Ink(end, y - 4, "3,", 6), Ink(end + 6.5, y - 4, "4", 6)]
    document = read(page)
    assert of_kind(document, "paragraph") == [SENTENCES.strip(), sentence]
    assert [one.what for one in document.skipped] == ["note mark"]


def test_a_table_over_both_columns_of_a_page_is_one_table() -> None:
    """Its middle gap lies where the columns of text part; a sentence goes on past it."""
    gaps = [
        ("Port", "Boats", "Dues", "Catch", "Ice", "Days"),
        *((f"Quay {n}", f"{n}1", f"{n}2.5", f"{n},480", f"1{n}.2", f"{n}9") for n in range(1, 5)),
    ]
    places = (30, 110, 160, 225, 290, 350)
    table = [Ink(30, 40, "Table 2. Ports and catch by quay"), *set_out(gaps, places)]
    left = lines(SENTENCES * 2, 30, 160, 165)
    right = lines(SENTENCES * 2, 225, 160, 165)
    document = read([*table, *left, *right])
    (row, *_) = [block.row for block in document.blocks if block.row and not block.row.is_head]
    assert [cell.text for cell in row.cells] == ["Quay 1", "11", "12.5", "1,480", "11.2", "19"]
    assert row.heads == gaps[0]
    assert row.caption == "Table 2. Ports and catch by quay"


def test_labels_before_the_middle_of_the_page_belong_to_the_figures_behind_it() -> None:
    rows = [
        ("Kind of pension", "2013", "2023", "2033"),
        *((f"Kind {n}", f"{n}36", f"{n}51", f"{n},071") for n in range(1, 5)),
    ]
    table = [Ink(30, 40, "Table 1. Recipients"), *set_out(rows, (30, 240, 300, 350))]
    left = lines(SENTENCES * 2, 30, 160, 165)
    right = lines(SENTENCES * 2, 225, 160, 165)
    document = read([*table, *left, *right])
    (row, *_) = [block.row for block in document.blocks if block.row and not block.row.is_head]
    assert [cell.text for cell in row.cells] == ["Kind 1", "136", "151", "1,071"]
    assert row.heads == rows[0]


def test_a_note_below_columns_whose_mark_stands_in_one_is_a_note() -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    left = lines(SENTENCES * 2, 30, 60, 165)
    right = lines(SENTENCES * 2, 225, 60, 165)
    last = left[-1]
    mark = Ink(last.x + stringWidth(last.text, "Times-Roman", 10), last.y - 4, "1", 6)
    note = Ink(24, 500, "1. Of the twelve masters nine obtained other boats; three gave up.", 7.6)
    document = read([*left, mark, *right, note])
    assert of_kind(document, "note") == [note.text]


def test_cells_of_several_lines_are_one_row() -> None:
    """Told by the space between rows: a line may begin with a capital or a label's second half."""
    orders = ["Order on Complaint, Answer, and Short Form of the Harbour Board", "Order on Ice"]
    cells = [(f"{n}/12/2015 at Quay", f"{n}63", orders[n % 2]) for n in range(1, 6)]
    page, y = [], 60.0
    for label, figure, order in cells:
        wrapped = lines(label, 30, y, 60, 11), lines(order, 160, y, 120, 11)
        page += [*wrapped[0], Ink(110, y, figure), *wrapped[1]]
        y += 11 * max(map(len, wrapped)) + 8
    rows = [tuple(one.text for one in block.row.cells) for block in read(page).blocks if block.row]
    assert rows == cells


def test_the_bullet_of_an_item_in_a_cell_is_no_cell() -> None:
    rows = [("Pier", "• stone", "12"), ("Quay", "• timber", "15"), ("Dock", "• steel", "19")]
    inks = set_out([(one, two[2:], three) for one, two, three in rows], (30, 132, 300))
    bullets = [Ink(115, ink.y, "•") for ink in inks if ink.x == 132]
    document = read([*inks, *bullets])
    assert [
        tuple(cell.text for cell in block.row.cells) for block in document.blocks if block.row
    ] == rows


@pytest.mark.parametrize(
    "answer", ["N/A", "$3,148,800.00", "FILED", "1,186 crore", "Full text at www.harbour.example"]
)
def test_a_bold_line_that_names_nothing_is_no_heading(answer: str) -> None:
    document = read([Ink(30, 60, answer, 12, "Times-Bold"), *lines(SENTENCES, 30, 90, 300)])
    assert of_kind(document, "heading") == []


@pytest.mark.parametrize(
    ("printed", "bookmark", "is_heading"),
    [
        ("2.1 Dues of the quay", "Dues of the quay", True),
        ("Dues of the quay", "Chapter 2 Dues of the quay", True),
        ("Dues of the quay", "Old dues of the quay", False),
        ("Dues of the quay and the pier", "Dues of the quay", False),
    ],
    ids=["only the text is numbered", "only the outline is", "another word", "a sentence's start"],
)
def test_a_heading_of_the_outline_may_lack_its_number(
    printed: str, bookmark: str, is_heading: bool
) -> None:
    from wp.documents.pdf_columns import frames_of
    from wp.documents.pdf_headings import mark_headings, words_key
    from wp.documents.pdf_lines import Spacing, lines_of
    from wp.documents.pdf_paragraphs import parts_of
    from wp.documents.pdf_words import PdfWord

    texts = [*["The harbour board met in the old hall of the town."] * 3, printed, "It rose again."]
    words = [
        PdfWord(word, 30 + 40 * place, 65 + 40 * place, base, 10, False, False)
        for base, text in zip((60, 72, 84, 110, 136), texts, strict=True)
        for place, word in enumerate(text.split())
    ]
    frames = frames_of(lines_of(words, 0))
    spacing = Spacing(frames)
    parts = [part for frame in frames for part in parts_of(frame, spacing, set(), set())]
    mark_headings(parts, spacing, {0: {words_key(bookmark): 2}})
    assert [part.text for part in parts if part.kind == "heading"] == [printed] * is_heading


@pytest.mark.parametrize(
    ("bold", "paragraphs"),
    [("Dues.", 2), ("Dues:", 2), ("Dues —", 2), ("Dues", 1), ("12:", 1)],
    ids=["a full stop", "a colon", "a dash", "a bold word in a sentence", "a bold number"],
)
def test_a_bold_beginning_that_ends_like_a_heading_begins_a_paragraph(
    bold: str, paragraphs: int
) -> None:
    """The line above is full and ends a sentence: nothing else parts the two."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    above = lines(SENTENCES, 30, 60, 300)
    whole = max(above, key=lambda ink: len(ink.text))
    full = Ink(30, 60, f"{whole.text[:-1].rstrip('.')}.")
    start = Ink(30, 73, bold, 10, "Times-Bold")
    rest = Ink(33 + stringWidth(bold, "Times-Bold", 10), 73, "The clerk read it and took note.")
    body = [Ink(30, 160 + 13 * n, ink.text) for n, ink in enumerate(above)]
    document = read([full, start, rest, *body])
    found = [
        text
        for text in of_kind(document, "paragraph", "heading", "item")
        if text in full.text or "clerk read it and" in text
    ]
    assert len(found) == paragraphs


def test_brackets_below_each_other_are_a_rule_and_no_text() -> None:
    parties = ("ELLA MARSH,", "Appellant,", "vs.", "PORT OF ASTER,", "Respondent.")
    rule = [Ink(200, 60 + 16 * number, ")") for number in range(5)]
    document = read(
        [*set_out([(one,) for one in parties], (30,)), *rule, *lines(SENTENCES, 30, 180, 300)]
    )
    assert " ".join(of_kind(document, "paragraph", "heading")).startswith(" ".join(parties))
    assert [one.what for one in document.skipped] == ["rule"]


def test_the_first_word_of_a_line_tells_how_a_broken_word_is_written() -> None:
    text = [
        "Co-operation with the old fleet was good, and so was the co-",
        "operation of the town.",
    ]
    document = read([Ink(30, 60, text[0]), Ink(30, 73, text[1]), *lines(SENTENCES, 30, 120, 280)])
    assert of_kind(document, "paragraph")[0] == f"{text[0]}{text[1]}"


def test_figures_of_rows_whose_columns_are_not_told_are_not_read() -> None:
    from wp.base.draft import draft_base
    from wp.base.draft.source import source_of

    rows = ["Fees 1,964 1,871 212", "Dues of the year 464 21,871 9,112", "Ice 64 711 12,336"]
    document = read(
        lines(SENTENCES, 50, 60, 300)
        + [Ink(50, 140 + 14 * number, row) for number, row in enumerate(rows)]
    )
    assert of_kind(document, "row") == rows
    assert any("columns cannot be told" in warning for warning in document.warnings)
    sections = draft_base(source_of(document), "dues").raw["sections"].values()
    topics = [topic for section in sections for topic in section["topics"].values()]
    assert not [fact for topic in topics for fact in topic["facts"].values() if "figures" in fact]


def test_lines_spaced_out_as_evenly_as_typed_ones_are_no_columns() -> None:
    rows = [
        "(2) The islands of the bay hold fast to their old and undivided and",
        "equal rights as the ground of all living together, of peace and of",
        "the law of all who live on them, and so does the board of the port",
        "which hears all masters of the fleet once in a year and in all and",
    ]
    page = [
        ink
        for number, row in enumerate(rows)
        for ink in justified(row.split(), 60 + 10 * number, 40, 460 - 2 * number % 2)
    ]
    assert of_kind(read(page), "paragraph", "item") == [" ".join(rows)]


def test_numbered_headings_at_the_top_of_pages_are_no_running_heads() -> None:
    def page(first: int) -> list[Ink]:
        inks: list[Ink] = []
        for place in range(3):
            y = 50 + 150 * place
            inks.append(Ink(50, y, f"Article {first + place}", 12, "Times-Bold"))
            inks += lines(SENTENCES, 50, y + 30, 300)
        return inks

    document = read(page(1), page(4), page(7), page(10))
    assert of_kind(document, "heading") == [f"Article {number}" for number in range(1, 13)]


def test_a_contents_list_without_pages_is_told_by_the_headings_that_stand_again() -> None:
    titles = ["Chapter 1", "Article 1", "Article 2", "Chapter 2", "Article 3", "Article 4"]
    listed = [Ink(50, 50, "Contents", 14, "Times-Bold")]
    listed += [
        Ink(50, 80 + 14 * place, f"{title} - Of the fleet") for place, title in enumerate(titles)
    ]
    text = [
        ink
        for place, title in enumerate(titles)
        for ink in [
            Ink(50, 50 + 85 * place, title, 12, "Times-Bold"),
            *lines(SENTENCES, 50, 72 + 85 * place, 300),
        ]
    ]
    document = read(listed, text)
    assert of_kind(document, "heading") == titles
    assert any("table of contents: 7" in warning for warning in document.warnings)


def test_lines_like_other_headings_are_headings_their_numbers_aside() -> None:
    # Behind the third of these stands no more space than between the lines of a paragraph.
    page: list[Ink] = []
    y = 50.0
    for number in range(1, 7):
        page.append(
            Ink(50, y, f"Clause {number}", 10, "Times-Italic" if number != 3 else "Times-Roman")
        )
        page += lines(SENTENCES, 50, y + 20, 300)
        y += 85
    assert of_kind(read(page), "heading") == [f"Clause {number}" for number in range(1, 7)]


def test_the_title_below_a_bare_chapter_is_its_own_and_other_headings_stand_lower() -> None:
    page: list[Ink] = []
    for place, (chapter, title) in enumerate([("Capítulo I", "FLOTA"), ("Capítulo II", "PUERTO")]):
        y = 50 + 240 * place
        page += [Ink(50, y, chapter), Ink(50, y + 24, title)]
        page += lines(SENTENCES, 50, y + 48, 300)
        page += [Ink(50, y + 124, "LAS REGLAS")]
        page += lines(SENTENCES, 50, y + 148, 300)
    blocks = [block for block in read(page).blocks if block.kind == "heading"]
    assert [(block.body.text, block.level) for block in blocks] == [
        ("Capítulo I FLOTA", 1),
        ("LAS REGLAS", 2),
        ("Capítulo II PUERTO", 1),
        ("LAS REGLAS", 2),
    ]


def test_years_with_a_word_and_months_below_them_are_heads() -> None:
    rows = [
        ("", "2020/21", "2021/22 Est.", "2022/23 Proj.", "2022/23 Proj."),
        ("FLEET", "", "", "Nov", "Dec"),
        ("Boats", "102.3", "105.8", "100.5", "100.5"),
        ("Nets", "90.6", "94.4", "89.6", "89.7"),
    ]
    found = [block.row for block in read(set_out(rows, (40, 110, 180, 250, 330))).blocks]
    assert [row and row.is_head for row in found] == [True, True, False, False]
    assert found[-1] and found[-1].heads == (
        "FLEET", "2020/21", "2021/22 Est.", "2022/23 Proj. Nov", "2022/23 Proj. Dec",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("bold", "text", "why"),
    [
        (
            "Sources:",
            " Port Office and the board of the island's harbour.",
            "says where it is from",
        ),
        ("Nota:", " Los datos son del puerto y de la isla, sin los barcos.", "in Spanish"),
        ("Present: A. Bay, B. Quay, C. Pier (chair), D. Reef", "", "who was there"),
    ],
)
def test_bold_words_that_name_no_part_are_no_heading(bold: str, text: str, why: str) -> None:
    page = [
        *lines(SENTENCES, 50, 60, 300),
        Ink(50, 150, bold, 10, "Times-Bold"),
        *([Ink(54 + 5 * len(bold), 150, text.strip())] if text else []),
        *lines(SENTENCES, 50, 180, 300),
    ]
    assert of_kind(read(page), "heading") == [], why


def test_text_too_small_to_be_seen_is_left_out_and_told() -> None:
    rows = [("Port", "2033", "2034"), ("North", "63", "597"), ("South", "189", "2,075")]
    filler = [Ink(60 + 40 * place, 83, "filler", 1) for place in range(6)]
    document = read([*set_out(rows, (60, 170, 280)), *filler])
    found = [block.row for block in document.blocks if block.row]
    assert [row.heads for row in found[1:]] == [("Port", "2033", "2034")] * 2
    assert any("too small to be seen" in warning for warning in document.warnings)
