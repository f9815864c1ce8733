"""The man pages say what the help says."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_man_pages_are_current() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "manpages.py"],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_every_command_has_a_man_page_and_a_line_in_the_readme() -> None:
    from wp.commands import COMMANDS

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        assert (ROOT / "man" / f"wp-{name}.1").exists()
        assert f"`wp {name}" in readme
