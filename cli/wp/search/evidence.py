"""What speaks for and against the best fact of a ranking: does it answer, or only come near?"""

from collections.abc import Sequence
from itertools import compress
from typing import NamedTuple

from wp.model import Fact
from wp.search.index_layout import Index
from wp.search.query import SUPERLATIVES, Query
from wp.search.questions import QuestionKind
from wp.search.rank import weights
from wp.search.scoring import LEAST
from wp.search.term import KIN_QUALITY, QueryTerm
from wp.words.tokens import STOP_WORDS, tokens

SURE, SURE_UNCURATED = 74.0, 65.0
"""From this confidence on the best fact answers a query; that of a draft is another sum."""

SURER = 8.0
"""So much surer it must be where words were taken for the query's that only come near them."""


class Lacks(NamedTuple):
    """What a fact lacks of a query: what near misses lack more often than answers."""

    any: int
    """How many terms."""
    asked: bool
    """What is asked of the rest ("the *cost* of an operation"), or it is there as a synonym."""
    name: bool
    """A name that other facts have."""
    first: bool
    """The first term."""
    last: bool
    """The last term, which other facts have."""
    object: bool
    """A term of what stands behind the first preposition ("fee for *recreational fishermen*")."""
    numbers: int
    """How many numbers and dates."""
    superlative: bool
    """Any superlative where the query has one ("the *first* operation")."""
    unknown: int
    """How many words that no fact has, names aside."""
    unknown_names: int
    """How many names that no fact has."""


class Evidence(NamedTuple):
    """What is known of the best fact: its score and that of the next, and what it holds and lacks.

    `held` is the weight of the terms that it holds, `near` that of those which it holds by other
    words only, of which there are `nearly`; `corrected` terms had their spelling mended; `told` is
    the share of the fact's words, 0 to 1, that the query has.
    """

    best: float
    second: float
    kind: QuestionKind
    held: float
    near: float
    nearly: int
    corrected: int
    told: float
    lacks: Lacks


def is_answer(evidence: Evidence, *, curated: bool, widely: bool) -> bool:
    """Return whether the best fact answers, by what speaks for it and against it.

    More is asked of a curated base where it was looked for `widely`, by what only comes near.
    """
    if curated:
        return _of_curated(evidence) >= SURE + SURER * widely
    return _of_draft(evidence) >= SURE_UNCURATED


def _of_curated(seen: Evidence) -> float:
    """Return how sure the best fact is an answer, in points of its score.

    One that stands out is seldom there by chance; two rare words tell more than one. A question of
    a kind asks for one thing, which a near miss lacks; a length or a size it seldom has by chance,
    a date or a name it does where it lacks a word ("when did Norland *join*"). A term whose
    spelling was corrected counts less in the score than it tells. Fitted by logistic regression to
    the sets of judged queries, each left out in turn (docs/benchmarks.md).
    """
    kind, lacks = seen.kind, seen.lacks
    return (
        seen.best
        + 0.7 * (seen.best - seen.second)
        + 13 * min(seen.held, 2.0)
        + 21 * seen.corrected
        + 6 * (lacks.any == 0)
        - 28 * (kind not in ("", "size", "change", "length"))
        - 25 * (lacks.any > 0 and kind in ("time", "name", "person", "place"))
        - 27 * lacks.asked
        - 30 * lacks.name
        - 16 * lacks.last
        - 11 * lacks.first
        - 50 * lacks.superlative
        - 40 * lacks.numbers
    )


def _of_draft(seen: Evidence) -> float:
    """Return how sure the best passage of a draft is an answer, in points of its score.

    Here readers' words are seldom the document's: what only comes near by a dictionary tells more
    than the score counts, though one such word is chance; a word that no fact has is mostly another
    for one that it has, a name is not. Fitted as for curated bases, each document left out in turn,
    the built-in paper's text without its curator among them.
    """
    lacks = seen.lacks
    return (
        seen.best
        + 0.6 * (seen.best - seen.second)
        + 68 * seen.near
        - 22 * seen.nearly
        + 46 * seen.corrected
        + 21 * seen.told
        + 15 * lacks.unknown
        - 17 * lacks.unknown_names
        - 112 * lacks.name
        - 30 * lacks.asked
        - 14 * lacks.first
        - 18 * lacks.object
        - 34 * lacks.numbers
        - 9 * lacks.any * (seen.kind in ("count", "share"))
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
        ranked[1][1] if len(ranked) > 1 else min(LEAST, best),
        query.asked.kind,
        sum(compress(told, hit)),
        sum(compress((one * other for one, other in zip(told, strengths, strict=True)), near)),
        sum(near),
        sum(term.corrected for term in compress(terms, hit)),
        _told(fact, terms),
        _lacks(row, fact, query, terms),
    )


def _told(fact: Fact, terms: Sequence[QueryTerm]) -> float:
    words = {reading.word for term in terms for reading in term.readings}
    content = [token.text for token in tokens(fact.quote) if token.text not in STOP_WORDS]
    return sum(word in words for word in content) / max(1, len(content))


def _lacks(row: int, fact: Fact, query: Query, terms: Sequence[QueryTerm]) -> Lacks:
    first, last = terms[0], terms[-1]
    lacking = [row not in term.rows for term in terms]
    lost = list(compress(terms, lacking))
    return Lacks(
        len(lost),
        asked=any(
            term.rows.get(row, 0.0) <= KIN_QUALITY
            for term in terms
            if term.text.lower() == query.aspect
        ),
        name=any(term.hits and term.is_name for term in lost),
        first=lacking[0],
        last=last is not first and lacking[-1] and last.hits > 0,
        object=any(term.text.lower() in query.object for term in lost),
        numbers=sum(term.kind in ("number", "date") and not term.tells(row) for term in terms),
        superlative=query.superlative and not _has_superlative(fact),
        unknown=sum(not term.hits and not term.is_name for term in lost if not term.values),
        unknown_names=sum(not term.hits and term.is_name for term in lost if not term.values),
    )


def _has_superlative(fact: Fact) -> bool:
    printed = " ".join((fact.quote, fact.statement, *fact.aliases))
    return not SUPERLATIVES.isdisjoint(token.text for token in tokens(printed))
