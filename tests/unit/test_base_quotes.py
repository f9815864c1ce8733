"""Quotes in a section's text: many are found at the places where looking one by one finds them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import wp.base.load
from wp.base.load import QuotableText
from wp.text import find_whole

TEXTS = st.text(alphabet="ab1 ,.-\n\t\u00a0\u2028é_", max_size=60)
SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20))


@pytest.fixture(params=[10**9, 0], ids=["searched", "noted"])
def patience(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Never note where words stand, and note it at once."""
    monkeypatch.setattr(wp.base.load, "_SCANS_BEFORE_INDEX", request.param)


@pytest.mark.usefixtures("patience")
def test_many_quotes_stand_where_each_stands() -> None:
    @given(TEXTS, st.lists(st.one_of(SPANS, TEXTS), min_size=1, max_size=8))
    def holds(text: str, wanted: list[tuple[int, int] | str]) -> None:
        section = QuotableText(text)
        for one in wanted:
            quote = one if isinstance(one, str) else text[one[0] : one[0] + one[1]]
            span = find_whole(quote, text)
            place = None if span is None else (*span, text.count("\n", 0, span[0]) + 1)
            assert section.find(quote.split()) == place

    holds()


@pytest.mark.usefixtures("patience")
@pytest.mark.parametrize(
    ("quote", "place", "why"),
    [
        ("harbour has 20 ships", (35, 56, 2), "the first stands in a longer number"),
        ("has 20 ships", (44, 56, 2), "double spaces"),
        ("ships. The harbour", (25, 42, 1), "over two paragraphs"),
        ("The", (0, 3, 1), "shorter than what is noted"),
        ("harbours", None, "a part of no word"),
        ("arbour has", None, "cuts a word"),
    ],
)
def test_a_quote_among_repeated_words(
    quote: str, place: tuple[int, int, int] | None, why: str
) -> None:
    section = QuotableText("The harbour has 20 ships1 ships.\nThe harbour  has 20 ships.")
    section.find(["has"])
    found = section.find(quote.split())
    assert (found and found[2]) == (place and place[2]), why
    assert section.find(quote.split()) == found
