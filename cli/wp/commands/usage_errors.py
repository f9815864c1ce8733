"""Usage errors in plain words, in place of the argument parser's own."""

import re
import shlex
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from wp.errors import UsageError, WpError

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
    """Return that an option needs a value, or takes none."""
    if "requires" in error.message:
        return f"{error.option_name} needs a value"
    return f"{error.option_name} takes no value" if "does not take" in error.message else ""


def _no_option(error: Any, command: str) -> str:
    meant = get_close_matches(error.option_name, error.possibilities or (), 1)
    return f"no option {error.option_name}" + (f"; did you mean {meant[0]}" if meant else "")


def _wrong_words(error: Any, command: str) -> str:
    """Return which command was meant; or which arguments are too many, and how to join words."""
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


_FLAGS = ("--json", "--plain", "--no-color")
_WITH_VALUE = {
    "--facts": "FILE", "--format": "FORM", "--limit": "COUNT", "--section": "ID", "--topic": "NAME",
    "-f": "FORM", "-n": "COUNT", "-s": "ID", "-t": "NAME",
}  # fmt: skip
_LIKE = 0.75


def no_command(words: Sequence[str], commands: Sequence[str]) -> UsageError:
    """Return what helps where the first word is no command: the one meant, or how to search."""
    word = words[0]
    if meant := get_close_matches(word.lower(), commands, 1, _LIKE):
        return UsageError(f"no command {word!r}", remedy=f"did you mean: wp {meant[0]}")
    query = " ".join(shlex.quote(each) for each in words)
    return UsageError(f"no command {word!r}", remedy=f"to look it up: wp search {query}")


def option_first(option: str, arguments: Sequence[str]) -> UsageError | None:
    """Return where an option of the commands belongs that stands before one; None for others.

    Where a command was typed too, it is shown with the option behind it.
    """
    if option not in _FLAGS and option not in _WITH_VALUE:
        return None
    place = next((n for n, word in enumerate(arguments) if word.partition("=")[0] == option), 0)
    size = 2 if option in _WITH_VALUE and arguments[place] == option else 1
    moved, rest = arguments[place : place + size], [*arguments[:place], *arguments[place + size :]]
    if len(moved) == size and rest and not rest[0].startswith("-"):
        typed = shlex.join([*rest, *moved])
        return UsageError(f"{option} goes behind the command", remedy=f"try: wp {typed}")
    value = f" {_WITH_VALUE[option]}" if option in _WITH_VALUE else ""
    return UsageError(
        f"{option} goes behind the command", remedy=f"for instance: wp search QUERY {option}{value}"
    )


def loaded() -> str:
    """Return which documents are looked in, a line each, or why they cannot be read."""
    from wp.base import chosen_bases
    from wp.extent import searched
    from wp.library import open_chosen
    from wp.safe import one_line
    from wp.show.terminal import published

    try:
        chosen = chosen_bases(())
        if any(path.suffix.lower() != ".json" for path in chosen.paths):
            # To read a document takes longer than anybody waits for help.
            return f"Loaded: {', '.join(str(path) for path in chosen.paths)}"
        library = open_chosen(chosen)
    except WpError as error:
        return f"Loaded: nothing; {one_line(str(error), 300)}"
    lines = []
    for base in library.bases:
        count = sum(1 for _ in base.facts())
        parts = searched((base,))
        extent = f"{parts}; {count} facts" if len(base.sections) <= 6 else f"{count} facts"
        document = base.document
        lines.append(f"Loaded: {document.title}, {published(document.published)} ({extent})")
    return "\n".join(one_line(line, 300) for line in lines)
