"""A pager for long output: `WP_PAGER`, else `PAGER`, else less or more."""

import os
import shutil
import subprocess
from collections.abc import Iterable

from rich.console import Console, Group, RenderableType

from wp.errors import UsageError
from wp.streams import lent_terminal


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
    """Show text through the pager; print it plainly where there is none or it is "cat"."""
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
    found = shutil.which("less") or shutil.which("more")
    return [found] if found else []
