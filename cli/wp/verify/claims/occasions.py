"""A reported date that bears on no figure, held against what the bases date."""

import re
from collections.abc import Callable, Iterable, Sequence

from wp.english import MONTHS
from wp.model import UNKNOWN_DATE, Document, Period, has_month
from wp.pattern import pattern
from wp.statements import stems, stems_of, terms
from wp.statements.agreement import Agreement, Day, compare_all, days_of, shares_end
from wp.statements.clauses import stretches
from wp.statements.roles import directions
from wp.text import Span, find_printed
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import Context
from wp.verify.claims.countables import Known, topic_of
from wp.verify.claims.date_ends import FEW, by_ends, by_the_word_before, left_out
from wp.verify.claims.dated_facts import (
    FEWEST,
    TIMES,
    JudgedDate,
    held_against,
    undated,
)
from wp.verify.claims.reported import Dated, Report
from wp.verify.verdict import ClaimVerdict
from wp.words.names import lands

_TITLED = 0.45  # of the weight of a title's words
# Words for the document, or that may stand for it.
_IT = pattern(
    r"\b(?:it|its|this|paper|report|document|bulletin|statement|act|law|decision|edition)\b", re.I
)
_PUBLISHED = "published publication publishes issued released release appeared out"
_CONSULTED = "accessed retrieved consulted"
_PLACES = (
    f"{_CONSULTED} section sect sec paragraph para par page pages pp chapter ch vol no edition ed"
    " available online white at from http https www html htm com org gov english"
    " I II III IV VI VII VIII IX XI XII"
)
# When a plan was made is not what its title says: "the 2017-2018 Action Plan was adopted in 2016".
_MADE = (
    "adopted agreed announced approved concluded drafted endorsed introduced issued launched "
    "passed promulgated published released signed"
)
# An entry of a list of references: "[2] J. Lee, …, vol. 12, no. 3, pp. 36-48"; "doi: 10.1109/5"
_ENTRY = pattern(
    r"^\s*\[\d{1,3}\]\s.*(?:\bpp?\. ?\d|\bvol\. ?\d|\bno\. ?\d|https?://|\[Online\])"
    r"|^\s*\[\d{1,3}\]\s.*,\s(?:[A-Z][a-z]{2,8}\.?\s)?(?:\d{1,2},\s)?(?:19|20)\d\d\.?\s*$"
    r"|\bdoi: ?10\.\d"
)
# "[1] State Council", "[1, Sec. VI]", and the day an address was opened: "2017[2026-01-28]"
_MARKS = pattern(
    r"^\s*\[(?P<entry>\d{1,3})\]\s|\[(?P<number>\d{1,3}), (?:[Ss]ec|[Cc]h|[Aa]rt|[Pp]ara|pp?)"
    r"|(?<=\d)\[(?P<day>\d{4}-\d\d-\d\d)\]"
)
_BODY = pattern(
    r"\b(?:Ministry|Bureau|Office|Court|University|Institute|Agency|Department|Academy|Association)"
    r" (?:of|for) (?:the )?[A-Z]\w+(?: (?:and |of )?[A-Z]\w+)*"
)
# "the adoption of the 2018-2019 G20 Plan": the years are a part of its name
_IN_NAME = pattern(r" [A-Z]")
_PLACED = pattern(
    rf"\b(?:at|in) (?:the |an? )?(?!(?:{'|'.join(MONTHS)})\b)((?:[A-Z][\w’'-]+)"
    r"(?: (?:(?:of|for|des) )?[A-Z][\w’'-]+)*)"
)
_GOES_ON = pattern(
    r"\b(?:it|they) (?:\w+ )?(?:was|were|had|has|have|did|came|began|took)\b", re.IGNORECASE
)
_OTHER = pattern(r"\b[Aa]nother\b")
_DOCUMENT = "document paper report white bulletin statement office"


