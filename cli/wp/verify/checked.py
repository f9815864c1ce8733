"""What a check found in a draft: each verdict with its place, what of it is to be looked at in one
form for every report, and what it was made from.
"""

import os
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from wp import RULES, __version__
from wp.documents import Mapped, Skipped
from wp.model import UNKNOWN_DATE, Base, text_digest
from wp.verify.draft import Draft
from wp.verify.verdict import (
    Claim,
    ClaimVerdict,
    QuotationVerdict,
    Verdict,
    describe_change,
    in_marks,
)

if TYPE_CHECKING:
    from wp.verify.attribution import Role

Level = Literal["error", "warning", "note", "none"]
Rule = Literal["altered", "missing", "contradicted", "unsupported", "caution", "draft"]
GIVEN_TO_ANOTHER = "given to a speaker whom the source reports"

_NO_WORDS = frozenset(("mark of a note", "note mark", "page number"))
# Other text that was passed over may hold what is to be checked.
_NO_PROSE = _NO_WORDS | {"name", "front matter", "contents list", "running head", "navigation"}
_LONGEST_TIME = 12  # digits: what any clock can hold


class DraftSpan(NamedTuple):
    """Where something stands in a draft: lines and columns from 1, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class CheckedQuotation(NamedTuple):
    """A quotation of the draft and its verdict.

    `level` is "error" for altered words, "warning" for words that the draft gives as the source's
    and the source lacks, "note" for those of a speaker whom it reports, else "none";
    `ignored` the reason for which the draft silences it. `body` maps its characters to the file.
    """

    text: str
    place: DraftSpan
    verdict: Verdict
    role: "Role"
    level: Level
    ignored: str | None
    body: Mapped

    @property
    def word(self) -> QuotationVerdict:
        """The word of the verdict."""
        return self.verdict.verdict


class CheckedClaim(NamedTuple):
    """A sentence that reports figures or dates, and its verdict.

    `level` is "error" where it is contradicted, "note" where the base says nothing on it. `body`
    maps the sentence's characters to the file.
    """

    claim: Claim
    place: DraftSpan
    level: Level
    ignored: str | None
    body: Mapped

    @property
    def text(self) -> str:
        """The sentence."""
        return self.claim.sentence

    @property
    def word(self) -> ClaimVerdict:
        """The word of the verdict."""
        return self.claim.verdict


class DraftWarning(NamedTuple):
    """Something about the draft itself that keeps it from being checked whole."""

    text: str
    line: int
    column: int


class NotChecked(NamedTuple):
    """What was passed over: the line where it stands (None where the file has no lines), and why.

    `why` may quote how it begins.
    """

    line: int | None
    what: str
    why: str


class CheckedDraft(NamedTuple):
    """All that was found in a draft, in the draft's order."""

    draft: Draft
    quotations: tuple[CheckedQuotation, ...]
    claims: tuple[CheckedClaim, ...]
    warnings: tuple[DraftWarning, ...]
    passed_over: tuple[Skipped, ...] = ()

    @property
    def entries(self) -> list[CheckedQuotation | CheckedClaim]:
        """The quotations and claims in the draft's order."""
        both: list[CheckedQuotation | CheckedClaim] = [*self.quotations, *self.claims]
        return sorted(both, key=lambda one: one.place)

    @property
    def not_checked(self) -> tuple[NotChecked, ...]:
        """What of the file was not looked at, but marks of notes and numbers of pages.

        `passed_over` are figures that were not held against the source: those of the draft's
        names, of a language that is not read, of a text that is no sentence.
        """
        return tuple(
            NotChecked(
                self.draft.place(one.start)[0] if one.start >= 0 else None, one.what, one.why
            )
            for one in sorted((*self.draft.skipped, *self.passed_over))
            if one.what not in _NO_WORDS
        )

    @property
    def failed(self) -> bool:
        """Return whether something is altered or contradicted and not silenced."""
        return "error" in self._levels

    @property
    def unsure(self) -> bool:
        """Return whether the draft gives words as the source's that it lacks, reports what the base
        does not know, or could not be checked whole; what is silenced aside."""
        unknown = any(one.level == "note" and not one.ignored for one in self.claims)
        return bool(self.warnings or unknown or "warning" in self._levels) or any(
            one.what not in _NO_PROSE for one in (*self.draft.skipped, *self.passed_over)
        )

    @property
    def _levels(self) -> set[Level]:
        quotations = {one.level for one in self.quotations if not one.ignored}
        return quotations | {one.level for one in self.claims if not one.ignored}

    def problems(self) -> "CheckedDraft":
        """Return the draft with only what is to be looked at, silenced findings left out."""
        return self._replace(
            quotations=tuple(
                one
                for one in self.quotations
                if not one.ignored and (one.level != "none" or one.verdict.warnings)
            ),
            claims=tuple(one for one in self.claims if not one.ignored and one.level != "none"),
        )

    def _repr_html_(self) -> str:
        from wp.html import table

        rows = [
            (one.place.line, one.word, one.text, found.source)
            for one in self.entries
            for found in (one.verdict if isinstance(one, CheckedQuotation) else one.claim,)
        ]
        return table(("Line", "Verdict", "In the draft", "In the source"), rows, self.draft.path)


