"""Values that a document does not print but two of its figures give, and how they are told."""

import re
from pathlib import Path

import pytest

from wp.base import builtin_path
from wp.base.canonical import checked_text
from wp.base.draft import draft_base
from wp.base.draft.source import read_source
from wp.base.load import load, read_checked
from wp.base.schema import assemble
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import NO_CONTEXT
from wp.verify.claims.judge import judge_sentence
from wp.verify.verdict import Claim

FERRIES = """# Ferry Board of Norrland: Report for 2033

## Passengers

We put the number of trips cancelled because of ice at 4,900 in 2033. In 2013 there had been 8,200.
In the harbours the mean wait was 9.2 minutes, after 9.9 minutes in 2032 and 17.4 minutes in 2013.
During the year 702 sailors left and 655 were recruited. The pier at Wend was designed for 8,500
passengers a day. In 2030 it was used by 21,700 a day. Complaints numbered 6,130. In 2,470 cases the
passenger was in the right.

Only 312 metres of new quays were built; 740 metres had been planned. The average passenger paid
29.6 crowns a trip, 2.3 crowns less than in 2032. A household with a pass paid 1,124 crowns on
average. Households without a pass paid a flat charge of 1,390 crowns. The ferries had 18
engines and 1,065 berths.

A beacon must be visible from 300 metres. Because of the birches the beacon at Skarn was visible
from 205 metres only. Pilots had lamps for 30 minutes.

## Fuel (tonnes)

| Route | 2013 | 2032 | 2033 |
|---|---:|---:|---:|
| Coast | 74.1 | 169.2 | 183.5 |
| Islands | 98.4 | 81.2 | 66.1 |
| Total | 172.5 | 250.4 | 249.6 |
"""

NOUGHTS = """# Ferry Board

## Passengers and pilots

The Coast counted 26 passengers and 0 pilots in 2033. The balance of the Islands was -3 crowns in
2032 and 0 crowns in 2033.
"""

CASES = [
    ("Ice cost 4,900 trips in 2033, 3,300 fewer than in 2013.", "supported",
     "a difference with a figure that a date singles out"),
    ("Ice cost 4,900 trips in 2033, 3,300 more than in 2013.", "unsupported", "and no other way"),
    ("The wait of 9.2 minutes was little more than half of the value of 2013.", "supported",
     "a share of another time"),
    ("The ferries lost 47 more sailors than they recruited.", "supported",
     "a difference of two figures of a sentence"),
    ("The pier at Wend was designed for 8,500 passengers a day; in 2030 it had to cope with two "
     "and a half times as many.", "supported", "a multiple with a fraction"),
    ("The pier at Wend was designed for 8,500 passengers a day; in 2030 it had to cope with three "
     "and a half times as many.", "unsupported", "which must come out"),
    ("In 2030 the pier at Wend was used by 21,700 passengers a day, two and a half times as many "
     "as it was designed for.", "supported", "the greater is so many times the other"),
    ("The pier at Wend was designed for 8,500 passengers a day, two and a half times as many as "
     "used it in 2030.", "unsupported", "and not the lesser"),
    ("Passengers were in the right in two complaints out of five.", "supported",
     "cases of what the sentence before counts"),
    ("A mere 312 metres of quays were built, 42 per cent of what had been planned.", "supported",
     "a share of the only other figure of the sentence"),
    ("A mere 312 metres of quays were built, 48 per cent of what had been planned.", "unsupported",
     "and no other share"),
    ("Passengers paid 29.6 crowns a trip, after 31.9 in 2032.", "supported",
     "the other end of a change"),
    ("Passengers paid 29.6 crowns a trip, after 32.9 in 2032.", "unsupported", "no other end"),
    ("A household without a pass pays 266 crowns more than the average one with a pass.",
     "supported", "both are named by most of their words"),
    ("The beacon at Skarn was visible from 205 metres, 95 fewer than the rules demand.",
     "supported", "what ought to be, where the sentence says so"),
    ("The pilots had lamps for half an hour.", "supported", "a part of a unit"),
    ("Pilots had lamps for three quarters of an hour.", "unsupported", "and no other part"),
    ("The Coast burnt 183.5 tonnes in 2033, 14.3 more than the year before.", "supported",
     "the column of the year before"),
    ("The Coast burnt 183.5 tonnes in 2033, 74 per cent of all fuel.", "supported",
     "the total of the column"),
    ("The Islands have cut their fuel by a third since 2013.", "supported",
     "a change in words since a year"),
    ("The Islands have cut their fuel by a fifth since 2013.", "unsupported",
     "not that since another year"),
    ("The Islands have cut their fuel by 19 per cent since 1998.", "unsupported",
     "a time of which the document tells nothing"),
    ("The Coast has cut its fuel by 60 per cent since 2013.", "unsupported",
     "what rose has not been cut"),
]  # fmt: skip
_DIGIT = re.compile(r"\d")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> ClaimIndex:
    return drafted(tmp_path_factory.mktemp("ferries") / "ferries.md", FERRIES)


