"""From what of a query a fact answers to a score from 0 to 100, and the cut below it.

The score is a share: how much of what was asked the fact holds, each term counted by its rarity.
A term that the base lacks counts more than the rarest that it has, so that a query whose own
subject is missing stays below the cut, however well its common words fit. The weights were chosen
on the judged queries that `benchmarks/search_quality.py` calls tuned, by their totals.
"""

from math import log

CUT = 50.0
"""Below this score a fact does not answer the query and is not shown."""

NEAR = 20.0
"""Below this score a passage is not even shown as the nearest one."""

ORDER_SHARE = 0.1
"""The part of the score that hangs on the words standing together in the order asked."""

UNKNOWN = 1.5
"""The weight of a term that hits no fact; the rarest one that hits has 1."""

UNKNOWN_NAME = 3.0
"""The weight of a name that hits no fact: who asks of Beijing is not answered by China."""

HEADLESS = 0.92
"""Factor for a fact without the word for what is asked: a salary of civil servants is a salary."""

LONE_WORD = 0.4
"""Factor for a fact that the query hits by one word out of a longer alias only."""

UNKNOWN_BESIDE_ALIAS = 0.6
"""The part of that weight that stays for a fact of which the query holds a whole alias."""

LAY_WORD = 1.0
"""How much more a word weighs that only a fact's aliases have, for each of its own weight."""

PASSAGE = 0.95
"""Factor for a passage: a fact of like score comes first."""


def unknown_weight(word: str) -> float:
    """Return the weight of a term of the query, as typed, that hits no fact."""
    from wp.search.lexicon import is_name

    return UNKNOWN_NAME if is_name(word.lower()) else UNKNOWN


def rarity(hits: int, rows: int) -> float:
    """Weigh a term by how few of the facts it hits: 1 for none or one, towards 0 for all.

    The inverse document frequency of BM25 (Robertson and Zaragoza 2009), divided by its maximum.
    """
    return log(1 + (rows - hits + 0.5) / (hits + 0.5)) / log(1 + (rows + 0.5) / 0.5)


def score(covered: float, together: float | None) -> float:
    """Give the score of a fact.

    `covered` is the share, 0 to 1, of the query's weighted terms that the fact holds; `together`
    the share of neighbouring terms that stand together in it, None for a query of one term.
    """
    share = covered if together is None else covered * (1 - ORDER_SHARE + ORDER_SHARE * together)
    return min(100.0, max(0.0, 100 * share))
