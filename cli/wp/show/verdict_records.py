"""Verdicts as plain data: on a quotation, and on a checked draft, as `wp check --json` promises."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast, get_args

from wp.english import counted
from wp.library import Library
from wp.verify.verdict import ClaimVerdict, QuotationVerdict, Verdict

if TYPE_CHECKING:
    from wp.cite import CitedPassage
    from wp.show import record_types as types
    from wp.verify.checked import CheckedClaim, CheckedDraft, CheckedQuotation, DraftSpan


def passage_of_verdict(
    library: Library, verdict: Verdict, *, linked: bool = True
) -> "CitedPassage | None":
    """Return the passage that a verdict found; None where it found none, or what has no page."""
    from wp.cite import passage_of

    if not verdict.document:
        return None
    return passage_of(library.base(verdict.document), verdict, linked=linked)


def page_of_verdict(library: Library, verdict: Verdict) -> str:
    """Return the page of the passage that a verdict found, as it is cited; empty without one."""
    if not verdict.document or verdict.section is None or verdict.start is None:
        return ""
    section = library.base(verdict.document).section(verdict.section)
    return section.page(verdict.start, verdict.end or verdict.start)


def verdict_record(library: Library, verdict: Verdict) -> "types.VerdictRecord":
    """Return what is said of a quotation, as `verify` prints it and `check` for each quotation."""
    sections = library.base(verdict.document).sections if verdict.document else ()
    # The heading of a part that the base does not hold has no page.
    url = next((one.url for one in sections if one.id == verdict.section and one.url), None)
    passage = passage_of_verdict(library, verdict)
    nearest = verdict.nearest
    return {
        "quotation": verdict.quotation,
        "verdict": verdict.verdict,
        "source": verdict.source,
        "document": verdict.document,
        "section": verdict.section,
        "paragraph": verdict.paragraph,
        "page": (passage and passage.page) or None,
        "url": url,
        "text_fragment_url": (passage and passage.link) or None,
        "facts": list(verdict.facts),
        "changes": [cast("types.ChangeRecord", change._asdict()) for change in verdict.changes],
        "warnings": list(verdict.warnings),
        "places": verdict.places if verdict.source else 0,
        "nearest": cast("types.NearestRecord", nearest._asdict()) if nearest else None,
        "not_searched": library.not_searched if verdict.verdict == "missing" else [],
    }


def draft_record(library: Library, checked: "CheckedDraft") -> "types.DraftRecord":
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


def summary_record(checked: "Sequence[CheckedDraft]") -> "types.SummaryRecord":
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


def _quotation(library: Library, quotation: "CheckedQuotation") -> "types.QuotationRecord":
    return {
        "text": quotation.text,
        **_place(quotation.place),
        **verdict_record(library, quotation.verdict),
        "role": quotation.role,
        "level": quotation.level,
        "ignored": quotation.ignored,
    }


def _claim(claim: "CheckedClaim") -> "types.ClaimRecord":
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


def _place(place: "DraftSpan") -> "types.SpanRecord":
    return cast("types.SpanRecord", place._asdict())
