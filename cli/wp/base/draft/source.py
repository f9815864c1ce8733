"""Reading a document to be drafted from: which kind of file it is, and the reader for it."""

import re
from pathlib import Path

from wp.base.draft.blocks import Block, Source
from wp.base.draft.mend import mend
from wp.docx import MOST_CHARACTERS
from wp.errors import InputError
from wp.verify.draft import kind_of, read_draft

MAX_BYTES = 64 * 1024 * 1024
MAX_CHARACTERS = MOST_CHARACTERS
"""The most text that one draft is made from."""

_OFFICE_OF_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # also the shell of an encrypted DOCX
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LETTER = re.compile(r"[^\W\d_]")


def read_source(path: Path) -> Source:
    """Read a text, Markdown, HTML, DOCX or PDF document.

    InputError for a file that cannot be read, is encrypted, in an unknown encoding, without text or
    larger than `MAX_BYTES` or `MAX_CHARACTERS`; MissingExtraError where its reader is not
    installed.
    """
    content = _read_bytes(path)
    if not content.strip():
        raise InputError(path, "is empty", remedy="give the document to draft from")
    source = _read(path, content)
    blocks, warnings = mend(_clean(source.blocks))
    if not any(_LETTER.search(block.text) for block in blocks):
        raise InputError(path, "holds no text", remedy="give a document with words in it")
    if sum(len(block.text) for block in blocks) > MAX_CHARACTERS:
        raise _too_long(path)
    return source._replace(blocks=blocks, warnings=(*source.warnings, *warnings))


def _read(path: Path, content: bytes) -> Source:
    if content.startswith(b"%PDF-") or path.suffix.lower() == ".pdf":
        from wp.base.draft.pdf import read_pdf

        return read_pdf(path, content)
    if content.startswith(_OFFICE_OF_OLD):
        raise InputError(
            path, "is encrypted, or a DOC file of old", remedy="save it as DOCX without a password"
        )
    kind = kind_of(path.name, content)
    if kind == "docx":
        from wp.base.draft.docx import read_docx

        return read_docx(path, content)
    if len(content) > 4 * MAX_CHARACTERS:
        raise _too_long(path)
    text = read_draft(path, content, "text").text
    if kind == "html":
        from wp.base.draft.page import read_page

        return read_page(text)
    if kind == "markdown" and path.suffix:
        from wp.base.draft.markdown import read_markdown

        return read_markdown(text)
    from wp.base.draft.lines import read_lines

    return read_lines(text)


def _clean(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Fold white space and leave out control characters and empty blocks."""
    cleaned = (
        block.reworded(lambda text: " ".join(_CONTROL.sub(" ", text).split())) for block in blocks
    )
    return tuple(block for block in cleaned if block.text)


def _read_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise InputError(path, "no such file", remedy="check the name of the document") from None
    except IsADirectoryError:
        raise InputError(path, "is a directory", remedy="give a document inside it") from None
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise InputError(
            path, f"cannot be read: {problem}", remedy="check the file's permissions"
        ) from None
    if len(content) > MAX_BYTES:
        raise InputError(
            path,
            f"larger than {MAX_BYTES // 1024**2} MB, the most that a document may have",
            remedy="split the document and draft each part",
        )
    return content


def _too_long(path: Path) -> InputError:
    return InputError(
        path,
        f"holds more than {MAX_CHARACTERS // 1_000_000} million characters, "
        "the most that one base is drafted from",
        remedy="split the document and draft each part",
    )
