"""Citations as records: the fields that programs get."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from wp.cite import CitedSource, source_of, source_of_part
from wp.cite.cited import FILE_FORMATS, Cited, cite_passages
from wp.cite.markup import Target
from wp.library import Library
from wp.model import Document, Fact, Section

if TYPE_CHECKING:
    from wp.show.record_types import CitationRecord


Part = Document | Section | Fact


def sources_of(library: Library, parts: Sequence[Part], accessed: date) -> list[CitedSource]:
    """Return the places that facts are quoted from, and whole sections and documents."""
    return [_source(library, part, accessed) for part in parts]


def _source(library: Library, part: Part, accessed: date) -> CitedSource:
    if isinstance(part, Document):
        return source_of_part(part, None, accessed)
    base = library.base_of(part)
    if isinstance(part, Section):
        return source_of_part(base.document, part, accessed)
    return source_of(part, base.document, base.section(part.section), accessed)


def cite_parts(parts: Sequence[Part], sources: Sequence[CitedSource], style: str) -> list[Cited]:
    """Return the quotes of facts, or what has no quote, cited in a style that is no file for a
    reference manager."""
    passages = [
        source.section.text[part.start : part.end] if isinstance(part, Fact) else ""
        for part, source in zip(parts, sources, strict=True)
    ]
    return cite_passages(sources, passages, style)


def citation_records(
    library: Library, parts: Sequence[Part], style: str, target: Target | None, accessed: date
) -> "list[CitationRecord]":
    """Return the citations of facts, sections and documents in a style.

    With a `target` they have the quotation ready to paste into it. A file for a reference manager
    gives an entry each, as `reference`, and no citation.
    """
    sources = sources_of(library, parts, accessed)
    records = [
        _record(_named(library, part), style, source)
        for part, source in zip(parts, sources, strict=True)
    ]
    if style in FILE_FORMATS:
        for record, source in zip(records, sources, strict=True):
            record["reference"] = FILE_FORMATS[style]([source]).strip()
        return records
    for record, cited in zip(records, cite_parts(parts, sources, style), strict=True):
        record["citation"] = cited.citation_for(target or "plain")
        record["reference"] = cited.entry_for(target or "plain") or None
        if target:
            record["as"] = target
            record["quotation"] = cited.quotation_for(target)
    return records


def _named(library: Library, part: Part) -> str:
    return part.id if isinstance(part, Document) else library.name(part.document, part.id)


def _record(id_: str, style: str, source: CitedSource) -> "CitationRecord":
    return {
        "id": id_,
        "style": style,
        "citation": None,
        "reference": None,
        "document": source.document.id,
        "section": source.section.id or None,
        "paragraph": source.first or None,
        "page": source.page or None,
        "url": source.section.url or None,
        "text_fragment_url": source.link or None,
    }
