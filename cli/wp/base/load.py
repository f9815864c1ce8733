"""Loading the file of a fact base into the model: shape checked, quotes found in the text."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from wp.base import parse, wrong_shape
from wp.base.schema import QuotePlace, RawBase, RawFact, RawSection, assemble, check_shape
from wp.errors import InputError
from wp.files import digest, read_bytes
from wp.fragment import text_directive
from wp.model import Base
from wp.pattern import pattern
from wp.text import is_whole, squeeze

CheckedBase = tuple[RawBase, list[QuotePlace], str]
"""Raw data, the place of every quote, the SHA-256 of the file."""


_CONTROL = pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# What holds none of these holds no control character: as it is, or as an escape. Single bytes are
# looked for one after the other, a tenth of the time of one expression for all.
_CONTROL_BYTES = tuple(bytes((byte,)) for byte in (*range(0x09), *range(0x0B, 0x20), 0x7F))
_CONTROL_PAIRS = (pattern(rb"\xc2[\x80-\x9f]"), pattern(rb"\\[bfru]"))


def load(path: Path) -> Base:
    """Read a fact base; InputError names the file and the place of whatever is wrong in it."""
    return assemble(*read_checked(path))


def read_checked(path: Path, content: bytes | None = None) -> CheckedBase:
    """Read and check a fact base: its raw data, the place of every quote, the SHA-256 of the file.

    `content` spares reading the file when the caller holds its bytes already.
    """
    if content is None:
        content = read_bytes(path)
    raw: Any = parse(path, content)
    check_shape(path, raw)
    if any(byte in content for byte in _CONTROL_BYTES) or any(
        pair.search(content) for pair in _CONTROL_PAIRS
    ):
        check_characters(path, raw, ())
    for id_, section in raw["sections"].items():
        _check_pages(path, id_, section)
    resolve_contexts(path, raw)
    return raw, locate(path, raw), digest(content)


def check_characters(path: Path, value: Any, place: tuple[str, ...]) -> None:
    """Refuse control characters: no document prints them, and terminals obey them."""
    if isinstance(value, str):
        found = _CONTROL.search(value)
        if found:
            raise InputError(
                path,
                f"holds the control character U+{ord(found.group()):04X}",
                place=".".join(place),
                remedy="take it out",
            )
    elif isinstance(value, dict):
        for key, member in value.items():
            check_characters(path, key, (*place, "(key)"))
            check_characters(path, member, (*place, key))
    elif isinstance(value, list):
        for number, member in enumerate(value):
            check_characters(path, member, (*place, str(number)))


def _check_pages(path: Path, id_: str, section: RawSection) -> None:
    """Refuse a page that begins outside the section's text, or before the page above it."""
    last = (0, 0)
    for number, mark in enumerate(section.get("pages", ())):
        at = mark["paragraph"], mark["offset"]
        is_outside = at[0] > len(section["paragraphs"]) or at[1] > len(
            section["paragraphs"][at[0] - 1]
        )
        if is_outside or at < last:
            problem = "begins outside the text" if is_outside else "begins before the page above it"
            raise InputError(
                path,
                f"page {mark['page']} {problem}",
                place=f"sections.{id_}.pages.{number}",
                remedy="give paragraph and offset in the order of the text",
            )
        last = at


def raw_facts(raw: RawBase) -> Iterator[tuple[str, str, str, RawFact]]:
    """Return section id, topic key, fact key and raw fact of every fact, in the file's order."""
    for section_id, section in raw["sections"].items():
        for topic_key, topic in section["topics"].items():
            for fact_key, fact in topic["facts"].items():
                yield section_id, topic_key, fact_key, fact


def locate(path: Path, raw: RawBase) -> list[QuotePlace]:
    """Find every fact's quote in its section's text; InputError for one that is not there."""
    places: list[QuotePlace] = []
    within, text, quotes, page = "", "", QuotableText(""), ""
    for section_id, topic_key, fact_key, fact in raw_facts(raw):
        if section_id != within:
            section = raw["sections"][section_id]
            within, text = section_id, "\n".join(section["paragraphs"])
            page = section.get("url") or ""
            quotes = QuotableText(text)
        place = quotes.find(fact["quote"].split())
        if place is None:
            raise _not_printed(path, section_id, topic_key, fact_key)
        start, end, paragraph = place
        # It takes most of the time of loading, and leads nowhere without a page.
        directive = text_directive(text, start, end, page) if page else ""
        places.append((paragraph, start, end, directive))
    return places


