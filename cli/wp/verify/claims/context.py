"""What the sentences before have been about: "of these", "the rest", "it had been" lean on them."""

from typing import NamedTuple

from wp.verify.claims.terms import stems
from wp.verify.verdict import Claim


class Context(NamedTuple):
    """The sentence before, and the facts that the last claim was held against."""

    sentence: str = ""
    facts: frozenset[str] = frozenset()

    @property
    def words(self) -> frozenset[str]:
        """The telling words of the sentence before; read when they are asked for."""
        return stems(self.sentence)

    def after(self, sentence: str, claim: Claim | None) -> "Context":
        """Give the context for the sentence that follows; facts last until other ones come."""
        facts = frozenset(claim.facts) if claim and claim.facts else self.facts
        return Context(sentence, facts)


NO_CONTEXT = Context()
