"""What becomes of a section's passages: topics, and the facts of the rows of its tables.

Topics are proposed by the section's subheadings, else by the lead sentences of paragraphs. A topic
is something to find one's way by, so paragraphs of a fact or two are joined, and a short section is
one topic. Each figure of a row gets the row's label and the head of its column.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, zip_longest
from typing import Literal, NamedTuple

from wp.base.draft.facts import find_figures
from wp.base.draft.sections import DraftPassage, DraftSection
from wp.base.draft.source import DraftRow
from wp.base.draft.wording import mark_end, statement_of, title_of
from wp.base.schema import RawFact, RawFigure, RawPeriod, unique
from wp.pattern import pattern
from wp.statements.cell_units import (
    gives_unit,
    is_caption,
    unit_beside,
    unit_column,
    unit_of_cell,
    unit_told,
)
from wp.text import LETTER, sentences

# A section shorter than this, in words, is one topic.
_SHORT = 120
_SPEAKER = pattern(r"(?:[A-Z][A-Z.’'-]+\s)*[A-Z][A-Z’'-]+[.:]\s+(?=[A-Z“\"])")


_FEW = 3
"""A topic of fewer facts, by paragraphs, takes in the next one."""

_MOST = 8
"""Paragraphs are joined into topics of at most so many facts."""

_ONE_TOPIC = 6
"""A section of so many facts or fewer, without subheadings and tables, is one topic."""


class PassageGroup(NamedTuple):
    """Passages on one topic, under a subheading, a lead sentence, or the caption of a table."""

    title: str
    passages: tuple[DraftPassage, ...]
    by: Literal["heading", "lead", "table"] = "lead"


class Proposed(NamedTuple):
    """A topic's title and its facts by their keys; `by` is what the title is taken from."""

    title: str
    facts: dict[str, RawFact]
    by: Literal["heading", "lead", "table"]


def joined(proposed: Sequence[Proposed], title: str) -> list[Proposed]:
    """Join topics of few facts with the next one; `title` is the section's.

    Subheadings and tables part a document as its readers know it: theirs are left as they are.
    """
    proposed = [topic for topic in proposed if topic.facts]
    together = sum(len(topic.facts) for topic in proposed)
    if together <= _ONE_TOPIC and all(topic.by == "lead" for topic in proposed):
        return [_one(title, proposed)] if proposed else []
    found: list[Proposed] = []
    for topic in proposed:
        before = found[-1] if found else None
        if (
            before
            and before.by == topic.by == "lead"
            and min(len(before.facts), len(topic.facts)) < _FEW
            and len(before.facts) + len(topic.facts) <= _MOST
        ):
            found[-1] = _one(before.title, (before, topic))
        else:
            found.append(topic)
    if len(found) == 1 and found[0].by == "lead":
        return [found[0]._replace(title=title)]
    return found


def _one(title: str, topics: Sequence[Proposed]) -> Proposed:
    facts: dict[str, RawFact] = {}
    for topic in topics:
        for key, fact in topic.facts.items():
            facts[unique(key, facts)] = fact
    return Proposed(title, facts, "lead")


def groups(part: DraftSection) -> list[PassageGroup]:
    """Part a section into topics; a list or table belongs to the paragraph above it."""
    if not any(passage.under for passage in part.passages):
        if sum(len(passage.text.split()) for passage in part.passages) < _SHORT:
            return [PassageGroup(part.title, part.passages, "heading")]
        return _by_paragraph(part.passages)
    found: list[PassageGroup] = []
    start = 0
    for at, passage in enumerate(part.passages):
        last = at + 1 == len(part.passages)
        if last or part.passages[at + 1].under != passage.under:
            run = part.passages[start : at + 1]
            if passage.under and LETTER.search(passage.under):
                found.append(PassageGroup(passage.under, run, "heading"))
            else:
                found += _by_paragraph(run)
            start = at + 1
    return found


def _by_paragraph(passages: Sequence[DraftPassage]) -> list[PassageGroup]:
    found: list[PassageGroup] = []
    for passage in passages:
        if (passage.item or passage.row) and found:
            found[-1] = found[-1]._replace(passages=(*found[-1].passages, passage))
        else:
            if is_caption(passage.text):
                found.append(PassageGroup(title_of(passage.text), (passage,), "table"))
            else:
                found.append(PassageGroup(_lead_title(passage.text), (passage,)))
    return found


