"""The cache folder: files that are whole, the user's own, and made from known input.

Others may write into the folder too (`WP_CACHE` can name any), and a file can rot. So a file is
read only where it is a regular one of the user's own that nobody else may change, and used only
where it was made from the very bytes in question and its checksum is right. It is written under a
name that no one could foresee and put in place in one step, so that processes, threads and
containers work side by side. Only names of our own form are ever removed.

Reading, checking and indexing a base costs more than answering from it, and it seldom changes. Its
prepared form is used where it was made from the very files and by code that looked as it does
now, and made anew otherwise. Where the folder cannot be written, everything still works, only
slower.
"""

import os
import stat
import sys
from binascii import crc32
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from errno import EPERM
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from wp import __version__
from wp.base import is_base
from wp.files import read_bytes, user_folder

if TYPE_CHECKING:
    from wp.library import Watcher

_CHECKSUM_SIZE = 4
_FORM = r"[0-9a-f]{8,64}\.(?:%s)"
_HOUR = 3600
_MAPPED = 2 * 1024 * 1024


def name_of(*parts: bytes) -> str:
    """Return the first part of a file's name for what it is made of; it need not be unique."""
    return f"{crc32(os.pathsep.encode().join(parts)):08x}"


def maker(folders: Sequence[Path]) -> bytes:
    """Return what identifies the code that makes cache files: version, interpreter, size, age."""
    stamp = 0
    with suppress(OSError):
        for folder in folders:
            for entry in os.scandir(folder):
                if entry.is_file():
                    status = entry.stat()
                    stamp += status.st_mtime_ns ^ status.st_size
    return f"{__version__} {sys.implementation.cache_tag} {stamp}\n".encode()


def cached(name: str, origin: bytes) -> memoryview | None:
    """Return the payload of a cache file; None unless it is whole and made from `origin`."""
    origin = _of(name, origin)
    try:
        with open(own_file(user_folder("cache") / name), "rb") as file:
            content = _content(file)
    except OSError:
        return None
    end = _CHECKSUM_SIZE + len(origin)
    payload = content[end:]
    # Views are compared byte by byte, which takes thirty times as long.
    if bytes(content[_CHECKSUM_SIZE:end]) != origin or not payload:
        return None
    if crc32(payload) != int.from_bytes(content[:_CHECKSUM_SIZE], "big"):
        return None
    return payload


def _of(name: str, origin: bytes) -> bytes:
    """Return an origin that says which file it is of: none is read in the place of another."""
    return name.encode() + b"\n" + origin


def _content(file: BinaryIO) -> memoryview:
    """Return what is in a file: read, or where that takes long mapped into memory."""
    if os.fstat(file.fileno()).st_size < _MAPPED:
        return memoryview(file.read())
    from mmap import ACCESS_READ, mmap

    return memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))


def keep(name: str, origin: bytes, payload: bytes, most: int) -> bool:
    """Write a cache file that `cached` gives back for the same `origin`, in one step.

    `name` is `name_of(…)`, a point and what kind of file it is. The newest `most` of the kind are
    kept. Return whether it could be written; a folder that cannot is no failure.
    """
    file = user_folder("cache") / name
    origin = _of(name, origin)
    with suppress(OSError), in_one_step(file, most) as temporary:
        checksum = crc32(payload).to_bytes(_CHECKSUM_SIZE, "big")
        for part in (checksum, origin, payload):
            temporary.write(part)
        return True
    return False


def own_file(path: Path) -> int:
    """Open a file and return its descriptor.

    OSError unless it is a regular file of this user's own that nobody else may write, not a link.
    """
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0)
    # A pipe that nobody writes to must not be waited for.
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, flags)
    if not _is_own(os.fstat(descriptor)):
        os.close(descriptor)
        raise PermissionError(EPERM, "not a file of your own that nobody else may write")
    return descriptor


@contextmanager
def in_one_step(file: Path, most: int) -> Iterator[BinaryIO]:
    """Yield an empty file to write, and put it in the place of `file` when it is written.

    Where that fails the new file goes, and `file` is as it was. The newest `most` of the kind are
    kept.
    """
    import tempfile

    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(prefix=f"{file.name}.", suffix=".tmp", dir=file.parent)
    try:
        with os.fdopen(descriptor, "w+b") as written:
            yield written
        os.replace(temporary, file)
    finally:
        with suppress(OSError):
            os.unlink(temporary)
    with suppress(OSError):
        _prune(file, most)


def _is_own(status: os.stat_result) -> bool:
    if not stat.S_ISREG(status.st_mode):
        return False
    if not hasattr(os, "geteuid"):
        return True
    others = stat.S_IWGRP | stat.S_IWOTH
    return status.st_uid == os.geteuid() and not status.st_mode & others


def _prune(file: Path, most: int) -> None:
    """Remove the oldest files of a kind, and what killed processes left more than an hour ago."""
    import re
    import time

    kind = re.escape(file.suffix[1:])
    kept = re.compile(_FORM % kind)
    left = re.compile(_FORM % kind + r"\.[a-z0-9_]{8}\.tmp")
    files: list[tuple[float, str]] = []
    for entry in os.scandir(file.parent):
        is_left = left.fullmatch(entry.name)
        if not is_left and not kept.fullmatch(entry.name):
            continue
        with suppress(OSError):
            status = entry.stat(follow_symlinks=False)
            if not _is_own(status):
                continue
            if not is_left:
                files.append((status.st_mtime, entry.path))
            elif time.time() - status.st_mtime > _HOUR:
                os.unlink(entry.path)
    for _, old in sorted(files, reverse=True)[most:]:
        with suppress(OSError):
            os.unlink(old)


