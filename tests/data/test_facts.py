"""The built-in base says what the document says: all of it, to the letter, with every number."""

import re
from collections.abc import Iterator

import pytest

from wp.base import builtin_path
from wp.base.canonical import form_problems
from wp.base.load import load
from wp.base.rules import problems
from wp.model import Base, Section
from wp.quantities.read import quantities
from wp.text import sentences, words
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.judge import judge_sentence
from wp.words import stem, tokens

CLAIMS = ClaimIndex((load(builtin_path()),))

_HEADINGS = {
    "V": "V. Strengthening the CPC Leadership over Legal Protection of Human Rights",
    "VI": "VI.Actively Promoting the Development of Global Human Rights Under the Rule of Law",
    "Conclusion": "Conclusion",
}

# Numbers that are no figures, as they stand in the text, and why.
_NUMBERS_IN_NAMES = {
    r"\d+th (?:CPC )?National Congress": "the name of a congress",
    r"(?:Third|Fourth|Sixth) Plenary Session": "the name of a session",
    r"18th Central Committee": "the name of a committee",
    r"G20": "the name of a group",
    r"2017-2018 G20": "the title of a plan; its adoption is undated",
    r"October 1949 to June 2012": "dates the documents, not their review; the founding is a fact",
    r"Two Centenary Goals": "the name of the goals; “The two goals” counts them",
    r"[Ff]or the first time": "an idiom",
    r"zero (?:tolerance|loopholes|barriers)": "an idiom: none",
}


def test_no_rule_is_broken(base: Base) -> None:
    assert problems(base) == []


def test_the_file_is_in_the_canonical_form() -> None:
    assert form_problems(builtin_path()) == []


def test_the_paragraphs_are_the_documents_lines(base: Base, document_lines: list[str]) -> None:
    printed: list[str] = []
    for section in base.sections:
        printed += [_HEADINGS[section.id], *section.paragraphs]
        assert section.title in _HEADINGS[section.id]
    assert printed == document_lines


def test_the_document_is_described_as_published(base: Base) -> None:
    document = base.document
    assert document.title == "New Progress in the Legal Protection of Human Rights in China"
    assert document.published == "2017-12-15"
    listed = [(heading.id, heading.included) for heading in document.contents]
    assert listed == [
        ("Preamble", False),
        ("I", False),
        ("II", False),
        ("III", False),
        ("IV", False),
        ("V", True),
        ("VI", True),
        ("Conclusion", True),
    ]
    assert [section.url_confirmed for section in base.sections] == [True, True, True]


def test_every_fact_has_a_link_to_its_passage(base: Base) -> None:
    assert [fact.id for fact in base.facts() if not fact.fragment] == []


def _covered(section: Section) -> list[bool]:
    covered = [False] * len(section.text)
    for fact in section.facts():
        covered[fact.start : fact.end] = [True] * (fact.end - fact.start)
    return covered


def test_every_sentence_is_in_a_fact(base: Base) -> None:
    """All but the words that join two clauses which are facts of their own."""
    joining = {"and", "that", "which", "it", "or"}
    for section in base.sections:
        covered = _covered(section)
        for start, end in sentences(section.text):
            left = [
                word.text
                for word in words(section.text[start:end])
                if not covered[start + word.start]
            ]
            assert set(map(str.lower, left)) <= joining, section.text[start:end]


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """Every printed number: digits by pattern, words by the number reader."""
    for match in re.finditer(r"\d[\d,.]*(?:th|st|nd|rd)?", text):
        yield match.span()
    for quantity in quantities(text):
        yield quantity.start, quantity.end


def test_every_number_is_a_figure_a_date_or_in_a_name(base: Base) -> None:
    for section in base.sections:
        text = section.text
        accounted = [
            match.span() for pattern in _NUMBERS_IN_NAMES for match in re.finditer(pattern, text)
        ]
        for fact in section.facts():
            printed = [figure.text for figure in fact.figures] + [date.text for date in fact.dates]
            for words_ in printed:
                start = text.index(words_, fact.start)
                assert start < fact.end
                accounted.append((start, start + len(words_)))
        for start, end in _numbers(text):
            assert any(a < end and start < b for a, b in accounted), text[start - 30 : end + 30]


@pytest.mark.parametrize("pattern", _NUMBERS_IN_NAMES)
def test_every_exception_is_needed(base: Base, pattern: str) -> None:
    assert any(re.search(pattern, section.text) for section in base.sections)


