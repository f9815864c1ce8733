"""`wp grep`: every place of these very words, and no other."""

import pytest

from wp.errors import UsageError
from wp.model import Base, Document, Section
from wp.search.passages import occurrences

_TEXT = (
    "The Board's staff run the “cold-store” at North Pier. The pier was built in 2011.",
    "It holds 1,178 crates; ice is kept",
    "there all year. Piers are dear.",
    "2030年未发生重大事故，入港三千八百艘。",
)


def _base() -> Base:
    section = Section("II", "The Pier and its Ice", "", False, _TEXT, (), "harbour")
    return Base(Document("harbour", "Harbour", "Board", "2020", "en"), (section,))


@pytest.mark.parametrize(
    ("sought", "regex", "found", "why"),
    [
        ("pier", False, [(0, "Pier"), (1, "Pier"), (1, "pier")], "case does not matter; headings"),
        ("piers", False, [(3, "Piers")], "another form is another word"),
        ("178", False, [], "no part of a number"),
        ("1,178", False, [(2, "1,178")], "a number as printed"),
        ('"COLD–STORE"', False, [(1, "“cold-store”")], "glyphs of marks and dashes"),
        ("kept there  all", False, [(2, "kept\nthere all")], "over the end of a paragraph"),
        ("pier. the", False, [(1, "Pier. The")], "over the end of a sentence"),
        ("pier.", False, [(1, "Pier.")], "a point is a point"),
        (r"piers?\b", True, [(0, "Pier"), (1, "Pier"), (1, "pier"), (3, "Piers")], "an expression"),
        ("x*", True, [], "an expression that matches nothing is found nowhere"),
        ("board’s", False, [(1, "Board's")], "an apostrophe"),
        ("重大", False, [(4, "重大")], "every letter is a word where no spaces are"),
        ("2030", False, [(4, "2030")], "a number before a letter of such a script"),
        ("3", False, [], "no part of a number"),
        ("三千", False, [], "no part of a number in letters"),
        ("三千八百", False, [(4, "三千八百")], "a number in letters"),
    ],
)
def test_places(sought: str, regex: bool, found: list[tuple[int, str]], why: str) -> None:
    section = _base().sections[0]
    places = occurrences([_base()], sought, regex=regex)
    texts = [
        (section.text if one.paragraph else section.title)[one.start : one.end] for one in places
    ]
    assert [(one.paragraph, text) for one, text in zip(places, texts, strict=True)] == found, why


def test_a_place_knows_its_sentence() -> None:
    [one] = occurrences([_base()], "2011")
    assert _base().sections[0].text[slice(*one.sentence)] == "The pier was built in 2011."


def test_other_sections_are_left_out() -> None:
    assert not occurrences([_base()], "pier", sections={"I"})


@pytest.mark.parametrize(("sought", "regex"), [("(", True), (" ", False), ("", True)])
def test_what_cannot_be_sought_is_told(sought: str, regex: bool) -> None:
    with pytest.raises(UsageError):
        occurrences([_base()], sought, regex=regex)
