"""What the tools give, as types from which the SDK makes output schemas.

The fields are those of the commands' JSON, see docs/formats.md; `wp.show.records` fills them.
"""

from typing import Annotated, Literal, NotRequired

from pydantic import Field as Told

# pydantic, which makes the schemas, cannot read typing's own TypedDict before Python 3.12.
from typing_extensions import TypedDict

from wp.search.answer import Field, MatchKind
from wp.verify.check import Level
from wp.verify.roles import Role
from wp.verify.verdict import ClaimVerdict, Kind, Operation, QuotationVerdict


class Period(TypedDict):
    """A date or span as printed; start and end are ISO 8601, as precise as printed."""

    text: str
    start: str | None
    end: str | None


class Figure(TypedDict):
    """A figure as printed, its value, its unit and what it counts."""

    text: Annotated[str, Told(description="As the document prints it.")]
    value: int | float
    unit: str
    qualifier: str | None
    measures: Annotated[str, Told(description="What it counts, in our words.")]
    period: Period | None
    context_period: Period | None
    part_of: str | None


class Fact(TypedDict):
    """One thing the document states; `quote` is verbatim, `statement` a neutral summary.

    A passage is a sentence that no fact quotes: it has no statement and no topic.
    """

    kind: Literal["fact", "passage"]
    id: str
    document: str
    section: str
    section_title: str
    topic: str | None
    topic_title: str | None
    statement: Annotated[
        str | None, Told(description="Our summary, not the document's words: never quote it.")
    ]
    quote: Annotated[str, Told(description="The document's words, verbatim.")]
    figures: list[Figure]
    dates: list[Period]
    aliases: list[str]
    context: str | None
    paragraph: int
    page: str | None
    url: str | None
    text_fragment_url: str | None
    draft: NotRequired[bool]


class Match(TypedDict):
    """What of the query hit what of the fact; spans are offsets in the quote."""

    query: str
    found: str
    field: Field
    kind: MatchKind
    spans: list[tuple[int, int]]


class FoundFact(Fact):
    """A fact with its score, 0 to 100, and why it was found."""

    score: float
    matches: list[Match]


class SearchResult(TypedDict):
    """The facts that answer, best first; none means that the base does not answer the query."""

    facts: list[FoundFact]
    left_out: int
    nearest_topics: list[str]
    not_searched: list[str]


class Selector(TypedDict):
    """A TextQuoteSelector of the W3C Web Annotation Data Model."""

    type: Literal["TextQuoteSelector"]
    exact: str
    prefix: str
    suffix: str


class FullFact(Fact):
    """A fact with its citation and the words around its quote."""

    citation: str
    selector: Selector


class SectionEntry(TypedDict):
    """A part of the document; `included` tells whether the base holds its text."""

    document: str
    section: str
    title: str
    included: bool
    paragraphs: NotRequired[int]
    facts: NotRequired[int]
    url: NotRequired[str | None]
    url_confirmed: NotRequired[bool]


class Topic(TypedDict):
    """A topic and how many facts it has."""

    document: str
    section: str
    topic: str
    title: str
    aliases: list[str]
    facts: int


class Contents(TypedDict):
    """The parts of the document and the topics of those that the base holds."""

    sections: list[SectionEntry]
    sections_left_out: int
    topics: list[Topic]
    next_topic: int | None


class Paragraph(TypedDict):
    """A paragraph as printed and the ids of the facts that begin in it."""

    paragraph: int
    text: str
    characters_left_out: int
    facts: list[str]


class SectionText(TypedDict):
    """Paragraphs of a section; `next_paragraph` is null when the section ends with them.

    `url_confirmed` is false where the address follows from another section's and was not visited.
    """

    document: str
    section: str
    title: str
    url: str | None
    url_confirmed: bool
    paragraphs: list[Paragraph]
    next_paragraph: int | None


class Change(TypedDict):
    """One difference between a quotation and the source."""

    op: Operation
    quotation: str
    source: str
    kind: Kind


class Nearest(TypedDict):
    """The passage that shares most words with a missing quotation: not what was quoted."""

    source: str
    document: str
    section: str | None
    paragraph: int | None


class Verdict(TypedDict):
    """What a quotation is, measured by the source; `source` is the passage as printed.

    `not_searched` names the parts of the document that are not held here, for a missing one.
    """

    quotation: str
    verdict: QuotationVerdict
    source: str | None
    document: str | None
    section: str | None
    paragraph: int | None
    page: str | None
    url: str | None
    text_fragment_url: str | None
    facts: list[str]
    changes: list[Change]
    warnings: list[str]
    places: int
    nearest: Nearest | None
    not_searched: list[str]


class CheckedQuotation(Verdict):
    """A quotation of the text and its verdict; lines and columns count from 1."""

    text: str
    line: int
    column: int
    end_line: int
    end_column: int
    role: Role
    level: Level
    ignored: str | None


class CheckedFigure(TypedDict):
    """A figure or date of a sentence, its own verdict, and the fact that decided it."""

    text: str
    value: int | float | str | None
    unit: str | None
    verdict: ClaimVerdict
    fact: str | None
    source: str | None
    reason: str


class CheckedClaim(TypedDict):
    """A sentence that reports figures or dates, and whether the base's figures agree."""

    sentence: str
    line: int
    column: int
    end_line: int
    end_column: int
    verdict: ClaimVerdict
    figures: list[CheckedFigure]
    facts: list[str]
    source: str | None
    reasons: list[str]
    level: Level
    ignored: str | None


class TextWarning(TypedDict):
    """Something that keeps the text from being checked whole, such as an unpaired mark."""

    text: str
    line: int
    column: int


class NotChecked(TypedDict):
    """What of the text was passed over, such as front matter or hidden text, and where."""

    line: int | None
    what: str
    why: str


class CheckedText(TypedDict):
    """All quotations and reported figures of a text; `errors` counts what is wrong."""

    errors: int
    left_out: int
    quotations: list[CheckedQuotation]
    claims: list[CheckedClaim]
    warnings: list[TextWarning]
    not_checked: list[NotChecked]


class Citation(TypedDict):
    """A citation, its entry in the list of references, and the quotation ready to paste."""

    id: str
    style: str
    citation: str | None
    reference: str | None
    quotation: str | None
    section: str
    paragraph: int
    page: str | None
    url: str | None
    text_fragment_url: str | None
