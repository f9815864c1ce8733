"""Finding quotes in a section's text: whole words, with any white space for any other."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import partial
from pathlib import Path

from wp.errors import InputError
from wp.pattern import pattern
from wp.text import find_squeezed, is_whole, squeeze

_SPACE = pattern(r"[^\S ]")
_STRETCH = pattern(r"\S+")
_WORD = pattern(r"[^\W_]+|\S")
_SCANS_BEFORE_INDEX = 600
"""After so many scans of a whole text, an index of its words would have cost less."""


def find_whole(quote: str, text: str, at: int = 0) -> tuple[int, int] | None:
    """Find a quote from an offset on where it cuts no word or number in two; None when nowhere."""
    while span := find_squeezed(quote, text, at):
        start, end = span
        if is_whole(text, start, end):
            return span
        at = start + 1
    return None


def not_printed(path: Path, section: str, topic: str, fact: str) -> InputError:
    """Return the error that a fact's quote is not in the text of its section."""
    return InputError(
        path,
        f"the quote does not stand in the text of section {section}",
        place=f"{section}.{topic}.{fact}",
        remedy="copy it from the section's paragraphs to the letter",
    )


class QuotableText:
    """A section's text, in which many quotes are found in little more than one pass."""

    def __init__(self, text: str) -> None:
        """Take the paragraphs, a line each."""
        self._text = text
        self._lines = [match.start() for match in re.finditer("\n", text)]
        # With single spaces only, offsets in both are the same.
        self._plain = text.replace("\n", " ")
        if not self._plain.isprintable():
            self._plain = _SPACE.sub(" ", self._plain)
        self._stretches: tuple[array[int], array[int]] | None = None
        if "  " in self._plain:
            self._squeeze()
        self._searched = 0
        self._words: _Words | None = None

    def find(self, pieces: list[str]) -> tuple[int, int, int] | None:
        """Return start, end and paragraph (1-based) of the place that `find_whole` gives.

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
        """Return the offset in the text of an offset in the plain text."""
        assert self._stretches
        original, squeezed = self._stretches
        number = bisect_right(squeezed, at) - 1
        return original[number] + at - squeezed[number]

    def _next(self, words: str, at: int) -> int:
        """Return where words come next in the plain text; -1: nowhere.

        A place may be passed over where they would begin or end within a word.
        """
        plain = self._plain
        if self._searched > _SCANS_BEFORE_INDEX * len(plain):
            if self._words is None:
                self._words = _Words(plain)
            return self._words.next(words, at)
        found = plain.find(words, at)
        self._searched += (found if found >= 0 else len(plain)) - at
        return found


class _Words:
    """Where each word of a text stands: a quote is looked for where its rarest word is."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
        for match in _WORD.finditer(text):
            self._places[match.group()].append(match.start())

    def next(self, words: str, at: int) -> int:
        """Return where whole words come next from an offset on; -1: nowhere."""
        places = self._places
        stand = [(word.start(), places.get(word.group(), ())) for word in _WORD.finditer(words)]
        ahead, rarest = min(stand, key=lambda word: len(word[1]))
        for place in rarest[bisect_left(rarest, at + ahead) :]:
            if self._text.startswith(words, place - ahead):
                return place - ahead
        return -1
