"""Years that lie between dates: reported ("almost four years later", "a span of nearly 63 years"),
or counted to date a figure ("ten years earlier")."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from wp.model import UNKNOWN_DATE, Period, has_month, is_year
from wp.pattern import pattern
from wp.quantities.model import DateMention, bound
from wp.quantities.read import number_values
from wp.statements import stems_of
from wp.statements.agreement import compare_all
from wp.statements.read import read_statement
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import Context
from wp.verify.claims.countables import Known, agrees, is_beyond, topic_of
from wp.verify.claims.operands import told_beside
from wp.verify.claims.reported import Dated, Mention, Report
from wp.words.names import letters_of

_PUBLISHED = pattern(
    r"\b(?:publish\w*|publication|issued|released?|c[ao]me out|appear\w*)\b", re.IGNORECASE
)
_LASTS = pattern(r"\b(?:span|cover|stretch|last|reach)\w*\b", re.IGNORECASE)
_APART = pattern(r"\b(?:older|younger|later|earlier|apart)\b", re.IGNORECASE)
_PASSED = pattern(
    r"\b(?:took|takes|passed|went by|elapsed|between|after|before|later|earlier|follow\w*|apart"
    r"|separat\w*|older|younger|lie|lies|lay)\b",
    re.IGNORECASE,
)
_IN = pattern(r"\b(?:in|over|within|during)\s$", re.IGNORECASE)
# Before how long something took.
_LASTING = pattern(
    r"\b(?:in|over|within|during|took|takes?|lasted|spans?|course of)\b[^,;.]{0,20}$", re.IGNORECASE
)
_JUBILEE = pattern(
    r"\b(?:old|exist\w*|around|birthday|anniversar\w*|jubilee|celebrat\w*|commemorat\w*|marked"
    r"|turn(?:s|ed)|founding)\b"
)
# "When the UN turned seventy"
_TURNED = pattern(r"\bturn(?:s|ed|ing) $")
_SUBJECT = pattern(r"(?P<whose>[^,;]*) turn(?:s|ed|ing) ")
_FOUNDED = pattern(r"\bfounding of (?:the )?(?P<what>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)")
_NAMED = 0.5
_UNITS = {"years": 1, "decades": 10, "months": 1 / 12}
# What goes on about the time that the sentence before told.
_THAT_TIME = pattern(
    r"\b(?:in|over|within|during|across) (?:the|those|these|that|all)\b"
    r"|\b(?:record|spans?|period)\b|\bthat (?:is|was|makes)\b",
    re.IGNORECASE,
)
# "two and a half years after that, in September 2015"
_AFTER = pattern(r"\s*(?:after (?:that|this)|afterwards?|later|on|before that|earlier)\b")


def is_lapse(mention: Mention, report: Report, index: ClaimIndex, context: Context) -> bool:
    """Return whether a stretch of years lies between two dates of the sentence.

    The day on which the document came out is one where the sentence speaks of it; without any date
    the times of what the sentence before told are taken.
    """
    unit = _UNITS.get(mention.quantity.unit or "")
    if _TURNED.search(report.sentence, 0, mention.quantity.start):
        return _is_jubilee(mention, report, index)
    if unit is None:
        return False
    quantity = mention.quantity
    if quantity.qualifier == "over":
        quantity = quantity._replace(qualifier=None)  # "gained over three years" may be in three
    before = (report.sentence, 0, quantity.number_start)
    about = [index.by_id[one] for one in context.facts if one in index.by_id]
    periods = [date.period for date in report.dates]
    if _PUBLISHED.search(report.sentence):
        days = (one.published for one in index.documents if one.published != UNKNOWN_DATE)
        periods += [Period("", day, day) for day in days]
    if _AFTER.search(report.sentence, mention.quantity.end) or (
        _THAT_TIME.search(report.sentence) and all(_is_end(date, about) for date in report.dates)
    ):
        periods += [one for known in about for one in known.periods]
    if _IN.search(*before) and not report.dates:
        # "everything sent in 27 years": the time that the text is about
        periods += _spans(about)
    if _LASTING.search(*before):
        # "it took less than four years to fetch back 3,453 fugitives", "over three years to reach
        # 92.9 percent", which was 81 at another time
        told = told_beside(mention, report, index)
        periods += _spans(one.known for one in told)
        periods += [time for one in told for each in (one, *index.siblings(one))
                    if each.known is one.known for time in each.own_periods]  # fmt: skip
    if unit == 1 and _is_jubilee(mention, report, index):
        return True
    lapses = [*_lapses(periods), *(() if _APART.search(report.sentence) else _counted(periods))]
    lapses += [*_between(report, index, context), *_told(report, index, context)]
    return any(
        agrees(quantity, lapse / unit) and not is_beyond(quantity, lapse / unit, None)
        for lapse in lapses
    )


def other_lapse(
    mention: Mention, report: Report, index: ClaimIndex, context: Context
) -> float | None:
    """Return the years between the two events that a sentence names, where it tells others: "the
    Geneva keynote followed the speech in Moscow by two years"."""
    if mention.quantity.unit != "years" or not mention.quantity.text.endswith("years"):
        return None  # "of the twelve-year-olds"
    lapses = [*_between(report, index, context)]
    apart = all(abs(one - mention.quantity.value) > 1 for one in lapses)
    bounded = mention.quantity.qualifier and bound(mention.quantity.qualifier) == "floor"
    if bounded and any(one > mention.quantity.value for one in lapses):
        return None
    return lapses[0] if lapses and apart and max(lapses) - min(lapses) < 1 else None


