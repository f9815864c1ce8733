"""The loaded fact bases as one library: what is in it, and how its parts are named."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from wp.base.builtin import builtin_path
from wp.errors import NotFoundError
from wp.model import Base, Fact, Section, Topic

if TYPE_CHECKING:
    from wp.figures.listed import FigureList
    from wp.figures.select import Order
    from wp.search.answer import Answer
    from wp.verify.check import CheckedDraft
    from wp.verify.corpus import Corpus
    from wp.verify.draft import Draft
    from wp.verify.verdict import Verdict

_Part = TypeVar("_Part")


class Library:
    """One or several fact bases and the search index over all their facts."""

    def __init__(self, bases: tuple[Base, ...], packed_index: bytes) -> None:
        self.bases = bases
        self._packed_index = packed_index
        self.facts: tuple[Fact, ...] = tuple(fact for base in bases for fact in base.facts())
        self._by_document = {base.document.id: base for base in bases}

    @cached_property
    def index(self) -> dict[str, Any]:
        """The search index over all facts, in the order of `facts`."""
        from wp.prepared import unpack_index

        return unpack_index(self._packed_index)

    def base_of(self, part: Fact | Section | Topic) -> Base:
        """Give the base that a fact, section or topic of this library belongs to."""
        if isinstance(part, Fact):
            return self._by_document[part.document]
        for base in self.bases:
            if part in (base.sections if isinstance(part, Section) else base.topics()):
                return base
        raise KeyError(part)

    def base(self, document: str) -> Base:
        """Give the base of the document with this id; KeyError when none is loaded."""
        return self._by_document[document]

    def qualify(self, fact: Fact) -> str:
        """Give a fact's id, with the document's id before it where several bases are loaded."""
        return fact.id if len(self.bases) == 1 else f"{fact.document}:{fact.id}"

    def sections(self) -> Iterator[Section]:
        """Every section of every base."""
        for base in self.bases:
            yield from base.sections

    def topics(self) -> Iterator[Topic]:
        """Every topic of every base."""
        for base in self.bases:
            yield from base.topics()

    def search(
        self,
        query: str,
        *,
        sections: Collection[str] = (),
        topics: Collection[str] = (),
        exact: bool = False,
        limit: int = 10,
    ) -> "Answer":
        """Answer a hazy query with ranked facts; see `wp.search.engine.search`."""
        from wp.search.engine import search

        return search(
            self.index,
            self.facts,
            query,
            sections=sections,
            topics=topics,
            exact=exact,
            limit=limit,
        )

    @cached_property
    def corpus(self) -> "Corpus":
        """The texts of all bases, prepared for quotations."""
        from wp.verify.corpus import corpus

        return corpus(self.bases)

    def verify(self, quotation: str) -> "Verdict":
        """Tell whether a quotation is exact; see `wp.verify.quotation.verify_quotation`."""
        from wp.verify.quotation import verify_quotation

        return verify_quotation(self.corpus, quotation)

    def check(
        self, draft: "Draft | Path | str", progress: Callable[[int, int], None] | None = None
    ) -> "CheckedDraft":
        """Check every quotation and every reported figure of a draft.

        `draft` is the text itself (Markdown; plain prose is Markdown too), the path of a file, or
        what `wp.verify.draft.read_draft` gave; `progress` is told how many of how many quotations
        and sentences are done. InputError for a file that cannot be read.
        """
        from wp.verify.check import check_draft
        from wp.verify.claims import ClaimIndex, judge_sentence
        from wp.verify.draft import read_draft

        if isinstance(draft, str):
            draft = read_draft("<text>", draft.encode("utf-8", "surrogatepass"), "markdown")
        elif isinstance(draft, Path):
            draft = read_draft(draft)
        index = ClaimIndex(self.bases)
        return check_draft(
            draft,
            self.verify,
            lambda sentence, context: judge_sentence(sentence, index, context),
            progress,
        )

    def figures(
        self,
        query: str = "",
        *,
        sections: Collection[str] = (),
        topics: Collection[str] = (),
        unit: str | None = None,
        since: str | None = None,
        until: str | None = None,
        least: int | float | None = None,
        most: int | float | None = None,
        order: "Order" = "place",
    ) -> "FigureList":
        """Give figures by words, unit, time and size; see `wp.figures.listed.list_figures`."""
        from wp.figures.listed import list_figures

        return list_figures(
            self,
            query,
            sections=sections,
            topics=topics,
            unit=unit,
            since=since,
            until=until,
            least=least,
            most=most,
            order=order,
        )

    def section(self, name: str) -> Section:
        """Give the one section that a name means, as `find_sections` takes it.

        NotFoundError when it means none, and when several documents have it.
        """
        found = self.find_sections(name)
        names = (f"{self.base_of(section).document.id}:{section.id}" for section in found)
        return self._only("section", name, found, names)

    def topic(self, name: str) -> Topic:
        """Give the one topic that a name means, as `find_topics` takes it.

        NotFoundError when it means none, and when several sections or documents have it.
        """
        found = self.find_topics(name)
        several = len(self.bases) > 1
        names = (
            f"{self.base_of(topic).document.id}:" * several + f"{topic.section}.{topic.key}"
            for topic in found
        )
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
        """Give the sections that a name means: an id, a number, a title, also misspelt.

        The document's id and a colon may stand before it. NotFoundError says so when the name is a
        part of the document that no base holds, and gives the nearest otherwise.
        """
        from wp.search.naming import section_ids

        bases, name = self._within(name)
        ids = section_ids(name, bases)
        return [section for base in bases for section in base.sections if section.id in ids]

    def find_topics(self, name: str) -> list[Topic]:
        """Give the topics that a name means: a key, a title, an alias, also misspelt.

        The document's id and a colon may stand before it, or the section's id and a point before
        the key. NotFoundError gives the nearest topics.
        """
        from wp.search.naming import topic_keys

        bases, name = self._within(name)
        topics = [topic for base in bases for topic in base.topics()]
        wanted = name.strip().lower()
        if whole := [t for t in topics if f"{t.section}.{t.key}".lower() == wanted]:
            return whole
        keys = topic_keys(name, topics)
        if not keys:
            nearest = tuple(self.nearest_topics(name, 3))
            raise NotFoundError("topic", name, nearest=nearest, remedy="`wp topic` lists them all")
        return [topic for topic in topics if topic.key in keys]

    def _within(self, name: str) -> tuple[tuple[Base, ...], str]:
        """Take a document's id off a name: the bases it may mean, and the name without it."""
        document, colon, rest = name.partition(":")
        base = self._by_document.get(document.strip()) if colon else None
        return ((base,), rest) if base else (self.bases, name)

    def nearest_topics(self, words: str, count: int) -> list[str]:
        """Give the keys of the topics that share most with some words, however little."""
        from wp.search.engine import nearest_topics

        return nearest_topics(self.index, words, count)

    def fact(self, name: str) -> Fact:
        """Give the fact of this id; a tail of the id will do where it is unique.

        NotFoundError gives the nearest ids.
        """
        wanted = name.strip().lower()
        matches = [fact for fact in self.facts if wanted in self._names(fact)]
        if len(matches) == 1:
            return matches[0]
        if matches:
            ids = tuple(self.qualify(fact) for fact in matches)
            raise NotFoundError(
                "single fact", name, nearest=ids, remedy="several facts end so: give the whole id"
            )
        from wp.search.naming import closest

        ids = tuple(self.qualify(fact) for fact in self.facts)
        raise NotFoundError(
            "fact", name, nearest=tuple(closest(name, ids, 3)), remedy="find ids with `wp search`"
        )

    @staticmethod
    def _names(fact: Fact) -> tuple[str, ...]:
        whole = fact.id.lower()
        _, _, tail = whole.partition(".")
        return (f"{fact.document.lower()}:{whole}", whole, tail, tail.rpartition(".")[2])

    def _repr_html_(self) -> str:
        from wp.html import table

        rows = [
            (base.document.title, section.id, section.title, len(section.topics), count)
            for base in self.bases
            for section in base.sections
            for count in (sum(1 for _ in section.facts()),)
        ]
        return table(("Document", "Section", "Title", "Topics", "Facts"), rows)


def base_paths(chosen: Sequence[Path] = ()) -> list[Path]:
    """Give the fact bases to load: those chosen, else `WP_FACTS`, the data folder, the built-in.

    `WP_FACTS` holds paths parted as in PATH.
    """
    if chosen:
        return list(chosen)
    if named := [part for part in os.environ.get("WP_FACTS", "").split(os.pathsep) if part]:
        return [Path(part) for part in named]
    return sorted(data_folder().glob("*.json")) or [builtin_path()]


def data_folder() -> Path:
    """Give the folder of the user's own bases: `WP_DATA`, or the platform's data folder."""
    if folder := os.environ.get("WP_DATA"):
        return Path(folder)
    from platformdirs import user_data_dir

    return Path(user_data_dir("wp-facts", appauthor=False))


def open_library(paths: Sequence[Path] = ()) -> Library:
    """Open the fact bases at `paths`, or those that `base_paths` names, as one library."""
    from wp.prepared import open_bases

    return Library(*open_bases(base_paths(paths)))
