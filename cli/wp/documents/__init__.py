"""What a document is once it is read: text with the way back to its file, and blocks of it."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Literal, NamedTuple

# Text taken out of a file: which character stood where in it

_start = attrgetter("start")


class Run(NamedTuple):
    """A stretch that stands in the file as it stands in the text, or for something there.

    `start` and `width` count in the text, `at` and `extent` in the file. Where width and extent
    differ, the file spells the characters in another way (an entity, a tag, an escape).
    """

    start: int
    width: int
    at: int
    extent: int

    @property
    def literal(self) -> bool:
        """Return whether the file has these very characters."""
        return self.width == self.extent


class Mapped(NamedTuple):
    """Text and the runs of the file that it came from, in order, without overlap.

    Characters that belong to no run were put in between (the line break of two joined lines).
    """

    text: str
    runs: tuple[Run, ...]

    def part(self, start: int, stop: int) -> "Mapped":
        """Return a stretch of the text with its own runs."""
        first = max(bisect_right(self.runs, start, key=_start) - 1, 0)
        runs = []
        # Not a slice: it would copy all that follows for each sentence of a long block.
        for run in map(self.runs.__getitem__, range(first, len(self.runs))):
            if run.start >= stop:
                break
            low, high = max(run.start, start), min(run.start + run.width, stop)
            if low >= high:
                continue
            if run.literal:
                runs.append(Run(low - start, high - low, run.at + low - run.start, high - low))
            else:
                runs.append(Run(low - start, high - low, run.at, run.extent))
        return Mapped(self.text[start:stop], tuple(runs))

    def strip(self) -> "Mapped":
        """Return the text without white space at its ends."""
        stripped = self.text.strip()
        if len(stripped) == len(self.text):
            return self
        start = len(self.text) - len(self.text.lstrip())
        return self.part(start, start + len(stripped))

    def at(self, index: int) -> int:
        """Return the offset in the file of a character, or of the nearest one beside it."""
        if not self.runs:
            return 0
        number = bisect_right(self.runs, index, key=_start) - 1
        if number < 0:
            return self.runs[0].at
        run = self.runs[number]
        if index < run.start + run.width:
            return run.at + (index - run.start if run.literal else 0)
        if number + 1 < len(self.runs):
            return self.runs[number + 1].at
        return run.at + run.extent

    def end(self) -> int:
        """Return the offset in the file behind the last character."""
        return self.runs[-1].at + self.runs[-1].extent if self.runs else 0


def parted(body: Mapped, pattern: re.Pattern[str]) -> list[Mapped]:
    """Return what lies between the stretches that a pattern matches, empty parts too."""
    parts = []
    kept = 0
    for match in pattern.finditer(body.text):
        parts.append(body.part(kept, match.start()))
        kept = match.end()
    return [*parts, body.part(kept, len(body.text))] if parts else [body]


def without(body: Mapped, pattern: re.Pattern[str]) -> Mapped:
    """Leave out every stretch that a pattern matches."""
    parts = parted(body, pattern)
    return join(parts) if len(parts) > 1 else body


def literal(text: str, at: int) -> Mapped:
    """Map text that stands in the file at an offset as it is."""
    return Mapped(text, (Run(0, len(text), at, len(text)),) if text else ())


def standing_for(text: str, at: int, extent: int) -> Mapped:
    """Map text that the file spells in another way at an offset, `extent` characters long."""
    return Mapped(text, (Run(0, len(text), at, extent),) if text else ())


def join(pieces: Iterable[Mapped], between: str = "") -> Mapped:
    """Put pieces together; what is put in between belongs to no place in the file."""
    texts: list[str] = []
    runs: list[Run] = []
    length = 0
    for piece in pieces:
        if texts and between:
            texts.append(between)
            length += len(between)
        for run in piece.runs:
            moved = run._replace(start=run.start + length)
            last = runs[-1] if runs else None
            if (
                last
                and last.literal
                and moved.literal
                and last.start + last.width == moved.start
                and last.at + last.extent == moved.at
            ):
                width = last.width + moved.width
                runs[-1] = Run(last.start, width, last.at, width)
            else:
                runs.append(moved)
        texts.append(piece.text)
        length += len(piece.text)
    return Mapped("".join(texts), tuple(runs))


def spelt(text: str, there: Mapped) -> Mapped:
    """Map text that stands for a stretch of the file."""
    at = there.at(0)
    return Mapped(text, (Run(0, len(text), at, there.end() - at),) if there.runs and text else ())


# Documents

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


# Tables

_WIDEST = 200  # columns; what claims to span more is not tabulated


class TableCell(NamedTuple):
    """A cell's text, the columns and rows that it spans, whether it is marked as a head."""

    body: Mapped
    span: int = 1
    is_head: bool = False
    rows: int = 1

    @property
    def text(self) -> str:
        """Its words, white space folded."""
        return " ".join(self.body.text.split())


