"""What a search gives: facts with a score, and why each was found."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from wp.model import Fact

Field = Literal[
    "quote", "statement", "alias", "figure", "date", "topic", "topic alias", "section", "id"
]
MatchKind = Literal["word", "form", "spelling", "phrase", "number", "date", "acronym", "synonym"]


def texts_of(fact: Fact) -> Iterator[tuple[Field, str]]:
    """Yield the texts of a fact that a query may hit, each with its field, the context aside."""
    yield "quote", fact.quote
    for alias in fact.aliases:
        yield "alias", alias
    yield "statement", fact.statement
    for figure in fact.figures:
        yield "figure", figure.measures


class Match(NamedTuple):
    """What of the query hit what of the fact.

    `query` are the words as typed, `found` the words of the base that they hit. "form" is another
    form of the same word (plural, tense, British spelling), "spelling" a corrected typing error.
    `spans` are the character offsets in the fact's quote to be marked, empty where another field
    was hit.
    """

    query: str
    found: str
    field: Field
    kind: MatchKind
    spans: tuple[tuple[int, int], ...] = ()


class Hit(NamedTuple):
    """A fact that answers the query; `score` goes from 0 to 100."""

    fact: Fact
    score: float
    matches: tuple[Match, ...]


class Answer(NamedTuple):
    """The ranked facts, best first, and the spellings that were corrected to find them.

    `total` is how many answer the query, those that were not asked for included; `near`, where none
    does, what comes closest.
    """

    hits: tuple[Hit, ...]
    corrections: tuple[tuple[str, str], ...] = ()
    total: int = 0
    near: tuple[Hit, ...] = ()

    def _repr_html_(self) -> str:
        from wp.html import table

        rows = [
            (hit.score, hit.fact.id, hit.fact.statement, f"“{hit.fact.quote}”") for hit in self.hits
        ]
        return table(("Score", "Fact", "Statement", "Quote"), rows)
