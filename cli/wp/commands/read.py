"""`wp read`: the source text, its facts marked."""

from typing import Annotated

import typer

from wp.commands import options
from wp.commands.completion import complete_place
from wp.commands.result import Drawn
from wp.errors import UsageError
from wp.show.records import paragraph_records

_FIELDS = ("section", "paragraph", "text", "facts")


Place = Annotated[
    str | None,
    typer.Argument(
        metavar="[PLACE]",
        help="VI, a title, VI:4, 'VI ¶4', VI:4-6, a fact's id; none reads all.",
        autocompletion=complete_place,
    ),
]
Bare = Annotated[
    bool,
    typer.Option("--bare", help="The text alone, a paragraph a line, to copy: no marks, no ids."),
]
Pager = Annotated[
    bool | None,
    typer.Option(
        "--pager/--no-pager", help="Page by page (WP_PAGER, PAGER); so it is on a terminal."
    ),
]


def read(
    place: Place = None,
    bare: Bare = False,
    facts: options.Facts = None,
    format: options.FormatName = None,
    json: options.Json = False,
    plain: options.Plain = False,
    no_color: options.NoColor = False,
    pager: Pager = None,
) -> None:
    """Read the source text, its facts marked where they stand."""
    from wp.search.places import whole

    reply = options.reply(format, json, plain, no_color)
    if bare and (format or json or plain):
        raise UsageError("--bare is a form of its own", remedy="leave out the other form")
    library = options.library_from(facts)
    places = library.places(place) if place else list(map(whole, library.sections()))
    if bare:
        reply = reply._replace(form="table")

    def view() -> Drawn:
        from wp.show.text_view import bare_text, text_view

        return [bare_text(places)] if bare else [text_view(library, one) for one in places]

    reply.give(_FIELDS, lambda: paragraph_records(library, places), view, library, paged=pager)
