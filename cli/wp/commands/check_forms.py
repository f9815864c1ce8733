"""The forms of a check: a table for people, records for programs, findings for editors and CI."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from wp.commands.output_file import tell_written, write_output
from wp.commands.result import Reply, tell, with_document
from wp.errors import InputError, UsageError
from wp.files import write_bytes
from wp.library import Library
from wp.safe import one_line, printable
from wp.show import Format, render, to_json, write

if TYPE_CHECKING:
    from wp.show.record_types import DraftRecord
    from wp.verify.checked import CheckedDraft
    from wp.verify.draft import Draft

_OF_FINDINGS = ("plain", "sarif", "github", "gitlab")
FORMATS = (*get_args(Format), *_OF_FINDINGS[1:], "html", "docx")
ENDINGS = {
    ".html": "html", ".htm": "html", ".docx": "docx", ".json": "json", ".jsonl": "jsonl",
    ".csv": "csv", ".md": "markdown", ".sarif": "sarif", ".txt": "plain",
}  # fmt: skip
_FIELDS = (
    "path", "line", "column", "verdict", "text", "source", "section", "paragraph", "facts",
    "changes", "reasons", "warnings",
)  # fmt: skip


def write_checked(
    library: Library,
    checked: Sequence["CheckedDraft"],
    form: str,
    no_color: bool,
    file: Path | None = None,
    *,
    problems: bool = False,
    paged: bool = True,
) -> None:
    """Write checked drafts in a form of `FORMATS` but "docx", to a file or to standard output.

    With `problems` only what is to be looked at; the summary counts all of it nevertheless. A long
    table is `paged`; it is for the screen alone, UsageError for one into a file.
    """
    shown = [draft.problems() for draft in checked] if problems else checked
    if form == "table":
        if not checked:
            return  # "Quotations: none" would read like a clean bill
        if file:
            raise UsageError("a table is for the screen", remedy="take --format html for a file")
        if problems:
            shown = [d for d in shown if d.quotations or d.claims or d.warnings or d.not_checked]
        _show_table(library, checked, shown, no_color, paged)
        return
    of_findings = form in _OF_FINDINGS
    text = _findings(checked, form) if of_findings else _report(library, checked, shown, form)
    write_output(file, text)


def _show_table(
    library: Library,
    checked: Sequence["CheckedDraft"],
    shown: Sequence["CheckedDraft"],
    no_color: bool,
    paged: bool,
) -> None:
    from wp.show.check_view import check_view
    from wp.show.verdict_records import summary_record
    from wp.verify.checked import provenance

    view = check_view(library, shown, summary_record(checked), provenance(library.bases))
    Reply("table", no_color).give((), list, lambda: view, paged=None if paged else False)


def _report(
    library: Library, checked: Sequence["CheckedDraft"], shown: Sequence["CheckedDraft"], form: str
) -> str:
    """Return a report on all that is `shown`, with what is said of all that was `checked`."""
    from wp.show.verdict_records import draft_record, summary_line, summary_record
    from wp.verify.checked import provenance, provenance_lines

    made = provenance(library.bases)
    if form == "html":
        from wp.export.report import report_page

        return report_page(library, shown, made, checked)
    files = [draft_record(library, draft) for draft in shown]
    summary = summary_record(checked)
    if form == "json":
        documents = [one._asdict() for one in made.documents]
        told = {**summary, **made._asdict(), "documents": documents}
        return to_json({"files": files, "summary": told})
    rows = render(_flat(files), form, with_document(library, _FIELDS))  # type: ignore[arg-type]
    if form != "markdown":
        return rows
    from wp.cite.markup import escape

    lines = "".join(f"- {escape(printable(line), 'markdown')}\n" for line in provenance_lines(made))
    return f"{lines}\n{rows}\n{summary_line(summary)}\n"


def _findings(checked: Sequence["CheckedDraft"], form: str) -> str:
    """Return what editors and CI take: a line or a record for each finding."""
    from wp.show.verdict_records import summary_line, summary_record
    from wp.verify.checked import findings, plain_line

    found = [finding for draft in checked for finding in findings(draft)]
    if form == "plain":
        return "".join(f"{printable(plain_line(f))}\n" for f in found if not f.ignored)
    if form == "github":
        from wp.verify.finding_files import github_line

        lines = [line for line in map(github_line, found) if line]
        total = f"wp: {len(lines)} annotations, of which GitHub shows ten of a kind; "
        total += summary_line(summary_record(checked)).lower()
        return "".join(f"{printable(line)}\n" for line in [*lines, total])
    from wp import __version__
    from wp.verify.finding_files import gitlab_record, sarif_record

    return to_json(gitlab_record(found) if form == "gitlab" else sarif_record(found, __version__))


def _flat(files: Sequence["DraftRecord"]) -> list[dict[str, object]]:
    """Return a record a quotation or claim, in the order of each draft."""
    rows: list[dict[str, object]] = []
    for file in files:
        found: list[dict[str, Any]] = [
            *({"kind": "quotation", **quotation} for quotation in file["quotations"]),
            *({"kind": "claim", "text": one["sentence"], **one} for one in file["claims"]),
        ]
        found.sort(key=lambda row: (row["line"], row["column"]))
        rows += [{"path": file["path"], **row} for row in found]
    return rows


def write_diffs(library: Library, checked: list["CheckedDraft"]) -> None:
    """Print the corrections of drafts, and tell on standard error what they leave."""
    from wp.verify.correction import correct
    from wp.verify.draft import read_draft

    corrected = 0
    for draft in checked:
        if not draft.draft.patchable and draft.failed:
            tell(f"{draft.draft.path}: no diff for a file that is not UTF-8 text")

        def recheck(text: str, old: "Draft" = draft.draft) -> "CheckedDraft":
            again = read_draft(old.path, text.encode(), old.kind, old.names)
            return library.check(again, keep=False)

        found = correct(draft, recheck)
        corrected += found.made
        # For `patch` every byte counts; for eyes an escape is better seen than obeyed.
        write(printable(found.diff) if sys.stdout.isatty() else found.diff)
        for left in found.left_out if draft.draft.patchable else ():
            words = one_line(left.text, 60)
            where = f"{draft.draft.path}:{left.place.line}"
            tell(f"{where}: no sure correction for “{words}”; compare it with the source")
    library.keep_verdicts()
    tell(_told_of_diff(checked, corrected))


def _told_of_diff(checked: list["CheckedDraft"], corrected: int) -> str:
    """Return how many findings are corrected, and how many of each kind are left to do."""
    from collections import Counter

    from wp.verify.checked import findings

    kinds = Counter(one.kind for draft in checked for one in findings(draft) if not one.ignored)
    told = f"{corrected} of {kinds.total()} findings corrected"
    kinds["altered"] -= corrected
    left = ", ".join(f"{count} {kind}" for kind, count in kinds.items() if count)
    return f"{told}; left to you: {left}" if left else told


def word_file(drafts: Sequence[str], file: Path | None) -> bytes:
    """Return what the one draft's file holds, before anything is checked.

    UsageError and InputError say what comments in a Word file need.
    """
    from wp.documents.read import kind_of
    from wp.export.report.word import look_for_extra
    from wp.files import read_bytes

    if file is None:
        raise UsageError("Word comments are a file", remedy="name it: -o draft.checked.docx")
    if len(drafts) != 1 or drafts[0] == "-":
        raise UsageError(
            "Word comments are written into a copy of one DOCX file",
            remedy="give one draft by its name",
        )
    look_for_extra()
    content = read_bytes(Path(drafts[0]))
    if kind_of(drafts[0], content) != "docx":
        raise InputError(
            drafts[0],
            "is no DOCX file, which Word comments need",
            remedy="take --format html for a report on any draft",
        )
    return content


def write_word(library: Library, checked: "CheckedDraft", content: bytes, file: Path) -> None:
    """Write the comments into a copy of the draft's file, whole or not at all."""
    from wp.export.report.word import commented
    from wp.verify.checked import provenance

    write_bytes(file, commented(library, checked, content, provenance(library.bases)))
    tell_written(file)
