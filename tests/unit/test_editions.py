"""What differs between two editions of the invented document."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wp.base.load import load
from wp.editions import Difference, differences
from wp.model import Base

Raw = dict[str, Any]
Load = Callable[[Raw], Base]


@pytest.fixture
def edition(tmp_path: Path) -> Load:
    """Load raw data as a base."""

    def make(raw: Raw) -> Base:
        path = tmp_path / "edition.json"
        path.write_text(json.dumps(raw), encoding="utf-8")
        return load(path)

    return make


def _told(found: list[Difference], kind: str) -> list[tuple[str, str]]:
    return [(one.change, one.id) for one in found if one.kind == kind]


def _facts(raw: Raw, section: str, topic: str) -> Raw:
    facts: Raw = raw["sections"][section]["topics"][topic]["facts"]
    return facts


def _reword(raw: Raw, section: str, old: str, new: str) -> None:
    """Change words of a section's text, and of the facts that quote them."""
    text = json.dumps(raw["sections"][section])
    assert old in text
    raw["sections"][section] = json.loads(text.replace(old, new))


def test_an_edition_is_the_same_as_itself(small_base: Base) -> None:
    assert differences(small_base, small_base) == []


def test_what_is_the_curators_alone_is_not_compared(
    small_base: Base, small_raw: Raw, edition: Load
) -> None:
    small_raw["document"]["edition"] = "Second edition"
    fact = _facts(small_raw, "II", "landings")["wardens"]
    fact |= {"statement": "There are two wardens", "aliases": ["watchers"]}
    fact["figures"][0]["measures"] = "wardens who watch the nets"
    small_raw["sections"]["I"]["topics"]["ship-calls"]["title"] = "Ships"
    assert differences(small_base, edition(small_raw)) == []


def test_a_changed_figure(small_base: Base, small_raw: Raw, edition: Load) -> None:
    _reword(small_raw, "I", "more than 120", "more than 130")
    _facts(small_raw, "I", "ship-calls")["harbours"]["figures"][0]["value"] = 130
    found = differences(small_base, edition(small_raw))
    (quote,) = [one for one in found if one.kind == "quote"]
    assert (quote.change, quote.id) == ("altered", "I.ship-calls.harbours")
    assert (quote.section, quote.paragraph) == ("I", 1)
    assert quote.new == "Norland has more than 130 harbours."
    assert quote.changes == (("replace", "120", "130", "figure"),)
    (figure,) = [one for one in found if one.kind == "figure"]
    assert (figure.change, figure.old, figure.new) == ("changed", "more than 120", "more than 130")
    assert figure.old_figure and figure.new_figure
    assert (figure.old_figure.value, figure.new_figure.value) == (120, 130)
    assert _told(found, "fact") == []
    assert _told(found, "paragraph") == [("altered", "I")]


def test_changes_go_from_the_old_words_to_the_new(
    small_base: Base, small_raw: Raw, edition: Load
) -> None:
    _reword(small_raw, "II", "Two wardens watch the nets.", "Two wardens never watch the nets.")
    (quote,) = [o for o in differences(small_base, edition(small_raw)) if o.kind == "quote"]
    assert quote.changes == (("insert", "", "never", "negation"),)
    back = [o for o in differences(edition(small_raw), small_base) if o.kind == "quote"]
    assert back[0].changes == (("delete", "never", "", "negation"),)


def test_words_that_are_gone(small_base: Base, small_raw: Raw, edition: Load) -> None:
    del small_raw["sections"]["Closing"]
    small_raw["document"]["contents"][-1]["included"] = False
    found = differences(small_base, edition(small_raw))
    assert _told(found, "quote") == [("gone", "Closing.rebuilding.rebuilt")]
    assert _told(found, "fact") == [("removed", "Closing.rebuilding.rebuilt")]
    assert _told(found, "paragraph") == [("removed", "Closing")]
    back = differences(edition(small_raw), small_base)
    assert _told(back, "quote") == []
    assert _told(back, "fact") == [("added", "Closing.rebuilding.rebuilt")]


