"""What a report says in words: of itself, and why each entry has its verdict."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wp.cite.reference import CitedPassage, imprint, passage, passage_of, printed_date
from wp.export.report.entries import FIGURE_LOOKS, Look, ReportEntry, meaning
from wp.extent import listed, not_held, not_searched, searched
from wp.library import Library
from wp.model import Base
from wp.safe import is_web_address
from wp.verify.checked import CheckedClaim, CheckedDraft, CheckedQuotation
from wp.verify.diff import in_doubt
from wp.verify.draft import Draft
from wp.verify.report.findings import describe_change
from wp.verify.report.provenance import Provenance
from wp.verify.verdict import ClaimFigure


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


_BESIDE = 240  # characters of a paragraph that are shown before and after a passage


class Told(NamedTuple):
    """A sentence of ours."""

    text: str


class ShownVerdict(NamedTuple):
    """A figure of a claim and its verdict."""

    text: str
    look: Look
    verdict: str


class ShownDifference(NamedTuple):
    """The words of a quotation and those of its source."""

    quotation: str
    source: str


class Points(NamedTuple):
    """What is to be said of a quotation, point by point."""

    texts: tuple[str, ...]


class Quoted(NamedTuple):
    """Words of the source, what stands beside them, where they stand, and a link or ""."""

    before: str
    words: str
    after: str
    place: str
    link: str


Part = Told | ShownVerdict | ShownDifference | Points | Quoted


def explained(library: Library, entry: ReportEntry) -> list[Part]:
    """Return why an entry has its verdict and what the source has, in the order of reading."""
    row = entry.checked
    if isinstance(row, CheckedQuotation):
        parts = _quotation(library, entry, row)
    else:
        parts = _claim(library, row)
    if row.ignored is not None:
        parts.append(Told(f"Silenced in the draft: {row.ignored}"))
    return parts


def _quotation(library: Library, entry: ReportEntry, row: CheckedQuotation) -> list[Part]:
    verdict = row.verdict
    parts: list[Part] = [Told(_sentence(meaning(entry.label)))]
    base = library.base(verdict.document) if verdict.document else None
    found = passage_of(base, verdict) if base else None
    beside = (found.before, found.after) if found else (None, None)
    if verdict.verdict == "altered" and verdict.source and not in_doubt(verdict, *beside):
        parts.append(ShownDifference(entry.text, verdict.source))
    points = (*map(describe_change, verdict.changes), *verdict.warnings)
    if verdict.source and verdict.places > 1:
        points = (*points, f"stands in {verdict.places} places; this is the first")
    if points:
        parts.append(Points(tuple(_sentence(point, "") for point in points)))
    if base and found:
        parts.append(_quoted(library, base, found))
    elif verdict.source:
        place = "A heading" if verdict.section else "The title page"
        parts.append(Quoted("", verdict.source, "", place, ""))
    if verdict.verdict == "missing" and row.level != "none":
        if near := verdict.nearest:
            place = f"Section {near.section}, paragraph {near.paragraph}" if near.section else ""
            parts.append(Told("The passage that shares most words with it; not what was quoted:"))
            parts.append(Quoted("", near.source, "", place, ""))
        if held := not_held(library.bases):
            parts.append(Told(_sentence(held)))
    return parts


def _claim(library: Library, row: CheckedClaim) -> list[Part]:
    parts: list[Part] = []
    shown: set[str] = set()
    for figure in row.claim.figures:
        parts.append(ShownVerdict(figure.text, FIGURE_LOOKS[figure.verdict], figure.verdict))
        parts.append(Told(_sentence(_why(figure))))
        if figure.fact and figure.fact not in shown:
            shown.add(figure.fact)
            fact = library.fact(figure.fact)
            base = library.base_of(fact)
            found = passage(base.section(fact.section), fact.start, fact.end)
            parts.append(_quoted(library, base, found))
    if row.claim.beyond:
        parts.append(Told(_sentence(row.claim.beyond)))
    return parts


def _why(figure: ClaimFigure) -> str:
    return figure.reason.removeprefix(f"{figure.text}: ") or meaning(figure.verdict)


def _quoted(library: Library, base: Base, found: CitedPassage) -> Quoted:
    """Return a passage with some of its paragraph, cut between words."""
    before, after = found.before, found.after
    if len(before) > _BESIDE:
        before = f"… {before[-_BESIDE:].partition(' ')[2]}"
    if len(after) > _BESIDE:
        after = f"{after[:_BESIDE].rpartition(' ')[0]} …"
    place = _sentence(found.place, "")
    if len(library.bases) > 1:
        place = f"{base.document.title}, {found.place}"
    link = found.link if is_web_address(found.link) else ""
    return Quoted(before, found.words, after, place, link)


def _sentence(text: str, end: str = ".") -> str:
    return text[:1].upper() + text[1:] + end
