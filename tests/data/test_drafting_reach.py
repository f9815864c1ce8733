"""Drafts of real and hand-written documents hold the figures that a person wrote down."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from wp.base.draft import draft_base, read_source

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
    assert built_in.found >= 98
    assert built_in.wrong <= 5
    # Of another make, and with figures that are not printed as numbers ("twice").
    assert min(score.found for score in scores.values()) >= 95
    assert max(score.wrong for score in scores.values()) <= 5


def test_sections_and_paragraphs_are_those_of_the_curated_base(drafting: ModuleType) -> None:
    from wp.base.builtin import builtin_path
    from wp.base.load import load

    raw = draft_base(read_source(drafting.BUILT_IN), "paper").raw
    curated = load(builtin_path()).sections
    assert [
        (id_, section["title"], tuple(section["paragraphs"]))
        for id_, section in raw["sections"].items()
    ] == [(section.id, section.title, section.paragraphs) for section in curated]
