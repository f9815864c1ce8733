"""`wp read`: the source text, its facts marked."""

from typing import TYPE_CHECKING, Annotated

import typer

from wp.commands import options
from wp.commands.completion import complete_place
from wp.commands.result import give, with_document

if TYPE_CHECKING:
    from rich.console import RenderableType

_FIELDS = ("section", "paragraph", "text", "facts")


def read(
    place: Annotated[
        str | None,
        typer.Argument(
            metavar="[PLACE]",
            help="VI, a title, VI:4, 'VI ¶4', VI:4-6, a fact's id; none reads all.",
            autocompletion=complete_place,
        ),
    ] = None,
    facts: options.Facts = None,
    format: options.FormatName = None,
    json: options.Json = False,
    plain: options.Plain = False,
    no_color: options.NoColor = False,
    pager: Annotated[
        bool | None,
        typer.Option(
            "--pager/--no-pager", help="Use a pager (WP_PAGER, PAGER); on a terminal it is."
        ),
    ] = None,
) -> None:
    """Read the source text, its facts marked where they stand."""
    from wp.search.places import whole

    form = options.output_format(format, json, plain)
    library = options.library_from(facts)
    places = library.places(place) if place else list(map(whole, library.sections()))

    def view() -> "RenderableType":
        from wp.show.text_view import text_view

        return text_view(library, places)

    records = []
    if form != "table":
        from wp.show.records import paragraph_records

        records = paragraph_records(library, places)
    give(records, form, with_document(library, _FIELDS), view, no_color=no_color, paged=pager)
