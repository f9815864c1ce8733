"""Verdicts on quotations, held against a small invented document."""

import re
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from wp.errors import NotFoundError
from wp.library.given import source
from wp.model import Base, Document, Heading, Section
from wp.search.naming import sections_named
from wp.verify.corpus import Corpus
from wp.verify.quotation import verify_quotation
from wp.verify.verdict import CLEAN

HARBOURS = (
    'Norland has more than 120 harbors. The "blue lane" keeps ferries, tugs and tankers apart. '
    "From 2010 to mid-March 2019, 4,500 ships called at Port Aster's law-based harbor every year, "
    "including 1,200 ferries and 300 tankers, and fees of EUR2.5 million were paid. "
    "Wardens must not enter a ship without a warrant, must not open cargo, and must keep a record "
    "of every visit to the harbor. Illegal landings fell from 92.9 percent to 81 percent. "
    "The port [ A port is any place where ships can land. Piers (old ones) count.] will be rebuilt."
)
ITEMS = ("The Harbor Act provides for:", "dredging the main channel, and", "paying for the work.")
FAR = " ".join(f"word{number}" for number in range(100))
CATCH = f"The fleet landed its catch at dawn. {FAR} The wardens went home at dusk."


def base_of(*sections: tuple[str, tuple[str, ...]], document: str = "invented") -> Base:
    return Base(
        Document(
            document,
            "An Invented Paper",
            "Nobody",
            "2020-01-01",
            "en",
            contents=(Heading("III", "The Open Sea and Its Law", False, ("3.1 Nets of old",)),),
        ),
        tuple(Section(id_, f"Title of {id_}", "", False, lines, ()) for id_, lines in sections),
    )


@pytest.fixture(scope="module")
def port() -> Corpus:
    return Corpus([base_of(("I", (HARBOURS, *ITEMS)), ("II", (CATCH,)))])


