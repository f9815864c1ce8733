"""The server for assistants: a library's tools and resources over standard input and output."""

import gc
import os
import signal
from collections.abc import Callable, Iterable
from functools import partial, wraps
from typing import Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.resources import FunctionResource, Resource
from mcp.types import Tool, ToolAnnotations
from pydantic import ValidationError

from wp import __version__
from wp.cite import imprint, is_numbered, section_name
from wp.errors import UsageError, WpError
from wp.library import Library
from wp.mcp import limits
from wp.mcp.limits import RESOURCE, fitting
from wp.mcp.tools import Tools
from wp.model import Base, Section
from wp.safe import one_line


def resources(library: Library) -> list[Resource]:
    """Return `wp://document/ID` for each document, `wp://document/ID/section/SECTION` for its
    parts.

    Ids are made of letters, digits and hyphens, so that they stand in an address as they are.
    """
    found: list[Resource] = []
    for base in library.bases:
        address = f"wp://document/{base.document.id}"
        found.append(
            FunctionResource(
                uri=address,
                name=base.document.id,
                title=base.document.title,
                description=f"The text of the sections that are held here. {_published(base)}",
                fn=partial(_text, base.sections, base.document.title, _published(base)),
            )
        )
        found.extend(
            FunctionResource(
                uri=f"{address}/section/{section.id}",
                name=f"{base.document.id}:{section.id}",
                title=section.title,
                description=f"The text of {section_name(section)} of {base.document.title}.",
                fn=partial(_text, [section]),
            )
            for section in base.sections
        )
    return found


def _text(sections: Iterable[Section], *head: str) -> str:
    """Return sections as far as a resource goes, and a line that tells of what is left out."""
    paragraphs = [*head]
    for section in sections:
        title = f"{section.id}. {section.title}" if is_numbered(section) else section.title
        paragraphs += [title, *section.paragraphs]
    given = fitting(paragraphs, RESOURCE)
    if left := len(paragraphs) - len(given):
        given.append(f"[Left out here: {left:,} more paragraphs; the tool get_section gives them]")
    return "\n\n".join(given)


def _published(base: Base) -> str:
    told = imprint(base.document)
    return f"{told}." if told else ""


_INSTRUCTIONS = """\
Exact words, figures and places of: {titles}.
Search with search_facts and quote only what a fact's `quote` or get_section prints. Check each \
quotation with verify_quotation, and a finished text with check_text; cite with cite. A \
`statement` is our summary, never the document's words. The facts \
record what the document states and do not vouch that it is true: write "the paper states". \
What search_facts does not find, the facts held here do not say."""

_LONGEST_MESSAGE = 1_000


def serve(library: Library) -> None:
    """Serve until standard input ends.

    The console entry has switched off the collection of garbage, for commands that end at once.
    """
    gc.enable()
    for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
        # The SDK waits for standard input in a thread that nothing else ends.
        signal.signal(number, lambda *_, status=status: os._exit(status))
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
    server = _Server(
        "wp",
        title="wp: what the document states",
        version=__version__,
        instructions=_INSTRUCTIONS.format(
            titles="; ".join(base.document.title for base in library.bases)
        ),
        resources=resources(library),
        log_level="WARNING",
    )
    hints = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
    for tool in (
        *(tools.search_facts, tools.get_fact, tools.list_topics, tools.get_section),
        *(tools.verify_quotation, tools.check_text, tools.cite),
    ):
        server.add_tool(_answering(tool), annotations=hints)
    return server


class _Server(MCPServer[Any]):
    """A server that refuses what a tool does not take, and tells of it in one line."""

    async def list_tools(self) -> list[Tool]:
        """List the tools; their schemas say that they take nothing else."""
        tools = await super().list_tools()
        for tool in tools:
            tool.input_schema["additionalProperties"] = False
        return tools

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Any = None) -> Any:
        """Call a tool with arguments that are brought into the form of its schema."""
        schema = next((one.input_schema for one in await self.list_tools() if one.name == name), {})
        try:
            fitted = _fitted(arguments, schema)
            return await super().call_tool(name, fitted, context)
        except WpError as error:
            raise ToolError(one_line(f"{name}: {error}", _LONGEST_MESSAGE)) from None
        except ToolError as error:
            if not isinstance(error.__cause__, ValidationError):
                raise
            wrong = error.__cause__.errors()[0]
            told = f"{name}: {'.'.join(map(str, wrong['loc']))}: {wrong['msg']}"
            raise ToolError(one_line(told, _LONGEST_MESSAGE)) from None


def _fitted(arguments: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments without those that are null, a lone name as a list where one is meant.

    UsageError for one that the tool does not take, since what it was to choose would not be chosen,
    and for one that is blank or too long.
    """
    known = schema.get("properties", arguments)
    fitted = {}
    for name, value in arguments.items():
        if name not in known:
            raise UsageError(f"no argument {name!r}", remedy=f"it takes {', '.join(known)}")
        if isinstance(value, str) and known[name].get("type") == "array" and value[:1] != "[":
            value = [value]
        if value is not None:
            is_needed = name in schema.get("required", ())
            limits.check_argument(name, value, known[name].get("maxLength"), is_needed=is_needed)
            fitted[name] = value
    return fitted


# An assistant has tools where a person has commands.
_TOOL_FOR = {"`wp search`": "search_facts", "`wp topic`": "list_topics"}


def _answering(tool: Callable[..., Any]) -> Callable[..., Any]:
    """Make a tool tell a foreseen failure in one line, and answer one call at a time.

    The SDK would run a plain function in a thread of its own. This runs where the server runs, so
    that calls do not meet in the library and a call that takes too long can be ended.
    """

    @wraps(tool)
    async def answer(**arguments: Any) -> Any:
        try:
            with limits.at_most(limits.SECONDS):
                return limits.check_answer(tool(**arguments))
        except WpError as error:
            raise ToolError(one_line(_told(error), _LONGEST_MESSAGE)) from None

    return answer


def _told(error: WpError) -> str:
    told = str(error)
    for command, tool in _TOOL_FOR.items():
        told = told.replace(command, tool)
    return told
