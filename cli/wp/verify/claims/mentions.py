"""The figures and dates that a sentence reports, each with the words that tell what it counts."""

import re
from bisect import bisect_left
from typing import NamedTuple

from wp.model import Period
from wp.quantities import DateMention, Quantity, dates, quantities_and_dates
from wp.statements.terms import Term, terms

_NEAR_WORDS = 4
_NUMBER = re.compile(
    r"[\d½¼¾]|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|half|first"
    r"|second|third|fifth|quarter|hundred|thousand|million|billion|trillion|lakh|crore)"
    r"|(?:teen|ty|th|one)\b"
)
_AND = re.compile(r"\s(?:and|while|but)\s")
_BREAK = re.compile(r"[,;:()—–]|\s-\s")
_HARD_BREAK = re.compile(r"[;:()—–]|\s-\s")
_SPAN = re.compile(r"\s+(?:to|and|until|till|through)\s+|\s*[–—]\s*|(?<=\d)-(?=\d)")
_OF_THE = re.compile(r"\s+(?:out )?of\s+(?:(?:the|its|their|these|those|all)\s+)*")
_BEARING = re.compile(
    r"(?:in|on|by|since|from|between|during|throughout|at|dated|within|for|until|till|before|after"
    r"|prior to|up to|as of|as at|through|following)\s+",
    re.IGNORECASE,
)


class Mention(NamedTuple):
    """A figure of a sentence: as printed, its value and unit, and the telling words beside it.

    `phrase` are those that follow the number without a function word between: what is counted.
    """

    text: str
    start: int
    quantity: Quantity
    near: tuple[str, ...]
    phrase: tuple[str, ...]


class Dated(NamedTuple):
    """A date of a sentence: as printed (a span as its two ends) and as a period."""

    texts: tuple[str, ...]
    start: int
    end: int
    period: Period

    @property
    def text(self) -> str:
        """The date as a reader would name it."""
        return " to ".join(self.texts)


class Report(NamedTuple):
    """What a sentence reports."""

    words: frozenset[str]
    figures: tuple[Mention, ...]
    dates: tuple[Dated, ...]

    def date_of(self, figure: Mention) -> Dated | None:
        """Give the date with the fewest characters between it and a figure."""
        end = figure.quantity.end
        return min(
            self.dates,
            key=lambda date: max(date.start - end, figure.start - date.end),
            default=None,
        )


def may_report(sentence: str) -> bool:
    """Tell at a glance whether a sentence can report a figure or date at all."""
    return _NUMBER.search(sentence.lower()) is not None


def read_report(sentence: str) -> Report:
    """Find the figures and dates that a sentence reports.

    "one" alone is an article more often than a figure and is left out; so are "twice" and its
    like ("a sentence that we read twice"), and a time that is named by an event. Ordinals are
    figures; whether they matter the base decides.
    """
    read = quantities_and_dates(sentence)
    found_dates = [date for date in read.dates if date.period.start or date.period.end]
    found = [quantity for quantity in read.quantities if not _is_aside(quantity)]
    spans = [(q.start, q.end) for q in found] + [(d.start, d.end) for d in found_dates]
    telling = [
        term for term in terms(sentence) if not any(low <= term.start < high for low, high in spans)
    ]
    starts = [term.start for term in telling]
    figures = []
    for number, quantity in enumerate(found):
        low = found[number - 1].end if number else 0
        high = found[number + 1].start if number + 1 < len(found) else len(sentence)
        near = _after(sentence, telling, starts, quantity.end, high) or _before(
            sentence, telling, starts, low, quantity.start
        )
        text = sentence[quantity.number_start : quantity.end]
        if sentence[quantity.start : quantity.number_start].strip() and not quantity.qualifier:
            text = quantity.text
        phrase = _phrase(sentence, telling, starts, quantity.end)
        figures.append(Mention(text, quantity.start, quantity, near, phrase))
    _share_of_the_next(sentence, figures)
    return Report(
        frozenset(term.stem for term in telling), tuple(figures), tuple(map(_dated, found_dates))
    )


def _share_of_the_next(sentence: str, figures: list[Mention]) -> None:
    """Let "forty-eight of the 100 most wanted" count what the second number counts."""
    for number in range(len(figures) - 2, -1, -1):
        one, two = figures[number], figures[number + 1]
        if _OF_THE.fullmatch(sentence, one.quantity.end, two.quantity.start):
            figures[number] = one._replace(near=two.near, phrase=two.phrase)


def _phrase(sentence: str, telling: list[Term], starts: list[int], start: int) -> tuple[str, ...]:
    """Give the telling words that follow a number with only white space or hyphens between."""
    found: list[str] = []
    plural = False
    for term in telling[bisect_left(starts, start) :][:_NEAR_WORDS]:
        if sentence[start : term.start].strip("- \t\n\u00a0"):
            break
        ends_in_s = sentence[term.start : term.end].endswith("s")
        if plural and not ends_in_s:
            break  # a verb: "26 conventions concern children"
        plural = ends_in_s
        found.append(term.stem)
        start = term.end
    return tuple(found)


def _is_aside(quantity: Quantity) -> bool:
    often = quantity.unit == "times" and quantity.text.isalpha()
    return often or quantity.text.lower() == "one"


def _dated(mention: DateMention) -> Dated:
    """Leave out the preposition, and print a span as its beginning and its end."""
    parts = [mention.text]
    if mention.period.start and mention.period.end and mention.period.start != mention.period.end:
        parts = [found.text for part in _SPAN.split(mention.text) for found in dates(part)]
    texts = []
    for part in parts or [mention.text]:
        bearing = _BEARING.match(part)
        texts.append(part[bearing.end() if bearing else 0 :])
    return Dated(tuple(texts), mention.start, mention.end, mention.period)


def _after(
    sentence: str, telling: list[Term], starts: list[int], start: int, stop: int
) -> tuple[str, ...]:
    """Give the telling words behind a number, to the next number or the end of the clause."""
    broken = _BREAK.search(sentence, start, stop)
    if broken is None and stop < len(sentence):
        # "2.5 meters and the bank by 4": what follows the last conjunction is the next number's.
        *_, broken = None, *_AND.finditer(sentence, start, stop)
    high = bisect_left(starts, broken.start() if broken else stop)
    return tuple(term.stem for term in telling[bisect_left(starts, start) : high][:_NEAR_WORDS])


def _before(
    sentence: str, telling: list[Term], starts: list[int], start: int, stop: int
) -> tuple[str, ...]:
    """Give the telling words before a number, back to the number before or a colon."""
    for broken in _HARD_BREAK.finditer(sentence, start, stop):
        start = broken.end()
    found = telling[bisect_left(starts, start) : bisect_left(starts, stop)]
    return tuple(term.stem for term in found[-_NEAR_WORDS:])
