"""A checked draft, drawn: every quotation and claim with its place and verdict, and a summary."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.style import Style
from rich.text import Text

from wp.extent import extent, not_held
from wp.library import Library
from wp.safe import one_line, printable
from wp.show import terminal
from wp.show.ruled import RuledRow, RuledRows
from wp.show.terminal import document_key
from wp.show.verdict_records import page_of_verdict, passage_of_verdict, summary_line
from wp.show.verdict_view import compared, place_of
from wp.verify.checked import (
    GIVEN_TO_ANOTHER,
    CheckedClaim,
    CheckedDraft,
    CheckedQuotation,
    Provenance,
    provenance_lines,
)

if TYPE_CHECKING:
    from wp.show.record_types import SummaryRecord

_STYLES = {
    "verbatim": Style(color="green"),
    "elided": Style(color="green"),
    "supported": Style(color="green"),
    "altered": Style(bold=True, color="red"),
    "contradicted": Style(bold=True, color="red"),
    "missing": Style(color="magenta"),
    "unsupported": Style(color="magenta"),
}
_SHOWN = 160
_DIGITS = 12  # of a digest, enough to tell texts apart
_HEADS = {"line": "Line", "paragraph": "Para."}


_MOST_LINES = 5  # of one kind that are named


def check_view(
    library: Library, checked: Sequence[CheckedDraft], summary: "SummaryRecord", made: Provenance
) -> list[RenderableType]:
    """Draw a table for each draft, what was checked against what, and what was found in all."""
    drafts = [part for draft in checked for part in _draft(library, draft)]
    found = {quotation.verdict.document for draft in checked for quotation in draft.quotations}
    named = {id_.partition(":")[0] for d in checked for c in d.claims for id_ in c.claim.facts}
    key = document_key(library, {*filter(None, found), *named})
    words = {entry.word for draft in checked for entry in draft.entries}
    legend = [Text("[-the draft's words-]{+the source's+}", style=terminal.HINT)] * (
        "altered" in words
    )
    against = [
        Text(line, style=terminal.HINT) for line in map(printable, provenance_lines(made, _DIGITS))
    ]
    if words & {"missing", "unsupported"} and not_held(library.bases):
        against.append(Text(f"Looked in {extent(library.bases)}", style=terminal.HINT))
    found_in_all = Text(summary_line(summary), style=terminal.HEADING)
    return [*drafts, *legend, *against, *key, found_in_all]


def _draft(library: Library, checked: CheckedDraft) -> list[RenderableType]:
    title = Text(printable(checked.draft.path), style=terminal.HEADING)
    rows = checked.entries
    parts: list[RenderableType] = [title]
    if rows:
        places = Text(_HEADS[checked.draft.line_name], justify="right")
        head = RuledRow((places, Text("Verdict")), (Text("Quotation or reported figure"),))
        parts.append(RuledRows(head, [_row(library, entry) for entry in rows]))
    for warning in checked.warnings:
        told = f"{warning.line}:{warning.column} warning: {printable(warning.text)}"
        parts.append(Text(told, style=terminal.WARNING))
    if passed_over := _not_checked(checked):
        parts.append(passed_over)
    return parts


def _not_checked(checked: CheckedDraft) -> Text | None:
    """Name the kinds of what was not looked at, each with the lines where it stands."""
    lines: dict[str, list[str]] = {}
    for one in checked.not_checked:
        lines.setdefault(one.what, []).extend([str(one.line)] if one.line else [])
    if not lines:
        return None
    told = []
    for what, numbers in lines.items():
        shown = ", ".join(dict.fromkeys(numbers[:_MOST_LINES]))
        more = ", …" if len(numbers) > _MOST_LINES else ""
        told.append(f"{what} ({checked.draft.line_name} {shown}{more})" if shown else what)
    return Text(f"not checked: {'; '.join(told)}", style=terminal.HINT)


def _row(library: Library, entry: CheckedQuotation | CheckedClaim) -> RuledRow:
    told = f"{entry.place.line}:{entry.place.column}"
    place = Text(told, style=terminal.PLACE, justify="right")
    beside = _quotation(library, entry) if isinstance(entry, CheckedQuotation) else _claim(entry)
    word: str = entry.word
    if entry.ignored is not None:
        beside.append(Text(f"ignored: {printable(entry.ignored)}", style=terminal.HINT))
        word = f"({word})" if entry.level != "none" else word
    return RuledRow((place, Text(word, style=_STYLES[entry.word])), tuple(beside))


def _quotation(library: Library, entry: CheckedQuotation) -> list[Text]:
    verdict = entry.verdict
    if verdict.verdict == "altered" and verdict.source:
        drawn, source = compared(verdict, passage_of_verdict(library, verdict, linked=False))
    else:
        drawn, source = Text(f"“{one_line(entry.text, _SHOWN)}”"), None
    if verdict.document is not None:
        place = library.name(verdict.document, place_of(verdict, page_of_verdict(library, verdict)))
        # No line breaks within "VI ¶4" and "p. 4".
        place = place.replace(" ¶", "\u00a0¶").replace("p. ", "p.\u00a0")
        drawn.append(f"  {place}", style=terminal.PLACE)
    elif entry.level != "warning":
        given = GIVEN_TO_ANOTHER if entry.level == "note" else "not given as the source's words"
        drawn.append(f"  {given}", style=terminal.HINT)
    warnings = (
        Text(f"warning: {printable(warning)}", style=terminal.WARNING)
        for warning in verdict.warnings
    )
    beside = [Text.assemble(("source: ", terminal.HINT), source)] if source else []
    return [drawn, *beside, *warnings]


def _claim(entry: CheckedClaim) -> list[Text]:
    claim = entry.claim
    lines = [Text(one_line(claim.sentence, _SHOWN))]
    if claim.verdict != "supported":
        lines += [Text(printable(reason)) for reason in claim.reasons]
    if claim.beyond:
        lines.append(Text(printable(claim.beyond)))
    if claim.source and claim.verdict != "unsupported":
        lines.append(Text(f"“{one_line(claim.source, _SHOWN)}”", style=terminal.HINT))
    lines += [terminal.unbroken(id_, terminal.FACT_ID) for id_ in claim.facts]
    return lines
