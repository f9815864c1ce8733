"""`wp mcp`: a Model Context Protocol server for assistants."""

import sys

from wp.commands import options
from wp.errors import MissingExtraError


def mcp(facts: options.Facts = None) -> None:
    """Serve assistants over the Model Context Protocol on standard input and output.

    Tools: search_facts, get_fact, list_topics, get_section, verify_quotation, check_text, cite;
    resources: the document and its sections. Needs the extra mcp.
    """
    try:
        from wp.mcp.server import serve
    except ImportError as error:
        if error.name is not None and error.name.partition(".")[0] == "wp":
            raise
        raise MissingExtraError("wp mcp", "mcp") from None
    library = options.library_from(facts)
    if sys.stdin.isatty():
        sys.stderr.write("wp: waiting for an assistant on standard input; Ctrl-C ends it\n")
    serve(library)
