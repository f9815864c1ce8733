"""What people type finds the fact they mean: a table a feature, over an invented base."""

from collections.abc import Callable

import pytest

from wp.errors import UsageError
from wp.library.packed import pack, unpack
from wp.model import Base, Document, Fact, Figure, Period, Section, Topic
from wp.search import Answer
from wp.search.engine import nearest_topics, search
from wp.search.index import build_index, index_parts
from wp.search.index_layout import Index
from wp.search.query import MAX_CHARACTERS, MAX_WORDS

Find = Callable[..., list[str]]


def _fact(
    id_: str,
    quote: str,
    *,
    aliases: tuple[str, ...] = (),
    figures: tuple[Figure, ...] = (),
    dates: tuple[Period, ...] = (),
) -> Fact:
    section, topic, _ = id_.split(".")
    return Fact(
        id_, "norland", section, topic, quote.rstrip("."), quote, 1, 0, len(quote), "", aliases,
        figures, dates,
    )  # fmt: skip


_FACTS = (
    _fact(
        "I.ships.calls",
        "From 2010 to March 2019, 4,500 ships called at Port Asterholm every year.",
        aliases=("vessels", "arrivals"),
        figures=(Figure("4,500 ships", 4500, "ships", "ships calling a year"),),
        dates=(Period("From 2010 to March 2019", "2010", "2019-03"),),
    ),
    _fact(
        "I.ships.registered",
        "In 2018 Norland registered 89 million tons of cargo.",
        figures=(Figure("89 million tons", 89_000_000, "tons", "cargo registered"),),
        dates=(Period("In 2018", "2018", "2018"),),
    ),
    _fact(
        "I.ships.pilots",
        "Pilots guide every tanker through the skerries off Asterholm.",
        aliases=("steersmen", "navigators"),
    ),
    _fact(
        "I.dredging.act",
        "The Harbor Dredging Act organizes the deepening of fairways and their labor rules.",
        aliases=("law on digging out channels",),
    ),
    _fact(
        "I.dredging.cost",
        "Fees of RMB9.5 billion paid for ten dredgers.",
        figures=(
            Figure("RMB9.5 billion", 9_500_000_000, "RMB", "fees paid"),
            Figure("ten dredgers", 10, "dredgers", "dredgers paid for"),
        ),
    ),
    _fact(
        "II.catch.herring",
        "The herring catch rose by 92.9 percent after sixty thousand nets were mended.",
        aliases=("TSW",),
        figures=(
            Figure("92.9 percent", 92.9, "percent", "rise of the herring catch"),
            Figure("sixty thousand nets", 60_000, "nets", "nets mended"),
        ),
    ),
    _fact(
        "II.catch.council",
        "The Northern Fisheries Advisory Council sets quotas with the NSA.",
        aliases=("catch limits",),
    ),
    _fact(
        "II.catch.treaty",
        "In October 2017 Norland signed the Treaty on Shared Waters for the first time.",
        aliases=("TSW",),
        dates=(Period("In October 2017", "2017-10", "2017-10"),),
    ),
    _fact(
        "II.guards.strength",
        "The coast guard has a standby crew of 8,000 sailors for counter-smuggling patrols.",
        figures=(Figure("8,000 sailors", 8000, "sailors", "sailors of the standby crew"),),
    ),
    _fact("II.guards.duty", "Sailors shall be trained in rescue before any patrol."),
    _fact("II.guards.boats", "The guard sails small boats along the coast of Norland."),
    _fact(
        "II.guards.laid-up",
        "Twelve cutters on the list of 40 were laid up at 17.5 °C until June 2016.",
        figures=(
            Figure("Twelve cutters", 12, "cutters", "cutters laid up"),
            Figure("40", 40, "cutters", "cutters on the list"),
            Figure("17.5 °C", 17.5, "degrees Celsius", "warmth of the water"),
        ),
    ),
    _fact("II.guards.lights", "Sea Net is the name of the chain of lights."),
)
_TOPICS = (
    ("I", "ships", "Ships", ("port traffic", "seaports")),
    ("I", "dredging", "Dredging", ()),
    ("II", "catch", "Fisheries", ("Norland Seafood Association", "fishing")),
    ("II", "guards", "Coast guard", ("maritime police",)),
)


