"""`<!-- wp: ignore reason -->` in a draft: findings that its author has looked at."""

import re
from typing import NamedTuple

from wp.verify.draft import Draft

_IGNORE = re.compile(r"\s*wp:\s*ignore\b[\s:,–—-]*(.*?)\s*", re.DOTALL)
_ALONE = re.compile(r"[\s>*+|-]*")


class Ignore(NamedTuple):
    """Findings between two offsets of the file are silenced, for a reason."""

    start: int
    end: int
    reason: str


class Ignores(NamedTuple):
    """What a draft silences, and the offsets of comments that lack a reason and silence nothing."""

    ignores: tuple[Ignore, ...]
    unreasoned: tuple[int, ...]

    def reason(self, start: int, end: int) -> str | None:
        """Give the reason for which a finding at [start, end) is silenced, or None."""
        for ignore in self.ignores:
            if ignore.start < end and start < ignore.end:
                return ignore.reason
        return None


def find_ignores(draft: Draft) -> Ignores:
    """Find the comments that silence findings.

    A comment among other words silences what its lines hold, one on lines of its own the next
    block. One without a reason silences nothing.
    """
    ignores: list[Ignore] = []
    unreasoned: list[int] = []
    for comment in draft.comments:
        match = _IGNORE.fullmatch(comment.text)
        if not match:
            continue
        if not match[1]:
            unreasoned.append(comment.start)
            continue
        first, _ = draft.line_span(draft.place(comment.start)[0])
        _, last = draft.line_span(draft.place(max(comment.end - 1, 0))[0])
        rest = draft.text[first : comment.start] + draft.text[comment.end : last]
        if _ALONE.fullmatch(rest):
            following = (b.body for b in draft.blocks if b.body.at(0) >= comment.end)
            block = next(following, None)
            if block is None:
                continue
            first, last = block.at(0), block.end()
        ignores.append(Ignore(first, last, " ".join(match[1].split())))
    return Ignores(tuple(ignores), tuple(unreasoned))
