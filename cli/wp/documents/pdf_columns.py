"""The order in which a page is read: columns side by side, one after the other."""

import re
from bisect import bisect
from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import median

from wp.documents.pdf_lines import Frame, PdfLine, is_even, lines_of, spaced_out, split_at_gaps
from wp.documents.pdf_words import PdfWord
from wp.pattern import pattern

_CELL = 1.5  # points: how fine the width of a page is looked at
_GUTTER = 0.65  # of the size: the least width of the blank strip between columns
_NARROWEST = 5.5  # points
_FEWEST = 3  # lines on either side
_FILLED = 0.5  # of a column's width, that its lines take at the median
_SOLID = 5  # lines of prose beside a table
_FEWEST_WORDS = 3.0
_MOST_STRIPS = 5
CAPTION = pattern(
    r"(?:table|tab\.|chart|box|exhibit|tableau|tabelle|tabla|cuadro)\s*[\dA-Z]|表\s*\d",
    re.IGNORECASE,
)
_CELLS = 4  # of a row that reaches over columns
_HEADS = 4  # lines of heads and caption above a table's figures
_FULL_PAGE = 12  # lines
_LEADERS = "...."  # lead from one cell of a table to the next


def frames_of(lines: Sequence[PdfLine]) -> list[Frame]:
    """Part a page's lines into columns in the order in which they are read."""
    if not lines:
        return []
    left = min(line.left for line in lines)
    taken = [_taken(line, left) for line in lines]
    frames: list[Frame] = []
    plain: list[PdfLine] = []
    failed: set[tuple[int, int]] = set()
    at = 0
    while at < len(lines):
        found = _columns(lines, taken, at, left, failed)
        if found is None:
            plain.append(lines[at])
            at += 1
            continue
        stop, places = found
        if plain:
            frames.append(_framed(plain))
            plain = []
        for first, last, is_table in _runs(lines[at:stop], places):
            run = lines[at + first : at + last]
            if is_table:
                frames.append(_framed(run))
            else:
                for side in _sides(run, places):
                    frames += frames_of(side)
        at = stop
    if plain:
        frames.append(_framed(plain))
    return frames


