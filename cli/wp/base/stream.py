"""A fact base too large to hold in memory, read piece by piece in one pass over its file.

The file must have its parts in the order in which `wp` writes them: the document, then for each
section its title and paragraphs before its topics, for each topic its title before its facts.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

from wp.base.contexts import resolve_context
from wp.base.read import wrong_shape
from wp.base.schema import (
    check_shape,
    is_plain_fact,
    is_plain_key,
    is_plain_paragraphs,
    part_validator,
)
from wp.base.window import Window
from wp.errors import InputError, OutOfOrderError

if TYPE_CHECKING:
    from wp.base.raw import RawFact

Raw = dict[str, Any]


class Piece(NamedTuple):
    """A part of a base: its kind, its key, and its data without the parts below it."""

    kind: Literal["document", "section", "topic", "fact"]
    key: str
    data: Raw


class Stream:
    """Read the pieces of a base once; afterwards `digest` is the SHA-256 of the file."""

    def __init__(self, path: Path, read: Callable[[int], None] = lambda count: None) -> None:
        """Prepare reading; `read` is told how many bytes are done, from the second stretch on."""
        self.path = path
        self.digest = ""
        self._window = Window(path, read)

    def pieces(self) -> Iterator[Piece]:
        """Give document, sections, topics and facts in the order of the file.

        InputError names the place of what is wrong, as `wp.base.load.load` does; OutOfOrderError
        where the parts stand in another order.
        """
        try:
            yield from self._pieces()
        finally:
            self._window.close()

    def _pieces(self) -> Iterator[Piece]:
        window = self._window
        seen: list[str] = []
        for key in window.keys(()):
            if key == "sections":
                if "document" not in seen:
                    raise self._out_of_order("sections", "document")
                yield from self._sections()
            elif key == "document":
                document = self._checked("document", window.value((key,)), (key,))
                yield Piece("document", document["id"], document)
            elif key not in ("schema_version", "$schema"):
                raise self._wrong((key,), "must not be there")
            elif key == "schema_version":
                version = window.value((key,))
                if version != 1 or isinstance(version, bool):
                    raise self._wrong((key,), "must be 1")
            else:
                window.value((key,))
            seen.append(key)
        for needed in ("schema_version", "document", "sections"):
            if needed not in seen:
                raise self._wrong((), f"must contain {needed!r}")
        window.finish()
        self.digest = window.digest.hexdigest()

    def _sections(self) -> Iterator[Piece]:
        count = 0
        for id_ in self._window.keys(("sections",)):
            count += 1
            place = ("sections", id_)
            self._checked("section_id", id_, place)
            head: Raw = {}
            for key in self._window.keys(place):
                if key == "topics":
                    for needed in ("title", "paragraphs"):
                        if needed not in head:
                            raise self._out_of_order(f"topics of section {id_}", needed)
                    yield Piece("section", id_, self._checked_section(head, place))
                    head["topics"] = {}
                    yield from self._topics(place)
                elif "topics" in head:
                    raise self._out_of_order(f"topics of section {id_}", key)
                else:
                    head[key] = self._window.value((*place, key))
            if "topics" not in head:
                self._checked("section", head, place)
        if not count:
            raise self._wrong(("sections",), "must not be empty")

    def _checked_section(self, head: Raw, place: tuple[str, ...]) -> Raw:
        section = head | {"topics": {}}
        paragraphs = head.get("paragraphs")
        few = (
            {"paragraphs": paragraphs[:1]} if paragraphs and is_plain_paragraphs(paragraphs) else {}
        )
        self._checked("section", section | few, place)
        return section

    def _topics(self, place: tuple[str, ...]) -> Iterator[Piece]:
        place = (*place, "topics")
        for topic_key in self._window.keys(place):
            self._checked("key", topic_key, (*place, topic_key))
            head: Raw = {}
            for key in self._window.keys((*place, topic_key)):
                if key == "facts":
                    if "title" not in head:
                        raise self._out_of_order(f"facts of topic {topic_key}", "title")
                    topic = self._checked("topic", head | {"facts": {}}, (*place, topic_key))
                    yield Piece("topic", topic_key, topic)
                    head["facts"] = {}
                    yield from self._facts((*place, topic_key, "facts"))
                elif "facts" in head:
                    raise self._out_of_order(f"facts of topic {topic_key}", key)
                else:
                    head[key] = self._window.value((*place, topic_key, key))
            if "facts" not in head:
                self._checked("topic", head, (*place, topic_key))

    def _facts(self, place: tuple[str, ...]) -> Iterator[Piece]:
        whole = self._window.whole()
        quotes: dict[str, str] = {}
        if whole is None:
            for key in self._window.keys(place):
                self._check_key(key, place)
                fact = self._window.value((*place, key))
                self._check_fact(fact, place, key)
                yield Piece("fact", key, self._resolved(fact, quotes, place, key))
        else:
            for key, fact in whole.items():
                self._check_key(key, place)
                self._check_fact(fact, place, key)
                yield Piece("fact", key, self._resolved(fact, quotes, place, key))

    def _resolved(self, fact: Raw, quotes: dict[str, str], place: tuple[str, ...], key: str) -> Raw:
        resolved = resolve_context(
            self.path, cast("RawFact", fact), quotes, (*place, key, "context_of")
        )
        quotes[key] = fact["quote"]
        return cast("Raw", resolved)

    def _check_key(self, key: str, place: tuple[str, ...]) -> None:
        if not is_plain_key(key):
            self._checked("key", key, (*place, key))

    def _check_fact(self, fact: Any, place: tuple[str, ...], key: str) -> None:
        if not is_plain_fact(fact):
            self._checked("fact", fact, (*place, key))

    def _checked(self, part: str, value: Any, place: tuple[str, ...]) -> Any:
        check_shape(self.path, part_validator(part), value, place)
        return value

    def _wrong(self, place: tuple[str, ...], problem: str) -> InputError:
        return wrong_shape(self.path, problem, place)

    def _out_of_order(self, first: str, second: str) -> OutOfOrderError:
        return OutOfOrderError(
            self.path,
            f"{second!r} does not come before the {first}, and so large a base is read in one pass",
            remedy="put it before them",
        )
