"""Hand-made quotations with their right verdicts, held against the real base."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from wp.model import Base
from wp.verify.corpus import Corpus
from wp.verify.quotation import verify_quotation

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
CASES = [
    json.loads(line)
    for name in ("check-cases.dev.jsonl", "check-cases.own.jsonl")
    for line in (BENCHMARKS / "data" / name).read_text(encoding="utf-8").splitlines()
]


@pytest.fixture(scope="module")
def prepared(base: Base) -> Corpus:
    return Corpus([base])


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_verdict_and_passage_are_those_of_the_case(prepared: Corpus, case: dict[str, Any]) -> None:
    verdict = verify_quotation(prepared, case["quotation"])
    assert verdict.verdict == case["verdict"], case["note"]
    assert bool(verdict.changes) == (verdict.verdict == "altered")
    assert (verdict.source is None) == (verdict.verdict == "missing")
    given = set((verdict.source or "").lower().split())
    expected = set((case["source_excerpt"] or "").lower().split())
    # Of two pieces that changed places, the passage is the longer one.
    assert 3 * len(given & expected) >= len(expected)


def test_no_made_change_passes_as_clean() -> None:
    run = subprocess.run(
        [sys.executable, str(BENCHMARKS / "verdicts.py"), "--smoke"],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "| **all** | | 1,156 | 0 | 0 | 0 | 0 |" in run.stdout
    assert "| **all** | | 120 | 0 | 0 | 0 | 0 |" in run.stdout  # in Chinese and Japanese
