"""The text that quotations are held to, made ready once: every section of the loaded bases, or
what a citation names of them: some paragraphs, or the pages "pp. 12–13".
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import repeat
from typing import NamedTuple

from wp.documents.headings import split_heading
from wp.english import MONTHS
from wp.errors import NotFoundError
from wp.model import Base, Section, has_day
from wp.pattern import pattern
from wp.verify.tokens import PlainTokens, QuotationTokens, is_word
from wp.verify.turning_words import TurningWords, turning_words

# What tells in a title what a document is; each is a name for it in prose.
_LAWS = frozenset(
    "act law statute code regulation regulations ordinance decree directive constitution charter "
    "bill".split()
)
_JUDGMENTS = frozenset(
    "judgment judgement ruling v vs court tribunal judge judges justices".split()
)

_PAGES = pattern(
    r"\s*(?:pp?\b\.?|pages?\b)\s*(?P<first>\w+)(?:\s*[-\N{EN DASH}]\s*(?P<last>\w+))?\s*",
    re.IGNORECASE,
)


class CorpusText(QuotationTokens):
    """A section's text as tokens, with the facts that its words belong to; or what names a part.

    `section` is the id of the section, or None for what stands on the title page. A heading and
    what stands on the title page (`name`) has no paragraph, no offsets and no facts.
    """

    def __init__(
        self,
        text: str,
        base: Base,
        section: str | None,
        plain: PlainTokens | None,
        *,
        name: bool = False,
        prefix: str = "",
    ) -> None:
        super().__init__(text, plain)
        self.document = base.document.id
        self.section = section
        self.name = name
        self._base = base
        self._prefix = prefix

    @cached_property
    def abroad(self) -> TurningWords | None:
        """The words that turn the sense in the text's language, where that is not English."""
        return turning_words(self._base.document.language)

    @cached_property
    def printed(self) -> dict[str, list[int]]:
        """Where each word stands as it is printed."""
        places: dict[str, list[int]] = {}
        for at, token in enumerate(self.texts):
            places.setdefault(token, []).append(at)
        return {token: found for token, found in places.items() if is_word(token)}

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands, without regard to case."""
        places: dict[str, list[int]] = {}
        for token, found in self.printed.items():
            lower = token.lower()
            places[lower] = sorted(places[lower] + found) if lower in places else found
        return places

    @cached_property
    def _facts(self) -> list[tuple[int, int, str]]:
        if self.name or self.section is None:
            return []
        facts = self._base.section(self.section).facts()
        return [(fact.start, fact.end, self._prefix + fact.id) for fact in facts]

    def facts_in(self, start: int, end: int) -> tuple[str, ...]:
        """Return the ids of the facts whose quotes share characters with [start, end)."""
        return tuple([id_ for first, stop, id_ in self._facts if first < end and start < stop])


class Corpus:
    """All that can be quoted: the sections of one or several bases, then what names their parts.

    These are the headings, those of parts that a base does not hold too, and the title page: title,
    publisher, edition, date.
    """

    def __init__(
        self,
        bases: Sequence[Base],
        *,
        qualified: bool | None = None,
        plain: Iterable[PlainTokens] | None = None,
    ) -> None:
        """Take bases; their facts are `qualified` by the document as told, or among several.

        `plain` is what the tokens of the sources of the same bases gave.
        """
        tokens = repeat(None) if plain is None else iter(plain)
        if qualified is None:
            qualified = len(bases) > 1
        self.document_names = tuple(name for base in bases for name in _names_to_cite(base))
        self.sources: tuple[CorpusText, ...] = (
            *(
                CorpusText(
                    section.text, base, section.id, next(tokens),
                    prefix=f"{base.document.id}:" if qualified else "",
                )
                for base in bases
                for section in base.sections
            ),
            *(
                CorpusText(name, base, part, next(tokens), name=True)
                for base in bases
                for part, name in _names(base)
                if name
            ),
        )  # fmt: skip

    @cached_property
    def speakers(self) -> frozenset[str]:
        """Who speaks in the sections, as `speakers_in` names them."""
        from wp.verify.attribution import speakers_in

        return frozenset().union(*(speakers_in(one.text) for one in self.sources if not one.name))

    @cached_property
    def _counts(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for source in self.sources:
            for word, places in source.places.items():
                counts[word] = counts.get(word, 0) + len(places)
        return counts

    @property
    def words(self) -> Collection[str]:
        """All words that are printed, in lower case."""
        return self._counts

    def count(self, word: str) -> int:
        """Return how often a word, in lower case, is printed."""
        return self._counts.get(word, 0)

    def prints(self, tokens: list[str]) -> bool:
        """Return whether these tokens stand anywhere in a row."""
        return any(source.find(tokens) for source in self.sources)

    @cached_property
    def size(self) -> int:
        """How many tokens all sources have."""
        return sum(map(len, self.sources))


def _names(base: Base) -> Iterator[tuple[str | None, str]]:
    """Yield what names a document and its parts, each with the id of the section that it names."""
    held = {section.id for section in base.sections}
    for section in base.sections:
        yield section.id, section.title
        # "Part II. Nets" is quoted as "Nets" too.
        if (title := split_heading(section.title).title) != section.title:
            yield section.id, title
    for heading in base.document.contents:
        if heading.id not in held:
            yield heading.id, heading.title
        yield from ((heading.id, words) for words in heading.headings)
    document = base.document
    yield None, document.title
    yield None, document.publisher
    yield None, document.edition
    yield from ((None, words) for words in _in_words(document.published))


def _names_to_cite(base: Base) -> Iterator[str]:
    """Yield the names by which prose cites a document: title and publisher, who is also called
    without what it is of, and what a document of its kind is called in one word."""
    document = base.document
    head, _, _ = document.publisher.partition(" of ")
    subject, _, _ = document.title.partition(": ")
    for name in (document.title, subject, document.publisher, head):
        if len(name.split()) > 1:
            yield name
    in_title = set(document.title.lower().replace(".", "").split())
    for kind in (_LAWS, _JUDGMENTS):
        if not kind.isdisjoint(in_title):
            yield from sorted(kind)


def _in_words(day: str) -> Iterator[str]:
    """Write an ISO date as papers do: "15 December 2017" and "December 15, 2017"."""
    if has_day(day):
        year, month, number = day.split("-")
        name = MONTHS[int(month) - 1]
        yield f"{int(number)} {name} {year}"
        yield f"{name} {int(number)}, {year}"


class TextStretch(NamedTuple):
    """Characters [start, end) of a section's text."""

    section: Section
    start: int
    end: int


