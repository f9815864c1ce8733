"""Sentences that report figures or dates, held against the structured figures of the bases."""

from wp.verify.claims.context import NO_CONTEXT, Context
from wp.verify.claims.countable import ClaimIndex, claim_words
from wp.verify.claims.judge import judge_sentence

__all__ = ["NO_CONTEXT", "ClaimIndex", "Context", "claim_words", "judge_sentence"]
