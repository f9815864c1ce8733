"""A base read in one pass: the same pieces and the same complaints, however it is cut up."""

import json
from pathlib import Path
from typing import Any

import pytest
from fastjsonschema import JsonSchemaValueException
from hypothesis import given
from hypothesis import strategies as st

import wp.base.window
from wp.base.load import load
from wp.base.schema import is_plain_fact, is_plain_key, is_plain_lines, part_validator
from wp.base.stream import Stream
from wp.errors import InputError, OutOfOrderError

Raw = dict[str, Any]

VALUES: st.SearchStrategy[Any] = st.sampled_from(
    ["", " ", "\u00a0", "ships", "a b\n", 1, None, True, [], {}, ["x"], [" "]]
)
FACTS = st.dictionaries(
    st.sampled_from(["statement", "quote", "context", "aliases", "draft", "figures", "other"]),
    st.one_of(VALUES, st.lists(VALUES, max_size=2)),
)


def is_valid(part: str, value: Any) -> bool:
    """Tell whether the schema allows a part."""
    try:
        part_validator(part)(value)
    except JsonSchemaValueException:
        return False
    return True


@given(st.one_of(FACTS, FACTS.map(lambda fact: {"statement": "s", "quote": "q", **fact}), VALUES))
def test_a_plain_fact_is_valid(fact: Any) -> None:
    assert not is_plain_fact(fact) or is_valid("fact", fact)


def test_the_most_common_facts_are_plain() -> None:
    assert is_plain_fact({"statement": "s", "quote": "q", "aliases": ["a"], "context": "c"})


@given(st.text(alphabet="aZ0-_ \né", max_size=6))
def test_a_key_is_plain_where_it_is_valid(key: str) -> None:
    assert is_plain_key(key) == is_valid("key", key)


@given(st.one_of(VALUES, st.lists(VALUES, max_size=3)))
def test_lines_are_plain_where_they_are_valid(lines: Any) -> None:
    assert is_plain_lines(lines) == is_valid("lines", lines)


def told(path: Path) -> list[Any]:
    """Give the pieces of a base, and the complaint that ended them."""
    pieces: list[Any] = []
    try:
        pieces.extend(Stream(path).pieces())
    except InputError as error:
        pieces.append(str(error))
    return pieces


def spoilt(text: str) -> dict[str, str]:
    """Give ways in which the text of a base may be wrong in the midst of a topic."""
    wardens = text.index('"wardens"')
    return {
        "sound": text,
        "indented": json.dumps(json.loads(text), indent=2).replace("\n", "\r\n"),
        "escaped": text.replace("ships", "sh\\u0069ps"),
        "a control character": text[:wardens] + text[wardens:].replace(': "', ': "\\u001b', 1),
        "a raw one": text[:wardens] + text[wardens:].replace(': "', ': "\x9b', 1),
        "a repeated key": text.replace('"wardens": {', '"share-landed": {'),
        "a repeated key inside": text.replace('"wardens": {', '"wardens": {"quote": "", '),
        "a wrong key": text.replace('"wardens": {', '"War dens": {'),
        "a blank statement": text[:wardens] + text[wardens:].replace('t": "', 't": "",  "x": "', 1),
        "no object": text.replace('"wardens": {', '"wardens": 1, "more": {'),
        "no colon": text.replace('"wardens": {', '"wardens" {'),
        "an endless number": text.replace('"wardens": {', '"wardens": {"x": 1e999, '),
        "cut off": text[: wardens + 40],
        "a byte too much": text + "}",
    }


WAYS = list(spoilt('{"wardens": {}, "document": {}}'))


@pytest.mark.parametrize("way", WAYS)
def test_pieces_and_complaints_do_not_depend_on_the_window(
    small_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    text = json.dumps(json.loads(small_path.read_text("utf-8")), ensure_ascii=False)
    path = tmp_path / "base.json"
    path.write_text(spoilt(text)[way], encoding="utf-8", newline="")
    assert way == "sound" or spoilt(text)[way] != text
    whole = told(path)
    assert isinstance(whole[-1], str) == (way not in ("sound", "indented", "escaped"))
    monkeypatch.setattr(wp.base.window.Window, "whole", lambda window: None)
    assert told(path) == whole, "each fact by itself"
    for chunk in (7, 64, 1000):
        monkeypatch.undo()
        monkeypatch.setattr(wp.base.window, "_CHUNK", chunk)
        assert told(path) == whole, chunk


def test_another_order_is_told_as_such(small_raw: Raw, tmp_path: Path) -> None:
    path = tmp_path / "base.json"
    path.write_text(json.dumps(small_raw, sort_keys=True), encoding="utf-8")
    with pytest.raises(OutOfOrderError, match="does not come before"):
        list(Stream(path).pieces())


@pytest.mark.parametrize("way", ["sound", "indented", "escaped"])
def test_a_sound_base_has_the_facts_that_loading_it_gives(
    small_path: Path, tmp_path: Path, way: str
) -> None:
    path = tmp_path / "base.json"
    path.write_text(spoilt(small_path.read_text("utf-8"))[way], encoding="utf-8", newline="")
    pieces = told(path)
    quotes = [data["quote"] for kind, _, data in pieces if kind == "fact"]
    assert quotes == [fact.quote for fact in load(path).facts()]
