"""Texts without a file: verdicts with offsets in the caller's own characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import wp
from wp.library.given import Problem

_TEXTS = {
    "p. 12": "The board sets 40 fees.\r\n  In 2030 the “harbour” took 312 ships.\n",
    "p. 13": "The fees rose by 4 percent in 2031.",
}


@pytest.mark.parametrize(
    ("quotation", "within", "verdict", "name"),
    [
        ("the board sets 40 fees", None, "verbatim", "p. 12"),
        ("the board sets 40 fees", "p. 12", "verbatim", "p. 12"),
        ("the board sets 40 fees", "p. 13", "missing", None),
        ("The board sets 41 fees.", None, "altered", "p. 12"),
        ("The fees … in 2031", None, "elided", "p. 13"),
    ],
)
def test_a_quotation_is_held_to_the_text_it_names(
    quotation: str, within: str | None, verdict: str, name: str | None
) -> None:
    found = wp.source(_TEXTS).verify(quotation, within=within)
    assert (found.verdict, found.section) == (verdict, name)


def test_offsets_count_in_the_text_as_it_was_given() -> None:
    found = wp.source(_TEXTS).verify('the "harbour" took 312 ships')
    assert _TEXTS["p. 12"][found.start : found.end] == "the “harbour” took 312 ships"


@given(st.text(min_size=1).filter(lambda text: any(map(str.isalnum, text))))
def test_any_text_is_its_own_quotation_or_at_least_no_error(text: str) -> None:
    found = wp.source(text).verify(text)
    if found.source is not None:
        assert text[found.start : found.end] == found.source


def test_a_name_that_no_text_has_is_told() -> None:
    with pytest.raises(wp.NotFoundError, match=r"p\. 14"):
        wp.source(_TEXTS).verify("fees", within="p. 14")


@pytest.mark.parametrize(
    ("answer", "problems"),
    [
        ('The report says "the board sets 40 fees".', ()),
        (
            'It notes that "the board sets 41 fees".',
            (Problem("altered", "the board sets 41 fees", "The board sets 40 fees"),),
        ),
        (
            "The fees rose by 5 percent in 2031.",
            (
                Problem(
                    "contradicted",
                    "The fees rose by 5 percent in 2031.",
                    "The fees rose by 4 percent in 2031.",
                ),
            ),
        ),
        ("The fees rose by 4 percent in 2031.", ()),
        ("Nothing is quoted or counted here.", ()),
    ],
)
def test_require_lists_all_that_is_wrong(answer: str, problems: tuple[Problem, ...]) -> None:
    try:
        wp.require(answer, wp.source(_TEXTS))
        found: tuple[Problem, ...] = ()
    except wp.UnfaithfulError as error:
        found = error.problems
    assert found == problems


def test_sentences_are_checked_as_they_arrive() -> None:
    pieces = ["The fees rose by 4 per", "cent in 2031. They ro", "se by 5 percent in 2031."]
    checked = list(wp.source(_TEXTS).check_stream(pieces))
    said = [[claim.claim.sentence for claim in part.claims] for part in checked]
    assert said == [["The fees rose by 4 percent in 2031."], ["They rose by 5 percent in 2031."]]


def test_the_digest_tells_names_and_texts_apart() -> None:
    digests = {
        wp.source(texts).sha256
        for texts in ({"a": "b"}, {"ab": ""}, {"b": "a"}, {"a": "b", "": ""})
    }
    assert len(digests) == 4
