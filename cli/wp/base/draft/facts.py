"""The facts of a passage: one for every sentence with a figure, date, quotation or instrument.

A sentence that leans on the one before it has its context, time, and what a bare number counts."""

import re
from typing import NamedTuple

from wp.base.draft.wording import (
    is_furniture,
    is_mechanical,
    mark_end,
    names_instrument,
    quotes_passage,
    statement_of,
)
from wp.base.schema import RawFact, RawFigure, RawPeriod
from wp.pattern import pattern
from wp.quantities.model import DateMention
from wp.quantities.read import number_values
from wp.statements.read import Stated, Statement, read_statement
from wp.text import sentences


class DraftFigures(NamedTuple):
    """The figures and dates of a sentence, in the order they are printed in."""

    figures: list[RawFigure]
    dates: list[RawPeriod]


def find_figures(
    sentence: str, hidden: tuple[tuple[int, int], ...] = (), language: str = "en"
) -> DraftFigures:
    """Find the figures and dates of a sentence, outside the spans `hidden`."""
    read = read_statement(sentence, hidden, language)
    return DraftFigures([*map(_figure, read.figures)], [*map(_period_of, read.dates)])


def _figure(stated: Stated) -> RawFigure:
    raw: RawFigure = {
        "text": stated.text,
        "value": stated.quantity.value,
        "unit": stated.unit,
        "measures": stated.measures,
    }
    if stated.quantity.qualifier:
        raw["qualifier"] = stated.quantity.qualifier
    if stated.period:
        raw["period"] = _period_of(stated.period)
    if stated.part_of:
        raw["part_of"] = stated.part_of
    return raw


def _period_of(mention: DateMention) -> RawPeriod:
    """Return a date as the raw data of a period."""
    period = mention.period
    return {"text": period.text, "start": period.start, "end": period.end}


_POINTS_BACK = pattern(
    r"(?:(?:in|at|by|on|during|since) [^,;.]{3,25},? )?(?:it|they)\b"
    r"|(?:it|its|they|their|this|these|those|he|she|his|her|such|each|both"
    r"|that (?:is|was|are|were|leaves|left|makes|made|means|meant|brings|brought|comes|came)"
    r"|(?:[\w,-]+ )?(?:among|of) (?:them|these|those)|of (?:this|that|it)(?=[ ,])"
    r"|(?:a|some|another) further\b"
    r"|the (?:rest|others|latter|former|document|report|figure|number|total)"
    # "In 2013 there had been 8,200"
    r"|(?:in|by) \d{4},? there (?:were|was|had been) [\d.,]+(?: million| billion)?(?=[.;]| in ))\b",
    re.IGNORECASE,
)
# "Thirty-seven were returned": of what is said before.
_ALONE = pattern(
    r"(?:(?:some|about|only|another|nearly|almost|more than|fewer than) )?([\w,-]+)"
    r" (?:(?:is|are|was|were|has|have|had|did|do|came|went|won|lost|fell|stood|reached|left|took)\b"
    r"|(?!hundred\b)\w+ed\b)",
    re.IGNORECASE,
)
_OF_THEM = pattern(
    r"(\d[\d.,]*(?: million| billion| per ?cent|%)|[\w,-]+)(?<!th)(?<!half)(?<!third)(?<!quarter)"
    r" of (?:them|these|those)\b"
)
_YEARS = pattern(r"\b(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?\b")
# "Of this, 2.9 billion is for loans": of the amount before it.
_OF_THIS = pattern(
    r"(?:of|from) (?:this|that|it)\b|this (?:sum|amount|total|money)\b", re.IGNORECASE
)
_NO_THING = ("count", "ordinal", "share")
_NO_AMOUNT = (*_NO_THING, "percent", "percentage points", "days", "months", "years", "times")
_THEM = (" of them", " of these", " of those")
_RATE = pattern(r" (?:an?|per) ")
_SUBJECT = pattern(r"[A-Z][^\W\d_]+(?: [a-z]+)?(?= (?:are|have|were)\b)")
_FRAMES = pattern(r"(?:in|on|at|by|during|until) ", re.IGNORECASE)


def _points_back(sentence: str) -> bool:
    """Return whether a sentence leans on the one before: "It paid 12", "Of these, 613"."""
    return (
        _POINTS_BACK.match(sentence) is not None
        or _stands_alone(sentence)
        or _counts_them(sentence)
    )


