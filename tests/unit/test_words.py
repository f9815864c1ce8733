"""The countries that a text names, and the list of English words."""

from itertools import pairwise
from pathlib import Path

import pytest

from wp.words import dictionary
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


_LINES = Path(dictionary.__file__).with_name("english_words.txt").read_bytes().splitlines()


def test_the_list_is_in_the_order_in_which_it_is_searched() -> None:
    assert all(one < other for one, other in pairwise(_LINES))


@pytest.mark.parametrize(
    ("word", "held"),
    [
        (_LINES[0].decode(), True),  # at either end there is nothing beside it
        (_LINES[-1].decode().lower(), True),
        ("beijing", True),  # only as a name
        ("rescue", True),
        ("rescu", False),  # the beginning of a word
        ("detension", False),
        ("", False),
        ("rescue\nrescued", False),
        ("\ud800", False),  # what UTF-8 cannot write
    ],
)
def test_a_word_is_held_only_as_a_whole(word: str, held: bool) -> None:
    assert dictionary.is_english(word) == held
