"""The page of a library put together: its template, text, figures and data."""

from html import escape
from pathlib import Path
from string import Template

from wp.cite.reference import printed_date
from wp.export.frame.build import page, read
from wp.export.page.data import page_data
from wp.export.page.figures import figure_rows, filter_options
from wp.export.page.text import contents, text_of
from wp.library import Library

_FOLDER = Path(__file__).parent
_SCRIPTS = ("search.js", "clipboard.js", "panel.js", "figures.js", "keys.js", "contents.js")


def export_page(library: Library) -> str:
    """Return a library as one HTML page: text, facts, figures, search.

    Works from a file, in print, and, the search and the filters aside, without scripts.
    """
    sections, topics, units = filter_options(library)
    body = Template(read(_FOLDER, "template.html")).substitute(
        language=escape(library.bases[0].document.language),
        heading=escape(_heading(library)),
        masthead=_masthead(library),
        contents=contents(library),
        text=text_of(library),
        sections=sections,
        topics=topics,
        units=units,
        figures=figure_rows(library),
        count=str(len(library.facts)),
        rights="".join(f"<p>{escape(line)}</p>\n" for line in _rights(library)),
    )
    return page(
        _heading(library),
        "wp export",
        body,
        read(_FOLDER, "page.css"),
        [read(_FOLDER, name) for name in _SCRIPTS],
        page_data(library),
    )


def _heading(library: Library) -> str:
    if len(library.bases) == 1:
        return library.bases[0].document.title
    return f"{len(library.bases)} documents"


def _rights(library: Library) -> dict[str, None]:
    return dict.fromkeys(base.document.rights for base in library.bases if base.document.rights)


def _masthead(library: Library) -> str:
    """Return the lines under the heading: who published what when, and what of it is here."""
    lines = []
    for base in library.bases:
        document = base.document
        title = "" if len(library.bases) == 1 else f"<cite>{escape(document.title)}</cite>, "
        edition = f" · {escape(document.edition)}" if document.edition else ""
        lines.append(
            f"{title}{escape(document.publisher)}, "
            f'<time datetime="{document.published}">{printed_date(document.published)}</time>'
            f"{edition}"
        )
    return "\n".join(f"<p>{line}</p>" for line in lines)
