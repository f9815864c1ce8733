"""A quote as it is drawn: its figures stand out where they are printed."""

import pytest

from wp.model import Base, Document, Fact, Figure, Section, Topic
from wp.search.engine import search
from wp.search.index import build_index
from wp.show import terminal
from wp.show.fact_table import quotation

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
