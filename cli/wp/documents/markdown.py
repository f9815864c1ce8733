"""Markdown through pulldown-cmark, whose events say where in the file each of them stands.

CommonMark with tables, notes, task lists and alerts; `^5^` as pandoc raises it, `##Head` without a
blank. Comments, link addresses and images are no text. A notebook is its Markdown cells, one below
another; code and its output are no text.
"""

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from wp.documents import (
    Comment,
    Content,
    Mapped,
    Metadata,
    Skipped,
    join,
    literal,
    standing_for,
)
from wp.documents.assemble import Assembler, Within
from wp.documents.front_matter import FrontMatter, find_front_matter
from wp.documents.html import DATE, Tags
from wp.errors import InputError
from wp.pattern import pattern

if TYPE_CHECKING:
    from pyromark.event import Event


_NO_LINE_END = pattern(r"[^\r\n]")
_BEYOND_ASCII = pattern(r"[^\x00-\x7f]")
_COMMENT = pattern(r"<!--(.*)-->", re.DOTALL)
# "`one' and `another'", as manuals quote, or ``one'' and ``another'' as TeX does: the second mark
# ends no code, for a word stands on it.
_MANUAL_QUOTES = pattern(
    r"(?<![`\w])(?P<mark>``?)[^`'\s](?:[^`]*[^\s`])?(?P<closing>''?)(?!')[^`]*\s[\"(\[]?(?P=mark)(?=\w)"
)
_HEAD_WITHOUT_BLANK = pattern(r"(#{2,6})(?=[^\s#!])")
# What the front matter says of the document, not in it.
_DESCRIBING = frozenset(
    "title subtitle date lang language publisher author authors layout permalink slug url".split()
)


def read_markdown(text: str) -> Content:
    """Read a Markdown file; what it is, from its front matter."""
    from pyromark import Options, events_with_range

    options = (
        Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_GFM
    )
    front = find_front_matter(text) or FrontMatter((), 0)
    # The parser must not see it: what it takes for front matter may be text.
    source = _NO_LINE_END.sub(" ", text[: front.end]) + text[front.end :]
    reader = _Reader(source)
    reader.take_front(front)
    for event, span in events_with_range(source, options=options):
        reader.take(event, span["start"], span["end"])
    reader.tags.end(len(text))
    return reader.assembler.content(reader.tags.comments, _metadata(front))


def _metadata(front: FrontMatter) -> Metadata:
    title = front.value("title").replace("\\ ", " ").rstrip("\\")
    printed = front.value("date", "published")
    date = DATE.match(printed)
    if date is None and printed:
        from wp.quantities.read import dates

        read = [mention.period for mention in dates(printed, events=False)]
        start = read[0].start if len(read) == 1 and read[0].start == read[0].end else None
    else:
        start = date[0] if date else None
    return Metadata(
        title,
        start or "",
        front.value("lang", "language"),
        front.value("publisher"),
        front.value("author"),
    )


class _Offsets:
    """Offsets in a text from offsets in its UTF-8 bytes."""

    def __init__(self, text: str) -> None:
        self._beyond: list[int] = []
        self._surplus = [0]
        for match in _BEYOND_ASCII.finditer(text):
            surplus = self._surplus[-1]
            self._beyond.append(match.start() + surplus)
            self._surplus.append(surplus + len(match[0].encode()) - 1)

    def __getitem__(self, byte: int) -> int:
        return byte - self._surplus[bisect_left(self._beyond, byte)]


