"""`wp base diff`: two editions of a document held against each other."""

import os
from pathlib import Path
from typing import Annotated, Any

import typer

from wp.commands import options
from wp.commands.completion import complete_document
from wp.commands.result import NOT_FOUND, Drawn, end

_FIELDS = ("kind", "change", "id", "section", "paragraph", "old", "new")


def _edition(metavar: str, help: str) -> Any:
    return typer.Argument(metavar=metavar, help=help, autocompletion=complete_document)


def diff(
    old: Annotated[
        str, _edition("OLD", "The older fact base: a file, or the id of a loaded document.")
    ],
    new: Annotated[str, _edition("NEW", "The newer one, likewise.")],
    format: options.FormatName = None,
    json: options.Json = False,
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """Compare two editions: quotes, figures, facts, text.

    Tells which quotes of the old edition no longer stand in the new text, with the passage nearest
    to each; which figures changed; which facts and paragraphs were added and removed. Exit status
    0: the same. 1: differences.
    """
    from wp.editions import differences
    from wp.show.records import difference_record

    reply = options.reply(format, json, plain, no_color)
    before, after = (options.base_at(_file(name)) for name in (old, new))
    found = differences(before, after)

    def view() -> Drawn:
        from wp.show.editions_view import editions_view

        return [editions_view(before.document, after.document, found)]

    reply.give(_FIELDS, lambda: [difference_record(one) for one in found], view)
    if found:
        end(NOT_FOUND)


def _file(name: str) -> Path:
    """Return the file that an argument names: a path, or the id of a loaded document."""
    path = Path(name)
    if os.path.exists(path) or path.name != name or path.suffix:
        return path
    from wp.base.location import chosen_bases
    from wp.errors import NotFoundError, UsageError
    from wp.library import open_chosen

    chosen = chosen_bases()
    bases = open_chosen(chosen).bases
    for base, file in zip(bases, chosen.paths, strict=True):
        if base.document.id == name:
            return file
    raise UsageError(
        str(NotFoundError("file or document", name)),
        remedy=f"the documents are {', '.join(base.document.id for base in bases)}",
    )
