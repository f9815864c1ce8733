"""What a misspelt word may mean: by letters and sound, of two as near the commoner."""

import pytest

from wp.base import builtin_path
from wp.base.load import load
from wp.search.corrections import corrections
from wp.search.engine import search
from wp.search.index import build_index
from wp.search.index_layout import Index


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
