"""A quotation and its passage side by side, word by word, to be shown."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from wp.text import fold

CLOSING = ".,;:!?"
"""Punctuation that may end a quotation and is its sentence's, not the source's."""


class Piece(NamedTuple):
    """A run of words that both have ("same"), or that only one of the two has."""

    side: Literal["same", "quotation", "source"]
    text: str


def word_diff(quotation: str, source: str) -> list[Piece]:
    """Return the runs of words of a quotation and of its passage in reading order.

    Words are compared folded, and so is the case of the first letter; the source's spelling of a
    common run is given.
    """
    ours, theirs = quotation.split(), source.split()
    matcher = SequenceMatcher(None, comparable(ours), comparable(theirs), autojunk=False)
    return list(_pieces(matcher, ours, theirs))


def _pieces(matcher: SequenceMatcher[str], ours: list[str], theirs: list[str]) -> Iterator[Piece]:
    for operation, start, end, source_start, source_end in matcher.get_opcodes():
        if operation == "equal":
            yield Piece("same", " ".join(theirs[source_start:source_end]))
            continue
        if start < end:
            yield Piece("quotation", " ".join(ours[start:end]))
        if source_start < source_end:
            yield Piece("source", " ".join(theirs[source_start:source_end]))


def comparable(words: list[str]) -> list[str]:
    """Fold words as verdicts do: marks, the first letter's case, closing punctuation."""
    folded = [fold(word).text for word in words]
    if folded:
        folded[0] = folded[0].lstrip("'")
        folded[0] = folded[0][:1].lower() + folded[0][1:]
        folded[-1] = folded[-1].rstrip(CLOSING + "'")
    return folded
