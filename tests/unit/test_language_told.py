"""The language of a document, and what drafting makes of it."""

import pytest

from wp.base.draft import draft_base
from wp.base.draft.source import DraftBlock, DraftSource
from wp.documents import Metadata
from wp.quantities.languages import detect

TEXTS = [
    ("en", "The office looked at the trade of the island and found it good in all of the years."),
    (
        "de",
        "Der Hafen nahm im Jahr 2020 insgesamt 1.234,5 Tonnen Fisch auf, mehr als 2019.",
    ),
    ("fr", "Le port a reçu 1 234,5 tonnes de poisson en 2020, soit 12,7 % de plus qu'en 2019."),
    ("es", "El mercado de trabajo creció durante el año y los salarios subieron en todo el país."),
    ("nl", "Het bestuur heeft ten minste tien leden en vergadert ten minste vier keer per jaar."),
    ("zh", "国家建立渔港，保障渔民在年老、疾病等情况下依法从国家和社会获得物质帮助的权利。"),
]


@pytest.mark.parametrize(("tag", "text"), TEXTS)
def test_the_language_of_a_text_is_told(tag: str, text: str) -> None:
    pytest.importorskip("gcld3")
    assert detect(text) == tag
    assert detect(f"{text} " * 50) == tag


NAMES = "Hokoro Mitani Sorake Tanoki Kamuro Nosaka Ikuno Horino Tamako 12 13 14"  # of no language


@pytest.mark.parametrize("text", ["", "Aster 2017", "12 45 7 2016 " * 400, NAMES])
def test_names_and_digits_tell_no_language(text: str) -> None:
    assert detect(text) == ""


@pytest.mark.parametrize(
    ("language", "text", "values", "why"),
    [
        (
            "de",
            "Die Flotte zählt 12.500 Boote und 2,4 Mrd. Haken.",
            [12_500, 2_400_000_000],
            "German",
        ),
        ("fr", "La flotte compte 1 234,5 tonnes de poisson.", [1234.5], "French"),
        ("en", "The fleet has 12.5 tons of fish.", [12.5], "English"),
        ("nl", "De vloot heeft ten minste 12.500 boten in 2016.", [], "not read"),
    ],
)
def test_a_document_is_drafted_in_its_language(
    language: str, text: str, values: list[float], why: str
) -> None:
    source = DraftSource((DraftBlock("paragraph", text),), Metadata(language=language))
    drafted = draft_base(source, "fleet")
    topics = drafted.raw["sections"]["Text"]["topics"].values()
    facts = [fact for topic in topics for fact in topic["facts"].values()]
    found = [figure["value"] for fact in facts for figure in fact.get("figures", [])]
    assert found == values, why
    warned = [warning for warning in drafted.warnings if "are read in English, French" in warning]
    assert len(warned) == (language == "nl")
