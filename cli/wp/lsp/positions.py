"""Places of a draft as editors count them: lines from 0, columns in units of an encoding."""

from typing import Literal

from lsprotocol import types

from wp.verify.checked import DraftSpan
from wp.verify.draft import Draft

Encoding = Literal["utf-8", "utf-16", "utf-32"]

_BYTES_A_UNIT = {"utf-8": 1, "utf-16-le": 2, "utf-32-le": 4}
_CODECS: dict[Encoding, str] = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}


def position_at(draft: Draft, offset: int, encoding: Encoding) -> types.Position:
    """Return the position of an offset in a draft's text."""
    line, column = draft.place(offset)
    return types.Position(line - 1, _units(draft.text[offset - column + 1 : offset], encoding))


def range_of(draft: Draft, place: DraftSpan, encoding: Encoding) -> types.Range:
    """Return the range of a place, whose lines and columns count from 1."""
    starts = (
        draft.line_span(line)[0] + column - 1
        for line, column in ((place.line, place.column), (place.end_line, place.end_column))
    )
    return types.Range(*(position_at(draft, start, encoding) for start in starts))


def offset_of(draft: Draft, position: types.Position, encoding: Encoding) -> int:
    """Return the offset of a position, one behind a line's end being at the line's end."""
    last = draft.place(len(draft.text))[0]
    if position.line >= last:
        return len(draft.text)
    start, end = draft.line_span(position.line + 1)
    line = draft.text[start:end].rstrip("\r\n")
    codec = _CODECS[encoding]
    units = line.encode(codec, "surrogatepass")[: position.character * _BYTES_A_UNIT[codec]]
    return start + len(units.decode(codec, "ignore"))


def _units(text: str, encoding: Encoding) -> int:
    codec = _CODECS[encoding]
    return len(text.encode(codec, "surrogatepass")) // _BYTES_A_UNIT[codec]
