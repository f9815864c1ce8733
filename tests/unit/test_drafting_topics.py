"""Topics to find one's way by, and what no facts are drafted from."""

import pytest

from wp.base.draft import draft_base
from wp.base.draft.facts import facts_of
from wp.base.draft.source import DraftBlock, DraftSource
from wp.base.draft.topics import Proposed, joined
from wp.base.draft.wording import is_furniture, is_mechanical, is_mechanical_title


def _proposed(*topics: tuple[str, int, str]) -> list[Proposed]:
    return [
        Proposed(title, {f"f{number}": {"at": title} for number in range(count)}, by)  # type: ignore
        for title, count, by in topics
    ]


@pytest.mark.parametrize(
    ("topics", "found"),
    [
        ([("a", 0, "lead")], []),
        # a short section is one topic, called as the section is
        ([("a", 1, "lead"), ("b", 2, "lead"), ("c", 3, "lead")], [("Fish", 6)]),
        # paragraphs of a fact or two go together
        (
            [("a", 1, "lead"), ("b", 2, "lead"), ("c", 4, "lead"), ("d", 5, "lead")],
            [("a", 3), ("c", 4), ("d", 5)],
        ),
        ([("a", 7, "lead"), ("b", 1, "lead"), ("c", 5, "lead")], [("a", 8), ("c", 5)]),
        # but no topic grows without end
        ([("a", 8, "lead"), ("b", 1, "lead"), ("c", 8, "lead")], [("a", 8), ("b", 1), ("c", 8)]),
        # subheadings and tables are what readers know the document by
        ([("a", 1, "heading"), ("b", 1, "heading")], [("a", 1), ("b", 1)]),
        ([("a", 1, "lead"), ("t", 9, "table"), ("b", 1, "lead")], [("a", 1), ("t", 9), ("b", 1)]),
        # one topic by its lead sentence alone says less than the section's title
        ([("a", 9, "lead")], [("Fish", 9)]),
    ],
)
def test_topics_of_a_fact_or_two_are_joined(
    topics: list[tuple[str, int, str]], found: list[tuple[str, int]]
) -> None:
    made = joined(_proposed(*topics), "Fish")
    assert [(topic.title, len(topic.facts)) for topic in made] == found


def test_no_fact_is_lost_where_keys_are_alike() -> None:
    (topic,) = joined(_proposed(("a", 2, "lead"), ("b", 2, "lead")), "Fish")
    assert sorted(topic.facts) == ["f0", "f0-2", "f1", "f1-2"]


@pytest.mark.parametrize(
    ("text", "mechanical"),
    [
        ("FIGURE 1.", True),
        ("0.46 0.44 0.42", True),
        ("1997–2007.", True),
        ("Source: Ministry of Labour, 2005.", True),
        ("Smith, J. and Jones, A. B. (2019) Terns of the north. Bird Journal 12(3):45-67.", True),
        ("[3] Jones A. Terns and their eggs, Vol. 12, pp. 45-67.", True),
        ("Smith J. A report on terns. Port Aster, 2019.", True),
        # these state something
        ("Smith said in 2019 that 12 terns nested there.", False),
        ("Sources say that 12 ships left in 2005.", False),
        ("Debt fell 3%, as expected.", False),
        ("共有 12 艘船。", False),
    ],
)
def test_what_states_nothing(text: str, mechanical: bool) -> None:
    assert is_mechanical(text) is mechanical


@pytest.mark.parametrize(
    ("text", "furniture"),
    [
        ("Central Bank of Terns, Plaza de la Luna 1, 10100 Port Aster.", True),
        ("USD/MRP 17.42 EUR/MRP 19.88 Overnight 6.31%", True),
        ("12 Mint Lane · tel. +881 555 0119 · price: 15 florins", True),
        ("How to register (18,211 readers)", True),
        ("It had 18,211 readers.", False),
        ("Of 500 bets 355 were made by telephone.", False),
        ("We use 3 cookies.", True),
        ("The Act on cookies has 12 sections.", False),
        ("Port Aster had 12 terns, 14 gulls and 3 boats", False),
    ],
)
def test_what_stands_around_a_text(text: str, furniture: bool) -> None:
    assert is_furniture(text) is furniture
    assert not (furniture and facts_of(text, item=True))


@pytest.mark.parametrize(
    ("title", "mechanical"),
    [
        ("References", True),
        ("7. Bibliography", True),
        ("List of tables", True),
        ("CONTENTS", True),
        ("References to fish in the treaty", False),
        ("Sources of income", False),
        ("Index of prices", False),
    ],
)
def test_headings_above_what_states_nothing(title: str, mechanical: bool) -> None:
    assert is_mechanical_title(title) is mechanical


def test_references_are_text_without_facts() -> None:
    blocks = (
        DraftBlock("heading", "1. Ships", 1),
        DraftBlock("paragraph", "In 2020 it had 3 ships."),
        DraftBlock("heading", "References", 1),
        DraftBlock("paragraph", "The ministry's report of 2019 names 12 ships."),
    )
    sections = draft_base(DraftSource(blocks), "fish").raw["sections"]
    assert sections["References"]["topics"] == {}
    assert sections["References"]["paragraphs"]
    assert len(sections["1"]["topics"]) == 1
