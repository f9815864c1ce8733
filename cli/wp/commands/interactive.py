"""Input from a person: single keys, and a text edited in their own editor."""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import typer

from wp.errors import UsageError
from wp.pattern import pattern
from wp.safe import lent_terminal

_MOST_PIPED = 1 << 20
_END = ("\x04", "\x1a")
_INTERRUPT = b"\x03"
# An arrow or function key sends several characters at once.
_KEY = pattern(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.)|.", re.DOTALL)


class Keys:
    """The keys pressed, in lower case, until the end of input.

    On a terminal each counts at once, and between `with` and its end none is shown or lost, however
    fast they come. Else the characters of standard input are the keys, white space left out.
    """

    def __init__(self) -> None:
        """Take standard input; UsageError when it holds no key and nobody is there to press any."""
        self._terminal = sys.stdin.isatty()
        piped = b"" if self._terminal else sys.stdin.buffer.read(_MOST_PIPED)
        self._piped = "".join(piped.decode(errors="replace").split())
        if not self._terminal and not self._piped:
            raise UsageError(
                "there is no terminal to press keys on",
                remedy="run the review on one, or give keys on standard input",
            )

    def __iter__(self) -> Iterator[str]:
        for key in _pressed() if self._terminal else self._piped:
            if key in _END:
                return
            yield key.lower()

    def __enter__(self) -> Self:
        if self._terminal:
            self._usual = _single_keys()
        return self

    def __exit__(self, *error: object) -> None:
        if self._terminal:
            _set_terminal(self._usual)

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Leave the terminal to another program, as it was before."""
        self.__exit__()
        try:
            yield
        finally:
            self.__enter__()


if sys.platform == "win32":

    def _pressed() -> Iterator[str]:
        while True:
            try:
                yield typer.getchar()
            except EOFError:
                return

    def _single_keys() -> list[Any]:
        return []

    def _set_terminal(mode: list[Any]) -> None:
        return

else:
    import select
    import termios

    def _pressed() -> Iterator[str]:
        decoder = getincrementaldecoder("utf-8")("replace")
        while read := _read():
            if _INTERRUPT in read:
                raise KeyboardInterrupt
            yield from _KEY.findall(decoder.decode(read))

    def _read() -> bytes:
        # A signal that comes just before a wait is heeded after it, so no wait is a long one.
        while not select.select([sys.stdin], [], [], 0.5)[0]:
            pass
        return os.read(sys.stdin.fileno(), 1024)

    def _single_keys() -> list[Any]:
        """Have the terminal give each key at once and show none; gives its mode before that.

        Ctrl-C and Ctrl-Z are keys too: a program that they stop would leave the terminal so.
        """
        usual = termios.tcgetattr(sys.stdin.fileno())
        mode = termios.tcgetattr(sys.stdin.fileno())
        mode[3] &= ~(termios.ICANON | termios.ECHO | termios.ISIG)
        mode[6][termios.VMIN], mode[6][termios.VTIME] = 1, 0
        _set_terminal(mode)
        return usual

    def _set_terminal(mode: list[Any]) -> None:
        # Unlike TCSAFLUSH, the usual choice, this keeps the keys that wait to be read.
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, mode)


def edited(text: str) -> str:
    """Open a text in `VISUAL` or `EDITOR` (else vi or Notepad) and give what was saved.

    UsageError when the editor cannot be run or ends with a failure.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _usual()
    with tempfile.TemporaryDirectory(prefix="wp-") as folder:
        file = Path(folder) / "fact.json"
        file.write_text(text, encoding="utf-8")
        try:
            with lent_terminal():
                done = subprocess.run(
                    [*shlex.split(command), str(file)],
                    stdin=None if sys.stdin.isatty() else subprocess.DEVNULL,
                    check=False,
                )
        except (OSError, ValueError) as error:
            why = error.strerror if isinstance(error, OSError) else str(error)
            raise UsageError(
                f"the editor {command!r} cannot be run: {why}", remedy="set EDITOR to another"
            ) from None
        if done.returncode:
            raise UsageError(f"the editor ended with status {done.returncode}; nothing changed")
        try:
            return file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
            raise UsageError(f"the edited text cannot be read: {why}") from None


def _usual() -> str:
    return "notepad" if sys.platform == "win32" else "vi"
