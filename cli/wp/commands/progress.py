"""What is told on standard error while a document is drafted or a large base indexed."""

import sys
from collections.abc import Sequence
from pathlib import Path

from wp.files import user_folder
from wp.library.watch import Watcher
from wp.safe import one_line

_WIDTH = 30
_LONGEST = 500


class Bar:
    """Tell once what is done; on a terminal, draw how far it is."""

    def __init__(self) -> None:
        self._told = ""
        self._drawn = -1

    def __call__(self, task: str, done: int, whole: int) -> None:
        """Tell of a task of which `done` of `whole` is done; both are 0 until that is known."""
        if self._told != task:
            self._told = task
            begun = "\n" * (0 <= self._drawn < 100)
            self._drawn = -1
            sys.stderr.write(f"{begun}wp: {one_line(task, _LONGEST)}\n")
        # What is wrong with a file is told, on a line of its own, before anything of it is done.
        if not done or not sys.stderr.isatty():
            return
        percent = 100 * done // max(whole, 1)
        if percent != self._drawn:
            self._drawn = percent
            bar = ("#" * (_WIDTH * percent // 100)).ljust(_WIDTH, ".")
            sys.stderr.write(f"\r[{bar}] {percent} %" + "\n" * (percent == 100))
            sys.stderr.flush()


class Telling(Watcher):
    """Tells on standard error of what takes long, and of how a document was read."""

    def __init__(self) -> None:
        self._bar = Bar()

    def indexing(self, done: int, whole: int) -> None:
        size = f"{whole / 1024**2:.0f} MB of facts"
        task = f"making the index of {size} (once: it is kept in the cache folder)"
        self._bar(task, done, whole)

    def unkept(self) -> None:
        folder = one_line(str(user_folder("cache")), _LONGEST)
        sys.stderr.write(
            f"wp: the index cannot be kept in {folder}, so each command makes it anew;"
            " give WP_CACHE a folder to write to\n"
        )

    def drafting(self, path: Path, done: int, whole: int) -> None:
        if sys.stderr.isatty():
            self._bar(
                f"reading {path} (once: what is read is kept in the cache folder)", done, whole
            )

    def drafted(self, path: Path, warnings: Sequence[str]) -> None:
        for warning in warnings:
            sys.stderr.write(f"wp: {path.name}: {one_line(warning, _LONGEST)}\n")
