"""`wp browse`, `wp mcp`, `wp lsp`: what runs until it is ended, a reader and two servers."""

import gc
import os
import select
import signal
import sys
from threading import Thread
from typing import Annotated

import typer

from wp.commands import options
from wp.commands.result import end, tell
from wp.errors import UsageError, needs_extra


def browse(
    where: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHERE]...",
            help="Where to begin: a section, VI:4, a fact's id; other words are searched for.",
            autocompletion=options.complete_place,
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
    with needs_extra("wp browse", "browse"):
        import textual  # noqa: F401
    library = options.library_from(facts)
    from wp.browse.app import Browser, Start, start_at

    # The console entry switches it off for look-ups; a reader may be open for hours.
    gc.enable()
    _end_with_terminal(sys.stdin.fileno())
    app = Browser(library, start_at(library, " ".join(where)) if where else Start())
    app.run()
    end(app.return_code or 0)


def _end_with_terminal(terminal: int) -> None:
    """End this process by a hang-up once its terminal closes, whatever was set for that signal.

    Takes the terminal's file descriptor. The signal may be ignored, as under nohup, or blocked, or
    not be sent, where the terminal is not the controlling one; so the terminal itself is waited on,
    which costs nothing. Where the platform has no such wait, only the signal ends it.
    """
    if not hasattr(signal, "SIGHUP"):
        return
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGHUP})
    if hasattr(select, "poll"):
        Thread(target=_wait, args=(terminal,), name="hang-up", daemon=True).start()


def _wait(terminal: int) -> None:
    waiting = select.poll()
    # No event is asked for: an end that closed is told all the same.
    waiting.register(terminal, 0)
    (_, event), *_ = waiting.poll()
    if event & select.POLLHUP:
        os.kill(os.getpid(), signal.SIGHUP)


def mcp(facts: options.Facts = None) -> None:
    """Serve assistants over the Model Context Protocol on standard input and output.

    Tools: search_facts, get_fact, list_topics, get_section, verify_quotation, check_text, cite;
    resources: the document and its sections. Needs the extra mcp.
    """
    with needs_extra("wp mcp", "mcp"):
        from wp.mcp import serve
    library = options.library_from(facts)
    if sys.stdin.isatty():
        tell("waiting for an assistant on standard input; Ctrl-C ends it")
    serve(library)


def lsp(facts: options.Facts = None) -> None:
    """Serve an editor over the Language Server Protocol on standard input and output.

    A Markdown or plain text draft is checked as it is written: findings, the difference in the
    hover, corrections, completion of quotations. Needs the extra lsp.
    """
    with needs_extra("wp lsp", "lsp"):
        from wp.lsp import serve
    if sys.stdin.isatty():
        tell("waiting for an editor on standard input; Ctrl-C ends it")
    serve(facts or ())
