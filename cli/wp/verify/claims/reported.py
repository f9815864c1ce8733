"""What a sentence of a draft reports: its figures and dates with the words said of them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from wp.english import MONTHS
from wp.model import Period
from wp.pattern import pattern
from wp.quantities.model import DateMention, Quantity, bound_behind
from wp.quantities.read import dates
from wp.quantities.units import unit_of
from wp.statements import Term, labels, mark_end, terms
from wp.statements.agreement import Day, day_spans
from wp.statements.read import Stated, Statement, read_statement, without_ages
from wp.statements.roles import OF_THE
from wp.statements.said import ON_LIST, Said, said_of, telling_words

_BACK_TO = pattern(r"\bback (?:to|as far as)\s+(?:the )?$")
_AND_NOT = pattern(r"(?:,|\band) not (?:the )?$")
_OPENED = pattern(
    r"\W*(?:(?:out )?of|from|among) (?:[^\W\d_]+ of )?(?:(?:the|these|those|its|their|all) )*"
    r"(?:list of (?:the )?)?",
    re.IGNORECASE,
)
# "40 treaties were signed, yet only 17 of these are in force"
_OF_THESE = pattern(r"\s+of (?:these|them|those|which|whom)\b")
# "Eight of the agreements with 40 countries"
_OF_THOSE_WITH = pattern(r"\s+of (?:the|these|those)(?: [^\W\d]+){1,3} (?:with|from|in|by) ")
# A name of several words: "the Ministry of Justice"
NAME = (
    r"(?!(?:The|An?|Per|It|He|She|They|We|You|This|That|These|Those|Two|Three"
    r"|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve)\b)"
    r"[A-Z][\w'’-]*(?: (?:of (?:the )?|for (?:the )?)?[A-Z][\w'’-]*)*"
)
# "in the Marches", but not who said it there: "in Geneva the envoy told"
PLACE = pattern(
    r"\b(?i:in|near|across|throughout|inside|outside) (?:the )?(?!(?i:"
    + "|".join(MONTHS)
    + rf")\b)(?P<name>{NAME})(?![\w'’ ]*\b(?:said|told|reported|wrote)\b)"
)
_PLACED = pattern(
    r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear|[Oo]utside) (?:the )?"
    r"(?:(?:province|city|town|state|county|region|district|village) of )?(?:[A-Z]\w+ )*$"
)
_SPAN = pattern(r"\s+(?:to|and|until|till|through)\s+|\s*(?:→|[-=]>|[–—])\s*|(?<=\d)-(?=\d)")
_BEARING = pattern(
    r"(?:in|on|by|since|from|between|during|throughout|at|dated|within|for|until|till|before|after"
    r"|prior to|up to|as of|as at|through|following)\s+",
    re.IGNORECASE,
)


# "round two", "reports seven and eight"
_NUMBERED = pattern(
    r"\b(?:round|report|phase|session|stage|edition|cycle|instalment|meeting|tour)s? "
    r"(?:[a-z]+ and )?$",
    re.IGNORECASE,
)
_SERIES = pattern(r"(?: and [a-z]+)? (?:in (?:the|its|that) (?:series|line)|of (?:its|the) kind)\b")
_SHARE_MORE = pattern(
    r"\b(?:a|an|one)\s+([^\W\d]+)\s+(?:more|less|fewer|(?!other|never|number)[^\W\d]{2,}er)\s+than\b"
)
_LEAST_SHARE = 3
_NO_DAY = pattern(rf" (?:{'|'.join(MONTHS)}) \d{{4}}\b")
_IN = pattern(r"\b[Ii]n $")
_AS_MANY = pattern(r" as (?:many|much|[^\W\d_]+) as\b| the (?:number|size|amount)\b")
_OF_A = pattern(r" (?:of )?an? ([a-z]+(?: point)?)\b")


class Mention(NamedTuple):
    """A figure of a sentence: as printed, what it states, and what is said of it."""

    text: str
    stated: Stated
    said: Said

    @property
    def quantity(self) -> Quantity:
        """The printed number with its unit and qualifier."""
        return self.stated.quantity


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
    """What a sentence reports.

    `unread` are numbers that were not understood, `labels` those in names, `days` the dates that
    print no year, as printed and as month and day; each with its place. `lapses` are the years that
    words count from another: "ten years earlier".
    """

    sentence: str
    words: frozenset[str]
    figures: tuple[Mention, ...]
    dates: tuple[Dated, ...]
    unread: tuple[tuple[int, str], ...]
    labels: tuple[tuple[int, str], ...]
    days: tuple[tuple[int, str, tuple[Day, ...]], ...]
    lapses: tuple[Dated, ...] = ()

    def is_whole(self, mention: Mention) -> bool:
        """Return whether another figure is a part of it: the 40 of "32 of the 40 countries", or
        of "of the 40, about half"."""
        opens = len(self.figures) > 1 and mention is self.figures[0]
        if opens and self.is_of_first(self.figures[1]):
            return True
        return any(
            self._leads(other, mention, link)
            for other in self.figures
            for link in (OF_THE, _OF_THOSE_WITH, ON_LIST)
        )

    def whole_of(self, mention: Mention) -> Mention | None:
        """Return the figure that another is told as a part of: the 20 of "12 of 20"."""
        return next((one for one in self.figures if self._leads(mention, one, OF_THE)), None)

    def whole_told(self, mention: Mention) -> Mention | None:
        """Return the figure that another is told as a part of, before it or behind: of the 20 in
        "12 of 20", of the 40 in "of the 40, 32"."""
        first = self.figures[0] if self.is_of_first(mention) else None
        if first and mention.stated.named and first.stated.unit != mention.stated.unit:
            first = None  # "of the 365 million, 228 million are for 210 kitchens"
        return self.whole_of(mention) or first

    def whole_before(self, mention: Mention) -> Mention | None:
        """Return the count before another that is a part of it: "20 were signed, 12 of these"."""
        start, end, value = mention.quantity.start, mention.quantity.end, mention.quantity.value
        return next(
            (
                one
                for one in reversed(self.figures if _OF_THESE.match(self.sentence, end) else ())
                if one.quantity.start < start
                and one.quantity.value > value
                and not (one.quantity.unit or one.quantity.ordinal)
            ),
            None,
        )

    def _leads(self, part: Mention, whole: Mention, link: re.Pattern[str]) -> bool:
        """Return whether a link leads from a figure, or from what it counts, to its whole: "322 of
        the 1,178", "322 documents of the 1,178"."""
        ends = (part.quantity.end, part.stated.counted_end)
        return any(link.fullmatch(self.sentence, end, whole.quantity.start) for end in ends)

    def is_of_first(self, mention: Mention) -> bool:
        """Return whether a sentence opens with what a figure is a part of: "of the 40, 32"."""
        first = self.figures[0].quantity
        opened = _OPENED.fullmatch(self.sentence, 0, first.number_start)
        return opened is not None and mention.quantity.start > first.start

    def strange_names(self, start: int, end: int, known: frozenset[str]) -> dict[str, bool]:
        """Return the names in a stretch that a fact's words lack, and whether each is of a place.

        The PRC is not the CPC: what is told of another's name is told of another thing.
        """
        begins = mark_end(self.sentence)
        found: dict[str, bool] = {}
        for term in terms(self.sentence[start:end]):
            at = start + term.start
            named = self.sentence[at].isupper() and at > begins and term.stem not in known
            if named and not any(date.start <= at < date.end for date in self.dates):
                found[term.stem] = _PLACED.search(self.sentence, max(at - 32, 0), at) is not None
        return found

    def date_of(self, mention: Mention) -> Dated | None:
        """Return the date that bears on a figure."""
        period = mention.stated.period
        if period is None:
            return None
        for date in (*self.dates, *self.lapses):
            if date.start <= period.start < date.end:
                # "from 30 to 21 between 2019 and 2029": each has an end of the span for its time
                part = (period.start, period.end) != (date.start, date.end)
                return date._replace(period=period.period) if part else date
        return None