def paragraphs_of(section: Section, first: int, last: int) -> TextStretch:
    """Return the stretch of some paragraphs of a section, counted from 1."""
    ends = [len(paragraph) + 1 for paragraph in section.paragraphs]
    return TextStretch(section, sum(ends[: first - 1]), sum(ends[:last]))


def pages_named(name: str, bases: Iterable[Base]) -> list[TextStretch]:
    """Return what stands on the pages that a name means; nothing where it means none.

    A page is named as the document prints it, so "xii" is one. NotFoundError where a document has
    pages, and none has this one.
    """
    found = _PAGES.fullmatch(name)
    if not found:
        return []
    first = found["first"].casefold()
    last = (found["last"] or first).casefold()
    held: list[TextStretch] = []
    known: list[str] = []
    for base in bases:
        stretches = [stretch for section in base.sections for stretch in _pages_of(section)]
        pages = [page.casefold() for page, _ in stretches]
        known += (page for page, _ in stretches)
        if first in pages and last in pages:
            end = len(pages) - pages[::-1].index(last)
            held += (stretch for _, stretch in stretches[pages.index(first) : end])
    if known and not held:
        raise NotFoundError("page", name.strip(), remedy=f"the pages are {known[0]} to {known[-1]}")
    return held


def only(bases: Sequence[Base], stretches: Sequence[TextStretch]) -> list[Base]:
    """Return the bases with nothing but some stretches: blanks stand for the rest.

    So offsets and paragraphs stay what they are; a base without a stretch is left out.
    """
    kept = []
    for base in bases:
        sections = tuple(
            _blanked(section, held)
            for section in base.sections
            if (held := [one for one in stretches if _is_same(one.section, section)])
        )
        if sections:
            kept.append(Base(base.document, sections, base.digest))
    return kept


def _is_same(one: Section, other: Section) -> bool:
    return (one.document, one.id) == (other.document, other.id)


def _pages_of(section: Section) -> list[tuple[str, TextStretch]]:
    marks = section.pages
    ends = [*(mark.offset for mark in marks[1:]), len(section.text)] if marks else []
    return [
        (mark.page, TextStretch(section, mark.offset, end))
        for mark, end in zip(marks, ends, strict=True)
    ]


def _blanked(section: Section, held: Sequence[TextStretch]) -> Section:
    text = section.text
    shown = [" "] * len(text)
    for stretch in held:
        shown[stretch.start : stretch.end] = text[stretch.start : stretch.end]
    paragraphs = []
    start = 0
    for paragraph in section.paragraphs:
        paragraphs.append("".join(shown[start : start + len(paragraph)]))
        start += len(paragraph) + 1
    return section._replace(paragraphs=tuple(paragraphs))