@pytest.fixture(scope="module")
def base() -> Base:
    sections = tuple(
        Section(
            id_,
            f"Section {id_}",
            "",
            False,
            (),
            tuple(
                Topic(key, id_, title, aliases, tuple(f for f in _FACTS if f.topic == key))
                for section, key, title, aliases in _TOPICS
                if section == id_
            ),
        )
        for id_ in ("I", "II")
    )
    return Base(Document("norland", "Norland", "Norland", "2020", "en"), sections)


@pytest.fixture(scope="module")
def ask(base: Base) -> Callable[..., Answer]:
    # Through marshal, as the prepared form stores it: nothing but plain data may be in it.
    index = Index(unpack(pack(index_parts([base]))))
    facts = tuple(base.facts())
    return lambda query, **options: search(index, facts, query, **options)


@pytest.fixture(scope="module")
def find(ask: Callable[..., Answer]) -> Find:
    return lambda query, **options: [hit.fact.id for hit in ask(query, **options).hits]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("herring", "II.catch.herring"),
        # typing errors
        ("herrnig", "II.catch.herring"),  # letters swapped
        ("hering", "II.catch.herring"),  # a letter missing
        ("dredgging act", "I.dredging.act"),  # a letter too many
        ("skreries", "I.ships.pilots"),  # swapped, in a rare word
        ("akserries", "I.ships.pilots"),  # the first letters wrong
        ("treety", "II.catch.treaty"),  # a letter wrong
        ("advissory counsil", "II.catch.council"),  # in both words
        ("fareways", "I.dredging.act"),  # as it sounds
        ("catch nest", "II.catch.herring"),  # an English word, no sense beside the other
        ("Asterhlom tanker", "I.ships.pilots"),  # a name, another word tells which
        # other forms of the word
        ("pilot", "I.ships.pilots"),  # singular
        ("deepen fairway", "I.dredging.act"),  # verb for noun
        ("training", "II.guards.duty"),
        # British for American
        ("harbour act", "I.dredging.act"),
        ("labour", "I.dredging.act"),
        ("organisation of deepening", "I.dredging.act"),
        # together, apart, hyphened
        ("countersmuggling", "II.guards.strength"),
        ("counter-smuggling", "II.guards.strength"),
        ("counter smuggling", "II.guards.strength"),
        ("seanet", "II.guards.lights"),
        ("trainedinrescue", "II.guards.duty"),
        # aliases of facts and topics
        ("vessels", "I.ships.calls"),
        ("digging out channels", "I.dredging.act"),
        ("catch limits", "II.catch.council"),
        ("maritime police", "II.guards.strength"),
        # acronyms both ways
        ("NFAC", "II.catch.council"),  # read off a name in the quote
        ("TSW", "II.catch.treaty"),  # an alias of two: the one that spells its name
        ("nfac quotas", "II.catch.council"),  # in small letters
        ("NSANFAC", "II.catch.council"),  # two written as one
        ("Norland Ships Act", "II.catch.council"),  # the quote prints NSA
        # phrases and order
        ("shared waters", "II.catch.treaty"),
        ("small boats along the coast", "II.guards.boats"),
        ('"for the first time"', "II.catch.treaty"),
        # numbers in any form
        ("8000", "II.guards.strength"),
        ("8,000", "II.guards.strength"),
        ("8k sailors", "II.guards.strength"),
        ("8 000 sailors", "II.guards.strength"),
        ("eight thousand", "II.guards.strength"),
        ("89m", "I.ships.registered"),
        ("89 million", "I.ships.registered"),
        ("89 million tonnes", "I.ships.registered"),
        ("60k nets", "II.catch.herring"),
        ("60,000", "II.catch.herring"),
        ("10 dredgers", "I.dredging.cost"),
        ("RMB 9.5bn", "I.dredging.cost"),
        ("9.5 billion yuan", "I.dredging.cost"),
        ("¥9.5 billion", "I.dredging.cost"),  # the sign of two currencies
        ("92,9 %", "II.catch.herring"),  # a decimal comma
        ("92.9%", "II.catch.herring"),
        ("92.9 per cent", "II.catch.herring"),
        ("93 percent", "II.catch.herring"),  # rounded
        ("9.5 milliard yuan", "I.dredging.cost"),
        ("8,000-strong", "II.guards.strength"),
        ("17.5 degrees", "II.guards.laid-up"),  # of which scale is left open
        ("twelve out of forty", "II.guards.laid-up"),  # both are counted, no share is printed
        ("12 out of 40", "II.guards.laid-up"),
        # dates and ranges
        ("2018", "I.ships.registered"),
        ("October 2017", "II.catch.treaty"),
        ("mid-October 2017", "II.catch.treaty"),
        ("2016-06", "II.guards.laid-up"),  # printed in words, and no date of the fact
        ("since 2010", "I.ships.calls"),
        ("2010-2019 ships", "I.ships.calls"),
        # questions
        ("How many ships called at Asterholm?", "I.ships.calls"),
        ("who trains sailors in rescue", "II.guards.duty"),
        ("when did Norland sign the treaty", "II.catch.treaty"),
    ],
)
def test_the_fact_meant_comes_first(find: Find, query: str, first: str) -> None:
    assert find(query)[:1] == [first]


