"""What was found in drafts, numbered; each with the word, sign and colour of its verdict."""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Literal, NamedTuple

from wp.pattern import pattern
from wp.text import find_printed
from wp.verify.checked import CheckedClaim, CheckedDraft, CheckedQuotation
from wp.verify.report.findings import GIVEN_TO_ANOTHER
from wp.verify.verdict import ClaimVerdict

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
    "altered": "a passage of the source, but not its words",
    "contradicted": "the source has another value, date or bound for the same thing",
    "missing": "given as the source's words, which has no such passage",
    "unsupported": "the source that was searched says nothing that decides it",
    "verbatim": "the source's words",
    "elided": "the source's words, with marked omissions or insertions",
    "supported": "the source has this figure",
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
