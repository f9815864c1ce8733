"""The one place that knows what blocks, lists, tables, quotations and notes are made of.

A driver for each format tells what opens, what closes and which words stand between (`prose`);
blocks come out.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from wp.documents import (
    Block,
    BlockKind,
    Comment,
    Content,
    Mapped,
    Metadata,
    Table,
    TableCell,
    join,
    parted,
)
from wp.documents.headings import contents_lines, is_named, with_bold_headings
from wp.documents.prose import BREAK, BREAKS, OpenWords, code_spans, span_of, tidied, without_marks
from wp.pattern import pattern

Within = Literal["list", "note", "code", "caption", "attribution"]
"""What holds blocks: an attribution says where a block quotation is from; a caption of a table is a
paragraph as well."""

_NOTHING_SAID = Metadata()
_ALERT = pattern(r"\[!\w+\]")
# A cell longer than this, or with several paragraphs, is laid out by the table, not tabulated.
_LONG_CELL = 300
# An item that a table lays out has four words, or ends as items do: "Union law; or".
_OF_LIST = pattern(r"(?:\S+\s+){3}\S|[^\W\d].*(?:[;:,]| or| and)$", re.DOTALL)


class _Cell:
    def __init__(self, span: int, is_head: bool, rows: int) -> None:
        self.span = span
        self.is_head = is_head
        self.rows = rows
        self.paragraphs: list[Mapped] = []


# Behind one of these, the name of a work is no part of the sentence before it.
_ENDS_WORDS = ("", "\n", BREAK, *'.!?。！？”"’»)—–-')


_MARK = pattern(r"\((?:\d{1,3}|[a-z]{1,5})\)|\d{1,3}[.)]|[a-z][.)]|[—–•-]")


def _is_item(mark: list[Mapped], paragraphs: list[Mapped]) -> bool:
    """Return whether a row is a list's mark and a text of words, no label and its figure."""
    return (
        len(mark) == 1
        and bool(_MARK.fullmatch(mark[0].text))
        and bool(paragraphs)
        and bool(_OF_LIST.search(paragraphs[0].text))
    )


