"""The verdict on a sentence: that of its figures and dates together."""

import re
from collections.abc import Iterator, Sequence

from wp.model import Period, has_day, has_month
from wp.pattern import pattern
from wp.quantities.languages import primary
from wp.quantities.model import bound
from wp.quantities.numbered_dates import untold_day
from wp.statements import stems, things_of
from wp.statements.agreement import compare_all
from wp.text import find_printed
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import NO_CONTEXT, Context, in_other_words, is_dump, may_report
from wp.verify.claims.contradictions import Judged
from wp.verify.claims.countables import Countable, Known
from wp.verify.claims.dated_facts import JudgedDate, judge_occasions
from wp.verify.claims.derived import base_of, proportions
from wp.verify.claims.exchanges import turned_round
from wp.verify.claims.figure_verdicts import companions, judge_figure
from wp.verify.claims.lapses import with_lapses
from wp.verify.claims.occasions import goes_along, is_reference, judge_date, judge_day
from wp.verify.claims.predicates import unmatched_words
from wp.verify.claims.reported import Dated, Mention, Report, read_report
from wp.verify.claims.source_wording import Entry, held_to_the_source
from wp.verify.claims.strangers import without_strangers
from wp.verify.verdict import Claim, ClaimFigure, ClaimVerdict

_MINOR = 12
_TELLING_WORDS = 3  # of a sentence that is the source's own, and no list mark
_TIMES = ("years", "months", "weeks", "days", "hours", "minutes", "times", "decades")

_REPEATED = pattern(
    r"\w\s*(?:[—–(=]|\s--?)\s?(?:(?:more than|over|some|about|nearly|the list of) )?$"
)  # "fifty-eight thousand – 58,000 –"
_ALL = pattern(r"\ball (?:of )?(?:the |these |those )?$", re.IGNORECASE)

_BEHIND = pattern(r"\s+(?:periodic |combined )?([a-z]+)")
_BOTH = pattern(r"\b(the|these|those) $")
_OTHERS = pattern(r"\s+(?:other|more|further)\b")  # "China and five other countries"

_BLANK = pattern(r"[\r\n]")


def judge_sentence(sentence: str, index: ClaimIndex, context: Context = NO_CONTEXT) -> Claim | None:
    """Judge a sentence of a draft, its quotations blanked; None when it reports nothing or too
    much to be judged, as `is_dump` tells.

    `context` is what the sentences before it have been about.

    One contradicted figure or date contradicts the sentence; it is supported when all of them are
    that the base could know. Ordinals that the base does not know are none of its business, nor
    are small numbers beside a figure that it does know ("the next five years").
    """
    if is_dump(sentence) or not may_report(sentence):
        return None
    printed, sentence = sentence, _BLANK.sub(" ", sentence)  # wrapped lines are one
    report = read_report(sentence, context.language)
    if not context.cell and is_reference(report, index, context.quoted):
        return None
    if context.quoted:
        report = report._replace(words=report.words | stems(context.quoted))
    report = with_lapses(_in_its_money(report, index), context)
    if len(report.figures) > 1:
        context = context._replace(facts=context.facts | companions(report, index))
    entries = _judged(report, index, context)
    if not entries:
        return None
    entries += _strange_labels(report, [figure for _, figure in entries], index)
    supported = _verdict_of_all(tuple(figure for _, figure in entries)) == "supported"
    if supported or all(figure.fact for _, figure in entries):
        held = held_to_the_source(sentence, entries, index)
        if _verdict_of_all(tuple(figure for _, figure in held)) == "contradicted":
            entries = held
    figures = tuple(figure for _, figure in sorted(entries, key=lambda entry: entry[0]))
    long = len(sentence.split()) >= _TELLING_WORDS
    if long and _verdict_of_all(figures) != "supported" and index.is_printed(sentence):
        figures = tuple(map(_as_printed, figures))
    elif primary(context.language) != "en":
        figures = in_other_words(sentence, figures)
    verdict = _verdict_of_all(figures)
    if verdict != "supported":
        return Claim(printed, verdict, figures)
    return Claim(printed, verdict, figures, unmatched_words(sentence, figures, index))


def _in_its_money(report: Report, index: ClaimIndex) -> Report:
    """Take pounds for money where the documents have pounds sterling and weigh nothing in them."""
    if index.of_measure("pounds") or not index.of_measure("GBP"):
        return report
    figures = []
    for one in report.figures:
        if one.quantity.unit == "pounds":
            stated = one.stated._replace(quantity=one.quantity._replace(unit="GBP"), unit="GBP")
            one = one._replace(stated=stated)
        figures.append(one)
    return report._replace(figures=tuple(figures))