def _lead_title(text: str) -> str:
    text = text[mark_end(text) :]
    if speaker := _SPEAKER.match(text):  # "CHAIR POWELL.", "MARY FISHER:": no topic
        text = text[speaker.end() :]
    spans = sentences(text)
    return title_of(text[slice(*spans[0])] if spans else text)


# Rows

_SCALE = pattern(
    r"\b(?:thousands?|millions?|billions?|mn|bn)\b|(?<![\d,.])['’]?000s?\b", re.IGNORECASE
)
_NEGATIVE = pattern(r"\((?P<number>[^\d\s()]{0,3}\s?\d[\d.,'’ ]*\s?%?)\)")
_BARE = pattern(r"[^\d\s()]{0,3}\s?\d[\d.,'’ ]*\s?%?")
_BRACKETED = pattern(r"\s*\([^()]*\)$")


class Above(NamedTuple):
    """What stands right above a table's body: its caption, and the caption with the heads.

    `names` tells that the passage is itself the caption of a table, and reports nothing;
    `negative` are the columns whose numbers in round brackets are negative, as in accounts;
    `titled` tells that the caption is the title of the topic, and so no part of the text.
    """

    caption: str = ""
    text: str = ""
    names: bool = False
    negative: frozenset[int] = frozenset()
    titled: bool = False


def above_rows(passages: Sequence[DraftPassage], title: str = "") -> Iterator[Above]:
    """Yield, for each passage, what stands right above the table that it is a row of.

    `title` is that of their section or topic: a caption in bold letters reads as one.
    """
    above = Above()
    body = False
    negative = _negative_columns(passages)
    for place, (passage, following) in enumerate(zip_longest(passages, passages[1:])):
        if passage.row is None:
            above = Above(passage.text, passage.text) if _names(passage.text) else Above()
        elif passage.row.head:
            text = passage.text if body else f"{above.text} {passage.text}".strip()
            above = Above("" if body else above.caption, text)
        body = passage.row is not None and not passage.row.head
        if body and passage.row:
            # A note may part a caption from its table.
            titles = (above.caption, passage.row.caption, passage.under, title)
            caption = next(filter(_names, titles), "")
            columns = negative.get(place, frozenset())
            yield Above(caption, above.text, negative=columns, titled=caption == title)
        else:
            yield Above(names=bool(above.caption and following and following.row))


def _negative_columns(passages: Sequence[DraftPassage]) -> dict[int, frozenset[int]]:
    """Return, for the place of each row, the columns of its table where some numbers are in round
    brackets and others are not: the accounts' way of writing negative ones.

    A column with nothing but brackets, or with them in rows without a label, has errors or shares.
    """
    found: dict[int, frozenset[int]] = {}
    for is_row, group in groupby(enumerate(passages), lambda one: one[1].row is not None):
        rows = [(place, passage.row) for place, passage in group if passage.row]
        if not is_row or not any("(" in cell for _, row in rows for cell in row.cells[1:]):
            continue
        bare: set[int] = set()
        bracketed: set[int] = set()
        for row in (row for _, row in rows if not row.head):
            for place, cell in enumerate(row.cells[1:], 1):
                if _NEGATIVE.fullmatch(cell):
                    bracketed.add(place if row.cells[0] else -1)
                elif _BARE.fullmatch(cell):
                    bare.add(place)
        if -1 not in bracketed:
            found |= dict.fromkeys((place for place, _ in rows), frozenset(bare & bracketed))
    return found


def _names(text: str) -> bool:
    """Return whether a line or heading above a table names it, or gives the unit of its cells."""
    return is_caption(text) or gives_unit(text)


