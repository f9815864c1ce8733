"""`wp search`: ranked facts for a hazy query."""

import sys
from collections.abc import Callable, Sequence
from typing import Annotated, NoReturn

import typer

from wp.commands import options
from wp.commands.result import FACT_FIELDS, NOT_FOUND, Drawn, Reply, end, tell
from wp.errors import UsageError
from wp.library import Library
from wp.search import Answer, Hit
from wp.show.records import hit_record

_EVERY = 1_000_000
_NEAREST = 3


Query = Annotated[
    list[str], typer.Argument(metavar="QUERY...", help="Words, a question, a number; - reads it.")
]
Every = Annotated[bool, typer.Option("--all", help="All results, not only the first.")]
Exact = Annotated[
    bool, typer.Option("--exact", help="Only where the document prints the words as typed.")
]
Near = Annotated[
    bool, typer.Option("--near", help="Where nothing answers: what comes closest, in its place.")
]


def search(
    query: Query,
    facts: options.Facts = None,
    section: options.Sections = None,
    topic: options.Topics = None,
    limit: options.Limit = 10,
    every: Every = False,
    exact: Exact = False,
    near: Near = False,
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
    words = options.typed(query, "the query")
    if not words.strip():
        raise UsageError("the query is empty", remedy='try: wp search "peacekeeping"')
    library = options.library_from(facts)
    sections = library.section_names(section or ())
    answer = library.search(
        words,
        sections=sections,
        topics=library.topic_names(topic or ()),
        exact=exact,
        limit=_EVERY if every else limit,
        near=_NEAREST if near or (reply.form == "table" and sys.stderr.isatty()) else 0,
    )
    if not answer.hits:
        from wp.extent import nothing_found

        _give_nothing(library, answer, nothing_found(library, words, sections), reply, near)

    def view() -> Drawn:
        from wp.show.fact_table import answer_view

        return [answer_view(library, answer)]

    _give(library, answer.hits, reply, view)


def _give(
    library: Library, hits: Sequence[Hit], reply: Reply, view: Callable[[], Drawn] = str
) -> None:
    reply.give(FACT_FIELDS, lambda: [hit_record(library, hit) for hit in hits], view, library)


def _give_nothing(
    library: Library, answer: Answer, told: str, reply: Reply, near: bool
) -> NoReturn:
    """Answer with nothing, or with what comes near where that is asked for; end with 1."""
    if reply.form != "table":
        _give(library, answer.near if near else (), reply)
    tell(told)
    if reply.form == "table" and answer.near:
        from wp.show.fact_table import near_view
        from wp.show.terminal import console

        closest = near_view(library, answer.near, briefly=not near)
        console(reply.no_color, stderr=not near).print(closest, crop=False)
    end(NOT_FOUND)
