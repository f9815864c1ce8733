"""A document that was read, as the source of a draft: plain blocks, and what to look at in it."""

from pathlib import Path

from wp.base.draft.blocks import DraftBlock, DraftBlockKind, DraftRow, DraftSource
from wp.base.draft.extraction_repairs import mend
from wp.documents.model import Block as ReadBlock
from wp.documents.model import FileKind, Progress, ReadDocument, Skipped
from wp.documents.read import read_document
from wp.errors import InputError
from wp.text import LETTER, squeeze

_KINDS: dict[str, DraftBlockKind] = {"heading": "heading", "item": "item", "row": "row"}
_TOLD_BY_READER = frozenset(("running head", "page number"))
_EXAMPLE = 60


def read_source(
    path: Path | str,
    content: bytes | None = None,
    kind: FileKind | None = None,
    progress: Progress | None = None,
) -> DraftSource:
    """Read a document to draft from; all is as in `wp.documents.read.read_document`.

    InputError also for one without text.
    """
    document = read_document(path, content, kind, progress)
    if not document.text.strip() and not document.blocks:
        raise InputError(path, "is empty", remedy="give the document to draft from")
    return source_of(document)


def source_of(document: ReadDocument) -> DraftSource:
    """Return a document's blocks as plain text, and warnings about it and what is left out."""
    blocks, warnings = mend(tuple(filter(None, map(_plain, document.blocks))))
    if not any(LETTER.search(block.text) for block in blocks):
        raise InputError(document.path, "holds no text", remedy="give a document with words in it")
    return DraftSource(
        blocks, document.metadata, (*document.warnings, *_skipped_warnings(document), *warnings)
    )


def _plain(block: ReadBlock) -> DraftBlock | None:
    body = block.body.text
    text = squeeze(body)
    row = block.row and DraftRow(
        tuple(squeeze(cell.text) for cell in block.row.cells), block.row.heads, block.row.is_head
    )
    kind = _KINDS.get(block.kind, "paragraph")
    if not text:
        return None
    read = DraftBlock(kind, body, block.level, row, block.pages)
    return read if body == text else read.reworded(squeeze)


def _skipped_warnings(document: ReadDocument) -> list[str]:
    """Return a warning for each kind of thing that is no part of the body."""
    if document.kind == "pdf":
        return []  # its reader tells how much of each page it is
    kinds: dict[str, list[Skipped]] = {}
    for one in document.skipped:
        kinds.setdefault(one.what, []).append(one)
    warnings = []
    for what, found in kinds.items():
        if what == "mark of a note":
            warnings.append(f"marks of notes left out of the text: {len(found)}")
        elif what == "front matter":
            if found[0].why:
                warnings.append(f"fields of the front matter left out: {found[0].why}")
        elif what not in _TOLD_BY_READER:
            words = squeeze(found[0].why)
            shown = words if len(words) <= _EXAMPLE else words[:_EXAMPLE].rstrip() + "…”"
            warnings.append(f"{what} left out: {len(found)}, first {shown}")
    return warnings
