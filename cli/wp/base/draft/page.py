"""HTML as blocks: headings with their level, list items, paragraphs, table rows.

Markdown and DOCX are read as the HTML that they stand for, so this is where structure is found for
all three. Scripts, styles, navigation and what is hidden are left out.
"""

import re
from html.parser import HTMLParser

from wp.base.draft.blocks import Block, BlockKind, Source
from wp.base.draft.table import Cell, Table
from wp.documents.superscript import BACK, raised

_SILENT = frozenset(
    "script style template noscript nav svg math textarea select button iframe object del".split()
)
_PARTS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form header hr html legend main ol p pre section summary table tbody "
    "tfoot thead title ul".split()
)
_VOID = frozenset("br hr img input link meta wbr area base col embed source track".split())
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_DATE_NAMES = frozenset(
    "date dcterms.date dcterms.issued dcterms.created dc.date dc.date.issued publishdate pubdate "
    "article:published_time citation_publication_date citation_date".split()
)
_PUBLISHER_NAMES = frozenset(
    "publisher dc.publisher dcterms.publisher citation_publisher og:site_name".split()
)
_AUTHOR_NAMES = frozenset("author dc.creator dcterms.creator".split())
# Marks put among the text until its block is closed: none of them stands in an HTML page.
_BREAK, _PARAGRAPH, _CELL = "\x0b", "\x0c", "\x1f"
_ENDS = re.compile(rf"[{_BREAK}{_PARAGRAPH}{_CELL}]")
_BREAKS = re.compile(rf"{_BREAK}\s*{_BREAK}|{_PARAGRAPH}")
# A cell longer than this, or with several paragraphs, is laid out by the table, not tabulated.
_LONG_CELL = 300


def read_page(text: str) -> Source:
    """Read an HTML page or fragment; what it states of itself in its head."""
    reader = _Reader()
    reader.feed(re.sub(rf"[{_BREAK}{_PARAGRAPH}{_CELL}]", " ", text))
    reader.close()
    reader.end_block()
    warnings: tuple[str, ...] = ()
    if reader.note_marks:
        warnings = (f"marks of notes left out of the text: {reader.note_marks}",)
    return Source(
        tuple(reader.blocks),
        title=" ".join(reader.title.split()),
        published=reader.published,
        language=reader.language,
        publisher=reader.publisher,
        author=reader.author,
        warnings=warnings,
    )


