"""DOCX through mammoth, read as the page that its styles stand for."""

import zlib
from io import BytesIO
from pathlib import Path
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from wp.base.draft.blocks import Source
from wp.base.draft.limits import MAX_CHARACTERS, too_long
from wp.base.draft.page import read_page
from wp.errors import InputError, MissingExtraError
from wp.verify.draft.docx import _check_archive

_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"
_TEXT = "word/document.xml"
_MOST_ELEMENTS = 1_000_000  # paragraphs, runs and the like: more than 3,000 pages have
_ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_docx(path: Path, content: bytes) -> Source:
    """Read a DOCX file; headings are the paragraphs in heading styles.

    MissingExtraError without the extra; InputError for a file that is damaged, encrypted, too long,
    or swells to more than the check of drafts reads.
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
    _check_length(path, content)
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


def _check_length(path: Path, content: bytes) -> None:
    """Refuse a text that is too long before it is read whole, which takes forty times its room."""
    characters = elements = 0

    def count_text(text: str) -> None:
        nonlocal characters
        characters += len(text)

    def count_element(name: str, attributes: object) -> None:
        nonlocal elements
        elements += 1

    parser = expat.ParserCreate()
    parser.CharacterDataHandler = count_text
    parser.StartElementHandler = count_element
    try:
        with ZipFile(BytesIO(content)) as archive, archive.open(_TEXT) as text:
            while piece := text.read(1 << 16):
                parser.Parse(piece)
                if characters > MAX_CHARACTERS or elements > _MOST_ELEMENTS:
                    raise too_long(path)
    except (expat.ExpatError, BadZipFile, EOFError, zlib.error, NotImplementedError, RuntimeError):
        return  # what reads it says why it cannot
