"""`wp verify`: is this quotation exact?"""

from typing import TYPE_CHECKING, Annotated

import typer

from wp.commands import options
from wp.commands.result import NOT_FOUND, end, give, with_document
from wp.errors import UsageError

if TYPE_CHECKING:
    from rich.console import RenderableType

_FIELDS = ("verdict", "section", "paragraph", "quotation", "source", "changes", "warnings", "url")


def verify(
    quotation: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUOTATION...", help="The words to check; - reads them."),
    ] = None,
    jsonl: Annotated[
        bool,
        typer.Option("--jsonl", help='Answer lines of JSON on standard input: {"quotation": …}.'),
    ] = False,
    facts: options.Facts = None,
    format: options.FormatName = None,
    json: options.Json = False,
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """Tell whether a quotation is exact, and in which words it is not.

    Exit status 0: verbatim, or elided with marks. 1: altered or missing.
    """
    from wp.show.records import verdict_record

    if jsonl:
        from wp.commands.verify_stream import answer_lines

        end(answer_lines(facts))
    form = options.output_format(format, json, plain)
    stdin = quotation == ["-"]
    words = options.read_standard_input("the quotation") if stdin else " ".join(quotation or ())
    if not words.strip():
        raise UsageError("the quotation is empty", remedy='try: wp verify "words of the document"')
    library = options.library_from(facts)
    verdict = library.verify(words)
    record = verdict_record(library, verdict)

    def view() -> "RenderableType":
        from wp.show.verdict_view import verdict_view

        return verdict_view(library, verdict, record)

    if form == "json":
        from wp.show.output import to_json, write

        write(to_json(record))
    else:
        give([record], form, with_document(library, _FIELDS), view, no_color=no_color)
    if verdict.verdict not in ("verbatim", "elided"):
        end(NOT_FOUND)
