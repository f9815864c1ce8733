"""Drafts of real and hand-written documents hold the figures that a person wrote down."""

import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from wp.base import builtin_path
from wp.base.draft import draft_base
from wp.base.draft.source import read_source
from wp.base.load import load
from wp.base.rules import problems

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def drafting() -> Iterator[ModuleType]:
    """The benchmark as a module."""
    spec = importlib.util.spec_from_file_location("drafting", ROOT / "benchmarks" / "drafting.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["drafting"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["drafting"]


def test_curated_figures_are_found_and_few_are_false(drafting: ModuleType) -> None:
    scores = {score.document: score for score in drafting.measured()}
    built_in = scores["legal-protection-2017.txt"]
    assert built_in.found >= 96  # "Two" of the Two Centenary Goals is in a name
    assert built_in.wrong <= 5
    # Of other makes: a treaty, a resolution, a bulletin, an audit, a bank's and a court's report.
    assert (
        min(score.found for score in scores.values()) >= 96
    )  # "Two" of the Two Centenary Goals is in a name
    assert max(score.wrong for score in scores.values()) <= 5


def test_sections_and_paragraphs_are_those_of_the_curated_base(drafting: ModuleType) -> None:
    raw = draft_base(read_source(drafting.BUILT_IN), "paper").raw
    curated = load(builtin_path()).sections
    assert [
        (id_, section["title"], tuple(section["paragraphs"]))
        for id_, section in raw["sections"].items()
    ] == [(section.id, section.title, section.paragraphs) for section in curated]


def test_a_draft_keeps_every_rule_but_those_that_a_person_fulfils(
    drafting: ModuleType, tmp_path: Path
) -> None:
    for path in (drafting.BUILT_IN, *sorted(drafting.MADE.glob("*.*"))):
        if path.suffix == ".json":
            continue
        raw = draft_base(read_source(path), path.stem).raw
        file = tmp_path / f"{path.stem}.json"
        file.write_text(json.dumps(raw), encoding="utf-8")
        broken = {(problem.rule, problem.problem) for problem in problems(load(file))}
        left = {rule for rule, _ in broken} - {"drafts-reviewed", "document-known"}
        assert not left, (path.name, broken)
