"""From what of a query a fact answers to a score from 0 to 100, and the cut below it.

The score is a share: how much of what was asked the fact holds, each term counted by its rarity.
A term that the base lacks counts as the rarest there can be, so that a query whose own subject is
missing stays below the cut, however well its common words fit.
"""

from math import log

CUT = 50.0
"""Below this score a fact does not answer the query and is not shown."""

ORDER_SHARE = 0.15
"""The part of the score that hangs on the words standing together in the order asked."""

OTHER_KIND = 0.93
"""Factor for a fact without the figure or date that a question asks for."""


def rarity(hits: int, rows: int) -> float:
    """Weigh a term by how few of the facts it hits: 1 for none or one, towards 0 for all.

    The inverse document frequency of BM25 (Robertson and Zaragoza 2009), divided by its maximum.
    """
    return log(1 + (rows - hits + 0.5) / (hits + 0.5)) / log(1 + (rows + 0.5) / 0.5)


def score(covered: float, together: float | None, fits_question: bool) -> float:
    """Give the score of a fact.

    `covered` is the share, 0 to 1, of the query's weighted terms that the fact holds; `together`
    the share of neighbouring terms that stand together in it, None for a query of one term.
    """
    share = covered if together is None else covered * (1 - ORDER_SHARE + ORDER_SHARE * together)
    if not fits_question:
        share *= OTHER_KIND
    return min(100.0, max(0.0, 100 * share))
