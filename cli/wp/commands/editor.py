"""A text given to the person's own editor."""

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from wp.errors import UsageError
from wp.streams import lent_terminal


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
