"""DOCX through mammoth, read as the page that its styles stand for."""

from io import BytesIO
from pathlib import Path

from wp.base.draft.blocks import Source
from wp.base.draft.page import read_page
from wp.errors import InputError, MissingExtraError
from wp.verify.draft.docx import _check_archive

_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"
_ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_docx(path: Path, content: bytes) -> Source:
    """Read a DOCX file; headings are the paragraphs in heading styles.

    MissingExtraError without the extra; InputError for a file that is damaged, encrypted, or swells
    to more than the check of drafts reads.
    """
    try:
        import mammoth  # type: ignore[import-untyped,import-not-found,unused-ignore]
    except ImportError:
        raise MissingExtraError("reading DOCX", "docx") from None
    if content.startswith(_ENCRYPTED):
        raise InputError(
            path, "is encrypted, or a DOC file of old", remedy="save it as DOCX without a password"
        )
    _check_archive(str(path), content)
    try:
        page: str = mammoth.convert_to_html(
            BytesIO(content), style_map=_STYLES, convert_image=lambda image: []
        ).value
    except Exception as error:  # mammoth lets every failure of its XML and ZIP readers through
        raise InputError(
            path,
            f"cannot be read as DOCX: {str(error) or type(error).__name__}",
            remedy="open it in a word processor and save it anew",
        ) from None
    return read_page(page)
