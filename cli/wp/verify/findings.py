"""What is to be looked at in a draft: one finding a place, in one form for every report."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from wp.verify.checked import CheckedClaim, CheckedDraft, CheckedQuotation, DraftSpan, Level
from wp.verify.verdict import Change

Rule = Literal["altered", "missing", "contradicted", "unsupported", "caution", "draft"]

_SHOWN = 80
GIVEN_TO_ANOTHER = "given to a speaker whom the source reports"


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
            message = f"no such passage in the text that is held: {_shown(quotation.text)}"
            if quotation.level == "note":
                message += f" ({GIVEN_TO_ANOTHER})"
            level = quotation.level
            yield Finding(path, quotation.place, level, "missing", message, quotation.ignored)
        for warning in quotation.verdict.warnings:
            message = f"{warning}: {_shown(quotation.text)}"
            yield Finding(path, quotation.place, "warning", "caution", message, quotation.ignored)


def _altered(quotation: CheckedQuotation) -> str:
    changes = "; ".join(map(describe_change, quotation.verdict.changes))
    return changes or f"differs from the source: {_shown(quotation.text)}"


def describe_change(change: Change) -> str:
    """Say in words how a quotation differs from the source at one place."""
    match change.op:
        case "insert":
            return f"adds {_shown(change.quotation)} ({change.kind})"
        case "delete":
            return f"leaves out {_shown(change.source)} ({change.kind})"
        case "move":
            return f"moves {_shown(change.quotation or change.source)}"
        case _:
            ours, theirs = _shown(change.quotation), _shown(change.source)
            return f"{ours} where the source has {theirs} ({change.kind})"


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


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= _SHOWN else f'"{line[: _SHOWN - 1]}…"'
