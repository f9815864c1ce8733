"""Findings as SARIF 2.1.0 (OASIS), which editors and code hosts read."""

import os
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from wp.verify.report.baseline import IN_BASELINE
from wp.verify.report.findings import Finding, Rule

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
