"""Passages: the sentences of a text that no fact quotes whole, named by their place."""

from collections.abc import Iterator

from wp.fragment import text_directive
from wp.model import Base, Fact, Section
from wp.search.index_layout import IndexedPassage
from wp.text import sentences
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
