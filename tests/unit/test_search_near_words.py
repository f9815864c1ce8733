"""Words near in meaning: tried last, in drafts alone, and only where two meet in a passage."""

from itertools import pairwise
from pathlib import Path

import pytest

from wp.base.canonical import checked_text
from wp.base.draft import draft_base
from wp.base.draft.source import read_source
from wp.base.load import load, read_checked
from wp.base.schema import assemble
from wp.model import Base
from wp.search.engine import search
from wp.search.index import build_index
from wp.words import dictionary, stem
from wp.words.dictionary import near_words

_PATH = Path(dictionary.__file__).with_name("wordnet.txt")
_ROWS = [line.split("\t") for line in _PATH.read_text(encoding="utf-8").splitlines()]
_ENGLISH = Path(dictionary.__file__).with_name("english_words.txt")


def test_the_table_is_in_the_order_in_which_it_is_searched() -> None:
    assert all(one[0] < other[0] for one, other in pairwise(_ROWS))
    assert {len(row) for row in _ROWS} == {1 + len(dictionary.GRADES)}
    for word, *graded in (_ROWS[0], _ROWS[-1]):  # at either end there is nothing beside it
        assert [other for other, _ in near_words(word)] == " ".join(graded).split()


def test_every_word_is_a_stem_as_the_stemmer_cuts_it_today() -> None:
    english = _ENGLISH.read_text(encoding="utf-8").splitlines()
    stems = set(map(stem, filter(str.islower, english)))
    assert {word for row in _ROWS for word in " ".join(row).split()} <= stems


@pytest.mark.parametrize(
    ("asked", "printed", "near"),
    [
        ("vessel", "boat", True),  # a narrower word
        ("boat", "vessel", True),  # a wider one
        ("elderly", "aged", True),  # a synonym
        ("violence", "violent", True),  # derived
        ("convict", "prisoner", True),
        ("increase", "decrease", False),  # opposites
        ("guilty", "innocent", False),
        ("legal", "illegal", False),
        ("import", "export", False),
        ("employed", "unemployed", False),
        ("men", "women", False),  # sisters under one wider word
        ("robbery", "burglary", False),
        ("marriage", "divorce", False),
        ("hospital", "school", False),
        ("six", "five", False),  # numbers, measures and times
        ("half", "quarter", False),
        ("kilometre", "metre", False),
        ("month", "week", False),
        ("france", "country", False),  # names
        ("france", "germany", False),
        ("china", "state", False),
        ("xyzzy", "boat", False),  # no word
        ("", "boat", False),
    ],
)
def test_what_is_near(asked: str, printed: str, near: bool) -> None:
    counts = dict(near_words(stem(asked)))
    assert (stem(printed) in counts) is near
    assert all(0 < count <= dictionary.GRADES[0] for count in counts.values())


def test_a_rarer_sense_counts_less() -> None:
    counts = dict(near_words("profit"))
    assert counts["earn"] > counts["gain"] > counts["advantag"]


def test_names_are_in_no_row() -> None:
    held = {word for row in _ROWS for word in " ".join(row).split()}
    assert not held & set(map(stem, "china turkey chad germany berlin monday nazi".split()))


_PRINTED = """# I. One

The number of prisoners aged 60 or over doubled, to 220.

Twelve netmakers were employed at the harbour.

The fares of the ferry rose by a tenth.
"""


def _drafted(text: str) -> Base:
    source = read_source("source", text.encode(), "markdown")
    raw = checked_text(Path("source.txt"), draft_base(source, "source").raw)
    return assemble(*read_checked(Path("source.txt"), raw.encode()))


@pytest.mark.parametrize(
    ("less", "why"),
    [
        ("| Place | 2030 |\n| --- | --- |\n| Stone jetties | 12 |", "a row of a table"),
        ("How many stone jetties?", "a question of the text's own"),
    ],
)
def test_a_sentence_that_holds_as_much_comes_first(less: str, why: str) -> None:
    base = _drafted(f"# I. One\n\n{less}\n\nThe stone jetties are old.\n")
    hits = search(build_index([base]), list(base.facts()), "stone jetties").hits
    assert [hit.fact.quote for hit in hits[:1]] == ["The stone jetties are old."], why
    assert len(hits) == 2, why


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("elderly convicts", "The number of prisoners aged 60 or over doubled, to 220."),
        ("elderly netmakers", ""),  # one near word alone is chance
        ("violent convicts", ""),
        ("unemployed netmakers", ""),  # an opposite
    ],
)
def test_two_near_words_answer_in_a_draft(query: str, answer: str) -> None:
    base = _drafted(_PRINTED)
    index, facts = build_index([base]), list(base.facts())
    assert [hit.fact.quote for hit in search(index, facts, query).hits] == [answer][: bool(answer)]
    assert not search(index, facts, query, exact=True).hits


def test_a_near_word_is_enough_for_a_passage_shown_as_nearest() -> None:
    base = _drafted(_PRINTED)
    answer = search(build_index([base]), list(base.facts()), "violent convicts", near=1)
    assert not answer.hits
    assert [hit.fact.quote[:23] for hit in answer.near] == ["The number of prisoners"]


def test_a_curated_base_is_not_asked_for_near_words(
    small_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = load(small_path)
    monkeypatch.delattr("wp.search.engine.with_near_words")
    assert not search(build_index([base]), list(base.facts()), "elderly convicts").hits
