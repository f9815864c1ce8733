"""Periods on a scale of time, so that they can be compared, put in order and drawn.

A point in time is a count of days in a calendar whose months all have 31 days: whole numbers, no
time zone, no year that a date type lacks, and off by less than three days against the sun.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from wp.errors import UsageError
from wp.model import Fact, Period, has_day, has_month
from wp.pattern import pattern

_MONTH = 31
YEAR = 12 * _MONTH

TimeKind = Literal["day", "month", "year", "span", "since", "until"]

_ISO = pattern(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class TimeSpan(NamedTuple):
    """The stretch of time [start, end) of a period; None where it is open."""

    start: int | None
    end: int | None

    @property
    def order(self) -> tuple[int, int]:
        """The key that puts spans in order of time: by start, an open start by its end."""
        if self.start is None:
            return (self.end or 0, 0)
        return (self.start, self.end or self.start + 10_000 * YEAR)

    def overlaps(self, other: "TimeSpan") -> bool:
        """Return whether the two have a day in common."""
        return _before(self.start, other.end) and _before(other.start, self.end)


def _before(start: int | None, end: int | None) -> bool:
    return start is None or end is None or start < end


def first_day(date: str) -> int:
    """Return the first day of an ISO 8601 year, month or day."""
    year, month, day = _parts(date)
    return _day(year, month or 1, day or 1)


def day_after(date: str) -> int:
    """Return the day after the last of an ISO 8601 year, month or day."""
    year, month, day = _parts(date)
    return _day(year, month or 12, day or _MONTH) + 1


def year_of(day: int) -> int:
    """Return the year in which a day lies."""
    return day // YEAR


def _day(year: int, month: int, day: int) -> int:
    return year * YEAR + (month - 1) * _MONTH + day - 1


def _parts(date: str) -> tuple[int, int, int]:
    year, month, day = (*map(int, date.split("-")), 0, 0)[:3]
    return year, month, day


def span_of(period: Period) -> TimeSpan | None:
    """Return the span of a period, None for one that names no year ("since the Congress")."""
    if period.is_vague:
        return None
    return TimeSpan(
        None if period.start is None else first_day(period.start),
        None if period.end is None else day_after(period.end),
    )


def kind_of(period: Period) -> TimeKind | None:
    """Return whether a period is a day, month, year, span or open; None for a vague one."""
    if period.start is None:
        return None if period.end is None else "until"
    if period.end is None:
        return "since"
    if period.start != period.end:
        return "span"
    return "day" if has_day(period.start) else "month" if has_month(period.start) else "year"


def read_date(text: str, option: str) -> str:
    """Return the year, month or day that an option gives; UsageError for anything else."""
    from datetime import date

    wanted = text.strip()
    match = _ISO.fullmatch(wanted)
    if match is not None:
        year, month, day = match.groups(default="01")
        try:
            date(int(year), int(month), int(day))
        except ValueError:
            match = None
    if match is None:
        raise UsageError(
            f"{option} takes a year or a date, not {text!r}",
            remedy="write 2016, 2016-09 or 2016-09-30",
        )
    return wanted


def window(
    since: str | None, until: str | None, names: tuple[str, str] = ("--since", "--until")
) -> TimeSpan | None:
    """Return the span from one date to another, None when neither is given.

    UsageError for what is no date, and when the span ends before it begins; `names` are those of
    the two.
    """
    if since is None and until is None:
        return None
    found = TimeSpan(
        None if since is None else first_day(read_date(since, names[0])),
        None if until is None else day_after(read_date(until, names[1])),
    )
    if not _before(found.start, found.end):
        raise UsageError(
            f"{names[0]} {since} lies after {names[1]} {until}", remedy="exchange the two dates"
        )
    return found


class DatedFact(NamedTuple):
    """A fact with one of its dates; `from_context` when a neighbour of the quote gives it."""

    fact: Fact
    period: Period
    from_context: bool = False

    @property
    def span(self) -> TimeSpan | None:
        """The date on the scale of time; None for a vague one."""
        return span_of(self.period)


class Timeline(NamedTuple):
    """Dated statements, the earliest first, and those whose time is vague, as the base has them.

    `left_out` counts the vague ones that a time asked for left out.
    """

    dated: tuple[DatedFact, ...]
    vague: tuple[DatedFact, ...]
    left_out: int = 0


def dates_of(fact: Fact) -> list[DatedFact]:
    """Return a fact's dates, each once: those of the quote, its figures' and their neighbours'."""
    found: dict[object, DatedFact] = {}
    own = [*fact.dates, *(figure.period for figure in fact.figures)]
    neighbours = [figure.context_period for figure in fact.figures]
    for periods, from_context in ((own, False), (neighbours, True)):
        for period in filter(None, periods):
            dated = DatedFact(fact, period, from_context)
            key = " ".join(period.text.lower().split()) if dated.period.is_vague else period[1:]
            found.setdefault(key, dated)
    return list(found.values())


def lies_in(span: TimeSpan, time: TimeSpan) -> bool:
    """Return whether a date has a day in common with a time that is asked for.

    An open end goes on ("since 2013"). Of an open start only its end is known: "by 2016" is no date
    of 1900.
    """
    known = span if span.start is not None or span.end is None else TimeSpan(span.end - 1, span.end)
    return known.overlaps(time)


def timeline(facts: Iterable[Fact], time: TimeSpan | None = None) -> Timeline:
    """Return the dates of facts in order; with `time`, those that lie in it.

    A vague date cannot be said to lie within a time, and is left out then.
    """
    everything = [dated for fact in facts for dated in dates_of(fact)]
    vague = tuple(dated for dated in everything if dated.period.is_vague)
    spans = [(dated.span, dated) for dated in everything]
    dated = [
        (span, dated) for span, dated in spans if span and (time is None or lies_in(span, time))
    ]
    dated.sort(key=lambda pair: pair[0].order)
    ordered = tuple(entry for _, entry in dated)
    return Timeline(ordered, vague) if time is None else Timeline(ordered, (), len(vague))
