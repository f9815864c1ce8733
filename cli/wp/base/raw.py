"""A fact base as its file has it (docs/fact-base.md), and the model built from such data.

The shape of the data was checked before. A look-up opens a base in prepared form and needs none of
this.
"""

from typing import NotRequired, TypedDict

from wp.model import Base, Document, Fact, Figure, Heading, PageMark, Period, Section, Topic


class RawPeriod(TypedDict):
    """A date or span; `start` and `end` in ISO 8601, as precise as printed."""

    text: str
    start: NotRequired[str | None]
    end: NotRequired[str | None]


class RawFigure(TypedDict):
    """A figure as printed, its value and what it counts."""

    text: str
    value: int | float
    unit: str
    measures: str
    qualifier: NotRequired[str]
    period: NotRequired[RawPeriod]
    context_period: NotRequired[RawPeriod]
    part_of: NotRequired[str]


class RawFact(TypedDict):
    """A statement and the stretch of text that it stands on."""

    statement: str
    quote: str
    context: NotRequired[str]
    context_of: NotRequired[str]
    """The key of an earlier fact of the topic whose quote is the context."""
    aliases: NotRequired[list[str]]
    figures: NotRequired[list[RawFigure]]
    dates: NotRequired[list[RawPeriod]]
    draft: NotRequired[bool]


class RawTopic(TypedDict):
    """Facts by their keys."""

    title: str
    aliases: NotRequired[list[str]]
    facts: dict[str, RawFact]


class RawPage(TypedDict):
    """Where a page begins: a paragraph (1-based) and an offset in it."""

    paragraph: int
    offset: int
    page: str


class RawSection(TypedDict):
    """A part of the text, one paragraph a string, and its topics by their keys."""

    title: str
    url: NotRequired[str]
    url_confirmed: NotRequired[bool]
    paragraphs: list[str]
    pages: NotRequired[list[RawPage]]
    topics: dict[str, RawTopic]


class RawHeading(TypedDict):
    """A part of the document; `included` tells whether the base has its text.

    `headings` are those within it, as printed.
    """

    id: str
    title: str
    included: bool
    headings: NotRequired[list[str]]


class RawDocument(TypedDict):
    """What is known of the document itself."""

    id: str
    title: str
    publisher: str
    published: str
    language: str
    edition: NotRequired[str]
    rights: NotRequired[str]
    contents: NotRequired[list[RawHeading]]


class RawBase(TypedDict):
    """The whole file; sections by their ids."""

    schema_version: int
    document: RawDocument
    sections: dict[str, RawSection]


QuotePlace = tuple[int, int, int, str]
"""Paragraph (1-based), start and end offset in the section's text, text directive."""


def assemble(raw: RawBase, places: list[QuotePlace], digest: str) -> Base:
    """Build the model from checked raw data and the place of every fact, in the file's order."""
    document = assemble_document(raw["document"])
    place = iter(places)
    sections = []
    for section_id, section in raw["sections"].items():
        topics = []
        for topic_key, topic in section["topics"].items():
            facts = tuple(
                _assemble_fact(document.id, section_id, topic_key, fact_key, fact, next(place))
                for fact_key, fact in topic["facts"].items()
            )
            aliases = tuple(topic.get("aliases", ()))
            topics.append(Topic(topic_key, section_id, topic["title"], aliases, facts, document.id))
        sections.append(
            Section(
                section_id,
                section["title"],
                section.get("url", ""),
                section.get("url_confirmed", False),
                tuple(section["paragraphs"]),
                tuple(topics),
                document.id,
                _page_marks(section) if "pages" in section else (),
            )
        )
    return Base(document, tuple(sections), digest)


def _page_marks(section: RawSection) -> tuple[PageMark, ...]:
    """Return where pages begin in a section's text, from its checked raw data."""
    begins = [0]
    for paragraph in section["paragraphs"]:
        begins.append(begins[-1] + len(paragraph) + 1)
    return tuple(
        PageMark(begins[mark["paragraph"] - 1] + mark["offset"], mark["page"])
        for mark in section["pages"]
    )


def assemble_document(raw: RawDocument) -> Document:
    """Build the model of the document's data from checked raw data."""
    contents = tuple(
        Heading(
            heading["id"],
            heading["title"],
            heading["included"],
            tuple(heading.get("headings", ())),
        )
        for heading in raw.get("contents", ())
    )
    return Document(
        raw["id"],
        raw["title"],
        raw["publisher"],
        raw["published"],
        raw["language"],
        raw.get("edition", ""),
        raw.get("rights", ""),
        contents,
    )


def _assemble_fact(
    document: str, section: str, topic: str, key: str, raw: RawFact, place: QuotePlace
) -> Fact:
    """Build a fact of this document, section, topic and key from checked raw data."""
    return Fact(
        f"{section}.{topic}.{key}",
        document,
        section,
        topic,
        raw["statement"],
        raw["quote"],
        *place,
        tuple(raw.get("aliases", ())),
        tuple(map(_figure, raw.get("figures", ()))),
        tuple(map(_period, raw.get("dates", ()))),
        raw.get("context", ""),
        raw.get("draft", False),
    )


def _figure(raw: RawFigure) -> Figure:
    period = raw.get("period")
    context_period = raw.get("context_period")
    return Figure(
        raw["text"],
        raw["value"],
        raw["unit"],
        raw["measures"],
        raw.get("qualifier"),
        _period(period) if period else None,
        _period(context_period) if context_period else None,
        raw.get("part_of"),
    )


def _period(raw: RawPeriod) -> Period:
    return Period(raw["text"], raw.get("start"), raw.get("end"))
