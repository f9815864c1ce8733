"""Deciding whether the best fact answers a query or only comes near.

The weights were fitted to the sets of judged queries (docs/benchmarks.md), each sixth of them left
out in turn: those of a curated base and those of a draft are two sums.
"""

from collections.abc import Sequence

from wp.model import Fact
from wp.search.index_layout import Index
from wp.search.query import SUPERLATIVES, Query
from wp.search.rank import LEAST_UNCURATED, Scored, weights
from wp.search.term import KIN_QUALITY, TOPIC_STRENGTH, QueryTerm
from wp.words import tokens

SURE, SURE_UNCURATED = 72.0, 68.0
"""From this confidence on, in points of a score, the best fact answers a query."""

_EXACTLY = ("count", "person", "time", "end")
"""Questions that what tells all but one of their words does not answer: the list has a date, but
none on which it was *published*."""

_ACTS = frozenset(
    "agreement convention conventions covenant declaration protocol report reports resolution "
    "treaties treaty".split()
)
"""What such a text is *on* tells which one is meant."""

_TELLING = 0.15
"""A word of less weight, such as the name of a document's own country, tells no facts apart."""

_DENIALS = frozenset("not no never without before after".split())


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
    lost = [term for term in terms if row not in term.rows]
    # By another spelling a term counts less in the score than it tells.
    corrected = sum(term.corrected for term in terms if row in term.rows)
    # A word that no fact has is mostly another for one that it has; no name, no pair of ideographs.
    unknown = sum(not (t.hits or t.values or t.is_name) and t.text.isascii() for t in lost)
    # "The *cost* of an operation", which a synonym does not give either.
    aspect = [term for term in terms if term.text.lower() == query.aspect]
    lacks_asked = any(term.rows.get(row, 0.0) <= KIN_QUALITY for term in aspect)
    other_name = any(term.hits and term.is_name for term in lost)
    told = weights(index, terms)
    if curated:
        weighed = list(zip(told, terms, strict=True))
        # Two rare words tell more than one.
        held = sum(weight for weight, term in weighed if row in term.rows)
        lacks = [t for weight, t in weighed if row not in t.rows and weight >= _TELLING]
        sure = best + 13 * min(held, 2.0) + 12 * corrected + 8 * unknown - 18 * lacks_asked
        sure += 8 * any(map(_joins, lost)) - 25 * other_name
        return sure - _against_fact(row, fact, query, terms, lacks) >= SURE
    # Readers' words are seldom the document's: what only comes near by a dictionary tells more than
    # it counts in the score, though one such word is chance.
    near = [
        weight * term.rows[row]
        for weight, term, own in zip(told, terms, asked_for, strict=True)
        if row in term.rows and row not in own.rows
    ]
    second = ranked[1][1] if len(ranked) > 1 else LEAST_UNCURATED
    # What stands out is seldom there by chance.
    sure = best + 0.7 * (best - second) + 80 * sum(near) - 18 * len(near)
    sure += 100 * corrected + 16 * unknown - 60 * lacks_asked - 112 * other_name
    return sure - _against_draft(row, query, terms, lost) >= SURE_UNCURATED


def _against_fact(
    row: int, fact: Fact, query: Query, terms: Sequence[QueryTerm], lost: Sequence[QueryTerm]
) -> float:
    words = [t.rows.get(row, 0.0) for t in terms if t.kind not in ("number", "date")]
    kin = [strength for strength in words if 0 < strength <= KIN_QUALITY]
    part = query.asked.kind == "count" and any(figure.part_of for figure in fact.figures)
    other_act = not query.asked.kind and not _ACTS.isdisjoint(query.heads)
    all_told = not kin and all(term.tells(row) for term in terms)
    return (
        # It asks for one thing, which a near miss lacks.
        (16 if all_told and query.asked.kind == "count" else 22)
        * (query.asked.kind not in ("", "size", "length", "time", "end", "members"))
        + 20 * (query.asked.kind in _EXACTLY and bool(lost))
        + 50 * (query.superlative and not _says_any(fact, SUPERLATIVES))
        + 50 * (query.contrary and not part and not _says_any(fact, _DENIALS))
        + 30 * (other_act and any(t.text.lower() in query.object for t in lost if not _joins(t)))
        # The year lies within a longer span.
        + 12 * any(row in term.rows and not term.tells(row) for term in terms)
        # A synonym of a word in the topic's name is far from the fact.
        + 16 * any(strength <= KIN_QUALITY * TOPIC_STRENGTH for strength in kin)
        + 14 * (len(kin) == 1 and len(terms) == 2)
        + 14 * (max(words, default=1.0) <= KIN_QUALITY)
        + 14 * (bool(query.names) and min(words, default=1.0) <= KIN_QUALITY)
    )


def _against_draft(
    row: int, query: Query, terms: Sequence[QueryTerm], lost: Sequence[QueryTerm]
) -> float:
    numbers = [term for term in terms if term.kind in ("number", "date")]
    return (
        18 * (row not in terms[0].rows)
        # "Fee for *recreational fishermen*" is no other's fee.
        + 22 * any(term.text.lower() in query.object for term in lost)
        + 34 * sum(not term.tells(row) for term in numbers)
    )


def _joins(term: QueryTerm) -> bool:
    """Return whether a term joins others ("treaty *banning* torture"): texts have other verbs."""
    return term.text.lower().endswith("ing")


def _says_any(fact: Fact, words: frozenset[str]) -> bool:
    printed = " ".join((fact.quote, fact.statement, *fact.aliases))
    return not words.isdisjoint(token.text for token in tokens(printed))
