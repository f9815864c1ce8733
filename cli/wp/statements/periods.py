"""Which date of a sentence is the period of which figure, and what else a date bears on.

The rules are those of how English official texts print dates; where none is sure, a figure has no
period, for a reviewer sees what is missing sooner than what is wrong.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from wp.english import MONTHS
from wp.model import Period
from wp.pattern import pattern
from wp.quantities.model import DateMention, Quantity
from wp.statements.clauses import Brackets
from wp.statements.counted import counted_after

_BACK = 160  # characters before a date that are looked at

_KINDS = (
    "Act|Law|Code|Regulation|Rule|Order|Decree|Ordinance|Statute|Bill|Resolution|Directive"
    "|Decision|Convention|Treaty|Agreement|Protocol|Covenant|Charter|Declaration|Pact|Accord"
    "|Constitution|Memorandum|Programme|Program|Plan|Strategy|Agenda|Instrument|Framework|Compact"
)
_PLURALS = "(?:Treaties|Strategies|Guidelines"
_NAME = rf"(?:{_PLURALS}|(?:{_KINDS})s?))"
_NUMBER = r"(?: \(?(?=[\w./-]*\d)[\w./-]+\)?| \([A-Z]{2,4}\)| Nos?\.?)*"
_FURTHER = r"(?: (?:on|for|of|to|the|and|against|concerning|in|[A-Z][\w'’-]*))*"
_DONE = r"(?:dated|done|signed|adopted|concluded|enacted|promulgated|passed|issued|ratified)"
_LOWER = rf"(?i:{_NAME})"
# "Railways Act 2005", "Maritime Code (2009)", "Declaration of Port Mary of 1871"
_NAMED = pattern(rf"\b{_NAME}{_NUMBER}{_FURTHER}{_NUMBER},? ?[(\[]?$")
# "its resolution 64/292 of 28 July 2010", "resolution 1325 (2000)"
_TOLD = pattern(rf"\b{_LOWER}{_NUMBER}(?: of (?:the )?|,? ?[(\[])$")
# "the Paris Agreement, adopted in 2015"
_ADOPTED = pattern(
    rf"\b(?:{_NAME}{_NUMBER}{_FURTHER}|{_LOWER}{_NUMBER}),? ?[(\[]?(?:(?:which|that) was )?{_DONE}"
    r"(?: (?:at|in|by)(?: the)?(?: [A-Z]\w*){1,3})? $"
)
# "the 2005 Act", "the 2009 Maritime Code"
_TITLED = pattern(rf" (?:[A-Z][\w'’-]* ){{0,4}}{_LOWER}\b")
_PRICES = pattern(r"[- ](?:(?:constant|fixed|base) )?(?:prices|levels?|baseline|terms)\b")
# "the fewest since 1998", "the lowest since records began in 1931"
_SUPERLATIVE = pattern(
    r"\b(?:the (?:most|least|best|worst|only|first)|(?:for|in) the first time|record"
    r"|(?!interest|forest|request|test|rest|west|guest|protest|harvest|arrest|contest|quest)"
    r"[^\W\d_]{2,}est)\b(?:\W+\w+){0,4}\W+since\b[^,;.]{0,60}$",
    re.IGNORECASE,
)
_COMPARISON = pattern(
    r"\b(?:(?:as )?compared (?:with|to)|as against|(?:up|down) from|versus|vs|relative to"
    r"|against(?= (?:about |some |only |just |nearly |the )?[\d$€£])|as opposed to|as in(?= )"
    r"|(?:above|below)(?= (?:that|those|its|their|the (?:level|figure|average))\b)"
    r"|as (?:it|they|he|she) (?:had been|was|were|had|did)(?= (?:in|on|at|by)\b| ?$)"
    r"|as (?:many|much|few|high|low|large|long|often) as"
    r"|(?<!more )(?<!less )(?<!fewer )(?<!greater )(?<!later )(?<!earlier )than"
    r"|(?:more|less|fewer|greater) than(?= (?:in|on|at|during|by|the|a)\b|(?= ?$)))(?!\w)",
    re.IGNORECASE,
)
# "up 12 percent from 2015", "12 percent over 2015"
_CHANGE = pattern(
    r"\b(?:up|down|more|fewer|less|higher|lower|rise|increase|decrease|fall|drop|decline|growth"
    r"|rose|fell|grew|increased|decreased|dropped|declined|reduction|cut|reduced|improvement)\b"
    r"[^,;]*$",
    re.IGNORECASE,
)
# "the vessel, built in 1998, was carrying 38 passengers"
_ASIDE = pattern(r", (?:[^\W\d_]+ed|built|born|held|made|begun|set up)(?: [^\W\d_,]+){0,3} ?$")
# "ramps, budgeted at 148 million in 2017, have cost 212 million"
_DATED_ASIDE = pattern(
    r"^[^,;]+, (?:[^\W\d_]+ed|built|born|held|made|begun|set up|still|once|then)"
    r" [^,;]*$"
)
_GOES_ON = pattern(r", (?:have|has|had|is|are|was|were|will|did|now|cost)\b")
_PREPOSITIONS = frozenset(
    "in on during throughout at within for since from after following by until till before prior "
    "up as through no not between to ended ending".split()
)
_CLAUSES = pattern(r"[;:]")
_OVER = pattern(r"\b(?:over|on|from) $")


class _Bearing(NamedTuple):
    """A date that may be a figure's period.

    `compares` is where a comparison begins that the date belongs to ("compared with 388 million in
    2020/21"), 0 for none; one that `heads` stands before its figure with a colon ("2020: 41 %").
    """

    mention: DateMention
    compares: int = 0
    heads: bool = False


def _bearing_of(sentence: str, mention: DateMention) -> _Bearing | None:
    """Tell what a date bears on; None when it is no figure's period.

    That is the date of a named instrument ("the Railways Act 2005"), what prices and levels are
    those of ("in 2019 prices"), and "since" behind a superlative ("the fewest since 1998").
    """
    before = sentence[max(mention.start - _BACK, 0) : mention.start]
    after = sentence[mention.end : mention.end + _BACK]
    if _dates_instrument(before, mention, after) or _PRICES.match(after):
        return None
    if _SUPERLATIVE.search(before + mention.text):
        return None
    if after.startswith(", ") and _ASIDE.search(before):
        return None
    compares = 0
    for found in _COMPARISON.finditer(before):
        compares = mention.start - len(before) + found.start()
    clause = _CLAUSES.split(before)[-1]
    if compares and mention.start - compares > len(clause):
        compares = 0
    if not compares and _starts_change(clause, mention):
        compares = mention.start
    return _Bearing(mention, compares, after.startswith(":") and _bare(mention))


def _dates_instrument(before: str, mention: DateMention, after: str) -> bool:
    if not _bare(mention):
        return _ADOPTED.search(before) is not None
    return _TITLED.match(after) is not None or any(
        pattern.search(before) is not None for pattern in (_NAMED, _TOLD, _ADOPTED)
    )


def _bare(mention: DateMention) -> bool:
    """Return whether no preposition stands before a date."""
    return mention.text.split(" ", 1)[0].lower() not in _PREPOSITIONS


def _starts_change(clause: str, mention: DateMention) -> bool:
    """Return whether a date is what a change is reckoned from: "up 12 percent from 2015"."""
    if mention.text.lower().startswith("from ") and mention.period.end is None:
        return _CHANGE.search(clause) is not None
    bare_year = _A_YEAR.fullmatch(mention.text.removeprefix("on ")) is not None
    over = mention.text.startswith("on ") or _OVER.search(clause) is not None
    return bare_year and over and _CHANGE.search(clause) is not None


_A_YEAR = pattern(r"\d{4}(?:[/–-]\d\d(?:\d\d)?)?")
_SPELLS = ("years", "months", "quarters", "decades")
_BEFORE = len(" earlier")
_NEAR_DATES = 8  # dates behind a figure that are looked at
_FAR = 40  # characters between a figure and a date behind it that bears on something nearer
_CLAUSE = pattern(r"\b(?:and|but|while|whereas)\b|^\s+to\s+$", re.IGNORECASE)
# A time of its own that no year tells: "10 a year earlier", "41 thousand in August".
_RELATIVE = pattern(
    r"\b(?:[^\W_]+ (?:year|month|quarter|decade)s? (?:earlier|before|ago|later)"
    r"|the (?:year|month) before"
    r"|the (?:previous|preceding|prior|last|following|next) (?:year|month|quarter|decade|period)"
    rf"|(?:in|since|by|until) (?:{'|'.join(MONTHS)})\b)"
)
# "2012, one year ahead of the third": the figure behind has another time.
_APART = pattern(
    r",?\s+[^\W_]+ (?:year|month|quarter|decade)s? "
    r"(?:ahead of|before|after|earlier than|later than)\b"
)
_NEW_CLAUSE = pattern(r"[,;]\s+(?:and\s+)?$")
_CHANGED = pattern(r"\s*(?:→|[-=]>|(?P<to>\bto))\s*")
_FROM = pattern(r"\bfrom\s+$", re.IGNORECASE)
# "gained 11.9 points between 2013 and 2016, to finish at 92.9"
_ENDING = pattern(
    r",?\s+(?:and\s+)?(?:to(?:\s+(?:finish|end(?: up)?|close|settle|stand|arrive|reach))?"
    r"|(?:finish|end|clos|settl|reach)(?:ed|ing))(?:\s+(?:at|on))?\s+"
)
_BOUNDS = pattern(
    r"(?:from |between |in |during )?(?:the )?(?P<first>\S.*?)"
    r"(?:\s+(?:to|and|until|till|through)\s+|\s*(?:→|[-=]>|[–—])\s*|(?<=\d)-(?=\d))(?P<last>\S.*)",
    re.IGNORECASE,
)
_CLOSED = pattern(r"[^()\d]{0,20}\)")
_WHEN = pattern(r",? when\b")
_SEMICOLON = pattern(";")
_PAUSE = pattern(r"[,;(]")
_THAN = pattern(r"\bthan\b")
# What the figure behind it is compared with has the date behind that: "5.4%, from 5.7% in 2030".
_OTHERS = pattern(
    r"[^;.]*(?:,? (?:down |up )?from|, after|,? (?:as )?(?:compared (?:with|to)|against)|instead of"
    r"|rather than|versus)\s+$"
)


def periods_of(
    sentence: str, mentions: Sequence[DateMention], numbers: Sequence[Quantity]
) -> list[DateMention | None]:
    """Choose the date that bears on each figure of a sentence.

    Takes the dates and the figures in the order they are printed in. A figure's date is the one
    behind it, before the next figure, else the last one before it, else the first one after it. No
    date reaches back over a semicolon, nor out of its brackets unless it stands there alone behind
    the figure; a date that stands for a comparison bears on what is compared with.
    """
    if not numbers:
        return []
    chooser = _Chooser(sentence, mentions, numbers)
    chosen = [chooser.choose(place) for place in range(len(numbers))]
    for place in range(len(numbers) - 1):
        _part_ends(sentence, numbers, chosen, place)
    return chosen


def _part_ends(
    sentence: str, numbers: Sequence[Quantity], chosen: list[DateMention | None], place: int
) -> None:
    """Give the ends of a span to what changed from one value to another in it.

    "Fell from 30 to 21 between 2019 and 2029", "30 → 21, 2019–2029", "2013 → 2016: 30 → 21"; and
    its last one to what a change led to: "fell by 9 between 2019 and 2029, to 21".
    """
    one, two = numbers[place], numbers[place + 1]
    reached = chosen[place + 1]
    led = _ends(reached) if reached else None
    if reached and led:
        start = max(reached.end, counted_after(sentence, one.end).end)
        apart = one.end < reached.start or sentence.startswith(",", start)
        if apart and _ENDING.fullmatch(sentence, start, max(start, two.start)):
            chosen[place + 1] = led[1]
            return
    joined = _CHANGED.fullmatch(sentence, one.end, two.start)
    if not joined or (joined["to"] and not _FROM.search(sentence, 0, one.start)):
        return
    spans = {chosen[place], chosen[place + 1]} - {None}
    span = spans.pop() if len(spans) == 1 else None
    ends = _ends(span) if span else None
    if ends:
        chosen[place], chosen[place + 1] = ends


def _ends(span: DateMention) -> tuple[DateMention, DateMention] | None:
    """Return both ends of a printed span, each as a date; None for a point or an open end."""
    start, end = span.period.start, span.period.end
    parts = _BOUNDS.match(span.text)
    if not (parts and start and end) or start == end:
        return None
    first, last = parts["first"], parts["last"]
    low, high = span.start + parts.start("first"), span.start + parts.start("last")
    return (
        DateMention(first, low, low + len(first), Period(first, start, start)),
        DateMention(last, high, high + len(last), Period(last, end, end)),
    )


class _Chooser:
    """The dates of one sentence, and which of them a figure has taken already."""

    def __init__(
        self, sentence: str, mentions: Sequence[DateMention], numbers: Sequence[Quantity]
    ) -> None:
        self.sentence = sentence
        self.numbers = numbers
        self.brackets = Brackets(sentence)
        self.semicolons = [at.start() for at in _SEMICOLON.finditer(sentence)]
        bearings = [_bearing_of(sentence, mention) for mention in mentions]
        self.dates = [one for one in bearings if one is not None]
        self.starts = [one.mention.start for one in self.dates]
        self.printed = [mention.start for mention in mentions]
        self.taken: set[int] = set()

    def choose(self, place: int) -> DateMention | None:
        """Return the date of the figure at a place in the sentence."""
        quantity = self.numbers[place]
        for date in self.dates:
            # "fewer than in 2014 (63.2 million)"
            between = self.sentence[date.mention.end : quantity.start]
            if between == " (" and _CLOSED.match(self.sentence, quantity.end):
                return date.mention
        following = self.numbers[place + 1 : place + 2]
        stop = following[0].start if following else len(self.sentence)
        if following and following[0].unit in _SPELLS:
            stop = min(following[0].end + _BEFORE, len(self.sentence))  # "81 three years earlier"
        at = bisect_left(self.starts, quantity.end)
        before = self._before(at, quantity, stop)
        behind = self._behind(at, quantity)
        if behind is not None and not (
            self.starts[behind] >= stop and _OTHERS.match(self.sentence, quantity.end, stop)
        ):
            start = self.starts[behind]
            near = start < stop and not (before and start - quantity.end > _FAR)
            between = self.sentence[quantity.end : start]
            if before and following and start < stop and _NEW_CLAUSE.search(between):
                return before  # "40, by 2008 it had 310"
            if near or (before is None and not self._has_time_of_its_own(quantity, stop)):
                self.taken.add(behind)
                return self.dates[behind].mention
        return before

    def _behind(self, at: int, quantity: Quantity) -> int | None:
        """Return the place of the first date behind a figure that may bear on it."""
        for place in range(at, min(at + _NEAR_DATES, len(self.dates))):
            date = self.dates[place]
            if self._part(date.mention.start) != self._part(quantity.end):
                return None
            if not self._reaches_out(date, quantity) or date.heads:
                continue
            return None if date.compares and date.compares >= quantity.end else place
        return None

    def _before(self, at: int, quantity: Quantity, stop: int) -> DateMention | None:
        """Return the last date before a figure that may bear on it."""
        if self._has_time_of_its_own(quantity, stop):
            return None
        for place in range(at - 1, max(at - _NEAR_DATES, 0) - 1, -1):
            date = self.dates[place]
            if _APART.match(self.sentence, date.mention.end, quantity.start):
                return None
            mention = date.mention
            # "fewer than in 2027, when 4,736 deaths were recorded"
            compares = date.compares and not _WHEN.match(self.sentence, mention.end)
            if mention.end > quantity.start or compares:
                continue
            if not self._reaches_out(date, quantity):
                continue
            opens = mention.start < self.numbers[0].start
            if not opens and self._part(mention.end) != self._part(quantity.start):
                return None
            between = self.sentence[mention.end : quantity.start]
            aside = _DATED_ASIDE.search(self.sentence, 0, mention.end) and _GOES_ON.match(between)
            return None if place in self.taken and (aside or _CLAUSE.search(between)) else mention
        return None

    def _reaches_out(self, date: _Bearing, quantity: Quantity) -> bool:
        """Return whether a date stands in no bracket, in the figure's, or alone in one behind
        it."""
        span = self.brackets.around(date.mention.start)
        if span is None or span[0] < quantity.start < span[1]:
            return True
        alone = self.sentence[span[0] + 1 : span[1]].strip() == date.mention.text
        if not alone or span[0] < quantity.end:
            return False
        counted = counted_after(self.sentence, quantity.end)
        return self.sentence[counted.end : span[0]].isspace()

    def _has_time_of_its_own(self, quantity: Quantity, stop: int) -> bool:
        at = bisect_left(self.printed, quantity.end)
        stop = min(stop, quantity.end + 2 * _FAR, *self.printed[at : at + 1])
        words = self.sentence[quantity.end : stop]
        found = _RELATIVE.search(_PAUSE.split(words, maxsplit=1)[0])
        return found is not None and not _THAN.search(words, 0, found.start())

    def _part(self, at: int) -> int:
        """Return the number of the part between semicolons that an offset lies in."""
        return bisect_left(self.semicolons, at)
