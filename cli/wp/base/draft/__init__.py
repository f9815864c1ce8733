"""From an official document to a draft fact base: read, parted into sections, facts proposed."""

from wp.base.draft.build import Described, Drafted, draft_base
from wp.base.draft.source import MAX_CHARACTERS, read_source

__all__ = ["MAX_CHARACTERS", "Described", "Drafted", "draft_base", "read_source"]
