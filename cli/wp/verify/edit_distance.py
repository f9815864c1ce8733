"""The tokens of two texts between their common runs, paired at the least cost."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from wp.verify.tokens import is_word

_MOST_CELLS = 60_000
_MOST_CHANGED_AT_END = 3
# To leave words of the source out is likelier than to change them, and that than to add some: so
# "population of 1.3 billion" leaves "more than" out and does not add "1.3 billion".
_LEFT_OUT_COST = 0.9
_CHANGED_COST = 1.1
_ADDED_COST = 1.2
_MARK_COST = 0.4
_SEAM_COST = 0.01
_MISFIT_COST = 2.5
# A word or mark that both have; one that ours adds; one of theirs that it leaves out.
_PAIR, _ADD, _LEAVE_OUT = range(3)

AlignedPair = tuple[int | None, int | None]


class Gap(NamedTuple):
    """What no block pairs: tokens [first, stop) of ours, [low, high) of theirs.

    At a free end tokens of theirs may be left out for nothing.
    """

    first: int
    stop: int
    low: int
    high: int
    free_start: bool = False
    free_end: bool = False


def fill_gap(
    ours: Sequence[str], theirs: Sequence[str], seams: Collection[int], gap: Gap
) -> list[AlignedPair]:
    """Return the tokens of a gap paired at the least cost, None where one side has nothing.

    At a seam, a token number of ours, leaving out costs nothing.
    """
    first, stop, low, high, free_start, free_end = gap
    if first == stop:
        return [] if free_start or free_end else [(None, at) for at in range(low, high)]
    if low == high:
        return [(at, None) for at in range(first, stop)]
    if (stop - first) * (high - low) > _MOST_CELLS:
        # Too much to align and nothing long in common: one stretch in place of the other.
        kept = range(low, high) if not (free_start or free_end) else range(0)
        return [(at, None) for at in range(first, stop)] + [(None, at) for at in kept]
    pairs = _walked_back(_cheapest_moves(ours, theirs, seams, gap), gap)
    if free_start:
        pairs = _without_loose_end(pairs, ours, theirs)
    if free_end:
        pairs = _without_loose_end(pairs[::-1], ours, theirs)[::-1]
    return pairs


class _Moves(NamedTuple):
    """The last move of the cheapest way to each pair of places, and where in theirs it ends."""

    steps: list[list[int]]
    end: int


def _cheapest_moves(
    ours: Sequence[str], theirs: Sequence[str], seams: Collection[int], gap: Gap
) -> _Moves:
    """Fill the table of an edit distance in which words, marks and seams cost differently.

    Row by row of ours: what it costs to have reached each place of theirs (Wagner and Fischer).
    """
    b = theirs[gap.low : gap.high]
    skip = [_LEFT_OUT_COST * weight(token) for token in b]
    row = [0.0] * (len(b) + 1)
    if not gap.free_start:
        free = gap.first in seams
        for j, cost in enumerate(skip):
            row[j + 1] = row[j] + (_SEAM_COST if free else cost)
    steps: list[list[int]] = []
    for i, token in enumerate(ours[gap.first : gap.stop], gap.first + 1):
        add = _ADDED_COST * weight(token)
        change = _CHANGED_COST * weight(token)
        word = is_word(token)
        at_seam = i in seams
        last = row
        cell = last[0] + add
        row = [cell]
        moves = [_ADD]
        for j, other in enumerate(b):
            if token == other:
                fit = last[j]
            elif word == is_word(other):
                fit = last[j] + change
            else:
                fit = last[j] + _MISFIT_COST
            move = _PAIR
            if (above := last[j + 1] + add) < fit:
                fit, move = above, _ADD
            if (beside := cell + (_SEAM_COST if at_seam else skip[j])) < fit:
                fit, move = beside, _LEAVE_OUT
            cell = fit
            row.append(cell)
            moves.append(move)
        steps.append(moves)
    end = min(range(len(row)), key=row.__getitem__) if gap.free_end else len(b)
    return _Moves(steps, end)


def _walked_back(moves: _Moves, gap: Gap) -> list[AlignedPair]:
    """Return the pairs of the cheapest way, from its end back to its beginning and turned round."""
    pairs: list[AlignedPair] = []
    i, j = gap.stop - gap.first, moves.end
    while i > 0:
        move = moves.steps[i - 1][j]
        i -= move != _LEAVE_OUT
        j -= move != _ADD
        pairs.append(
            (None if move == _LEAVE_OUT else gap.first + i, None if move == _ADD else gap.low + j)
        )
    if not gap.free_start:
        pairs.extend((None, gap.low + k) for k in range(j - 1, -1, -1))
    return pairs[::-1]


def _without_loose_end(
    pairs: list[AlignedPair], ours: Sequence[str], theirs: Sequence[str]
) -> list[AlignedPair]:
    """Let go of words that the first of the pairs only lie beside, where they are many.

    A word or two changed at an end stand for words of the source; a whole clause was added.
    """
    loose = 0
    for here, there in pairs:
        if here is not None and there is not None and ours[here] == theirs[there]:
            break
        loose += 1
    added = [(here, None) for here, _ in pairs[:loose] if here is not None]
    return [*added, *pairs[loose:]] if len(added) > _MOST_CHANGED_AT_END else pairs


def weight(token: str) -> float:
    """Return what a token counts: a word 1, a mark less."""
    return 1.0 if is_word(token) else _MARK_COST
