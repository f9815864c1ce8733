"""A base, or a checked draft, as files for others; here what all HTML pages share.

A page is a single file, and stretches of text are marked in it. It forbids itself everything but
its own style and script, which it names by their hashes, so that no text could run even if it got
past the escaping. Which form of a base is asked for is told in `wp.commands.export`: a new one is
a line of its `_FORMATS`.
"""

import json
from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise
from pathlib import Path
from string import Template
from typing import Any, NamedTuple

_FOLDER = Path(__file__).parent


def html_page(
    title: str, made_by: str, body: str, style: str, scripts: Sequence[str], data: Any = None
) -> str:
    """Return a page: `body` in the dress and with the elements that all pages share.

    `style` is added to the common one, `scripts` run in order in one scope; they find `data` in
    the element with the id "data".
    """
    whole = read(_FOLDER, "frame.css") + style
    script = (
        "(() => {\n'use strict';\n" + "".join((read(_FOLDER, "frame.js"), *scripts)) + "})();\n"
    )
    if data is not None:
        body += f'\n<script type="application/json" id="data">{_inline(data)}</script>'
    return Template(read(_FOLDER, "frame.html")).substitute(
        policy=_policy(whole, script),
        made_by=escape(made_by),
        title=escape(title),
        style=whole,
        script=script,
        body=body,
    )


def read(folder: Path, name: str) -> str:
    """Read one of the files that a page is made of."""
    return (folder / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Return the Content-Security-Policy that allows this style and script and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    from base64 import b64encode
    from hashlib import sha256

    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _inline(data: Any) -> str:
    """Return JSON that stands in a script element and cannot end it: `<` only as an escape."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


class Placed(NamedTuple):
    """A fact's number on the page and its span in the section's text."""

    number: int
    start: int
    end: int


class MarkedStretch(NamedTuple):
    """A span of a paragraph, the facts that begin with it, and all the facts that hold it."""

    start: int
    end: int
    begin: tuple[int, ...]
    within: tuple[int, ...]


def stretches(start: int, end: int, facts: Iterable[Placed]) -> list[MarkedStretch]:
    """Cut the span [start, end) of a section's text where facts begin or end in it.

    The stretches join without a gap; a fact that runs on from the paragraph before holds the first
    ones without beginning with them.
    """
    here = [fact for fact in facts if fact.start < end and fact.end > start]
    cuts = sorted(
        {start, end}
        | {fact.start for fact in here if fact.start > start}
        | {fact.end for fact in here if fact.end < end}
    )
    return [
        MarkedStretch(
            left,
            right,
            tuple(fact.number for fact in here if fact.start == left),
            tuple(fact.number for fact in here if fact.start <= left and fact.end >= right),
        )
        for left, right in pairwise(cuts)
    ]
