"""Plain text: paragraphs parted by blank lines, and lines that begin with `>` as quotations."""

import re

from wp.documents.mapped import Mapped, join, literal
from wp.verify.draft.blocks import Block, Comment, Content
from wp.verify.draft.cut import cut

_PARAGRAPH = re.compile(
    # From a line's start, possessive: a line of many blanks is looked through once.
    r"(?<![^\r\n])[^\S\r\n]*+\S[^\r\n]*+(?:(?:\r\n|\n|\r)[^\S\r\n]*+\S[^\r\n]*+)*+"
)
_LINE = re.compile(r"[^\r\n]+")
_QUOTED = re.compile(r"[ \t]*>[ \t]?")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)


def read_plain(text: str) -> Content:
    """Read plain text; comments in `<!-- … -->` are left out of the prose."""
    # Behind the last mark that closes one, no comment can begin.
    last = text.rfind("-->") + len("-->")
    comments = tuple(Comment(match[1], *match.span()) for match in _COMMENT.finditer(text, 0, last))
    hidden = _COMMENT.sub(_blanked, text[:last]) + text[last:]
    blocks: list[Block] = []
    for match in _PARAGRAPH.finditer(hidden):
        blocks.extend(_blocks(match[0], match.start()))
    return Content(tuple(blocks), comments)


def _blanked(comment: re.Match[str]) -> str:
    """Give as many null characters, line breaks kept, so that offsets stay."""
    return re.sub(r"[^\r\n]", "\0", comment[0])


def _blocks(paragraph: str, at: int) -> list[Block]:
    """Part the quoted lines of a paragraph from the others."""
    blocks: list[Block] = []
    lines: list[Mapped] = []
    quoted = False
    for match in _LINE.finditer(paragraph):
        mark = _QUOTED.match(match[0])
        if lines and bool(mark) != quoted:
            blocks.append(_block(lines, quoted))
            lines = []
        quoted = bool(mark)
        start = mark.end() if mark else 0
        lines.append(literal(match[0][start:], at + match.start() + start))
    blocks.append(_block(lines, quoted))
    return [block for block in blocks if block.body.text]


def _block(lines: list[Mapped], quoted: bool) -> Block:
    return Block("quote" if quoted else "paragraph", cut(join(lines, "\n")).strip())
