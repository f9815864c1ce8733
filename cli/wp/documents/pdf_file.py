"""A PDF file through pdfium: its pages, outline and page labels, and what it says of itself."""

import ctypes
from pathlib import Path
from typing import Any, NamedTuple

from wp.documents.model import Progress
from wp.documents.pdf_letters import on_their_lines, with_letters
from wp.documents.pdf_outline import OutlineLevels, words_key
from wp.documents.pdf_words import Page, PageReader
from wp.errors import InputError, MissingExtraError

_UNTITLED = frozenset(("untitled", "unspecified", "anonymous", "unknown"))
_NAMES_OF_FILES = (".tmp", ".doc", ".docx", ".pdf", ".wpd", ".indd", ".qxd", ".xls", ".xlsx")
_DEEPEST_OUTLINE = 6


class PdfFile(NamedTuple):
    """What a file holds.

    `labels` are what it calls its pages, empty where it does not say; `told` the words whose
    letters it does not all tell.
    """

    pages: list[Page]
    outline: OutlineLevels
    labels: list[str]
    title: str
    author: str
    language: str
    told: list[str]


def read_file(path: Path | str, content: bytes, progress: Progress | None = None) -> PdfFile:
    """Read the pages of a PDF file, and what it says of itself; `progress` is told of each page.

    InputError for one that is damaged or encrypted; MissingExtraError without the extra.
    """
    try:
        import pypdfium2
    except ImportError:
        raise MissingExtraError("reading PDF", "pdf") from None
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _refused(path, str(error)) from None
    try:
        reader = PageReader()
        pages = []
        for page in document:
            read = reader.read(page)
            pages.append(read._replace(words=on_their_lines(read.words)))
            page.close()
            if progress:
                progress(len(pages), len(document))
        pages, told = with_letters(pages)
        outline: OutlineLevels = {}
        for bookmark in document.get_toc(max_depth=_DEEPEST_OUTLINE):
            target = bookmark.get_dest()
            number = target.get_index() if target else None
            key = words_key(bookmark.get_title())
            if number is not None and key:
                outline.setdefault(number, {}).setdefault(key, bookmark.level + 1)
        return PdfFile(
            pages,
            outline,
            [_label(document, number) for number in range(len(pages))],
            _known(str(document.get_metadata_value("Title"))),
            _known(str(document.get_metadata_value("Author"))),
            _language(document),
            told,
        )
    except pypdfium2.PdfiumError as error:
        raise _refused(path, str(error)) from None
    finally:
        document.close()


def _label(document: Any, number: int) -> str:
    return str(document.get_page_label(number)).strip()


def _language(document: Any) -> str:
    import pypdfium2.raw as raw

    buffer = ctypes.create_string_buffer(64)
    size = raw.FPDFCatalog_GetLanguage(
        document, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), 64
    )
    return buffer.raw[: max(size - 2, 0)].decode("utf-16-le", "replace") if 2 < size <= 64 else ""


def _known(title: str) -> str:
    """Return a title, or "" for what programs put where they know none."""
    title = title.strip()
    known = title.strip("()").lower()
    return "" if known in _UNTITLED or known.endswith(_NAMES_OF_FILES) else title


def _refused(path: Path | str, reason: str) -> InputError:
    if "password" in reason.lower():
        return InputError(
            path, "is encrypted", remedy="take its password off and draft from the copy"
        )
    return InputError(
        path,
        f"cannot be read as PDF: {reason.rstrip(chr(46))}",
        remedy="open it in a viewer and save it anew",
    )
