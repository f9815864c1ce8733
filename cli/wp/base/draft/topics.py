"""Topics proposed for a section: by its subheadings, else by the lead sentences of paragraphs.

A topic is something to find one's way by, so paragraphs of a fact or two are joined, and a short
section is one topic.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from wp.base.draft.sections import DraftPassage, DraftSection
from wp.base.draft.wording import mark_end, title_of
from wp.base.schema import RawFact, unique
from wp.pattern import pattern
from wp.statements.cell_units import is_caption
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


def _speaker_end(text: str) -> int:
    """Return the offset behind "CHAIR POWELL." or "MARY FISHER:", who is no topic."""
    speaker = _SPEAKER.match(text)
    return speaker.end() if speaker else 0


def _lead_title(text: str) -> str:
    text = text[mark_end(text) :]
    text = text[_speaker_end(text) :]
    spans = sentences(text)
    return title_of(text[slice(*spans[0])] if spans else text)
