"""Tables of plain text whose cells stand between bars, with rules of dashes.

"| a | b |" below "+---+---+", as databases print them, or "a | b" above "---|---", as in Markdown.
"""

from collections.abc import Sequence
from itertools import pairwise

from wp.documents import Mapped
from wp.documents.text_cells import is_empty, is_figure, is_year
from wp.documents.text_rows import EMPTY, TextEntry, TextRow, row_of, rows_of
from wp.pattern import pattern

_RULE = pattern(r"[|+]?(?:\s*:?[-=]{2,}:?\s*[|+])+(?:\s*:?[-=]{2,}:?\s*)?")
_NARROW = pattern(r"[+|][-=]{1,2}(?=[+|])")  # the cells of a drawing of bits
_EDGE = pattern(r"[+|]")
_FEWEST = 2  # rows, and columns


def barred(text: str) -> bool:
    """Return whether a line may belong to such a table."""
    return "|" in text or bool(_RULE.fullmatch(text.strip()))


def bar_rows(lines: Sequence[Mapped]) -> list[TextRow] | None:
    """Return the rows of lines with bars; None where they are no table.

    It has a rule, and each row as many cells as that; those of a box stand between its edges.
    """
    rules = [at for at, line in enumerate(lines) if _RULE.fullmatch(line.text.strip())]
    if not rules or any(_NARROW.search(lines[at].text) for at in rules):
        return None
    rule = lines[rules[0]].text.strip()
    edges = [match.start() for match in _EDGE.finditer(lines[rules[0]].text)]
    entries: list[TextEntry | None] = []
    for at, line in enumerate(lines):
        if at in rules:
            entries.append(None)
            continue
        bars = [place for place, sign in enumerate(line.text) if sign == "|"]
        if rule[0] == "+" and bars != edges:
            return None
        entries.append(_cells(line, bars, rule))
    if _cells_of_rule(rule) < _FEWEST or {len(entry) for entry in entries if entry} != {
        _cells_of_rule(rule)
    }:
        return None
    first = next(at for at, entry in enumerate(entries) if entry)
    cut = next((at for at in rules if at > first), first)
    heads = [entry for entry in entries[first:cut] if entry]
    if not any(entries[cut:]) or not all(map(_heads, heads)):
        heads, cut = [], first
    rows = rows_of(entries[cut:])
    if len(heads) + len(rows) < _FEWEST:
        return None
    return [row_of(entry, is_head=True) for entry in heads] + rows


def _cells(line: Mapped, bars: Sequence[int], rule: str) -> TextEntry:
    ends = [-1, *bars, len(line.text)]
    parts = [line.part(start + 1, stop).strip() for start, stop in pairwise(ends)]
    if _EDGE.match(rule) and not parts[0].text:
        del parts[0]
    if _EDGE.match(rule[-1]) and not parts[-1].text:
        del parts[-1]
    return [part if part.text else EMPTY for part in parts]


def _cells_of_rule(rule: str) -> int:
    return len([part for part in _EDGE.split(rule) if part.strip()])


def _heads(entry: TextEntry) -> bool:
    texts = [cell.text for cell in entry]
    return not any(
        text and (is_empty(text) or is_figure(text)) and not is_year(text) for text in texts
    )
