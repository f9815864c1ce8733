"""`wp section`: the document's sections, or one section's topics and facts."""

from typing import Annotated

import typer

from wp.commands import options
from wp.commands.completion import complete_section
from wp.commands.result import Drawn, Reply
from wp.library import Library

_FIELDS = ("section", "title", "included", "topics", "facts", "url")


def section(
    id: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            help="VI, 6, conclusion, a title, 'VI ¶4'; none lists the sections.",
            autocompletion=complete_section,
        ),
    ] = None,
    facts: options.Facts = None,
    format: options.FormatName = None,
    json: options.Json = False,
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """Show the sections, or one section's topics and facts."""
    reply = options.reply(format, json, plain, no_color)
    library = options.library_from(facts)
    if id is None:
        _list_sections(library, reply)
        return
    sections = [place.narrowed() for place in library.places(id)]

    def view() -> Drawn:
        from wp.show.fact_table import section_view

        return [section_view(library, section) for section in sections]

    found = [fact for section in sections for fact in section.facts()]
    reply.give_facts(library, found, view)


def _list_sections(library: Library, reply: Reply) -> None:
    from wp.show.records import contents_records

    records = contents_records(library.bases)

    def view() -> Drawn:
        from wp.show.base_view import contents_table
        from wp.show.documents import document_key

        key = document_key(library, (r["document"] for r in records))
        return [contents_table(library, records), *key]

    reply.give(_FIELDS, lambda: records, view, library)
