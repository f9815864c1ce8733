"""`wp base draft`: a draft fact base made from a document."""

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wp.commands import options
from wp.commands.output_file import Force, Output, output_file
from wp.commands.result import tell
from wp.english import counted
from wp.errors import UsageError
from wp.pattern import pattern
from wp.show.output import write

if TYPE_CHECKING:
    from wp.base.draft import Described

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
    from wp.base.draft import document_name, draft_base, read_source

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
    from wp.base.draft import Described
    from wp.base.draft.build import CONTROL, LANGUAGE
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
