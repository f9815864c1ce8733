"""The cache folder: files that are whole, the user's own, and made from known input.

Others may write into the folder too (`WP_CACHE` can name any), and a file can rot. So a file is
read only where it is a regular one of the user's own that nobody else may change, and used only
where it was made from the very bytes in question and its checksum is right. It is written under a
name that no one could foresee and put in place in one step, so that processes, threads and
containers work side by side. Only names of our own form are ever removed.
"""

import os
import stat
import sys
from binascii import crc32
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from errno import EPERM
from pathlib import Path
from typing import BinaryIO

from wp import __version__
from wp.files import user_folder

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
