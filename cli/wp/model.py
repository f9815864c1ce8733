"""The fact base as values: documents, sections, topics, facts, figures, periods.

Named tuples rather than dataclasses: they are made four times as fast when `wp` starts, and a
look-up is mostly start-up. Nothing here reads, writes or prints.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

UNKNOWN_PUBLISHER = "Unknown publisher"
UNKNOWN_DATE = "0001"
"""What a draft base says of its document until a person knows better."""


def is_year(date: str | None) -> bool:
    """Return whether an ISO 8601 date is a mere year."""
    return len(date or "") == len("2017")


def has_month(date: str | None) -> bool:
    """Return whether an ISO 8601 date is as precise as a month, or a day."""
    return len(date or "") >= len("2017-12")


def has_day(date: str | None) -> bool:
    """Return whether an ISO 8601 date is as precise as a day."""
    return len(date or "") == len("2017-12-15")


class Period(NamedTuple):
    """A date or span as printed; `start` and `end` are ISO 8601, as precise as printed.

    Both are None for a time that the text names by an event ("Since the 18th National Congress").
    """

    text: str
    start: str | None
    end: str | None

    @property
    def is_vague(self) -> bool:
        """Return whether the text names no year ("Since the 18th National Congress")."""
        return self.start is None and self.end is None


class Figure(NamedTuple):
    """A printed quantity or ordinal: its words, its value and what it counts."""

    text: str
    value: int | float
    unit: str
    measures: str
    qualifier: str | None = None
    period: Period | None = None
    context_period: Period | None = None
    part_of: str | None = None

    @property
    def time(self) -> Period | None:
        """The period that the quote gives, else the one that its neighbour gives."""
        return self.period or self.context_period

    def whole(self, fact: str) -> tuple[str, str] | None:
        """Return what a figure of a fact is a part of: the id of the fact, the figure's text.

        `part_of` names a figure of the same fact by its text, or `SECTION.topic.fact#text`.
        """
        if self.part_of is None:
            return None
        id_, mark, text = self.part_of.rpartition("#")
        return id_ if mark else fact, text


class Fact(NamedTuple):
    """One thing the document states, with the words it states it in.

    A passage (see `wp.search.passages`) is given in this form too: its id is its place, `VI.4.2`,
    its topic and statement are empty.

    `start` and `end` are character offsets of the quote in `Section.text`; `paragraph` is the
    1-based paragraph in which it begins; `fragment` is the text directive that finds the quote on
    the section's page.
    """

    id: str
    document: str
    section: str
    topic: str
    statement: str
    quote: str
    paragraph: int
    start: int
    end: int
    fragment: str
    aliases: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[Period, ...] = ()
    context: str = ""
    draft: bool = False

    @property
    def kind(self) -> Literal["fact", "passage"]:
        """Return whether this is a curated fact or a passage, a sentence without a statement."""
        return "fact" if self.statement else "passage"

    @property
    def summary(self) -> str:
        """The statement where it is more than words of the quote, else "": so it is of most drafts.

        "The document states: " before them, for what it says as "we", is no word more.
        """
        said = self.statement.removeprefix("The document states: ")
        return "" if said.casefold() in self.quote.casefold() else self.statement

    @property
    def periods(self) -> tuple[Period, ...]:
        """Return its dates, and the times of its figures."""
        named = [*self.dates]
        for figure in self.figures:
            named += [one for one in (figure.period, figure.context_period) if one]
        return tuple(dict.fromkeys(named))

    @property
    def is_row(self) -> bool:
        """Return whether a draft was made of a table's row."""
        bracketed = self.quote.endswith(")") and self.quote[-2:-1] in "0123456789%"
        ended = self.quote.endswith((".", "!", "?", ";", ":", ")", "”", '"'))
        return self.draft and (bracketed or not ended)

    def _repr_html_(self) -> str:
        from wp.html import card

        rows = [
            ("Quote", f"“{self.quote}”"),
            ("After", self.context),
            ("Place", f"section {self.section}, paragraph {self.paragraph}"),
            *(("Figure", f"{one.text}: {one.measures}") for one in self.figures),
            *(("Date", date.text) for date in self.dates),
            ("Id", self.id),
        ]
        return card(rows, self.statement)


class Topic(NamedTuple):
    """Facts on one theme of a section."""

    key: str
    section: str
    title: str
    aliases: tuple[str, ...]
    facts: Sequence[Fact]
    document: str = ""

    def _repr_html_(self) -> str:
        from wp.html import table

        rows = [(fact.id, fact.statement, f"“{fact.quote}”") for fact in self.facts]
        return table(("Fact", "Statement", "Quote"), rows, self.title)


@lru_cache(maxsize=16)
def _lines(paragraphs: Sequence[str]) -> str:
    return "\n".join(paragraphs)


class PageMark(NamedTuple):
    """Where a page of the document begins in a section's text, and what it is cited as."""

    offset: int
    page: str


