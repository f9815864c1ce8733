"""`wp lsp`: a language server for editors."""

import sys

from wp.commands import options
from wp.errors import MissingExtraError


def lsp(facts: options.Facts = None) -> None:
    """Serve an editor over the Language Server Protocol on standard input and output.

    A Markdown or plain text draft is checked as it is written: findings, the difference in the
    hover, corrections, completion of quotations. Needs the extra lsp.
    """
    try:
        from wp.lsp.server import serve
    except ImportError as error:
        if error.name is not None and error.name.partition(".")[0] == "wp":
            raise
        raise MissingExtraError("wp lsp", "lsp") from None
    if sys.stdin.isatty():
        sys.stderr.write("wp: waiting for an editor on standard input; Ctrl-C ends it\n")
    serve(facts or ())
