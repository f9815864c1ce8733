"""`wp check --format docx`: the verdicts as comments in a copy of a Word file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wp.commands.output_file import tell_written
from wp.errors import InputError, UsageError
from wp.files import write_bytes
from wp.library import Library

if TYPE_CHECKING:
    from wp.verify.checked import CheckedDraft


def word_file(drafts: Sequence[str], file: Path | None) -> bytes:
    """Return what the one draft's file holds, before anything is checked.

    UsageError and InputError say what comments in a Word file need.
    """
    from wp.documents.read import kind_of
    from wp.export.report.word import look_for_extra
    from wp.files import read_bytes

    if file is None:
        raise UsageError("Word comments are a file", remedy="name it: -o draft.checked.docx")
    if len(drafts) != 1 or drafts[0] == "-":
        raise UsageError(
            "Word comments are written into a copy of one DOCX file",
            remedy="give one draft by its name",
        )
    look_for_extra()
    content = read_bytes(Path(drafts[0]))
    if kind_of(drafts[0], content) != "docx":
        raise InputError(
            drafts[0],
            "is no DOCX file, which Word comments need",
            remedy="take --format html for a report on any draft",
        )
    return content


def write_word(library: Library, checked: "CheckedDraft", content: bytes, file: Path) -> None:
    """Write the comments into a copy of the draft's file, whole or not at all."""
    from wp.export.report.word import commented
    from wp.verify.report.provenance import provenance

    write_bytes(file, commented(library, checked, content, provenance(library.bases)))
    tell_written(file)
