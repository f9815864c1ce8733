"""Keys that a person presses one at a time, or that stand on standard input."""

import sys
from collections.abc import Iterator

import typer

from wp.errors import UsageError

_END = ("\x04", "\x1a")


def keys() -> Iterator[str]:
    """Give the keys pressed, in lower case, until the end of input.

    On a terminal each counts at once; else the characters of standard input are the keys, white
    space left out. UsageError when it holds none: then nobody is there to press any.
    """
    if sys.stdin.isatty():
        return _pressed()
    piped = "".join(sys.stdin.read().split())
    if not piped:
        raise UsageError(
            "there is no terminal to press keys on",
            remedy="run the review on one, or give keys on standard input",
        )
    return iter(piped.lower())


def _pressed() -> Iterator[str]:
    while (key := typer.getchar()) not in _END:
        if key == "\x03":
            raise KeyboardInterrupt
        yield key.lower()