def _judged(report: Report, index: ClaimIndex, context: Context) -> list[Entry]:
    """Judge all that a sentence reports, each with its place; nothing where it reports nothing."""
    found = [(mention, judge_figure(mention, report, index, context)) for mention in report.figures]
    worked_out = {one.countable.known.id for _, one in found if one.is_derived and one.countable}
    if worked_out - context.facts:
        # "climbed by 6.5 metres within 31 hours": what is worked out tells what the rest is of
        context = context._replace(facts=context.facts | worked_out)
        found = [
            (mention, judge_figure(mention, report, index, context))
            if one.verdict == "unsupported"
            else (mention, one)
            for mention, one in found
        ]
    passed_over = [mention for mention, one in found if one.verdict == "unsupported"]
    told = _told_once(found if context.cell else _without_ordinals(found), report.sentence)
    judged = turned_round([*told], report.sentence)
    judged, entries = _proportions(judged, report, index, context)
    supporting = [
        one.countable.known for _, one in judged if one.verdict == "supported" and one.countable
    ]
    judged = [*_dated_elsewhere(judged, report, supporting, index)]
    judged = [pair for pair in judged if not _counts_dates(*pair, report)]
    occasions = [*judge_occasions(report, index, context, supporting)]
    dates = [
        (date, _with_its_day(date, _judge_date(date, report, judged, index, context)))
        for date in report.dates
    ]
    judged, dates = without_strangers(report.sentence, judged, dates, index)
    told_of = [
        *supporting,
        *(one.known for _, one in dates if one.verdict == "supported" and one.known),
    ]
    dates = [
        (date, goes_along(date, report, index, told_of) or one)
        if one.verdict == "unsupported"
        else (date, one)
        for date, one in dates
    ]
    judged = _without_minor(judged, dates, report.sentence, index)
    kept = [mention for mention, _ in judged]
    judged += [
        pair
        for pair in _other_ordinals(passed_over, told_of, report.sentence)
        if pair[0] not in kept
    ]
    entries += [(mention.quantity.start, _entry(mention, one)) for mention, one in judged]
    entries += [(date.start, _date_entry(date.text, _iso(date.period), one)) for date, one in dates]
    entries += [(start, _date_entry(text, None, one)) for start, text, one in occasions]
    return [*entries, *_unread(report), *_days(report, index, context)]


def _without_ordinals(judged: list[tuple[Mention, Judged]]) -> list[tuple[Mention, Judged]]:
    """Leave out the ordinals in words that the base does not know."""
    return [
        (mention, one)
        for mention, one in judged
        if one.verdict != "unsupported" or one.left_open or not _is_spelled_ordinal(mention)
    ]


def _without_minor(
    judged: list[tuple[Mention, Judged]],
    dates: Sequence[tuple[Dated, JudgedDate]],
    sentence: str,
    index: ClaimIndex,
) -> list[tuple[Mention, Judged]]:
    """Leave out the small numbers beside a figure or date that the base does know."""
    verdicts = {one.verdict for _, one in judged} | {one.verdict for _, one in dates}
    if verdicts <= {"unsupported"}:
        return judged
    return [
        (mention, one)
        for mention, one in judged
        if one.verdict != "unsupported"
        or one.countable  # told of something else, as `without_strangers` found
        or not (_is_minor(sentence, mention, index) or _counts_ordinals(mention, judged))
    ]


def _counts_ordinals(mention: Mention, judged: Sequence[tuple[Mention, Judged]]) -> bool:
    """Return whether a number counts the ordinals that stand behind it: "two reports, the seventh
    and the eighth"."""
    end = mention.quantity.end
    behind = [one for other, one in judged if other.quantity.ordinal and other.quantity.start > end]
    supported = all(one.verdict == "supported" for one in behind)
    return supported and len(behind) == mention.quantity.value > 1


def _counts_dates(mention: Mention, judged: Judged, report: Report) -> bool:
    """Return whether a number in words counts the years that stand behind it, which are judged
    themselves: "the two centenaries fall in 2021 and 2049"."""
    quantity = mention.quantity
    spelled = quantity.unit is None and not any(map(str.isdigit, quantity.text))
    if judged.verdict != "unsupported" or not spelled or quantity.ordinal:
        return False
    behind = [date for date in report.dates if date.start > quantity.end]
    return 1 < quantity.value == len(behind) == len(report.dates)


def _unread(report: Report) -> Iterator[Entry]:
    for start, text in report.unread:
        reason = f"{text}: could not be read"
        yield start, ClaimFigure(text, None, None, "unsupported", reason=reason)


def _days(report: Report, index: ClaimIndex, context: Context) -> Iterator[Entry]:
    for start, text, days in report.days:
        yield start, _date_entry(text, None, judge_day(text, days, report, index, context))


def _as_printed(figure: ClaimFigure) -> ClaimFigure:
    """Support a figure of a sentence that the source has word for word, if it was read at all."""
    if figure.verdict == "supported" or figure.unit is None:
        return figure
    told = f"{figure.text}: the source has this very sentence"
    return figure._replace(verdict="supported", reason=told)


