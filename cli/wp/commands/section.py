"""`wp section`: the document's sections, or one section's topics and facts."""

from typing import TYPE_CHECKING, Annotated

import typer

from wp.commands import options
from wp.commands.completion import complete_section
from wp.commands.result import give, give_facts, with_document
from wp.library import Library

if TYPE_CHECKING:
    from rich.console import RenderableType

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
    form = options.output_format(format, json, plain)
    library = options.library_from(facts)
    if id is None:
        _list_sections(library, form, no_color)
        return
    sections = [place.narrowed() for place in library.places(id)]

    def view() -> "RenderableType":
        from rich.console import Group

        from wp.show.fact_table import section_view

        return Group(*(section_view(library, section) for section in sections))

    found = [fact for section in sections for fact in section.facts()]
    give_facts(library, found, form, view, no_color=no_color)


def _list_sections(library: Library, form: str, no_color: bool) -> None:
    from wp.show.records import contents_records

    records = contents_records(library.bases)

    def view() -> "RenderableType":
        from rich.console import Group

        from wp.show.base_view import contents_table
        from wp.show.documents import document_key

        table = contents_table(library, records)
        return Group(table, *document_key(library, (r["document"] for r in records)))

    give(records, form, with_document(library, _FIELDS), view, no_color=no_color)
