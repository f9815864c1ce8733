"""`wp cite`: citations, entries for reference managers, quotations ready to paste."""

import sys
from datetime import date
from typing import Annotated, Any, cast

import typer

from wp.cite.cited import (
    FILE_FORMATS,
    HOUSE_STYLE,
    Cited,
    citations_text,
    cite_passages,
    quotations_text,
)
from wp.cite.markup import TARGETS, Target
from wp.cite.source import Source, source_of
from wp.cite.styles import STYLES
from wp.commands import options
from wp.commands.completion import complete_fact
from wp.errors import UsageError
from wp.library import Library
from wp.model import Fact

_STYLES = (HOUSE_STYLE, *STYLES, *FILE_FORMATS)
_FIELDS = ("id", "style", "citation", "reference", "url")


def _complete_style(incomplete: str) -> list[str]:
    return [name for name in _STYLES if name.startswith(incomplete)]


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
            "--style", metavar="STYLE", help=", ".join(_STYLES), autocompletion=_complete_style
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
    style = _known(style, _STYLES, "citation style")
    written_for = None if target is None else cast(Target, _known(target, TARGETS, "target"))
    if written_for and style in FILE_FORMATS:
        raise UsageError(
            f"{style} is a file for reference managers, not a citation in a text",
            remedy="leave out --as, or choose another --style",
        )
    day = _day(accessed)
    library = options.library_from(facts)
    found = [library.fact(id_) for id_ in options.named_ids(ids)]
    sources = [_source(library, fact, day) for fact in found]
    if style in FILE_FORMATS:
        text = _file(library, found, sources, style, form)
    else:
        passages = [
            source.section.text[fact.start : fact.end]
            for fact, source in zip(found, sources, strict=True)
        ]
        cited = cite_passages(sources, passages, style)
        text = _citations(library, found, cited, style, written_for, form)
    _give(text, copy)


def _known(name: str, known: tuple[str, ...], kind: str) -> str:
    if name.lower() not in known:
        raise UsageError(f"no {kind} {name!r}", remedy=f"choose one of {', '.join(known)}")
    return name.lower()


def _day(accessed: str | None) -> date:
    if accessed is None:
        return date.today()
    try:
        return date.fromisoformat(accessed)
    except ValueError:
        raise UsageError(
            f"--accessed {accessed!r} is no date", remedy="write it like 2026-03-04"
        ) from None


def _source(library: Library, fact: Fact, day: date) -> Source:
    base = library.base_of(fact)
    return source_of(fact, base.document, base.section(fact.section), day)


def _file(library: Library, found: list[Fact], sources: list[Source], style: str, form: str) -> str:
    """Return the entries as the file they are; in another form, an entry a record."""
    write_file = FILE_FORMATS[style]
    if form == "table" or (form == "json" and style == "csl-json"):
        return write_file(sources)
    records = [
        _record(library, fact, source, style) | {"reference": write_file([source]).strip()}
        for fact, source in zip(found, sources, strict=True)
    ]
    return _rendered(records, form)


def _citations(
    library: Library,
    found: list[Fact],
    cited: list[Cited],
    style: str,
    target: Target | None,
    form: str,
) -> str:
    if form == "table":
        return quotations_text(cited, target) if target else citations_text(cited)
    records = []
    for fact, one in zip(found, cited, strict=True):
        record = _record(library, fact, one.source, style) | {
            "citation": one.citation_for(target or "plain"),
            "reference": one.entry_for(target or "plain") or None,
        }
        if target:
            record |= {"as": target, "quotation": one.quotation_for(target)}
        records.append(record)
    fields = (*_FIELDS, "quotation") if target else _FIELDS
    return _rendered(records, form, fields)


def _record(library: Library, fact: Fact, source: Source, style: str) -> dict[str, Any]:
    return {
        "id": library.qualify(fact),
        "style": style,
        "citation": None,
        "reference": None,
        "document": fact.document,
        "section": source.section.id,
        "paragraph": source.first,
        "page": source.page or None,
        "url": source.section.url or None,
        "text_fragment_url": source.link or None,
    }


def _rendered(records: list[dict[str, Any]], form: str, fields: tuple[str, ...] = _FIELDS) -> str:
    from wp.show.output import Format, render

    return render(records, cast(Format, form), fields)


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
