"""PDF through pypdfium2: the lines of its pages, put together as those of plain text."""

from pathlib import Path
from typing import TYPE_CHECKING

from wp.base.draft.blocks import Source
from wp.base.draft.lines import read_pages
from wp.base.draft.pages import columns_warning
from wp.errors import InputError, MissingExtraError

if TYPE_CHECKING:
    import pypdfium2  # type: ignore[import-untyped,import-not-found,unused-ignore]

# pdfium gives this for a hyphen at the end of a line.
_HYPHEN = "\ufffe"
_UNTITLED = frozenset(("untitled", "unspecified", "anonymous", "unknown"))
_FEWEST_RECTS = 12


def read_pdf(path: Path, content: bytes) -> Source:
    """Read a PDF file.

    InputError for one that is damaged, encrypted, or scanned, which holds no text;
    MissingExtraError without the extra.
    """
    try:
        import pypdfium2
    except ImportError:
        raise MissingExtraError("reading PDF", "pdf") from None
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _refused(path, str(error)) from None
    pages: list[list[str]] = []
    columned = 0
    pictured: list[int] = []
    try:
        for page in document:
            text_page = page.get_textpage()
            text = text_page.get_text_range().replace(_HYPHEN, "-\n")
            pages.append([line for line in text.splitlines() if line.strip()])
            if not pages[-1] and any(page.get_objects(max_depth=1)):
                pictured.append(len(pages))
            columned += _in_columns(text_page, page.get_width())
            text_page.close()
            page.close()
        title = str(document.get_metadata_value("Title"))
        author = str(document.get_metadata_value("Author"))
    except pypdfium2.PdfiumError as error:
        raise _refused(path, str(error)) from None
    finally:
        document.close()
    if not any(pages):
        raise InputError(
            path,
            "holds no text: its pages are pictures, as in a scan",
            remedy="run optical character recognition over it first, for instance with ocrmypdf",
        )
    source = read_pages(pages)
    warnings = source.warnings
    if columned and not any("two columns" in warning for warning in warnings):
        warnings += (columns_warning(columned),)
    if pictured:
        warnings += (_pictures_warning(pictured, len(pages)),)
    return source._replace(title=_known(title), author=author.strip(), warnings=warnings)


def _known(title: str) -> str:
    """Give a title, or "" for what programs put where they know none."""
    title = title.strip()
    return "" if title.strip("()").lower() in _UNTITLED else title


def _pictures_warning(pictured: list[int], pages: int) -> str:
    """Word the warning about pages that show something but hold no text; pages count from 1."""
    return (
        f"{len(pictured)} of {pages} pages hold no text, the first of them page {pictured[0]}; if "
        "they are scanned, run optical character recognition over them, for instance with ocrmypdf"
    )


def _in_columns(text_page: "pypdfium2.PdfTextpage", width: float) -> int:
    """Count the lines that begin in the right half of a page whose lines all keep to one half."""
    rects = [text_page.get_rect(index) for index in range(text_page.count_rects())]
    narrow = [left for left, _, right, _ in rects if 0.15 * width < right - left < 0.5 * width]
    right_half = sum(left > 0.45 * width for left in narrow)
    left_half = sum(left < 0.3 * width for left in narrow)
    balanced = min(right_half, left_half) >= 0.25 * len(rects)
    return right_half if balanced and len(rects) >= _FEWEST_RECTS else 0


def _refused(path: Path, reason: str) -> InputError:
    if "password" in reason.lower():
        return InputError(
            path, "is encrypted", remedy="take its password off and draft from the copy"
        )
    return InputError(
        path,
        f"cannot be read as PDF: {reason.rstrip(chr(46))}",
        remedy="open it in a viewer and save it anew",
    )
