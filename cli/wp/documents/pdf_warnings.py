"""What a person should know of how a PDF was read: what was left out, joined or looks lost."""

from collections.abc import Iterator, Sequence

from wp.documents.model import Skipped
from wp.documents.pdf_join import Joiner
from wp.documents.pdf_paragraphs import PdfPart
from wp.documents.pdf_words import Page
from wp.pattern import pattern

_STUMPS = pattern(
    r"\b(?:irst|speciic|speciically|signiicant|signiicantly|oice|oicial|oicials|beneit|beneits|"
    r"deined|deinition|inancial|inance|eicient|eiciency|eiciently|suicient|diicult|diiculty|"
    r"diferent|efect|efects|efective|afect|afected|efort|eforts|conlict|relect|relects|inluence|"
    r"inlation|identiied|classiied|conirmed|proit|proits|ofice|ofices|eficient|dificult|scientiic|"
    r"ive|ifth|ifty|ifteen|iscal|ishing|isheries|inal|inally|loor|lood|lows)\b"
)
_LEAST_STUMPS = 2


def warnings_of(
    text: str,
    skipped: Sequence[Skipped],
    parts: Sequence[PdfPart],
    joiner: Joiner,
    pages: Sequence[Page],
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
    if lost := _lost_ligatures(text):
        yield lost


def _lost_ligatures(text: str) -> str:
    """Warn where words lack the letters that a font draws as one: "irst", "speciic"."""
    found = _STUMPS.findall(text)
    if len(found) < _LEAST_STUMPS or len(set(found)) < _LEAST_STUMPS:
        return ""
    return (
        f"letters seem lost where a font draws two as one: {len(found)} words, first “{found[0]}”; "
        "compare with the original"
    )
