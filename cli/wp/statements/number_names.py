"""Numbers that are parts of names or of dates without a year: "18th Congress", "Box 2", "3 July".

They count nothing; where a draft has another one than the source, it tells of something else.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from wp.english import MONTHS
from wp.pattern import pattern
from wp.text import Span

Day = tuple[int, int]

_MONTH = "|".join(rf"{month}|{month[:3]}\\b\\.?" for month in MONTHS)
_DAYS = pattern(
    rf"(?=\d)(?<![\d.,])(?P<days>\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:,|and|to|or|[-–])\s*\d{{1,2}}(?:st|nd|rd|th)?)*)"
    rf"(?:\s+of)?\s+(?P<month>{_MONTH})(?!\w)"
    rf"|\b(?P<first>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d,.]*\d)"
)
_NUMBER = pattern(r"(?<![\w.,:/’'-])[\w.,:/’'-]*\d[\w.,:/’'-]*")
# A list mark, paragraph number or note mark: it numbers the sentence.
_MARK = pattern(
    r"\s*(?:(?:[(\[]?\d{1,3}(?:\.\d+)*[.)\]]?|\(?[a-z]\))\s+(?=[A-Z“\"‘'(])"
    # "10:26 – Someone reads": the hour of an entry
    r"|[(\[]?\d{1,2}[:.]\d{2}[)\]]?(?:\s+[A-Z]{2,4})?\s*(?:[–—:-]\s*)?(?=\S)"
    # "3/ 440 officials …": a numbered post, whatever follows its stroke
    r"|\d{1,3}(?:/\d{0,3}|[.)])\s+(?=\S))"
)
_REFERENCE = pattern(
    r"(?:\b(?i:section|sections|sec|article|articles|chapter|chapters|paragraph|paragraphs|para|page"
    r"|pages|pp?|nos?|vol|table|figure|fig|annex|see|tel|fax|phone|version|v|footnote|note)\.?\s*"
    r"|[\[(§#+]\s*)$"
)


@lru_cache(maxsize=4096)  # each undated claim asks it of every fact
def days_of(text: str) -> frozenset[Day]:
    """Return the days that a text prints, as month and day, whether a year stands by or not."""
    return frozenset(day for _, days in day_spans(text) for day in days)


def day_spans(text: str) -> list[tuple[Span, tuple[Day, ...]]]:
    """Return the span and the days, as month and day, of each "3 July" or "14 and 15 April"."""
    found = []
    for match in _DAYS.finditer(text):
        named = (match["month"] or match["first"])[:3]
        month = next(place for place, one in enumerate(MONTHS, 1) if one.startswith(named))
        printed = re.findall(r"\d+", match["days"] or match["day"])
        days = tuple((month, int(day)) for day in printed)
        if days:
            found.append((match.span(), days))
    return found


def mark_end(sentence: str) -> int:
    """Return where a sentence begins behind its list mark or paragraph number: "2.1 The Party"."""
    found = _MARK.match(sentence)
    return found.end() if found else 0


def labels(sentence: str, taken: Sequence[Span]) -> tuple[tuple[int, str], ...]:
    """Return place and print of the numbers in names that stand outside the spans `taken`.

    List marks, page numbers, note marks and references count nothing and name nothing.
    """
    found = []
    for match in _NUMBER.finditer(sentence, mark_end(sentence)):
        text = match[0].strip(".,:'’-/").removesuffix("'s").removesuffix("’s")
        start = match.start() + match[0].index(text)
        end = start + len(text)
        if any(low < end and start < high for low, high in taken):
            continue
        if _REFERENCE.search(sentence, max(start - 16, 0), start):
            continue
        found.append((start, text))
    return tuple(found)
