"""Progress callbacks for opening bases; the core itself prints nothing."""

from collections.abc import Sequence
from pathlib import Path


class Watcher:
    """Receives progress; a method that a subclass does not override ignores it."""

    def indexing(self, done: int, whole: int) -> None:
        """Take how many of how many bytes of large bases are checked and indexed."""

    def unkept(self) -> None:
        """Be told that the index of large bases could not be kept for the next time."""

    def drafting(self, path: Path, done: int, whole: int) -> None:
        """Take how many of how many parts of a document are read and drafted."""

    def drafted(self, path: Path, warnings: Sequence[str]) -> None:
        """Take what a person should know of how a document was read: what was left out, say."""
