"""Draft facts gone over: each step changes one fact and is saved before the next."""

import json
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from waiting import joined

from wp.base.canonical import canonical
from wp.base.draft import draft_base
from wp.base.draft.source import DraftSource, read_source
from wp.base.load import load
from wp.base.review import FactPlace, Review, split_fact
from wp.base.rules import problems
from wp.errors import InputError, UsageError
from wp.files import write_text


def read_lines(text: str) -> DraftSource:
    return read_source("paper", text.encode(), "text")


TEXT = "The Fund paid 12 grants in 2016, and it lent 4 boats to towns. It hired 30 men.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "paper.facts.json"
    file.write_text(canonical(draft_base(read_lines(TEXT), "paper").raw), encoding="utf-8")
    return file


def drafts(path: Path) -> list[str]:
    return [fact.quote for fact in load(path).facts() if fact.draft]


def test_an_accepted_fact_is_no_draft_in_the_file(path: Path) -> None:
    review = Review(path)
    assert len(review.drafts()) == 2
    review.accept(review.drafts()[0])
    assert drafts(path) == ["It hired 30 men."]
    assert Review(path).drafts() == review.drafts()


def test_a_dropped_fact_is_gone_and_its_empty_topic_with_it(path: Path) -> None:
    review = Review(path)
    for place in review.drafts():
        review.drop(place)
    assert list(load(path).topics()) == []


def test_a_split_fact_gives_two_drafts_with_their_own_figures(path: Path) -> None:
    review = Review(path)
    first = review.drafts()[0]
    halves = review.split(first)
    assert review.drafts()[:2] == halves
    one, two = list(load(path).facts())[:2]
    assert (one.quote, [f.text for f in one.figures]) == (
        "The Fund paid 12 grants in 2016",
        ["12 grants"],
    )
    assert (two.quote, [f.text for f in two.figures]) == ("it lent 4 boats to towns.", ["4 boats"])
    assert two.context == one.quote
    assert [p for p in problems(load(path)) if p.rule in ("figures-printed", "dates-printed")] == []


def test_a_fact_of_one_clause_is_not_split(path: Path) -> None:
    review = Review(path)
    before = path.read_bytes()
    assert review.split(review.drafts()[1]) == []
    assert path.read_bytes() == before


def test_a_split_never_cuts_a_figure() -> None:
    fact: Any = {
        "statement": "x",
        "quote": "It reached from five and twenty percent of all the towns.",
        "figures": [{"text": "five and twenty percent of all the towns"}],
    }
    assert split_fact(fact) is None


def test_an_edit_replaces_the_fact_by_one_or_several_drafts(path: Path) -> None:
    review = Review(path)
    place = review.drafts()[1]
    (fact,) = json.loads(review.text(place)).values()
    assert "draft" not in fact
    edited = {"hired": {**fact, "statement": "The Fund hired 30 men"}, "men": fact}
    places = review.edit(place, json.dumps(edited))
    assert [place.key for place in places] == ["hired", "men"]
    assert [fact.statement for fact in load(path).facts()][1] == "The Fund hired 30 men"
    assert len(drafts(path)) == 3


BAD_EDITS = [
    ("no JSON", "{", UsageError),
    ("no object", "[1]", UsageError),
    ("no fact", "{}", UsageError),
    ("a quote the text lacks", '{"a": {"statement": "x", "quote": "not there"}}', InputError),
    ("no statement", '{"a": {"quote": "It hired 30 men."}}', InputError),
    ("a key out of form", '{"A b": {"statement": "x", "quote": "It hired 30 men."}}', InputError),
]


@pytest.mark.parametrize(
    ("text", "error"), [case[1:] for case in BAD_EDITS], ids=[case[0] for case in BAD_EDITS]
)
def test_an_edit_that_would_not_load_changes_nothing(
    path: Path, text: str, error: type[Exception]
) -> None:
    review = Review(path)
    before = path.read_bytes()
    with pytest.raises(error):
        review.edit(review.drafts()[1], text)
    assert path.read_bytes() == before
    review.accept(review.drafts()[1])


def test_an_edit_does_not_take_the_key_of_another_fact(path: Path) -> None:
    review = Review(path)
    one, two = review.drafts()
    text = review.text(two).replace(two.key, one.key)
    with pytest.raises(UsageError, match="already"):
        review.edit(two, text)


