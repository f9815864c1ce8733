"""How well a fact fits a query beyond its words: what is asked for, numbers, names."""

from collections.abc import Callable, Collection, Sequence
from itertools import chain

from wp.model import Fact
from wp.search.index_layout import Index
from wp.search.query import Query
from wp.search.rank import HEADLESS, LESS_TOLD, LONE_WORD, OTHER_NAME, OTHER_NUMBER
from wp.search.term import KIN_QUALITY, QueryTerm, stems_in_order
from wp.words import Stem, stems_in
from wp.words import stem as stem_of


def fitness(
    index: Index, facts: Sequence[Fact], query: Query, terms: Sequence[QueryTerm]
) -> Callable[[int], float]:
    """Return how far a row gives what the query asks for, as a factor of its score."""

    def stem(word: str) -> str:
        """Return the stem of a word that the base prints, without loading a stemmer."""
        return index.words.get(word) or word

    test = _test(query, terms, stem) if query.asked.kind else None
    heads = [term for term in terms if term.text.lower() in query.heads] if len(terms) > 1 else []
    numbers = [term for term in terms if term.kind in ("number", "date")]
    names = [
        stems_in_order(index, name)
        for name in query.names
        if len(terms) > 1 and not any(name in term.text for term in numbers)
    ]

    def fits(row: int) -> float:
        fact = index.fact(facts, row)
        given = test(fact) if test else 1.0
        if not given:
            return 0.0
        if _tells_less(fact):
            given *= LESS_TOLD
        hitting = [term.stems for term in terms if row in term.rows]
        # Most facts with a word quote it: the index knows, and nothing need be read.
        if len(hitting) == 1 and not numbers and not index.quotes(row, hitting[0]):
            given *= LONE_WORD if lone_word(fact, hitting[0], stem) else 1.0
        lacking = sum(row not in term.rows for term in heads)
        unlike = sum(row not in term.rows for term in numbers)
        unnamed = sum(name not in index.sequences[row] for name in names)
        return float(given * HEADLESS**lacking * OTHER_NUMBER**unlike * OTHER_NAME**unnamed)

    return fits


def _test(query: Query, terms: Sequence[QueryTerm], stem: Stem) -> Callable[[Fact], float] | None:
    """Return the test whether a fact gives what a question asks for."""
    from wp.search.question_fit import SaidByQuery, gives

    def meant(thing: str) -> set[str]:
        asked = (term.readings for term in terms if term.text.lower() == thing)
        found = {one.stem for one in chain(*asked) if one.quality >= KIN_QUALITY}
        return found | {stem_of(thing)}

    said = SaidByQuery(
        frozenset(one for term in terms for one in term.stems),
        frozenset(value for term in terms for value in term.values),
    )
    return gives(query.asked, said, meant, stem)


def _tells_less(fact: Fact) -> bool:
    """Return whether a fact is a drafted row of figures, or asks something itself."""
    return (fact.draft and fact.quote[-1:].isdigit()) or fact.quote.endswith("?")


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