CASES = [
    # verbatim: what is folded
    ("Norland has more than 120 harbors.", "verbatim", "a whole sentence"),
    ("norland has more than 120 harbors", "verbatim", "first letter, closing point"),
    ("more than 120 harbors,", "verbatim", "a comma at the end"),
    ("law-based hrabors", "missing", "a slip in more than one of few words"),
    ("every yaer", "missing", "a slip in a short word"),
    ("blue lanne", "missing", "the same"),
    ("tugs and tnakers", "altered", "two letters exchanged"),
    ("4500 ships", "altered", "a number without its comma"),
    ("4.500 ships called", "altered", "with a point for it"),
    ("9,000 ships", "missing", "another number"),
    ("ferries and tankkers", "missing", "words that do not stand beside each other"),
    ("tugs and tankersx", "missing", "another ending is no slip"),
    ("“tugs and Tankars”", "missing", "nor is another name"),
    ("“Norland has more than 120 harbors.”", "verbatim", "marks around the whole"),
    ("The ‘blue lane’ keeps ferries", "verbatim", "single curly marks inside"),
    ("“Blue lane” keeps ferries", "verbatim", "begins at an inner mark"),
    ("Port Aster’s law‑based  harbor\nevery year", "verbatim", "apostrophe, hyphen, space, line"),
    ("law-\nbased harbor", "verbatim", "a line broken after a hyphen"),
    ("provides for: dredging the main channel, and paying", "verbatim", "list items run together"),
    ("will be rebuilt. The Harbor Act provides for", "verbatim", "two paragraphs"),
    (
        "The port [A port is any place",
        "verbatim",
        "white space beside a bracket; source's own note",
    ),
    ("ships can land. Piers (old ones) count.", "verbatim", "inside the source's own note"),
    ("blue lane", "verbatim", "two words"),
    ("Title of II", "verbatim", "a heading"),
    # elided: what is marked
    ("Norland has … 120 harbors", "elided", "an omission"),
    ("ferries and ... were paid", "elided", "three points"),
    ("Wardens must [. . .] keep a record of every visit", "elided", "spaced points in brackets"),
    ("… keeps ferries, tugs and tankers apart …", "elided", "ellipses at the ends only"),
    ("[W]ardens must not enter a ship", "elided", "a bracketed letter"),
    ("[The country] has more than 120 harbors", "elided", "brackets stand for a word"),
    ("Norland [a country] has more than 120 harbors", "elided", "brackets add words"),
    ("Illegal land[ed] fell from 92.9 percent", "elided", "a bracketed ending"),
    ("The port [...] will be rebuilt.", "elided", "the source's own note left out with a mark"),
    ("must not enter a ship …, and must keep a record", "elided", "a comma after an ellipsis"),
    ("ships call[ing] at Port Aster's", "elided", "one ending for another"),
    ("[N]orland [ha]s more than", "elided", "letters put back"),
    ("ha[ve] more than 120 harbors", "elided", "a form of an irregular verb"),
    ("Wardens[1] must not enter a ship", "elided", "the mark of a note on a word"),
    # altered: what stands in brackets on a word is its inflection, or it is another word
    ("and must no[w] enter a ship without a warrant", "altered", "another word for a negation"),
    ("Wardens must no[ticeably] enter a ship", "altered", "other letters for a negation"),
    ("Wardens mus[e] not enter a ship", "altered", "an ending on a modal"),
    ("4,5[99] ships called at Port Aster", "altered", "digits in brackets"),
    ("4[6] ships called at Port Aster", "altered", "digits behind the head of a number"),
    ("4,500[9] ships called at Port Aster", "altered", "digits written onto a number"),
    ("including 1,200 ferr[ets] and 300 tankers", "altered", "a word with the same beginning"),
    ("Norland h[id] more than 120 harbors", "altered", "a stem of one letter"),
    ("The port [A harbour is any place] will be rebuilt", "altered", "the source's own bracket"),
    ("[il]legal landings fell", "elided", "letters put back at the front"),
    ("Wardens must [il]legal", "missing", "letters put in at the front"),
    # set in capitals, as headlines are
    ("NORLAND HAS MORE THAN 120 HARBORS", "verbatim", "capitals throughout"),
    ("NORLAND HAS MORE THAN 121 HARBORS", "altered", "capitals and another figure"),
    ("NORLAND HAS more THAN 120 HARBORS", "altered", "capitals in places"),
    ("NORLAND HAS", "missing", "two words in capitals"),
    ("NORLAND HAS … 120 HARBORS", "altered", "capitals and an omission"),
    # a sign is part of its number
    ("-4,500 ships called at Port Aster", "altered", "a hyphen as a sign"),
    ("−4,500 ships called at Port Aster", "altered", "a minus sign"),
    ("– 4,500 ships called at Port Aster's", "verbatim", "a dash before the quotation"),
    ("—4,500 ships called at Port Aster's", "verbatim", "a long dash is no sign"),
    ("fell from −92.9 percent to 81 percent", "altered", "a sign inside"),
    ("and fees of -EUR2.5 million", "altered", "a sign before a currency"),
    # altered: figures and their parts
    ("500 ships called at Port Aster's law-based harbor", "altered", "tail of a number"),
    ("Illegal landings fell from 92.9 percent to 8", "altered", "head of a number"),
    ("Illegal landings fell from 92 percent to 81 percent", "altered", "decimal dropped"),
    ("2.5 million were paid", "altered", "currency written onto the figure is cut off"),
    ("March 2019, 4,500 ships called", "altered", "a compound cut in two"),
    ("including 300 ferries and 1,200 tankers", "altered", "two figures change places"),
    ("legal landings fell from 92.9 percent", "altered", "part of a word"),
    # altered: words and marks
    ("Norland has 120 harbors", "altered", "qualifier dropped"),
    ("Norland has more than 120 harbours", "altered", "British spelling"),
    ("Wardens must enter a ship without a warrant", "altered", "negation dropped"),
    ("Wardens must not enter a Ship without a warrant", "altered", "case of another letter"),
    ("keeps ferries tugs and tankers apart", "altered", "inner comma dropped"),
    ("Port Aster's law based harbor every year", "altered", "a space in place of a hyphen"),
    ("The port will be rebuilt.", "altered", "the source's own note left out without a mark"),
    ("more than 120 harbors and the “blue lane” keeps ferries", "altered", "sentences joined"),
    ("Norland has more than 120 harbors [and very many other ports] today", "altered", "5 words"),
    ("300 tankers, and fees … 4,500 ships called at Port Aster", "altered", "pieces out of order"),
    ("The fleet landed its catch at dawn … wardens went home at dusk", "altered", "102 words out"),
    ("An Invented Paper", "verbatim", "the document's own title"),
    ("an invented paper", "verbatim", "its title in a sentence"),
    ("Nobody", "verbatim", "its publisher"),
    ("1 January 2020", "verbatim", "the day it was published"),
    ("January 1, 2020", "verbatim", "the same in American form"),
    ("The Open Sea and Its Law", "verbatim", "the heading of a part that is not held"),
    ("The Open Sea and the Law", "altered", "a heading with a word changed"),
    ("III. The Open Sea and Its Law", "verbatim", "a heading with the number of its part"),
    ("Section III: The open sea and its law", "verbatim", "the same as it is cited"),
    ("nets of old", "verbatim", "a heading within a part"),
    ("3.1 Nets of Old", "verbatim", "with its number"),
    ("3.2 Nets of old", "altered", "with another number"),
    ("II. The Open Sea and Its Law", "altered", "with the number of another part"),
    ("III. Open Sea and Its Law", "altered", "a word left out behind the number"),
    ("Norland has more than 120 harbors … fleet landed its catch", "altered", "two sections"),
    # missing
    ("Most captains pay no fees at all.", "missing", "other words"),
    ("every harbor is a place of hope", "missing", "the same topic"),
    ("the harbor of Port Aster", "missing", "too few words stand together"),
    ("arden", "missing", "part of a word alone"),
    ("", "missing", "nothing"),
    ("…", "missing", "nothing but a mark"),
]


@pytest.mark.parametrize(("quotation", "verdict", "why"), CASES)
def test_verdict(port: Corpus, quotation: str, verdict: str, why: str) -> None:
    assert verify_quotation(port, quotation).verdict == verdict, why


