"""Fact bases drawn: documents, names, problems, a draft fact gone over, how two editions differ."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from wp.cite import in_paragraph
from wp.english import counted
from wp.library import Library
from wp.model import Base, Document, Fact, Figure, Period
from wp.quantities import format_value
from wp.safe import one_line, printable
from wp.show import terminal
from wp.show.ruled import RuledRow, RuledRows
from wp.show.terminal import published, titled

if TYPE_CHECKING:
    from wp.base.rules import RuleProblem
    from wp.editions import Difference
    from wp.show.record_types import BaseRecord, ProblemRecord, SectionRecord

_DRAFT = "drafts-reviewed"
_FEW = 3


def bases_view(records: "Sequence[BaseRecord]", drafts: list[int]) -> RenderableType:
    """Draw the loaded bases, one block each; `drafts` tells how many facts of each are drafts."""
    blocks: list[RenderableType] = []
    for record, count in zip(records, drafts, strict=True):
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style=terminal.HINT, no_wrap=True)
        grid.add_column(overflow="fold")
        for name in ("title", "edition", "published", "sections", "topics", "facts"):
            if record[name] is not None:
                told = str(record[name])
                if name == "published":
                    told = published(told)
                elif name == "facts" and count:
                    told += f", {count} of them {'a draft' if count == 1 else 'drafts'}"
                grid.add_row(name.capitalize(), Text(printable(told)))
        grid.add_row("Text SHA-256", record["text_sha256"])
        grid.add_row("File SHA-256", record["file_sha256"])
        grid.add_row("From", Text(f"{record['origin']}: {printable(record['path'])}"))
        blocks += [Text(record["document"], style=terminal.FACT_ID), grid, Text()]
    return Group(*blocks[:-1])


def problems_view(records: "Sequence[ProblemRecord]") -> RenderableType:
    """Draw what is wrong in a base: place, problem, remedy; or say that nothing is."""
    if not records:
        return Text("Every rule holds.")
    blocks: list[RenderableType] = []
    drafts = Counter(one["file"] for one in records if one["rule"] == _DRAFT)
    for record in records:
        if record["rule"] == _DRAFT and drafts[record["file"]] > _FEW:
            continue
        blocks.append(
            Text.assemble(
                (f"{printable(record['file'])}: ", terminal.HINT),
                (f"{printable(record['place'])}: ", terminal.FACT_ID),
                printable(record["problem"]),
                (f"; {printable(record['remedy'])}" if record["remedy"] else "", terminal.HINT),
            )
        )
    for file, count in drafts.items():
        if count > _FEW:
            told = f"{count} facts are drafts; go over them with `wp base review`"
            blocks.append(Text.assemble((f"{printable(file)}: ", terminal.HINT), told))
    return Group(*blocks)


def review_view(
    base: Base, number: int, total: int, broken: "Iterable[RuleProblem]" = ()
) -> RenderableType:
    """Draw the one fact of a base with its paragraph, figures and dates, and the rules it breaks.

    `number` of `total` tells how far the review is.
    """
    fact = next(base.facts())
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style=terminal.HINT, no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row("Statement", Text(printable(fact.statement), style=terminal.OURS))
    grid.add_row("Quote", Text(printable(fact.quote)))
    if fact.context:
        grid.add_row("Context", Text(printable(fact.context)))
    for name, rows in (
        ("Figures", [_figure(figure) for figure in fact.figures]),
        ("Dates", [_period(date) for date in fact.dates]),
    ):
        for at, row in enumerate(rows):
            grid.add_row("" if at else name, Text(printable(row), style=terminal.FIGURE))
    grid.add_row(f"Paragraph {fact.paragraph}", _paragraph(base, fact))
    for problem in broken:
        grid.add_row("Broken rule", Text(printable(problem.problem), style=terminal.WARNING))
    place = Text.assemble((f"{number} of {total}  ", terminal.HINT), (fact.id, terminal.FACT_ID))
    return Group(Text(), place, grid)


def _figure(figure: Figure) -> str:
    measured = f"{figure.text} = {figure.value:,} {figure.unit}, {figure.measures}"
    return f"{measured}; {_period(figure.time)}" if figure.time else measured


def _period(period: Period) -> str:
    if period.is_vague:
        return period.text
    if period.start == period.end:
        return f"{period.text} = {period.start}"
    return f"{period.text} = {period.start or '…'} to {period.end or '…'}"


def _paragraph(base: Base, fact: Fact) -> Text:
    """Return the paragraph, the quote in it marked."""
    text = base.section(fact.section).text
    before, words, after = in_paragraph(text, fact.start, fact.end)
    return Text.assemble(printable(before), (printable(words), terminal.MATCHED), printable(after))


def contents_table(library: Library, records: "Iterable[SectionRecord]") -> RuledRows:
    """Draw the parts of each document: what a base holds of it, and what it does not."""
    rows: list[RuledRow] = []
    for record in records:
        name = library.name(record["document"], record["section"])
        if record["included"]:
            title = Text(printable(record["title"]))
            held = f"{counted(len(record['topics']), 'topic')}, {counted(record['facts'], 'fact')}"
        else:
            title, held = Text(printable(record["title"]), style=terminal.HINT), "not in this base"
        beside = (title, Text(held, style=terminal.HINT))
        cell = Text(printable(name), style=terminal.PLACE)
        rows.append(RuledRow((cell,), beside, joined=bool(rows)))
    return RuledRows(RuledRow((Text("Section"),), (Text("Title"),)), rows)


def name_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """Draw a plain table of names and numbers; a number's column is aligned right."""
    rows = list(rows)
    table = Table(box=terminal.FRAME, pad_edge=False, header_style="")
    for column, *cells in zip(columns, *rows, strict=True):
        numeric = bool(cells) and all(cell.isdecimal() or not cell for cell in cells)
        whole = not any(" " in cell for cell in cells)  # a key that is broken cannot be copied
        justify: Literal["left", "right"] = "right" if numeric else "left"
        table.add_column(column, justify=justify, overflow="fold", no_wrap=whole)
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    return table


