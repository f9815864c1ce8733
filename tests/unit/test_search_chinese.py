"""Chinese queries of English documents."""

import pytest

from wp.search.language import in_english, is_chinese


@pytest.mark.parametrize(
    ("query", "english"),
    [
        ("律师人数", "lawyers number of people"),
        ("国际合作", "international cooperation"),  # the longest word, not "international" alone
        ("加强港口", "strengthen port"),  # a verb
        ("第三次审议", "third review"),  # what only counts is left out
        ("港口有多少船舶", "port how many ships"),
        ("港口船舶有多少?", "how many port ships"),  # what is asked comes first
        ("挪威的港口", "挪威 port"),  # what is not known stays
        ("2016年 ports", "2016 ports"),
        ("四个港口", "four port"),  # a number with the word that counts things
        ("十八届三中全会", "18th third plenary session"),  # the term of a congress
        ("ports", "ports"),
        ("的", ""),
    ],
)
def test_known_words_are_put_into_english(query: str, english: str) -> None:
    assert in_english(query) == english


@pytest.mark.parametrize(("text", "chinese"), [("港口", True), ("Häfen", False), ("", False)])
def test_chinese_is_told_by_its_characters(text: str, chinese: bool) -> None:
    assert is_chinese(text) == chinese
