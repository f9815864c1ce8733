"""Topics proposed for a section: by its subheadings, else by the lead sentences of paragraphs."""

from collections.abc import Sequence
from typing import NamedTuple

from wp.base.draft.marks import mark_end
from wp.base.draft.sections import Part, Passage
from wp.base.draft.wording import title_of
from wp.documents.headings import split_heading
from wp.text import sentences

# A section shorter than this, in words, is one topic.
_SHORT = 120


class Group(NamedTuple):
    """Passages on one topic."""

    title: str
    passages: tuple[Passage, ...]


def groups(part: Part) -> list[Group]:
    """Part a section into topics; a list or table belongs to the paragraph above it."""
    if not any(passage.under for passage in part.passages):
        if sum(len(passage.text.split()) for passage in part.passages) < _SHORT:
            return [Group(part.title, part.passages)]
        return _by_paragraph(part.passages)
    found: list[Group] = []
    start = 0
    for at, passage in enumerate(part.passages):
        last = at + 1 == len(part.passages)
        if last or part.passages[at + 1].under != passage.under:
            run = part.passages[start : at + 1]
            found += [Group(_title(passage.under), run)] if passage.under else _by_paragraph(run)
            start = at + 1
    return found


def _by_paragraph(passages: Sequence[Passage]) -> list[Group]:
    found: list[Group] = []
    for passage in passages:
        if (passage.item or passage.row) and found:
            found[-1] = Group(found[-1].title, (*found[-1].passages, passage))
        else:
            found.append(Group(_lead_title(passage.text), (passage,)))
    return found


def _title(subheading: str) -> str:
    return split_heading(subheading).title or subheading


def _lead_title(text: str) -> str:
    text = text[mark_end(text) :]
    spans = sentences(text)
    return title_of(text[slice(*spans[0])] if spans else text)
