"""`wp base`: the library of fact bases; making, checking and comparing them."""

import json as json_module
import os
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wp.commands import options
from wp.commands.base_library import add, list_, remove
from wp.commands.base_review import review
from wp.commands.output_file import Force, Output, output_file
from wp.commands.result import NOT_FOUND, Drawn, end, tell
from wp.english import counted
from wp.errors import UsageError
from wp.pattern import pattern
from wp.show import write

if TYPE_CHECKING:
    from wp.base.draft import Described
    from wp.show.record_types import ProblemRecord

_FIELDS = ("kind", "change", "id", "section", "paragraph", "old", "new")
_DATE = pattern("[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")

Id = Annotated[
    str, typer.Option("--id", metavar="ID", help="The document's id; else from its file name.")
]
Title = Annotated[
    str, typer.Option("--title", metavar="TITLE", help="The document's title; else as printed.")
]
Publisher = Annotated[
    str, typer.Option("--publisher", metavar="NAME", help="Who published the document.")
]
Published = Annotated[
    str, typer.Option("--published", metavar="DATE", help="When: 2017, 2017-12 or 2017-12-15.")
]
Language = Annotated[
    str, typer.Option("--language", metavar="TAG", help="Its language, such as en or en-GB.")
]


def draft(
    document: Annotated[
        Path,
        options.file_argument("DOCUMENT", "A text, Markdown, HTML, DOCX, ODT or PDF document."),
    ],
    output: Output = None,
    force: Force = False,
    id: Id = "",
    title: Title = "",
    publisher: Publisher = "",
    published: Published = "",
    language: Language = "",
) -> None:
    """Draft a fact base from a document.

    Sections, topics and facts are proposed by rule from the document's own words. Every fact is
    marked as a draft; go over them with `wp base review`.
    """
    from wp.base.canonical import checked_text
    from wp.base.draft import document_name, draft_base
    from wp.base.draft.source import read_source

    described = _described(id, title, publisher, published, language)
    file = output_file(output, force=force, sources=[document])
    drafted = draft_base(read_source(document), document_name(document), described)
    text = checked_text(file or document, drafted.raw)
    if file is None:
        write(text)
    else:
        from wp.files import write_text

        write_text(file, text)
    for warning in (*drafted.warnings, *map("; ".join, drafted.guesses)):
        tell(f"warning: {warning}")
    sections, topics, facts = drafted.counts
    told = (
        f"{counted(facts, 'draft fact')} in {counted(topics, 'topic')} and "
        f"{counted(sections, 'section')}"
    )
    if file is not None and facts:
        told += f"; go over them with: wp base review {shlex.quote(str(file))}"
    tell(told)


def _described(id: str, title: str, publisher: str, published: str, language: str) -> "Described":
    """Return what the options say of the document; UsageError for what a base could not hold."""
    from wp.base.draft import CONTROL, LANGUAGE, Described
    from wp.base.rules import is_date
    from wp.base.schema import KEY

    _check(id, KEY, "--id", "lower-case words joined by hyphens")
    _check(published, _DATE, "--published", "a date such as 2017-12-15")
    if published and not is_date(published):
        raise UsageError(f"--published {published!r} is not a date that the calendar has")
    for option, text in (("--title", title), ("--publisher", publisher)):
        if CONTROL.search(text):
            raise UsageError(f"{option} {text!r} holds a control character", remedy="take it out")
    _check(language, LANGUAGE, "--language", "a tag such as en or en-GB")
    return Described(id, title.strip(), publisher.strip(), published, language)


def _check(value: str, form: re.Pattern[str], option: str, wanted: str) -> None:
    if value and not form.fullmatch(value):
        raise UsageError(f"{option} {value!r} is not {wanted}")


def _edition(metavar: str, help: str) -> Any:
    return typer.Argument(metavar=metavar, help=help, autocompletion=options.complete_document)


def diff(
    old: Annotated[
        str, _edition("OLD", "The older fact base: a file, or the id of a loaded document.")
    ],
    new: Annotated[str, _edition("NEW", "The newer one, likewise.")],
    format: options.FormatName = None,
    json: options.Json = False,
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """Compare two editions: quotes, figures, facts, text.

    Tells which quotes of the old edition no longer stand in the new text, with the passage nearest
    to each; which figures changed; which facts and paragraphs were added and removed. Exit status
    0: the same. 1: differences.
    """
    from wp.editions import differences
    from wp.show.records import difference_record

    reply = options.reply(format, json, plain, no_color)
    before, after = (options.base_at(_file(name)) for name in (old, new))
    found = differences(before, after)

    def view() -> Drawn:
        from wp.show.base_view import editions_view

        return [editions_view(before.document, after.document, found)]

    reply.give(_FIELDS, lambda: [difference_record(one) for one in found], view)
    if found:
        end(NOT_FOUND)


def _file(name: str) -> Path:
    """Return the file that an argument names: a path, or the id of a loaded document."""
    path = Path(name)
    if os.path.exists(path) or path.name != name or path.suffix:
        return path
    from wp.base import chosen_bases
    from wp.library import open_chosen

    chosen = chosen_bases()
    bases = open_chosen(chosen).bases
    for base, file in zip(bases, chosen.paths, strict=True):
        if base.document.id == name:
            return file
    raise UsageError(
        f"no file or document {name!r}",
        remedy=f"the documents are {', '.join(base.document.id for base in bases)}",
    )


app = typer.Typer(
    help="Manage your library of fact bases; make, check and compare them.",
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command("list")(list_)
app.command("add")(add)
app.command("remove")(remove)
app.command("diff")(diff)
app.command("draft")(draft)
app.command("review")(review)

_PROBLEM_FIELDS = ("rule", "place", "problem", "remedy")


@app.callback()
def _base(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command()
def validate(
    files: Annotated[
        list[Path] | None,
        options.file_argument("[FILE]...", "Fact bases; none checks the loaded ones."),
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Rewrite a file in the canonical form.")
    ] = False,
    format: options.FormatName = None,
    json: options.Json = False,
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """Check fact bases: quotes, figures and values, ids, form.

    Exit status 1 when a rule is broken, 2 when a file is no fact base at all.
    """
    from wp.base import base_paths
    from wp.base.canonical import rewrite

    reply = options.reply(format, json, plain, no_color)
    records: list[ProblemRecord] = []
    for path in files or base_paths():
        if fix:
            rewrite(path)
        records += _problem_records(path)

    def view() -> Drawn:
        from wp.show.base_view import problems_view

        return [problems_view(records)]

    reply.give(("file", *_PROBLEM_FIELDS), lambda: records, view)
    if records:
        end(NOT_FOUND)


def _problem_records(path: Path) -> "list[ProblemRecord]":
    from wp.base.canonical import form_problems
    from wp.base.load import load
    from wp.base.rules import problems

    base = load(path)
    return [
        {"file": str(path), "rule": rule, "place": place, "problem": problem, "remedy": remedy}
        for rule, place, problem, remedy in (*form_problems(path), *problems(base))
    ]


@app.command()
def schema() -> None:
    """Print the JSON Schema of a fact base."""
    from wp.base.schema import schema_text

    write(json_module.dumps(json_module.loads(schema_text()), ensure_ascii=False, indent=2) + "\n")
