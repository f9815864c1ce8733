"""How long a document may be that one base is drafted from."""

from pathlib import Path

from wp.errors import InputError

MAX_BYTES = 64 * 1024 * 1024
MAX_CHARACTERS = 8_000_000
"""The most text that one draft is made from: some 3,000 pages."""


def too_long(path: Path) -> InputError:
    """Say that a document holds more than `MAX_CHARACTERS`."""
    return InputError(
        path,
        f"holds more than {MAX_CHARACTERS // 1_000_000} million characters, "
        "the most that one base is drafted from",
        remedy="split the document and draft each part",
    )
