"""The records that programs get, as types: see docs/formats.md for what their fields mean.

`wp mcp` makes the output schemas of its tools from them, so a docstring here is what an assistant
reads. Nothing else imports this module when it runs.
"""

from typing import Literal, NotRequired

# pydantic, which makes the schemas, cannot read typing's own TypedDict before Python 3.12.
from typing_extensions import TypedDict

from wp.cite.markup import Target
from wp.search import Field, MatchKind
from wp.verify.attribution import Role
from wp.verify.checked import Level
from wp.verify.verdict import ClaimVerdict, Kind, Operation, QuotationVerdict


class PeriodRecord(TypedDict):
    """A date or span as printed; start and end are ISO 8601, as precise as printed."""

    text: str
    start: str | None
    end: str | None


class FigureRecord(TypedDict):
    """A figure as printed, its value, its unit and, in our words, what it counts (`measures`)."""

    text: str
    value: int | float
    unit: str
    qualifier: str | None
    measures: str
    period: PeriodRecord | None
    context_period: PeriodRecord | None
    part_of: str | None


class FactRecord(TypedDict):
    """One thing the document states.

    `quote` has the document's words, verbatim; `statement` is our summary: never quote it. A
    passage is a sentence that no fact quotes: it has no statement and no topic.
    """

    id: str
    kind: Literal["fact", "passage"]
    document: str
    section: str
    section_title: str
    topic: str | None
    topic_title: str | None
    statement: str | None
    quote: str
    figures: list[FigureRecord]
    dates: list[PeriodRecord]
    aliases: list[str]
    context: str | None
    paragraph: int
    page: str | None
    url: str | None
    text_fragment_url: str | None
    draft: NotRequired[bool]


class MatchRecord(TypedDict):
    """What of the query hit what of the fact; spans are offsets in the quote."""

    query: str
    found: str
    field: Field
    kind: MatchKind
    spans: tuple[tuple[int, int], ...]


class FoundFact(FactRecord):
    """A fact with its score, 0 to 100, and why it was found."""

    score: float
    matches: list[MatchRecord]


class Selector(TypedDict):
    """A TextQuoteSelector of the W3C Web Annotation Data Model."""

    type: Literal["TextQuoteSelector"]
    exact: str
    prefix: str
    suffix: str


class FullFact(FactRecord):
    """A fact with its citation and the words around its quote."""

    citation: str
    selector: Selector


class StatedRecord(FigureRecord):
    """A figure with the fact that states it.

    `start` and `end` are those of `period`, or of `context_period` where the quote gives none;
    `period_from` says which.
    """

    id: str
    document: str
    section: str
    topic: str
    paragraph: int
    page: str | None
    start: str | None
    end: str | None
    period_from: Literal["quote", "context"] | None
    statement: str
    quote: str
    url: str | None
    text_fragment_url: str | None


class DatedRecord(FactRecord, PeriodRecord):
    """A date with every field of its fact; `vague` is true where the text names no year."""

    vague: bool
    date_from: Literal["quote", "context"]


class TopicRecord(TypedDict):
    """A topic and how many facts it has."""

    document: str
    section: str
    topic: str
    title: str
    aliases: list[str]
    facts: int


class SectionRecord(TypedDict):
    """A part of the document; `included` tells whether the base holds its text."""

    document: str
    section: str
    title: str
    included: bool
    paragraphs: NotRequired[int]
    topics: NotRequired[list[str]]
    facts: NotRequired[int]
    url: NotRequired[str | None]
    url_confirmed: NotRequired[bool]


class ParagraphRecord(TypedDict):
    """A paragraph as printed and the ids of the facts that begin in it."""

    document: str
    section: str
    paragraph: int
    text: str
    facts: list[str]


class PlaceRecord(TypedDict):
    """A place where the text has the words asked for: `found` stands there, in the sentence `text`.

    The paragraph is null in a heading.
    """

    document: str
    section: str
    section_title: str
    paragraph: int | None
    page: str | None
    text: str
    found: str
    url: str | None
    text_fragment_url: str | None


