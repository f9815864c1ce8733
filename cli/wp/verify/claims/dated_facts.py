"""The fact that a date, or an ordinal in a name that tells occasions apart, is held against.

It is found by its words. "Sixth Plenary Session" and "18th Congress" tell occasions apart.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from operator import itemgetter
from typing import NamedTuple

from wp.model import Period, has_day, has_month
from wp.pattern import pattern
from wp.quantities.read import number_values
from wp.statements import stems, stems_of
from wp.statements.agreement import Agreement, shares_end
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import POINTS_BACK, Context
from wp.verify.claims.countables import Known, topic_of
from wp.verify.claims.reported import Report
from wp.verify.verdict import ClaimVerdict

# Shares of the weight of the words: of the sentence's that the fact has, of the fact's that the
# sentence has.
SUPPORTS = 0.5
_CONTRADICTS = 0.6
_NAMED = 0.2
_SLIPPED = 0.3
# A fact that fits nearly as well and agrees takes the doubt away.
_NEARLY = 0.7
_BEFORE = 0.5
FEWEST = 2
_TELLING = 3
Occasion = tuple[int | float, frozenset[str]]
_ORDINAL = pattern(
    r"\b(\d{1,3}(?:st|nd|rd|th)|(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|tenth|eleventh|twelfth))\s+((?:[^\W\d_][\w-]*\s+){0,2}"
    r"(?i:session|plenum|congress|conference|summit|committee|parliament|assembly|meeting))\b"
)
# What is once, and what is said of whatever there is
_EVENTS = (
    "survey poll operation speech keynote summit meeting conference review referendum election"
)
_HAPPENED = "carry out make conduct place run hold take place happen occur date be set up"
TIMES = "begin end start date period year"


class JudgedDate(NamedTuple):
    """A verdict on one date, the fact of the base that decided it, and why."""

    verdict: ClaimVerdict
    known: Known | None = None
    reason: str = ""


class _Fit(NamedTuple):
    """A fact with a date, and how well words fit it: `told` is the share of theirs that it has,
    `share` counts what the text is about more, `dense` how much of it is said."""

    share: float
    dense: float
    told: float
    known: Known


def held_against(
    text: str,
    words: frozenset[str],
    agreement: Callable[[Known], Agreement],
    index: ClaimIndex,
    context: Context,
    period: Period | None = None,
) -> JudgedDate:
    """Hold a date, or what else tells occasions apart, against the facts that fit its words.

    `agreement` compares it with a fact; `period` is the date, None for what is none.
    """
    fits, nearest = _fits(words, index, context, dated=period is not None)
    for one in fits:
        if one.share < SUPPORTS:
            break
        if agreement(one.known) == "agrees":
            if one.told < _NEARLY * nearest:
                break
            return JudgedDate("supported", one.known)
    telling = words - index.naming - stems_of(TIMES)
    if period and (known := _with_both_ends(period, telling, fits)):
        return JudgedDate("supported", known)
    # one word that a document has too leads to no date of it
    sure = [
        one
        for one in fits
        if not one.known.fact.draft
        or one.known.id in context.facts
        or len(one.known.own & telling) >= FEWEST
    ]
    known = None
    if period:
        known = _with_its_end(period, fits, sure, agreement, context)
        known = known or _slipped(period, telling, fits, sure, agreement, index)
        known = known or _told_alone(words, agreement, index, context)
    known = known or _best_other(period, words, sure, agreement, index, context)
    return contradicted(text, known, period) if known else undated(text)


def _with_both_ends(period: Period, telling: frozenset[str], fits: Sequence[_Fit]) -> Known | None:
    """Return the fact of two of the words that has the very span, where it begins and ends in a
    month or on a day: two months at once are no chance."""
    if period.start == period.end or not (has_month(period.start) and has_month(period.end)):
        return None
    for _, _, _, known in fits:
        spans = [(one.start, one.end) for one in known.periods]
        if (period.start, period.end) in spans and len(known.own & telling) >= FEWEST:
            return known
    return None


def _fits(
    words: frozenset[str], index: ClaimIndex, context: Context, dated: bool
) -> tuple[list[_Fit], float]:
    """Return the facts that words fit, the best first, and how much the nearest one tells.

    A date is held against all that share a word with it or that the text is about; what is no date
    only against what may support it.
    """
    whole = index.total(words) or 1.0
    near, least = index.facts, SUPPORTS
    if dated:
        beside = (known for known in index.facts if known.id in context.facts)
        near, least = [*index.dated(words | context.words), *beside], 0.0
    found, nearest = {}, 0.0
    topics = {*map(topic_of, context.facts)}
    for known in near:
        own = told = 0.0
        if shared := known.words & words:
            # "he enlarged on it", of what the source expands
            goes_on = dated and topic_of(known.id) in topics
            others = words - shared if goes_on else ()
            kin = [word for word in others if index.is_kin(word, known.own)]
            own = index.total((*(known.own & shared), *kin))
            shared |= {*kin}
            told = (own + _BEFORE * (index.total(shared) - own)) / whole
            nearest = max(nearest, told)
        share = told + _BEFORE * (known.id in context.facts)
        if share >= least:
            found[known.id] = _Fit(share, own / max(len(known.own), 1), told, known)
    return sorted(found.values(), key=itemgetter(0, 1), reverse=True), nearest


def _with_its_end(
    period: Period,
    fits: Sequence[_Fit],
    sure: Sequence[_Fit],
    agreement: Callable[[Known], Agreement],
    context: Context,
) -> Known | None:
    """Return the fact of whose span a date has one end, and not the other: "from October 1949 to
    June 2002". The very span may be told of something else."""
    if any(agreement(one.known) == "agrees" for one in fits):
        return None
    topics = {topic_of(fact) for fact in context.facts}
    for one in sure:
        near = topic_of(one.known.id) in topics or one.told >= SUPPORTS
        if near and shares_end(period, one.known.periods) and agreement(one.known) == "conflicts":
            return one.known
    return None


