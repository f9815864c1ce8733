"""The heads above the columns of a table of plain text, told by where they stand."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from wp.documents.headings import breaks_off
from wp.documents.text_cells import Columns, TextCell, TextLine, between_tabs, is_year
from wp.documents.text_rows import EMPTY, TextRow

_FAR = 4  # characters: a head beside its column
_CENTRED = 2  # characters

Stretch = tuple[int, int]


class _Head(NamedTuple):
    """A head of the columns [first, stop)."""

    cell: TextCell
    first: int
    stop: int


def heads_of(
    lines: Sequence[TextLine],
    ruled: Sequence[Sequence[Stretch]],
    columns: Columns,
    figured: Sequence[int],
) -> list[TextRow] | None:
    """Return a row for each line of heads, from the top; None where they are not sure.

    `ruled` are the rules right below each line, `figured` the columns of figures: each of them has
    a head that is whole, and no two have the same.
    """
    texts = [""] * columns.number
    rows: list[TextRow] = []
    for line, rules in zip(reversed(lines), reversed(ruled), strict=True):
        heads = _in_order(line, columns) or _by_place(line, rules, columns, texts)
        if heads is None or any(a.stop > b.first for a, b in pairwise(heads)):
            return None
        cells: list[TextCell | None] = []
        spans: list[int] = []
        for place in range(columns.number):
            head = next((one for one in heads if one.first <= place < one.stop), None)
            if head:
                texts[place] = f"{line.text_of(head.cell)} {texts[place]}".strip()
            if head is None or head.first == place:
                cells.append(head.cell if head else None)
                spans.append(head.stop - head.first if head else 1)
        found = tuple(line.part_of(cell) if cell else EMPTY for cell in cells)
        rows.insert(0, TextRow(found, tuple(spans), is_head=True))
    named = [text for text in texts[1:] if text]
    lacking = any(not texts[place] for place in figured)
    if lacking or len(set(named)) < len(named) or any(map(_breaks_off, named)):
        return None if rows else []
    return rows


def _breaks_off(head: str) -> bool:
    """Return whether a head ends in a word that wants another: "Rate per" above "1,000"."""
    return breaks_off(head) or head.endswith(" per")


def _in_order(line: TextLine, columns: Columns) -> list[_Head] | None:
    """Return the heads of a line that has one for each column, or for each but that of labels."""
    cells = between_tabs(line) if columns.tabs else list(line.cells)
    first = columns.number - len(cells)
    if first not in (0, 1) or (first and (columns.tabs or len(cells) == 1)):
        return None
    for place, cell in enumerate(cells, first):
        over = columns.over(cell.left, cell.right) if cell else []
        if over and (place not in over or (first and 0 in over)):
            return None
    return [_Head(cell, at, at + 1) for at, cell in enumerate(cells, first) if cell]


def _by_place(
    line: TextLine, rules: Sequence[Stretch], columns: Columns, below: Sequence[str]
) -> list[_Head] | None:
    if columns.ordered:
        return None
    rules = [rule for rule in rules if columns.over(*rule)[:2] != [0, 1]]  # not the whole table
    if groups := _over_groups(line, columns, below):
        return groups
    over: list[list[int]] = []
    for cell in line.cells:
        left, right = _ruled(cell, line, rules)
        places = columns.over(left, right)
        if not places:
            places = [columns.nearest(cell)]
            one = columns.reach[places[0]]
            if max(one[0] - cell.right, cell.left - one[1]) > _FAR:
                return None
        over.append(places)
    sure = {places[0] for places in over if len(places) == 1}
    heads: list[_Head] = []
    for cell, places in zip(line.cells, over, strict=True):
        words = [word for word in line.words if cell.start <= word.start < cell.stop]
        if len(places) > 1:
            places = [place for place in places if place not in sure]
            years = all(is_year(line.text_of(word)) for word in words[1:])
            if len(words) == len(places) and years:
                heads += [_Head(word, at, at + 1) for word, at in zip(words, places, strict=True)]
                continue
            places = [place for place in places if place]  # it juts out over the labels
        if not places:
            return None
        first, stop = places[0], places[-1] + 1
        if len(places) > 1:
            if not all(below[first:stop]):
                return None
            if _ruled(cell, line, rules) == cell[:2]:
                first, stop = _centred(cell, places, columns, below, sure)
        heads.append(_Head(cell, first, stop))
    return heads


def _ruled(cell: TextCell, line: TextLine, rules: Sequence[Stretch]) -> Stretch:
    """Return how far the rule below a head reaches, if it is below no other, else the head."""
    for left, right in rules:
        under = [one for one in line.cells if left < one.right and one.left < right]
        if under == [cell] and left <= cell.left and cell.right <= right:
            return left, right
    return cell[:2]


def _over_groups(line: TextLine, columns: Columns, below: Sequence[str]) -> list[_Head] | None:
    """Return heads of groups of columns whose own heads are the same in each, or one of them all.

    "Men" and "Women" stand above "2022 2023 2022 2023", "Offences" amid "2022 2023 2024".
    """
    own = list(below[1:])
    count = len(line.cells)
    size = len(own) // count
    if size < 2 or size * count != len(own) or not all(own):
        return None
    if own != own[:size] * count or len(set(own[:size])) < size:
        return None
    heads = []
    for at, cell in enumerate(line.cells):
        first, stop = 1 + at * size, 1 + (at + 1) * size
        left, right = columns.reach[first][0], columns.reach[stop - 1][1]
        if not left <= (cell.left + cell.right) / 2 <= right:
            return None
        heads.append(_Head(cell, first, stop))
    (left, right) = columns.reach[1][0], columns.reach[-1][1]
    amid = abs(line.cells[0].left + line.cells[0].right - left - right) <= 2 * _CENTRED
    return heads if count > 1 or (amid and all(map(is_year, own))) else None


def _centred(
    cell: TextCell, places: Sequence[int], columns: Columns, below: Sequence[str], sure: set[int]
) -> Stretch:
    """Return the columns around those that a head stands over, that it stands in the middle of."""
    first, last = places[0], places[-1]
    ways = []
    for low in range(first, 0, -1):
        if low in sure or not below[low]:
            break
        for high in range(last, columns.number):
            if high in sure or not below[high]:
                break
            middle = columns.reach[low][0] + columns.reach[high][1]
            ways.append((abs(middle - cell.left - cell.right), high - low, low, high + 1))
    return min(ways)[2:] if ways else (first, last + 1)
