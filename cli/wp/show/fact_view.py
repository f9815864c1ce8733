"""One fact in full: statement, the quote in its paragraph, figures, dates, place and link."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from wp.cite.reference import reference
from wp.cite.source import pages
from wp.library import Library
from wp.model import Fact, Figure, Period, Section, page_of
from wp.quantities import format_value
from wp.show import terminal
from wp.show.fact_table import id_line, link_line, quotation
from wp.show.safe import printable
from wp.text import sentences

_NEIGHBOURS = 240


def fact_view(library: Library, fact: Fact) -> RenderableType:
    """Draw a fact with everything that the base holds of it."""
    base = library.base_of(fact)
    section = base.section(fact.section)
    page = page_of(section.pages, fact.start, fact.end)
    parts: list[RenderableType] = [id_line(library, fact)]
    topic = ""
    if fact.kind == "fact":
        named = base.topic(fact.section, fact.topic)
        topic = f"{named.title} ({named.key})"
        parts.append(Text(printable(fact.statement), style=terminal.STATEMENT))
    parts.append(Padding(_quote_among_neighbours(section.text, fact), (1, 2)))
    if fact.figures:
        parts += [_figures(fact.figures), Text()]
    details = Table.grid(padding=(0, 2))
    details.add_column(style=terminal.HINT, no_wrap=True)
    details.add_column(overflow="fold")
    for name, value in (
        ("Place", _place(section, fact, page)),
        ("Topic", topic),
        ("Dates", "; ".join(map(period_text, fact.dates))),
        ("Citation", reference(base.document, section, fact.paragraph, page=page)),
        ("Edition", base.document.edition),
        ("Aliases", ", ".join(fact.aliases)),
    ):
        if value:
            details.add_row(name, Text(printable(value)))
    if section.url:
        details.add_row("Page", link_line(section))
    if section.url and fact.fragment:
        details.add_row("Passage", Text(section.url + fact.fragment, overflow="fold"))
    parts += [details, Text()]
    return Group(*parts)


def _place(section: Section, fact: Fact, page: str) -> str:
    place = f"Section {section.id}, “{section.title}”, paragraph {fact.paragraph}"
    return f"{place}, {pages(page)}" if page else place


def _quote_among_neighbours(text: str, fact: Fact) -> Text:
    """Draw a quote between what stands before and behind it in its paragraph, dimmed.

    Of the neighbours only the nearest sentences are shown; `wp read` has the rest.
    """
    start = text.rfind("\n", 0, fact.start) + 1
    end = text.find("\n", fact.end)
    before = text[start : fact.start]
    after = text[fact.end : len(text) if end < 0 else end]
    drawn = Text()
    if shown := _last_sentences(before):
        mark = "" if shown == before else "… "
        drawn.append(f"{mark}{printable(shown.strip())}\n\n", style=terminal.HINT)
    drawn.append(quotation(fact))
    if shown := _first_sentences(after):
        mark = "" if shown == after else " …"
        drawn.append(f"\n\n{printable(shown.strip())}{mark}", style=terminal.HINT)
    return drawn


def _last_sentences(text: str) -> str:
    """Give the last sentences of a text that fit into `_NEIGHBOURS` characters, one at least."""
    kept = ""
    for start, _ in reversed(sentences(text)):
        if kept and len(text) - start > _NEIGHBOURS:
            break
        kept = text[start:]
    return kept


def _first_sentences(text: str) -> str:
    """Give the first sentences of a text that fit into `_NEIGHBOURS` characters, one at least."""
    kept = ""
    for _, end in sentences(text):
        if kept and end > _NEIGHBOURS:
            break
        kept = text[:end]
    return kept


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
