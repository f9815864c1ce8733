"""Findings as GitHub workflow commands: annotations on the lines of a pull request."""

from wp.verify.check import Level
from wp.verify.report.findings import Finding

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
