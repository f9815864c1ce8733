"""A table as rows whose cells know the heads of their columns."""

from collections.abc import Sequence
from typing import NamedTuple

from wp.base.draft.blocks import Row
from wp.base.draft.figures import find_figures

_WIDEST = 200  # columns; what claims to span more is not tabulated


class Cell(NamedTuple):
    """A cell's text, the columns that it spans, whether it is marked as a head."""

    text: str
    span: int = 1
    head: bool = False


class Table:
    """Gathers the rows of one table; the first ones may be the heads of its columns."""

    def __init__(self) -> None:
        self._heads: list[tuple[str, ...]] = []
        self._begun = False

    def row(self, cells: Sequence[Cell]) -> Row:
        """Give the next row: one of heads, or one of the body with those of its columns.

        Heads are cells that are all marked as such, or a first row without a figure. A row that has
        more or fewer columns than the heads gets none.
        """
        texts = tuple(cell.text for cell in cells)
        columns = tuple(cell.text for cell in cells for _ in range(min(cell.span, _WIDEST)))
        if not self._begun and (_marked(cells) or (not self._heads and _reads_as_heads(texts))):
            self._heads.append(columns)
            return Row(texts, head=True)
        self._begun = True
        if any(len(heads) != len(columns) for heads in self._heads) or len(texts) != len(columns):
            return Row(texts)
        return Row(texts, tuple(_joined(column) for column in zip(*self._heads, strict=True)))


def _marked(cells: Sequence[Cell]) -> bool:
    return all(cell.head or not cell.text for cell in cells) and any(cell.head for cell in cells)


def _reads_as_heads(texts: Sequence[str]) -> bool:
    """Whether a row that nothing marks holds heads: words, or dates over three columns or more."""
    if not all(texts[1:]):
        return False
    found = [find_figures(text) for text in texts]
    dated = any(one.dates for one in found)
    return not any(one.figures for one in found) and (len(texts) > 2 or not dated)


def _joined(heads: Sequence[str]) -> str:
    """Join the heads that stand above each other over a column."""
    return " ".join(dict.fromkeys(filter(None, heads)))
