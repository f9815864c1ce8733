"""What a name means: sections and topics, misspelt too, and places, "VI:4-6" or "VI, para. 4"."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple
from unicodedata import normalize

from wp.errors import NotFoundError
from wp.model import Base, Fact, Section, Topic
from wp.pattern import pattern

# Below this likeness (0 to 100) a misspelt name is answered with suggestions, not with a guess.
_SAME_NAME = 82.0
# Below this one it is like none: short words have half their letters in any long name.
_LIKE = 70.0
_LABELLED = pattern(
    r"(?:article|part|chapter|annex|appendix|schedule|rule|book|title) (?:\d{1,4}|[ivxlc]+|[a-z])"
)
_WRITTEN = pattern(
    r"\s*(?P<section>.{0,199}?[^\s.:¶])(?:\.?\s*(?:¶+|:)\s*|\.?[\s,]+para(?:graph|\.)?s?\s+|\.)"
    r"(?P<first>[0-9]{1,6})(?:\s*[-\N{EN DASH}]\s*(?P<last>[0-9]{1,6}))?\s*"
    # As answers print it: its own number and its page tell nothing more.
    r"(?:\(numbered “[^”]*”\)\s*)?(?:,?\s*pp?\.\s*\S{1,20}\s*)?",
    re.IGNORECASE,
)


def closest(name: str, candidates: Iterable[str], count: int) -> list[str]:
    """Return the candidates most like a name, best first, `count` at most."""
    from rapidfuzz import fuzz, process, utils

    found = process.extract(
        name, list(candidates), scorer=fuzz.WRatio, processor=utils.default_process, limit=count
    )
    return [candidate for candidate, score, _ in found if score >= _LIKE]


class _Heading(NamedTuple):
    """A part of a document, and its section where the base holds it."""

    document: str
    id: str
    title: str
    section: Section | None


def sections_named(name: str, bases: Sequence[Base]) -> list[Section]:
    """Return the sections that a name means: id, number, title, also misspelt; one a base or more.

    NotFoundError tells a part of the document that no base holds from a name that is unknown, and
    lists the sections there are.
    """
    headings = _headings(bases)
    if found := sections_called(name, bases) or _held(_misspelt(name, headings), headings):
        return found
    several = len(bases) > 1
    there = ", ".join(f"{h.document}:" * several + h.id for h in headings if h.section)
    raise NotFoundError(
        "section",
        name,
        nearest=tuple(_nearest_headings(name, headings)),
        remedy=f"the sections are {there}",
    )


def sections_called(name: str, bases: Sequence[Base]) -> list[Section]:
    """Return the sections of this id, number or title, well spelt; none where nothing is so called.

    NotFoundError tells of a part of the document that no base holds.
    """
    wanted = _plain(name.removeprefix("section ").removeprefix("Section "))
    headings = _headings(bases)
    matches = _called(wanted, headings) or _numbered(wanted, headings) or _begun(wanted, headings)
    return _held(matches, headings)


def _held(matches: list[_Heading], headings: list[_Heading]) -> list[Section]:
    """Return the sections of these headings; NotFoundError where there are headings but no text."""
    found = [heading.section for heading in matches if heading.section]
    if matches and not found:
        absent = matches[0]
        there = ", ".join(h.id for h in headings if h.section and h.document == absent.document)
        raise NotFoundError(
            "text for section",
            absent.id,
            remedy=f'"{absent.title}" is part of the document but not of this base, '
            f"which holds {there}",
        )
    return found


def topics_named(name: str, topics: Sequence[Topic]) -> list[Topic]:
    """Return the topics that a name means: key, title, alias, also misspelt or in part.

    The section's id and a point may stand before the key. Empty when the name means none.
    """
    wanted = _plain(name)
    ways: tuple[Callable[[Topic], bool], ...] = (
        lambda topic: f"{topic.section}.{topic.key}".lower() == name.strip().lower(),
        lambda topic: wanted in (_plain(topic.key), _plain(topic.title)),
        lambda topic: wanted in map(_plain, topic.aliases),
    )
    for meant in ways:
        if found := [topic for topic in topics if meant(topic)]:
            return found
    from rapidfuzz import fuzz, process

    names = dict.fromkeys(n for t in topics for n in (_plain(t.key), _plain(t.title)))
    likest = process.extractOne(wanted, list(names), scorer=fuzz.ratio, score_cutoff=_SAME_NAME)
    if likest:
        return [topic for topic in topics if likest[0] in (_plain(topic.key), _plain(topic.title))]
    return [topic for topic in topics if wanted and f" {wanted} " in f" {_plain(topic.key)} "]


def _headings(bases: Sequence[Base]) -> list[_Heading]:
    """Return every part of the documents in its order, those without text included."""
    return [_Heading(base.document.id, *part) for base in bases for part in base.parts()]


def _plain(name: str) -> str:
    return " ".join(normalize("NFKC", name).lower().replace("-", " ").replace(".", " ").split())


def _called(wanted: str, headings: list[_Heading]) -> list[_Heading]:
    """Return the headings of this id, title or both, or whose title begins so: "Part 2"."""
    begun = f"{wanted} " if _LABELLED.fullmatch(wanted) else None
    return [
        heading
        for heading in headings
        for id_, title in ((_plain(heading.id), _plain(heading.title)),)
        if wanted in (id_, title, f"{id_} {title}") or (begun and title.startswith(begun))
    ]


def _numbered(wanted: str, headings: list[_Heading]) -> list[_Heading]:
    """Return the headings of this number: "6" and "six" are VI, "vi" is 6."""
    from roman_numerals import InvalidRomanNumeralError, RomanNumeral

    from wp.quantities.notations import CARDINALS, ORDINALS

    if number := CARDINALS.get(wanted) or ORDINALS.get(wanted):
        wanted = str(number)
    same = [heading for heading in headings if heading.id == wanted]
    if same:
        return same
    if wanted.isdecimal() and len(wanted) < 5 and 0 < int(wanted) < 4000:
        other = RomanNumeral(int(wanted)).to_uppercase()
    else:
        try:
            other = str(int(RomanNumeral.from_string(wanted.upper())))
        except (InvalidRomanNumeralError, ValueError):
            return []
    return [heading for heading in headings if heading.id.upper() == other]


def _begun(wanted: str, headings: list[_Heading]) -> list[_Heading]:
    """Return the headings whose id begins so, as tables shorten it: "Conc." for Conclusion."""
    if len(wanted) < 3:
        return []
    return [heading for heading in headings if _plain(heading.id).startswith(wanted)]


def _misspelt(name: str, headings: list[_Heading]) -> list[_Heading]:
    from rapidfuzz import fuzz, process

    wanted = _plain(name)
    if len(wanted) < 4 or _LABELLED.fullmatch(wanted):
        return []  # "Article 31" is no slip for "Article 30"
    titles = [_plain(heading.title) for heading in headings]
    found = process.extractOne(wanted, titles, scorer=fuzz.ratio, score_cutoff=_SAME_NAME)
    if found is None and len(wanted) >= 12:
        found = process.extractOne(wanted, titles, scorer=fuzz.partial_ratio, score_cutoff=90)
    return [heading for heading in headings if _plain(heading.title) == found[0]] if found else []


def _nearest_headings(name: str, headings: list[_Heading]) -> list[str]:
    labels = {
        heading.id if heading.id == heading.title else f"{heading.id} ({heading.title})": None
        for heading in headings
        if heading.section
    }
    return closest(name, labels, 2)


class Written(NamedTuple):
    """A place as written: what names the section, the first and last paragraph."""

    section: str
    first: int
    last: int


class SectionPlace(NamedTuple):
    """Paragraphs of a section, the first and the last, counted from 1."""

    section: Section
    first: int
    last: int

    @property
    def name(self) -> str:
        """Return the place in the form that every command takes: "VI:4", "VI:4-6"."""
        to = f"-{self.last}" if self.last > self.first else ""
        return f"{self.section.id}:{self.first}{to}"

    def narrowed(self) -> Section:
        """Return the section with no topics and facts but those of these paragraphs."""
        if (self.first, self.last) == (1, len(self.section.paragraphs)):
            return self.section
        topics = []
        for topic in self.section.topics:
            facts = tuple(f for f in topic.facts if self.first <= f.paragraph <= self.last)
            if facts:
                topics.append(topic._replace(facts=facts))
        return self.section._replace(topics=tuple(topics))

    def passage(self) -> Fact:
        """Return the paragraphs as a passage, with the link that leads to them."""
        from wp.search.passages import linked

        paragraphs = self.section.paragraphs
        start = sum(len(paragraph) + 1 for paragraph in paragraphs[: self.first - 1])
        quote = " ".join(paragraphs[self.first - 1 : self.last])
        passage = Fact(
            id=self.name,
            document=self.section.document,
            section=self.section.id,
            topic="",
            statement="",
            quote=quote,
            paragraph=self.first,
            start=start,
            end=start + len(quote),
            fragment="",
        )
        return linked(passage, self.section)


def read_place(text: str) -> Written | None:
    """Read a place with a paragraph; None for anything else, a section or a fact's id among it."""
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    first = int(found["first"])
    return Written(found["section"], first, int(found["last"] or first))


def whole(section: Section) -> SectionPlace:
    """Return all paragraphs of a section."""
    return SectionPlace(section, 1, len(section.paragraphs))


def place_in(section: Section, first: int, last: int) -> SectionPlace:
    """Return these paragraphs of a section; NotFoundError when it does not have them."""
    count = len(section.paragraphs)
    if not 1 <= first <= last <= count:
        remedy = f"section {section.id} has the paragraphs 1 to {count}"
        if 1 <= last < first <= count:
            remedy = f"the lower number stands first: {section.id}:{last}-{first}"
        to = f"-{last}" if last != first else ""
        raise NotFoundError("paragraph", f"{section.id}:{first}{to}", remedy=remedy)
    return SectionPlace(section, first, last)