_DIFFERENCES = {
    "quote": "Quotes of the old edition that no longer stand in the new text",
    "figure": "Figures",
    "fact": "Facts",
    "paragraph": "Paragraphs",
}
_LONGEST = 160
_AROUND = 12  # words of a paragraph, on either side of a change


def editions_view(
    old: Document, new: Document, differences: "Sequence[Difference]"
) -> RenderableType:
    """Draw what differs, by kind, and how much of each there is."""
    parts: list[RenderableType] = [
        Text(f"Old: {titled(old)}", style=terminal.HINT),
        Text(f"New: {titled(new)}", style=terminal.HINT),
        Text(),
    ]
    if not differences:
        return Group(*parts, Text("No differences."))
    for kind, group in groupby(differences, key=lambda one: one.kind):
        shown = list(group)
        parts.append(Text(f"{_DIFFERENCES[kind]}: {len(shown)}", style=terminal.HEADING))
        for one in shown:
            parts += [Padding(Group(*_lines(one)), (0, 0, 0, 2)), Text()]
    return Group(*parts[:-1])


def _lines(one: "Difference") -> Iterator[Text]:
    from wp.show.verdict_view import difference

    place = one.section if one.paragraph is None else f"{one.section} ¶{one.paragraph}"
    if one.kind == "paragraph" and one.old and one.new:
        yield Text.assemble((place, terminal.PLACE), "  altered")
        yield difference(one.old, one.new, around=_AROUND)
        return
    if one.kind == "paragraph":
        told = "only in the old edition" if one.change == "removed" else "only in the new edition"
        yield Text.assemble((place, terminal.PLACE), f"  {told}")
        yield Text(one_line(one.old or one.new or "", _LONGEST), style=terminal.HINT)
        return
    head = Text.assemble((one.id, terminal.FACT_ID), f"  {one.change}", overflow="fold")
    if one.new is not None:
        head.append(f"  {place}", style=terminal.PLACE)
    yield head
    if one.kind == "figure":
        yield _in_edition("old", one.old_figure)
        yield _in_edition("new", one.new_figure)
    elif one.change == "renamed":
        yield Text(f"now {one.new}")
    elif one.change == "altered" and one.old and one.new:
        yield difference(one.old, one.new)
    else:
        yield Text(f"“{printable(one.old or one.new or '')}”", style=terminal.QUOTE)


def _in_edition(edition: str, figure: Figure | None) -> Text:
    if figure is None:
        return Text(f"{edition}: none")
    from wp.show.fact_view import period_text

    value = " ".join(filter(None, (figure.qualifier, format_value(figure.value), figure.unit)))
    period = f", {period_text(figure.time)}" if figure.time else ""
    counted = f"{figure.measures}{period}"
    return Text.assemble(
        f"{edition}: ", (printable(value), terminal.FIGURE), f"  {printable(counted)}"
    )