def _slipped(
    period: Period,
    telling: frozenset[str],
    fits: Sequence[_Fit],
    sure: Sequence[_Fit],
    agreement: Callable[[Known], Agreement],
    index: ClaimIndex,
) -> Known | None:
    """Return the fact of whose date this is another day, month or year: "4 June" for 14 June."""
    full = has_day(period.start)
    for _, _, _, known in fits:
        enough = len(telling & known.own) >= (1 if full else FEWEST)
        slip = enough and any(is_slip(period, one.start) for one in known.periods)
        slip = slip and agreement(known) == "conflicts"
        if slip and index.share(telling, known.own) >= _SLIPPED:
            return known
    return None


def _told_alone(
    words: frozenset[str],
    agreement: Callable[[Known], Agreement],
    index: ClaimIndex,
    context: Context,
) -> Known | None:
    """Return the curated fact of another date of whose topic alone an event is of which nothing
    else is told: "the survey is of 2014". What the text is about needs no other topic to be told
    from."""
    telling = words - stems_of(f"{TIMES} {_HAPPENED}")
    events = telling & stems_of(_EVENTS)
    having = [one for one in index.facts if events and events <= one.own and telling <= one.words]
    having = [one for one in having if one.id in context.facts] or having
    topics = {topic_of(one.id) for one in having}
    if len(topics) != 1 or any(agreement(one) != "conflicts" for one in having):
        return None
    return None if having[0].fact.draft else having[0]


