"""Ranking: the score of a fact, from 0 to 100, and which facts answer the terms of a query best.

The score is a share: how much of what was asked the fact holds, each term counted by its rarity.
A term that the base lacks counts as the rarest that it has, a name as three, so that a query whose
own subject is missing scores low, however well its common words fit. What a query is about
and may not lack (its chief words, numbers and names) lowers the score by a factor where a fact
lacks it, and so does what it asks for and is not given.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from heapq import heappush, heappushpop, nlargest
from itertools import chain, pairwise
from math import log
from operator import neg

from wp.model import Fact
from wp.search.index_layout import Index
from wp.search.query import Query
from wp.search.term import KIN_QUALITY, QueryTerm, stems_in_order
from wp.words import Stem, stems_in
from wp.words import stem as stem_of

WHOLE = 50.0
"""With this score a fact that has every word as typed answers them, however common they are, where
they are no question."""

SHOWN = 50.0
"""Below this score a fact is not shown beside a better one."""

LEAST, LEAST_UNCURATED = 30.0, 15.0
"""Below this score no fact answers, whatever else speaks for it; less is asked where no curator has
put in what readers say. What scores less is not looked at, which is half of a search's time."""

NEAR = 20.0
"""Below this score a passage is not even shown as the nearest one."""

_ORDER_SHARE = 0.1
"""The part of the score that hangs on the words standing together in the order asked."""

UNKNOWN = 1.0
"""The weight of a term that hits no fact: that of the rarest one that hits."""

UNKNOWN_NAME = 3.0
"""The weight of a name that hits no fact: who asks of Beijing is not answered by China."""

_HEADLESS = 0.85
"""Factor for each of its two chief words that a fact lacks: a salary of officials is a salary."""

_OTHER_NUMBER = 0.5
"""Factor for a fact without a number or date of the query: the third round is not the second."""

_OTHER_NAME = 0.65
"""Factor for a fact that has the words of a name of the query and not the name."""

_LESS_TOLD = 0.95
"""Factor for a table's row and for a question that the text asks: a sentence that holds as much of
the query comes first."""

_LONE_WORD = 0.4
"""Factor for a fact that the query hits by one word out of a longer alias only."""


def _unknown_weight(word: str) -> float:
    """Return the weight of a term of the query, as typed, that hits no fact."""
    from wp.words.dictionary import is_name

    return UNKNOWN_NAME if is_name(word.lower()) else UNKNOWN


def rarity(hits: int, rows: int) -> float:
    """Weigh a term by how few of the facts it hits: 1 for none or one, towards 0 for all.

    The inverse document frequency of BM25 (Robertson and Zaragoza 2009), divided by its maximum.
    """
    return log(1 + (rows - hits + 0.5) / (hits + 0.5)) / log(1 + (rows + 0.5) / 0.5)


def score(covered: float, together: float | None) -> float:
    """Return the score of a fact.

    `covered` is the share, 0 to 1, of the query's weighted terms that the fact holds; `together`
    the share of neighbouring terms that stand together in it, None for a query of one term.
    """
    share = covered if together is None else covered * (1 - _ORDER_SHARE + _ORDER_SHARE * together)
    return min(100.0, max(0.0, 100 * share))


CANDIDATES = 60
"""So many facts with the best coverage are looked at closely."""

_SLACK = 1e-9
"""Sums taken in another order may differ by so much."""

Scored = tuple[int, float]
"""A row and its score from 0 to 100."""

_Pair = tuple[float, Mapping[int, float], Mapping[int, float], list[str]]
"""A weight, the rows of two neighbouring terms, and the phrases they make."""