def test_another_programs_change_is_not_written_over(path: Path) -> None:
    review = Review(path)
    other = Review(path)
    other.accept(other.drafts()[0])
    with pytest.raises(InputError, match="changed by another program"):
        review.drop(review.drafts()[0])
    assert len(list(load(path).facts())) == 2


def test_two_reviews_at_once_lose_no_step(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slowly(path: Path, text: str) -> None:
        time.sleep(0.05)  # between comparing and writing, where the other one would write
        write_text(path, text)

    monkeypatch.setattr("wp.base.review.write_text", slowly)
    reviews = [Review(path), Review(path)]
    saved: list[str] = []

    def accept(review: Review, place: FactPlace) -> None:
        quote = review.fact(place)["quote"]
        try:
            review.accept(place)
        except InputError as error:
            assert "changed by another program" in str(error)
        else:
            saved.append(quote)

    threads = [
        threading.Thread(target=accept, args=(review, place), daemon=True)
        for review, place in zip(reviews, reviews[0].drafts(), strict=True)
    ]
    for thread in threads:
        thread.start()
    joined(threads)
    assert len(saved) == 1
    assert saved[0] not in drafts(path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"a": {"statement": "\\ud800"}}', "control character U\\+D800"),
        ('{"a": {"figures": [{"value": 1%s}]}}' % ("0" * 5_000), "too many digits"),
        ('{"a": {"figures": [{"value": NaN}]}}', "NaN is no JSON number"),
        ('{"a": {"statement": "x"}, "a": {}}', "duplicate key 'a'"),
        ("[" * 100_000, "nested too deeply"),
        ("[]", "is not a JSON object"),
        ("", "is empty"),
    ],
)
def test_a_slip_in_the_editor_is_told_and_the_review_goes_on(
    path: Path, text: str, told: str
) -> None:
    before = path.read_bytes()
    review = Review(path)
    with pytest.raises(UsageError, match=told):
        review.edit(review.drafts()[0], text)
    assert path.read_bytes() == before


def test_a_step_that_cannot_be_written_leaves_the_file_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = Review(path)
    before = path.read_bytes()

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(InputError, match="No space left"):
        review.accept(review.drafts()[0])
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_broken_rule_is_told_beside_its_fact(path: Path) -> None:
    review = Review(path)
    place = review.drafts()[1]
    text = review.text(place).replace('"value": 30', '"value": 31')
    (edited,) = review.edit(place, text)
    assert [problem.rule for problem in review.problems(edited)] == ["values-true"]
    assert review.problems(review.drafts()[0]) == []


TABLE = """# Fish

The Fund paid 12 grants in 2016. It hired 30 men in 2017, and it lent 4 boats to towns.

Table 1. Catch by year

| Year | Herring, tonnes |
|---|---|
| 2015 | 120 |
| 2016 | 140 |
| 2017 | 150 |
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "fish.facts.json"
    source = read_source("fish.md", TABLE.encode(), "markdown")
    file.write_text(canonical(draft_base(source, "fish").raw), encoding="utf-8")
    return file


def test_the_rows_of_a_table_are_of_a_kind(table: Path) -> None:
    review = Review(table)
    row = next(place for place in review.drafts() if "120" in review.fact(place)["quote"])
    kind = review.kind(row)
    assert [review.fact(place)["quote"][:4] for place in kind.places] == ["2015", "2016", "2017"]
    assert "Table 1. Catch by year" in kind.name
    review.accept(*kind.places)
    assert len(drafts(table)) == 2
    first = review.drafts()[0]
    assert review.kind(first) == ("of the topic “Text”", tuple(review.drafts()))


def test_steps_are_undone_in_turn(table: Path) -> None:
    review = Review(table)
    contents = []
    for step in (review.accept, review.split, review.drop):
        contents.append(table.read_bytes())
        step(review.drafts()[0])
    contents.append(table.read_bytes())
    review.drop(*review.kind(review.drafts()[-1]).places)
    for before in reversed(contents):
        assert review.undo()
        assert table.read_bytes() == before
    assert not review.undo()
    assert Review(table).raw == review.raw


def test_an_undone_step_does_not_write_over_another_program(table: Path) -> None:
    review = Review(table)
    review.drop(review.drafts()[0])
    table.write_bytes(table.read_bytes() + b"\n")
    with pytest.raises(InputError, match="another program"):
        review.undo()