def _is_end(date: Dated, facts: Iterable[Known]) -> bool:
    """Return whether a date is where the time of a fact ends: "27 years, up to August 2017"."""
    return any(date.period.end == one.end for known in facts for one in known.periods)


def _spans(facts: Iterable[Known]) -> list[Period]:
    return [one for known in facts for one in known.periods if one.start != one.end]


def _is_jubilee(mention: Mention, report: Report, index: ClaimIndex) -> bool:
    """Return whether a stretch is that of an anniversary which the source tells: "celebrated 70
    years of the United Nations" on the 70th."""
    if mention.quantity.qualifier or not _JUBILEE.search(report.sentence):
        return False
    turned = _SUBJECT.match(report.sentence)
    return any(
        one.figure.value == mention.quantity.value
        and one.figure.unit == "ordinal"
        and stems_of("anniversary") <= one.own
        and one.known.own & report.words - stems_of("anniversary founded")
        and not report.strange_names(
            0, turned.end() if turned else len(report.sentence), one.known.own
        )
        and (turned is None or _is_founded(turned["whose"], one.known))
        for one in index.counting(report.words)
    )


def _is_founded(whose: str, known: Known) -> bool:
    """Return whether a fact tells of the founding of what some words name."""
    founded = _FOUNDED.search(known.fact.quote)
    what = founded["what"] if founded else ""
    return bool(what) and (what in whose or letters_of(what) in whose.split())


def _between(report: Report, index: ClaimIndex, context: Context) -> Iterator[float]:
    """Yield the years between two events of a topic, each named by a word of its own, by its date,
    or as what the text is about: "less than four years after the speech in Moscow". One of them may
    go unnamed: "28 years older than the state"."""
    if not _PASSED.search(report.sentence):
        return
    dated = [known for known in index.facts if len(known.periods) == 1]
    told = [one for one in dated if one.id in context.facts or one.own & report.words]
    enough = any if _APART.search(report.sentence) else all
    topics = {topic_of(one.id) for one in told}
    events = told if enough is all else [one for one in dated if topic_of(one.id) in topics]
    for pair in combinations(events, 2):
        if topic_of(pair[0].id) == topic_of(pair[1].id) and enough(
            one.id in context.facts
            or (one.own - other.own) & report.words
            or any(compare_all(date.period, one.periods) == "agrees" for date in report.dates)
            for one, other in (pair, pair[::-1])
        ):
            yield from _lapses((*pair[0].periods, *pair[1].periods))


def _told(report: Report, index: ClaimIndex, context: Context) -> Iterator[float]:
    """Yield the years that the facts last which a sentence names, or of whose time it has an end
    and goes on about: "the review spans 62 years", "spans six decades, up to June 2012"."""
    topics = {*map(topic_of, context.facts)}
    near = index.dated(report.words)
    dates = {end for date in report.dates for end in (date.period.start, date.period.end) if end}
    for known in near if _LASTS.search(report.sentence) else ():
        ends = {end for one in known.periods for end in (one.start, one.end)}
        named = index.total(known.own & report.words) >= _NAMED * index.total(report.words)
        goes_on = any(map(has_month, dates)) and topic_of(known.id) in topics
        if dates <= ends and (named or goes_on):
            yield from _lapses(known.periods)


def _counted(periods: Iterable[Period]) -> Iterator[float]:
    """Yield the years of spans that are printed in whole years, the last among them: 2013 to 2016
    are four."""
    for one in periods:
        if one.start and one.end and is_year(one.start) and is_year(one.end):
            yield int(one.end) - int(one.start) + 1


