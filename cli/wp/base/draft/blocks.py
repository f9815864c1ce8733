"""What a document is once it is read: headings, paragraphs, list items, table rows in order."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from wp.documents.model import Metadata, PageStart

DraftBlockKind = Literal["heading", "paragraph", "item", "row"]

_MOVED_AT_MOST = 400
_ENOUGH_TO_FIND = 24


class DraftRow(NamedTuple):
    """A table's row: its cells, the head of each cell's column, or none where that is not sure.

    `head` marks a row that is itself the heads.
    """

    cells: tuple[str, ...]
    heads: tuple[str, ...] = ()
    head: bool = False


class DraftBlock(NamedTuple):
    """A heading, paragraph, list item or table row; white space folded.

    `level` is a heading's rank, 1 the highest; 0 where only its words can tell. The text of a row
    is that of its cells, one behind the other. `pages` is where pages begin in the text.
    """

    kind: DraftBlockKind
    text: str
    level: int = 0
    row: DraftRow | None = None
    pages: tuple[PageStart, ...] = ()

    def reworded(self, change: Callable[[str], str]) -> "DraftBlock":
        """Return the block with its words changed, in the cells of a row too."""
        row = self.row and DraftRow(
            tuple(map(change, self.row.cells)), tuple(map(change, self.row.heads)), self.row.head
        )
        text = change(self.text)
        pages = tuple(_moved(page, self.text, text) for page in self.pages)
        return self._replace(text=text, row=row, pages=pages)


def _moved(page: PageStart, old: str, new: str) -> PageStart:
    """Find a page's beginning again in a text whose words were changed a little."""
    if old == new or not page.offset:
        return page
    least = max(0, page.offset - _MOVED_AT_MOST)
    at = new.find(old[page.offset : page.offset + _ENOUGH_TO_FIND], least)
    return page._replace(offset=at if at >= 0 else min(page.offset, len(new)))


class DraftSource(NamedTuple):
    """A document that was read: its blocks, what the file says of itself, what looks broken."""

    blocks: tuple[DraftBlock, ...]
    metadata: Metadata = Metadata()
    warnings: tuple[str, ...] = ()
