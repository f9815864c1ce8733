"""Which drafts `wp check` looks at: the files and folders named, minus what is excluded.

What is left out is told on standard error, so that none is thought to have been checked.
"""

import os
import re
import stat
import warnings
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from wp.base import chosen_bases
from wp.commands.options import output_format
from wp.commands.result import tell
from wp.documents.read import is_read
from wp.english import counted
from wp.errors import InputError, UsageError, WpError
from wp.project import Project, project_among, project_files, read_project

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


class _Below(NamedTuple):
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


def _documents_below(
    folder: Path,
    exclusion: Exclusion,
    sources: Collection[str],
    refused: Callable[[InputError], None],
) -> _Below:
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
        for path in (Path(parent, name) for name in names if not _is_hidden(name)):
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
    return _Below(tuple(sorted(found, key=lambda path: path.parts)), excluded, held, others, links)


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


_KINDS_TOLD = 6


class DraftsAsked(NamedTuple):
    """What a check is asked to look at: files and folders, and what the command line settles."""

    names: tuple[str, ...]
    exclude: tuple[str, ...] = ()
    config: Path | None = None
    facts: tuple[Path, ...] = ()
    baseline: Path | None = None

    def project(self) -> Project:
        """Return the project file named, else the one that all drafts share."""
        if not self.config:
            return _the_project(self.names)
        project = read_project(self.config)
        if not project.path:
            raise InputError(self.config, "has no table [tool.wp]", remedy="write it, or another")
        return project

    def exclusion(self, project: Project) -> Exclusion:
        """Return what is left out: by the command line, else by the project."""
        if self.exclude or not project.path:
            return Exclusion(self.exclude)
        return Exclusion(project.exclude, project.path.parent)

    def sources(self, project: Project) -> list[Path]:
        """Return the files that drafts are held against."""
        return chosen_bases(self.facts or project.facts).paths

    def refuse_as_output(self, file: Path) -> None:
        """Raise InputError for a file that the next check would take for a draft, or a watch read.

        So it would be where it lies in a folder of drafts, unless it is excluded.
        """
        inside = any(
            Path(os.path.abspath(file)).is_relative_to(os.path.abspath(name))
            for name in self.names
            if os.path.isdir(name)
        )
        if inside and is_read(file) and not self.exclusion(self.project()).holds(file):
            raise InputError(
                file, "would be read as a draft", remedy="put it elsewhere, or --exclude it"
            )

    def depends_on(self) -> list[Path]:
        """Return the files that may change the answer: drafts, sources, settings, baseline."""
        try:
            project = self.project()
        except WpError:
            project = Project()  # until it is mended
        folders = [Path(name) for name in self.names if os.path.isdir(name)]
        exclusion = self.exclusion(project)
        below = [_documents_below(folder, exclusion, (), lambda _: None) for folder in folders]
        drafts = [path for found in below for path in found.documents]
        settings = [path for folder in _folders(self.names) for path in project_files(folder)]
        named = filter(None, (self.config, self.baseline))
        return [*map(Path, self.names), *drafts, *self.sources(project), *settings, *named]


def _the_project(names: Iterable[str]) -> Project:
    """Return the one project of drafts and folders, an empty one where they have none.

    UsageError where they belong to several: they would be held to other rules and sources.
    """
    # Many folders have the same files above them, which are read once.
    above = {tuple(project_files(folder)) for folder in _folders(names)}
    projects = {project.path: project for project in map(project_among, above)}
    if len(projects) > 1:
        named = " and ".join(sorted(str(path) if path else "none" for path in projects))
        raise UsageError(
            f"these drafts belong to several project files: {named}",
            remedy="check them one after the other, or name one file with --config",
        )
    return next(iter(projects.values()))


def format_of(
    project: Project, name: str | None, json: bool, plain: bool, known: tuple[str, ...]
) -> str:
    """Return the output's format: of the command line, else of the project, else the usual one."""
    if name is None and not (json or plain) and project.format is not None:
        if project.format not in known:
            raise InputError(
                str(project.path),
                f"no output format {project.format!r} here",
                remedy=f"choose one of {', '.join(known)}",
            )
        return project.format
    return output_format(name, json, plain, known)


def choose_drafts(asked: DraftsAsked, project: Project) -> tuple[list[str], bool]:
    """Return the names of the drafts in the order asked for, and whether a folder failed.

    Below a folder the sources are no drafts. UsageError for drafts of another project.
    """
    exclusion = asked.exclusion(project)
    chosen: dict[str, str] = {}
    used = (*asked.sources(project), *filter(None, (project.path, asked.baseline)))
    held = {os.path.realpath(path) for path in used}
    belows: list[_Below] = []
    errors: list[InputError] = []
    for name in asked.names:
        if name != "-" and os.path.isdir(name):
            below = _documents_below(Path(name), exclusion, held, errors.append)
            if not below.documents:
                problem = f"holds no draft to check{_left_out([below])}"
                errors.append(InputError(name, problem, remedy=_READ))
            chosen.update((os.path.abspath(path), str(path)) for path in below.documents)
            belows.append(below)
        elif name != "-" and exclusion.holds(name):
            tell(f"{name}: left out, since it is excluded")
        else:
            chosen.setdefault(os.path.abspath(name), name)
    for error in errors:
        tell(str(error))
    if count := len({path for below in belows for path in below.documents}):
        tell(f"{counted(count, 'draft')} in folders{_left_out(belows)}")
    if belows and not asked.config:
        _the_project((*asked.names, *chosen.values()))
    return list(chosen.values()), bool(errors)


_READ = "Markdown, text, HTML, DOCX, ODT, PDF files and notebooks are read"


def _folders(names: Iterable[str]) -> set[Path]:
    """Return the folders in which drafts lie; the working folder for standard input."""
    return {Path(name) if os.path.isdir(name) else Path(name).parent for name in names}


def _left_out(belows: Sequence[_Below]) -> str:
    """Return what was left out of folders: "; left out: 2 excluded, 1 of another kind (.png)"."""
    kinds = sorted({suffix or "no suffix" for below in belows for suffix in below.others})
    more = ", …" if len(kinds) > _KINDS_TOLD else ""
    counts = (
        (sum(below.excluded for below in belows), "excluded"),
        (sum(below.sources for below in belows), "read as source or settings"),
        (
            sum(below.others.total() for below in belows),
            f"of another kind ({', '.join(kinds[:_KINDS_TOLD])}{more})",
        ),
        (sum(below.links for below in belows), "linked from elsewhere, not read"),
    )
    told = ", ".join(f"{count} {what}" for count, what in counts if count)
    return f"; left out: {told}" if told else ""
