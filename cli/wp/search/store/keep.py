"""Index files in the cache folder: opened when they fit their bases, made anew otherwise.

An index fits while the files it was made from have the path, size, times and inode that they had;
where only times or inode differ, the content is compared by its SHA-256. A file changed within two
seconds of being indexed could keep its times, so such times are not trusted. A page that turns out
damaged while a search reads it has the index made anew, and the search goes on (see `Store`). Where
an index cannot be kept, it is made in a temporary file, which goes when it is closed.
"""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

import apsw

from wp.cache import in_one_step, own_file
from wp.errors import InputError
from wp.search.store.layout import VERSION
from wp.search.store.sealed import PAGE, DamagedError, Pages, SealedPages, seal
from wp.search.store.store import Store

Watch = Callable[[str, int, int], None]
"""Told why an index is made, and how many of how many bytes are read."""

_KEPT = 4
_UNSURE_NS = 2_000_000_000


class _Stamp(NamedTuple):
    """What a file is known by without reading it."""

    path: str
    size: int
    changed: int
    entered: int
    inode: int


def open_store(file: Path, paths: Sequence[Path], maker: object, watch: Watch) -> Store:
    """Open the index of the bases at `paths`, made first where it is missing or does not fit.

    `file` is its place, `maker` is what the code that makes it is known by. InputError for what is
    wrong in a base, and where there is no room for the index in the temporary folder either.
    """
    index = _IndexFile(file, paths, maker, watch)
    return Store(index.open(), index.remade)


class _IndexFile:
    """The index of some bases, which is at `file` or will be."""

    def __init__(self, file: Path, paths: Sequence[Path], maker: object, watch: Watch) -> None:
        self._file = file
        self._paths = paths
        self._maker = repr((VERSION, maker))
        self._watch = watch
        self._digests: list[str] = []

    def open(self) -> apsw.Connection:
        """Open the index, made first where it is missing or does not fit."""
        origin = list(map(_stamp, self._paths))
        database, reason = self._fitting(origin)
        return database or self._made(origin, reason)

    def remade(self) -> apsw.Connection:
        """Make the index anew that is open and damaged; InputError where the bases have changed."""
        before = self._digests
        database = self._made(list(map(_stamp, self._paths)), "it is damaged")
        if _digests(database) != before:
            raise InputError(self._paths[0], "has changed while it was read", remedy="ask again")
        return database

    def _fitting(self, origin: list[_Stamp]) -> tuple[apsw.Connection | None, str]:
        """Open the index when it fits; else tell why it does not."""
        try:
            descriptor = own_file(self._file)
        except FileNotFoundError:
            return None, "there is none yet"
        except OSError as error:
            return None, f"the one there cannot be read: {error.strerror}"
        try:
            pages = SealedPages(descriptor)
            reason = self._unfit(pages, origin)
            if not reason:
                database = pages.connect()
                database.execute("PRAGMA cache_size = -65536")
                self._digests = pages.note[-1]
                return database, ""
        except (DamagedError, apsw.Error):
            reason = "it is damaged or cut off"
        with suppress(OSError):
            os.close(descriptor)
        return None, reason

    def _unfit(self, pages: SealedPages, origin: list[_Stamp]) -> str:
        """Tell why an index does not fit the bases as they are; nothing where it does."""
        maker, stamps, sure, digests = pages.note
        if maker != self._maker:
            return "it is of another version"
        known = [_Stamp(*stamp) for stamp in stamps]
        if sure and known == origin:
            return ""
        if [stamp[:2] for stamp in known] != [stamp[:2] for stamp in origin]:
            return "the base has changed"
        if list(map(_digest, self._paths)) != digests:
            return "the base has changed"
        # The same content at another time: noted, so that it is compared once only.
        with suppress(OSError):
            descriptor = own_file(self._file, writable=True)
            try:
                pages.renote(descriptor, self._note(origin, digests))
            finally:
                os.close(descriptor)
        return ""

    def _note(self, origin: list[_Stamp], digests: list[str]) -> object:
        return self._maker, list(map(tuple, origin)), _is_sure(origin), digests

    def _made(self, origin: list[_Stamp], reason: str) -> apsw.Connection:
        watch = partial(self._watch, reason)
        try:
            with in_one_step(self._file, _KEPT) as file:
                database = Pages(os.dup(file.fileno())).connect()
                try:
                    digests = _fill(database, self._paths, watch)
                finally:
                    database.close()
                seal(file.fileno(), self._note(origin, digests))
        except (OSError, apsw.Error) as error:
            return self._made_for_once(str(error))
        kept, reason = self._fitting(origin)
        return kept or self._made_for_once(reason)

    def _made_for_once(self, why: str) -> apsw.Connection:
        """Make an index in a temporary file that the system removes with the connection."""
        told = f"it cannot be kept in {self._file.parent} ({why}): each search makes it anew"
        try:
            database = apsw.Connection("")
            _fill(database, self._paths, partial(self._watch, told))
        except (OSError, apsw.Error) as error:
            raise InputError(
                self._file,
                "the index of a large base can be made neither there nor in a temporary file:"
                f" {error}",
                remedy="give WP_CACHE a folder to write to, with 2.5 times the base's size free",
            ) from None
        return database


def _stamp(path: Path) -> _Stamp:
    try:
        status = path.stat()
    except OSError as error:
        raise InputError(path, f"cannot be read: {error.strerror}") from None
    changed, entered = status.st_mtime_ns, status.st_ctime_ns
    return _Stamp(os.path.abspath(path), status.st_size, changed, entered, status.st_ino)


def _is_sure(origin: list[_Stamp]) -> bool:
    import time

    now = time.time_ns()
    return all(now - max(stamp.changed, stamp.entered) > _UNSURE_NS for stamp in origin)


def _digest(path: Path) -> str:
    from hashlib import file_digest

    try:
        with path.open("rb") as content:
            return file_digest(content, "sha256").hexdigest()
    except OSError as error:
        raise InputError(path, f"cannot be read: {error.strerror}") from None


def _fill(
    database: apsw.Connection, paths: Sequence[Path], progress: Callable[[int, int], None]
) -> list[str]:
    """Make the index in an empty database; return the SHA-256 of each base."""
    from wp.search.store.build import build

    # A file that is thrown away when it does not get done needs no journal.
    database.execute(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
        f"PRAGMA page_size = {PAGE}; PRAGMA cache_size = -65536;"
    )
    with database:
        build(database, paths, progress)
    return _digests(database)


def _digests(database: apsw.Connection) -> list[str]:
    found = database.execute("SELECT digest FROM documents ORDER BY rowid")
    return [str(digest) for (digest,) in found]
