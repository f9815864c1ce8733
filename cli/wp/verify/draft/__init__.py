"""A draft, from file to blocks of prose that know their line and column."""

from wp.documents.mapped import Mapped
from wp.verify.draft.blocks import Block, Comment, Draft, Kind
from wp.verify.draft.read import MAX_BYTES, kind_of, read_draft

__all__ = ["MAX_BYTES", "Block", "Comment", "Draft", "Kind", "Mapped", "kind_of", "read_draft"]
