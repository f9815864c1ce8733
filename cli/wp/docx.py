"""DOCX files as HTML pages, through mammoth.

A DOCX file is a ZIP archive of XML: what it swells to is known, and its text counted, before it is
read whole, which takes forty times the room of its text.
"""

import zlib
from io import BytesIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from wp.errors import InputError, MissingExtraError

MOST_CHARACTERS = 8_000_000
"""The most text that a file may hold: some 3,000 pages."""

_MOST_XML = 64 * 1024 * 1024
_MOST_ELEMENTS = 1_000_000  # paragraphs, runs and the like: more than 3,000 pages have
_TEXT = "word/document.xml"
_ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_ANEW = "open it in a word processor and save it anew"


def docx_page(path: str, content: bytes, styles: str) -> str:
    """Give the text of a DOCX file as HTML, its images left out.

    `styles` tells which paragraph styles become which elements, in mammoth's notation.
    MissingExtraError without the extra; InputError naming `path` for a file that is damaged,
    encrypted, too long, or swells to over 64 MB.
    """
    try:
        import mammoth  # type: ignore[import-untyped,import-not-found,unused-ignore]
    except ImportError:
        raise MissingExtraError("reading DOCX", "docx") from None
    _check_archive(path, content)
    _check_length(path, content)
    try:
        page: str = mammoth.convert_to_html(
            BytesIO(content), style_map=styles, convert_image=lambda image: []
        ).value
    except Exception as error:  # mammoth lets every failure of its XML and ZIP readers through
        raise InputError(
            path,
            f"cannot be read as DOCX: {str(error) or type(error).__name__}",
            remedy=_SAVE_ANEW,
        ) from None
    return page


def _check_archive(path: str, content: bytes) -> None:
    if content.startswith(_ENCRYPTED):
        raise InputError(
            path, "is encrypted, or a DOC file of old", remedy="save it as DOCX without a password"
        )
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except BadZipFile:
        raise InputError(path, "is not a DOCX file", remedy=_SAVE_ANEW) from None
    if not any(part.filename == _TEXT for part in parts):
        raise InputError(path, "is a ZIP archive but no DOCX file", remedy="give a DOCX file")
    read = [part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))]
    if sum(read) > _MOST_XML:
        raise InputError(path, f"swells to more than {_MOST_XML // 1024**2} MB", remedy="split it")


def _check_length(path: str, content: bytes) -> None:
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
                if characters > MOST_CHARACTERS or elements > _MOST_ELEMENTS:
                    raise InputError(
                        path,
                        f"holds more than {MOST_CHARACTERS // 1_000_000} million characters or "
                        f"{_MOST_ELEMENTS // 1_000_000} million pieces of text",
                        remedy="split the document",
                    )
    except (expat.ExpatError, BadZipFile, EOFError, zlib.error, NotImplementedError, RuntimeError):
        return  # what reads it says why it cannot
