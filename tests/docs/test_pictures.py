"""The pictures of the docs show what is there now."""

import runpy
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

IMAGES = Path(__file__).parents[2] / "docs" / "images"


def test_the_layers_are_drawn_as_they_are_held() -> None:
    drawing = runpy.run_path(str(IMAGES / "layers.py"))["drawing"]
    assert (IMAGES / "layers.svg").read_text(encoding="utf-8") == drawing()


@pytest.mark.parametrize("name", ["search", "reader"])
def test_a_screen_in_the_readme_shows_what_is_printed_now(name: str, run_wp: Any) -> None:
    """`python docs/images/screens.py` draws it anew."""
    drawn = ElementTree.parse(IMAGES / f"{name}.svg")
    words = " ".join("".join(drawn.getroot().itertext()).replace("\xa0", " ").split())
    printed = run_wp("search", "how many soldiers for peace keeping since 1990").stdout
    wanted = printed.split() if name == "search" else ["“From", "1990", "36,000", "summary:"]
    assert not [word for word in wanted if word not in words and not set(word) <= {"─"}]


def test_a_screen_asks_no_other_host() -> None:
    for picture in IMAGES.glob("*.svg"):
        assert "url(http" not in picture.read_text(encoding="utf-8"), picture.name
    assert (IMAGES / "page.png").read_bytes().startswith(b"\x89PNG")