CHANGES = [
    ("Norland has 120 harbors", [("delete", "", "more than", "qualifier")]),
    ("Norland has more than 130 harbors", [("replace", "130", "120", "figure")]),
    ("From 2010 to mid-May 2019, 4,500 ships", [("replace", "May", "March", "date")]),
    ("Wardens must enter a ship without a warrant", [("delete", "", "not", "negation")]),
    ("legal landings fell from 92.9 percent", [("replace", "legal", "Illegal", "negation")]),
    ("Wardens should not enter a ship", [("replace", "should", "must", "modal")]),
    ("called at Port Bolder's law-based harbor", [("replace", "Bolder's", "Aster's", "name")]),
    ("fell from 92.9 points to 81 percent", [("replace", "points", "percent", "unit")]),
    ("Norland has more than 120 harbours", [("replace", "harbours", "harbors", "spelling")]),
    ("keep a careful record of every visit", [("insert", "careful", "", "word")]),
    ("keeps tankers, tugs and ferries apart",
     [("move", "tankers", "ferries", "word"), ("move", "ferries", "tankers", "word")]),
    ("March 2019, 4,500 ships called", [("replace", "March", "mid-March", "date")]),
    ("Aster's law based harbor", [("replace", "law based", "law-based", "spelling")]),
]  # fmt: skip


@pytest.mark.parametrize(("quotation", "changes"), CHANGES)
def test_changes_name_the_words_and_their_kind(
    port: Corpus, quotation: str, changes: list[tuple[str, str, str, str]]
) -> None:
    assert [tuple(change) for change in verify_quotation(port, quotation).changes] == changes


ENDS = [
    ("must keep a record in harbor", "must keep a record of every visit to the harbor",
     "more words than the quotation has"),
    ("From mid-March 2019, 4,500 ships", "From 2010 to mid-March 2019, 4,500 ships",
     "the first words likewise"),
    ("keeps ferries, tugs off tankers", "keeps ferries, tugs and tankers", "as many words"),
    ("Illegal landings fell in the port", "Illegal landings fell from 92.9 percent",
     "never beyond the sentence"),
    ("Wardens must not enter a tug", "Wardens must not enter a ship", "the word stands nowhere"),
]  # fmt: skip


@pytest.mark.parametrize(("quotation", "source", "why"), ENDS)
def test_the_passage_runs_on_to_the_words_that_end_the_quotation(
    port: Corpus, quotation: str, source: str, why: str
) -> None:
    verdict = verify_quotation(port, quotation)
    assert verdict.verdict == "altered"
    assert verdict.source == source, why


def test_a_negation_left_out_with_a_mark_is_warned_of(port: Corpus) -> None:
    verdict = verify_quotation(port, "Wardens must … enter a ship without a warrant")
    assert verdict.verdict == "elided"
    assert verdict.warnings == ('the omission leaves out "not"',)


def test_a_qualifier_replaced_in_brackets_is_warned_of(port: Corpus) -> None:
    verdict = verify_quotation(port, "Norland has [about] 120 harbors")
    assert verdict.verdict == "elided"
    assert 'stands for "more than"' in verdict.warnings[0]


@pytest.mark.parametrize(
    ("quotation", "replaced", "why"),
    [
        ("The nurses [of the city]", "[of the town]", "the source's own bracket stands there"),
        ("The nurses [abroad]", "[of the town]", "whatever is put there"),
        ("They were [dismissed]", "sent", "no phrase ends in an auxiliary"),
        ("They were sent to the [city]", "ward", "nor in an article"),
        ("They were sent [home]", None, "words added behind a phrase that may end there"),
        ("They left [emphasis added]", None, "the source's bracket is the mark of a note"),
        ("They left [95]", None, "which is the source's own"),
        ("They are to leave it at [sic]", None, "nothing is put in place of the end of the text"),
    ],
)
def test_a_bracket_at_the_end_is_warned_of_where_it_stands_for_other_words(
    quotation: str, replaced: str | None, why: str
) -> None:
    held = source(
        "The nurses [of the town] strike. They were sent to the ward. They left [95]. "
        "They are to leave it at"
    )
    verdict = held.verify(quotation)
    assert verdict.verdict in CLEAN
    told = [] if replaced is None else [f'stands for "{replaced}"']
    assert [one.partition(']" ')[2] for one in verdict.warnings] == told, why


