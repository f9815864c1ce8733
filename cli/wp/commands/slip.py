"""What a slip in the arguments is told in, in place of the parser's own words."""

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typer import TyperException


def in_plain_words(
    error: "TyperException", named: str, examples: Mapping[str, tuple[str, ...]]
) -> str:
    """Return one line that says what is wrong with the arguments and what to type; may be empty.

    `named` is the command where the error does not know it, `examples` are those of each. Typer
    keeps the classes of its errors to itself, so they are told apart by name.
    """
    context = getattr(error, "ctx", None)
    command = context.command_path if context else named
    say = _WORDS.get(type(error).__name__)
    told = (say and say(error, command)) or error.format_message().rstrip(".?")
    if type(error).__name__ == "MissingParameter" and (tried := examples.get(command[3:])):
        told += f"; for instance: {tried[0]}"
    return told if ";" in told or not told else f"{told}; `{command} --help` tells how"


def _missing(error: Any, command: str) -> str:
    return f"{str(error.param.metavar).rstrip('.')} is missing" if error.param else ""


def _bad_option(error: Any, command: str) -> str:
    """Say that an option wants something behind it, or nothing."""
    if "requires" in error.message:
        return f"{error.option_name} needs a value"
    return f"{error.option_name} takes no value" if "does not take" in error.message else ""


def _no_option(error: Any, command: str) -> str:
    meant = get_close_matches(error.option_name, error.possibilities or (), 1)
    return f"no option {error.option_name}" + (f"; did you mean {meant[0]}" if meant else "")


def _wrong_words(error: Any, command: str) -> str:
    """Say which command was meant; or which arguments are too many, and how words make one."""
    if found := re.fullmatch(
        r"No such command '(.*?)'\.(?: Did you mean '(.*?)'\?)?", error.message
    ):
        meant = f"; did you mean: {command} {found[2]}" if found[2] else ""
        return f"no command '{found[1]}'{meant}"
    if found := re.fullmatch(r"Got unexpected extra argument(?:\(s\))? \((.*)\)", error.message):
        takes = any(one.param_type_name == "argument" for one in error.ctx.command.params)
        joined = "; words that belong together go in quotation marks" if takes else ""
        return f"too many arguments: {found[1]}{joined}"
    return ""


_WORDS: dict[str, Callable[[Any, str], str]] = {
    "MissingParameter": _missing,
    "BadOptionUsage": _bad_option,
    "NoSuchOption": _no_option,
    "UsageError": _wrong_words,
}
