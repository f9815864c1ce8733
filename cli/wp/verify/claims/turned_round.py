"""Two values that a sentence tells in the order opposite to the source's: "from 815 to 640"."""

from collections.abc import Sequence
from itertools import pairwise

from wp.pattern import pattern
from wp.verify.claims.contradictions import Judged
from wp.verify.claims.reported import Mention

_FROM = pattern(r"\b[Ff]rom\W+(?:\w+\W+)?$")
_TO = pattern(r"\bto\W+(?:\w+\W+)?$")


def turned_round(
    judged: Sequence[tuple[Mention, Judged]], sentence: str
) -> list[tuple[Mention, Judged]]:
    """Contradict two values that go the other way in the source: "from 815 to 640", where it has
    "from 640 crowns to 815"."""
    found = [*judged]
    for place, ((start, one), (end, two)) in enumerate(pairwise(judged)):
        if {one.verdict, two.verdict} != {"supported"} or one.is_derived or two.is_derived:
            continue
        if not (one.countable and two.countable and one.countable.known is two.countable.known):
            continue
        first, last = one.countable.figure.text, two.countable.figure.text
        if start.stated.period or end.stated.period or first == last:
            continue
        quote = one.countable.known.fact.quote
        low, high = start.quantity.number_start, end.quantity.number_start
        printed = quote.find(last), quote.find(first)
        if _runs(sentence, low, high) and _runs(quote, *printed):
            told = f"the source has it the other way (from {last} to {first})"
            for at, (mention, judgement) in enumerate(judged[place : place + 2], place):
                reason = f"{mention.text}: {told}"
                found[at] = mention, Judged("contradicted", judgement.countable, reason)
    return found


def _runs(text: str, low: int, high: int) -> bool:
    """Return whether a text has "from" before one place and "to" between it and the next."""
    return 0 <= low < high and bool(_FROM.search(text, 0, low) and _TO.search(text, low, high))
