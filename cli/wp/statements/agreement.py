"""Dates as they are compared: whether a reported one is the stated one; days without a year."""

import re
from functools import lru_cache
from typing import Literal

from wp.english import MONTH_NUMBERS, MONTHS
from wp.model import Period, has_day
from wp.pattern import pattern
from wp.text import Span

Agreement = Literal["agrees", "conflicts", "open"]

Day = tuple[int, int]

_MONTH = "|".join(rf"{month}|{month[:3]}\b\.?" for month in MONTHS)
_DAYS = pattern(
    rf"(?=\d)(?<![\d.,])(?P<days>\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:,|and|to|or|[-–])\s*\d{{1,2}}(?:st|nd|rd|th)?)*)"
    rf"(?:\s+of)?\s+(?P<month>{_MONTH})(?!\w)"
    rf"|\b(?P<first>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d,.]*\d)"
)


def compare_periods(claimed: Period, stated: Period) -> Agreement:
    """Compare two periods.

    A claimed date may be less precise than the stated one ("2015" for "September 2015"), not more:
    that is "open". A point inside a stated span, and a span with another beginning or end,
    "conflicts". A time named by an event only is "open".
    """
    if not (stated.start or stated.end) or not (claimed.start or claimed.end):
        return "open"
    if _is_point(claimed):
        part = _PART.search(claimed.text)
        if part and _same(claimed.start or "", (stated.start or stated.end or "")[:4]) == "agrees":
            return _part_of_year(part[0].lower(), stated)
        return _point(claimed.start or "", stated)
    ends = [
        _same(mine, theirs)
        for mine, theirs in ((claimed.start, stated.start), (claimed.end, stated.end))
        if mine and theirs
    ]
    if "conflicts" in ends:
        return "conflicts"
    return "agrees" if "agrees" in ends and "open" not in ends else "open"


# "late 2023": its months, as far as anybody would stretch them
_PARTS = {"early": (1, 5), "mid": (4, 9), "late": (8, 12)}
_PART = pattern(r"\b(?:early|mid|late)(?=[ -]\d{4}$)", re.IGNORECASE)


def _part_of_year(part: str, stated: Period) -> Agreement:
    """Compare a part of a year with what is stated of that year: "late 2023" with October 2023."""
    other = _PART.search(stated.text)
    if other:
        return "agrees" if other[0].lower() == part else "conflicts"
    ends = [one for one in (stated.start, stated.end) if one]
    if any(len(one) < len("2023-10") or one[:4] != ends[0][:4] for one in ends):
        return "open"
    first, last = _PARTS[part]
    inside = [first <= int(one[5:7]) <= last for one in ends]
    return "agrees" if all(inside) else "open" if any(inside) else "conflicts"


def compare_all(claimed: Period, stated: tuple[Period, ...]) -> Agreement:
    """Compare a period with several: one that agrees is enough, then one that is open.

    A span also agrees with two points, of which one is its beginning and one its end.
    """
    if claimed.start and claimed.end and not _is_point(claimed):
        begins = any(p.start and _same(claimed.start, p.start) == "agrees" for p in stated)
        ends = any(p.end and _same(claimed.end, p.end) == "agrees" for p in stated)
        if begins and ends:
            return "agrees"
    found = {compare_periods(claimed, period) for period in stated}
    if "agrees" in found:
        return "agrees"
    return "conflicts" if found == {"conflicts"} else "open"


def shares_end(claimed: Period, stated: tuple[Period, ...]) -> bool:
    """Return whether a span has one end of a stated one: "2014 to 2016" of 2014 to 2017."""
    return not _is_point(claimed) and any(
        not _is_point(one) and (claimed.start == one.start or claimed.end == one.end)
        for one in stated
    )


def _is_point(period: Period) -> bool:
    return period.start == period.end


def _point(claimed: str, stated: Period) -> Agreement:
    if _is_point(stated):
        return _same(claimed, stated.start or "")
    if stated.start and stated.end:
        # "on 19 June" of what was done "on 18 and 19 June"
        day = has_day(claimed) and has_day(stated.start)
        near = stated.start[:7] == claimed[:7] == stated.end[:7]
        if day and near and stated.start <= claimed <= stated.end:
            return "agrees"
        # "in September" of 16 to 18 September
        within = has_day(stated.start) and stated.start[: len(claimed)] == claimed
        return "agrees" if within and stated.end.startswith(claimed) else "conflicts"
    if stated.end:
        return _same(claimed, stated.end)
    start = stated.start or ""
    return "conflicts" if claimed < start[: len(claimed)] else "open"


def _same(claimed: str, stated: str) -> Agreement:
    if stated.startswith(claimed):
        return "agrees"
    return "open" if claimed.startswith(stated) else "conflicts"


@lru_cache(maxsize=4096)  # each undated claim asks it of every fact
def days_of(text: str) -> frozenset[Day]:
    """Return the days that a text prints, as month and day, whether a year stands by or not."""
    return frozenset(day for _, days in day_spans(text) for day in days)


def day_spans(text: str) -> list[tuple[Span, tuple[Day, ...]]]:
    """Return the span and the days, as month and day, of each "3 July" or "14 and 15 April"."""
    found = []
    for match in _DAYS.finditer(text):
        month = MONTH_NUMBERS[(match["month"] or match["first"])[:3].lower()]
        printed = re.findall(r"\d+", match["days"] or match["day"])
        days = tuple((month, int(day)) for day in printed)
        if days:
            found.append((match.span(), days))
    return found
