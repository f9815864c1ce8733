"""`wp export`: the whole base, or a part of it, for other programs."""

import sys
from pathlib import Path
from typing import Annotated, cast

from wp.base import base_paths
from wp.commands import options
from wp.commands.output_file import (
    Force,
    Output,
    form_asked,
    output_file,
    tell_written,
    write_output,
)
from wp.english import counted
from wp.errors import UsageError, one_of
from wp.library import Library
from wp.safe import printable
from wp.show import Format, render

# Each form, and the endings of files that mean it.
_FORMATS: dict[str, tuple[str, ...]] = {
    "json": (".json",),
    "jsonl": (".jsonl",),
    "csv": (".csv",),
    "excel": (),
    "markdown": (".md",),
    "sqlite": (".sqlite", ".sqlite3", ".db"),
    "html": (".html", ".htm"),
    "opensearch": (),
}
_ROWS = ("facts", "figures", "dates", "mapping")


Rows = Annotated[
    str | None,
    options.choice(
        "--rows",
        of=_ROWS,
        help="What a row of csv or jsonl is (facts); mapping: the index for opensearch.",
    ),
]
FormName = Annotated[
    str | None,
    options.choice(
        "--format",
        "-f",
        of=list(_FORMATS),
        metavar="FORM",
        help=f"{', '.join(_FORMATS)} (else as FILE ends, WP_FORMAT, json).",
    ),
]


def export(
    output: Output = None,
    force: Force = False,
    facts: options.Facts = None,
    section: options.Sections = None,
    topic: options.Topics = None,
    rows: Rows = None,
    format: FormName = None,
    json: options.Json = False,
) -> None:
    """Write the base as JSON, JSON Lines, CSV, Markdown, SQLite, HTML, OpenSearch bulk NDJSON."""
    form = _form(format, json, output)
    rows = _rows(rows, form)
    library = options.library_from(facts)
    paths = base_paths(facts or ())
    file = output_file(output, force=force, sources=paths)
    if form == "sqlite" and file is None:
        raise UsageError("SQLite is a file", remedy="name it, for instance: -o facts.sqlite")
    sections = library.section_names(section or ())
    topics = library.topic_names(topic or ())

    from wp.export.selection import narrowed

    part = narrowed(library, paths, sections=sections, topics=topics)
    told = counted(len(part.facts), "fact") * (rows == "facts")
    if file and form == "sqlite":
        from wp.export.sqlite import export_sqlite

        export_sqlite(part, file)
        tell_written(file, told)
        return
    if form == "json":
        from wp.export.selection import base_json

        text = base_json(paths, sections, topics)
    else:
        text = _text(part, form, rows)
    # A file gets what the document says; eyes get an escape, not what a terminal obeys.
    shown = printable(text) if file is None and sys.stdout.isatty() else text
    write_output(file, shown, told)


def _rows(given: str | None, form: str) -> str:
    """Return what a row is; UsageError where the form has none, or others."""
    if given is None:
        return "facts"
    rows = one_of("rows", given, _ROWS)
    if form not in ("csv", "excel", "jsonl", "opensearch"):
        raise UsageError(f"{form} has no rows to choose", remedy="take --format csv or jsonl")
    if (form == "opensearch") != (rows == "mapping"):
        remedy = "mapping is for opensearch, the others are not"
        raise UsageError(f"{form} has no rows {rows!r}", remedy=remedy)
    return rows


def _form(format: str | None, json: bool, file: Path | None) -> str:
    endings = {end: form for form, ends in _FORMATS.items() for end in ends}
    format = form_asked(format, json, file, endings)
    form = options.output_format(format, json, False, tuple(_FORMATS))
    return "json" if form == "table" else form


def _text(part: Library, form: str, rows: str) -> str:
    """Return facts in a form that is text and is made of them alone."""
    match form:
        case "markdown":
            from wp.export.markdown import export_markdown

            return export_markdown(part)
        case "html":
            from wp.export.page import export_page

            return export_page(part)
        case "opensearch":
            from wp.export.opensearch import bulk, mapping

            return mapping() if rows == "mapping" else "".join(bulk(part))
    from wp.show.records import export_rows

    records, fields = export_rows(part, rows)
    return render(records, cast(Format, form), fields)