class Table:
    """Gathers the rows of one table; the first ones may be the heads of its columns."""

    def __init__(self) -> None:
        self.caption = ""
        self._heads: list[tuple[str, ...]] = []
        self._begun = False
        self._reaching: dict[int, tuple[TableCell, int]] = {}  # by column, with the rows left

    def row(self, cells: Sequence[TableCell]) -> TableRow:
        """Return the next row: one of heads, or one of the body with those of its columns.

        Heads are cells that are all marked as such, or a first row without a figure. A row that has
        more or fewer columns than the heads gets none.
        """
        cells = self._with_those_above(cells)
        bodies = tuple(cell.body for cell in cells)
        columns = tuple(cell.text for cell in cells for _ in range(min(cell.span, _WIDEST)))
        if not self._begun and (
            _marked(cells) or (not self._heads and _reads_as_heads([cell.text for cell in cells]))
        ):
            self._heads.append(columns)
            return TableRow(bodies, is_head=True, caption=self.caption)
        self._begun = True
        if any(len(heads) != len(columns) for heads in self._heads) or len(cells) != len(columns):
            return TableRow(bodies, caption=self.caption)
        above = zip(*self._heads, strict=True)
        heads = tuple(" ".join(dict.fromkeys(filter(None, column))) for column in above)
        return TableRow(bodies, heads, caption=self.caption)

    def _with_those_above(self, cells: Sequence[TableCell]) -> Sequence[TableCell]:
        """Return the cells of a row, and among them those that reach down into it from above."""
        if not self._reaching and all(cell.rows < 2 for cell in cells):
            return cells
        found: list[TableCell] = []
        reaching: dict[int, tuple[TableCell, int]] = {}
        own, column = [*reversed(cells)], 0
        while own or column in self._reaching:
            if column in self._reaching:
                cell, rows = self._reaching[column]
            else:
                cell = own.pop()
                rows = cell.rows
            found.append(cell)
            if rows > 1:
                reaching[column] = cell, rows - 1
            column += max(min(cell.span, _WIDEST), 1)
        self._reaching = reaching
        return found


def _marked(cells: Sequence[TableCell]) -> bool:
    return all(cell.is_head or not cell.text for cell in cells) and any(
        cell.is_head for cell in cells
    )


def _reads_as_heads(texts: Sequence[str]) -> bool:
    """Return whether a row that nothing marks holds heads: words, or dates over three columns or
    more.

    The scale of "Goods (million tonnes)" is no figure, nor is a number within the words of a head.
    """
    if not all(texts[1:]):
        return False
    from wp.quantities.read import quantities_and_dates

    found = [quantities_and_dates(text) for text in texts]
    dated = any(one.dates for one in found)
    figures = [
        text
        for text, one in zip(texts, found, strict=True)
        if any(any(map(str.isdigit, number.text)) for number in one.quantities)
    ]
    # "Reached within 8 minutes (per cent)" beside other words
    words = all(text[:1].isalpha() and text.endswith(")") for text in figures)
    return words and len(figures) < len(texts) - 1 and (len(texts) > 2 or not dated)
