"""A date told by little: an end of a span, or the year of a founding."""

import re

from wp.model import has_month, is_year
from wp.pattern import pattern
from wp.statements import stems, stems_of, terms
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import Context
from wp.verify.claims.countables import Known, topic_of
from wp.verify.claims.dated_facts import FEWEST, SUPPORTS, TIMES, JudgedDate, contradicted, is_slip
from wp.verify.claims.others import OURS
from wp.verify.claims.reported import Dated, Report

_SHORT = 32  # characters of the words that a year stands with
_CENTURY = 100
FEW = 8  # words of a fact that tells little but a year
# Where a time begins and ends.
_BEGINS = pattern(
    r"\b(?:back (?:to|as far as)|begin\w*|began|start\w*|opens?|older than|since|oldest"
    r"|earliest|first)\b[^,;]*$", re.IGNORECASE,
)  # fmt: skip
_ENDS = pattern(
    r"\b(?:until|till|up to|only to|as far as|end(?:s|ed|ing)?|stop\w*|closes?|br(?:eaks?|oke) off"
    r"|younger than|newest|latest|youngest)\b[^,;]*$", re.IGNORECASE,
)  # fmt: skip
_UP_TO = pattern(r"(?:up to|until|till|through) ")
_CLOSED = pattern(r"\b(?:end(?:s|ed)|stops?|stopped|clos(?:es|ed)|br(?:eaks?|oke) off)\b[^,;]*$")
_BEGUN = pattern(r"\b(?:begins|began|begun|starts|started|opens|opened)\b[^,;]*$")
_OF_A_COUNT = (
    "books window file case count tally list record reckoning texts issued made written adopted"
    " left include exclude cover"
)
# "Texts from before June 2012 were left out of the review"
_LEFT_OUT = pattern(
    r"\b(?:left (?:out|aside|untouched)|exclud\w+|(?:not|never) (?:covered|reviewed|included"
    r"|examined|considered))\b"
)
REACHING = (
    "back far go went gone reach extend stretch cover run oldest newest earliest latest begin "
    "start break broke count tally open close"
)
_SPANNED = pattern(
    r"\b(?:between|from|to|until|till|through|start\w*|beg[aiu]n\w*|opens|reach\w*|old(?:er|est)|earliest)\b",
    re.IGNORECASE,
)
_OF = pattern(r"\b(?:of|for|by|in) (?:the |its )?$")
_IT_WAS = pattern(r"\bit (?:is|was|had been) \w+ (?:\w+ )?$")
_CENTENARY = "(?:centenary|centennial|100th anniversary)"


def by_ends(date: Dated, report: Report, index: ClaimIndex, context: Context) -> JudgedDate | None:
    """Judge a span, two dates that are one ("the oldest from October 1949, the latest from June
    2012"), or a date that is said to be where one begins or ends.

    The text must be about the topic, or most words be the fact's. A span with one end of the
    source's, by its month, and another end is wrong.
    """
    ends = _span_of(date, report)
    beginning, ending = (
        form.search(report.sentence, max(date.start - 2 * _SHORT, 0), date.start) is not None
        for form in (_BEGINS, _ENDS)
    )
    ending = ending or _UP_TO.match(report.sentence, date.start) is not None
    closed = ends is None and _CLOSED.search(report.sentence, 0, date.start) is not None
    begun = ends is None and _BEGUN.search(report.sentence, 0, date.start) is not None
    if ends is None and not (beginning or ending or closed):
        return None
    words = report.words - index.naming - stems_of(f"{TIMES} {REACHING}")
    topics = {*map(topic_of, context.facts)}
    point = date.period.start or date.period.end or ""
    wrong, goes_on = None, False
    for known in index.facts:
        for one in known.periods:
            stated = one.start or "", one.end or ""
            if stated[0] == stated[1] or not all(stated):
                continue
            if ends is None:
                agreeing = [beginning and point == stated[0], ending and point == stated[1]]
                agrees = any(agreeing) and has_month(point)
            else:
                agreeing = [two.startswith(one) for one, two in zip(ends, stated, strict=True)]
                agrees = all(agreeing)
            other = closed and point != stated[1] and is_slip(date.period, stated[1])
            other = other or (
                begun and is_year(point) and is_year(stated[0]) and point != stated[0]
            )
            if other and _is_of_its_time(stems(report.sentence[: date.start]), known, context):
                wrong = wrong or known
            if not any(agreeing):
                continue
            told = index.total((words | context.words) & known.words - index.naming)
            if topic_of(known.id) not in topics and told <= index.total(words - known.words):
                continue
            if agrees:
                return JudgedDate("supported", known)
            if ends and has_month(ends[agreeing.index(True)]):
                about = topic_of(known.id) in topics
                wrong = known if about and not goes_on else wrong or known
                goes_on = goes_on or about
    if wrong and not report.strange_names(0, date.start, wrong.words | index.naming):
        return contradicted(date.text, wrong, date.period)
    return None


