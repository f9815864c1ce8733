"""Markdown through pulldown-cmark, read as the page it stands for."""

import re

from wp.base.draft.blocks import Source
from wp.base.draft.page import read_page

_FRONT_MATTER = re.compile(
    r"(?:---|\+\+\+)[ \t]*\n(?P<fields>(?:.*\n)*?)(?:---|\+\+\+|\.\.\.)[ \t]*(?:\n|$)"
)
_FIELD = re.compile(
    r"^(?P<name>title|date|lang|publisher|author)[ \t]*[:=][ \t]*"
    r"(?P<mark>[\"']?)(?P<value>[^\n]*?)(?P=mark)[ \t]*$",
    re.MULTILINE,
)
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def read_markdown(text: str) -> Source:
    """Read CommonMark with tables and notes; what it is, from its front matter."""
    from pyromark import Options, html

    text = text.replace("\r\n", "\n").replace("\r", "\n")
    fields: dict[str, str] = {}
    front = _FRONT_MATTER.match(text)
    if front:
        text = text[front.end() :]
        fields = {match["name"]: match["value"].strip() for match in _FIELD.finditer(front[0])}
    options = Options.ENABLE_TABLES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_FOOTNOTES
    page = html(text, options=options)
    date = _DATE.match(fields.get("date", ""))
    return read_page(page)._replace(
        title=fields.get("title", ""),
        published=date[0] if date else "",
        language=fields.get("lang", ""),
        publisher=fields.get("publisher", ""),
        author=fields.get("author", ""),
    )
