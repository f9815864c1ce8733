"""The Typer app: the commands by name, each imported only when it is called."""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from wp.version import __version__

# With what the help says of each, in its order: looking up, using, checking, managing.
COMMANDS = {
    "search": "ranked facts for words, questions, numbers, typing errors",
    "grep": "every place of these very words, with a count",
    "section": "the sections; or one section's topics and facts",
    "topic": "the topics; or one topic's facts",
    "show": "a fact in full: quote, figures, place, link, citation",
    "read": "the source text, its facts marked",
    "figures": "figures as a table or a chart",
    "timeline": "dated statements in order",
    "cite": "a citation, or a quotation ready to paste",
    "verify": "is this quotation exact?",
    "check": "a draft's quotations and figures, against the source",
    "export": "the whole base: JSON, CSV, SQLite, one HTML page",
    "base": "make, check and manage fact bases",
    "browse": "a terminal reader (extra: browse)",
    "mcp": "a server for assistants (extra: mcp)",
}

_SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"]}

_HELP = """\b
wp search "peacekeeping"      facts for words, questions, numbers, typing errors
wp section VI                 a section's topics and facts
wp show personnel-sent        a fact in full: quote, figures, place, link

Look up what an official document says: the exact words, figure and place.
"""


class LazyGroup(TyperGroup):
    """A group that imports a command's module when the command is called or helped on."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Give the names of all commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Give a command by name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"wp.commands.{cmd_name}")
        app = getattr(module, "app", None)
        if app is None:
            app = typer.Typer(add_completion=False, rich_markup_mode=None)
            app.command(cmd_name, context_settings=_SETTINGS)(getattr(module, cmd_name))
        command = get_command(app)
        command.name = cmd_name
        command.short_help = COMMANDS[cmd_name]
        return command


app = typer.Typer(
    cls=LazyGroup,
    help=_HELP,
    invoke_without_command=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_SETTINGS,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"wp {__version__}")
        raise typer.Exit


@app.callback()
def _wp(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", help="Show the version.", is_eager=True, callback=_print_version
        ),
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def run_command(arguments: Sequence[str]) -> int:
    """Run `wp` with these arguments and give the exit status a command ended with."""
    status = get_command(app)(list(arguments), prog_name="wp", standalone_mode=False)
    return status if isinstance(status, int) else 0
