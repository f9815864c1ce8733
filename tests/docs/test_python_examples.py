"""Every Python example in the docs gives what is shown behind it."""

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)

_PAGES = {
    page.name: blocks
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
    if page.exists() and (blocks := _BLOCK.findall(page.read_text(encoding="utf-8")))
}


def failures(name: str, blocks: list[str]) -> str:
    """Run the examples of a page one after the other; give what differs from what is shown."""
    report: list[str] = []
    test = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, name, name, 0)
    doctest.DocTestRunner(verbose=False).run(test, out=report.append)
    return "".join(report)


@pytest.fixture(autouse=True)
def built_in_base(monkeypatch: pytest.MonkeyPatch, cache: Path, tmp_path: Path) -> None:
    """Load the built-in base, whatever the user has set."""
    monkeypatch.delenv("WP_FACTS", raising=False)
    monkeypatch.setenv("WP_CACHE", str(cache))
    monkeypatch.setenv("WP_DATA", str(tmp_path / "no-bases"))


def test_the_python_page_has_examples() -> None:
    assert len(_PAGES["python.md"]) >= 6


@pytest.mark.parametrize("name", _PAGES)
def test_the_examples_of_a_page(name: str) -> None:
    assert failures(name, _PAGES[name]) == ""


@pytest.mark.parametrize("name", _PAGES)
def test_every_block_is_run(name: str) -> None:
    """A block without prompts would be shown and never run."""
    assert all(block.startswith(">>> ") for block in _PAGES[name])


def test_a_wrong_output_is_seen() -> None:
    assert "Expected" in failures("page", [">>> 1 + 1\n3\n"])
