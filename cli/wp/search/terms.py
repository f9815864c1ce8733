"""From a query to its terms: what each word, number and name means in a base."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from wp.english import SMALL_ORDINALS
from wp.search.index_layout import Index, numbers
from wp.search.query import Query
from wp.search.term import KIN_QUALITY, QueryTerm, Reading, parts, readings, rows_of
from wp.words import STOP_WORDS, Token, stem, tokens

ACRONYM_STRENGTH = 0.95
"""What an acronym counts for a fact that prints its name in full, or the name for the acronym."""
_SHORTEST_ACRONYM, _LONGEST_NAME = 3, 8
_SHORTEST_REAL_SLIP = 4

_LONGEST_PHRASE, _LONGEST_SAYING = 3, 5  # words that have a synonym together

PRINTED_ACRONYM_STRENGTH = 0.75
NAMELESS_STRENGTH = 0.97
"""Factor for an acronym in a fact that does not spell its name: one that does comes first."""

_ENDS_OF_ORDINALS = {1: "st", 2: "nd", 3: "rd"}
_ORDINALS = {
    word: f"{number}{_ENDS_OF_ORDINALS.get(number, 'th')}"
    for number, word in enumerate(SMALL_ORDINALS)
}
_ORDINALS |= {digits: word for word, digits in _ORDINALS.items()}
"""The other form of an ordinal: 19th for nineteenth, and the other way round."""

_SaidWord = tuple[int | None, str]
"""A word of the query: the place of its term, None for one that carries no subject; its stem."""


def find_terms(index: Index, query: Query, *, exact: bool = False) -> list[QueryTerm]:
    """Return the terms of a query in order; one that hits nothing has no rows."""
    words = list(query.words)
    taken: list[tuple[int, QueryTerm]] = []
    if query.numeric:
        from wp.search.figures import figure_terms

        words, taken = figure_terms(index, query, exact=exact)
    named = {} if exact else _named(index, query.text, words)
    for place, token in enumerate(words):
        after = words[place + 1] if place + 1 < len(words) else None
        before = words[place - 1] if place else None
        for term in _word_terms(index, query.text, token, before, after, named.get(place), exact):
            taken.append((token.start, term))
    taken.sort(key=lambda item: item[0])
    return _distinct([term for _, term in taken])


def _word_terms(
    index: Index,
    text: str,
    token: Token,
    before: Token | None,
    after: Token | None,
    acronym: str | None,
    exact: bool,
) -> list[QueryTerm]:
    printed = text[token.start : token.end]
    found = readings(index, token.text, exact=exact)
    if exact:
        return [QueryTerm(printed, tuple(found), rows_of(index, found))]
    if acronym:
        found.append(Reading(acronym, index.words[acronym], ACRONYM_STRENGTH, "acronym"))
    joined = (after and token.text + after.text, before and before.text + token.text)
    for other in (*joined, _ORDINALS.get(token.text)):
        if other and other in index.words:
            found += [r._replace(kind="form") for r in readings(index, other)]
    if (not found or printed.isupper()) and token.text in index.acronyms:
        return [_acronym_term(index, printed, token.text, found)]
    rows = rows_of(index, found)
    if not rows:
        if pair := parts(index, token.text, is_acronym=printed.isupper()):
            middle = token.start + len(pair[0])
            rest = token.end - len(pair[1])
            halves = Token(pair[0], token.start, middle), Token(pair[1], rest, token.end)
            return [
                term
                for half in halves
                if half.text not in STOP_WORDS
                for term in _word_terms(index, text, half, None, None, None, exact)
            ]
        return [_misspelt(index, printed, token.text, found)]
    if token.text not in index.words:
        found += _hidden_slips(index, token.text)
        rows = rows_of(index, found)
    return [QueryTerm(printed, tuple(found), rows)]


def _acronym_term(index: Index, printed: str, word: str, found: list[Reading]) -> QueryTerm:
    """Return the term of letters that are initials of names in the base, and what they may mean as
    a word."""
    # Where the text prints the very letters, initials that happen to be the same count less.
    strength = PRINTED_ACRONYM_STRENGTH if found else ACRONYM_STRENGTH
    named = dict.fromkeys(numbers(index.acronyms[word]), strength)
    rows = {
        row: hit if row in named else hit * NAMELESS_STRENGTH
        for row, hit in rows_of(index, found, named).items()
    }
    return QueryTerm(printed, tuple(found), rows, "acronym")


def _hidden_slips(index: Index, word: str) -> list[Reading]:
    """Return likely corrections of a word that English lacks and whose stem the base has by chance.

    "Pary" has the stem of "Paris", and "harmonous" that of "harmonized".
    """
    from wp.words.dictionary import is_english

    if is_english(word):
        return []
    from wp.search.corrections import slips

    return [reading for found in slips(index, word) for reading in found]


def _misspelt(index: Index, printed: str, word: str, found: list[Reading]) -> QueryTerm:
    """Return the term of a word that the base lacks, corrected unless English has it."""
    from wp.words.dictionary import is_english

    if is_english(word):
        return QueryTerm(printed, tuple(found), {})
    from wp.search.corrections import corrections

    meant = corrections(index, word)
    return QueryTerm(printed, tuple(meant), rows_of(index, meant))


def _named(index: Index, text: str, words: list[Token]) -> dict[int, str]:
    """Return the acronyms of names among the words of a query, for the place of each of these.

    A name is a run of words with capitals whose initials the base prints: "Communist Party of
    China", CPC.
    """
    letters = "".join(
        token.text[0] if text[token.start].isupper() and readings(index, token.text) else " "
        for token in words
    )
    named: dict[int, str] = {}
    for start in range(len(letters)):
        for end in range(start + _SHORTEST_ACRONYM, min(start + _LONGEST_NAME, len(letters)) + 1):
            if (acronym := letters[start:end]) in index.words:
                from wp.words.dictionary import is_english

                places = () if is_english(acronym) else range(start, end)
                named.update(dict.fromkeys(places, acronym))
    return named


def _distinct(terms: list[QueryTerm]) -> list[QueryTerm]:
    """Drop a word said twice: it asks for nothing more."""
    kept: dict[str, QueryTerm] = {}
    for term in terms:
        kept.setdefault(term.text.lower(), term)
    return list(kept.values())


def with_slips(index: Index, terms: list[QueryTerm]) -> list[QueryTerm]:
    """Return the terms, the words that no fact has as what they are likely typos of.

    Only a correction is taken that a fact prints with all other terms: "narcotics tones" is
    English, yet one letter off "tons", and makes no sense beside the rest; "Palace of Nations" is
    no place that only an alias names.
    """
    others = [term for term in terms if term.rows]
    if not others or len(others) == len(terms):
        return terms
    return [term if term.rows else _slipped(index, term, others) for term in terms]


def _slipped(index: Index, term: QueryTerm, others: list[QueryTerm]) -> QueryTerm:
    if len(term.text) < _SHORTEST_REAL_SLIP or not term.text.isalpha():
        return term
    from wp.search.corrections import slips

    for found in slips(index, term.text.lower()):
        rows = rows_of(index, found)
        printed = [*(other.stems for other in others), tuple(reading.stem for reading in found)]
        shared = [row for row in rows if all(row in other.rows for other in others)]
        if any(all(index.quotes(row, stems) for stems in printed) for row in shared):
            return term._replace(readings=tuple(found), rows=rows)
    return term


def with_synonyms(
    index: Index, terms: list[QueryTerm], text: str, *, near: bool = False
) -> list[QueryTerm]:
    """Return the terms with what else of the base their words may mean.

    `text` is the query that the terms were found in; `near` adds what only comes near.
    """
    asked = [stem(term.text.lower()) if not term.values else "" for term in terms]
    places = {term.text.lower(): place for place, term in enumerate(terms)}
    said = [
        (places.get(text[token.start : token.end].lower()), stem(token.text))
        for token in tokens(text)
    ]
    added: dict[int, tuple[list[Reading], dict[int, float]]] = {}
    for synonyms in (index.synonyms, index.near) if near else (index.synonyms,):
        for place, found, rows in _synonym_readings(index, synonyms, asked, said):
            readings_, phrase_rows = added.setdefault(place, ([], {}))
            readings_ += found
            phrase_rows.update(rows)
    return [
        _widened(index, term, *added[place]) if place in added else term
        for place, term in enumerate(terms)
    ]


def with_near_words(index: Index, terms: list[QueryTerm], text: str) -> list[QueryTerm]:
    """Return the terms with synonyms and with words that come near them in a dictionary."""
    from wp.words.dictionary import near_words

    def near(term: QueryTerm) -> QueryTerm:
        word = "" if term.values else stem(term.text.lower())
        found = [
            Reading(form, other, counts, "synonym")
            for other, counts in near_words(word)
            for form in index.stems.get(other, ())
        ]
        if not found:
            return term
        return _widened(index, term, found, {})._replace(own_hits=term.hits)

    return list(map(near, with_synonyms(index, terms, text, near=True)))


def _widened(
    index: Index, term: QueryTerm, found: list[Reading], phrase_rows: dict[int, float]
) -> QueryTerm:
    return term._replace(
        readings=(*term.readings, *found),
        rows=rows_of(index, found, term.rows, phrase_rows),
        own_hits=len(term.rows),
    )


def _synonym_readings(
    index: Index,
    synonyms: Mapping[str, Sequence[str]],
    asked: Sequence[str],
    said: Sequence[_SaidWord],
) -> Iterator[tuple[int, list[Reading], dict[int, float]]]:
    """Yield for the terms of a query, by their stems in order, what of the base they may mean.

    A place among the terms, the base's words behind it, and the strength with which the phrases of
    the base among its meanings hit facts. A phrase of the query counts for each of its terms.
    `said` are all words of the query, in which sayings are looked for.
    """
    sayings = (run for run in _runs(said, _LONGEST_SAYING) if any(at is None for at, _ in run))
    for run in chain(_runs(tuple(enumerate(asked)), _LONGEST_PHRASE), sayings):
        for meant in synonyms.get(" ".join(stemmed for _, stemmed in run), ()):
            found, rows = _meaning(index, meant)
            for place, _ in run:
                if place is not None:
                    yield place, found, rows


def _runs(words: Sequence[_SaidWord], longest: int) -> Iterator[Sequence[_SaidWord]]:
    for start in range(len(words)):
        for end in range(start + 1, min(start + longest, len(words)) + 1):
            yield words[start:end]


def _meaning(index: Index, meant: str) -> tuple[list[Reading], dict[int, float]]:
    """Return the readings of a word of the base; the facts that hold a phrase of it."""
    if " " not in meant:
        return [Reading(w, meant, KIN_QUALITY, "synonym") for w in index.stems[meant]], {}
    return [], dict.fromkeys(index.rows_with(f" {meant} "), KIN_QUALITY)
