"""The house reference: one line of plain text that names a place in a document.

It needs no style file: publisher, title, date, section, paragraph, page.
"""

from wp.cite.markup import ITALIC, UPRIGHT, clean, plain_text
from wp.cite.quotation_marks import curl
from wp.cite.source import date_parts, is_numbered, paragraphs
from wp.model import Document, Section

_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def reference(document: Document, section: Section, paragraph: int, last: int = 0) -> str:
    """Give the plain reference to a paragraph, or to those up to `last`."""
    return plain_text(marked_reference(document, section, paragraph, last))


def marked_reference(document: Document, section: Section, paragraph: int, last: int = 0) -> str:
    """Give the same reference as marked text, the title italic."""
    parts = [
        clean(document.publisher),
        ITALIC + curl(clean(document.title)) + UPRIGHT,
        printed_date(document.published),
        place(section, paragraph, last),
        clean(section.url),
    ]
    return ", ".join(filter(None, parts))


def place(section: Section, paragraph: int, last: int = 0) -> str:
    """Name section and paragraph in words: "section VI, paragraph 4"."""
    where = paragraphs(paragraph, last, ("paragraph", "paragraphs"))
    return f"{section_name(section)}, {where}"


def section_name(section: Section) -> str:
    """Name a section: "section VI", or its title where it bears no number."""
    if is_numbered(section):
        return f"section {section.id}"
    return clean(section.title)


def printed_date(iso: str) -> str:
    """Give an ISO date as precise as it is: "15 December 2017", "December 2017", "2017"."""
    year, *rest = date_parts(iso)
    if not rest:
        return str(year)
    month = _MONTHS[rest[0] - 1]
    return f"{rest[1]} {month} {year}" if len(rest) > 1 else f"{month} {year}"
