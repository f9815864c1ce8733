"""What the best fact holds and lacks of a query, and whether it is an answer by that."""

from pathlib import Path

import pytest

from wp.base.load import load
from wp.model import Fact, Figure
from wp.search.engine import search
from wp.search.evidence import is_answer
from wp.search.index import build_index
from wp.search.index_layout import Index
from wp.search.query import parse_query
from wp.search.term import QueryTerm


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
    ("query", "has", "others", "curated", "draft", "why"),
    [
        ("fees of wardens", "fees wardens", "", True, True, "nothing is lacking"),
        ("fees of wardens", "wardens", "fees", False, False, "the fees are what is asked"),
        ("wardens fees", "wardens", "fees", True, True, "one word"),
        ("wardens fees", "fees", "wardens", True, False, "the first, of more weight in a draft"),
        ("fees for wardens", "fees", "wardens", True, False, "it is for others"),
        ("fees in Norway", "fees", "norway", False, False, "a name that others have"),
        ("fees skerries", "fees", "", True, True, "a word that no fact has"),
        ("how many wardens", "wardens", "", False, True, "a question asks for one thing"),
        ("third fees", "fees", "third", True, False, "the third are not the second"),
    ],
)
def test_what_is_lacking_counts_against_an_answer(
    query: str, has: str, others: str, curated: bool, draft: bool, why: str
) -> None:
    asked = parse_query(query)
    rows = {word: {0: 1.0} for word in has.split()} | {word: {7: 1.0} for word in others.split()}
    terms = [
        QueryTerm(
            word.text,
            (),
            rows.get(word.text, {}),
            "number" if word.text == "third" else "word",
        )
        for word in asked.words
    ]
    fact = Fact("I.a.b", "d", "I", "a", "", has, 1, 0, 0, "")
    index, ranked = Index({"rows": 100}), [(0, 66.0), (1, 60.0)]
    found = [
        is_answer(index, ranked, fact, asked, terms, terms, curated=of_curator)
        for of_curator in (True, False)
    ]
    assert found == [curated, draft], why


@pytest.mark.parametrize(
    ("query", "score", "strengths", "answers", "why"),
    [
        ("warden fees", 55, (1.0, 1.0), True, "both as typed"),
        ("warden fees", 55, (1.0, 0.57), False, "one of two only by a synonym"),
        ("warden fees paid", 50, (1.0, 1.0, 0.57), True, "one of three"),
        (
            "warden fees paid",
            50,
            (1.0, 1.0, 0.36),
            False,
            "a synonym of a word in the topic's name",
        ),
        ("warden fees paid", 50, (0.57, 0.57, 0.57), False, "none as typed"),
        ("when were fees published", 65, (1.0, 0.0), False, "it is dated, but published by nobody"),
        ("fees were published", 65, (1.0, 0.0), True, "where nothing so exact is asked"),
        ("how many wardens had fees", 69, (1.0, 1.0), True, "a count, and every word as typed"),
        ("who of the wardens had fees", 69, (1.0, 1.0), False, "all words, and yet no person"),
        ("warden fees third", 50, (1.0, 1.0, 0.7), False, "a number within a longer span"),
        ("fees of Old Warden", 50, (1.0, 1.0, 1.0), True, "a name that it has"),
        ("report on fees fishermen", 60, (1.0, 0.0, 1.0), False, "what a report is on tells which"),
        (
            "report on fees awaiting fishermen",
            53,
            (1.0, 1.0, 0.0, 1.0),
            True,
            "what joins two words is nothing that it is on",
        ),
        ("list for fees fishermen", 60, (1.0, 0.0, 1.0), True, "a list may be for more"),
        ("fees of Old Warden", 50, (1.0, 1.0, 0.57), False, "a part of the name only comes near"),
    ],
)
def test_what_is_held_by_half_counts_against_an_answer(
    query: str, score: float, strengths: tuple[float, ...], answers: bool, why: str
) -> None:
    asked = parse_query(query)
    terms = [
        QueryTerm(
            word.text,
            (),
            {0: strength} if strength else {7: 1.0},
            "number" if word.text == "third" else "word",
        )
        for word, strength in zip(asked.words, strengths, strict=True)
    ]
    fact = Fact("I.a.b", "d", "I", "a", "", "", 1, 0, 0, "")
    index, ranked = Index({"rows": 100}), [(0, score)]
    assert is_answer(index, ranked, fact, asked, terms, terms, curated=True) is answers, why


@pytest.mark.parametrize(
    ("query", "others", "score", "answers", "why"),
    [
        ("how many Norland wardens", 70, 86, True, "its own country stands in most facts"),
        ("how many Norland wardens", 5, 86, False, "a country of few"),
        ("pact banning whales", 5, 46, True, "a text mostly says what joins two words by another"),
        ("pact ban whales", 5, 46, False, "no such form"),
        (
            "fees skerries",
            0,
            56,
            True,
            "a word that no fact has may be another for one that it has",
        ),
        ("fees 港口", 0, 56, False, "a pair of ideographs is no word"),
    ],
)
def test_a_lost_word_that_tells_little_counts_less(
    query: str, others: int, score: float, answers: bool, why: str
) -> None:
    asked = parse_query(query)
    lost = dict.fromkeys(range(1, others + 1), 1.0)
    lacking = "norland banning ban skerries 港口".split()
    terms = [
        QueryTerm(word.text, (), lost if word.text in lacking else {0: 1.0}) for word in asked.words
    ]
    fact = Fact("I.a.b", "d", "I", "a", "", "", 1, 0, 0, "")
    found = is_answer(Index({"rows": 100}), [(0, score)], fact, asked, terms, terms, curated=True)
    assert found is answers, why


@pytest.mark.parametrize(
    ("query", "contrary"),
    [
        ("lights that were not rebuilt", True),
        ("which lights has Norland not yet rebuilt", True),
        ("wardens before 2013", True),
        ("wardens after June 2013", True),
        ("who spoke before Ada Holm", True),
        ("wardens must not sleep", False),  # a rule, which may be printed in other words
        ("wardens before the war", False),  # no year that a fact may print
    ],
)
def test_a_query_for_what_is_not_so(query: str, contrary: bool) -> None:
    assert parse_query(query).contrary is contrary


def test_how_many_are_not_so_can_be_told_from_how_many_are() -> None:
    asked = parse_query("how many wardens were not paid")
    terms = [QueryTerm(word.text, (), {0: 1.0}) for word in asked.words]
    paid = Figure("30", 30, "people", "wardens who were paid")
    index = Index({"rows": 100})
    answers = [
        is_answer(
            index,
            [(0, 90.0)],
            Fact("I.a.b", "d", "I", "a", "", "", 1, 0, 0, "", figures=(figure,)),
            asked,
            terms,
            terms,
            curated=True,
        )
        for figure in (paid, paid._replace(part_of="40"))
    ]
    assert answers == [False, True]


def test_what_is_so_is_no_answer_to_what_is_not(small_path: Path) -> None:
    base = load(small_path)
    index, facts = build_index([base]), list(base.facts())
    assert search(index, facts, "wardens who watch the nets").hits
    assert not search(index, facts, "wardens who do not watch the nets").hits


@pytest.mark.parametrize(
    ("query", "heads"),
    [
        ("extradition treaties with Asian states", ("extradition", "treaties")),
        ("nets and wardens", ("nets",)),
        ("Belt and Road debt", ("road", "debt")),  # "and" stands within a name
        ("who guards the nets", ()),
    ],
)
def test_what_a_query_is_about(query: str, heads: tuple[str, ...]) -> None:
    assert parse_query(query).heads == heads


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
