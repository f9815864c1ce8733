"""How a command ends: what it answers with, and the exit status that says so."""

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, NoReturn, TypeAlias, cast

import typer

from wp.library import Library
from wp.model import Fact
from wp.show.output import Format, Record, render, write

if TYPE_CHECKING:
    from rich.console import RenderableType

Drawn: TypeAlias = (
    "Iterable[RenderableType]"  # which is loaded by what draws, and by nothing before
)
FOUND, NOT_FOUND, WRONG_USE = 0, 1, 2

FACT_FIELDS = tuple("id section paragraph topic statement quote figures dates url".split())


class Reply(NamedTuple):
    """The form in which a command answers, and whether it does without colours."""

    form: str
    no_color: bool = False

    def give(
        self,
        fields: Sequence[str],
        records: Callable[[], Sequence[Record]],
        view: Callable[[], Drawn],
        *,
        paged: bool | None = None,
    ) -> None:
        """Print what the one function draws for people or the other records for programs.

        A flat form has the columns `fields`. On a terminal a table longer than it goes through a
        pager; `paged` says whether one is used.
        """
        if self.form == "table":
            from wp.show.pager import show
            from wp.show.terminal import console

            show(console(self.no_color), view(), paged)
        else:
            write(render(records(), cast(Format, self.form), fields))

    def give_facts(
        self, library: Library, facts: Sequence[Fact], view: Callable[[], Drawn]
    ) -> None:
        from wp.show.records import fact_record

        fields = with_document(library, FACT_FIELDS)
        self.give(fields, lambda: [fact_record(library, fact) for fact in facts], view)


def with_document(library: Library, fields: Sequence[str]) -> tuple[str, ...]:
    """Add the document to the columns of a flat form where several are loaded."""
    return (*fields, "document") if len(library.bases) > 1 else tuple(fields)


def tell(message: str) -> None:
    """Tell something on standard error, on one line."""
    from wp.safe import one_line

    sys.stderr.write(f"wp: {one_line(message, 2000)}\n")


def end(status: int) -> NoReturn:
    raise typer.Exit(status)
