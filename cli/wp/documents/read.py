"""Reading a document: which kind of file it is, and the reader for that kind."""

import re
from pathlib import Path, PurePath
from shlex import quote

from wp.documents.decode import decode
from wp.documents.model import MAX_CHARACTERS, Content, FileKind, Progress, ReadDocument
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
            from wp.documents.notebook import read_notebook

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
