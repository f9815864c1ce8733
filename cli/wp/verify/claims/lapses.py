"""Years that lie between dates: "almost four years later", "a span of nearly 63 years"."""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from wp.model import Period
from wp.pattern import pattern
from wp.statements.terms import stems
from wp.verify.claims.context import Context
from wp.verify.claims.countable import ClaimIndex
from wp.verify.claims.report import Mention, Report
from wp.verify.claims.values import agrees

_PUBLISHED = "published publication issued released came out came appeared appear"
_UNITS = {"years": 1, "decades": 10, "months": 1 / 12}
# What goes on about the time that the sentence before told.
_THAT_TIME = pattern(
    r"\b(?:in|over|within|during|across) (?:the|those|these|that|all)\b|\b(?:record|span|period)\b"
    r"|\bthat (?:is|was|makes)\b",
    re.IGNORECASE,
)


def is_lapse(mention: Mention, report: Report, index: ClaimIndex, context: Context) -> bool:
    """Return whether a stretch of years lies between two dates of the sentence.

    The day on which the document came out is one where the sentence speaks of it; without any date
    the times of what the sentence before told are taken.
    """
    unit = _UNITS.get(mention.quantity.unit or "")
    if unit is None:
        return False
    periods = [date.period for date in report.dates]
    if report.words & stems(_PUBLISHED):
        periods += [Period("", one.published, one.published) for one in index.documents]
    if not report.dates and _THAT_TIME.search(report.sentence):
        periods = [
            one for known in index.facts if known.id in context.facts for one in known.periods
        ]
    return any(agrees(mention.quantity, lapse / unit) for lapse in _lapses(periods))


def _lapses(periods: Iterable[Period]) -> Iterator[float]:
    """Yield the years between every two dates, the ends of a span among them."""
    ends = sorted({end for one in periods for end in (one.start, one.end) if end})
    for first, last in combinations(ends, 2):
        months = 0
        if len(first) > len("2017") and len(last) > len("2017"):
            months = int(last[5:7]) - int(first[5:7])
        yield int(last[:4]) - int(first[:4]) + months / 12
