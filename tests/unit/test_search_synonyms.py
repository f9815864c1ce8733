"""General synonyms: asked only where nothing else answers, and never by themselves a near-miss."""

from pathlib import Path
from typing import Any

import pytest

import wp.words
from wp.base.canonical import checked_text
from wp.base.draft import draft_base
from wp.base.draft.source import read_source
from wp.base.load import load, read_checked
from wp.base.schema import assemble
from wp.model import Base
from wp.search.engine import search
from wp.search.index import Phrases, build_index, synonyms_of_base
from wp.search.rank import UNKNOWN, UNKNOWN_NAME, weights
from wp.search.term import QueryTerm
from wp.words import STOP_WORDS, stem
from wp.words.dictionary import groups

NAMES = ("thesaurus.txt", "near_words.txt")
FILES = [Path(wp.words.__file__).with_name(name) for name in NAMES]
GROUPS = [group for name in NAMES for group in groups(name)]


@pytest.fixture(scope="module")
def found(small_path: Path) -> Any:
    base = load(small_path)
    index = build_index([base])
    facts = list(base.facts())

    def run(query: str, **options: Any) -> list[tuple[str, set[str]]]:
        hits = search(index, facts, query, **options).hits
        return [(hit.fact.id, {match.kind for match in hit.matches}) for hit in hits]

    return run


def _members() -> list[tuple[str, list[str], list[str]]]:
    text = "\n".join(file.read_text(encoding="utf-8") for file in FILES)
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    parted = [(line, *line.partition("; ")[::2]) for line in lines]
    return [
        (line, words.split(", "), said.split(", ") if said else []) for line, words, said in parted
    ]


def test_the_thesaurus_is_well_formed() -> None:
    assert len(GROUPS) == len(_members())
    for (line, words, said), group in zip(_members(), GROUPS, strict=True):
        assert line == " ".join(line.lower().split()), line
        assert len(group.words) == len(words) and len(group.sayings) == len(said), line
        assert group.words and len(words) + len(said) >= 2, line
        assert all(1 <= len(member.split()) <= 3 for member in group.words), line
        assert all(1 <= len(member.split()) <= 5 for member in group.sayings), line
        every = group.words + group.sayings
        assert len(set(every)) == len(every), f"two members of one stem: {line}"


def test_what_a_document_may_say_loses_no_sense_with_its_small_words() -> None:
    """ "Out of work" would be "work", "not guilty" guilt: such phrases are only asked for."""
    for line, words, said in _members():
        for member in words:
            kept = [word for word in member.split() if word not in STOP_WORDS]
            assert len(kept) == 1 == len(member.split()) or len(kept) > 1, (member, line)
            assert not {"no", "not", "nor", "never", "without"} & set(member.split()), (
                member,
                line,
            )
        for member in said:
            assert any(word not in STOP_WORDS for word in member.split()), (member, line)


def test_no_two_words_stand_together_in_two_groups() -> None:
    seen: dict[tuple[str, str], str] = {}
    for (line, _, _), group in zip(_members(), GROUPS, strict=True):
        for asked in group.words + group.sayings:
            for meant in group.words:
                if asked != meant:
                    first, second = sorted((asked, meant))
                    assert seen.setdefault((first, second), line) == line, (asked, meant)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # members of one class
        ("imports", "exports"),
        ("men", "women"),
        ("robbery", "burglary"),
        ("hospital", "clinic"),
        ("refugee", "asylum seeker"),
        ("merger", "takeover"),
        # converses and opposites
        ("lend", "borrow"),
        ("immigrant", "emigrant"),
        ("marriage", "divorce"),
        ("employed", "unemployed"),
        # what changes the count
        ("mean", "median"),
        ("redundancy", "unemployment"),
        ("deaths", "injuries"),
        ("recession", "slowdown"),
        ("court", "judge"),
        # one stem, two senses
        ("domestic", "international"),
        ("children", "minority"),
        ("railway", "training"),
        ("government", "author"),
        ("hiv", "aids"),
    ],
)
def test_what_differs_stands_in_no_group_together(one: str, other: str) -> None:
    first, second = (" ".join(map(stem, words.split())) for words in (one, other))
    for group in GROUPS:
        assert not {first, second} <= {*group.words, *group.sayings}, group


def test_kin_lead_to_words_and_phrases_of_the_base_only() -> None:
    synonyms = synonyms_of_base(
        groups(), {"treati", "troop", "unit", "nation"}, Phrases(" unit nation | treati ")
    )
    assert "treati" in synonyms["pact"]
    assert all(
        meant in {"treati", "troop", "unit", "nation", "unit nation"}
        for others in synonyms.values()
        for meant in others
    )


def test_a_synonym_answers_where_no_word_does(found: Any) -> None:
    assert all("synonym" not in kinds for _, kinds in found("dredging"))
    (first, kinds), *_ = found("annual deepening")
    assert first == "I.harbour-act.dredging"
    assert kinds


def test_exact_asks_no_synonyms(found: Any) -> None:
    assert all("synonym" not in kinds for _, kinds in found("annual charges", exact=True))


@pytest.mark.parametrize("query", ["length of the harbours", "annual taxation of lighthouses"])
def test_a_synonym_of_one_word_makes_no_answer(found: Any, query: str) -> None:
    assert all("synonym" not in kinds for _, kinds in found(query))


@pytest.mark.parametrize(
    ("printed", "query", "answers"),
    [
        ("Two netmakers were unemployed.", "netmakers out of work", True),
        ("Two netmakers were unemployed.", "netmakers at work", False),
        ("Two netmakers were at work.", "unemployed netmakers", False),
        ("The jury acquitted two netmakers.", "netmakers found not guilty", True),
        ("The jury acquitted two netmakers.", "netmakers found guilty", False),
        ("Firms announced 200 redundancies.", "how many were laid off", True),
        ("Two netmakers travelled by railway.", "netmakers by train", True),
        ("Two netmakers were in training.", "netmakers railway", False),
        # "captured" only comes near "arrested": alone it tells nothing
        ("Two netmakers were arrested at sea.", "captured netmakers", True),
        ("Two netmakers were arrested at sea.", "captured smugglers of nets", False),
    ],
)
def test_small_words_of_a_saying_count(printed: str, query: str, answers: bool) -> None:
    source = read_source("source", f"# I. One\n\n{printed}\n".encode(), "markdown")
    path = Path("source.txt")
    raw = checked_text(path, draft_base(source, "source").raw)
    base = assemble(*read_checked(path, raw.encode()))
    hits = search(build_index([base]), list(base.facts()), query).hits
    found = [hit.fact.quote for hit in hits if any(m.kind == "synonym" for m in hit.matches)]
    assert (found == [printed]) is answers, hits


@pytest.mark.parametrize(
    ("rows", "weight", "why"),
    [
        ({}, UNKNOWN_NAME, "nothing is about it"),
        ({0: 0.6}, UNKNOWN, "Germany is"),
    ],
)
def test_a_name_that_the_base_has_in_another_form(
    small_base: Base, rows: dict[int, float], weight: float, why: str
) -> None:
    term = QueryTerm("German", (), rows, own_hits=0)
    assert weights(build_index([small_base]), [term]) == [weight], why
