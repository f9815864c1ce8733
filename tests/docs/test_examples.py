"""Every example in README and docs prints what is shown for it."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


def _examples_module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("examples", ROOT / "docs" / "examples.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


examples = _examples_module()

_ALL = [
    pytest.param(example.command, example.shown, id=f"{page.name}: {example.command}")
    for page in examples.pages()
    if page.exists()
    for example in examples.examples(page.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("command", "shown"), _ALL)
def test_an_example_prints_what_it_shows(
    command: str, shown: str, tmp_path: Path, forked_wp: Path
) -> None:
    printed = examples.run(command, tmp_path, forked_wp.parent)
    assert examples.agrees(shown, printed), printed


def test_there_are_examples_in_the_readme() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(list(examples.examples(page))) >= 6


def test_a_changed_output_does_not_agree() -> None:
    assert not examples.agrees("one\n", "two\n")
    assert not examples.agrees("one\n…\n", "two\nthree\n")
    assert examples.agrees("one\n…\n", "one\ntwo\n")
