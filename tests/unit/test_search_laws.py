"""What holds for every query, whatever it is."""

import string
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wp.errors import UsageError
from wp.model import Base
from wp.search.engine import search
from wp.search.index import build_index
from wp.search.index_layout import Index
from wp.search.query import parse_query
from wp.search.rank import LEAST
from wp.text import fold

_WORDS = st.sampled_from(
    'ships harbours norland 4,500 fees EUR2.5m 2019 ferries how many when "blue lane" act hrbour '
    "tankers million 120 the of since 10% U.N. 海 é".split()
)
QUERIES = st.one_of(
    st.text(max_size=80),
    st.lists(_WORDS, max_size=12).map(" ".join),
    st.text(alphabet=string.ascii_letters + string.digits + " .,-'\"%", max_size=60),
)


@settings(max_examples=300, deadline=None)
@given(query=QUERIES, exact=st.booleans(), limit=st.integers(0, 20))
def test_any_query_gets_sorted_scores_and_sound_spans(
    small_base: Base, query: str, exact: bool, limit: int
) -> None:
    index = _index(small_base)
    facts = tuple(small_base.facts())
    try:
        answer = search(index, facts, query, exact=exact, limit=limit)
    except UsageError:
        assert not any(map(str.isalnum, fold(query).text))  # which makes ° of º
        return
    scores = [hit.score for hit in answer.hits]
    assert len(scores) <= limit
    assert scores == sorted(scores, reverse=True)
    assert all(LEAST <= score <= 100 for score in scores)
    assert len({hit.fact.id for hit in answer.hits}) == len(scores)
    for hit in answer.hits:
        assert hit.matches
        for match in hit.matches:
            assert match.found
            for start, end in match.spans:
                assert 0 <= start < end <= len(hit.fact.quote)
    assert search(index, facts, query, exact=exact, limit=limit) == answer


@settings(max_examples=100, deadline=None)
@given(query=QUERIES)
def test_case_and_surrounding_space_change_no_ranking(small_base: Base, query: str) -> None:
    index = _index(small_base)
    facts = tuple(small_base.facts())
    if not query.isascii() or not any(character.isalnum() for character in query):
        return
    plain = [hit.fact.id for hit in search(index, facts, query).hits]
    assert [hit.fact.id for hit in search(index, facts, f"  {query}\n").hits] == plain


@given(text=st.text(min_size=1, max_size=5000))
def test_words_of_a_query_stand_where_they_say(text: str) -> None:
    try:
        query = parse_query(text)
    except UsageError:
        return
    for word in query.words:
        assert query.text[word.start : word.end]


@pytest.mark.parametrize("query", ["x" * 100_000, "a " * 50_000, "1" * 100_000, "1 " * 50_000])
def test_hostile_queries_end(small_base: Base, query: str) -> None:
    assert search(_index(small_base), tuple(small_base.facts()), query).corrections == ()


@cache
def _index(base: Base) -> Index:
    return build_index([base])
