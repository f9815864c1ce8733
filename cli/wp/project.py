"""The project file: `wp.toml`, or `[tool.wp]` in pyproject.toml, found upwards from a draft.

It is text that came with a folder, perhaps from a stranger: it runs nothing, writes nothing, and
names no file outside its repository.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from wp.errors import InputError
from wp.files import read_bytes

_NAMES = ("wp.toml", "pyproject.toml")
_MOST_BYTES = 1_000_000
_MOST_TEXTS = 1_000


class Project(NamedTuple):
    """What a project settles for its drafts; what it does not say is empty or None.

    `path` is the file; `facts` are bases or documents, `exclude` patterns as in .gitignore relative
    to the file's folder, `names` those whose numbers report nothing ("Article 19").
    """

    path: Path | None = None
    facts: tuple[Path, ...] = ()
    format: str | None = None
    strict: bool | None = None
    exclude: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


_KEYS = Project._fields[1:]


def project_of(folder: Path) -> Project:
    """Return the project of the drafts in a folder, an empty one where there is none.

    Looked for in the folder and those above it, up to a repository's root or the home folder.
    InputError for a file that cannot be read, has an unknown key or a value of the wrong type.
    """
    return project_among(project_files(folder))


def project_among(files: Iterable[Path]) -> Project:
    """Return the project of the first file that is one."""
    return next((project for project in map(read_project, files) if project.path), Project())


def project_files(folder: Path) -> Iterator[Path]:
    """Yield the files that may be the project of a folder, the nearest first."""
    for above in _upwards(folder):
        for name in _NAMES:
            path = above / name
            if path.is_file() and not _is_a_strangers(path):
                yield _seen_from_here(path)


def read_project(path: Path) -> Project:
    """Read a project file; one of another program, without `[tool.wp]`, gives an empty project."""
    content = read_bytes(path)
    own = path.name != "pyproject.toml"
    if not own and b"wp" not in content:
        return Project()
    if len(content) > _MOST_BYTES:
        raise InputError(path, "is larger than 1 MB", remedy="keep the settings short")
    import tomllib

    try:
        table: Any = tomllib.loads(content.decode())
    except (ValueError, RecursionError) as error:
        if not own and b"tool.wp" not in content:
            return Project()
        problem = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise InputError(path, f"is no valid TOML: {problem}", remedy="mend it") from None
    where = ""
    if not own:
        where, table = "tool.wp.", table.get("tool", {})
        if not isinstance(table, dict) or "wp" not in table:
            return Project()
        table = table["wp"]
        if not isinstance(table, dict):
            raise InputError(path, "tool.wp is no table", remedy="write [tool.wp]")
    if unknown := sorted(set(table) - set(_KEYS)):
        problem = f"unknown key {where + unknown[0]!r}"
        raise InputError(path, problem, remedy=f"the keys are {', '.join(_KEYS)}")
    for key, kind, wanted in (("format", str, "a text"), ("strict", bool, "true or false")):
        if not isinstance(table.get(key, kind()), kind):
            raise InputError(path, f"{where}{key} is not {wanted}", remedy=f"make it {wanted}")
    texts = {key: _texts(path, table, where, key) for key in ("facts", "exclude", "names")}
    facts = tuple(_inside(path, name) for name in texts.pop("facts"))
    return Project(path, facts, table.get("format"), table.get("strict"), **texts)


def _upwards(folder: Path) -> list[Path]:
    """Return a folder and those above it, up to a repository's root or the home folder."""
    home = os.path.expanduser("~")
    here = Path(os.path.abspath(folder))
    for count, above in enumerate((here, *here.parents)):
        if (above / ".git").exists() or str(above) == home:
            return [here, *here.parents[:count]]
    return [here, *here.parents]


def _seen_from_here(path: Path) -> Path:
    try:
        return Path(os.path.relpath(path))
    except ValueError:  # on another drive
        return path


def _is_a_strangers(path: Path) -> bool:
    """Return whether a file may be anyone's: in a folder like /tmp, where all may put files."""
    open_to_all = stat.S_ISVTX | stat.S_IWOTH
    return (
        hasattr(os, "geteuid")
        and path.parent.stat().st_mode & open_to_all == open_to_all
        and path.stat().st_uid != os.geteuid()
    )


def _texts(path: Path, table: Any, where: str, key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    texts = [value] if isinstance(value, str) else value
    if (
        not isinstance(texts, list)
        or len(texts) > _MOST_TEXTS
        or not all(isinstance(text, str) and text.strip() for text in texts)
    ):
        problem = f"{where}{key} is no list of at most {_MOST_TEXTS:,} texts"
        raise InputError(path, problem, remedy=f'write {key} = ["…", "…"]')
    return tuple(texts)


def _inside(path: Path, name: str) -> Path:
    """Return a file that a project names; InputError where it lies outside of its repository."""
    root = next((above for above in _upwards(path.parent) if (above / ".git").exists()), None)
    named = path.parent / name
    try:
        inside = named.resolve().is_relative_to((root or path.parent).resolve())
    except (OSError, RuntimeError, ValueError):  # links in a ring, a name that no file can have
        inside = False
    if not inside:
        problem = f"facts names {name!r}, outside of the folder that this file speaks for"
        raise InputError(path, problem, remedy="give that one with --facts")
    return named