def judge_date(date: Dated, report: Report, index: ClaimIndex, context: Context) -> JudgedDate:
    """Judge a date that stands by no figure, by the words of its own clause."""
    for document in index.documents:
        published = _publication(date, report, document)
        if published:
            return published

    if outside := left_out(date, report, index, context):
        return outside
    others = [other.period for other in report.dates if other is not date]

    def agreement(known: Known) -> Agreement:
        if any(_are_ends(date.period, other, known.periods) for other in others):
            return "agrees"
        return compare_all(date.period, known.periods)

    start, end = _clause_of(date, report)
    said = stems(report.sentence[start:end])
    words = _words_in(report, start, end)
    told_by = words if len(words) >= FEWEST else report.words
    in_name = _IN_NAME.match(report.sentence, date.end)
    if (in_name or not said & stems_of(_MADE)) and (
        titled := _titled(date, told_by, others, index)
    ):
        return titled
    held = held_against(date.text, told_by, agreement, index, context, date.period)
    if not held.known:
        return (
            by_ends(date, report, index, context)
            or by_the_word_before(date, report, index, context)
            or held
        )
    if held.verdict == "supported" and _is_of_another(held.known, told_by, report, context):
        return undated(date.text)
    # a month's neighbours are in other places
    month = has_month(date.period.start) and held.verdict == "supported"
    known = held.known.own if month else held.known.words
    names = report.strange_names(start, end, known | index.naming)
    if held.verdict == "contradicted":
        return _of_another_date(
            date,
            report,
            held,
            held.known,
            bool(names or _OTHER.search(report.sentence)),
            index,
            context,
        )
    return _of_another_place(date, report, held, held.known, names, agreement, index, context)


def _is_of_another(known: Known, words: frozenset[str], report: Report, context: Context) -> bool:
    """Return whether "it was set up in 2015" goes on about other facts than the one of that date,
    which a single word led to."""
    topics = {topic_of(fact) for fact in context.facts}
    return (
        bool(topics)
        and topic_of(known.id) not in topics
        and len(words & known.own) < FEWEST
        and _GOES_ON.search(report.sentence) is not None
    )


def _of_another_date(
    date: Dated,
    report: Report,
    held: JudgedDate,
    known: Known,
    named: bool,
    index: ClaimIndex,
    context: Context,
) -> JudgedDate:
    """Judge a date that is held against another one of the source, which need not be meant.

    `named` tells that the sentence names somebody or something else.
    """
    told = by_ends(date, report, index, context) or by_the_word_before(date, report, index, context)
    if told and told.verdict == "supported":
        return told
    others = (other.period for other in report.dates if other is not date)
    if any(compare_all(other, known.periods) == "agrees" for other in others):
        return undated(date.text)  # its time is the other date
    if shares_end(date.period, known.periods):
        return held
    vague = len(report.dates) > 1  # "for 2017 and 2018"
    if date.period.end and any(
        not one.start and date.period.end < (one.end or "") for one in known.periods
    ):
        return undated(date.text)  # "treaties were signed in 2009": they were by 2016
    # "the Bureau of Statistics was set up in 1952": of what happened to it nothing is told
    said = {one.stem for one in terms(report.sentence) if report.sentence[one.start].islower()}
    of_it = (said & known.words) - stems_of(f"{TIMES} founded")
    vague = vague or not (of_it or len(known.own) <= FEW)
    strange = named or index.strangers(report.sentence, known)  # "France had signed"
    return (told or undated(date.text)) if vague or strange else held


def _of_another_place(
    date: Dated,
    report: Report,
    held: JudgedDate,
    known: Known,
    names: dict[str, bool],
    agreement: Callable[[Known], Agreement],
    index: ClaimIndex,
    context: Context,
) -> JudgedDate:
    """Judge a date that the source has, of what a sentence may tell of another place or body, or
    the other way round. `names` are those that the fact lacks, and whether each is of a place."""
    if _moved_otherwise(report, known):
        reason = f"{date.text}: the source has it the other way"
        return JudgedDate("contradicted", known, reason)
    start, end = _clause_of(date, report)
    if _is_another_bodys(report.sentence[start:end], known, index):
        return undated(date.text)
    places = (stems(found[1]) for found in _PLACED.finditer(report.sentence))
    if any(one & known.own for one in places) or not any(names.values()):
        return held
    told = by_the_word_before(date, report, index, context)
    if told and told.verdict == "supported":
        return told  # "four years from the speech of March 2013 to the one in Geneva"
    # "In March 2013 in Geneva": the source tells of Geneva at another time.
    for other in index.facts:
        same = other.fact.topic == known.fact.topic and other.own & names.keys()
        if same and agreement(other) == "conflicts":
            reason = f"{date.text}: the source has “{other.periods[0].text}” for that place"
            return JudgedDate("contradicted", other, reason)
    return _elsewhere(date, report, known, frozenset(names)) or undated(date.text)


