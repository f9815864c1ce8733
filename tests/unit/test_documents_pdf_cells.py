"""Columns of a PDF's table that stand closer to each other than words do."""

import pytest

from wp.documents.pdf_lines import PdfLine, lines_of
from wp.documents.pdf_tables import tables_of
from wp.documents.pdf_words import PdfWord

WIDE = 4  # points a character
BLANK = 3


def line(row: int, *cells: tuple[float, str]) -> list[PdfWord]:
    """Return words of 10 points; a negative place is where a cell ends."""
    words: list[PdfWord] = []
    for place, text in cells:
        width = WIDE * len(text.replace(" ", "")) + BLANK * text.count(" ")
        left = place if place >= 0 else -place - width
        for word in text.split():
            words.append(PdfWord(word, left, left + WIDE * len(word), 14.0 * row, 10, False, False))
            left += WIDE * len(word) + BLANK
    return words


def page(*rows: list[tuple[float, str]]) -> list[PdfLine]:
    return lines_of([word for row, cells in enumerate(rows) for word in line(row, *cells)], 1)


CASES = [
    (
        "the longest label ends 3 points before the figures, heads stand 3 points apart",
        page(
            [(100, "H1 2024"), (130, "H1 2023"), (160, "Change")],
            [(10, "Total dues"), (100, "1,964"), (130, "1,871"), (160, "+5%")],
            [(10, "Quay and pier expenses"), (100, "(1,102)"), (130, "(1,075)"), (160, "+3%")],
            [(10, "Losses"), (100, "(286)"), (130, "(249)"), (160, "+15%")],
            [(10, "Ratio (%)"), (100, "15.4"), (130, "15.1"), (160, "+0.3 pp")],
        ),
        [
            ["", "H1 2024", "H1 2023", "Change"],
            ["Total dues", "1,964", "1,871", "+5%"],
            ["Quay and pier expenses", "(1,102)", "(1,075)", "+3%"],
            ["Losses", "(286)", "(249)", "+15%"],
            ["Ratio (%)", "15.4", "15.1", "+0.3 pp"],
        ],
    ),
    (
        "figures end at one edge; those of two columns stand a blank apart where they are long",
        page(
            [(10, "North"), (-120, "11,964"), (-146, "41,871"), (-170, "212")],
            [(10, "South"), (-120, "464"), (-146, "1,871"), (-170, "9,112")],
            [(10, "West"), (-120, "64"), (-146, "18,711"), (-170, "12")],
            [(10, "All ports of the bay"), (-120, "12,492"), (-146, "62,453"), (-170, "9,336")],
        ),
        [
            ["North", "11,964", "41,871", "212"],
            ["South", "464", "1,871", "9,112"],
            ["West", "64", "18,711", "12"],
            ["All ports of the bay", "12,492", "62,453", "9,336"],
        ],
    ),
    (
        "a blank groups the digits of one number, whose groups stand below each other",
        page(
            [(10, "Nord"), (-120, "11 964"), (-170, "4 212")],
            [(10, "Sud"), (-120, "2 464"), (-170, "9 112")],
            [(10, "Ouest"), (-120, "1 064"), (-170, "3 012")],
        ),
        [["Nord", "11 964", "4 212"], ["Sud", "2 464", "9 112"], ["Ouest", "1 064", "3 012"]],
    ),
    (
        "a number in the words of a label stands below another by chance",
        page(
            [(10, "Quay 1"), (100, "11"), (150, "12.5")],
            [(10, "Quay 2"), (100, "7"), (150, "9.1")],
            [(10, "Pier 3"), (100, "8"), (150, "4.4")],
        ),
        [["Quay 1", "11", "12.5"], ["Quay 2", "7", "9.1"], ["Pier 3", "8", "4.4"]],
    ),
    (
        "the last words of heads stand over figures, a year among them",
        page(
            [
                (10, "Bay"),
                (-140, "Rent in 2034"),
                (-230, "Boats in 2033"),
                (-330, "All in 2034 (000)"),
            ],
            [(10, "North"), (-140, "1,240"), (-230, "486"), (-330, "8,120")],
            [(10, "South"), (-140, "815"), (-230, "12,274"), (-330, "610")],
            [(10, "West"), (-140, "930"), (-230, "2,342"), (-330, "5,980")],
        ),
        [
            ["Bay", "Rent in 2034", "Boats in 2033", "All in 2034 (000)"],
            ["North", "1,240", "486", "8,120"],
            ["South", "815", "12,274", "610"],
            ["West", "930", "2,342", "5,980"],
        ],
    ),
    (
        "heads of two lines, the first of which begins no row",
        page(
            [(-140, "Rent in 2034"), (-230, "Boats in 2033")],
            [(10, "Bay"), (-140, "(crowns)"), (-230, "(number)")],
            [(10, "North"), (-140, "1,240"), (-230, "486")],
            [(10, "South"), (-140, "815"), (-230, "12,274")],
            [(10, "West"), (-140, "930"), (-230, "2,342")],
        ),
        [
            ["", "Rent in 2034", "Boats in 2033"],
            ["Bay", "(crowns)", "(number)"],
            ["North", "1,240", "486"],
            ["South", "815", "12,274"],
            ["West", "930", "2,342"],
        ],
    ),
    (
        "no edge is shared: the rows are kept apart, and their columns are not told",
        page(
            [(10, "Fees 1,964 1,871 212")],
            [(10, "Dues of the year 464 21,871 9,112")],
            [(10, "Ice 64 711 12,336")],
        ),
        [
            ["Fees 1,964 1,871 212"],
            ["Dues of the year 464 21,871 9,112"],
            ["Ice 64 711 12,336"],
        ],
    ),
    (
        "prose whose numbers stand below each other by chance is no table",
        page(
            [(10, "The board met in 2031 and heard the masters of the fleet")],
            [(10, "It counted up to 2,410 boats and four piers of the port")],
            [(10, "Members gave all 1,200 crowns for the repair of the ice house")],
        ),
        None,
    ),
]


@pytest.mark.parametrize(("why", "lines", "rows"), CASES, ids=[case[0] for case in CASES])
def test_columns_are_told_by_the_edges_that_figures_share(
    why: str, lines: list[PdfLine], rows: list[list[str]] | None
) -> None:
    tables = tables_of(lines)
    found = [
        [" ".join(part.text for part in cell) for cell in row.cells]
        for table in tables
        for row in table.rows
    ]
    assert found == (rows or [])
    assert all(row.sure == (len(row.cells) > 1) for table in tables for row in table.rows)


def test_periods_above_figures_are_heads() -> None:
    (table,) = tables_of(CASES[0][1])
    assert [row.is_head for row in table.rows] == [True, False, False, False, False]
