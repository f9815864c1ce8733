"""Figures that count nearly the same thing, told apart by few words: "on criminal cases".

A value is often right for one of them and reported of another.
"""

from collections.abc import Iterable

from wp.quantities import Quantity, convert, precision_agrees
from wp.statements.terms import stems
from wp.verify.claims.countable import ClaimIndex, Countable

_ALIKE = 0.5


def mistaken_for(
    countable: Countable,
    words: frozenset[str],
    reported: Iterable[Quantity],
    index: ClaimIndex,
) -> Countable | None:
    """Find the sibling that a sentence names where it reports the figure `countable`.

    Takes the words and all the figures of the sentence. Siblings stand in one topic, have one unit,
    and share half of the words that tell what they count, but not all. Of the words that set the
    two apart the sentence must have some, all of them the sibling's and not all in the figure's
    own fact. Where the sentence reports a sibling with these words too, they are said of that one;
    and the whole or a part of the figure is no rival: it is told beside it.
    """
    reported = tuple(reported)
    fact = countable.known.fact
    siblings = [one for one in index.topics[countable.topic] if _are_siblings(one, countable)]
    for rival in siblings:
        named = words & (rival.own ^ countable.own)
        if not named or not named <= rival.own or rival.own >= countable.own:
            continue
        if rival.known.fact is not fact and named <= stems(fact.quote, fact.statement):
            continue
        if not any(named <= one.own and _is_told(one, reported) for one in siblings):
            return rival
    return None


def _are_siblings(one: Countable, two: Countable) -> bool:
    if one.figure.unit != two.figure.unit or _is_part(one, two) or _is_part(two, one):
        return False
    return len(one.own & two.own) >= _ALIKE * len(one.own | two.own)


def _is_part(part: Countable, whole: Countable) -> bool:
    return (part.figure.part_of or "").rpartition("#")[2] == whole.figure.text


def _is_told(countable: Countable, reported: Iterable[Quantity]) -> bool:
    """Whether one of the reported figures has the value of a figure of the base."""
    figure = countable.figure
    for quantity in reported:
        value = convert(figure.value, figure.unit, quantity.unit) if quantity.unit else figure.value
        if value is not None and precision_agrees(quantity, value):
            return True
    return False
