"""A passage of a document: its words within their paragraph, its place, its link."""

from typing import TYPE_CHECKING, NamedTuple

from wp.cite.reference import place
from wp.model import Base, Section

if TYPE_CHECKING:
    from wp.verify.verdict import Verdict


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