# The files of a prepared form


def _folders(rooms: str) -> tuple[Path, ...]:
    return tuple(Path(__file__).parents[1] / room for room in rooms.split())


MAKERS = _folders(
    ". library base documents search statements quantities quantities/languages verify "
    "verify/claims words"
)
"""Where the code lies that decides what the prepared form looks like."""
DRAFTERS = _folders(
    ". library base base/draft documents quantities quantities/languages statements words"
)
"""Where the code lies that decides what a draft looks like."""
_KEPT = 8

_LARGE = 2 * 1024 * 1024
"""Bytes of all files. More take seconds to prepare, which is told, and are known by what the folder
tells of them: to compare all their bytes would take longer than most searches."""

_UNSURE = 2
"""Seconds in which a file may be written twice and have the same times."""


class _File:
    """A file of a base or document, known by its bytes or by what its folder tells of it."""

    def __init__(self, path: Path, *, by_entry: bool) -> None:
        self.path = path
        self._content: bytes | None = None
        self.size = 0
        self.known = self._entry() if by_entry else b""
        if not self.known:
            self.known = self._content = read_bytes(path)
            self.size = len(self._content)
        self.is_base = is_base(path, self._beginning())

    def content(self) -> bytes:
        """Read the file; one written just now is first let grow so old that a change shows."""
        if self._content is not None:
            return self._content
        import time

        with suppress(OSError):
            age = time.time() - self.path.stat().st_ctime
            time.sleep(min(max(_UNSURE - age, 0), _UNSURE))
        self.known = self._entry()
        return read_bytes(self.path)

    def _beginning(self) -> bytes:
        with suppress(OSError):
            if self._content is None:
                with self.path.open("rb") as file:
                    return file.read(64)
        return self._content or read_bytes(self.path)

    def has_changed(self) -> bool:
        """Return whether a file that is known by its entry is no longer the one that was read."""
        return self._content is None and self.known != self._entry()

    def _entry(self) -> bytes:
        """Return what its folder tells of a regular file; nothing of another or of none."""
        with suppress(OSError):
            one = os.stat(self.path)
            if stat.S_ISREG(one.st_mode):
                times = one.st_mtime_ns, one.st_ctime_ns
                path = os.path.abspath(self.path)
                self.size = one.st_size
                return repr((path, one.st_size, *times, one.st_ino, one.st_dev)).encode()
        return b""


class PreparedForm:
    """The cache files of some bases, and what these are made of."""

    def __init__(self, paths: Sequence[Path], watcher: "Watcher | None") -> None:
        self.watcher = watcher
        by_entry = _size(paths) > _LARGE
        self.files = [_File(path, by_entry=by_entry) for path in paths]
        self.is_drafted = not all(file.is_base for file in self.files)
        self._name = name_of(*(os.fsencode(os.path.abspath(path)) for path in paths))

    def tell(self, share: float) -> None:
        """Tell the watcher what share of the indexing is done, where that takes long."""
        size = sum(file.size for file in self.files if file.is_base)
        if self.watcher and size > _LARGE:
            self.watcher.indexing(int(share * size), size)

    def kept(self, kind: str, make: Callable[[], bytes]) -> bytes | memoryview:
        """Return what the cache keeps of a kind, made and kept where there is none that fits."""
        if (found := self.cached(kind)) is not None:
            return found
        made = make()
        if not self.keep(kind, made) and len(made) > _LARGE and self.watcher:
            self.watcher.unkept()
        return made

    def cached(self, kind: str) -> memoryview | None:
        """Return what the cache keeps of a kind; None where there is none that fits."""
        return cached(f"{self._name}.{kind}", self._origin())

    def keep(self, kind: str, made: bytes) -> bool:
        """Keep what was made of the files, unless one has changed; return whether it is kept."""
        has_changed = any(file.has_changed() for file in self.files)
        return not has_changed and keep(f"{self._name}.{kind}", self._origin(), made, _KEPT)

    @cached_property
    def _maker(self) -> bytes:
        """What tells apart the code that prepares the files."""
        return maker((*MAKERS, *DRAFTERS) if self.is_drafted else MAKERS)

    def _origin(self) -> bytes:
        """Return what decides how the files are prepared: code, sizes, names, content."""
        names = b""
        if self.is_drafted:
            names = b"".join(os.fsencode(file.path.stem) + b"/" for file in self.files)
        known = [file.known for file in self.files]
        sizes = " ".join(map(str, map(len, known)))
        return b"".join((self._maker, sizes.encode(), b" ", names, b"\n", *known))


def _size(paths: Sequence[Path]) -> int:
    """Return the size of some files together; of those that cannot be read nothing."""
    size = 0
    for path in paths:
        with suppress(OSError):
            size += os.stat(path).st_size
    return size
