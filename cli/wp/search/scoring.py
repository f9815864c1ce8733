"""The score of a fact, from 0 to 100, and the thresholds of an answer.

The score is a share: how much of what was asked the fact holds, each term counted by its rarity.
A term that the base lacks counts as the rarest that it has, a name as three, so that a query whose
own subject is missing scores low, however well its common words fit. What a query is about
and may not lack (its chief words, numbers and names) lowers the score by a factor where a fact
lacks it.
"""

from math import log

OWN_WORDS = 2
"""So many words of a query a fact must have as typed or as a synonym where words that only come
near answer the rest: alone they come near something nearly everywhere ("marriage law")."""

WHOLE = 50.0
"""With this score a fact that has every word as typed answers them, however common they are, where
they are no question."""

SHOWN = 50.0
"""Below this score a fact is not shown beside a better one."""

LEAST, LEAST_UNCURATED = 30.0, 15.0
"""Below this score no fact answers, whatever else speaks for it; less is asked where no curator has
put in what readers say. What scores less is not looked at, which is half of a search's time."""

NEAR = 20.0
"""Below this score a passage is not even shown as the nearest one."""

ORDER_SHARE = 0.1
"""The part of the score that hangs on the words standing together in the order asked."""

UNKNOWN = 1.0
"""The weight of a term that hits no fact: that of the rarest one that hits."""

UNKNOWN_NAME = 3.0
"""The weight of a name that hits no fact: who asks of Beijing is not answered by China."""

HEADLESS = 0.85
"""Factor for each of its two chief words that a fact lacks: a salary of officials is a salary."""

OTHER_NUMBER = 0.5
"""Factor for a fact without a number or date of the query: the third round is not the second."""

OTHER_NAME = 0.65
"""Factor for a fact that has the words of a name of the query and not the name."""

LESS_TOLD = 0.95
"""Factor for a table's row and for a question that the text asks: a sentence that holds as much of
the query comes first."""

LONE_WORD = 0.4
"""Factor for a fact that the query hits by one word out of a longer alias only."""


def unknown_weight(word: str) -> float:
    """Return the weight of a term of the query, as typed, that hits no fact."""
    from wp.words.dictionary import is_name

    return UNKNOWN_NAME if is_name(word.lower()) else UNKNOWN


def rarity(hits: int, rows: int) -> float:
    """Weigh a term by how few of the facts it hits: 1 for none or one, towards 0 for all.

    The inverse document frequency of BM25 (Robertson and Zaragoza 2009), divided by its maximum.
    """
    return log(1 + (rows - hits + 0.5) / (hits + 0.5)) / log(1 + (rows + 0.5) / 0.5)


def score(covered: float, together: float | None) -> float:
    """Return the score of a fact.

    `covered` is the share, 0 to 1, of the query's weighted terms that the fact holds; `together`
    the share of neighbouring terms that stand together in it, None for a query of one term.
    """
    share = covered if together is None else covered * (1 - ORDER_SHARE + ORDER_SHARE * together)
    return min(100.0, max(0.0, 100 * share))
