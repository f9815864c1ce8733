"""What a check found in a draft: its quotations and claims, each with its place and verdict."""

from typing import TYPE_CHECKING, Literal, NamedTuple

from wp.documents import Mapped, Skipped
from wp.verify.draft import Draft
from wp.verify.verdict import Claim, ClaimVerdict, QuotationVerdict, Verdict

if TYPE_CHECKING:
    from wp.verify.attribution import Role

Level = Literal["error", "warning", "note", "none"]

_NO_WORDS = frozenset(("mark of a note", "note mark", "page number"))
# Other text that was passed over may hold what is to be checked.
_NO_PROSE = _NO_WORDS | {"name", "front matter", "contents list", "running head", "navigation"}


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
            (one.place.line, one.word, one.text, one.verdict.source)
            if isinstance(one, CheckedQuotation)
            else (one.place.line, one.word, one.text, one.claim.source)
            for one in self.entries
        ]
        return table(("Line", "Verdict", "In the draft", "In the source"), rows, self.draft.path)
