"""Word by word alignment of a quotation with the passage it comes from.

Long common runs are laid down first and chained in order; only what lies between them is aligned
by dynamic programming, so the cost grows with the length of the quotation, not with its square.
"""

from collections.abc import Collection, Sequence
from math import log2
from typing import NamedTuple

from wp.verify.kinds import SENTENCE_ENDS
from wp.verify.tokens import is_word

_RUN = 3
_MOST_BLOCKS = 4_000
# In a long window only runs that stand at a few places are grown; they reach over the common ones.
_LONG_WINDOW = 400
_MOST_SEEDS = 8
_LOOK_BACK = 60
_SHIFT_COST = 0.5
_END_SLACK = 6
# A shorter word stands in every phrase, and tells nothing of where one ends.
_TELLING = 4
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


class AlignedBlock(NamedTuple):
    """A run of tokens that both texts have: where it begins in each, and its length."""

    ours: int
    theirs: int
    length: int


def common_blocks(ours: Sequence[str], theirs: Sequence[str]) -> list[AlignedBlock]:
    """Return the runs of `_RUN` tokens or more that stand in both texts, in the order of ours."""
    where: dict[tuple[str, ...], list[int]] = {}
    for at, tokens in enumerate(zip(*(theirs[step:] for step in range(_RUN)), strict=False)):
        where.setdefault(tokens, []).append(at)
    often = _MOST_SEEDS if len(theirs) > _LONG_WINDOW else len(theirs)
    seen: dict[int, int] = {}
    blocks: list[AlignedBlock] = []
    for here, tokens in enumerate(zip(*(ours[step:] for step in range(_RUN)), strict=False)):
        seeds = where.get(tokens, ())
        if len(seeds) > often:
            continue
        for there in seeds:
            if here < seen.get(there - here, 0):
                continue
            block = _grown(ours, theirs, here, there)
            seen[there - here] = block.ours + block.length
            blocks.append(block)
        if len(blocks) > _MOST_BLOCKS:
            break
    return sorted(blocks)


def _grown(ours: Sequence[str], theirs: Sequence[str], here: int, there: int) -> AlignedBlock:
    """Lengthen a common run as far as it goes both ways."""
    before = 0
    while before < min(here, there) and ours[here - before - 1] == theirs[there - before - 1]:
        before += 1
    most = min(len(ours) - here, len(theirs) - there)
    length = _RUN
    while length < most and ours[here + length] == theirs[there + length]:
        length += 1
    return AlignedBlock(here - before, there - before, before + length)


def align(
    ours: Sequence[str], theirs: Sequence[str], seams: Collection[int] = ()
) -> list[AlignedPair]:
    """Pair the tokens of a quotation with those of the window that its passage lies in.

    Gives pairs of token numbers in order, None where one side has nothing. Tokens of the window
    before and after the passage are left out. At a seam (a token number of ours before which words
    are left out with a mark) leaving out costs nothing.
    """
    chain = _chain(common_blocks(ours, theirs), ours)
    if not chain:
        gap = Gap(0, len(ours), 0, len(theirs), free_start=True, free_end=True)
        pairs = fill_gap(ours, theirs, seams, gap)
        return _to_same_ends(pairs, ours, theirs, seams)
    head, tail = chain[0], chain[-1]
    reach = 2 * head.ours + _END_SLACK
    low = max(head.theirs - reach - _room(seams, 0, head.ours), 0)
    gap = Gap(0, head.ours, low, head.theirs, free_start=True)
    pairs = fill_gap(ours, theirs, seams, gap)
    for number, block in enumerate(chain):
        if number:
            last = chain[number - 1]
            begun = last.ours + last.length, last.theirs + last.length
            gap = Gap(begun[0], block.ours, begun[1], block.theirs)
            pairs += fill_gap(ours, theirs, seams, gap)
        pairs += [(block.ours + step, block.theirs + step) for step in range(block.length)]
    end, stop = tail.ours + tail.length, tail.theirs + tail.length
    reach = 2 * (len(ours) - end) + _END_SLACK + _room(seams, end, len(ours))
    high = min(stop + reach, len(theirs))
    pairs += fill_gap(ours, theirs, seams, Gap(end, len(ours), stop, high, free_end=True))
    return _to_same_ends(pairs, ours, theirs, seams)