class Assembler(OpenWords):
    """Takes what a driver finds, in order; tags may be missing, doubled or out of order."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self._listed: set[int] = set()  # blocks right above a contents list that markup shows
        self._raw: list[str] = []  # each block's text, white space as in the file
        self._bold: set[int] = set()  # blocks all of whose words are bold
        self._level = 0
        self._within: Counter[Within] = Counter()
        self._in_item = False
        self._noted = False
        self._cells: list[_Cell] | None = None
        self._stray: list[Mapped] = []
        self._tables: list[Table] = []
        self._quotes = 0
        self._cited: tuple[int, int] | None = None
        self._quotations = 0
        self._first_quoted = 0

    def skip(self, start: int, end: int, what: str, why: str) -> None:
        """Note what is no part of the body."""
        if what == "contents list":
            self._listed.add(len(self.blocks) - 1)
        super().skip(start, end, what, why)

    # Blocks

    def part(self) -> None:
        """End the block that is open, if any: a paragraph or the like begins or ends here."""
        self._flush()

    def open_heading(self, level: int) -> None:
        """Begin a heading, which ends with its `part`."""
        self.close_row()
        self._level = level

    def open_within(self, what: Within) -> None:
        """Begin what may hold several blocks."""
        self._flush()
        self._within[what] += 1

    def close_within(self, what: Within) -> None:
        """End what held several blocks; one around it goes on."""
        before = len(self.blocks)
        self._flush()
        self._within[what] = max(self._within[what] - 1, 0)
        if what == "list":
            self._in_item, self._noted = self._within["list"] > 0, False
        elif what == "caption" and self._tables:
            said = (" ".join(block.body.text.split()) for block in self.blocks[before:])
            self._tables[-1].caption = " ".join(said)

    def open_item(self, *, is_note: bool = False) -> None:
        """Begin a list item, or a note that stands as one."""
        self._flush()
        self._in_item = True
        self._noted = is_note

    def close_item(self) -> None:
        """End a list item."""
        self._flush()
        self._in_item = self._noted = False

    # Quotations

    def open_quotation(self) -> None:
        """Begin a block quotation; one within another is part of it."""
        self._flush()
        if not self._quotes:
            self._quotations += 1
            self._first_quoted = len(self.blocks)
        self._quotes += 1

    def close_quotation(self, *, alert: bool = False) -> None:
        """End a block quotation; an alert ("> [!NOTE]") is none."""
        self._flush()
        if not self._quotes:
            return
        self._quotes -= 1
        quoted = self.blocks[self._first_quoted :]
        if not self._quotes and quoted and (alert or _ALERT.match(quoted[0].body.text)):
            self.blocks[self._first_quoted :] = [
                block._replace(
                    quotation=0, kind="paragraph" if block.kind == "quote" else block.kind
                )
                for block in quoted
            ]

    def open_cite(self) -> None:
        """Begin the name of a work: what says where a block quotation is from, if it ends it."""
        self._cited = (len(self._pieces), -1) if self._quotes else None

    def close_cite(self) -> None:
        """End the name of a work."""
        if self._cited:
            self._cited = (self._cited[0], len(self._pieces))

    def _set_cite_apart(self) -> None:
        """Part what a block of a quotation says of its source, at its end, from its words."""
        (first, stop), self._cited = self._cited or (0, 0), None
        before, rest = join(self._pieces[:first]).text.rstrip(" "), join(self._pieces[stop:]).text
        if first < stop and not rest.strip(" .\n" + BREAK) and before[-1:] in _ENDS_WORDS:
            cited = self._pieces[first:]
            del self._pieces[first:]
            self._flush()
            self.open_within("attribution")
            self._pieces = cited
            self.close_within("attribution")

    # Tables

    def open_table(self) -> None:
        """Begin a table; one in a cell makes the row around it no row."""
        self.close_row()
        self._tables.append(Table())

    def close_table(self) -> None:
        """End a table."""
        self.close_row()
        if self._tables:
            self._tables.pop()

    def open_row(self) -> None:
        """Begin a table's row."""
        self.close_row()
        self._cells = []

    def open_cell(self, span: int = 1, *, is_head: bool = False, rows: int = 1) -> None:
        """Begin a cell, which ends at the next one or with its row."""
        if self._cells is None:
            self._flush()
            self._cells = []
        self._flush()
        self._cells.append(_Cell(span, is_head, rows))

    def close_row(self) -> None:
        """End a row, if one is open: tabulated, or paragraphs that a table lays out."""
        self._flush()
        cells, self._cells = self._cells, None
        stray, self._stray = self._stray, []
        if cells is None:
            return
        if not stray and len(cells) == 2 and _is_item(*(cell.paragraphs for cell in cells)):
            # "(1)" beside its text: an item that a table lays out
            (mark,), (first, *rest) = (cell.paragraphs for cell in cells)
            body = join([mark, first], " ")
            self._add("item", body, body.text)
            for further in rest:
                self._add("item", further, further.text)
            self._code = []
            return
        all_of_them = [stray, *(cell.paragraphs for cell in cells)]
        if any(len(one) > 1 or sum(len(p.text) for p in one) > _LONG_CELL for one in all_of_them):
            for paragraphs in all_of_them:
                for body in paragraphs:
                    self._add(self._kind(), body, body.text)
            self._code = []
            return
        filled = sum(bool(cell.paragraphs) for cell in cells)
        headed = filled == 1 and all(cell.is_head for cell in cells)
        body = join((body for paragraphs in all_of_them for body in paragraphs), " ")
        if not stray and len(cells) > 1 and (filled > 1 or headed):
            table = self._tables[-1] if self._tables else Table()
            row = table.row(
                [
                    TableCell(join(cell.paragraphs), cell.span, cell.is_head, cell.rows)
                    for cell in cells
                ]
            )
            self._add("row", body, "")
            self.blocks[-1] = self.blocks[-1]._replace(row=row)
        elif body.text:
            self._add(self._kind(), body, body.text)
        self._code = []

    # The end of a block

    def _flush(self) -> None:
        """Close the paragraph that is open: a block, or a part of a row's cell."""
        if self._cited:
            self._set_cite_apart()
        whole, self._pieces = join(self._pieces), []
        self._superscript = None
        self._links.clear()
        self._coded = 0
        level, self._level = self._level, 0
        if not whole.text or whole.text.isspace():
            self._plain_words = False
            return
        raws = [whole] if level else parted(whole, BREAKS)
        for raw in raws:
            tidy = tidied(raw)
            code = code_spans(tidy, self._code)
            body, marks = (tidy, ()) if self._within["code"] else without_marks(tidy, code)
            for mark in marks:
                self.leave_out_mark(mark)
            body = body.strip()
            if not body.text:
                continue
            if self._cells is not None and not self._within["caption"]:
                (self._cells[-1].paragraphs if self._cells else self._stray).append(body)
            elif level:
                self._add("heading", body, raw.text, level)
            else:
                if not self._plain_words:
                    self._bold.add(len(self.blocks))
                self._add(self._kind(), body, raw.text)
        self._plain_words = False
        if self._cells is None:
            self._code = []

    def _kind(self) -> BlockKind:
        if self._within["code"]:
            return "code"
        if self._within["note"] or self._noted:
            return "note"
        if self._in_item:
            return "item"
        return "quote" if self._is_quoted() else "paragraph"

    def _is_quoted(self) -> bool:
        return self._quotes > 0 and not self._within["attribution"]

    def _add(self, kind: BlockKind, body: Mapped, raw: str, level: int = 0) -> None:
        quotation = self._quotations if self._is_quoted() else 0
        code = code_spans(body, self._code) if self._code else ()
        self.blocks.append(Block(kind, body, level, quotation=quotation, code=code))
        self._raw.append(raw)

    def content(
        self, comments: Iterable[Comment] = (), metadata: Metadata = _NOTHING_SAID
    ) -> Content:
        """Return the blocks and what was passed over, contents lists included."""
        self.close_row()
        self._quotes = 0
        blocks = with_bold_headings(self.blocks, self._bold)
        listed = contents_lines(self._raw)
        listed.update(at for at in self._listed if at >= 0 and is_named(self._raw[at]))
        for at in sorted(listed):
            body = blocks[at].body
            self.skip(*span_of(body), "contents list", f"“{body.text}”")
        return Content(
            tuple(block for at, block in enumerate(blocks) if at not in listed),
            tuple(comments),
            metadata,
            tuple(self.skipped),
        )
