"""A checked draft as plain data: the fields that `wp check --json` promises."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, get_args

from wp.verify.check import CheckedClaim, CheckedDraft, CheckedQuotation, Place
from wp.verify.report.provenance import Provenance
from wp.verify.verdict import ClaimVerdict, QuotationVerdict, Verdict

Record = dict[str, Any]


def check_record(
    checked: Sequence[CheckedDraft],
    verdict_record: Callable[[Verdict], Record],
    made: Provenance | None = None,
) -> Record:
    """Return `{"files": […], "summary": {…}}`; `verdict_record` writes a verdict as `verify` does.

    The summary says what the report was `made` from.
    """
    documents = [one._asdict() for one in made.documents] if made else []
    origin = made._asdict() | {"documents": documents} if made else {}
    return {
        "files": [_file(one, verdict_record) for one in checked],
        "summary": summary_record(checked) | origin,
    }


def summary_record(checked: Sequence[CheckedDraft]) -> Record:
    """Count the verdicts, the silenced findings and the warnings of some drafts."""
    quotations = [quotation for one in checked for quotation in one.quotations]
    claims = [claim for one in checked for claim in one.claims]
    of_quotations = Counter(quotation.verdict.verdict for quotation in quotations)
    of_claims = Counter(claim.claim.verdict for claim in claims)
    levels = [(quotation.level, quotation.ignored) for quotation in quotations]
    levels += [(claim.level, claim.ignored) for claim in claims]
    silenced = sum(1 for level, ignored in levels if ignored and level != "none")
    return {
        "files": len(checked),
        "quotations": {verdict: of_quotations[verdict] for verdict in get_args(QuotationVerdict)},
        "claims": {verdict: of_claims[verdict] for verdict in get_args(ClaimVerdict)},
        "errors": sum(1 for level, ignored in levels if level == "error" and not ignored),
        "ignored": silenced,
        "warnings": sum(len(one.warnings) for one in checked),
    }


def summary_line(summary: Record) -> str:
    """Say what a summary counts: "Quotations: 2 verbatim, 1 altered; claims: none; 1 ignored"."""
    parts = []
    for kind in ("quotations", "claims"):
        counts = [f"{count} {verdict}" for verdict, count in summary[kind].items() if count]
        parts.append(f"{kind}: {', '.join(counts) or 'none'}")
    if summary["ignored"]:
        parts.append(f"{summary['ignored']} ignored")
    if summary["warnings"]:
        parts.append(f"{summary['warnings']} warning{'s' * (summary['warnings'] > 1)}")
    return "; ".join(parts).capitalize()


def _file(checked: CheckedDraft, verdict_record: Callable[[Verdict], Record]) -> Record:
    return {
        "path": checked.draft.path,
        "sha256": checked.draft.sha256,
        "quotations": [
            _quotation(quotation, verdict_record(quotation.verdict))
            for quotation in checked.quotations
        ],
        "claims": [_claim(claim) for claim in checked.claims],
        "warnings": [
            {"text": text, "line": line, "column": column}
            for text, line, column in checked.warnings
        ],
        "not_checked": [one._asdict() for one in checked.not_checked],
    }


def _quotation(quotation: CheckedQuotation, verdict: Record) -> Record:
    return {
        "text": quotation.text,
        **_place(quotation.place),
        **verdict,
        "role": quotation.role,
        "level": quotation.level,
        "ignored": quotation.ignored,
    }


def _claim(claim: CheckedClaim) -> Record:
    one = claim.claim
    return {
        "sentence": one.sentence,
        **_place(claim.place),
        "verdict": one.verdict,
        "figures": [figure._asdict() for figure in one.figures],
        "facts": list(one.facts),
        "source": one.source,
        "reasons": list(one.reasons),
        "level": claim.level,
        "ignored": claim.ignored,
    }


def _place(place: Place) -> Record:
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
