"""`wp section`, `wp topic`, `wp show`: the facts that a name stands for, listed or in full."""

from typing import Annotated

import typer

from wp.commands import options
from wp.commands.result import FACT_FIELDS, Drawn, Reply
from wp.errors import NotFoundError
from wp.library import Library
from wp.model import is_chosen
from wp.show.records import full_record

_SECTION_FIELDS = ("section", "title", "included", "topics", "facts", "url")
_ROOM_BESIDE = 45
_TOPIC_FIELDS = ("topic", "section", "title", "facts", "aliases")


def show(
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...",
            help="Ids, such as VI.peacekeeping.personnel-sent or its tail; a place, such as "
            "VI:4, 'VI ¶4', VI.4.2; - reads them.",
            autocompletion=options.complete_fact,
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


def section(
    id: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            help="VI, 6, conclusion, a title, 'VI ¶4'; none lists the sections.",
            autocompletion=options.complete_section,
        ),
    ] = None,
    facts: options.Facts = None,
    format: options.FormatName = None,
    json: options.Json = False,
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """Show the sections, or one section's topics and facts."""
    reply = options.reply(format, json, plain, no_color)
    library = options.library_from(facts)
    if id is None:
        _list_sections(library, reply)
        return
    sections = [place.narrowed() for place in library.places(id)]

    def view() -> Drawn:
        from wp.show.fact_table import section_view

        return [section_view(library, section) for section in sections]

    found = [fact for section in sections for fact in section.facts()]
    reply.give_facts(library, found, view)


def _list_sections(library: Library, reply: Reply) -> None:
    from wp.show.records import contents_records

    records = contents_records(library.bases)

    def view() -> Drawn:
        from wp.show.base_view import contents_table
        from wp.show.terminal import document_key

        key = document_key(library, (r["document"] for r in records))
        return [contents_table(library, records), *key]

    reply.give(_SECTION_FIELDS, lambda: records, view, library)


def topic(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="A topic's key, title or another word for it; none lists the topics.",
            autocompletion=options.complete_topic,
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
        topic_record(topic)
        for topic in library.topics()
        if is_chosen(chosen, topic.document, topic.section)
    ]

    def view() -> Drawn:
        from wp.show.base_view import name_table
        from wp.show.terminal import console, document_key

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

    reply.give(_TOPIC_FIELDS, lambda: records, view, library)
