"""The terminal that tables are drawn on: its width, its colours, its styles, its pager.

Colours are the terminal's own sixteen, so that they fit light and dark backgrounds; every
distinction is also made without colour. Where several documents are loaded, what is drawn names
that which it comes from.
"""

import base64
import os
import re
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from stat import S_ISFIFO
from typing import IO, Any, cast

from rich.box import HORIZONTALS, Box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.style import Style
from rich.text import Text

from wp.errors import UsageError
from wp.library import Library
from wp.model import UNKNOWN_DATE, Document
from wp.pattern import pattern
from wp.safe import for_terminal, is_web_address, lent_terminal, printable

FRAME: Box = HORIZONTALS

HEADING = Style(bold=True)
QUOTE = Style(bold=True)
OURS = Style(dim=True, italic=True)
FIGURE = Style(bold=True, color="cyan")
MATCHED = Style(underline=True)
PLACE = Style(color="green")
FACT_ID = Style(color="magenta")
HINT = Style(dim=True)
WARNING = Style(color="red")

READABLE = 100
"""Text is drawn no wider than so many characters."""

_NO_STYLE = Style()
_LINKS = os.environ.get("FORCE_HYPERLINK", "1") != "0" and os.environ.get("TERM") != "linux"
_PIPE_WIDTH = 100
_NO_FILE = (OSError, ValueError, AttributeError)  # what a stream that is no file raises
_NARROWEST = 40
_COLUMNS = pattern("0*[1-9][0-9]{0,4}", re.ASCII)


_PADDED = pattern(r"(?<! )(?: |\x1b\[[0-9;]*m)+(?=\n)")


class _Printed:
    """A file that gets nothing that a terminal would obey but rich's own colours.

    A pipe gets lines without the blanks that rich fills them up with.
    """

    def __init__(self, file: IO[str], padded: bool) -> None:
        self._file = file
        self._padded = padded

    def write(self, text: str) -> None:
        if not self._padded:
            text = _unpadded(text)
        self._file.write(for_terminal(text))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def _unpadded(text: str) -> str:
    """Return text without blanks at line ends, also before the colour codes there."""
    if "\x1b" in text:
        return _PADDED.sub(lambda end: end.group().replace(" ", ""), text)
    *lines, last = text.split("\n")
    return "\n".join([*(line.rstrip(" ") for line in lines), last])


@cache
def console(no_color: bool = False, *, stderr: bool = False) -> Console:
    """Return the console for standard output, or for standard error.

    Width: `COLUMNS`, else the terminal's, also around a pipe, else 100. Colour: none with
    `no_color`, `NO_COLOR` or `CLICOLOR=0`, or in a pipe unless `FORCE_COLOR` or `CLICOLOR_FORCE`
    asks for it.
    In a pipe no line ends in blanks.
    """
    file = sys.stderr if stderr else sys.stdout
    environ = os.environ
    forced = any(environ.get(name, "0") != "0" for name in ("FORCE_COLOR", "CLICOLOR_FORCE"))
    plain = no_color or bool(environ.get("NO_COLOR")) or environ.get("CLICOLOR") == "0"
    on_terminal = file.isatty()
    return Console(
        file=cast("IO[str]", _Printed(file, on_terminal)),
        width=_width(on_terminal),
        no_color=plain or None,
        force_terminal=on_terminal or (forced and not plain),
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )


def _width(on_terminal: bool) -> int | None:
    columns = os.environ.get("COLUMNS", "")
    if _COLUMNS.fullmatch(columns):
        return max(int(columns), _NARROWEST)
    return None if on_terminal else _width_around_pipe()


def _width_around_pipe() -> int:
    """Return the width of the terminal that a pipe was typed at (`wp … | less`), else 100.

    A file is as wide wherever it was made.
    """
    with suppress(*_NO_FILE):
        if S_ISFIFO(os.fstat(sys.stdout.fileno()).st_mode):
            for stream in (sys.stderr, sys.stdin):
                with suppress(*_NO_FILE):
                    if columns := os.get_terminal_size(stream.fileno()).columns:
                        return max(columns, _NARROWEST)
    return _PIPE_WIDTH


class AtWidth:
    """Draws what needs to know how wide it may be."""

    def __init__(self, draw: Callable[[int], Iterable[RenderableType]]) -> None:
        self._draw = draw

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self._draw(options.max_width)


