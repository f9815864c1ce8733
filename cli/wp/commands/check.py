"""`wp check`: every quotation and every reported figure of a draft, against the source."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wp.chosen import chosen_bases
from wp.commands import options
from wp.commands.drafts import choose_drafts, exclusion_of, format_of, tell, the_project
from wp.commands.result import NOT_FOUND, WRONG_USE, end, with_document
from wp.errors import InputError, UsageError
from wp.library import Library
from wp.safe import one_line, printable
from wp.show.output import render, to_json, write

if TYPE_CHECKING:
    from wp.commands.drafts import Drafts
    from wp.project import Project
    from wp.verify.check import CheckedDraft
    from wp.verify.draft import Draft

_FORMATS = ("table", "plain", "json", "jsonl", "csv", "excel", "markdown", "sarif", "github")
_FIELDS = (
    "path", "line", "column", "verdict", "text", "source", "section", "paragraph", "facts",
    "changes", "reasons", "warnings",
)  # fmt: skip

# A draft of more characters than this is worth a progress bar.
_LONG = 100_000


def check(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="Drafts: Markdown, text, HTML, DOCX; a folder of them; - reads one.",
        ),
    ],
    facts: options.Facts = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option(
            "--exclude",
            metavar="PATTERN",
            help="Leave out files, as .gitignore would (repeatable).",
        ),
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option(
            "--config",
            metavar="FILE",
            help="Settings from this file, not from the wp.toml above the drafts.",
            readable=options.TOLD_BY_ITS_READER,
        ),
    ] = None,
    diff: Annotated[
        bool, typer.Option("--diff", help="Print the corrections for patch -p0; change nothing.")
    ] = False,
    format: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="|".join(_FORMATS), help="The form of the output."),
    ] = None,
    json: options.Json = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="Short for --format plain: file:line:column: finding.")
    ] = False,
    no_color: options.NoColor = False,
) -> None:
    """Check the quotations and the reported figures of drafts.

    Exit status 0: nothing wrong. 1: something altered or contradicted. 2: a file that could not be
    read; the others are checked all the same. A comment <!-- wp: ignore reason --> silences what
    stands in its line or in the next block.
    """
    if diff and (format or json or plain):
        raise UsageError("--diff is a form of its own", remedy="leave out the other form")
    if files.count("-") > 1:
        raise UsageError("standard input can be read only once", remedy="give - once")
    project = the_project(files, config)
    form = format_of(project, format, json, plain, _FORMATS)
    sources = chosen_bases(facts or project.facts).paths
    drafts = choose_drafts(files, exclusion_of(project, exclude), sources)
    library = options.library_from(facts or list(project.facts))
    checked, failed = _check_all(library, drafts, project)
    if diff:
        _write_diffs(library, checked)
    else:
        _write(library, checked, form, no_color)
    if failed:
        end(WRONG_USE)
    if any(draft.failed for draft in checked):
        end(NOT_FOUND)


def _check_all(
    library: Library, drafts: "Drafts", project: "Project"
) -> tuple[list["CheckedDraft"], bool]:
    """Check every file that can be read; tell of each that cannot, and whether there was one."""
    from wp.documents.read import MAX_BYTES
    from wp.verify.draft import read_draft

    checked = []
    failed = drafts.failed
    for name in drafts.names:
        content = sys.stdin.buffer.read(MAX_BYTES + 1) if name == "-" else None
        try:
            draft = read_draft(name if content is None else "<stdin>", content, names=project.names)
        except InputError as error:
            tell(str(error))
            failed = True
            continue
        with _progress(name, len(draft.text)) as progress:
            checked.append(library.check(draft, progress))
    return checked, failed


@contextmanager
def _progress(name: str, length: int) -> Iterator[Callable[[int, int], None] | None]:
    """Show a progress bar on a terminal while a long draft is checked."""
    if length < _LONG or not sys.stderr.isatty():
        yield None
        return
    with typer.progressbar(length=100, label=one_line(name, 40), file=sys.stderr) as bar:
        yield lambda done, total: bar.update(done * 100 // total - bar.pos)


def _write_diffs(library: Library, checked: list["CheckedDraft"]) -> None:
    from wp.verify.draft import read_draft
    from wp.verify.report.correction import correct

    for draft in checked:
        if not draft.draft.patchable and draft.failed:
            sys.stderr.write(
                f"wp: {one_line(draft.draft.path)}: no diff for a file that is not UTF-8 text\n"
            )
        path = draft.draft.path

        def recheck(text: str, old: "Draft" = draft.draft) -> "CheckedDraft":
            return library.check(read_draft(old.path, text.encode(), old.kind, old.names))

        found = correct(draft, recheck)
        # For `patch` every byte counts; for eyes an escape is better seen than obeyed.
        write(printable(found.diff) if sys.stdout.isatty() else found.diff)
        for left in found.left_out if draft.draft.patchable else ():
            sys.stderr.write(
                f"wp: {one_line(path)}:{left.place.line}: no sure correction for "
                f"“{one_line(left.text, 60)}”; compare it with the source\n"
            )


def _write(library: Library, checked: list["CheckedDraft"], form: str, no_color: bool) -> None:
    if form == "table":
        from rich.console import Group

        from wp.show.check_view import check_view
        from wp.show.pager import show
        from wp.show.terminal import console

        show(console(no_color), Group(*check_view(library, checked)))
    elif form in ("plain", "sarif", "github"):
        write(_findings(checked, form))
    else:
        from wp.show.records import verdict_record
        from wp.verify.report.record import check_record

        record = check_record(checked, lambda verdict: verdict_record(library, verdict))
        if form == "json":
            write(to_json(record))
        else:
            write(render(_flat(record), form, with_document(library, _FIELDS)))  # type: ignore[arg-type]


def _findings(checked: list["CheckedDraft"], form: str) -> str:
    """Give what editors and CI take: a line or a record for each finding."""
    from wp.verify.report.findings import findings, plain_line

    found = [finding for draft in checked for finding in findings(draft)]
    if form == "plain":
        return "".join(f"{printable(plain_line(f))}\n" for f in found if not f.ignored)
    if form == "github":
        from wp.verify.report.github import github_line

        return "".join(f"{printable(line)}\n" for line in map(github_line, found) if line)
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
