"""`wp cite`: citations, entries for reference managers, quotations ready to paste."""

from datetime import date
from typing import Annotated, cast

import typer

from wp.cite import day_read, section_name
from wp.cite.cited import FILE_FORMATS, HOUSE_STYLE, STYLE_NAMES, cited_text
from wp.cite.markup import TARGETS, Target
from wp.commands import options
from wp.commands.result import tell
from wp.errors import UsageError, one_of
from wp.library import Library
from wp.model import Document, Fact, Section
from wp.show.citation_records import citation_records, cite_parts, sources_of

_FIELDS = ("id", "style", "citation", "reference", "url")


Ids = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ID]...",
        help="Ids, such as VI.peacekeeping.personnel-sent or its tail; a place, such as "
        "VI:4, 'VI ¶4', VI.4.2; a section; none cites the document; - reads them.",
        autocompletion=options.complete_fact,
    ),
]
StyleName = Annotated[
    str, options.choice("--style", of=STYLE_NAMES, metavar="STYLE", help=", ".join(STYLE_NAMES))
]
TargetName = Annotated[
    str | None,
    options.choice("--as", of=TARGETS, help="The quotation ready to paste, with its citation."),
]
Accessed = Annotated[
    str | None,
    typer.Option("--accessed", metavar="DATE", help="The day you read the page (today)."),
]
Copy = Annotated[
    bool, typer.Option("--copy", help="Put it on the clipboard too, through the terminal.")
]


def cite(
    ids: Ids = None,
    style: StyleName = HOUSE_STYLE,
    target: TargetName = None,
    accessed: Accessed = None,
    copy: Copy = False,
    facts: options.Facts = None,
    format: options.FormatName = None,
    json: options.Json = False,
    plain: options.Plain = False,
) -> None:
    """Cite facts, with section and paragraph, in a style or as a quotation ready to paste.

    A section is cited as a whole, and so is the document where no id is given.
    """
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
    found: list[Document | Section | Fact] = [base.document for base in library.bases]
    if ids:
        found = [library.part(id_) for id_ in options.named_ids(ids)]
    if written_for and (whole := next((one for one in found if not isinstance(one, Fact)), None)):
        raise UsageError(
            f"{whole.id} is no passage to quote",
            remedy="leave out --as, or name a fact or a place such as VI:4",
        )
    _give(_written(library, found, style, written_for, day, form), copy)


def _written(
    library: Library,
    found: list[Document | Section | Fact],
    style: str,
    target: Target | None,
    day: date,
    form: str,
) -> str:
    """Return citations as they are pasted or, for a reference manager, filed; else as records."""
    sources = sources_of(library, found, day)
    for section in {source.section.id: source.section for source in sources}.values():
        if section.url and not section.url_confirmed:
            named = section_name(section)
            tell(f"the address of {named} is inferred and not confirmed")
    if form == "table" or (form == "json" and style == "csl-json"):
        if style in FILE_FORMATS:
            return FILE_FORMATS[style](sources)
        return cited_text(cite_parts(found, sources, style), target)
    from wp.show import Format, render

    records = citation_records(library, found, style, target, day)
    return render(records, cast(Format, form), (*_FIELDS, "quotation") if target else _FIELDS)


def _give(text: str, copy: bool) -> None:
    from wp.safe import printable
    from wp.show import write

    # RIS ends its lines in CR LF, which `printable` would show as a control character.
    safe = "\r\n".join(map(printable, text.split("\r\n")))
    if copy:
        from wp.show.terminal import copy as copy_text

        copy_text(safe.rstrip("\r\n"))
    write(safe)
    if copy:
        tell("sent to the clipboard through the terminal (OSC 52)")
