"""Word by word alignment of a quotation with the passage it comes from.

Long common runs are laid down first and chained in order; only what lies between them is aligned
by dynamic programming, so the cost grows with the length of the quotation, not with its square.
"""

from collections.abc import Collection, Sequence
from math import log2
from typing import NamedTuple

from wp.verify.edit_distance import AlignedPair, Gap, fill_gap, weight
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


class AlignedBlock(NamedTuple):
    """A run of tokens that both texts have: where it begins in each, and its length."""

    ours: int
    theirs: int
    length: int


def common_blocks(
    ours: Sequence[str], theirs: Sequence[str], run: int = _RUN
) -> list[AlignedBlock]:
    """Return the runs of at least `run` tokens that stand in both texts, in the order of ours."""
    where: dict[tuple[str, ...], list[int]] = {}
    for at, tokens in enumerate(zip(*(theirs[step:] for step in range(run)), strict=False)):
        where.setdefault(tokens, []).append(at)
    often = _MOST_SEEDS if len(theirs) > _LONG_WINDOW else len(theirs)
    seen: dict[int, int] = {}
    blocks: list[AlignedBlock] = []
    for here, tokens in enumerate(zip(*(ours[step:] for step in range(run)), strict=False)):
        seeds = where.get(tokens, ())
        if len(seeds) > often:
            continue
        for there in seeds:
            if here < seen.get(there - here, 0):
                continue
            block = _grown(ours, theirs, here, there, run)
            seen[there - here] = block.ours + block.length
            blocks.append(block)
        if len(blocks) > _MOST_BLOCKS:
            break
    return sorted(blocks)


def _grown(
    ours: Sequence[str], theirs: Sequence[str], here: int, there: int, run: int
) -> AlignedBlock:
    """Lengthen a common run as far as it goes both ways."""
    before = 0
    while before < min(here, there) and ours[here - before - 1] == theirs[there - before - 1]:
        before += 1
    most = min(len(ours) - here, len(theirs) - there)
    length = run
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
