"""`<!-- wp: ignore reason -->` in a draft: findings that its author has looked at."""

import re
from bisect import bisect_left
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from wp.pattern import pattern
from wp.verify.draft import Draft

_IGNORE = pattern(r"wp:\s*ignore\b[\s:,–—-]*+(.*)", re.DOTALL)
_ALONE = pattern(r"[\s>*+|-]*")


class Ignore(NamedTuple):
    """Findings between two offsets of the file are silenced, for a reason."""

    start: int
    end: int
    reason: str


class Ignores(NamedTuple):
    """What a draft silences, and the offsets of comments that lack a reason and silence nothing.

    The silenced stretches stand in order; `reach` is how far those up to each one go.
    """

    ignores: tuple[Ignore, ...]
    unreasoned: tuple[int, ...]
    reach: tuple[int, ...]

    def reason(self, start: int, end: int) -> str | None:
        """Return the reason for which a finding at [start, end) is silenced, or None."""
        at = bisect_left(self.ignores, end, key=attrgetter("start")) - 1
        while at >= 0 and self.reach[at] > start:
            if self.ignores[at].end > start:
                return self.ignores[at].reason
            at -= 1
        return None


def find_ignores(draft: Draft) -> Ignores:
    """Find the comments that silence findings.

    A comment among other words silences what its lines hold, one on lines of its own the next
    block. One without a reason silences nothing.
    """
    ignores: list[Ignore] = []
    unreasoned: list[int] = []
    blocks = sorted((block.body.at(0), block.body.end()) for block in draft.blocks)
    for comment in draft.comments:
        match = _IGNORE.fullmatch(comment.text.strip())
        if not match:
            continue
        if not match[1]:
            unreasoned.append(comment.start)
            continue
        first, _ = draft.line_span(draft.place(comment.start)[0])
        _, last = draft.line_span(draft.place(max(comment.end - 1, 0))[0])
        rest = draft.text[first : comment.start] + draft.text[comment.end : last]
        if _ALONE.fullmatch(rest):
            following = bisect_left(blocks, (comment.end,))
            if following == len(blocks):
                continue
            first, last = blocks[following]
        ignores.append(Ignore(first, last, " ".join(match[1].split())))
    ignores.sort()
    reach = accumulate((ignore.end for ignore in ignores), max)
    return Ignores(tuple(ignores), tuple(unreasoned), tuple(reach))
