"""The countries that a text names."""

import pytest

from wp.words.names import capital_of, countries

CASES = [
    ("Indian troops and U.S. ships", {"India", "United States"}, "peoples and letters"),
    ("Viet Nam, Lao and Thai police", {"Vietnam", "Laos", "Thailand"}, "other names"),
    ("New Zealand and the South African law", {"New Zealand", "South Africa"}, "of two words"),
    ("US$5 and 6 US dollars", set(), "a currency is no country"),
    ("the English text, and in French, it says", set(), "nor is a language"),
    ("in French ports", {"France"}, "but this is one"),
    ("turkey and china", set(), "lower-case letters name none"),
]


@pytest.mark.parametrize(("text", "named", "why"), CASES, ids=[case[2] for case in CASES])
def test_countries_of_a_text(text: str, named: set[str], why: str) -> None:
    assert countries(text) == named, why


def test_a_capital_stands_for_its_country() -> None:
    assert capital_of("Beijing") == ("China",)
    assert capital_of("Shanghai") == ()
