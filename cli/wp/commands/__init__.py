"""The Typer app: the commands by name, each imported only when it is called.

Every module of this room has a command, or some that are one idea, or what they share: a command
is parsed, the core is called, the result handed to `wp.show`.
"""

import os
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from wp import __version__

# With what the help says of each, in its order: looking up, using, checking, managing.
COMMANDS = {
    "search": "ranked facts for words, questions, numbers, typing errors",
    "grep": "every place of these very words, with a count",
    "section": "the sections; or one section's topics and facts",
    "topic": "the topics; or one topic's facts",
    "show": "a fact in full: quote, figures, place, link, citation",
    "read": "the source text, its facts marked; a place: VI:4",
    "open": "a passage in the browser",
    "figures": "figures as a table or a chart",
    "timeline": "dated statements in order",
    "cite": "a citation, or a quotation ready to paste",
    "verify": "is this quotation exact?",
    "check": "a draft's quotations and figures, against the source",
    "export": "the whole base: JSON, CSV, SQLite, one HTML page",
    "base": "make, check and manage fact bases",
    "browse": "a terminal reader (extra: browse)",
    "mcp": "a server for assistants (extra: mcp)",
    "lsp": "a server for editors (extra: lsp)",
}

# The module of a command that shares one; another has its own name.
_MODULES = {
    **dict.fromkeys(("section", "topic", "show"), "facts"),
    **dict.fromkeys(("read", "open", "grep"), "passages"),
    **dict.fromkeys(("browse", "mcp", "lsp"), "sessions"),
    "timeline": "figures",
}

# With what the help of each opens: commands to try.
EXAMPLES = {
    "search": ('wp search "how many soldiers"', 'wp search "net profit" --facts report.pdf'),
    "grep": ('wp grep "human rights"', 'wp grep "police" --count'),
    "section": ("wp section", "wp section VI"),
    "topic": ("wp topic", "wp topic peacekeeping"),
    "show": ("wp show personnel-sent", 'wp show "VI ¶4"'),
    "read": ("wp read VI", "wp read VI:4-6 --bare"),
    "open": ("wp open personnel-sent", "wp open VI:4"),
    "figures": ("wp figures corruption --unit people", "wp figures satisfaction -o chart.svg"),
    "timeline": ("wp timeline --since 2015", 'wp timeline "United Nations"'),
    "cite": ("wp cite personnel-sent --as markdown", "wp cite --style bibtex"),
    "verify": ('wp verify "a standby force of 8,000 troops"', "pbpaste | wp verify -"),
    "check": ("wp check draft.md", "wp check draft.docx --facts report.pdf"),
    "export": ("wp export -o facts.csv", "wp export -o page.html"),
    "base": ("wp base draft report.pdf -o report.json", "wp base add report.json"),
    "base validate": ("wp base validate report.json",),
    "base list": ("wp base list",),
    "base add": ("wp base add report.json",),
    "base remove": ("wp base remove report-2020",),
    "base diff": ("wp base diff old.json new.json",),
    "base draft": ("wp base draft report.pdf -o report.json",),
    "base review": ("wp base review report.json",),
    "base schema": ("wp base schema > facts.schema.json",),
    "browse": ("wp browse VI:4", "wp browse how many soldiers"),
    "mcp": ("wp mcp --facts report.json",),
    "lsp": ("wp lsp --facts report.pdf",),
}

_SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"]}

_HELP = """\b
wp search "peacekeeping"  facts for words or a question
wp section VI             a section's topics and facts
wp show personnel-sent    a fact in full, with its place

Look up what an official document says: the exact words, figure and place.
"""


class LazyGroup(TyperGroup):
    """A group that imports a command's module when the command is called or helped on."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"wp.commands.{_MODULES.get(cmd_name, cmd_name)}")
        app = getattr(module, "app", None)
        if app is None:
            app = typer.Typer(add_completion=False, rich_markup_mode=None)
            app.command(cmd_name, context_settings=_SETTINGS)(getattr(module, cmd_name))
        command = get_command(app)
        command.name = cmd_name
        command.short_help = COMMANDS[cmd_name]
        if "_WP_COMPLETE" in os.environ:
            # Typer's script for zsh loses a straight one.
            command.short_help = command.short_help.replace("'", "’")
        _open_with_examples(cmd_name, command)
        return command

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take `wp help search` for `wp search --help`, and tell where an option belongs."""
        if args[:1] == ["help"]:
            args = [*args[1:], "--help"]
        try:
            return super().parse_args(ctx, list(args))
        except typer.TyperException as error:
            from wp.commands.usage_errors import option_first

            told = option_first(getattr(error, "option_name", ""), args)
            raise (told or error) from None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command of the first word; UsageError tells what it may have meant."""
        if args and args[0] not in COMMANDS and not ctx.resilient_parsing:
            from wp.commands.usage_errors import no_command

            raise no_command(args, list(COMMANDS))
        return super().resolve_command(ctx, args)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Tell below the help which documents are looked in."""
        from wp.commands.usage_errors import loaded

        formatter.write("\n")
        for line in loaded().splitlines():
            formatter.write_text(line)


def _open_with_examples(name: str, command: Any) -> None:
    if shown := EXAMPLES.get(name):
        command.help = "\b\n" + "\n".join(shown) + f"\n\n{command.help or ''}"
    for parameter in command.params:
        if parameter.param_type_name == "argument":
            # Typer would put what is required into braces: {QUERY...}.
            parameter.make_metavar = partial(_metavar, parameter.metavar)
    for sub, child in getattr(command, "commands", {}).items():
        child.short_help = child.get_short_help_str(60)
        _open_with_examples(f"{name} {sub}", child)


def _metavar(shown: str, ctx: Any, *, usage: bool = False) -> str:
    return shown


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
    if os.environ.get("_WP_COMPLETE") == "complete_bash":
        from wp.commands.options import whole_words_in_bash

        with whole_words_in_bash():
            get_command(app)((), prog_name="wp", standalone_mode=False)
    status = get_command(app)(list(arguments), prog_name="wp", standalone_mode=False)
    return status if isinstance(status, int) else 0
