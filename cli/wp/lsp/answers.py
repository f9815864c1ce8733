"""What an editor is told of a checked draft: diagnostics, the difference, edits, completions.

An editor counts lines from 0, and columns in units of an encoding.
"""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from lsprotocol import types

from wp.cite.markup import escape, write_link
from wp.library import Library
from wp.pattern import pattern
from wp.safe import one_line, printable
from wp.search.passages import Occurrence, occurrences
from wp.show.verdict_records import passage_of_verdict
from wp.text import squeeze
from wp.verify.checked import CheckedClaim, CheckedDraft, CheckedQuotation, DraftSpan, findings
from wp.verify.correction import sure_edits
from wp.verify.draft import Draft
from wp.verify.verdict import describe_change

Encoding = Literal["utf-8", "utf-16", "utf-32"]

# Each with its codec and the bytes of a unit.
ENCODINGS: dict[Encoding, tuple[str, int]] = {
    "utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)
}  # fmt: skip

LONGEST_MESSAGE = 2_000
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}
_COMMENT = " <!-- wp: ignore  -->"
_FEWEST_WORDS = 3
_MOST_PLACES = 10
_LONGEST_LABEL = 60
# What was typed of a quotation: from its opening mark, which stands before a word, to the cursor.
_OPEN_QUOTATION = pattern(r"(?:(?<![\w\"])\"|[“„«])(?=\w)([^\"“”„«»\n]*(?:\n[^\"“”„«»\n]+)*)$")
_LAST_WORD = pattern(r"\S*$")
_FARTHEST = 2_000


class View(NamedTuple):
    """A checked draft, the library it was held against, and how its editor counts columns."""

    checked: CheckedDraft
    library: Library
    encoding: Encoding

    @property
    def draft(self) -> Draft:
        return self.checked.draft


def diagnostics(view: View) -> list[types.Diagnostic]:
    """Return what is to be looked at; what the draft silences is left out."""
    return [
        types.Diagnostic(
            _range_of(view.draft, one.place, view.encoding),
            one_line(one.message, LONGEST_MESSAGE),
            severity=_SEVERITIES[one.level],
            code=one.kind,
            source="wp",
        )
        for one in findings(view.checked)
        if not one.ignored
    ]


def hover(view: View, position: types.Position) -> types.Hover | None:
    """Return verdict, difference and passage of what stands at a position, as Markdown."""
    at = _offset_of(view.draft, position, view.encoding)
    here = [one for one in view.checked.entries if one.body.at(0) <= at <= one.body.end()]
    # What is quoted before the sentence that it stands in.
    for one in sorted(here, key=lambda one: isinstance(one, CheckedClaim)):
        if isinstance(one, CheckedQuotation):
            told = _told_of_quotation(view, one)
        else:
            told = _told_of_claim(one)
        shown = types.MarkupContent(types.MarkupKind.Markdown, "\n\n".join(told))
        return types.Hover(shown, _range_of(view.draft, one.place, view.encoding))
    return None


def _told_of_quotation(view: View, quotation: CheckedQuotation) -> list[str]:
    verdict = quotation.verdict
    told = [f"**{verdict.verdict}**"]
    points = [*map(describe_change, verdict.changes), *verdict.warnings]
    if points:
        told.append("\n".join(f"- {_plain(point)}" for point in points))
    if verdict.source:
        told.append(f"> {_plain(verdict.source)}")
    if passage := passage_of_verdict(view.library, verdict):
        told.append(
            write_link(passage.place, passage.link, "markdown")
            if passage.link
            else _plain(passage.place)
        )
    return told


def _told_of_claim(claim: CheckedClaim) -> list[str]:
    told = [f"**{claim.claim.verdict}**"]
    figures = [
        f"- {_plain(one.text)}: {one.verdict}" + (f" ({_plain(one.reason)})" if one.reason else "")
        for one in claim.claim.figures
    ]
    told.append("\n".join(figures))
    if claim.claim.beyond:
        told.append(_plain(claim.claim.beyond))
    if claim.claim.source:
        told.append(f"> {_plain(claim.claim.source)}")
    if claim.claim.facts:
        told.append(_plain(", ".join(claim.claim.facts)))
    return told


def _plain(text: str) -> str:
    return escape(squeeze(printable(text)), "markdown")


def actions(
    view: View, uri: str, where: types.Range, recheck: Callable[[str], CheckedDraft]
) -> list[types.CodeAction]:
    """Return what can be done about the findings in a range: correct a quotation, silence them.

    `recheck` checks the draft's text with corrections in it: only those that make the quotation
    exact are offered.
    """
    found = _corrections(view, uri, where, recheck)
    return found + _silencings(view, uri, where) if view.draft.kind == "markdown" else found


