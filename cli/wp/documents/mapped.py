"""Text taken out of a file, with the way back: which character stood where in the file."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

_start = attrgetter("start")


class Run(NamedTuple):
    """A stretch that stands in the file as it stands in the text, or for something there.

    `start` and `width` count in the text, `at` and `extent` in the file. Where width and extent
    differ, the file spells the characters in another way (an entity, a tag, an escape).
    """

    start: int
    width: int
    at: int
    extent: int

    @property
    def literal(self) -> bool:
        """Return whether the file has these very characters."""
        return self.width == self.extent


class Mapped(NamedTuple):
    """Text and the runs of the file that it came from, in order, without overlap.

    Characters that belong to no run were put in between (the line break of two joined lines).
    """

    text: str
    runs: tuple[Run, ...]

    def part(self, start: int, stop: int) -> "Mapped":
        """Return a stretch of the text with its own runs."""
        first = max(bisect_right(self.runs, start, key=_start) - 1, 0)
        runs = []
        # Not a slice: it would copy all that follows for each sentence of a long block.
        for run in map(self.runs.__getitem__, range(first, len(self.runs))):
            if run.start >= stop:
                break
            low, high = max(run.start, start), min(run.start + run.width, stop)
            if low >= high:
                continue
            if run.literal:
                runs.append(Run(low - start, high - low, run.at + low - run.start, high - low))
            else:
                runs.append(Run(low - start, high - low, run.at, run.extent))
        return Mapped(self.text[start:stop], tuple(runs))

    def strip(self) -> "Mapped":
        """Return the text without white space at its ends."""
        stripped = self.text.strip()
        if len(stripped) == len(self.text):
            return self
        start = len(self.text) - len(self.text.lstrip())
        return self.part(start, start + len(stripped))

    def at(self, index: int) -> int:
        """Return the offset in the file of a character, or of the nearest one beside it."""
        if not self.runs:
            return 0
        number = bisect_right(self.runs, index, key=_start) - 1
        if number < 0:
            return self.runs[0].at
        run = self.runs[number]
        if index < run.start + run.width:
            return run.at + (index - run.start if run.literal else 0)
        if number + 1 < len(self.runs):
            return self.runs[number + 1].at
        return run.at + run.extent

    def end(self) -> int:
        """Return the offset in the file behind the last character."""
        return self.runs[-1].at + self.runs[-1].extent if self.runs else 0


def without(body: Mapped, pattern: re.Pattern[str]) -> Mapped:
    """Leave out every stretch that a pattern matches."""
    pieces = []
    kept = 0
    for match in pattern.finditer(body.text):
        pieces.append(body.part(kept, match.start()))
        kept = match.end()
    if not pieces:
        return body
    pieces.append(body.part(kept, len(body.text)))
    return join(pieces)


def literal(text: str, at: int) -> Mapped:
    """Map text that stands in the file at an offset as it is."""
    return Mapped(text, (Run(0, len(text), at, len(text)),) if text else ())


def standing_for(text: str, at: int, extent: int) -> Mapped:
    """Map text that the file spells in another way at an offset, `extent` characters long."""
    return Mapped(text, (Run(0, len(text), at, extent),) if text else ())


def join(pieces: Iterable[Mapped], between: str = "") -> Mapped:
    """Put pieces together; what is put in between belongs to no place in the file."""
    texts: list[str] = []
    runs: list[Run] = []
    length = 0
    for piece in pieces:
        if texts and between:
            texts.append(between)
            length += len(between)
        for run in piece.runs:
            moved = run._replace(start=run.start + length)
            last = runs[-1] if runs else None
            if (
                last
                and last.literal
                and moved.literal
                and last.start + last.width == moved.start
                and last.at + last.extent == moved.at
            ):
                width = last.width + moved.width
                runs[-1] = Run(last.start, width, last.at, width)
            else:
                runs.append(moved)
        texts.append(piece.text)
        length += len(piece.text)
    return Mapped("".join(texts), tuple(runs))


def spelt(text: str, there: Mapped) -> Mapped:
    """Map text that stands for a stretch of the file."""
    at = there.at(0)
    return Mapped(text, (Run(0, len(text), at, there.end() - at),) if there.runs and text else ())
