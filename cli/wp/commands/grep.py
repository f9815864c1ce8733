"""`wp grep`: every place where the text has these very words."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from wp.commands import options
from wp.commands.result import NOT_FOUND, Drawn, Reply, end, tell
from wp.library import Library

if TYPE_CHECKING:
    from wp.search.occurrences import Occurrence
    from wp.show.record_types import PlaceRecord

_FIELDS = ("section", "paragraph", "text", "found", "url")


def grep(
    text: Annotated[
        list[str], typer.Argument(metavar="TEXT...", help="The very words; - reads them.")
    ],
    facts: options.Facts = None,
    section: options.Sections = None,
    regex: Annotated[
        bool, typer.Option("--regex", "-e", help="TEXT is a regular expression (Python's).")
    ] = False,
    count: Annotated[
        bool, typer.Option("--count", "-c", help="Only how often, also when it is 0.")
    ] = False,
    format: options.FormatName = None,
    json: options.Json = False,
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """Show every place where the text has these very words, and how often.

    Case, line breaks and the glyphs of quotation marks and dashes do not matter. Whole words only,
    unless --regex is given. Exit status 1: nowhere.
    """
    from wp.search.occurrences import occurrences

    reply = options.reply(format, json, plain, no_color)
    sought = options.typed(text, "the text")
    library = options.library_from(facts)
    chosen = library.section_names(section or ())
    found = occurrences(library.bases, sought, regex=regex, sections=chosen)
    if count:
        _give_count(library, len(found), chosen, reply.form)
    elif found or reply.form != "table":
        _give_places(library, found, chosen, reply)
    else:
        from wp.show.occurrence_view import tally

        longer = not regex and occurrences(library.bases, re.escape(sought), regex=True)
        hint = "; it stands within longer words, which --regex finds" if longer else ""
        tell(f"{tally(library, found, chosen)}{hint}")
    if not found:
        end(NOT_FOUND)


def _give_count(library: Library, count: int, chosen: set[str], form: str) -> None:
    from wp.extent import not_held, not_searched, searched
    from wp.show.output import to_json, write

    if form == "json":
        write(to_json({"count": count, "not_searched": not_searched(library.bases)}))
    elif form == "table":
        held = not_held(library.bases)
        write(
            "; ".join(filter(None, (f"{count} in {searched(library.bases, chosen)}", held))) + "\n"
        )
    else:
        write(f"{count}\n")


def _give_places(
    library: Library, found: "list[Occurrence]", chosen: set[str], reply: Reply
) -> None:

    def view() -> Drawn:
        from wp.show.occurrence_view import occurrences_view

        return [occurrences_view(library, found, chosen)]

    def records() -> "list[PlaceRecord]":
        from wp.show.occurrence_view import occurrence_record

        return [occurrence_record(library, one) for one in found]

    reply.give(_FIELDS, records, view, library)
