"""Bases too large for the prepared form, as a library whose parts are read when asked for."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import cast

from wp.cache import maker
from wp.errors import NotFoundError
from wp.folders import user_folder
from wp.library import Library
from wp.model import Base, Fact
from wp.pattern import pattern
from wp.prepared import form_name
from wp.search.layout import Index
from wp.search.store.index import StoredIndex
from wp.search.store.keep import Watch, open_store
from wp.search.store.model import Parts

_NO_WORD = pattern(r"[\W_]+")


class LargeLibrary(Library):
    """A library over an index file; see `wp.search.store`."""

    def __init__(self, index: StoredIndex) -> None:
        self._stored = index
        self._packed_claims = b""
        self._parts = Parts(index["store"])
        # They have the same attributes as the tuples of `wp.model`, and read them on demand.
        self.bases = cast("tuple[Base, ...]", self._parts.bases)
        self.facts = cast("tuple[Fact, ...]", self._parts.facts)
        self._by_document = {base.document.id: base for base in self.bases}

    @cached_property
    def index(self) -> Index:
        """The search index over all facts, in the order of `facts`."""
        return Index(self._stored)

    def fact(self, name: str) -> Fact:
        """Give the fact of this id, or the passage at a place; see `Library.fact`."""
        bases, wanted = self._within(name)
        documents = {base.document.id for base in bases}
        found = self._parts.named(wanted.strip().lower())
        matches = [fact for fact in found if fact.document in documents]
        if len(matches) == 1:
            return matches[0]
        if not matches and (passage := self._passage(bases, wanted.strip())):
            return passage
        if not matches:
            nearest = tuple(self._found_by(wanted))
            raise NotFoundError("fact", name, nearest=nearest, remedy="find ids with `wp search`")
        raise NotFoundError(
            "single fact",
            name,
            nearest=tuple(self.qualify(fact) for fact in matches[:5]),
            remedy="several facts end so: give the whole id",
        )

    def _found_by(self, name: str) -> Iterator[str]:
        """Give the ids of the three facts that the words of an id's last part find."""
        words = _NO_WORD.sub(" ", name.rpartition(".")[2])
        if words.strip():
            for hit in self.search(words, limit=3).hits:
                yield self.qualify(hit.fact)


def open_large(paths: Sequence[Path], watch: Watch) -> LargeLibrary:
    """Open large bases as one library; `watch` is told of an index being made.

    InputError for a file that is no valid base, and where the index cannot be kept.
    """
    file = user_folder("cache") / (form_name(paths) + ".index")
    search = Path(__file__).parent / "search"
    made_by = maker((search, search / "store"))
    return LargeLibrary(StoredIndex(open_store(file, paths, made_by, watch)))
