"""`wp check`: every quotation and every reported figure of a draft, against the source.

Once, or with --watch again whenever a file that matters is saved.
"""

import gc
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, NoReturn

import typer

from wp.commands import options
from wp.commands.check_forms import (
    ENDINGS,
    FORMATS,
    word_file,
    write_checked,
    write_diffs,
    write_word,
)
from wp.commands.drafts import DraftsAsked, choose_drafts, format_of
from wp.commands.output_file import Force, Output, form_asked, output_file
from wp.commands.result import FOUND, NOT_FOUND, WRONG_USE, end, tell
from wp.english import counted
from wp.errors import InputError, UsageError, WpError
from wp.files import MAX_BYTES, stamp_of, write_text
from wp.library import Library
from wp.library.compiled import compiled_patterns
from wp.safe import one_line

if TYPE_CHECKING:
    from wp.project import Project
    from wp.verify.checked import CheckedDraft

# A draft of more characters than this is worth a progress bar.
_LONG = 100_000


Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...",
        help="Drafts: Markdown, text, HTML, DOCX, ODT, PDF; a folder; - reads one.",
    ),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude", metavar="PATTERN", help="Leave out files, as .gitignore would (repeatable)."
    ),
]
Config = Annotated[
    Path | None,
    options.file_option(
        "--config", help="Settings from this file, not from the wp.toml above the drafts."
    ),
]
Baseline = Annotated[
    Path | None,
    options.file_option(
        "--baseline", help="Silence the findings in this file; told by words, not by line."
    ),
]
WriteBaseline = Annotated[
    bool, typer.Option("--write-baseline", help="Put today's findings into that file.")
]
Diff = Annotated[
    bool, typer.Option("--diff", help="Print the corrections for patch -p0; change nothing.")
]
FormName = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="FORM", help=f"Of the output: {', '.join(FORMATS)}."),
]
Plain = Annotated[
    bool, typer.Option("--plain", help="Short for --format plain: file:line:column: finding.")
]
Problems = Annotated[bool, typer.Option("--problems", help="Show only what is to be looked at.")]
Strict = Annotated[
    bool | None,
    typer.Option(
        "--strict/--no-strict",
        help="Fail also on what is missing, unsupported or could not be checked.",
    ),
]
Watch = Annotated[
    bool, typer.Option("--watch", help="Check again whenever a file is saved; Ctrl-C ends.")
]


def check(
    files: Files,
    facts: options.Facts = None,
    exclude: Exclude = None,
    config: Config = None,
    baseline: Baseline = None,
    write_baseline: WriteBaseline = False,
    diff: Diff = False,
    format: FormName = None,
    json: options.Json = False,
    plain: Plain = False,
    problems: Problems = False,
    strict: Strict = None,
    watch: Watch = False,
    output: Output = None,
    force: Force = False,
    no_color: options.NoColor = False,
) -> None:
    """Check the quotations and the reported figures of drafts.

    Exit status 0: nothing wrong. 1: something altered or contradicted; with --strict also words
    given as the source's that it lacks, an unsupported claim, or what could not be checked. 2: a
    file that could not be read; the others are checked all the same.

    A comment <!-- wp: ignore reason --> silences what stands in its line or in the next block.
    """
    _refuse_at_odds(
        files, watch, write_baseline, diff=diff, other=bool(format or json or plain or output)
    )
    if write_baseline and not baseline:
        raise UsageError("no file for the baseline", remedy="name it with --baseline FILE")
    drafts = DraftsAsked(tuple(files), tuple(exclude or ()), config, tuple(facts or ()), baseline)
    format = form_asked(format, json or plain, output, ENDINGS)
    file = output_file(output, force=force, sources=drafts.depends_on()) if output else None
    if file:
        drafts.refuse_as_output(file)

    def form(project: "Project") -> str:
        return "diff" if diff else format_of(project, format, json, plain, FORMATS)

    asked = _Check(drafts, form, file, strict, write_baseline, problems, not watch, no_color)
    if watch:
        _again_and_again(asked.run, drafts.depends_on)
    with compiled_patterns():
        end(asked.run())


def _refuse_at_odds(
    files: list[str], watch: bool, write_baseline: bool, *, diff: bool, other: bool
) -> None:
    """Raise UsageError for options that cannot be at once; `other` is another form than a diff."""
    if diff and other:
        raise UsageError("--diff is a form of its own", remedy="leave out the other form")
    if files.count("-") > 1:
        raise UsageError("standard input can be read only once", remedy="give - once")
    if watch and (diff or write_baseline or "-" in files):
        raise UsageError(
            "--watch shows what it finds in files", remedy="leave out -, --diff, --write-baseline"
        )


