"""What the sentences before have been about: "of these", "the rest", "it had been" lean on them."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from wp.pattern import pattern
from wp.statements import stems, tells
from wp.verify.verdict import Claim

POINTS_BACK = pattern(r"\b(?:^(?:that|this|these|those)|it|its|they|their|them)\b", re.IGNORECASE)
"""What points to what the sentences before have been about."""

_LABEL = 4  # words of a label at most


class Context(NamedTuple):
    """The sentence before, and the facts that the last claim was held against.

    `quoted` is what the sentence itself has in quotation marks: words that help to find a fact. In
    a table's `cell` an ordinal stands for the thing that it tells apart. `language` is the draft's.
    `lead` is the question that is being answered, or the label that the paragraph begins with.
    """

    sentence: str = ""
    facts: frozenset[str] = frozenset()
    quoted: str = ""
    cell: bool = False
    language: str = "en"
    lead: str = ""

    @property
    def words(self) -> frozenset[str]:
        """The telling words of the sentence before and of the lead; read when they are asked
        for."""
        return _words(self.lead, self.sentence)

    def after(self, sentence: str, claim: Claim | None) -> "Context":
        """Return the context for the sentence that follows; facts last until other ones come."""
        facts = frozenset(claim.facts) if claim and claim.facts else self.facts
        label = not self.sentence and len(sentence.split()) <= _LABEL
        lead = sentence if label or sentence.rstrip().endswith("?") else self.lead
        said = sentence if tells(sentence) else self.sentence  # "A." tells nothing
        return Context(said, facts, language=self.language, lead=lead)


@lru_cache(maxsize=1)
def _words(lead: str, sentence: str) -> frozenset[str]:
    return stems(lead, sentence)


NO_CONTEXT = Context()

Judge = Callable[[str, Context], Claim | None]
"""Judges a sentence of a draft in its context; None where it reports nothing."""
