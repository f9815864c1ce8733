"""The list of English words: what it holds is found, what it does not hold is not."""

from itertools import pairwise
from pathlib import Path

import pytest

from wp.words import dictionary

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
