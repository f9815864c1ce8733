"""Texts that once took minutes: 100,000 characters of each are read in seconds.

`benchmarks/growth.py` doubles these shapes and more, and compares the times.
"""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from wp.library import Library, open_library

ROOT = Path(__file__).parents[2]


def growth() -> ModuleType:
    spec = importlib.util.spec_from_file_location("growth", ROOT / "benchmarks" / "growth.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GROWTH = growth()


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library([ROOT / "facts.json"])


@pytest.mark.timeout(15, func_only=True)
@pytest.mark.parametrize(
    "name",
    [
        "open marks",  # each paragraph looked for the end of the quotation in all that follow
        "one word",  # a word broken at a line's end was looked for from each letter
        "tags left open",  # html.parser began anew at each
        "blanks",
        "ignore comments",
        "exclamation marks",
        "front matter never closed",  # doubled with each line
    ],
)
def test_a_text_that_took_minutes_is_read_in_seconds(library: Library, name: str) -> None:
    reader, make = GROWTH.SHAPES[name]
    GROWTH.readers(library)[reader](make(100_000))
