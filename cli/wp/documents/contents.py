"""Contents lists: lines that end in the number of a page, one after another."""

import re
from collections.abc import Sequence

from wp.pattern import pattern

_PAGE = r"(?P<page>\d{1,4}|[ivxlc]{1,7})(?:\s?[-–]\s?(?:\d{1,4}|[ivxlc]{1,7}))?"
# Dots lead to the page; they, a tab or a wide gap part it from the title. Where no page stands
# behind few of them, they are an omission: "told her....", 说……
_LEADERS = pattern(
    rf"(?:(?:[.·_]\s?){{4,}}|…{{2,}})\s*{_PAGE}\s*$|(?:(?:[.·_]\s?){{8,}}|…{{5,}})\s*$"
)
_GAP = pattern(rf"^(?P<title>.*\S)(?:[^\S\n]*\t[^\S\n]*|[^\S\n]{{3,}}){_PAGE}\s*$", re.DOTALL)
_FEWEST_LEADERS = 4
_LONGEST = 300
_NAMED = pattern(
    r"(?:table of )?contents|(?:list of )?(?:tables|figures|boxes)|list of (?:charts|annexes)"
    r"|inhalt(?:sverzeichnis)?|sommaire|table des mati[èe]res|[íi]ndice|contenido|目\s*[录錄次]",
    re.IGNORECASE,
)
_FEWEST = 3


def leads_to_page(line: str) -> bool:
    """Return whether a line leads to a page by dots: "Ships ........ 3"."""
    end = line[-_LONGEST:]
    leaders = end.count(".") + end.count("·") + end.count("_") + 2 * end.count("…")
    return leaders >= _FEWEST_LEADERS and bool(_LEADERS.search(end))


def contents_lines(lines: Sequence[str]) -> set[int]:
    """Return which of the lines, in order and with their white space, belong to a contents list.

    Lines that lead to a page by dots do. Where only a tab or a wide gap stands before the page, it
    takes three in a row whose pages never go back, below "Contents", or titles that stand again
    further on: "Boats⇥40" is a line of a table.
    """
    found = {at for at, line in enumerate(lines) if leads_to_page(line)}
    gaps = [
        None if at in found or len(line) > _LONGEST else _GAP.match(line)
        for at, line in enumerate(lines)
    ]
    if any(gaps):
        heads = frozenset(_plain(line) for line in lines if len(line) <= _LONGEST)
        named_at = {at for at, line in enumerate(lines) if is_named(line)}
        for run in _runs(gaps, named_at):
            named = run[0] - 1 in named_at
            titles = [_plain(gap["title"]) for at in run if (gap := gaps[at])]
            if named or 2 * sum(title in heads for title in titles) >= len(run):
                found.update(run)
    return found | {at - 1 for at in found if at and is_named(lines[at - 1])}


def _runs(gaps: Sequence[re.Match[str] | None], named_at: set[int]) -> list[list[int]]:
    """Return the runs of three lines or more whose pages never go back, named ones aside."""
    runs: list[list[int]] = [[]]
    before = 0
    for at, gap in enumerate(gaps):
        page = int(gap["page"]) if gap and gap["page"].isdecimal() else 0
        named = bool(runs[-1]) and runs[-1][0] - 1 in named_at
        if gap is None or (page and page < before and not named):
            runs.append([])
            before = 0
        if gap:
            runs[-1].append(at)
            before = page or before
    return [run for run in runs if len(run) >= _FEWEST]


def is_named(line: str) -> bool:
    """Return whether a line is the heading of a contents list."""
    return bool(_NAMED.fullmatch(line.strip(" \t\n.:")))


def _plain(line: str) -> str:
    return " ".join(line.split()).casefold()
