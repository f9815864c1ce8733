"""`wp figures`: figures as a table or as charts."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from wp.commands import filters, options
from wp.commands.output_file import Force, Output, form_asked, output_file, write_output
from wp.commands.result import Drawn, Reply, with_document
from wp.errors import UsageError, one_of
from wp.figures.select import ORDERS, StatedFigure, arrange, choose, figures_of
from wp.library import Library
from wp.show.output import Format, render
from wp.show.records import FIGURE_FIELDS, stated_record

if TYPE_CHECKING:
    from wp.show.record_types import StatedRecord

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
    query: filters.Query = None,
    facts: options.Facts = None,
    section: options.Sections = None,
    topic: options.Topics = None,
    unit: filters.Unit = None,
    since: filters.Since = None,
    until: filters.Until = None,
    least: filters.Least = None,
    most: filters.Most = None,
    sort: Sort = None,
    limit: filters.Limit = None,
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
    among = filters.chosen(query, facts, section, topic, unit, since, until, least, most)
    library = among.library
    kept, undated = choose(figures_of(among.facts), among.wanted)
    groups = _first(arrange(library.bases, kept, order), limit)
    hints = filters.left_out(undated, "figure")
    if not kept:
        filters.nothing_found(among, section, "figure", hints, reply, FIGURE_FIELDS)
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
    from wp.figures.series import compare
    from wp.show.documents import document_key
    from wp.show.figures_chart import chart_view

    named = len(library.bases) > 1
    drawn = {stated.fact.document for group in groups.values() for stated in group}
    told = [*hints, *(line.plain for line in document_key(library, drawn))]
    comparison = compare(library.facts, list(groups.values()))
    if reply.form == "table":
        reply.give((), list, lambda: [chart_view(comparison, told, named=named)])
        return
    from wp.show.chart_picture import picture, picture_page

    svg = picture(library, comparison, hints)
    write_output(file, svg if reply.form == "svg" else picture_page("Figures", svg))
