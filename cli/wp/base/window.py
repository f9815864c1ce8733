"""The text of a JSON file too large to hold in memory, as a window that moves through it.

Values are decoded by the `json` module's own scanner: one call for each, where an event reader such
as ijson makes one for each string and number.
"""

import codecs
import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from json.decoder import JSONDecodeError
from pathlib import Path
from typing import Any

from wp.base.load import check_characters
from wp.base.read import (
    decoder_options,
    no_json,
    no_number,
    no_object,
    no_utf8,
    reject_repeated_keys,
    repeated_key,
    too_deep,
    wrong_shape,
)
from wp.errors import InputError
from wp.pattern import pattern

_CHUNK = 1 << 20
_LARGEST_VALUE = 64 * 1024 * 1024
_SPACE = pattern(r"[ \t\r\n]*")
_CONTROL = pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_ESCAPE = pattern(r"\\[ubfr]")
# The bytes that stand in no control character; C2 begins those from U+0080 on, and others.
_PLAIN = bytes({*range(256)} - {*range(9), *range(11, 32)} - {*b"\x7f\xc2\\"})


class Window:
    """A stretch of the file's text, moved on as values are taken from its front.

    `digest` is the SHA-256 of what was read.
    """

    def __init__(self, path: Path, read: Callable[[int], None]) -> None:
        """Open a file; `read` is told how many bytes are done, from the second stretch on."""
        self.path = path
        self.digest = sha256()
        self._read = read
        self._count = 0
        try:
            self._file = path.open("rb")
        except OSError as error:
            raise InputError(path, f"cannot be read: {error.strerror}") from None
        self._decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self._repeated: list[str] = []
        self._decode_value = json.JSONDecoder(**decoder_options(self._repeated)).raw_decode
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
            raise wrong_shape(self.path, "must be an object", place)
        self._at += 1
        seen: set[str] = set()
        if self._next() == "}":
            self._at += 1
            return
        while True:
            if self._next() != '"':
                self._bad("Expecting property name enclosed in double quotes", self._at)
            key = self._scan(place)
            check_characters(self.path, key, (*place, "(key)"))
            if key in seen:
                raise repeated_key(self.path, key, place)
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
        value = self._scan(place)
        if self._repeated:
            reject_repeated_keys(self.path, value, place)
            self._repeated.clear()
        if self._is_suspect(self._begun, self._at):
            check_characters(self.path, value, place)
        return value

    def whole(self) -> dict[str, Any] | None:
        """Take the object that begins here, if the window holds all of it and it is sound.

        Otherwise nothing is taken and None given: `keys` and `value` take it step by step, and
        tell what is wrong with it.
        """
        if self._next() != "{":
            return None
        try:
            value, end = self._decode_value(self._text, self._at)
            if self._is_suspect(self._at, end):
                check_characters(self.path, value, ())
        except (ValueError, RecursionError, StopIteration, InputError):
            return None
        finally:
            repeated = bool(self._repeated)
            self._repeated.clear()
        if repeated:
            return None
        self._at = end
        found: dict[str, Any] = value
        return found

    def _is_suspect(self, start: int, end: int) -> bool:
        """Tell whether a stretch may hold control characters, as they are or escaped."""
        text = self._text
        marks = text[start:end].encode().translate(None, _PLAIN)
        if not marks:
            return False
        if marks.strip(b"\\") and _CONTROL.search(text, start, end):
            return True
        return b"\\" in marks and _ESCAPE.search(text, start, end) is not None

    def finish(self) -> None:
        """Make sure that nothing but white space follows."""
        if self._next():
            self._bad("Extra data", self._at)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _scan(self, place: tuple[str, ...]) -> Any:
        while True:
            try:
                value, end = self._decode_value(self._text, self._at)
            except JSONDecodeError as error:
                cut = error.msg.startswith("Unterminated") or error.pos >= len(self._text) - 16
                if self._ended or not cut:
                    self._bad(error.msg, error.pos)
            except (RecursionError, StopIteration):
                raise too_deep(self.path) from None
            except ValueError as error:
                raise no_number(self.path, error, place) from None
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
            if self._text[self._at : self._at + 1] > " ":
                return self._text[self._at]
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
            raise no_utf8(self.path, line) from None
        self._text = rest + more
        self._at = 0
        self._count += len(chunk)

    def _fail_top(self) -> None:
        try:
            self._decode_value(self._text, self._at)
        except JSONDecodeError as error:
            self._bad(error.msg, error.pos)
        except (RecursionError, StopIteration):
            raise too_deep(self.path) from None
        except ValueError as error:
            raise no_number(self.path, error) from None
        raise no_object(self.path)

    def _bad(self, message: str, at: int) -> None:
        lines = self._text.count("\n", 0, at)
        column = at - self._text.rfind("\n", 0, at) if lines else self._column + at
        raise no_json(self.path, message, self._line + lines, column)
