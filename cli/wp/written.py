"""Writing a file so that it is either wholly there or unchanged."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from wp.errors import InputError


def write_file(path: Path, make: Callable[[Path], None]) -> None:
    """Have `make` write a file beside `path`, then put it in the place of `path` in one step.

    A link stays a link, an older file's permissions stay. InputError when the place cannot be
    written, or is a device or a pipe, which cannot be replaced.
    """
    # These tell nothing of a name that is too long or of links in a ring; writing does.
    target = Path(os.path.realpath(path))
    there = os.path.exists(target)
    if there and not os.path.isfile(target):
        kind = "a directory" if os.path.isdir(target) else "no ordinary file"
        raise InputError(path, f"is {kind}", remedy="give the name of a file")
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".wp-written-") as folder:
            made = Path(folder) / "made"
            make(made)
            if there:
                made.chmod(target.stat().st_mode & 0o7777)
            os.replace(made, target)
    except OSError as error:
        raise InputError(
            path,
            f"cannot be written: {error.strerror or error}",
            remedy="check that the folder exists and may be written to",
        ) from None


def write_text(path: Path, text: str) -> None:
    """Write a text file in UTF-8, whole or not at all; lone surrogates become escapes."""
    write_bytes(path, text.encode("utf-8", errors="backslashreplace"))


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file, whole or not at all."""

    def fill(made: Path) -> None:
        made.write_bytes(content)

    write_file(path, fill)
