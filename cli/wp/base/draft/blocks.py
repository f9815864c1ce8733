"""What a document is once it is read: headings, paragraphs, list items, table rows in order."""

from collections.abc import Callable
from typing import Literal, NamedTuple

BlockKind = Literal["heading", "paragraph", "item", "row"]


class Row(NamedTuple):
    """A table's row: its cells, the head of each cell's column, or none where that is not sure.

    `head` marks a row that is itself the heads.
    """

    cells: tuple[str, ...]
    heads: tuple[str, ...] = ()
    head: bool = False


class Block(NamedTuple):
    """A heading, paragraph, list item or table row; white space folded.

    `level` is a heading's rank, 1 the highest; 0 where only its words can tell. The text of a row
    is that of its cells, one behind the other.
    """

    kind: BlockKind
    text: str
    level: int = 0
    row: Row | None = None

    def reworded(self, change: Callable[[str], str]) -> "Block":
        """Give the block with its words changed, in the cells of a row too."""
        row = self.row and Row(
            tuple(map(change, self.row.cells)), tuple(map(change, self.row.heads)), self.row.head
        )
        return self._replace(text=change(self.text), row=row)


class Source(NamedTuple):
    """A document that was read: its blocks, what the file says of itself, what looks broken.

    `title`, `published` (ISO 8601), `language` and `publisher` are empty where the file does not
    say; `author` is a field that may name the publisher or a person.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    published: str = ""
    language: str = ""
    publisher: str = ""
    author: str = ""
    warnings: tuple[str, ...] = ()
