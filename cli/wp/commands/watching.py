"""`wp check --watch`: check again whenever a file that matters is saved."""

import gc
import os
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

from wp.commands.result import tell
from wp.errors import WpError
from wp.files import stamp_of

_PAUSE = 0.3
"""Seconds between two looks: a save is seen at once, as people feel it, and a look costs little."""

_SETTLED = 0.1
"""An editor saves in steps: it writes beside the file, renames, and sets times."""

_CLEAR = "\x1b[H\x1b[2J\x1b[3J"

_Stamps = dict[Path, tuple[int, int, int] | None]


def again_and_again(once: Callable[[], int], watched: Callable[[], Iterable[Path]]) -> NoReturn:
    """Do something once, and again when one of the files changes, comes or goes; Ctrl-C ends it.

    What is wrong at the start ends it, as without watching; what goes wrong later is told, since
    the file may be half written. On a terminal each answer takes the place of the last.
    """
    gc.enable()  # the console entry has switched it off for commands that end at once
    first = True
    while True:
        seen = _stamps(watched())
        if sys.stdout.isatty():
            sys.stdout.write(_CLEAR)
        try:
            once()
        except WpError as error:
            if first:
                raise
            tell(str(error))
        first = False
        sys.stdout.flush()
        tell(f"checked at {time.strftime('%H:%M:%S')}; waiting for a file to be saved, Ctrl-C ends")
        sys.stderr.flush()
        while (now := _stamps(watched())) == seen:
            time.sleep(_PAUSE)
        while now != seen:
            time.sleep(_SETTLED)
            now, seen = _stamps(watched()), now


def _stamps(paths: Iterable[Path]) -> _Stamps:
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> tuple[int, int, int] | None:
    # Of a folder it matters what documents are in it, and those are looked at themselves.
    return (0, 0, 0) if os.path.isdir(path) else stamp_of(path)
