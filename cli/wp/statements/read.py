"""A sentence in, what it states out: its figures, each with unit, what it counts, period and role.

Drafting reads the document's sentences with it, checking those of a draft: one reading for both.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from wp.pattern import pattern
from wp.quantities.amounts import per_words, rate_of
from wp.quantities.languages import primary
from wp.quantities.model import DateMention, Quantity, Unread
from wp.quantities.read import number_values, quantities_and_dates
from wp.quantities.units import unit_of
from wp.statements.clauses import measure
from wp.statements.counted import (
    Counted,
    counted_after,
    counted_before,
    led_in,
    often_after,
    ordered_after,
    symbol_after,
    told_to_be,
    whole_after,
)
from wp.statements.periods import periods_of
from wp.statements.roles import wholes_of
from wp.text import Span

_BETWEEN = pattern(r"\b(?:between|from)\s+$", re.IGNORECASE)
_AGE = pattern(
    r"\b(?:aged?|ages|ages? of|(?:people|persons|children|women|men|girls|boys|adults|youths?|those"
    r"|workers|pupils|drivers|anyone|nobody|everyone|everybody) (?:under|over|below|above)"
    r"(?: the age of)?|under the age of)(?: (?:about|over|under|between|from|of|up to|at least))*"
    r"(?: \d+(?: ?(?:to|and|or|[-–]))?)? ?$"
)
# "15- to 24-year-olds"
_YEAR_OLDS = pattern(r"(?:-? ?(?:to|and|[-–]) ?\d{1,3})?[- ]year[- ]olds\b|-olds\b")
_OF_NUMBER = pattern(r" (?:out )?of (?:(?:the|its|their|these|those|all) )*")
_OF_TOLD = pattern(
    r" of (?:them|these|those|which|whom|it|this(?=[,.;:]|$| (?:fell|went|came|is|was|has|had|will"
    r"|in|for|to|from|[^\W\d_]+ed)\b))\b"
)
_FROM = pattern(r"\bfrom (?:(?:about|some|almost|nearly|over|around) )?$")
_TO = pattern(r"[^.;]{0,40}\bto (?:(?:about|some|almost|nearly|over|around|just|only) )?$")
_NOT_INHERITED = ("ordinal", "percent", "percentage points", "share", "times")
_SPELLS = ("years", "months", "weeks", "days", "hours", "minutes")
_MANY = 100
_WORD_BEHIND = pattern(r"\s?([⺀-\uffff]{1,4}|[^\W\d_]{1,40})")
_AGO = pattern(r" (?:earlier|later|before|after|ago)\b")
_OF_WHICH = pattern(r"\bof (?:which|these|them|those)(?: (?:some|about|only|nearly))?,? $")
_DATES = pattern(r"\bdate[sd] $")
_HAVING = pattern(
    r"\bwith (?:an? (?:[^\W\d]+ ){1,2}of )?(?:about |some |nearly |over |more than )?$"
)
# No clause of 400 characters has more numbers before one but a list; "aged between 15 and" fits in
# so many characters.
_NEAR, _AGE_WORDS = 40, 60
_FAR = 40  # characters of a word behind a measure that are looked at


class Stated(NamedTuple):
    """A figure that a sentence states.

    `text` is as printed, with the noun that tells what is counted; `unit` a plain plural, a
    currency code, "count" where nothing tells it; `measures` the words of what it counts; `period`
    the date that bears on it. `named` says that the noun stands with the number itself.
    """

    quantity: Quantity
    text: str
    unit: str
    measures: str
    period: DateMention | None
    counted_end: int
    named: bool
    part_of: str = ""
    age: bool = False


class Statement(NamedTuple):
    """The figures and dates that a sentence states, and the numbers that were not understood, in
    the order they are printed in."""

    figures: tuple[Stated, ...]
    dates: tuple[DateMention, ...]
    unread: tuple[Unread, ...] = ()


@lru_cache(maxsize=256)  # heads and captions of a table are asked for again at each cell
def read_statement(sentence: str, hidden: tuple[Span, ...] = (), language: str = "en") -> Statement:
    """Read what a sentence states, outside the spans `hidden`.

    A figure's unit is the measure or noun behind its number; a bare number ("369 were abolished")
    takes that of the figure before it. Its period is the date that bears on it, as `periods_of`
    has it.
    """
    read = quantities_and_dates(sentence, language=language)
    missed = tuple(one for one in read.unread if not _within(one.start, hidden))
    dates = [
        _of_that_time(sentence, mention)
        for mention in read.dates
        if not _within(mention.start, hidden)
    ]
    numbers = _counting(
        sentence, [number for number in read.quantities if not _within(number.start, hidden)]
    )
    if primary(language) != "en":
        # What a figure counts and when is told by English words: here its measure alone is sure.
        plain = [_measured(sentence, one) for one in numbers]
        return Statement(tuple(plain), tuple(dates), missed)
    ages = [
        number
        for number in numbers
        if _AGE.search(sentence, max(0, number.start - _AGE_WORDS), number.start)
        or _AGE.search(sentence, max(0, number.start - _AGE_WORDS), number.number_start)
        or _YEAR_OLDS.match(sentence, number.end)
    ]
    numbers = [number for number in numbers if number not in ages]
    figures: list[Stated] = []
    last_unit = ""
    for place, period in enumerate(periods_of(sentence, dates, numbers)):
        ends = [one.end for one in numbers[place : place + 2]]
        shared = whole_after(sentence, *ends) or _of_measure(sentence, *numbers[place : place + 2])
        shared = shared or _of_told(sentence, numbers[place], figures)
        near = numbers[max(0, place - _NEAR) : place]
        others = [(one.start, one.end) for one in near if not one.ordinal]
        # "Over the twelve years …; the rest, 211,261, is due": a time is no unit to go on with
        lent = "" if last_unit in _SPELLS and numbers[place].value >= _MANY else last_unit
        stated = _stated(
            sentence, _through(sentence, numbers, place), shared or lent, period, others
        )
        # "A chamber of three judges 4,690": the number beside another's noun is of neither.
        if len(figures) > 1 and not (stated.named or stated.quantity.unit):
            between = sentence[figures[-1].counted_end : stated.quantity.start]
            if between.isspace():
                stated = stated._replace(unit=figures[-2].unit)
        if figures and _ends_range(sentence, figures[-1], stated):
            stated = stated._replace(unit=figures[-1].unit)
        figures.append(stated)
        inherited = stated.unit not in _NOT_INHERITED and not _AGO.match(
            sentence, stated.counted_end
        )
        # "186 hospitals with 47,300 beds; before there had been 231" counts hospitals.
        if inherited and not (last_unit and _HAVING.search(sentence, 0, stated.quantity.start)):
            last_unit = stated.unit
    whole = wholes_of(sentence, figures)
    figures = [
        stated if place is None else stated._replace(part_of=figures[place].text)
        for stated, place in zip(figures, whole, strict=True)
    ]
    figures += [_aged(sentence, number) for number in ages]
    figures.sort(key=lambda stated: stated.quantity.start)
    return Statement(tuple(figures), tuple(dates), missed)


def without_ages(statement: Statement) -> Statement:
    """Return a statement without the numbers of ages."""
    return statement._replace(figures=tuple(one for one in statement.figures if not one.age))


def _ends_range(sentence: str, start: Stated, end: Stated) -> bool:
    """Return whether two figures are the ends of a movement of which the first alone has a unit:
    "from 21.9 million crowns in 2030 to 2.4 million in 2031"."""
    first, last = start.quantity, end.quantity
    bare = not (
        first.ordinal or last.ordinal or last.unit or counted_after(sentence, last.end).unit
    )
    return bare and bool(
        _FROM.search(sentence, 0, first.start) and _TO.fullmatch(sentence, first.end, last.start)
    )


def _of_measure(sentence: str, part: Quantity, whole: Quantity | None = None) -> str:
    """Return the measure of the number behind one that is a part of it: "2,310 of the 6,080 km"."""
    bare = (
        whole is not None
        and part.unit is None
        and _OF_NUMBER.fullmatch(sentence, part.end, whole.start)
    )
    return (whole.unit or "") if whole and bare and whole.unit not in _NOT_INHERITED else ""


def _of_told(sentence: str, part: Quantity, figures: Sequence[Stated]) -> str:
    """Return the unit of the last number before one "of them" or "of this" that is no smaller:
    "60 ships in four ports, 12 of them"."""
    if not _OF_TOLD.match(sentence, part.end):
        return ""
    wholes = (one for one in reversed(figures[-_NEAR:]) if one.unit not in _NOT_INHERITED)
    return next((one.unit for one in wholes if one.quantity.value >= part.value), "")


def _aged(sentence: str, quantity: Quantity) -> Stated:
    """Return the number of an age: in years, of no time."""
    words = measure(sentence, quantity.start, quantity.end, 0)
    unit = quantity.unit or "years"
    return Stated(quantity, quantity.text, unit, words, None, quantity.end, False, age=True)


def _measured(sentence: str, quantity: Quantity) -> Stated:
    """Return a figure of another language with its measure, and the word behind it as printed."""
    unit = quantity.unit or "count"
    word = _WORD_BEHIND.match(sentence, quantity.end)
    return Stated(
        quantity, quantity.text, unit, word[1] if word else unit, None, quantity.end, False
    )


def _counting(sentence: str, numbers: list[Quantity]) -> list[Quantity]:
    """Leave out the "first" of "the first two years", which only says which two."""
    return [
        number
        for number, following in zip_longest(numbers, numbers[1:])
        if not (
            number.ordinal
            and number.value == 1
            and following
            and sentence[number.end : following.start].isspace()
        )
    ]


def _through(sentence: str, numbers: Sequence[Quantity], place: int) -> Quantity:
    """Return a figure the words of the whole range where it opens one and leaves the rest to it."""
    quantity = numbers[place]
    if not quantity.leans or place + 1 == len(numbers):
        return quantity
    between = _BETWEEN.search(sentence, max(quantity.start - 12, 0), quantity.start)
    start = between.start() if between else quantity.start
    end = numbers[place + 1].end
    return quantity._replace(text=sentence[start:end], start=start, end=end)


def _stated(
    sentence: str,
    quantity: Quantity,
    last_unit: str,
    period: DateMention | None,
    others: Sequence[Span],
) -> Stated:
    counted = counted_after(sentence, quantity.end)
    if quantity.ordinal:
        counted = ordered_after(sentence, quantity.end)
        unit, text = "ordinal", sentence[quantity.start : counted.end]
    elif quantity.unit == "times":
        often = often_after(sentence, quantity.end)
        unit, text = often.unit, sentence[quantity.start : often.end]
    elif quantity.unit:
        # "15.1 percent a year" stays a share
        per = None if quantity.unit == "percent" else quantity.per
        rate = per_words(sentence, quantity.end) if per else None
        if rate:
            # "96 kilometres an hour" is no way, but a speed
            quantity = quantity._replace(text=sentence[quantity.start : rate.end], end=rate.end)
        unit, text = rate_of(quantity.unit or "", per), quantity.text
        if unit_of(unit):
            quantity = quantity._replace(unit=unit)
        counted = _of(sentence, quantity)
    else:
        unit, counted = _unmeasured(sentence, quantity, last_unit)
        if counted.end > quantity.end and not counted.phrase:
            quantity = quantity._replace(end=counted.end)
        text = sentence[quantity.start : counted.end] if counted.unit else quantity.text
    return Stated(
        quantity,
        _telling(quantity, text),
        unit,
        measure(sentence, quantity.start, quantity.end, counted.end if counted.unit else 0, others),
        period,
        max(counted.end, quantity.end),
        bool(counted.phrase),
    )


def _unmeasured(sentence: str, quantity: Quantity, last_unit: str) -> tuple[str, Counted]:
    """Propose the unit of a number without a measure; "count" where nothing tells it."""
    symbol = symbol_after(sentence, quantity.end)
    if symbol.unit:
        return symbol.unit, symbol._replace(phrase="")
    counted = counted_after(sentence, quantity.end, one=quantity.value == 1)
    if quantity.step is None and 0 < quantity.value < 1:
        return "share", counted
    unit = counted.unit or counted_before(sentence, quantity.start)
    if unit or symbol.phrase:
        return unit or "count", counted
    told = told_to_be(sentence, quantity.end)
    if told and _OF_WHICH.search(sentence, max(0, quantity.start - _NEAR), quantity.start):
        return told, counted  # "used by 21,700 a day, of which 3,900 were lorries"
    return led_in(sentence, quantity.start) or last_unit or told or "count", counted


def _telling(quantity: Quantity, text: str) -> str:
    """Return the words of a figure that tell its value: `text`, or else fewer or more."""
    candidates = (text, quantity.text)
    return next((one for one in candidates if quantity.value in number_values(one)), text)


def _of(sentence: str, quantity: Quantity) -> Counted:
    """Read what a measure is of: "12.7 tons of narcotics"."""
    after = sentence[quantity.end : quantity.end + 4]
    if not after.startswith(" of "):
        return Counted("", "", quantity.end)
    start = quantity.end + 4
    counted = counted_after(sentence, start)
    if counted.phrase:
        return counted
    word = sentence[start : start + _FAR].split(" ", 1)[0].strip(",.;:")
    return Counted("", word, start + len(word))


def _of_that_time(sentence: str, date: DateMention) -> DateMention:
    """Take what "dates from July 2019" for no longer time."""
    period = date.period
    if period.end is None and period.start and _DATES.search(sentence[: date.start][-9:]):
        return date._replace(period=period._replace(end=period.start))
    return date


def _within(at: int, spans: tuple[Span, ...]) -> bool:
    return any(start <= at < end for start, end in spans)