def _counts_them(sentence: str) -> bool:
    """Return whether the first number of a sentence is of what stands before it: "It accepted 71 of
    them"."""
    if not any(map(sentence.__contains__, _THEM)):
        return False  # most sentences are spared the search
    found = _OF_THEM.search(sentence)
    before = _YEARS.sub("", sentence[: found.start()]) if found else ""
    return found is not None and bool(number_values(found[1])) and not re.search(r"\d", before)


def _stands_alone(sentence: str) -> bool:
    found = _ALONE.match(sentence)
    return found is not None and not {*number_values(found[1])} <= {1}


def _lend(found: DraftFigures, sentence: str, context: str, language: str) -> None:
    """Add to the figures of a sentence what the sentence it leans on says of them.

    A bare number counts what was counted before ("Of these, 613 had a line"); what has no time of
    its own has the one with which the sentence before begins.
    """
    if not (context and found.figures and _points_back(sentence)):
        return
    before = read_statement(context, (), language)
    if _OF_THIS.match(sentence):
        unit = _amount(before)
    else:
        unit = _unit(before, _stands_alone(sentence))
        unit = unit or (_subject(context) if _counts_them(sentence) else "")
    for raw in found.figures:
        if raw["unit"] == "count" and unit:
            raw["unit"] = unit
    framed = [date for date in before.dates if date.start == 0 and _FRAMES.match(date.text)]
    for raw in found.figures if framed else ():
        if "period" not in raw:
            raw["context_period"] = _period_of(framed[0])


def _unit(before: Statement, alone: bool) -> str:
    """Return the unit of the last thing that a sentence counts by its noun.

    What stands `alone` as the subject of the next one is no rate: "Fourteen reached this limit".
    """
    counted = [
        one.unit
        for one in before.figures
        if not (one.age or one.quantity.unit or one.unit in (*_NO_THING, "percent"))
    ]
    fitting = [unit for unit in counted if not (alone and _RATE.search(unit))]
    return fitting[-1] if fitting else ""


def _subject(context: str) -> str:
    """Return the plural that a sentence is of: "School lunches have been free since 2030"."""
    opening = _SUBJECT.match(context)
    read = read_statement(f"2 {opening[0][:1].lower()}{opening[0][1:]}") if opening else None
    return read.figures[0].unit if read and read.figures and read.figures[0].named else ""


def _amount(before: Statement) -> str:
    """Return the unit of the last amount that a sentence tells; a rank or share is none."""
    units = [one.unit for one in before.figures if not one.age and one.unit not in _NO_AMOUNT]
    return units[-1] if units else ""


_FEWEST_OF_A_LEAD = 4  # words
_LOOSE_END = pattern(r"[;,]?\s(?:and|or)$|[;,]$")
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
) -> list[RawFact]:
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
    """Return the last sentence of a paragraph when it opens a list, else nothing.

    It ends in a colon or in a word: "In 2035 the Authority intends".
    """
    open_ended = text[-1:].isalpha() and len(text.split()) >= _FEWEST_OF_A_LEAD
    if not (open_ended or text.endswith((":", "："))):
        return ""
    spans = sentences(text)
    return text[slice(*spans[-1])] if spans else ""


def _sentences(text: str, item: bool, lead: str) -> list[DraftSentence]:
    begin = mark_end(text)
    found: list[DraftSentence] = []
    before = lead
    for start, end in sentences(text[begin:]):
        sentence = text[begin + start : begin + end]
        if sentence.endswith((";", ",", "and", "or")):
            sentence = _LOOSE_END.sub("", sentence)
        if not sentence:
            continue
        context = before if _points_back(sentence) else lead if item else ""
        notes = tuple(match.span("note") for match in _NOTE.finditer(sentence) if _whole(match))
        found.append(DraftSentence(sentence, notes, context))
        for note_start, note_end in notes:
            note = sentence[note_start:note_end]
            found += [DraftSentence(note[slice(*span)]) for span in sentences(note)]
        before = sentence
    return found


def _whole(match: re.Match[str]) -> bool:
    """Return whether a bracketed note is a sentence of its own, not an "[and]" or a "[12]"."""
    note = match["note"]
    return len(note.split()) > 4 and note.endswith((".", "!", "?")) and note[0].isupper()


def _fact(sentence: DraftSentence, language: str) -> RawFact | None:
    found = find_figures(sentence.text, sentence.notes, language)
    bare = _without(sentence.text, sentence.notes)
    if not (found.figures or found.dates or quotes_passage(bare) or names_instrument(bare)):
        return None
    dated = not found.figures and any(date["text"] == sentence.text for date in found.dates)
    if dated:
        return None  # a line that is only a date reports nothing of it
    _lend(found, sentence.text, sentence.context, language)
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
