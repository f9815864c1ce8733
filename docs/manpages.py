"""The man pages in man/, made from the help of the commands.

python docs/manpages.py            check that the pages say what the help says
python docs/manpages.py --write    make them anew
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from wp import __version__
from wp.commands import app

MAN = Path(__file__).parent.parent / "man"

# What 0 and 1 mean to a command; None where it never ends in 1.
_EXIT_STATUS: dict[str, tuple[str, str | None]] = {
    "wp": ("found, exact, done", "nothing found, or something is wrong with what was checked"),
    "wp verify": ("verbatim, or elided with marks", "altered or missing"),
    "wp check": ("nothing wrong in the draft", "something altered or contradicted in the draft"),
    "wp base validate": ("valid", "a fact base has faults"),
    "wp base diff": ("the editions are the same", "they differ"),
    "wp mcp": ("ended", None),
    "wp browse": ("ended", None),
    "wp export": ("written", "nothing to write"),
    "wp base draft": ("written", None),
    "wp base review": ("ended", None),
    "wp base schema": ("printed", None),
    "wp base add": ("added", None),
    "wp base remove": ("removed", "no base is called so"),
}
_LOOK_UP = ("found", "nothing found")
_ENVIRONMENT = (
    ("WP_FACTS", "fact bases to use, parted as in PATH, where --facts is not given"),
    ("WP_FORMAT", "the form of the output, where --format is not given"),
    ("WP_DATA, WP_CACHE", "the folders of the user's own bases and of prepared forms"),
    ("WP_PAGER, PAGER", "the pager of long answers on a terminal"),
    ("COLUMNS", "the width of tables"),
    ("NO_COLOR, CLICOLOR, CLICOLOR_FORCE, FORCE_COLOR", "whether tables have colours"),
)


def pages() -> dict[str, str]:
    """Give every man page by its file name."""
    return {f"{'-'.join(path)}.1": _page(path, command) for path, command in _commands()}


def _commands() -> Iterator[tuple[tuple[str, ...], Any]]:
    """Give `wp`, its commands and their subcommands, each with its words."""
    pending: list[tuple[tuple[str, ...], Any]] = [(("wp",), get_command(app))]
    while pending:
        path, command = pending.pop(0)
        yield path, command
        if hasattr(command, "list_commands"):
            pending += [
                ((*path, name), command.get_command(None, name))
                for name in command.list_commands(None)
            ]


def _page(path: tuple[str, ...], command: Any) -> str:
    name, words = "-".join(path), " ".join(path)
    paragraphs = [part.strip() for part in (command.help or "").split("\n\n") if part.strip()]
    summary = next(part for part in paragraphs if not part.startswith("\b"))
    lines = [
        f'.TH "{name.upper()}" "1" "" "wp {__version__}" "User commands"',
        ".SH NAME",
        f"{name} \\- {_roff(_first_sentence(summary))}",
        ".SH SYNOPSIS",
        f".B {_roff(words)}",
        _roff(_synopsis(command)),
        ".SH DESCRIPTION",
    ]
    for part in paragraphs:
        if not part.startswith("\b"):
            lines += [".PP", _roff(" ".join(part.split()))]
    lines += _subcommands(path, command) + _options(command)
    for part in paragraphs:
        if part.startswith("\b"):
            examples = map(_roff, part.removeprefix("\b\n").splitlines())
            lines += [".SH EXAMPLES", ".nf", *examples, ".fi"]
    for title, entries in (("EXIT STATUS", _statuses(words)), ("ENVIRONMENT", _ENVIRONMENT)):
        lines.append(f".SH {title}")
        lines += [line for term, told in entries for line in (".TP", f".B {term}", _roff(told))]
    return "\n".join(lines) + "\n"


def _statuses(words: str) -> list[tuple[str, str]]:
    found, not_found = _EXIT_STATUS.get(words, _LOOK_UP)
    statuses = [("0", found)] + ([("1", not_found)] if not_found else [])
    return [*statuses, ("2", "wrong use, unreadable or invalid input")]


def _first_sentence(text: str) -> str:
    return re.split(r"\.(?:\s|$)", " ".join(text.split()))[0]


def _synopsis(command: Any) -> str:
    parts = ["[OPTIONS]"]
    if hasattr(command, "list_commands"):
        parts.append("COMMAND [ARGS]...")
    parts += [_metavar(p) for p in command.params if p.param_type_name == "argument"]
    return " ".join(parts)


def _metavar(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _subcommands(path: tuple[str, ...], command: Any) -> list[str]:
    if not hasattr(command, "list_commands"):
        return []
    lines = [".SH COMMANDS"]
    for name in command.list_commands(None):
        told = _first_sentence(command.get_command(None, name).help or "")
        lines += [".TP", f".BR {_roff('-'.join((*path, name)))} (1)", _roff(told)]
    return lines


def _options(command: Any) -> list[str]:
    lines = [".SH OPTIONS"]
    for parameter in command.params:
        if getattr(parameter, "hidden", False):
            continue
        if parameter.param_type_name == "argument":
            term = _metavar(parameter)
        else:
            names = [*parameter.opts, *parameter.secondary_opts]
            value = "" if parameter.is_flag else f" {_metavar(parameter)}"
            term = ", ".join(names) + value
        lines += [".TP", f".B {_roff(term)}", _roff(parameter.help or "")]
    return [*lines, ".TP", ".B \\-h, \\-\\-help", "Show the help and exit."]


def _roff(text: str) -> str:
    """Escape text for roff: backslashes, hyphens, a leading point or apostrophe."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


def main() -> int:
    """Check or write the pages; give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="make the pages anew")
    made = pages()
    if parser.parse_args().write:
        MAN.mkdir(exist_ok=True)
        for old in MAN.glob("*.1"):
            old.unlink()
        for name, text in made.items():
            (MAN / name).write_text(text, encoding="utf-8")
        return 0
    there = {path.name: path.read_text(encoding="utf-8") for path in MAN.glob("*.1")}
    stale = sorted(name for name in made.keys() | there.keys() if made.get(name) != there.get(name))
    if stale:
        print(f"stale: {', '.join(stale)}; run python docs/manpages.py --write")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
