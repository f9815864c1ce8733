"""The paper, its facts and figures as they are drawn: blocks with places, and styled text.

A fact of the paper is known by its number: its index among the facts in reading order. No data is
taken for markup.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from textual.content import Content

from wp.cite import heading, imprint
from wp.figures import StatedFigure
from wp.library import Library
from wp.model import Fact, Figure, Section
from wp.quantities import format_value
from wp.safe import one_line, printable
from wp.search import Hit
from wp.show.fact_table import link_line, place_of, spans_of, why
from wp.show.fact_view import period_text
from wp.show.figures_view import value_text, when
from wp.text import find_whole

MARK = "▸"

_FIGURE = "bold $text-accent"
_HINT = "dim"
_OURS = "italic dim"


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


def fact_content(library: Library, fact: Fact, hit: Hit | None = None) -> Content:
    """Describe a fact: its quotation, our summary, figures, place, link.

    What the search hit is underlined, and what else a fact was found by stands below the quotation.
    """
    base = library.base_of(fact)
    section = base.section(fact.section)
    lines = []
    if fact.context:
        lines.append(Content.styled(f"… {printable(fact.context)}", _HINT))
    lines.append(_quotation(fact, spans_of(hit) if hit else ()))
    if fact.summary:
        lines.append(Content.styled(f"Our summary: {printable(fact.summary)}", _OURS))
    if hit and (reason := why(hit)):
        lines.append(Content.styled(printable(reason), _HINT))
    lines.append(Content(""))
    lines += [_figure(figure) for figure in fact.figures]
    document = base.document
    details = (
        ("Dates", "; ".join(map(period_text, fact.dates))),
        ("Place", f"section {section.id}, paragraph {fact.paragraph}"),
        ("Topic", base.topic(fact.section, fact.topic).title if fact.kind == "fact" else ""),
        ("In", ". ".join(filter(None, (document.title, imprint(document))))),
        ("Page", link_line(section).plain if section.url else ""),
        ("Id", library.qualify(fact)),
    )
    lines += [
        Content.assemble((f"{name} ", _HINT), printable(told)) for name, told in details if told
    ]
    return Content("\n").join(lines)


def _quotation(fact: Fact, matched: Iterable[tuple[int, int]]) -> Content:
    spans = list(matched)
    cuts = {cut for span in spans for cut in span}
    drawn, at = drawn_with_marks(fact.quote, 0, len(fact.quote), cuts)
    content = Content.styled(f"“{drawn}”", "bold")
    for start, end in spans:
        content = content.stylize("underline", at[start] + 1, at[end] + 1)
    return content


def _figure(figure: Figure) -> Content:
    value = f"{format_value(figure.value)} {figure.unit}"
    counted = f"{figure.measures} ({value})"
    if figure.part_of:
        counted += f" (part of {figure.part_of})"
    if figure.time:
        counted += f", {period_text(figure.time)}"
    return Content.assemble((printable(figure.text), _FIGURE), ": ", printable(counted))


def listed_fact(fact: Fact) -> Content:
    """Describe a fact in a list: place and quotation, on a line."""
    return Content.assemble((place_of(fact), _HINT), f" “{one_line(fact.quote, 400)}”")


def listed_figure(stated: StatedFigure) -> Content:
    """Describe a figure in a list: value, what it counts, place and period."""
    where = " · ".join(filter(None, (place_of(stated.fact), when(stated))))
    return Content.assemble(
        (value_text(stated), _FIGURE), f" {one_line(stated.figure.measures, 400)}\n", (where, _HINT)
    )
