"""Words as search sees them: cut, brought to one form, corrected."""

import pytest

from wp.search.query import parse_query
from wp.search.rank import rarity, score
from wp.words import stem, tokens
from wp.words.names import capitals, initials, name_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("China's efforts", ["china", "efforts"]),
        ("the people’s right", ["the", "people", "right"]),
        ("1,178 documents, 92.9 percent", ["1178", "documents", "92.9", "percent"]),
        ("U.N. and U.S.", ["un", "and", "us"]),
        ("counter-terrorism", ["counter", "terrorism"]),
        ("18th G20", ["18th", "g20"]),
        ("worth RMB9.5 billion", ["worth", "rmb", "9.5", "billion"]),  # a currency before its sum
        ("2013. In", ["2013", "in"]),  # a full stop ends a sentence, not a number
        ("命运共同体", ["命运", "运共", "共同", "同体"]),  # no spaces: pairs
        ("La ocupación, Straße, café", ["la", "ocupacion", "straße", "cafe"]),  # accents
        ("法", ["法"]),
        ("oﬃcials, af\u00adfected", ["officials", "affected"]),  # a ligature, a soft hyphen
        ("１８，０００ \ufa0e", ["18000", "\ufa0e"]),  # full width; a form of no other letter
        ("", []),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert [token.text for token in tokens(text)] == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organisation", "organization"),
        ("labour", "labor"),
        ("favouritism", "favoritism"),
        ("centre", "center"),
        ("defence", "defense"),
        ("programme", "program"),
        ("fulfil", "fulfill"),
        ("travelled", "traveled"),
        ("civilisation", "civilization"),
        ("tonnes", "ton"),
        ("authority", "authorities"),
        ("fugitives", "fugitive"),
        ("abolished", "abolish"),
        # A doubled l that both spellings have is no British one.
        ("nationally", "national"),
        ("killed", "kills"),
        ("pulling", "pull"),
        ("fuelled", "fueled"),
        ("skilful", "skillful"),
        # "s" that no spelling makes a "z"
        ("supervision", "supervised"),
        ("advertisement", "advertised"),
        ("recognisable", "recognizable"),
        ("artefacts", "artifact"),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("four", "for"),
        ("hour", "hor"),
        ("court", "cort"),
        ("party", "part"),
        ("improvised", "improved"),
        ("filled", "filed"),
        ("tilling", "tiling"),
        ("overall", "over"),
        ("united", "units"),
        ("important", "imports"),
        ("authorities", "authors"),
    ],
)
def test_other_words_keep_their_own_stem(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("How many ships came?", "count", ["ships", "came"]),
        # a light verb tells little beside two other words
        ("How many tons of fish cargo were taken?", "count", ["tons", "fish", "cargo"]),
        ("bringing about the harbour accord", "", ["harbour", "accord"]),
        ("when does Norland want its harbour whole", "time", ["norland", "harbour"]),
        ("number of ships", "count", ["ships"]),
        ("what percentage of ships", "share", ["ships"]),
        ("when did the ships come", "time", ["ships", "come"]),
        ("in which year did ships come", "time", ["ships", "come"]),
        ("which ships", "", ["ships"]),
        ("ships of the year", "", ["ships", "year"]),
        ("of the", "", ["of", "the"]),  # nothing else to look for
    ],
)
def test_a_query_is_taken_apart(text: str, kind: str, words: list[str]) -> None:
    query = parse_query(text)
    assert query.asked.kind == kind
    assert [token.text for token in query.words] == words


def test_the_top_as_a_place_is_no_superlative() -> None:
    assert parse_query("the top harbour").superlative
    assert not parse_query("harbours run from the top").superlative


@pytest.mark.parametrize(
    ("text", "acronym", "name"),
    [
        ("at the National Bureau of Statistics today", "nbs", "National Bureau of Statistics"),
        (
            "the Convention on the Rights of the Child",
            "crc",
            "Convention on the Rights of the Child",
        ),
        ("Belt and Road Initiative", "bri", "Belt and Road Initiative"),
    ],
)
def test_acronyms_are_read_off_names(text: str, acronym: str, name: str) -> None:
    assert acronym in initials(capitals(text))
    span = name_of(acronym, text)
    assert span is not None
    assert text[slice(*span)] == name


def test_words_in_small_letters_make_no_acronym() -> None:
    assert initials(capitals("new big ships and many more")) == set()


def test_rarity_falls_from_one_towards_none() -> None:
    values = [rarity(hits, 100) for hits in range(101)]
    assert values[0] == 1
    assert values == sorted(values, reverse=True)
    assert 0 < values[-1] < 0.01


def test_score_grows_with_coverage_and_order() -> None:
    assert score(1, None) == 100
    assert score(1, 1) == 100
    assert score(1, 0) < 100
    assert score(0.5, None) < score(0.6, None)
    assert score(0, None) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("underwent", "undergo"), ("rose", "risen"), ("women", "woman"), ("upheld", "upholding"),
        ("threw", "thrown"), ("shot", "shooting"), ("wore", "wears"), ("thieves", "thief"),
    ],
)  # fmt: skip
def test_irregular_forms_have_the_stem_of_the_others(one: str, other: str) -> None:
    assert stem(one) == stem(other)
