"""The server: a library's tools and resources over standard input and output."""

import gc
from collections.abc import Callable
from functools import wraps
from typing import Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from wp.errors import NotFoundError, WpError
from wp.library import Library
from wp.mcp import limits
from wp.mcp.resources import resources
from wp.mcp.tools import Tools
from wp.safe import one_line
from wp.version import __version__

_INSTRUCTIONS = """\
Exact words, figures and places of: {titles}.
Search with search_facts and quote only what a fact's `quote` or get_section prints. Check each \
quotation with verify_quotation, and a finished text with check_text; cite with cite. The facts \
record what the document states and do not vouch that it is true: write "the paper states". \
What search_facts does not find, the facts held here do not say."""

_LONGEST_MESSAGE = 1_000


def serve(library: Library) -> None:
    """Serve until standard input ends.

    The console entry has switched off the collection of garbage, for commands that end at once.
    """
    gc.enable()
    try:
        build_server(library).run("stdio")
    except BaseExceptionGroup as group:
        # The SDK serves in several tasks at once; that a stream fails is told as ever.
        while isinstance(group.exceptions[0], BaseExceptionGroup):
            group = group.exceptions[0]
        if isinstance(group.exceptions[0], OSError):
            raise group.exceptions[0] from None
        raise


def build_server(library: Library) -> MCPServer[Any]:
    """Make the server of a library: it only reads, and only from the library."""
    tools = Tools(library)
    server: MCPServer[Any] = MCPServer(
        "wp",
        title="wp: what the document states",
        version=__version__,
        instructions=_INSTRUCTIONS.format(
            titles="; ".join(base.document.title for base in library.bases)
        ),
        resources=resources(library),
        log_level="WARNING",
    )
    for tool in (
        tools.search_facts,
        tools.get_fact,
        tools.list_topics,
        tools.get_section,
        tools.verify_quotation,
        tools.check_text,
        tools.cite,
    ):
        server.add_tool(
            _answering(tool),
            annotations=ToolAnnotations(
                read_only_hint=True, idempotent_hint=True, open_world_hint=False
            ),
        )
    return server


def _answering(tool: Callable[..., Any]) -> Callable[..., Any]:
    """Make a tool tell a foreseen failure in one line, and answer one call at a time.

    The SDK would run a plain function in a thread of its own. This runs where the server runs, so
    that calls do not meet in the library and a call that takes too long can be ended.
    """

    @wraps(tool)
    async def answer(**arguments: Any) -> Any:
        try:
            with limits.at_most(limits.SECONDS):
                return tool(**arguments)
        except WpError as error:
            raise ToolError(one_line(_told(error), _LONGEST_MESSAGE)) from None

    return answer


def _told(error: WpError) -> str:
    if isinstance(error, NotFoundError) and error.nearest:
        told = f"{error.what}; nearest: {', '.join(error.nearest)}"
        return f"{told}; {error.remedy}" if error.remedy else told
    return str(error)
