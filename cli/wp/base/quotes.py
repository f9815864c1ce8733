"""Where quotes stand in a section's text: whole, with any white space for any other."""

import re
from array import array
from bisect import bisect_left, bisect_right
from pathlib import Path

from wp.errors import InputError
from wp.text import find_squeezed, is_whole, squeeze

_SPACE = re.compile(r"[^\S ]")
_STRETCH = re.compile(r"\S+")
# A quote that cuts no word in two begins where one of these does.
_BEGINNING = re.compile(r"[^\W_]+|\S")
_KEY = 24
_PATIENCE = 600
"""Looking through a text so often takes as long as noting where its words begin."""


def find_whole(quote: str, text: str, at: int = 0) -> tuple[int, int] | None:
    """Find a quote from an offset on where it cuts no word or number in two; None when nowhere."""
    while span := find_squeezed(quote, text, at):
        start, end = span
        if is_whole(text, start, end):
            return span
        at = start + 1
    return None


def not_printed(path: Path, section: str, topic: str, fact: str) -> InputError:
    """Say that the quote of a fact does not stand in the text of its section."""
    return InputError(
        path,
        f"the quote does not stand in the text of section {section}",
        place=f"{section}.{topic}.{fact}",
        remedy="copy it from the section's paragraphs to the letter",
    )


class SectionText:
    """A section's text, in which many quotes are found in little more than one pass."""

    def __init__(self, text: str) -> None:
        """Take the paragraphs, a line each."""
        self._text = text
        self._lines = [match.start() for match in re.finditer("\n", text)]
        # With single spaces only, offsets in both are the same.
        self._plain = _SPACE.sub(" ", text)
        self._stretches: tuple[array[int], array[int]] | None = None
        if "  " in self._plain:
            self._squeeze()
        self._searched = 0
        self._heads = array("i")
        self._following = array("i")
        self._beginnings = array("I")

    def find(self, pieces: list[str]) -> tuple[int, int, int] | None:
        """Give start, end and paragraph (1-based) of the place that `find_whole` gives.

        `pieces` is the quote split at its white space.
        """
        words = " ".join(pieces)
        at = 0
        while words and (at := self._next(words, at)) >= 0:
            start, end = at, at + len(words)
            if self._stretches:
                start, end = self._original(start), self._original(end - 1) + 1
            if is_whole(self._text, start, end):
                return start, end, bisect_left(self._lines, start) + 1
            at += 1
        return None

    def _squeeze(self) -> None:
        """Fold the white space, and note where each stretch without any begins in both texts."""
        original = array("I")
        squeezed = array("I")
        length = 0
        for match in _STRETCH.finditer(self._text):
            original.append(match.start())
            squeezed.append(length)
            length += match.end() - match.start() + 1
        self._plain = squeeze(self._text)
        self._stretches = original, squeezed

    def _original(self, at: int) -> int:
        """Give the offset in the text of an offset in the plain text."""
        assert self._stretches
        original, squeezed = self._stretches
        number = bisect_right(squeezed, at) - 1
        return original[number] + at - squeezed[number]

    def _next(self, words: str, at: int) -> int:
        """Give where words come next in the plain text, at the beginning of a word; -1: nowhere."""
        if self._heads and len(words) >= _KEY:
            number = self._heads[hash(words[:_KEY]) & (len(self._heads) - 1)]
            while number >= 0:
                found = self._beginnings[number]
                if found >= at and self._plain.startswith(words, found):
                    return found
                number = self._following[number]
            return -1
        found = self._plain.find(words, at)
        self._searched += (found if found >= 0 else len(self._plain)) - at
        if not self._heads and self._searched > _PATIENCE * len(self._plain):
            self._note_beginnings()
        return found

    def _note_beginnings(self) -> None:
        """Chain the beginnings of words by what stands there, the first of the text first."""
        self._beginnings = array("I", (m.start() for m in _BEGINNING.finditer(self._plain)))
        count = len(self._beginnings)
        self._heads = array("i", [-1]) * (1 << count.bit_length())
        self._following = array("i", [-1]) * count
        last = len(self._heads) - 1
        for number in range(count - 1, -1, -1):
            at = self._beginnings[number]
            slot = hash(self._plain[at : at + _KEY]) & last
            self._following[number] = self._heads[slot]
            self._heads[slot] = number
