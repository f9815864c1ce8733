"""Facts proposed from sentences, and the law that a drafted base always loads."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wp.base.canonical import checked_text
from wp.base.draft import Described, draft_base
from wp.base.draft.facts import facts_of, find_figures
from wp.base.draft.source import DraftSource, read_source
from wp.base.draft.wording import names_instrument, quotes_passage, statement_of, title_of
from wp.base.schema import slug, unique
from wp.errors import InputError
from wp.quantities.read import number_values


def read_lines(text: str) -> DraftSource:
    return read_source("paper", text.encode(), "text")


def read_page(text: str) -> DraftSource:
    return read_source("paper", text.encode(), "html")


FIGURES = [
    ("It paid 12 small grants to towns.", [("12 small grants", 12, "grants")], "noun behind"),
    ("It hired more than 60 officers.", [("more than 60 officers", 60, "people")], "persons"),
    ("It has a population of 3 million.", [("3 million", 3_000_000, "people")], "noun before"),
    (
        "Among 90 rules, 30 were kept and 60 were dropped.",
        [("90 rules", 90, "rules"), ("30", 30, "rules"), ("60", 60, "rules")],
        "a bare number takes the unit before it",
    ),
    ("It handled 300 requests every year.", [("300 requests", 300, "requests a year")], "rate"),
    ("Part-time workers numbered 812.", [("812", 812, "people")], "the noun is the subject"),
    ("The wage is 11.35 crowns an hour.", [("11.35 crowns", 11.35, "crowns an hour")], "an hour"),
    ("It costs 2,950 florins per square metre.",
     [("2,950 florins per square metre", 2950, "florins per square meter")], "of each of a unit"),
    ("It lost 5 percent.", [("5 percent", 5, "percent")], "a measure is the unit"),
    ("It is worth RMB9.5 billion.", [("RMB9.5 billion", 9_500_000_000, "RMB")], "money"),
    (
        "It is in 90 towns and ports.",
        [("90 towns and ports", 90, "towns and ports")],
        "a pair of nouns",
    ),
    ("The fourth periodic report was read.", [("fourth periodic report", 4, "ordinal")], "ordinal"),
    ("It took the first two years.", [("two years", 2, "years")], "which two is no figure"),
    ("It takes two thirds of the vote.", [("two thirds", 2 / 3, "share")], "a fraction"),
    ("It lost a third of the trade.", [("a third", 1 / 3, "share")], "no ordinal"),
    ("It meets twice a year.", [("twice a year", 2, "times a year")], "how often"),
    ("It met nine times.", [("nine times", 9, "times")], "how many times"),
    ("It takes 5-10 million tons.",
     [("5-10 million tons", 5_000_000, "tons"), ("10 million tons", 10_000_000, "tons")],
     "a range: what opens it is told in its words"),
    ("It has between 30 and 40 clerks.",
     [("between 30 and 40 clerks", 30, "clerks"), ("40 clerks", 40, "clerks")],
     "a range with its noun at the end"),
    ("It lends EUR 5 million to EUR 6 million.",
     [("EUR 5 million", 5_000_000, "EUR"), ("EUR 6 million", 6_000_000, "EUR")],
     "ends that are printed whole"),
    ("It saw 12 deaths per 100,000 people.",
     [("12 deaths", 12, "deaths per 100,000 people")], "a rate"),
    ("Fuel use fell to 210 g/kWh.", [("210 g/kWh", 210, "g/kWh")], "a unit told of another"),
    ("It made 3.5 GW and 12 Sv.", [("3.5 GW", 3.5, "gigawatts"), ("12", 12, "count")],
     "a symbol that is not known is no bare number"),
    ("It has 24 UN missions.", [("24 UN missions", 24, "missions")], "a name before the noun"),
    ("It saw 0.06 deaths per million trips.", [("0.06 deaths", 0.06, "deaths per million trips")],
     "a decimal of what is counted is no share"),
    ("It read 0.9 at the gauge.", [("0.9", 0.9, "count")], "a decimal alone is none either"),
    ("It closed 14 of the 16 ports.", [("14", 14, "ports"), ("16 ports", 16, "ports")],
     "a part is counted as its whole"),
    ("It made 90 visits and answered 96 out of 100 complaints.",
     [("90 visits", 90, "visits"), ("96", 96, "complaints"), ("100 complaints", 100, "complaints")],
     "likewise, and not as what stands before"),
    ("Half of them stayed, and 212 left.", [("Half", 0.5, "share"), ("212", 212, "count")],
     "a share is no unit for what follows"),
    ("The 96 districts lost people.", [("96 districts", 96, "districts")], "a verb ends the noun"),
    ("It has 90 books and adds 7 a year.", [("90 books", 90, "books"), ("7", 7, "books")],
     "a verb is no second noun, and how often is told of its own number"),
    ("The 96 districts reported deaths.", [("96 districts", 96, "districts")], "likewise"),
    ("The number of calls doubled to 21,300.", [("21,300", 21300, "calls")], "the number of what"),
    ("Of the ballots cast, 45 or 1.2 % were void.",
     [("45", 45, "ballots"), ("1.2 %", 1.2, "percent")], "out of what, and said again as a share"),
    ("Boats seized: 12", [("12", 12, "boats")], "a label and its number"),
    ("It added more jobs than any other: 27.", [("27", 27, "jobs")], "likewise, of more"),
    ("Arrests fell to 96.", [("96", 96, "arrests")], "the subject of what moved"),
    ("It found one violation.", [("one violation", 1, "violations")], "one of a singular"),
    ("It saw 3.2 deaths per 1,000 live births.",
     [("3.2 deaths", 3.2, "deaths per 1,000 live births")], "of what a rate is told"),
    ("It passed by a vote of 38 to 3.", [("38 to 3", 38, "votes"), ("3", 3, "votes")], "a vote"),
    ("It lends 340 million dollars.", [("340 million dollars", 340_000_000, "dollars")],
     "dollars of no country"),
    ("Train 2417 ran into passenger train 15.", [], "a number behind a vehicle is its name"),
    ("The first 14 dalers of the yearly income.", [("14 dalers", 14, "dalers")],
     "'yearly' told of another noun is no rate"),
    ("It is on 2,310 of the 6,080 kilometres.",
     [("2,310", 2310, "kilometers"), ("6,080 kilometres", 6080, "kilometers")],
     "a part of a measure"),
    ("Exports rose to 300.", [("300", 300, "count")], "but what has a value is not counted by it"),
    ("The levy was cut by a quarter with effect from May.", [("a quarter", 0.25, "share")],
     "by how much"),
    ("It has 12 boats more than a year earlier.", [("12 boats", 12, "boats")],
     "'a year earlier' is no rate"),
    ("There were 60 ships in four ports, 12 of them new.",
     [("60 ships", 60, "ships"), ("four ports", 4, "ports"), ("12", 12, "ships")],
     "of them is of the last number that is no smaller"),
    ("The quake had a magnitude of 5.8.", [("5.8", 5.8, "magnitude")], "a number of a scale"),
    ("Of those who came late, 31 were sailors.", [("31", 31, "sailors")],
     "what the number is told to be"),
    ("Of those who came late, 31 were in port.", [("31", 31, "count")], "and not where it was"),
    ("Those who sail by night number 4,100.", [("4,100", 4100, "people")], "by the verb"),
    ("Spending on ports came to 3 billion florins.", [("3 billion florins", 3e9, "florins")],
     "the noun behind a number goes before the one that it is told of"),
    ("One in five ships leaked.", [("One in five ships", 0.2, "share")], "a share in words"),
    ("Boats of 100 metres or more numbered 3,480.",
     [("100 metres or more", 100, "meters"), ("3,480", 3480, "boats")], "what has a size"),
    ("Wrecks have not been raised since; they numbered 9,240.", [("9,240", 9240, "wrecks")],
     "they are what was told of"),
    ("It met 4,300 fishermen in Vesland and 2,750 in Karth.",
     [("4,300 fishermen", 4300, "fishermen"), ("2,750", 2750, "fishermen")], "a plural in -men"),
    ("It lost 160 head of cattle and 27 red deer.",
     [("160 head of cattle", 160, "cattle"), ("27 red deer", 27, "deer")], "plurals without an s"),
    ("Some 23,000 couriers deliver meals.", [("Some 23,000 couriers", 23000, "couriers")],
     "what they deliver is not counted"),
    ("Norland had 186 ports with 730 piers; in 2013 there had been 231.",
     [("186 ports", 186, "ports"), ("730 piers", 730, "piers"), ("231", 231, "ports")],
     "what the ports have is not what there had been"),
    ("It reviewed 402 of our judgments.", [("402 of our judgments", 402, "judgments")], "ours too"),
    ("It paid 90 dalers for every quarter of an hour.", [("90 dalers", 90, "dalers")],
     "'a quarter of an hour' is no hour"),
    ("It was used by 700 boats a day, of which 39 were ferries.",
     [("700 boats", 700, "boats a day"), ("39", 39, "ferries")], "of which"),
    ("There were 1,215 wrecks; ten years earlier, the number was 1,480.",
     [("1,215 wrecks", 1215, "wrecks"), ("ten years", 10, "years"), ("1,480", 1480, "wrecks")],
     "the number of a time before is not in years"),
    ("We put the number of deaths at 490 (95 percent interval: 360 to 630).",
     [("490", 490, "deaths"), ("95 percent", 95, "percent"), ("360 to 630", 360, "deaths"),
      ("630", 630, "deaths")], "the end of a range is of what its beginning is"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "expected"), [case[:2] for case in FIGURES], ids=[case[2] for case in FIGURES]
)
def test_figures_with_their_unit(sentence: str, expected: list[tuple[str, float, str]]) -> None:
    figures = find_figures(sentence).figures
    assert [(f["text"], f["value"], f["unit"]) for f in figures] == expected
    assert all(f["measures"].strip() for f in figures)


MEASURES = [
    ("Some 62 % of sites are wet (2020: 41 %).", ["sites are wet", "sites are wet 2020: …"],
     "a bracket ends what is measured, and what stands in it is told by what stands before"),
    ("It gave a rise of 27,500 (0.8%) on the year.", ["It gave a rise of …", "It gave a rise …"],
     "brackets in the middle"),
    ("It joined the second-round Review (UPR).", ["It joined the …-round Review"],
     "brackets at the end"),
    ("About 90 homes [of the census] stand empty.", ["homes"], "square brackets"),
    ("Pairs rose from 87 to 143 between 2018 and 2022.",
     ["Pairs rose … between 2018 and 2022", "Pairs rose to … between 2018 and 2022"],
     "an 'and' between two years"),
    ("The gap between the pay of women and men was 11.4%.",
     ["The gap between the pay of women and men was …"], "likewise between two things"),
    ("Core inflation, which leaves out food, stood at 3.9 percent.",
     ["Core inflation, which leaves out food, stood at …"],
     "the subject, where the clause around the number lacks it"),
    ("Annual inflation declined to 4.4 percent in May, from 4.7 percent in April.",
     ["Annual inflation declined to … in May", "Annual inflation declined in May, from … in April"],
     "what is compared is of the clause before"),
    ("It paid 12 men and hired 40.", ["It paid … men", "It paid men and hired …"],
     "likewise a second verb"),
    ("It cost 12 tons, of which 3 were lost.", ["It cost …", "It cost, of which … were lost"],
     "a part is of what stands before"),
    ("Ferries carried 6.4 million passengers; cruise ships made 312 calls.",
     ["Ferries carried … passengers", "cruise ships made … calls"], "a semicolon parts"),
    ("Defence will cost 3 billion dalers, or 1.9 percent of national income.",
     ["Defence will cost … dalers", "Defence will cost dalers, or … of national income"],
     "said again as a share"),
    ("There were 58,700 vacancies at the end of June.", ["vacancies at the end of June"],
     "'there were' tells nothing"),
    ("There were 1,864 candidates, of whom 798 were women.",
     ["candidates", "candidates, of whom … were women"], "nor does it before a part"),
    ("There were 58 accidents; 25 people lost their lives.",
     ["accidents", "people lost their lives"], "a number may be the subject itself"),
    ("The turnover of hotels and inns is put at 387 million florins.",
     ["The turnover of hotels and inns is put at … florins"],
     "an 'and' before any verb joins two nouns"),
    ("In 2029 turnout was 69.4 %; in 2033 it was 73.0 %.",
     ["In 2029 turnout was …", "In 2029 turnout was; in 2033 it was …"], "'it' points back"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "expected"), [case[:2] for case in MEASURES], ids=[case[2] for case in MEASURES]
)
def test_what_a_figure_measures(sentence: str, expected: list[str]) -> None:
    assert [figure["measures"] for figure in find_figures(sentence).figures] == expected


PARTS = [
    ("Of the 180 seats, 81 went to women, 13 more than before.", ["", "180 seats", ""],
     "of a whole, and not what changed"),
    ("29 of the 160 contracts fell.", ["160 contracts", ""], "a part before its whole"),
    ("There were 1,864 candidates, of whom 798 were women and 90 young.",
     ["", "1,864 candidates", "1,864 candidates"], "of whom, and one more"),
    ("Some 9,300 people left; about 6,100 of them came back.", ["", "Some 9,300 people"],
     "of them, beyond a semicolon"),
    ("Fourteen died: nine at home, four at sea.", ["", "Fourteen", "Fourteen"], "a colon's list"),
    ("Of the 58 accidents, 22 were groundings, 25 collisions and 11 fires.",
     ["", "58 accidents", "58 accidents", "58 accidents"], "things that make up the whole"),
    ("It has 12 boats and 5 ships and 7 nets.", ["", "", ""], "numbers that happen to add up"),
    ("There were 60 ships in four ports, 12 of them new.", ["", "", "60 ships"],
     "12 are no part of four"),
    ("The 40 boats hold 12 tons of fish.", ["", ""], "what is of a thing is no part of a number"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "expected"), [case[:2] for case in PARTS], ids=[case[2] for case in PARTS]
)
def test_what_a_figure_is_a_part_of(sentence: str, expected: list[str]) -> None:
    assert [figure.get("part_of", "") for figure in find_figures(sentence).figures] == expected


def test_an_age_tells_apart_and_counts_nothing() -> None:
    people, first, last = find_figures("In 2030, 900 people aged 15 to 74 came.").figures
    assert (people["unit"], people["period"]["start"]) == ("people", "2030")
    assert [(age["unit"], age.get("period")) for age in (first, last)] == [("years", None)] * 2


LINE = (
    "one two five dozen half million 5 10 12.7 1,178 100,000 1/2 $ EUR tons percent per once twice "
    "threefold a third quarter of the in every out of year years men towns , - to or and between "
    "from at least second"
)


@given(st.lists(st.sampled_from(LINE.split()), max_size=12).map(" ".join))
def test_a_drafted_value_is_what_its_words_say(sentence: str) -> None:
    for figure in find_figures(sentence).figures:
        assert figure["text"] in sentence
        assert figure["value"] in number_values(figure["text"])


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("It joined the Paris Agreement.", True),
        ("It passed the Law on Charity.", True),
        ("It signed the Convention on the Rights of the Child.", True),
        ("Nothing in this Convention holds.", False),
        ("The Convention holds.", False),  # capital of the sentence's first word
        ("The law on charity holds.", False),
        ("Each Agreement of it holds.", False),
    ],
)
def test_named_instruments(sentence: str, named: bool) -> None:
    assert names_instrument(sentence) is named


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ('It said "we sail at dawn".', True),
        ("It said “we sail”.", True),
        ("他说“依法治国是基本方略”。", True),  # no white space parts its words
        ("这是“法治”。", False),
        ('The "quay" holds.', False),  # a word held at a distance is no passage
        ("The towns' and the ports' rules hold.", False),
    ],
)
def test_quoted_passages(sentence: str, quoted: bool) -> None:
    assert quotes_passage(sentence) is quoted


def test_a_sentence_without_anything_to_check_is_no_fact() -> None:
    assert facts_of("The coast is long. The towns are proud.") == []


def test_a_fact_is_a_draft_with_the_sentence_before_it_where_it_points_back() -> None:
    (fact,) = facts_of("The Fund sat in Graywick. It paid 12 grants in 2016.")
    assert fact["draft"] is True
    assert fact["quote"] == "It paid 12 grants in 2016."
    assert fact["context"] == "The Fund sat in Graywick."
    assert fact["dates"] == [{"text": "in 2016", "start": "2016", "end": "2016"}]


def test_of_these_is_counted_as_the_sentence_before_counts() -> None:
    *_, fact = facts_of("We drove with 12 drivers. Nine of them saw it.")
    assert (fact["figures"][0]["unit"], fact["context"]) == ("drivers", "We drove with 12 drivers.")


LEANING = [
    ("In 2036 it takes in 48 billion dalers. That leaves a surplus of 300 million.", "dalers",
     "in 2036", "what a sum leaves"),
    ("The Commission saw 1,120 objects. Thirty-seven were returned.", "objects", None,
     "a number that stands alone as the subject"),
    ("An author may get 40,000 marks a year. Fourteen reached this limit.", "count", None,
     "which is no rate"),
    ("We gave 94 tips. The Ministry took 71 of them.", "tips", None, "of them"),
    ("They cut 9 million trees. There are 1.3 million of them left.", "trees", None,
     "of them, by a scale"),
    ("Vacant dwellings number 148,000. About 61,000 of them are in the north.", "dwellings", None,
     "what was counted stood before its number"),
    ("The State will spend 4.8 billion florins. Of this, 2.9 billion is for loans.", "florins",
     None, "of an amount"),
    ("The Act of 2027 foresees 12 grants. The Court saw 48.", "count", None, "no leaning"),
    ("Deaths were 12 percent up at 93 drownings. In 2013 there had been 82.", "drownings", None,
     "there had been"),
    ("The line cost 410 million livres. In 2024 the cost had been put at 265 million.", "count",
     None, "what was planned is no cost"),
    ("We served 900 lunches. In 2032/33, 61.4 million of them were free.", "lunches", None,
     "a year before the number is no number of things"),
    ("School lunches are free. In 2032/33, 61.4 million of them were served.", "lunches", None,
     "what is counted is the subject of the sentence before"),
    ("It sank in 2030. In 2033, 14 of them were raised.", "count", None, "no plural before"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "unit", "period"), [case[:3] for case in LEANING], ids=[case[3] for case in LEANING]
)
def test_what_a_sentence_has_from_the_one_before(text: str, unit: str, period: str | None) -> None:
    figure = facts_of(text)[-1]["figures"][0]
    assert figure["unit"] == unit
    assert figure.get("context_period", {}).get("text", "").lower() == (period or "")


def test_an_item_is_quoted_without_its_mark_and_its_and() -> None:
    (fact,) = facts_of("(b) paying 12 towns, and", item=True, lead="It provides for:")
    assert (fact["quote"], fact["context"]) == ("paying 12 towns", "It provides for:")


def test_a_bracketed_note_of_whole_sentences_gives_facts_of_its_own() -> None:
    text = "The Goals [ The Goals were set in 1921. There are two goals of it.] bind 40 towns."
    facts = facts_of(text)
    assert [fact["quote"] for fact in facts] == [
        text,
        "The Goals were set in 1921.",
        "There are two goals of it.",
    ]
    assert [figure["text"] for figure in facts[0]["figures"]] == ["40 towns"]
    assert "dates" not in facts[0]


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("In addition, it paid.", "It paid"),
        ("We paid 12 towns.", "The document states: We paid 12 towns"),
        ("It paid [ a note ] 12 towns.", "It paid 12 towns"),
    ],
)
def test_statements(sentence: str, statement: str) -> None:
    assert statement_of(sentence) == statement


def test_a_long_sentence_is_cut_at_a_clause_and_a_title_at_a_telling_word() -> None:
    clause = "the harbour towns of the northern coast " * 4
    assert statement_of(f"It paid {clause}, which was noted, and {clause}.").endswith("noted")
    assert title_of(f"The fund has paid for the quays of {clause}.").split()[-1] not in (
        "of",
        "the",
    )


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The Fund paid 1,200 grants to towns", "fund-paid-1200-grants"),
        ("China's Élan", "china-elan"),
        ("The of and", "the-of-and"),
        ("港口", ""),
    ],
)
def test_keys(text: str, key: str) -> None:
    assert slug(text) == key


def test_a_key_that_is_taken_gets_a_number() -> None:
    assert unique("a", {"a", "a-2"}) == "a-3"


TEXTS = st.lists(
    st.sampled_from(
        [
            "I. Ships", "Article 3", "Chapter Two", "Conclusion", "1. Nets", "THE SEA", "港口 2016",
            "It paid 12 grants to 40 towns in 2016.", "It said “we sail”; it lost 5-10 tons.",
            "(a) twelve (12) months;", "The Act provides for:", "• one, and", "", "\f", "…", "[x]",
            "In 2016 [ Note of 3 towns. It holds.] it won.", "عام 2016: 1300.", "A | 12 | 13",
        ]
    )
    | st.text(max_size=40),
    max_size=12,
)  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_whatever_is_drafted_loads_and_is_drafted_alike_again(lines: list[str]) -> None:
    for read, between in ((read_lines, "\n"), (read_page, "<p>")):
        try:
            source = read(between.join(lines))
        except (InputError, UnicodeEncodeError):
            continue  # no letter in it, or a character that no text has
        cleaned = source._replace(
            blocks=tuple(
                block._replace(text=" ".join("".join(filter(str.isprintable, block.text)).split()))
                for block in source.blocks
            )
        )
        kept = cleaned._replace(blocks=tuple(block for block in cleaned.blocks if block.text))
        if kept.blocks:
            drafted = draft_base(kept, "paper")
            assert checked_text(Path("paper.json"), drafted.raw)
            assert draft_base(kept, "paper") == drafted


def test_what_the_caller_knows_of_the_document_goes_before_what_it_says() -> None:
    source = read_lines("REPORT\n\n4 May 2020\n\nI. Ships\n\nIt has 3 ships.")
    plain = draft_base(source, "paper").raw["document"]
    assert (plain["title"], plain["published"], plain["id"]) == ("REPORT", "2020-05-04", "paper")
    known = Described("harbours", "Harbours", "The Fund", "2021", "en-GB")
    raw = draft_base(source, "paper", known)
    assert raw.raw["document"]["publisher"] == "The Fund"
    assert raw.raw["document"]["published"] == "2021"
    assert raw.warnings == ()


def test_a_text_without_a_date_says_so() -> None:
    drafted = draft_base(read_lines("It has 3 ships."), "paper")
    assert any("date of publication" in guess.told for guess in drafted.guesses)
