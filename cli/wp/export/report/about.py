"""What a report says of itself: what was checked, against which document, when and with what."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wp.cite.reference import imprint, printed_date
from wp.export.report.entries import ReportEntry
from wp.extent import listed, not_searched, searched
from wp.library import Library
from wp.verify.checked import CheckedDraft
from wp.verify.draft import Draft
from wp.verify.report.provenance import Provenance


class AboutLine(NamedTuple):
    """A line of what was checked: what it tells of, in words, and a SHA-256 with what it is of."""

    name: str
    told: str
    digest: str = ""


def about(library: Library, checked: Sequence[CheckedDraft], made: Provenance) -> list[AboutLine]:
    """Return what a report says at its top of what it was made from."""
    program = f"wp {made.version}, rules {made.rules}"
    moment = f"{printed_date(made.checked[:10])}, {made.checked[11:16]} UTC"
    drafts = (
        AboutLine(
            "Draft", f"{one.path}, {len(one.text.split()):,} words", _digest("file", one.sha256)
        )
        for one in (draft.draft for draft in checked)
    )
    return [*drafts, *_documents(library, made), AboutLine("Checked", f"{moment}, by {program}")]


def _digest(what: str, sha256: str) -> str:
    return f"SHA-256 of the {what}: {sha256}"


def _documents(library: Library, made: Provenance) -> Iterator[AboutLine]:
    for base, held in zip(library.bases, made.documents, strict=True):
        document = base.document
        parts = [imprint(document), document.edition]
        told = ". ".join([document.title, ", ".join(filter(None, parts))]).rstrip(". ")
        if missing := not_searched([base]):
            told += f". Searched: {searched([base])}; not held: {listed(missing)}"
        yield AboutLine("Against", told, _digest("text", held.sha256))


def where(draft: Draft, line: int | None) -> str:
    """Name a line of a draft as its readers count: "line 7", of a DOCX file "paragraph 7"."""
    if line is None:
        return ""
    return f"{draft.line_name} {line}"


def passed_over(checked: CheckedDraft) -> list[tuple[str, str]]:
    """Return what of a draft was not checked or could not be read for sure, each with its place."""
    told: list[tuple[int | None, str]] = [(one.line, one.text) for one in checked.warnings]
    for one in checked.not_checked:
        told.append((one.line, ": ".join(filter(None, (one.what, one.why)))))
    told.sort(key=lambda row: row[0] or 0)
    return [(where(checked.draft, line), text) for line, text in told]


def in_short(entries: Sequence[ReportEntry]) -> str:
    """Return in a sentence what was found: "2 differ from the source and 1 to look at"."""
    if not entries:
        return "No quotation and no statement with a figure was found."
    wrong = sum(one.look == "bad" for one in entries)
    unsure = sum(one.look == "unsure" for one in entries)
    good = sum(one.look == "good" for one in entries)
    rest = len(entries) - wrong - unsure - good
    parts = [
        f"{wrong} {'differs' if wrong == 1 else 'differ'} from the source" if wrong else "",
        f"{unsure} to look at" if unsure else "",
        f"{good} as in the source" if good else "",
        f"{rest} set aside" if rest else "",
    ]
    told = listed([part for part in parts if part])
    if len(entries) == 1:
        return f"Of one quotation or statement with figures: {told}."
    return f"Of {len(entries)} quotations and statements with figures: {told}."
