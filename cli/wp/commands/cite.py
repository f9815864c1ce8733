"""`wp cite`: citations, entries for reference managers, quotations ready to paste."""

import sys
from datetime import date
from typing import Annotated, cast

import typer

from wp.cite.cited import FILE_FORMATS, HOUSE_STYLE, STYLE_NAMES, citations_text, quotations_text
from wp.cite.markup import TARGETS, Target
from wp.cite.source import day_read
from wp.commands import options
from wp.commands.completion import complete_fact
from wp.errors import UsageError, one_of
from wp.library import Library
from wp.model import Fact
from wp.show.citation_records import citation_records, cite_facts, sources_of

_FIELDS = ("id", "style", "citation", "reference", "url")


def _complete_style(incomplete: str) -> list[str]:
    return [name for name in STYLE_NAMES if name.startswith(incomplete)]


def _complete_target(incomplete: str) -> list[str]:
    return [name for name in TARGETS if name.startswith(incomplete)]


def cite(
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...",
            help="Ids, such as VI.peacekeeping.personnel-sent or its tail; a place, such as "
            "VI:4, 'VI ¶4', VI.4.2; - reads them.",
            autocompletion=complete_fact,
        ),
    ],
    style: Annotated[
        str,
        typer.Option(
            "--style", metavar="STYLE", help=", ".join(STYLE_NAMES), autocompletion=_complete_style
        ),
    ] = HOUSE_STYLE,
    target: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="|".join(TARGETS),
            help="The quotation ready to paste, with its citation.",
            autocompletion=_complete_target,
        ),
    ] = None,
    accessed: Annotated[
        str | None,
        typer.Option("--accessed", metavar="DATE", help="The day you read the page (today)."),
    ] = None,
    copy: Annotated[
        bool, typer.Option("--copy", help="Put it on the clipboard too, through the terminal.")
    ] = False,
    facts: options.Facts = None,
    format: options.FormatName = None,
    json: options.Json = False,
    plain: options.Plain = False,
) -> None:
    """Cite facts, with section and paragraph, in a style or as a quotation ready to paste."""
    form = options.output_format(format, json, plain)
    style = one_of("citation style", style, STYLE_NAMES)
    written_for = None if target is None else one_of("target", target, TARGETS)
    if written_for and style in FILE_FORMATS:
        raise UsageError(
            f"{style} is a file for reference managers, not a citation in a text",
            remedy="leave out --as, or choose another --style",
        )
    day = day_read(accessed)
    library = options.library_from(facts)
    found = [library.fact(id_) for id_ in options.named_ids(ids)]
    _give(_written(library, found, style, written_for, day, form), copy)


def _written(
    library: Library, found: list[Fact], style: str, target: Target | None, day: date, form: str
) -> str:
    """Return citations as they are pasted or, for a reference manager, filed; else as records."""
    if form == "table" or (form == "json" and style == "csl-json"):
        sources = sources_of(library, found, day)
        if style in FILE_FORMATS:
            return FILE_FORMATS[style](sources)
        cited = cite_facts(found, sources, style)
        return quotations_text(cited, target) if target else citations_text(cited)
    from wp.show.output import Format, render

    records = citation_records(library, found, style, target, day)
    return render(records, cast(Format, form), (*_FIELDS, "quotation") if target else _FIELDS)


def _give(text: str, copy: bool) -> None:
    from wp.safe import printable
    from wp.show.output import write

    # RIS ends its lines in CR LF, which `printable` would show as a control character.
    safe = "\r\n".join(map(printable, text.split("\r\n")))
    if copy:
        from wp.show.clipboard import copy as copy_text

        copy_text(safe.rstrip("\r\n"))
    write(safe)
    if copy:
        sys.stderr.write("wp: sent to the clipboard through the terminal (OSC 52)\n")
