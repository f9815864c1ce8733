"""The tools: each takes words, asks the library, and gives a typed result.

Their docstrings are what the assistant reads. No argument names a file or an address.
"""

from functools import lru_cache
from typing import Annotated, Any, Literal, cast

from pydantic import Field

# pydantic, which makes the schemas, cannot read typing's own before Python 3.12.
from typing_extensions import TypedDict

from wp.cite import day_read
from wp.cite.cited import HOUSE_STYLE, STYLE_NAMES
from wp.cite.markup import Target
from wp.errors import UsageError, one_of
from wp.library import Library
from wp.library.given import Source as TextSource
from wp.library.given import source as text_source
from wp.library.given import without_facts
from wp.mcp import limits
from wp.mcp.limits import words
from wp.search.naming import whole
from wp.show import record_types, records
from wp.show.citation_records import citation_records
from wp.show.verdict_records import draft_record, summary_record, verdict_record
from wp.verify.draft import read_draft

FactId = Annotated[str, words("A fact's id, such as VI.peacekeeping.personnel-sent.", limits.NAME)]
OneSection = Annotated[str, words("A section: its id, number or title.", limits.NAME)]
Sections = Annotated[
    tuple[str, ...],
    Field(description="Only these sections, by id, number or title. Left out: all."),
]
Topics = Annotated[
    tuple[str, ...], Field(description="Only these topics, by key or title. Left out: all.")
]

SourceText = Annotated[
    str,
    words(
        "A text to hold it against instead of the loaded documents: the text itself.", limits.SOURCE
    ),
]


class SearchResult(TypedDict):
    """The facts that answer, best first; none means that the base does not answer the query."""

    facts: list[record_types.FoundFact]
    left_out: int
    nearest_topics: list[str]
    not_searched: list[str]


class Contents(TypedDict):
    """The parts of the document and the topics of those that the base holds."""

    sections: list[record_types.SectionRecord]
    sections_left_out: int
    topics: list[record_types.TopicRecord]
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
    quotations: list[record_types.QuotationRecord]
    claims: list[record_types.ClaimRecord]
    warnings: list[record_types.WarningRecord]
    not_checked: list[record_types.NotCheckedRecord]


