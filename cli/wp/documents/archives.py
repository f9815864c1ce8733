"""Word processors' files (DOCX, ODT): ZIP archives of XML, read as the page they stand for.

What an archive expands to is known, and its text counted, before it is read whole.
"""

import zlib
from xml.parsers import expat
from zipfile import BadZipFile

from wp.documents.html import read_html
from wp.documents.model import MAX_CHARACTERS, Content, Mapped, join, literal
from wp.errors import InputError

_MAX_XML = 64 * 1024 * 1024
_MAX_ELEMENTS = 1_000_000
"""Paragraphs, runs and the like: more than 3,000 pages have."""
SAVE_ANEW = "open it in a word processor and save it anew"
DAMAGED = (
    *(expat.ExpatError, LookupError, ValueError),  # the last two for an encoding it does not know
    *(BadZipFile, EOFError, zlib.error, NotImplementedError, RuntimeError),
)
"""What reading a damaged archive, or XML in it, raises."""


def reject_larger(path: str, size: int) -> None:
    """Raise InputError for parts that expand to more than `_MAX_XML` bytes."""
    if size > _MAX_XML:
        raise InputError(
            path, f"expands to more than {_MAX_XML // 1024**2} MB", remedy="split the file"
        )


def reject_longer(path: str, characters: int, elements: int) -> None:
    """Raise InputError for more text or more elements than are read."""
    if characters > MAX_CHARACTERS or elements > _MAX_ELEMENTS:
        raise InputError(
            path,
            f"holds more than {MAX_CHARACTERS // 1_000_000} million characters or "
            f"{_MAX_ELEMENTS // 1_000_000} million pieces of text",
            remedy="split the document",
        )


def parser_of(path: str) -> expat.XMLParserType:
    """Return a parser that refuses declared entities, which make short XML long.

    No DOCX or ODT file need have any.
    """

    def refuse(*declared: object) -> None:
        raise InputError(path, "holds a document type declaration", remedy=SAVE_ANEW)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    return parser


def read_page(html: str, changes: int = 0) -> tuple[str, Content]:
    """Read the page that a document stands for; gives its paragraphs, a line each, and the content.

    A line number therefore is the number of a paragraph that is not empty, list items, table cells
    and notes counted. `changes` are the tracked changes, which were taken as accepted.
    """
    text, read = _as_lines(read_html(html))
    if changes:
        changed = (
            f"the file has {changes} tracked changes; it was read as if they were accepted, "
            "so accept or reject them in a word processor where that is not what was published"
        )
        read = read._replace(warnings=(changed, *read.warnings))
    return text, read


def _as_lines(page: Content) -> tuple[str, Content]:
    """Return every paragraph of the page its own line, and the blocks as they stand there."""
    lines: list[str] = []
    at = 0

    def line(body: Mapped) -> Mapped:
        nonlocal at
        lines.append(body.text.replace("\n", " "))
        placed = literal(body.text, at)
        at += len(body.text) + 1
        return placed

    blocks = []
    for block in page.blocks:
        if block.row:
            cells = tuple(line(cell) if cell.text else cell for cell in block.row.cells)
            row = block.row._replace(cells=cells)
            body = join((cell for cell in cells if cell.text), " ")
            blocks.append(block._replace(body=body, row=row))
        else:
            blocks.append(block._replace(body=line(block.body)))
    skipped = tuple(one._replace(start=-1, end=-1) for one in page.skipped)
    return "\n".join(lines), page._replace(blocks=tuple(blocks), skipped=skipped, comments=())
