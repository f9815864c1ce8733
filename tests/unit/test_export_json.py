"""What is exported as JSON loads as the same base, and a part keeps the rules of the whole."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wp.base.canonical import canonical
from wp.base.load import load
from wp.base.rules import problems
from wp.errors import NotFoundError, UsageError
from wp.export.selection import base_json, narrowed
from wp.library import Library

Raw = Any

_LINE = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=20
).filter(lambda text: bool(text.strip()))
_MEASURE = st.fixed_dictionaries(
    {
        "text": st.just("Two"),
        "value": st.integers() | st.floats(allow_nan=False, allow_infinity=False),
        "unit": _LINE,
        "measures": _LINE,
    },
    optional={
        "qualifier": _LINE,
        "part_of": _LINE,
        "period": st.just({"end": None, "text": "x", "start": "2017-08"}),
    },
)
_CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "statement": _LINE,
        "aliases": st.lists(_LINE, max_size=3),
        "context": _LINE,
        "figures": st.lists(_MEASURE, max_size=3),
        "draft": st.booleans(),
    },
)


def _written(raw: Raw, folder: Path) -> Path:
    path = folder / "base.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    return path


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None
)
@given(changes=_CHANGES, reverse=st.booleans())
def test_exporting_loading_and_exporting_again_gives_the_same_bytes(
    small_raw: Raw, tmp_path: Path, changes: Raw, reverse: bool
) -> None:
    raw = deepcopy(small_raw)
    facts = raw["sections"]["II"]["topics"]["landings"]["facts"]
    changed = facts["wardens"] | changes
    facts["wardens"] = dict(reversed(changed.items())) if reverse else changed
    path = _written(raw, tmp_path)
    first = base_json([path])
    again = tmp_path / "again.json"
    again.write_text(first, encoding="utf-8")
    assert base_json([again]).encode() == again.read_bytes()
    one, other = load(path), load(again)
    assert one._replace(digest="") == other._replace(digest="")


def test_the_export_is_the_canonical_form(small_path: Path, small_raw: Raw) -> None:
    assert base_json([small_path]) == canonical(small_raw)


def test_several_bases_are_no_one_fact_base(small_path: Path) -> None:
    with pytest.raises(UsageError, match="2 are loaded; choose one with --facts"):
        base_json([small_path, small_path])


@pytest.mark.parametrize(
    ("sections", "topics", "facts", "why"),
    [
        ({"I"}, set(), 5, "a section with all its topics"),
        (set(), {"landings"}, 3, "a topic alone, other sections go"),
        ({"I"}, {"harbour-act", "landings"}, 2, "both choices hold"),
    ],
)
def test_a_part_is_a_base_that_keeps_the_rules(
    small_path: Path, tmp_path: Path, sections: set[str], topics: set[str], facts: int, why: str
) -> None:
    path = tmp_path / "part.json"
    path.write_text(base_json([small_path], sections, topics), encoding="utf-8")
    part = load(path)
    assert len(list(part.facts())) == facts
    assert not problems(part)
    library = Library((load(small_path),))
    same = narrowed(library, [small_path], sections=sections, topics=topics).bases[0]
    assert same._replace(digest="") == part._replace(digest="")


def test_a_part_of_a_whole_left_out_stands_alone(small_raw: Raw, tmp_path: Path) -> None:
    wardens = small_raw["sections"]["II"]["topics"]["landings"]["facts"]["wardens"]
    wardens["figures"][0]["part_of"] = "I.ship-calls.calls#4,500"
    path = _written(small_raw, tmp_path)
    assert "#4,500" in base_json([path])
    part = json.loads(base_json([path], {"II"}))
    kept = part["sections"]["II"]["topics"]["landings"]["facts"]["wardens"]["figures"][0]
    assert "part_of" not in kept
    assert part["document"]["contents"][0] == {"id": "I", "title": "Harbours", "included": False}


def test_a_choice_that_leaves_nothing_is_told(small_path: Path) -> None:
    library = Library((load(small_path),))
    with pytest.raises(NotFoundError, match="landings"):
        narrowed(library, [small_path], sections={"I"}, topics={"landings"})
