"""General synonyms: asked only where nothing else answers, and never by themselves a near-miss."""

from pathlib import Path
from typing import Any

import pytest

from wp.base.load import load
from wp.search.engine import search
from wp.search.index import build_index
from wp.search.thesaurus import groups, kin_of_base


@pytest.fixture(scope="module")
def found(small_path: Path) -> Any:
    base = load(small_path)
    index = build_index([base])
    facts = list(base.facts())

    def run(query: str, **options: Any) -> list[tuple[str, set[str]]]:
        hits = search(index, facts, query, **options).hits
        return [(hit.fact.id, {match.kind for match in hit.matches}) for hit in hits]

    return run


def test_the_thesaurus_is_well_formed() -> None:
    for group in groups():
        assert len(group) >= 2
        assert all(member and len(member.split()) <= 3 for member in group), group


def test_kin_lead_to_words_and_phrases_of_the_base_only() -> None:
    kin = kin_of_base({"treati", "troop"}, [" unit nation | treati "])
    assert "treati" in kin["pact"]
    assert all(
        meant in {"treati", "troop"} or meant == "unit nation"
        for others in kin.values()
        for meant in others
    )


def test_a_synonym_answers_where_no_word_does(found: Any) -> None:
    assert all("synonym" not in kinds for _, kinds in found("dredging"))
    (first, kinds), *_ = found("annual deepening")
    assert first == "I.harbour-act.dredging"
    assert kinds


def test_exact_asks_no_synonyms(found: Any) -> None:
    assert all("synonym" not in kinds for _, kinds in found("annual charges", exact=True))


@pytest.mark.parametrize("query", ["length of the harbours", "annual taxation of lighthouses"])
def test_a_synonym_of_one_word_makes_no_answer(found: Any, query: str) -> None:
    assert all("synonym" not in kinds for _, kinds in found(query))