class Section(NamedTuple):
    """A section of the document: its whole text, its topics, where pages begin in it."""

    id: str
    title: str
    url: str
    url_confirmed: bool
    paragraphs: Sequence[str]
    topics: tuple[Topic, ...]
    document: str = ""
    pages: tuple[PageMark, ...] = ()

    @property
    def text(self) -> str:
        """The paragraphs, a line each: what offsets in this section count in."""
        return _lines(self.paragraphs)

    def page(self, start: int, end: int) -> str:
        """Return the page of the stretch [start, end) of the text, or its pages: "12", "12–13".

        Empty where the document has no pages.
        """
        if not self.pages:
            return ""
        from bisect import bisect_right

        offsets = [mark.offset for mark in self.pages]
        first = bisect_right(offsets, start) - 1
        last = bisect_right(offsets, max(start, end - 1)) - 1
        if first < 0:
            return ""
        page = self.pages[first].page
        return page if last == first else f"{page}–{self.pages[last].page}"

    def link(self, fact: Fact) -> str:
        """Return the address that leads to a fact's words; empty where none is known."""
        return self.url + fact.fragment if self.url and fact.fragment else ""

    def facts(self) -> Iterator[Fact]:
        """Every fact of the section, in the order of the base."""
        for topic in self.topics:
            yield from topic.facts

    def facts_as_read(self) -> list[Fact]:
        """Every fact in the order of the text; of two that begin together the longer first."""
        return sorted(self.facts(), key=lambda fact: (fact.start, -fact.end))

    def _repr_html_(self) -> str:
        from wp.html import Link, table

        rows = [
            (topic.title, fact.paragraph, fact.id, fact.statement, Link(f"“{fact.quote}”", link))
            for topic in self.topics
            for fact in topic.facts
            for link in (self.link(fact) or self.url,)
        ]
        return table(("Topic", "Paragraph", "Fact", "Statement", "Quote"), rows, self.title)


class Heading(NamedTuple):
    """A line of the document's table of contents; `included` when the base holds its text.

    `headings` are those within the part, as printed.
    """

    id: str
    title: str
    included: bool
    headings: tuple[str, ...] = ()


class Document(NamedTuple):
    """The document that a base is made from."""

    id: str
    title: str
    publisher: str
    published: str
    language: str
    edition: str = ""
    rights: str = ""
    contents: tuple[Heading, ...] = ()


class Base(NamedTuple):
    """A fact base: one document, its sections and facts.

    `digest` is the SHA-256 of the file it was read from, in hexadecimal.
    """

    document: Document
    sections: tuple[Section, ...]
    digest: str = ""

    def facts(self) -> Iterator[Fact]:
        """Every fact of the base, in the order of the base."""
        for section in self.sections:
            yield from section.facts()

    def topics(self) -> Iterator[Topic]:
        """Every topic of the base, in the order of the base."""
        for section in self.sections:
            yield from section.topics

    def parts(self) -> Iterator[tuple[str, str, Section | None]]:
        """Every part of the document in its order: id, title, section where the base holds it."""
        held = {section.id: section for section in self.sections}
        titles = {heading.id: heading.title for heading in self.document.contents}
        titles |= {section.id: section.title for section in self.sections}
        for id_, title in titles.items():
            yield id_, title, held.get(id_)

    def section(self, section_id: str) -> Section:
        """Return the section with this exact id; KeyError when there is none."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    def topic(self, section_id: str, key: str) -> Topic:
        """Return the topic with this exact section id and key; KeyError when there is none."""
        for topic in self.section(section_id).topics:
            if topic.key == key:
                return topic
        raise KeyError(key)


def text_digest(base: Base) -> str:
    """Return the SHA-256 of a base's text, in hexadecimal: one number that two people can compare.

    The text is every paragraph in order, each with a line feed behind it, in UTF-8. Headings,
    facts and the document's data are not part of it.
    """
    from wp.files import digest

    paragraphs = (paragraph for section in base.sections for paragraph in section.paragraphs)
    return digest("".join(f"{paragraph}\n" for paragraph in paragraphs).encode())


def is_chosen(names: Collection[str], document: str, name: str) -> bool:
    """Return whether a choice of sections or topics takes in the one of this name in a document.

    A choice holds names (`VI`), which stand for every document's, or names with the document's id
    (`legal-protection-2017:VI`); an empty one takes in everything.
    """
    return not names or name in names or f"{document}:{name}" in names


def not_searched(bases: Iterable[Base]) -> list[str]:
    """Return the ids of the parts that the documents have and the bases lack, in their order.

    Where several bases are loaded an id has its document's before it.
    """
    loaded = tuple(bases)
    return [
        heading.id if len(loaded) == 1 else f"{base.document.id}:{heading.id}"
        for base in loaded
        for heading in base.document.contents
        if not heading.included
    ]