def _told_once(
    judged: list[tuple[Mention, Judged]], sentence: str
) -> Iterator[tuple[Mention, Judged]]:
    """Let a figure of the base support one figure of the sentence: "by 77 votes to 77" has one."""
    taken: set[tuple[str, str, bool]] = set()
    for mention, one in judged:
        counts = not (one.is_derived or mention.quantity.ordinal)  # "the poorest fifth", twice
        if one.verdict == "supported" and one.countable and counts:
            # a range has two ends: "at least 550, but not more than 570"
            end = mention.quantity.value == one.countable.figure.value
            key = (one.countable.known.id, f"{one.countable.figure}", end)
            again = key in taken
            if again and _REPEATED.search(sentence, 0, mention.quantity.start):
                continue
            if again and not _ALL.search(sentence, 0, mention.quantity.start):
                told = f"{mention.text}: the source has it once"
                one = one._replace(verdict="unsupported", reason=told)
            taken.add(key)
        yield mention, one


def _dated_elsewhere(
    judged: list[tuple[Mention, Judged]],
    report: Report,
    supporting: Sequence[Known],
    index: ClaimIndex,
) -> Iterator[tuple[Mention, Judged]]:
    """Leave open what only a date contradicts that is another figure's, or the documents' own day:
    "the 36,000 sent since 1990 are more than the 8,000 on standby"."""
    stated = [period for known in supporting for period in known.periods]
    days = {one.published for one in index.documents if has_day(one.published)}
    changed = any(one.is_derived for _, one in judged)
    for mention, one in judged:
        date = report.date_of(mention) if one.dated == "contradicted" else None
        if date and changed and one.countable and _is_at_an_end(date.period, one.countable):
            # "between 2013 and 2016 it went up by 11.9 points, having started from 81"
            one = Judged("supported", one.countable)
        elif date and (
            any(
                date.period.end and day.startswith(date.period.end) and has_month(date.period.end)
                for day in days
            )
            or any(compare_all(date.period, (period,)) == "agrees" for period in stated)
        ):
            one = Judged("unsupported", None, f"{mention.text}: the date is told of another thing")
        yield mention, one


def _is_at_an_end(span: Period, countable: Countable) -> bool:
    """Return whether a figure's own time is the beginning or the end of a longer span."""
    points = {one.start for one in countable.periods if one.start == one.end}
    return span.start != span.end and bool({span.start, span.end} & points)


def _proportions(
    judged: list[tuple[Mention, Judged]], report: Report, index: ClaimIndex, context: Context
) -> tuple[list[tuple[Mention, Judged]], list[Entry]]:
    """Put what two numbers say together in their place: "one in fifteen"."""
    entries: list[Entry] = []
    for one in proportions(report.sentence):
        inside = [pair for pair in judged if one.start <= pair[0].quantity.number_start < one.end]
        told = bool(inside) and all(pair[1].verdict == "supported" for pair in inside)
        # which of the two is the greater is read in the proportion alone
        worked_out = any(pair[1].is_derived for pair in inside)
        if (told and not worked_out) or any(pair[0].quantity.unit for pair in inside):
            continue
        known = found.known if (found := base_of(one, report, index, context)) else None
        if known and told and one.of_whole:
            continue
        if one.sides and not known and any(pair[1].verdict == "contradicted" for pair in inside):
            continue  # "for each adult it comes to 381 florins"
        entry = ClaimFigure(
            one.text,
            one.low / one.high,
            "share",
            "supported" if known else "unsupported",
            known.id if known else None,
            known.fact.quote if known else None,
            f"{one.text} is derived" if known else f"{one.text}: the base gives no such proportion",
        )
        entries.append((one.start, entry))
        judged = [pair for pair in judged if pair not in inside]
    return judged, entries


def _is_spelled_ordinal(mention: Mention) -> bool:
    return mention.quantity.ordinal and not any(map(str.isdigit, mention.quantity.text))


def _other_ordinals(
    passed_over: Sequence[Mention], told_of: Sequence[Known], sentence: str
) -> Iterator[tuple[Mention, Judged]]:
    """Yield the ordinals in words where what supports the rest is told apart by another one.

    It is wrong where it stands with the same noun, and the fact has the word behind it or most of
    what is said: "the fifth report on torture" is the sixth.
    """
    counted = {one.value: one for known in told_of for one in known.fact.figures
               if one.unit == "ordinal"}  # fmt: skip
    for mention in passed_over:
        if counted and _is_spelled_ordinal(mention) and mention.quantity.value not in counted:
            told = f"{mention.text}: the source has {next(iter(counted.values())).text}"
            noun = _BEHIND.match(sentence, mention.quantity.end)
            near, clause = mention.said.near[:1], mention.said.clause
            same = all(
                noun
                and noun[1] in one.measures
                and (
                    stems(one.measures).issuperset(near)
                    or any(2 * len(clause & known.words) > len(clause) for known in told_of)
                )
                for one in counted.values()
            )
            wrong = same and len(passed_over) == 1 and len(near) > 0
            yield mention, Judged("contradicted" if wrong else "unsupported", None, told)


