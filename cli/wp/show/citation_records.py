"""Citations as records: the fields that programs get."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from wp.cite.cited import FILE_FORMATS, Cited, cite_passages
from wp.cite.markup import Target
from wp.cite.source import Source, source_of
from wp.library import Library
from wp.model import Fact

if TYPE_CHECKING:
    from wp.show.record_types import CitationRecord


def sources_of(library: Library, facts: Sequence[Fact], accessed: date) -> list[Source]:
    """Return the places that facts are quoted from."""
    bases = [library.base_of(fact) for fact in facts]
    return [
        source_of(fact, base.document, base.section(fact.section), accessed)
        for fact, base in zip(facts, bases, strict=True)
    ]


def cite_facts(facts: Sequence[Fact], sources: Sequence[Source], style: str) -> list[Cited]:
    """Return the quotes of facts cited in a style that is no file for a reference manager."""
    passages = [
        source.section.text[fact.start : fact.end]
        for fact, source in zip(facts, sources, strict=True)
    ]
    return cite_passages(sources, passages, style)


def citation_records(
    library: Library,
    facts: Sequence[Fact],
    style: str,
    target: Target | None,
    accessed: date,
) -> "list[CitationRecord]":
    """Return the citations of facts in a style.

    With a `target` they have the quotation ready to paste into it. A file for a reference manager
    gives an entry each, as `reference`, and no citation.
    """
    sources = sources_of(library, facts, accessed)
    records = [
        _record(library.qualify(fact), style, source)
        for fact, source in zip(facts, sources, strict=True)
    ]
    if style in FILE_FORMATS:
        for record, source in zip(records, sources, strict=True):
            record["reference"] = FILE_FORMATS[style]([source]).strip()
        return records
    for record, cited in zip(records, cite_facts(facts, sources, style), strict=True):
        record["citation"] = cited.citation_for(target or "plain")
        record["reference"] = cited.entry_for(target or "plain") or None
        if target:
            record["as"] = target
            record["quotation"] = cited.quotation_for(target)
    return records


def _record(id_: str, style: str, source: Source) -> "CitationRecord":
    return {
        "id": id_,
        "style": style,
        "citation": None,
        "reference": None,
        "document": source.document.id,
        "section": source.section.id,
        "paragraph": source.first,
        "page": source.page or None,
        "url": source.section.url or None,
        "text_fragment_url": source.link or None,
    }
