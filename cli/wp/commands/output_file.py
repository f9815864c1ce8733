"""Output files: checked before any work is done, reported when they are written."""

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from wp.commands import options
from wp.commands.result import tell
from wp.errors import InputError, UsageError
from wp.safe import one_line
from wp.show import write

Output = Annotated[
    Path | None,
    options.file_option("--output", "-o", help="The file to write, else standard output (-)."),
]
Force = Annotated[bool, typer.Option("--force", help="Write over a file that exists.")]


def output_file(given: Path | None, *, force: bool, sources: Iterable[Path] = ()) -> Path | None:
    """Return the file to write to, or None for standard output, which `-` means too.

    A file that exists is written over with `force`, or when who sits at the terminal says so.
    InputError when it is not to be, when it is a folder, no ordinary file or one of the `sources`,
    or when its folder is missing or not writable.
    """
    if given is None or str(given) == "-":
        return None
    if os.path.isdir(given):
        raise InputError(given, "is a directory", remedy="give a file name inside it")
    if os.path.exists(given):
        for source in sources:
            if os.path.exists(source) and given.samefile(source):
                raise InputError(given, "is what is read", remedy="give -o another name")
        if not os.path.isfile(given):
            raise InputError(given, "is no ordinary file", remedy="give the name of a file")
        if not force and not _agreed(given):
            raise InputError(
                given, "exists already", remedy="give another name, or --force to write over it"
            )
    folder = given.parent
    if not os.path.isdir(folder):
        raise InputError(given, "its folder does not exist", remedy=f"make {folder} first")
    if not os.access(folder, os.W_OK):
        raise InputError(given, "its folder is not writable", remedy="give another place")
    return given


def form_asked(
    form: str | None, short: bool, output: Path | None, endings: Mapping[str, str]
) -> str | None:
    """Return the form of --format, else the one that the file's ending names.

    `short` tells that --json or --plain is given. UsageError for an ending that names none.
    """
    if form is not None or short or output is None or str(output) == "-":
        return form
    if named := endings.get(output.suffix.lower()):
        return named
    raise UsageError(
        f"{output}: its ending names no form of output",
        remedy=f"end it in {', '.join(endings)}, or give --format",
    )


def _agreed(file: Path) -> bool:
    """Ask at the terminal, where there is one, whether a file is to be written over."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    sys.stderr.write(f"{one_line(str(file))} exists; write over it? [y/N] ")
    sys.stderr.flush()
    answer = sys.stdin.buffer.readline()  # in whatever encoding
    if not answer.endswith(b"\n"):
        sys.stderr.write("\n")  # it ended with Ctrl-D
    return answer.strip().lower() in (b"y", b"yes")


def write_output(file: Path | None, text: str, what: str = "") -> None:
    """Write text to a file, and tell on standard error of it and of `what` is in it.

    None is standard output.
    """
    if file is None:
        write(text)
        return
    from wp.files import write_text

    write_text(file, text)
    tell_written(file, what)


def tell_written(file: Path, what: str = "") -> None:
    """Tell on standard error which file was written, what is in it, and its size."""
    size = file.stat().st_size
    told = f"{size / 1000:,.0f} kB" if size >= 1000 else f"{size} bytes"
    content = ", ".join(filter(None, (what, told)))
    tell(f"{file}: {content}")