def _best_other(
    period: Period | None,
    words: frozenset[str],
    sure: Sequence[_Fit],
    agreement: Callable[[Known], Agreement],
    index: ClaimIndex,
    context: Context,
) -> Known | None:
    """Return the fact that fits best, if it has another date."""
    for share, _, _, known in sure:
        # "for 2017 and 2018" has the first and the last year of a span
        end = (
            period
            and period.start == period.end
            and any(period.start in (one.start, one.end) for one in known.periods)
        )
        if share < sure[0].share or end or agreement(known) != "conflicts":
            return None
        quote = stems(known.fact.quote) & known.own
        told = index.total(quote & words) >= _NAMED * index.total(quote)
        told = told or len(quote & words) >= _TELLING
        goes_on = period is None and known.id in context.facts
        told = told or (goes_on and share >= _CONTRADICTS + _BEFORE)
        if told and share >= _CONTRADICTS:
            return known
    return None


def is_slip(period: Period, point: str | None) -> bool:
    """Return whether a date is another one but for its day, its month or its year: "4 June 2032"
    of what was on 14 June."""
    ours, theirs = (period.start or "").split("-"), (point or "").split("-")
    if period.end not in (None, period.start) or len(ours) < len(("2032", "06")):
        return False
    near = sum(one != two for one, two in zip(ours, theirs, strict=False)) == 1
    return near and len(theirs) >= len(ours)


def contradicted(text: str, known: Known, period: Period | None) -> JudgedDate:
    printed = ", ".join(one.text for one in known.periods)
    why = f"the source has {printed}" if period else "the source has another"
    return JudgedDate("contradicted", known, f"{text}: {why}")


def undated(text: str) -> JudgedDate:
    return JudgedDate("unsupported", None, f"{text}: the base has no date of this")


def occasions(text: str) -> Iterator[tuple[re.Match[str], Occasion]]:
    """Find the occasions that a text names by an ordinal."""
    for found in _ORDINAL.finditer(text):
        values = number_values(found[1])
        if values:
            yield found, (next(iter(values)), stems(found[2]))


def judge_occasions(
    report: Report, index: ClaimIndex, context: Context, supporting: Sequence[Known]
) -> Iterator[tuple[int, str, JudgedDate]]:
    """Yield place, print and verdict of each occasion that the source names by another ordinal.

    `supporting` are the facts that support the figures of the sentence: they name it as well.
    """
    for found, occasion in occasions(report.sentence):
        compared = {_compare(occasion, known): known for known in supporting}
        if "conflicts" in compared and "agrees" not in compared:
            reason = f"{found[0]}: the source has another"
            held = JudgedDate("contradicted", compared["conflicts"], reason)
            yield found.start(), found[0], held
            continue
        words = report.words - stems(found[0])
        back = None if supporting else _told_before(found[0], report, occasion, index, context)
        held = back or held_against(found[0], words, partial(_compare, occasion), index, context)
        if held.verdict != "unsupported":
            yield found.start(), found[0], held


def _told_before(
    text: str, report: Report, occasion: Occasion, index: ClaimIndex, context: Context
) -> JudgedDate | None:
    """Hold an occasion against what the topics that a sentence points back to tell in its words:
    "the Party put them forth at its 19th Congress"."""
    if not (context.facts and POINTS_BACK.search(report.sentence)):
        return None
    topics = set(map(topic_of, context.facts))
    telling = report.words - stems(text) - index.naming
    for known in index.facts:
        if topic_of(known.id) in topics and len(telling & known.own) >= FEWEST:
            compared = _compare(occasion, known)
            if compared != "open" and telling <= known.words:
                wrong = compared == "conflicts"
                return contradicted(text, known, None) if wrong else JudgedDate("supported", known)
    return None


@lru_cache(maxsize=4096)
def _told(text: str) -> tuple[Occasion, ...]:
    return tuple(occasion for _, occasion in occasions(text))


def _compare(occasion: Occasion, known: Known) -> Agreement:
    value, name = occasion
    told = _told(f"{known.fact.context} {known.fact.quote}")
    same = {other for other, its_name in told if name & its_name}
    if not same:
        return "open"
    return "agrees" if value in same else "conflicts"