def _strange_labels(
    report: Report, figures: list[ClaimFigure], index: ClaimIndex
) -> Iterator[Entry]:
    """Yield the numbers of names that the passages lack which support the rest: "17th Congress"."""
    if not report.labels or _verdict_of_all(tuple(figures)) != "supported":
        return
    ids = {figure.fact for figure in figures if figure.fact}
    texts = [
        f"{known.fact.quote} {known.fact.context} {known.fact.statement}"
        for known in index.facts
        if known.id in ids
    ]
    for start, label in report.labels:
        if texts and not any(find_printed(label, text) >= 0 for text in texts):
            reason = f"{label}: not in what the source says of this"
            yield start, ClaimFigure(label, None, None, "unsupported", reason=reason)


def _is_minor(sentence: str, mention: Mention, index: ClaimIndex) -> bool:
    """Return whether a figure is a small number in words, of time or of what the base knows nothing
    of."""
    quantity = mention.quantity
    spelled = not any(character.isdigit() for character in quantity.text)
    small = isinstance(quantity.value, int) and quantity.value <= _MINOR
    if not (spelled and small) or bound(quantity.qualifier) in ("floor", "ceiling"):
        return False  # "for at least five years" is no aside
    named = mention.said.phrase or mention.stated.named
    back = _BOTH.search(sentence, 0, quantity.start)
    if _ALL.search(sentence, 0, quantity.start) or (back and (back[1] != "the" or not named)):
        return True  # "in all three fields", "between the two", "these two levels"
    if quantity.unit is None:
        phrase = mention.said.phrase
        if not named:
            # "four of them were abroad", "four votes to one" are no asides
            return quantity.value == 1 and not sentence.endswith("votes to ", 0, quantity.start)
        known = bool(things_of(mention.stated.unit) & index.things)
        known = known and not _OTHERS.match(sentence, quantity.end)
        return not (known or any(index.knows(stem) for stem in phrase))
    return quantity.unit in _TIMES


def _verdict_of_all(figures: tuple[ClaimFigure, ...]) -> ClaimVerdict:
    verdicts = {figure.verdict for figure in figures}
    if "contradicted" in verdicts:
        return "contradicted"
    return "unsupported" if "unsupported" in verdicts else "supported"


def _entry(mention: Mention, judged: Judged) -> ClaimFigure:
    quantity = mention.quantity
    known = judged.countable.known if judged.countable else None
    return ClaimFigure(
        mention.text,
        quantity.value,
        mention.stated.unit,
        judged.verdict,
        (known.id or None) if known else None,
        known.fact.quote if known else None,
        judged.reason,
    )


def _date_entry(text: str, day: str | None, judged: JudgedDate) -> ClaimFigure:
    known = judged.known
    return ClaimFigure(
        text,
        day,
        "date",
        judged.verdict,
        known.id if known else None,
        known.fact.quote if known else None,
        judged.reason,
    )


def _iso(period: Period) -> str:
    """Write a period as ISO 8601 does: one date, or "2014/2017-08" with ".." for an open end."""
    if period.start == period.end:
        return period.start or ""
    return f"{period.start or '..'}/{period.end or '..'}"


def _judge_date(
    date: Dated,
    report: Report,
    judged: list[tuple[Mention, Judged]],
    index: ClaimIndex,
    context: Context,
) -> JudgedDate:
    """Judge a date by the figures that it bears on, or for itself where it bears on none."""
    on = [(one, report.date_of(mention)) for mention, one in judged]
    borne = [one for one, bearing in on if bearing and bearing.start == date.start]
    for verdict in ("contradicted", "supported"):
        for one in borne:
            if one.dated == verdict:
                return JudgedDate(one.dated, one.countable.known if one.countable else None)
    if any(one.verdict != "supported" or one.countable for one in borne):
        # A figure that is wrong, or that the base lacks, says nothing of its date.
        return JudgedDate("unsupported")
    return judge_date(date, report, index, context)


def _with_its_day(date: Dated, judged: JudgedDate) -> JudgedDate:
    """Support no "3/4/2024" of which only the year was read, unless the source prints it so."""
    digits = "" if has_day(date.period.start or date.period.end or "") else untold_day(date.text)
    known = judged.known
    if judged.verdict != "supported" or not digits or (known and digits in known.fact.quote):
        return judged
    return JudgedDate("unsupported", None, f"{date.text}: which part is the day is not told")