@pytest.mark.parametrize(
    ("topic", "text", "value", "unit", "qualifier"),
    [
        ("party-membership", "more than 1.3 billion", 1_300_000_000, "people", "more than"),
        ("party-membership", "more than 89 million", 89_000_000, "people", "more than"),
        ("rule-of-law-resolution", "190", 190, "measures", None),
        ("intra-party-regulations", "1,178", 1178, "documents", None),
        ("anti-corruption-campaign", "more than 440", 440, "people", "more than"),
        ("anti-corruption-campaign", "1,537,000", 1_537_000, "people", None),
        ("anti-corruption-campaign", "58,000", 58_000, "cases", None),
        ("anti-corruption-campaign", "57,000", 57_000, "people", None),
        ("inspection-tours", "12", 12, "rounds", None),
        ("inspection-tours", "four", 4, "entities", None),
        ("public-satisfaction", "92.9 percent", 92.9, "percent", None),
        ("peacekeeping", "36,000", 36_000, "people", None),
        ("peacekeeping", "24", 24, "operations", None),
        ("peacekeeping", "8,000", 8000, "people", None),
    ],
)
def test_well_known_figures(
    base: Base, topic: str, text: str, value: float, unit: str, qualifier: str | None
) -> None:
    figures = [
        figure
        for fact in base.facts()
        if fact.topic == topic
        for figure in fact.figures
        if figure.text.startswith(text)
    ]
    assert [(f.value, f.unit, f.qualifier) for f in figures] == [(value, unit, qualifier)]


def test_the_declared_parts_add_up(base: Base) -> None:
    figures = {f.text: f for fact in base.facts() for f in fact.figures}
    parts = [figures[text] for text in ("369", "322", "487")]
    assert {part.part_of for part in parts} == {"1,178"}
    assert sum(part.value for part in parts) == figures["1,178"].value


@pytest.mark.parametrize(
    ("acronym", "printed"),
    [
        ("ICESCR", "International Covenant on Economic, Social and Cultural Rights"),
        ("ICCPR", "International Covenant on Civil and Political Rights"),
        ("CRC", "Convention on the Rights of the Child"),
        ("CRPD", "Convention on the Rights of Persons with Disabilities"),
        ("CEDAW", "Convention on the Elimination of All Forms of Discrimination Against Women"),
        ("CERD", "Convention on the Elimination of All Forms of Racial Discrimination"),
        ("CAT", "Convention Against Torture"),
        ("OPAC", "Optional Protocol to the Convention on the Rights of the Child"),
        ("UPR", "Universal Periodic Review"),
        ("UDHR", "Universal Declaration of Human Rights"),
        ("UNFCCC", "United Nations Framework Convention on Climate Change"),
        ("UNTOC", "United Nations Convention Against Transnational Organized Crime"),
        ("CCDI", "Central Commission for Discipline Inspection"),
        ("NBS", "National Bureau of Statistics"),
        ("CPPCC", "Chinese People's Political Consultative Conference"),
        ("BRI", "Belt and Road Initiative"),
        ("MGIMO", "Moscow State Institute of International Relations"),
        ("UNGA", "UN General Assembly"),
        ("SCO", "Shanghai Cooperation Organization"),
    ],
)
def test_an_acronym_leads_to_the_printed_name(base: Base, acronym: str, printed: str) -> None:
    holders = [fact for fact in base.facts() if printed in fact.quote]
    assert holders
    assert any(acronym in fact.aliases or acronym in fact.quote for fact in holders)


def test_no_date_stands_inside_a_quoted_title(base: Base) -> None:
    for fact in base.facts():
        titles = re.findall(r'"([^"]*)"', fact.quote)
        for date in fact.dates:
            assert not any(date.text in title for title in titles), fact.id


def test_no_alias_says_what_an_earlier_one_says(base: Base) -> None:
    """Acronyms aside, which lead to the name that they are for."""
    for fact in base.facts():
        seen: set[frozenset[str]] = set()
        for alias in fact.aliases:
            said = frozenset(stem(token.text) for token in tokens(alias))
            assert said not in seen or alias.isupper(), f"{fact.id}: {alias}"
            seen.add(said)


_SAID_OTHERWISE = {
    "57,000 officials surrendered in 2016.": "confessed violations of discipline",
    "1,537,000 people were caught.": "dealt with is all that is printed",
    "1,537,000 people got in trouble.": "dealt with is all that is printed",
    "58,000 cases were prosecuted.": "transferred to the judiciary",
    "58,000 cases were sent to court.": "transferred to the judiciary",
    "RMB9.5 billion swindled by officials was recovered.": "illegal assets, not how",
    "China has a rapid deployment force of 8,000.": "a standby force",
    "1,178 documents were reviewed in 2014.": "the paper does not date the review",
    "The G20 anti-corruption action plan was adopted in 2016.": "undated",
    "In 2013 China submitted its combined seventh and eighth report.": "undated",
}


def test_aliases_and_stray_dates_are_evidence_of_nothing() -> None:
    judged = {claim: judge_sentence(claim, CLAIMS) for claim in _SAID_OTHERWISE}
    verdicts = {claim: found.verdict if found else "" for claim, found in judged.items()}
    # The next step in a procedure is another one.
    assert verdicts.pop("58,000 cases were prosecuted.") == "contradicted"
    assert {*verdicts.values()} == {"unsupported"}
