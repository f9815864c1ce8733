"""The words of a supported sentence that the source lacks where it has the figures."""

import pytest

from wp.base import builtin_path
from wp.base.load import load
from wp.statements import stems
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.judge import judge_sentence

BASE = load(builtin_path())
INDEX = ClaimIndex([BASE])


@pytest.mark.parametrize(
    ("sentence", "unmatched", "why"),
    [
        ("Anonymous tip-offs set the investigations of more than 440 senior officials in motion.",
         ("Anonymous tip-offs",), "words side by side are one"),
        ("In March 2013 Xi Jinping and Vladimir Putin jointly presented the idea of a community of "
         "shared future in Moscow.", ("Vladimir Putin",), "a name beside the source's"),
        ("China's troops took part in 24 UN peacekeeping operations.", (),
         "troops are near in meaning to personnel"),
        ("In 16 provinces, autonomous regions and municipalities the inspectors came back for a "
         "second look.", (), "who came back returned, though no letter is the same"),
        ("From early 2014 to mid-October 2017 a total of 3,453 fugitives were brought back.", (),
         "words of order and time tell nothing"),
        ("In 2016 the index of public satisfaction was 91.9 percent.", (),
         "nothing of what is not supported"),
    ],
)  # fmt: skip
def test_words_that_the_source_lacks(sentence: str, unmatched: tuple[str, ...], why: str) -> None:
    claim = judge_sentence(sentence, INDEX)
    assert claim and claim.not_in_source == unmatched, why


def test_no_fact_has_words_that_its_own_source_lacks() -> None:
    for fact in BASE.facts():
        claim = judge_sentence(fact.quote, INDEX)
        if claim and claim.verdict == "supported":
            assert not claim.not_in_source, fact.id


def test_a_word_that_is_named_stands_in_the_sentence_and_not_in_the_passage() -> None:
    sentence = (
        "The 8,000 troops of the peacekeeping standby force built in 2017 are stationed in Rome."
    )
    claim = judge_sentence(sentence, INDEX)
    for word in claim.not_in_source if claim else ():
        assert word in sentence
        assert not stems(word) <= stems(claim.source or "")  # type: ignore[union-attr]
