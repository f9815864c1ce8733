"""Facts are looked for among those that may reach a mark: none that does is ever left out."""

from hypothesis import given
from hypothesis import strategies as st

from wp.search.store.reach import Reach

ROWS = 40
TERMS = st.lists(
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, (1 << ROWS) - 1)), max_size=3), max_size=6
)


@given(TERMS, st.floats(0, 3), st.integers(0, (1 << ROWS) - 1))
def test_every_fact_whose_terms_add_up_is_found(
    terms: list[list[tuple[float, int]]], share: float, within: int
) -> None:
    found = Reach(terms, within).rows(share)
    for row in range(ROWS):
        sums = sum(max((s for s, bits in term if bits >> row & 1), default=0) for term in terms)
        if within >> row & 1 and sums >= share:
            assert found >> row & 1, row
    assert not found & ~within


@given(TERMS, st.floats(0, 3), st.floats(0, 3))
def test_a_lower_mark_finds_no_less(
    terms: list[list[tuple[float, int]]], one: float, other: float
) -> None:
    reach = Reach(terms, (1 << ROWS) - 1)
    most, least = reach.rows(max(one, other)), reach.rows(min(one, other))
    assert most & ~least == 0


def test_marks_are_not_so_low_that_everything_is_found() -> None:
    # Three terms of a third each: rows 0 to 2 hold so many of them.
    terms = [[(1 / 3, 0b111)], [(1 / 3, 0b110)], [(1 / 3, 0b100)]]
    reach = Reach(terms, 0b1111)
    assert [reach.rows(share) for share in (0.3, 0.6, 0.9)] == [0b111, 0b110, 0b100]
