"""Folding leads back to the original; sentences and words are cut where a reader would."""

import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.text import SPACES, find_printed, find_squeezed, fold, sentences, words

_TEXT = st.text(
    alphabet=st.sampled_from("ab é\u0301’‘“”\"'—–‑- \n\t\u00a0\u00ad\u200b.,1"), max_size=60
)


@pytest.mark.parametrize(
    ("printed", "folded", "why"),
    [
        ('“a” ‘b’ "c" «d»', "'a' 'b' 'c' 'd'", "every quotation mark is one mark"),
        (
            "law–based law—based law‑based",
            "law-based law-based law-based",
            "every dash is a hyphen",
        ),
        ("a\u00a0b\n  c\t", "a b c", "white space is one space, none at the ends"),
        ("co\u00adoperation zero\u200bwidth", "cooperation zerowidth", "invisible marks go"),
        ("cafe\u0301", "café", "accents are composed"),
        ("a\n\u0301", "a \u0301", "an accent is not put onto a line break"),
        ("cafe\u200b\u0301", "café", "an invisible mark parts no accent from its letter"),
        ("Not CHANGED", "Not CHANGED", "letters keep their case"),
    ],
)
def test_folding(printed: str, folded: str, why: str) -> None:
    assert fold(printed).text == folded


@given(_TEXT)
def test_every_folded_span_leads_back_to_text_that_folds_to_it(text: str) -> None:
    folded = fold(text)
    for start in range(len(folded.text)):
        if folded.text[start] == " ":
            continue
        first, last = folded.original(start, start + 1)
        assert 0 <= first < last <= len(text)
        assert (
            folded.text[start] in fold(text[first:last] + "\u0301").text + fold(text[first:]).text
        )


def test_every_space_that_python_knows_is_folded() -> None:
    spaces = "".join(one for one in map(chr, range(sys.maxunicode)) if one.isspace())
    assert sorted(f" {SPACES}") == sorted(spaces)
    for space in spaces:
        # alone, where offsets stay; in a run, where they do not
        assert tuple(fold(f"a{space}b").offsets) == (0, 1, 2, 3)
        assert fold(f"a{space}b").text == "a b"
        assert fold(f"a{space}{space}b") == ("a b", (0, 1, 3, 4))


@given(_TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(_TEXT, _TEXT)
def test_a_stretch_is_found_whatever_its_white_space(before: str, needle: str) -> None:
    text = f"{before} {needle}"
    found = find_squeezed(needle, text)
    if needle.split():
        assert found is not None
        assert text[slice(*found)].split() == needle.split()
    else:
        assert found is None


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("One. Two.", ["One.", "Two."], "a full stop ends a sentence"),
        ('He said "no." Then he left.', ['He said "no."', "Then he left."], "the stop inside"),
        ("The U.S. agreed. Dr. Lee did not.", ["The U.S. agreed.", "Dr. Lee did not."], "no ends"),
        ("It grew 9.5 percent. Then it fell.", ["It grew 9.5 percent.", "Then it fell."], "points"),
        (
            "The note [ A form. Of words (two).] stays. End.",
            ["The note [ A form. Of words (two).] stays.", "End."],
            "a bracketed note with sentences of its own is no end",
        ),
        ("First line\n\nSecond line", ["First line", "Second line"], "a blank line parts"),
        ("One line\nruns on. Next.", ["One line\nruns on.", "Next."], "a line break does not"),
        (
            "It grew.[1] It fell.⁵ So on.",
            ["It grew.[1]", "It fell.⁵", "So on."],
            "a note mark belongs to the sentence before it",
        ),
        (
            "Rs. 20 lakh and approx. 12 tons.",
            ["Rs. 20 lakh and approx. 12 tons."],
            "an abbreviation before a number",
        ),
        ("It ran at 98 km/h. It hit.", ["It ran at 98 km/h.", "It hit."], "a unit is no initial"),
        ("After 205 m. J. Lee ran.", ["After 205 m.", "J. Lee ran."], "nor one with a space"),
        ("Really? Yes! Good.", ["Really?", "Yes!", "Good."], "question and exclamation marks"),
        (
            "Seen on Mar. 04, 2033. Mr Mar. Then.",
            ["Seen on Mar. 04, 2033.", "Mr Mar.", "Then."],
            "the month before its day, no other word",
        ),
        ("", [], "nothing"),
    ],
)
def test_sentences(text: str, expected: list[str], why: str) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


@given(st.text(max_size=200))
def test_sentences_are_in_order_and_lose_only_white_space(text: str) -> None:
    spans = sentences(text)
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_words_keep_numbers_and_apostrophes_whole() -> None:
    found = [word.text for word in words("China's 1,178 law-based rules, 92.9 percent (UN).")]
    assert found == ["China's", "1,178", "law", "based", "rules", "92.9", "percent", "UN"]


@pytest.mark.parametrize(
    ("printed", "text", "at", "why"),
    [
        ("12", "120 ships, 12 boats", 11, "no part of a longer number"),
        ("12", "1,012 and 12.5 and 12", 19, "nor of one with marks inside"),
        ("12", "up to 12.", 6, "a full stop is no part of a number"),
        ("ten", "often ten", 6, "no part of a word"),
        ("12", "1200", -1, "nowhere"),
    ],
)
def test_what_is_printed_is_found_whole(printed: str, text: str, at: int, why: str) -> None:
    assert find_printed(printed, text) == at, why


@pytest.mark.parametrize(
    ("text", "count", "why"),
    [
        ("Am 4. Mai 2020 beschloss der Rat. Die Flotte zählt.", 2, "a German day"),
        ("Rs. 20 lakh were paid. Rs. 5 were not.", 2, "rupees"),
        ("Es sind 2,4 Mrd. Euro. Das ist viel.", 2, "a German scale"),
        ("它有40人。那是真的！对吗？", 3, "Chinese marks"),
    ],
)
def test_abbreviations_of_other_languages_end_no_sentence(text: str, count: int, why: str) -> None:
    assert len(sentences(text)) == count, why


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("14. I propose a pier. It is old.", ["14. I propose a pier.", "It is old."]),
        ("Piers\n14.   I propose a pier.", ["Piers\n14.   I propose a pier."]),
        ("It was in 14. Then it fell.", ["It was in 14.", "Then it fell."]),
        ("It fell in 1949. Then", ["It fell in 1949.", "Then"]),
    ],
)
def test_the_number_of_an_item_stays_with_its_sentence(text: str, cut: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == cut
