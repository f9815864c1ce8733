"""What a question asks for, and whether a fact gives that very thing."""

from pathlib import Path
from typing import Any

import pytest

from wp.base.canonical import checked_text
from wp.base.draft import draft_base
from wp.base.draft.source import read_source
from wp.base.load import read_checked
from wp.base.schema import assemble
from wp.model import Fact, Figure, Period
from wp.search.engine import search
from wp.search.index import build_index
from wp.search.language import alternatives, exclusions, halves, scope, undressed
from wp.search.query import asked_for, parse_query
from wp.search.question_fit import SaidByQuery, gives
from wp.search.rank import lone_word
from wp.words import stem


def _fact(quote: str = "", **fields: Any) -> Fact:
    return Fact("I.a.b", "d", "I", "a", "It states so.", quote, 1, 0, 0, "")._replace(**fields)


def _drafted(quote: str, *figures: Figure) -> Fact:
    return _fact(quote, figures=figures, draft=True)


def _passage(quote: str) -> Fact:
    return _fact(quote, topic="", statement="")


_DALERS = Figure("40 dalers", 40, "dalers", "Farms had …")
_OPEN = Figure("40", 40, "count", "Of farms, …")
_JUDGES = Figure("40 judges", 40, "people", "judges who sit in the ports")
_THEM = Figure("40", 40, "count", "them")
_COURTS = Figure("12", 12, "courts", "courts of the coast")
_THIRD = Figure("third", 3, "ordinal", "third report of the judges")
_SHARE = Figure("5 percent", 5, "percent", "judges who are women")
_IN_2020 = Period("in 2020", "2020", "2020")
_FROM_TO = Period("from 2019 to 2021", "2019", "2021")
_AT_SESSION = Period("At the Third Session", None, None)


@pytest.mark.parametrize(
    ("query", "fact", "given", "why"),
    [
        ("how many judges are there", _fact(figures=(_JUDGES,)), True, "the unit's own head"),
        ("how many judges", _fact(figures=(_COURTS,)), False, "a number of another thing"),
        ("number of judges", _fact("The judges met."), False, "no number at all"),
        ("how many judges", _fact(figures=(_THIRD,)), False, "an ordinal counts nothing"),
        (
            "how many magistrates",
            _fact(figures=(_JUDGES,), aliases=("magistrates",)),
            True,
            "alias",
        ),
        (
            "how many seats did it win",
            _fact("Rural 26", figures=(Figure("26", 26, "count", "Rural: seats"),), draft=True),
            True,
            "the head of a table",
        ),
        (
            "how many signals were passed",
            _fact(
                "2029 113",
                figures=(Figure("113", 113, "cases", "2029, cases"),),
                context="Signals passed at danger",
                draft=True,
            ),
            True,
            "the caption of a table",
        ),
        ("how many farms", _drafted("Farms had 40 dalers.", _DALERS), False, "it counts dalers"),
        ("how many farms", _drafted("Of farms, 40.", _OPEN), True, "the unit leaves open what"),
        (
            "how many farms",
            _drafted("Farms had 40 dalers, of which 3 failed.", _DALERS),
            True,
            "what the second counts is left open",
        ),
        (
            "how many farms",
            _drafted("There are 40 of them.", _THEM)._replace(context="Farms are old."),
            True,
            "what they are stands before",
        ),
        ("what percentage of judges", _fact(figures=(_SHARE,)), True, "a share"),
        ("what percentage of judges", _fact(figures=(_JUDGES,)), False, "a count is no share"),
        ("how large is the court", _fact(figures=(_COURTS,)), True, "a size"),
        ("how large is the court", _fact(figures=(_THIRD,)), False, "an ordinal is no size"),
        ("when did it open", _fact(dates=(_IN_2020,)), True, "a date"),
        ("when did it open", _fact(figures=(_JUDGES,)), False, "no date"),
        ("when did it open", _passage("It opened at 10:17."), True, "by the clock"),
        ("when did it open", _passage("It opened at 5.25 percent."), False, "no clock"),
        ("how many people sat", _fact(figures=(_JUDGES,)), True, "judges are people"),
        ("how many people sat", _fact(figures=(_COURTS,)), False, "courts are not"),
        ("how long do guests stay", _passage("They stay 3.4 nights."), True, "in nights"),
        ("how long do judges sit", _fact("They sit for six years."), True, "a length of time"),
        ("how long did it last", _fact(dates=(_FROM_TO,)), True, "a span"),
        ("how long did it last", _fact("It lasted."), False, "no length"),
        ("how long will it stay", _fact("It stays for the foreseeable future."), True, "in words"),
        ("who opened it", _fact("It was opened by Ada Holm."), True, "a name"),
        ("who runs it", _fact("the board runs it"), True, "a body"),
        ("who runs it", _fact("commissions and agencies run it"), True, "several"),
        ("who runs it", _fact("it runs well"), False, "nobody"),
        ("where was it held", _fact("It was held in the Hall of Norland."), True, "a place"),
        ("where was it held", _fact("It was held late."), False, "no place"),
        ("where was it held", _fact("It was also held there, in May."), True, "named before"),
        ("where was it held", _fact("By then there were halls."), False, "there is no place"),
        ("where is it held", _fact("It is held in the county of Norland."), True, "of a kind"),
        ("when did it open", _passage("It opened at 6.05, not late."), True, "a point in the time"),
        ("when will it open", _passage("It will open in August."), True, "a month without a year"),
        ("when may it open", _passage("It may open in time."), False, "no month"),
        ("the year when it opens", _passage("It opens."), False, "asked behind another word"),
        ("fees when it opens", _passage("It opens for fees."), True, "asks for no time"),
        ("by how much do dues rise", _passage("Dues rise by 2.5 percent."), True, "a change"),
        ("by how much do dues rise", _passage("They rise from 3 to 4."), True, "from, to"),
        ("by how much do dues rise", _passage("Dues rise."), False, "no number"),
        ("how fast was it", _passage("The train went fast."), False, "no speed"),
        ("which 16 ports are meant", _fact("16 ports were built."), False, "no name of theirs"),
        ("which country has it", _fact("The judges sit in Norway."), True, "a name"),
        ("which country has it", _fact("In May the Judges sit at home."), False, "a month only"),
        ("which countries work with Norway", _fact("We work with Norway."), False, "said already"),
        (
            "which countries work with Norway",
            _fact("Norway and Sweden work."),
            True,
            "another name",
        ),
        ("how many of the 40 judges are women", _fact(figures=(_JUDGES,)), False, "40 was said"),
        ("how many judges are women", _fact(figures=(_JUDGES,)), True, "40 was not said"),
        ("when was it adopted", _fact(dates=(_AT_SESSION,)), True, "dated by an event"),
        ("when was the Third Session", _fact(dates=(_AT_SESSION,)), False, "the event asked after"),
        ("when did it end", _fact(dates=(_IN_2020,)), False, "a date, though not of its end"),
        ("when did it end", _fact(dates=(_FROM_TO,)), True, "over what time it went"),
        ("the year it ended", _fact("It closed in 2020.", dates=(_IN_2020,)), True, "its close"),
        ("when will it end", _fact("It will close."), False, "no date of the end"),
        (
            "which countries belong to it",
            _fact("They are Norway, Sweden and Finland."),
            True,
            "names in a row",
        ),
        ("who are the members of it", _fact("Norway has a member."), False, "one name is no list"),
        ("what year does it belong to", _fact(dates=(_IN_2020,)), True, "a date, no members"),
        ("judges and courts", _fact(), True, "no question: anything will do"),
    ],
)
def test_only_what_gives_the_thing_answers(query: str, fact: Fact, given: bool, why: str) -> None:
    words = query.split()
    numbers = frozenset(int(word) for word in words if word.isdecimal())
    said = SaidByQuery(frozenset(stem(word.lower()) for word in words), numbers)
    test = gives(asked_for(query.lower().split()), said, lambda word: {stem(word)}, stem)
    assert (test is None or test(fact) > 0) == given, why


