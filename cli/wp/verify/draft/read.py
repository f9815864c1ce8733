"""Reading a draft: which kind of file it is, and the reader for that kind."""

import re
from pathlib import Path, PurePath

from wp.errors import InputError
from wp.verify.draft.blocks import Content, Draft, Kind
from wp.verify.draft.decode import decode

MAX_BYTES = 32 * 1024 * 1024

_SUFFIXES: dict[str, Kind] = {
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown", ".mkd": "markdown",
    ".qmd": "markdown", ".rmd": "markdown", ".mdx": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".docx": "docx",
    ".txt": "text", ".text": "text",
}  # fmt: skip
_PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)


def kind_of(path: str, content: bytes) -> Kind:
    """Tell the kind of a draft from its name, or from its first bytes where the name says nothing.

    What is neither HTML nor DOCX is read as Markdown: plain prose is Markdown too.
    """
    known = _SUFFIXES.get(PurePath(path).suffix.lower())
    if known:
        return known
    if content.startswith(b"PK\x03\x04"):
        return "docx"
    return "html" if _PAGE.match(content) else "markdown"


def read_draft(path: Path | str, content: bytes | None = None, kind: Kind | None = None) -> Draft:
    """Read a draft.

    `content` are its bytes where they come from elsewhere than a file (standard input); `path` then
    is only its name. `kind` overrides what the name says. InputError for a file that cannot be
    read, is binary or in an unknown encoding, or is larger than `MAX_BYTES`.
    """
    name = str(path)
    if content is None:
        content = _read_bytes(Path(path))
    if len(content) > MAX_BYTES:
        raise _too_big(name)
    kind = kind or kind_of(name, content)
    if kind == "docx":
        from wp.verify.draft.docx import read_docx

        text, found = read_docx(name, content)
        return Draft(name, kind, text, found)
    text, encoding = decode(name, content)
    return Draft(name, kind, text, _read_text(text, kind), encoding=encoding)


def _read_text(text: str, kind: Kind) -> Content:
    if kind == "markdown":
        from wp.verify.draft.markdown import read_markdown

        return read_markdown(text)
    if kind == "html":
        from wp.verify.draft.html import read_html

        return read_html(text)
    from wp.verify.draft.plain import read_plain

    return read_plain(text)


def _read_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise InputError(path, "no such file", remedy="check the name of the draft") from None
    except IsADirectoryError:
        raise InputError(path, "is a directory", remedy="give the drafts inside it") from None
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise InputError(
            path, f"cannot be read: {problem}", remedy="check the file's permissions"
        ) from None


def _too_big(name: str) -> InputError:
    return InputError(
        name,
        f"larger than {MAX_BYTES // 1024**2} MB, the most that a draft may have",
        remedy="split the draft",
    )