class Finding(NamedTuple):
    """Something to look at: where, how grave, which rule, what; `ignored` gives the reason."""

    path: str
    place: DraftSpan
    level: Level
    rule: Rule
    message: str
    ignored: str | None = None

    @property
    def kind(self) -> str:
        """The rule, or "warning" for what is no verdict."""
        return "warning" if self.rule in ("draft", "caution") else self.rule


def findings(checked: CheckedDraft) -> list[Finding]:
    """Return the findings of a draft in its order, silenced ones included."""
    found = [*_quotations(checked), *_claims(checked), *_warnings(checked)]
    return sorted(found, key=lambda finding: finding.place)


def plain_line(finding: Finding) -> str:
    """Write a finding as compilers do: `draft.md:12:5: altered: …`."""
    where = f"{finding.path}:{finding.place.line}:{finding.place.column}"
    return f"{where}: {finding.kind}: {finding.message}"


def _quotations(checked: CheckedDraft) -> Iterator[Finding]:
    for quotation in checked.quotations:
        path = checked.draft.path
        if quotation.level == "error":
            message = _altered(quotation)
            yield Finding(path, quotation.place, "error", "altered", message, quotation.ignored)
        elif quotation.level != "none":
            message = f"no such passage in the text that is held: {in_marks(quotation.text)}"
            if quotation.level == "note":
                message += f" ({GIVEN_TO_ANOTHER})"
            level = quotation.level
            yield Finding(path, quotation.place, level, "missing", message, quotation.ignored)
        for warning in quotation.verdict.warnings:
            message = f"{warning}: {in_marks(quotation.text)}"
            yield Finding(path, quotation.place, "warning", "caution", message, quotation.ignored)


def _altered(quotation: CheckedQuotation) -> str:
    changes = "; ".join(map(describe_change, quotation.verdict.changes))
    return changes or f"differs from the source: {in_marks(quotation.text)}"


def _claims(checked: CheckedDraft) -> Iterator[Finding]:
    for claim in checked.claims:
        verdict = claim.claim.verdict
        if verdict != "supported":
            yield Finding(
                checked.draft.path, claim.place, claim.level, verdict, _judged(claim), claim.ignored
            )


def _judged(claim: CheckedClaim) -> str:
    if claim.claim.reasons:
        return "; ".join(claim.claim.reasons)
    figures = (" ".join(one.text.split()) for one in claim.claim.figures)
    return f"the base says nothing on {', '.join(figures)}"


def _warnings(checked: CheckedDraft) -> Iterator[Finding]:
    for text, line, column in checked.warnings:
        place = DraftSpan(line, column, line, column + 1)
        yield Finding(checked.draft.path, place, "warning", "draft", text)


class HeldAgainst(NamedTuple):
    """A document: its id, title, edition (its date where it has none) and its text's SHA-256."""

    id: str
    title: str
    edition: str
    sha256: str


class Provenance(NamedTuple):
    """Version of the program, number of its rules, the time (ISO 8601, UTC), the documents."""

    version: str
    rules: int
    checked: str
    documents: tuple[HeldAgainst, ...]


def provenance(bases: Iterable[Base]) -> Provenance:
    """Return what a report on drafts held against some bases is made from, now.

    The time is that of `SOURCE_DATE_EPOCH` where it is set, so that a report can be made again to
    the byte (reproducible-builds.org).
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    is_time = seconds.isdecimal() and len(seconds) < _LONGEST_TIME
    now = time.gmtime(int(seconds) if is_time else None)
    documents = tuple(
        HeldAgainst(
            base.document.id,
            base.document.title,
            base.document.edition or base.document.published.replace(UNKNOWN_DATE, "date unknown"),
            text_digest(base),
        )
        for base in bases
    )
    return Provenance(__version__, RULES, time.strftime("%Y-%m-%dT%H:%M:%SZ", now), documents)


def provenance_lines(made: Provenance, digits: int = 64) -> list[str]:
    """Return a line for each document and one for program and time, for people.

    A digest is shown with its first `digits` hexadecimal digits.
    """
    return [
        f"Checked against: {one.title}, {one.edition} (SHA-256 of its text {one.sha256[:digits]})"
        for one in made.documents
    ] + [f"wp {made.version}, rules {made.rules}; {made.checked[:16].replace('T', ' ')} UTC"]
