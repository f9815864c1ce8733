"""`wp open`: a passage in the browser."""

import sys
from shlex import join
from typing import Annotated

import typer

from wp.commands import options
from wp.commands.completion import complete_place
from wp.commands.result import tell
from wp.errors import UsageError
from wp.model import Document, Section

Id = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="A fact's id or its tail, or a place: VI, VI:4, 'VI ¶4', VI.4.2.",
        autocompletion=complete_place,
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
    from wp.browse.links import Opener, opener, web_address

    library = options.library_from(facts)
    part = library.part(id)
    if isinstance(part, Document):
        raise UsageError(f"{part.id} is a whole document", remedy="name a section or a place in it")
    section = part if isinstance(part, Section) else library.section_of(part)
    address = web_address(library, part)
    if not address:
        place = section.id if isinstance(part, Section) else f"{section.id}:{part.paragraph}"
        named = [word for file in facts or () for word in ("--facts", str(file))]
        raise UsageError(
            f"{library.name(section.document, part.id)} has no page on the web",
            remedy="read it with: " + join(["wp", "read", place, *named]),
        )
    if not section.url_confirmed:
        tell("the address is inferred and not confirmed")
    if print_only or not sys.stdout.isatty() or opener() is Opener.NOTHING:
        sys.stdout.write(f"{address}\n")
        return
    import webbrowser

    if not webbrowser.open(address):
        sys.stdout.write(f"{address}\n")
