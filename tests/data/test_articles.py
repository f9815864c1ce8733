"""The gold articles: quotations with line and verdict, no false alarm, nearly all claims."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from wp.base import builtin_path
from wp.base.load import load
from wp.verify.check import check_draft
from wp.verify.checked import CheckedDraft
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.judge import judge_sentence
from wp.verify.corpus import Corpus
from wp.verify.draft import read_draft
from wp.verify.quotation import verify_quotation

FOLDER = Path(__file__).parents[2] / "benchmarks" / "data" / "articles"
GOLD = sorted((*FOLDER.glob("dev/*.gold.json"), *FOLDER.glob("own/*.gold.json")))
BASES = [load(builtin_path())]
TEXTS, INDEX = Corpus(BASES), ClaimIndex(BASES)


@cache
def checked(gold: Path) -> tuple[CheckedDraft, dict[str, Any]]:
    stem = gold.name.removesuffix(".gold.json")
    article = next(path for path in gold.parent.glob(f"{stem}.*") if path != gold)
    draft = check_draft(
        read_draft(article),
        lambda quotation: verify_quotation(TEXTS, quotation),
        lambda sentence, context: judge_sentence(sentence, INDEX, context),
    )
    return draft, json.loads(gold.read_text(encoding="utf-8"))


def test_there_are_articles() -> None:
    assert len(GOLD) >= 7


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.name)
def test_every_quotation_has_its_text_line_and_verdict(gold: Path) -> None:
    draft, wanted = checked(gold)
    assert [(q.text, q.place.line, q.verdict.verdict) for q in draft.quotations] == [
        (entry["text"], entry["line"], entry["verdict"]) for entry in wanted["quotations"]
    ]


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.name)
def test_nothing_alarms_without_cause(gold: Path) -> None:
    draft, wanted = checked(gold)
    causes = {e["text"] for e in wanted["quotations"] if e["verdict"] == "altered"}
    causes |= {e["sentence"] for e in wanted["claims"] if e["verdict"] == "contradicted"}
    alarms = {q.text for q in draft.quotations if q.level in ("error", "warning")}
    alarms |= {c.claim.sentence for c in draft.claims if c.level == "error"}
    assert alarms <= causes
    assert not draft.warnings


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.name)
def test_claims_are_the_sentences_that_report(gold: Path) -> None:
    draft, wanted = checked(gold)
    assert [(c.claim.sentence, c.place.line) for c in draft.claims] == [
        (entry["sentence"], entry["line"]) for entry in wanted["claims"]
    ]


@pytest.mark.parametrize("folder", ["dev", "own"])
def test_most_claims_are_judged_right(folder: str) -> None:
    right = total = 0
    for gold in (path for path in GOLD if path.parent.name == folder):
        draft, wanted = checked(gold)
        verdicts = {c.claim.sentence: c.claim.verdict for c in draft.claims}
        total += len(wanted["claims"])
        right += sum(verdicts.get(e["sentence"]) == e["verdict"] for e in wanted["claims"])
    assert right >= 0.8 * total
