"""What is said of a quotation or a claim: verdict, place in the source, changes, warnings."""

from typing import Literal, NamedTuple

QuotationVerdict = Literal["verbatim", "elided", "altered", "missing"]
ClaimVerdict = Literal["supported", "contradicted", "unsupported"]
CLEAN: tuple[QuotationVerdict, ...] = ("verbatim", "elided")
"""The verdicts on a quotation that says what the source says."""

MEANINGS: dict[str, str] = {
    "altered": "a passage of the source, but not its words",
    "contradicted": "the source has another value, date or bound for the same thing",
    "missing": "given as the source's words, which has no such passage",
    "unsupported": "the source that was searched says nothing that decides it",
    "verbatim": "the source's words",
    "elided": "the source's words, with marked omissions or insertions",
    "supported": "the source has this figure",
}
"""What each verdict says, for people."""

Operation = Literal["replace", "insert", "delete", "move"]
Kind = Literal[
    "figure", "date", "name", "negation", "qualifier", "unit", "modal", "spelling", "word"
]


_SHOWN = 80


class Change(NamedTuple):
    """One difference: the quotation's words, the source's words, and what kind of words they are.

    "insert" adds words that the source lacks (`source` is empty), "delete" leaves out words of the
    source (`quotation` is empty).
    """

    op: Operation
    quotation: str
    source: str
    kind: Kind


def describe_change(change: Change) -> str:
    """Say in words how a quotation differs from the source at one place."""
    match change.op:
        case "insert":
            return f"adds {in_marks(change.quotation)} ({change.kind})"
        case "delete":
            return f"leaves out {in_marks(change.source)} ({change.kind})"
        case "move":
            return f"moves {in_marks(change.quotation or change.source)}"
        case _:
            ours, theirs = in_marks(change.quotation), in_marks(change.source)
            return f"{ours} where the source has {theirs} ({change.kind})"


def in_marks(text: str) -> str:
    """Return words in quotation marks and on one line, long ones cut."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= _SHOWN else f'"{line[: _SHOWN - 1]}…"'


class Nearest(NamedTuple):
    """The passage that shares most words with a missing quotation; it is not what was quoted."""

    source: str
    document: str
    section: str | None
    paragraph: int | None


class Verdict(NamedTuple):
    """What a quotation is, measured by the source.

    `source` is the passage as printed, `section` and `paragraph` its place, `start` and `end` its
    character offsets in the section's text; all are None when the verdict is "missing". `facts`
    are the ids of the facts whose quotes share words with the passage or hold it. `places` counts
    the places where a short quotation stands word for word; `nearest` is given for a missing one.
    """

    quotation: str
    verdict: QuotationVerdict
    source: str | None = None
    document: str | None = None
    section: str | None = None
    paragraph: int | None = None
    start: int | None = None
    end: int | None = None
    facts: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    warnings: tuple[str, ...] = ()
    places: int = 1
    nearest: Nearest | None = None

    def _repr_html_(self) -> str:
        from wp.html import card

        place = f"section {self.section}, paragraph {self.paragraph}" if self.section else ""
        rows = [
            ("Quotation", self.quotation),
            ("Source", self.source),
            ("Place", place),
            *(
                (c.kind, f"{c.quotation or '(none)'} → {c.source or '(none)'}")
                for c in self.changes
            ),
            *(("Warning", warning) for warning in self.warnings),
        ]
        return card(rows, self.verdict)


class ClaimFigure(NamedTuple):
    """A figure or date of a claim and its verdict.

    `text` is as printed; `value` the number, or the date in ISO 8601; `unit` is "date" for a date
    and None for a number that could not be read. `fact` is the id of the fact that decided it,
    `source` its quote, `reason` why it is not plainly supported.
    """

    text: str
    value: int | float | str | None
    unit: str | None
    verdict: ClaimVerdict
    fact: str | None = None
    source: str | None = None
    reason: str = ""


class Claim(NamedTuple):
    """A sentence that reports figures or dates, and whether the base's figures agree.

    `figures` are the numbers and dates that it prints, each with its own verdict; `not_in_source`
    the words of a supported sentence that the source lacks where it has them.
    """

    sentence: str
    verdict: ClaimVerdict
    figures: tuple[ClaimFigure, ...] = ()
    not_in_source: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids of the facts that the figures were held against."""
        return tuple(dict.fromkeys(one.fact for one in self.figures if one.fact))

    @property
    def source(self) -> str | None:
        """The quote of the fact that contradicts, else of the first that supports."""
        for verdict in ("contradicted", "supported"):
            for one in self.figures:
                if one.verdict == verdict and one.source:
                    return one.source
        return None

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why the verdict is what it is, figure by figure, each on one line."""
        told = (" ".join(one.reason.split()) for one in self.figures)
        return tuple(dict.fromkeys(filter(None, told)))

    @property
    def beyond(self) -> str:
        """Which words of a supported sentence the source lacks, on one line; empty for none."""
        quoted = ", ".join(f"“{word}”" for word in self.not_in_source)
        return f"not in the source here: {quoted}" if quoted else ""
