"""Markdown through pulldown-cmark, read as the page it stands for."""

import re

from wp.base.draft.blocks import Source
from wp.base.draft.page import read_page
from wp.documents.front_matter import FrontMatter, find_front_matter

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def read_markdown(text: str) -> Source:
    """Read CommonMark with tables and notes; what it is, from its front matter."""
    from pyromark import Options, html

    front = find_front_matter(text) or FrontMatter((), 0)
    text = text[front.end :].replace("\r\n", "\n").replace("\r", "\n")
    options = Options.ENABLE_TABLES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_FOOTNOTES
    page = html(text, options=options)
    date = _DATE.match(front.value("date"))
    return read_page(page)._replace(
        title=front.value("title"),
        published=date[0] if date else "",
        language=front.value("lang", "language"),
        publisher=front.value("publisher"),
        author=front.value("author"),
    )
