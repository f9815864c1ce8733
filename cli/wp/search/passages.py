"""The text itself: passages, the sentences that no fact quotes whole; the places of some words."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from wp.errors import UsageError
from wp.fragment import text_directive
from wp.model import Base, Fact, Section, is_chosen
from wp.search.index_layout import IndexedPassage
from wp.text import Folded, fold, is_whole, sentences
from wp.words import STOP_WORDS, tokens

_LONGEST_PLACE = 200


def passages(section: Section) -> Iterator[IndexedPassage]:
    """Yield the sentences of a section with a word that carries a subject and stands in no quote.

    So every such word of the text is found through a fact or a passage. A sentence of which a fact
    leaves out nothing but "in the" and the like is no passage.
    """
    quoted = bytearray(len(section.text))
    for fact in section.facts():
        quoted[fact.start : fact.end] = b"\1" * (fact.end - fact.start)
    for paragraph, number, start, end in sentences_of(section):
        if quoted.find(0, start, end) >= 0 and _adds_word(section.text, start, end, quoted):
            yield _passage(section, paragraph, number, start, end)


def _adds_word(text: str, start: int, end: int, quoted: bytearray) -> bool:
    return any(
        token.text not in STOP_WORDS and not quoted[start + token.start]
        for token in tokens(text[start:end])
    )


def passage_named(base: Base, name: str) -> Fact | None:
    """Return the sentence at a place such as "VI.4.2": section, paragraph, sentence.

    None where the base has no such place. A sentence that a fact quotes is given as well.
    """
    place, _, number = name.rpartition(".")
    section_id, _, paragraph = place.rpartition(".")
    if not (number.isdecimal() and paragraph.isdecimal()) or len(name) > _LONGEST_PLACE:
        return None
    for section in base.sections:
        if section.id.lower() == section_id.lower():
            for found in sentences_of(section):
                if found[:2] == (int(paragraph), int(number)):
                    return linked(_passage(section, *found).fact(), section)
    return None


def _passage(section: Section, paragraph: int, number: int, start: int, end: int) -> IndexedPassage:
    quote = section.text[start:end]
    return IndexedPassage(section.document, section.id, paragraph, number, start, end, quote)


def linked(passage: Fact, section: Section) -> Fact:
    """Return a passage with the text directive that leads to it, where its section has a page.

    Apart from the index, since to prove a directive takes longer than to cut a sentence.
    """
    if not section.url:
        return passage
    fragment = text_directive(section.text, passage.start, passage.end, section.url)
    return passage._replace(fragment=fragment)


def sentences_of(section: Section) -> Iterator[tuple[int, int, int, int]]:
    """Yield paragraph, number in it, start and end in the text of every sentence of a section."""
    at = 0
    for paragraph, text in enumerate(section.paragraphs, 1):
        for number, (start, end) in enumerate(sentences(text), 1):
            yield paragraph, number, at + start, at + end
        at += len(text) + 1


class Occurrence(NamedTuple):
    """A place where the text has the words.

    `start` and `end` are offsets in the section's text, `sentence` the span of the sentences that
    the words stand in. A heading has paragraph 0 and offsets in the section's title.
    """

    document: str
    section: str
    paragraph: int
    start: int
    end: int
    sentence: tuple[int, int]


def occurrences(
    bases: Iterable[Base], sought: str, *, regex: bool = False, sections: Collection[str] = ()
) -> list[Occurrence]:
    """Return every place of these words in the text and headings of the bases, in order.

    Text is folded as quotations are (white space, quotation marks, dashes; case as well), so that
    words are found over line and sentence ends. Whole words are meant: "peace" is not found in
    "peacekeeping"; a regular expression is held to nothing. `sections` are ids, as `is_chosen`
    takes them. UsageError for an empty text and an expression that is not one.
    """
    pattern = _pattern(sought, regex)
    found: list[Occurrence] = []
    for base in bases:
        for section in base.sections:
            if is_chosen(sections, section.document, section.id):
                found += _in_section(section, pattern, whole=not regex)
    return found


def _pattern(sought: str, regex: bool) -> "re.Pattern[str]":
    words = sought.strip() if regex else fold(sought).text
    if not words:
        raise UsageError("the text to look for is empty", remedy='try: wp grep "standby force"')
    try:
        return re.compile(words if regex else re.escape(words), re.IGNORECASE)
    except re.error as error:
        where = f" (character {error.pos + 1})" if error.pos is not None else ""
        raise UsageError(
            f"the regular expression cannot be read: {error.msg}{where}",
            remedy="leave --regex out to look for the text as it is",
        ) from None


def _in_section(
    section: Section, pattern: "re.Pattern[str]", *, whole: bool
) -> Iterator[Occurrence]:
    title = fold(section.title)
    for start, end in _spans(title, pattern, whole):
        yield Occurrence(section.document, section.id, 0, start, end, (0, len(section.title)))
    folded = fold(section.text)
    breaks = [match.start() for match in re.finditer("\n", section.text)]
    cut: list[tuple[int, int]] | None = None
    for start, end in _spans(folded, pattern, whole):
        cut = [span[2:] for span in sentences_of(section)] if cut is None else cut
        inside = [span for span in cut if span[0] < end and start < span[1]] or [(start, end)]
        yield Occurrence(
            section.document,
            section.id,
            bisect_right(breaks, start) + 1,
            start,
            end,
            (min(start, inside[0][0]), max(end, inside[-1][1])),
        )


def _spans(folded: Folded, pattern: "re.Pattern[str]", whole: bool) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(folded.text):
        start, end = match.span()
        if start < end and (not whole or is_whole(folded.text, start, end)):
            yield folded.original(start, end)
