"""A table as rows whose cells know the heads of their columns."""

from collections.abc import Sequence
from typing import NamedTuple

from wp.documents.model import Mapped, TableRow

_WIDEST = 200  # columns; what claims to span more is not tabulated


class Cell(NamedTuple):
    """A cell's text, the columns that it spans, whether it is marked as a head."""

    body: Mapped
    span: int = 1
    is_head: bool = False

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

    def row(self, cells: Sequence[Cell]) -> TableRow:
        """Return the next row: one of heads, or one of the body with those of its columns.

        Heads are cells that are all marked as such, or a first row without a figure. A row that has
        more or fewer columns than the heads gets none.
        """
        bodies = tuple(cell.body for cell in cells)
        columns = tuple(cell.text for cell in cells for _ in range(min(cell.span, _WIDEST)))
        unmarked = not self._heads and _reads_as_heads([cell.text for cell in cells])
        if not self._begun and (_marked(cells) or unmarked):
            self._heads.append(columns)
            return TableRow(bodies, is_head=True, caption=self.caption)
        self._begun = True
        if any(len(heads) != len(columns) for heads in self._heads) or len(cells) != len(columns):
            return TableRow(bodies, caption=self.caption)
        heads = tuple(_joined(column) for column in zip(*self._heads, strict=True))
        return TableRow(bodies, heads, caption=self.caption)


def _marked(cells: Sequence[Cell]) -> bool:
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


def _joined(heads: Sequence[str]) -> str:
    """Join the heads that stand above each other over a column."""
    return " ".join(dict.fromkeys(filter(None, heads)))
