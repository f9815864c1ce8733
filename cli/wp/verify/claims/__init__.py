"""Sentences that report figures or dates, held against the structured figures of the bases."""

from wp.verify.claims.countable import ClaimIndex
from wp.verify.claims.judge import judge_sentence

__all__ = ["ClaimIndex", "judge_sentence"]
