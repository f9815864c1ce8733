"""Reading a base: whatever is wrong in a file is told with its place, and nothing is lost."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wp.base.load import load
from wp.errors import InputError
from wp.text import find_whole

Raw = dict[str, Any]


def test_a_quote_is_placed_in_its_paragraph(small_base: Any) -> None:
    fees = next(fact for fact in small_base.facts() if fact.id == "I.harbour-act.fees")
    text = small_base.section("I").text
    assert fees.paragraph == 4
    assert text[fees.start : fees.end] == fees.quote


def test_a_quote_may_run_over_list_items(small_raw: Raw, tmp_path: Path) -> None:
    fact = small_raw["sections"]["I"]["topics"]["harbour-act"]["facts"]["dredging"]
    fact["quote"] = "The Harbour Act provides for: dredging the main channel every year"
    path = tmp_path / "base.json"
    path.write_text(json.dumps(small_raw), encoding="utf-8")
    found = next(fact for fact in load(path).facts() if fact.id.endswith("dredging"))
    assert found.paragraph == 2


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        ("20 harbours", "cuts the number 120"),
        ("Norland has more than 120 harbour", "cuts a word"),
        ("called at Port Aster every month", "other words"),
        ("4,500 ships called at Port Aster every year, including 1", "cuts 1,200"),
    ],
)
def test_a_quote_that_is_not_in_the_text_is_refused(
    small_raw: Raw, tmp_path: Path, quote: str, why: str
) -> None:
    small_raw["sections"]["I"]["topics"]["ship-calls"]["facts"]["calls"]["quote"] = quote
    path = tmp_path / "base.json"
    path.write_text(json.dumps(small_raw), encoding="utf-8")
    with pytest.raises(InputError, match=r"I\.ship-calls\.calls: the quote does not stand"):
        load(path)


def test_a_later_whole_occurrence_is_found_behind_a_cut_one() -> None:
    assert find_whole("20 ships", "120 ships and 20 ships") == (14, 22)


def _without(*keys: str) -> Callable[[Raw], None]:
    def spoil(raw: Raw) -> None:
        for key in keys[:-1]:
            raw = raw[key]
        del raw[keys[-1]]

    return spoil


def _with(value: Any, *keys: str) -> Callable[[Raw], None]:
    def spoil(raw: Raw) -> None:
        place: Any = raw
        for key in keys[:-1]:
            place = place[int(key) if key.isdecimal() else key]
        place[keys[-1]] = value

    return spoil


_CALLS = ("sections", "I", "topics", "ship-calls", "facts", "calls")


@pytest.mark.parametrize(
    ("spoil", "place", "problem"),
    [
        (_without("document"), "top level", "lacks 'document'"),
        (_without("document", "title"), "document", "lacks 'title'"),
        (_with(2, "schema_version"), "schema_version", "must be 1"),
        (_with(1, "extra"), "top level", "has 'extra', which no fact base has there"),
        (_with("May 2020", "document", "published"), "document.published",
         "'May 2020' does not match the required form: ISO 8601, as precise as printed: 2017, "
         "2017-08 or 2017-08-31"),
        (_with("A b", "document", "id"), "document.id",
         "'A b' does not match the required form: lower-case words joined by hyphens"),
        (_with({}, "sections"), "sections", "must not be empty"),
        (_with([], "sections", "I", "paragraphs"), "sections.I.paragraphs", "must not be empty"),
        (_with("example.org", "sections", "I", "url"), "sections.I.url",
         "'example.org' does not match the required form: web address, beginning with https:// or "
         "http://"),
        (_without(*_CALLS, "statement"), ".".join(_CALLS), "lacks 'statement'"),
        (_with("many", *_CALLS, "figures"), ".".join((*_CALLS, "figures")), "must be a list"),
        (_with("yes", *_CALLS, "draft"), ".".join((*_CALLS, "draft")), "must be true or false"),
        (_with(1, *_CALLS, "statment"), ".".join(_CALLS),
         "has 'statment', which no fact base has there"),
        (_with(" ", *_CALLS, "quote"), ".".join((*_CALLS, "quote")), "must not be blank"),
        (_with(1, *_CALLS, "quote"), ".".join((*_CALLS, "quote")),
         "must be text in quotation marks"),
        (_with("x", *_CALLS, "dates", "0", "end"), ".".join((*_CALLS, "dates", "0", "end")),
         "'x' does not match the required form: ISO 8601, as precise as printed: 2017, 2017-08 or "
         "2017-08-31, or null"),
        (_with({"statement": "A", "quote": "A"}, *_CALLS[:-1], "Big Calls"),
         ".".join(_CALLS[:-1]),
         "the key 'Big Calls' does not match the required form: lower-case words joined by "
         "hyphens"),
    ],
)  # fmt: skip
def test_a_wrong_form_is_refused_with_its_place_in_plain_words(
    small_raw: Raw, tmp_path: Path, spoil: Callable[[Raw], None], place: str, problem: str
) -> None:
    spoil(small_raw)
    path = tmp_path / "base.json"
    path.write_text(json.dumps(small_raw), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load(path)
    assert (caught.value.place, caught.value.problem) == (place, problem)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"{", "line 1, column 2: is not valid JSON"),
        (b'{"a": 1,\n "a" 2}', "line 2, column 6: is not valid JSON"),
        (b'{"schema_version": NaN}', "NaN is no JSON number"),
        (b'{"value": 1e400}', "the number 1e400 is too large"),
        (b'{"value": ' + b"9" * 5000 + b"}", "a number has too many digits; mend"),
        (b"[1]", "is not a JSON object"),
        (b'{"title": "caf\xe9"}', "line 1: is not UTF-8"),
        (b"\xff\xfe{\x00}\x00", "line 1: is not UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
    ],
)
def test_a_file_that_is_no_json_object_is_refused(
    tmp_path: Path, content: bytes, problem: str
) -> None:
    path = tmp_path / "base.json"
    path.write_bytes(content)
    with pytest.raises(InputError, match=problem):
        load(path)


def test_a_repeated_key_is_refused_with_its_place(tmp_path: Path, small_path: Path) -> None:
    text = small_path.read_text(encoding="utf-8")
    path = tmp_path / "base.json"
    path.write_text(text.replace('"wardens": {', '"share-landed": {'), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load(path)
    assert caught.value.place == "sections.II.topics.landings.facts"
    assert "duplicate key 'share-landed'" in caught.value.problem


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x9b", "\x00", "\ud800"])
def test_a_control_character_is_refused_with_its_place(
    small_raw: Raw, tmp_path: Path, character: str
) -> None:
    small_raw["document"]["title"] += character
    path = tmp_path / "base.json"
    path.write_text(json.dumps(small_raw), encoding="utf-8")
    with pytest.raises(InputError, match=r"document\.title: holds the control character"):
        load(path)


def test_a_byte_order_mark_is_passed_over(small_path: Path, tmp_path: Path) -> None:
    path = tmp_path / "base.json"
    path.write_bytes(b"\xef\xbb\xbf" + small_path.read_bytes())
    assert load(path).document.id == "harbour-report-2020"