@pytest.fixture(scope="module")
def paper() -> ClaimIndex:
    return ClaimIndex([load(builtin_path())])


def drafted(path: Path, document: str) -> ClaimIndex:
    path.write_text(document, encoding="utf-8")
    text = checked_text(path, draft_base(read_source(path), path.stem).raw)
    return ClaimIndex([assemble(*read_checked(path, text.encode()))])


def judged(text: str, index: ClaimIndex) -> Claim:
    claim = judge_sentence(text, index, NO_CONTEXT)
    assert claim
    return claim


@pytest.mark.parametrize(
    ("sentence", "verdict"), [case[:2] for case in CASES], ids=[case[2] for case in CASES]
)
def test_what_two_figures_give(sentence: str, verdict: str, index: ClaimIndex) -> None:
    claim = judged(sentence, index)
    assert (claim.verdict == "supported") == (verdict == "supported"), claim.figures


@pytest.mark.parametrize("sentence", [case[0] for case in CASES if case[1] == "supported"])
def test_a_changed_digit_of_what_was_worked_out_is_never_supported(
    sentence: str, index: ClaimIndex
) -> None:
    for figure in judged(sentence, index).figures:
        at = sentence.find(figure.text)
        for digit in _DIGIT.finditer(figure.text) if "derived" in figure.reason else ():
            for other in set("123456789") - {digit[0]}:
                place = at + digit.start()
                changed = sentence[:place] + other + sentence[place + 1 :]
                assert judged(changed, index).verdict != "supported", changed


@pytest.mark.parametrize(
    "sentence",
    [
        "The Coast counted 13 passengers per pilot in 2033.",
        "The balance of the Islands has fallen by a third since 2032.",
    ],
)
def test_nought_gives_no_share(sentence: str, tmp_path: Path) -> None:
    index = drafted(tmp_path / "noughts.md", NOUGHTS)
    assert judged(sentence, index).verdict != "supported"