PORTRULES = (
    "The officials of the harbour re-covered 8,000 deep-sea nets in 2017 for the fishing fleet. "
    "Law-based harbours recovered 10² boats."
)
DRESSED = [
    # characters that look alike, or cannot be seen
    ("oﬃcials of the harbour", "verbatim", "a ligature"),
    ("８，０００ deep-sea nets in ２０１７", "verbatim", "full-width digits"),
    ("The officials of\u200e the har\u00adbour\ufe0f", "verbatim", "hidden characters"),
    ("re-covered 8,000 deep-sea nets … for the", "elided", "the usual ellipsis"),
    ("re-covered ⋯⋯ nets", "elided", "a raised ellipsis"),
    ("re-covered ‥ nets", "elided", "two points of one glyph"),
    ("re-covered <…> nets", "elided", "angle brackets"),
    ("re-covered * * * nets", "elided", "asterisks"),
    ("re-covered [***] nets", "elided", "asterisks in brackets"),
    ("re-covered /.../ nets", "elided", "strokes, as in Sweden"),
    ("re-covered [- - -] nets", "elided", "dashes in brackets, as in Finland"),
    ("re-covered {…} nets", "elided", "braces"),
    ("re-covered 〔……〕 nets", "elided", "brackets of East Asia"),
    ("re-covered - - - nets", "altered", "dashes by themselves"),
    # hyphens at the end of a line
    ("The offi-\ncials of the har-\n  bour", "verbatim", "the printer's hyphens"),
    ("re-\ncovered 8,000 deep-\nsea nets", "verbatim", "the words' own hyphens"),
    ("harbours re-\ncovered 10² boats", "verbatim", "of two words the one that stands there"),
    ("The offi- cials of the", "verbatim", "a line end that became a space"),
    ("The offi\u00ad-\ncials of the", "verbatim", "a hidden hyphen and a plain one"),
    ("law-\nbased harbours recovered", "verbatim", "at the start"),
    ("The off-\ncials of the harbour re-covered 8,000", "altered", "another word"),
    ("8,-\n000 deep-sea nets", "altered", "no hyphen parts a number"),
    # note marks
    ("The officials² of the harbour", "verbatim", "a raised digit behind a word"),
    ("8,000⁴ deep-sea nets", "verbatim", "behind a figure"),
    ("nets in 2017^12^ for the<sup>3</sup> fishing fleet.¹", "verbatim", "in Markdown, HTML"),
    ("recovered 10³ boats", "altered", "another power"),
    ("recovered 10 boats", "altered", "without its power"),
    ("The officials* of the harbour", "verbatim", "an asterisk"),
    # markup
    ("The **officials** of *the* harbour", "verbatim", "emphasis"),
    ("The `officials` of ==the== harbour", "verbatim", "code and what is marked"),
    ("The `captains` of the harbour", "altered", "another word as code"),
    ("> The officials of the\n> harbour", "verbatim", "lines of a block quotation"),
    ("'''The officials''' of", "verbatim", "bold in a wiki"),
    ("re-covered 8,000 deep-sea\n17\nnets in 2017 for the fishing", "verbatim", "a page number"),
    (
        "re-covered 8,000 deep-sea\n\n- 17 -\n\nnets in 2017 for the fishing",
        "verbatim",
        "a page number between empty lines",
    ),
    (
        "The officials of the harbour\nre-covered\n17\ndeep-sea nets",
        "altered",
        "a figure in a narrow column",
    ),
    ("The **captains** of the harbour", "altered", "another word in emphasis"),
]


@pytest.mark.parametrize(("quotation", "verdict", "why"), DRESSED)
def test_what_a_copy_wears_is_no_change(quotation: str, verdict: str, why: str) -> None:
    prepared = Corpus([base_of(("I", (PORTRULES,)))])
    assert verify_quotation(prepared, quotation).verdict == verdict, why


CHINESE = (
    "渔港在2017年建立了8000人的救援队伍。截至2019年8月，渔港共派出3.6万余名船员，参加24次海上救援。"
    "船长不得任意进入他人船舶，并依法保障渔民的各项权利。",
    "《渔港法》于一九九八年三百二十票通过，渔民的收入不断提高。",
)
IN_CHINESE = [
    ("建立了8000人的救援队伍", "verbatim", [], "a stretch of letters"),
    ("“建立了8000人的救援队伍，”", "verbatim", [], "marks around it, another closing point"),
    ("「渔港在2017年 建立了」", "verbatim", [], "corner brackets, a space"),
    ("渔港在２０１７年建立了", "verbatim", [], "full-width digits"),
    ("“渔港法”于一九九八年", "verbatim", [], "marks of a title"),
    ("渔港在2017年……8000人", "elided", [], "an omission"),
    ("渔港〔在2017年〕建立了", "altered", [], "no editor's bracket"),
    ("渔港（中略）建立了", "elided", ['the omission leaves out "2017"'], "an omission in words"),
    ("渔港在〔…〕建立了", "elided", ['the omission leaves out "2017"'], "in other brackets"),
    ("渔港［北港］在2017年建立了", "elided", [], "a bracket"),
    ("船长……任意进入他人船舶", "elided", ['the omission leaves out "不"'], "a negation left out"),
    ("得任意进入他人船舶", "verbatim", ['the source has "不" just before'], "a negation cut off"),
    ("提高", "verbatim", [], "the letter of a negation in another word"),
    ("建立了9000人的救援队伍", "altered", [], "a figure"),
    ("船长得任意进入他人船舶，并依法", "altered", [], "a negation"),
    ("渔港共派出3.6万名船员", "altered", [], "a bound"),
    ("6万余名船员", "altered", [], "part of a number"),
    ("3.6", "missing", [], "part of a number alone"),
    ("百二十票通过", "altered", [], "part of a number in letters"),
    ("北方的渔民每天清晨出海", "missing", [], "other words"),
]


@pytest.mark.parametrize(("quotation", "verdict", "warnings", "why"), IN_CHINESE)
def test_letters_are_words_where_no_spaces_are(
    quotation: str, verdict: str, warnings: list[str], why: str
) -> None:
    given = verify_quotation(Corpus([base_of(("I", CHINESE))]), quotation)
    assert (given.verdict, list(given.warnings)) == (verdict, warnings), why