def test_how_much_money_is_told_in_a_currency() -> None:
    much = gives(
        asked_for("how much money was found".split()),
        SaidByQuery(frozenset(), frozenset()),
        set,
        stem,
    )
    assert much
    sum_ = _fact(figures=(Figure("RMB9 billion", 9_000_000_000, "RMB", "assets"),))
    assert much(sum_) > much(_fact(figures=(_COURTS,))) > much(_fact("None.")) == 0


def test_a_count_of_the_thing_itself_comes_before_others() -> None:
    said = SaidByQuery(frozenset(("farm",)), frozenset())
    count = gives(asked_for(["how", "many", "farms"]), said, lambda word: {stem(word)}, stem)
    assert count
    every = _drafted("There were 50 farms.", Figure("50 farms", 50, "farms", "farms"))
    some = _drafted("There were 40 farms with pigs.", Figure("40", 40, "farms", "farms with pigs"))
    given = [count(every), count(some), count(_drafted("Of farms, 40.", _OPEN))]
    assert given == sorted(given, reverse=True) and len(set(given)) == len(given)


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("how long did the strike last", "last"),
        ("how many people died", "people"),
        ("when did the strike of the pilots end", "end"),
        ("how many person live there", "person"),
        ("how many tons of cod did they take away", "away"),
        ("which countries belong to the league", "belong"),
        ("what year does the index belong to", "belong"),
        ("what period does the review cover", "cover"),
        ("what time span does the review come from", "span"),
    ],
)
def test_words_that_only_ask_are_not_looked_for(query: str, word: str) -> None:
    assert word not in [token.text for token in parse_query(query).words]


def test_a_cover_is_a_thing_where_no_period_is_asked_for() -> None:
    assert "cover" in [token.text for token in parse_query("when did the snow cover melt").words]


def test_a_start_is_looked_for_where_one_word_stands_beside_it() -> None:
    assert [token.text for token in parse_query("What year did the party start").words] == [
        "party",
        "start",
    ]


