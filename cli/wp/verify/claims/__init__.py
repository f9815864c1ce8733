"""Sentences that report figures or dates, held against the structured figures of the bases."""

from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import NO_CONTEXT, Context
from wp.verify.claims.judge import is_dump, judge_sentence

__all__ = ["NO_CONTEXT", "ClaimIndex", "Context", "is_dump", "judge_sentence"]
