"""The bases of an index file as the model, each part read when it is asked for.

They have the attributes of `wp.model.Base`, `Section` and `Topic`, whose place they take.
"""

import marshal
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any, overload

from wp.base.assemble import assemble_document, assemble_fact
from wp.model import Document, Fact, PageMark
from wp.search.store.store import Store

_FACTS = (
    "SELECT documents.id, sections.id, topics.key, facts.key, facts.data, facts.paragraph,"
    " facts.start, facts.stop, sections.number FROM facts"
    " JOIN topics ON topic = topics.number JOIN sections ON section = sections.number"
    " JOIN documents ON document = documents.id WHERE "
)


class StoredFact(Fact):
    """A fact whose text directive is made when it is asked for: that takes its section's text."""

    store: "Parts"
    in_section: int

    @property
    def fragment(self) -> str:
        """The text directive, empty where the section has no address that it could lead to."""
        from wp.fragment import text_directive

        section = self.store.section(self.in_section)
        return text_directive(section.text, self.start, self.end) if section.url else ""


class StoredFacts(Sequence[Fact]):
    """A stretch of the facts, in the order of the base."""

    def __init__(self, parts: "Parts", start: int, stop: int) -> None:
        self._parts = parts
        self._rows = range(start, stop)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Fact: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Fact]: ...
    def __getitem__(self, at: int | slice) -> Fact | Sequence[Fact]:
        rows = self._rows[at]
        if isinstance(rows, range):
            return StoredFacts(self._parts, rows.start, rows.stop)
        return next(self._parts.facts_where("row = ?", rows))

    def __iter__(self) -> Iterator[Fact]:
        return self._parts.facts_where(
            "row >= ? AND row < ? ORDER BY row", self._rows.start, self._rows.stop
        )


class StoredTopic:
    """A topic; see `wp.model.Topic`."""

    def __init__(self, parts: "Parts", row: Sequence[Any]) -> None:
        self.document, self.section, self.key, self.title, aliases, start, stop = row
        self.aliases = tuple(aliases.split(" | ")) if aliases else ()
        self.facts = StoredFacts(parts, start, stop)


class StoredSection:
    """A section; see `wp.model.Section`."""

    def __init__(self, parts: "Parts", row: Sequence[Any]) -> None:
        self._parts = parts
        self.number, self.document, self.id, head = row
        self.title, self.url, self.url_confirmed, pages = marshal.loads(head)
        self.pages = tuple(PageMark(*mark) for mark in pages)

    @cached_property
    def paragraphs(self) -> tuple[str, ...]:
        """The section's text, paragraph by paragraph."""
        query = "SELECT paragraphs FROM sections WHERE number = ?"
        return tuple(marshal.loads(self._parts.store.one(query, self.number)[0]))

    @property
    def text(self) -> str:
        """The paragraphs, a line each."""
        return "\n".join(self.paragraphs)

    @property
    def topics(self) -> tuple[StoredTopic, ...]:
        """The section's topics, in order."""
        return tuple(self._parts.topics_where("section = ?", self.number))

    def facts(self) -> Iterator[Fact]:
        """Every fact of the section, in the order of the base."""
        for topic in self.topics:
            yield from topic.facts


class StoredBase:
    """A base; see `wp.model.Base`."""

    def __init__(self, parts: "Parts", document: Document, digest: str) -> None:
        self._parts = parts
        self.document = document
        self.digest = digest

    @cached_property
    def sections(self) -> tuple[StoredSection, ...]:
        """The sections, in order."""
        found = self._parts.store.every(
            "SELECT number FROM sections WHERE document = ? ORDER BY number", self.document.id
        )
        return tuple(self._parts.section(number) for (number,) in found)

    def facts(self) -> Iterator[Fact]:
        """Every fact of the base, in order."""
        return self._parts.facts_where("documents.id = ? ORDER BY row", self.document.id)

    def topics(self) -> Iterator[StoredTopic]:
        """Every topic of the base, in order."""
        return self._parts.topics_where("document = ?", self.document.id)

    def section(self, section_id: str) -> StoredSection:
        """Give the section with this exact id; KeyError when there is none."""
        found = self._parts.store.one(
            "SELECT number FROM sections WHERE document = ? AND id = ?",
            self.document.id,
            section_id,
        )
        if not found:
            raise KeyError(section_id)
        return self._parts.section(found[0])

    def topic(self, section_id: str, key: str) -> StoredTopic:
        """Give the topic with this exact section id and key; KeyError when there is none."""
        number = self.section(section_id).number
        for topic in self._parts.topics_where("section = ? AND key = ?", number, key):
            return topic
        raise KeyError(key)


class Parts:
    """The parts of all bases in an index file."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.bases = tuple(
            StoredBase(self, assemble_document(marshal.loads(data)), digest)
            for data, digest in store.every("SELECT data, digest FROM documents ORDER BY rowid")
        )
        self.facts = StoredFacts(self, 0, store.rows)

    @lru_cache(maxsize=4096)  # noqa: B019
    def section(self, number: int) -> StoredSection:
        """Give a section by its number."""
        query = "SELECT number, document, id, data FROM sections WHERE number = ?"
        return StoredSection(self, self.store.one(query, number))

    def topics_where(self, condition: str, *values: Any) -> Iterator[StoredTopic]:
        """Give the topics for which a condition of SQL holds, in order."""
        query = (
            "SELECT document, id, key, title, aliases, topics.start, stop FROM topics"
            f" JOIN sections ON section = sections.number WHERE {condition} ORDER BY topics.number"
        )
        return (StoredTopic(self, row) for row in self.store.every(query, *values))

    def facts_where(self, condition: str, *values: Any) -> Iterator[Fact]:
        """Give the facts for which a condition of SQL holds, one after the other."""
        for document, section, topic, key, data, *place, number in self.store.each(
            _FACTS + condition, *values
        ):
            raw = marshal.loads(data)
            fact = StoredFact(*assemble_fact(document, section, topic, key, raw, (*place, "")))
            fact.store = self
            fact.in_section = number
            yield fact

    def named(self, name: str) -> list[Fact]:
        """Give the facts with an id or the tail of one, in lower case."""
        *_, key = name.split(".")
        found = self.facts_where("facts.key = ? ORDER BY row", key)
        return [fact for fact in found if f".{fact.id.lower()}".endswith(f".{name}")]
