"""Search: a hazy query in, ranked facts and passages with their reasons out."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from itertools import starmap
from typing import NamedTuple

from wp.model import Fact, is_chosen
from wp.search import Answer, Hit, explain
from wp.search.index_layout import Index, TopicRows
from wp.search.language import alternatives, halves, in_english, is_chinese
from wp.search.query import Query, parse_query
from wp.search.rank import (
    CANDIDATES,
    LEAST,
    LEAST_UNCURATED,
    NEAR,
    SHOWN,
    WHOLE,
    Scored,
    fitness,
    rank,
)
from wp.search.term import QueryTerm, stems_in_order
from wp.search.terms import find_terms, with_near_words, with_slips, with_synonyms
from wp.words import tokens


def search(
    index: Index,
    facts: Sequence[Fact],
    query: str,
    *,
    sections: Collection[str] = (),
    topics: Collection[str] = (),
    exact: bool = False,
    with_passages: bool = True,
    limit: int = 10,
    near: int = 0,
) -> Answer:
    """Return the facts and passages that answer a query, best first; none below the cut.

    `facts` are those the index was built from, in its order. `sections` (ids) and `topics` (keys),
    with or without the document's id (see `wp.model.is_chosen`), narrow the search; `exact` takes
    the words as typed and only where the document prints them; without `with_passages` only facts
    are given. What stands in quotation marks must be printed so, what follows a minus must not;
    `OR` parts queries of which one must be answered. Where nothing answers, synonyms of the words
    are tried (see `with_synonyms`), then words that come near them, then whether an English
    word is a slip of one that stands beside the others, then in a draft more near words (see
    `wp.words.dictionary`), English for Chinese, and both halves of what "and" joins; then up to
    `near` passages that come closest are given apart. UsageError for a query without a word.
    """
    parts = alternatives(query)

    def answer_to(part: str) -> Answer:
        asked = parse_query(part)
        terms = find_terms(index, asked, exact=exact)
        allowed = _filter(index, facts, sections, topics, asked, with_passages, exact)
        return _answer(_Asked(index, facts, asked, terms, allowed, exact, limit), near)

    answers = list(map(answer_to, parts))
    if not exact and is_chinese(query) and not any(answer.hits for answer in answers):
        answers = [answer_to(in_english(part) or part) for part in parts]
    if not exact and not any(answer.hits for answer in answers):
        both = list(map(answer_to, halves(query)))
        answers = both if both and all(answer.hits for answer in both) else answers
    return answers[0] if len(answers) == 1 else _merged(answers, limit)


class _Asked(NamedTuple):
    """A query with what it is asked of; `terms` are its own, as it has them."""

    base: Index
    facts: Sequence[Fact]
    query: Query
    terms: list[QueryTerm]
    allowed: Callable[[int], bool]
    exact: bool
    limit: int

    @property
    def curated(self) -> bool:
        """Whether a curator made the base."""
        return not (self.facts and self.facts[0].draft)

    def tries(self) -> Iterator[list[QueryTerm]]:
        """Yield the terms to ask by, each where those before answer nothing."""
        yield self.terms
        if self.exact:
            return
        for wider in (
            partial(with_synonyms, self.base, self.terms, self.query.text),
            partial(with_synonyms, self.base, self.terms, self.query.text, near=True),
            partial(with_slips, self.base, self.terms),
        ):
            terms = wider()
            if any(new is not old for new, old in zip(terms, self.terms, strict=True)):
                yield terms
        if not self.curated:
            yield with_near_words(self.base, self.terms, self.query.text)

    def ranked(self, terms: list[QueryTerm]) -> list[Scored]:
        """Return the answers, best first; none where even the best does not answer."""
        base, query = self.base, self.query
        fits = fitness(base, self.facts, query, terms)
        count, least = max(self.limit, CANDIDATES), LEAST if self.curated else LEAST_UNCURATED
        ranked = rank(base, terms, self.allowed, fits=fits, count=count, least=least)
        if not ranked:
            return []
        row, best = ranked[0]
        has_all = terms is self.terms and all(term.tells(row) for term in terms)
        if query.asked.kind or query.contrary or not (has_all and best >= WHOLE):
            from wp.search.evidence import is_answer

            fact = base.fact(self.facts, row)
            if not is_answer(base, ranked, fact, query, terms, self.terms, curated=self.curated):
                return []
        return [scored for scored in ranked if scored[1] >= min(best, SHOWN)]

    def hits(self, ranked: Sequence[Scored], terms: list[QueryTerm]) -> tuple[Hit, ...]:
        """Return what was ranked by terms as hits, with what each was found by."""
        found = [(self.base.fact(self.facts, row), row, score) for row, score in ranked]
        return tuple(
            Hit(fact, round(score, 1), explain(self.base, row, fact, terms))
            for fact, row, score in found
        )


def _answer(asked: _Asked, near: int) -> Answer:
    terms = asked.terms
    for terms in asked.tries():
        if ranked := asked.ranked(terms):
            hits = asked.hits(ranked[: max(asked.limit, 0)], terms)
            return Answer(hits, _corrected(hits), len(ranked))
    if not near:
        return Answer(())
    if asked.curated and not asked.exact:
        terms = with_synonyms(asked.base, asked.terms, asked.query.text, near=True)
    closest = rank(asked.base, terms, asked.allowed, count=near, least=NEAR)
    return Answer((), near=asked.hits(closest, terms))


def _merged(answers: Sequence[Answer], limit: int) -> Answer:
    """Return the answers to alternatives as one: a fact has the best of its scores."""
    best: dict[str, Hit] = {}
    for hit in sorted((hit for answer in answers for hit in answer.hits), key=lambda h: -h.score):
        best.setdefault(f"{hit.fact.document}:{hit.fact.id}", hit)
    total = max(len(best), *(answer.total for answer in answers))
    corrections = tuple(dict.fromkeys(pair for answer in answers for pair in answer.corrections))
    near = () if best else tuple(hit for answer in answers for hit in answer.near)[:3]
    return Answer(tuple(best.values())[: max(limit, 0)], corrections, total, near)


def nearest_topics(index: Index, query: str, count: int) -> list[str]:
    """Return the keys of the topics that hold most of a query, best first: a hint where to look."""
    asked = parse_query(query)._replace(phrases=(), excluded=())
    terms = find_terms(index, asked)
    anywhere = _filter(index, (), (), (), asked, True, False)
    shares: dict[str, float] = {}
    for row, share in rank(index, terms, anywhere):
        if key := index.group_of(row).key:
            shares[key] = max(shares.get(key, 0.0), share)
    return sorted(shares, key=lambda key: -shares[key])[:count]


def _filter(
    index: Index,
    facts: Sequence[Fact],
    sections: Collection[str],
    topics: Collection[str],
    query: Query,
    with_passages: bool,
    exact: bool,
) -> Callable[[int], bool]:
    wanted = [stems_in_order(index, phrase) for phrase in query.phrases]
    unwanted = [stems_in_order(index, phrase) for phrase in query.excluded]
    printed = {token.text for token in query.words} if exact else set()

    def reads(row: int) -> bool:
        """Return whether a row prints what it must and nothing that it must not."""
        fact = index.fact(facts, row)
        if printed and not printed <= {token.text for token in tokens(fact.quote)}:
            return False
        own = stems_in_order(index, f"{fact.quote} {fact.statement}") if unwanted else ""
        return not any(phrase in own for phrase in unwanted)

    end = index.rows if with_passages else index.first_passage
    chosen = _chosen(index, sections, topics) if sections or topics else None
    if chosen is None and not (wanted or unwanted or printed):
        return lambda row: row < end

    def allowed(row: int) -> bool:
        return (
            row < end
            and (chosen is None or chosen[row] == 1)
            and all(phrase in index.sequences[row] for phrase in wanted)
            and (not (unwanted or printed) or reads(row))
        )

    return allowed


def _chosen(index: Index, sections: Collection[str], topics: Collection[str]) -> bytearray:
    """Return a byte for each row: 1 where it stands in a chosen section and topic."""
    chosen = bytearray(index.rows)
    for group in starmap(TopicRows, index.groups):
        if is_chosen(sections, group.document, group.section) and is_chosen(
            topics, group.document, group.key
        ):
            chosen[group.first : group.end] = b"\1" * (group.end - group.first)
    return chosen


def _corrected(hits: Sequence[Hit]) -> tuple[tuple[str, str], ...]:
    """Return the spellings that were corrected to find the best fact."""
    if not hits:
        return ()
    return tuple(
        (match.query, match.found) for match in hits[0].matches if match.kind == "spelling"
    )
