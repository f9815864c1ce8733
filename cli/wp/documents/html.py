"""HTML: tags open and close blocks; what a browser does not show as text is left out."""

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from wp.documents import Comment, Content, Mapped, Metadata, literal, spelt
from wp.documents.assemble import Assembler, Within
from wp.documents.prose import words_lost
from wp.pattern import pattern

if TYPE_CHECKING:
    from html.parser import HTMLParser

# Never text, so never told.
_UNSEEN = frozenset("script style template noscript title".split())
_LEFT_OUT = {
    "nav": "navigation", "svg": "a picture", "math": "a formula", "textarea": "a form",
    "select": "a form", "button": "a button", "iframe": "another page", "object": "an object",
    "del": "struck text", "s": "struck text", "strike": "struck text",
}  # fmt: skip
# Beside a page's main part, these are about the site.
_BESIDE = frozenset(("aside", "footer", "dialog"))
_MAIN = frozenset(("main", "article"))
_HAS_MAIN = pattern(r"<(?:main|article)\b", re.IGNORECASE)
_PARTS = frozenset(
    "address article aside body center dd details dialog div dl dt fieldset figure form header hr "
    "html legend main p section summary tbody tfoot thead".split()
)
_CODE = frozenset(("code", "kbd", "samp", "var"))
_BOLD = frozenset(("b", "strong"))
_VOID = frozenset("br hr img input link meta wbr area base col embed source track".split())
_EXAMPLE = 60  # characters of what is left out that are told

