"""Findings for services: GitHub's annotations, GitLab's code quality, SARIF 2.1.0 (OASIS)."""

import os
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from wp.verify.checked import Level
from wp.verify.report.baseline import IN_BASELINE
from wp.verify.report.findings import Finding, Rule

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
