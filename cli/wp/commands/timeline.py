"""`wp timeline`: dated statements in order of time."""

from typing import TYPE_CHECKING, Any

from wp.commands import choice, options
from wp.commands.result import give
from wp.figures.select import choose_facts
from wp.figures.timeline import Timeline
from wp.figures.timeline import timeline as in_order

if TYPE_CHECKING:
    from rich.console import RenderableType


def timeline(
    query: choice.Query = None,
    facts: options.Facts = None,
    section: options.Sections = None,
    topic: options.Topics = None,
    since: choice.Since = None,
    until: choice.Until = None,
    limit: choice.Limit = None,
    format: options.FormatName = None,
    json: options.Json = False,
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """List dated statements in order of time, their spans drawn to scale."""
    form = options.output_format(format, json, plain)
    time = choice.time_wanted(since, until)
    words = choice.words_of(query)
    library = options.library_from(facts)
    chosen = choose_facts(
        library,
        words,
        sections=options.section_filter(library, section),
        topics=options.topic_filter(library, topic),
    )
    found = _first(in_order(chosen, time), limit)
    hints = choice.left_out(found.left_out, "date")
    from wp.show.figure_records import DATE_FIELDS, dated_record

    if not found.dated and not found.vague:
        choice.nothing_found("date", words, len(chosen), hints, form, DATE_FIELDS)
    records: list[dict[str, Any]] = []
    if form != "table":
        records = [dated_record(library, dated) for dated in (*found.dated, *found.vague)]

    def view() -> "RenderableType":
        from wp.show.timeline_view import timeline_view

        return timeline_view(library, found, time, hints)

    give(records, form, DATE_FIELDS, view, no_color=no_color)


def _first(found: Timeline, limit: int | None) -> Timeline:
    if limit is None:
        return found
    dated = found.dated[:limit]
    return found._replace(dated=dated, vague=found.vague[: limit - len(dated)])
