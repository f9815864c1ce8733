"""A draft fact as it is gone over: its sentence in the paragraph, and what was made of it."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from wp.base.rules import RuleProblem
from wp.model import Base, Fact, Figure, Period
from wp.safe import printable
from wp.show import terminal


def review_view(
    base: Base, number: int, total: int, broken: Iterable[RuleProblem] = ()
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
    period = figure.period or figure.context_period
    return f"{measured}; {_period(period)}" if period else measured


def _period(period: Period) -> str:
    if period.start is None and period.end is None:
        return period.text
    if period.start == period.end:
        return f"{period.text} = {period.start}"
    return f"{period.text} = {period.start or '…'} to {period.end or '…'}"


def _paragraph(base: Base, fact: Fact) -> Text:
    """Return the paragraph, the quote in it marked."""
    text = base.section(fact.section).text
    start = text.rfind("\n", 0, fact.start) + 1
    end = text.find("\n", fact.end)
    end = len(text) if end < 0 else end
    return Text.assemble(
        printable(text[start : fact.start]),
        (printable(text[fact.start : fact.end]), terminal.MATCHED),
        printable(text[fact.end : end]),
    )
