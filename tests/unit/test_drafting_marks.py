"""Marks of paragraphs and items: no part of a quote, an id or a topic's title."""

import pytest

from wp.base.draft.facts import facts_of
from wp.base.draft.sections import DraftPassage, DraftSection
from wp.base.draft.topics import groups
from wp.base.draft.wording import mark_end


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("2.1 One dam was built.", "One dam was built."),
        ("2.4 COVID-19 closed 14 ports.", "COVID-19 closed 14 ports."),  # a name in capitals
        ("3.1.2. US ships sailed.", "US ships sailed."),
        ("2.5 “Old” ships sailed.", "“Old” ships sailed."),
        ("12. Ships sailed.", "Ships sailed."),
        ("(iv) ships", "ships"),
        ("2.1 GW were built.", "2.1 GW were built."),  # a figure with its unit
        ("2.1 Million ships sailed.", "2.1 Million ships sailed."),
        ("2.1 ships a day sailed.", "2.1 ships a day sailed."),
        ("2017 ships sailed.", "2017 ships sailed."),
    ],
)
def test_what_a_paragraph_says_behind_its_mark(text: str, rest: str) -> None:
    assert text[mark_end(text) :] == rest


def test_a_mark_is_in_no_quote_and_no_title() -> None:
    text = "2.4 COVID-19 closed 14 of 16 ports. " + "Ships lay still for weeks on end. " * 20
    assert facts_of(text)[0]["quote"] == "COVID-19 closed 14 of 16 ports."
    passages = (DraftPassage(text), DraftPassage("2.5 Fines were paid in 88 cases."))
    assert [group.title for group in groups(DraftSection("2", "Ports", passages))] == [
        "COVID-19 closed 14 of 16 ports",
        "Fines were paid in 88 cases",
    ]
