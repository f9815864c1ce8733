"""The bases that are drafted from documents, each drafted once for all tests of a process."""

from functools import cache
from pathlib import Path

from wp.base.assemble import assemble
from wp.base.canonical import checked_text
from wp.base.draft import draft_base, read_source
from wp.base.load import read_checked
from wp.model import Base


@cache
def drafted(path: Path) -> tuple[Base, str]:
    """The base that is drafted from a document, and all that is told of how it was made."""
    draft = draft_base(read_source(path), path.stem)
    text = checked_text(path, draft.raw)
    return assemble(*read_checked(path, text.encode())), "\n".join(draft.warnings)
