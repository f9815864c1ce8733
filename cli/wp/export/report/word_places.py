"""Where the words of a draft stand in the Word file that it was read from.

A draft is read through another program, which folds white space and leaves out what is not shown.
So both are held together by their letters and digits alone, line by line.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any, NamedTuple

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_GONE = (f"{W}del", f"{W}moveFrom")
_HIDDEN = (f"{W}vanish", f"{W}strike", f"{W}dstrike")


class WordSpot(NamedTuple):
    """A character: the number of its text element in the file, and its offset in that."""

    element: int
    offset: int

    @property
    def behind(self) -> "WordSpot":
        """The spot behind the character."""
        return self._replace(offset=self.offset + 1)


class _Letters:
    """The letters and digits of a file, each with its spot, and where its paragraphs begin."""

    def __init__(self) -> None:
        self.spots: list[WordSpot] = []
        self.bounds: set[int] = {0}
        self._parts: list[str] = []
        self.text = ""
        self.reached = 0

    def add(self, text: str, element: int) -> None:
        for offset, letter in _letters(text):
            self._parts.append(letter)
            self.spots.append(WordSpot(element, offset))

    def end_paragraph(self) -> None:
        self.bounds.add(len(self.spots))

    def close(self) -> "_Letters":
        self.text = "".join(self._parts)
        return self

    def find(self, words: str) -> int:
        """Find whole paragraphs that say these words, behind those found before; else anywhere."""
        for start in (self.reached, 0):
            at = self.text.find(words, start)
            while at >= 0:
                if at in self.bounds and at + len(words) in self.bounds:
                    return at
                at = self.text.find(words, at + 1)
        return -1


class WordFile:
    """The text elements of a Word file's parts, which can be cut where a draft's words begin."""

    def __init__(self, roots: Sequence[Any]) -> None:
        self.elements: list[Any] = []
        self._pieces: dict[int, list[tuple[int, Any]]] = {}
        whole, bare = _Letters(), _Letters()
        for paragraph in (one for root in roots for one in root.iter(f"{W}p")):
            for run, text in _texts(paragraph):
                number = len(self.elements)
                self.elements.append(text)
                whole.add(text.text, number)
                if not _is_raised(run):
                    bare.add(text.text, number)
            whole.end_paragraph()
            bare.end_paragraph()
        # Marks of notes are no words of a draft; powers are.
        self._readings = (whole.close(), bare.close())

    def lines(self, lines: Sequence[str]) -> list[list[tuple[int, WordSpot]]]:
        """Return for each line of a draft where its letters stand: offset in the line and spot.

        Empty for a line that is not found as it is.
        """
        return [self._line(list(_letters(line))) for line in lines]

    def _line(self, letters: list[tuple[int, str]]) -> list[tuple[int, WordSpot]]:
        words = "".join(letter for _, letter in letters)
        for reading in self._readings:
            at = reading.find(words) if words else -1
            if at >= 0:
                spots = reading.spots[at : at + len(words)]
                for one in self._readings:
                    one.reached = bisect_right(one.spots, spots[-1])
                return [(offset, spot) for (offset, _), spot in zip(letters, spots, strict=True)]
        return []

    def words(self, text: str) -> tuple[WordSpot, WordSpot] | None:
        """Return where words stand, whatever they are a part of: first and last letter."""
        words = "".join(letter for _, letter in _letters(text))
        for reading in self._readings:
            at = reading.text.find(words) if words else -1
            if at >= 0:
                return reading.spots[at], reading.spots[at + len(words) - 1]
        return None

    def cut(self, spots: Sequence[WordSpot]) -> None:
        """Cut runs so that one begins at each of these spots; their words and dress stay."""
        for spot in sorted(set(spots), reverse=True):
            text = self.elements[spot.element]
            pieces = self._pieces.setdefault(spot.element, [(0, text)])
            if spot.offset or _content_before(text):
                right = _split(text, spot.offset)
                if right is not text:
                    pieces.insert(1, (spot.offset, right))

    def run(self, spot: WordSpot) -> Any:
        """Return the run that holds a character."""
        pieces = self._pieces.get(spot.element) or [(0, self.elements[spot.element])]
        at = bisect_right([offset for offset, _ in pieces], spot.offset) - 1
        return pieces[at][1].getparent()

    def cell(self, spot: WordSpot) -> Any:
        """Return what holds the paragraph of a letter: a cell, a note, the body."""
        return _paragraph_of(self.elements[spot.element]).getparent()


def between(
    letters: Sequence[tuple[int, WordSpot]], start: int, end: int
) -> tuple[WordSpot, WordSpot] | None:
    """Return the first and the last letter of [start, end) of a line; None where it has none."""
    low = bisect_left(letters, start, key=lambda letter: letter[0])
    high = bisect_left(letters, end, key=lambda letter: letter[0]) - 1
    return (letters[low][1], letters[high][1]) if low <= high else None


class StandIn(NamedTuple):
    """A run of the body that a comment is put on, for words where none can be: in a note or box."""

    run: Any
    what: str


def stand_in(main: Any, run: Any) -> StandIn | None:
    """Return what stands in the body for a run of a note or a text box; None for one of its own."""
    boxes = list(run.iterancestors(f"{W}txbxContent"))
    if boxes:
        return StandIn(next(boxes[-1].iterancestors(f"{W}r")), "text box")
    for kind in ("footnote", "endnote"):
        for note in run.iterancestors(f"{W}{kind}"):
            for reference in main.iter(f"{W}{kind}Reference"):
                if reference.get(f"{W}id") == note.get(f"{W}id"):
                    return StandIn(reference.getparent(), kind)
            return StandIn(next(main.iter(f"{W}r")), kind)
    return None


def _letters(text: str) -> Iterator[tuple[int, str]]:
    for offset, character in enumerate(text):
        if character.isascii():
            if character.isalnum():
                yield offset, character
        else:
            for letter in unicodedata.normalize("NFKD", character):
                if letter.isalnum():
                    yield offset, letter


def _texts(paragraph: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the runs and text elements of a paragraph itself that are shown and not deleted."""
    for text in paragraph.iter(f"{W}t"):
        run = text.getparent()
        if run.tag != f"{W}r" or not text.text or _paragraph_of(text) is not paragraph:
            continue
        if any(one.tag in _GONE for one in run.iterancestors(*_GONE)) or _is_hidden(run):
            continue
        yield run, text


