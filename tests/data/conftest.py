"""The real base and the document it is made from."""

from pathlib import Path

import pytest

from wp.base import builtin_path
from wp.base.load import load
from wp.model import Base


@pytest.fixture(scope="session")
def base() -> Base:
    """The built-in base."""
    return load(builtin_path())


@pytest.fixture(scope="session")
def document_lines() -> list[str]:
    """The document, a paragraph, list item or heading a line."""
    path = Path(__file__).with_name("legal-protection-2017.txt")
    return path.read_text(encoding="utf-8").split("\n")
