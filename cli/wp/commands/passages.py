"""`wp read`, `wp open`, `wp grep`: the text itself, at a place or wherever it has some words."""

import re
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from wp.commands import options
from wp.commands.result import NOT_FOUND, Drawn, Reply, end, tell
from wp.errors import UsageError
from wp.library import Library
from wp.model import Document, Section

if TYPE_CHECKING:
    from wp.search.passages import Occurrence
    from wp.show.record_types import PlaceRecord

_PARAGRAPH_FIELDS = ("section", "paragraph", "text", "facts")
_PLACE_FIELDS = ("section", "paragraph", "text", "found", "url")

Place = Annotated[
    str | None,
    typer.Argument(
        metavar="[PLACE]",
        help="VI, a title, VI:4, 'VI ¶4', VI:4-6, a fact's id; none reads all.",
        autocompletion=options.complete_place,
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
    from wp.search.naming import whole
    from wp.show.records import paragraph_records

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

    reply.give(
        _PARAGRAPH_FIELDS, lambda: paragraph_records(library, places), view, library, paged=pager
    )


Id = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="A fact's id or its tail, or a place: VI, VI:4, 'VI ¶4', VI.4.2.",
        autocompletion=options.complete_place,
    ),
]
PrintOnly = Annotated[bool, typer.Option("--print", help="Print the address and open nothing.")]


def open(
    id: Id,
    print_only: PrintOnly = False,
    facts: options.Facts = None,
) -> None:
    """Open a passage in the browser, by a link that leads to its very words.

    Where there is no browser, or the output goes into a pipe, the address is printed.
    """
    from wp.browse import Opener, opener, web_address

    library = options.library_from(facts)
    part = library.part(id)
    if isinstance(part, Document):
        raise UsageError(f"{part.id} is a whole document", remedy="name a section or a place in it")
    section = part if isinstance(part, Section) else library.section_of(part)
    address = web_address(library, part)
    if not address:
        import shlex

        place = section.id if isinstance(part, Section) else f"{section.id}:{part.paragraph}"
        named = [word for file in facts or () for word in ("--facts", str(file))]
        raise UsageError(
            f"{library.name(section.document, part.id)} has no page on the web",
            remedy="read it with: " + shlex.join(["wp", "read", place, *named]),
        )
    if not section.url_confirmed:
        tell("the address is inferred and not confirmed")
    if print_only or not sys.stdout.isatty() or opener() is Opener.NOTHING:
        sys.stdout.write(f"{address}\n")
        return
    import webbrowser

    if not webbrowser.open(address):
        sys.stdout.write(f"{address}\n")


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
    from wp.search.passages import occurrences

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
        from wp.extent import extent

        longer = not regex and occurrences(library.bases, re.escape(sought), regex=True)
        hint = "; it stands within longer words, which --regex finds" if longer else ""
        tell(f"0 in {extent(library.bases, chosen)}{hint}")
    if not found:
        end(NOT_FOUND)


def _give_count(library: Library, count: int, chosen: set[str], form: str) -> None:
    from wp.extent import extent
    from wp.show import to_json, write

    if form == "json":
        write(to_json({"count": count, "not_searched": library.not_searched}))
    elif form == "table":
        write(f"{count} in {extent(library.bases, chosen)}\n")
    else:
        write(f"{count}\n")


def _give_places(
    library: Library, found: "list[Occurrence]", chosen: set[str], reply: Reply
) -> None:

    def view() -> Drawn:
        from wp.show.text_view import occurrences_view

        return [occurrences_view(library, found, chosen)]

    def records() -> "list[PlaceRecord]":
        from wp.show.records import occurrence_record

        return [occurrence_record(library, one) for one in found]

    reply.give(_PLACE_FIELDS, records, view, library)
