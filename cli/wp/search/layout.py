"""The layout of a search index: what its making and its reading agree on."""

from typing import Any, NamedTuple

from wp.model import Fact

Index = dict[str, Any]
"""Plain data (dict, list, tuple, str, int, float), so that it can be stored as it is.

- rows: how many facts and passages there are; a fact's row is its number in the order of the
  bases, those of the passages follow
- first_passage: the row of the first passage; passages: each as a plain `Passage`
- words: printed word → its stem; stems: stem → printed words
- facts: printed word → postings, one number a fact: row times 256, plus a weight in sixteenths
- topics: printed word → numbers of the topics named with it
- names: a topic's key, title and aliases; ranges: the rows of its facts. The passages of a section
  stand there like a topic without a key, called as the section is
- sequences: a row's stems in order, text by text, for phrases
- numbers: (value, row, unit), sorted; periods: (start, end, row)
- known: stems of common words, which are no typing errors
- kin: what readers say for the base's words, packed: see `wp.search.thesaurus`
- acronyms: initials of names in a quote → rows; expansions: stems of a name → its acronym
"""

WEIGHT_STEPS = 16


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
