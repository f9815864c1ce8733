"""What a person should know of how a PDF was read: what was left out, joined or looks lost."""

from collections.abc import Iterator, Sequence

from wp.documents.model import Skipped
from wp.documents.pdf_file import PdfFile
from wp.documents.pdf_join import Joiner
from wp.documents.pdf_paragraphs import PdfPart

_LEFT_OUT = {
    "running head": "running heads or feet left out: {}, first “{}”; compare the breaks of pages "
    "with the original",
    "contents list": "lines left out as a table of contents: {}, first “{}”",
    "text that stands sideways": "text that stands sideways left out: on {} pages, first “{}”",
    "hidden text": "text too small to be seen left out: on {} pages, first “{}”",
    "line number": "line numbers left out: on {} pages, first “{}”",
    "note mark": "raised marks of notes left out of the text: {}",
}
_HEADLESS = "rows of tables whose columns have no sure heads"
_UNTOLD = "rows of tables whose columns cannot be told, so that none of their figures is read"
_PICTURED = (
    "{} of {} pages hold no text, the first of them page {}; if they are scanned, run optical "
    "character recognition over them, for instance with ocrmypdf"
)
_UNREAD = (
    "{} of {} pages hold characters that could not be read, since the file lacks their font or "
    "letters, the first of them page {}; run optical character recognition over them, for instance "
    "with ocrmypdf --force-ocr"
)


def warnings_of(
    text: str,
    skipped: Sequence[Skipped],
    parts: Sequence[PdfPart],
    joiner: Joiner,
    read: PdfFile,
) -> Iterator[str]:
    """Yield whole sentences for the person who drafts from the document."""
    for what, told in _LEFT_OUT.items():
        if found := [text[one.start : one.end] for one in skipped if one.what == what]:
            yield told.format(len(found), " ".join(found[0].split())[:60])
    if joiner.joined:
        yield (
            f"words broken by a hyphen at a line end: {joiner.joined}, first "
            f"“{joiner.example}”; they were joined, so compare with the original"
        )
    rows = [part for part in parts if part.row is not None and not part.row.is_head]
    whole = [part for part in rows if len(part.row.cells) == 1]  # type: ignore[union-attr]
    unsure = [part for part in rows if not part.heads and part not in whole]
    for found_in, told in ((unsure, _HEADLESS), (whole, _UNTOLD)):
        if found_in:
            first = " ".join(found_in[0].text.split())[:60]
            yield f"{told}: {len(found_in)} of {len(rows)}, first “{first}”"
    pages = read.pages
    for found_on, told in (
        ([number for number, page in enumerate(pages, 1) if page.pictured], _PICTURED),
        ([number for number, page in enumerate(pages, 1) if page.unread], _UNREAD),
    ):
        if found_on:
            yield told.format(len(found_on), len(pages), found_on[0])
    if read.told:
        yield (
            f"letters that the font draws as one were told by their words: {len(read.told)}, first "
            f"“{read.told[0]}”; compare with the original"
        )
