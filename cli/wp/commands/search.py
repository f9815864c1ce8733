"""`wp search`: ranked facts for a hazy query."""

import sys
from typing import Annotated

import typer

from wp.commands import options
from wp.commands.result import FACT_FIELDS, NOT_FOUND, Drawn, end, tell, with_document
from wp.errors import UsageError
from wp.show.records import hit_record

_EVERY = 1_000_000
_NEAREST = 3


def search(
    query: Annotated[
        list[str],
        typer.Argument(metavar="QUERY...", help="Words, a question, a number; - reads it."),
    ],
    facts: options.Facts = None,
    section: options.Sections = None,
    topic: options.Topics = None,
    limit: options.Limit = 10,
    every: Annotated[bool, typer.Option("--all", help="All results, not only the first.")] = False,
    exact: Annotated[
        bool, typer.Option("--exact", help="Only where the document prints the words as typed.")
    ] = False,
    near: Annotated[
        bool,
        typer.Option("--near", help="Where nothing answers: what comes closest, in its place."),
    ] = False,
    format: options.FormatName = None,
    json: options.Json = False,
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """Find what the document says: words, typing errors, questions, acronyms, numbers.

    "a phrase" must be printed so; -word must not be; OR parts alternatives; section:VI, or in
    section VI, keeps to a section.
    """
    reply = options.reply(format, json, plain, no_color)
    words = options.read_standard_input("the query") if query == ["-"] else " ".join(query)
    if not words.strip():
        raise UsageError("the query is empty", remedy='try: wp search "peacekeeping"')
    library = options.library_from(facts)
    sections = options.section_filter(library, section)
    answer = library.search(
        words,
        sections=sections,
        topics=options.topic_filter(library, topic),
        exact=exact,
        limit=_EVERY if every else limit,
        near=_NEAREST if near or (reply.form == "table" and sys.stderr.isatty()) else 0,
    )
    hits = answer.hits or (answer.near if near else ())
    records = [hit_record(library, hit) for hit in hits] if reply.form != "table" else []
    fields = with_document(library, FACT_FIELDS)
    if not answer.hits:
        if reply.form != "table":
            reply.give(fields, lambda: records, str)
        from wp.show.nothing_found import by_search

        tell(by_search(library, words, sections))
        if reply.form == "table" and answer.near:
            from wp.show.fact_table import near_view
            from wp.show.terminal import console

            closest = near_view(library, answer.near, briefly=not near)
            console(no_color, stderr=not near).print(closest, crop=False)
        end(NOT_FOUND)

    def view() -> Drawn:
        from wp.show.fact_table import answer_view

        return [answer_view(library, answer)]

    reply.give(fields, lambda: records, view)
