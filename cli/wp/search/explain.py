"""Why a fact was found: what of the query hit what of the fact, and where in its quote."""

from collections.abc import Collection, Iterator

from wp.model import Fact
from wp.search.answer import Field, Match, MatchKind, texts_of
from wp.search.index_layout import Index
from wp.search.term import QueryTerm
from wp.words.tokens import Token, tokens


def explain(index: Index, row: int, fact: Fact, terms: list[QueryTerm]) -> tuple[Match, ...]:
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

    def hits(self, words: Collection[str]) -> list[Token]:
        """Return the printed words that are among `words`."""
        if not any(word in self._plain for word in words):
            return []
        if self._tokens is None:
            self._tokens = list(tokens(self.text))
        return [token for token in self._tokens if token.text in words]


def _figure_match(term: QueryTerm, fact: Fact) -> Match | None:
    """Explain a number by the figure of its value, else by one that rounds to it."""
    figure = next((figure for figure in fact.figures if figure.value in term.values), None)
    if figure is None and fact.figures:
        from wp.quantities.rounding import precision_agrees

        agreeing = (f for f in fact.figures if precision_agrees(term.text, f.value))
        figure = next(agreeing, None)
    if figure is None:
        return None
    from wp.text import find_printed

    at = find_printed(figure.text, fact.quote)
    spans = ((at, at + len(figure.text)),) if at >= 0 else ()
    return Match(term.text, figure.text, "figure", "number", spans)


def _word_match(
    term: QueryTerm, fields: list[_Printed], source: Iterator[tuple[Field, str]]
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


def _named_match(term: QueryTerm, fact: Fact) -> Match | None:
    """Explain what no printed word does: a date by its period, an acronym by the name it is of."""
    if term.kind == "date":
        for period in fact.dates:
            at = fact.quote.find(period.text)
            if at >= 0:
                return Match(term.text, period.text, "date", "date", ((at, at + len(period.text)),))
    if term.kind == "acronym":
        from wp.words.acronyms import name_of

        span = name_of(term.text, fact.quote)
        if span:
            return Match(term.text, fact.quote[slice(*span)], "quote", "acronym", (span,))
    return None


def _fields(index: Index, row: int, fact: Fact) -> Iterator[tuple[Field, str]]:
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