def _elsewhere(
    date: Dated, report: Report, known: Known, names: frozenset[str]
) -> JudgedDate | None:
    """Judge a month or day of what the source places, where a sentence places it elsewhere: "in
    March 2013 in Vienna", which was in Moscow."""
    place = _PLACED.search(known.fact.quote)
    ours = _PLACED.search(report.sentence)
    if not (has_month(date.period.start) and place and ours and stems(ours[1]) & names):
        return None
    if lands(place[1]) & lands(ours[1]):
        return JudgedDate("supported", known)  # "in Russia" of what was in Moscow
    same = {one.stem for one in terms(report.sentence) if report.sentence[one.start].islower()}
    if len(same & known.own) < FEWEST:
        return None  # another speech in another town
    reason = f"{date.text}: the source has “{place[0]}”"
    return JudgedDate("contradicted", known, reason)


def _is_another_bodys(clause: str, known: Known, index: ClaimIndex) -> bool:
    """Return whether a clause names a body that neither the fact nor what stands around it does."""
    near = known.words | index.naming | index.around(known.fact)
    return any(stems(found[0]) - near for found in _BODY.finditer(clause))


def _moved_otherwise(report: Report, known: Known) -> bool:
    """Return whether a sentence without figures says that something fell which the fact says rose,
    or the other way round."""
    ours, theirs = directions(report.sentence), directions(known.fact.quote)
    return not report.figures and len(ours) == len(theirs) == 1 and ours != theirs


def goes_along(
    date: Dated, report: Report, index: ClaimIndex, told_of: Sequence[Known]
) -> JudgedDate | None:
    """Judge a date by what the rest of a sentence is about: "from September 2015 to the Geneva
    speech of January 2017", "since 2014 (to August 2017)".

    It is supported where it is an end of the time of a fact that supports the rest, or the very
    time of another of its topic, and nothing else is told of it.
    """
    start, end = _clause_of(date, report)
    said = _words_in(report, start, end).difference(*(known.words for known in told_of))
    ends = (date.period.start, date.period.end)
    for known in told_of:
        if any(date.period.start == date.period.end and ends[0] in (one.start, one.end)
               for one in known.periods):  # fmt: skip
            return JudgedDate("supported", known)
    topics = {(one.fact.document, topic_of(one.id)) for one in told_of}
    for known in index.facts:
        same = any((one.start, one.end) == ends for one in known.periods)
        if same and (known.fact.document, topic_of(known.id)) in topics and said <= known.words:
            return JudgedDate("supported", known)
    return None


def _words_in(report: Report, start: int, end: int) -> frozenset[str]:
    """Return the telling words of a stretch, those of dates left out."""
    return frozenset(
        term.stem
        for term in terms(report.sentence[start:end])
        if term.stem in report.words
        and not any(one.start <= start + term.start < one.end for one in report.dates)
    )


def _are_ends(one: Period, two: Period, stated: Iterable[Period]) -> bool:
    """Return whether two dates of a sentence are the ends of a stated span: "for 2017 and 2018"."""
    ends = {one.start, two.start} if one.start == one.end and two.start == two.end else set()
    return any({span.start, span.end} == ends for span in stated)


