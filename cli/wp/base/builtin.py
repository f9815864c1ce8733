"""Where the built-in fact base lies."""

from pathlib import Path


def builtin_path() -> Path:
    """Give the path of the built-in `facts.json`.

    In an installed package it lies beside the modules; an editable install has no copy there and
    uses the one at the repository's root.
    """
    packaged = Path(__file__).parent.parent / "facts.json"
    if packaged.exists():
        return packaged
    return Path(__file__).parents[3] / "facts.json"
