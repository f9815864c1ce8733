"""The HTML page holds the text to the letter, marks every fact, and lets no text become markup."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.base.load import load
from wp.export import Placed, stretches
from wp.export.page import export_page
from wp.library import Library
from wp.model import Base

TERN = Path(__file__).parents[1] / "tern-island.facts.json"
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=\"alert('2')\"><!-- &lt; ${x} $x"


class _Reader(HTMLParser):
    """What a browser would make of a page: its elements, ids, links, text and inline code."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inline: dict[str, str] = {}
        self.paragraphs: list[str] = []
        self._open: list[str] = []
        self._skip = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.elements.append((tag, attributes))
        self._skip = attributes.get("class") == "n"
        if tag in ("article", "p", "script", "style"):
            self._open.append(tag)
            if tag == "p":
                self.paragraphs.append("")
        if tag == "script":
            self._script = attributes.get("type") or "code"

    def handle_endtag(self, tag: str) -> None:
        self._skip = False
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["script"]:
            self.inline[self._script] = data
        elif self._open[-1:] == ["style"]:
            self.inline["style"] = data
        elif self._open[-1:] == ["p"] and not self._skip:
            self.paragraphs[-1] += data

    def attributes(self, name: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(name))]


def _changed(raw: dict[str, Any], folder: Path) -> Base:
    path = folder / "base.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    return load(path)


@pytest.fixture(scope="module")
def read(small_base: Base) -> _Reader:
    return _Reader(export_page(Library((small_base, load(TERN)))))


def test_the_text_is_there_to_the_letter(read: _Reader, small_base: Base) -> None:
    for base in (small_base, load(TERN)):
        for section in base.sections:
            for paragraph in section.paragraphs:
                assert paragraph in read.paragraphs


def test_every_fact_has_an_anchor_and_every_link_a_target(read: _Reader, small_base: Base) -> None:
    ids = read.attributes("id")
    assert len(ids) == len(set(ids))
    for base in (small_base, load(TERN)):
        assert {f"{fact.document}:{fact.id}" for fact in base.facts()} <= set(ids)
    inner = {link[1:] for link in read.attributes("href") if link.startswith("#")}
    assert inner <= set(ids)


def test_the_page_asks_for_nothing(read: _Reader) -> None:
    assert not read.attributes("src")
    fetched = {attributes["href"] for tag, attributes in read.elements if tag == "link"}
    assert fetched == {"data:,"}
    assert not re.search(r"url\(|@import", read.inline["style"])


def test_the_policy_names_the_code_of_the_page_alone(read: _Reader) -> None:
    policy = next(value for value in read.attributes("content") if "default-src" in value)
    assert "default-src 'none'" in policy
    for code in (read.inline["style"], read.inline["code"]):
        assert b64encode(sha256(code.encode()).digest()).decode() in policy
    assert "unsafe" not in policy
    assert not [name for _, attributes in read.elements for name in attributes if name[:2] == "on"]


def test_hostile_words_stay_words(small_raw: dict[str, Any], tmp_path: Path) -> None:
    small_raw["document"]["rights"] = "Free to quote"
    clean = _Reader(export_page(Library((_changed(small_raw, tmp_path),))))
    section = small_raw["sections"]["II"]
    topic = section["topics"]["landings"]
    fact = topic["facts"]["wardens"]
    small_raw["document"] |= {"title": HOSTILE, "publisher": HOSTILE, "rights": HOSTILE}
    section["title"] = topic["title"] = fact["statement"] = HOSTILE
    section["url"] = 'https://example.org/"><script>alert(1)</script>'
    topic["aliases"] = fact["aliases"] = [HOSTILE]
    fact["figures"][0] |= {"unit": HOSTILE, "measures": HOSTILE}
    section["paragraphs"][0] += f" {HOSTILE}"
    spoilt = _Reader(export_page(Library((_changed(small_raw, tmp_path),))))
    assert [tag for tag, _ in spoilt.elements] == [tag for tag, _ in clean.elements]
    data = json.loads(spoilt.inline["application/json"])
    assert HOSTILE in [fact["statement"] for fact in data]
    assert section["paragraphs"][0] in spoilt.paragraphs


_FACTS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], sum(pair))),
    max_size=6,
)


@given(_FACTS)
def test_stretches_join_and_hold_each_fact_whole(spans: list[tuple[int, int]]) -> None:
    start, end = 5, 25
    placed = [Placed(number, *span) for number, span in enumerate(spans)]
    found = stretches(start, end, placed)
    assert [start, *(one.end for one in found)] == [*(one.start for one in found), end]
    for fact in placed:
        held = {
            at for one in found if fact.number in one.within for at in range(one.start, one.end)
        }
        assert held == set(range(max(fact.start, start), min(fact.end, end)))
        begun = [one.start for one in found if fact.number in one.begin]
        assert begun == ([fact.start] if start <= fact.start < end else [])