class _Reader:
    """Hands the events, one after another, to an assembler."""

    def __init__(self, text: str) -> None:
        self.assembler = Assembler()
        self.tags = Tags(self.assembler)
        self._text = text
        self._offsets = _Offsets(text)
        self._html: list[Mapped] = []
        self._end = 0
        self._silent = 0
        self._elements: list[tuple[int, bool]] = []  # images and struck words, silent or not
        self._hidden_inline = False
        self._quotes: list[str | None] = []
        self._at_line_start = False
        self._unmarked_head = False
        self._head_row = False

    def take_front(self, front: FrontMatter) -> None:
        """Read the values of front matter that are prose; note what is passed over."""
        unread: dict[str, None] = {}
        for field in front.fields:
            if field.name in _DESCRIBING:
                continue
            if field.is_prose:
                self.assembler.text(field.value)
                self.assembler.part()
            else:
                unread[field.name] = None
        if front.end:
            self.assembler.skip(0, front.end, "front matter", ", ".join(unread))

    def take(self, event: "Event", start: int, end: int) -> None:
        """Read an event that stands at [start, end), in bytes."""
        start, end = self._offsets[start], self._offsets[end]
        if isinstance(event, str):
            if event != "Rule":
                self._break()
            return
        ((kind, data),) = event.items()
        if kind == "Text":
            self._words(str(data), start, end)
        elif kind == "Code":
            self._code(str(data), start, end)
        elif kind == "Html":
            self._html.append(self._mapped(str(data), start, end))
        elif kind == "InlineHtml":
            self._inline_html(str(data), start, end)
        elif kind == "FootnoteReference":
            self.assembler.leave_out_mark(standing_for(str(data), start, end - start))
        elif kind == "Start":
            self._open(*_named(data), start)
            return
        elif kind == "End":
            self._close(*_named(data), end)
        self._end = end

    def _mapped(self, text: str, start: int, end: int) -> Mapped:
        if self._text[start:end] != text:
            return standing_for(text, start, end - start)
        if self._text[start - 1 : start] == "\\" and start > self._end:
            # The backslash of an escape belongs to no event; the character stands for both.
            return join((standing_for(text[0], start - 1, 2), literal(text[1:], start + 1)))
        return literal(text, start)

    def _words(self, text: str, start: int, end: int) -> None:
        piece = self._mapped(text, start, end)
        head = _HEAD_WITHOUT_BLANK.match(text) if self._at_line_start else None
        self._at_line_start = False
        if self._silent:
            return
        if head and self._text[start - 1 : start] in ("", "\n", "\r"):
            self.assembler.open_heading(len(head[1]))
            self._unmarked_head = True
            piece = piece.part(head.end(), len(text))
        self.tags.words(piece)

    def _break(self) -> None:
        if self._unmarked_head:
            self.assembler.part()
            self._unmarked_head = False
        elif not self._silent:
            self.tags.words(Mapped("\n", ()))
        self._at_line_start = True

    def _code(self, text: str, start: int, end: int) -> None:
        if self._silent or self.tags.silent:
            return
        if quotes := _MANUAL_QUOTES.match(self._text, start):
            mark = quotes["mark"]
            self.tags.words(self._mapped(f"{mark}{text}{mark}", start, end))
            return
        at = self._text.find(text, start, end)
        self.assembler.code(
            literal(text, at) if at >= 0 else standing_for(text, start, end - start)
        )

    def _open(self, tag: str, data: Any, start: int) -> None:
        assembler = self.assembler
        self._at_line_start = tag == "Paragraph"
        if tag == "Link":
            assembler.open_link(inner=False)
        elif tag in ("Image", "Strikethrough"):
            # A single tilde more often means "about".
            silent = tag == "Image" or self._text.startswith("~~", start)
            self._elements.append((start, silent))
            self._silent += silent
        elif tag == "Heading":
            assembler.open_heading(int(data["level"][1]))
        elif tag in _WITHIN:
            assembler.open_within(_WITHIN[tag])
        elif tag == "BlockQuote":
            assembler.open_quotation()
            self._quotes.append(data)
        elif tag == "TableCell":
            assembler.open_cell(is_head=self._head_row)
        elif tag in _OPENED:
            if tag in ("TableHead", "TableRow"):
                self._head_row = tag == "TableHead"
            _OPENED[tag](assembler)
        elif tag == "Paragraph":
            assembler.part()

    def _close(self, tag: str, data: Any, end: int) -> None:
        assembler = self.assembler
        if tag == "Link":
            assembler.close_link()
        elif tag in ("Image", "Strikethrough"):
            start, silent = self._elements.pop()
            self._silent -= silent
            if silent and tag == "Strikethrough":
                assembler.skip(start, end, "struck text", f"“{self._text[start:end]}”")
        elif tag == "Strong":
            assembler.close_bold()
        elif tag == "BlockQuote":
            assembler.close_quotation(alert=bool(self._quotes.pop()))
        elif tag == "HtmlBlock":
            source, self._html = join(self._html), []
            self.tags.read(source)
        elif tag in _CLOSED or tag in _WITHIN:
            if tag in _WITHIN:
                assembler.close_within(_WITHIN[tag])
            else:
                _CLOSED[tag](assembler)
            self._unmarked_head = False
            if self._hidden_inline and self.tags.silent:
                self.tags.end(end)  # what a paragraph hides and never closes ends with it

    def _inline_html(self, tag: str, start: int, end: int) -> None:
        if comment := _COMMENT.fullmatch(tag):
            self.tags.comments.append(Comment(comment[1], start, end))
        elif not self._silent:
            self.tags.read(self._mapped(tag, start, end))
            self._hidden_inline = bool(self.tags.silent)


_WITHIN: dict[str, Within] = {"List": "list", "CodeBlock": "code", "FootnoteDefinition": "note"}
_OPENED = {
    "Item": Assembler.open_item, "Table": Assembler.open_table, "Strong": Assembler.open_bold,
    "TableHead": Assembler.open_row, "TableRow": Assembler.open_row,
}  # fmt: skip
_CLOSED = {
    "Item": Assembler.close_item, "Table": Assembler.close_table, "Heading": Assembler.part,
    "TableHead": Assembler.close_row, "TableRow": Assembler.close_row, "Paragraph": Assembler.part,
}  # fmt: skip


def _named(data: Any) -> tuple[str, Any]:
    """Return an element's name and what it holds; one that holds nothing is its name alone."""
    if isinstance(data, str):
        return data, None
    ((tag, held),) = data.items()
    return tag, held


def read_notebook(path: str, text: str) -> tuple[str, Content]:
    """Read a notebook; gives its Markdown, an empty line between cells, and what stands in it.

    Raw cells are passed over and named, code is not. InputError naming `path` for what is no
    notebook of format 4 (nbformat.readthedocs.io).
    """
    import json

    sources: list[str] = []
    skipped: list[Skipped] = []
    try:
        cells = json.loads(text)["cells"]
        for number, cell in enumerate(cells, 1):
            source = cell["source"]
            source = source if isinstance(source, str) else "".join(source)
            if cell["cell_type"] == "markdown":
                sources.append(source)
            elif cell["cell_type"] != "code" and source.strip():
                skipped.append(Skipped(-1, -1, "raw cell", f"cell {number} of the notebook"))
    except (ValueError, TypeError, LookupError, RecursionError):
        raise InputError(
            path, "is not a notebook of format 4", remedy="open it in Jupyter and save it anew"
        ) from None
    markdown = "\n\n".join(sources)
    content = read_markdown(markdown)
    return markdown, content._replace(skipped=(*content.skipped, *skipped))
