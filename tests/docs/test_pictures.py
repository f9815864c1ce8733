"""The pictures of the docs show what is there now."""

import runpy
from pathlib import Path

IMAGES = Path(__file__).parents[2] / "docs" / "images"


def test_the_layers_are_drawn_as_they_are_held() -> None:
    drawing = runpy.run_path(str(IMAGES / "layers.py"))["drawing"]
    assert (IMAGES / "layers.svg").read_text(encoding="utf-8") == drawing()
