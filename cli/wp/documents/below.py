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
    """Patterns of files to leave out, written as in .gitignore and relative to a folder."""

    def __init__(self, patterns: Collection[str] = (), root: Path | None = None) -> None:
        self._patterns = patterns
        self._root = root or Path()

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
        """Tell whether a file is left out; one that is not below the folder never is."""
        if not self._patterns:
            return False
        relative = os.path.relpath(path, self._root)
        return not relative.startswith(os.pardir) and self._spec.match_file(relative)


class Below(NamedTuple):
    """The documents below a folder in the order of their names, and what was left out.

    `excluded` and `sources` count files, `others` those of other kinds by suffix, `links` folders
    that are links: they are not entered, so that nothing is read twice or without end.
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
    documents; neither are the `sources`, real paths of what drafts are held against. `refused` is
    told of each folder that cannot be read.
    """
    found: list[Path] = []
    excluded = held = links = 0
    others: Counter[str] = Counter()

    def unreadable(error: OSError) -> None:
        name = os.fsdecode(error.filename or folder)
        problem = f"cannot be read: {error.strerror}"
        refused(InputError(name, problem, remedy="check the folder's permissions"))

    for parent, folders, names in os.walk(folder, onerror=unreadable):
        shown = [name for name in folders if not _is_hidden(name)]
        links += sum(os.path.islink(os.path.join(parent, name)) for name in shown)
        folders[:] = sorted(shown)
        for path in _files(parent, names):
            if exclusion.holds(path):
                excluded += 1
            elif os.path.realpath(path) in sources:
                held += 1
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
    """Tell whether a name is that of a file; a pipe would be waited for.

    A link that leads nowhere counts, so that reading tells of it.
    """
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True