def widened(pages: Sequence[Sequence[Frame]]) -> list[list[Frame]]:
    """Let the column at the right of a page reach as far as those of most pages.

    On a title page, or one with a few words, no line tells how wide a full one would be.
    """
    edges = sorted(
        max(frame.right for frame in page)
        for page in pages
        if sum(len(frame.lines) for frame in page) >= _FULL_PAGE
    )
    usual = edges[len(edges) // 2] if edges else 0.0
    return [
        [
            frame._replace(right=max(frame.right, usual))
            if frame.right >= max(one.right for one in page) - 1
            else frame
            for frame in page
        ]
        for page in pages
    ]


def _runs(lines: Sequence[PdfLine], places: Sequence[float]) -> list[tuple[int, int, bool]]:
    """Part lines in columns from the tables among them that reach over the columns.

    Return the places where each run begins and stops, and whether it is a table.
    """
    over = [_reaches_over(line, places) for line in lines]
    runs: list[tuple[int, int, bool]] = []
    at = 0
    for reaches, group in groupby(range(len(lines)), over.__getitem__):
        rows = list(group)
        figures = sum(word.text[0].isdigit() for row in rows for word in lines[row].words)
        if not reaches or len(rows) < _FEWEST or figures < 2 * len(rows):
            continue
        start = rows[0]
        while start > max(at, rows[0] - _HEADS) and (
            len(split_at_gaps(lines[start - 1].words)) > 2 or CAPTION.match(lines[start - 1].text)
        ):
            start -= 1
        if start > at:
            runs.append((at, start, False))
        at = rows[-1] + 1
        runs.append((start, at, True))
    return [*runs, (at, len(lines), False)] if at < len(lines) else runs


def _reaches_over(line: PdfLine, places: Sequence[float]) -> bool:
    """Return whether a line has cells on either side of a place between columns: two at least, or
    a short label before it and nothing but figures behind."""
    parts = split_at_gaps(line.words)
    if len(parts) < _CELLS or spaced_out(line.words):
        return False
    for place in places:
        before = [part for part in parts if part[-1].right < place]
        behind = [part for part in parts if part[0].left > place]
        short = bool(before) and before[0][-1].right - line.left < _FILLED * (place - line.left)
        figures = all(part[0].text.lstrip("−-(")[:1].isdigit() for part in behind)
        if behind and (min(len(before), len(behind)) > 1 or (short and figures)):
            return True
    return False


def _framed(lines: Sequence[PdfLine]) -> Frame:
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    return Frame(left, right, list(lines))


def _taken(line: PdfLine, left: float) -> int:
    """Return the stretches of a line that words take, a bit for each `_CELL` of the width.

    A gap that is too narrow to part columns is taken as well, and so is one of a line whose blanks
    are all as wide: it is spaced out to both edges.
    """
    if is_even(line.words):
        return _bits(line.left, line.right, left)
    least = max(_GUTTER * line.size, _NARROWEST)
    bits = 0
    start, stop = line.words[0].left, line.words[0].right
    for word in line.words[1:]:
        if word.left - stop >= least:
            bits |= _bits(start, stop, left)
            start = word.left
        stop = max(stop, word.right)
    return bits | _bits(start, stop, left)


def _bits(start: float, stop: float, left: float) -> int:
    # Half a cell is left off at each end, so that a narrow strip stays whole.
    low = max(round((start - left) / _CELL), 0)
    high = max(round((stop - left) / _CELL), low + 1)
    return (1 << high) - (1 << low)


def _columns(
    lines: Sequence[PdfLine],
    taken: Sequence[int],
    at: int,
    left: float,
    failed: set[tuple[int, int]],
) -> tuple[int, list[float]] | None:
    """Find the columns that begin at a line: where they stop, and the places between them.

    `failed` has the ends and strips that were tried before from another line.
    """
    used = 0
    strips = 0
    stop = at
    width = max(bits.bit_length() for bits in taken)
    while stop < len(lines):
        wider = used | taken[stop]
        between = _inner(wider)
        if strips and not between:
            break
        used, strips = wider, between
        stop += 1
        if not strips and taken[stop - 1].bit_count() > 0.7 * width:
            return None  # a line from edge to edge
    if stop - at < _FEWEST or (stop, strips) in failed or _masthead(lines[at:stop]):
        return None
    middles = [
        middle
        for middle in _widest_first(strips)
        if sum(bool(bits & ((1 << middle) - 1)) for bits in taken[at:stop]) >= _FEWEST
        and sum(bool(bits >> middle) for bits in taken[at:stop]) >= _FEWEST
    ]
    places = [left + (middle + 0.5) * _CELL for middle in middles[:_MOST_STRIPS]]
    tries = [places, *([place] for place in places)] if len(places) > 1 else [places]
    for tried in filter(None, tries):
        end = _trimmed(lines, at, stop, min(tried))
        if _in_columns(_sides(lines[at:end], tried)):
            return end, tried
    failed.add((stop, strips))
    return None


def _masthead(lines: Sequence[PdfLine]) -> bool:
    """Return whether the first lines stand far above the others, as over columns below."""
    return any(
        two.baseline - one.baseline > 2.2 * max(one.size, two.size)
        for one, two in pairwise(lines[:6])
    )


def _inner(used: int) -> int:
    """Return the free cells between the first and last used one, narrow strips aside."""
    if not used:
        return 0
    low = (used & -used).bit_length() - 1
    free = ~used & ((1 << used.bit_length()) - 1) & ~((1 << low) - 1)
    least = int(_NARROWEST / _CELL)
    for _ in range(least - 1):
        free &= free >> 1
    return free


def _widest_first(strips: int) -> list[int]:
    """Return the middles of the runs of bits, the longest run first."""
    runs: list[tuple[int, int]] = []
    at = 0
    while strips >> at:
        if not (strips >> at) & 1:
            at += 1
            continue
        start = at
        while (strips >> at) & 1:
            at += 1
        runs.append((at - start, (start + at) // 2))
    return [middle for _, middle in sorted(runs, reverse=True)]


def _in_columns(sides: Sequence[Sequence[PdfLine]]) -> bool:
    """Return whether what stands between the strips reads as lines of prose, all of it or that on
    one side of a table or drawing."""
    if all(_is_prose(side, sides) for side in sides):
        return True
    return len(sides) == 2 and any(
        _is_solid(side) and len(other) >= _FEWEST and 0.6 * len(side) <= len(other)
        for side, other in (sides, sides[::-1])
    )


def _is_prose(side: Sequence[PdfLine], sides: Sequence[Sequence[PdfLine]]) -> bool:
    if len(side) < _FEWEST or sum(_LEADERS in line.text for line in side) > 1:
        return False
    width = max(line.right for line in side) - min(line.left for line in side)
    if median(line.width for line in side) < _FILLED * width:
        return False
    few = median(len(line.words) for line in side) < _FEWEST_WORDS
    if few and median(len(line.text) for line in side) < 12:  # else without blanks, as in Chinese
        return False
    if _tabular(side, sides):
        return False
    figures = sum(word.text[0].isdigit() for line in side for word in line.words)
    return 3 * figures <= sum(len(line.words) for line in side)


def _is_solid(side: Sequence[PdfLine]) -> bool:
    """Return whether lines are those of whole paragraphs: nearly all are full and of many words."""
    if len(side) < _SOLID:
        return False
    width = max(line.right for line in side) - min(line.left for line in side)
    full = sum(line.width > 0.8 * width and len(line.words) > 3 for line in side)
    whole = sum(len(split_at_gaps(line.words)) == 1 for line in side)
    goes_on = sum(line.text[:1].islower() for line in side)
    return 5 * full >= 4 * len(side) and 5 * whole >= 4 * len(side) and 5 * goes_on >= 2 * len(side)


def _tabular(side: Sequence[PdfLine], sides: Sequence[Sequence[PdfLine]]) -> bool:
    """Return whether the lines of a side are cells of rows, of which the other sides have more."""
    parted = sum(len(split_at_gaps(line.words)) > 1 and not spaced_out(line.words) for line in side)
    if 2 * parted < len(side):
        return False
    heights = {round(line.baseline) for other in sides if other is not side for line in other}
    return 3 * sum(round(line.baseline) in heights for line in side) > 2 * len(side)


def _trimmed(lines: Sequence[PdfLine], at: int, stop: int, middle: float) -> int:
    """Leave off lines at the end that stand on the left alone, behind a gap."""
    last = max(number for number in range(at, stop) if lines[number].right > middle)
    for number in range(last + 1, stop):
        if lines[number].baseline - lines[number - 1].baseline > 1.6 * lines[number].size:
            return number
    return stop


def _sides(lines: Sequence[PdfLine], places: Sequence[float]) -> list[list[PdfLine]]:
    """Part lines at places; the lines of each side are put together anew."""
    ordered = sorted(places)
    sides: list[list[PdfWord]] = [[] for _ in range(len(places) + 1)]
    for line in lines:
        for word in line.words:
            sides[bisect(ordered, (word.left + word.right) / 2)].append(word)
    return [lines_of(side, lines[0].page) for side in sides]
