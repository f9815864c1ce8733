"""PDF by its look: places, sizes and weights of its words, its outline, tags and page labels."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from wp.documents import (
    Block,
    BlockKind,
    Mapped,
    Metadata,
    PageStart,
    Progress,
    ReadDocument,
    Skipped,
    TableRow,
    join,
)
from wp.documents.pdf_apart import Margins, contents_of, margin_parts, margins_of
from wp.documents.pdf_columns import frames_of, widened
from wp.documents.pdf_file import PdfFile, read_file
from wp.documents.pdf_headings import mark_headings
from wp.documents.pdf_join import Joiner, head_rows, joined_parts, with_run_in_headings
from wp.documents.pdf_lines import Frame, PdfLine, Spacing, lines_of
from wp.documents.pdf_paragraphs import BULLET, PdfPart, parts_of
from wp.documents.pdf_running_heads import Heads, heads_of
from wp.documents.pdf_words import Page, PdfWord
from wp.errors import InputError

_KINDS: dict[str, BlockKind] = {
    "paragraph": "paragraph", "heading": "heading", "item": "item",
    "note": "note", "margin": "note",
}  # fmt: skip
_LEFT_OUT = {
    "running head": "running heads or feet left out: {}, first “{}”; compare the breaks of pages "
    "with the original",
    "contents list": "lines left out as a table of contents: {}, first “{}”",
    "text that stands sideways": "text that stands sideways left out: on {} pages, first “{}”",
    "hidden text": "text too small to be seen left out: on {} pages, first “{}”",
    "line number": "line numbers left out: on {} pages, first “{}”",
    "note mark": "raised marks of notes left out of the text: {}",
}
_HEADLESS = "rows of tables whose columns have no sure heads"
_UNTOLD = "rows of tables whose columns cannot be told, so that none of their figures is read"
_PICTURED = (
    "{} of {} pages hold no text, the first of them page {}; if they are scanned, run optical "
    "character recognition over them, for instance with ocrmypdf"
)
_UNREAD = (
    "{} of {} pages hold characters that could not be read, since the file lacks their font or "
    "letters, the first of them page {}; run optical character recognition over them, for instance "
    "with ocrmypdf --force-ocr"
)


def read_pdf(path: Path | str, content: bytes, progress: Progress | None = None) -> ReadDocument:
    """Read a PDF file; `progress` is told how many of how many pages are read.

    InputError for one that is damaged, encrypted, or scanned, which holds no text;
    MissingExtraError without the extra.
    """
    read = read_file(path, content, progress)
    margins = margins_of(read.pages)
    lines = [lines_of(page.text, number) for number, page in enumerate(margins)]
    if not any(lines):
        raise InputError(
            path,
            "holds no text: its pages are pictures, as in a scan",
            remedy="run optical character recognition over it first, for instance with ocrmypdf",
        )
    heads = heads_of(lines)
    frames = widened(
        [frames_of([line for line in page if id(line) not in heads.lines]) for page in lines]
    )
    return _Assembler(path, read, lines, margins, heads, frames).document()


class _Assembler:
    """Puts the text of a document together from the lines of its pages, and its blocks."""

    def __init__(
        self,
        path: Path | str,
        read: PdfFile,
        lines: Sequence[Sequence[PdfLine]],
        margins: Sequence[Margins],
        heads: Heads,
        frames: Sequence[Sequence[Frame]],
    ) -> None:
        self._path = path
        self._read = read
        self._lines = lines
        self._margins = margins
        self._heads = heads
        self._labels = [
            label or printed or str(number)
            for number, (label, printed) in enumerate(
                zip(read.labels, heads.labels, strict=True), 1
            )
        ]
        self._spacing = Spacing(frame for page in frames for frame in page)
        ordered = [line for page in frames for frame in page for line in frame.lines]
        contents = contents_of(ordered, len(read.pages))
        self._pages = [
            [
                part
                for frame in page
                for part in parts_of(frame, self._spacing, contents, _marks(read.pages[number]))
            ]
            + margin_parts(margins[number].notes, number)
            for number, page in enumerate(frames)
        ]
        self._joiner = Joiner(ordered)
        self._pieces: list[str] = []
        self._length = 0
        self._skipped: list[Skipped] = []

    def document(self) -> ReadDocument:
        """Return the document."""
        parts = [part for page in self._pages for part in page]
        title = mark_headings(parts, self._spacing, self._read.outline)
        head_rows(parts)
        parts = with_run_in_headings(parts, self._spacing)
        self._write(parts)
        blocks = [block for part in joined_parts(parts) for block in self._block(part)]
        text = "".join(self._pieces)
        known = self._read.title
        metadata = Metadata(
            title=" ".join(title.split()) or known,
            language=self._read.language,
            author=self._read.author,
        )
        return ReadDocument(
            str(self._path),
            "pdf",
            text,
            tuple(blocks),
            metadata=metadata,
            skipped=tuple(sorted(self._skipped)),
            warnings=tuple(self._warnings(text, parts)),
        )

    def _write(self, parts: Sequence[PdfPart]) -> None:
        """Write the lines of the document, and note where each stands."""
        by_page: list[list[PdfPart]] = [[] for _ in self._read.pages]
        for part in parts:
            by_page[part.lines[0].page].append(part)
        for number, page in enumerate(self._lines):
            outside = [line for line in page if id(line) in self._heads.lines]
            within = [line.baseline for part in by_page[number] for line in part.lines]
            top = min(within, default=0.0)
            self._leave_out_heads(line for line in outside if line.baseline < top)
            for part in by_page[number]:
                self._write_part(part)
            self._leave_out_heads(line for line in outside if line.baseline >= top)
            read = self._read.pages[number]
            sideways = "text that stands sideways"
            self._leave_out_words(read.turned, sideways, "runs in another direction")
            self._leave_out_words(read.hidden, "hidden text", "is too small to be seen")
            counted = self._margins[number].numbers
            self._leave_out_words(counted, "line number", "counts the lines of the page")
            self._leave_out_words(self._margins[number].rule, "rule", "is drawn with brackets")

    def _write_part(self, part: PdfPart) -> None:
        if part.row is not None:
            for place, cell in enumerate(part.row.cells):
                for number, line in enumerate(cell):
                    last = place == len(part.row.cells) - 1
                    after = " " if number < len(cell) - 1 else "" if last else "\t"
                    line.at = self._add(line.text, after)
                if not cell and place < len(part.row.cells) - 1:
                    self._add("", "\t")
            self._add("", "\n")
            return
        for line in part.lines:
            if part.kind == "contents":
                self._leave_out(line, "contents list", "names headings and their pages")
            else:
                line.at = self._add(line.text, "\n")

    def _add(self, text: str, after: str) -> int:
        start = self._length
        self._pieces.append(text + after)
        self._length += len(text) + len(after)
        return start

    def _leave_out(self, line: PdfLine, what: str, why: str) -> None:
        line.at = self._add(line.text, "\n")
        self._skip(line.at, what, why)

    def _leave_out_heads(self, lines: Iterable[PdfLine]) -> None:
        for line in lines:
            self._leave_out(line, self._heads.lines[id(line)], "stands on many pages")

    def _leave_out_words(self, words: Sequence[PdfWord], what: str, why: str) -> None:
        if words:
            start = self._add(" ".join(word.text for word in words), "\n")
            self._skip(start, what, why)

    def _skip(self, start: int, what: str, why: str) -> None:
        self._skipped.append(Skipped(start, self._length - 1, what, why))

    def _block(self, part: PdfPart) -> Iterator[Block]:
        if part.kind == "contents":
            return
        if part.row is not None:
            yield self._row(part)
            return
        mapped = [self._mapped(line) for line in part.lines]
        body = self._joiner.join(mapped)
        if part.kind == "item" and (bullet := BULLET.match(body.text)):
            body = body.part(bullet.end(), len(body.text))
        body = _folded(body)
        if not body.text:
            return
        yield Block(_KINDS[part.kind], body, part.level, pages=self._page_starts(part.lines, body))

    def _row(self, part: PdfPart) -> Block:
        row = part.row
        assert row is not None
        cells = tuple(
            _folded(self._joiner.join([self._mapped(line) for line in cell])) for cell in row.cells
        )
        body = join([cell for cell in cells if cell.text], " ")
        page = self._labels[part.lines[0].page]
        table = TableRow(cells, part.heads, row.is_head, part.caption)
        return Block("row", body, row=table, pages=(PageStart(0, page),))

    def _mapped(self, line: PdfLine) -> Mapped:
        mapped = line.mapped()
        self._skipped += [
            Skipped(start, stop, "note mark", "refers to a note") for start, stop in line.marks
        ]
        return mapped

    def _page_starts(self, lines: Sequence[PdfLine], body: Mapped) -> tuple[PageStart, ...]:
        starts = [PageStart(0, self._labels[lines[0].page])]
        for before, line in pairwise(lines):
            if line.page != before.page:
                run = next((run for run in body.runs if run.at + run.extent > line.at), None)
                offset = run.start if run else len(body.text)
                if run and run.literal:
                    offset += max(line.at - run.at, 0)
                starts.append(PageStart(offset, self._labels[line.page]))
        return tuple(starts)

    def _warnings(self, text: str, parts: Sequence[PdfPart]) -> Iterator[str]:
        """Yield whole sentences for the person who drafts from the document."""
        for what, told in _LEFT_OUT.items():
            if found := [text[one.start : one.end] for one in self._skipped if one.what == what]:
                yield told.format(len(found), " ".join(found[0].split())[:60])
        if self._joiner.joined:
            yield (
                f"words broken by a hyphen at a line end: {self._joiner.joined}, first "
                f"“{self._joiner.example}”; they were joined, so compare with the original"
            )
        rows = [part for part in parts if part.row is not None and not part.row.is_head]
        whole = [part for part in rows if len(part.row.cells) == 1]  # type: ignore[union-attr]
        unsure = [part for part in rows if not part.heads and part not in whole]
        for found_in, told in ((unsure, _HEADLESS), (whole, _UNTOLD)):
            if found_in:
                first = " ".join(found_in[0].text.split())[:60]
                yield f"{told}: {len(found_in)} of {len(rows)}, first “{first}”"
        pages = self._read.pages
        for found_on, told in (
            ([number for number, page in enumerate(pages, 1) if page.pictured], _PICTURED),
            ([number for number, page in enumerate(pages, 1) if page.unread], _UNREAD),
        ):
            if found_on:
                yield told.format(len(found_on), len(pages), found_on[0])
        if words := self._read.told:
            yield (
                f"letters that the font draws as one were told by their words: {len(words)}, first "
                f"“{words[0]}”; compare with the original"
            )


def _marks(page: Page) -> set[str]:
    """Return the raised marks of a page."""
    return {word.text.strip("[]()., ") for word in page.words if word.raised}


def _folded(body: Mapped) -> Mapped:
    """Fold the white space of a body, its way back kept."""
    if "  " not in body.text and "\t" not in body.text and body.text == body.text.strip():
        return body
    pieces = [body.part(match.start(), match.end()) for match in re.finditer(r"\S+", body.text)]
    return join(pieces, " ")
