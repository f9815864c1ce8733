"""Reported figures and dates against a small invented base."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.model import UNKNOWN_DATE, Base, Document, Fact, Figure, Period, Section, Topic
from wp.statements.agreement import compare_all, compare_periods, days_of
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import NO_CONTEXT, may_report
from wp.verify.claims.judge import judge_sentence


def fact(key: str, quote: str, *figures: Figure, dates: tuple[Period, ...] = ()) -> Fact:
    return Fact(f"I.{key}", "harbour", "I", key.partition(".")[0], quote, quote, 1, 0, 0, "",
                figures=figures, dates=dates)  # fmt: skip


IN_2016 = Period("In 2016", "2016", "2016")
SPAN = Period("From 2014 to August 2017", "2014", "2017-08")
MARCH = Period("In March 2013", "2013-03", "2013-03")
FACTS = (
    fact(
        "boats.inspected",
        "In 2016, 2,412 fishing boats were inspected, 1,120 of them repaired and 430 scrapped.",
        Figure("2,412 fishing boats", 2412, "boats", "Fishing boats inspected", period=IN_2016),
        Figure("1,120", 1120, "boats", "Inspected boats repaired", part_of="2,412"),
        Figure("430", 430, "boats", "Inspected boats scrapped", part_of="2,412"),
        dates=(IN_2016,),
    ),
    fact(
        "smuggling.arrests",
        "The patrol solved 5,318 smuggling cases and arrested 6,907 smugglers.",
        Figure("5,318 smuggling cases", 5318, "cases", "Smuggling cases solved by the patrol"),
        Figure("6,907 smugglers", 6907, "people", "Smugglers arrested by the patrol"),
    ),
    fact(
        "smuggling.tobacco",
        "From 2014 to August 2017, 38.4 tons of tobacco worth RMB2.3 billion were confiscated.",
        Figure("38.4 tons", 38.4, "tons", "Tobacco confiscated", period=SPAN),
        Figure("RMB2.3 billion", 2_300_000_000, "RMB", "Value of tobacco confiscated", period=SPAN),
    ),
    fact(
        "charter.signed",
        "In March 2013 the mayor signed the Harbour Charter at the lighthouse.",
        dates=(MARCH,),
    ),
    fact(
        "charter.anniversary",
        "More than 700 guests came to the 50th anniversary of the Pilots' Guild.",
        Figure("More than 700", 700, "people", "Guests at the anniversary of the Pilots' Guild",
               qualifier="more than"),
        Figure("50th anniversary", 50, "ordinal", "Anniversary of the Pilots' Guild"),
    ),
)  # fmt: skip
DOCUMENT = Document("harbour", "The Harbour Report", "Harbour Office", "2018-05-03", "en")
TOPICS = tuple(
    Topic(key, "I", key.title(), (), tuple(fact for fact in FACTS if fact.topic == key))
    for key in ("boats", "smuggling", "charter")
)
BASE = Base(DOCUMENT, (Section("I", "One", "", False, tuple(f.quote for f in FACTS), TOPICS),))
INDEX = ClaimIndex([BASE])


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        # the source's own figure in other words
        ("Inspectors went through 2,412 fishing boats.", "supported"),
        ("In 2016 some 2,400 fishing boats were inspected.", "supported"),
        # rounding to the printed precision, another unit's name, number words
        ("Around 38 tonnes of tobacco were confiscated.", "supported"),
        ("Tobacco worth 2.3 billion yuan was confiscated.", "supported"),
        ("Of the boats inspected, four hundred and thirty were scrapped.", "supported"),
        ("The guild kept its fiftieth anniversary.", "supported"),
        # a sum and a difference of relatives
        ("In all, 1,550 inspected boats were repaired or scrapped.", "supported"),
        ("The other 1,292 inspected boats were not repaired.", "supported"),
        # the same thing, another figure
        ("Inspectors went through 2,142 fishing boats.", "contradicted"),
        ("The patrol arrested 6,970 smugglers.", "contradicted"),
        ("Fewer than 700 guests came to the anniversary of the guild.", "contradicted"),
        # a qualifier that goes the same way is none
        ("At least 700 guests came to the anniversary of the guild.", "supported"),
        # the same figure of another thing: persons for cases, scrapped for repaired
        ("The patrol solved 6,907 smuggling cases.", "contradicted"),
        ("The patrol arrested 5,318 people.", "contradicted"),
        ("Of the inspected boats, 430 were repaired.", "contradicted"),
        # the same figure, another date or a point of a span
        ("In 2015, 2,412 fishing boats were inspected.", "contradicted"),
        ("In 2015 38.4 tons of tobacco were confiscated.", "contradicted"),
        ("From 2014 to August 2017 38.4 tons of tobacco were confiscated.", "supported"),
        # dates alone
        ("The mayor signed the Harbour Charter in March 2013.", "supported"),
        ("The mayor signed the Harbour Charter in 2013.", "supported"),
        ("The mayor signed the Harbour Charter in March 2014.", "contradicted"),
        # the document's own date
        ("The report was published on 3 May 2018.", "supported"),
        ("The Harbour Report was published in 2017.", "contradicted"),
        # the base says nothing on it
        ("Some 1,400 lorries were searched.", "unsupported"),
        ("There are 2,412 lamp posts in the town.", "unsupported"),
        ("Half of it was snuff.", "unsupported"),
        ("The lamps were lit in 1950.", "unsupported"),
        # a common word shared with a figure convicts nobody
        ("The patrol has 12 dogs.", "unsupported"),
    ],
)
def test_verdicts(sentence: str, verdict: str) -> None:
    claim = judge_sentence(sentence, INDEX)
    assert claim is not None
    assert claim.verdict == verdict, claim.reasons


@pytest.mark.parametrize(
    "sentence",
    [
        "The patrol is out at sea.",
        # "one" is an article, an ordinal that the base does not count is none of its business
        "It is one of the things that the second chapter puts first.",
        "May the charter hold.",
    ],
)
def test_no_figure_is_no_claim(sentence: str) -> None:
    assert judge_sentence(sentence, INDEX) is None


def test_a_claim_names_figures_facts_and_the_deciding_quote() -> None:
    claim = judge_sentence(
        "From 2014 to August 2017, 83.4 tons of tobacco were confiscated.", INDEX
    )
    assert claim is not None
    assert claim.verdict == "contradicted"
    assert [one.text for one in claim.figures] == ["2014 to August 2017", "83.4 tons"]
    assert claim.facts == ("I.smuggling.tobacco",)
    assert claim.source == FACTS[2].quote
    assert "38.4 tons" in claim.reasons[0]


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Of these, 430 were scrapped.", "supported"),
        ("Of these, 340 were scrapped.", "contradicted"),
    ],
)
def test_a_sentence_leans_on_the_one_before(sentence: str, verdict: str) -> None:
    first = "In 2016 2,412 fishing boats were inspected."
    context = NO_CONTEXT.after(first, judge_sentence(first, INDEX))
    claim = judge_sentence(sentence, INDEX, context)
    assert claim is not None
    assert claim.verdict == verdict


@pytest.mark.parametrize(
    ("before", "sentence", "verdict", "why"),
    [
        ("The whole fleet was inspected.", "There were 2,412 of them.", "supported",
         "nothing else has this value, and the sentence before shares a word"),
        ("The tower is old.", "There were 2,412 of them.", "unsupported", "no word is shared"),
        ("The fleet was inspected.", "The hotline took 2,412 calls.", "unsupported",
         "calls are another thing than boats"),
        ("", "In 2016, 2,412 fishing boats were inspected, four of them twice.", "unsupported",
         "a number of them is no aside"),
        ("", "In 2016, 2,412 fishing boats were inspected for these two reasons.", "supported",
         "a small number of what the base knows nothing of is an aside"),
    ],
)  # fmt: skip
def test_a_value_that_stands_alone(before: str, sentence: str, verdict: str, why: str) -> None:
    context = NO_CONTEXT.after(before, judge_sentence(before, INDEX))
    claim = judge_sentence(sentence, INDEX, context)
    assert claim is not None, why
    assert claim.verdict == verdict, (why, claim.reasons)


@pytest.mark.parametrize(
    ("before", "sentence", "verdict", "why"),
    [
        ("In 2016 2,412 boats were inspected.", "The owners had repaired 1,210.", "contradicted",
         "two digits have changed places"),
        ("In 2016 2,412 boats were inspected.", "Their owners mended 3,571 nets.", "unsupported",
         "another number, and few words"),
        ("", "The number of smugglers arrested, 5,318, shows how busy the patrol was.",
         "contradicted", "the value of another figure of the topic"),
        ("", "Some 2.3 million yuan worth of tobacco was confiscated.", "contradicted",
         "another scale"),
        ("", "Smugglers who told of others numbered 320.", "unsupported",
         "a part of them, of which the base says nothing"),
        ("", "For each boat scrapped the patrol arrested 12 smugglers.", "unsupported",
         "a ratio is no count"),
        ("", "2,412 boats were inspected, and 430 repaired.", "contradicted",
         "what goes on bare is told of what stands before"),
    ],
)  # fmt: skip
def test_another_value(before: str, sentence: str, verdict: str, why: str) -> None:
    context = NO_CONTEXT.after(before, judge_sentence(before, INDEX))
    claim = judge_sentence(sentence, INDEX, context)
    assert claim is not None, why
    assert claim.verdict == verdict, (why, claim.reasons)


def test_a_name_in_full_is_its_letters() -> None:
    quote = "The Deep Sea Fund (DSF) helps."
    dated = Period("In 1962", "1962", "1962")
    told = fact("guild.opened", "In 1962 the DSF opened its first house.", dates=(dated,))
    topic = Topic("guild", "I", "Guild", (), (told,))
    section = Section("I", "One", "", False, (quote, told.quote), (topic,))
    claim = judge_sentence(
        "The Deep Sea Fund opened a house in 1963.",
        ClaimIndex([Base(DOCUMENT, (section,))]),
    )
    assert claim is not None
    assert claim.verdict == "contradicted", claim.reasons


def test_a_reason_gives_the_beginning_of_a_drafts_clause() -> None:
    long = "Lorries that were weighed at the northern gate of the harbour while … were turned away"
    figure = Figure("2,418 lorries", 2418, "lorries", long)
    told = fact("lorries.weighed", f"{long.replace('…', '2,418 lorries')}.", figure)
    topic = Topic("lorries", "I", "Lorries", (), (told._replace(draft=True),))
    section = Section("I", "One", "", False, (told.quote,), (topic,))
    claim = judge_sentence(
        "2,481 lorries were turned away at the northern gate of the harbour.",
        ClaimIndex([Base(DOCUMENT, (section,))]),
    )
    assert claim is not None
    assert claim.reasons == (
        "2,481: the source has 2,418 lorries"
        " (Lorries that were weighed at the northern gate of the …)",
    )


def test_several_bases_name_the_document_of_a_fact() -> None:
    other = BASE._replace(document=DOCUMENT._replace(id="other"), sections=())
    claim = judge_sentence("The patrol arrested 6,907 smugglers.", ClaimIndex([BASE, other]))
    assert claim is not None
    assert claim.facts == ("harbour:I.smuggling.arrests",)


def period(start: str | None, end: str | None, text: str = "") -> Period:
    return Period(text, start, end)


@pytest.mark.parametrize(
    ("claimed", "stated", "expected"),
    [
        (period("2015", "2015"), period("2015-09", "2015-09"), "agrees"),
        # more precise than the source: it neither says so nor denies it
        (period("2015-09", "2015-09"), period("2015", "2015"), "open"),
        (period("2015", "2015"), period("2016", "2016"), "conflicts"),
        # a point within a span is another scope
        (period("2015", "2015"), period("2014", "2017"), "conflicts"),
        (period("2014", "2017"), period("2014", "2017-08"), "agrees"),
        (period("2014", None), period("2014", "2017-08"), "agrees"),
        (period(None, "2017"), period("2014", "2017-08"), "agrees"),
        (period("2013", None), period("2014", "2017-08"), "conflicts"),
        # the source's "by 2016"
        (period("2016", "2016"), period(None, "2016"), "agrees"),
        (period("2015", "2015"), period(None, "2016"), "conflicts"),
        # "late 2023": a part of a year has what lies in it, and nothing that lies in another
        (period("2023", "2023", "late 2023"), period("2023-10", "2023-12"), "agrees"),
        (period("2023", "2023", "in early 2023"), period("2023-10", "2023-12"), "conflicts"),
        (period("2023", "2023", "late 2023"), period("2023-05", "2023-09"), "open"),
        (period("2023", "2023", "mid-2023"), period("2023", "2023"), "open"),
        (period("2023", "2023", "mid-2023"), period("2023", "2023", "late 2023"), "conflicts"),
        # a time named by an event
        (period("2015", "2015"), period(None, None), "open"),
    ],
)
def test_periods_agree_to_the_precision_of_the_claim(
    claimed: Period, stated: Period, expected: str
) -> None:
    assert compare_periods(claimed, stated) == expected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on 3 July and July 14th", {(7, 3), (7, 14)}),
        ("14 and 15 April", {(4, 14), (4, 15)}),
        # a month cut short, with its full stop and without
        ("on 20 Sep. and Jan 5", {(9, 20), (1, 5)}),
        # a longer word, an amount, a month of a year
        ("3 Marches, May 3,000 boats sail, in March 2013", set()),
    ],
)
def test_days_are_read_without_a_year(text: str, days: set[tuple[int, int]]) -> None:
    assert days_of(text) == days


def test_a_span_agrees_with_its_two_ends() -> None:
    ends = (period("2013", "2013"), period("2016", "2016"))
    assert compare_all(period("2013", "2016"), ends) == "agrees"
    assert compare_all(period("2012", "2016"), ends) == "conflicts"


@given(st.integers(1, 999_999))
def test_another_number_of_the_same_thing_is_never_supported(number: int) -> None:
    claim = judge_sentence(f"The patrol arrested {number:,} smugglers.", INDEX)
    assert claim is not None
    supported = {6907, 6907 - 5318, 6907 + 5318}
    assert (claim.verdict == "supported") <= (number in supported)


@given(st.text(max_size=60))
def test_any_text_can_be_judged(text: str) -> None:
    claim = judge_sentence(text, INDEX)
    assert claim is None or claim.figures


@pytest.mark.parametrize(
    "sentence", ["The report was published on 3 May 2018.", "It came out in 2018."]
)
def test_a_document_of_no_known_date_was_published_on_none(sentence: str) -> None:
    undated = BASE._replace(document=DOCUMENT._replace(published=UNKNOWN_DATE))
    claim = judge_sentence(sentence, ClaimIndex([undated]), NO_CONTEXT)
    assert claim is None or claim.verdict == "unsupported"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Some thirty towns have one.", True),
        ("In the fortieth year it grew.", True),
        ("Twenty-one are in force.", True),
        ("It has zero of them.", True),
        ("The bicentenary was held.", True),
        # words that only end as numbers do
        ("Security in the country came with growth, zone by zone, to everyone.", False),
    ],
)
def test_a_glance_tells_whether_a_sentence_may_report(sentence: str, expected: bool) -> None:
    assert may_report(sentence) is expected
