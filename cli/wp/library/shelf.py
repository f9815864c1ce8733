"""The loaded fact bases, and the lookup of sections, topics, facts and places by name."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from wp.errors import NotFoundError
from wp.model import Base, Document, Fact, Section, Topic

if TYPE_CHECKING:
    from wp.library.verdicts import KeptVerdicts
    from wp.search.index_layout import Index
    from wp.search.naming import SectionPlace
    from wp.verify.tokens import PlainTokens

_Part = TypeVar("_Part")


class Prepared(NamedTuple):
    """Bases, all their facts in order, and the parts of their search index.

    `claims` reads or makes the words by which claims find figures, `tokens` those of the texts that
    quotations are held against; few commands need them. `verdicts` reads those that were given.
    """

    bases: tuple[Base, ...]
    facts: Sequence[Fact]
    parts: Mapping[str, Any]
    claims: Callable[[], Mapping[str, Any]]
    tokens: Callable[[], list["PlainTokens"]]
    verdicts: Callable[[], "KeptVerdicts"]


class Shelf:
    """One or several fact bases, and the search index over all their facts."""

    def __init__(self, bases: tuple[Base, ...], prepared: Prepared | None = None) -> None:
        """Take bases, and what `open_bases` keeps of them; without it all is read."""
        self.bases = bases
        self._prepared = prepared
        self.facts: Sequence[Fact] = (
            prepared.facts if prepared else tuple(fact for base in bases for fact in base.facts())
        )
        self._by_document = {base.document.id: base for base in bases}

    @cached_property
    def index(self) -> "Index":
        """The search index over all facts, in the order of `facts`."""
        if self._prepared:
            from wp.search.index_layout import Index

            return Index(self._prepared.parts)
        from wp.search.index import build_index

        return build_index(self.bases)

    def base_of(self, part: Fact | Section | Topic) -> Base:
        """Return the base that a fact, section or topic of this library belongs to."""
        return self._by_document[part.document]

    def section_of(self, fact: Fact) -> Section:
        """Return the section that a fact or passage of this library stands in."""
        return self.base_of(fact).section(fact.section)

    def base(self, document: str) -> Base:
        """Return the base of the document with this id; KeyError when none is loaded."""
        return self._by_document[document]

    def qualify(self, fact: Fact) -> str:
        """Return a fact's id, with the document's id before it where several bases are loaded."""
        return self.name(fact.document, fact.id)

    def name(self, document: str, part: str) -> str:
        """Name a part of a document: `VI`, or `document:VI` where several bases are loaded."""
        return part if len(self.bases) == 1 else f"{document}:{part}"

    def sections(self) -> Iterator[Section]:
        """Every section of every base."""
        for base in self.bases:
            yield from base.sections

    def topics(self) -> Iterator[Topic]:
        """Every topic of every base."""
        for base in self.bases:
            yield from base.topics()

    def section(self, name: str) -> Section:
        """Return the one section that a name means, as `find_sections` takes it.

        NotFoundError when it means none, and when several documents have it.
        """
        found = self.find_sections(name)
        names = (f"{section.document}:{section.id}" for section in found)
        return self._only("section", name, found, names)

    def topic(self, name: str) -> Topic:
        """Return the one topic that a name means, as `find_topics` takes it.

        NotFoundError when it means none, and when several sections or documents have it.
        """
        found = self.find_topics(name)
        several = len(self.bases) > 1
        names = (f"{topic.document}:" * several + f"{topic.section}.{topic.key}" for topic in found)
        return self._only("topic", name, found, names)

    @staticmethod
    def _only(kind: str, name: str, found: Sequence[_Part], names: Iterable[str]) -> _Part:
        if len(found) > 1:
            raise NotFoundError(
                f"single {kind}",
                name,
                nearest=tuple(names),
                remedy=f"several {kind}s are called so: give one of these names",
            )
        return found[0]

    def find_sections(self, name: str) -> list[Section]:
        """Return the sections that a name means: an id, a number, a title, also misspelt.

        The document's id and a colon may stand before it. NotFoundError says so when the name is a
        part of the document that no base holds, and gives the nearest otherwise.
        """
        from wp.search.naming import sections_named, topics_named

        bases, rest = self._within(name)
        try:
            return sections_named(rest, bases)
        except NotFoundError as error:
            if error.kind == "section" and (found := topics_named(rest, list(self.topics()))):
                raise NotFoundError(
                    "section", name, remedy=f"it is a topic: wp topic {found[0].key}"
                ) from None
            raise

    def section_names(self, names: Iterable[str]) -> set[str]:
        """Return the ids of the sections that names mean, in the form that `search` takes."""
        found = (section for name in names for section in self.find_sections(name))
        return {self.name(section.document, section.id) for section in found}

    def topic_names(self, names: Iterable[str]) -> set[str]:
        """Return the keys of the topics that names mean, likewise."""
        found = (topic for name in names for topic in self.find_topics(name))
        return {self.name(topic.document, topic.key) for topic in found}

    def places(self, name: str) -> "list[SectionPlace]":
        """Return the paragraphs that a name means: of a section, a place such as "VI:4", a fact.

        NotFoundError as for `find_sections`.
        """
        from wp.search.naming import SectionPlace, whole

        named = _with_id(self.bases, name)
        if not named and (found := self._paragraphs(name)):
            return found
        wanted = name.strip().lower()
        fact = None
        if not named and any(self._named(self.bases, wanted)):
            fact = self.fact(name)
        else:
            try:
                return [whole(section) for section in named or self.find_sections(name)]
            except NotFoundError:
                if not (fact := self._passage(self.bases, wanted)):
                    raise
        return [SectionPlace(self.section_of(fact), fact.paragraph, fact.paragraph)]

    def _paragraphs(self, name: str) -> "list[SectionPlace]":
        """Return the places that a name with a paragraph means; none where it has no paragraph."""
        from wp.search.naming import place_in, read_place, sections_named

        bases, rest = self._within(name)
        if not (written := read_place(rest)):
            return []
        try:
            sections = sections_named(written.section, bases)
        except NotFoundError as error:
            if error.kind == "section":
                return []
            raise
        return [place_in(section, written.first, written.last) for section in sections]

    def find_topics(self, name: str) -> list[Topic]:
        """Return the topics that a name means: a key, a title, an alias, also misspelt.

        The document's id and a colon may stand before it, or the section's id and a point before
        the key. NotFoundError gives the nearest topics.
        """
        from wp.search.naming import topics_named

        bases, name = self._within(name)
        found = topics_named(name, [topic for base in bases for topic in base.topics()])
        if not found:
            if _with_id(bases, name):
                raise NotFoundError("topic", name, remedy=f"it is a section: wp section {name}")
            nearest = tuple(self.nearest_topics(name, 3))
            raise NotFoundError("topic", name, nearest=nearest, remedy="`wp topic` lists them all")
        return found

    def _within(self, name: str) -> tuple[tuple[Base, ...], str]:
        """Take a document's id off a name: the bases it may mean, and the name without it."""
        document, colon, rest = name.partition(":")
        base = self._by_document.get(document.strip().lower()) if colon else None
        return ((base,), rest) if base else (self.bases, name)

    def nearest_topics(self, words: str, count: int) -> list[str]:
        """Return the keys of the topics that share most with some words, however little."""
        from wp.search.engine import nearest_topics

        return nearest_topics(self.index, words, count)

    def part(self, name: str) -> Document | Section | Fact:
        """Return what a name means: a document, a section by its id, a fact, a section otherwise.

        A section's number or a beginning of its id stands behind the facts, whose tails are alike.
        NotFoundError as for `fact`.
        """
        from wp.search.naming import sections_called

        for base in self.bases:
            if base.document.id == name.strip().lower():
                return base.document
        bases, rest = self._within(name)
        found = _with_id(bases, rest)
        if not found:
            try:
                return self.fact(name)
            except NotFoundError:
                found = sections_called(rest, bases)
                if not found:
                    raise
        names = (f"{section.document}:{section.id}" for section in found)
        return self._only("section", name, found, names)

    def fact(self, name: str) -> Fact:
        """Return the fact of this id, or the passage at a place such as "VI.4.2" or "VI ¶4".

        A tail of a fact's id will do where it is unique. NotFoundError gives the nearest ids.
        """
        bases, rest = self._within(name)
        wanted = rest.strip().lower()
        matches = list(self._named(bases, wanted))
        if len(matches) == 1:
            return matches[0]
        if not matches and (passage := self._passage(bases, wanted)):
            return passage
        if not matches and (places := self._paragraphs(name)):
            names = (f"{place.section.document}:{place.name}" for place in places)
            return self._only("place", name, places, names).passage()
        if matches:
            ids = tuple(self.qualify(fact) for fact in matches)
            raise NotFoundError(
                "single fact", name, nearest=ids, remedy="several facts end so: give the whole id"
            )
        import shlex

        from wp.search.naming import closest, sections_called

        if any(topic.key == wanted for base in bases for topic in base.topics()):
            raise NotFoundError("fact", name, remedy=f"it is a topic: wp topic {name}")
        if sections_called(rest, bases):
            typed = shlex.quote(name)
            remedy = f"it is a section: wp section {typed}, wp read {typed}"
            raise NotFoundError("fact", name, remedy=remedy)
        ids = tuple(self.qualify(fact) for fact in self.facts)
        raise NotFoundError(
            "fact", name, nearest=tuple(closest(name, ids, 3)), remedy="find ids with `wp search`"
        )

    def _named(self, bases: Sequence[Base], wanted: str) -> Iterator[Fact]:
        """Yield the facts with this lower-case id, or with one that ends with it after a point."""
        documents = {base.document.id for base in bases}
        for row, id_ in enumerate(self._ids):
            if id_.endswith(wanted) and id_.removesuffix(wanted)[-1:] in ("", "."):
                fact = self.facts[row]
                if fact.document in documents:
                    yield fact

    @cached_property
    def _ids(self) -> list[str]:
        """The ids of all facts in lower case, in the order of `facts`."""
        if self._prepared:
            ids: str = self._prepared.parts["ids"]
            return ids.split()
        return [fact.id.lower() for fact in self.facts]

    def _passage(self, bases: Sequence[Base], place: str) -> Fact | None:
        """Return the passage at a place; NotFoundError when several documents have it."""
        from wp.search.passages import passage_named

        found = [found for base in bases if (found := passage_named(base, place))]
        names = (f"{passage.document}:{passage.id}" for passage in found)
        return self._only("passage", place, found, names) if found else None


def _with_id(bases: Iterable[Base], name: str) -> list[Section]:
    """Return the sections with this very id, in capitals or not."""
    wanted = name.strip().lower()
    return [one for base in bases for one in base.sections if one.id.lower() == wanted]