def _corrections(
    view: View, uri: str, where: types.Range, recheck: Callable[[str], CheckedDraft]
) -> list[types.CodeAction]:
    draft, encoding = view.draft, view.encoding
    first, last = _offset_of(draft, where.start, encoding), _offset_of(draft, where.end, encoding)
    found: list[types.CodeAction] = []
    touched = [
        one
        for one in view.checked.quotations
        if one.level == "error" and one.body.at(0) <= last and first <= one.body.end()
    ]
    sure = sure_edits(view.checked, recheck) if touched else {}
    for number, edits in sure.items():
        if view.checked.quotations[number] in touched:
            changes = [
                types.TextEdit(_range_between(draft, edit.start, edit.end, encoding), edit.text)
                for edit in edits
            ]
            found.append(_action("Put the source's words here", uri, changes, preferred=True))
    return found


def _silencings(view: View, uri: str, where: types.Range) -> list[types.CodeAction]:
    found: list[types.CodeAction] = []
    lines = {
        one.place.line
        for one in findings(view.checked)
        if not one.ignored
        and one.rule != "draft"
        and one.place.line - 1 <= where.end.line
        and where.start.line <= one.place.end_line - 1
    }
    for line in sorted(lines):
        start, end = view.draft.line_span(line)
        at = start + len(view.draft.text[start:end].rstrip("\r\n"))
        edit = types.TextEdit(_range_between(view.draft, at, at, view.encoding), _COMMENT)
        found.append(_action("Silence in this line: write the reason", uri, [edit]))
    return found


def _action(
    title: str, uri: str, edits: list[types.TextEdit], *, preferred: bool = False
) -> types.CodeAction:
    return types.CodeAction(
        title,
        kind=types.CodeActionKind.QuickFix,
        is_preferred=preferred,
        edit=types.WorkspaceEdit(changes={uri: edits}),
    )


def completions(view: View, position: types.Position) -> list[types.CompletionItem]:
    """Return how the source goes on after the words of a quotation that is being typed.

    At least three words have to be there. What is put in goes to the end of the source's sentence.
    """
    draft, encoding = view.draft, view.encoding
    at = _offset_of(draft, position, encoding)
    opened = _OPEN_QUOTATION.search(draft.text, max(0, at - _FARTHEST), at)
    if not opened or len(opened[1].split()) < _FEWEST_WORDS:
        return []
    typed = opened[1].rstrip()
    last = _LAST_WORD.search(draft.text[opened.start(1) : at])
    word = last[0] if last else ""
    start = _position_at(draft, at - len(word), encoding)
    items: dict[str, types.CompletionItem] = {}
    for place, rest in _continued(view.library, typed):
        if len(items) == _MOST_PLACES:
            break
        put = word + rest if word else rest.lstrip()
        items.setdefault(
            rest,
            types.CompletionItem(
                one_line(rest, _LONGEST_LABEL),
                detail=f"{place.section} ¶{place.paragraph}",
                documentation=printable(typed + rest),
                kind=types.CompletionItemKind.Text,
                filter_text=put,
                text_edit=types.TextEdit(types.Range(start, position), put),
            ),
        )
    return list(items.values())


def _continued(library: Library, typed: str) -> Iterator[tuple[Occurrence, str]]:
    """Yield every place of some words and how its sentence goes on, without its final stop."""
    sections = {(one.document, one.id): one for one in library.sections()}
    for place in occurrences(library.bases, typed):
        section = sections[place.document, place.section]
        rest = section.text[place.end : place.sentence[1]].rstrip(" .")
        if place.paragraph and rest.strip():
            yield place, rest


def _position_at(draft: Draft, offset: int, encoding: Encoding) -> types.Position:
    """Return the position of an offset in a draft's text."""
    line, column = draft.place(offset)
    codec, size = ENCODINGS[encoding]
    before = draft.text[offset - column + 1 : offset].encode(codec, "surrogatepass")
    return types.Position(line - 1, len(before) // size)


def _range_between(draft: Draft, start: int, end: int, encoding: Encoding) -> types.Range:
    """Return the range between two offsets."""
    return types.Range(*(_position_at(draft, offset, encoding) for offset in (start, end)))


def _range_of(draft: Draft, place: DraftSpan, encoding: Encoding) -> types.Range:
    """Return the range of a place, whose lines and columns count from 1."""
    start = draft.line_span(place.line)[0] + place.column - 1
    end = draft.line_span(place.end_line)[0] + place.end_column - 1
    return _range_between(draft, start, end, encoding)


def _offset_of(draft: Draft, position: types.Position, encoding: Encoding) -> int:
    """Return the offset of a position, one behind a line's end being at the line's end."""
    last = draft.place(len(draft.text))[0]
    if position.line >= last:
        return len(draft.text)
    start, end = draft.line_span(position.line + 1)
    line = draft.text[start:end].rstrip("\r\n")
    codec, size = ENCODINGS[encoding]
    units = line.encode(codec, "surrogatepass")[: position.character * size]
    return start + len(units.decode(codec, "ignore"))
