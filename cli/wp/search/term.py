"""A term of a query: the words of the base that it may mean, and the rows that it hits."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from wp.search import MatchKind
from wp.search.index_layout import HOLDS_SPAN, WEIGHT_STEPS, Index, numbers
from wp.words import STOP_WORDS, stem, tokens

FORM_QUALITY = 0.95
"""What another form of a word counts for; the word as typed counts 1."""

_SHORTEST_PART = 4


class Reading(NamedTuple):
    """A word of the base that a typed word may mean, with how much such a hit counts."""

    word: str
    stem: str
    quality: float
    kind: MatchKind


def readings(index: Index, word: str, *, exact: bool = False) -> list[Reading]:
    """Return the base's words that a typed lower-case word means, its spelling as it is."""
    words = index.words
    stemmed = words.get(word)
    if exact:
        return [] if stemmed is None else [Reading(word, stemmed, 1.0, "word")]
    if stemmed is None:
        stemmed = stem(word)
    return [
        Reading(
            form, stemmed, 1.0 if form == word else FORM_QUALITY, "word" if form == word else "form"
        )
        for form in index.stems.get(stemmed, ())
    ]


def parts(index: Index, word: str, *, is_acronym: bool) -> tuple[str, str] | None:
    """Return two words of the base that a word is joined of ("skynet": sky, net); None for others.

    Neighbours in a text come first.

    One of the two may be a stop word beside a word of some length ("beltand": belt, and), or an
    acronym of an acronym ("UNSC": UN, SC).
    """
    words = index.words
    if is_acronym:
        for at in range(2, len(word) - 1):
            halves = word[:at], word[at:]
            if all(half in words or half in index.acronyms for half in halves):
                return halves
        return None
    from wp.words.dictionary import is_english

    english = is_english(word)  # "overtime" is no "over time"
    apart: tuple[str, str] | None = None
    for at in range(2, len(word) - 1):
        first, second = word[:at], word[at:]
        if first in words and second in words and min(len(first), len(second)) > 2:
            pair = f" {words[first]} {words[second]} "
            if any(True for _ in index.rows_with(pair)):
                return first, second
            if min(len(first), len(second)) >= _SHORTEST_PART:
                apart = apart or (first, second)
        elif not english and (
            (first in words and len(first) >= _SHORTEST_PART and second in STOP_WORDS)
            or (second in words and len(second) >= _SHORTEST_PART and first in STOP_WORDS)
        ):
            apart = apart or (first, second)
    return apart or _joined_by_stop_word(index, word)


def _joined_by_stop_word(index: Index, word: str) -> tuple[str, str] | None:
    """Return the two neighbours in a text that a stop word stands between: "beltandroad"."""
    for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART - 1):
        first = index.words.get(word[:at])
        for rest in range(at + 2, min(at + 4, len(word) - _SHORTEST_PART + 1)):
            second = index.words.get(word[rest:])
            if not (first and second and word[at:rest] in STOP_WORDS):
                continue
            if any(True for _ in index.rows_with(f" {first} {second} ")):
                return word[:at], word[rest:]
    return None


def stems_in_order(index: Index, phrase: str) -> str:
    """Return the stems of a phrase in order, spaces around them, as the index keeps texts."""
    content = [token.text for token in tokens(phrase) if token.text not in STOP_WORDS]
    return "".join(f" {index.words.get(word) or stem(word)}" for word in content) + " "


KIN_QUALITY = 0.6
"""What a synonym counts; the word as typed counts 1."""

TOPIC_STRENGTH = 0.6
"""What a word counts that stands in the names of a fact's topic, not in the fact."""


def _strength(code: int) -> float:
    """Turn a summed field weight into a strength: whether it is there, and a little how often."""
    weight = code / WEIGHT_STEPS
    return 0.85 * min(1.0, weight) + 0.15 * weight / (weight + 1.0)


STRENGTHS = tuple(map(_strength, range(256)))


class QueryTerm(NamedTuple):
    """A word, number or date of the query.

    `rows` gives the strength, 0 to 1, with which it hits each fact; `readings` are the base's
    words behind it; `values` are the numbers it stands for. `own_hits` is how many facts it
    hits without synonyms, where synonyms were added.
    """

    text: str
    readings: tuple[Reading, ...]
    rows: Mapping[int, float]
    kind: MatchKind = "word"
    values: tuple[int | float, ...] = ()
    own_hits: int | None = None

    @property
    def hits(self) -> int:
        """How many facts the term hits without synonyms."""
        return len(self.rows) if self.own_hits is None else self.own_hits

    @property
    def corrected(self) -> bool:
        """Whether the term is no English and taken for misspelt."""
        if not any(reading.kind == "spelling" for reading in self.readings):
            return False
        from wp.words.dictionary import is_english

        return not is_english(self.text.lower())

    @property
    def is_name(self) -> bool:
        """Whether the term is a word that English only has as a name."""
        from wp.words.dictionary import is_name

        return is_name(self.text.lower())

    def tells(self, row: int) -> bool:
        """Return whether a row has the term; a number or date more than within a longer span."""
        least = HOLDS_SPAN if self.kind in ("number", "date") else 0.0
        return self.rows.get(row, 0.0) > least

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of the readings, each once."""
        return tuple(dict.fromkeys(reading.stem for reading in self.readings))


def rows_of(
    index: Index, found: Sequence[Reading], *known: Mapping[int, float]
) -> Mapping[int, float]:
    """Return the strength with which readings of one term hit each fact.

    Of rows that are known with a strength already, the greater of the two is taken.
    """
    hits: list[tuple[float, Sequence[int]]] = []
    for reading in found:
        for weight, packed in index.postings.get(reading.word, ()):
            hits.append((STRENGTHS[weight] * reading.quality, numbers(packed)))
        for group in numbers(index.topics.get(reading.word, b"")):
            hits.append((TOPIC_STRENGTH * reading.quality, range(*index.groups[group][:2])))
    rows: dict[int, float] = {}
    # What hits most comes last, so that it is what stays.
    for strength, hit in sorted(hits, key=lambda one: one[0]):
        rows.update(dict.fromkeys(hit, strength))
    for more in known:
        for row, strength in more.items():
            if strength > rows.get(row, 0.0):
                rows[row] = strength
    return rows
