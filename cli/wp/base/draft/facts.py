"""The facts of a passage: one for every sentence with a figure, date, quotation or instrument."""

import re
from typing import TYPE_CHECKING, NamedTuple

from wp.base.draft.figures import find_figures
from wp.base.draft.instruments import names_instrument, quotes_passage
from wp.base.draft.mechanical import is_furniture, is_mechanical, mark_end
from wp.base.draft.neighbours import lend, points_back
from wp.base.draft.wording import statement_of
from wp.pattern import pattern
from wp.text import sentences

if TYPE_CHECKING:
    from wp.base.raw import RawFact

_LOOSE_END = pattern(r"[;,]?(?:\s(?:and|or))?$|[;,]$")
_NOTE = pattern(r"\[\s*(?P<note>[^\[\]]*[^\[\]\s])\s*\]")
_LONGEST_LINE = 120
# A line without an end mark: "Ninety-ninth session Agenda item 71 (b)".
_LETTERHEAD = pattern(
    r"(?!.*[.,:;!?]$)"
    r"(?:[\w-]+ (?:session|meeting)(?=$| agenda| \d)|item \d|(?:no|vol)\b\.? ?\d"
    r"|.*\b(?:agenda item \d|distr\.))",
    re.IGNORECASE,
)


class DraftSentence(NamedTuple):
    """A stretch that may become a fact; `notes` are its spans that are sentences of their own."""

    text: str
    notes: tuple[tuple[int, int], ...] = ()
    context: str = ""


def facts_of(
    text: str, *, item: bool = False, lead: str = "", language: str = "en"
) -> "list[RawFact]":
    """Propose the facts of a paragraph or, with `item`, of a list item.

    `lead` is the sentence that opens an item's list: it becomes the context. Every fact is marked
    as a draft.
    """
    facts: list[RawFact] = []
    if not item and len(text) <= _LONGEST_LINE and _LETTERHEAD.match(text):
        return facts  # it says which paper this is, and reports nothing
    if not item and is_mechanical(text):
        return facts
    for sentence in _sentences(text, item, lead):
        states = not is_furniture(sentence.text) and (item or not is_mechanical(sentence.text))
        fact = _fact(sentence, language) if states else None
        if fact:
            facts.append(fact)
    return facts


def lead_of(text: str) -> str:
    """Return the last sentence of a paragraph when it opens a list, else nothing."""
    if not text.endswith((":", "：")):
        return ""
    spans = sentences(text)
    return text[slice(*spans[-1])] if spans else ""


def _sentences(text: str, item: bool, lead: str) -> list[DraftSentence]:
    begin = mark_end(text)
    found: list[DraftSentence] = []
    before = lead
    for start, end in sentences(text[begin:]):
        sentence = _LOOSE_END.sub("", text[begin + start : begin + end])
        if not sentence:
            continue
        needs = item or points_back(sentence)
        notes = tuple(match.span("note") for match in _NOTE.finditer(sentence) if _whole(match))
        found.append(DraftSentence(sentence, notes, before if needs else ""))
        for note_start, note_end in notes:
            note = sentence[note_start:note_end]
            found += [DraftSentence(note[slice(*span)]) for span in sentences(note)]
        before = lead if item else sentence
    return found


def _whole(match: re.Match[str]) -> bool:
    """Return whether a bracketed note is a sentence of its own, not an "[and]" or a "[12]"."""
    note = match["note"]
    return len(note.split()) > 4 and note.endswith((".", "!", "?")) and note[0].isupper()


def _fact(sentence: DraftSentence, language: str) -> "RawFact | None":
    found = find_figures(sentence.text, sentence.notes, language)
    bare = _without(sentence.text, sentence.notes)
    if not (found.figures or found.dates or quotes_passage(bare) or names_instrument(bare)):
        return None
    dated = not found.figures and any(date["text"] == sentence.text for date in found.dates)
    if dated:
        return None  # a line that is only a date reports nothing of it
    lend(found, sentence.text, sentence.context)
    fact: RawFact = {"statement": statement_of(bare), "quote": sentence.text}
    if sentence.context:
        fact["context"] = sentence.context
    if found.figures:
        fact["figures"] = found.figures
    if found.dates:
        fact["dates"] = found.dates
    return {**fact, "draft": True}


def _without(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    for start, end in reversed(spans):
        text = text[:start].rstrip(" [") + text[end:].lstrip(" ]")
    return text
