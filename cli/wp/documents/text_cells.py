"""The cells of lines of plain text, and the columns that lines share.

Wide gaps, tabs or dots part the cells of a line; columns are what no line of a table crosses.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from wp.documents import Mapped
from wp.pattern import pattern

_WORD = pattern(r"[^ \t]+")
_TAB = 8
_FEWEST = 2  # rows with a cell in a column
_LEADERS = pattern(r"\.{4,}|…{2,}|_{4,}|·{4,}|(?:(?<= )[.·] ){3,}[.·]?")
_MARK = r"(?:[*†‡§]{1,3}|\(?[a-z0-9]\)|[a-z]|[¹²³⁰⁴-⁹]+|\[\w{1,2}\])"
_SPACE = "[ \u00a0\u2009\u202f]"
_DIGITS = rf"(?:\d{{1,3}}(?:(?:,|\.|'|’|{_SPACE})\d{{3}})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?|[.,]\d+)"
_UNIT = r"(?:%|‰|pp|bn|mn|[mk](?!\w)|million|billion|thousand|per ?cent|[$€£¥])"
_FIGURE = pattern(
    rf"(?P<sign>[-–−+±<>≈~(\[]{{0,2}}\s?(?:[A-Z]{{0,3}}[$€£¥₹]|[A-Z]{{3}}\s)?\s?[-–−+]?){_DIGITS}"
    rf"(?:\s?[-–]\s?{_DIGITS})?\s?{_UNIT}?[)\]]?"
    rf"(?:\s?\([-–−+]?{_DIGITS}\s?%?\))?(?:\s?{_MARK})?"
)
_YEAR = pattern(rf"(?:1[5-9]|20)\d\d(?:\s?[-–/]\s?\d\d(?:\d\d)?)?(?:\s?{_MARK})?")
# Where the whole part of a number ends.
_POINT = pattern(r"(?<=\d)(?:[.,]\d{1,2}(?!\d)|(?![\d.,' \u00a0\u2009\u202f]*\d))")
_NONE = pattern(r"[-–—−.:…]{1,3}|\([-–—−.]{1,3}\)|n\.?/?a\.?|nil|none", re.IGNORECASE)
_SIGN = pattern(r"[-–−+±<>≈~(]|[A-Z]{0,3}[$€£¥₹]|[A-Z]{3}")
_GROUP = pattern(r"\d{3}(?!\d).*")
_THOUSANDS = pattern(r"\D{0,3}\d{1,3}")


def is_figure(text: str) -> bool:
    """Return whether a cell is a figure, with its sign, unit and the mark of a note."""
    return bool(_FIGURE.fullmatch(text))


def is_year(text: str) -> bool:
    """Return whether a cell is a year or a span of years, as heads are too."""
    return bool(_YEAR.fullmatch(text))


def is_empty(text: str) -> bool:
    """Return whether a cell is blank, or a sign that stands for no figure."""
    return not text or bool(_NONE.fullmatch(text))


class TextCell(NamedTuple):
    """A word or cell: where it is printed from and to, and its span in the text of the line."""

    left: int
    right: int
    start: int
    stop: int


class TextLine(NamedTuple):
    """A line with its words and cells; leading dots belong to none."""

    body: Mapped
    words: tuple[TextCell, ...]
    cells: tuple[TextCell, ...]

    def text_of(self, cell: TextCell) -> str:
        """Return the text of a word or cell."""
        return self.body.text[cell.start : cell.stop]

    def part_of(self, cell: TextCell) -> Mapped:
        """Return a word or cell with its place in the file."""
        return self.body.part(cell.start, cell.stop)


def line_of(body: Mapped) -> TextLine:
    """Part a line into its words and cells."""
    text = _LEADERS.sub(lambda dots: " " * len(dots[0]), body.text)
    words = [TextCell(*match.span(), *match.span()) for match in _WORD.finditer(text)]
    if "\t" in text:
        shift = 0
        shifts = []
        for at, character in enumerate(text):
            shifts.append(shift)
            shift += _TAB - 1 - (at + shift) % _TAB if character == "\t" else 0
        words = [
            TextCell(word.left + shifts[word.start], word.right + shifts[word.start], *word[2:])
            for word in words
        ]
    cells: list[TextCell] = []
    for word in words:
        last = cells[-1] if cells else None
        if last and word.start - last.stop == 1 and text[last.stop] == " ":
            cells[-1] = TextCell(last.left, word.right, last.start, word.stop)
        else:
            cells.append(word)
    return TextLine(body, tuple(words), tuple(cells))


class Columns(NamedTuple):
    """How far the cells of each column reach; none, and how many, where their order alone tells.

    `tabs` tells that each tab begins a column.
    """

    reach: tuple[tuple[int, int], ...]
    ordered: int = 0
    tabs: bool = False

    @property
    def number(self) -> int:
        """Return how many there are."""
        return self.ordered or len(self.reach)

    def over(self, left: int, right: int) -> list[int]:
        """Return the columns that a stretch of the line stands over."""
        return [place for place, one in enumerate(self.reach) if left < one[1] and one[0] < right]

    def nearest(self, cell: TextCell) -> int:
        """Return the column that a cell which stands over none is nearest to."""
        return min(
            range(len(self.reach)),
            key=lambda at: max(self.reach[at][0] - cell.right, cell.left - self.reach[at][1]),
        )

    def placed(self, line: TextLine) -> list[TextCell | None] | None:
        """Return the cell of a row in each column; None where one is not sure of its own."""
        if self.ordered:
            cells = between_tabs(line) if self.tabs else list(line.cells)
            return list(cells) if len(cells) == self.ordered else None
        found: list[TextCell | None] = [None] * len(self.reach)
        before = -1
        for cell in line.cells:
            at = -1
            for word in line.words:
                if not cell.start <= word.start < cell.stop:
                    continue
                over = self.over(word.left, word.right) or [self.nearest(word)]
                held = found[over[0]]
                if len(over) > 1 or over[0] < before:
                    return None
                if over[0] == at and held:
                    found[at] = TextCell(held.left, word.right, held.start, word.stop)
                elif held or (at >= 0 and not self._is_apart(line, word, over[0])):
                    return None  # two cells in one column, or words that run over two
                else:
                    at = before = over[0]
                    found[at] = word
        return found

    def _is_apart(self, line: TextLine, word: TextCell, place: int) -> bool:
        """Return whether a word one blank behind another is a figure at an edge of its column."""
        left, right = self.reach[place]
        at_edge = abs(word.left - left) <= 1 or abs(word.right - right) <= 1
        return at_edge and is_figure(line.text_of(word))


def between_tabs(line: TextLine) -> list[TextCell | None]:
    """Return what stands between the tabs of a line, nothing included."""
    cells: list[TextCell | None] = []
    start = 0
    for part in line.body.text.split("\t"):
        inner = [word for word in line.words if start <= word.start < start + len(part)]
        first, last = (inner[0], inner[-1]) if inner else (None, None)
        cells.append(
            TextCell(first.left, last.right, first.start, last.stop) if first and last else None
        )
        start += len(part) + 1
    return cells


def columns_of(rows: Sequence[TextLine]) -> Columns | None:
    """Return the columns of rows with figures; None where they are not sure."""
    tabs = {row.body.text.count("\t") for row in rows}
    if len(tabs) == 1 and tabs != {0} and all(map(any, zip(*map(between_tabs, rows), strict=True))):
        return Columns((), max(tabs) + 1, tabs=True)
    columns = Columns(_reach(rows))
    placed = [columns.placed(row) for row in rows]
    if columns.number > 1 and all(placed):
        filled = (sum(map(bool, column)) for column in zip(*filter(None, placed), strict=True))
        seldom = any(count < min(_FEWEST, len(rows)) for count in filled)
        if not seldom and all(map(_is_straight, _figures(rows, placed))):
            return columns
    counts = {len(row.cells) for row in rows}
    # Which cell of a row is blank cannot be told by their order.
    full = counts == {2} or all(map(_single_tabs, rows))
    return Columns((), max(counts)) if len(counts) == 1 and full else None


def _figures(
    rows: Sequence[TextLine], placed: Sequence[Sequence[TextCell | None] | None]
) -> list[list[tuple[int, ...]]]:
    """Return, for each column behind the first, where each figure begins, has its point, and
    ends."""
    found: list[list[tuple[int, ...]]] = [[] for _ in (placed[0] or ())]
    for row, cells in zip(rows, placed, strict=True):
        for edges, cell in zip(found, cells or (), strict=True):
            if cell and is_figure(row.text_of(cell)):
                point = _POINT.search(row.text_of(cell))
                edges.append((cell.left, cell.left + (point.start() if point else 0), cell.right))
    return found[1:]


def _is_straight(figures: Sequence[tuple[int, ...]]) -> bool:
    """Return whether each figure of a column stands below the others by one of its edges."""
    usual = [Counter(edges).most_common(1)[0][0] for edges in zip(*figures, strict=True)]
    return all(
        any(abs(edge - place) <= 1 for edge, place in zip(edges, usual, strict=True))
        for edges in figures
    )


def _single_tabs(row: TextLine) -> bool:
    """Return whether a single tab parts each cell from the next, but for the label."""
    gaps = [row.body.text[one.stop : two.start] for one, two in pairwise(row.cells)]
    return all(gap.count("\t") == 1 for gap in gaps[1:])


def _reach(rows: Sequence[TextLine]) -> tuple[tuple[int, int], ...]:
    """Return how far columns reach: what lies between the gaps that run through all rows.

    The blank of "24 915" is none, nor one between the words of all labels.
    """
    merged: list[tuple[int, int]] = []
    for word in sorted(word for row in rows for word in row.words):
        if merged and word.left <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], word.right))
        else:
            merged.append((word.left, word.right))
    lefts = [[word.left for word in row.words] for row in rows]
    columns = merged[:1]
    for one in merged[1:]:
        if _parts(rows, lefts, columns[-1][0], one):
            columns.append(one)
        else:
            columns[-1] = (columns[-1][0], one[1])
    return tuple(columns)


def _parts(
    rows: Sequence[TextLine], lefts: Sequence[list[int]], begin: int, stretch: tuple[int, int]
) -> bool:
    """Return whether a stretch behind a gap through all rows is apart from the column before it,
    which begins at `begin`.
    """
    wide: list[tuple[TextCell, TextCell]] = []
    narrow: list[tuple[TextCell, TextCell]] = []
    joined: list[tuple[TextCell, TextCell]] = []
    for row, places in zip(rows, lefts, strict=True):
        at = bisect_left(places, stretch[0])
        if not 0 < at < len(places):
            continue
        left, right = row.words[at - 1], row.words[at]
        if left.left < begin or right.left >= stretch[1]:
            continue  # nothing stands before the gap, or behind it
        if right.start - left.stop > 1 or row.body.text[left.stop] == "\t":
            wide.append((left, right))
        elif not is_figure(row.text_of(right)):
            return False
        elif goes_on(row.text_of(left), row.text_of(right)):
            joined.append((left, right))
        else:
            narrow.append((left, right))
    return (
        len(joined) < len(wide) >= len(narrow)
        and _share_edges([right for _, right in wide], [right for _, right in narrow + joined])
        and _share_edges([left for left, _ in wide], [left for left, _ in joined])
    )


def _share_edges(ones: Sequence[TextCell], others: Sequence[TextCell]) -> bool:
    """Return whether each of the others begins or ends below or above one of the first."""
    begins, ends = {one.left for one in ones}, {one.right for one in ones}
    return all(one.left in begins or one.right in ends for one in others)


def goes_on(left: str, right: str) -> bool:
    """Return whether two words may be one number: "24 915", "- 3", "£ 12"."""
    return bool(_SIGN.fullmatch(left) or (_THOUSANDS.fullmatch(left) and _GROUP.fullmatch(right)))


def is_jammed(text: str) -> bool:
    """Return whether a cell holds two figures that are not one number."""
    words = text.split(" ")
    return any(
        is_figure(one) and is_figure(two) and two[0] != "(" and not goes_on(one, two)
        for one, two in pairwise(words)
    )
