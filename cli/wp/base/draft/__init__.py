"""From an official document to a draft fact base: read, parted into sections, facts proposed."""

from wp.base.draft.build import Described, Drafted, document_name, draft_base
from wp.base.draft.source import read_source, source_of

__all__ = ["Described", "Drafted", "document_name", "draft_base", "read_source", "source_of"]
