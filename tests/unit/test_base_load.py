"""Reading a base: whatever is wrong in a file is told with its place, and nothing is lost."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import wp.base.load
from wp.base.canonical import canonical, with_context_references
from wp.base.load import QuotableText, load, resolve_context, resolve_contexts
from wp.errors import InputError
from wp.text import find_whole

Raw = Any


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


# Quotes: many are found at the places where looking one by one finds them

TEXTS = st.text(alphabet="ab1 ,.-\n\t\u00a0\u2028é_", max_size=60)
SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20))


@pytest.fixture(params=[10**9, 0], ids=["searched", "noted"])
def patience(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Never note where words stand, and note it at once."""
    monkeypatch.setattr(wp.base.load, "_SCANS_BEFORE_INDEX", request.param)


@pytest.mark.usefixtures("patience")
def test_many_quotes_stand_where_each_stands() -> None:
    @given(TEXTS, st.lists(st.one_of(SPANS, TEXTS), min_size=1, max_size=8))
    def holds(text: str, wanted: list[tuple[int, int] | str]) -> None:
        section = QuotableText(text)
        for one in wanted:
            quote = one if isinstance(one, str) else text[one[0] : one[0] + one[1]]
            span = find_whole(quote, text)
            place = None if span is None else (*span, text.count("\n", 0, span[0]) + 1)
            assert section.find(quote.split()) == place

    holds()


@pytest.mark.usefixtures("patience")
@pytest.mark.parametrize(
    ("quote", "place", "why"),
    [
        ("harbour has 20 ships", (35, 56, 2), "the first stands in a longer number"),
        ("has 20 ships", (44, 56, 2), "double spaces"),
        ("ships. The harbour", (25, 42, 1), "over two paragraphs"),
        ("The", (0, 3, 1), "shorter than what is noted"),
        ("harbours", None, "a part of no word"),
        ("arbour has", None, "cuts a word"),
    ],
)
def test_a_quote_among_repeated_words(
    quote: str, place: tuple[int, int, int] | None, why: str
) -> None:
    section = QuotableText("The harbour has 20 ships1 ships.\nThe harbour  has 20 ships.")
    section.find(["has"])
    found = section.find(quote.split())
    assert (found and found[2]) == (place and place[2]), why
    assert section.find(quote.split()) == found


# A context that is an earlier fact's quote is written once, by reference

_HERE = Path("base.json")


def _facts() -> dict[str, Raw]:
    return {
        "ships": {"statement": "Ships came", "quote": "Ships came"},
        "boats": {"statement": "So did boats", "quote": "and boats", "context": "Ships came"},
        "nets": {"statement": "And nets", "quote": "and nets", "context": "In 2020"},
    }


def test_an_earlier_quote_is_referred_to_and_nothing_else() -> None:
    written = with_context_references(_facts())
    assert written["boats"] == {
        "statement": "So did boats",
        "quote": "and boats",
        "context_of": "ships",
    }
    assert written["nets"]["context"] == "In 2020"


def test_what_is_written_by_reference_reads_as_it_was() -> None:
    raw: Raw = {"sections": {"I": {"topics": {"a": {"facts": with_context_references(_facts())}}}}}
    resolve_contexts(_HERE, raw)
    assert raw["sections"]["I"]["topics"]["a"]["facts"] == _facts()


@pytest.mark.parametrize(
    ("fact", "problem"),
    [
        ({"quote": "q", "context_of": "later"}, "refers to 'later', no earlier fact"),
        ({"quote": "q", "context_of": "ships", "context": "x"}, "both context and context_of"),
    ],
)
def test_a_reference_that_leads_nowhere_is_told(fact: Raw, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        resolve_context(_HERE, fact, {"ships": "Ships came"}, ("facts", "x", "context_of"))


def test_short_objects_take_a_line_and_aliases_fill_theirs(small_raw: Raw) -> None:
    topic = small_raw["sections"]["II"]["topics"]["landings"]
    topic["aliases"] = [f"alias number {number}" for number in range(20)]
    lines = canonical(small_raw).splitlines()
    assert max(len(line) for line in lines if "alias number" in line) <= 100
    assert sum("alias number" in line for line in lines) == 5
    assert any('{"text": ' in line and '"start": ' in line for line in lines)
