"""A fact base as its file has it: plain data whose shape was checked (docs/fact-base.md).

Only types, imported where types are checked: a look-up is not to pay for them.
"""

from typing import NotRequired, TypedDict


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
