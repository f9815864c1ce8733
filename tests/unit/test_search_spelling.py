"""What a misspelt word may mean: by letters, in a large base by commonness."""

import pytest

from wp.search.corrections import corrections, second_thoughts
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
        ("reture", {"returf": 1, "return": 50_000}, ["return", "returf"]),
        ("reture", {"returf": 1, "return": 90}, ["returf", "return"]),
        ("ccept", {"accept": 4_000}, ["accept"]),
        ("ccept", {"accept": 400}, []),
        ("durng", {}, []),
        ("tretys", {"treaty": 3}, ["treaty"]),
        ("inspekshun", {"inspection": 3}, ["inspection"]),
        ("televishun", {"inspection": 3}, []),
    ],
    ids=[
        "the only one",
        "the common one first",
        "in a small base the first of the base",
        "a common word's first letter may be wrong in a short word",
        "another word's may not",
        "a stop word is no word of the base",
        "a plural of a misspelt word",
        "spelt as it sounds",
        "what sounds otherwise",
    ],
)
def test_a_misspelt_word_means(typed: str, counts: dict[str, int], meant: list[str]) -> None:
    found = corrections(base_of(1_000_000, **counts), typed).readings
    assert [reading.word for reading in found] == meant


@pytest.mark.parametrize(
    ("rows", "counts", "meant"),
    [
        (1_000_000, {"provied": 2, "provide": 70_000}, ["provide"]),
        (1_000_000, {"provied": 2, "provide": 90}, []),
        (1_000_000, {"provied": 200, "provide": 70_000}, []),
        (200, {"provied": 1, "provide": 150}, []),
    ],
    ids=["a slip of a far commoner word", "not so common", "not so rare", "a small base"],
)
def test_a_very_rare_word_is_taken_for_a_common_one_too(
    rows: int, counts: dict[str, int], meant: list[str]
) -> None:
    base = base_of(rows, **counts)
    found = second_thoughts(base, "provied", counts["provied"], doubted=False)
    assert [reading.word for reading in found] == meant


@pytest.mark.parametrize(
    ("typed", "counts", "slip"),
    [
        ("anothr", {}, True),
        ("ahrough", {}, True),
        ("living", {}, False),
        ("world", {}, False),
        ("befoer", {"beholder": 3}, True),
        ("hetger", {"hedger": 9}, False),
        ("wiht", {"width": 9}, True),
    ],
    ids=[
        "a letter missing",
        "a long one may have its first letter wrong",
        "a shorter one may not: it is not giving",
        "short words are too easily others",
        "nothing of the base is as near",
        "a word of the base is nearer",
        "a short one with its letters swapped",
    ],
)
def test_a_slip_of_a_word_without_a_subject(typed: str, counts: dict[str, int], slip: bool) -> None:
    assert corrections(base_of(1000, **counts), typed).is_stop_word is slip
