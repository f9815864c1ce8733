"""Why an entry has its verdict, part by part, for a page and for a comment alike."""

from typing import NamedTuple

from wp.cite.passage import CitedPassage, passage, passage_of
from wp.export.report.entries import FIGURE_LOOKS, Look, ReportEntry, meaning
from wp.extent import not_held
from wp.library import Library
from wp.model import Base
from wp.safe import is_web_address
from wp.verify.checked import CheckedClaim, CheckedQuotation
from wp.verify.diff import in_doubt
from wp.verify.report.findings import describe_change
from wp.verify.verdict import ClaimFigure

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
