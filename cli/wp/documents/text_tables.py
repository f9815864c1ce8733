"""Tables of plain text: lines whose figures stand below each other, the heads above them.

What may be prose, a list, contents or a drawing is no table, nor one whose heads are not sure.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from wp.documents import Mapped
from wp.documents.headings import contents_lines
from wp.documents.text_bars import bar_rows, barred
from wp.documents.text_cells import (
    Columns,
    TextLine,
    columns_of,
    is_empty,
    is_figure,
    is_jammed,
    is_year,
    line_of,
)
from wp.documents.text_heads import heads_of
from wp.documents.text_rows import EMPTY, TextEntry, TextRow, rows_of
from wp.pattern import pattern

# What a line has whose figures stand apart from its label, or bars; one of these signs with it.
_SIGNS = ("  ", "\t", "|", "..", ". .", "…", "__", "··")
_APART = pattern(r"[ \t.…_·][ \t.…_·][^\w\s]{0,3}(?:[A-Z]{0,3}[$€£¥₹] ?)?\d|\t-?\d|\|")
_RULE = pattern(r"(?=.*[-=_~*─━═—–]{3})[-=_~*─━═—–\s]+")
_STRETCH = pattern(r"\S+")
_CAPTION = pattern(r"(?:table|tab\.|figure|fig\.|chart|box)\s", re.IGNORECASE)
_SENTENCE = pattern(r"[.!?:;][\"'”’)\]]*$")
# What code and drawings have, and no cell.
_DRAWN = pattern(r"[{}\\|]|;$|[^\W\d_] ?=|^[#@/]|^\.[a-z]|[-*#_/<>~^]{3}|->|<-|\w\(\)|::|\s[-–]$")
_PAGES = pattern(r"pages?|seiten?|p[áa]ginas?", re.IGNORECASE)
_PAGE = pattern(r"\d{1,4}")
_LONG_CELL = 10  # words: prose
_LONG_LINE = 6  # words of a sentence
_MOST_HEADS = 4  # lines
_MOST_SINGLE = 2  # lines of a label alone, in a row
_MOST_BLANK = 2  # lines between two rows
_FEWEST = 2  # rows
_FEWEST_BARE = 3  # rows of a table without heads and rules
_OVERHANG = 10  # characters: a head that begins before the figures below it


class TextTable(NamedTuple):
    """Lines [start, stop) and the rows of the table that they are; none where they are no table."""

    start: int
    stop: int
    rows: Sequence[TextRow]


def tables_of(lines: Sequence[Mapped]) -> list[TextTable]:
    """Find the tables among the lines of a text."""
    reader = _Reader(lines)
    tables: list[TextTable] = []
    floor = 0
    for at, line in enumerate(lines):
        text = line.text
        if at >= floor and any(sign in text for sign in _SIGNS) and _APART.search(text):
            tables.append(reader.table(at, floor))
            floor = tables[-1].stop
    return [table for table in tables if table.rows]


class _Reader:
    """The lines of a text; each of them is looked at a few times at most."""

    def __init__(self, lines: Sequence[Mapped]) -> None:
        self._lines = lines

    def table(self, at: int, floor: int) -> TextTable:
        """Read the lines around one that may be a row; none before `floor`."""
        if "|" in self._text(at):
            start, stop = at, at + 1
            while start > floor and barred(self._text(start - 1)):
                start -= 1
            while barred(self._text(stop)):
                stop += 1
            return TextTable(start, stop, bar_rows(self._lines[start:stop]) or ())
        first = line_of(self._lines[at])
        if not _has_figures(first) or self._text(at)[0] == ">":
            return TextTable(at, floor, ())  # it may be heads
        start, torn = self._start(at, floor)
        stop = self._stop(at, first)
        rows = () if torn else self._rows(start, stop)
        while rows and start > floor and _RULE.fullmatch(self._text(start - 1)):
            start -= 1
        return TextTable(start, stop, rows)

    def _text(self, at: int) -> str:
        return self._lines[at].text.strip() if at < len(self._lines) else ""

    def _stop(self, first: int, row: TextLine) -> int:
        """Return where the lines end that may be rows below the first one with figures."""
        stop = first + 1
        blank = single = 0
        for at in range(first + 1, len(self._lines)):
            text = self._text(at)
            if not text:
                blank += 1
                if blank > _MOST_BLANK or not self._text(at - 1):
                    break
                continue
            if _RULE.fullmatch(text):
                continue
            line = line_of(self._lines[at])
            if _is_prose(line, text):
                break
            if len(line.cells) == 1:
                single += 1
                if single > _MOST_SINGLE:
                    break
                continue
            apart = at > stop and not _reads_as_heads(row)
            if apart and (_reads_as_heads(line) or not _below(row, line)):
                break  # the heads of another table
            row = line if _has_figures(line) else row
            blank = single = 0
            stop = at + 1
        below = self._text(stop)
        if below[:1].islower() and not _is_prose(line := line_of(self._lines[stop]), below):
            stop += line.cells[-1].right < row.cells[1].left  # the last label wraps
        while _RULE.fullmatch(self._text(stop)):
            stop += 1
        return stop

    def _start(self, first: int, floor: int) -> tuple[int, bool]:
        """Return where the heads above the first line with figures begin; whether other cells above
        it, which may be rows or heads as well, leave that open.
        """
        row = below = line_of(self._lines[first])
        start, blank, single, found = first, 0, 0, _reads_as_heads(row)
        for at in range(first - 1, max(-1, first - 3 * _MOST_HEADS), -1):
            text = self._text(at)
            if _RULE.fullmatch(text):
                continue
            if not text:
                blank += 1
                if blank > 2 * _FEWEST:
                    break
                continue
            line = line_of(self._lines[at])
            if _is_prose(line, text):
                break
            if blank > 1 or (blank and found):
                # what may be the heads as well, or far from what they head
                return start, len(line.cells) > 1 and _reads_as_heads(line)
            if len(line.cells) > 1:
                if at < floor or not _reads_as_heads(line):
                    return start, not found
            else:
                left = line.cells[0].left
                aside = left >= min(row.cells[0].right, row.cells[1].left - _OVERHANG)
                wraps = found and below.text_of(below.cells[0])[:1].islower()
                unit = found and text[0] == "(" and text[-1] == ")"
                if left <= row.cells[0].left + 2 and not found and single < _MOST_SINGLE:
                    single += 1  # the label of a group below the heads
                    continue
                if at < floor or unit or blank or not (aside or wraps):
                    indented = left > min(row.cells[0].left, below.cells[0].left) + 2
                    return start, indented and not unit
            start, below, found, blank, single = at, line, True, 0, 0
        return start, False

    def _rows(self, start: int, stop: int) -> Sequence[TextRow]:
        """Return the rows of lines; none where they are no table, or where it is not sure."""
        lines = {
            at: line_of(self._lines[at])
            for at in range(start, stop)
            if self._text(at) and not _RULE.fullmatch(self._text(at))
        }
        body = next((at for at, line in lines.items() if not _reads_as_heads(line)), stop)
        ruled_at = next(
            (at for at in range(body, stop) if self._text(at) and at not in lines), stop
        )
        between = [lines[at] for at in range(body, ruled_at) if at in lines]
        if body > start and len(between) < _MOST_HEADS and all(map(_has_words, between)):
            body = ruled_at  # "1,000" below "Rate per"
        data = [line for at, line in lines.items() if at >= body and _has_figures(line)]
        columns = columns_of(data)
        if columns is None:
            return ()
        heads = self._heads(start, body, lines, columns)
        if heads is None:
            return ()
        begin = heads[-1] + 1 if heads else start
        entries = [_entry(lines[at], columns) if at in lines else None for at in range(begin, stop)]
        if any(entry == [] for entry in entries):
            return ()
        rows = [entry for entry in entries if entry and any(cell.text for cell in entry[1:])]
        texts = [[cell.text for cell in row] for row in rows]
        ruled = any(self._under(at - 1) for at in range(max(start, 1), stop))
        figured = _figured(texts)
        if not _is_table(texts, figured, bool(heads), ruled) or len(heads) > _MOST_HEADS:
            return ()
        under = list(map(self._under, heads))
        head_rows = heads_of([lines[at] for at in heads], under, columns, figured)
        if head_rows is None:
            return ()
        named = [" ".join(row.cells[-1].text for row in head_rows)] if heads else []
        if columns.number == 2 and heads and not (ruled or self._text(begin) == "" or _flush(data)):
            return ()  # "Name   Bob" above "Age   12" is no head
        if self._leads_to_pages(texts, named, range(begin, stop)):
            return ()
        return [*head_rows, *rows_of(entries)]

    def _heads(
        self, start: int, body: int, lines: dict[int, TextLine], columns: Columns
    ) -> list[int] | None:
        """Return the lines of heads: those above a rule, if there is one below them; None where a
        blank line leaves open which are.
        """
        heads: list[int] = []
        for at in range(start, body):
            wide = bool(heads) and len(lines[heads[-1]].cells) > 1
            if at in lines:
                line = lines[at]
                over = columns.over(*line.cells[0][:2]) if columns.reach else [0]
                if wide and len(line.cells) == 1 and 0 in over:
                    break  # the label of a group
                if wide and not self._text(at - 1):
                    return None
                heads.append(at)
            elif heads and self._text(at):
                left = len(self._lines[at].text) - len(self._lines[at].text.lstrip())
                aside = columns.reach and left >= columns.reach[0][1]
                years = any(_is_years(line) for n, line in lines.items() if at < n < body)
                if not (aside or years):
                    break
        return heads

    def _under(self, at: int) -> list[tuple[int, int]]:
        """Return the rules right below a line: how far each reaches."""
        if at + 1 >= len(self._lines) or not _RULE.fullmatch(self._text(at + 1)):
            return []
        return [match.span() for match in _STRETCH.finditer(self._lines[at + 1].text)]

    def _leads_to_pages(
        self, rows: Sequence[Sequence[str]], heads: Sequence[str], numbers: range
    ) -> bool:
        """Return whether rows are those of a contents list: their last column alone has figures,
        which may be pages.
        """
        figures = [row[-1] for row in rows if row[-1]]
        if any(map(is_figure, (cell for row in rows for cell in row[1:-1]))):
            return False
        if not all(map(_PAGE.fullmatch, figures)):
            return False
        named = any(_PAGES.search(head) for head in heads)
        return not heads or named or any(at in self._contents for at in numbers)

    @cached_property
    def _contents(self) -> set[int]:
        """The lines of contents lists."""
        filled = [at for at, line in enumerate(self._lines) if line.text.strip()]
        return {filled[at] for at in contents_lines([self._lines[at].text for at in filled])}


def _has_figures(line: TextLine) -> bool:
    return any(is_figure(line.text_of(cell)) for cell in line.cells[1:])


def _reads_as_heads(line: TextLine) -> bool:
    """Return whether a line has words and years alone."""
    texts = map(line.text_of, line.cells)
    return all(is_year(text) or not (is_figure(text) or is_empty(text)) for text in texts)


def _has_words(line: TextLine) -> bool:
    """Return whether a line has words behind its label."""
    texts = map(line.text_of, line.cells[1:])
    return any(not (is_figure(text) or is_empty(text)) for text in texts)


def _is_years(line: TextLine) -> bool:
    return all(is_year(line.text_of(cell)) for cell in line.cells[1:] or line.cells)


def _is_prose(line: TextLine, text: str) -> bool:
    """Return whether a line is no row: prose, a caption, what is quoted or stands between bars."""
    if "|" in text or text[0] == ">" or _CAPTION.match(text):
        return True
    words = max(len(line.text_of(cell).split(" ")) for cell in line.cells)
    return words > _LONG_CELL or (
        words > _LONG_LINE and len(line.cells) == 1 and bool(_SENTENCE.search(text))
    )


def _below(row: TextLine, line: TextLine) -> bool:
    """Return whether the figures of a line stand below such of a row."""
    if "\t" in row.body.text:
        return row.body.text.count("\t") == line.body.text.count("\t")
    edges = [cell for cell in row.cells if is_figure(row.text_of(cell))]
    return any(
        min(abs(cell.left - edge.left), abs(cell.right - edge.right)) <= 1
        for cell in line.cells[1:]
        for edge in edges
    )


def _flush(rows: Sequence[TextLine]) -> bool:
    """Return whether figures of several lengths end below each other."""
    last = [row.cells[-1] for row in rows]
    return len({cell.right for cell in last}) == 1 < len({cell.left for cell in last})


def _entry(line: TextLine, columns: Columns) -> TextEntry:
    """Return what stands in each column; nothing where that is not sure."""
    placed = columns.placed(line)
    if placed is None and len(line.cells) == 1:
        # a label that reaches over columns
        placed = [line.cells[0], *[None] * (columns.number - 1)]
    if placed is None or any(cell and is_jammed(line.text_of(cell)) for cell in placed[1:]):
        return []
    return [line.part_of(cell) if cell else EMPTY for cell in placed]


def _figured(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return the columns behind the first most of whose cells are figures."""
    figured = []
    for place, column in enumerate(zip(*rows, strict=True)):
        filled = [text for text in column if not is_empty(text)]
        if place and 2 * sum(map(is_figure, filled)) > len(filled):
            figured.append(place)
    return figured


def _is_table(
    rows: Sequence[Sequence[str]], figured: Sequence[int], headed: bool, ruled: bool
) -> bool:
    """Return whether rows are those of a table, and not of a list, drawing or piece of code."""
    labels = [row[0] for row in rows]
    fewest = _FEWEST if headed or ruled else _FEWEST_BARE
    if not figured or sum(any(map(is_figure, row[1:])) for row in rows) < fewest:
        return False
    if not labels[0] or not all(is_figure(rows[0][at]) or is_empty(rows[0][at]) for at in figured):
        return False  # it may be of the heads
    words = [text for row in rows for text in row if not (is_figure(text) or is_empty(text))]
    if any(map(_DRAWN.search, words)) or max(len(one.split()) for one in labels) > _LONG_CELL:
        return False
    if all(is_empty(one) or (is_figure(one) and not is_year(one) and not headed) for one in labels):
        return False  # a matrix
    if len(rows[0]) > 2:
        return True
    # "Phone:   12"; figures and words alike are what a list tells
    return 2 * sum(label.endswith(":") for label in labels) < len(labels) and all(
        is_figure(row[1]) or is_empty(row[1]) for row in rows
    )
