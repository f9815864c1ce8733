"""What the best fact holds and lacks of a query, and whether it is an answer by that."""

from pathlib import Path

import pytest

from wp.base.load import load
from wp.search.engine import search
from wp.search.evidence import SURE, Evidence, Lacks, is_answer
from wp.search.index import build_index
from wp.search.query import parse_query

_NOTHING = Lacks(False, False, False, False, 0, False, 0)
_SURE = Evidence(SURE, SURE, "", 0.0, 0.0, 0, 0, _NOTHING)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("fee for recreational fishermen", ("recreational", "fishermen")),
        ("pay of inspectors in the north", ("inspectors",)),  # up to the next preposition
        ("visits to the museum", ("museum",)),
        ("recreational fishermen", ()),
        ("who pays for inspectors", ()),  # a question asks by its first word
    ],
)
def test_the_object_of_a_query(query: str, words: tuple[str, ...]) -> None:
    assert parse_query(query).object == words


@pytest.mark.parametrize(
    ("lacks", "curated", "draft"),
    [
        (_NOTHING, True, True),
        (_NOTHING._replace(superlative=True), False, True),
        (_NOTHING._replace(numbers=1), True, False),  # a curator's score counts it already
        (_NOTHING._replace(object=True), True, False),
        (_NOTHING._replace(first=True), True, False),
        (_NOTHING._replace(asked=True), False, False),
        (_NOTHING._replace(name=True), False, False),
        (_NOTHING._replace(unknown=1), True, True),
    ],
)
def test_what_is_lacking_counts_against_an_answer(lacks: Lacks, curated: bool, draft: bool) -> None:
    seen = _SURE._replace(lacks=lacks)
    assert is_answer(seen, curated=True) is curated
    assert is_answer(seen, curated=False) is draft


@pytest.mark.parametrize(
    ("query", "superlative"),
    [
        ("the last strike", True),
        ("how long did the last strike go on", False),  # it is left out of what asks for a length
        ("how long did the strike last", False),  # here it is a verb
    ],
)
def test_a_superlative_that_is_asked_for(query: str, superlative: bool) -> None:
    assert parse_query(query).superlative is superlative


def test_the_first_of_its_kind_is_not_any(small_path: Path) -> None:
    base = load(small_path)
    index, facts = build_index([base]), list(base.facts())
    assert search(index, facts, "old wardens watch the nets").hits
    assert not search(index, facts, "oldest wardens watch the nets").hits


def test_every_word_as_typed_is_enough_unless_it_is_asked(small_path: Path) -> None:
    base = load(small_path)
    index, facts = build_index([base]), list(base.facts())
    assert search(index, facts, "rebuilding").hits  # the topic's name alone
    assert not search(index, facts, "who does the rebuilding?").hits
