"""What a misspelt word may mean: by letters and sound, of two as near the commoner."""

import pytest

from wp.search.corrections import corrections
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
