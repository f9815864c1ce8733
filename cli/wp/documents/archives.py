"""Word processors' files (DOCX, ODT): ZIP archives of XML, and what of them is refused.

What an archive expands to is known, and its text counted, before it is read whole.
"""

import zlib
from xml.parsers import expat
from zipfile import BadZipFile

from wp.documents.model import MAX_CHARACTERS
from wp.errors import InputError

MAX_XML = 64 * 1024 * 1024
MAX_ELEMENTS = 1_000_000
"""Paragraphs, runs and the like: more than 3,000 pages have."""
SAVE_ANEW = "open it in a word processor and save it anew"
DAMAGED = (
    *(expat.ExpatError, LookupError, ValueError),  # the last two for an encoding it does not know
    *(BadZipFile, EOFError, zlib.error, NotImplementedError, RuntimeError),
)
"""What reading a damaged archive, or XML in it, raises."""


def reject_larger(path: str, size: int) -> None:
    """Raise InputError for parts that expand to more than `MAX_XML` bytes."""
    if size > MAX_XML:
        raise InputError(
            path, f"expands to more than {MAX_XML // 1024**2} MB", remedy="split the file"
        )


def reject_longer(path: str, characters: int, elements: int) -> None:
    """Raise InputError for more text or more elements than are read."""
    if characters > MAX_CHARACTERS or elements > MAX_ELEMENTS:
        raise InputError(
            path,
            f"holds more than {MAX_CHARACTERS // 1_000_000} million characters or "
            f"{MAX_ELEMENTS // 1_000_000} million pieces of text",
            remedy="split the document",
        )


def parser_of(path: str) -> expat.XMLParserType:
    """Return a parser that refuses declared entities, which make short XML long.

    No DOCX or ODT file need have any.
    """

    def refuse(*declared: object) -> None:
        raise InputError(path, "holds a document type declaration", remedy=SAVE_ANEW)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    return parser
