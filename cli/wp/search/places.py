"""A place in a document as it is written: "VI ¶4", "VI:4-6", "section VI, paragraph 4"."""

import re
from typing import NamedTuple

from wp.errors import NotFoundError
from wp.model import Fact, Section
from wp.pattern import pattern

_WRITTEN = pattern(
    r"\s*(?P<section>.{0,199}?[^\s.:¶])(?:\.?\s*(?:¶+|:)\s*|\.?[\s,]+para(?:graph|\.)?s?\s+|\.)"
    r"(?P<first>[0-9]{1,6})(?:\s*[-\N{EN DASH}]\s*(?P<last>[0-9]{1,6}))?\s*"
    # As answers print it: its own number and its page tell nothing more.
    r"(?:\(numbered “[^”]*”\)\s*)?(?:,?\s*pp?\.\s*\S{1,20}\s*)?",
    re.IGNORECASE,
)


class Written(NamedTuple):
    """A place as written: what names the section, the first and last paragraph."""

    section: str
    first: int
    last: int


class SectionPlace(NamedTuple):
    """Paragraphs of a section, the first and the last, counted from 1."""

    section: Section
    first: int
    last: int

    @property
    def name(self) -> str:
        """Return the place in the form that every command takes: "VI:4", "VI:4-6"."""
        to = f"-{self.last}" if self.last > self.first else ""
        return f"{self.section.id}:{self.first}{to}"

    def narrowed(self) -> Section:
        """Return the section with no topics and facts but those of these paragraphs."""
        if (self.first, self.last) == (1, len(self.section.paragraphs)):
            return self.section
        topics = []
        for topic in self.section.topics:
            facts = tuple(f for f in topic.facts if self.first <= f.paragraph <= self.last)
            if facts:
                topics.append(topic._replace(facts=facts))
        return self.section._replace(topics=tuple(topics))

    def passage(self) -> Fact:
        """Return the paragraphs as a passage, with the link that leads to them."""
        from wp.search.passages import linked

        paragraphs = self.section.paragraphs
        start = sum(len(paragraph) + 1 for paragraph in paragraphs[: self.first - 1])
        quote = " ".join(paragraphs[self.first - 1 : self.last])
        passage = Fact(
            id=self.name,
            document=self.section.document,
            section=self.section.id,
            topic="",
            statement="",
            quote=quote,
            paragraph=self.first,
            start=start,
            end=start + len(quote),
            fragment="",
        )
        return linked(passage, self.section)


def read_place(text: str) -> Written | None:
    """Read a place with a paragraph; None for anything else, a section or a fact's id among it."""
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    first = int(found["first"])
    return Written(found["section"], first, int(found["last"] or first))


def whole(section: Section) -> SectionPlace:
    """Return all paragraphs of a section."""
    return SectionPlace(section, 1, len(section.paragraphs))


def place_in(section: Section, first: int, last: int) -> SectionPlace:
    """Return these paragraphs of a section; NotFoundError when it does not have them."""
    count = len(section.paragraphs)
    if not 1 <= first <= last <= count:
        remedy = f"section {section.id} has the paragraphs 1 to {count}"
        if 1 <= last < first <= count:
            remedy = f"the lower number stands first: {section.id}:{last}-{first}"
        to = f"-{last}" if last != first else ""
        raise NotFoundError("paragraph", f"{section.id}:{first}{to}", remedy=remedy)
    return SectionPlace(section, first, last)
