"""What is said of a fact, a hit, a figure: styled text in which no data is taken for markup."""

from collections.abc import Iterable

from textual.content import Content

from wp.browse.blocks import drawn_with_marks
from wp.figures.select import StatedFigure
from wp.library import Library
from wp.model import Fact, Figure
from wp.quantities import format_value
from wp.safe import one_line, printable
from wp.show.fact_table import link_line, place_of
from wp.show.fact_view import period_text
from wp.show.figures_view import value_text, when

_FIGURE = "bold $text-accent"
_HINT = "dim"


def fact_content(library: Library, fact: Fact, matched: Iterable[tuple[int, int]] = ()) -> Content:
    """Describe a fact: statement, quotation with `matched` underlined, figures, place, link."""
    section = library.base_of(fact).section(fact.section)
    lines = []
    if fact.kind == "fact":
        lines.append(Content.styled(printable(fact.statement), "bold"))
    if fact.context:
        lines.append(Content.styled(f"… {printable(fact.context)}", _HINT))
    lines += [_quotation(fact, matched), Content("")]
    lines += [_figure(figure) for figure in fact.figures]
    if fact.dates:
        dates = "; ".join(period_text(date) for date in fact.dates)
        lines.append(_detail("Dates", printable(dates)))
    place = f"section {section.id}, paragraph {fact.paragraph}"
    lines.append(_detail("Place", printable(place)))
    base = library.base_of(fact)
    if fact.kind == "fact":
        topic = base.topic(fact.section, fact.topic)
        lines.append(_detail("Topic", printable(topic.title)))
    document = base.document
    lines.append(
        _detail("In", printable(f"{document.title}. {document.publisher}, {document.published}"))
    )
    if section.url:
        lines.append(_detail("Page", printable(link_line(section).plain)))
    lines.append(_detail("Id", printable(library.qualify(fact))))
    return Content("\n").join(lines)


def _quotation(fact: Fact, matched: Iterable[tuple[int, int]]) -> Content:
    spans = list(matched)
    cuts = {cut for span in spans for cut in span}
    drawn, at = drawn_with_marks(fact.quote, 0, len(fact.quote), cuts)
    content = Content(f"“{drawn}”")
    for start, end in spans:
        content = content.stylize("underline", at[start] + 1, at[end] + 1)
    return content


def _figure(figure: Figure) -> Content:
    value = " ".join(filter(None, (figure.qualifier, format_value(figure.value), figure.unit)))
    counted = figure.measures
    if figure.part_of:
        counted += f" (part of {figure.part_of})"
    if period := figure.period or figure.context_period:
        counted += f", {period_text(period)}"
    return Content.assemble((printable(value), _FIGURE), ": ", printable(counted))


def _detail(name: str, value: str) -> Content:
    return Content.assemble((f"{name} ", _HINT), value)


def listed_fact(fact: Fact) -> Content:
    """Describe a fact in a list: statement and place."""
    return Content.assemble((place_of(fact), _HINT), f" {one_line(fact.statement, 400)}")


def listed_figure(stated: StatedFigure) -> Content:
    """Describe a figure in a list: value, what it counts, place and period."""
    where = " · ".join(filter(None, (place_of(stated.fact), when(stated))))
    return Content.assemble(
        (value_text(stated), _FIGURE),
        f" {one_line(stated.figure.measures, 400)}\n",
        (where, _HINT),
    )