WARNINGS = [
    ("Wardens must [. . .] enter a ship without a warrant", ['the omission leaves out "not"'],
     "negation"),
    ("Wardens … not enter a ship without a warrant", ['the omission leaves out "must"'], "modal"),
    ("From 2010 to … 2019, 4,500 ships", ['the omission leaves out "March"'], "date"),
    ("4,500 … called at Port Aster's", [], "a plain word"),
    ("including … ferries and", ['the omission leaves out "1,200"'], "figure"),
    ("ships called at … harbor every year", ['the omission leaves out "Port Aster\'s"'], "name"),
    ("Norland has more than [130] harbors",
     ['the insertion "[130]" stands for "120"'], "figure"),
    ("Norland has [fewer] than 120 harbors",
     ['the insertion "[fewer]" stands for "more"'],
     "a qualifier without its second word"),
    ("Norland has more than 120 [boats]", ['the insertion "[boats]" brings in "boats"'],
     "the unit of a figure, at an end"),
    ("Norland [refused] more than 120", ['the insertion "[refused]" stands for "has"'], "denial"),
    ("Norland [destroyed] more than 120", ['the insertion "[destroyed]" stands for "has"'], "verb"),
    ("[12] ships called at Port", ['the insertion "[12]" brings in "12"'], "a figure at an end"),
    ("Norland has more than [about] 120",
     ['the insertion "[about]" brings in "about"'], "a bound before a figure that stays"),
    ("Norland has [in theory] more than 120",
     ['the insertion "[in theory]" brings in "in theory"'], "a doubt"),
    ("[allegedly] Norland has", ['the insertion "[allegedly]" brings in "allegedly"'], "doubt"),
    ("[N]orland has more than 120 harbors", [], "a letter"),
]  # fmt: skip


@pytest.mark.parametrize(("quotation", "warnings", "why"), WARNINGS)
def test_what_marks_hide_is_named(
    port: Corpus, quotation: str, warnings: list[str], why: str
) -> None:
    verdict = verify_quotation(port, quotation)
    assert (verdict.verdict, list(verdict.warnings)) == ("elided", warnings), why


OUTSIDE = [
    ("enter a ship without a warrant", ['the source has "must not" just before'], "must not"),
    ("a ship without a warrant", ['the source has "must not" just before'], "three words before"),
    ("must not enter a ship without a warrant", [], "the negation is quoted"),
    ("must not enter a ship", ['the source goes on "without"'], "a negation behind"),
    ("120 harbors", ['the source has "more than" just before'], "a bound before a figure"),
    ("harbors", [], "a bound of a figure that is not quoted"),
    ("must keep a record", [], "a comma parts it from the negation"),
    ("Illegal landings fell", [], "begins a sentence"),
    ("ships can land", [], "the source's own note"),
    ("land", ['the source has "can" just before'], "a modal"),
    ("enter a ship … a warrant", ['the omission leaves out "without"',
     'the source has "must not" just before'], "an omission and the words before"),
    ("Fees are due", ['the source goes on "unless"'], "a condition behind"),
    ("Fees are due unless the ship is small", [], "the condition is quoted"),
    ("A pilot is needed", ['the source goes on "provided that"'], "behind a comma"),
    ("the sea is calm", ['the source has "not" just before'], "a negation of the whole"),
    ("80 tons", ['the source goes on "or more"'], "a bound behind a figure"),
    ("waive all fees", ['the source has "may" just before'], "over what stands between commas"),
    ("and keep no boat", [], "behind a comma that another word governs"),
    ("a horn", [], "a modal governs the verb before it, no thing that is named"),
    ("sound a horn", ['the source has "should" just before'], "the verb"),
    ("lower the sail", ['the source has "should" just before'], "the second verb of a row"),
    ("informed by noon", ['the source has "must" just before'], "over adverbs and auxiliaries"),
    ("fees would rise", ['the source has "denied" just before'], "a verb that denies"),
    ("the pier was safe", ['the source has "rejected" just before'], "a claim turned down"),
    ("the fire was an accident", ['the source has "ruled out" just before'], "two words"),
    ("a claim on the pier", [], "a thing turned down, not what is said of it"),
    ("approve the plan", ['the source has "yet to" just before'], "what is to come"),
    ("500 boats", ['the source has "over" just before'], "a bound by the number behind it"),
    ("90 days", ['the source has "not exceeding" just before'], "a bound in two words"),
]  # fmt: skip
CONDITIONS = (
    "Fees are due unless the ship is small. A pilot is needed, provided that the sea is not calm. "
    "A pilot does not say that the sea is calm. Cranes lift 80 tons or more. "
    "The board may, if it thinks fit, waive all fees. They must go, by day, and keep no boat. "
    "Boats should sound a horn and lower the sail. Pilots must always be informed by noon. "
    "The mayor denied that fees would rise. The court rejected the claim that the pier was safe. "
    "It ruled out that the fire was an accident. It rejected a claim on the pier. "
    "The board has yet to approve the plan. It owns over 500 boats. "
    "Stays are for a time not exceeding 90 days."
)


@pytest.mark.parametrize(("quotation", "warnings", "why"), OUTSIDE)
def test_what_turns_the_sense_just_outside_is_named(
    quotation: str, warnings: list[str], why: str
) -> None:
    prepared = Corpus([base_of(("I", (HARBOURS, CONDITIONS)))])
    verdict = verify_quotation(prepared, quotation)
    assert verdict.verdict in ("verbatim", "elided")
    assert list(verdict.warnings) == warnings, why


