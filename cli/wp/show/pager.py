"""A pager for long output: `WP_PAGER`, else `PAGER`, else less or more."""

import os
import shlex
import shutil
import subprocess

from rich.console import Console, RenderableType

from wp.errors import UsageError


def page(console: Console, view: RenderableType) -> None:
    """Show a view through the pager; print it plainly where there is none or it is "cat"."""
    command = _pager_command()
    if not command or command[0] == "cat":
        console.print(view)
        return
    with console.capture() as capture:
        console.print(view)
    environment = {"LESS": "FRX", **os.environ}
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
    except OSError:
        console.print(view)
        return
    try:
        process.communicate(capture.get().encode())
    except BrokenPipeError:
        process.wait()
    except KeyboardInterrupt:
        # The pager has the terminal and decides what Ctrl-C means.
        process.wait()


def _pager_command() -> list[str]:
    for name in ("WP_PAGER", "PAGER"):
        if (chosen := os.environ.get(name)) is not None:
            try:
                return shlex.split(chosen)
            except ValueError as error:
                raise UsageError(
                    f"{name} cannot be read as a command: {error}",
                    remedy="mend its quotation marks",
                ) from None
    found = shutil.which("less") or shutil.which("more")
    return [found] if found else []
