"""Who speaks in a sentence: the document itself, or nobody in particular."""

import pytest

from wp.base.draft.wording import statement_of

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
