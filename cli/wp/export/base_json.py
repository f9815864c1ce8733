"""A fact base as the file that `--facts` reads: what is exported loads as the same base."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from wp.base.canonical import canonical
from wp.base.read import parse
from wp.errors import UsageError
from wp.export.selection import narrow
from wp.library.drafted import base_bytes


def base_json(
    paths: Sequence[Path], sections: Collection[str] = (), topics: Collection[str] = ()
) -> str:
    """Return the checked fact base at the one path in canonical form; empty choices take all of it.

    Unchosen, exporting, loading and exporting again gives the same bytes. UsageError for several
    bases: a fact base file holds one document.
    """
    if len(paths) != 1:
        raise UsageError(
            f"JSON is one fact base, and {len(paths)} are loaded",
            remedy="choose one with --facts, or export as jsonl, csv, markdown, sqlite or html",
        )
    raw: Any = parse(paths[0], base_bytes(paths[0]))
    return canonical(narrow(raw, sections, topics) if sections or topics else raw)
