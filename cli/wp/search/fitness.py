"""How far a fact gives what a query asks for, and has what it is about."""

import re
from collections.abc import Callable, Collection, Sequence

from wp.model import Fact
from wp.search.index_layout import HOLDS_SPAN, Index
from wp.search.query import Query, parse_query
from wp.search.scoring import HEADLESS, LONE_WORD, OTHER_NAME, OTHER_NUMBER
from wp.search.term import KIN_QUALITY, QueryTerm
from wp.search.terms import find_terms, with_synonyms
from wp.search.vocabulary import Stem, stems_in, stems_in_order
from wp.words.stem import stem as stem_of
from wp.words.tokens import tokens

_ASKED = ("before", "after", "besides", "except", "other than", "apart from")
_RELATION = rf"\b({'|'.join(_ASKED)})\s+(?:the\s+)?[A-Z\d]"
_RELATIONS = (
    frozenset(
        "before prior previous previously earlier former until till predecessor predecessors "
        "preceded ahead".split()
    ),
    frozenset("after since later following followed successor from then".split()),
    frozenset(
        ("besides", "except", "other than", "apart from", "other", "others", "apart", "also")
    ),
)
"""Words that say before, after, or beside a name or number."""


def fitness(
    index: Index, facts: Sequence[Fact], query: Query, terms: Sequence[QueryTerm], exact: bool
) -> Callable[[int], float]:
    """Return how far a row gives what the query asks for, as a factor of its score."""

    def stem(word: str) -> str:
        """Return the stem of a word that the base prints, without loading a stemmer."""
        return index.words.get(word) or word

    test = _test(index, query, terms, exact, stem) if query.asked.kind else None
    heads = [term for term in terms if term.text.lower() in query.heads] if len(terms) > 1 else []
    numbers = [term for term in terms if term.kind in ("number", "date")]
    # Of three years' fugitives nobody can tell how many came in one.
    least_like = HOLDS_SPAN if query.asked.kind in ("count", "share", "size", "change") else 0.0
    names = [
        stems_in_order(index, name)
        for name in query.names
        if len(terms) > 1 and not any(name in term.text for term in numbers)
    ]
    relation = _relation(query)

    def fits(row: int) -> float:
        fact = index.fact(facts, row)
        given = test(fact) if test else 1.0
        if not given:
            return 0.0
        hitting = [term.stems for term in terms if row in term.rows]
        # Most facts with a word quote it: the index knows, and nothing need be read.
        if len(hitting) == 1 and not numbers and not index.quotes(row, hitting[0]):
            given *= LONE_WORD if lone_word(fact, hitting[0], stem) else 1.0
        lacking = sum(row not in term.rows for term in heads)
        unlike = sum(term.rows.get(row, 0.0) <= least_like for term in numbers)
        if relation:
            unlike += relation.isdisjoint(token.text for token in tokens(fact.quote))
        unnamed = sum(name not in index.sequences[row] for name in names)
        return float(given * HEADLESS**lacking * OTHER_NUMBER**unlike * OTHER_NAME**unnamed)

    return fits


def _test(
    index: Index, query: Query, terms: Sequence[QueryTerm], exact: bool, stem: Stem
) -> Callable[[Fact], float] | None:
    """Return the test whether a fact gives what a question asks for."""
    from wp.search.gives import SaidByQuery, gives

    def meant(thing: str) -> set[str]:
        found = find_terms(index, parse_query(thing), exact=exact)
        found = found if exact else with_synonyms(index, found, thing, near=True)
        # within the query a word may mean more than alone: "how many were laid off"
        found += [term for term in terms if term.text.lower() == thing]
        words = {r.stem for term in found for r in term.readings if r.quality >= KIN_QUALITY}
        # of a phrase the last: "agricultural holdings" are holdings
        phrases = () if exact else index.synonyms.get(stem_of(thing), ())
        return words.union(phrase.rpartition(" ")[2] for phrase in phrases)

    said = SaidByQuery(
        frozenset(one for term in terms for one in term.stems),
        frozenset(value for term in terms for value in term.values),
    )
    return gives(query.asked, said, meant, stem)


def _relation(query: Query) -> frozenset[str]:
    """Return the words one of which an answer prints: "who spoke *before* Xi" asks for none of
    Xi's."""
    if not any(relation in query.text for relation in _ASKED):
        return frozenset()
    asked = re.search(_RELATION, query.text)
    return next((said for said in _RELATIONS if asked and asked[1] in said), frozenset())


def lone_word(fact: Fact, stems: Collection[str], stem: Stem) -> bool:
    """Return whether a fact has a word, given by its stems, only within phrases of its aliases.

    "Music" out of the alias "face the music" is no answer to who asks for music.
    """
    wanted = frozenset(filter(str.isascii, stems))
    if not fact.aliases or not wanted:
        return False
    measures = (figure.measures for figure in fact.figures)
    key = fact.id.rpartition(".")[2]
    printed = " ".join((fact.quote, fact.statement, fact.context, key, *measures))
    if stems_in(printed, stem) & wanted:
        return False
    phrases = [stems_in(alias, stem) for alias in fact.aliases]
    within = [phrase for phrase in phrases if phrase & wanted]
    return bool(within) and not any(phrase <= wanted for phrase in within)
