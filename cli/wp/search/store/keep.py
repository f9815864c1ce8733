"""Index files in the cache folder: opened when they fit their bases, made anew otherwise.

An index fits while the files it was made from have the size and time of change that they had. Where
only the time differs, the content is compared by its SHA-256. A file changed within two seconds of
being indexed could keep its time, so such a time is not trusted. An index is made under another
name and put in place in one step: of two processes that make it at once, each uses a whole one.
Where it cannot be kept, it is made in a temporary file, which goes when it is closed.
"""

import marshal
import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Any

from wp.errors import InputError
from wp.search.store.layout import APPLICATION, VERSION

Watch = Callable[[str, int, int], None]
"""Told why an index is made, and how many of how many bytes are read."""

_KEPT = 4
_DAY = 86_400
_UNSURE_NS = 2_000_000_000


def open_index(
    folder: Path, name: str, paths: Sequence[Path], maker: object, watch: Watch
) -> sqlite3.Connection:
    """Open the index of the bases at `paths`, made first where it is missing or does not fit.

    `maker` is what the code that makes it is known by. InputError for what is wrong in a base, and
    where there is no room for the index in the temporary folder either.
    """
    file = folder / f"{name}.index"
    origin = [_stamp(path) for path in paths]
    database, reason = _fitting(file, paths, origin, repr((VERSION, maker)))
    if database is not None:
        return database
    try:
        _make(file, paths, origin, repr((VERSION, maker)), partial(watch, reason))
    except (OSError, sqlite3.Error) as error:
        kept = f"it cannot be kept in {folder} ({error}): each search makes it anew"
        return _made_for_once(file, paths, partial(watch, kept))
    database, reason = _fitting(file, paths, origin, repr((VERSION, maker)))
    if database is None:
        raise InputError(file, f"cannot be used: {reason}", remedy="give WP_CACHE another folder")
    return database


def _made_for_once(
    file: Path, paths: Sequence[Path], progress: Callable[[int, int], None]
) -> sqlite3.Connection:
    """Make an index in a temporary file that the system removes with the connection."""
    try:
        database = sqlite3.connect("")
        _fill(database, paths, progress)
    except (OSError, sqlite3.Error) as error:
        raise InputError(
            file,
            f"the index of a large base can be made neither there nor in a temporary file: {error}",
            remedy="give WP_CACHE a folder to write to, with 2.5 times the base's size free",
        ) from None
    return database


def _stamp(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError as error:
        raise InputError(path, f"cannot be read: {error.strerror}") from None
    return status.st_size, status.st_mtime_ns


def _fitting(
    file: Path, paths: Sequence[Path], origin: list[tuple[int, int]], maker: str
) -> tuple[sqlite3.Connection | None, str]:
    """Open an index when it fits; else tell why it does not."""
    try:
        size = file.stat().st_size
    except OSError:
        return None, "there is none yet"
    try:
        database = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error:
        return None, "it cannot be read"
    try:
        value = database.execute("PRAGMA application_id").fetchone()[0]
        pages = database.execute("PRAGMA page_count").fetchone()[0]
        page = database.execute("PRAGMA page_size").fetchone()[0]
        if value != APPLICATION or pages * page != size:
            reason = "it is cut off or no index"
        else:
            made = _read(database, "maker")
            reason = ""
            if made != maker:
                reason = "it is of another version"
            elif not _unchanged(file, database, paths, origin):
                reason = "the base has changed"
    except (sqlite3.Error, ValueError, EOFError, TypeError):
        reason = "it is damaged"
    if reason:
        database.close()
        return None, reason
    database.execute("PRAGMA mmap_size = 4294967296")
    return database, ""


def _read(database: sqlite3.Connection, key: str) -> Any:
    found = database.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return marshal.loads(found[0])


def _unchanged(
    file: Path,
    database: sqlite3.Connection,
    paths: Sequence[Path],
    origin: list[tuple[int, int]],
) -> bool:
    stamps, sure = _read(database, "origin")
    if sure and stamps == origin:
        return True
    if [size for size, _ in stamps] != [size for size, _ in origin]:
        return False
    known = [
        digest
        for (digest,) in database.execute("SELECT digest FROM documents ORDER BY rowid").fetchall()
    ]
    from hashlib import file_digest

    for path, digest in zip(paths, known, strict=True):
        with path.open("rb") as content:
            if file_digest(content, "sha256").hexdigest() != digest:
                return False
    # The same content at another time: noted, so that it is compared once only.
    with suppress(sqlite3.Error), closing(sqlite3.connect(file)) as writable, writable:
        writable.execute(
            "UPDATE meta SET value = ? WHERE key = 'origin'",
            (marshal.dumps((origin, _is_sure(origin))),),
        )
    return True


def _is_sure(origin: list[tuple[int, int]]) -> bool:
    import time

    return all(time.time_ns() - changed > _UNSURE_NS for _, changed in origin)


def _make(
    file: Path,
    paths: Sequence[Path],
    origin: list[tuple[int, int]],
    maker: str,
    progress: Callable[[int, int], None],
) -> None:
    temporary = file.with_suffix(f".{os.getpid()}.tmp")
    sure = _is_sure(origin)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)
        with closing(sqlite3.connect(temporary)) as database:
            _fill(database, paths, progress)
            with database:
                database.executemany(
                    "INSERT INTO meta VALUES (?, ?)",
                    [
                        ("maker", marshal.dumps(maker)),
                        ("origin", marshal.dumps((origin, sure))),
                    ],
                )
        temporary.replace(file)
        with suppress(OSError):
            _prune(file.parent)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _fill(
    database: sqlite3.Connection, paths: Sequence[Path], progress: Callable[[int, int], None]
) -> None:
    from wp.search.store.build import build

    # A file that is thrown away when it does not get done needs no journal.
    database.executescript(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192;"
        f"PRAGMA application_id = {APPLICATION};"
    )
    with database:
        build(database, paths, progress)


def _prune(folder: Path) -> None:
    """Keep the newest few indexes, and nothing that a process left behind when it was killed."""
    import time

    indexes = sorted(folder.glob("*.index"), key=lambda index: -index.stat().st_mtime)
    left = (file for file in folder.glob("*.tmp") if time.time() - file.stat().st_mtime > _DAY)
    for old in (*indexes[_KEPT:], *left):
        with suppress(OSError):
            old.unlink()
