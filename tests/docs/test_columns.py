"""The columns that formats.md names are those that the commands print."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
_ROWS = re.findall(
    r"^\| `([a-z ]+?(?: [A-Z]+)*)` \| (`[a-z_0-9`, ]+`) \|$",
    (ROOT / "docs" / "formats.md").read_text(encoding="utf-8").partition("## Columns")[2],
    re.MULTILINE,
)


@pytest.mark.parametrize(("command", "columns"), _ROWS)
def test_columns(run_wp: Callable[..., Any], command: str, columns: str) -> None:
    given = {
        "FILE": str(ROOT / "docs" / "draft.md" if "check" in command else ROOT / "facts.json"),
        "QUERY": "police",
        "TEXT": "police",
        "QUOTATION": "police",
    }
    arguments = [given.get(word, word) for word in command.split()]
    printed = run_wp(*arguments, "--format", "csv").stdout.splitlines() or [""]
    # A valid base has no row, but the header stands all the same.
    assert printed[0].split(",") == re.findall("[a-z_0-9]+", columns)


def test_the_table_is_read() -> None:
    assert len(_ROWS) == 12