def _paragraph_of(element: Any) -> Any:
    return next(element.iterancestors(f"{W}p"))


def _is_hidden(run: Any) -> bool:
    dress = run.find(f"{W}rPr")
    marks = [one for name in _HIDDEN if dress is not None for one in dress.iter(name)]
    return any(mark.get(f"{W}val") not in ("0", "false", "off") for mark in marks)


def _is_raised(run: Any) -> bool:
    mark = run.find(f"{W}rPr/{W}vertAlign")
    return mark is not None and mark.get(f"{W}val") == "superscript"


def _content_before(text: Any) -> bool:
    """Return whether something other than its dress stands before a text element in its run."""
    return any(one.tag != f"{W}rPr" for one in text.itersiblings(preceding=True))


def _split(text: Any, offset: int) -> Any:
    """Move what follows an offset of a text element to a new run; return what it begins with."""
    run, first = text.getparent(), text
    moved = list(text.itersiblings())
    if 0 < offset < len(text.text):
        first = deepcopy(text)
        first.text, text.text = text.text[offset:], text.text[:offset]
        for one in (first, text):
            one.set(_SPACE, "preserve")
    if offset < len(text.text) or first is not text:
        moved.insert(0, first)
    if moved:
        right = deepcopy(run)
        for child in list(right):
            if child.tag != f"{W}rPr":
                right.remove(child)
        right.extend(moved)
        run.addnext(right)
    return first
