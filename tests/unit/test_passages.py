"""Passages: which sentences are passages, what they are called, how they are found."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.errors import NotFoundError, UsageError
from wp.library import Library, open_library
from wp.model import Base, Document, Fact, Section, Topic
from wp.search.passages import occurrences, passages
from wp.words import STOP_WORDS, tokens

PARAGRAPHS = [
    "The board met in Ulm. It heard 12 witnesses, among them two divers. Nobody voted.",
    "In the report, the wardens count seals.",
]
FACTS = {
    "witnesses": {"statement": "Twelve were heard.", "quote": "It heard 12 witnesses"},
    "seals": {"statement": "Seals are counted.", "quote": "report, the wardens count seals."},
}


def _write(folder: Path, paragraphs: list[str], facts: dict[str, Any], **section: str) -> Path:
    path = folder / "b.json"
    topics = {"meeting": {"title": "Meeting", "facts": facts}} if facts else {}
    raw = {
        "schema_version": 1,
        "document": {
            "id": "minutes",
            "title": "Minutes",
            "publisher": "Board",
            "published": "2020",
            "language": "en",
        },
        "sections": {
            "VI": {"title": "Harbour", "paragraphs": paragraphs, "topics": topics, **section}
        },
    }
    path.write_text(json.dumps(raw), encoding="utf-8")
    return path


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return open_library([_write(tmp_path, PARAGRAPHS, FACTS)])


def test_what_is_a_passage(library: Library) -> None:
    (section,) = library.sections()
    assert [(one.paragraph, one.number, one.quote) for one in passages(section)] == [
        (1, 1, "The board met in Ulm."),
        # a fact quotes its beginning: the divers would not be found
        (1, 2, "It heard 12 witnesses, among them two divers."),
        (1, 3, "Nobody voted."),
        # of the second paragraph no fact quotes "In the", which no one looks for
    ]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("board Ulm", ["VI.1.1"]),
        ("divers", ["VI.1.2"]),
        ("seals", ["VI.meeting.seals"]),
        ("witnesses", ["VI.meeting.witnesses", "VI.1.2"]),  # the fact comes first
        ("voted harbour", ["VI.1.3"]),  # a word of the section's title counts as well
    ],
)
def test_search_gives_facts_and_passages(library: Library, query: str, ids: list[str]) -> None:
    assert [hit.fact.id for hit in library.search(query).hits] == ids


def test_facts_alone(library: Library) -> None:
    hits = library.search("witnesses", with_passages=False).hits
    assert [hit.fact.id for hit in hits] == ["VI.meeting.witnesses"]


def test_filters_hold_for_passages(library: Library) -> None:
    assert library.search("divers", sections={"VI"}).hits
    assert not library.search("divers", sections={"V"}).hits
    assert not library.search("divers", topics={"meeting"}).hits


@pytest.mark.parametrize(
    ("name", "quote"),
    [
        ("VI.1.1", "The board met in Ulm."),
        ("vi.1.3", "Nobody voted."),
        ("minutes:VI.1.3", "Nobody voted."),
        ("VI.2.1", PARAGRAPHS[1]),  # a fact quotes it; its place is good all the same
    ],
)
def test_a_passage_by_its_place(library: Library, name: str, quote: str) -> None:
    passage = library.fact(name)
    assert (passage.kind, passage.quote, passage.statement, passage.topic) == (
        "passage",
        quote,
        "",
        "",
    )
    section = library.base_of(passage).section("VI")
    assert section.text[passage.start : passage.end] == quote


@pytest.mark.parametrize("name", ["VI.1.4", "VI.3.1", "V.1.1", "VI.0.0", "VI.1.1.1", "VI..1"])
def test_no_such_place(library: Library, name: str) -> None:
    with pytest.raises(NotFoundError):
        library.fact(name)


def test_a_place_in_two_documents(tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    raw = json.loads(_write(tmp_path, PARAGRAPHS, FACTS).read_text(encoding="utf-8"))
    raw["document"]["id"] = "other"
    other.write_text(json.dumps(raw), encoding="utf-8")
    both = open_library([tmp_path / "b.json", other])
    with pytest.raises(NotFoundError) as raised:
        both.fact("VI.1.1")
    assert raised.value.nearest == ("minutes:VI.1.1", "other:VI.1.1")
    assert both.fact("other:VI.1.1").document == "other"


def test_a_passage_has_its_own_link(tmp_path: Path) -> None:
    path = _write(tmp_path, PARAGRAPHS, FACTS, url="https://example.org/minutes")
    library = open_library([path])
    (hit,) = library.search("board Ulm").hits
    assert hit.fact.fragment == "#:~:text=The%20board%20met%20in%20Ulm"
    assert library.fact("VI.1.1") == hit.fact


_LINES = st.lists(
    st.lists(st.sampled_from("seals nets divers the of board in 12".split()), min_size=1),
    min_size=1,
    max_size=6,
)


@given(_LINES, st.data())
def test_every_subject_word_is_in_a_fact_or_a_passage(
    lines: list[list[str]], data: st.DataObject
) -> None:
    text = tuple(" ".join(line).capitalize() + "." for line in lines)
    whole = "\n".join(text)
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start + 1, len(whole)))
    fact = Fact("VI.t.f", "d", "VI", "t", "It is.", whole[start:end], 1, start, end, "")
    section = Section("VI", "Harbour", "", False, text, (Topic("t", "VI", "T", (), (fact,)),))
    held = bytearray(len(whole))
    spans = [(one.start, one.end) for one in passages(section)]
    for first, last in ((start, end), *spans):
        held[first:last] = b"\1" * (last - first)
    for word, at, _ in tokens(whole):
        assert word in STOP_WORDS or held[at]


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
