"""A fact base too large to hold in memory, read piece by piece in one pass over its file.

Every value up to a fact is decoded by the `json` module's own scanner from a window of text that
moves through the file: one call for each fact, where an event reader such as ijson makes one for
each string and number. In turn the file must have its parts in the order in which `wp` writes
them: the document, then for each section its title and paragraphs before its topics, for each
topic its title before its facts.
"""

import codecs
import json
import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from json.decoder import JSONDecodeError
from pathlib import Path
from typing import Any, Literal, NamedTuple

from wp.base.load import check_characters
from wp.base.read import decoder_options, reject_repeated_keys
from wp.base.schema import part_validator
from wp.errors import InputError

_CHUNK = 1 << 20
_LARGEST_VALUE = 64 * 1024 * 1024
_SPACE = re.compile(r"[ \t\r\n]*")
_SUSPECT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]|\\\\[ubfr]")

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
        self._window = _Window(path, read)

    def pieces(self) -> Iterator[Piece]:
        """Give document, sections, topics and facts in the order of the file.

        InputError names the place of what is wrong, as `wp.base.load.load` does.
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
            elif window.value((key,)) != 1 and key == "schema_version":
                raise self._wrong((key,), "must be 1")
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
                    section = self._checked("section", head | {"topics": {}}, place)
                    yield Piece("section", id_, section)
                    head["topics"] = {}
                    yield from self._topics(place)
                elif "topics" in head:
                    raise self._out_of_order(f"topics of section {id_}", key)
                else:
                    head[key] = self._window.value((*place, key))
            if "topics" not in head:
                self._checked("section", head, place)
        if not count:
            raise self._wrong(("sections",), "must hold a section")

    def _topics(self, place: tuple[str, ...]) -> Iterator[Piece]:
        place = (*place, "topics")
        for topic_key in self._window.keys(place):
            self._checked("key", topic_key, (*place, topic_key))
            head: Raw = {}
            for key in self._window.keys((*place, topic_key)):
                if key == "facts":
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
        for key in self._window.keys(place):
            self._checked("key", key, (*place, key))
            fact = self._checked("fact", self._window.value((*place, key)), (*place, key))
            yield Piece("fact", key, fact)

    def _checked(self, part: str, value: Any, place: tuple[str, ...]) -> Any:
        from fastjsonschema import JsonSchemaValueException

        try:
            part_validator(part)(value)
        except JsonSchemaValueException as error:
            inner = tuple(str(step) for step in error.path[1:])
            problem = str(error.message).removeprefix(str(error.name)).strip()
            raise self._wrong((*place, *inner), problem) from None
        return value

    def _wrong(self, place: tuple[str, ...], problem: str) -> InputError:
        return InputError(
            self.path,
            f"this {problem}",
            place=".".join(place) or "top level",
            remedy="see `wp base schema` for the form",
        )

    def _out_of_order(self, first: str, second: str) -> InputError:
        return InputError(
            self.path,
            f"{second!r} comes after the {first}; a base as large as this is read in one pass",
            remedy="put it before them",
        )


class _Window:
    """A stretch of the file's text, moved on as values are taken from its front."""

    def __init__(self, path: Path, read: Callable[[int], None]) -> None:
        self.path = path
        self.digest = sha256()
        self._read = read
        self._count = 0
        self._file = path.open("rb")
        self._decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self._decoder = json.JSONDecoder(**decoder_options())
        self._text = ""
        self._at = self._begun = 0
        self._line = 1
        self._column = 1
        self._ended = False

    def keys(self, place: tuple[str, ...]) -> Iterator[str]:
        """Give the keys of the object that begins here; the caller takes each one's value."""
        if self._next() != "{":
            if not place:
                self._fail_top()
            raise InputError(
                self.path,
                "this must be object",
                place=".".join(place),
                remedy="see `wp base schema` for the form",
            )
        self._at += 1
        seen: set[str] = set()
        if self._next() == "}":
            self._at += 1
            return
        while True:
            if self._next() != '"':
                self._bad("Expecting property name enclosed in double quotes", self._at)
            key = self._scan(self._decoder.raw_decode, place)
            check_characters(self.path, key, (*place, "(key)"))
            if key in seen:
                raise InputError(
                    self.path,
                    f"the key {key!r} stands twice, so one of the two would be lost",
                    place=".".join(place) or "top level",
                    remedy="rename or merge one of them",
                )
            seen.add(key)
            if self._next() != ":":
                self._bad("Expecting ':' delimiter", self._at)
            self._at += 1
            yield key
            mark = self._next()
            self._at += 1
            if mark == "}":
                return
            if mark != ",":
                self._bad("Expecting ',' delimiter", self._at - 1)

    def value(self, place: tuple[str, ...]) -> Any:
        """Take the JSON value that begins here."""
        self._next()
        value = self._scan(self._decoder.raw_decode, place)
        if isinstance(value, dict | list):
            reject_repeated_keys(self.path, value, place)
        if _SUSPECT.search(self._text, self._begun, self._at):
            check_characters(self.path, value, place)
        return value

    def finish(self) -> None:
        """Make sure that nothing but white space follows."""
        if self._next():
            self._bad("Extra data", self._at)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _scan(self, take: Callable[[str, int], tuple[Any, int]], place: tuple[str, ...]) -> Any:
        while True:
            try:
                value, end = take(self._text, self._at)
            except JSONDecodeError as error:
                cut = error.msg.startswith("Unterminated") or error.pos >= len(self._text) - 16
                if self._ended or not cut:
                    self._bad(error.msg, error.pos)
            except (RecursionError, StopIteration):
                raise InputError(self.path, "is nested too deeply for a fact base") from None
            except ValueError as error:
                raise InputError(
                    self.path, f"is not valid JSON: {error}", place=".".join(place)
                ) from None
            else:
                if end < len(self._text) or self._ended:
                    self._begun, self._at = self._at, end
                    return value
            if len(self._text) - self._at > _LARGEST_VALUE:
                raise InputError(
                    self.path,
                    f"one value is larger than {_LARGEST_VALUE // 1024**2} MB",
                    place=".".join(place),
                    remedy="split it",
                )
            self._grow()

    def _next(self) -> str:
        """Pass over white space; give the next character, "" at the end."""
        while True:
            match = _SPACE.match(self._text, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if self._ended:
                return ""
            self._grow()

    def _grow(self) -> None:
        """Drop what was taken and read on, at least as much as is left."""
        if self._count:
            self._read(self._count)
        gone = self._text[: self._at]
        lines = gone.count("\n")
        self._line += lines
        self._column = len(gone) - gone.rfind("\n") if lines else self._column + len(gone)
        rest = self._text[self._at :]
        chunk = self._file.read(max(_CHUNK, len(rest)))
        self._ended = not chunk
        self.digest.update(chunk)
        try:
            more = self._decode(chunk, self._ended)
        except UnicodeDecodeError as error:
            line = self._line + rest.count("\n") + error.object.count(b"\n", 0, error.start)
            raise InputError(
                self.path, "is not UTF-8", place=f"line {line}", remedy="save the file as UTF-8"
            ) from None
        self._text = rest + more
        self._at = 0
        self._count += len(chunk)

    def _fail_top(self) -> None:
        try:
            self._decoder.raw_decode(self._text, self._at)
        except JSONDecodeError as error:
            self._bad(error.msg, error.pos)
        raise InputError(
            self.path, "is not a JSON object", remedy="a fact base is one; see `wp base schema`"
        )

    def _bad(self, message: str, at: int) -> None:
        lines = self._text.count("\n", 0, at)
        column = at - self._text.rfind("\n", 0, at) if lines else self._column + at
        raise InputError(
            self.path,
            f"is not valid JSON: {message}",
            place=f"line {self._line + lines}, column {column}",
            remedy="mend the file there; a truncated download looks like this too",
        )