def test_words_that_moved_to_another_section(
    small_base: Base, small_raw: Raw, edition: Load
) -> None:
    sections = small_raw["sections"]
    sections["II"]["paragraphs"] += sections["Closing"]["paragraphs"]
    sections["II"]["topics"]["rebuilding"] = sections.pop("Closing")["topics"]["rebuilding"]
    found = differences(small_base, edition(small_raw))
    (quote,) = [one for one in found if one.kind == "quote"]
    assert (quote.change, quote.section, quote.paragraph) == ("moved", "II", 2)
    (fact,) = [one for one in found if one.kind == "fact"]
    assert (fact.change, fact.new) == ("renamed", "II.rebuilding.rebuilt")


def test_other_marks_are_no_other_words(small_base: Base, small_raw: Raw, edition: Load) -> None:
    _reword(small_raw, "I", '\\"blue lane\\"', "“blue lane”")
    found = differences(small_base, edition(small_raw))
    assert _told(found, "quote") == []


def test_a_renamed_fact_keeps_its_figures(small_base: Base, small_raw: Raw, edition: Load) -> None:
    facts = _facts(small_raw, "II", "landings")
    facts["guards"] = facts.pop("wardens")
    facts["guards"]["figures"][0]["unit"] = "wardens"
    found = differences(small_base, edition(small_raw))
    assert _told(found, "fact") == [("renamed", "II.landings.wardens")]
    assert _told(found, "figure") == [("changed", "II.landings.wardens")]


def test_a_fact_whose_id_holds_the_changed_number_keeps_its_figures(
    small_base: Base, small_raw: Raw, edition: Load
) -> None:
    """As in drafts, whose ids are made of their words."""
    _reword(small_raw, "I", "more than 120", "more than 130")
    facts = _facts(small_raw, "I", "ship-calls")
    facts["more-than-130-harbours"] = facts.pop("harbours")
    facts["more-than-130-harbours"]["figures"][0]["value"] = 130
    found = differences(small_base, edition(small_raw))
    assert [(one.change, one.id, one.old, one.new) for one in found if one.kind == "figure"] == [
        ("changed", "I.ship-calls.harbours", "more than 120", "more than 130")
    ]
    assert [(one.change, one.new) for one in found if one.kind == "fact"] == [
        ("renamed", "I.ship-calls.more-than-130-harbours")
    ]


def test_a_fact_with_more_words_around_it_is_the_same_fact(
    small_base: Base, small_raw: Raw, edition: Load
) -> None:
    _reword(small_raw, "II", "Two wardens watch the nets.", "Two wardens watch the nets by night.")
    facts = _facts(small_raw, "II", "landings")
    facts["wardens-by-night"] = facts.pop("wardens")
    found = differences(small_base, edition(small_raw))
    assert _told(found, "fact") == [("renamed", "II.landings.wardens")]
    assert _told(found, "figure") == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda figures: figures.pop(1), [("removed", "1,200", None)]),
        (lambda figures: figures.reverse(), []),
        # the words are the same, so what differs is told
        (
            lambda figures: figures[2].update(value=3000),
            [("changed", "300 (value: 300)", "300 (value: 3000)")],
        ),
        (
            lambda figures: figures[2].update(
                period={"text": "2019", "start": "2019", "end": "2019"}
            ),
            [("changed", "300 (period: 2010 to 2019-03)", "300 (period: 2019 to 2019)")],
        ),
        # the curator's words
        (lambda figures: figures[2].update(measures="ferries"), []),
        (
            lambda figures: figures[2].pop("part_of"),
            [("changed", "300 (part of: 4,500)", "300 (part of: none)")],
        ),
        # its value is left to know it by
        (
            lambda figures: figures[1].update(unit="percent", measures="none of these"),
            [("changed", "1,200 (unit: ships)", "1,200 (unit: percent)")],
        ),
        (
            lambda figures: figures[1].update(
                text="300", value=301, unit="percent", measures="none of these"
            ),
            [("removed", "1,200", None), ("added", None, "300")],
        ),
    ],
    ids=[
        *("left out", "another order", "value", "period", "what it counts", "whole"),
        *("value in common", "nothing in common"),
    ],
)
def test_figures_of_one_fact_are_paired(
    small_base: Base,
    small_raw: Raw,
    edition: Load,
    change: Callable[[list[Raw]], None],
    told: list[tuple[str, str | None, str | None]],
) -> None:
    raw = copy.deepcopy(small_raw)
    change(_facts(raw, "I", "ship-calls")["calls"]["figures"])
    found = differences(small_base, edition(raw))
    assert [(one.change, one.old, one.new) for one in found] == told
