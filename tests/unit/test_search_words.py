"""Words as search sees them: cut, brought to one form, corrected, put into English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.base import builtin_path
from wp.base.load import load
from wp.search.corrections import corrections
from wp.search.engine import search
from wp.search.index import Pieces, build_index
from wp.search.index_layout import Index
from wp.search.language import in_english, is_chinese
from wp.search.query import parse_query
from wp.search.rank import rarity, score
from wp.words import STOP_WORDS, stem, tokens
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


TEXTS = st.one_of(
    st.text(max_size=30),
    st.text(alphabet="aBthe.,;:!?()\"'’12- \n", max_size=30),
    st.lists(st.sampled_from("The United Nations of (UN) U.N. 1,178 the's B.".split())).map(
        " ".join
    ),
)


@given(TEXTS)
def test_a_text_read_in_stretches_has_the_content_of_the_whole(text: str) -> None:
    pieces = Pieces()
    found = [pieces[piece] for piece in text.split()]
    words = [token.text for token in tokens(text) if token.text not in STOP_WORDS]
    assert [word for piece in found for word in piece.words] == words
    # "A-B" is found as one word, too
    kept = [word for piece in found for word in (*piece.words, piece.compound) if word]
    assert list(pieces.stems.items()) == [(word, stem(word)) for word in dict.fromkeys(kept)]
    stems = [stemmed for piece in found for stemmed in piece.stems.split()]
    assert stems == [stem(word) for word in words]
    assert "".join(piece.capitals for piece in found).split() == capitals(text).split()


def base_of(rows: int, **counts: int) -> Index:
    """Make what of an index the spelling of words is looked up in; each word is its own stem."""
    parts = {
        "rows": rows,
        "vocabulary": " ".join(counts),
        "words": {word: word for word in counts},
        "stems": {word: (word,) for word in counts},
        "postings": {word: ((16, bytes(4 * count)),) for word, count in counts.items()},
    }
    return Index(parts)


@pytest.mark.parametrize(
    ("typed", "counts", "meant"),
    [
        ("provieds", {"provides": 3}, ["provides"]),
        ("reture", {"returf": 1, "return": 90}, ["return", "returf"]),
        ("ccept", {"accept": 400}, []),
        ("inspekshun", {"inspection": 3}, ["inspection"]),
        ("televishun", {"inspection": 3}, []),
    ],
    ids=[
        "the only one",
        "of two as near the commoner first",
        "a short word's first letter is right",
        "spelt as it sounds",
        "what sounds otherwise",
    ],
)
def test_a_misspelt_word_means(typed: str, counts: dict[str, int], meant: list[str]) -> None:
    found = corrections(base_of(1000, **counts), typed)
    assert [reading.word for reading in found] == meant


@pytest.mark.parametrize(
    ("query", "answers", "why"),
    [
        ("narcotics tones", True, "one sentence has tons and narcotics"),
        ("Palace of Nations", False, "a place stands in aliases only"),
    ],
)
def test_a_slip_is_of_what_the_text_prints(query: str, answers: bool, why: str) -> None:
    base = load(builtin_path())
    assert bool(search(build_index([base]), tuple(base.facts()), query).hits) is answers, why


@pytest.mark.parametrize(
    ("query", "english"),
    [
        ("律师人数", "lawyers number of people"),
        ("国际合作", "international cooperation"),  # the longest word, not "international" alone
        ("加强港口", "strengthen port"),  # a verb
        ("第三次审议", "third review"),  # what only counts is left out
        ("港口有多少船舶", "port how many ships"),
        ("港口船舶有多少?", "how many port ships"),  # what is asked comes first
        ("挪威的港口", "挪威 port"),  # what is not known stays
        ("2016年 ports", "2016 ports"),
        ("四个港口", "four port"),  # a number with the word that counts things
        ("十八届三中全会", "18th third plenary session"),  # the term of a congress
        ("ports", "ports"),
        ("的", ""),
    ],
)
def test_known_words_are_put_into_english(query: str, english: str) -> None:
    assert in_english(query) == english


@pytest.mark.parametrize(("text", "chinese"), [("港口", True), ("Häfen", False), ("", False)])
def test_chinese_is_told_by_its_characters(text: str, chinese: bool) -> None:
    assert is_chinese(text) == chinese
