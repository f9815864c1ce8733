"""A quote as it is drawn: its figures stand out where they are printed."""

import pytest

from wp.model import Base, Document, Fact, Figure, Section, Topic
from wp.search.engine import search
from wp.search.index import build_index
from wp.show import terminal
from wp.show.fact_table import quotation, with_new_contexts

QUOTE = "Of 120 harbours, 1,012 quays and 12 locks were mended."
FACT = Fact("I.a.b", "d", "I", "a", "Mended", QUOTE, 1, 0, len(QUOTE), "",
            figures=(Figure("12", 12, "locks", "Locks mended"),))  # fmt: skip


def test_a_figure_is_not_marked_inside_a_longer_number() -> None:
    drawn = quotation(FACT)
    (span,) = [span for span in drawn.spans if span.style == terminal.FIGURE]
    assert drawn.plain[span.start - 1 : span.end + 6] == " 12 locks"


@pytest.mark.parametrize("query", ["12", "twelve"])
def test_a_number_that_was_asked_for_is_shown_where_it_is_printed(query: str) -> None:
    topic = Topic("a", "I", "Works", (), (FACT,))
    document = Document("d", "Report", "Port", "2012", "en")
    base = Base(document, (Section("I", "One", "", False, (QUOTE,), (topic,)),))
    (hit,) = search(build_index([base]), (FACT,), query).hits
    (match,) = hit.matches
    assert [QUOTE[start - 1 : end] for start, end in match.spans] == [" 12"]


LEAD = "The Harbour Act provides for the dredging of the main channel."
CONTEXTS = [
    ("the same as of the row above", [(LEAD, "It pays"), (LEAD, "and mends")], [LEAD, ""]),
    (
        "what grew by the quotation above",
        [(LEAD, "It pays for the quays"), (f"{LEAD} It pays for the quays", "and mends locks")],
        [LEAD, ""],
    ),
    (
        "what was added after it stays",
        [("", LEAD), (f"{LEAD} It also names a board", "which mends locks")],
        ["", "It also names a board"],
    ),
    ("a short beginning in common proves nothing", [("The Act", "pays"), ("The Board", "mends")],
     ["The Act", "The Board"]),
    ("not the row above", [(LEAD, "It pays"), ("", "Ships land"), (LEAD, "and mends")],
     [LEAD, "", LEAD]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "told"), [case[1:] for case in CONTEXTS], ids=[case[0] for case in CONTEXTS]
)
def test_a_context_is_told_where_it_was_not_just_read(
    rows: list[tuple[str, str]], told: list[str]
) -> None:
    facts = [FACT._replace(context=context, quote=quote) for context, quote in rows]
    assert [context for _, context in with_new_contexts(facts)] == told


@pytest.mark.parametrize(
    ("statement", "summary"),
    [
        ("Ships came in 2010", "Ships came in 2010"),
        ("Ships of all kinds came to the port", ""),
        ("ships of all kinds came", ""),
        ("The document states: Ships of all kinds came to the port", ""),
        ("Ships came to the port", "Ships came to the port"),
        ("", ""),
    ],
)
def test_a_summary_in_the_words_of_the_quote_is_not_told_twice(
    statement: str, summary: str
) -> None:
    quote = "Ships of all kinds came to the port."
    assert FACT._replace(quote=quote, statement=statement).summary == summary
