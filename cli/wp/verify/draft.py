"""A draft: a document that was read to be checked, whose words know their line and column, and what
its author silences in it: `<!-- wp: ignore reason -->`."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from pathlib import Path
from typing import Literal, NamedTuple

from wp.documents import (
    Block,
    Comment,
    FileKind,
    Mapped,
    ReadDocument,
    Skipped,
    TableRow,
    join,
)
from wp.documents.read import read_document
from wp.files import digest, read_bytes
from wp.pattern import pattern

_LINE_BREAK = pattern(r"\r\n|\n|\r")
# What pandoc and LaTeX write for a reference: "[@council2017, p. 4]", "\\cite[4]{council2017}".
_REFERENCE = pattern(
    r"\s*(?:\[[^\[\]]*(?<![\w.])@[\w:.#$%&+?<>~/-]+[^\[\]]*\]"
    r"|\\\w*cite\w*\*?(?:\[[^\[\]]*\]){0,2}\{[^{}]*\})"
)
_ADDRESS = pattern(r"https?://[^\s<>\"“”’»\])]+")


class Prose(NamedTuple):
    """A stretch in which quotations and claims are looked for: none runs over its ends.

    A whole block quotation ("quote") is one: its paragraphs with an empty line between. So is each
    cell of a table, for quotations, and each `row`, for claims. A list's item `follows` on what
    stands before it.
    """

    kind: Literal["paragraph", "heading", "quote", "cell", "row"]
    body: Mapped
    row: TableRow | None = None
    follows: bool = False


class Draft:
    """A draft that was read.

    `path` is its name in messages, `text` the file as characters (for DOCX and ODT its paragraphs,
    a line each, for PDF its lines), `encoding` what the file was decoded with, `patchable` whether
    a diff of `text` would fit the file, `blocks` its prose: without code, addresses and what
    `skipped` names; `document` is all that was read, `sha256` that of the file, in hexadecimal.
    `names` are those whose numbers report nothing ("Article 19"), for its author knows them.
    """

    def __init__(
        self, document: ReadDocument, names: tuple[str, ...] = (), sha256: str = ""
    ) -> None:
        self.names = names
        self.document = document
        self.sha256 = sha256
        self.path = document.path
        self.kind: FileKind = document.kind
        self.text = document.text
        self.encoding = document.encoding
        self.comments: tuple[Comment, ...] = document.comments
        self.skipped: tuple[Skipped, ...] = document.skipped
        # Those about a layout of lines and pages are for who drafts from the document.
        laid_out = document.kind in ("text", "pdf") and document.encoding != "mixed"
        self.warnings = () if laid_out else document.warnings
        self.blocks = _prose_of(document.blocks)

    @property
    def patchable(self) -> bool:
        """Return whether a diff, which is UTF-8, would fit the file."""
        return self.kind in ("markdown", "text", "html") and self.encoding in ("utf-8", "utf-8-sig")

    @property
    def line_name(self) -> str:
        """What its readers call a line: in a word processor's file it is a "paragraph"."""
        return "paragraph" if self.kind in ("docx", "odt") else "line"

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column, both from 1, of an offset in `text`."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line_span(self, line: int) -> tuple[int, int]:
        """Return the offsets at which a line (from 1) begins and the next one begins."""
        starts = self._line_starts
        return starts[line - 1], starts[line] if line < len(starts) else len(self.text)


def read_draft(
    path: Path | str,
    content: bytes | None = None,
    kind: FileKind | None = None,
    names: tuple[str, ...] = (),
) -> Draft:
    """Read a draft; `names` are those of a `Draft`, all else as `read_document` takes it."""
    content = read_bytes(Path(path)) if content is None else content
    return Draft(read_document(path, content, kind), names, digest(content))


def _prose_of(blocks: tuple[Block, ...]) -> tuple[Prose, ...]:
    """Return what is checked of a document, block quotations put together and tables in cells."""
    found: list[Prose] = []
    quoted: dict[int, list[Mapped]] = {}
    places: dict[int, int] = {}
    for block in blocks:
        if block.kind == "code":
            continue
        if block.quotation:
            if block.quotation not in quoted:
                places[block.quotation] = len(found)
                found.append(Prose("quote", block.body))
            quoted.setdefault(block.quotation, []).append(
                _checked(block.body, block.code, quoted=True)
            )
        elif block.row:
            for cell, start in zip(block.row.cells, _starts(block.row.cells), strict=True):
                code = tuple((low - start, high - start) for low, high in block.code)
                found.append(Prose("cell", _checked(cell, code)))
            if not block.row.is_head:
                found.append(Prose("row", block.body, block.row, follows=True))
        else:
            kind: Literal["heading", "paragraph"] = (
                "heading" if block.kind == "heading" else "paragraph"
            )
            body = _checked(block.body, block.code)
            found.append(Prose(kind, body, follows=block.kind == "item"))
    for number, bodies in quoted.items():
        found[places[number]] = Prose("quote", join(bodies, "\n\n"))
    return tuple(prose for prose in found if prose.body.text)