ABROAD = [
    ("fr", "Les feux n’ont pas diminué.", "Les feux n’ont … diminué",
     'the omission leaves out "pas"'),
    ("fr", "Le port ne peut garantir que la digue tiendra.", "la digue tiendra",
     'the source has "ne peut" just before'),
    ("fr", "Le port emploie plus de 300 pilotes.", "300 pilotes",
     'the source has "plus de" just before'),
    ("fr", "Le port ouvre le 3 juin 2024 à midi.", "Le port ouvre … à midi",
     'the omission leaves out "3 juin 2024"'),
    ("fr", "Le port est ouvert, sauf en hiver.", "Le port est ouvert", 'the source goes on "sauf"'),
    ("de", "Es trifft nicht zu, dass der Hafen schließt.", "der Hafen schließt",
     'the source has "nicht" just before'),
    ("de", "Der Hafen darf ohne Lotsen nicht befahren werden.", "Der Hafen darf … befahren werden",
     'the omission leaves out "ohne", "nicht"'),
    ("es", "Ningún barco ha sido hallado.", "barco ha sido hallado",
     'the source has "Ningún" just before'),
    ("it", "Il porto non sarà chiuso.", "Il porto … sarà chiuso", 'the omission leaves out "non"'),
    ("nl", "De haven is niet gesloten.", "De haven is … gesloten",
     'the omission leaves out "niet"'),
    ("pt", "O porto não foi fechado.", "O porto … foi fechado", 'the omission leaves out "não"'),
    ("ru", "Порт не будет закрыт.", "Порт … будет закрыт", 'the omission leaves out "не"'),
]  # fmt: skip


@pytest.mark.parametrize(("language", "line", "quotation", "warning"), ABROAD)
def test_what_turns_the_sense_is_known_in_other_languages(
    language: str, line: str, quotation: str, warning: str
) -> None:
    base = base_of(("I", (line,)))
    prepared = Corpus([base._replace(document=base.document._replace(language=language))])
    assert verify_quotation(prepared, quotation).warnings == (warning,)


def test_a_date_that_is_left_out_is_named_whole() -> None:
    prepared = Corpus([base_of(("I", ("The pier, opened on 3 June 2019, has two cranes.",)))])
    warned = verify_quotation(prepared, "The pier … has two cranes").warnings
    assert warned == ('the omission leaves out "3 June 2019"',)


@pytest.mark.parametrize(
    ("line", "quotation", "kind"),
    [
        ("Aucun port n’a été fermé en hiver.", "Aucun port a été fermé en hiver", "negation"),
        ("Le port doit rester ouvert en hiver.", "Le port peut rester ouvert en hiver", "modal"),
        ("Le port a un phare et deux digues.", "Le port a le phare et deux digues", "word"),
        ("Le port a 30 mètres de fond ici.", "Le port a 30 litres de fond ici", "unit"),
    ],
)
def test_a_change_is_of_a_kind_in_other_languages(line: str, quotation: str, kind: str) -> None:
    base = base_of(("I", (line,)))
    prepared = Corpus([base._replace(document=base.document._replace(language="fr"))])
    assert [change.kind for change in verify_quotation(prepared, quotation).changes] == [kind]


SIGNED = (
    "The night had −5 degrees and cost -$5 million in 2010 - 2015.",
    "Ferries 1.2 −3.1 −14.7 16.0 Tugs 9.2 -2.0 of all ships from 2010 -2015.",
)
SIGNS = [
    ("The night had -5 degrees", "verbatim", "another glyph"),
    ("5 degrees and cost", "altered", "the sign cut off"),
    ("$5 million in 2010-2015", "altered", "before a currency"),
    ("−14.7 16.0 Tugs 9.2", "verbatim", "a row of signed figures, begun within"),
    ("−3.1 … −2.0 of all", "elided", "a piece that begins with a sign"),
    ("14.7 16.0 Tugs 9.2 -2.0 of all", "altered", "the sign cut off behind another figure"),
    ("Tugs 9.2 2.0 of all ships", "altered", "a sign left out in a row"),
    ("ships from 2010–2015", "verbatim", "between two years a span's, however it is set"),
]


@pytest.mark.parametrize(("quotation", "verdict", "why"), SIGNS)
def test_a_sign_of_the_source_is_part_of_its_number(quotation: str, verdict: str, why: str) -> None:
    cold = Corpus([base_of(("I", SIGNED))])
    assert verify_quotation(cold, quotation).verdict == verdict, why


ITALICS = "You _must_ go, for _we do\nnot_ know _tcp or a_b, and _never_, never would."
IN_ITALICS = [
    ("You must go, for we do not know", "verbatim", "words that plain text sets in italics"),
    ("You _must_ go, for _we_ do not", "verbatim", "the quotation's own besides"),
    ("and never, never would", "verbatim", "before a comma"),
    ("we do not know tcp or a_b", "altered", "the underscore of a name"),
    ("You may go, for we do not know", "altered", "another word"),
]


@pytest.mark.parametrize(("quotation", "verdict", "why"), IN_ITALICS)
def test_italics_of_plain_text_are_no_words(quotation: str, verdict: str, why: str) -> None:
    assert verify_quotation(Corpus([base_of(("I", (ITALICS,)))]), quotation).verdict == verdict, why