DATE = pattern(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_DATE_NAMES = frozenset(
    "date dcterms.date dcterms.issued dcterms.created dc.date dc.date.issued publishdate pubdate "
    "article:published_time citation_publication_date citation_date".split()
)
_PUBLISHER_NAMES = frozenset(
    "publisher dc.publisher dcterms.publisher citation_publisher og:site_name".split()
)
_AUTHOR_NAMES = frozenset("author dc.creator dcterms.creator".split())


def read_html(text: str) -> Content:
    """Read an HTML page or fragment."""
    tags = Tags(Assembler())
    tags.has_main = bool(_HAS_MAIN.search(text))
    tags.read(literal(text, 0))
    tags.end(len(text))
    metadata = Metadata(
        " ".join(tags.title.split()), tags.published, tags.language, tags.publisher, tags.author
    )
    return tags.assembler.content(tags.comments, metadata)


class Tags:
    """Reads pieces of HTML, one after another, into an assembler.

    An element that is left out hides all that stands in it, in the pieces behind it as well.
    """

    def __init__(self, assembler: Assembler) -> None:
        self.assembler = assembler
        self.comments: list[Comment] = []
        self.has_main = False
        self.title = self.published = self.publisher = self.author = self.language = ""
        self.silent = ""
        self._depth = 0
        self._hidden_from = 0
        self._hidden_text = ""
        self._why = ""
        self._main = 0
        self._titled = False

    def read(self, source: Mapped) -> None:
        """Read a piece; its characters stand where `source` says."""
        parser = _parser()(self, source)
        parser.feed(_without_open_marks(source.text))
        parser.close()

    def end(self, at: int) -> None:
        """End what was left out and never closed, at an offset of the file."""
        if self.silent:
            self._told(at)

    def start(self, tag: str, attributes: dict[str, str], piece: Mapped) -> None:
        """Take a start tag, `piece` as it stands in the file."""
        assembler = self.assembler
        if self.silent:
            self._depth += tag == self.silent
            if tag == "meta":
                self._meta(attributes)
        elif tag not in _VOID and (why := self._left_out(tag, attributes)):
            self.silent, self._depth, self._why = tag, 1, why
            self._hidden_from, self._hidden_text = piece.at(0), ""
            self._titled = tag == "title" and not self.title
        elif tag == "html":
            self.language = attributes.get("lang", "") or attributes.get("xml:lang", "")
        elif tag == "meta":
            self._meta(attributes)
        elif tag == "br":
            assembler.line_break()
        elif tag == "q":
            assembler.text(spelt("“", piece))
        elif tag == "a":
            assembler.open_link(inner=attributes.get("href", "").startswith("#"))
        elif tag == "sup":
            assembler.open_superscript(linked="note" in attributes.get("class", ""))
        else:
            self._main += tag in _MAIN
            self._open(tag, attributes)

    def is_never_text(self, tag: str) -> bool:
        """Return whether what stands in an element is left out, whatever its attributes."""
        return tag in _UNSEEN or tag in _LEFT_OUT

    def finish(self, tag: str, piece: Mapped) -> None:
        """Take an end tag."""
        assembler = self.assembler
        if self.silent:
            self._depth -= tag == self.silent
            if not self._depth:
                self._told(piece.end())
        elif tag == "q":
            assembler.text(spelt("”", piece))
        elif tag == "a":
            assembler.close_link()
        elif tag == "sup":
            assembler.close_superscript()
        else:
            self._main = max(self._main - (tag in _MAIN), 0)
            self._close(tag)

    def words(self, piece: Mapped) -> None:
        """Take words between tags."""
        if not self.silent:
            self.assembler.text(piece)
        elif self._titled:
            self.title += piece.text
        elif len(self._hidden_text) < _EXAMPLE:
            self._hidden_text = f"{self._hidden_text} {piece.text.strip()}".strip()

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        assembler = self.assembler
        if level := _heading_level(tag):
            assembler.open_heading(level)
        elif tag in ("td", "th"):
            columns, rows = _span(attributes, "colspan"), _span(attributes, "rowspan")
            assembler.open_cell(columns, is_head=tag == "th", rows=rows)
        elif tag in _BOLD:
            assembler.open_bold()
        elif tag in _CODE:
            assembler.open_code_words()
        elif tag in _WITHIN:
            assembler.open_within(_WITHIN[tag])
        elif tag == "li":
            assembler.open_item(is_note=_is_note(attributes))
        elif tag in _OPENED:
            _OPENED[tag](assembler)
        elif tag in _PARTS:
            assembler.part()

    def _close(self, tag: str) -> None:
        assembler = self.assembler
        if tag in _BOLD:
            assembler.close_bold()
        elif tag in _CODE:
            assembler.close_code_words()
        elif tag in _WITHIN:
            assembler.close_within(_WITHIN[tag])
        elif tag in _CLOSED:
            _CLOSED[tag](assembler)
        elif tag in _PARTS or _heading_level(tag):
            assembler.part()

    def _left_out(self, tag: str, attributes: dict[str, str]) -> str:
        """Return why an element is left out, with all that stands in it; "" for one that is not."""
        if tag in _UNSEEN:
            return tag
        if tag in _LEFT_OUT:
            return _LEFT_OUT[tag]
        if tag == "p" and attributes.get("class") == "toc":  # as `docx` marks it
            return "contents list"
        style = attributes.get("style", "").replace(" ", "").lower()
        if "hidden" in attributes or "display:none" in style or "visibility:hidden" in style:
            return "hidden text"
        if self.has_main and not self._main and tag in _BESIDE:
            return "what stands beside the main part"
        role = attributes.get("role", "")
        return "navigation" if role in ("navigation", "doc-toc", "dialog") else ""

    def _told(self, end: int) -> None:
        """Note what was left out, where it had words."""
        if words_lost(self._hidden_text) and self.silent not in _UNSEEN:
            example = " ".join(self._hidden_text[:_EXAMPLE].split())
            self.assembler.skip(self._hidden_from, end, self._why, f"“{example}”")
        self.silent, self._titled = "", False

    def _meta(self, attributes: dict[str, str]) -> None:
        name = (attributes.get("name") or attributes.get("property", "")).lower()
        content = " ".join(attributes.get("content", "").split())
        date = DATE.match(content)
        if name in _DATE_NAMES and date and not self.published:
            self.published = date[0]
        elif name in _PUBLISHER_NAMES:
            self.publisher = self.publisher or content
        elif name in _AUTHOR_NAMES:
            self.author = self.author or content


_WITHIN: dict[str, Within] = {
    "ul": "list", "ol": "list", "menu": "list", "pre": "code", "caption": "caption",
    "footer": "attribution", "figcaption": "attribution",
}  # fmt: skip
_OPENED = {
    "table": Assembler.open_table, "tr": Assembler.open_row, "cite": Assembler.open_cite,
    "blockquote": Assembler.open_quotation,
}  # fmt: skip
_CLOSED = {
    "table": Assembler.close_table, "tr": Assembler.close_row, "cite": Assembler.close_cite,
    "blockquote": Assembler.close_quotation, "li": Assembler.close_item,
}  # fmt: skip


def _heading_level(tag: str) -> int:
    return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else 0


def _span(attributes: dict[str, str], name: str) -> int:
    """Return how many columns or rows a cell says to span, 1 where it says no number below 1000."""
    told = attributes.get(name, "")
    return int(told) if told.isdecimal() and len(told) < 4 else 1


def _is_note(attributes: dict[str, str]) -> bool:
    """Return whether a list item is a note, as converters mark them."""
    return attributes.get("role") in ("doc-endnote", "doc-footnote") or attributes.get(
        "id", ""
    ).startswith(("footnote-", "endnote-", "cite_note-", "fn:", "fn-"))


# HTML cut into tags, words and comments

_COMMENT = "<!--"
_OPENING = pattern(r"<(?=[a-zA-Z/!?])")


def _without_open_marks(text: str) -> str:
    """Blank what begins comments and tags that never close: each would be read to the end."""
    closed = text.rfind("-->") + 1
    text = text[:closed] + text[closed:].replace(_COMMENT, " " * len(_COMMENT))
    closed = text.rfind(">") + 1
    return text[:closed] + _OPENING.sub(" ", text[closed:])


@cache
def _parser() -> "Callable[[Tags, Mapped], HTMLParser]":
    """Return the class that hands tags, words and comments to `Tags`, each with its place.

    Made when a tag is met: Markdown without any needs no parser, whose import takes 3 ms.
    """
    from html import unescape
    from html.parser import HTMLParser

    class Parser(HTMLParser):
        def __init__(self, tags: Tags, source: Mapped) -> None:
            super().__init__(convert_charrefs=False)
            self._tags = tags
            self._source = source
            self._lines = [0, *(match.end() for match in re.finditer("\n", source.text))]

        def _piece(self, length: int) -> Mapped:
            line, column = self.getpos()
            start = self._lines[line - 1] + column
            return self._source.part(start, start + length)

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            piece = self._piece(len(self.get_starttag_text() or "<"))
            self._tags.start(tag, {name: value or "" for name, value in attrs}, piece)

        def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if not self._tags.is_never_text(tag):
                self.handle_starttag(tag, attrs)

        def handle_endtag(self, tag: str) -> None:
            self._tags.finish(tag, self._piece(len(tag) + len("</>")))

        def handle_data(self, data: str) -> None:
            self._tags.words(self._piece(len(data)))

        def handle_entityref(self, name: str) -> None:
            self._reference(f"&{name}")

        def handle_charref(self, name: str) -> None:
            self._reference(f"&#{name}")

        def _reference(self, source: str) -> None:
            if self._piece(len(source) + 1).text.endswith(";"):
                source += ";"
            self._tags.words(spelt(unescape(source), self._piece(len(source))))

        def handle_comment(self, data: str) -> None:
            piece = self._piece(len(data) + len("<!---->"))
            if piece.text.startswith(_COMMENT) and piece.runs:
                self._tags.comments.append(Comment(data, piece.at(0), piece.end()))

        def parse_marked_section(self, i: int, report: bool = True) -> int:
            """Read `<![sic]>` as browsers do; the parser has no more than CDATA and conditions."""
            return self.parse_bogus_comment(i, report)

    return Parser
