"""One fact in full: statement, the quote in its paragraph, figures, dates, place and link."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from wp.library import Library
from wp.model import Fact, Figure, Period
from wp.quantities import format_value
from wp.show import terminal
from wp.show.fact_table import link_line
from wp.show.safe import printable


def fact_view(library: Library, fact: Fact) -> RenderableType:
    """Draw a fact with everything that the base holds of it."""
    base = library.base_of(fact)
    section = base.section(fact.section)
    topic = base.topic(fact.section, fact.topic)
    parts: list[RenderableType] = [
        Text(library.qualify(fact), style=terminal.FACT_ID, overflow="fold"),
        Text(printable(fact.statement), style=terminal.STATEMENT),
        Padding(_quote_in_paragraph(section.text, fact), (1, 2)),
    ]
    if fact.figures:
        parts += [_figures(fact.figures), Text()]
    details = Table.grid(padding=(0, 2))
    details.add_column(style=terminal.HINT, no_wrap=True)
    details.add_column(overflow="fold")
    for name, value in (
        ("Place", f"Section {section.id}, “{section.title}”, paragraph {fact.paragraph}"),
        ("Topic", f"{topic.title} ({topic.key})"),
        ("Dates", "; ".join(map(period_text, fact.dates))),
        ("Document", _document_line(library, fact)),
        ("Also called", ", ".join(fact.aliases)),
    ):
        if value:
            details.add_row(name, Text(printable(value)))
    if section.url:
        details.add_row("Page", link_line(section))
    if section.url and fact.fragment:
        details.add_row("Passage", Text(section.url + fact.fragment, overflow="fold"))
    parts += [details, Text()]
    return Group(*parts)


def _quote_in_paragraph(text: str, fact: Fact) -> Text:
    """Draw the paragraphs that a quote lies in, the rest of them dimmed."""
    start = text.rfind("\n", 0, fact.start) + 1
    end = text.find("\n", fact.end)
    end = len(text) if end < 0 else end
    drawn = Text(printable(text[start:end]), style=terminal.HINT)
    first, last = fact.start - start, fact.end - start
    drawn.stylize("not dim", first, last)
    drawn.stylize(terminal.STATEMENT, first, last)
    for figure in fact.figures:
        if (at := text.find(figure.text, fact.start, fact.end)) >= 0:
            drawn.stylize(terminal.FIGURE, at - start, at - start + len(figure.text))
    return drawn


def _figures(figures: tuple[Figure, ...]) -> Table:
    table = Table(box=terminal.FRAME, pad_edge=False, header_style="")
    table.add_column("Figure", justify="right", style=terminal.FIGURE)
    table.add_column("Unit")
    table.add_column("Counts", overflow="fold")
    table.add_column("Period", overflow="fold")
    for figure in figures:
        value = format_value(figure.value)
        qualified = f"{figure.qualifier} {value}" if figure.qualifier else value
        counted = figure.measures
        if figure.part_of:
            counted += f" (part of {figure.part_of})"
        period = figure.period or figure.context_period
        table.add_row(
            qualified,
            Text(printable(figure.unit)),
            Text(printable(counted)),
            Text(period_text(period) if period else ""),
        )
    return table


def period_text(period: Period) -> str:
    """Give a period in ISO form, "1990 to 2017-08", or as printed where it has no year."""
    if period.start is None and period.end is None:
        return printable(period.text)
    if period.start == period.end:
        return str(period.start)
    if period.start is None:
        return f"until {period.end}"
    return f"{period.start} to {period.end}" if period.end else f"since {period.start}"


def _document_line(library: Library, fact: Fact) -> str:
    document = library.base_of(fact).document
    line = f"{document.title}. {document.publisher}, {document.published}"
    return f"{line}. {document.edition}" if document.edition else line