class _Check(NamedTuple):
    """One check as the options ask for it; `form` depends on the project of the drafts."""

    drafts: DraftsAsked
    form: "Callable[[Project], str]"
    file: Path | None
    strict: bool | None
    write_baseline: bool
    problems: bool
    paged: bool
    no_color: bool

    def run(self) -> int:
        """Check the drafts and write what was found; return the exit status."""
        drafts = self.drafts
        project = drafts.project()
        form = self.form(project)
        names, failed = choose_drafts(drafts, project)
        word = word_file(names, self.file) if form == "docx" else b""
        library = options.library_from(list(drafts.facts or project.facts))
        checked, unread = _check_all(library, names, project)
        failed = failed or unread
        if drafts.baseline and self.write_baseline:
            _renew(drafts.baseline, checked, failed)
            return WRONG_USE if failed else FOUND
        if drafts.baseline:
            checked = _known_before(drafts.baseline, checked)
        if failed and (self.file or form == "html"):
            # A report that is kept would pass for one of all that was asked for.
            if checked:
                tell("nothing was written, since not every draft could be checked")
        else:
            self._write(library, checked, form, word)
        if failed:
            return WRONG_USE
        strict = project.strict if self.strict is None else self.strict
        wrong = any(draft.failed or (strict and draft.unsure) for draft in checked)
        return NOT_FOUND if wrong else FOUND

    def _write(
        self, library: Library, checked: list["CheckedDraft"], form: str, word: bytes
    ) -> None:
        if form == "diff":
            write_diffs(library, checked)
        elif self.file and form == "docx":
            write_word(library, checked[0], word, self.file)
        else:
            shown = {"problems": self.problems, "paged": self.paged}
            write_checked(library, checked, form, self.no_color, self.file, **shown)


def _check_all(
    library: Library, names: Iterable[str], project: "Project"
) -> tuple[list["CheckedDraft"], bool]:
    """Check every file that can be read; tell of each that cannot, and whether there was one."""
    from wp.verify.draft import read_draft

    checked = []
    failed = False
    try:
        for name in names:
            content = sys.stdin.buffer.read(MAX_BYTES + 1) if name == "-" else None
            try:
                draft = read_draft(
                    name if content is None else "<stdin>", content, names=project.names
                )
            except InputError as error:
                tell(str(error))
                failed = True
                continue
            with _progress(name, len(draft.text)) as progress:
                checked.append(library.check(draft, progress, keep=False))
    finally:  # what is interrupted goes on from here
        library.keep_verdicts()
    return checked, failed


@contextmanager
def _progress(name: str, length: int) -> Iterator[Callable[[int, int], None] | None]:
    """Show a progress bar on a terminal while a long draft is checked."""
    if length < _LONG or not sys.stderr.isatty():
        yield None
        return
    with typer.progressbar(length=100, label=one_line(name, 40), file=sys.stderr) as bar:
        yield lambda done, total: bar.update(done * 100 // total - bar.pos)


_MOST_TOLD = 5


def _known_before(path: Path, checked: Iterable["CheckedDraft"]) -> list["CheckedDraft"]:
    """Return the drafts with what the baseline has silenced; tell how much, and what is gone."""
    from wp.verify.finding_files import silence

    found = silence(checked, path)
    told = f"{path}: {counted(found.known, 'finding')} silenced"
    if count := len(found.gone):
        few = found.gone[:_MOST_TOLD]
        named = "; ".join(f"{e.path}: {e.verdict} “{one_line(e.text, 40)}”" for e in few)
        entries = "1 entry" if count == 1 else f"{count} entries"
        told += f"; {entries} no longer found: {named}{'; …' * (count > len(few))}"
    tell(told)
    return found.drafts


def _renew(path: Path, checked: Sequence["CheckedDraft"], failed: bool) -> None:
    """Write the findings of the drafts into the baseline, unless a draft failed to be read.

    Tells how many they are.
    """
    from wp.verify.finding_files import renewed

    if failed:
        tell(f"{path}: not written, since not all was checked")
        return
    text, count = renewed(checked, path)
    write_text(path, text)
    tell(f"{path}: {counted(count, 'finding')} of {counted(len(checked), 'draft')} written")


_PAUSE = 0.3
"""Seconds between two looks: a save is seen at once, as people feel it, and a look costs little."""

_SETTLED = 0.1
"""An editor saves in steps: it writes beside the file, renames, and sets times."""

_CLEAR = "\x1b[H\x1b[2J\x1b[3J"

_Stamps = dict[Path, tuple[int, int, int] | None]


def _again_and_again(once: Callable[[], int], watched: Callable[[], Iterable[Path]]) -> NoReturn:
    """Do something once, and again when one of the files changes, comes or goes; Ctrl-C ends it.

    What is wrong at the start ends it, as without watching; what goes wrong later is told, since
    the file may be half written. On a terminal each answer takes the place of the last.
    """
    gc.enable()  # the console entry has switched it off for commands that end at once
    first = True
    while True:
        seen = _stamps(watched())
        if sys.stdout.isatty():
            sys.stdout.write(_CLEAR)
        try:
            once()
        except WpError as error:
            if first:
                raise
            tell(str(error))
        first = False
        sys.stdout.flush()
        tell(f"checked at {time.strftime('%H:%M:%S')}; waiting for a file to be saved, Ctrl-C ends")
        sys.stderr.flush()
        while (now := _stamps(watched())) == seen:
            time.sleep(_PAUSE)
        while now != seen:
            time.sleep(_SETTLED)
            now, seen = _stamps(watched()), now


def _stamps(paths: Iterable[Path]) -> _Stamps:
    # Of a folder it matters what documents are in it, and those are looked at themselves.
    return {path: (0, 0, 0) if os.path.isdir(path) else stamp_of(path) for path in paths}
