"""What the sentences before have been about: "of these", "the rest", "it had been" lean on them."""

from typing import NamedTuple

from wp.verify.claims.terms import stems
from wp.verify.verdict import Claim


class Context(NamedTuple):
    """The words of the sentence before, and the facts that the last claim was held against."""

    words: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()

    def after(self, sentence: str, claim: Claim | None) -> "Context":
        """Give the context for the sentence that follows; facts last until other ones come."""
        facts = frozenset(claim.facts) if claim and claim.facts else self.facts
        return Context(stems(sentence), facts)


NO_CONTEXT = Context()
