"""The resources: each document and each of its sections as plain text."""

from functools import partial

from mcp.server.mcpserver.resources import FunctionResource, Resource

from wp.cite.reference import printed_date, section_name
from wp.cite.source import is_numbered
from wp.library import Library
from wp.model import Base, Section


def resources(library: Library) -> list[Resource]:
    """Give `wp://document/ID` for each document, `wp://document/ID/section/SECTION` for its parts.

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
    return "\n\n".join([head, *map(_section_text, base.sections)])


def _section_text(section: Section) -> str:
    heading = f"{section.id}. {section.title}" if is_numbered(section) else section.title
    return "\n\n".join([heading, *section.paragraphs])


def _published(base: Base) -> str:
    return f"{base.document.publisher}, {printed_date(base.document.published)}."
