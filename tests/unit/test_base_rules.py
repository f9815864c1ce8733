"""The rules of a good base: each is seen broken once, and the sound base breaks none."""

import json
from pathlib import Path
from typing import Any

import pytest

from wp.base.canonical import canonical, form_problems, rewrite
from wp.base.load import load
from wp.base.rules import problems
from wp.model import Base

Raw = Any


def test_the_sound_base_breaks_no_rule(small_base: Base, small_path: Path) -> None:
    assert problems(small_base) == []
    assert form_problems(small_path) == []


@pytest.mark.parametrize(
    ("path", "value", "rule"),
    [
        ("I/ship-calls/calls/figures/0/value", 5400, "values-true"),
        ("I/ship-calls/calls/figures/0/text", "4,600", "figures-printed"),
        ("I/ship-calls/calls/figures/0/text", "4,500 to 5,000", "figures-printed"),
        ("I/ship-calls/calls/figures/0/qualifier", "some", "figures-printed"),
        ("I/ship-calls/calls/figures/1/part_of", "9", "parts-within-wholes"),
        ("I/ship-calls/calls/figures/0/part_of", "300", "parts-within-wholes"),
        (
            "I/ship-calls/calls/figures/0/part_of",
            "II.landings.none#81 percent",
            "parts-within-wholes",
        ),
        ("I/ship-calls/calls/figures/0/period/text", "In 2011", "figures-printed"),
        ("I/ship-calls/calls/dates/0/end", "2009", "dates-printed"),
        ("I/ship-calls/calls/dates/0/text", "Since 2010", "dates-printed"),
        ("I/ship-calls/calls/dates/0/start", "2010-02-30", "dates-exist"),
        ("I/ship-calls/calls/figures/0/period/end", "2019-13", "dates-exist"),
        ("I/ship-calls/calls/aliases/0", "tankers", "aliases-add-words"),
        ("I/ship-calls/calls/aliases/0", "ships at Port Aster", "aliases-add-words"),
        ("I/ship-calls/calls/aliases/0", "arrivals", "aliases-add-words"),
        ("I/ship-calls/calls/quote", "Norland has more than 120 harbours.", "quotes-told-apart"),
        ("I/harbour-act/fees/context", "The Harbour Act asks for:", "context-verbatim"),
        ("I/harbour-act/fees/draft", True, "drafts-reviewed"),
    ],
)
def test_a_broken_rule_is_named(
    small_raw: Raw, tmp_path: Path, path: str, value: object, rule: str
) -> None:
    section, topic, fact, *steps = path.split("/")
    place: Any = small_raw["sections"][section]["topics"][topic]["facts"][fact]
    for step in steps[:-1]:
        place = place[int(step) if step.isdecimal() else step]
    place[int(steps[-1]) if steps[-1].isdecimal() else steps[-1]] = value
    file = tmp_path / "base.json"
    file.write_text(json.dumps(small_raw), encoding="utf-8")
    assert rule in {problem.rule for problem in problems(load(file))}


@pytest.mark.parametrize(
    ("published", "known"),
    [
        ("2020", True), ("2020-12", True), ("2020-02-29", True), ("9999-12-31", True),
        ("2019-02-29", False), ("2019-13", False), ("2019-00", False), ("2019-04-31", False),
        ("0000", False),
    ],
)  # fmt: skip
def test_the_date_of_publication_is_in_the_calendar(
    small_raw: Raw, tmp_path: Path, published: str, known: bool
) -> None:
    small_raw["document"]["published"] = published
    file = tmp_path / "base.json"
    file.write_text(json.dumps(small_raw), encoding="utf-8")
    found = [(problem.rule, problem.place) for problem in problems(load(file))]
    assert found == ([] if known else [("dates-exist", "document.published")])


def test_a_topic_key_in_two_sections_is_named(small_raw: Raw, tmp_path: Path) -> None:
    topics = small_raw["sections"]["Closing"]["topics"]
    topics["landings"] = topics.pop("rebuilding")
    file = tmp_path / "base.json"
    file.write_text(json.dumps(small_raw), encoding="utf-8")
    assert [problem.rule for problem in problems(load(file))] == ["topics-told-apart"]


def test_contents_that_do_not_match_the_sections_are_named(small_raw: Raw, tmp_path: Path) -> None:
    small_raw["document"]["contents"][2]["included"] = True
    file = tmp_path / "base.json"
    file.write_text(json.dumps(small_raw), encoding="utf-8")
    assert [problem.place for problem in problems(load(file))] == ["document.contents.III"]


def test_rewriting_restores_the_canonical_form_and_loses_nothing(
    small_raw: Raw, tmp_path: Path, small_path: Path
) -> None:
    fact = small_raw["sections"]["I"]["topics"]["ship-calls"]["facts"]["calls"]
    reordered = dict(reversed(fact.items()))
    small_raw["sections"]["I"]["topics"]["ship-calls"]["facts"]["calls"] = reordered
    file = tmp_path / "base.json"
    file.write_text(json.dumps(small_raw, indent=4), encoding="utf-8")
    assert [problem.rule for problem in form_problems(file)] == ["canonical-form"]
    rewrite(file)
    assert file.read_bytes() == small_path.read_bytes()


def test_the_canonical_form_is_its_own(small_raw: Raw) -> None:
    assert canonical(json.loads(canonical(small_raw))) == canonical(small_raw)


def test_an_alias_of_nearly_all_facts_is_told(small_raw: Raw, tmp_path: Path) -> None:
    for section in small_raw["sections"].values():
        for topic in section["topics"].values():
            for number, fact in enumerate(list(topic["facts"].values())):
                fact["aliases"] = ["norwegians"]
                topic["facts"][f"copy-{number}"] = fact | {"statement": "Said again"}
    path = tmp_path / "base.json"
    path.write_text(canonical(small_raw), encoding="utf-8")
    assert "aliases-of-few" in {problem.rule for problem in problems(load(path))}