def _lapses(periods: Iterable[Period]) -> Iterator[float]:
    """Yield the years between every two dates, the ends of a span among them."""
    ends = sorted({end for one in periods for end in (one.start, one.end) if end})
    for first, last in combinations(ends, 2):
        years = int(last[:4]) - int(first[:4])
        months = int(last[5:7]) if has_month(last) else 0
        if has_month(first):
            yield years + (months - int(first[5:7])) / 12 if months else years
        else:
            yield from {years, years + months / 12}  # from the beginning of a year


# "Ten years earlier", "the year before", but not "more than in the previous year"
_LAPSE = pattern(
    r"\b(?:(?P<many>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|fifteen|twenty|thirty) (?P<unit>year|decade)s? (?P<way>earlier|before|previously|later"
    r"|after(?:wards)?|on(?! (?:balance|average)))"
    r"|the (?:year (?:before|after)|(?:previous|preceding|following|next) year))\b",
    re.IGNORECASE,
)
_EARLIER = ("earlier", "before", "previous", "preceding")
_COMPARED = pattern(r"\b(?:than|from|on|over|with|to|against|in|of)\s+(?:in\s+)?$", re.IGNORECASE)
_SEGMENT = pattern(r"[,;:()]\s|\s(?:while|but|whereas)\s")


def with_lapses(report: Report, context: Context) -> Report:
    """Return a report whose figures have the year that "ten years earlier" gives them.

    It is counted from the date before it in the sentence, or from the one of the sentence before.
    """
    found = _LAPSE.search(report.sentence)
    if not found or _COMPARED.search(report.sentence, 0, found.start()):
        return report
    ends = [one.start() for one in _SEGMENT.finditer(report.sentence)]
    low = max((end for end in ends if end <= found.start()), default=0)
    high = min((end for end in ends if end >= found.end()), default=len(report.sentence))
    base = _base(report, found.start(), context)
    if base is None:
        return report
    many = next(iter(number_values(found["many"])), 1) if found["many"] else 1
    years = int(many) * (10 if (found["unit"] or "").lower() == "decade" else 1)
    back = any(one in found[0].lower() for one in _EARLIER)
    years = -years if back else years
    start, end = _shifted(base.start, years), _shifted(base.end, years)
    if start == end and end:
        start = end = end[:4]  # "in October 2033 …, four years earlier"
    period = Period(found[0], start, end)
    mark = DateMention(found[0], found.start(), found.end(), period)
    figures = [
        _without_noun(one) if found.start() < one.stated.counted_end <= found.end() else one
        for one in report.figures
        if not found.start() <= one.quantity.number_start < found.end()
    ]
    low = max(low, _end_of_the_first_half(figures, low, found.start()))
    borne = [low <= one.quantity.start < high for one in figures]
    if not any(borne) and report.sentence.startswith(",", found.end()):
        # "Three years before, it had been 81"
        high = min((end for end in ends if end > found.end()), default=len(report.sentence))
        borne = [low <= one.quantity.start < high for one in figures]
    if not any(borne):
        return report
    told = tuple(
        one._replace(stated=one.stated._replace(period=mark)) if bears else one
        for one, bears in zip(figures, borne, strict=True)
    )
    lapse = Dated((found[0],), found.start(), found.end(), period)
    return report._replace(figures=told, lapses=(lapse,))


def _without_noun(mention: Mention) -> Mention:
    """Take what "92.9 three years later" counts for unsaid."""
    end = mention.quantity.end
    return mention._replace(
        stated=mention.stated._replace(unit="count", named=False, counted_end=end)
    )


def _end_of_the_first_half(figures: Sequence[Mention], low: int, high: int) -> int:
    """Return where the last date ends that dates a figure before it and has another behind it: "81
    percent in 2013" of "81 percent in 2013 and 92.9 three years later"; 0 where none does."""
    ends = [
        one.stated.period.end
        for one in figures
        if one.stated.period and low <= one.quantity.start < one.stated.period.start < high
    ]
    last = max((one.quantity.start for one in figures if one.quantity.start < high), default=0)
    return max((end for end in ends if end <= last), default=0)


def _base(report: Report, before: int, context: Context) -> Period | None:
    """Return the time that a lapse is counted from, as precise as it is printed."""
    dated = [one.period for one in report.dates if one.start < before]
    dated = dated or [one.period for one in read_statement(context.sentence).dates]
    return next((one for one in reversed(dated) if one.end), None)


def _shifted(date: str | None, years: int) -> str | None:
    """Return an ISO 8601 date so many years later."""
    return f"{int(date[:4]) + years:04d}{date[4:]}" if date else None
