"""Checked drafts in the forms that editors, services and programs read."""

from wp.verify.report.correction import correction_diff
from wp.verify.report.findings import Finding, findings, plain_line
from wp.verify.report.github import github_line
from wp.verify.report.record import check_record, summary_record
from wp.verify.report.sarif import sarif_record

__all__ = [
    "Finding",
    "check_record",
    "correction_diff",
    "findings",
    "github_line",
    "plain_line",
    "sarif_record",
    "summary_record",
]
