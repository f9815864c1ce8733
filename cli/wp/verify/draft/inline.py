"""The inline tokens of Markdown, found again in the source they were parsed from.

markdown-it gives inline tokens no place. They come in the order of the source, so a cursor that
skips each token's markup finds the next one where it stands.
"""

import re
from typing import TYPE_CHECKING

from wp.verify.draft.blocks import Comment
from wp.verify.draft.mapped import Mapped, Run, join

if TYPE_CHECKING:
    from markdown_it.token import Token

_COMMENT = re.compile(r"<!--(.*)-->", re.DOTALL)
_SILENT = re.compile(r"<(/?)(?:code|kbd|samp|script|style|pre|del)\b", re.IGNORECASE)
_QUOTE_TAG = re.compile(r"<(/?)q\b", re.IGNORECASE)
_LINE_START = re.compile(r"\n[ \t]*")


def read_inline(tokens: list["Token"], source: Mapped) -> tuple[Mapped, list[Comment]]:
    """Give the prose of inline tokens with its place in the file, and the comments among them."""
    reader = _Reader(source)
    for token in tokens:
        reader.take(token)
    return join(reader.pieces), reader.comments


class _Reader:
    def __init__(self, source: Mapped) -> None:
        self.pieces: list[Mapped] = []
        self.comments: list[Comment] = []
        self._source = source
        self._text = source.text
        self._cursor = 0
        self._silent = 0

    def take(self, token: "Token") -> None:
        """Read one inline token and move the cursor behind it."""
        match token.type:
            case "text":
                self._keep(token.content)
            case "text_special":
                self._replace(token.markup, token.content)
            case "softbreak" | "hardbreak":
                self._line_break()
            case "code_inline":
                self._code(token.markup)
            case "html_inline":
                self._html(token.content)
            case "link_open":
                autolink = token.markup == "autolink"
                self._skip("<" if autolink else "[")
                self._silent += autolink
            case "link_close":
                if token.markup == "autolink":
                    self._skip(">")
                    self._silent -= 1
                else:
                    self._skip("]")
                    self._skip_address()
            case "image":
                self._image()
            case "s_open" | "s_close":
                self._skip(token.markup)
                self._silent += token.nesting
            case _:
                self._skip(token.markup)

    def _skip(self, markup: str) -> int:
        """Move behind the next occurrence of markup; gives where it begins."""
        at = self._text.find(markup, self._cursor) if markup else self._cursor
        if at < 0:
            return self._cursor
        self._cursor = at + len(markup)
        return at

    def _keep(self, content: str) -> None:
        at = self._skip(content)
        if not self._silent:
            self.pieces.append(self._source.part(at, at + len(content)))

    def _replace(self, markup: str, content: str) -> None:
        """Keep what an escape or entity stands for."""
        at = self._skip(markup)
        if not self._silent:
            place = self._source.at(at)
            extent = len(markup)
            self.pieces.append(Mapped(content, (Run(0, len(content), place, extent),)))

    def _line_break(self) -> None:
        match = _LINE_START.search(self._text, self._cursor)
        if match:
            self._cursor = match.end()
        if not self._silent:
            self.pieces.append(Mapped("\n", ()))

    def _code(self, ticks: str) -> None:
        self._skip(ticks)
        closing = re.compile(rf"(?<!`){ticks}(?!`)").search(self._text, self._cursor)
        if closing:
            self._cursor = closing.end()

    def _html(self, tag: str) -> None:
        at = self._skip(tag)
        start = self._source.at(at)
        if comment := _COMMENT.fullmatch(tag):
            end = self._source.at(at + len(tag) - 1) + 1
            self.comments.append(Comment(comment[1], start, end))
        elif silent := _SILENT.match(tag):
            self._silent = max(self._silent + (-1 if silent[1] else 1), 0)
        elif (quote := _QUOTE_TAG.match(tag)) and not self._silent:
            mark = "”" if quote[1] else "“"
            self.pieces.append(Mapped(mark, (Run(0, 1, start, len(tag)),)))

    def _image(self) -> None:
        self._skip("![")
        depth = 1
        while depth and self._cursor < len(self._text):
            character = self._text[self._cursor]
            if character == "\\":
                self._cursor += 1
            depth += (character == "[") - (character == "]")
            self._cursor += 1
        self._skip_address()

    def _skip_address(self) -> None:
        """Move behind what follows a link's text: `(address "title")`, `[label]` or nothing."""
        if self._text.startswith("[", self._cursor):
            self._skip("]")
        elif self._text.startswith("(", self._cursor):
            self._cursor = _address_end(self._text, self._cursor)


def _address_end(text: str, start: int) -> int:
    """Give the offset behind `(address "title")`, or `start` where the brackets hold none."""
    from markdown_it.helpers import parseLinkDestination, parseLinkTitle

    at = _past_space(text, start + 1)
    destination = parseLinkDestination(text, at, len(text))
    if destination.ok:
        at = destination.pos
    title_at = _past_space(text, at)
    if title_at > at:
        title = parseLinkTitle(text, title_at, len(text))
        at = _past_space(text, title.pos) if title.ok else title_at
    return at + 1 if text.startswith(")", at) else start


def _past_space(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\n":
        at += 1
    return at
