"""A reported date held against what the bases date."""

from typing import NamedTuple

from wp.model import Document, Period
from wp.statements.agreement import compare_all
from wp.statements.terms import stems
from wp.verify.claims.countable import ClaimIndex, Known
from wp.verify.claims.mentions import Dated
from wp.verify.verdict import ClaimVerdict

# Shares of the weight of the sentence's words that the fact has.
_SUPPORTS = 0.35
_CONTRADICTS = 0.5
# A fact that fits nearly as well and agrees takes the doubt away.
_NEARLY = 0.7
_PUBLISHED = stems("published publication issued released")
_DOCUMENT = stems("document")


class JudgedDate(NamedTuple):
    """A verdict on one date, the fact of the base that decided it, and why."""

    verdict: ClaimVerdict
    known: Known | None = None
    reason: str = ""


def judge_date(date: Dated, sentence: frozenset[str], index: ClaimIndex) -> JudgedDate:
    """Judge a date that stands by no figure."""
    for document in index.documents:
        published = _publication(date, sentence, document)
        if published:
            return published
    whole = index.total(sentence) or 1.0
    measured = [
        (index.total(known.words & sentence) / whole, known) for known in index.dated(sentence)
    ]
    measured.sort(key=lambda pair: -pair[0])
    best = measured[0][0] if measured else 0.0
    for share, known in measured:
        if share < max(_SUPPORTS, _NEARLY * best):
            break
        if compare_all(date.period, known.periods) == "agrees":
            return JudgedDate("supported", known)
    for share, known in measured:
        if share < _CONTRADICTS:
            break
        if compare_all(date.period, known.periods) == "conflicts":
            printed = ", ".join(period.text for period in known.periods)
            return JudgedDate("contradicted", known, f"{date.text}: the source has {printed}")
        break
    return JudgedDate("unsupported", None, f"{date.text}: no date of this occasion")


def _publication(date: Dated, sentence: frozenset[str], document: Document) -> JudgedDate | None:
    """Judge the date on which the document itself came out."""
    if not sentence & _PUBLISHED:
        return None
    if sentence - _PUBLISHED - _DOCUMENT - stems(document.title, document.publisher):
        return None
    published = Period(document.published, document.published, document.published)
    if compare_all(date.period, (published,)) == "agrees":
        return JudgedDate("supported")
    return JudgedDate("contradicted", None, f"{date.text}: published {document.published}")