PAPER = [
    ("For every two documents abolished about three are still in effect.", "supported",
     "a ratio told in two numbers, its noun between them"),
    ("For every two documents abolished about five are still in effect.", "unsupported",
     "another ratio"),
    ("For every two regulations still in effect about three were abolished.", "unsupported",
     "the greater number stands with what counts less"),
    ("Some three suspects were arrested for every two cases solved.", "supported",
     "the first number opens, figures of two sentences"),
    ("For every three drug-related cases solved, about two suspects were arrested.",
     "unsupported", "the other way round"),
    ("To each person at bureau level there were about seven at county level.", "supported",
     "one of them is “each”"),
    ("For each person dealt with at county level there were about seven at bureau level.",
     "unsupported", "bureau level has fewer"),
    ("To each person at bureau level there were about nine at county level.", "unsupported",
     "another ratio"),
    ("One person in fifteen in China belongs to the Communist Party.", "supported",
     "persons are of the population"),
    ("One person in five in China belongs to the Communist Party.", "unsupported",
     "another share"),
    ("Roughly one inhabitant of China in fifteen is a member of the CPC.", "supported",
     "words between the noun and its whole"),
    ("Fewer than one in a hundred of all those dealt with were at bureau level.", "supported",
     "a bound before it"),
    ("More than one in a hundred of all those dealt with were at bureau level.", "unsupported",
     "the bound leaves the share out"),
    ("Nearly four in five of the documents reviewed are still in effect.", "unsupported",
     "369 of 487 is no part of a whole"),
    ("Roughly two in five of the documents reviewed are still in effect.", "supported",
     "487 of 1,178 is"),
    ("One in three of the documents reviewed are still in effect.", "unsupported",
     "as many were declared invalid, and the words name another part"),
    ("Nearly one in two of the documents reviewed was abolished.", "unsupported",
     "487 of 1,178 are another part"),
    ("Two in three cases solved led to an arrest.", "unsupported",
     "cases are no part of the suspects"),
    ("More than four in five of the treaties on civil and commercial cases are in force.",
     "supported", "17 of 20, above the bound"),
    ("Seven times as many people were dealt with at county level as at bureau level.",
     "supported", "what is compared stands on either side of “as”"),
    ("Seven times as many people were dealt with at bureau level as at county level.",
     "contradicted", "and the other way round"),
    ("The narcotics seized weighed more than four times as much as the precursor chemicals.",
     "contradicted", "their weights are the other way round"),
    ("The precursor chemicals outweighed the narcotics by 42.5 tons.", "supported",
     "a verb compares"),
    ("The precursor chemicals outweighed the narcotics by 67.9 tons.", "unsupported",
     "what outweighs is no sum"),
    ("The precursor chemicals outweighed the narcotics by 32.5 tons.", "unsupported",
     "another difference"),
    ("The haul of precursor chemicals was 42.5 tons heavier than that of narcotics.",
     "supported", "any comparative"),
    ("The number of people dealt with at county level exceeded that at bureau level by 54,100.",
     "supported", "“exceeded … by”"),
    ("At bureau level 54,100 more people were dealt with than at county level.", "contradicted",
     "bureau level has fewer"),
    ("The suspects arrested outnumber the cases solved by 3,451.", "supported",
     "figures of two facts, told apart by their own words"),
    ("The cases solved outnumber the suspects arrested by 3,451.", "contradicted",
     "the other way round"),
    ("The documents still in effect exceed those abolished by 165.", "supported",
     "parts of one whole"),
    ("The number of texts abolished falls 47 short of that of those declared invalid.",
     "supported", "“short of” is less"),
    ("The index of public satisfaction put on 11.9 points from 2013 to 2016.", "supported",
     "“put on” is a rise"),
    ("The index of public satisfaction put on 15.9 points from 2013 to 2016.", "unsupported",
     "another change"),
    ("The index of public satisfaction shed 11.9 points from 2013 to 2016.", "contradicted",
     "it rose"),
    ("The public satisfaction index of 2016 lies nearly 12 points above that of 2013.",
     "supported", "“above”, and years as what is compared"),
    ("The public satisfaction index of 2016 lies 11.9 points below that of 2013.", "contradicted",
     "it lies above"),
    ("The seizures of narcotics and precursor chemicals add up to 67.9 tons.", "supported",
     "“up to” bounds no sum"),
    ("If one adds the narcotics to the precursor chemicals, the seizures come to 67.9 tons.",
     "supported", "what one adds up"),
    ("If one adds the narcotics to the precursor chemicals, the seizures come to 77.9 tons.",
     "unsupported", "another sum contradicts nothing"),
    ("Public satisfaction was 11.9 points higher in 2016 than in 2013.", "supported",
     "times on either side of “than”"),
    ("Public satisfaction was 11.9 points lower in 2016 than in 2013.", "contradicted",
     "the times are exchanged"),
    ("Public satisfaction was 11.9 points lower in 2013 than in 2016.", "supported",
     "the earlier one first"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "verdict"), [(case[0], case[1]) for case in PAPER], ids=[case[2] for case in PAPER]
)
def test_what_figures_of_the_paper_give(sentence: str, verdict: str, paper: ClaimIndex) -> None:
    assert judged(sentence, paper).verdict == verdict


