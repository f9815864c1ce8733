"""Stretches of time that a date closes: "the twelve months to 31 March 2022", "year ended …"."""

from wp.quantities.points import Point, days_in
from wp.quantities.tokens import HYPHENS, Tokens
from wp.quantities.words import spelled_at

_CLOSING = frozenset(("to", "ended", "ending"))
_MONTHS = {"month": 1, "months": 1, "quarter": 3, "year": 12, "years": 12}
_LONGEST = 1200  # months


def opened_by(tokens: Tokens, point: Point, free: int) -> str | None:
    """Return the ISO start of the stretch that a point in time closes; None when it closes none.

    Takes the token that no date before has taken. "the twelve months to 31 March 2022" begins on
    1 April 2021: a last day of a month closes whole months. The start is as precise as the end.
    """
    closing = point.first - 1
    if closing <= free or tokens(closing).lower not in _CLOSING or not tokens.spaced(closing):
        return None
    months = _MONTHS.get(tokens(closing - 1).lower)
    if months is None or not tokens.spaced(closing - 1) or point.end is None:
        return None
    if tokens(closing - 1).lower in ("months", "years"):
        months *= _number_before(tokens, closing - 1)
    if not 0 < months <= _LONGEST or point.start != point.end:
        return None
    return _back(point.end, months)


def _number_before(tokens: Tokens, index: int) -> int:
    """Return the number of months or years, 0 when none is printed."""
    before = index - 1
    if not tokens.joined(before):
        return 0
    if tokens(before).text.isdecimal():
        return int(tokens(before).text) if len(tokens(before).text) < 4 else 0
    # "thirty-six months": the number may take two words.
    first = before - 1 if tokens.between(before - 1) in [*HYPHENS] else before
    found = spelled_at(tokens, first)
    whole = found and found.stop == index and not found.ordinal
    return int(found.value) if found and whole and isinstance(found.value, int) else 0


def _back(iso: str, months: int) -> str | None:
    """Return the first year, month or day of so many months that end with a date."""
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 1:
        return None if months % 12 else f"{parts[0] - months // 12 + 1:04}"
    if len(parts) == 2:
        year, month = divmod(parts[0] * 12 + parts[1] - months, 12)
        return f"{year:04}-{month + 1:02}"
    year, month, day = parts
    if day >= days_in(year, month):
        year, month, day = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
    else:
        day += 1
    year, month = divmod(year * 12 + month - 1 - months, 12)
    if day > days_in(year, month + 1):
        return None
    return f"{year:04}-{month + 1:02}-{day:02}"
