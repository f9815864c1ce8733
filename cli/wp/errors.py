"""What can go wrong, each kind with its data.

The core raises these; only `wp.__main__` turns them into a message and an exit status.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

Name = TypeVar("Name", bound=str)


class WpError(Exception):
    """A foreseen failure: what went wrong, where, and what to do about it.

    `str(error)` is one line. `remedy` is one imperative sentence or empty.
    """

    def __init__(self, what: str, *, remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what}; {self.remedy}" if self.remedy else self.what


class UsageError(WpError):
    """The call itself cannot be answered: an empty query, an option that does not fit."""


class InputError(WpError):
    """A file that cannot be read as what it should be: names the file and the place in it."""

    def __init__(
        self, path: Path | str, problem: str, *, place: str = "", remedy: str = ""
    ) -> None:
        where = f"{path}: {place}: " if place else f"{path}: "
        super().__init__(where + problem, remedy=remedy)
        self.path = path
        self.place = place
        self.problem = problem


class NotFoundError(WpError):
    """An id, section or topic that no loaded base holds, with the nearest known ones."""

    def __init__(
        self, kind: str, name: str, *, nearest: tuple[str, ...] = (), remedy: str = ""
    ) -> None:
        super().__init__(f"no {kind} {name!r}", remedy=remedy)
        self.kind = kind
        self.name = name
        self.nearest = nearest

    def __str__(self) -> str:
        nearest = f"nearest: {', '.join(self.nearest)}" if self.nearest else ""
        return "; ".join(filter(None, (self.what, nearest, self.remedy)))


class MissingExtraError(WpError):
    """A feature whose optional dependency is not installed."""

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(
            f"{feature} needs the optional extra {extra!r}",
            remedy=f"install it with: pip install '.[{extra}]' in the clone",
        )
        self.feature = feature
        self.extra = extra


@contextmanager
def needs_extra(feature: str, extra: str) -> Iterator[None]:
    """Raise MissingExtraError where what is imported inside is not installed."""
    try:
        yield
    except ImportError as error:
        if error.name is not None and error.name.partition(".")[0] == "wp":
            raise  # our own, which is to be mended
        raise MissingExtraError(feature, extra) from None


def one_of(kind: str, name: str, names: Sequence[Name]) -> Name:
    """Return which of some names is meant, in any case; UsageError where it is none of them."""
    for known in names:
        if known == name.lower():
            return known
    raise UsageError(f"no {kind} {name!r}", remedy=f"choose one of {', '.join(names)}")
