"""`wp timeline`: dated statements in order of time."""

from wp.commands import filters, options
from wp.commands.result import Drawn
from wp.figures.select import Wanted, figures_of
from wp.figures.timeline import Timeline
from wp.figures.timeline import timeline as in_order
from wp.show.records import DATE_FIELDS, dated_record


def timeline(
    query: filters.Query = None,
    facts: options.Facts = None,
    section: options.Sections = None,
    topic: options.Topics = None,
    unit: filters.Unit = None,
    since: filters.Since = None,
    until: filters.Until = None,
    least: filters.Least = None,
    most: filters.Most = None,
    limit: filters.Limit = None,
    format: options.FormatName = None,
    json: options.Json = False,
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """List dated statements in order of time, their spans drawn to scale.

    --unit, --min and --max keep the statements with such a figure.
    """
    reply = options.reply(format, json, plain, no_color)
    among = filters.chosen(query, facts, section, topic, unit, since, until, least, most)
    library, _, kept, wanted = among
    if wanted._replace(time=None) != Wanted():
        kept = [fact for fact in kept if any(map(wanted.keeps, figures_of([fact])))]
    found = _first(in_order(kept, wanted.time), limit)
    hints = filters.left_out(found.left_out, "date")
    if not found.dated and not found.vague:
        filters.nothing_found(among, section, "date", hints, reply, DATE_FIELDS)

    def view() -> Drawn:
        from wp.show.timeline_view import timeline_view

        return [timeline_view(library, found, wanted.time, hints)]

    every = (*found.dated, *found.vague)
    reply.give(DATE_FIELDS, lambda: [dated_record(library, one) for one in every], view, library)


def _first(found: Timeline, limit: int | None) -> Timeline:
    if limit is None:
        return found
    dated = found.dated[:limit]
    return found._replace(dated=dated, vague=found.vague[: limit - len(dated)])
