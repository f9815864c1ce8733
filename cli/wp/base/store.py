"""Writing a fact base that was made or changed: checked first, then all of it or nothing."""

import os
from pathlib import Path
from typing import Any

from wp.base.canonical import canonical, write_atomically
from wp.base.load import read_checked
from wp.base.read import MAX_BYTES
from wp.errors import InputError


def check_output(path: Path, *, force: bool, source: Path | None = None) -> None:
    """Refuse an output file before work is put into it.

    InputError when it exists (unless `force`), is a folder or the `source` itself, or when its
    folder is missing or not writable.
    """
    if os.path.isdir(path):
        raise InputError(path, "is a folder", remedy="give a file name inside it")
    there = os.path.exists(path)
    if source is not None and there and os.path.exists(source) and path.samefile(source):
        raise InputError(path, "is the document itself", remedy="give another name with --output")
    if there and not force:
        raise InputError(
            path, "exists already", remedy="give another name, or --force to write over it"
        )
    folder = path.parent
    if not os.path.isdir(folder):
        raise InputError(path, "its folder does not exist", remedy=f"make {folder} first")
    if not os.access(folder, os.W_OK):
        raise InputError(path, "its folder is not writable", remedy="give another place")


def checked_text(path: Path, raw: dict[str, Any]) -> str:
    """Give raw data as canonical text that is known to load; `path` is only named in errors."""
    text = canonical(raw)
    content = text.encode()
    if len(content) > MAX_BYTES:
        raise InputError(
            path,
            f"would be larger than {MAX_BYTES // 1024**2} MB, the most that a fact base may have",
            remedy="split the document",
        )
    read_checked(path, content)
    return text


def write_base(path: Path, text: str) -> None:
    """Write a base's text atomically; InputError when it cannot be written."""
    try:
        write_atomically(path, text)
    except OSError as error:
        raise InputError(
            path, f"cannot be written: {error.strerror}", remedy="check the folder and the disk"
        ) from None
