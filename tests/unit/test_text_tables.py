"""Tables of plain text: which lines are one, their cells, and the heads of their columns."""

import time

import pytest

from wp.documents import ReadDocument
from wp.documents.read import read_document


def read(text: str) -> ReadDocument:
    return read_document("paper.txt", text.encode(), "text")


def told(text: str) -> list[str]:
    """Return each row as "label: figure (head); …", other blocks as "kind: text"."""
    lines = []
    for block in read(text).blocks:
        if block.row is None:
            lines.append(f"{block.kind}: {' '.join(block.body.text.split())}")
        elif not block.row.is_head:
            label, *cells = (" ".join(cell.text.split()) for cell in block.row.cells)
            heads = block.row.heads[1:] or [""] * len(cells)
            figures = (f"{cell} ({head})" for cell, head in zip(cells, heads, strict=True))
            lines.append(f"{label}: {'; '.join(figures)}")
    return lines


TABLES = [
    (
        "rules under the heads and above a total; a label nearly as wide as its column",
        """\
Table 1. Boats, 2033 and 2034

Port                           2033     2034   Change (%)
---------------------------------------------------------
Aster                        24,915   25,480         +2.3
Brill on the northern coast   3,105    3,420        +10.1
---------------------------------------------------------
All                          28,020   28,900         +3.1
""",
        ["paragraph: Table 1. Boats, 2033 and 2034",
         "Aster: 24,915 (2033); 25,480 (2034); +2.3 (Change (%))",
         "Brill on the northern coast: 3,105 (2033); 3,420 (2034); +10.1 (Change (%))",
         "All: 28,020 (2033); 28,900 (2034); +3.1 (Change (%))"],
    ),
    (
        "heads without a rule, as wide as a paragraph above and below them",
        "It paid.\nSector     Q3 2023   Q3 2024\nFarms         96.4      94.8\n"
        "Mines        512.0     508.7\nSource: the board.\n",
        ["paragraph: It paid.", "Farms: 96.4 (Q3 2023); 94.8 (Q3 2024)",
         "Mines: 512.0 (Q3 2023); 508.7 (Q3 2024)", "paragraph: Source: the board."],
    ),
    (
        "no heads",
        "Aster     24,915   25,480\nBrill      3,105    3,420\nCove         105       20\n",
        ["Aster: 24,915 (); 25,480 ()", "Brill: 3,105 (); 3,420 ()", "Cove: 105 (); 20 ()"],
    ),
    (
        "heads of three lines, a blank within numbers, a group, a label that wraps, leading dots, "
        "no figure",
        """\
                       Number of     Change
                           boats    on year
Kind                  registered        (%)
===========================================
Motor boats
  Trawlers                24 915      +10.4
  Boats that catch
    herring                  915       -3.2
  Others                       3         ..
Total .............       25 833       +9.1
___________________________________________
""",
        ["paragraph: Motor boats",
         "Trawlers: 24 915 (Number of boats registered); +10.4 (Change on year (%))",
         "Boats that catch herring: 915 (Number of boats registered); -3.2 (Change on year (%))",
         "Others: 3 (Number of boats registered); .. (Change on year (%))",
         "Total: 25 833 (Number of boats registered); +9.1 (Change on year (%))"],
    ),
    (
        "a label that goes on below its figures",
        "Kind                 2033   2034\nBoats that catch       12     13\n  herring\n"
        "Ships                   4      5\n",
        ["Boats that catch herring: 12 (2033); 13 (2034)", "Ships: 4 (2033); 5 (2034)"],
    ),
    (
        "two numbers are two columns where rows show it",
        "Port     2033 2034\nAster     915 480\nBrill      12  20\nCove        1   3\n",
        ["Aster: 915 (2033); 480 (2034)", "Brill: 12 (2033); 20 (2034)",
         "Cove: 1 (2033); 3 (2034)"],
    ),
    (
        "left-aligned columns, marks of notes, brackets, words in a column, a blank cell",
        "Year     Value(a)   Note\n2020     12.3*      provisional\n2021     13.4\n"
        "2022     (1.2)      revised figure\n",
        ["2020: 12.3* (Value(a)); provisional (Note)", "2021: 13.4 (Value(a));  (Note)",
         "2022: (1.2) (Value(a)); revised figure (Note)"],
    ),
    (
        "tabs without alignment, with an empty cell",
        "Port\t2033\t2034\nAster on the sea\t24915\t25480\nBrill\t\t12\n",
        ["Aster on the sea: 24915 (2033); 25480 (2034)", "Brill:  (2033); 12 (2034)"],
    ),
    (
        "heads over the same heads",
        """\
                     Men               Women
                 2033     2034     2033     2034
Aster          24,915   25,480    1,234    1,300
Brill           3,105    3,420      200      210
""",
        ["Aster: 24,915 (Men 2033); 25,480 (Men 2034); 1,234 (Women 2033); 1,300 (Women 2034)",
         "Brill: 3,105 (Men 2033); 3,420 (Men 2034); 200 (Women 2033); 210 (Women 2034)"],
    ),
    (
        "a head over columns by the rule below it",
        """\
             Boats             Share of all
        ---------------      ---------------
Port    2033       2034      (%)        rank
Aster    120        130      1.2           3
Brill     20         30      0.2          10
""",
        ["Aster: 120 (Boats 2033); 130 (Boats 2034); 1.2 (Share of all (%)); "
         "3 (Share of all rank)",
         "Brill: 20 (Boats 2033); 30 (Boats 2034); 0.2 (Share of all (%)); "
         "10 (Share of all rank)"],
    ),
    (
        "a box",
        """\
+-------+--------+--------+
| Port  |   2033 |   2034 |
+-------+--------+--------+
| Aster | 24,915 | 25,480 |
| Brill |  3,105 |        |
+-------+--------+--------+
| All   | 28,020 | 25,480 |
+-------+--------+--------+
""",
        ["Aster: 24,915 (2033); 25,480 (2034)", "Brill: 3,105 (2033);  (2034)",
         "All: 28,020 (2033); 25,480 (2034)"],
    ),
    (
        "bars and a rule, as in Markdown",
        "Port | 2033 | 2034\n-----|-----:|-----:\nAster | 24,915 | 25,480\n",
        ["Aster: 24,915 (2033); 25,480 (2034)"],
    ),
    (
        "bars and a rule, as a database prints them",
        "       | Boats | Crew\n-------+-------+------\n Aster |    12 |  2.5\n Brill |     3 |\n",
        ["Aster: 12 (Boats); 2.5 (Crew)", "Brill: 3 (Boats);  (Crew)"],
    ),
    (
        "indented, rows apart, prose with two blanks behind its stops below",
        """\
   Table 2: Deaths

   Cause         2033    2034

   Storm          120     130

   Fog          1,234   1,300

   The number fell.  It was 1,234 in
   2033.  It rose.
""",
        ["paragraph: Table 2: Deaths", "Storm: 120 (2033); 130 (2034)",
         "Fog: 1,234 (2033); 1,300 (2034)",
         "paragraph: The number fell. It was 1,234 in 2033. It rose."],
    ),
    (
        "two tables with a caption between them",
        """\
Port         Boats    Crew
Aster           12     130
Brill            3      20
Table 3. Courts
Court       Judges   Cases
Cove             7      70
Dell             8      80
""",
        ["Aster: 12 (Boats); 130 (Crew)", "Brill: 3 (Boats); 20 (Crew)",
         "paragraph: Table 3. Courts", "Cove: 7 (Judges); 70 (Cases)",
         "Dell: 8 (Judges); 80 (Cases)"],
    ),
    (
        "a figure within the heads above a rule",
        "          Rate   Number\n           per\n"
        "Port     1,000   killed\n-----------------------\n"
        "Aster      916    1,412\nBrill       97       12\n",
        ["Aster: 916 (Rate per 1,000); 1,412 (Number killed)",
         "Brill: 97 (Rate per 1,000); 12 (Number killed)"],
    ),
    (
        "a blank cell before a number with a blank, figures within labels, no label that goes on",
        "Kind                         2033    2034\nWomen aged 15 to 24         1 916   1 412\n"
        "of which:\nQuay 1                        916     412\nQuay 2                        916\n",
        ["Women aged 15 to 24: 1 916 (2033); 1 412 (2034)", "paragraph: of which:",
         "Quay 1: 916 (2033); 412 (2034)", "Quay 2: 916 (2033);  (2034)"],
    ),
    (
        "one column of figures that end below each other",
        "Item           Cost\nRent        £12,000\nHeating      £1,250\n",
        ["Rent: £12,000 (Cost)", "Heating: £1,250 (Cost)"],
    ),
    (
        "dots that lead to figures which are no pages",
        "Cars ....... 24,915\nTrucks ........ 345\nTotal ...... 25,260\n",
        ["Cars: 24,915 ()", "Trucks: 345 ()", "Total: 25,260 ()"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "expected"), TABLES, ids=[row[0] for row in TABLES])
def test_each_figure_has_its_label_and_head(why: str, text: str, expected: list[str]) -> None:
    assert told(text) == expected
    assert not any("rows of a table" in said for said in read(text).warnings)


NO_TABLES = [
    ("prose with wide gaps behind stops",
     "It was a good year for the farms.   They made 1,234 tons.  In the\nyear before.  They made "
     "1,200.  And so it went on.   12 farms did\nnot report.  They were 3 per cent.   12 of them"),
    ("justified prose",
     "The   number   of   boats   rose   to   24,915   in   the  year\n"
     "2032,   and   that   of   crew   fell   to   1,234   in  the  same\n"
     "year.   The   number   of   ships   was   2,345   at  the  end  of"),
    ("a poem with the numbers of its lines",
     "Of Man's first disobedience, and the fruit       1\nOf that forbidden tree whose taste\n"
     "Brought death into the World, and all our woe,   3\nWith loss of Eden, till one greater Man\n"
     "Restore us, and regain the blissful seat,        5"),
    ("contents by dots", "Introduction ..... 3\nMethods ......... 12\nResults ......... 45"),
    ("contents by a wide gap, with a head",
     "Chapter             Page\nIntroduction           3\nMethods               12\n"
     "Results              145"),
    ("what may be pages", "Introduction     3\nMethods         12\nResults         45"),
    ("a list of labels", "Name:      Aster\nAge:          12\nCrew:        180\nTons:        1.5"),
    ("facts, the first of them no head",
     "Name      Aster\nAge       12\nCrew      180\nTons      1.5"),
    ("an address",
     "John Smith        12 March 2034\nHarbour Road      Room 12\nAster      Tel. 1234"),
    ("numbers of telephones",
     "Phone    020 7946 0000\nFax      020 7946 0001\nDesk     020 7946 0002"),
    ("code", "#define FOO   12\n#define BAR   1.5\n#define BAZ   2.25"),
    ("ranges", "0 -    31   low\n32 -  126   middle\n128 - 159   high"),
    ("a listing", "1   1009   term.c\n2   1013   #define TERM\n3   1017   term.c"),
    ("a matrix", "1   0   0\n0   1   0\n0   0   1"),
    ("bits of a header",
     "+-+-+-+-+-+-+-+-+\n|F|R|R|R| code  |\n+-+-+-+-+-+-+-+-+\n|   length      |\n"
     "+-+-+-+-+-+-+-+-+"),
    ("boxes with arrows",
     "+-------+      +-------+\n| Cl. 1 |----->| S. 12 |\n+-------+      +-------+"),
    ("bars without a rule", "| courts | 5 |\n| boats | 7 |"),
    ("years alone", "Smith     1920    1990\nJones     1931    1999\nAster     1940    2001"),
    ("two columns have the same head",
     "Port     2033     2033\nAster      12       13\nBrill       1       24"),
    ("a head over columns without heads of their own",
     "Port     All boats of the crew\n"
     "Aster      12      13      14\nBrill       1      24       2"),
    ("a row that stands apart from the columns",
     "Kind                         2033     2034\n"
     "Boats that catch herring by night 1,234    1,400\n"
     "Ships                      24,915   25,480"),
    ("two lines that may be the heads",
     "Port       2033   2034\n\n"
     "Aster      kept   lost\nBrill        12     13\nCove        1     22"),
    ("a number that may be two, beside a blank cell",
     "Port               2033   2034   2035\nAster                     884 303     12\n"
     "Brill            12 472       367     11\nCove             10 870       708      4"),
    ("heads that lack a line, a figure",
     "           Rate\n            per\n"
     "Port      1,000\nAster       916\nBrill        97\nCove         12"),
    ("rows that do not stand straight",
     "Port        Share (%)   Crew\nAster            95.1     12\nBrill Harbour       85.0     13\n"
     "Cove             12.0     11"),
    ("quoted lines", "> Port    2033   2034\n> Aster     12     13\n> Brill      1     24"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text"), NO_TABLES, ids=[row[0] for row in NO_TABLES])
def test_what_may_be_none_stays_as_it_is(why: str, text: str) -> None:
    assert not any(block.row for block in read(f"{text}\n").blocks)


def test_what_is_not_read_is_still_told() -> None:
    (said,) = read(
        "Port     2033     2033\nAster      12       13\nBrill       1       24\n"
    ).warnings
    assert said.startswith("lines that look like rows of a table: 3, first “Port 2033 2033”")


def test_cells_keep_their_place_in_the_file() -> None:
    text = (
        "It paid.\n\nPort        2033   2034\nAster on\n  the sea     12     13\nBrill\t  1\t24\n"
    )
    document = read(text.replace("\t", "   "))
    for block in document.blocks:
        for cell in block.row.cells if block.row else ():
            for number in range(len(cell.text)):
                assert cell.text[number] in ("\n", document.text[cell.at(number)])


@pytest.mark.parametrize(
    "line",
    ["a    b    3\n", "a    3\n\n", "a  12  1,300\n", "| a | 3 |\n", "+--+--+\n", "a\t3\t4\n",
     "a ... 3\n", "--- 3  4\n", "a  b  c\n\na  1  2\n"],
)  # fmt: skip
def test_four_times_the_lines_take_no_sixteen_times_as_long(line: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        read(line * times)
        return time.process_time() - start

    took = seconds(8_000)
    assert took < 2 or took < 12 * seconds(2_000)
