"""Ordinals in names that tell occasions apart: "Sixth Plenary Session", "18th Congress"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial

from wp.pattern import pattern
from wp.quantities.read import number_values
from wp.statements.agreement import Agreement
from wp.statements.terms import stems
from wp.verify.claims.claim_index import ClaimIndex, Known
from wp.verify.claims.context import Context
from wp.verify.claims.dated_facts import JudgedDate, held_against
from wp.verify.claims.reported import Report

Occasion = tuple[int | float, frozenset[str]]

_NAMED = pattern(
    r"\b(\d{1,3}(?:st|nd|rd|th)|(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|tenth|eleventh|twelfth))\s+((?:[^\W\d_][\w-]*\s+){0,2}"
    r"(?i:session|plenum|congress|conference|summit|committee|parliament|assembly|meeting))\b"
)


def occasions(text: str) -> Iterator[tuple[re.Match[str], Occasion]]:
    """Find the occasions that a text names by an ordinal."""
    for found in _NAMED.finditer(text):
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
        held = held_against(found[0], words, partial(_compare, occasion), index, context)
        if held.verdict != "unsupported":
            yield found.start(), found[0], held


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
