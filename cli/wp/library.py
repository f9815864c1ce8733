"""The loaded fact bases as one library: what is in it, and how its parts are named."""

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wp.base.builtin import builtin_path
from wp.errors import NotFoundError
from wp.model import Base, Fact, Section, Topic

if TYPE_CHECKING:
    from wp.search.answer import Answer
    from wp.verify.check import CheckedDraft
    from wp.verify.corpus import Corpus
    from wp.verify.draft import Draft
    from wp.verify.verdict import Verdict


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
        self, draft: "Draft", progress: Callable[[int, int], None] | None = None
    ) -> "CheckedDraft":
        """Check every quotation and every reported figure of a draft.

        `draft` comes from `wp.verify.draft.read_draft`; `progress` is told how many of how many
        quotations and sentences are done.
        """
        from wp.verify.check import check_draft
        from wp.verify.claims import ClaimIndex, judge_sentence

        index = ClaimIndex(self.bases)
        return check_draft(
            draft,
            self.verify,
            lambda sentence, context: judge_sentence(sentence, index, context),
            progress,
        )

    def find_sections(self, name: str) -> list[Section]:
        """Give the sections that a name means: an id, a number, a title, also misspelt.

        NotFoundError says so when the name is a part of the document that no base holds, and gives
        the nearest otherwise.
        """
        from wp.search.naming import section_ids

        ids = section_ids(name, self.bases)
        return [section for section in self.sections() if section.id in ids]

    def find_topics(self, name: str) -> list[Topic]:
        """Give the topics that a name means: a key, a title, an alias, also misspelt.

        NotFoundError gives the nearest topics.
        """
        from wp.search.naming import topic_keys

        keys = topic_keys(name, tuple(self.topics()))
        if not keys:
            nearest = tuple(self.nearest_topics(name, 3))
            raise NotFoundError("topic", name, nearest=nearest, remedy="`wp topic` lists them all")
        return [topic for topic in self.topics() if topic.key in keys]

    def nearest_topics(self, words: str, count: int) -> list[str]:
        """Give the keys of the topics that share most with some words, however little."""
        from wp.search.engine import nearest_topics

        return nearest_topics(self.index, words, count)

    def find_fact(self, name: str) -> Fact:
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
