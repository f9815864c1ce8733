"""The verdict on a sentence: that of its figures and dates together."""

from wp.statements.agreement import compare_all
from wp.verify.claims.context import NO_CONTEXT, Context
from wp.verify.claims.countable import ClaimIndex, Known
from wp.verify.claims.figures import Judged, contradicted, judge_figure
from wp.verify.claims.mentions import Dated, Mention, Report, may_report, read_report
from wp.verify.claims.occasions import JudgedDate, judge_date
from wp.verify.claims.siblings import mistaken_for
from wp.verify.verdict import Claim, ClaimVerdict

# Longer ones are tables or dumps that lack full stops.
_LONGEST = 2000


def judge_sentence(sentence: str, index: ClaimIndex, context: Context = NO_CONTEXT) -> Claim | None:
    """Judge a sentence of a draft, its quotations blanked; None when it reports nothing.

    `context` is what the sentences before it have been about.

    One contradicted figure or date contradicts the sentence; it is supported when all its figures
    are, and its dates where it has no figures. Ordinals that the base does not know are none of
    its business.
    """
    if len(sentence) > _LONGEST or not may_report(sentence):
        return None
    report = read_report(sentence)
    figures = [
        (mention, _judge_figure(mention, report, index, context)) for mention in report.figures
    ]
    figures = [
        (mention, judged)
        for mention, judged in figures
        if not (mention.quantity.ordinal and judged.verdict == "unsupported")
    ]
    if not figures and not report.dates:
        return None
    dates = _judge_dates(report, figures, index)
    verdicts = [judged.verdict for _, judged in figures] + [date.verdict for date in dates]
    known = [judged.countable.known for _, judged in figures if judged.countable]
    known += [date.known for date in dates if date.known]
    reasons = [judged.reason for _, judged in figures] + [date.reason for date in dates]
    printed = [(mention.start, mention.text) for mention, _ in figures]
    printed += [(date.start, text) for date in report.dates for text in date.texts]
    printed.sort(key=lambda pair: pair[0])
    return Claim(
        sentence,
        _together(verdicts),
        tuple(text for _, text in printed),
        tuple(dict.fromkeys(one.id for one in known)),
        _deciding_quote(figures, dates),
        tuple(dict.fromkeys(filter(None, reasons))),
    )


def _judge_figure(mention: Mention, report: Report, index: ClaimIndex, context: Context) -> Judged:
    """Judge a figure; one that is right, but of another thing than the sentence names, is wrong."""
    judged = judge_figure(mention, report.words, index, context)
    if judged.verdict != "supported" or judged.derived or judged.countable is None:
        return judged
    reported = [figure.quantity for figure in report.figures]
    rival = mistaken_for(judged.countable, report.words, reported, index)
    return contradicted(mention, rival) if rival else judged


def _together(verdicts: list[ClaimVerdict]) -> ClaimVerdict:
    if "contradicted" in verdicts:
        return "contradicted"
    return "unsupported" if "unsupported" in verdicts else "supported"


def _deciding_quote(figures: list[tuple[Mention, Judged]], dates: list[JudgedDate]) -> str | None:
    """Give the quote of the fact that contradicts, else of the first that supports."""
    decided: list[tuple[ClaimVerdict, Known]] = [
        (judged.verdict, judged.countable.known) for _, judged in figures if judged.countable
    ]
    decided += [(date.verdict, date.known) for date in dates if date.known]
    for verdict in ("contradicted", "supported"):
        for found, known in decided:
            if found == verdict:
                return known.fact.quote
    return None


def _judge_dates(
    report: Report, figures: list[tuple[Mention, Judged]], index: ClaimIndex
) -> list[JudgedDate]:
    """Judge the dates: by the figures they stand with, or each for itself where there are none."""
    if not figures:
        return [judge_date(date, report.words, index) for date in report.dates]
    found = [(mention, judged) for mention, judged in figures if judged.countable]
    nearest = [report.date_of(mention) for mention, _ in found]
    # Where the base lacks one of the figures, a date may be that one's.
    dates = [date for date in report.dates if len(found) == len(figures) or date in nearest]
    return [_with_figures(date, report, found) for date in dates] if found else []


def _with_figures(date: Dated, report: Report, found: list[tuple[Mention, Judged]]) -> JudgedDate:
    """Judge a date by the figures that it is nearest to, or else by all of them.

    A date that the figures' facts leave open does not weigh against the figures, nor does one that
    agrees with one of them: "from 81 percent in 2013 to 92.9 percent in 2016".
    """
    nearest = [judged for mention, judged in found if report.date_of(mention) == date]
    compared = [
        (compare_all(date.period, judged.periods), judged)
        for judged in nearest or [judged for _, judged in found]
    ]
    conflicts = [judged for agreement, judged in compared if agreement == "conflicts"]
    if conflicts and len(conflicts) == len(compared):
        printed = ", ".join(period.text for period in conflicts[0].periods)
        reason = f"{date.text}: the source has {printed}"
        return JudgedDate("contradicted", _known(conflicts[0]), reason)
    return JudgedDate("supported", _known(compared[0][1]))


def _known(judged: Judged) -> Known | None:
    return judged.countable.known if judged.countable else None
