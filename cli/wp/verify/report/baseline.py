"""A baseline: findings that were there before, known again by verdict and words, not by line."""

import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path, PurePath
from typing import NamedTuple

from wp.errors import InputError
from wp.safe import escaped
from wp.verify.checked import CheckedClaim, CheckedDraft, CheckedQuotation, DraftWarning

IN_BASELINE = "in the baseline"
"""The reason that a silenced finding gives."""

_Found = CheckedQuotation | CheckedClaim | DraftWarning
_FORM = 1
_MOST_BYTES = 64 * 1024 * 1024


class BaselineEntry(NamedTuple):
    """A finding: the draft, seen from the baseline's folder; its verdict; its words, folded."""

    path: str
    verdict: str
    text: str


class Silenced(NamedTuple):
    """The drafts with what was there before silenced, how many findings that were, what is gone.

    An entry is `gone` when its draft was checked, or is no more, and the finding is not there.
    """

    drafts: list[CheckedDraft]
    known: int
    gone: list[BaselineEntry]


def _read_baseline(path: Path) -> Counter[BaselineEntry]:
    """Return the entries of a baseline, each as often as it stands there.

    InputError for a file that cannot be read, or is no baseline.
    """
    remedy = "make it with --write-baseline"
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES)
        raw = json.loads(content)
        if raw["wp_baseline"] == _FORM:
            found = (
                BaselineEntry(name, one["verdict"], one["text"])
                for name, entries in raw["findings"].items()
                for one in entries
            )
            return Counter(BaselineEntry(*map(_text, entry)) for entry in found)
        problem = f"is a baseline of another form than {_FORM}"
    except OSError as error:
        problem = f"cannot be read: {error.strerror}"
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        problem = "is no baseline"
    raise InputError(path, problem, remedy=remedy)


def silence(drafts: Iterable[CheckedDraft], baseline: Path) -> Silenced:
    """Silence in some drafts what the baseline has; a finding that it has once, once."""
    left = _read_baseline(baseline)
    total = left.total()
    folder = baseline.parent
    silenced = [_silenced(draft, _name(draft, folder), left) for draft in drafts]
    known = total - left.total()
    checked = {_name(draft, folder) for draft in silenced}
    gone = sorted(e for e in left.elements() if e.path in checked or not _is_there(e, folder))
    return Silenced(silenced, known, gone)


def renewed(drafts: Sequence[CheckedDraft], baseline: Path) -> tuple[str, int]:
    """Return the text of a baseline with all findings of some drafts, and how many those are.

    What the file at `baseline` has of drafts that are there and not among these is kept.
    """
    folder = baseline.parent
    checked = {_name(draft, folder) for draft in drafts}
    before = _read_baseline(baseline) if baseline.exists() else Counter[BaselineEntry]()
    kept = [e for e in before.elements() if e.path not in checked and _is_there(e, folder)]
    found = [
        entry
        for draft in drafts
        for one in chain[_Found](draft.quotations, draft.claims, draft.warnings)
        if (entry := _entry(_name(draft, folder), one))
    ]
    findings: dict[str, list[dict[str, str]]] = {}
    for path, verdict, text in sorted([*kept, *found]):
        findings.setdefault(path, []).append({"verdict": verdict, "text": text})
    record = {"wp_baseline": _FORM, "findings": findings}
    return escaped(json.dumps(record, ensure_ascii=False, indent=2)) + "\n", len(found)


def _silenced(draft: CheckedDraft, name: str, left: Counter[BaselineEntry]) -> CheckedDraft:
    def known(one: _Found) -> bool:
        entry = _entry(name, one)
        if not entry or not left[entry]:
            return False
        left[entry] -= 1
        return True

    return draft._replace(
        quotations=tuple(
            one._replace(ignored=IN_BASELINE) if known(one) else one for one in draft.quotations
        ),
        claims=tuple(
            one._replace(ignored=IN_BASELINE) if known(one) else one for one in draft.claims
        ),
        warnings=tuple(one for one in draft.warnings if not known(one)),
    )


def _entry(path: str, one: _Found) -> BaselineEntry | None:
    """Return the entry of a finding; None of what is in order, or silenced in the draft itself."""
    words = " ".join(one.text.split())
    if isinstance(one, DraftWarning):
        return BaselineEntry(path, "draft", words)
    cautions = isinstance(one, CheckedQuotation) and one.verdict.warnings
    found = (one.level != "none" or cautions) and not one.ignored
    return BaselineEntry(path, one.word, words) if found else None


def _name(draft: CheckedDraft, folder: Path) -> str:
    path = draft.draft.path
    return path if path == "<stdin>" else PurePath(os.path.relpath(path, folder)).as_posix()


def _is_there(entry: BaselineEntry, folder: Path) -> bool:
    return (folder / entry.path).exists()


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
