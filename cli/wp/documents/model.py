"""What a document is once it is read: blocks in order, each with its place in the file."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from wp.documents.mapped import Mapped

MAX_CHARACTERS = 8_000_000
"""The most text that a document may hold: some 3,000 pages."""

Progress = Callable[[int, int], None]
"""Is told how many of how many pages are read."""

FileKind = Literal["markdown", "text", "html", "docx", "odt", "notebook", "pdf"]
BlockKind = Literal["heading", "paragraph", "item", "row", "quote", "note", "code"]


class PageStart(NamedTuple):
    """Where a page begins within a block: an offset in its text, and the page as it is cited.

    `page` is the number that the document prints where that is known, else the sheet's number
    from 1.
    """

    offset: int
    page: str


class TableRow(NamedTuple):
    """A table's row: its cells, the head of each cell's column, the table's caption.

    `heads` is empty where it is not sure what stands above the cells; `is_head` marks a row that
    is itself the heads.
    """

    cells: tuple[Mapped, ...]
    heads: tuple[str, ...] = ()
    is_head: bool = False
    caption: str = ""


class Block(NamedTuple):
    """A heading, paragraph, list item, table row, paragraph of a block quotation, note, or code.

    `body` is its prose, white space folded, and the way back to the file: raised note marks and
    invisible characters are cut, powers written ("m²"); where the file breaks a line within the
    block, "\\n" stands for it. `level` is a heading's rank, 1 the highest; 0 where only its words
    can tell. The body of a row is that of its cells, one behind the other. `pages` has a first
    entry at offset 0 and one for each page that begins within the block; empty for files without
    pages.

    Blocks of one block quotation follow each other and have its number, from 1, in `quotation`;
    its paragraphs are of the kind "quote", its items and rows keep theirs. `code` are the spans of
    `body` that are printed as code: words of the text, whose marks are no quotation marks.
    """

    kind: BlockKind
    body: Mapped
    level: int = 0
    row: TableRow | None = None
    pages: tuple[PageStart, ...] = ()
    quotation: int = 0
    code: tuple[tuple[int, int], ...] = ()


class Comment(NamedTuple):
    """A comment of the file's markup: its inner text and its span in the file."""

    text: str
    start: int
    end: int


class Skipped(NamedTuple):
    """Something that was read and is no part of the body: its span in the file, what, and why.

    `start` and `end` are offsets in `ReadDocument.text`, both -1 where the file has no such place.
    """

    start: int
    end: int
    what: str
    why: str


class Metadata(NamedTuple):
    """What the file says of itself; a field is empty where it does not say.

    `published` is ISO 8601; `author` may name a publisher or a person.
    """

    title: str = ""
    published: str = ""
    language: str = ""
    publisher: str = ""
    author: str = ""


class Content(NamedTuple):
    """What the reader of one format finds: what the file says of itself, what is no body of it.

    `warnings` are whole sentences for the person who drafts from it.
    """

    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()
    metadata: Metadata = Metadata()
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()


class ReadDocument(NamedTuple):
    """A document that was read.

    `path` is its name in messages, `text` the file as characters, which the blocks map into (for
    DOCX, ODT and PDF its paragraphs or lines, one each; for a notebook its Markdown), `encoding`
    what the file was decoded with. `warnings` are whole sentences for the person who drafts.
    """

    path: str
    kind: FileKind
    text: str
    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()
    metadata: Metadata = Metadata()
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()
    encoding: str = "utf-8"
