"""Findings in files: a baseline to know them by again, and the forms of GitHub, GitLab and SARIF.

SARIF is that of OASIS, 2.1.0. A baseline knows a finding by verdict and words, not by line.
"""

import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import chain
from pathlib import Path, PurePath
from typing import Any, NamedTuple
from urllib.parse import quote

from wp.errors import InputError
from wp.safe import escaped
from wp.verify.checked import (
    CheckedClaim,
    CheckedDraft,
    CheckedQuotation,
    DraftWarning,
    Finding,
    Level,
    Rule,
)

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


_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}


def github_line(finding: Finding) -> str:
    """Write a finding as a workflow command; empty for a silenced one.

    The escapes are those of "Workflow commands" in GitHub's documentation.
    """
    command = _COMMANDS.get(finding.level)
    if finding.ignored or not command:
        return ""
    line, column, end_line, end_column = finding.place
    properties = f"file={_property(finding.path)},line={line},endLine={end_line},col={column}"
    if line == end_line:
        properties += f",endColumn={end_column}"
    properties += f",title={_property('wp: ' + finding.rule)}"
    return f"::{command} {properties}::{_data(finding.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_SEVERITIES: dict[Level, str] = {"error": "major", "warning": "minor", "note": "info"}


def gitlab_record(found: Iterable[Finding]) -> list[dict[str, Any]]:
    """Return the findings that are not silenced, as the code quality report of a merge request.

    The form is that of GitLab's documentation.

    Paths are seen from the working folder, which in GitLab is the repository. By its fingerprint
    GitLab knows a finding again: it is made of all but the place, so that lines may be put in.
    """
    record = []
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in found:
        severity = _SEVERITIES.get(finding.level)
        if finding.ignored or not severity:
            continue
        path = PurePath(os.path.relpath(finding.path)).as_posix()
        same = (path, finding.rule, finding.message)
        seen[same] += 1
        told = "\0".join((*same, str(seen[same])))
        record.append(
            {
                "description": finding.message,
                "check_name": f"wp: {finding.rule}",
                "fingerprint": sha256(told.encode("utf-8", "surrogatepass")).hexdigest(),
                "severity": severity,
                "location": {"path": path, "lines": {"begin": finding.place.line}},
            }
        )
    return record


_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_RULES: dict[Rule, tuple[str, str]] = {
    "altered": ("error", "A quotation differs from the source's words."),
    "missing": ("warning", "Words given as the source's do not stand in it."),
    "contradicted": ("error", "The source has another figure, date or scope for the same thing."),
    "unsupported": ("note", "The fact base says nothing on a reported figure or date."),
    "caution": ("warning", "A word that turns the sense is left out, put in or just outside."),
    "draft": ("warning", "The draft cannot be checked whole at this place."),
}


def sarif_record(found: Iterable[Finding], version: str) -> dict[str, Any]:
    """Return the findings of all drafts as one SARIF log; `version` is that of this program."""
    rules = [
        {"id": rule, "shortDescription": {"text": text}, "defaultConfiguration": {"level": level}}
        for rule, (level, text) in _RULES.items()
    ]
    driver = {"name": "wp", "version": version, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding) for finding in found],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(finding: Finding) -> dict[str, Any]:
    line, column, end_line, end_column = finding.place
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
    }
    artifact = {"uri": _uri(finding.path)}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": list(_RULES).index(finding.rule),
        "level": finding.level,
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
    }
    if finding.ignored:
        kind = "external" if finding.ignored == IN_BASELINE else "inSource"
        result["suppressions"] = [{"kind": kind, "justification": finding.ignored}]
    return result


def _uri(path: str) -> str:
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(os.fsencode(pure.as_posix()))
