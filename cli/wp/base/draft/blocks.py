"""What a document is once it is read: headings, paragraphs and list items in order."""

from typing import Literal, NamedTuple

BlockKind = Literal["heading", "paragraph", "item"]


class Block(NamedTuple):
    """A heading, paragraph or list item; white space folded.

    `level` is a heading's rank, 1 the highest; 0 where only its words can tell.
    """

    kind: BlockKind
    text: str
    level: int = 0


class Source(NamedTuple):
    """A document that was read: its blocks, what the file says of itself, what looks broken.

    `title`, `published` (ISO 8601) and `language` are empty where the file does not say.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    published: str = ""
    language: str = ""
    warnings: tuple[str, ...] = ()
