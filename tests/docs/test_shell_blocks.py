"""What README and docs show in `sh` blocks: each line is known to be run somewhere."""

import os
import re
import shutil
import sys
from pathlib import Path

import pexpect
import pytest

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.DOTALL | re.MULTILINE)

# Lines that `.ci/run` runs: the set-up, the tests, the checks.
_RUN_BY_CI = (
    'pip install . && wp search "peacekeeping"',
    "pip install -e '.[test]' && pytest -n auto",
    "python3 -m venv .venv && . .venv/bin/activate",
    "pip install -e '.[test,lint]'",
    "pip install '.[mcp]'",
    "pip install '.[lsp]'",
    "pytest -n auto",
    "ruff check . && ruff format --check . && mypy && lint-imports",
)
_FZF = (
    r"wp search corruption --plain | fzf --delimiter='\t' --with-nth=5 "
    "--preview='wp show {1}' --preview-window=wrap"
)
_RUN_HERE = (_FZF,)


def test_every_line_is_run_somewhere() -> None:
    shown = [
        line
        for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
        for block in _BLOCK.findall(page.read_text(encoding="utf-8"))
        for line in block.splitlines()
        if line.strip()
    ]
    assert sorted(set(shown) - {*_RUN_BY_CI, *_RUN_HERE}) == []


def test_ci_runs_the_readmes_commands() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for piece in ("pip install --quiet .", 'wp search "peacekeeping"', "pytest -n auto"):
        assert piece in script


def test_choosing_with_fzf(cache: Path, tmp_path: Path) -> None:
    if shutil.which("fzf") is None:
        if "CI" in os.environ:
            pytest.fail("fzf is not installed")
        pytest.skip("fzf is not installed")
    environment = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "WP_CACHE": str(cache),
        "WP_DATA": str(tmp_path / "no-bases"),
        "TERM": "xterm",
        "LC_ALL": "C.UTF-8",
    }
    child = pexpect.spawn(
        "bash", ["-c", _FZF], env=environment, encoding="utf-8", dimensions=(40, 160)
    )
    try:
        child.expect("Citation", timeout=30)
        child.send("\r")
        child.expect(r"VI?\.[a-z-]+\.[a-z-]+\t", timeout=30)
    finally:
        child.close(force=True)
