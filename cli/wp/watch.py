"""What those who open bases may be told of work that takes long; the core itself prints nothing."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol


class Watcher(Protocol):
    """Told of long work and of what it found."""

    def indexing(self, done: int, whole: int) -> None:
        """Take how many of how many bytes of large bases are checked and indexed."""

    def unkept(self) -> None:
        """Be told that the index of large bases could not be kept for the next time."""

    def drafting(self, path: Path, done: int, whole: int) -> None:
        """Take how many of how many parts of a document are read and drafted."""

    def drafted(self, path: Path, warnings: Sequence[str]) -> None:
        """Take what a person should know of how a document was read: what was left out, say."""


class Silent:
    """Keeps what it is told to itself."""

    def indexing(self, done: int, whole: int) -> None:
        """Do nothing."""

    def unkept(self) -> None:
        """Do nothing."""

    def drafting(self, path: Path, done: int, whole: int) -> None:
        """Do nothing."""

    def drafted(self, path: Path, warnings: Sequence[str]) -> None:
        """Do nothing."""
