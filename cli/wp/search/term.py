"""A term of a query: the rows it hits, and how strongly."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from wp.search.answer import MatchKind
from wp.search.index_layout import HOLDS_SPAN, WEIGHT_STEPS, Index, numbers
from wp.search.vocabulary import Reading

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
        from wp.words.lexicon import is_english

        return not is_english(self.text.lower())

    @property
    def is_name(self) -> bool:
        """Whether the term is a word that English only has as a name."""
        from wp.words.lexicon import is_name

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
