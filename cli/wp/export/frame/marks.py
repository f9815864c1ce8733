"""Where marks stand in a text: stretches of it, each with the marks that share it.

Facts may overlap and may lie within each other, which elements of a page cannot, so a paragraph is
cut wherever a fact begins or ends.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple


class Placed(NamedTuple):
    """A fact's number on the page and its span in the section's text."""

    number: int
    start: int
    end: int


class MarkedStretch(NamedTuple):
    """A span of a paragraph, the facts that begin with it, and all the facts that hold it."""

    start: int
    end: int
    begin: tuple[int, ...]
    within: tuple[int, ...]


def stretches(start: int, end: int, facts: Iterable[Placed]) -> list[MarkedStretch]:
    """Cut the span [start, end) of a section's text where facts begin or end in it.

    The stretches join without a gap; a fact that runs on from the paragraph before holds the first
    ones without beginning with them.
    """
    here = [fact for fact in facts if fact.start < end and fact.end > start]
    cuts = sorted(
        {start, end}
        | {fact.start for fact in here if fact.start > start}
        | {fact.end for fact in here if fact.end < end}
    )
    return [
        MarkedStretch(
            left,
            right,
            tuple(fact.number for fact in here if fact.start == left),
            tuple(fact.number for fact in here if fact.start <= left and fact.end >= right),
        )
        for left, right in pairwise(cuts)
    ]
