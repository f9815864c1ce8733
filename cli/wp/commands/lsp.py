"""`wp lsp`: a language server for editors."""

import sys

from wp.commands import options
from wp.commands.result import tell
from wp.errors import needs_extra


def lsp(facts: options.Facts = None) -> None:
    """Serve an editor over the Language Server Protocol on standard input and output.

    A Markdown or plain text draft is checked as it is written: findings, the difference in the
    hover, corrections, completion of quotations. Needs the extra lsp.
    """
    with needs_extra("wp lsp", "lsp"):
        from wp.lsp.server import serve
    if sys.stdin.isatty():
        tell("waiting for an editor on standard input; Ctrl-C ends it")
    serve(facts or ())
