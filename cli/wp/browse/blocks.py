"""The paper as blocks to be drawn: headings and paragraphs, in which facts and figures have places.

A fact is known here by its number: its index among the facts in reading order.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from wp.cite.source import heading
from wp.library import Library
from wp.model import Fact, Section
from wp.safe import printable
from wp.text import find_whole

MARK = "▸"


class PaperStretch(NamedTuple):
    """The part of a block's text that a fact takes up; `begins` when its first word is in it."""

    start: int
    end: int
    fact: int
    begins: bool


class PaperBlock(NamedTuple):
    """A heading or a paragraph, safe to draw: `label` is a paragraph's number, or empty.

    `stretches` have a fact before those inside it; `figures` are the spans of printed figures.
    """

    text: str
    section: int
    label: str = ""
    stretches: tuple[PaperStretch, ...] = ()
    figures: tuple[tuple[int, int], ...] = ()


def reading_order(library: Library) -> list[Fact]:
    """Return all facts in the order in which the documents state them, the longer one first."""
    return [fact for section in library.sections() for fact in section.facts_as_read()]


def blocks(library: Library, facts: Sequence[Fact]) -> list[PaperBlock]:
    """Lay out the texts of all bases; `facts` are all facts in reading order."""
    laid: list[PaperBlock] = []
    number = section_number = 0
    for base in library.bases:
        if len(library.bases) > 1:
            laid.append(PaperBlock(_line(base.document.title), section_number))
        for section in base.sections:
            count = sum(1 for _ in section.facts())
            here = list(enumerate(facts[number : number + count], number))
            laid.append(PaperBlock(_line(heading(section)), section_number))
            laid.extend(_paragraphs(section, section_number, here))
            number += count
            section_number += 1
    return laid


def _paragraphs(
    section: Section, section_number: int, facts: list[tuple[int, Fact]]
) -> Iterator[PaperBlock]:
    text = section.text
    start = 0
    for label, paragraph in enumerate(section.paragraphs, 1):
        end = start + len(paragraph)
        here = [(number, fact) for number, fact in facts if fact.start < end and fact.end > start]
        spans = [(max(fact.start, start), min(fact.end, end)) for _, fact in here]
        figures = [
            span for _, fact in here for span in _figures(text, fact) if start <= span[0] < end
        ]
        cuts = {cut for span in (*spans, *figures) for cut in span}
        drawn, at = drawn_with_marks(text, start, end, cuts, {fact.start for _, fact in here})
        stretches = tuple(
            PaperStretch(at[span[0]], at[span[1]], number, span[0] == fact.start)
            for (number, fact), span in zip(here, spans, strict=True)
        )
        yield PaperBlock(
            drawn,
            section_number,
            str(label),
            stretches,
            tuple((at[first], at[min(last, end)]) for first, last in figures),
        )
        start = end + 1


def _figures(text: str, fact: Fact) -> Iterator[tuple[int, int]]:
    for figure in fact.figures:
        span = find_whole(figure.text, text[: fact.end], fact.start)
        if span:
            yield span


def drawn_with_marks(
    text: str, start: int, end: int, cuts: Collection[int], marked: Collection[int] = ()
) -> tuple[str, dict[int, int]]:
    """Make `text[start:end]` safe to draw on one line, with a mark at each offset of `marked`.

    Gives it with the place in it of each offset of `cuts`; the mark stands behind that place.
    """
    places: dict[int, int] = {}
    drawn = ""
    at = start
    for cut in sorted({*cuts, end}):
        if not start <= cut <= end:
            continue
        drawn += _line(text[at:cut])
        places[cut] = len(drawn)
        if cut in marked:
            drawn += MARK
        at = cut
    return drawn, places


def _line(text: str) -> str:
    return printable(text).replace("\n", " ").replace("\t", " ")
