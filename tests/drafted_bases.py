"""The bases that are drafted from documents, each drafted once for all tests of all workers."""

import pickle
from functools import cache
from hashlib import sha256
from os import fsencode, getpid
from pathlib import Path

from wp.base.canonical import checked_text
from wp.base.draft import draft_base
from wp.base.draft.source import read_source
from wp.base.load import read_checked
from wp.base.schema import assemble
from wp.files import user_folder
from wp.model import Base

_SHARED = user_folder("cache")
"""A folder that is made for one run of the tests (see conftest.py)."""


@cache
def drafted(path: Path) -> tuple[Base, str]:
    """The base that is drafted from a document, and all that is told of how it was made."""
    kept = _SHARED / f"{sha256(fsencode(path)).hexdigest()}.pickle"
    if kept.exists():
        found: tuple[Base, str] = pickle.loads(kept.read_bytes())
        return found
    draft = draft_base(read_source(path), path.stem)
    text = checked_text(path, draft.raw)
    made = assemble(*read_checked(path, text.encode())), "\n".join(draft.warnings)
    written = kept.with_suffix(f".{getpid()}")
    written.write_bytes(pickle.dumps(made))
    written.replace(kept)
    return made