def read_report(sentence: str, language: str = "en") -> Report:
    """Find the figures and dates that a sentence reports.

    "one" alone is an article more often than a figure and is left out; so are "twice" and its
    like ("a sentence that we read twice"), and a time that is named by an event. Ordinals are
    figures; whether they matter the base decides.
    """
    whole = read_statement(sentence, language=language)
    statement = without_ages(whole)
    statement = statement._replace(
        figures=tuple(_behind_its_noun(sentence, one) for one in statement.figures)
    )
    # Bare digits that were not read are cells of a row that stands as one line.
    missed = (one for one in whole.unread if not one.text.replace(".", "", 1).isdecimal())
    unread = tuple((one.start, one.text) for one in missed)
    telling = telling_words(sentence, statement)
    said = [
        _in_series(sentence, stated, one, telling)
        for stated, one in zip(
            statement.figures, said_of(sentence, statement, telling), strict=True
        )
    ]
    dated = [
        _reaching_back(sentence, date)
        for date in statement.dates
        if date.period.start or date.period.end
    ]
    full = [(date.start, date.end) for date in dated]
    days = [
        (span, found)
        for span, found in day_spans(sentence)
        if not any(low < span[1] and span[0] < high for low, high in full)
    ]
    aside = [(0, _mark_end(sentence, statement)), *(span for span, _ in days)]
    figures = [
        Mention(_printed(sentence, stated.quantity), _bounded(sentence, stated), one)
        for stated, one in zip(statement.figures, said, strict=True)
        if not (
            _is_aside(sentence, stated.quantity)
            or any(
                low < stated.quantity.end and stated.quantity.start < high for low, high in aside
            )
        )
    ]
    # "37 June 2026" is no day, nor 37 of anything
    unread += tuple(
        (one.quantity.start, one.text)
        for one in figures
        if not one.quantity.unit and _NO_DAY.match(sentence, one.quantity.end)
    )
    figures = [one for one in figures if (one.quantity.start, one.text) not in unread]
    taken = [*full, *aside, *((one.quantity.start, one.quantity.end) for one in statement.figures)]
    taken += [(start, start + len(text)) for start, text in unread]
    return Report(
        sentence,
        frozenset(term.stem for term in telling),
        tuple(figures),
        tuple(map(_dated, dated)),
        unread,
        labels(sentence, taken),
        tuple((start, sentence[start:end], found) for (start, end), found in days),
    )


