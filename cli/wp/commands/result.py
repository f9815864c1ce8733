"""How a command ends: what it answers with, and the exit status that says so."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, cast

import typer

from wp.library import Library
from wp.model import Fact
from wp.show.output import Format, Record, render, write

if TYPE_CHECKING:
    from rich.console import RenderableType

    from wp.show.record_types import FactRecord

FOUND, NOT_FOUND, WRONG_USE = 0, 1, 2

FACT_FIELDS = tuple("id section paragraph topic statement quote figures dates url".split())


def give(
    records: Sequence[Record],
    form: str,
    fields: Sequence[str],
    view: "Callable[[], RenderableType]",
    *,
    no_color: bool = False,
    paged: bool | None = None,
) -> None:
    """Print records in the form asked for; `view` draws the table and is called only for one.

    On a terminal a table longer than it goes through a pager; `paged` says whether one is used.
    """
    if form == "table":
        from wp.show.pager import show
        from wp.show.terminal import console

        show(console(no_color), view(), paged)
    else:
        write(render(records, cast(Format, form), fields))


def with_document(library: Library, fields: Sequence[str]) -> tuple[str, ...]:
    """Add the document to the columns of a flat form where several are loaded."""
    return (*fields, "document") if len(library.bases) > 1 else tuple(fields)


def give_facts(
    library: Library,
    facts: Iterable[Fact],
    form: str,
    view: "Callable[[], RenderableType]",
    *,
    no_color: bool = False,
) -> None:
    """Print facts in the form asked for."""
    records: list[FactRecord] = []
    if form != "table":
        from wp.show.records import fact_record

        records = [fact_record(library, fact) for fact in facts]
    give(records, form, with_document(library, FACT_FIELDS), view, no_color=no_color)


def end(status: int) -> None:
    """End the command with an exit status."""
    raise typer.Exit(status)
