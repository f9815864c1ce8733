"""What a quotation is held to, as its citation says: some paragraphs, or the pages "pp. 12–13"."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wp.errors import NotFoundError
from wp.model import Base, Section
from wp.pattern import pattern

_PAGES = pattern(
    r"\s*(?:pp?\b\.?|pages?\b)\s*(?P<first>\w+)(?:\s*[-\N{EN DASH}]\s*(?P<last>\w+))?\s*",
    re.IGNORECASE,
)


class TextStretch(NamedTuple):
    """Characters [start, end) of a section's text."""

    section: Section
    start: int
    end: int


def paragraphs_of(section: Section, first: int, last: int) -> TextStretch:
    """Return the stretch of some paragraphs of a section, counted from 1."""
    ends = [len(paragraph) + 1 for paragraph in section.paragraphs]
    return TextStretch(section, sum(ends[: first - 1]), sum(ends[:last]))


def pages_named(name: str, bases: Iterable[Base]) -> list[TextStretch]:
    """Return what stands on the pages that a name means; nothing where it means none.

    A page is named as the document prints it, so "xii" is one. NotFoundError where a document has
    pages, and none has this one.
    """
    found = _PAGES.fullmatch(name)
    if not found:
        return []
    first = found["first"].casefold()
    last = (found["last"] or first).casefold()
    held: list[TextStretch] = []
    known: list[str] = []
    for base in bases:
        stretches = [stretch for section in base.sections for stretch in _pages_of(section)]
        pages = [page.casefold() for page, _ in stretches]
        known += (page for page, _ in stretches)
        if first in pages and last in pages:
            end = len(pages) - pages[::-1].index(last)
            held += (stretch for _, stretch in stretches[pages.index(first) : end])
    if known and not held:
        raise NotFoundError("page", name.strip(), remedy=f"the pages are {known[0]} to {known[-1]}")
    return held


def only(bases: Sequence[Base], stretches: Sequence[TextStretch]) -> list[Base]:
    """Return the bases with nothing but some stretches: blanks stand for the rest.

    So offsets and paragraphs stay what they are; a base without a stretch is left out.
    """
    kept = []
    for base in bases:
        sections = tuple(
            _blanked(section, held)
            for section in base.sections
            if (held := [one for one in stretches if _is_same(one.section, section)])
        )
        if sections:
            kept.append(Base(base.document, sections, base.digest))
    return kept


def _is_same(one: Section, other: Section) -> bool:
    return (one.document, one.id) == (other.document, other.id)


def _pages_of(section: Section) -> list[tuple[str, TextStretch]]:
    marks = section.pages
    ends = [*(mark.offset for mark in marks[1:]), len(section.text)] if marks else []
    return [
        (mark.page, TextStretch(section, mark.offset, end))
        for mark, end in zip(marks, ends, strict=True)
    ]


def _blanked(section: Section, held: Sequence[TextStretch]) -> Section:
    text = section.text
    shown = [" "] * len(text)
    for stretch in held:
        shown[stretch.start : stretch.end] = text[stretch.start : stretch.end]
    paragraphs = []
    start = 0
    for paragraph in section.paragraphs:
        paragraphs.append("".join(shown[start : start + len(paragraph)]))
        start += len(paragraph) + 1
    return Section(
        section.id,
        section.title,
        section.url,
        section.url_confirmed,
        tuple(paragraphs),
        section.topics,
        section.document,
        section.pages,
    )
