"""What a person should know of how a PDF was read: what was left out, joined or looks lost."""

from collections.abc import Iterator, Sequence

from wp.documents.model import Skipped
from wp.documents.pdf_file import PdfFile
from wp.documents.pdf_join import Joiner
from wp.documents.pdf_paragraphs import PdfPart


def warnings_of(
    text: str,
    skipped: Sequence[Skipped],
    parts: Sequence[PdfPart],
    joiner: Joiner,
    read: PdfFile,
) -> Iterator[str]:
    """Yield whole sentences for the person who drafts from the document."""
    named = [text[one.start : one.end].strip() for one in skipped if one.what == "running head"]
    if named:
        yield (
            f"running heads or feet left out: {len(named)}, first “{named[0][:60]}”; "
            "compare the breaks of pages with the original"
        )
    contents = [text[one.start : one.end] for one in skipped if "contents" in one.what]
    if contents:
        yield (
            f"lines left out as a table of contents: {len(contents)}, "
            f"first “{' '.join(contents[0].split())[:60]}”"
        )
    for what in ("text that stands sideways", "line number"):
        if found := [one for one in skipped if one.what == what]:
            shown = text[found[0].start : found[0].end]
            yield (
                f"{what.replace('number', 'numbers')} left out: on {len(found)} pages, "
                f"first “{' '.join(shown.split())[:60]}”"
            )
    marks = sum(one.what == "note mark" for one in skipped)
    if marks:
        yield f"raised marks of notes left out of the text: {marks}"
    if joiner.joined:
        yield (
            f"words broken by a hyphen at a line end: {joiner.joined}, first "
            f"“{joiner.example}”; they were joined, so compare with the original"
        )
    rows = [part for part in parts if part.row is not None and not part.row.is_head]
    unsure = [part for part in rows if not part.heads and len(part.row.cells) > 1]  # type: ignore[union-attr]
    if unsure:
        yield (
            f"rows of tables whose columns have no sure heads: {len(unsure)} of {len(rows)}, "
            f"first “{' '.join(unsure[0].text.split())[:60]}”"
        )
    pages = read.pages
    pictured = [number for number, page in enumerate(pages, 1) if page.pictured]
    if pictured:
        yield (
            f"{len(pictured)} of {len(pages)} pages hold no text, the first of them "
            f"page {pictured[0]}; if they are scanned, run optical character recognition over "
            "them, for instance with ocrmypdf"
        )
    unread = [number for number, page in enumerate(pages, 1) if page.unread]
    if unread:
        yield (
            f"{len(unread)} of {len(pages)} pages hold characters that could not be read, since "
            f"the file lacks their font or letters, the first of them page {unread[0]}; run "
            "optical character recognition over them, for instance with ocrmypdf --force-ocr"
        )
    if read.told:
        yield (
            f"letters that the font draws as one were told by their words: {len(read.told)}, first "
            f"“{read.told[0]}”; compare with the original"
        )
