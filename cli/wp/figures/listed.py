"""Figures chosen in one call, as a list that a notebook shows as a table."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from wp.errors import one_of
from wp.figures.select import (
    ORDERS,
    Order,
    StatedFigure,
    Wanted,
    arrange,
    choose,
    choose_facts,
    figures_of,
    find_unit,
)
from wp.figures.span import read_date, window

if TYPE_CHECKING:
    from wp.library import Library


class FigureList(tuple[StatedFigure, ...]):
    """Figures, each with the fact that states it, those of one unit together."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from wp.html import table

        rows = [
            (
                stated.figure.text,
                stated.figure.value,
                stated.figure.unit,
                stated.figure.measures,
                stated.period and stated.period.text,
                stated.fact.id,
            )
            for stated in self
        ]
        return table(("As printed", "Value", "Unit", "Measures", "Period", "Fact"), rows)


def list_figures(
    library: "Library",
    query: str = "",
    *,
    sections: Collection[str] = (),
    topics: Collection[str] = (),
    unit: str | None = None,
    since: str | None = None,
    until: str | None = None,
    least: int | float | None = None,
    most: int | float | None = None,
    order: Order = "place",
) -> FigureList:
    """Return the figures that are asked for; everything left out asks for nothing.

    `sections` are ids and `topics` keys; `since` and `until` years, months or days (ISO 8601).
    UsageError for a date or an order that is none; NotFoundError for a unit that no figure has.
    """
    order = one_of("order", order, ORDERS)
    wanted = Wanted(
        unit=None if unit is None else find_unit(unit, figures_of(library.facts)),
        time=window(
            None if since is None else read_date(since, "since"),
            None if until is None else read_date(until, "until"),
        ),
        least=least,
        most=most,
    )
    facts = choose_facts(library, query, sections=sections, topics=topics)
    kept, _ = choose(figures_of(facts), wanted)
    groups = arrange(library, kept, order)
    return FigureList(stated for group in groups.values() for stated in group)
