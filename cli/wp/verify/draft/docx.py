"""DOCX: a paragraph is a line."""

from wp.documents.mapped import Mapped, join, literal
from wp.docx import docx_page
from wp.verify.draft.blocks import Block, Content
from wp.verify.draft.html import read_html

_QUOTES = "\n".join(
    f"p[style-name='{name}'] => blockquote > p:fresh"
    for name in ("Quote", "Intense Quote", "Block Text", "Quotations")
)


def read_docx(path: str, content: bytes) -> tuple[str, Content]:
    """Read a DOCX file; gives its paragraphs, a line each, and the blocks in them.

    A line number therefore is the number of a paragraph that is not empty, list items, table cells
    and notes counted. Paragraphs styled as quotations are block quotations. Errors are those of
    `wp.docx.docx_page`.
    """
    return _as_lines(read_html(docx_page(path, content, _QUOTES)))


def _as_lines(page: Content) -> tuple[str, Content]:
    """Give every paragraph of the page its own line, and the blocks as they stand there."""
    lines: list[str] = []
    blocks: list[Block] = []
    at = 0
    for block in page.blocks:
        pieces: list[Mapped] = []
        for paragraph in block.body.text.split("\n\n"):
            line = " ".join(paragraph.split("\n"))
            pieces.append(literal(line, at))
            lines.append(line)
            at += len(line) + 1
        blocks.append(Block(block.kind, join(pieces, "\n\n")))
    return "\n".join(lines), Content(tuple(blocks))
