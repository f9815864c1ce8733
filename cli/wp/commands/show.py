"""`wp show`: facts in full."""

from typing import Annotated

import typer

from wp.commands import options
from wp.commands.completion import complete_fact
from wp.commands.result import FACT_FIELDS, Drawn
from wp.show.records import full_record


def show(
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...",
            help="Ids, such as VI.peacekeeping.personnel-sent or its tail; a place, such as "
            "VI:4, 'VI ¶4', VI.4.2; - reads them.",
            autocompletion=complete_fact,
        ),
    ],
    everything: Annotated[
        bool, typer.Option("--all", help="Also the words that search finds a fact by.")
    ] = False,
    facts: options.Facts = None,
    format: options.FormatName = None,
    json: options.Json = False,
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """Show facts in full: the quote in its paragraph, figures, place, link, citation."""
    reply = options.reply(format, json, plain, no_color)
    library = options.library_from(facts)
    found = [library.fact(id_) for id_ in options.named_ids(ids)]

    def view() -> Drawn:
        from wp.show.fact_view import fact_view

        drawn = [fact_view(library, fact, everything=everything) for fact in found]
        return [part for one in drawn for part in ("", one)][1:]

    reply.give(FACT_FIELDS, lambda: [full_record(library, one) for one in found], view, library)
