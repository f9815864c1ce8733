"""What speaks for and against the best fact of a ranking: does it answer, or only come near?"""

from collections.abc import Sequence
from itertools import compress

from wp.model import Fact
from wp.record import NamedTuple
from wp.search.index_layout import Index
from wp.search.query import SUPERLATIVES, Query
from wp.search.questions import QuestionKind
from wp.search.rank import weights
from wp.search.scoring import LEAST_UNCURATED
from wp.search.term import KIN_QUALITY, QueryTerm
from wp.words.tokens import tokens

SURE, SURE_UNCURATED = 72.0, 68.0
"""From this confidence on the best fact answers a query; that of a draft is another sum."""


class Lacks(NamedTuple):
    """What a fact lacks of a query: what near misses lack more often than answers."""

    asked: bool
    """What is asked of the rest ("the *cost* of an operation"), or it is there as a synonym."""
    name: bool
    """A name that other facts have."""
    first: bool
    """The first term."""
    object: bool
    """A term of what stands behind the first preposition ("fee for *recreational fishermen*")."""
    numbers: int
    """How many numbers and dates."""
    superlative: bool
    """Any superlative where the query has one ("the *first* operation")."""
    unknown: int
    """How many words that no fact has, names aside."""


class Evidence(NamedTuple):
    """What is known of the best fact: its score and that of the next, and what it holds and lacks.

    `held` is the weight of the terms that it holds, `near` that of those which it holds by other
    words only, of which there are `nearly`; `corrected` terms had their spelling mended.
    """

    best: float
    second: float
    kind: QuestionKind
    held: float
    near: float
    nearly: int
    corrected: int
    lacks: Lacks


def is_answer(evidence: Evidence, *, curated: bool) -> bool:
    """Return whether the best fact answers, by what speaks for it and against it."""
    if curated:
        return _of_curated(evidence) >= SURE
    return _of_draft(evidence) >= SURE_UNCURATED


def _of_curated(seen: Evidence) -> float:
    """Return how sure the best fact is an answer, in points of its score.

    Two rare words tell more than one. A question of a kind asks for one thing, which a near miss
    lacks; a length, a size or a date it seldom has by chance. A term whose spelling was corrected
    counts less in the score than it tells. Fitted to the sets of judged queries, each sixth of them
    left out in turn (docs/benchmarks.md).
    """
    lacks = seen.lacks
    return (
        seen.best
        + 13 * min(seen.held, 2.0)
        + 12 * seen.corrected
        + 8 * lacks.unknown
        - 22 * (seen.kind not in ("", "size", "length", "time"))
        - 18 * lacks.asked
        - 25 * lacks.name
        - 50 * lacks.superlative
    )


def _of_draft(seen: Evidence) -> float:
    """Return how sure the best passage of a draft is an answer, in points of its score.

    Here readers' words are seldom the document's: what only comes near by a dictionary tells more
    than the score counts, though one such word is chance; one that stands out is seldom there by
    chance. A word that no fact has is mostly another for one that it has. Fitted as for curated
    bases, each sixth of the documents left out in turn.
    """
    lacks = seen.lacks
    return (
        seen.best
        + 0.7 * (seen.best - seen.second)
        + 80 * seen.near
        - 18 * seen.nearly
        + 100 * seen.corrected
        + 16 * lacks.unknown
        - 112 * lacks.name
        - 60 * lacks.asked
        - 18 * lacks.first
        - 22 * lacks.object
        - 34 * lacks.numbers
    )


def evidence_of(
    index: Index,
    ranked: Sequence[tuple[int, float]],
    fact: Fact,
    query: Query,
    terms: list[QueryTerm],
    asked_for: Sequence[QueryTerm],
) -> Evidence:
    """Return what is known of the best of what was ranked, `fact`.

    `terms` are those it was ranked by, `asked_for` the same as the query has them.
    """
    row, best = ranked[0]
    told = weights(index, terms)
    hit = [row in term.rows for term in terms]
    near = [now and row not in term.rows for now, term in zip(hit, asked_for, strict=True)]
    strengths = [term.rows.get(row, 0.0) for term in terms]
    return Evidence(
        best,
        ranked[1][1] if len(ranked) > 1 else LEAST_UNCURATED,
        query.asked.kind,
        sum(compress(told, hit)),
        sum(compress((one * other for one, other in zip(told, strengths, strict=True)), near)),
        sum(near),
        sum(term.corrected for term in compress(terms, hit)),
        _lacks(row, fact, query, terms),
    )


def _lacks(row: int, fact: Fact, query: Query, terms: Sequence[QueryTerm]) -> Lacks:
    lacking = [row not in term.rows for term in terms]
    lost = list(compress(terms, lacking))
    return Lacks(
        asked=any(
            term.rows.get(row, 0.0) <= KIN_QUALITY
            for term in terms
            if term.text.lower() == query.aspect
        ),
        name=any(term.hits and term.is_name for term in lost),
        first=lacking[0],
        object=any(term.text.lower() in query.object for term in lost),
        numbers=sum(term.kind in ("number", "date") and not term.tells(row) for term in terms),
        superlative=query.superlative and not _has_superlative(fact),
        unknown=sum(not term.hits and not term.is_name for term in lost if not term.values),
    )


def _has_superlative(fact: Fact) -> bool:
    printed = " ".join((fact.quote, fact.statement, *fact.aliases))
    return not SUPERLATIVES.isdisjoint(token.text for token in tokens(printed))
