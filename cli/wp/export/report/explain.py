"""What was found in drafts, numbered, and what a report says of each: verdict, colour, reason."""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Literal, NamedTuple

from wp.cite import CitedPassage, imprint, passage, passage_of, printed_date
from wp.extent import listed, not_held, searched
from wp.library import Library
from wp.model import Base, not_searched
from wp.pattern import pattern
from wp.safe import is_web_address
from wp.text import find_printed
from wp.verify.checked import (
    GIVEN_TO_ANOTHER,
    CheckedClaim,
    CheckedDraft,
    CheckedQuotation,
    Provenance,
)
from wp.verify.diff import in_doubt
from wp.verify.draft import Draft
from wp.verify.verdict import MEANINGS, ClaimFigure, ClaimVerdict, describe_change

Look = Literal["bad", "unsure", "good", "quiet"]

SIGNS: dict[Look, str] = {"bad": "✗", "unsure": "?", "good": "✓", "quiet": "–"}
GRAVEST: tuple[Look, ...] = tuple(SIGNS)
FIGURE_LOOKS: dict[ClaimVerdict, Look] = {
    "contradicted": "bad",
    "unsupported": "unsure",
    "supported": "good",
}
_CAUTION = ", with a caution"
_SILENCED = ", silenced"
_OTHERS = "not attributed"
_SPEAKERS = "a speaker's, not found"
_MEANINGS = {
    **MEANINGS,
    _SPEAKERS: f"words {GIVEN_TO_ANOTHER}, which has no such passage",
    _OTHERS: "words that the source lacks; the draft does not give them as the source's",
}
_SPACE = pattern(r"\s")


class ReportEntry(NamedTuple):
    """A quotation or claim of a draft, its number from 1 on, and how its verdict is told.

    `label` is the verdict's word, and what softens it: "verbatim, with a caution".
    """

    number: int
    checked: CheckedQuotation | CheckedClaim
    label: str
    look: Look

    @property
    def text(self) -> str:
        """The words of the draft, on one line."""
        return " ".join(self.checked.body.text.split())

    @property
    def span(self) -> tuple[int, int]:
        """Where the words stand in the draft's file."""
        return self.checked.body.at(0), self.checked.body.end()

    @property
    def is_open(self) -> bool:
        """Return whether somebody should look at it."""
        return self.look in ("bad", "unsure")


def entries_of(checked: Sequence[CheckedDraft]) -> list[list[ReportEntry]]:
    """Return the entries of each draft in its order, numbered through all drafts."""
    numbers = count(1)
    found = []
    for draft in checked:
        found.append([ReportEntry(next(numbers), row, *_told(row)) for row in draft.entries])
    return found


def meaning(label: str) -> str:
    """Return what a verdict's label means."""
    word = label.removesuffix(_CAUTION).removesuffix(_SILENCED)
    told = _MEANINGS[word]
    if label.endswith(_CAUTION):
        return f"{told}; what stands beside or inside them may turn their sense"
    return f"{told}; silenced in the draft or by a baseline" if label.endswith(_SILENCED) else told


def _told(row: CheckedQuotation | CheckedClaim) -> tuple[str, Look]:
    verdict: str = row.word
    cautions = row.verdict.warnings if isinstance(row, CheckedQuotation) else ()
    if row.ignored is not None and row.level != "none":
        return verdict + _SILENCED, "quiet"
    if row.level == "error":
        return verdict, "bad"
    if verdict == "missing" and row.level == "note":
        return _SPEAKERS, "unsure"
    if row.level in ("warning", "note"):
        return verdict, "unsure"
    if verdict == "missing":
        return _OTHERS, "quiet"
    if cautions:
        return verdict + _CAUTION, "unsure"
    return verdict, "good"


def figure_spans(
    claim: CheckedClaim, quoted: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, Look]]:
    """Yield where the figures of a claim stand in the draft's file; `quoted` words are not its own.

    A figure that a table's head completed is not printed so, and is left out.
    """
    body = claim.body
    text = _SPACE.sub(" ", body.text)
    at = 0
    for figure in claim.claim.figures:
        printed = _SPACE.sub(" ", figure.text)
        found = next(
            (
                start
                for start in _places(text, printed, at)
                if not any(low <= body.at(start) < high for low, high in quoted)
            ),
            None,
        )
        if found is not None:
            at = found + len(printed)
            piece = body.part(found, at)
            yield piece.at(0), piece.end(), FIGURE_LOOKS[figure.verdict]


def _places(text: str, words: str, at: int) -> Iterator[int]:
    """Yield where words stand whole in a text, from an offset on."""
    while words and (at := find_printed(words, text, at)) >= 0:
        yield at
        at += 1


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
