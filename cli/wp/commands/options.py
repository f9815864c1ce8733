"""Options and arguments that several commands share: what a shell completes, how they are read.

Typer's script for zsh evaluates what it gets, bash splits it and expands its wildcards, and rich
takes brackets in it for markup. So a title is words here, never shell code: of help only letters,
digits and a few marks are left, and a name of any other form is not offered.
"""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from wp.commands.result import Reply, Telling, tell
from wp.errors import UsageError, WpError
from wp.library import Library, Watcher, open_library
from wp.pattern import pattern
from wp.show import Format

if TYPE_CHECKING:
    from wp.model import Base

_NAME = pattern(r"[A-Za-z0-9][A-Za-z0-9._:-]*")
_KEPT_MARKS = " ,.-–—’"
_WIDTH = 120

Offered = list[tuple[str, str]]


def offered(
    names: Iterable[tuple[str, str]], incomplete: str, key: Callable[[str], str] = str
) -> Offered:
    """Return the (name, help) pairs that begin with what was typed, both harmless to every shell.

    `key` makes names and what was typed alike where case does not matter.
    """
    return [
        (name, plain_help(title))
        for name, title in names
        if key(name).startswith(key(incomplete)) and _NAME.fullmatch(name)
    ]


def plain_help(text: str) -> str:
    """Return the first words of a text without what a shell could act on."""
    from unicodedata import category

    kept = (
        one if one in _KEPT_MARKS or one.isalnum() or category(one) in ("Mn", "Mc") else " "
        for one in text[: 4 * _WIDTH].replace("'", "’")
    )  # fmt: skip
    words = " ".join("".join(kept).split())
    return words if len(words) <= _WIDTH else words[:_WIDTH].rpartition(" ")[0] or words[:_WIDTH]


def _completer(
    *kinds: Callable[[Library], Iterable[tuple[str, str]]],
) -> Callable[[typer.Context, str], Offered]:
    """Return what completes names, with their titles as help: of the first kind that has some."""

    def complete(ctx: typer.Context, incomplete: str) -> Offered:
        for names in kinds:
            if found := _of_library(ctx, names, incomplete):
                return found
        return []

    return complete


def _sections(library: Library) -> Iterable[tuple[str, str]]:
    return ((library.name(s.document, s.id), s.title) for s in library.sections())


def _facts(library: Library) -> Iterable[tuple[str, str]]:
    return ((library.qualify(fact), fact.statement) for fact in library.facts)


def _tails(library: Library) -> Iterable[tuple[str, str]]:
    """Yield the shortest tail of each fact's id that no other has."""
    tails = [fact.id.rpartition(".")[2] for fact in library.facts]
    often = Counter(tails)
    for fact, tail in zip(library.facts, tails, strict=True):
        yield (tail if often[tail] == 1 else fact.id.partition(".")[2]), fact.statement


def _topics(library: Library) -> Iterable[tuple[str, str]]:
    return ((library.name(t.document, t.key), t.title) for t in library.topics())


def _units(library: Library) -> Iterable[tuple[str, str]]:
    return ((unit, "") for unit in dict.fromkeys(f.unit for x in library.facts for f in x.figures))


def _documents(library: Library) -> Iterable[tuple[str, str]]:
    return ((base.document.id, base.document.title) for base in library.bases)


complete_section = _completer(_sections)
complete_topic = _completer(_topics)
# Where no id begins so, the tail of one.
complete_fact = _completer(_facts, _tails)
complete_place = _completer(_sections, _facts, _tails)
complete_unit = _completer(_units)
complete_document = _completer(_documents)


@contextmanager
def whole_words_in_bash() -> Iterator[None]:
    """Complete words with colons in bash, which parts them there and is told what follows.

    What it hands over is put together again, and what is printed inside is cut likewise.
    """
    parted = os.environ.get("COMP_WORDS", "").split("\n")
    at = int(os.environ.get("COMP_CWORD", "0"))
    words: list[str] = []
    current = len(parted)
    for number, word in enumerate(parted):
        if words and (word == ":" or words[-1].endswith(":")):
            words[-1] += word
        else:
            words.append(word)
        if number == at:
            current = len(words) - 1
    os.environ |= {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(current)}
    cut = words[current].rfind(":") + 1 if current < len(words) else 0
    printed = StringIO()
    try:
        with redirect_stdout(printed):
            yield
    finally:
        sys.stdout.write("".join(f"{line[cut:]}\n" for line in printed.getvalue().splitlines()))


def complete_kept(incomplete: str) -> Offered:
    """Complete what `wp base remove` takes: documents of the data folder, or names of files."""
    from wp.base.folder import kept

    try:
        names = [(file.document or file.path.name, "") for file in kept()]
    except WpError:
        return []
    return offered(names, incomplete)


class _Hurried(Watcher):
    """Leaves off where a key press would wait long: a document or large base was never read."""

    def indexing(self, done: int, whole: int) -> None:
        raise WpError("the bases have not been indexed yet")

    def drafting(self, path: Path, done: int, whole: int) -> None:
        raise WpError(f"{path} has not been read yet")


def _of_library(
    ctx: typer.Context, names: Callable[[Library], Iterable[tuple[str, str]]], incomplete: str
) -> Offered:
    """Offer names of the bases that the line names, else the usual ones.

    None where one is unusable, which a command will tell.
    """
    # Typer has rich break help into lines of this width, and to fish each line is a name.
    os.environ["COLUMNS"] = str(10 * _WIDTH)
    given = ctx.params.get("facts") or ()
    try:
        return offered(names(open_library([*map(Path, given)], _Hurried())), incomplete, str.lower)
    except WpError:
        return []


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