def rank(
    index: Index,
    terms: list[QueryTerm],
    allowed: Callable[[int], bool],
    *,
    fits: Callable[[int], float] | None = None,
    count: int = CANDIDATES,
    least: float = 0.0,
) -> list[Scored]:
    """Return (row, score) of the best facts, best first, ties in the order of the base.

    At most `count` of them, and none with a score below `least`. `fits` gives a factor from 0 to 1
    for how far a fact gives what is asked for.
    """
    if not terms:
        return []
    told = weights(index, terms)
    whole = sum(told)
    looked_at = max(CANDIDATES, count)
    covered = coverage(terms, told, allowed, looked_at, least / 100 * whole)
    pairs = _pairs(terms, told)
    found: list[Scored] = []
    highest: list[float] = []
    for held, negative in nlargest(
        looked_at, zip(covered.values(), map(neg, covered), strict=True)
    ):
        share = held / whole
        if 100 * share < (highest[0] if len(highest) == count else least) - _SLACK:
            break
        row = -negative
        scored = score(share, _together(row, index.sequences[row], pairs) if pairs else None)
        if fits and scored >= least:  # a fit only lowers what is dropped as it is
            scored *= fits(row)
        found.append((row, scored))
        (heappush if len(highest) < count else heappushpop)(highest, scored)
    found = [(row, scored) for row, scored in found if scored >= least]
    found.sort(key=lambda item: (-item[1], item[0]))
    return found[:count]


def weights(index: Index, terms: Sequence[QueryTerm]) -> list[float]:
    """Return how much each term tells: by its rarity, or as one that the base lacks."""
    return [_weight(index, term) for term in terms]


def _weight(index: Index, term: QueryTerm) -> float:
    if term.hits:
        return rarity(term.hits, index.rows)
    # A name that the base has in another form ("German", Germany) is not lacking.
    return UNKNOWN if term.rows else _unknown_weight(term.text)


def coverage(
    terms: list[QueryTerm],
    weights: list[float],
    allowed: Callable[[int], bool],
    count: int,
    least: float,
) -> dict[int, float]:
    """Sum up the weight of the terms that each row holds.

    Only rows that may hold as much as the best `count`, and `least`, are sure to be among them: a
    row that has none of the rare terms is left out once all others together are not enough (the
    bound of MaxScore: Turtle and Flood 1995).
    """
    known: dict[int, float] = {}
    rest = sum(weights)
    for weight, term in sorted(zip(weights, terms, strict=True), key=lambda one: -one[0]):
        enough = least
        if len(known) >= count:
            enough = max(least, nlargest(count, known.values())[-1])
        if rest < enough - _SLACK:
            break
        for row, strength in term.rows.items():
            if row in known:
                known[row] += weight * strength
            elif allowed(row):
                known[row] = weight * strength
        rest -= weight
    # Sums taken in another order would differ in their last digits.
    covered = dict.fromkeys(known, 0.0)
    for term, weight in zip(terms, weights, strict=True):
        held = term.rows
        if len(held) < len(known):
            for row, strength in held.items():
                if row in covered:
                    covered[row] += weight * strength
        else:
            for row in known:
                if row in held:
                    covered[row] += weight * held[row]
    return covered


def _pairs(terms: list[QueryTerm], weights: list[float]) -> list[_Pair]:
    """Return each two neighbouring terms with a weight and, as stems, the phrases they make."""
    pairs: list[_Pair] = []
    for weight, (first, second) in zip(map(min, pairwise(weights)), pairwise(terms), strict=True):
        phrases = [f" {a} {b} " for a in first.stems[:4] for b in second.stems[:4]]
        pairs.append((weight, first.rows, second.rows, phrases))
    return pairs


def _together(row: int, sequence: str, pairs: list[_Pair]) -> float | None:
    """Return the weighted share of neighbouring terms that stand together, None for a lone term."""
    found = whole = 0.0
    for weight, first, second, phrases in pairs:
        whole += weight
        if row in first and row in second and any(phrase in sequence for phrase in phrases):
            found += weight
    return found / whole if whole else None


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
            given *= _LESS_TOLD
        hitting = [term.stems for term in terms if row in term.rows]
        # Most facts with a word quote it: the index knows, and nothing need be read.
        if len(hitting) == 1 and not numbers and not index.quotes(row, hitting[0]):
            given *= _LONE_WORD if lone_word(fact, hitting[0], stem) else 1.0
        lacking = sum(row not in term.rows for term in heads)
        unlike = sum(row not in term.rows for term in numbers)
        unnamed = sum(name not in index.sequences[row] for name in names)
        return float(given * _HEADLESS**lacking * _OTHER_NUMBER**unlike * _OTHER_NAME**unnamed)

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