def _titled(
    date: Dated, words: frozenset[str], others: Sequence[Period], index: ClaimIndex
) -> JudgedDate | None:
    """Judge a date by a title that the source quotes: the years of the "2017-2018 Action Plan"."""
    for known in index.facts:
        for telling, times in known.titles:
            held = telling & words
            if len(held) < FEWEST or index.total(held) < _TITLED * index.total(telling):
                continue
            ends = any(_are_ends(date.period, other, times) for other in others)
            agreement = "agrees" if ends else compare_all(date.period, times)
            if agreement == "agrees":
                return JudgedDate("supported", known)
            # "the 2018-2019 Plan" of what is the 2017-2018 one
            spans = date.period.start != date.period.end and any(
                one.start != one.end for one in times
            )
            if agreement == "conflicts" or spans:
                printed = ", ".join(f"“{period.text}”" for period in times)
                return JudgedDate("contradicted", known, f"{date.text}: the source has {printed}")
    return None


def judge_day(
    text: str, days: tuple[Day, ...], report: Report, index: ClaimIndex, context: Context
) -> JudgedDate:
    """Judge a date that prints no year, by day and month alone: "on 3 July"."""
    if days in [_days_of_iso(document.published) for document in index.documents]:
        return JudgedDate("supported")  # the line of a report that tells of it

    def agreement(known: Known) -> Agreement:
        stated = days_of(f"{known.fact.quote} {known.fact.context}")
        if not stated:
            return "open"
        return "agrees" if stated.issuperset(days) else "conflicts"

    return held_against(text, report.words, agreement, index, context)


def _days_of_iso(date: str) -> tuple[Day, ...]:
    """Return month and day of an ISO date that has them."""
    parts = date.split("-")
    return ((int(parts[1]), int(parts[2])),) if len(parts) == 3 else ()


def _clause_of(date: Dated, report: Report) -> Span:
    """Return the span of the clause that a date stands in."""
    spans = [(one.start, one.end, one.end) for one in report.dates]
    return stretches(report.sentence, spans)[report.dates.index(date)]


def is_reference(report: Report, index: ClaimIndex, quoted: str = "") -> bool:
    """Return whether a sentence only says where the document stands: publisher, title, place, date.

    A reference with another date than the document's is none: the date is what it claims. The day
    on which it was consulted may be any, and an entry may be another work's: its title may be
    among what the sentence has in quotation marks, `quoted`.
    """
    ours = any(one.title in f"{quoted} {report.sentence}" for one in index.documents)
    if not ours and _ENTRY.search(report.sentence):
        return True
    if report.unread or report.words - stems_of(_PLACES) - index.titles:
        return False
    # "Census of Agriculture 2033" is a name.
    titles = [one.title for one in index.documents]
    titles += [one.title for document in index.documents for one in document.contents]
    found = [(find_printed(title, report.sentence), len(title)) for title in titles]
    named = {place for at, length in found if at >= 0 for place in range(at, at + length)}
    marks = [match.start(match.lastgroup or 0) for match in _MARKS.finditer(report.sentence)]
    if any(one.quantity.start not in (*named, *marks) for one in report.figures):
        return False
    published = tuple(Period("", one.published, one.published) for one in index.documents)
    consulted = [one.start for one in terms(report.sentence) if one.stem in stems_of(_CONSULTED)]
    return all(
        date.start > min(consulted, default=date.start)
        or compare_all(date.period, published) == "agrees"
        or date.start in (*named, *marks)
        for date in report.dates
    )


def _publication(date: Dated, report: Report, document: Document) -> JudgedDate | None:
    """Judge the date on which the document itself came out; None where that is not known."""
    words = report.words
    if not words & stems_of(_PUBLISHED) or document.published == UNKNOWN_DATE:
        return None
    naming = stems_of(_DOCUMENT) | stems(document.title, document.publisher)
    if words - stems_of(_PUBLISHED) - naming:
        return None
    published = Period(document.published, document.published, document.published)
    agreement = compare_all(date.period, (published,))
    if agreement == "agrees":
        return JudgedDate("supported")
    if not (words & naming or _IT.search(report.sentence)):
        return None  # "Released 14 August": of what is not said
    verdict: ClaimVerdict = "unsupported" if agreement == "open" else "contradicted"
    return JudgedDate(verdict, None, f"{date.text}: published {document.published}")