def _starts(cells: tuple[Mapped, ...]) -> list[int]:
    """Return where each cell begins in the body of its row."""
    starts = []
    at = 0
    for cell in cells:
        starts.append(at)
        at += len(cell.text) + 1 if cell.text else 0
    return starts


def _checked(body: Mapped, code: tuple[tuple[int, int], ...], *, quoted: bool = False) -> Mapped:
    """Leave out references, code, whose marks quote nothing, and addresses, whose digits are no
    figures.

    Where code and addresses are `quoted`, or stand between marks, they are words of the quotation.
    """
    text = body.text
    cites = "[" in text or "\\" in text
    references = [match.span() for match in _REFERENCE.finditer(text)] if cites else []
    spans = [*code, *(match.span() for match in _ADDRESS.finditer(text))]
    spans = [(max(start, 0), min(end, len(text))) for start, end in spans]
    left_out = [] if quoted else _outside_quotations(text, sorted(spans))
    kept, pieces = 0, []
    for start, end in sorted([*references, *left_out]):
        if kept <= start < end:
            pieces.append(body.part(kept, start))
            kept = end
    return join([*pieces, body.part(kept, len(text))]).strip()


def _outside_quotations(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans that stand between no marks, or have a mark of the same kind in them."""
    from wp.verify.quotation_marks import find_marks

    if not spans:
        return []
    masked, at = [], 0
    for start, end in spans:
        masked += [text[at:start], "x" * (end - max(start, at))]
        at = max(end, at)
    pairs = find_marks("".join([*masked, text[at:]])).pairs
    return [
        (start, end)
        for start, end in spans
        if not any(
            pair.opening < start
            and end <= pair.closing
            and not {text[pair.opening], text[pair.closing]} & {*text[start:end]}
            for pair in pairs
        )
    ]


_IGNORE = pattern(r"wp:\s*ignore\b[\s:,–—-]*+(.*)", re.DOTALL)
_ALONE = pattern(r"[\s>*+|-]*")


class Ignore(NamedTuple):
    """Findings between two offsets of the file are silenced, for a reason."""

    start: int
    end: int
    reason: str


class Ignores(NamedTuple):
    """What a draft silences, and the offsets of comments that lack a reason and silence nothing.

    The silenced stretches stand in order; `reach` is how far those up to each one go.
    """

    ignores: tuple[Ignore, ...]
    unreasoned: tuple[int, ...]
    reach: tuple[int, ...]

    def reason(self, start: int, end: int) -> str | None:
        """Return the reason for which a finding at [start, end) is silenced, or None."""
        at = bisect_left(self.ignores, end, key=attrgetter("start")) - 1
        while at >= 0 and self.reach[at] > start:
            if self.ignores[at].end > start:
                return self.ignores[at].reason
            at -= 1
        return None


def find_ignores(draft: Draft) -> Ignores:
    """Find the comments that silence findings.

    A comment among other words silences what its lines hold, one on lines of its own the next
    block. One without a reason silences nothing.
    """
    ignores: list[Ignore] = []
    unreasoned: list[int] = []
    blocks = sorted((block.body.at(0), block.body.end()) for block in draft.blocks)
    for comment in draft.comments:
        match = _IGNORE.fullmatch(comment.text.strip())
        if not match:
            continue
        if not match[1]:
            unreasoned.append(comment.start)
            continue
        first, _ = draft.line_span(draft.place(comment.start)[0])
        _, last = draft.line_span(draft.place(max(comment.end - 1, 0))[0])
        rest = draft.text[first : comment.start] + draft.text[comment.end : last]
        if _ALONE.fullmatch(rest):
            following = bisect_left(blocks, (comment.end,))
            if following == len(blocks):
                continue
            first, last = blocks[following]
        ignores.append(Ignore(first, last, " ".join(match[1].split())))
    ignores.sort()
    reach = accumulate((ignore.end for ignore in ignores), max)
    return Ignores(tuple(ignores), tuple(unreasoned), tuple(reach))