class Tools:
    """What an assistant may ask of a library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def search_facts(
        self,
        query: Annotated[str, words("Words, a question, a number, an acronym.", limits.QUERY)],
        sections: Sections = (),
        topics: Topics = (),
        limit: Annotated[
            int, Field(ge=1, le=limits.FACTS, description="At most this many facts.")
        ] = 8,
    ) -> SearchResult:
        """Find what the document states about something: ranked facts with verbatim quotes.

        Takes plain words, misspelt ones too; a question; a figure in any form. An empty `facts`
        means that the document's facts do not answer the query: do not answer it from them then;
        parts in `not_searched` belong to the document and are not held here. `nearest_topics` says
        where something related may stand. Quote `quote`, which is verbatim, never `statement`,
        which is a summary of ours. `left_out` counts further facts that answer the query: narrow
        it, or give a higher limit.
        """
        library = self._library
        answer = library.search(
            query,
            sections=library.section_names(sections),
            topics=library.topic_names(topics),
            limit=limit,
        )
        nearest = [] if answer.hits else library.nearest_topics(query, 3)
        found = limits.fitting([records.hit_record(library, hit) for hit in answer.hits])
        return {
            "facts": found,
            "left_out": answer.total - len(found),
            "nearest_topics": nearest,
            "not_searched": [] if found else library.not_searched,
        }

    def get_fact(self, id: FactId) -> record_types.FullFact:
        """Give one fact in full: verbatim quote, the words around it, figures, place, link.

        Ids come from search_facts, get_section and the verdicts; the end of an id will do where
        only one fact ends so.
        """
        return records.full_record(self._library, self._library.fact(id))

    def list_topics(
        self,
        section: Annotated[
            str, words("Only this section's topics. Left out: all.", limits.NAME)
        ] = "",
        first_topic: Annotated[
            int, Field(ge=1, description="Begin at this topic, counted from 1.")
        ] = 1,
    ) -> Contents:
        """List the parts of the document and the topics of its facts.

        A part whose `included` is false belongs to the document, but its text is not held here.
        Many topics come in parts: go on with `next_topic`. `sections_left_out` counts parts that
        did not fit in.
        """
        library = self._library
        chosen = library.find_sections(section) if section.strip() else [*library.sections()]
        whole = [topic for s in chosen for topic in s.topics]
        if first_topic > max(len(whole), 1):
            raise UsageError(f"there are {len(whole)} topics", remedy="begin at one of them")
        waiting = (records.topic_record(topic) for topic in whole[first_topic - 1 :])
        topics = limits.fitting(waiting)
        end = first_topic + len(topics)
        parts = records.contents_records(library.bases)
        for part in parts:
            part.pop("topics", None)  # they follow
        sections = limits.fitting(parts)
        return {
            "sections": sections,
            "sections_left_out": len(parts) - len(sections),
            "topics": topics,
            "next_topic": end if end <= len(whole) else None,
        }

    def get_section(
        self,
        section: OneSection,
        first_paragraph: Annotated[
            int, Field(ge=1, description="Begin at this paragraph, counted from 1.")
        ] = 1,
    ) -> SectionPage:
        """Give a section's text as printed, by paragraph, with the facts that begin in each.

        A long section comes in parts: go on with `next_paragraph`. `characters_left_out` tells how
        much of a very long paragraph is not given.
        """
        library = self._library
        found = library.section(section)
        if first_paragraph > len(found.paragraphs):
            raise UsageError(
                f"section {found.id} has {len(found.paragraphs)} paragraphs",
                remedy="begin at one of them",
            )
        place = whole(found)._replace(first=first_paragraph)
        paragraphs = [_paragraph(record) for record in records.paragraph_records(library, [place])]
        given = limits.fitting(paragraphs) or paragraphs[:1]
        end = first_paragraph + len(given)
        return {
            "document": found.document,
            "section": found.id,
            "title": found.title,
            "url": found.url or None,
            "url_confirmed": found.url_confirmed,
            "paragraphs": given,
            "next_paragraph": end if end <= len(found.paragraphs) else None,
        }

    def verify_quotation(
        self,
        quotation: Annotated[
            str, words("The words between the quotation marks.", limits.QUOTATION)
        ],
        source: SourceText = "",
    ) -> record_types.VerdictRecord:
        """Tell whether a quotation of the document is exact, before it is used.

        verbatim: the source's words. elided: the source's words with omissions marked by "..." or
        brackets. altered: a passage of the source, but words differ: `changes` tells which, and
        `source` has the passage as printed. missing: no such passage in what is held here; it may
        stand in a part named in `not_searched`. Only verbatim and elided may stand in quotation
        marks; heed `warnings`, which tell of negations, bounds and figures left out or cut off.
        """
        library = _held(source).library if source else self._library
        return verdict_record(library, library.verify(quotation))

    def check_text(
        self,
        text: Annotated[str, words("The text itself, not the name of a file.", limits.TEXT)],
        form: Annotated[
            Literal["markdown", "text", "html"],
            Field(description="What the text is written in. Plain prose is Markdown too."),
        ] = "markdown",
        source: SourceText = "",
    ) -> CheckedText:
        """Check every quotation and every reported figure of a text against the document.

        Use it on your own text before giving it. Quotations get the verdicts of verify_quotation;
        sentences that report figures or dates are supported, contradicted or unsupported (the
        facts say nothing on it). `errors` counts altered quotations and contradicted claims.
        Where there is much to tell, what is right is left out first; `left_out` counts it.
        """
        draft = read_draft("<text>", text.encode("utf-8", "surrogatepass"), form)
        held = _held(source) if source else None
        library = held.library if held else self._library
        checked = without_facts(held.check(draft)) if held else library.check(draft)
        return _told(draft_record(library, checked), summary_record([checked])["errors"])

    def cite(
        self,
        id: FactId,
        style: Annotated[
            str, words(f"One of {', '.join(STYLE_NAMES)}.", limits.NAME)
        ] = HOUSE_STYLE,
        form: Annotated[
            Target, Field(description="What the quotation and the citation are written in.")
        ] = "markdown",
        accessed: Annotated[
            str, words("The day the page was read, such as 2026-03-04. Left out: today.", 10)
        ] = "",
    ) -> record_types.CitationRecord:
        """Cite a fact: the quotation ready to paste, its citation and its reference.

        The citation names section and paragraph and links to the passage. bibtex, biblatex, ris
        and csl-json give an entry for a reference manager in `reference`, and no quotation.
        """
        fact = self._library.fact(id)
        style = one_of("citation style", style, STYLE_NAMES)
        day = day_read(accessed)
        (record,) = citation_records(self._library, [fact], style, form, day)
        return record


@lru_cache(maxsize=1)
def _held(source: str) -> TextSource:
    """Return a text to hold others against; an assistant asks of the same one several times."""
    if not source.strip():
        raise UsageError("source is empty", remedy="give some words")
    return text_source(source)


def _paragraph(record: record_types.ParagraphRecord) -> GivenParagraph:
    text = record["text"]
    shown = text if len(text) <= limits.LIST // 2 else text[: limits.LIST // 2].rsplit(" ", 1)[0]
    return {
        "paragraph": record["paragraph"],
        "text": shown,
        "characters_left_out": len(text) - len(shown),
        "facts": limits.fitting(record["facts"], limits.LIST // 4),
    }


def _told(checked: record_types.DraftRecord, errors: int) -> CheckedText:
    """Return a checked text's lists as far as they fit in, what is to be looked at before the rest.

    `left_out` counts what did not fit in.
    """
    lists: dict[str, list[Any]] = {
        "quotations": list(checked["quotations"]), "claims": list(checked["claims"]),
        "warnings": list(checked["warnings"]), "not_checked": list(checked["not_checked"]),
    }  # fmt: skip
    given = {name: limits.fitting(records) for name, records in lists.items()}
    for name in ("quotations", "claims"):
        if len(given[name]) < len(lists[name]):
            given[name] = limits.fitting(one for one in lists[name] if one["level"] != "none")
    left_out = sum(map(len, lists.values())) - sum(map(len, given.values()))
    return cast("CheckedText", {"errors": errors, "left_out": left_out, **given})