def _room(seams: Collection[int], first: int, stop: int) -> int:
    return 100 * sum(first <= seam <= stop for seam in seams)


def _chain(blocks: list[AlignedBlock], ours: Sequence[str]) -> list[AlignedBlock]:
    """Choose the blocks that lie in the same order in both texts and close together.

    What a block is worth is its words; its marks ("law-based" is two words and one) count less.
    """
    gains: list[float] = []
    back: list[int | None] = []
    for number, block in enumerate(blocks):
        best, link = 0.0, None
        for earlier in range(max(number - _LOOK_BACK, 0), number):
            before = blocks[earlier]
            if before.ours >= block.ours or before.theirs >= block.theirs:
                continue
            overlap = _overlap(before, block)
            if overlap >= block.length or overlap >= before.length:
                continue
            shift = abs((block.theirs - block.ours) - (before.theirs - before.ours))
            gain = gains[earlier] - overlap - _SHIFT_COST * log2(1 + shift)
            if gain > best:
                best, link = gain, earlier
        gains.append(best + sum(map(weight, ours[block.ours : block.ours + block.length])))
        back.append(link)
    if not gains:
        return []
    at: int | None = max(range(len(gains)), key=gains.__getitem__)
    chosen: list[AlignedBlock] = []
    while at is not None:
        chosen.append(blocks[at])
        at = back[at]
    chosen.reverse()
    trimmed: list[AlignedBlock] = []
    for block in chosen:
        cut = max(_overlap(trimmed[-1], block), 0) if trimmed else 0
        if cut < block.length:
            trimmed.append(AlignedBlock(block.ours + cut, block.theirs + cut, block.length - cut))
    return trimmed


def _overlap(before: AlignedBlock, block: AlignedBlock) -> int:
    return max(
        before.ours + before.length - block.ours, before.theirs + before.length - block.theirs, 0
    )


def _to_same_ends(
    pairs: list[AlignedPair], ours: Sequence[str], theirs: Sequence[str], seams: Collection[int]
) -> list[AlignedPair]:
    """Let a passage whose first or last words differ run on to where the quotation's own stand.

    So "zero tolerance to corruption" is held against "zero tolerance in the fight against
    corruption", and not against as many words of it, which would stop within a phrase.
    """
    n, m = len(ours), len(theirs)
    pairs = _to_same_end(pairs, ours, theirs, seams)
    mirrored = _to_same_end(
        _mirrored(pairs, n, m), ours[::-1], theirs[::-1], [n - seam for seam in seams]
    )
    return _mirrored(mirrored, n, m)


def _to_same_end(
    pairs: list[AlignedPair], ours: Sequence[str], theirs: Sequence[str], seams: Collection[int]
) -> list[AlignedPair]:
    equal = [pair for pair in pairs if _is_equal(pair, ours, theirs)]
    words = [at for at, token in enumerate(ours) if is_word(token)]
    if not equal or not words or len(ours[words[-1]]) < _TELLING:
        return pairs
    (here, there), last = equal[-1], words[-1]
    assert here is not None and there is not None
    if here >= last or any(here < seam <= last for seam in seams):
        return pairs
    for end in range(there + 1, min(there + 1 + 2 * (last - here) + _END_SLACK, len(theirs))):
        if theirs[end] in SENTENCE_ENDS:
            break
        if theirs[end] == ours[last]:
            kept = pairs[: pairs.index(equal[-1]) + 1]
            gap = Gap(here + 1, last, there + 1, end)
            between = fill_gap(ours, theirs, seams, gap)
            behind = [(at, None) for at in range(last + 1, len(ours))]
            return [*kept, *between, (last, end), *behind]
    return pairs


def _is_equal(pair: AlignedPair, ours: Sequence[str], theirs: Sequence[str]) -> bool:
    here, there = pair
    return here is not None and there is not None and ours[here] == theirs[there]


def _mirrored(pairs: list[AlignedPair], n: int, m: int) -> list[AlignedPair]:
    return [
        (None if here is None else n - 1 - here, None if there is None else m - 1 - there)
        for here, there in reversed(pairs)
    ]
