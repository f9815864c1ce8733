"""Output that is safe: standard streams that always exist, and text that no terminal obeys.

Python has None for a closed stream, and names no file when a write fails. A status of 1 says that a
quotation is altered, so an answer that could not be given must never end in it; a lost message on
standard error, on the other hand, changes no answer. Nothing in a query or a base reaches the
terminal as a command.
"""

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from wp.pattern import pattern

# Text made safe to print

# Control characters but for the line feed and tab, lone surrogates, bidirectional overrides,
# and what is no character at all.
_UNSAFE = pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_BESIDE_COLOURS = pattern(
    "[\x00-\x07\x0b-\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
)

_LONG_WORD = 20


def printable(text: str) -> str:
    r"""Write control characters, terminal escapes among them, as `\x1b` or `\u202e`."""
    return _UNSAFE.sub(lambda match: _escape(ord(match.group())), text)


def escaped(json: str) -> str:
    r"""Write what `printable` writes so in JSON text as JSON does, `\u001b`: the same data."""
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", json)


def for_terminal(text: str) -> str:
    """Make text printable that may hold our own escapes for colours."""
    return _BESIDE_COLOURS.sub(lambda match: _escape(ord(match.group())), text)


def is_web_address(text: str) -> bool:
    """Return whether a text is an address that may become a link: http or https, no script."""
    return text.lower().startswith(("http://", "https://"))


def one_line(text: str, width: int = 200) -> str:
    """Make text printable on one line, white space folded, `width` characters long at most.

    What is longer is cut with `…`, between words where one ends near.
    """
    line = " ".join(printable(text).split())
    if len(line) <= width:
        return line
    cut = line[: width - 1]
    near = cut.rfind(" ", width - _LONG_WORD)
    return (cut[:near] if near > 0 and line[width - 1] != " " else cut.rstrip()) + "…"


def _escape(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


# Standard streams that fail in one known way


def prepare_streams() -> None:
    """Make the standard streams UTF-8 ones that are always there; see the classes below."""
    for descriptor in range(3):
        # What is opened later must not take the place of a closed stream.
        with suppress(OSError):
            if not _is_open(descriptor):
                os.open(os.devnull, os.O_RDWR)
    for name in ("COLUMNS", "LINES"):
        # rich and Typer take any for a number.
        size = os.environ.get(name, "0")
        if not (size.isascii() and size.isdecimal() and len(size) < 6):
            del os.environ[name]
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(io.BufferedReader(_Closed("standard input")))
    for name, kind in (("stdout", _Output), ("stderr", _Messages)):
        stream = getattr(sys, name)
        buffer = stream.buffer if stream else io.BufferedWriter(_Closed("standard output"))
        # Python says no of both where it was told not to buffer (PYTHONUNBUFFERED).
        lines = bool(stream) and (name == "stderr" or stream.line_buffering)
        setattr(sys, name, kind(buffer, "utf-8", errors="backslashreplace", line_buffering=lines))


def _is_open(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


@contextmanager
def lent_terminal() -> Iterator[None]:
    """Leave the terminal to a pager or editor, which decides what Ctrl-C and Ctrl-\\ mean in it."""
    import signal

    # Ignored ones would be so in the other program too; those with a handler are not.
    names = [name for name in ("SIGINT", "SIGQUIT") if hasattr(signal, name)]
    usual = {name: signal.signal(getattr(signal, name), lambda *_: None) for name in names}
    try:
        yield
    finally:
        for name, handler in usual.items():
            signal.signal(getattr(signal, name), handler)


class _Closed(io.RawIOBase):
    """A stream that was closed when the program started."""

    def __init__(self, name: str) -> None:
        self.name = name

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        raise OSError(errno.EBADF, "it is closed", self.name)

    def write(self, data: Any) -> int:
        raise OSError(errno.EBADF, "it is closed", self.name)


class _Output(io.TextIOWrapper):
    """Standard output: a failure to write names it."""

    def write(self, text: str) -> int:
        try:
            return super().write(text)
        except OSError as error:
            error.filename = error.filename or "standard output"
            raise

    def flush(self) -> None:
        try:
            super().flush()
        except OSError as error:
            error.filename = error.filename or "standard output"
            raise


class _Messages(io.TextIOWrapper):
    """Standard error: a message that cannot be written is lost, and no more than that.

    On a terminal a message that is longer than a line is broken between words.
    """

    def write(self, text: str) -> int:
        with suppress(OSError):
            if text.startswith("wp: ") and text.endswith("\n") and self.isatty():
                super().write(_wrapped(text[:-1]) + "\n")
            else:
                super().write(text)
        return len(text)

    def flush(self) -> None:
        with suppress(OSError):
            super().flush()


def _wrapped(message: str) -> str:
    from shutil import get_terminal_size
    from textwrap import wrap

    width = get_terminal_size().columns
    if len(message) <= width:
        return message
    lines = wrap(message, width, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)
