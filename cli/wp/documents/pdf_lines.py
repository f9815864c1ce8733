"""Words of a PDF page as lines: what stands on one height, its look, how far apart lines stand."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from wp.documents import Mapped, join, literal, standing_for
from wp.documents.pdf_words import PdfWord
from wp.documents.prose import CLAUSE_END, superscript_text
from wp.pattern import pattern
from wp.text import LETTER

_SAME_HEIGHT = 0.3  # of the size: baselines that differ by less are one
_CELL_GAP = 0.95  # of the size: what is wider apart may be another cell or column
_EVEN = 2.6  # of the narrowest blank of a line that is spaced out: the widest, behind a full stop
_SAME_BLANK = 0.1  # of the size: how far the blanks of one line differ
_MANY_BLANKS = 3
_FIGURE_GAP = 0.45  # the same between two figures
_LIGATURES = frozenset("ff fi fl ffi ffl".split())
_ENDS = tuple(_LIGATURES)
_CJK = pattern(r"[\u2e80-\u30ff\u3100-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")


class PdfLine:
    """Words on one height of a page, from left to right, with the look that most of them have.

    `at` is where its text begins in the document's, once that is put together; `marks` are the
    places of cut note marks there. `gap` is the distance to the line above in its column.
    """

    __slots__ = (
        "_cells", "_text", "at", "baseline", "bold", "gap", "italic", "left", "marks", "page",
        "right", "size", "tag", "words",
    )  # fmt: skip

    def __init__(self, words: Sequence[PdfWord], page: int) -> None:
        self.words = words
        self.page = page
        self.left = words[0].left
        self.right = max(word.right for word in words)
        sizes: dict[float, int] = {}
        bold = italic = letters = 0
        for word in words:
            if word.raised:
                continue
            count = len(word.text)
            sizes[word.size] = sizes.get(word.size, 0) + count
            letters += count
            bold += count * word.bold
            italic += count * word.italic
        if len(sizes) > 1:
            self.size = max(sizes, key=lambda size: sizes[size])
        else:
            self.size = next(iter(sizes), words[0].size)
        self.bold = letters > 0 and bold >= 0.9 * letters
        self.italic = letters > 0 and italic >= 0.9 * letters
        self.baseline = words[0].baseline
        self.tag = words[0].tag
        self.gap = 0.0
        self.at = -1
        self.marks: list[tuple[int, int]] = []
        self._text: str | None = None
        self._cells: list[PdfLine] | None = None

    @property
    def text(self) -> str:
        """Its words with blanks between."""
        if self._text is None:
            self._text = "".join(text for _, text in _spaced(self.words))
        return self._text

    @property
    def width(self) -> float:
        """Its width in points."""
        return self.right - self.left

    def cells(self) -> list["PdfLine"]:
        """Part the line where a gap is too wide for a blank between words."""
        if self._cells is None:
            parts = split_at_gaps(self.words)
            self._cells = [PdfLine(part, self.page) for part in parts] if len(parts) > 1 else [self]
        return self._cells

    def mapped(self) -> Mapped:
        """Return its words as prose with their places: note marks cut, powers written."""
        self.marks = []
        if not any(word.raised for word in self.words):
            return literal(self.text, self.at).strip()
        pieces: list[Mapped] = []
        at = self.at
        before = ""
        for run in _runs(self.words):
            text = "".join(piece for _, piece in run)
            blank = len(text) - len(text.lstrip())
            if run[0][0].raised:
                shown = superscript_text(text, before)
                if shown is None:
                    self.marks.append((at + blank, at + len(text)))
                else:
                    if blank:
                        pieces.append(literal(text[:blank], at))
                    pieces.append(standing_for(shown, at + blank, len(text) - blank))
                    before += shown
            else:
                pieces.append(literal(text, at))
                before += text
            at += len(text)
        return join(pieces).strip()


def lines_of(words: Iterable[PdfWord], page: int) -> list[PdfLine]:
    """Put words on lines, from the top of the page to its foot."""
    return [PdfLine(row, page) for row in rows_of(words)]


def rows_of(words: Iterable[PdfWord]) -> list[list[PdfWord]]:
    """Return the words of each line, from left to right."""
    rows: list[list[PdfWord]] = []
    for word in sorted(words, key=attrgetter("baseline")):
        if rows:
            row = rows[-1]
            reach = _SAME_HEIGHT * max(word.size, row[0].size)
            if word.baseline - row[0].baseline <= reach:
                row.append(word)
                continue
        rows.append([word])
    for row in rows:
        row.sort(key=attrgetter("left"))
    return rows


def split_at_gaps(words: Sequence[PdfWord]) -> list[list[PdfWord]]:
    """Part words on one height where the gap is too wide for a blank.

    Two figures part at a smaller gap: "926" and "292.8" in two cells are no number.
    """
    before = words[0]
    parts = [[before]]
    for word in words[1:]:
        gap = word.left - before.right
        size = before.size if before.size < word.size else word.size
        if gap > _FIGURE_GAP * size and not word.raised:
            figures = before.text[-1].isdigit() and word.text[0].isdigit()
            if figures or gap > _CELL_GAP * size:
                parts.append([])
        parts[-1].append(word)
        before = word
    return parts


def spaced_out(words: Sequence[PdfWord]) -> float:
    """Return the widest blank of a line of words that are spaced out to fill its column.

    0 where they are not, as in most lines, where they are figures, or where one blank is far wider
    than others: it may part two cells.
    """
    gaps = sorted(word.left - before.right for before, word in pairwise(words) if not word.glued)
    if len(gaps) < 3 or 2 * sum(word.text[0].isdigit() for word in words) > len(words):
        return 0.0
    wide = gaps[len(gaps) // 2] > 0.5 * words[0].size
    return gaps[-1] if wide and gaps[-1] <= _EVEN * gaps[0] else 0.0


def is_even(words: Sequence[PdfWord]) -> bool:
    """Return whether the blanks of a line of many words are all as wide: no columns part it."""
    gaps = [word.left - before.right for before, word in pairwise(words) if not word.glued]
    return len(gaps) >= _MANY_BLANKS and max(gaps) - min(gaps) < _SAME_BLANK * words[0].size


def is_cjk(text: str) -> bool:
    """Return whether a character is one of a script that puts no blanks between words."""
    return bool(_CJK.match(text))


def letter_count(text: str) -> int:
    """Count the letters of a text."""
    return len(LETTER.findall(text))


def _spaced(words: Sequence[PdfWord]) -> Iterator[tuple[PdfWord, str]]:
    """Yield each word with the blank before it, where one parts it from the word before."""
    before: PdfWord | None = None
    for word in words:
        yield word, (" " + word.text) if before and _blank(before, word) else word.text
        before = word


def _blank(one: PdfWord, two: PdfWord) -> bool:
    if (
        one.text[-1] in "fil"
        and one.text.endswith(_ENDS)
        and two.left - one.right < 0.05 * two.size
        and two.text[:1].islower()
    ):
        return False  # "Certifi", "ed": the blank belongs to the sign
    if one.glued and one.text in _LIGATURES and two.text[:1].islower():
        return two.left - one.right > 0.08 * two.size  # "speci", "fi", "ed"
    if two.glued:
        return two.left - one.right > 0.13 * two.size
    if one.raised != two.raised:
        return two.left - one.right > 0.12 * min(one.size, two.size)
    if one.text[-1] > "\u2e80" and is_cjk(one.text[-1]) and is_cjk(two.text[0]):
        return two.left - one.right > 0.5 * two.size
    return True


def _runs(words: Sequence[PdfWord]) -> list[list[tuple[PdfWord, str]]]:
    """Gather neighbours that are raised, and those that are not."""
    runs: list[list[tuple[PdfWord, str]]] = []
    for word, text in _spaced(words):
        if runs and runs[-1][-1][0].raised == word.raised:
            runs[-1].append((word, text))
        else:
            runs.append([(word, text)])
    return runs


class Frame(NamedTuple):
    """Lines below each other in a column, and how far the column reaches."""

    left: float
    right: float
    lines: list[PdfLine]


_ENOUGH = 4  # lines


class Spacing:
    """How far apart the lines of one paragraph stand, for each size of letters."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        gaps: dict[float, Counter[float]] = defaultdict(Counter)
        # of lines that a sentence plainly goes on in, for each page
        running: dict[tuple[int, float], Counter[float]] = defaultdict(Counter)
        sizes: Counter[float] = Counter()
        bold = total = 0
        for frame in frames:
            for before, line in zip([None, *frame.lines], frame.lines, strict=False):
                count = len(line.text)
                sizes[_rounded(line.size)] += count
                total += count
                bold += count * line.bold
                if before is not None:
                    line.gap = line.baseline - before.baseline
                    if _rounded(before.size) == _rounded(line.size) and 0 < line.gap < 60:
                        gap = round(line.gap * 2) / 2
                        gaps[_rounded(line.size)][gap] += 1
                        if line.text[:1].islower() and not CLAUSE_END.search(before.text):
                            running[line.page, _rounded(line.size)][gap] += 1
        self.body = sizes.most_common(1)[0][0] if sizes else 10.0
        self.bold = 2 * bold > total
        self._leading = {size: _usual(counts, size) for size, counts in gaps.items()}
        self._on_page = {key: _usual(counts, key[1]) for key, counts in running.items()
                         if counts.total() >= _ENOUGH}  # fmt: skip

    def leading(self, line: PdfLine) -> float:
        """Return the usual distance between lines of this size, on the line's page or on all."""
        usual = self._leading.get(_rounded(line.size), 1.25 * line.size)
        return max(usual, self._on_page.get((line.page, _rounded(line.size)), 0.0))


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _usual(counts: Counter[float], size: float) -> float:
    """Return the smallest distance that a good part of the lines stand at."""
    most = max(counts.values())
    usual = [gap for gap, count in counts.items() if count >= 0.5 * most and gap >= 0.85 * size]
    return min(usual, default=1.25 * size)
