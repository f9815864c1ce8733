"""`wp verify`: is this quotation exact?"""

from os.path import isfile
from pathlib import Path
from typing import Annotated

import typer

from wp.commands import options
from wp.commands.result import NOT_FOUND, Drawn, end
from wp.errors import UsageError
from wp.library.compiled import compiled_patterns
from wp.safe import printable

_FIELDS = ("verdict", "section", "paragraph", "quotation", "source", "changes", "warnings", "url")


Quotation = Annotated[
    list[str] | None,
    typer.Argument(metavar="QUOTATION...", help="The words to check; - reads them."),
]
Lines = Annotated[
    bool,
    typer.Option(
        "--lines", help="Take each argument, or each line of - or of a file, as a quotation."
    ),
]
JsonLines = Annotated[
    bool,
    typer.Option("--jsonl", help='Answer lines of JSON on standard input: {"quotation": …}.'),
]


def verify(
    quotation: Quotation = None,
    lines: Lines = False,
    jsonl: JsonLines = False,
    facts: options.Facts = None,
    format: options.FormatName = None,
    json: options.Json = False,
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """Tell whether a quotation is exact, and in which words it is not.

    Exit status 0: verbatim, or elided with marks. 1: altered or missing; with --lines, one of them.
    """
    from wp.show.records import verdict_record
    from wp.verify.verdict import CLEAN

    if jsonl:
        from wp.commands.verify_stream import answer_lines

        end(answer_lines(facts))
    reply = options.reply(format, json, plain, no_color)
    asked = _asked(quotation or [], lines)
    library = options.library_from(facts)
    with compiled_patterns():
        verdicts = [library.verify(words) for words in asked]
        records = [verdict_record(library, verdict) for verdict in verdicts]

    def view() -> Drawn:
        from wp.show.verdict_view import verdict_view

        views = [verdict_view(library, *pair) for pair in zip(verdicts, records, strict=True)]
        if not lines:
            return views
        heads = [f"“{printable(words)}”" for words in asked]
        return [part for pair in zip(heads, views, strict=True) for part in (*pair, "")]

    if reply.form == "json":
        from wp.show.output import to_json, write

        write(to_json(records if lines else records[0]))
    else:
        reply.give(_FIELDS, lambda: records, view, library)
    if any(verdict.verdict not in CLEAN for verdict in verdicts):
        end(NOT_FOUND)


def _asked(given: list[str], lines: bool) -> list[str]:
    """Return the quotations of the arguments, each line by itself with `lines`.

    UsageError where no word is in them.
    """
    if lines and given != ["-"]:
        given = [*map(_text_of, given)]
    else:
        given = [options.typed(given, "the quotation")]
    if lines:
        given = [line.strip() for text in given for line in text.splitlines()]
    # A line such as "---" parts quotations.
    asked = [text for text in given if any(map(str.isalnum, text))]
    if not asked:
        blank = not any(map(str.strip, given))
        problem = "the quotation is empty" if blank else "the quotation has no word in it"
        raise UsageError(problem, remedy='try: wp verify "words of the document"')
    return asked


def _text_of(argument: str) -> str:
    """Return what a file holds that an argument names, else the argument itself."""
    if not isfile(argument):
        return argument
    from wp.documents.read import decode
    from wp.files import read_bytes

    return decode(argument, read_bytes(Path(argument))).text
