"""Which date of a sentence is the period of which figure."""

import pytest

from wp.base.draft.facts import find_figures
from wp.statements.clauses import Brackets

PERIODS = [
    # one date
    ("In 2016, 57 men and 12 women came.", ["In 2016", "In 2016"], "one date before both"),
    ("40 men and 12 women came in 2016.", ["in 2016", "in 2016"], "one date behind both"),
    ("It rose from 81 percent in 2013 to 92 percent in 2016.", ["in 2013", "in 2016"], "behind"),
    ("Of 90 ships boarded in 2016, 12 were kept.", ["in 2016", "in 2016"], "a part of a whole"),
    ("It hired more than 40 men in May 2010.", ["in May 2010"], "a qualifier compares nothing"),
    ("It hired 40 men.", [None], "no date"),
    ("Fourteen men died in 2029: nine at home.", ["in 2029", "in 2029"],
     "a colon behind a date with its preposition opens a list"),
    ("Some 40 votes came late, more than twice as many as in 2029.", [None, None],
     "what is compared with has the date"),
    ("The ship, built in 1998, carried 38 men.", [None], "what is told of the subject in passing"),
    ("It was 18 tons in 2024, 2 percent below that of 2023.", ["in 2024", "in 2024"],
     "what a level is compared with"),
    ("It was 9 percent fewer than in 2027, when 4,736 men died.", [None, "in 2027"],
     "what is compared with is told of by 'when'"),
    ("By the end of 2037 deaths on boats are to fall to 2,100.", ["By the end of 2037"],
     "a year before a plural noun"),
    # clauses
    ("Permits take 90 days; in 2023 they took 7 months.", [None, "in 2023"],
     "a date does not reach back over a semicolon"),
    ("In 2016, 57 men came; 12 stayed.", ["In 2016", "In 2016"],
     "one that opens the sentence reaches on"),
    ("It housed 90 men in 2018, and 12 women stayed for two years.", ["in 2018", None, None],
     "a date that has its figure does not reach over 'and'"),
    # brackets
    ("The 40 towns of the pact (signed in 1921) grew.", [None], "a bracket's date is its own"),
    ("Income was $88 million (2020/21: $91 million) and expenditure $86 million.",
     [None, "2020/21", None], "a date with a figure in its bracket"),
    ("It has 12 ships (2020) and 40 boats.", ["2020", None], "a bracket right behind a figure"),
    ("Some 62 % of sites are wet (2020: 41 %, 2021: 45 %).", [None, "2020", "2021"],
     "a date with a colon stands before its figure"),
    ("About 90 homes stand in 12 cities [figures of the 2021 census].", [None, None],
     "square brackets"),
    ("In 2016 it boarded 90 ships, 12 (13%) of them new.", ["In 2016"] * 3,
     "a date before a bracket reaches into it"),
    # instruments
    ("It served 27 notices under the Railways Act 2005.", [None], "an Act with its year"),
    ("The Land Release Act of 2 May 2019 opened 480 hectares.", [None], "an Act with its day"),
    ("The 2005 Act has 12 parts.", [None], "the year before the Act"),
    ("Under the Maritime Code (2009) 12 ships were kept.", [None], "a year in brackets"),
    ("Under resolution 64/292 of 28 July 2010, 12 States reported.", [None], "in small letters"),
    ("Under resolution 1325 (2000) 12 States reported.", [None], "the Security Council's way"),
    ("The Paris Agreement, adopted in 2015, binds 90 States.", [None], "when it was adopted"),
    ("The Declaration of Port Mary of 1871 has 12 articles.", [None], "a name that goes on"),
    ("In 2016, 12 ships were kept under the Sea Act 1990.", ["In 2016"],
     "the sentence's own date stays"),
    ("Under the Law on Charity, 12 funds closed in 2016.", ["in 2016"], "no date of the Law"),
    # comparisons
    ("1.74 billion journeys were made, compared with 388 million in 2020/21.", [None, "in 2020/21"],
     "what is compared with has the date"),
    ("By 2022, 90 hectares were wet, up from 31 in 2019.", ["By 2022", "in 2019"], "up from"),
    ("In 2025, 90 men slept rough, 12 fewer than in 2024.", ["In 2025", "In 2025"], "than"),
    ("It made 12 more visits than in 2015.", [None], "than, alone"),
    ("Exports rose 12 percent from 2015.", [None], "what a rise is reckoned from"),
    ("The fund pays 12 grants from 2015.", ["from 2015"], "no rise"),
    ("Eleven people died, the fewest since 1998.", [None], "since behind a superlative"),
    ("It lost 41 ships, the fewest since records began in 1931.", [None], "since further off"),
    ("It has kept at least 41 ships since 1998.", ["since 1998"], "'at least' is no superlative"),
    ("In 2020 it cost 12 million euros in 2015 prices.", ["In 2020"], "what prices are those of"),
    ("In 2021 it had 90 ships, compared with 80 a year earlier.", ["In 2021", None],
     "a year told by another"),
    ("In 2021 it made 12 more visits than a year earlier.", ["In 2021"], "a difference between"),
    ("In 2020, 90 ships sailed, and 12 ships in August.", ["In 2020", None], "a month of no year"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "expected"), [case[:2] for case in PERIODS], ids=[case[2] for case in PERIODS]
)
def test_the_period_of_a_figure(sentence: str, expected: list[str | None]) -> None:
    figures = find_figures(sentence).figures
    assert [f.get("period", {}).get("text") for f in figures] == expected


def test_the_date_of_an_instrument_is_a_date_of_the_sentence() -> None:
    found = find_figures("It served 27 notices under the Railways Act 2005.")
    assert [one["text"] for one in found.dates] == ["2005"]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("a (b) c", [None, None, None, (2, 4), (2, 4), None, None]),
        ("(a[b)", [None, None, None, None, None]),  # crossed brackets are none
        ("1) a", [None, None, None, None]),  # a list mark
    ],
)
def test_brackets_around_an_offset(text: str, spans: list[tuple[int, int] | None]) -> None:
    brackets = Brackets(text)
    assert [brackets.around(at) for at in range(len(text))] == spans


@pytest.mark.parametrize("piece", ["(", "(2016)", "Act 2005 ", "than 12 in 2016 ", "1111 ", "A1 "])
def test_a_long_hostile_sentence_is_read_to_its_end(piece: str) -> None:
    find_figures(piece * (8_000 // len(piece)))
