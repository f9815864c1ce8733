"""Markdown through pulldown-cmark, whose events say where in the file each of them stands.

CommonMark with tables, notes, task lists and alerts. Front matter that is no prose, code, comments,
link addresses and images are left out; headings, lists, tables, notes, block quotations are read.
"""

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from wp.documents.front_matter import find_front_matter
from wp.documents.mapped import Mapped, join, literal, standing_for
from wp.verify.draft.blocks import Block, BlockKind, Comment, Content
from wp.verify.draft.cut import cut

if TYPE_CHECKING:
    from pyromark.event import Event

_NO_LINE_END = re.compile(r"[^\r\n]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_ALERT = re.compile(r"\[!\w+\]")
_COMMENT = re.compile(r"<!--(.*)-->", re.DOTALL)
_SILENT_TAG = re.compile(r"<(/?)(?:code|kbd|samp|script|style|pre|del)\b", re.IGNORECASE)
_QUOTE_TAG = re.compile(r"<(/?)q\b", re.IGNORECASE)

_INLINE = frozenset(("Emphasis", "Strong", "Strikethrough", "Link", "Image"))


def read_markdown(text: str) -> Content:
    """Read a Markdown draft."""
    from pyromark import Options, events_with_range

    options = (
        Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_GFM
    )
    front = find_front_matter(text)
    # The parser must not see it: what it takes for front matter may be text.
    source = _NO_LINE_END.sub(" ", text[: front.end]) + text[front.end :] if front else text
    reader = _Reader(source)
    if front:
        reader.blocks += [
            Block("paragraph", cut(field.value)) for field in front.fields if field.is_prose
        ]
    for event, span in events_with_range(source, options=options):
        reader.take(event, span["start"], span["end"])
    return Content(tuple(reader.blocks), tuple(reader.comments))


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
    """Turns the events, one after another, into blocks."""

    def __init__(self, text: str) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self._text = text
        self._offsets = _Offsets(text)
        self._pieces: list[Mapped] = []
        self._kind: BlockKind = "paragraph"
        self._end = 0
        self._silent = 0
        self._tags = 0
        self._quotes: list[str | None] = []
        self._quoted: list[Mapped] = []

    def take(self, event: "Event", start: int, end: int) -> None:
        """Read an event that stands at [start, end), in bytes."""
        start, end = self._offsets[start], self._offsets[end]
        if isinstance(event, str):
            if event != "Rule":
                self._keep(Mapped("\n", ()))
            return
        ((kind, data),) = event.items()
        if kind == "Text":
            self._keep(self._mapped(str(data), start, end))
        elif kind == "Html":
            self._pieces.append(self._mapped(str(data), start, end))
        elif kind == "InlineHtml":
            self._inline_html(str(data), start, end)
        elif kind == "Start":
            self._open(*_named(data), start)
            return
        elif kind == "End":
            self._close(_named(data)[0], start)
        self._end = end

    def _mapped(self, text: str, start: int, end: int) -> Mapped:
        if self._text[start:end] != text:
            return standing_for(text, start, end - start)
        if self._text[start - 1 : start] == "\\" and start > self._end:
            # The backslash of an escape belongs to no event; the character stands for both.
            return join((standing_for(text[0], start - 1, 2), literal(text[1:], start + 1)))
        return literal(text, start)

    def _keep(self, piece: Mapped) -> None:
        if not self._silent and not self._tags:
            self._pieces.append(piece)

    def _open(self, tag: str, data: Any, start: int) -> None:
        if tag in _INLINE:
            self._silent += self._is_silent(tag, start)
            return
        self._end_block()
        if tag == "Heading":
            self._kind = "heading"
        elif tag == "TableCell":
            self._kind = "cell"
        elif tag == "CodeBlock":
            self._silent += 1
        elif tag == "BlockQuote":
            self._quotes.append(data)

    def _close(self, tag: str, start: int) -> None:
        if tag in _INLINE:
            self._silent -= self._is_silent(tag, start)
        elif tag == "HtmlBlock":
            self._html()
        else:
            self._end_block()
            self._silent -= tag == "CodeBlock"
            if tag == "BlockQuote":
                alert = self._quotes.pop()
                if not self._quotes:
                    self._end_quote(alert)

    def _is_silent(self, tag: str, start: int) -> bool:
        """Tell whether an inline element that begins there has text that is none of the prose."""
        if tag == "Link":
            return self._text.startswith("<", start)
        # A single tilde more often means "about".
        return tag == "Image" or (tag == "Strikethrough" and self._text.startswith("~~", start))

    def _inline_html(self, tag: str, start: int, end: int) -> None:
        if comment := _COMMENT.fullmatch(tag):
            self.comments.append(Comment(comment[1], start, end))
        elif silent := _SILENT_TAG.match(tag):
            self._tags = max(self._tags + (-1 if silent[1] else 1), 0)
        elif quote := _QUOTE_TAG.match(tag):
            self._keep(standing_for("”" if quote[1] else "“", start, end - start))

    def _html(self) -> None:
        """Read a block of HTML where it stands; in a quotation it belongs to the quotation."""
        from wp.verify.draft.html import read_html

        source, self._pieces = join(self._pieces), []
        page = read_html(source.text)
        self.comments.extend(
            Comment(comment.text, source.at(comment.start), source.at(comment.end - 1) + 1)
            for comment in page.comments
        )
        for block in page.blocks:
            self._add(Block(block.kind, source.traced(block.body)))

    def _end_block(self) -> None:
        """Close the prose that was being gathered; in a quotation it waits for the others."""
        body = cut(join(self._pieces)).strip()
        kind, self._kind = self._kind, "paragraph"
        self._pieces, self._tags = [], 0
        if body.text:
            self._add(Block(kind, body))

    def _add(self, block: Block) -> None:
        if self._quotes:
            self._quoted.append(block.body)
        else:
            self.blocks.append(block)

    def _end_quote(self, alert: str | None) -> None:
        bodies, self._quoted = self._quoted, []
        if not bodies:
            return
        if alert or _ALERT.match(bodies[0].text):
            self.blocks.extend(Block("paragraph", body) for body in bodies)
        else:
            self.blocks.append(Block("quote", join(bodies, "\n\n")))


def _named(data: Any) -> tuple[str, Any]:
    """Give an element's name and what it holds; one that holds nothing is its name alone."""
    if isinstance(data, str):
        return data, None
    ((tag, held),) = data.items()
    return tag, held