class _Reader(HTMLParser):
    """Gathers text into blocks; a silent element hides all that stands in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.title = ""
        self.published = ""
        self.publisher = ""
        self.author = ""
        self.language = ""
        self._pieces: list[str] = []
        self._level = 0
        self._silent = ""
        self._depth = 0
        self._lists = 0
        self._in_item = False
        self._row = False
        self._tables: list[Table] = []
        self._cells: list[tuple[int, bool]] = []
        self._links: list[tuple[int, bool]] = []
        self._raised: tuple[int, bool] | None = None
        self.note_marks = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if self._silent:
            self._depth += tag == self._silent
        elif tag not in _VOID and (tag in _SILENT or _hidden(attributes)):
            self._silent, self._depth = tag, 1
        elif tag == "meta":
            self._meta(attributes)
        elif tag in ("br", "q"):
            self._pieces.append(_BREAK if tag == "br" else "“")
        elif tag == "a":
            self._link(attributes)
        elif tag == "sup":
            inner = bool(self._links and self._links[-1][1])
            linked = inner or "note" in attributes.get("class", "")
            self._raised = len(self._pieces), linked
        else:
            self._open(tag, attributes)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SILENT:
            self.handle_starttag(tag, attrs)

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "html":
            self.language = attributes.get("lang", "") or attributes.get("xml:lang", "")
        if tag in ("td", "th"):
            self._pieces.append(_CELL)
            span = attributes.get("colspan", "")
            self._cells.append(
                (int(span) if span.isdecimal() and len(span) < 4 else 1, tag == "th")
            )
        elif _heading_level(tag) or tag in ("li", "tr"):
            self.end_block()
            self._level = _heading_level(tag)
            self._in_item = tag == "li" or self._in_item
            self._row = tag == "tr"
        elif tag in _PARTS:
            self._part()
            self._lists += tag in ("ul", "ol")
            if tag == "table":
                self._tables.append(Table())

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            self._depth -= tag == self._silent
            if not self._depth:
                self._silent = ""
        elif tag == "q":
            self._pieces.append("”")
        elif tag == "a":
            self._end_link()
        elif tag == "sup":
            self._end_raised()
        elif tag == "title":
            self.title = self.title or "".join(self._pieces)
            self._pieces.clear()
        elif _heading_level(tag) or tag in ("li", "tr"):
            self.end_block()
            self._in_item = self._in_item and tag != "li"
            self._row = False
        elif tag in _PARTS:
            self._part()
            if tag == "table" and self._tables:
                self.end_block()
                self._row = False
                self._tables.pop()
            if tag in ("ul", "ol"):
                self._lists = max(self._lists - 1, 0)
                self._in_item = self._lists > 0

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._pieces.append(data)

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Read `<![sic]>` as browsers do; the parser has no more than CDATA and conditions."""
        return self.parse_bogus_comment(i, report)

    def _meta(self, attributes: dict[str, str]) -> None:
        name = (attributes.get("name") or attributes.get("property", "")).lower()
        content = " ".join(attributes.get("content", "").split())
        date = _DATE.match(content)
        if name in _DATE_NAMES and date and not self.published:
            self.published = date[0]
        elif name in _PUBLISHER_NAMES:
            self.publisher = self.publisher or content
        elif name in _AUTHOR_NAMES:
            self.author = self.author or content

    def _link(self, attributes: dict[str, str]) -> None:
        inner = attributes.get("href", "").startswith("#")
        self._links.append((len(self._pieces), inner))
        if self._raised:
            start, linked = self._raised
            self._raised = start, linked or inner

    def _end_link(self) -> None:
        """Leave out the way back from a note to its mark."""
        if self._links:
            start, inner = self._links.pop()
            short = len(self._pieces) - start <= 2
            if inner and short and "".join(self._pieces[start:]).strip() in BACK:
                del self._pieces[start:]

    def _end_raised(self) -> None:
        """Write a superscript as plain text; the mark of a note is left out."""
        if self._raised:
            start, linked = self._raised
            self._raised = None
            before = "".join(self._pieces[max(start - 8, 0) : start])
            text = raised("".join(self._pieces[start:]), _ENDS.split(before)[-1], linked=linked)
            del self._pieces[start:]
            if text is None:
                self.note_marks += 1
            else:
                self._pieces.append(text)

    def _part(self) -> None:
        """Begin a new paragraph: a block of its own, or a part of a table's row."""
        if self._row:
            self._pieces.append(_PARAGRAPH)
        else:
            self.end_block()

    def end_block(self) -> None:
        """Close the heading, item, paragraph or row that was being gathered."""
        text = "".join(self._pieces)
        self._pieces.clear()
        self._links.clear()
        self._raised = None
        marks, self._cells = self._cells, []
        level, self._level = self._level, 0
        if level:
            self._add("heading", _BREAKS.sub(" ", text), level)
            return
        kind: BlockKind = "item" if self._in_item else "paragraph"
        cells = [_paragraphs(cell) for cell in text.split(_CELL)]
        if any(len(cell) > 1 or len("".join(cell)) > _LONG_CELL for cell in cells):
            for piece in (piece for cell in cells for piece in cell):
                self._add(kind, piece)
        elif self._row and _tabulated(cells, marks):
            self._add_row([" ".join("".join(cell).split()) for cell in cells[1:]], marks)
        else:
            self._add(kind, " ".join(cell[0] for cell in cells if cell))

    def _add_row(self, texts: list[str], marks: list[tuple[int, bool]]) -> None:
        table = self._tables[-1] if self._tables else Table()
        cells = [Cell(text, *mark) for text, mark in zip(texts, marks, strict=True)]
        self.blocks.append(Block("row", " ".join(filter(None, texts)), row=table.row(cells)))

    def _add(self, kind: BlockKind, text: str, level: int = 0) -> None:
        if text.strip():
            self.blocks.append(Block(kind, text, level))


def _tabulated(cells: list[list[str]], marks: list[tuple[int, bool]]) -> bool:
    """Whether a row has several cells; what stands before its first one is none of them."""
    filled = sum(map(bool, cells[1:]))
    headed = filled == 1 and all(head for _, head in marks)
    return not cells[0] and len(cells) == len(marks) + 1 > 2 and (filled > 1 or headed)


def _paragraphs(text: str) -> list[str]:
    return [piece for piece in _BREAKS.split(text) if piece.strip()]


def _heading_level(tag: str) -> int:
    return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else 0


def _hidden(attributes: dict[str, str]) -> bool:
    style = attributes.get("style", "").replace(" ", "").lower()
    return "hidden" in attributes or "display:none" in style or "visibility:hidden" in style
