"""Facts, hits and figures as styled text, in which no data is taken for markup."""

from collections.abc import Iterable

from textual.content import Content

from wp.browse.blocks import drawn_with_marks
from wp.cite.reference import imprint
from wp.figures.select import StatedFigure
from wp.library import Library
from wp.model import Fact, Figure
from wp.quantities import format_value
from wp.safe import one_line, printable
from wp.search.answer import Hit
from wp.show.fact_table import link_line, place_of, spans_of, why
from wp.show.fact_view import period_text
from wp.show.figures_view import value_text, when

_FIGURE = "bold $text-accent"
_HINT = "dim"
_OURS = "italic dim"


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