class ChangeRecord(TypedDict):
    """One difference between a quotation and the source."""

    op: Operation
    quotation: str
    source: str
    kind: Kind


class NearestRecord(TypedDict):
    """The passage that shares most words with a missing quotation: not what was quoted."""

    source: str
    document: str
    section: str | None
    paragraph: int | None


class VerdictRecord(TypedDict):
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
    changes: list[ChangeRecord]
    warnings: list[str]
    places: int
    nearest: NearestRecord | None
    not_searched: list[str]


class SpanRecord(TypedDict):
    """Where something stands in a draft; lines and columns count from 1."""

    line: int
    column: int
    end_line: int
    end_column: int


class QuotationRecord(VerdictRecord, SpanRecord):
    """A quotation of a draft and its verdict."""

    text: str
    role: Role
    level: Level
    ignored: str | None


class CheckedFigureRecord(TypedDict):
    """A figure or date of a sentence, its own verdict, and the fact that decided it."""

    text: str
    value: int | float | str | None
    unit: str | None
    verdict: ClaimVerdict
    fact: str | None
    source: str | None
    reason: str


class ClaimRecord(SpanRecord):
    """A sentence that reports figures or dates, and whether the base's figures agree."""

    sentence: str
    verdict: ClaimVerdict
    figures: list[CheckedFigureRecord]
    facts: list[str]
    source: str | None
    reasons: list[str]
    not_in_source: list[str]
    level: Level
    ignored: str | None


class WarningRecord(TypedDict):
    """Something that keeps a draft from being checked whole, such as an unpaired mark."""

    text: str
    line: int
    column: int


class NotCheckedRecord(TypedDict):
    """What of a draft was passed over, such as front matter or hidden text, and where."""

    line: int | None
    what: str
    why: str


class DraftRecord(TypedDict):
    """A checked draft: all its quotations and reported figures."""

    path: str
    sha256: str
    quotations: list[QuotationRecord]
    claims: list[ClaimRecord]
    warnings: list[WarningRecord]
    not_checked: list[NotCheckedRecord]


class SummaryRecord(TypedDict):
    """How many verdicts of each kind some drafts got; `errors` counts what is wrong."""

    files: int
    quotations: dict[QuotationVerdict, int]
    claims: dict[ClaimVerdict, int]
    errors: int
    ignored: int
    warnings: int


class BaseRecord(TypedDict):
    """A loaded fact base: its document, how much it holds, its checksums, where it is from."""

    document: str
    title: str
    edition: str | None
    published: str
    sections: int
    topics: int
    facts: int
    text_sha256: str
    file_sha256: str
    origin: str
    path: str


class ProblemRecord(TypedDict):
    """A rule that a place of a fact base breaks, and how to mend it."""

    file: str
    rule: str
    place: str
    problem: str
    remedy: str


CitationRecord = TypedDict(
    "CitationRecord",
    {
        "id": str,
        "style": str,
        "citation": str | None,
        "reference": str | None,
        "document": str,
        "section": str | None,
        "paragraph": int | None,
        "page": str | None,
        "url": str | None,
        "text_fragment_url": str | None,
        "as": NotRequired[Target],
        "quotation": NotRequired[str],
    },
)
"""A citation, its entry in the list of references, and the quotation ready to paste.

A whole section has no paragraph, a whole document no section either.
"""


class EditionChange(TypedDict):
    """Words that differ between two editions."""

    op: Operation
    old: str
    new: str
    kind: Kind


class DifferenceRecord(TypedDict):
    """A difference between two editions; `changes` go from the old words to the new ones."""

    kind: str
    change: str
    id: str
    section: str | None
    paragraph: int | None
    old: str | None
    new: str | None
    changes: list[EditionChange]
    old_figure: FigureRecord | None
    new_figure: FigureRecord | None
