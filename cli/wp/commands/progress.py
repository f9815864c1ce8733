"""What is told on standard error while a document is drafted or a large base indexed."""

import sys
from collections.abc import Sequence
from pathlib import Path

from wp.commands.result import tell
from wp.files import user_folder
from wp.library.watch import Watcher

_WIDTH = 30


class Telling(Watcher):
    """Tells on standard error of what takes long, and of how a document was read."""

    def __init__(self) -> None:
        self._told = ""
        self._drawn = -1

    def indexing(self, done: int, whole: int) -> None:
        size = f"{whole / 1024**2:.0f} MB of facts"
        self._draw(
            f"making the index of {size} (once: it is kept in the cache folder)", done, whole
        )

    def unkept(self) -> None:
        tell(
            f"the index cannot be kept in {user_folder('cache')}, so each command makes it anew;"
            " give WP_CACHE a folder to write to"
        )

    def drafting(self, path: Path, done: int, whole: int) -> None:
        if sys.stderr.isatty():
            task = f"reading {path} (once: what is read is kept in the cache folder)"
            self._draw(task, done, whole)

    def drafted(self, path: Path, warnings: Sequence[str]) -> None:
        for warning in warnings:
            tell(f"{path.name}: {warning}")

    def _draw(self, task: str, done: int, whole: int) -> None:
        """Tell of a task once; on a terminal, draw a bar: `done` of `whole`, both 0 until known."""
        if self._told != task:
            self._told = task
            if 0 <= self._drawn < 100:
                sys.stderr.write("\n")
            self._drawn = -1
            tell(task)
        # What is wrong with a file is told, on a line of its own, before anything of it is done.
        if not done or not sys.stderr.isatty():
            return
        percent = 100 * done // max(whole, 1)
        if percent != self._drawn:
            self._drawn = percent
            bar = ("#" * (_WIDTH * percent // 100)).ljust(_WIDTH, ".")
            sys.stderr.write(f"\r[{bar}] {percent} %" + "\n" * (percent == 100))
            sys.stderr.flush()
