"""Names with a number in them, which report nothing: where they stand, and where they do not."""

import pytest

from wp.model import Base
from wp.verify.check import check_draft
from wp.verify.checked import CheckedDraft
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.judge import judge_sentence
from wp.verify.corpus import Corpus
from wp.verify.draft import read_draft
from wp.verify.quotation import verify_quotation


def checked(base: Base, text: str, *names: str) -> CheckedDraft:
    """Check a Markdown text with some names."""
    held, claims = Corpus([base]), ClaimIndex((base,))
    return check_draft(
        read_draft("d.md", text.encode(), names=names),
        lambda quotation: verify_quotation(held, quotation),
        lambda sentence, context: judge_sentence(sentence, claims, context),
    )


@pytest.mark.parametrize(
    ("text", "names", "figures", "passed_over"),
    [
        ("The port of Studio 54 saw 250 tankers.", (), ["54", "250"], []),
        ("The port of Studio 54 saw 250 tankers.", ("Studio 54",), ["250"], ["Studio 54"]),
        # Over the end of a line, in a table, and as often as it stands there.
        ("The port of Studio\n54 saw 250 tankers.", ("Studio 54",), ["250"], ["Studio 54"]),
        ("Studio 54. Studio 54!", ("Studio 54",), [], ["Studio 54"] * 2),
        ("| A | Tankers |\n|---|---|\n| Studio 54 | Studio 54 |\n", ("Studio 54",), [], 2),
        # Whole words, as they are written: no other name, and no part of a number.
        ("The studio 54 and Studio 545 saw ships.", ("Studio 54",), ["54", "545"], []),
        # The longer name where two begin alike; what is special in a pattern is not.
        ("We are at Studio 54 West 12 now.", ("Studio 54", "Studio 54 West 12"), [], 1),
        ("They saw 250 tankers at A+ (3).", ("A+ (3)",), ["250"], ["A+ (3)"]),
        # A quotation is held to the source whatever stands in it.
        ("It says “the nets of Studio 54”.", ("Studio 54",), [], []),
    ],
)
def test_names(
    small_base: Base,
    text: str,
    names: tuple[str, ...],
    figures: list[str],
    passed_over: list[str] | int,
) -> None:
    found = checked(small_base, text, *names)
    assert [figure.text for one in found.claims for figure in one.claim.figures] == figures
    assert len(found.quotations) == text.count("“")
    told = [one.why.split("”")[0][1:] for one in found.not_checked if one.what == "name"]
    assert told == passed_over if isinstance(passed_over, list) else len(told) == passed_over
