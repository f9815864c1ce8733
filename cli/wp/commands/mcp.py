"""`wp mcp`: a Model Context Protocol server for assistants."""

import sys

from wp.commands import options
from wp.commands.result import tell
from wp.errors import needs_extra


def mcp(facts: options.Facts = None) -> None:
    """Serve assistants over the Model Context Protocol on standard input and output.

    Tools: search_facts, get_fact, list_topics, get_section, verify_quotation, check_text, cite;
    resources: the document and its sections. Needs the extra mcp.
    """
    with needs_extra("wp mcp", "mcp"):
        from wp.mcp.server import serve
    library = options.library_from(facts)
    if sys.stdin.isatty():
        tell("waiting for an assistant on standard input; Ctrl-C ends it")
    serve(library)
