"""HTML: block elements are blocks, `<q>` is a pair of quotation marks, code is left alone."""

import re
from bisect import bisect_right
from html import unescape
from html.parser import HTMLParser

from wp.documents.mapped import Mapped, join, literal, standing_for
from wp.verify.draft.blocks import Block, BlockKind, Comment, Content
from wp.verify.draft.cut import cut

_SILENT = frozenset(
    "script style code pre kbd samp var template noscript textarea svg math del".split()
)
_BLOCKS = frozenset(
    "address article aside body caption center dd details dialog div dl dt fieldset figcaption "
    "figure footer form header hr html legend li main nav ol p section summary table tbody "
    "tfoot thead title tr ul".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_CELLS = frozenset(("td", "th"))
_NO_QUOTATION = frozenset(("footer", "figcaption"))
_INDENT = re.compile(r"(?<=\n)[ \t]+|(?<![ \t])[ \t]+(?=\r?\n)|\r(?=\n)")
_COMMENT = "<!--"
_OPENING = re.compile(r"<(?=[a-zA-Z/!?])")


def read_html(text: str, at: int = 0) -> Content:
    """Read an HTML page or fragment that begins at offset `at` of its file."""
    reader = _Reader(text, at)
    reader.feed(_without_open_marks(text))
    reader.close()
    reader.end_block()
    reader.end_quote()
    return Content(tuple(reader.blocks), tuple(reader.comments))


def _without_open_marks(text: str) -> str:
    """Blank what begins comments and tags that never close: each would be read to the end."""
    closed = text.rfind("-->") + 1
    text = text[:closed] + text[closed:].replace(_COMMENT, " " * len(_COMMENT))
    closed = text.rfind(">") + 1
    return text[:closed] + _OPENING.sub(" ", text[closed:])


class _Reader(HTMLParser):
    """Gathers pieces of prose into blocks; a silent element hides all that stands in it."""

    def __init__(self, text: str, at: int) -> None:
        super().__init__(convert_charrefs=False)
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self._text = text
        self._at = at
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self._pieces: list[Mapped] = []
        self._quoted: list[Mapped] = []
        self._kind: BlockKind = "paragraph"
        self._silent = ""
        self._depth = 0
        self._quotes = 0
        self._unquoted = 0

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if self._silent:
            self._depth += tag == self._silent
        elif tag in _SILENT:
            self._silent, self._depth = tag, 1
        elif tag == "q":
            self._stand_for("“", self.get_starttag_text() or "")
        elif tag == "br":
            self._stand_for("\n", self.get_starttag_text() or "")
        elif tag == "blockquote":
            self.end_block()
            self._quotes += 1
        elif tag in _BLOCKS or tag in _HEADINGS or tag in _CELLS:
            self.end_block()
            self._unquoted += tag in _NO_QUOTATION
            if tag in _HEADINGS:
                self._kind = "heading"
            elif tag in _CELLS:
                self._kind = "cell"

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        if tag not in _SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            self._depth -= tag == self._silent
            if not self._depth:
                self._silent = ""
        elif tag == "q":
            self._stand_for("”", "</q>")
        elif tag == "blockquote":
            self.end_block()
            self._quotes = max(self._quotes - 1, 0)
            if not self._quotes:
                self.end_quote()
        elif tag in _BLOCKS or tag in _HEADINGS or tag in _CELLS:
            self.end_block()
            self._unquoted = max(self._unquoted - (tag in _NO_QUOTATION), 0)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._pieces.append(literal(data, self._at + self._offset()))

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Read `<![sic]>` as browsers do; the parser has no more than CDATA and conditions."""
        return self.parse_bogus_comment(i, report)

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, source: str) -> None:
        end = self._offset() + len(source)
        if self._text[end : end + 1] == ";":
            source += ";"
        self._stand_for(unescape(source), source)

    def _stand_for(self, text: str, source: str) -> None:
        if not self._silent:
            self._pieces.append(standing_for(text, self._at + self._offset(), len(source)))

    def handle_comment(self, data: str) -> None:
        start = self._at + self._offset()
        self.comments.append(Comment(data, start, start + len(data) + len("<!---->")))

    def end_block(self) -> None:
        """Close the paragraph that was being gathered; in a quotation it waits for the others."""
        body = cut(_without_indent(join(self._pieces))).strip()
        self._pieces = []
        kind, self._kind = self._kind, "paragraph"
        if not body.text:
            return
        if self._quotes and not self._unquoted:
            self._quoted.append(body)
        else:
            self.blocks.append(Block(kind, body))

    def end_quote(self) -> None:
        """Close the block quotation that was being gathered."""
        if self._quoted:
            quotation = Block("quote", join(self._quoted, "\n\n"))
            before = bisect_right(
                self.blocks, quotation.body.at(0), key=lambda block: block.body.at(0)
            )
            self.blocks.insert(before, quotation)
            self._quoted = []


def _without_indent(body: Mapped) -> Mapped:
    pieces = []
    kept = 0
    for match in _INDENT.finditer(body.text):
        pieces.append(body.part(kept, match.start()))
        kept = match.end()
    pieces.append(body.part(kept, len(body.text)))
    return join(pieces) if kept else body
