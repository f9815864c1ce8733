"""Options that several commands share, and how their values are read."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from wp.commands.completion import complete_section, complete_topic
from wp.commands.result import Reply, Telling, tell
from wp.errors import UsageError
from wp.library import Library, open_library
from wp.show import Format

if TYPE_CHECKING:
    from wp.model import Base

_LONGEST_INPUT = 1_000_000

_FORMATS: tuple[str, ...] = get_args(Format)


def file_option(*names: str, help: str) -> Any:
    """Return an option that names a file; what reads it says in a better line that it cannot."""
    return typer.Option(*names, metavar="FILE", help=help, readable=False)


def file_argument(metavar: str, help: str) -> Any:
    """Return an argument that names a file, as `file_option` does."""
    return typer.Argument(metavar=metavar, help=help, readable=False)


def choice(*names: str, of: Sequence[str], help: str, metavar: str = "") -> Any:
    """Return an option that takes one of some names, completed by the shell."""

    def complete(incomplete: str) -> list[str]:
        return [name for name in of if name.startswith(incomplete)]

    shown = metavar or "|".join(of)
    return typer.Option(*names, metavar=shown, help=help, autocompletion=complete)


Facts = Annotated[
    list[Path] | None,
    file_option(
        "--facts",
        help="A document or fact base instead of the built-in one (repeatable; or WP_FACTS).",
    ),
]
Sections = Annotated[
    list[str] | None,
    typer.Option(
        "--section",
        "-s",
        metavar="SECTION",
        help="Only this section: VI, 6, a title (repeatable).",
        autocompletion=complete_section,
    ),
]
Topics = Annotated[
    list[str] | None,
    typer.Option(
        "--topic",
        "-t",
        metavar="TOPIC",
        help="Only this topic (repeatable).",
        autocompletion=complete_topic,
    ),
]


def _at_least_one(given: str | int) -> int:
    """Read how many results are wanted; Typer's own check speaks of ranges of integers.

    It comes here with the default, too.
    """
    text = str(given)
    if not text.isascii() or not text.isdecimal() or not int(text[:9]):
        raise UsageError(f"--limit takes a number from 1 on, not {text!r}")
    return int(text[:9])


LIMIT: Any = typer.Option(
    "--limit", "-n", parser=_at_least_one, metavar="N", help="At most this many results."
)
Limit = Annotated[int, LIMIT]
FormatName = Annotated[
    str | None,
    choice("--format", "-f", of=_FORMATS, help="The form of the output (or WP_FORMAT)."),
]
Json = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
Plain = Annotated[
    bool, typer.Option("--plain", help="Short for --format plain: tab-separated, no header.")
]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colours (or NO_COLOR).")]


def output_format(
    name: str | None, json: bool, plain: bool, known: tuple[str, ...] = _FORMATS
) -> str:
    """Settle on one output format; UsageError for an unknown name or two that contradict.

    Without an option, `WP_FORMAT` decides where it names a format of this command, else a table.
    """
    asked = {form for form, on in (("json", json), ("plain", plain)) if on}
    if name is not None:
        asked.add(name.lower())
    if len(asked) > 1:
        raise UsageError(
            f"the output cannot be {' and '.join(sorted(asked))} at once",
            remedy="give one of --format, --json, --plain",
        )
    if not asked:
        wished = os.environ.get("WP_FORMAT", "").lower()
        return wished if wished in known else "table"
    form = asked.pop()
    if form not in known:
        raise UsageError(
            f"no output format {name!r} here", remedy=f"choose one of {', '.join(known)}"
        )
    return form


def reply(name: str | None, json: bool, plain: bool, no_color: bool) -> Reply:
    """Return how the answer is given; see `output_format`."""
    return Reply(output_format(name, json, plain), no_color)


def library_from(facts: list[Path] | None) -> Library:
    """Open the fact bases that the `--facts` option names, or the usual ones."""
    return open_library(facts or (), Telling())


def base_at(path: Path) -> "Base":
    """Read the fact base at a path without the search index; a document is drafted first."""
    from wp.library.given import open_base

    return open_base(path, Telling())


def named_ids(ids: Sequence[str]) -> list[str]:
    """Return the ids of the arguments; for a lone `-` those of standard input, the first of a line.

    So `wp search … --plain | wp cite -` works. UsageError when there is none.
    """
    if list(ids) != ["-"]:
        return list(ids)
    lines = _read_standard_input("the ids").splitlines()
    found = [line.partition("\t")[0].strip() for line in lines if line.strip()]
    if not found:
        raise UsageError("no id on standard input", remedy="give one a line")
    return found


def typed(words: Sequence[str], what: str) -> str:
    """Return the words of the arguments, for a lone `-` what standard input holds of `what`."""
    return _read_standard_input(what) if list(words) == ["-"] else " ".join(words)


def _read_standard_input(what: str) -> str:
    """Read text from standard input where an argument is `-`.

    UsageError when it is not UTF-8 or longer than a million bytes.
    """
    if sys.stdin.isatty():
        tell(f"reading {what} from the terminal; Ctrl-D ends it")
    content = sys.stdin.buffer.read(_LONGEST_INPUT + 1)
    if len(content) > _LONGEST_INPUT:
        raise UsageError(
            f"standard input, read for {what}, is longer than {_LONGEST_INPUT:,} bytes",
            remedy="a whole draft is checked with `wp check`",
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(
            f"standard input, read for {what}, is not UTF-8 (byte {error.start + 1})",
            remedy="convert it, for instance with iconv",
        ) from None
