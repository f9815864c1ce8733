"""What a draft leaves out since the words before have it: a number's unit, the year it is of."""

import re
from collections.abc import Iterator

from wp.model import Period
from wp.pattern import pattern
from wp.quantities.model import DateMention
from wp.quantities.read import number_values
from wp.statements.read import read_statement
from wp.verify.claims.candidates import SMALL
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import Context
from wp.verify.claims.reported import Dated, Mention, Report

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


# What is told in percent, be it said or not
_SHARED = pattern(r"\b(?:index|rate|share|percentage|proportion)\b", re.IGNORECASE)


def units_before(
    mention: Mention, report: Report, index: ClaimIndex, context: Context
) -> Iterator[Mention]:
    """Yield a bare number with each unit or rate that it may take from the figures around it.

    "After 132 the year before", "7.7 against 5.1 terawatt-hours", "the factory took 4.6 million",
    "the index rose from 81 to 92.9".
    """
    quantity = mention.quantity
    bare = quantity.unit is None and not (quantity.ordinal or mention.stated.named)
    bare = bare and bool(quantity.value >= SMALL or quantity.value % 1)
    if not bare or mention.said.phrase or quantity.step is None:
        return
    beside = [one.quantity.unit for one in report.figures if one is not mention]
    told = [one.measure for one in index.of_facts(context.facts)]
    shared = ["percent"] if _SHARED.search(report.sentence) else []
    for unit in dict.fromkeys([*reversed(beside), *told, *shared]):
        if unit:
            yield mention._replace(
                stated=mention.stated._replace(quantity=quantity._replace(unit=unit), unit=unit)
            )


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
    base = _base_year(report, found.start(), context)
    if base is None:
        return report
    many = next(iter(number_values(found["many"])), 1) if found["many"] else 1
    years = int(many) * (10 if (found["unit"] or "").lower() == "decade" else 1)
    back = any(one in found[0].lower() for one in _EARLIER)
    year = f"{base - years if back else base + years:04d}"
    period = Period(found[0], year, year)
    mark = DateMention(found[0], found.start(), found.end(), period)
    figures = [
        one
        for one in report.figures
        if not found.start() <= one.quantity.number_start < found.end()
    ]
    borne = [low <= one.quantity.start < high for one in figures]
    if not any(borne):
        return report
    told = tuple(
        one._replace(stated=one.stated._replace(period=mark)) if bears else one
        for one, bears in zip(figures, borne, strict=True)
    )
    lapse = Dated((found[0],), found.start(), found.end(), period)
    return report._replace(figures=told, lapses=(lapse,))


def _base_year(report: Report, before: int, context: Context) -> int | None:
    """Return the year that a lapse is counted from."""
    ends = [one.period.end for one in report.dates if one.start < before]
    ends = ends or [one.period.end for one in read_statement(context.sentence).dates]
    years = [int(end[:4]) for end in ends if end]
    return years[-1] if years else None
