"""Facts are looked for among those that may reach a mark: none that does is ever left out."""

from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from wp.search.store.reach import Reach

ROWS = 40
SOME = st.sets(st.integers(0, ROWS - 1)).map(BitMap)
TERMS = st.lists(st.lists(st.tuples(st.floats(0, 1), SOME), max_size=3), max_size=6)


@given(TERMS, st.floats(0, 3), SOME)
def test_every_fact_whose_terms_add_up_is_found(
    terms: list[list[tuple[float, BitMap]]], share: float, within: BitMap
) -> None:
    found = Reach(terms, within).rows(share)
    for row in range(ROWS):
        sums = sum(max((s for s, rows in term if row in rows), default=0) for term in terms)
        if row in within and sums >= share:
            assert row in found, row
    assert found <= within


@given(TERMS, st.floats(0, 3), st.floats(0, 3))
def test_a_lower_mark_finds_no_less(
    terms: list[list[tuple[float, BitMap]]], one: float, other: float
) -> None:
    reach = Reach(terms, BitMap(range(ROWS)))
    assert reach.rows(max(one, other)) <= reach.rows(min(one, other))


def test_marks_are_not_so_low_that_everything_is_found() -> None:
    # Three terms of a third each: rows 0 to 2 hold so many of them.
    terms = [[(1 / 3, BitMap([0, 1, 2]))], [(1 / 3, BitMap([1, 2]))], [(1 / 3, BitMap([2]))]]
    reach = Reach(terms, BitMap(range(4)))
    found = [set(reach.rows(share)) for share in (0.3, 0.6, 0.9)]
    assert found == [{0, 1, 2}, {1, 2}, {2}]
