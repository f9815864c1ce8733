"""A hazy question answered with ranked facts; here what that gives, and why each was found."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from wp.model import Fact

if TYPE_CHECKING:  # what only names a hit need not load what finds one
    from wp.search.index_layout import Index
    from wp.search.term import QueryTerm
    from wp.words import Token

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


def explain(index: "Index", row: int, fact: Fact, terms: list["QueryTerm"]) -> tuple[Match, ...]:
    """Return a match for every term that hits the fact, in the order of the query."""
    fields: list[_Printed] = []
    source = _fields(index, row, fact)
    matches = []
    for term in terms:
        if row not in term.rows:
            continue
        match = _figure_match(term, fact) if term.values else None
        if match is None:
            match = _word_match(term, fields, source)
        if match is None:
            match = _named_match(term, fact)
        if match is not None:
            matches.append(match)
    return tuple(matches)


class _Printed:
    """A text of a fact; its words are parted only when one looked for may be among them."""

    _MARKS = str.maketrans("", "", ",.'’")

    def __init__(self, field: Field, text: str) -> None:
        self.field = field
        self.text = text
        self._plain = text.lower().translate(self._MARKS)
        self._tokens: list[Token] | None = None

    def hits(self, words: Collection[str]) -> list["Token"]:
        """Return the printed words that are among `words`."""
        if not any(word in self._plain for word in words):
            return []
        if self._tokens is None:
            from wp.words import tokens

            self._tokens = list(tokens(self.text))
        return [token for token in self._tokens if token.text in words]


def _figure_match(term: "QueryTerm", fact: Fact) -> Match | None:
    """Explain a number by the figure of its value, else by one that rounds to it."""
    figure = next((figure for figure in fact.figures if figure.value in term.values), None)
    if figure is None and fact.figures:
        from wp.quantities.read import precision_agrees

        agreeing = (f for f in fact.figures if precision_agrees(term.text, f.value))
        figure = next(agreeing, None)
    if figure is None:
        return None
    from wp.text import find_printed

    at = find_printed(figure.text, fact.quote)
    spans = ((at, at + len(figure.text)),) if at >= 0 else ()
    return Match(term.text, figure.text, "figure", "number", spans)


def _word_match(
    term: "QueryTerm", fields: list[_Printed], source: Iterator[tuple[Field, str]]
) -> Match | None:
    meant = {reading.word: reading for reading in term.readings}
    at = 0
    while meant:
        if at == len(fields):
            following = next(source, None)
            if following is None:
                return None
            fields.append(_Printed(*following))
        printed = fields[at]
        at += 1
        if hits := printed.hits(meant):
            word, start, end = max(hits, key=lambda hit: meant[hit.text].quality)
            kind: MatchKind = meant[word].kind
            if term.kind in ("number", "date"):
                kind = term.kind
            spans = tuple((s, e) for _, s, e in hits) if printed.field == "quote" else ()
            return Match(term.text, printed.text[start:end], printed.field, kind, spans)
    return None


def _named_match(term: "QueryTerm", fact: Fact) -> Match | None:
    """Explain what no printed word does: a date by its period, an acronym by the name it is of."""
    if term.kind == "date":
        for period in fact.dates:
            at = fact.quote.find(period.text)
            if at >= 0:
                return Match(term.text, period.text, "date", "date", ((at, at + len(period.text)),))
    if term.kind == "acronym":
        from wp.words.names import name_of

        span = name_of(term.text, fact.quote)
        if span:
            return Match(term.text, fact.quote[slice(*span)], "quote", "acronym", (span,))
    return None


def _fields(index: "Index", row: int, fact: Fact) -> Iterator[tuple[Field, str]]:
    yield from texts_of(fact)
    yield "statement", fact.context
    group = index.group_of(row)
    if fact.kind == "passage":
        yield "section", group.title
        return
    yield "id", fact.id
    yield "topic", group.title
    for alias in group.aliases.split(" | "):
        yield "topic alias", alias
