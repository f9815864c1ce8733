"""Search: a hazy query in, ranked facts and passages with their reasons out."""

from collections.abc import Callable, Collection, Sequence

from wp.model import Fact, is_chosen
from wp.search.answer import Answer, Hit
from wp.search.calibrate import CUT
from wp.search.explain import explain, topic_names
from wp.search.layout import Index, Passage
from wp.search.query import parse_query
from wp.search.rank import rank
from wp.search.terms import find_terms, with_doubts, with_synonyms
from wp.search.tokens import STOP_WORDS, tokens


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
) -> Answer:
    """Give the facts and passages that answer a query, best first; none when none reaches the cut.

    `facts` are those the index was built from, in its order. `sections` (ids) and `topics` (keys),
    with or without the document's id (see `wp.model.is_chosen`), narrow the search; `exact` takes
    the words as typed, without other forms, acronyms and corrections; without `with_passages` only
    facts are given. What stands in quotation marks must be printed so. Where nothing answers,
    synonyms of the words are tried (see `wp.search.thesaurus`), then whether a rare word is a slip
    of a common one. UsageError for a query without a word.
    """
    asked = parse_query(query)
    terms = asked_for = find_terms(index, asked, exact=exact)
    allowed = _filter(index, facts, sections, topics, asked.phrases, with_passages)
    count = max(limit, 1)
    ranked = rank(index, terms, asked.intent, allowed, count=count, least=CUT)
    for retried in () if exact else (with_synonyms, with_doubts):
        if ranked:
            break
        other = retried(index, asked_for)
        if any(new is not old for new, old in zip(other, asked_for, strict=True)):
            terms = other
            ranked = rank(index, terms, asked.intent, allowed, count=count, least=CUT)
    hits = tuple(
        Hit(fact := _fact(index, facts, row), round(score, 1), explain(index, row, fact, terms))
        for row, score in ranked[: max(limit, 0)]
    )
    return Answer(hits, _corrected(hits))


def nearest_topics(index: Index, query: str, count: int) -> list[str]:
    """Give the keys of the topics that hold most of a query, best first: a hint where to look."""
    terms = find_terms(index, parse_query(query))
    shares: dict[str, float] = {}
    for row, share in rank(index, terms, "", _filter(index, (), (), (), (), True)):
        key, _, _ = topic_names(index, row)
        if key:
            shares[key] = max(shares.get(key, 0.0), share)
    return sorted(shares, key=lambda key: -shares[key])[:count]


def _filter(
    index: Index,
    facts: Sequence[Fact],
    sections: Collection[str],
    topics: Collection[str],
    phrases: Sequence[str],
    with_passages: bool,
) -> Callable[[int], bool]:
    wanted = [_stems(index, phrase) for phrase in phrases]
    if "store" in index:
        from wp.search.store.store import stored_filter

        return stored_filter(index, sections, topics, wanted)

    def allowed(row: int) -> bool:
        fact = _fact(index, facts, row)
        return (
            is_chosen(sections, fact.document, fact.section)
            and is_chosen(topics, fact.document, fact.topic)
            and all(phrase in index["sequences"][row] for phrase in wanted)
        )

    if not with_passages:
        end = index["first_passage"]
        return lambda row: row < end and allowed(row)
    if sections or topics or wanted:
        return allowed
    return lambda row: True


def _fact(index: Index, facts: Sequence[Fact], row: int) -> Fact:
    """Return the fact or passage of a row."""
    if "store" in index or row < index["first_passage"]:
        return facts[row]
    return Passage(*index["passages"][row - index["first_passage"]]).fact()


def _stems(index: Index, phrase: str) -> str:
    from wp.search.stem import stem

    content = [token.text for token in tokens(phrase) if token.text not in STOP_WORDS]
    return "".join(f" {index['words'].get(word) or stem(word)}" for word in content) + " "


def _corrected(hits: Sequence[Hit]) -> tuple[tuple[str, str], ...]:
    """Tell the spellings that were corrected to find the best fact."""
    if not hits:
        return ()
    return tuple(
        (match.query, match.found) for match in hits[0].matches if match.kind == "spelling"
    )
