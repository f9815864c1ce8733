"""The house reference, one line of plain text that names a place in a document; a passage there.

It needs no style file: publisher, title, date, section, paragraph, page.
"""

from typing import TYPE_CHECKING, NamedTuple

from wp.cite.markup import ITALIC, UPRIGHT, clean, plain_text
from wp.cite.quotation import curl
from wp.cite.source import date_parts, is_numbered, known, label_of, numbered, pages, paragraphs
from wp.english import MONTHS
from wp.model import Base, Document, Section

if TYPE_CHECKING:
    from wp.verify.verdict import Verdict


def reference(document: Document, section: Section, paragraph: int, page: str = "") -> str:
    """Return the plain reference to a paragraph and to its page."""
    return plain_text(marked_reference(document, section, paragraph, page=page))


def marked_reference(
    document: Document, section: Section, paragraph: int, last: int = 0, page: str = ""
) -> str:
    """Return the reference to a paragraph, or to those up to `last`, with the title italic."""
    document = known(document)
    parts = [
        clean(document.publisher),
        ITALIC + curl(clean(document.title)) + UPRIGHT,
        printed_date(document.published),
        place(section, paragraph, last, page),
        clean(section.url),
    ]
    return ", ".join(filter(None, parts))


def place(section: Section, paragraph: int, last: int = 0, page: str = "") -> str:
    """Name section, paragraph and page in words: "section VI, paragraph 4, p. 12".

    The number that the paragraph bears is told with it where it is another. A whole section has no
    paragraph (0); a whole document has no place at all, "".
    """
    where = paragraph and paragraphs(paragraph, last, ("paragraph", "paragraphs"))
    if where and last <= paragraph:
        where += numbered(section, paragraph)
    parts = (section.id and section_name(section), where, page and pages(page))
    return ", ".join(part for part in parts if part)


def section_name(section: Section) -> str:
    """Name a section: "section VI", "Article 5", or by its title where it bears no number."""
    if is_numbered(section):
        return f"section {section.id}"
    return label_of(section) or clean(section.title).rstrip(":")


def imprint(document: Document) -> str:
    """Return who published a document and when, as far as known: "Ministry, 4 May 2020"."""
    document = known(document)
    return ", ".join(filter(None, (document.publisher, printed_date(document.published))))


def printed_date(iso: str) -> str:
    """Return an ISO date as precise as it is: "15 December 2017", "December 2017", "2017"."""
    if not iso:
        return ""
    year, *rest = date_parts(iso)
    if not rest:
        return str(year)
    month = MONTHS[rest[0] - 1]
    return f"{rest[1]} {month} {year}" if len(rest) > 1 else f"{month} {year}"


class CitedPassage(NamedTuple):
    """A stretch of a section: `words`, and what stands before and after them in their paragraphs.

    `place` is in words: "section VI, paragraph 4, p. 12". `link` leads to the words on the
    section's page, `page` is as it is cited; both are empty where there is none, the link also
    where nobody asked for it.
    """

    before: str
    words: str
    after: str
    place: str
    page: str
    link: str


def passage(section: Section, start: int, end: int, *, linked: bool = True) -> CitedPassage:
    """Return the stretch [start, end) of a section's text; its link, which takes time, if asked."""
    text = section.text
    page = section.page(start, end)
    numbers = text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 1
    where = place(section, *numbers, page)
    link = _link(section, start, end) if linked else ""
    return CitedPassage(*in_paragraph(text, start, end), where, page, link)


def in_paragraph(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Return what stands before [start, end) in its paragraphs, these words, and what follows."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return text[first:start], text[start:end], text[end : last if last >= 0 else len(text)]


def passage_of(base: Base, verdict: "Verdict", *, linked: bool = True) -> CitedPassage | None:
    """Return the passage that a verdict found; None for a title, a heading and nothing."""
    if verdict.section is None or verdict.start is None or verdict.end is None:
        return None
    return passage(base.section(verdict.section), verdict.start, verdict.end, linked=linked)


def _link(section: Section, start: int, end: int) -> str:
    if not section.url:
        return ""
    from wp.fragment import text_directive

    directive = text_directive(section.text, start, end, section.url)
    return section.url + directive if directive else ""
