"""Result types of the tools that no command has, for their output schemas."""

# pydantic, which makes the schemas, cannot read typing's own TypedDict before Python 3.12.
from typing_extensions import TypedDict

from wp.show import record_types as types


class SearchResult(TypedDict):
    """The facts that answer, best first; none means that the base does not answer the query."""

    facts: list[types.FoundFact]
    left_out: int
    nearest_topics: list[str]
    not_searched: list[str]


class Contents(TypedDict):
    """The parts of the document and the topics of those that the base holds."""

    sections: list[types.SectionRecord]
    sections_left_out: int
    topics: list[types.TopicRecord]
    next_topic: int | None


class GivenParagraph(TypedDict):
    """A paragraph as printed and the ids of the facts that begin in it."""

    paragraph: int
    text: str
    characters_left_out: int
    facts: list[str]


class SectionPage(TypedDict):
    """Paragraphs of a section; `next_paragraph` is null when the section ends with them.

    `url_confirmed` is false where the address follows from another section's and was not visited.
    """

    document: str
    section: str
    title: str
    url: str | None
    url_confirmed: bool
    paragraphs: list[GivenParagraph]
    next_paragraph: int | None


class CheckedText(TypedDict):
    """All quotations and reported figures of a text; `errors` counts what is wrong."""

    errors: int
    left_out: int
    quotations: list[types.QuotationRecord]
    claims: list[types.ClaimRecord]
    warnings: list[types.WarningRecord]
    not_checked: list[types.NotCheckedRecord]
