"""The page on the design names modules that are there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")


def test_every_path_is_there() -> None:
    """A path has a stroke or an ending; single names are those of the room just named."""
    named = set(re.findall(r"`((?:\w+/)+(?:\w+(?:\.\w+)?)?|\w+\.(?:py|txt))`", PAGE))
    assert len(named) > 15
    package, docs = ROOT / "cli" / "wp", ROOT
    for name in named:
        path = name.rstrip("/")
        # "search/engine.search" is a function of a module.
        module = path.rpartition(".")[0] if not path.endswith((".py", ".txt")) else ""
        there = (package / path, package / f"{path}.py", package / f"{module}.py", docs / path)
        assert any(one.exists() for one in there), name


def test_every_room_has_a_line() -> None:
    tree = PAGE.split("```")[1]
    for path in (ROOT / "cli" / "wp").iterdir():
        if path.is_dir() and path.name != "__pycache__":
            assert f"\n  {path.name}/ " in tree, path.name
