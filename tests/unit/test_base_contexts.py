"""A context that is an earlier fact's quote is written once, by reference."""

from pathlib import Path
from typing import Any

import pytest

from wp.base.canonical import canonical, with_context_references
from wp.base.load import resolve_context, resolve_contexts
from wp.errors import InputError

Raw = Any

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
