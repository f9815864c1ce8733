"""How a command answers: in what form, what it tells meanwhile, with what status it ends."""

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn, TypeAlias, cast

import typer

from wp.files import user_folder
from wp.library import Library, Watcher
from wp.model import Fact
from wp.show import Format, Record, render, write

if TYPE_CHECKING:
    from rich.console import RenderableType

# rich is loaded by what draws, and by nothing before.
Drawn: TypeAlias = "Iterable[RenderableType]"
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
        library: Library | None = None,
        *,
        paged: bool | None = None,
    ) -> None:
        """Print what the one function draws for people or the other records for programs.

        A flat form has the columns `fields`, and the document where the `library` has several. On
        a terminal a table longer than it goes through a pager; `paged` says whether one is used.
        """
        if self.form == "table":
            from wp.show.terminal import console, show

            show(console(self.no_color), view(), paged)
        else:
            columns = with_document(library, fields) if library else fields
            write(render(records(), cast(Format, self.form), columns))

    def give_facts(
        self, library: Library, facts: Sequence[Fact], view: Callable[[], Drawn]
    ) -> None:
        from wp.show.records import fact_record

        self.give(FACT_FIELDS, lambda: [fact_record(library, one) for one in facts], view, library)


def with_document(library: Library, fields: Sequence[str]) -> tuple[str, ...]:
    """Add the document to the columns of a flat form where several are loaded."""
    return (*fields, "document") if len(library.bases) > 1 else tuple(fields)


def tell(message: str) -> None:
    """Tell something on standard error, on one line."""
    from wp.safe import one_line

    sys.stderr.write(f"wp: {one_line(message, 2000)}\n")


def end(status: int) -> NoReturn:
    raise typer.Exit(status)


_WIDTH = 30


class Telling(Watcher):
    """Tells on standard error of what takes long, and of how a document was read."""

    def __init__(self) -> None:
        self._told = ""
        self._drawn = -1

    def indexing(self, done: int, whole: int) -> None:
        size = f"{whole / 1024**2:.0f} MB of facts"
        self._draw(
            f"making the index of {size} (once: it is kept in the cache folder)", done, whole
        )

    def unkept(self) -> None:
        tell(
            f"the index cannot be kept in {user_folder('cache')}, so each command makes it anew;"
            " give WP_CACHE a folder to write to"
        )

    def drafting(self, path: Path, done: int, whole: int) -> None:
        if sys.stderr.isatty():
            task = f"reading {path} (once: what is read is kept in the cache folder)"
            self._draw(task, done, whole)

    def drafted(self, path: Path, warnings: Sequence[str]) -> None:
        for warning in warnings:
            tell(f"{path.name}: {warning}")

    def _draw(self, task: str, done: int, whole: int) -> None:
        """Tell of a task once; on a terminal, draw a bar: `done` of `whole`, both 0 until known."""
        if self._told != task:
            self._told = task
            if 0 <= self._drawn < 100:
                sys.stderr.write("\n")
            self._drawn = -1
            tell(task)
        # What is wrong with a file is told, on a line of its own, before anything of it is done.
        if not done or not sys.stderr.isatty():
            return
        percent = 100 * done // max(whole, 1)
        if percent != self._drawn:
            self._drawn = percent
            bar = ("#" * (_WIDTH * percent // 100)).ljust(_WIDTH, ".")
            sys.stderr.write(f"\r[{bar}] {percent} %" + "\n" * (percent == 100))
            sys.stderr.flush()