GRAMMAR = (
    'A list is written "#rule" [34] and holds 10 or more rules. *rule The character "*" before a '
    "rule repeats it: *( rule ) is <n>*<m>rule. A rule [45] may stand alone, and O'Hara's note "
    "[36] on 13 octets is all. The fields from 0* to unlimited* stand in blocks."
)
OWN_SIGNS = [
    ('The char- acter "*" before a rule repeats it: *( rule ) is', "verbatim", "asterisks"),
    ('The **character** "*" before a rule repeats it: *( rule ) is', "verbatim", "and emphasis"),
    ('> *rule The character "*" before\n> a rule repeats it: *( rule', "verbatim", "in lines"),
    ("from 0* to unlimited* stand in *blocks*", "verbatim", "behind a word, where a note's stand"),
    ("from 0* to unlimited stand", "altered", "an asterisk of the source left out"),
    ("is <n><m>rule", "altered", "an asterisk of the source left out"),
    ("and O'Ha-\nra's note", "verbatim", "a line's end in a word with an apostrophe"),
    ("holds [45] or more rules", "elided", "a reference's number, in another number's place"),
    ("A rule [36] may stand alone", "altered", "one reference for another"),
    ("holds 10 [36] or more rules", "altered", "a reference where there is none"),
    ("may stand alone [36]", "altered", "the same at the end"),
    ("note [36] on [45] octets", "elided", "the source's own and an editor's"),
]


@pytest.mark.parametrize(("quotation", "verdict", "why"), OWN_SIGNS)
def test_signs_that_the_source_prints_are_its_own(quotation: str, verdict: str, why: str) -> None:
    assert verify_quotation(Corpus([base_of(("I", (GRAMMAR,)))]), quotation).verdict == verdict, why


def test_an_omission_that_is_too_long_says_how_long(port: Corpus) -> None:
    verdict = verify_quotation(port, "The fleet landed its catch at dawn … went home at dusk")
    assert verdict.warnings == ("the omission leaves out 102 words; at most 80 pass as one",)
    ((op, quotation, source, _),) = verdict.changes
    assert (op, quotation, source.split()[0], source.split()[-1]) == (
        "delete",
        "",
        "word0",
        "wardens",
    )


def test_a_short_quotation_says_in_how_many_places_it_stands(port: Corpus) -> None:
    given = {text: verify_quotation(port, text).places for text in ("harbors", "the", "xyz")}
    assert given == {"harbors": 1, "the": 9, "xyz": 1}


def test_a_missing_quotation_is_given_its_nearest_passage(port: Corpus) -> None:
    verdict = verify_quotation(port, "Wardens of the north always keep a lamp and record storms")
    assert (verdict.verdict, verdict.source) == ("missing", None)
    assert verdict.nearest is not None
    assert verdict.nearest.source.startswith("Wardens must not enter")
    assert verify_quotation(port, "zebras graze").nearest is None


def test_an_omission_of_plain_words_has_no_warning(port: Corpus) -> None:
    assert verify_quotation(port, "The fleet … at dawn").warnings == ()


def test_the_passage_is_given_as_printed_with_its_place(port: Corpus) -> None:
    verdict = verify_quotation(port, "“keeps ferries, tugs … tankers\napart.”")
    assert verdict.source == "keeps ferries, tugs and tankers apart."
    assert (verdict.section, verdict.paragraph) == ("I", 1)
    assert verdict.start is not None
    assert HARBOURS[verdict.start : verdict.end] == verdict.source


def test_of_two_passages_the_one_with_fewest_changes_is_given() -> None:
    lines = (
        "The first report on the harbors of Norland was approved in 2012.",
        "The second report on the harbors of Norland was approved in 2014.",
    )
    verdict = verify_quotation(
        Corpus([base_of(("I", lines))]),
        "The second report on the harbors of Norland was approved in 2013.",
    )
    assert (verdict.paragraph, [change.source for change in verdict.changes]) == (2, ["2014"])


def test_facts_that_share_words_with_the_passage_are_named(small_base: Base) -> None:
    verdict = verify_quotation(Corpus([small_base]), "120 harbours. From 2010 to March 2019")
    assert verdict.facts == ("I.ship-calls.harbours", "I.ship-calls.calls")


def test_facts_of_several_bases_bear_the_document(small_base: Base) -> None:
    both = Corpus([base_of(("I", ("Nothing here.",)), document="other"), small_base])
    verdict = verify_quotation(both, "Norland has more than 120 harbours")
    assert verdict.facts == (f"{small_base.document.id}:I.ship-calls.harbours",)


@pytest.mark.parametrize(
    "hostile",
    ["the " * 25_000, "[ " * 50_000, "the … " * 15_000, "the [a] " * 12_000, "." * 100_000,
     "[T]he " * 15_000, "a'" * 50_000, "1," * 50_000, "a\u0301" * 50_000, "the " + " " * 100_000],
    ids=lambda text: text[:6],
)  # fmt: skip
def test_huge_and_hostile_quotations_end_and_are_not_clean(port: Corpus, hostile: str) -> None:
    assert verify_quotation(port, hostile + "and so on").verdict == "missing"


def test_a_whole_paper_with_one_word_changed_is_altered() -> None:
    lines = tuple(
        f"Line {number} of the paper tells of harbor {number * 7} and its wardens."
        for number in range(1_500)
    )
    whole = "\n".join(lines)
    prepared = Corpus([base_of(("I", lines))])
    assert verify_quotation(prepared, whole).verdict == "verbatim"
    changed = whole.replace("harbor 4900 and", "harbor 4901 and")
    verdict = verify_quotation(prepared, changed)
    assert [tuple(change) for change in verdict.changes] == [("replace", "4901", "4900", "figure")]


PIECES = HARBOURS.split()
HARMLESS: dict[str, Callable[[str], str]] = {
    "spaces": lambda text: text.replace(" ", " \u00a0\n"),
    "curly": lambda text: re.sub(r"(?<=\w)'(?=\w)", "’", re.sub('"([^"]*)"', r"“\1”", text)),
    "dashes": lambda text: text.replace("-", "–"),
    "first letter": lambda text: text[0].swapcase() + text[1:],
    "closing": lambda text: text.rstrip(".,") + ";",
    "outer marks": lambda text: f"“{text}”",
}


