"""What is cited, a place in a document, and the place in words: the house reference, a passage.

The reference is one line of plain text that needs no style file: publisher, title, date, section,
paragraph, page.
"""

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from wp.cite.markup import ITALIC, UPRIGHT, clean, curl, plain_text
from wp.english import MONTHS
from wp.errors import UsageError
from wp.model import UNKNOWN_DATE, UNKNOWN_PUBLISHER, Base, Document, Fact, Section
from wp.pattern import pattern

if TYPE_CHECKING:
    from wp.verify.verdict import Verdict

_NUMBERED = pattern(r"[IVXLCDM]+|[0-9]+(?:\.[0-9]+)*|[A-Za-z]", re.IGNORECASE)

# "6. It", "[6] It", "(2) A", "(a) the", "4.2 The"; not "1.4 million", "3 June".
_PRINTED_NUMBER = pattern(
    r"\[\d{1,4}\]|\((?:\d{1,3}[A-Za-z]?|[a-z]|aa|bb|cc|[ivx]{2,5})\)|§\s?\d{1,4}[a-z]?"
    r"|\d{1,3}(?:\.|(?:\.\d{1,3})+\.?)(?=\s+[\"“‘'(]?[A-Z])"
)

_LABEL = pattern(
    r"(?P<kind>article|part|chapter|annex|appendix|schedule|rule|book|title)\s+"
    r"(?P<number>(?-i:[IVXLC]+|\d{1,4}(?:\.\d+)*(?:\s?(?:bis|ter))?|[A-Z]))(?=$|[\s.:)\]–—-])",
    re.IGNORECASE,
)


class CitedSource(NamedTuple):
    """A passage of a document: its section, its first and last paragraph, the day it was read.

    A whole section has no paragraph (0), a whole document an empty section besides. `key` names
    the source in bibliography files; `link` leads to the passage on the section's web page and is
    empty where none is known; `page` is "12" or "12–13", empty in a document without pages.
    `document` lacks publisher and date where the base does not know them.
    """

    key: str
    document: Document
    section: Section
    first: int
    last: int
    accessed: date
    link: str
    page: str = ""


def source_of(fact: Fact, document: Document, section: Section, accessed: date) -> CitedSource:
    """Return the place that a fact is quoted from."""
    last = section.text.count("\n", 0, fact.end) + 1
    link = section.link(fact) or section.url
    key = f"{document.id}:{fact.id}"
    page = section.page(fact.start, fact.end)
    return CitedSource(key, known(document), section, fact.paragraph, last, accessed, link, page)


def day_read(day: str | None) -> date:
    """Return the day that a page was read, in ISO 8601; today where none is given.

    UsageError for what is no date.
    """
    if not day or not day.strip():
        return date.today()
    try:
        return date.fromisoformat(day.strip())
    except ValueError:
        raise UsageError(
            f"the day accessed, {day!r}, is no date", remedy="write it like 2026-03-04"
        ) from None


def source_of_part(document: Document, section: Section | None, accessed: date) -> CitedSource:
    """Return a whole section, or a whole document, as what is cited."""
    key = f"{document.id}:{section.id}" if section else document.id
    section = section or Section("", "", "", False, (), ())
    return CitedSource(key, known(document), section, 0, 0, accessed, section.url)


def known(document: Document) -> Document:
    """Return a document's data without the stand-ins for what nobody has said yet."""
    return document._replace(
        publisher="" if document.publisher == UNKNOWN_PUBLISHER else document.publisher,
        published="" if document.published == UNKNOWN_DATE else document.published,
    )


def pages(page: str) -> str:
    """Name a page or several: "p. 12", "pp. 12–13"."""
    return f"pp. {page}" if "–" in page else f"p. {page}"


def is_numbered(section: Section) -> bool:
    """Return whether a section is called by a number ("VI", "3.1", "A") rather than by its
    title, or as an article or part."""
    return _NUMBERED.fullmatch(section.id) is not None and not label_of(section)


def label_of(section: Section) -> str:
    """Return what the document calls a section of its own kind: "Article 5", "Part 2", "Annex A";
    "" for any other."""
    found = _LABEL.match(section.title)
    return f"{found['kind'].capitalize()} {found['number']}" if found else ""


def heading(section: Section) -> str:
    """Return a section's id and title; the title alone where it has its number ("Article 5")."""
    whole = section.id == section.title or label_of(section)
    return section.title if whole else f"{section.id}. {section.title}"


def paragraphs(section: Section, first: int, last: int, words: tuple[str, str]) -> str:
    """Name one paragraph or several: "paragraph 4", "paragraphs 4–5" with these words.

    The number that one bears is told with it where it is another. "" where there is none (0).
    """
    if last > first:
        return f"{words[1]} {first}–{last}"
    return f"{words[0]} {first}{numbered(section, first)}" if first else ""


def numbered(section: Section, paragraph: int) -> str:
    """Return the number that a paragraph bears in print, where it differs from its place.

    " (numbered “6.”)" for the seventh paragraph of a judgment's part that begins "6. It cannot",
    "(2)" for a subsection, "(a)" for an item; "" for what begins with words.
    """
    text = "".join(section.paragraphs[paragraph - 1 : paragraph]) if paragraph else ""
    found = _PRINTED_NUMBER.match(text)
    if found is None or found[0].strip("[(.)]") == str(paragraph):
        return ""
    return f" (numbered “{found[0]}”)"


def date_parts(iso: str) -> tuple[int, ...]:
    """Return year, month and day of an ISO date, as many as it has; only the year of a wrong one.

    Nothing of an empty one.
    """
    if not iso:
        return ()
    parts = tuple(int(part) for part in iso.split("-"))
    try:
        date(*(*parts, 1, 1)[:3])
    except ValueError:
        return parts[:1]
    return parts


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

    A whole section has no paragraph (0); a whole document has no place at all, "".
    """
    where = paragraphs(section, paragraph, last, ("paragraph", "paragraphs"))
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
