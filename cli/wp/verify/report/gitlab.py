"""Findings as GitLab's code quality report: what a merge request shows beside its lines."""

import os
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from wp.verify.check import Level
from wp.verify.report.findings import Finding

_SEVERITIES: dict[Level, str] = {"error": "major", "warning": "minor", "note": "info"}


def gitlab_record(found: Iterable[Finding]) -> list[dict[str, Any]]:
    """Return the findings that are not silenced, in the form of GitLab's documentation.

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
