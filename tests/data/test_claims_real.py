"""Claims against the built-in base: its own words, and sentences made by hand on its siblings."""

import json
from pathlib import Path

import pytest

from wp.base import builtin_path
from wp.base.load import load
from wp.model import Fact
from wp.text import sentences
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.judge import judge_sentence

CASES = Path(__file__).parents[2] / "benchmarks" / "data" / "sibling-claims.jsonl"
BASE = load(builtin_path())
INDEX = ClaimIndex([BASE])


def verdict(sentence: str) -> str:
    claim = judge_sentence(sentence, INDEX)
    return claim.verdict if claim else ""


def test_nothing_that_the_base_says_is_contradicted_by_it() -> None:
    said = [text for fact in BASE.facts() for text in (fact.statement, fact.quote)]
    for section in BASE.sections:
        for paragraph in section.paragraphs:
            said += [paragraph[start:end] for start, end in sentences(paragraph)]
    assert not [text for text in said if verdict(text) == "contradicted"]


# Their quotes print a date that dates something else: documents, a title, a founding.
_DATES_OF_OTHER_THINGS = {
    "V.intra-party-regulations.review",
    "VI.international-anti-corruption.g20-documents",
    "Conclusion.two-centenary-goals.goal-moderate-prosperity",
    "Conclusion.two-centenary-goals.goal-modern-country",
}


@pytest.mark.parametrize("fact", list(BASE.facts()), ids=lambda fact: fact.id)
def test_a_fact_supports_its_own_quote(fact: Fact) -> None:
    unsure = {"unsupported"} if fact.id in _DATES_OF_OTHER_THINGS else set()
    assert verdict(fact.quote) in {"", "supported"} | unsure


def test_siblings_are_told_apart_and_few_are_convicted_wrongly() -> None:
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    found = [(case["verdict"], verdict(case["sentence"])) for case in cases]
    assert len(cases) >= 30
    assert sum(wanted == got for wanted, got in found) >= 28
    assert sum(got == "contradicted" != wanted for wanted, got in found) <= 1


def test_words_weigh_the_same_in_any_order() -> None:
    for known in INDEX.facts:
        words = sorted(known.words)
        for some in (words, words[::-1], words[1::2] + words[::2]):
            assert INDEX.total(some) == INDEX.total(words)