@pytest.mark.parametrize(
    ("query", "aspect", "why"),
    [
        ("cost of the harbour", "cost", "it is the cost that is asked"),
        ("what was the average age of judges", "age", "in a question too"),
        ("what did the pilots say", "", "no thing is named"),
        ("ports in the south of Norland", "", "the first phrase ends before"),
        ("harbour cost", "", "nothing is asked of the rest"),
    ],
)
def test_what_is_asked_of_the_rest(query: str, aspect: str, why: str) -> None:
    assert parse_query(query).aspect == aspect, why


@pytest.mark.parametrize(
    ("word", "lone", "why"),
    [
        ("music", True, "only in “face the music”"),
        ("swayed", False, "an alias of its own"),
        ("outcome", False, "printed in the quote"),
        ("nets", False, "no alias has it"),
    ],
)
def test_a_word_out_of_a_phrase_is_alone(word: str, lone: bool, why: str) -> None:
    fact = _fact("It changed the outcome.", aliases=("face the music", "swayed", "new outcome"))
    assert lone_word(fact, [stem(word)], stem) == lone, why


@pytest.mark.parametrize(
    ("text", "kept", "excluded"),
    [
        ("troops -standby", "troops", ("standby",)),
        ('troops -"standby force"', "troops", ("standby force",)),
        ("law-based state", "law-based state", ()),
        ("temperature -5", "temperature -5", ()),
        ("-standby", "-standby", ()),
        ("- standby", "- standby", ()),
    ],
)
def test_what_a_query_leaves_out(text: str, kept: str, excluded: tuple[str, ...]) -> None:
    rest, found = exclusions(text)
    assert (rest.strip(), found) == (kept, excluded)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("troops OR soldiers", ["troops", "soldiers"]),
        ("troops or soldiers", ["troops or soldiers"]),
    ],
)
def test_alternatives(text: str, parts: list[str]) -> None:
    assert alternatives(text) == parts


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("ICESCR and ICCPR", ["ICESCR", "ICCPR"]),
        ("troops and soldiers and police", []),  # three are asked together
        ('"troops and soldiers"', []),
        ("troops and soldiers -standby", []),
        ("troops and police OR soldiers", []),
        ("troops and ?", []),
    ],
)
def test_halves_of_a_query(text: str, both: list[str]) -> None:
    assert halves(text) == both


@pytest.mark.parametrize(
    ("text", "rest", "named"),
    [
        ("peace section:VI", "peace", ("VI",)),
        ('peace section:"Global Rights"', "peace", ("Global Rights",)),
        ("peace in section VI", "peace", ("VI",)),
        ("what does section 2.1 say", "what does say", ("2.1",)),
        ("section chiefs", "section chiefs", ()),
    ],
)
def test_sections_that_a_query_names(text: str, rest: str, named: tuple[str, ...]) -> None:
    kept, sections = scope(text)
    assert (" ".join(kept.split()), sections) == (rest, named)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("what does SCO stand for", "what does SCO"),
        ("according to the paper, how many", ", how many"),
        ("how many sit by this paper", "how many sit"),
        ("the paper", "the paper"),
        ("when were the boats first sent", "when were the boats sent"),
        ("when were the first boats sent", "when were the first boats sent"),
        ("when was Norland's first report", "when was Norland's first report"),
        ("standby forces", "standby forces"),
        ("What is the full name of Interpol?", "What is the Interpol?"),
        ("What is the other name of Interpol?", "What is the Interpol?"),
        ("another name for the court", "the court"),
        ("the other court", "the other court"),
        ("who is responsible for the review", "who is the review"),
        ("which body was in charge of the review", "which body was the review"),
        ("who pays the charge", "who pays the charge"),
        ("what is meant by return visits", "what is return visits"),
        ("bills discussed by the party first", "bills discussed by the party"),
        ("the first bills", "the first bills"),  # here it tells which
        ("money that came home", "money that came"),
        ("care home", "care home"),
        ("which country is home to the lights", "which country is to the lights"),
        ("what did she call the speech", "what did she the speech"),
        ("the call for peace", "the call for peace"),
    ],
)
def test_turns_of_phrase_carry_no_subject(text: str, bare: str) -> None:
    assert " ".join(undressed(text).split()) == bare


LINE = """# Ferry report

A strike of the deck hands kept the boats in port in November. It ended after 19 days with a new
contract. The Board left the fare for children as it is. It lowered the fare for bicycles to 12
crowns at its meeting in June. The harbour has three cranes, and two of them are new.
"""


@pytest.mark.parametrize(
    ("query", "answer", "why"),
    [
        ("how long did the strike of the deck hands last?", "It ended after 19 days",
         "a sentence that leans on the one before is about what that is about"),
        ("what is the fare for bicycles now?", "It lowered the fare", "'now' asks for no word"),
    ],
)  # fmt: skip
def test_a_question_to_a_draft(query: str, answer: str, why: str) -> None:
    path = Path("line.md")
    drafted = checked_text(path, draft_base(read_source(path, LINE.encode()), "line").raw)
    base = assemble(*read_checked(path, drafted.encode()))
    hits = search(build_index([base]), tuple(base.facts()), query).hits
    assert hits and hits[0].fact.quote.startswith(answer), why
