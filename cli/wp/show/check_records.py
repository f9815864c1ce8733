"""A checked draft as plain data: the fields that `wp check --json` promises."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast, get_args

from wp.english import counted
from wp.library import Library
from wp.show.records import verdict_record
from wp.verify.checked import CheckedClaim, CheckedDraft, CheckedQuotation, DraftSpan
from wp.verify.verdict import ClaimVerdict, QuotationVerdict

if TYPE_CHECKING:
    from wp.show import record_types as types


def draft_record(library: Library, checked: CheckedDraft) -> "types.DraftRecord":
    """Return a checked draft; `library` is what it was checked against."""
    return {
        "path": checked.draft.path,
        "sha256": checked.draft.sha256,
        "quotations": [_quotation(library, one) for one in checked.quotations],
        "claims": [_claim(claim) for claim in checked.claims],
        "warnings": [cast("types.WarningRecord", one._asdict()) for one in checked.warnings],
        "not_checked": [
            cast("types.NotCheckedRecord", one._asdict()) for one in checked.not_checked
        ],
    }


def summary_record(checked: Sequence[CheckedDraft]) -> "types.SummaryRecord":
    """Count the verdicts, the silenced findings and the warnings of some drafts."""
    entries = [entry for one in checked for entry in one.entries]
    count = Counter[str](entry.word for entry in entries)
    return {
        "files": len(checked),
        "quotations": {verdict: count[verdict] for verdict in get_args(QuotationVerdict)},
        "claims": {verdict: count[verdict] for verdict in get_args(ClaimVerdict)},
        "errors": sum(one.level == "error" and not one.ignored for one in entries),
        "ignored": sum(one.level != "none" and bool(one.ignored) for one in entries),
        "warnings": sum(len(one.warnings) for one in checked),
    }


def summary_line(summary: "types.SummaryRecord") -> str:
    """Return a summary in words: "Quotations: 2 verbatim, 1 altered; claims: none; 1 ignored"."""
    parts = []
    of_quotations, of_claims = summary["quotations"].items(), summary["claims"].items()
    for kind, verdicts in (("quotations", of_quotations), ("claims", of_claims)):
        counts = [f"{count} {verdict}" for verdict, count in verdicts if count]
        parts.append(f"{kind}: {', '.join(counts) or 'none'}")
    if summary["ignored"]:
        parts.append(f"{summary['ignored']} ignored")
    if summary["warnings"]:
        parts.append(counted(summary["warnings"], "warning"))
    return "; ".join(parts).capitalize()


def _quotation(library: Library, quotation: CheckedQuotation) -> "types.QuotationRecord":
    return {
        "text": quotation.text,
        **_place(quotation.place),
        **verdict_record(library, quotation.verdict),
        "role": quotation.role,
        "level": quotation.level,
        "ignored": quotation.ignored,
    }


def _claim(claim: CheckedClaim) -> "types.ClaimRecord":
    one = claim.claim
    return {
        "sentence": one.sentence,
        **_place(claim.place),
        "verdict": one.verdict,
        "figures": [cast("types.CheckedFigureRecord", figure._asdict()) for figure in one.figures],
        "facts": list(one.facts),
        "source": one.source,
        "reasons": list(one.reasons),
        "not_in_source": list(one.not_in_source),
        "level": claim.level,
        "ignored": claim.ignored,
    }


def _place(place: DraftSpan) -> "types.SpanRecord":
    return cast("types.SpanRecord", place._asdict())
