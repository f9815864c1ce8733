"""Why a fact was found: what of the query hit what of the fact, and where in its quote."""

from collections.abc import Iterator

from wp.model import Fact
from wp.search.answer import Field, Match, MatchKind
from wp.search.layout import Index
from wp.search.terms import Term
from wp.search.tokens import Token, tokens


def explain(index: Index, row: int, fact: Fact, terms: list[Term]) -> tuple[Match, ...]:
    """Give a match for every term that hits the fact, in the order of the query."""
    fields: list[tuple[Field, str, list[Token]]] = []
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


def _figure_match(term: Term, fact: Fact) -> Match | None:
    """Explain a number by the figure of its value, else by one that rounds to it."""
    figure = next((figure for figure in fact.figures if figure.value in term.values), None)
    if figure is None and fact.figures:
        from wp.quantities import precision_agrees

        agreeing = (f for f in fact.figures if precision_agrees(term.text, f.value))
        figure = next(agreeing, None)
    if figure is None:
        return None
    at = fact.quote.find(figure.text)
    spans = ((at, at + len(figure.text)),) if at >= 0 else ()
    return Match(term.text, figure.text, "figure", "number", spans)


def _word_match(
    term: Term,
    fields: list[tuple[Field, str, list[Token]]],
    source: Iterator[tuple[Field, str]],
) -> Match | None:
    meant = {reading.word: reading for reading in term.readings}
    at = 0
    while meant:
        if at == len(fields):
            following = next(source, None)
            if following is None:
                return None
            field, text = following
            fields.append((field, text, list(tokens(text))))
        field, text, printed = fields[at]
        at += 1
        hits = [(word, start, end) for word, start, end in printed if word in meant]
        if hits:
            word, start, end = max(hits, key=lambda hit: meant[hit[0]].quality)
            kind: MatchKind = meant[word].kind
            if term.kind in ("number", "date"):
                kind = term.kind
            spans = tuple((s, e) for _, s, e in hits) if field == "quote" else ()
            return Match(term.text, text[start:end], field, kind, spans)
    return None


def _named_match(term: Term, fact: Fact) -> Match | None:
    """Explain what no printed word does: a date by its period, an acronym by the name it is of."""
    if term.kind == "date":
        for period in fact.dates:
            at = fact.quote.find(period.text)
            if at >= 0:
                return Match(term.text, period.text, "date", "date", ((at, at + len(period.text)),))
    if term.kind == "acronym":
        from wp.search.acronyms import name_of

        span = name_of(term.text, fact.quote)
        if span:
            return Match(term.text, fact.quote[slice(*span)], "quote", "acronym", (span,))
    return None


def _fields(index: Index, row: int, fact: Fact) -> Iterator[tuple[Field, str]]:
    yield "quote", fact.quote
    for alias in fact.aliases:
        yield "alias", alias
    yield "statement", fact.statement
    for figure in fact.figures:
        yield "figure", figure.measures
    yield "statement", fact.context
    yield "id", fact.id
    for (_, title, aliases), (start, stop) in zip(index["names"], index["ranges"], strict=True):
        if start <= row < stop:
            yield "topic", title
            for alias in aliases.split(" | "):
                yield "topic alias", alias
