"""The lists of a sentence: how many things they name, and by what nouns they are counted."""

import pytest

from wp.statements import things_of
from wp.statements.listed import listed


@pytest.mark.parametrize(
    ("sentence", "number", "noun"),
    [
        ("Ships from Norway, Iceland and Denmark took part.", 3, "countries"),
        ("In Oslo, ministers of Norway, Iceland and Denmark met.", 3, "countries"),
        ("BRICS (Brazil, Russia, India, China and South Africa) met.", 5, "countries"),
        ("The motion was tabled by the Health Board, the Audit Office and the Ports Committee.", 3,
         "organs"),
        ("The Assembly, the Council and the Court met.", 3, "bodies"),
        ("It joined the Covenant on Economic, Social and Cultural Rights, the Convention on the "
         "Rights of the Child, and the Gull Convention (also known as the Berne, Oslo and Rome "
         "one).", 3, "conventions"),
        ("Courts at municipal, regional, appellate and federal tiers were asked.", 4, "levels"),
        ("It asks for zero waste in kitchens, zero leaks in pipes and zero fees for users.", 3,
         "zeros"),
        ("The guilds heard were: the Boat Guild, the Net Guild and the Pilots' Guild.", 3,
         "guilds"),
    ],
)  # fmt: skip
def test_lists_tell_what_they_name(sentence: str, number: int, noun: str) -> None:
    found = [len(one.members) for one in listed(sentence) if things_of(noun) & one.kinds]
    assert found == [number]


@pytest.mark.parametrize(
    "sentence",
    [
        "The north had 40 farms, the south 30 farms and the west 20 farms.",
        "It hires men, women and children.",
        "They met on Monday, walked home, and slept.",
        "The Ministry of Trade, Labour and Health met.",
    ],
)
def test_what_names_nothing_by_one_noun_is_no_list(sentence: str) -> None:
    assert not [*listed(sentence)]


def test_an_open_list_is_not_whole() -> None:
    (found,) = listed("Guilds such as the Boat Guild, the Net Guild and the Pilots' Guild met.")
    assert not found.is_whole
