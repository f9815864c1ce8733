"""Drafts checked while they are written: only what has changed is checked again.

Verdicts are kept while the sources stay as they are, so that a change costs
the reading of the draft and the checking of what was changed.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from wp.base.location import chosen_bases
from wp.documents.model import FileKind
from wp.files import stamp_of
from wp.library import Library, open_chosen
from wp.project import Project, project_of
from wp.verify.check import check_draft
from wp.verify.checked import CheckedDraft
from wp.verify.claims import judge_sentence
from wp.verify.claims.context import Context
from wp.verify.draft import read_draft
from wp.verify.verdict import Claim, Verdict

_KEPT = 20_000
_Stamp = tuple[tuple[int, int, int] | None, ...]


class Sources(NamedTuple):
    """Opened bases, and the verdicts on quotations and sentences held against them."""

    library: Library
    verify: Callable[[str], Verdict]
    judge: Callable[[str, Context], Claim | None]


class Desk:
    """Checks drafts against the sources of their project, else against those it was given."""

    def __init__(self, facts: Sequence[Path] = ()) -> None:
        self._facts = tuple(facts)
        self._opened: dict[tuple[str, ...], tuple[_Stamp, Sources]] = {}

    def check(self, path: Path, text: str, kind: FileKind) -> tuple[CheckedDraft, Library]:
        """Check a draft that an editor holds; return what was found and what it was held against.

        WpError where a source or setting cannot be read.
        """
        project = project_of(path.parent)
        sources = self.sources(project)
        draft = read_draft(str(path), text.encode("utf-8", "surrogatepass"), kind, project.names)
        corpus = sources.library.corpus
        checked = check_draft(draft, sources.verify, sources.judge, corpus=corpus)
        return checked, sources.library

    def sources(self, project: Project) -> Sources:
        """Return the sources of a project, opened anew where a file of theirs has changed."""
        chosen = chosen_bases(self._facts or project.facts)
        names = tuple(map(str, chosen.paths))
        stamp = tuple(map(stamp_of, names))
        before = self._opened.get(names)
        if before and before[0] == stamp:
            return before[1]
        library = open_chosen(chosen)
        opened = Sources(
            library,
            lru_cache(_KEPT)(library.verify),
            lru_cache(_KEPT)(lambda text, context: judge_sentence(text, library.claims, context)),
        )
        self._opened[names] = stamp, opened
        return opened
