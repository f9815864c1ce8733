"""One fact in full: statement, the quote in its paragraph, figures, dates, place and link."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from wp.cite import in_paragraph, label_of, numbered, pages, reference
from wp.cite.markup import safe_url
from wp.library import Library
from wp.model import Fact, Figure, Period, Section
from wp.quantities import format_value
from wp.safe import printable
from wp.show import terminal
from wp.show.fact_table import id_line, link_line, quotation, summary
from wp.show.ruled import RuledRow, RuledRows
from wp.text import sentences

_NEIGHBOURS = 240
_SENTENCE_ENDS = (".", "?", "!", "。", '."', ".”")
_LABEL_WIDTH = 8
CONTEXT_HINT = "[…] around a period: the text beside the quote gives it."


def fact_view(library: Library, fact: Fact, *, everything: bool = False) -> RenderableType:
    """Draw a fact in full; with `everything` also the words by which search finds it besides."""
    base = library.base_of(fact)
    section = base.section(fact.section)
    page = section.page(fact.start, fact.end)
    parts: list[RenderableType] = [id_line(library, fact)]
    topic = ""
    if fact.kind == "fact":
        named = base.topic(fact.section, fact.topic)
        topic = f"{named.title} ({named.key})"
    room = Padding(_quote_among_neighbours(section.text, fact), (1, 2))
    parts.append(Constrain(room, terminal.READABLE))
    if fact.summary:
        parts += [Constrain(summary(fact), terminal.READABLE), Text()]
    if fact.figures:
        parts += [_figures(fact.figures)]
        if any(figure.context_period and not figure.period for figure in fact.figures):
            parts.append(Text(CONTEXT_HINT, style=terminal.HINT))
        parts.append(Text())
    details = (
        ("Place", _place(section, fact, page)),
        ("Topic", topic),
        ("Dates", "; ".join(map(period_text, fact.dates))),
        ("Citation", reference(base.document, section, fact.paragraph, page)),
        ("Edition", base.document.edition),
        ("Found by", ", ".join(fact.aliases) if everything else ""),
    )
    parts.append(labelled((name, Text(printable(value))) for name, value in details if value))
    if section.url:
        parts.append(_address_line("Page", link_line(section)))
    if link := section.link(fact):
        parts.append(passage_line(link))
    return Group(*parts)


def labelled(details: Iterable[tuple[str, Text]]) -> RenderableType:
    """Draw texts behind their names."""
    return RuledRows(
        None,
        [
            RuledRow((Text(name.ljust(_LABEL_WIDTH), style=terminal.HINT),), (text,), joined=True)
            for name, text in details
        ],
    )


def passage_line(address: str) -> Text:
    """Draw the address of a passage in one piece."""
    return _address_line("Passage", terminal.link(address, safe_url(address)))


def _address_line(name: str, address: Text) -> Text:
    line = Text(no_wrap=True, overflow="ignore")
    line.append(name.ljust(_LABEL_WIDTH + 2), style=terminal.HINT)
    return line.append_text(address)


def _place(section: Section, fact: Fact, page: str) -> str:
    name = "" if label_of(section) else f"Section {section.id}, "
    place = f"{name}“{section.title}”, paragraph {fact.paragraph}"
    place += numbered(section, fact.paragraph)
    return f"{place}, {pages(page)}" if page else place


def _quote_among_neighbours(text: str, fact: Fact) -> Text:
    """Draw a quote between what stands before and behind it in its paragraph, dimmed.

    Of the neighbours only the nearest sentences are shown; `wp read` has the rest.
    """
    before, _, after = in_paragraph(text, fact.start, fact.end)
    drawn = Text()
    if shown := _nearest(before, last=True):
        mark = "" if shown == before else "… "
        gap = "\n\n" if before.rstrip().endswith(_SENTENCE_ENDS) else " "
        drawn.append(f"{mark}{printable(shown.strip())}{gap}", style=terminal.HINT)
    drawn.append(quotation(fact))
    if shown := _nearest(after, last=False):
        mark = "" if shown == after else " …"
        whole = fact.quote.rstrip().endswith(_SENTENCE_ENDS)
        # What goes on with the sentence goes on with the line.
        gap = "\n\n" if whole else "" if after[:1] in ",;:." else " "
        drawn.append(f"{gap}{printable(shown.strip())}{mark}", style=terminal.HINT)
    return drawn


def _nearest(text: str, *, last: bool) -> str:
    """Return the first or last sentences of a text that fit into `_NEIGHBOURS` characters, one at
    least."""
    kept = ""
    for start, end in reversed(sentences(text)) if last else sentences(text):
        more = text[start:] if last else text[:end]
        if kept and len(more) > _NEIGHBOURS:
            break
        kept = more
    return kept


def _figures(figures: tuple[Figure, ...]) -> Table:
    table = Table(box=terminal.FRAME, pad_edge=False, header_style="")
    table.add_column("Printed", style=terminal.FIGURE, overflow="fold")
    for name in ("Value", "Counts", "Period"):
        table.add_column(name, overflow="fold")
    for figure in figures:
        value = f"{format_value(figure.value)} {figure.unit}"
        counted = figure.measures
        if figure.part_of:
            counted += f" (part of {figure.part_of})"
        told = period_text(figure.time, from_context=not figure.period) if figure.time else ""
        cells = (*map(printable, (figure.text, value, counted)), told)
        table.add_row(*map(Text, cells))
    return table


def period_text(period: Period, *, from_context: bool = False) -> str:
    """Return a period in ISO form, "1990 to 2017-08"; as printed where it has no year or no start.

    "By 2016" is a level reached, "until 2016" a span that ends: what has no start keeps its words.
    It stands in square brackets where a neighbour of the quote gives it.
    """
    if from_context:
        return f"[{period_text(period)}]"
    if period.start is None:
        return printable(period.text)
    if period.start == period.end:
        return str(period.start)
    return f"{period.start} to {period.end}" if period.end else f"since {period.start}"
