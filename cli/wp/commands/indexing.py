"""What is told on standard error while the index of a large base is made."""

import sys

_WIDTH = 30


class Indexing:
    """Tell why an index is made; on a terminal, draw how far it is."""

    def __init__(self) -> None:
        self._told = ""
        self._drawn = -1

    def __call__(self, reason: str, done: int, whole: int) -> None:
        """Take what `wp.search.store.keep.Watch` is told."""
        if self._told != reason:
            self._told = reason
            begun = "\n" * (0 <= self._drawn < 100)
            self._drawn = -1
            sys.stderr.write(f"{begun}wp: making the index of a large base ({reason})\n")
        if not sys.stderr.isatty():
            return
        percent = 100 * done // max(whole, 1)
        if percent != self._drawn:
            self._drawn = percent
            bar = ("#" * (_WIDTH * percent // 100)).ljust(_WIDTH, ".")
            sys.stderr.write(f"\r[{bar}] {percent} %" + "\n" * (percent == 100))
            sys.stderr.flush()


tell_indexing = Indexing()
"""What this process tells."""
