"""What a driver finds in a file."""

from typing import NamedTuple

from wp.documents.model import Block, Comment, Metadata, Skipped


class Content(NamedTuple):
    """Blocks and comments in order, what the file says of itself, what is no part of its body.

    `warnings` are whole sentences for the person who drafts from it.
    """

    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()
    metadata: Metadata = Metadata()
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()