def stretch(first: int, length: int) -> list[str]:
    return PIECES[first : first + length]


positions = st.integers(0, len(PIECES) - 8)
lengths = st.integers(6, 40)


@given(positions, st.integers(1, 60), st.lists(st.sampled_from(sorted(HARMLESS)), max_size=4))
@settings(max_examples=300, deadline=None)
def test_a_stretch_of_words_is_verbatim_however_it_is_set(
    first: int, length: int, folds: list[str]
) -> None:
    text = " ".join(stretch(first, length))
    assume(any(map(str.isalnum, text)))
    for fold in folds:
        text = HARMLESS[fold](text)
    assert verify_quotation(_PORT, text).verdict == "verbatim"


def test_a_compound_of_another_sentence_does_not_draw_the_passage_away() -> None:
    """Three tokens each agree with two sentences; "law-based" is two words of them only."""
    verdict = verify_quotation(_PORT, "Norland has law-based than 120 harbors.")
    assert (verdict.verdict, verdict.source) == ("altered", "Norland has more than 120 harbors.")


@given(positions, lengths, st.data())
@settings(max_examples=300, deadline=None)
def test_a_stretch_with_one_word_changed_is_never_clean(
    first: int, length: int, data: st.DataObject
) -> None:
    words = stretch(first, length)
    at = data.draw(st.integers(1, len(words) - 2))
    bare_pieces = filter(None, (piece.strip('.,"[]():') for piece in PIECES))
    other = data.draw(st.sampled_from([*bare_pieces, "not", "zebra"]))
    changed = data.draw(
        st.sampled_from(
            [[*words[:at], other, *words[at + 1 :]], [*words[:at], other, *words[at:]],
             [*words[:at], *words[at + 1 :]]]
        )
    )  # fmt: skip
    bare = " ".join(changed).strip('.,"[] ')
    assume(bare not in HARBOURS and "[" not in bare)
    verdict = verify_quotation(_PORT, " ".join(changed)).verdict
    # What stands in a bracket that begins the quotation may be taken for the quoter's own words.
    assert verdict == "altered" or (verdict == "missing" and changed[0].startswith("["))


@given(positions, st.integers(8, 40), st.data())
@settings(max_examples=200, deadline=None)
def test_a_marked_omission_is_elided(first: int, length: int, data: st.DataObject) -> None:
    words = stretch(first, length)
    at = data.draw(st.integers(1, len(words) - 2))
    stop = data.draw(st.integers(at + 1, len(words) - 1))
    mark = data.draw(st.sampled_from(["…", "...", "[...]", "[. . .]"]))
    text = " ".join([*words[:at], mark, *words[stop:]])
    assert verify_quotation(_PORT, text).verdict == "elided"


_PORT = Corpus([base_of(("I", (HARBOURS, *ITEMS)))])


@pytest.mark.parametrize(
    ("quotation", "verdict", "why"),
    [
        ("[30] S. Spero wrote on the harbour", "verbatim", "the source's own"),
        ("[98] S. Spero wrote on the harbour", "altered", "another number"),
        ("[3[3]] S. Spero wrote on the harbour", "altered", "a bracket inside the number"),
        ("is liable [98] for all of it", "altered", "another number in the middle"),
        ("is liable [[98]] for all of it", "elided", "an editor's bracket inside the source's"),
        ('[ "." 0*3("5") ] ) "Quality values" is a name', "altered", "a number among marks"),
        ("[then] for all of it", "elided", "no number, but a word of the editor's"),
    ],
    ids=lambda text: text[:40],
)
def test_brackets_that_the_source_prints(quotation: str, verdict: str, why: str) -> None:
    held = source(
        "The list: [30] S. Spero wrote on the harbour of the north. The code is liable [95] "
        'for all of it. It is ( "1" [ "." 0*3("0") ] ) "Quality values" is a name.'
    )
    assert held.verify(quotation).verdict == verdict, why


PARTED = Base(
    Document("d", "The Harbour Act", "Nobody", "2020", "en"),
    (
        Section("1", "PART 1 THE BOARD", "", False, ("It sits.",), ()),
        Section("2", "PART 2 FEES AND FINES", "", False, ("They are paid.",), ()),
        Section("30", "Article 30", "", False, ("It ends.",), ()),
    ),
)


@pytest.mark.parametrize(
    "heading", ["PART 2 FEES AND FINES", "Part 2 Fees and Fines", "Fees and Fines"]
)
def test_a_heading_is_quoted_with_its_number_or_without(heading: str) -> None:
    verdict = verify_quotation(Corpus([PARTED]), heading)
    assert (verdict.verdict, verdict.section) == ("verbatim", "2")


@pytest.mark.parametrize(
    ("name", "found"),
    [("Part 2", ["2"]), ("part 2", ["2"]), ("Article 30", ["30"]), ("2", ["2"]),
     ("Article 31", []), ("Part 20", []), ("Fees and Fines", ["2"])],
)  # fmt: skip
def test_a_section_goes_by_what_its_title_calls_it(name: str, found: list[str]) -> None:
    try:
        sections = sections_named(name, [PARTED])
    except NotFoundError:
        sections = []
    assert [section.id for section in sections] == found
