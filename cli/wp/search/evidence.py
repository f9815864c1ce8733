"""What speaks for and against the best fact of a ranking: does it answer, or only come near?

The weights were fitted to the sets of judged queries (docs/benchmarks.md), each sixth of them left
out in turn: those of a curated base and those of a draft are two sums.
"""

from collections.abc import Sequence

from wp.model import Fact
from wp.search.index_layout import Index
from wp.search.query import SUPERLATIVES, Query
from wp.search.rank import Scored, weights
from wp.search.scoring import LEAST_UNCURATED
from wp.search.term import KIN_QUALITY, QueryTerm
from wp.words.tokens import tokens

SURE, SURE_UNCURATED = 72.0, 68.0
"""From this confidence on, in points of a score, the best fact answers a query."""


def is_answer(
    index: Index,
    ranked: Sequence[Scored],
    fact: Fact,
    query: Query,
    terms: Sequence[QueryTerm],
    asked_for: Sequence[QueryTerm],
    *,
    curated: bool,
) -> bool:
    """Return whether `fact`, the best of what was ranked, answers.

    `terms` are those it was ranked by, `asked_for` the same as the query has them.
    """
    row, best = ranked[0]
    told = list(zip(weights(index, terms), terms, asked_for, strict=True))
    lost = [term for term in terms if row not in term.rows]
    # A term whose spelling was corrected counts less in the score than it tells.
    corrected = sum(term.corrected for term in terms if row in term.rows)
    # A word that no fact has is mostly another for one that it has; a name is not.
    unknown = sum(not (term.hits or term.values or term.is_name) for term in lost)
    lacks_name = any(term.hits and term.is_name for term in lost)
    # What is asked of the rest ("the *cost* of an operation") is not given by a synonym either.
    lacks_asked = any(
        term.rows.get(row, 0.0) <= KIN_QUALITY
        for term in terms
        if term.text.lower() == query.aspect
    )
    if curated:
        # Two rare words tell more than one.
        held = sum(weight for weight, term, _ in told if row in term.rows)
        sure = (
            best
            + 13 * min(held, 2.0)
            + 12 * corrected
            + 8 * unknown
            # It asks for one thing, which a near miss lacks.
            - 22 * (query.asked.kind not in ("", "size", "length", "time"))
            - 18 * lacks_asked
            - 25 * lacks_name
            - 50 * (query.superlative and not _has_superlative(fact))
        )
        return sure >= SURE
    # Readers' words are seldom the document's: what only comes near by a dictionary tells more than
    # it counts in the score, though one such word is chance.
    near = [
        weight * term.rows[row]
        for weight, term, own in told
        if row in term.rows and row not in own.rows
    ]
    second = ranked[1][1] if len(ranked) > 1 else LEAST_UNCURATED
    numbers = [term for term in terms if term.kind in ("number", "date")]
    sure = (
        best
        # What stands out is seldom there by chance.
        + 0.7 * (best - second)
        + 80 * sum(near)
        - 18 * len(near)
        + 100 * corrected
        + 16 * unknown
        - 112 * lacks_name
        - 60 * lacks_asked
        - 18 * (row not in terms[0].rows)
        # "Fee for *recreational fishermen*" is no other's fee.
        - 22 * any(term.text.lower() in query.object for term in lost)
        - 34 * sum(not term.tells(row) for term in numbers)
    )
    return sure >= SURE_UNCURATED


def _has_superlative(fact: Fact) -> bool:
    printed = " ".join((fact.quote, fact.statement, *fact.aliases))
    return not SUPERLATIVES.isdisjoint(token.text for token in tokens(printed))
