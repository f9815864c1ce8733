"""DOCX through mammoth: a paragraph is a line."""

import zipfile
from io import BytesIO
from typing import Any

from wp.errors import InputError, MissingExtraError
from wp.verify.draft.blocks import Block, Content
from wp.verify.draft.html import read_html
from wp.verify.draft.mapped import Mapped, join, literal

# Inside the file everything is compressed: what it swells to is known before it is read.
_MOST_XML = 64 * 1024 * 1024
_QUOTES = "\n".join(
    f"p[style-name='{name}'] => blockquote > p:fresh"
    for name in ("Quote", "Intense Quote", "Block Text", "Quotations")
)


def read_docx(path: str, content: bytes) -> tuple[str, Content]:
    """Read a DOCX file; gives its paragraphs, a line each, and the blocks in them.

    A line number therefore is the number of a paragraph that is not empty, list items, table cells
    and notes counted. Paragraphs styled as quotations are block quotations. MissingExtraError
    without the extra, InputError for a damaged file or one that swells to over 64 MB.
    """
    try:
        import mammoth  # type: ignore[import-untyped,import-not-found,unused-ignore]
    except ImportError:
        raise MissingExtraError("reading DOCX", "docx") from None
    _check_archive(path, content)
    try:
        page: str = mammoth.convert_to_html(
            BytesIO(content), style_map=_QUOTES, convert_image=_no_image
        ).value
    except Exception as error:  # mammoth lets every failure of its XML and ZIP readers through
        raise InputError(
            path,
            f"cannot be read as DOCX: {str(error) or type(error).__name__}",
            remedy="open it in a word processor and save it anew",
        ) from None
    return _as_lines(read_html(page))


def _check_archive(path: str, content: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile:
        raise InputError(
            path, "is not a DOCX file", remedy="open it in a word processor and save it anew"
        ) from None
    if not any(part.filename == "word/document.xml" for part in parts):
        raise InputError(path, "is a ZIP archive but no DOCX file", remedy="give a DOCX file")
    read = [part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))]
    if sum(read) > _MOST_XML:
        raise InputError(
            path, f"swells to more than {_MOST_XML // 1024**2} MB", remedy="split the draft"
        )


def _no_image(image: Any) -> list[Any]:
    return []


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