def unbroken(text: str, style: Style = _NO_STYLE) -> Text:
    """Return text that is never broken over lines, to be copied."""
    return Text(text, style=style, no_wrap=True, overflow="ignore")


def link(text: str, address: str, style: Style = _NO_STYLE) -> Text:
    """Return text that is never broken over lines, and a link (OSC 8) where a terminal has colours.

    `FORCE_HYPERLINK=0` leaves the link out.
    """
    linked = is_web_address(address) and _LINKS
    shown = style + Style(link=address) if linked else style
    return unbroken(text, shown)


# What the terminals that take it (kitty, WezTerm, foot, iTerm2, Windows Terminal, tmux) take.
_MOST_BYTES = 74_994


def copy(text: str, terminal: str = "/dev/tty") -> None:
    """Put text on the clipboard of the user's terminal; UsageError when there is none.

    A terminal that does not know OSC 52, or is set to refuse it, ignores it silently.
    """
    encoded = base64.b64encode(text.encode())
    if len(encoded) > _MOST_BYTES:
        raise UsageError(
            f"{len(text)} characters are too many for the clipboard",
            remedy="copy fewer facts at once",
        )
    sequence = b"\x1b]52;c;" + encoded + b"\x07"
    try:
        handle = os.open(terminal, os.O_WRONLY | getattr(os, "O_NOCTTY", 0))
    except OSError:
        if not sys.stderr.isatty():
            raise UsageError(
                "--copy needs a terminal, and there is none", remedy="leave out --copy, or redirect"
            ) from None
        sys.stderr.buffer.write(sequence)
        sys.stderr.flush()
        return
    try:
        os.write(handle, sequence)
    finally:
        os.close(handle)


def show(console: Console, parts: Iterable[RenderableType], paged: bool | None = None) -> None:
    """Print the parts of a view, through the pager where they are longer than the terminal.

    `paged` uses the pager in any case, or never. Addresses and ids run on beyond the width.
    """
    view = Group(*parts)
    if paged is False or not (paged or (console.file.isatty() and not console.is_dumb_terminal)):
        console.print(view, crop=False)
        return
    with console.capture() as capture:
        console.print(view, crop=False)
    text = capture.get()
    if paged or text.count("\n") >= console.height:
        _page(text, console)
    else:
        console.file.write(text)


def _page(text: str, console: Console) -> None:
    """Show text through the pager; print it plainly where there is none or it is "cat".

    It is `WP_PAGER`, else `PAGER`, else less or more.
    """
    import subprocess

    command = _pager_command()
    if not command or command[0] == "cat":
        console.file.write(text)
        return
    environment = {"LESS": "FRX", **os.environ}
    with lent_terminal():
        try:
            process = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
        except OSError:
            console.file.write(text)
            return
        process.communicate(text.encode())  # one that ends early has read enough


def _pager_command() -> list[str]:
    for name in ("WP_PAGER", "PAGER"):
        if (chosen := os.environ.get(name)) is not None:
            import shlex

            try:
                return shlex.split(chosen)
            except ValueError as error:
                raise UsageError(
                    f"{name} cannot be read as a command: {error}",
                    remedy="mend its quotation marks",
                ) from None
    import shutil

    found = shutil.which("less") or shutil.which("more")
    return [found] if found else []


def titled(document: Document) -> str:
    """Name a document by title and edition; by its date where it has no edition."""
    return printable(f"{document.title}. {document.edition or published(document.published)}")


def published(date: str) -> str:
    """Return a date of publication as people read it: a draft's stand-in is "date unknown"."""
    return "date unknown" if date == UNKNOWN_DATE else date


def document_line(library: Library, document: str) -> list[Text]:
    """Return the line that names a document, or no line when only one is loaded."""
    if len(library.bases) == 1:
        return []
    return [Text(titled(library.base(document).document), style=HINT)]


def document_key(library: Library, documents: Iterable[str]) -> list[Text]:
    """Return a line for each document whose id an answer has; none when only one is loaded."""
    if len(library.bases) == 1:
        return []
    wanted = set(documents)
    lines = []
    for base in library.bases:
        if base.document.id in wanted:
            lines.append(Text(f"{base.document.id}: ", style=FACT_ID))
            lines[-1].append(titled(base.document), style=HINT)
    return lines
