"""The bytes of a file as characters: never guessed so that words turn into nonsense."""

import codecs
from typing import NamedTuple

from wp.errors import InputError
from wp.pattern import pattern

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MULTIBYTE = pattern(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CONTROL = pattern(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

# Windows-1252 prints these in Western prose; its other symbols hint at another encoding.
_TYPOGRAPHY = frozenset("‘’‚“”„‹›«»–—…•·€£¥§©®™°±²³½¼¾ºª¿¡´¶†‡‰\u00a0\u00ad")
_NOT_WESTERN = pattern(r"[a-zà-ÿ][À-Þ]|[À-ÖØ-öø-ÿŒœŠšŽžŸ]{4}")
_MOST_ACCENTED = 0.2
_SURROGATE = pattern(rb"\xed[\xa0-\xbf][\x80-\xbf]")  # half a character of UTF-16
_MOST_STRAY = 3  # bytes, or one in a thousand


class Decoded(NamedTuple):
    """A file's characters without a byte order mark, its encoding, what was not clear about it."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(path: str, content: bytes) -> Decoded:
    """Decode a file.

    Reads UTF-8, UTF-16 and UTF-32 with a byte order mark, and Windows-1252 (so Latin-1) where it
    reads as Western prose: one accented letter in five at most, none in capitals behind a small
    one, no four in a row. A few stray bytes in UTF-8 are read as Windows-1252 and told; the
    encoding is "mixed" then. Everything else is an InputError naming `path` and the line.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(_marked(path, content, encoding), encoding)
    if b"\0" in content:
        raise InputError(
            path,
            "is binary, or UTF-16 without a byte order mark",
            remedy="save it as plain text in UTF-8",
        )
    try:
        read = Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        western = "" if _MULTIBYTE.search(content) else _western(content)
        read = Decoded(western, "windows-1252") if western else _mixed(path, content, error.start)
    _refuse_control(path, read.text)
    return read


def _mixed(path: str, content: bytes, first: int) -> Decoded:
    """Read UTF-8 with a few bytes that are none."""
    stray: list[int] = []

    def as_western(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        stray.append(error.start)
        byte = error.object[error.start : error.start + 1]
        return byte.decode("cp1252", "replace"), error.start + 1

    codecs.register_error("wp.western", as_western)
    text = content.decode("utf-8", "wp.western")
    line = content.count(b"\n", 0, first) + 1
    if _SURROGATE.search(content) or len(stray) > max(_MOST_STRAY, len(content) // 1000):
        problem = (
            "mixes UTF-8 with another encoding"
            if _MULTIBYTE.search(content)
            else "is neither UTF-8 nor Windows-1252 text"
        )
        raise InputError(path, problem, place=f"line {line}", remedy="save it as UTF-8")
    byte = content[first : first + 1]
    shown = byte.decode("cp1252", "replace")
    warning = (
        f"{len(stray)} of {len(content)} bytes not in UTF-8, the first 0x{byte.hex().upper()} in "
        f"line {line}, read as Windows-1252 (“{shown}”); compare with the original"
    )
    return Decoded(text, "mixed", (warning,))


def _marked(path: str, content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            path,
            f"begins as {encoding.upper().removesuffix('-SIG')} and goes on as something else",
            place=f"byte {error.start + 1}",
            remedy="save it as UTF-8",
        ) from None
    _refuse_control(path, text)
    return text


def _western(content: bytes) -> str:
    """Return the text as Windows-1252, or "" where it does not read as Western prose."""
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    return text if _reads_western(text) else ""


def _reads_western(text: str) -> bool:
    high = [character for character in text if character > "\x7f"]
    accented = sum(character.isalpha() for character in high)
    letters = sum(character.isalpha() for character in text)
    return (
        all(character.isalpha() or character in _TYPOGRAPHY for character in high)
        and accented <= _MOST_ACCENTED * letters
        and not _NOT_WESTERN.search(text)
    )


def _refuse_control(path: str, text: str) -> None:
    found = _CONTROL.search(text)
    if found:
        raise InputError(
            path,
            f"is binary: it holds the control character U+{ord(found.group()):04X}",
            place=f"line {text.count(chr(10), 0, found.start()) + 1}",
            remedy="give the text that it was made from",
        )
