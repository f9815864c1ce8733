"""Rows of tables: each figure with its row's label, its column's head, the caption above it."""

from pathlib import Path
from typing import Any

import pytest

from wp.base.canonical import checked_text
from wp.base.draft import draft_base
from wp.base.draft.source import DraftSource, read_source
from wp.base.load import load
from wp.base.rules import problems
from wp.statements.cell_units import unit_beside, unit_of_cell


def read_page(text: str) -> DraftSource:
    return read_source("paper", text.encode(), "html")


def read_markdown(text: str) -> DraftSource:
    return read_source("paper", text.encode(), "markdown")


def drafted(page: str) -> tuple[list[Any], tuple[str, ...]]:
    draft = draft_base(read_page(page), "paper")
    facts = [
        fact
        for section in draft.raw["sections"].values()
        for topic in section["topics"].values()
        for fact in topic["facts"].values()
    ]
    return facts, draft.warnings


def told(page: str) -> list[tuple[str, float, str, str]]:
    return [
        (figure["text"], figure["value"], figure["unit"], figure["measures"])
        for fact in drafted(page)[0]
        for figure in fact["figures"]
    ]


HEAD = "<p>It holds.<table><tr><th>Stores<th>2017<th>2018"
TABLES = [
    (
        "label and column",
        f"{HEAD}<tr><td>Trucks<td>64<td>71</table>",
        [("64", 64, "count", "Trucks, 2017"), ("71", 71, "count", "Trucks, 2018")],
    ),
    (
        "a unit behind the label's comma",
        f"{HEAD}<tr><td>Salt, tonnes<td>12,400<td>9,850</table>",
        [("12,400", 12400, "tons", "Salt, tonnes, 2017"),
         ("9,850", 9850, "tons", "Salt, tonnes, 2018")],
    ),
    (
        "a unit in the head's brackets",
        "<p>It holds.<table><tr><th>Town<th>Share (%)<tr><td>Aster<td>12</table>",
        [("12", 12, "percent", "Aster, Share (%)")],
    ),
    (
        "a rate in the head, in brackets or not",
        "<p>It holds.<table><tr><th>Town<th>Fires per 100,000 people<th>Births (per 1,000 people)"
        "<tr><td>Aster<td>12<td>9</table>",
        [("12", 12, "fires per 100,000 people", "Aster, Fires per 100,000 people"),
         ("9", 9, "births per 1,000 people", "Aster, Births (per 1,000 people)")],
    ),
    (
        "the unit that the cell prints",
        f"{HEAD}<tr><td>Value<td>£3.2m<td>£2.9m</table>",
        [("£3.2m", 3_200_000, "GBP", "Value, 2017"), ("£2.9m", 2_900_000, "GBP", "Value, 2018")],
    ),
    (
        "heads that only their words show",
        "<p>It holds.<table><tr><td>Town<td>Boats<tr><td>Aster<td>12</table>",
        [("12", 12, "boats", "Aster, Boats")],
    ),
    (
        "a label of several words below times names what is counted",
        f"{HEAD}<tr><td>Boats in service<td>64<td>71</table>",
        [("64", 64, "boats", "Boats in service, 2017"),
         ("71", 71, "boats", "Boats in service, 2018")],
    ),
    (
        "but a name may be a place",
        f"{HEAD}<tr><td>United States<td>64<td>71</table>",
        [("64", 64, "count", "United States, 2017"), ("71", 71, "count", "United States, 2018")],
    ),
    (
        "a column that is told of what the caption names, and one of months",
        "<p>It holds.<table><caption>Table 3. Cases in 2034, by subject</caption>"
        "<tr><th>Subject<th>Decided<th>Months to judgment (average)<tr><td>Tax<td>12<td>9</table>",
        [("12", 12, "cases", "Tax, Decided"),
         ("9", 9, "months", "Tax, Months to judgment (average)")],
    ),
    (
        "heads with a scale and a year",
        "<p>It holds.<table><tr><td>Port<td>Goods 2026 (million tonnes)<td>Calls"
        "<tr><td>Aster<td>12<td>9</table>",
        [("12", 12, "million tons", "Aster, Goods 2026 (million tonnes)"),
         ("9", 9, "calls", "Aster, Calls")],
    ),
    (
        "a first row with a figure is no head",
        "<p>It holds.<table><tr><td>Aster<td>12<tr><td>Brill<td>13</table>",
        [("12", 12, "count", "Aster"), ("13", 13, "count", "Brill")],
    ),
    (
        "heads above heads",
        "<p>It holds.<table><tr><th>Town<th colspan=2>Boats<tr><th><th>old<th>new"
        "<tr><td>Aster<td>12<td>13</table>",
        [("12", 12, "boats", "Aster, Boats old"), ("13", 13, "boats", "Aster, Boats new")],
    ),
    (
        "a scale in the head's brackets is the unit's",
        "<p>It holds.<table><tr><th>Year<th>Paid (million florins)<tr><td>2029<td>447</table>",
        [("447", 447, "million florins", "2029, Paid (million florins)")],
    ),
    (
        "a head that names what is counted, with a time",
        "<p>It holds.<table><tr><th>Town<th>Polling stations 2033<tr><td>Aster<td>12</table>",
        [("12", 12, "stations", "Aster, Polling stations 2033")],
    ),
    (
        "persons, and the number of what",
        "<p>It holds.<table><tr><th>Town<th>Number of boats<th>Unemployed<tr><td>Aster<td>12<td>9"
        "</table>",
        [("12", 12, "boats", "Aster, Number of boats"), ("9", 9, "people", "Aster, Unemployed")],
    ),
    (
        "a plural that is no unit of its numbers",
        "<p>It holds.<table><tr><th>Town<th>Earnings<tr><td>Aster<td>12</table>",
        [("12", 12, "count", "Aster, Earnings")],
    ),
    (
        "the unit in a caption's brackets is that of all columns without one",
        "<p>It holds.<table><caption>Table 3. Trade (EUR million)</caption>"
        "<tr><th>Land<th>Exports<th>Share (%)<tr><td>Aster<td>12<td>9</table>",
        [("12", 12, "million EUR", "Aster, Exports"), ("9", 9, "percent", "Aster, Share (%)")],
    ),
    (
        "a scale with an of",
        "<p>It holds.<table><caption>Table 3. Costs (in thousands of crowns)</caption>"
        "<tr><th>Item<th>2030<th>mg per kg, 2030<tr><td>Call centres<td>12<td>9</table>",
        [("12", 12, "thousand crowns", "Call centres, 2030"),
         ("9", 9, "milligrams per kilogram", "Call centres, mg per kg, 2030")],
    ),
    (
        "a number within a head that nothing marks",
        "<p>It holds.<table><tr><td>Trust<td>Calls<td>Reached in 8 minutes (per cent)<td>Ships"
        "<tr><td>Aster<td>12<td>9<td>3</table>",
        [("12", 12, "calls", "Aster, Calls"),
         ("9", 9, "percent", "Aster, Reached in 8 minutes (per cent)"),
         ("3", 3, "ships", "Aster, Ships")],
    ),
    (
        "the thing that a caption names, below heads that are times",
        "<p>It holds.<table><caption>Table 3. Complaints by subject</caption>"
        "<tr><th>Subject<th>2030<th>Upheld<tr><td>Food<td>12<td>9</table>",
        [("12", 12, "complaints", "Food, 2030"), ("9", 9, "count", "Food, Upheld")],
    ),
    (
        "a measure that a caption begins with",
        "<p>It holds.<table><caption>Table 3. Minutes lost per customer</caption>"
        "<tr><th>Firm<th>2030<tr><td>Aster Grid<td>12</table>",
        [("12", 12, "minutes", "Aster Grid, 2030")],
    ),
    (
        "but none that a caption tells the time with",
        "<p>It holds.<table><caption>Table 3. Five years</caption>"
        "<tr><th>Year<th>Decided<tr><td>2030<td>12</table>",
        [("12", 12, "count", "2030, Decided")],
    ),
    (
        "the number of what a caption's brackets tell",
        "<p>It holds.<table><caption>Table 3. Verdicts (number of schools)</caption>"
        "<tr><th>Kind<th>Weak<tr><td>Day schools<td>12</table>",
        [("12", 12, "schools", "Day schools, Weak")],
    ),
    (
        "a change is in the unit of the column before it, where that is no share",
        "<p>It holds.<table><tr><th>Place<th>Boats<th>Change since May<th>Share (%)<th>Change"
        "<tr><td>Aster<td>12<td>3<td>9<td>2</table>",
        [("12", 12, "boats", "Aster, Boats"), ("3", 3, "boats", "Aster, Change since May"),
         ("9", 9, "percent", "Aster, Share (%)"), ("2", 2, "count", "Aster, Change")],
    ),
    (
        "a row of other width gets no heads",
        f"{HEAD}<tr><td>Trucks<td>64</table>",
        [("64", 64, "count", "Trucks")],
    ),
    (
        "a caption's share of something",
        "<p>It sails.<table><caption>Table 1. Ships in time (per cent of ships less than 5 minutes"
        " late)</caption><tr><th>Line<th>2017<tr><td>Aster<td>81.2</table>",
        [("81.2", 81.2, "percent", "Aster, 2017")],
    ),
    (
        "in brackets beside others without: negative, as in accounts",
        f"{HEAD}<tr><td>Fees<td>964<td>871<tr><td>Losses<td>(286)<td>(1.5%)",
        [("964", 964, "count", "Fees, 2017"), ("871", 871, "count", "Fees, 2018"),
         ("(286)", -286, "count", "Losses, 2017"), ("(1.5%)", -1.5, "percent", "Losses, 2018")],
    ),
    (
        "a column of nothing else: errors, or shares",
        f"{HEAD}<tr><td>Fees<td>964<td>(871)<tr><td>Losses<td>286<td>(249)",
        [("964", 964, "count", "Fees, 2017"), ("286", 286, "count", "Losses, 2017")],
    ),
    (
        "below the figure that it is the error of",
        f"{HEAD}<tr><td>Fees<td>964<td>871<tr><td><td>(12.5)<td>(11.5)",
        [("964", 964, "count", "Fees, 2017"), ("871", 871, "count", "Fees, 2018"),
         ("12.5", 12.5, "count", "2017"), ("11.5", 11.5, "count", "2018")],
    ),
    (
        "digits of two cells are two numbers",
        f"{HEAD}<tr><td>Trucks<td>1 200<td>1 350</table>",
        [("1 200", 1200, "count", "Trucks, 2017"), ("1 350", 1350, "count", "Trucks, 2018")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("page", "expected"), [case[1:] for case in TABLES], ids=[case[0] for case in TABLES]
)
def test_figures_of_a_row(page: str, expected: list[tuple[str, float, str, str]]) -> None:
    assert told(page) == expected


# the row's label, the heads of its column and the one before, the caption, the unit, why
UNITS = [
    ("East", "Killed, 2032", "", "Table 2. Safety by region", "people", "what befell persons"),
    ("East", "Seriously injured", "", "Table 2. Safety by region", "people", "how badly"),
    ("Holm", "On remand", "Prisoners", "Table 1. Prisons in 2029", "people", "not the caption's"),
    ("Holm", "Closed", "", "Table 1. Prisons in 2029", "prisons", "of what the caption names"),
    ("B", "Got out alone", "", "Table 1. People in the shaft", "people", "told of the caption's"),
    ("2030", "Of these by night", "Cases", "Table 1. Signals passed", "cases",
     "a part of the column before it"),
    ("2030", "Of these by night", "Share (%)", "Table 1. Signals passed", "",
     "a part of a share may be a share of it"),
    ("Stopped", "2032", "", "Table 2. Measures taken by the board", "measures", "what was done"),
    ("Price", "2032", "", "Table 2. Main measures", "", "measures that are values"),
    ("Ships", "Nitrogen oxides", "", "Table 3. Emissions (thousand tonnes)", "thousand tons",
     "a plural that is measured, as the caption says"),
    ("East", "Unemployed", "", "Table 4. Rates (per cent)", "people", "no share of them"),
    ("Cows", "Holdings (number)", "", "Table 5. Stock (animals)", "holdings", "counted both"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "head", "beside", "caption", "unit"),
    [case[:5] for case in UNITS],
    ids=[case[5] for case in UNITS],
)
def test_the_unit_of_a_cell(label: str, head: str, beside: str, caption: str, unit: str) -> None:
    found = unit_of_cell(label, head, caption) or unit_beside(label, head, beside, caption)
    assert found == unit


CAPTIONED = (
    "<p>It holds.<table><caption>Table 1. Men by sector, thousands</caption>"
    "<tr><th>Sector<th>Q3 2023<tr><td>Farms<td>96.4<tr><td>Mines<td>51.2</table><p>It had 3 ships."
)


def test_caption_and_heads_are_context_and_no_facts() -> None:
    facts, warnings = drafted(CAPTIONED)
    assert [fact["quote"] for fact in facts] == ["Farms 96.4", "Mines 51.2", "It had 3 ships."]
    assert facts[0]["statement"] == "Farms: 96.4 (Q3 2023)"
    assert facts[0]["context"] == "Table 1. Men by sector, thousands Sector Q3 2023"
    (figure,) = facts[0]["figures"]
    assert figure["context_period"]["start"] == "2023-07"
    assert "period" not in figure
    assert "context" not in facts[2]
    assert (figure["value"], figure["unit"]) == (96.4, "thousand people")
    assert warnings == ()


def test_a_date_that_labels_the_row_is_its_period() -> None:
    source = read_markdown("It grew.\n\n| Year | Trees |\n|---|---|\n| 2020 | 1,200 |\n")
    raw = draft_base(source, "trees").raw["sections"]["Text"]["topics"]["text"]["facts"]
    (fact,) = raw.values()
    assert (fact["quote"], fact["context"]) == ("2020 1,200", "Year Trees")
    assert fact["figures"][0]["period"]["text"] == "2020"


def test_a_date_in_a_head_is_read_in_the_language_of_the_document() -> None:
    source = read_markdown(
        "Die Stadt zählt ihre Schiffe und Häfen in jedem Jahr neu und berichtet darüber.\n\n"
        "| Hafen | Schiffe am 31. Dezember 2033 |\n|---|---|\n| Nord | 1.234 |\n"
    )
    raw = draft_base(source, "hafen").raw["sections"]["Text"]["topics"]["text"]["facts"]
    (fact,) = raw.values()
    assert fact["figures"][0]["context_period"]["start"] == "2033-12-31"


def test_figures_without_a_head_are_told() -> None:
    _, warnings = drafted("<p>It holds.<table><tr><td>Aster<td>12<tr><td>Brill<td>13</table>")
    assert "table rows whose figures have no heading: 2; say what they are" in warnings


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<table><tr>stray<td>12<td>13</table>", ["stray 12 13"]),
        ("<table><tr><td><sup><td>Nets</sup><td>13</table>", ["Nets 13"]),
        ("<table><tr><td>Nets<title>x</title><td>13</table>", ["Nets 13"]),
        ("<tr><td>Town<td>12", ["Town 12"]),
        ("<table><tr><td colspan=9999999>Town<td colspan=x>12</table>", ["Town 12"]),
    ],
    ids=["text outside cells", "a cell in a superscript", "a title in a row", "no table", "spans"],
)
def test_broken_tables_are_read_all_the_same(page: str, expected: list[str]) -> None:
    assert [" ".join(block.text.split()) for block in read_page(page).blocks] == expected


def test_a_drafted_table_keeps_the_rules(tmp_path: Path) -> None:
    raw = draft_base(read_page(CAPTIONED + HEAD + "<tr><td>Salt, tonnes<td>12<td>9"), "paper").raw
    path = tmp_path / "paper.json"
    path.write_text(checked_text(path, raw), encoding="utf-8")
    broken = {problem.rule for problem in problems(load(path))}
    assert broken <= {"document-known", "drafts-reviewed"}
