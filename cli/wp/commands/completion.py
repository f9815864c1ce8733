"""What the shells are offered on TAB: names of the loaded bases, with their titles as help.

Typer's script for zsh evaluates what it gets, bash splits it and expands its wildcards, and rich
takes brackets in it for markup. So a title is words here, never shell code: of help only letters,
digits and a few marks are left, and a name of any other form is not offered.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from wp.errors import WpError
from wp.library import Library, open_library
from wp.pattern import pattern

_NAME = pattern(r"[A-Za-z0-9][A-Za-z0-9._:-]*")
_KEPT_MARKS = " ,.-–—’"
_WIDTH = 120


def offered(
    names: Iterable[tuple[str, str]], incomplete: str, key: Callable[[str], str] = str
) -> list[tuple[str, str]]:
    """Give the (name, help) pairs that begin with what was typed, both harmless to every shell.

    `key` makes names and what was typed alike where case does not matter.
    """
    return [
        (name, plain_help(title))
        for name, title in names
        if key(name).startswith(key(incomplete)) and _NAME.fullmatch(name)
    ]


def plain_help(text: str) -> str:
    """Give the first words of a text without what a shell could act on."""
    kept = (one if _is_plain(one) else " " for one in text[: 4 * _WIDTH].replace("'", "’"))
    words = " ".join("".join(kept).split())
    return words if len(words) <= _WIDTH else words[:_WIDTH].rpartition(" ")[0] or words[:_WIDTH]


def _is_plain(character: str) -> bool:
    from unicodedata import category

    return character in _KEPT_MARKS or character.isalnum() or category(character) in ("Mn", "Mc")


def complete_section(incomplete: str) -> list[tuple[str, str]]:
    """Complete a section id, with its title as help."""
    return _of_library(
        lambda library: ((library.name(s.document, s.id), s.title) for s in library.sections()),
        incomplete,
    )


def complete_topic(incomplete: str) -> list[tuple[str, str]]:
    """Complete a topic's key, with its title as help."""
    return _of_library(
        lambda library: ((library.name(t.document, t.key), t.title) for t in library.topics()),
        incomplete,
    )


def complete_fact(incomplete: str) -> list[tuple[str, str]]:
    """Complete a fact id, with its statement as help."""
    return _of_library(
        lambda library: ((library.qualify(fact), fact.statement) for fact in library.facts),
        incomplete,
    )


def complete_document(incomplete: str) -> list[tuple[str, str]]:
    """Complete a loaded document's id, with its title as help."""
    return _of_library(
        lambda library: ((base.document.id, base.document.title) for base in library.bases),
        incomplete,
    )


def complete_kept(incomplete: str) -> list[tuple[str, str]]:
    """Complete what `wp base remove` takes: documents of the data folder, or names of files."""
    from wp.base.folder import kept

    try:
        names = [(file.document or file.path.name, "") for file in kept()]
    except WpError:
        return []
    return offered(names, incomplete)


class _Hurried:
    """Leaves off where a key press would wait long: a document was never read before."""

    def indexing(self, done: int, whole: int) -> None:
        """Let an index be made."""

    def unkept(self) -> None:
        """Never told."""

    def drafting(self, path: Path, done: int, whole: int) -> None:
        raise WpError(f"{path} has not been read yet")

    def drafted(self, path: Path, warnings: Sequence[str]) -> None:
        """Never told."""


def _of_library(
    names: Callable[[Library], Iterable[tuple[str, str]]], incomplete: str
) -> list[tuple[str, str]]:
    """Offer names of the loaded bases; none where one is unusable, which a command will tell."""
    # Typer has rich break help into lines of this width, and to fish each line is a name.
    os.environ["COLUMNS"] = str(10 * _WIDTH)
    try:
        return offered(names(open_library((), _Hurried())), incomplete, str.lower)
    except WpError:
        return []