def _behind_its_noun(sentence: str, stated: Stated) -> Stated:
    """Take "round two" for the second round, and "reports seven and eight" for two ordinals."""
    quantity = stated.quantity
    plain = quantity.unit is None and not quantity.ordinal and quantity.text.isalpha()
    behind = stated.named and not sentence.startswith(" of ", quantity.end)  # "in round two boats"
    if not plain or behind or not _NUMBERED.search(sentence, 0, quantity.start):
        return stated
    quantity = quantity._replace(ordinal=True)
    return stated._replace(quantity=quantity, unit="ordinal", named=False, counted_end=quantity.end)


def _in_series(sentence: str, stated: Stated, said: Said, telling: Sequence[Term]) -> Said:
    """Let "the seventh in the series" tell of what its sentence does."""
    series = _SERIES.match(sentence, stated.quantity.end) if stated.quantity.ordinal else None
    if not series:
        return said
    words = [term.stem for term in telling if not series.start() <= term.start < series.end()]
    return said._replace(near=tuple(words), phrase=(), clause=frozenset(words))


def _mark_end(sentence: str, statement: Statement) -> int:
    """Return where a sentence begins behind its mark; "24 UN missions" has none, "24 In 2030"
    has."""
    end = mark_end(sentence)
    if not sentence[:end].strip().isdigit():
        return end
    counts = any(one.named and one.quantity.start < end for one in statement.figures)
    return 0 if counts else end


def _printed(sentence: str, quantity: Quantity) -> str:
    """Return a figure's number and unit as printed; its qualifier is told apart."""
    if sentence[quantity.start : quantity.number_start].strip() and not quantity.qualifier:
        return quantity.text
    return sentence[quantity.number_start : quantity.end]


def _bounded(sentence: str, stated: Stated) -> Stated:
    """Take in the bound that stands behind the noun: "90 countries at most"."""
    if stated.named and stated.unit == "cases" and _IN.search(sentence, 0, stated.quantity.start):
        stated = stated._replace(named=False)  # "detained in 114 cases" may be of ships
    stated = _of_a_unit(sentence, stated)
    quantity = stated.quantity
    if quantity.ordinal:
        share = _SHARE_MORE.search(sentence, max(quantity.start - 2, 0))
        if not share or share.end(1) != quantity.end or quantity.value < _LEAST_SHARE:
            return stated
        # "a third dearer than"
        part = quantity._replace(value=1 / quantity.value, ordinal=False, step=None)
        return stated._replace(quantity=part, unit="share", named=False)
    if quantity.qualifier:
        return stated
    behind = bound_behind(sentence, stated.counted_end)
    return stated._replace(quantity=stated.quantity._replace(qualifier=behind))


def _of_a_unit(sentence: str, stated: Stated) -> Stated:
    """Take "half an hour" for 0.5 hours, "eight tenths of a night" for 0.8 nights."""
    quantity = stated.quantity
    found = _OF_A.match(sentence, quantity.end) if quantity.step is None else None
    if not found or quantity.unit or not (unit_of(f"{found[1]}s") or found[1] == "night"):
        return stated
    step = -2 if round(quantity.value * 10, 9) % 1 else -1
    unit = unit_of(f"{found[1]}s")
    quantity = quantity._replace(unit=unit, step=step, end=found.end())
    return stated._replace(quantity=quantity, unit=f"{found[1]}s", counted_end=found.end())


def _is_aside(sentence: str, quantity: Quantity) -> bool:
    """Return whether a number is none that is reported: "twice" for again, "63,000 and not
    8,900"."""
    if _AND_NOT.search(sentence, max(quantity.start - 12, 0), quantity.start):
        return True
    often = quantity.unit == "times" and quantity.text.isalpha()
    often = often and not _AS_MANY.match(sentence, quantity.end)
    votes = sentence.endswith("votes to ", 0, quantity.start)  # "by four votes to one"
    return often or (quantity.text.lower() == "one" and not votes)


def _reaching_back(sentence: str, date: DateMention) -> DateMention:
    """Take "dating back to October 1949" for what began then."""
    if date.period.start and _BACK_TO.search(sentence[max(date.start - 24, 0) : date.start]):
        return date._replace(period=date.period._replace(end=None))
    return date


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
