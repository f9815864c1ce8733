"""Marks of paragraphs, which are no words of a fact, and who speaks in a sentence."""

import pytest

from wp.base.draft.facts import facts_of
from wp.base.draft.sections import DraftPassage, DraftSection
from wp.base.draft.topics import groups
from wp.base.draft.wording import mark_end, statement_of

OURS = [
    ("We paid 12 towns.", True, "the document speaks"),
    ("Costs came to 4 percent of our budget.", True, "inside the sentence"),
    ("In 2019, I paid 12 towns.", True, "one person"),
    ("We paid 12 towns, “all of them”.", True, "a quotation beside it"),
    ("It lent us 12 boats.", True, "an object"),
    ("The US imported 45 ships.", False, "a country"),
    ("Costs came to US$ 3 million in 2019, i.e. 4 percent.", False, "money, an abbreviation"),
    ("Part (i) has 12 clauses.", False, "a number in brackets"),
    ("Annex I lists 12 ports and Part I 3.", False, "a Roman number"),
    ("It had 12 type I errors.", False, "a Roman number behind a small letter"),
    ("The order (S.I. 2005/1992) binds 3 ports.", False, "initials"),
    ('The Minister said: "We have restored 12 hectares."', False, "somebody is quoted"),
    ("“We shall plant 10 trees each,” said the Mayor.", False, "quoted first"),
    ('We will go on for 3 years."', False, "the end of a longer quotation"),
    ("The Minister said: “We have restored 12 hectares.", False, "the start of a longer one"),
    ("The Minister said: “" + "We have restored the coast, " * 9 + "”", False, "cut in it"),
]


@pytest.mark.parametrize(
    ("sentence", "ours"), [case[:2] for case in OURS], ids=[case[2] for case in OURS]
)
def test_only_what_the_document_says_of_itself_is_put_down_to_it(sentence: str, ours: bool) -> None:
    assert statement_of(sentence).startswith("The document states: ") is ours


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
