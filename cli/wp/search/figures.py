"""Numbers and dates of a query against the figures and periods of the facts, by value.

Loaded, with `wp.quantities`, only for queries that hold a digit or a number word.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from wp.english import MONTHS
from wp.pattern import pattern
from wp.quantities.model import Quantity
from wp.quantities.read import dates, precision_agrees, quantities
from wp.quantities.units import convert
from wp.search import MatchKind
from wp.search.index_layout import HOLDS_SPAN, Index
from wp.search.query import Query
from wp.search.term import QueryTerm, readings, rows_of
from wp.words import Token

ROUNDED = 0.85
"""What a number counts that agrees with a figure when that is rounded."""

_OUT_OF = r"(?i)([\w-]+) out of (?:every |an? )?([\w-]+)"
"""A share in two numbers, in digits or words."""

_IDEOGRAPH = pattern("[\u4e00-\u9fff]")
_FIRST_DAY, _LAST_DAY = "0000", "9999"


def figure_terms(
    index: Index, query: Query, *, exact: bool
) -> tuple[list[Token], list[tuple[int, QueryTerm]]]:
    """Split a query's numbers and dates from its words.

    Return the words that are left, and the terms with the offset at which each begins. A number or
    date hits the facts that print it as words, too: it may be part of a name.
    """
    words = list(query.words)
    terms: list[tuple[int, QueryTerm]] = []
    for mention in dates(query.text, events=False):
        inside, words = _cut(words, mention.start, mention.end)
        if inside:
            period = mention.period
            rows = _dated(index, period.start, period.end)
            said = _in_words(period.start) if period.text[-1:].isdigit() else ()
            terms.append(_term(index, query, inside, rows, (), exact, said))
    if not exact:
        words = _take_shares(index, query, words, terms)
    language = "zh" if _IDEOGRAPH.search(query.text) else "en"
    for quantity in quantities(query.text, language=language):
        inside, words = _cut(words, quantity.start, quantity.end)
        if inside:
            rows = _counted(index, quantity, exact)
            terms.append(_term(index, query, inside, rows, (quantity.value,), exact))
    return words, terms


def _take_shares(
    index: Index, query: Query, words: list[Token], terms: list[tuple[int, QueryTerm]]
) -> list[Token]:
    """Return the words without shares such as "48 out of 100", whose terms are added.

    A fact may print such a share as one number or count both apart.
    """
    for part in re.finditer(_OUT_OF, query.text):
        inside, rest = _cut(words, *part.span())
        first, second = (next(iter(quantities(number)), None) for number in part.groups())
        if inside and first and second and second.value:
            words = rest
            share = first._replace(value=first.value / second.value)
            both = _valued(index, first, True).keys() & _valued(index, second, True).keys()
            rows = dict.fromkeys(both, ROUNDED) | _valued(index, share, True)
            terms.append(_term(index, query, inside, rows, (share.value,), False))
    return words


def _cut(words: list[Token], start: int, end: int) -> tuple[list[Token], list[Token]]:
    inside = [word for word in words if word.start < end and word.end > start]
    return inside, [word for word in words if word not in inside]


def _term(
    index: Index,
    query: Query,
    inside: list[Token],
    rows: dict[int, float],
    values: tuple[int | float, ...],
    exact: bool,
    said: Sequence[str] = (),
) -> tuple[int, QueryTerm]:
    """Return the offset and the term of a number or date; `said` are its words, if not as typed."""
    meant = [readings(index, word, exact=exact) for word in said or [word.text for word in inside]]
    found = [reading for word in meant for reading in word]
    if len(meant) == 1:
        hit = rows_of(index, found, rows)
        if not values:  # a year may be printed as the end of a longer span
            hit = {**hit, **rows}
    else:
        as_words: dict[int, float] = {}
        for word in meant:
            for row, strength in rows_of(index, word).items():
                as_words[row] = as_words.get(row, 0.0) + strength / len(meant)
        hit = rows_of(index, (), rows, as_words)
    text = query.text[inside[0].start : inside[-1].end]
    kind: MatchKind = "number" if values else "date"
    return inside[0].start, QueryTerm(text, tuple(found), hit, kind, values)


def _counted(index: Index, quantity: Quantity, exact: bool) -> dict[int, float]:
    """Find the facts with a figure of this value, or one that rounds to it as printed.

    Where none has it in its own unit, it is sought in the units that measure the same (12,700 kg
    for 12.7 tons), then with a point that parts thousands (3.453 for 3,453).
    """
    rows = _valued(index, quantity, exact)
    if rows or exact:
        return rows
    if quantity.unit:
        for unit in index.units:
            value = convert(quantity.value, quantity.unit, unit)
            if value is not None and value != quantity.value:
                rows |= _valued(index, quantity._replace(value=value, unit=unit), exact=True)
    if not rows and re.fullmatch(r"\d{1,3}(?:\.\d{3})+", quantity.text):
        whole = int(quantity.text.replace(".", ""))
        rows = _valued(index, quantity._replace(value=whole), exact=True)
    return rows


def _valued(index: Index, quantity: Quantity, exact: bool) -> dict[int, float]:
    numbers = index.numbers
    wanted = quantity.value
    margin = abs(wanted) * 0.1
    low = bisect_left(numbers, wanted - margin, key=lambda entry: entry[0])
    high = bisect_right(numbers, wanted + margin, key=lambda entry: entry[0])
    rows: dict[int, float] = {}
    agreeing: dict[int | float, bool] = {}
    for value, row, _ in numbers[low:high]:
        if value == wanted:
            strength = 1.0
        elif exact:
            continue
        else:
            if value not in agreeing:
                agreeing[value] = precision_agrees(quantity, value)
            if not agreeing[value]:
                continue
            strength = ROUNDED
        rows[row] = max(rows.get(row, 0.0), strength)
    return rows


def _dated(index: Index, start: str | None, end: str | None) -> dict[int, float]:
    """Find the facts whose periods are, lie in, or hold the span asked for."""
    wanted = _span(start, end)
    rows: dict[int, float] = {}
    for fact_start, fact_end, known in index.periods:
        if strength := _likeness(wanted, _span(fact_start, fact_end)):
            for row in known:
                rows[row] = max(strength, rows.get(row, 0.0))
    return rows


def _span(start: str | None, end: str | None) -> tuple[str, str]:
    """Make two ISO 8601 dates comparable as text: the end of "2014" is behind all its days."""
    return start or _FIRST_DAY, f"{end}~" if end else _LAST_DAY


def _likeness(wanted: tuple[str, str], printed: tuple[str, str]) -> float:
    if wanted == printed:
        return 1.0
    if printed[1] <= wanted[0] or wanted[1] <= printed[0]:
        return 0.0
    if wanted[0] <= printed[0] and printed[1] <= wanted[1]:
        return 0.9
    return HOLDS_SPAN


def _in_words(date: str | None) -> tuple[str, ...]:
    """Return the words of a date in ISO 8601 as texts print it: 2012-06 as june, 2012."""
    year, _, rest = (date or "").partition("-")
    return (MONTHS[int(rest[:2]) - 1].lower(), year) if rest else ()
