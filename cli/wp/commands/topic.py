"""`wp topic`: the topics, or one topic's facts."""

from typing import Annotated

import typer

from wp.commands import options
from wp.commands.completion import complete_topic
from wp.commands.result import Drawn, Reply
from wp.errors import NotFoundError
from wp.library import Library
from wp.model import is_chosen

_ROOM_BESIDE = 45
_FIELDS = ("topic", "section", "title", "facts", "aliases")


def topic(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="A topic's key, title or another word for it; none lists the topics.",
            autocompletion=complete_topic,
        ),
    ] = None,
    facts: options.Facts = None,
    section: options.Sections = None,
    format: options.FormatName = None,
    json: options.Json = False,
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """Show the topics, or one topic's facts."""
    reply = options.reply(format, json, plain, no_color)
    library = options.library_from(facts)
    chosen = library.section_names(section or ())
    if name is None:
        _list_topics(library, chosen, reply)
        return
    topics = [
        topic
        for topic in library.find_topics(name)
        if is_chosen(chosen, topic.document, topic.section)
    ]
    if not topics:
        raise NotFoundError(
            "topic", name, remedy=f"section {', '.join(sorted(chosen))} has none so called"
        )

    def view() -> Drawn:
        from wp.show.fact_table import topic_view

        return [topic_view(library, topic) for topic in topics]

    found = [fact for topic in topics for fact in topic.facts]
    reply.give_facts(library, found, view)


def _list_topics(library: Library, chosen: set[str], reply: Reply) -> None:
    from wp.show.records import topic_record

    records = [
        topic_record(library, topic)
        for topic in library.topics()
        if is_chosen(chosen, topic.document, topic.section)
    ]

    def view() -> Drawn:
        from wp.show.base_view import name_table
        from wp.show.documents import document_key
        from wp.show.terminal import console

        heads: tuple[str, ...] = ("Section", "Topic", "Title", "Facts")
        rows: list[tuple[str, ...]] = [
            (library.name(r["document"], r["section"]), r["topic"], r["title"], str(r["facts"]))
            for r in records
        ]
        longest = max((len(r["topic"]) for r in records), default=0)
        if console(reply.no_color).width < longest + _ROOM_BESIDE:
            # A key that is broken cannot be copied.
            heads = ("Section", "Topic", "Facts")
            rows = [(section, f"{title}\n{key}", count) for section, key, title, count in rows]
        table = name_table(heads, rows)
        return [table, *document_key(library, (r["document"] for r in records))]

    reply.give(_FIELDS, lambda: records, view, library)
