"""The text that quotations are held against: every section of the loaded bases, made ready once."""

from collections.abc import Sequence
from functools import cached_property

from wp.model import Base, Section
from wp.verify.tokens import Tokens, is_word


class Source(Tokens):
    """A section's text or heading as tokens, with the facts that its words belong to.

    A heading has no paragraph and no offsets of its own.
    """

    def __init__(
        self, base: Base, section: Section, *, heading: bool = False, prefix: str = ""
    ) -> None:
        super().__init__(section.title if heading else section.text)
        self.document = base.document.id
        self.section = section
        self.heading = heading
        self._prefix = prefix

    @cached_property
    def printed(self) -> dict[str, list[int]]:
        """Where each word stands as it is printed."""
        places: dict[str, list[int]] = {}
        for at, token in enumerate(self.texts):
            places.setdefault(token, []).append(at)
        return {token: found for token, found in places.items() if is_word(token)}

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands, without regard to case."""
        places: dict[str, list[int]] = {}
        for token, found in self.printed.items():
            lower = token.lower()
            places[lower] = sorted(places[lower] + found) if lower in places else found
        return places

    @cached_property
    def _facts(self) -> list[tuple[int, int, str]]:
        return [(fact.start, fact.end, self._prefix + fact.id) for fact in self.section.facts()]

    def facts_in(self, start: int, end: int) -> tuple[str, ...]:
        """Give the ids of the facts whose quotes share characters with [start, end)."""
        return tuple([id_ for first, stop, id_ in self._facts if first < end and start < stop])


class Corpus:
    """All that can be quoted: the sections of one or several bases, then their headings."""

    def __init__(self, bases: Sequence[Base]) -> None:
        qualified = len(bases) > 1
        parts = [
            (base, section, f"{base.document.id}:" if qualified else "")
            for base in bases
            for section in base.sections
        ]
        self.sources: tuple[Source, ...] = (
            *(Source(base, section, prefix=prefix) for base, section, prefix in parts),
            *(
                Source(base, section, prefix=prefix, heading=True)
                for base, section, prefix in parts
            ),
        )

    @cached_property
    def _counts(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for source in self.sources:
            for word, places in source.places.items():
                counts[word] = counts.get(word, 0) + len(places)
        return counts

    def count(self, word: str) -> int:
        """Give how often a word, in lower case, is printed."""
        return self._counts.get(word, 0)

    @cached_property
    def size(self) -> int:
        """How many tokens all sources have."""
        return sum(map(len, self.sources))


def corpus(bases: Sequence[Base]) -> Corpus:
    """Make the texts of these bases ready to be searched for quotations."""
    return Corpus(bases)
