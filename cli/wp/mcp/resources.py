"""The resources: each document and each of its sections as plain text."""

from collections.abc import Iterator
from functools import partial

from mcp.server.mcpserver.resources import FunctionResource, Resource

from wp.cite.reference import printed_date, section_name
from wp.cite.source import is_numbered
from wp.library import Library
from wp.mcp.limits import RESOURCE, fitting
from wp.model import Base, Section


def resources(library: Library) -> list[Resource]:
    """Return `wp://document/ID` for each document, `wp://document/ID/section/SECTION` for its
    parts.

    Ids are made of letters, digits and hyphens, so that they stand in an address as they are.
    """
    found: list[Resource] = []
    for base in library.bases:
        address = f"wp://document/{base.document.id}"
        found.append(
            FunctionResource(
                uri=address,
                name=base.document.id,
                title=base.document.title,
                description=f"The text of the sections that are held here. {_published(base)}",
                fn=partial(_document_text, base),
            )
        )
        found.extend(
            FunctionResource(
                uri=f"{address}/section/{section.id}",
                name=f"{base.document.id}:{section.id}",
                title=section.title,
                description=f"The text of {section_name(section)} of {base.document.title}.",
                fn=partial(_section_text, section),
            )
            for section in base.sections
        )
    return found


def _document_text(base: Base) -> str:
    head = f"{base.document.title}\n\n{_published(base)}"
    return _bounded([head, *(part for section in base.sections for part in _parts(section))])


def _section_text(section: Section) -> str:
    return _bounded([*_parts(section)])


def _parts(section: Section) -> Iterator[str]:
    yield f"{section.id}. {section.title}" if is_numbered(section) else section.title
    yield from section.paragraphs


def _bounded(paragraphs: list[str]) -> str:
    """Return paragraphs as far as a resource goes, and a line that tells of the others."""
    given = fitting(paragraphs, RESOURCE)
    if left := len(paragraphs) - len(given):
        given.append(f"[Left out here: {left:,} more paragraphs; the tool get_section gives them]")
    return "\n\n".join(given)


def _published(base: Base) -> str:
    return f"{base.document.publisher}, {printed_date(base.document.published)}."