@pytest.mark.parametrize(
    "query",
    [
        "xqzzyv",
        "qwrt plmk vbnj",  # keys at random
        "tulip quotas reform",  # a near-miss: one word of three is there
        "depth of the skerries lagoon",  # likewise
        "nuclear submarines",
        "price of whale oil in 1850",
        "how many ships called in 2015",  # the number is that of ten years
        "how many ships called in 2019",  # likewise, though 2019 is printed
        "which country mended sixty thousand nets",  # none is named
        "names of the standby crew",  # none is given
        "who commands the standby crew for patrols",  # nobody does: the verb is what is asked
        "wages of the pilots in the skerries off Asterholm",  # it is the wages that are asked
        "offsets",  # English, and no "off" and "sets" without the blank
        "the",  # says nothing
        "what is it",
        "7,999,999",  # a number that no fact has
        "1492",  # likewise a year
    ],
)
def test_what_the_base_does_not_answer_gets_nothing(find: Find, query: str) -> None:
    assert find(query) == []


@pytest.mark.parametrize("query", ["", "   ", "\n\t", "?!… —", '""'])
def test_a_query_without_a_word_is_wrong_use(find: Find, query: str) -> None:
    with pytest.raises(UsageError):
        find(query)


def test_how_many_prefers_a_fact_with_a_figure(find: Find) -> None:
    assert find("sailors patrols")[0] == "II.guards.strength"
    assert find("patrol sailors trained")[0] == "II.guards.duty"
    assert find("how many sailors")[0] == "II.guards.strength"


def test_when_prefers_a_fact_with_a_date(find: Find) -> None:
    assert find("when Norland")[0] in ("I.ships.registered", "II.catch.treaty")


def test_sections_and_topics_narrow_the_search(find: Find) -> None:
    assert {id_.partition(".")[0] for id_ in find("Norland")} == {"I", "II"}
    assert {id_.partition(".")[0] for id_ in find("Norland", sections=["II"])} == {"II"}
    assert find("Norland", topics=["ships"]) == ["I.ships.registered"]
    assert find("herring", sections=["I"]) == []


def test_limit_cuts_the_list_and_nothing_else(find: Find) -> None:
    assert find("Norland", limit=1) == find("Norland")[:1]
    assert find("Norland", limit=0) == []


@pytest.mark.parametrize("query", ["herrnig", "pilot", "NFAC", "organisation", "counter smugling"])
def test_exact_takes_words_as_typed(find: Find, query: str) -> None:
    assert find(query) != []
    assert find(query, exact=True) == []


def test_exact_finds_words_as_typed_whatever_their_case(find: Find) -> None:
    assert find("HERRING catch", exact=True) == ["II.catch.herring"]


