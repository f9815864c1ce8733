"""Approved output of commands, held in golden/."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

_GOLDEN = Path(__file__).with_name("golden")


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Hold what was printed to golden/NAME.txt; `WP_GOLDEN=write pytest` puts it in instead."""

    def hold(name: str, printed: str) -> None:
        trimmed = "".join(f"{line.rstrip()}\n" for line in printed.splitlines())
        file = _GOLDEN / f"{name}.txt"
        if os.environ.get("WP_GOLDEN") == "write":
            file.write_text(trimmed, encoding="utf-8")
        assert trimmed == file.read_text(encoding="utf-8")

    return hold