def resolve_context(
    path: Path, fact: RawFact, quotes: Mapping[str, str], place: tuple[str, ...]
) -> RawFact:
    """Return a fact with the context that its `context_of` refers to.

    `quotes` are those of the earlier facts of its topic by their keys. InputError, which names the
    file and the place, where the fact referred to is none of them, or where a context stands too.
    """
    if "context_of" not in fact:
        return fact
    key = fact["context_of"]
    if "context" in fact:
        raise wrong_shape(path, "has both context and context_of: keep one", place)
    if key not in quotes:
        raise wrong_shape(path, f"refers to {key!r}, no earlier fact of its topic", place)
    resolved: RawFact = {**fact, "context": quotes[key]}
    del resolved["context_of"]
    return resolved


def resolve_contexts(path: Path, raw: RawBase) -> None:
    """Replace every `context_of` of a base by the context itself; see `resolve_context`."""
    for section_id, section in raw["sections"].items():
        for topic_key, topic in section["topics"].items():
            quotes: dict[str, str] = {}
            facts = topic["facts"]
            place = ("sections", section_id, "topics", topic_key, "facts")
            for key, fact in facts.items():
                facts[key] = resolve_context(path, fact, quotes, (*place, key, "context_of"))
                quotes[key] = fact["quote"]


_SPACE = pattern(r"[^\S ]")
_STRETCH = pattern(r"\S+")
_WORD = pattern(r"[^\W_]+|\S")
_SCANS_BEFORE_INDEX = 600
"""After so many scans of a whole text, an index of its words would have cost less."""


def _not_printed(path: Path, section: str, topic: str, fact: str) -> InputError:
    """Return the error that a fact's quote is not in the text of its section."""
    return InputError(
        path,
        f"the quote does not stand in the text of section {section}",
        place=f"{section}.{topic}.{fact}",
        remedy="copy it from the section's paragraphs to the letter",
    )


class QuotableText:
    """A section's text, in which many quotes are found in little more than one pass."""

    def __init__(self, text: str) -> None:
        """Take the paragraphs, a line each."""
        self._text = text
        self._lines = [match.start() for match in re.finditer("\n", text)]
        # With single spaces only, offsets in both are the same.
        self._plain = text.replace("\n", " ")
        if not self._plain.isprintable():
            self._plain = _SPACE.sub(" ", self._plain)
        self._stretches: tuple[array[int], array[int]] | None = None
        if "  " in self._plain:
            self._squeeze()
        self._searched = 0
        self._words: _Words | None = None

    def find(self, pieces: list[str]) -> tuple[int, int, int] | None:
        """Return start, end and paragraph (1-based) of the place that `wp.text.find_whole` gives.

        `pieces` is the quote split at its white space.
        """
        words = " ".join(pieces)
        at = 0
        while words and (at := self._next(words, at)) >= 0:
            start, end = at, at + len(words)
            if self._stretches:
                start, end = self._original(start), self._original(end - 1) + 1
            if is_whole(self._text, start, end):
                return start, end, bisect_left(self._lines, start) + 1
            at += 1
        return None

    def _squeeze(self) -> None:
        """Fold the white space, and note where each stretch without any begins in both texts."""
        original = array("I")
        squeezed = array("I")
        length = 0
        for match in _STRETCH.finditer(self._text):
            original.append(match.start())
            squeezed.append(length)
            length += match.end() - match.start() + 1
        self._plain = squeeze(self._text)
        self._stretches = original, squeezed

    def _original(self, at: int) -> int:
        """Return the offset in the text of an offset in the plain text."""
        assert self._stretches
        original, squeezed = self._stretches
        number = bisect_right(squeezed, at) - 1
        return original[number] + at - squeezed[number]

    def _next(self, words: str, at: int) -> int:
        """Return where words come next in the plain text; -1: nowhere.

        A place may be passed over where they would begin or end within a word.
        """
        plain = self._plain
        if self._searched > _SCANS_BEFORE_INDEX * len(plain):
            if self._words is None:
                self._words = _Words(plain)
            return self._words.next(words, at)
        found = plain.find(words, at)
        self._searched += (found if found >= 0 else len(plain)) - at
        return found


class _Words:
    """Where each word of a text stands: a quote is looked for where its rarest word is."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
        for match in _WORD.finditer(text):
            self._places[match.group()].append(match.start())

    def next(self, words: str, at: int) -> int:
        """Return where whole words come next from an offset on; -1: nowhere."""
        places = self._places
        stand = [(word.start(), places.get(word.group(), ())) for word in _WORD.finditer(words)]
        ahead, rarest = min(stand, key=lambda word: len(word[1]))
        for place in rarest[bisect_left(rarest, at + ahead) :]:
            if self._text.startswith(words, place - ahead):
                return place - ahead
        return -1
