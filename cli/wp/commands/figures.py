"""`wp figures` and `wp timeline`: figures and dated statements, chosen by the same options."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, NoReturn, cast, get_args

import typer

from wp.commands import options
from wp.commands.output_file import Force, Output, form_asked, output_file, write_output
from wp.commands.result import NOT_FOUND, Drawn, Reply, end, tell, with_document
from wp.english import counted
from wp.errors import UsageError, one_of
from wp.figures import (
    ORDERS,
    StatedFigure,
    Wanted,
    arrange,
    choose,
    compare,
    figures_of,
    find_unit,
    read_value,
)
from wp.figures.timeline import Timeline, window
from wp.figures.timeline import timeline as in_order
from wp.library import Library
from wp.model import Fact
from wp.show import Format, render
from wp.show.records import DATE_FIELDS, FIGURE_FIELDS, dated_record, stated_record

if TYPE_CHECKING:
    from wp.show.record_types import StatedRecord

Query = Annotated[
    list[str] | None,
    typer.Argument(metavar="[QUERY]...", help="Words as for `wp search`; none takes everything."),
]
Unit = Annotated[
    str | None,
    typer.Option(
        "--unit",
        "-u",
        metavar="UNIT",
        help="Only this unit: people, tonnes, %.",
        autocompletion=options.complete_unit,
    ),
]
Least = Annotated[
    str | None, typer.Option("--min", metavar="VALUE", help="At least this: 440, 8k, 1.3bn.")
]
Most = Annotated[
    str | None, typer.Option("--max", metavar="VALUE", help="At most this: 440, 8k, 1.3bn.")
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="Periods that reach this year, month or day."),
]
Until = Annotated[
    str | None,
    typer.Option("--until", metavar="DATE", help="Periods that begin by this year, month or day."),
]
Limit = Annotated[int | None, options.LIMIT]


class _Choice(NamedTuple):
    """The library, the query's words and sections, the facts that are left, and the bounds.

    `wanted` holds the unit as the base calls it.
    """

    library: Library
    words: str
    sections: set[str]
    facts: list[Fact]
    wanted: Wanted


def _chosen(
    query: list[str] | None,
    facts: list[Path] | None,
    section: list[str] | None,
    topic: list[str] | None,
    unit: str | None,
    *bounds: str | None,
) -> _Choice:
    """Choose facts by words, section and topic, and read what else is asked for.

    Takes the options as given, last --since, --until, --min and --max.
    """
    wanted = _wanted(*bounds)
    words = options.typed(query, "the query") if query else ""
    if query and not words.strip():
        raise UsageError("the query is empty", remedy="leave it out to take everything")
    library = options.library_from(facts)
    sections = library.section_names(section or ())
    found = library.choose(words, sections=sections, topics=library.topic_names(topic or ()))
    if unit is not None:
        wanted = wanted._replace(unit=find_unit(unit, figures_of(library.facts)))
    return _Choice(library, words, sections, found, wanted)


def _wanted(since: str | None, until: str | None, least: str | None, most: str | None) -> Wanted:
    """Read the bounds that the options give; UsageError for what is no date or number.

    The unit is not among them: what it is called depends on the base.
    """
    found = Wanted(
        time=window(since, until),
        least=None if least is None else read_value(least, "--min"),
        most=None if most is None else read_value(most, "--max"),
    )
    if found.least is not None and found.most is not None and found.least > found.most:
        raise UsageError(f"--min {least} is more than --max {most}", remedy="exchange the two")
    return found


def _left_out(count: int, kind: str) -> list[str]:
    """Return a line on what was left out since its period has no year; none if nothing was."""
    if not count:
        return []
    verb = "has" if count == 1 else "have"
    return [f"Left out: {counted(count, kind)} that {verb} no year."]


def _end_with_nothing(
    among: _Choice, kind: str, hints: Sequence[str], reply: Reply, fields: Sequence[str]
) -> NoReturn:
    """Answer with nothing, say where it was looked for and why, and end with 1."""
    from wp.extent import nothing_chosen

    if reply.form not in ("table", "svg", "html"):
        reply.give(fields, list, str, among.library)
    library, words, sections, facts, _ = among
    tell(nothing_chosen(library, words, sections, len(facts), kind, hints))
    end(NOT_FOUND)


_PICTURES = ("svg", "html")
_ENDINGS = {
    ".svg": "svg", ".html": "html", ".json": "json", ".jsonl": "jsonl", ".csv": "csv",
    ".md": "markdown", ".tsv": "plain",
}  # fmt: skip

Groups = Mapping[str, Sequence[StatedFigure]]


Sort = Annotated[
    str | None,
    options.choice("--sort", of=ORDERS, help="The order within a unit (place; for --chart value)."),
]
Chart = Annotated[
    bool, typer.Option("--chart", help="Draw what can be compared; -o chart.svg: as a picture.")
]


def figures(
    query: Query = None,
    facts: options.Facts = None,
    section: options.Sections = None,
    topic: options.Topics = None,
    unit: Unit = None,
    since: Since = None,
    until: Until = None,
    least: Least = None,
    most: Most = None,
    sort: Sort = None,
    limit: Limit = None,
    chart: Chart = False,
    output: Output = None,
    force: Force = False,
    format: options.FormatName = None,
    json: options.Json = False,
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """List the figures that the document states, by unit; --chart draws them."""
    format = form_asked(format, json or plain, output, _ENDINGS)
    file = output_file(output, force=force, sources=facts or ())
    chart = chart or (format is not None and format.lower() in _PICTURES)
    if chart and (json or plain):
        raise UsageError("a chart is no data", remedy="leave out --chart, or --json and --plain")
    known = ("table", *_PICTURES) if chart else get_args(Format)
    reply = Reply(options.output_format(format, json, plain, known), no_color)
    if file and reply.form == "table":
        raise UsageError("a table is for the screen", remedy="take --format csv for a file")
    order = one_of("order", sort or ("value" if chart else "place"), ORDERS)
    among = _chosen(query, facts, section, topic, unit, since, until, least, most)
    library = among.library
    kept, undated = choose(figures_of(among.facts), among.wanted)
    groups = _first(arrange(library.bases, kept, order), limit)
    hints = _left_out(undated, "figure")
    if not kept:
        _end_with_nothing(among, "figure", hints, reply, FIGURE_FIELDS)
    (_draw if chart else _list)(library, groups, hints, reply, file)


def _first(groups: Groups, limit: int | None) -> Groups:
    """Keep the first figures, whatever their unit."""
    if limit is None:
        return groups
    kept: dict[str, Sequence[StatedFigure]] = {}
    for unit, group in groups.items():
        if limit > 0:
            kept[unit] = group[:limit]
            limit -= len(kept[unit])
    return kept


def _list(
    library: Library, groups: Groups, hints: list[str], reply: Reply, file: Path | None
) -> None:
    def records() -> "list[StatedRecord]":
        return [stated_record(library, one) for group in groups.values() for one in group]

    def view() -> Drawn:
        from wp.show.figures_view import figures_view

        return [figures_view(library, groups, hints)]

    if file:
        rows = records()
        fields = with_document(library, FIGURE_FIELDS)
        text = render(rows, cast(Format, reply.form), fields)
        write_output(file, text, f"{len(rows)} figures")
    else:
        reply.give(FIGURE_FIELDS, records, view, library)


def _draw(
    library: Library, groups: Groups, hints: list[str], reply: Reply, file: Path | None
) -> None:
    from wp.show.figures_view import chart_view
    from wp.show.terminal import document_key

    named = len(library.bases) > 1
    drawn = {stated.fact.document for group in groups.values() for stated in group}
    told = [*hints, *(line.plain for line in document_key(library, drawn))]
    comparison = compare(library.facts, list(groups.values()))
    if reply.form == "table":
        reply.give((), list, lambda: [chart_view(comparison, told, named=named)])
        return
    from wp.show.chart_picture import picture, picture_page

    svg = picture(library, comparison, hints)
    write_output(file, svg if reply.form == "svg" else picture_page(svg))


def timeline(
    query: Query = None,
    facts: options.Facts = None,
    section: options.Sections = None,
    topic: options.Topics = None,
    unit: Unit = None,
    since: Since = None,
    until: Until = None,
    least: Least = None,
    most: Most = None,
    limit: Limit = None,
    format: options.FormatName = None,
    json: options.Json = False,
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """List dated statements in order of time, their spans drawn to scale.

    --unit, --min and --max keep the statements with such a figure.
    """
    reply = options.reply(format, json, plain, no_color)
    among = _chosen(query, facts, section, topic, unit, since, until, least, most)
    library, _, _, kept, wanted = among
    if wanted._replace(time=None) != Wanted():
        kept = [fact for fact in kept if any(map(wanted.keeps, figures_of([fact])))]
    found = _earliest(in_order(kept, wanted.time), limit)
    hints = _left_out(found.left_out, "date")
    if not found.dated and not found.vague:
        _end_with_nothing(among, "date", hints, reply, DATE_FIELDS)

    def view() -> Drawn:
        from wp.show.timeline_view import timeline_view

        return [timeline_view(library, found, wanted.time, hints)]

    every = (*found.dated, *found.vague)
    reply.give(DATE_FIELDS, lambda: [dated_record(library, one) for one in every], view, library)


def _earliest(found: Timeline, limit: int | None) -> Timeline:
    if limit is None:
        return found
    dated = found.dated[:limit]
    return found._replace(dated=dated, vague=found.vague[: limit - len(dated)])
