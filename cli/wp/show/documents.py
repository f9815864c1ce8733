"""The name of the document that an answer comes from, where several are loaded."""

from collections.abc import Iterable

from rich.text import Text

from wp.library import Library
from wp.model import UNKNOWN_DATE, Document
from wp.safe import printable
from wp.show import terminal


def titled(document: Document) -> str:
    """Name a document by title and edition; by its date where it has no edition."""
    return printable(f"{document.title}. {document.edition or published(document.published)}")


def published(date: str) -> str:
    """Return a date of publication as people read it: a draft's stand-in is "date unknown"."""
    return "date unknown" if date == UNKNOWN_DATE else date


def document_line(library: Library, document: str) -> list[Text]:
    """Return the line that names a document, or no line when only one is loaded."""
    if len(library.bases) == 1:
        return []
    return [Text(titled(library.base(document).document), style=terminal.HINT)]


def document_key(library: Library, documents: Iterable[str]) -> list[Text]:
    """Return a line for each document whose id an answer has; none when only one is loaded."""
    if len(library.bases) == 1:
        return []
    wanted = set(documents)
    lines = []
    for base in library.bases:
        if base.document.id in wanted:
            lines.append(Text(f"{base.document.id}: ", style=terminal.FACT_ID))
            lines[-1].append(titled(base.document), style=terminal.HINT)
    return lines
