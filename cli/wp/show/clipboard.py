"""The clipboard, reached through the terminal: OSC 52 works over SSH and inside tmux too."""

import base64
import os
import sys

from wp.errors import UsageError

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
        _copy_through_standard_error(sequence)
        return
    try:
        os.write(handle, sequence)
    finally:
        os.close(handle)


def _copy_through_standard_error(sequence: bytes) -> None:
    if not sys.stderr.isatty():
        raise UsageError(
            "--copy needs a terminal, and there is none", remedy="leave out --copy, or redirect"
        )
    sys.stderr.buffer.write(sequence)
    sys.stderr.flush()