def test_quotation_marks_ask_for_the_words_side_by_side(find: Find) -> None:
    assert find("boats coast") == ["II.guards.boats"]
    assert find('"boats coast small"') == []


def test_two_things_that_no_fact_has_together_are_each_found(find: Find) -> None:
    assert sorted(find("herring and dredgers")) == ["I.dredging.cost", "II.catch.herring"]
    assert find("herring and submarines") == []  # one of the two alone is no answer
    assert find("herring and dredgers", exact=True) == []


def test_a_corrected_spelling_is_told(ask: Callable[..., Answer]) -> None:
    answer = ask("herrnig catch")
    assert answer.corrections == (("herrnig", "herring"),)
    assert [match.kind for match in answer.hits[0].matches] == ["spelling", "word"]


def test_nothing_is_told_of_words_spelt_well(ask: Callable[..., Answer]) -> None:
    assert ask("herring catches").corrections == ()


@pytest.mark.parametrize(
    ("query", "field", "kind", "marked"),
    [
        ("herring", "quote", "word", ["herring"]),
        ("pilot", "quote", "form", ["Pilots"]),
        ("herrnig", "quote", "spelling", ["herring"]),
        ("vessels", "alias", "word", []),
        ("seaports", "topic alias", "word", []),
        ("NFAC", "quote", "acronym", ["Northern Fisheries Advisory Council"]),
        ("8k", "figure", "number", ["8,000 sailors"]),
        ("93 percent", "figure", "number", ["92.9 percent"]),
        ("October 2017", "quote", "date", ["October", "2017"]),
    ],
)
def test_a_match_says_what_hit_what_and_marks_it(
    ask: Callable[..., Answer], query: str, field: str, kind: str, marked: list[str]
) -> None:
    hit = ask(query).hits[0]
    match = hit.matches[0]
    assert (match.query, match.field, match.kind) == (query, field, kind)
    assert [hit.fact.quote[start:end] for start, end in match.spans] == marked


def test_ties_stand_in_the_order_of_the_base(find: Find) -> None:
    assert find("maritime police") == [
        "II.guards.strength", "II.guards.duty", "II.guards.boats", "II.guards.laid-up",
        "II.guards.lights",
    ]  # fmt: skip


def test_rows_follow_the_order_of_several_bases(base: Base) -> None:
    other = base._replace(document=base.document._replace(id="other"))
    facts = [fact for each in (base, other) for fact in each.facts()]
    answer = search(build_index([base, other]), facts, "herring catch")
    assert [hit.fact.id for hit in answer.hits] == ["II.catch.herring"] * 2


def test_only_the_first_words_of_a_long_query_count(find: Find) -> None:
    herrings = "herring " * (MAX_CHARACTERS // 8)
    assert find(herrings) == find(herrings + "tulip " * 15_000)
    words = " ".join(f"tulip{number}" for number in range(MAX_WORDS))
    assert find(f"{words} herring") == find(words) == []


def test_nearest_topics_help_where_nothing_is_found(base: Base, find: Find) -> None:
    query = "tulip quotas reform"
    assert find(query) == []
    assert nearest_topics(build_index([base]), query, 2) == ["catch"]
    assert nearest_topics(build_index([base]), "tulip", 2) == []


def test_an_empty_base_answers_nothing() -> None:
    base = Base(Document("none", "None", "", "2020", "en"), ())
    assert search(build_index([base]), (), "herring").hits == ()


@pytest.mark.parametrize(
    ("query", "fact", "why"),
    [
        ("4.5 thousand calls", "I.ship-calls.calls", "a scale word"),
        ("4.500 calls", "I.ship-calls.calls", "a point that parts thousands"),
        ("4 500 calls", "I.ship-calls.calls", "a blank that parts thousands"),
        ("watchthe nets", "II.landings.wardens", "a blank left out before a stop word"),
    ],
)
def test_numbers_and_words_in_other_forms(
    small_base: Base, query: str, fact: str, why: str
) -> None:
    index = build_index([small_base])
    hits = search(index, tuple(small_base.facts()), query).hits
    assert hits and hits[0].fact.id == fact, why
