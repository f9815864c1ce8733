"""`wp check --diff`: the corrections as a patch, and what is left to who wrote the draft."""

import sys
from typing import TYPE_CHECKING

from wp.library import Library
from wp.safe import one_line, printable
from wp.show.output import write

if TYPE_CHECKING:
    from wp.verify.checked import CheckedDraft
    from wp.verify.draft import Draft


def write_diffs(library: Library, checked: list["CheckedDraft"]) -> None:
    """Print the corrections of drafts, and tell on standard error what they leave."""
    from wp.verify.draft import read_draft
    from wp.verify.report.correction import correct

    corrected = 0
    for draft in checked:
        if not draft.draft.patchable and draft.failed:
            sys.stderr.write(
                f"wp: {one_line(draft.draft.path)}: no diff for a file that is not UTF-8 text\n"
            )
        path = draft.draft.path

        def recheck(text: str, old: "Draft" = draft.draft) -> "CheckedDraft":
            return library.check(read_draft(old.path, text.encode(), old.kind, old.names))

        found = correct(draft, recheck)
        corrected += found.made
        # For `patch` every byte counts; for eyes an escape is better seen than obeyed.
        write(printable(found.diff) if sys.stdout.isatty() else found.diff)
        for left in found.left_out if draft.draft.patchable else ():
            sys.stderr.write(
                f"wp: {one_line(path)}:{left.place.line}: no sure correction for "
                f"“{one_line(left.text, 60)}”; compare it with the source\n"
            )
    sys.stderr.write(f"wp: {_told_of_diff(checked, corrected)}\n")


def _told_of_diff(checked: list["CheckedDraft"], corrected: int) -> str:
    """Tell how many findings the corrections settle, and what of the others is left to do."""
    from collections import Counter

    from wp.verify.report.findings import findings

    kinds = Counter(one.kind for draft in checked for one in findings(draft) if not one.ignored)
    told = f"{corrected} of {kinds.total()} findings corrected"
    kinds["altered"] -= corrected
    left = ", ".join(f"{count} {kind}" for kind, count in kinds.items() if count)
    return f"{told}; left to you: {left}" if left else told