def row_warnings(parts: Iterable[DraftSection], facts: Mapping[str, RawFact]) -> list[str]:
    """Warn about rows whose figures lack the head of their column, or its scale.

    `facts` are those of the document, by their quote.
    """
    headless = scaled = 0
    for part in parts:
        above_each = above_rows(part.passages, part.title)
        for passage, above in zip(part.passages, above_each, strict=True):
            row = passage.row
            if row is None or row.head:
                continue
            has_scale = _SCALE.search(above.text)
            if row.heads and not has_scale:
                continue
            if fact := facts.get(passage.text):
                headless += not row.heads
                printed = (_SCALE.search(figure["unit"]) for figure in fact.get("figures", ()))
                scaled += bool(has_scale) and not any(printed)
    warnings = []
    if headless:
        warnings.append(f"table rows whose figures have no heading: {headless}; say what they are")
    if scaled:
        warnings.append(
            f"table rows whose scale stands above them: {scaled}; their values are as printed"
        )
    return warnings


@lru_cache(maxsize=128)  # each row of a table asks for the same heads
def _dates(text: str, language: str) -> Sequence[RawPeriod]:
    return find_figures(text, language=language).dates


def row_fact(row: DraftRow, quote: str, above: Above, language: str = "en") -> RawFact | None:
    """Propose the fact of a row, or None where its cells have neither figures nor a lone date.

    `quote` is the row as the text has it, `above` the caption and heads that stand right above the
    table's body: they become the context. A date in a column's head is a `context_period`.
    """
    label = row.cells[0]
    figures: list[RawFigure] = []
    dates: list[RawPeriod] = list(find_figures(label, language=language).dates)
    told = []
    units = unit_column(row.heads)
    measured = row.cells[units] if 0 < units < len(row.cells) else ""
    for place, cell in enumerate(row.cells[1:], 1):
        head = row.heads[place] if row.heads else ""
        beside = row.heads[place - 1] if row.heads and place > 1 else ""
        negative = place in above.negative and _NEGATIVE.fullmatch(cell)
        found = find_figures(negative["number"] if negative else cell, language=language)
        for raw in found.figures:
            if negative:
                raw["text"], raw["value"] = cell, -raw["value"]
            if raw["unit"] == "count":
                raw["unit"] = (
                    unit_told(measured)
                    or unit_of_cell(label, head, above.caption)
                    or unit_beside(label, head, beside, above.caption)
                    or "count"
                )
            figures.append(_placed(raw, label, head, above, dates, language))
            if measured:  # "% of forest area" is told of each
                raw["measures"] += f", {measured}"
        dates += found.dates
        if cell:
            told.append(f"{cell} ({head})" if head else cell)
    # "Year of review | 2016" states a date; years that stand beside each other are heads.
    if not figures and not (label and len(dates) == len(told) == 1):
        return None
    statement = statement_of(f"{label}: {', '.join(told)}" if label else quote)
    fact: RawFact = {"statement": statement, "quote": quote}
    if above.text:
        fact["context"] = above.text
    if figures:
        fact["figures"] = figures
    if dates:
        fact["dates"] = dates
    return {**fact, "draft": True}


def _is_within(one: RawPeriod, other: RawPeriod) -> bool:
    """Return whether a point in time lies in another that is told less precisely."""
    points = one["start"] == one["end"] and other["start"] == other["end"]
    return points and (one["end"] or "").startswith(other["end"] or "?")


def _placed(
    raw: RawFigure,
    label: str,
    head: str,
    above: Above,
    labelled: list[RawPeriod],
    language: str,
) -> RawFigure:
    """Return a cell's figure what its row, its column and the caption say of it."""
    raw["measures"] = ", ".join(filter(None, (label, head))) or raw["measures"]
    if "period" in raw:
        return raw
    told = _BRACKETED.sub("", head)  # "Share 2034 (per cent)"
    standing = f"{above.caption} {above.text}" if above.titled else above.text
    printed = [
        [date for date in _dates(text, language) if date["text"] in standing]
        for text in (told, above.caption)
    ]
    around = printed[0] or printed[1]
    if len(printed[0]) == len(printed[1]) == 1 and _is_within(printed[1][0], printed[0][0]):
        around = printed[1]  # "Share in 2024" below "end of 2024"
    if len(labelled) == 1:
        raw["period"] = labelled[0]
    elif len(around) == 1:
        raw["context_period"] = around[0].copy()
    return raw
