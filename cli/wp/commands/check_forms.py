"""The forms of a check: a table for people, records for programs, findings for editors and CI."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from wp.commands.result import with_document
from wp.library import Library
from wp.safe import printable
from wp.show.output import markdown_text, render, to_json, write

if TYPE_CHECKING:
    from wp.verify.check import CheckedDraft

_OF_FINDINGS = ("plain", "sarif", "github", "gitlab")
FORMATS = ("table", "plain", "json", "jsonl", "csv", "excel", "markdown", *_OF_FINDINGS[1:])
_FIELDS = (
    "path", "line", "column", "verdict", "text", "source", "section", "paragraph", "facts",
    "changes", "reasons", "warnings",
)  # fmt: skip


def write_checked(
    library: Library,
    checked: Sequence["CheckedDraft"],
    form: str,
    no_color: bool,
    *,
    problems: bool = False,
    paged: bool = True,
) -> None:
    """Write checked drafts to standard output in a form of `FORMATS`, a long table `paged`.

    With `problems` only what is to be looked at; the summary counts all of it nevertheless.
    """
    from wp.verify.report.record import check_record, summary_line, summary_record

    shown = [draft.problems() for draft in checked] if problems else checked
    if form == "table":
        from rich.console import Group

        from wp.show.check_view import check_view
        from wp.show.pager import show
        from wp.show.terminal import console
        from wp.verify.report.provenance import provenance

        if problems:
            shown = [d for d in shown if d.quotations or d.claims or d.warnings or d.not_checked]
        view = check_view(library, shown, summary_record(checked), provenance(library.bases))
        show(console(no_color), Group(*view), None if paged else False)
    elif form in _OF_FINDINGS:
        write(_findings(checked, form))
    else:
        from wp.show.records import verdict_record
        from wp.verify.report.provenance import provenance, provenance_lines

        made = provenance(library.bases)
        record = check_record(shown, lambda verdict: verdict_record(library, verdict), made)
        record["summary"] |= summary_record(checked)
        if form == "json":
            write(to_json(record))
        else:
            if form == "markdown":
                lines = (f"- {markdown_text(line)}\n" for line in provenance_lines(made))
                write("".join(lines) + "\n")
            write(render(_flat(record), form, with_document(library, _FIELDS)))  # type: ignore[arg-type]
            if form == "markdown":
                write(f"\n{summary_line(record['summary'])}\n")


def _findings(checked: Sequence["CheckedDraft"], form: str) -> str:
    """Give what editors and CI take: a line or a record for each finding."""
    from wp.verify.report.findings import findings, plain_line
    from wp.verify.report.record import summary_line, summary_record

    found = [finding for draft in checked for finding in findings(draft)]
    if form == "plain":
        return "".join(f"{printable(plain_line(f))}\n" for f in found if not f.ignored)
    if form == "github":
        from wp.verify.report.github import github_line

        lines = [line for line in map(github_line, found) if line]
        total = f"wp: {len(lines)} annotations, of which GitHub shows ten of a kind; "
        total += summary_line(summary_record(checked)).lower()
        return "".join(f"{printable(line)}\n" for line in [*lines, total])
    if form == "gitlab":
        from wp.verify.report.gitlab import gitlab_record

        return to_json(gitlab_record(found))
    from wp.verify.report.sarif import sarif_record
    from wp.version import __version__

    return to_json(sarif_record(found, __version__))


def _flat(record: dict[str, Any]) -> list[dict[str, Any]]:
    """Give a record a quotation or claim, in the order of each draft."""
    rows = []
    for file in record["files"]:
        found = [{"kind": "quotation", **quotation} for quotation in file["quotations"]]
        found += [{"kind": "claim", "text": c["sentence"], **c} for c in file["claims"]]
        found.sort(key=lambda row: (row["line"], row["column"]))
        rows += [{"path": file["path"], **row} for row in found]
    return rows
