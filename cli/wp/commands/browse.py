"""`wp browse`: a terminal reader."""

import gc
import os
import sys
from typing import Annotated

import typer

from wp.commands import options
from wp.commands.completion import complete_place
from wp.commands.result import end
from wp.errors import MissingExtraError, UsageError


def browse(
    where: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHERE]...",
            help="Where to begin: a section, VI:4, a fact's id; other words are searched for.",
            autocompletion=complete_place,
        ),
    ] = None,
    facts: options.Facts = None,
) -> None:
    """Read in the terminal: paper, contents, search as you type, figures (extra: browse)."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if os.environ.get("TERM") == "dumb" or not all(stream.isatty() for stream in streams):
        raise UsageError(
            "browse needs a terminal for its input and output",
            remedy="use `wp read` to print the text",
        )
    try:
        import textual  # noqa: F401
    except ModuleNotFoundError as error:
        if error.name != "textual":
            raise
        raise MissingExtraError("wp browse", "browse") from None
    library = options.library_from(facts)
    from wp.browse.app import Browser, Start, start_at
    from wp.browse.hang_up import end_with_terminal

    # The console entry switches it off for look-ups; a reader may be open for hours.
    gc.enable()
    end_with_terminal(sys.stdin.fileno())
    app = Browser(library, start_at(library, " ".join(where)) if where else Start())
    app.run()
    end(app.return_code or 0)
