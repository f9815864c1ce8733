"""`wp open`: a passage in the browser."""

import sys
from typing import Annotated

import typer

from wp.commands import options
from wp.commands.completion import complete_place
from wp.errors import UsageError


def open(
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A fact's id or its tail, or a place: VI:4, 'VI ¶4', VI.4.2.",
            autocompletion=complete_place,
        ),
    ],
    print_only: Annotated[
        bool, typer.Option("--print", help="Print the address and open nothing.")
    ] = False,
    facts: options.Facts = None,
) -> None:
    """Open a passage in the browser, by a link that leads to its very words.

    Where there is no browser, or the output goes into a pipe, the address is printed.
    """
    from wp.browse.links import Opener, opener, web_address

    library = options.library_from(facts)
    fact = library.fact(id)
    address = web_address(library, fact)
    section = library.base_of(fact).section(fact.section)
    if not address:
        raise UsageError(
            f"{library.qualify(fact)} has no page on the web",
            remedy=f"read it with: wp read {section.id}:{fact.paragraph}",
        )
    if not section.url_confirmed:
        sys.stderr.write("wp: the address is inferred and not confirmed\n")
    if print_only or not sys.stdout.isatty() or opener() is Opener.NOTHING:
        sys.stdout.write(f"{address}\n")
        return
    import webbrowser

    if not webbrowser.open(address):
        sys.stdout.write(f"{address}\n")
