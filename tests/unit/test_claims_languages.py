"""Drafts that are not English: read as documents in their language are, and judged with care."""

from functools import cache
from pathlib import Path

import pytest

from wp.base.canonical import checked_text
from wp.base.draft import draft_base
from wp.base.draft.source import read_source
from wp.base.load import read_checked
from wp.base.schema import assemble
from wp.verify.check import check_draft
from wp.verify.checked import CheckedDraft
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import language_of
from wp.verify.claims.judge import judge_sentence
from wp.verify.draft import read_draft

PORT = """# Rapport annuel du port

En 2023, le port a accueilli 12.500 navires. Le budget du port s'élève à 3,2 millions d'euros, et
les recettes ont augmenté de 4,5 % par rapport à l'année précédente. Le conseil compte 14 membres.
Le tarif est passé de 18,5 à 24 euros.
"""


@cache
def index() -> ClaimIndex:
    path = Path("rapport.md")
    drafted = checked_text(path, draft_base(read_source(path, PORT.encode()), path.stem).raw)
    return ClaimIndex([assemble(*read_checked(path, drafted.encode()))])


def checked(draft: str) -> CheckedDraft:
    return check_draft(
        read_draft("brouillon.md", draft.encode()),
        verify=lambda text: pytest.fail(text),
        judge=lambda sentence, context: judge_sentence(sentence, index(), context),
    )


FILLER = " Le conseil de la commune et les habitants sont très contents de leur port et de la mer."
CLAIMS = [
    ("En 2023 le port a accueilli 12.500 navires.", "supported", "a point parts thousands"),
    ("Le budget du port s'élève à 3,2 millions d'euros.", "supported", "a decimal comma"),
    ("Le port a accueilli 13.500 navires.", "unsupported", "none is contradicted"),
    ("Les recettes n'ont pas augmenté de 4,5 %.", "unsupported", "what the source does not deny"),
    ("Le port a accueilli plus de 12.500 navires.", "unsupported", "a bound of the draft's"),
    ("Les recettes ont augmenté de 4,5 %.", "supported", "it grows in both"),
    ("Les recettes sont en hausse de 4,5 %.", "supported", "it grows in other words"),
    ("Le tarif est passé de 18,5 à 24 euros.", "supported", "in the source's order"),
    ("Le tarif est passé de 24 à 18,5 euros.", "unsupported", "the other way round"),
    ("Les recettes ont diminué de 4,5 %.", "unsupported", "it shrinks in the draft"),
]


@pytest.mark.parametrize(
    ("claim", "verdict"), [case[:2] for case in CLAIMS], ids=[case[2] for case in CLAIMS]
)
def test_claims_in_french(claim: str, verdict: str) -> None:
    first, *_ = checked(claim + FILLER * 3).claims
    assert (first.claim.sentence, first.claim.verdict) == (claim, verdict)


def test_a_language_that_is_not_read_is_told_once() -> None:
    draft = checked(
        "Według raportu port przyjął 12 500 statków w 2023 roku, a budżet portu wynosi 3,2 miliona "
        "euro. Rada liczy 14 członków, z których połowa jest wybierana przez mieszkańców gminy."
    )
    assert draft.claims == ()
    assert [(one.what, one.why) for one in draft.not_checked] == [
        ("figures and dates", "they are not read in pl")
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("12 boats.", "en"),
        ("The port saw 12 boats in the year, and the towns were glad of it, as ever before. " * 3,
         "en"),
        (CLAIMS[0][0] + FILLER, "fr"),
        ("港口去年接待了一万二千五百艘船舶，预算为三百二十万欧元。", "zh"),
    ],
)  # fmt: skip
def test_the_language_of_a_draft(text: str, language: str) -> None:
    assert language_of(text) == language
