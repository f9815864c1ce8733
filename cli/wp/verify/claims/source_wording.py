"""A supported sentence that is nearly the source's own is compared with its words one by one."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from wp.english import MONTH_NUMBERS
from wp.quantities.units import unit_of
from wp.statements import stems
from wp.statements.roles import directions
from wp.text import WORD
from wp.verify.align import align
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.slots import are_opposite
from wp.verify.kinds import kind_of
from wp.verify.verdict import ClaimFigure

# So many of a sentence's words must stand in the source, in its order; else it tells in others.
_OWN = 0.75
_FEWEST = 3
_MOST_CHANGED = 2
_SHORT = 3
_NUMBER = "#"
# What turns the sense where one stands in the other's place. Opposites that turn it anywhere in a
# clause are among the slots.
_TURNED = tuple(
    frozenset(words.split())
    for words in (
        "with without", "all none", "every no", "up down", "more fewer less", "most fewest least",
        "before after", "over under", "above below", "new old", "average median",
        "opened closed", "opening closing", "killed injured", "first second third fourth last",
    )
)  # fmt: skip

Word = re.Match[str]
Entry = tuple[int, ClaimFigure]


class _Change(NamedTuple):
    """Words of a sentence, and those that the source has in their place."""

    ours: Sequence[Word]
    theirs: Sequence[Word]


def held_to_the_source(sentence: str, entries: list[Entry], index: ClaimIndex) -> list[Entry]:
    """Return the entries of a supported sentence, those contradicted in which it departs from the
    source though it has nearly its words.

    Numbers that changed places ("own 47 per cent and rent 53"), and words that turn the sense
    ("none of the 139", "on median"). If all words agree, every number must agree too, but for one
    that is supported on its own and is the source's rounded, or stands elsewhere in the paragraph.
    """
    ours = [*WORD.finditer(sentence)]
    found = [range(at, at + len(figure.text)) for at, figure in entries if not figure.reason]
    for fact, quote in {one.fact: one.source for _, one in entries if one.fact}.items():
        theirs = [*WORD.finditer(index.paragraph_of(index.by_id[fact].fact))]
        numbers, others = _aligned(ours, theirs)
        wrong = [one for one in others if _turns(one)]
        pairs = [(one, _plain(one.ours[0]), _plain(one.theirs[0])) for one in numbers]
        exchanged = {said for _, said, _ in pairs} & {printed for _, _, printed in pairs}
        for one, said, printed in pairs:
            by_itself = any(one.ours[0].start() in span for span in found)
            moved = any(_plain(word) == said for word in theirs)
            may_differ = bool(others) or (by_itself and (moved or _is_rounded(said, printed)))
            if said != printed and ({said, printed} <= exchanged or not may_differ):
                wrong.append(one)
        for change in wrong:
            said, printed = (" ".join(word[0] for word in words) for words in change)
            why = f"the source has {printed}" if printed else "not in the source"
            figure = ClaimFigure(said, None, None, "contradicted", fact, quote, f"{said}: {why}")
            at = change.ours[0].start()
            kept = (one for one in entries if not one[0] <= at < one[0] + len(one[1].text))
            entries = [*kept, (at, figure)]
    return entries


def _aligned(
    ours: Sequence[Word], theirs: Sequence[Word]
) -> tuple[Sequence[_Change], Sequence[_Change]]:
    """Return the numbers that stand in each other's place, and the words that are not the source's;
    nothing where a sentence is told in other words, or in another order."""
    mine, other = ([*map(_masked, words)] for words in (ours, theirs))
    same = [
        (here, there)
        for here, there in align(mine, other)
        if here is not None and there is not None and mine[here] == other[there]
    ]
    numbers = [
        _Change([ours[here]], [theirs[there]]) for here, there in same if mine[here] == _NUMBER
    ]
    if len(same) - len(numbers) < _FEWEST or len(same) < _OWN * len(ours):
        return (), ()
    (first, low), (last, high) = same[0], same[-1]
    if len(same) < _OWN * (high + 1 - low):
        return (), ()  # gathered from a longer passage
    begins, ends = (-1, max(low - first - 1, -1)), (len(ours), high + len(ours) - last)
    others = [
        _Change(ours[here + 1 : end], theirs[there + 1 : stop])
        for (here, there), (end, stop) in pairwise((begins, *same, ends))
        if end - here > 1
    ]
    left_out = {_masked(word) for one in others for word in one.theirs}
    if any(len(_masked(word)) > _SHORT and _masked(word) in left_out
           for one in others for word in one.ours):  # fmt: skip
        return (), ()  # moved to another place
    return numbers, others


def _is_rounded(number: str, other: str) -> bool:
    """Return whether a number in digits is another one in fewer digits: 39000 of 38600; a date or
    version ("10.12.2019") is none."""
    if max(number.count("."), other.count(".")) > 1:
        return False
    whole, _, fraction = number.partition(".")
    last = len(whole) - len(whole.rstrip("0")) if not fraction else -len(fraction)
    return round(float(other), -last) == float(number)


def _turns(change: _Change) -> bool:
    """Return whether words turn the sense of what they stand in place of."""
    if max(map(len, change)) > _MOST_CHANGED:
        return False
    said, told = ([word[0].lower() for word in words] for words in change)
    if any(
        one in pair and two in pair and one != two
        for one in said
        for two in told
        for pair in _TURNED
    ):
        return True
    if kind_of(said, told) == "negation":
        return True
    one, two = " ".join(said), " ".join(told)
    if are_opposite(stems(one), stems(two)):
        return True
    units, ways = {unit_of(one), unit_of(two)}, (directions(one), directions(two))
    months = {MONTH_NUMBERS.get(one), MONTH_NUMBERS.get(two)}
    return any(len(pair) > 1 and None not in pair for pair in (units, months)) or (
        all(ways) and ways[0] != ways[1]
    )


def _masked(word: Word) -> str:
    return _NUMBER if word[0][0].isdigit() else word[0].lower()


def _plain(word: Word) -> str:
    return word[0].replace(",", "")
