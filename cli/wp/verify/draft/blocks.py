"""What a draft is once it is read: blocks of prose that know their place in the file."""

import re
from bisect import bisect_right
from functools import cached_property
from typing import Literal, NamedTuple

from wp.documents.mapped import Mapped

Kind = Literal["markdown", "text", "html", "docx"]
BlockKind = Literal["paragraph", "heading", "quote", "cell"]

_LINE_BREAK = re.compile(r"\r\n|\n|\r")


class Block(NamedTuple):
    """A paragraph, heading, table cell or block quotation, without its markup."""

    kind: BlockKind
    body: Mapped


class Comment(NamedTuple):
    """A comment of the draft's markup: its inner text and its span in the file."""

    text: str
    start: int
    end: int


class Content(NamedTuple):
    """What a reader finds in a file: blocks and comments, in order."""

    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()


class Draft:
    """A draft that was read.

    `path` is its name in messages, `text` the file as characters (for DOCX its paragraphs, a line
    each), `encoding` what the file was decoded with, `patchable` whether a diff of `text` would fit
    the file.
    """

    def __init__(
        self, path: str, kind: Kind, text: str, content: Content, *, encoding: str = "utf-8"
    ) -> None:
        self.path = path
        self.kind = kind
        self.text = text
        self.blocks = content.blocks
        self.comments = content.comments
        self.encoding = encoding

    @property
    def patchable(self) -> bool:
        """Whether a diff, which is UTF-8, would fit the file."""
        return self.kind != "docx" and self.encoding in ("utf-8", "utf-8-sig")

    @cached_property
    def _line_starts(self) -> list[int]:
        return line_starts(self.text)

    def place(self, offset: int) -> tuple[int, int]:
        """Give line and column, both from 1, of an offset in `text`."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line_span(self, line: int) -> tuple[int, int]:
        """Give the offsets at which a line (from 1) begins and the next one begins."""
        starts = self._line_starts
        return starts[line - 1], starts[line] if line < len(starts) else len(self.text)


def line_starts(text: str) -> list[int]:
    """Give the offset at which each line begins; lines end at CR LF, LF or CR."""
    return [0, *(match.end() for match in _LINE_BREAK.finditer(text))]
