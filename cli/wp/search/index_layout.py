"""The search index: its parts as plain data, and how they are read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from wp.model import Fact

WEIGHT_STEPS = 16
_NUMBER_SIZE = 4


class TopicRows(NamedTuple):
    """Facts in a row that have one topic: the first row and the one behind the last, its names.

    The passages of a section stand there like a topic without a key, called as the section is.
    `aliases` are parted by bars.
    """

    first: int
    end: int
    document: str
    section: str
    key: str
    title: str
    aliases: str


HOLDS_SPAN = 0.7
"""What a date counts at most for a fact of a longer span that holds it."""


class Index:
    """The search index of some bases: plain data, so that it can be stored as it is.

    A fact's row is its number in the order of the bases; the rows of passages follow. Lists of
    rows and of other numbers are packed, 32 bits each.
    """

    rows: int
    """How many facts and passages there are."""
    first_passage: int
    """The row of the first passage."""
    passages: Sequence[tuple[Any, ...]]
    """Each passage as a plain `IndexedPassage`."""
    vocabulary: str
    """`printed` as one text, parted by spaces."""
    words: Mapping[str, str]
    """Printed word → its stem."""
    stems: Mapping[str, Sequence[str]]
    """Stem → printed words."""
    postings: Mapping[str, Sequence[tuple[int, bytes]]]
    """Printed word → the weights, in sixteenths, with which rows have it, each with these rows."""
    topics: Mapping[str, bytes]
    """Printed word → numbers of the groups named with it."""
    groups: Sequence[tuple[Any, ...]]
    """Each group as a plain `TopicRows`, in the order of their rows."""
    sequences: Sequence[str]
    """For each row its stems in order, text by text, for phrases."""
    numbers: Sequence[tuple[int | float, int, str]]
    """Value, row and unit, sorted."""
    units: Sequence[str]
    """All units."""
    periods: Sequence[tuple[str, str, Sequence[int]]]
    """Start, end and rows."""
    acronyms: Mapping[str, bytes]
    """Initials of names in a quote → rows."""
    synonyms: Mapping[str, Sequence[str]]
    """What readers say for the base's words: see `wp.search.index.synonyms_of_base`."""
    near: Mapping[str, Sequence[str]]
    """What they say that only comes near the base's words."""

    def __init__(self, parts: Mapping[str, Any]) -> None:
        """Take the parts by their names; each is asked for once, when it is needed."""
        self._parts = parts

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            try:
                part = self._parts[name]
            except KeyError:
                raise AttributeError(name) from None
            setattr(self, name, part)
            return part

    def hits(self, word: str) -> int:
        """Return how many facts and passages print a word."""
        return sum(len(packed) for _, packed in self.postings.get(word, ())) // _NUMBER_SIZE

    def group_of(self, row: int) -> TopicRows:
        """Return the group that a row stands in."""
        from bisect import bisect_right

        number = bisect_right(self.groups, row, key=lambda group: group[0]) - 1
        return TopicRows(*self.groups[number])

    def rows_with_stem(self, stem: str) -> set[int]:
        """Return the rows that have a stem in a text of their own or of their topic."""
        found: set[int] = set()
        for word in self.stems.get(stem, ()):
            for _, packed in self.postings.get(word, ()):
                found.update(numbers(packed))
            for group in numbers(self.topics.get(word, b"")):
                found.update(range(*self.groups[group][:2]))
        return found

    def rows_with(self, phrase: str) -> Iterator[int]:
        """Find the rows whose texts hold stems in this order; spaces stand around the phrase."""
        holding: set[int] | None = None
        for stem in phrase.split():
            rows = self.rows_with_stem(stem)
            holding = rows if holding is None else holding & rows
            if not holding:
                return
        for row in sorted(holding or ()):
            if phrase in self.sequences[row]:
                yield row

    def fact(self, facts: Sequence[Fact], row: int) -> Fact:
        """Return the fact or passage of a row; `facts` are those that the index was built from."""
        if row < self.first_passage:
            return facts[row]
        return IndexedPassage(*self.passages[row - self.first_passage]).fact()

    def quotes(self, row: int, stems: Iterable[str]) -> bool:
        """Return whether the quote of a row, its first text, has one of these stems."""
        texts = self.sequences[row]
        quote = texts[: texts.find("|", 2)]
        return any(f" {stem} " in quote for stem in stems)

    @cached_property
    def printed(self) -> list[str]:
        """All printed words in the order of the bases."""
        return self.vocabulary.split(" ")


def numbers(packed: bytes) -> Sequence[int]:
    """Return the numbers of a packed list."""
    return memoryview(packed).cast("I")


class IndexedPassage(NamedTuple):
    """A sentence of the text as plain data, which the index stores.

    `paragraph` and `number`, that of the sentence in it, count from 1; `start` and `end` are
    offsets in the section's text.
    """

    document: str
    section: str
    paragraph: int
    number: int
    start: int
    end: int
    quote: str

    def fact(self) -> Fact:
        """Return the passage in the form of a fact: without statement, topic and fragment."""
        return Fact(
            f"{self.section}.{self.paragraph}.{self.number}",
            self.document,
            self.section,
            "",
            "",
            self.quote,
            self.paragraph,
            self.start,
            self.end,
            "",
        )