DATES = [
    ("The bureau's survey is of 2014.", "contradicted", "a survey that is once, of another year"),
    ("The survey was carried out in 2016.", "supported", "and of its own"),
    ("The Ministry's survey is of 2014.", "unsupported", "another's survey"),
    ("Another survey was made in 2015.", "unsupported", "another survey"),
    ("The bureau's survey of wages is of 2014.", "unsupported", "of something else"),
    ("China organized the operation in 2012.", "contradicted", "an operation"),
    ("India organized the operation in 2012.", "unsupported", "another country's"),
    ("The next operation took place in 2018.", "unsupported", "another one"),
    ("The committee met in 2012.", "unsupported", "there are many committees"),
    ("The United Nations was founded in 1945.", "unsupported",
     "the source dates its anniversary's summits"),
    ("The National Bureau of Statistics was set up in 1952.", "unsupported",
     "the source dates its survey"),
    ("The Convention on the Rights of Persons with Disabilities dates from 2006.", "unsupported",
     "the source dates a report on it"),
    ("Treaties were signed in 2009.", "unsupported", "the source has them by 2016"),
    ("The Party was founded in 1912.", "contradicted", "what tells little but a founding"),
    ("Four years, nearly, lie between the Moscow speech of March 2013 and the Geneva one of January"
     " 2017.", "supported", "each month by the words before it"),
    ("Sixteen months lie between the UN summits of September 2015 and the keynote in Geneva.",
     "supported", "the place of the other end"),
    ("The keynote speech of September 2015 was given in Geneva.", "unsupported",
     "no stretch of time is told"),
    ("The speech of March 2013 was given in Geneva.", "unsupported", "nor here"),
    ("The speech of January 2017 was given in Moscow.", "contradicted",
     "a neighbour's place is none of its own"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "verdict"), [(case[0], case[1]) for case in DATES], ids=[case[2] for case in DATES]
)
def test_dates_told_by_a_noun(sentence: str, verdict: str, paper: ClaimIndex) -> None:
    assert judged(sentence, paper).verdict == verdict


TIMES = [
    ("It took China less than four years to fetch back 3,453 fugitives.", "supported",
     "the time of a figure told beside it"),
    ("In less than four years, up to August 2017, over 60,000 Party officials were held"
     " accountable.", "supported", "its end told too"),
    ("In less than three years China brought back 3,453 fugitives from abroad.", "unsupported",
     "the bound leaves three out"),
    ("It took China more than six years to bring back 3,453 fugitives.", "unsupported",
     "another time"),
    ("Within 27 years 36,000 Chinese peacekeeping personnel were sent abroad.", "supported",
     "from 1990 to August 2017"),
    ("Within 17 years 36,000 Chinese peacekeeping personnel were sent abroad.", "unsupported",
     "another number of years"),
    ("The summits of September 2015 celebrated 70 years of the United Nations.", "supported",
     "the 70th anniversary"),
    ("The summits of September 2015 celebrated 80 years of the United Nations.", "unsupported",
     "another number of years"),
    ("He expanded on the vision in September 2015, when the UN had been around for 70 years.",
     "supported", "its age"),
    ("The Party celebrated 70 years of its existence.", "unsupported", "another one's age"),
    ("The United Nations have existed for 100 years.", "unsupported", "that is the Party's"),
    ("The PRC will be a hundred years old in 2049.", "supported", "its centenary"),
    ("The PRC will be a hundred years old in 2059.", "unsupported", "in another year"),
    ("China has been in the UN for 70 years.", "unsupported", "no age"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "verdict"), [(case[0], case[1]) for case in TIMES], ids=[case[2] for case in TIMES]
)
def test_how_long_something_took_or_is(sentence: str, verdict: str, paper: ClaimIndex) -> None:
    assert judged(sentence, paper).verdict == verdict
