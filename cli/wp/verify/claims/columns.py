"""The cells of a table's column: rows that a sentence names, and the one that holds them all."""

from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from wp.statements.agreement import compare_all
from wp.statements.terms import stems
from wp.verify.claims.claim_index import ClaimIndex, Countable
from wp.verify.claims.reported import Report


class _Row(NamedTuple):
    label: str
    head: str
    words: frozenset[str]


@lru_cache(maxsize=1 << 14)  # asked for each cell of a table by each figure of a draft
def _row_of(quote: str, measures: str) -> _Row:
    pairs = zip(quote, measures, strict=False)
    shared = takewhile(lambda pair: pair[0] == pair[1], pairs)
    label = "".join(one for one, _ in shared).strip(" ,")
    return _Row(label, measures[len(label) :].lstrip(" ,"), stems(label))


def label_of(cell: Countable) -> frozenset[str]:
    """Return the words of the label of a cell's row: what its words and its row begin with."""
    return _row_of(cell.known.fact.quote, cell.figure.measures).words


def head_of(cell: Countable) -> str:
    """Return the head of a cell's column."""
    return _row_of(cell.known.fact.quote, cell.figure.measures).head


def are_rows(one: Countable, two: Countable) -> bool:
    """Return whether two cells stand in one column: neither is a part of the other."""
    return (
        one.is_cell and two.is_cell and one.known is not two.known and head_of(one) == head_of(two)
    )


def rows_beside(cell: Countable, index: ClaimIndex) -> list[Countable]:
    """Return the other cells of a cell's column."""
    if not cell.is_cell or not head_of(cell):
        return []
    return [
        one
        for one in index.columns[cell.topic, cell.figure.unit]
        if one.known is not cell.known and head_of(one) == head_of(cell)
    ]


def is_total(cell: Countable, index: ClaimIndex) -> bool:
    """Return whether a cell holds its column: its row has no name but the document's."""
    if not cell.is_cell or not label_of(cell) <= index.naming:
        return False
    return all(one.figure.value < cell.figure.value for one in rows_beside(cell, index))


def column(cell: Countable, report: Report, index: ClaimIndex) -> list[Countable]:
    """Return the other cells of a cell's column whose row a sentence names by label or time."""
    return [one for one in rows_beside(cell, index) if _is_named(one, report)]


def _is_named(cell: Countable, report: Report) -> bool:
    label = label_of(cell)
    if label:
        return label <= report.words
    return any(compare_all(date.period, cell.own_periods) == "agrees" for date in report.dates)
