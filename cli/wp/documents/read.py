"""Reading a document: which kind of file it is, its characters, and the reader for that kind."""

import codecs
import re
from pathlib import Path, PurePath
from shlex import quote
from typing import NamedTuple

from wp.documents import MAX_CHARACTERS, Content, FileKind, Progress, ReadDocument
from wp.errors import InputError
from wp.files import read_bytes, reject_larger
from wp.pattern import pattern

SUFFIXES: dict[str, FileKind] = {
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown", ".mkd": "markdown",
    ".qmd": "markdown", ".rmd": "markdown", ".mdx": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".docx": "docx", ".odt": "odt", ".ipynb": "notebook",
    ".pdf": "pdf",
    ".txt": "text", ".text": "text",
}  # fmt: skip
_PAGE = pattern(rb"\s*(?:\xef\xbb\xbf)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"  # its first entry, not packed
_OFFICE_OF_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # also the shell of an encrypted DOCX

# What another program turns into one of the kinds that are read, and its name there.
_CONVERTED = {
    ".tex": "latex", ".latex": "latex", ".adoc": "asciidoc", ".asciidoc": "asciidoc",
    ".org": "org", ".rst": "rst", ".rest": "rst",
    ".rtf": "rtf", ".epub": "epub", ".typ": "typst", ".textile": "textile", ".fb2": "fb2",
    ".wiki": "mediawiki", ".mediawiki": "mediawiki", ".docbook": "docbook", ".opml": "opml",
}  # fmt: skip
_DATA = frozenset(
    ".json .jsonl .csv .tsv .xml .yaml .yml .toml .xlsx .xls .ods .pptx .ppt .odp .zip .gz .py .js "
    ".png .jpg .jpeg .gif .svg .mp3 .mp4".split()
)


def is_read(path: Path | str) -> bool:
    """Return whether a file's name is that of a kind that is read."""
    return PurePath(path).suffix.lower() in SUFFIXES


def kind_of(path: str, content: bytes) -> FileKind:
    """Return the kind of a file by its name, or by its first bytes where the name says nothing.

    What is neither HTML, DOCX, ODT nor PDF is read as Markdown: plain prose is Markdown too.
    InputError for a kind that is not read, naming what turns it into one that is.
    """
    suffix = PurePath(path).suffix.lower()
    if content.startswith(b"%PDF-"):
        return "pdf"
    if content.startswith(_OFFICE_OF_OLD):
        raise InputError(
            path,
            "is encrypted, or in the old binary .doc format",
            remedy="save it as DOCX without a password",
        )
    if known := SUFFIXES.get(suffix):
        return known
    if suffix in _CONVERTED:
        name = PurePath(path).name
        raise InputError(
            path,
            f"is of a kind that is not read ({suffix})",
            remedy=f"turn it into Markdown first: pandoc -f {_CONVERTED[suffix]} -t markdown "
            f"{quote(name)} -o {quote(PurePath(name).stem + '.md')}",
        )
    if suffix in _DATA:
        raise InputError(
            path,
            f"holds data, not a document ({suffix})",
            remedy="give a Markdown, HTML, DOCX, ODT, PDF or text file",
        )
    if content.startswith(b"PK\x03\x04"):
        return "odt" if _OPEN_DOCUMENT in content[:100] else "docx"
    return "html" if _PAGE.match(content) else "markdown"


def read_document(
    path: Path | str,
    content: bytes | None = None,
    kind: FileKind | None = None,
    progress: Progress | None = None,
) -> ReadDocument:
    """Read a Markdown, HTML, DOCX, ODT, PDF or text file, or a notebook.

    `content` are its bytes where they come from elsewhere than a file (standard input); `path` then
    is only its name. `kind` overrides what the name says; `progress` is told of a PDF's pages.
    InputError for a file that cannot be read, is binary or encrypted, of a kind that is not read,
    in an unknown encoding, or larger than `MAX_CHARACTERS` or the most bytes; MissingExtraError
    where the reader of its kind is not installed.
    """
    name = str(path)
    if content is None:
        content = read_bytes(Path(path))
    reject_larger(name, content)
    kind = kind or kind_of(name, content)
    if kind == "pdf":
        from wp.documents.pdf import read_pdf

        return read_pdf(name, content, progress)
    encoding = "utf-8"
    warnings: tuple[str, ...] = ()
    if kind == "docx":
        from wp.documents.docx import read_docx

        text, read = read_docx(name, content)
    elif kind == "odt":
        from wp.documents.odt import read_odt

        text, read = read_odt(name, content)
    else:
        if len(content) > 4 * MAX_CHARACTERS:
            raise _too_long(name)
        text, encoding, warnings = decode(name, content)
        if len(text) > MAX_CHARACTERS:
            raise _too_long(name)
        if kind == "notebook":
            from wp.documents.markdown import read_notebook

            text, read = read_notebook(name, text)
        else:
            read = _read_text(text, kind)
    return ReadDocument(
        name,
        kind,
        text,
        read.blocks,
        read.comments,
        read.metadata,
        read.skipped,
        (*warnings, *read.warnings),
        encoding,
    )


def _read_text(text: str, kind: FileKind) -> Content:
    if kind == "markdown":
        from wp.documents.markdown import read_markdown

        return read_markdown(text)
    if kind == "html":
        from wp.documents.html import read_html

        return read_html(text)
    from wp.documents.text import read_text

    return read_text(text)


def _too_long(name: str) -> InputError:
    return InputError(
        name,
        f"holds more than {MAX_CHARACTERS // 1_000_000} million characters, the most that is read",
        remedy="split the document",
    )


_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MULTIBYTE = pattern(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CONTROLS = pattern(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

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
    found = _CONTROLS.search(text)
    if found:
        raise InputError(
            path,
            f"is binary: it holds the control character U+{ord(found.group()):04X}",
            place=f"line {text.count(chr(10), 0, found.start()) + 1}",
            remedy="give the text that it was made from",
        )
