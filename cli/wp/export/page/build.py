"""The page put together: template, style, script, text, figures and data in one file.

The page forbids itself everything but its own style and script, which it names by their hashes, so
that no text of a base could run even if it got past the escaping.
"""

import json
from base64 import b64encode
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from wp.cite.reference import printed_date
from wp.export.page.data import page_data
from wp.export.page.figures import figure_rows, filter_options
from wp.export.page.text import contents, text_of
from wp.library import Library

_FOLDER = Path(__file__).parent
_SCRIPTS = ("search.js", "clipboard.js", "panel.js", "figures.js", "keys.js")


def export_page(library: Library) -> str:
    """Give a library as one HTML page: text, facts, figures, search.

    Works from a file, in print, and, the search and the filters aside, without scripts.
    """
    style = _read("page.css")
    script = "(() => {\n'use strict';\n" + "".join(map(_read, _SCRIPTS)) + "})();\n"
    sections, topics, units = filter_options(library)
    return Template(_read("template.html")).substitute(
        style=style,
        script=script,
        policy=_policy(style, script),
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
        data=_inline(page_data(library)),
    )


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Give the Content-Security-Policy that allows this style and script and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _inline(data: Any) -> str:
    """Give JSON that stands in a script element and cannot end it: `<` only as an escape."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _heading(library: Library) -> str:
    if len(library.bases) == 1:
        return library.bases[0].document.title
    return f"{len(library.bases)} documents"


def _masthead(library: Library) -> str:
    """Give the lines under the heading: who published what when, and what of it is here."""
    lines = []
    for base in library.bases:
        document = base.document
        title = "" if len(library.bases) == 1 else f"<cite>{escape(document.title)}</cite>, "
        lines.append(
            f"{title}{escape(document.publisher)}, "
            f'<time datetime="{document.published}">{printed_date(document.published)}</time>'
        )
        lines += [escape(line) for line in (document.edition, document.rights) if line]
    return "\n".join(f"<p>{line}</p>" for line in lines)