def _is_of_its_time(words: frozenset[str], known: Known, context: Context) -> bool:
    """Return whether words tell of the time of a fact, and of nothing else: "the books on these
    cases were closed in"."""
    if topic_of(known.id) not in map(topic_of, context.facts):
        return False
    plain = stems_of(f"{TIMES} {REACHING} {_OF_A_COUNT}")
    about = known.id in context.facts or bool(words & known.own)
    # "accountability", of those that were held accountable
    own = {part for word in known.words for part in word.split()}
    return about and words - plain <= known.words | own


def left_out(date: Dated, report: Report, index: ClaimIndex, context: Context) -> JudgedDate | None:
    """Judge a date before or after which all is said to be left out: wrong where that is the very
    time of a fact that the text is about ("texts from before June 2012", of a review of those from
    October 1949 to June 2012)."""
    start, end = date.period.start, date.period.end
    if (start and end) or not _LEFT_OUT.search(report.sentence):
        return None
    for known in index.facts:
        if (
            known.own & report.words
            and any((one.start or end) and one.start != one.end
                    and (one.end == end if end else one.start == start) for one in known.periods)
            and _is_of_its_time(report.words, known, context)
        ):  # fmt: skip
            return contradicted(date.text, known, date.period)
    return None


def _span_of(date: Dated, report: Report) -> tuple[str, str] | None:
    """Return the ends of a span, or of the one that two dates of a sentence give; else None."""
    start, end = date.period.start or "", date.period.end or ""
    if start and end and start != end:
        return start, end
    points = [one.period.start or one.period.end or "" for one in report.dates]
    if len(points) != len(("from", "to")) or not _SPANNED.search(report.sentence):
        return None
    return (points[0], points[1]) if points[0] < points[1] else (points[1], points[0])


def _may_be_its(known: Known, report: Report, index: ClaimIndex, context: Context) -> bool:
    """Return whether a sentence about a centenary may tell of what was founded then: it names
    nothing else of which the topic tells that, and goes on about the topic or has a word of it."""
    if OURS.search(report.sentence):
        return False  # "Our school, too, will celebrate a centenary in 2049"
    topic = topic_of(known.id)
    others = frozenset[str]().union(
        *(
            one.own
            for one in index.facts
            if one.periods and topic_of(one.id) == topic and len(one.own) <= FEW
        )
    )
    named = report.words & others
    if named and not named & known.own:
        return False
    near = report.words & (index.around(known.fact) | known.own)
    return bool(near) or topic in map(topic_of, context.facts)


def by_the_word_before(
    date: Dated, report: Report, index: ClaimIndex, context: Context
) -> JudgedDate | None:
    """Judge a date by the words right before it ("the Party, founded in 1921"), or as that of a
    centenary that the source tells ("the goals are due in 2021").

    Another year is wrong where the last two words are those of a fact that tells little but a year:
    "the Party was founded in 1912".
    """
    near = stems(report.sentence[max(date.start - _SHORT, 0) : date.start]) - index.naming
    near -= stems_of("month")
    told_before = terms(report.sentence[: date.start])
    # "the Party was founded in", "the Party's jubilee is near, since it was founded in"
    it = _IT_WAS.search(report.sentence, 0, date.start)
    # "the newspaper of the Party was founded in", but "the jubilee of the Party, founded in"
    named = told_before[-2].start if len(told_before) > 1 else date.start
    of_it = _OF.search(report.sentence, 0, named) and "," not in report.sentence[named : date.start]
    last = {one.stem for one in (told_before[-1:] + told_before[:1] if it else told_before[-2:])}
    ends = {date.period.start, date.period.end}
    # "four years from the speech of March 2013 to the one in Geneva"
    lapse = any(one.quantity.unit in ("years", "months") for one in report.figures)
    whole = len(report.sentence)
    others = []
    for known in index.facts:
        points = [one.start or "" for one in known.periods if one.start == one.end]
        years = [one for one in points if one.isdecimal()]
        told = index.total(near & known.own)
        placed = lapse or not report.strange_names(0, whole, known.own | index.naming)
        if (
            ends & {*(points if placed else years)}
            and told
            and told >= SUPPORTS * index.total(near)
        ):
            return JudgedDate("supported", known)
        for year in years:
            jubilee = str(int(year) + _CENTURY) in ends
            if (
                jubilee
                and _may_be_its(known, report, index, context)
                and index.tells(rf"(?i)\b{_CENTENARY}\b[^.;]*\b{year}\b")
            ):
                return JudgedDate("supported", known)
        short = years and len(known.own) <= FEW and len(last - index.naming) >= FEWEST
        if short and last <= known.own:
            if ends & {*years}:
                return JudgedDate("supported", known)
            others.append(known)
    point = date.period.start == date.period.end and is_year(date.period.start)
    if of_it or not (point and len(others) == len(report.dates) == 1):
        return None
    strange = report.strange_names(0, whole, others[0].words | index.naming)
    return None if strange else contradicted(date.text, others[0], date.period)
