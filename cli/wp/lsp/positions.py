"""Positions in a draft as editors count them: lines from 0, columns in units of an encoding."""

from typing import Literal

from lsprotocol import types

from wp.verify.checked import DraftSpan
from wp.verify.draft import Draft

Encoding = Literal["utf-8", "utf-16", "utf-32"]

# Each with its codec and the bytes of a unit.
ENCODINGS: dict[Encoding, tuple[str, int]] = {
    "utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)
}  # fmt: skip


def position_at(draft: Draft, offset: int, encoding: Encoding) -> types.Position:
    """Return the position of an offset in a draft's text."""
    line, column = draft.place(offset)
    codec, size = ENCODINGS[encoding]
    before = draft.text[offset - column + 1 : offset].encode(codec, "surrogatepass")
    return types.Position(line - 1, len(before) // size)


def range_between(draft: Draft, start: int, end: int, encoding: Encoding) -> types.Range:
    """Return the range between two offsets."""
    return types.Range(*(position_at(draft, offset, encoding) for offset in (start, end)))


def range_of(draft: Draft, place: DraftSpan, encoding: Encoding) -> types.Range:
    """Return the range of a place, whose lines and columns count from 1."""
    start = draft.line_span(place.line)[0] + place.column - 1
    end = draft.line_span(place.end_line)[0] + place.end_column - 1
    return range_between(draft, start, end, encoding)


def offset_of(draft: Draft, position: types.Position, encoding: Encoding) -> int:
    """Return the offset of a position, one behind a line's end being at the line's end."""
    last = draft.place(len(draft.text))[0]
    if position.line >= last:
        return len(draft.text)
    start, end = draft.line_span(position.line + 1)
    line = draft.text[start:end].rstrip("\r\n")
    codec, size = ENCODINGS[encoding]
    units = line.encode(codec, "surrogatepass")[: position.character * size]
    return start + len(units.decode(codec, "ignore"))
