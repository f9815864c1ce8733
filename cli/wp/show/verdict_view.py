"""A verdict on a quotation, drawn: the difference word by word, source, place, link."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.style import Style
from rich.text import Text

from wp.cite import CitedPassage, pages
from wp.extent import extent
from wp.library import Library
from wp.safe import printable
from wp.show import terminal
from wp.show.terminal import document_line
from wp.show.verdict_records import passage_of_verdict
from wp.verify.diff import in_doubt, in_whole_sentences, word_diff
from wp.verify.verdict import MEANINGS, Verdict

if TYPE_CHECKING:
    from wp.show.record_types import VerdictRecord

_QUOTATION = Style(color="red")
_SOURCE = Style(bold=True, color="green")


def place_of(verdict: Verdict, page: str | None = None) -> str:
    """Return the place of a verdict's passage: "VI ¶4, p. 12"; a heading has no paragraph."""
    if verdict.section is None:
        return "the title page"
    if verdict.paragraph is None:
        return f"{verdict.section}, its heading"
    place = f"{verdict.section} ¶{verdict.paragraph}"
    return f"{place}, {pages(page)}" if page else place


def compared(verdict: Verdict, passage: CitedPassage | None) -> tuple[Text, Text | None]:
    """Draw an altered quotation against its source: `[-its words-]{+the source's+}`.

    Where it is not sure how far the passage reaches, the source's words make no correction: they
    are given apart, in whole sentences.
    """
    drawn = Text.assemble("“", difference(verdict.quotation, verdict.source or ""), "”")
    if passage is None or not in_doubt(verdict, passage.before, passage.after):
        return drawn, None
    before, words, after = in_whole_sentences(passage.before, passage.words, passage.after)
    source = Text.assemble(
        "“", (printable(before), terminal.HINT), printable(words),
        (printable(after), terminal.HINT), "”",
    )  # fmt: skip
    own = difference(verdict.quotation, verdict.source or "", source_too=False)
    return Text.assemble("“", own, "”"), source


def difference(
    quotation: str, source: str, *, source_too: bool = True, around: int | None = None
) -> Text:
    """Draw `[-words of the quotation-]{+words of the source+}` among the words they share.

    Without `source_too` what only the source has is left out. Of the words that both have, only
    those `around` a change are shown, on either side.
    """
    drawn = Text()
    before = ""
    pieces = word_diff(quotation, source)
    for number, piece in enumerate(pieces):
        if piece.side == "source" and not source_too:
            continue
        if before and (before, piece.side) != ("quotation", "source") and not piece.glued:
            drawn.append(" ")
        before = piece.side
        words = printable(piece.text)
        if around is not None and piece.side == "same":
            words = _ends(words, around * (number > 0), around * (number < len(pieces) - 1))
        if piece.side == "quotation":
            drawn.append(f"[-{words}-]", style=_QUOTATION)
        elif piece.side == "source":
            drawn.append(f"{{+{words}+}}", style=_SOURCE)
        else:
            drawn.append(words)
    return drawn


def _ends(words: str, first: int, last: int) -> str:
    """Return the first and last words of some, an ellipsis in place of the others."""
    each = words.split(" ")
    if len(each) <= first + last + 1:
        return words
    return " ".join([*each[:first], "…", *each[len(each) - last :]])


_VERDICT_STYLES = {
    "verbatim": Style(bold=True, color="green"),
    "elided": Style(bold=True, color="green"),
    "altered": Style(bold=True, color="red"),
    "missing": Style(bold=True, color="red"),
}


def verdict_view(library: Library, verdict: Verdict, record: "VerdictRecord") -> RenderableType:
    """Draw a verdict; `record` is its record, for place and link."""
    from wp.show.fact_view import labelled, passage_line

    headline = Text.assemble(
        (verdict.verdict, _VERDICT_STYLES[verdict.verdict]), f": {_meaning(library, verdict)}"
    )
    parts: list[RenderableType] = [headline, Text()]
    source = Text(f"“{printable(verdict.source)}”") if verdict.source else None
    if verdict.verdict == "altered" and source:
        drawn, whole = compared(verdict, passage_of_verdict(library, verdict, linked=False))
        parts += [drawn, Text()]
        source = whole or source
    if details := [*_details(library, verdict, source, record["page"])]:
        parts.append(labelled(details))
    if verdict.verdict == "missing":
        hint = "Try: wp search WORDS, or wp grep WORDS for these very words"
        parts.append(Text(hint, style=terminal.HINT))
    if record["text_fragment_url"]:
        parts.append(passage_line(record["text_fragment_url"]))
    return Group(*parts)


def _details(
    library: Library, verdict: Verdict, source: Text | None, page: str | None
) -> Iterator[tuple[str, Text]]:
    """Yield what is told of a verdict, each with its name: changes, place, facts, warnings."""
    for change in verdict.changes:
        yield "Changed", _change(change.op, change.quotation, change.source, change.kind)
    if source:
        yield "Source", source
        places = f"; the first of {verdict.places} places" if verdict.places > 1 else ""
        yield "Place", Text(place_of(verdict, page) + places)
    if near := verdict.nearest:
        yield "Nearest", Text(f"“{printable(near.source)}”")
        place = (f"{near.section} ¶{near.paragraph}", terminal.PLACE)
        yield "", Text.assemble(place, ", not what was quoted")
    if verdict.document is not None:
        for line in document_line(library, verdict.document):
            yield "Document", line
    for number, id_ in enumerate(verdict.facts):
        yield "" if number else "Facts", terminal.unbroken(id_, terminal.FACT_ID)
    for warning in verdict.warnings:
        yield "Warning", Text(printable(warning), style=terminal.WARNING)


def _meaning(library: Library, verdict: Verdict) -> str:
    """Return what a verdict means; "missing" names what was looked in, and what is not held."""
    if verdict.verdict != "missing":
        return MEANINGS[verdict.verdict]
    return f"no such passage in {extent(library.bases)}"


def _change(operation: str, quotation: str, source: str, kind: str) -> Text:
    ours, theirs = f"“{printable(quotation)}”", f"“{printable(source)}”"
    told = {
        "replace": f"{ours} for {theirs}",
        "insert": f"{ours} added",
        "delete": f"{theirs} left out",
        "move": f"{ours or theirs} moved",
    }[operation]
    return Text.assemble(f"{kind}: ", told)
