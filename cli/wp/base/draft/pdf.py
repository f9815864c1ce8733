"""A PDF that was read as the source of a draft."""

from pathlib import Path

from wp.base.draft.blocks import Block, BlockKind, Row, Source
from wp.documents.model import Block as Read
from wp.documents.pdf import read_pdf as read_document

_KINDS: dict[str, BlockKind] = {"heading": "heading", "item": "item", "row": "row"}


def read_pdf(path: Path, content: bytes) -> Source:
    """Read a PDF file; notes stand as paragraphs behind the text that they belong to."""
    document = read_document(path, content)
    said = document.metadata
    return Source(
        tuple(_block(block) for block in document.blocks),
        title=said.title,
        published=said.published,
        language=said.language,
        author=said.author,
        warnings=document.warnings,
    )


def _block(block: Read) -> Block:
    row = None
    if block.row:
        cells = tuple(cell.text for cell in block.row.cells)
        row = Row(cells, block.row.heads, block.row.is_head)
    return Block(_KINDS.get(block.kind, "paragraph"), block.body.text, block.level, row)
