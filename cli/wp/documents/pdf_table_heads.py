"""The heads of a table's columns, and the caption above it."""

import re
from collections.abc import Sequence

from wp.documents.pdf_columns import CAPTION
from wp.documents.pdf_paragraphs import PdfPart
from wp.pattern import pattern

_SCALE = pattern(r"[\[(].*[\])]$|(?:in |thousands|millions|billions|per ?cent)", re.IGNORECASE)


def head_rows(parts: Sequence[PdfPart]) -> None:
    """Give the rows of each table the heads of its columns and its caption."""
    heads: list[tuple[str, ...]] = []
    caption = ""
    body = False
    before: list[PdfPart] = []
    for part in parts:
        row = part.row
        if row is None:
            heads, body = [], False
            if part.kind not in ("note", "margin"):  # may part a caption from a table overleaf
                before.append(part)
            continue
        if before:
            caption = _caption(before)
            before = []
            heads, body = [], False
        if row.is_head and not body:
            heads.append(tuple(" ".join(line.text for line in cell) for cell in row.cells))
        else:
            body = True
        part.caption = caption
        if (
            row.sure
            and heads
            and all(len(one) == len(row.cells) for one in heads)
            and not row.is_head
        ):
            part.heads = tuple(
                " ".join(dict.fromkeys(filter(None, column))) for column in zip(*heads, strict=True)
            )


def _caption(before: Sequence[PdfPart]) -> str:
    """Return the caption that stands right above a table, its scale with it."""
    shown: list[str] = []
    for part in reversed(before[-3:]):
        if len(part.text) > 300 or part.kind == "contents":
            break
        shown.insert(0, part.text)
        if CAPTION.match(part.text):
            return " ".join(shown)
        if not _SCALE.search(part.text) and part.kind != "heading":
            break
    scales = [text for text in shown if re.fullmatch(r"[\[(].{3,80}[\])]", text)]
    return " ".join(scales)
