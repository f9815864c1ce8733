"""The layout of a search index: what its making and its reading agree on."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from wp.model import Fact

WEIGHT_STEPS = 16

HOLDS_SPAN = 0.7
"""What a date counts at most for a fact of a longer span that holds it."""


class Index:
    """The search index of some bases: plain data, so that it can be stored as it is.

    A fact's row is its number in the order of the bases; the rows of passages follow.
    """

    rows: int
    """How many facts and passages there are."""
    first_passage: int
    """The row of the first passage."""
    passages: Sequence[tuple[Any, ...]]
    """Each passage as a plain `Passage`."""
    words: Mapping[str, str]
    """Printed word → its stem."""
    stems: Mapping[str, Sequence[str]]
    """Stem → printed words."""
    facts: Mapping[str, Sequence[int]]
    """Printed word → postings, one number a fact: row times 256, plus a weight in sixteenths."""
    topics: Mapping[str, Sequence[int]]
    """Printed word → numbers of the topics named with it."""
    names: Sequence[tuple[str, str, str]]
    """Key, title and aliases of each topic. The passages of a section stand there like a topic
    without a key, called as the section is."""
    ranges: Sequence[tuple[int, int]]
    """The rows of each topic's facts."""
    sequences: Sequence[str]
    """For each row its stems in order, text by text, for phrases."""
    numbers: Sequence[tuple[int | float, int, str]]
    """Value, row and unit, sorted."""
    periods: Sequence[tuple[str, str, int]]
    """Start, end and row."""
    acronyms: Mapping[str, Sequence[int]]
    """Initials of names in a quote → rows."""
    expansions: Mapping[str, str]
    """Stems of a name → its acronym."""
    kin: bytes
    """What readers say for the base's words, packed: see `wp.search.thesaurus`."""
    store: Any
    """What answers for a large base kept in a file: see `wp.search.store`."""

    def __init__(self, parts: Mapping[str, Any]) -> None:
        """Take the parts by their names; each is asked for once, when it is needed."""
        self._parts = parts
        self.store = parts.get("store")

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            try:
                part = self._parts[name]
            except KeyError:
                raise AttributeError(name) from None
            setattr(self, name, part)
            return part


class Passage(NamedTuple):
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
