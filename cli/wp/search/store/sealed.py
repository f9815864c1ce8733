"""An index file of which every page is checked when SQLite reads it.

The pages of the database come first, then the CRC-32 of each, then a note of what the file was made
from, and last what these measure, with a checksum. SQLite has no checksums of its own: a flipped
bit would change a figure, or make it pass over a row, without a word. It reads and writes through
a descriptor, so that nobody can put another file in place of the name meanwhile.
"""

import marshal
import os
from array import array
from itertools import count
from typing import Any
from zlib import crc32

import apsw

PAGE = 8192

_BLOCK = 4096
"""The note is filled up to a multiple of this, so that it can be written anew in its place."""

_MAGIC = b"wp index"
_END_SIZE = len(_MAGIC) + 12


class DamagedError(Exception):
    """A part of an index file is not what was written."""


class Pages(apsw.VFSFile):
    """The pages of a database behind a descriptor, to be written; closed with the database."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def connect(self) -> apsw.Connection:
        """Open the database of these pages."""
        return _connect(self, "", apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE)

    def xRead(self, amount: int, offset: int) -> bytes:
        """Return a stretch of the file."""
        return read_at(self._descriptor, amount, offset)

    def xWrite(self, data: bytes, offset: int) -> None:
        """Write a stretch of the file."""
        os.lseek(self._descriptor, offset, os.SEEK_SET)
        left = memoryview(data)
        while left:
            left = left[os.write(self._descriptor, left) :]

    def xTruncate(self, size: int) -> None:
        """Cut the file off."""
        os.ftruncate(self._descriptor, size)

    def xFileSize(self) -> int:
        """Return the size of the database."""
        return os.fstat(self._descriptor).st_size

    def xClose(self) -> None:
        """Close the descriptor."""
        os.close(self._descriptor)

    # Nobody else has the file, and it is thrown away where it is not finished.
    def xLock(self, level: int) -> None: ...
    def xUnlock(self, level: int) -> None: ...
    def xSync(self, flags: int) -> None: ...
    def xCheckReservedLock(self) -> bool:
        return False

    def xFileControl(self, operation: int, pointer: int) -> bool:
        return False

    def xSectorSize(self) -> int:
        return PAGE

    def xDeviceCharacteristics(self) -> int:
        return 0


class SealedPages(Pages):
    """The pages of a sealed file, each checked when it is read."""

    def __init__(self, descriptor: int) -> None:
        """Read the end of a file; DamagedError where that is not what was written."""
        super().__init__(descriptor)
        size = os.fstat(descriptor).st_size
        end = read_at(descriptor, _END_SIZE, max(0, size - _END_SIZE))
        self._pages, room = (int.from_bytes(end[at : at + 4], "little") for at in (8, 12))
        self._note_at = self._pages * (PAGE + 4)
        self._room = room
        if self._note_at + room + _END_SIZE != size:
            raise DamagedError
        packed = read_at(descriptor, room, self._note_at)
        if end != _end(self._pages, packed):
            raise DamagedError
        self.note: Any = marshal.loads(packed)
        self._sums = array("I")
        self._sums.frombytes(read_at(descriptor, 4 * self._pages, self._pages * PAGE))

    def connect(self) -> apsw.Connection:
        """Open the database; reading from it raises DamagedError where a page is damaged."""
        return _connect(self, "?immutable=1", apsw.SQLITE_OPEN_READONLY)

    def xRead(self, amount: int, offset: int) -> bytes:
        """Return a stretch within a page."""
        page, start = divmod(offset, PAGE)
        if page >= self._pages:
            return b""
        data = read_at(self._descriptor, PAGE, page * PAGE)
        if crc32(data) != self._sums[page]:
            raise DamagedError
        return data if amount == PAGE else data[start : start + amount]

    def xFileSize(self) -> int:
        """Return the size of the database."""
        return self._pages * PAGE

    def renote(self, descriptor: int, note: Any) -> None:
        """Write another note in place of the one there, as long as there is room for it."""
        packed = _packed(note)
        if len(packed) == self._room:
            os.lseek(descriptor, self._note_at, os.SEEK_SET)
            os.write(descriptor, packed + _end(self._pages, packed))


def seal(descriptor: int, note: Any) -> None:
    """Add checksums and a note (plain data) to a database that is written."""
    size = os.fstat(descriptor).st_size
    starts = range(0, size, PAGE)
    sums = array("I", (crc32(read_at(descriptor, PAGE, start)) for start in starts))
    packed = _packed(note)
    os.lseek(descriptor, size, os.SEEK_SET)
    with os.fdopen(os.dup(descriptor), "wb") as file:
        file.write(sums.tobytes() + packed + _end(len(starts), packed))


def read_at(descriptor: int, amount: int, offset: int) -> bytes:
    """Return a stretch of a file, shorter where the file ends."""
    if hasattr(os, "pread"):
        return os.pread(descriptor, amount, offset)
    os.lseek(descriptor, offset, os.SEEK_SET)
    return os.read(descriptor, amount)


def _packed(note: Any) -> bytes:
    packed = marshal.dumps(note)
    return packed + bytes(-len(packed) % _BLOCK)


def _end(pages: int, packed: bytes) -> bytes:
    measures = pages.to_bytes(4, "little") + len(packed).to_bytes(4, "little")
    return _MAGIC + measures + crc32(measures + packed).to_bytes(4, "little")


class _Files(apsw.VFS):
    """Gives SQLite the files that are waiting to be opened, by a number for a name."""

    def __init__(self) -> None:
        self.waiting: dict[str, Pages] = {}
        super().__init__("wp", base="")

    def xFullPathname(self, name: str) -> str:
        return name

    def xAccess(self, pathname: str, flags: int) -> bool:
        return False

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:
        known = name.filename() if isinstance(name, apsw.URIFilename) else name
        if known in self.waiting:
            return self.waiting.pop(known)
        return super().xOpen(name, flags)


_FILES = _Files()
_NUMBERS = count()


def _connect(pages: Pages, query: str, flags: int) -> apsw.Connection:
    name = str(next(_NUMBERS))
    _FILES.waiting[name] = pages
    try:
        return apsw.Connection(f"file:{name}{query}", flags | apsw.SQLITE_OPEN_URI, vfs="wp")
    finally:
        _FILES.waiting.pop(name, None)
