"""The documents below a folder, and which of them are left out."""

import os
import re
import stat
import warnings
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from wp.documents.read import is_read
from wp.errors import InputError, UsageError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Exclusion:
    """Patterns of files to leave out, written as in .gitignore and relative to a folder.

    Without a folder they are relative to the working folder, and hold elsewhere, too.
    """

    def __init__(self, patterns: Collection[str] = (), root: Path | None = None) -> None:
        self._patterns = patterns
        self._root = root

    @cached_property
    def _spec(self) -> "GitIgnoreSpec":
        from pathspec import GitIgnoreSpec

        try:
            with warnings.catch_warnings(action="ignore"):
                return GitIgnoreSpec.from_lines(self._patterns)
        except (ValueError, re.error) as error:
            raise UsageError(
                f"a pattern to exclude cannot be read: {error}",
                remedy="write it as in .gitignore: archive/, *.old.md",
            ) from None

    def holds(self, path: Path | str) -> bool:
        """Return whether a file is left out."""
        if not self._patterns:
            return False
        relative = Path(os.path.relpath(path, self._root or os.curdir))
        if relative.parts[:1] == (os.pardir,):
            if self._root:
                return False
            relative = Path(os.path.abspath(path)).relative_to(Path(path).absolute().anchor)
        return self._spec.match_file(relative)


class Below(NamedTuple):
    """The documents below a folder in the order of their names, and what was left out.

    `excluded` and `sources` count files, `others` those of other kinds by suffix, `links` what is
    a link: to a folder, where reading might not end, or to a file elsewhere, which whoever gave the
    folder away may not have meant to show.
    """

    documents: tuple[Path, ...]
    excluded: int
    sources: int
    others: Counter[str]
    links: int


def documents_below(
    folder: Path,
    exclusion: Exclusion,
    sources: Collection[str],
    refused: Callable[[InputError], None],
) -> Below:
    """Return the documents below a folder that are of a kind that is read.

    Hidden files and folders, `.git` among them, and the lock files of word processors are no
    documents; neither are the `sources`, real paths of what a check reads besides. `refused` is
    told of each folder that cannot be read.
    """
    found: list[Path] = []
    excluded = held = links = 0
    others: Counter[str] = Counter()
    inside = os.path.join(os.path.realpath(folder), "")

    def unreadable(error: OSError) -> None:
        name = os.fsdecode(error.filename or folder)
        problem = f"cannot be read: {error.strerror}"
        refused(InputError(name, problem, remedy="check the folder's permissions"))

    for parent, folders, names in os.walk(folder, onerror=unreadable):
        shown = [name for name in folders if not _is_hidden(name)]
        links += sum(os.path.islink(os.path.join(parent, name)) for name in shown)
        folders[:] = sorted(shown)
        for path in _files(parent, names):
            real = os.path.realpath(path)
            if exclusion.holds(path):
                excluded += 1
            elif real in sources:
                held += 1
            elif not real.startswith(inside):
                links += 1
            elif is_read(path) and _is_ordinary(path):
                found.append(path)
            else:
                others[path.suffix.lower()] += 1
    return Below(tuple(sorted(found, key=lambda path: path.parts)), excluded, held, others, links)


def _files(parent: str, names: list[str]) -> Iterator[Path]:
    return (Path(parent, name) for name in names if not _is_hidden(name))


def _is_hidden(name: str) -> bool:
    """Tell hidden names and locks; Word's "~$draft.docx" lies beside every open file."""
    return name.startswith((".", "~$"))


def _is_ordinary(path: Path) -> bool:
    """Return whether a name is that of a file; a pipe would be waited for.

    A link that leads nowhere counts, so that reading tells of it.
    """
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True
