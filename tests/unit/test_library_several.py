"""Several bases in one library: their parts stay apart, and names mean what they say."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from wp.base import chosen_bases
from wp.errors import NotFoundError
from wp.library import Library, open_library
from wp.model import is_chosen

OLD, NEW, TERNS = "harbour-report-2020", "harbour-report-2021", "tern-island-2019"


@pytest.fixture(scope="module")
def library(small_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Two editions with every section and topic in common, and a document of another make."""
    folder = tmp_path_factory.mktemp("several")
    raw: dict[str, Any] = json.loads(small_path.read_text(encoding="utf-8"))
    raw["document"] |= {"id": NEW, "edition": "Second edition"}
    twin = folder / "twin.json"
    twin.write_text(json.dumps(raw), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WP_CACHE", str(folder / "cache"))
        return open_library([small_path, twin, small_path.with_name("tern-island.facts.json")])


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("I", [(OLD, "I"), (NEW, "I")]),
        (f"{NEW}:I", [(NEW, "I")]),
        (f"{OLD}: Harbours", [(OLD, "I")]),
        ("harbors", [(OLD, "I"), (NEW, "I")]),  # misspelt in both
        (f"{NEW}:closing words", [(NEW, "Closing")]),
        ("1", [(TERNS, "1")]),  # as the document writes it, before another way of writing it
        ("2", [(OLD, "II"), (NEW, "II")]),
        (f"{TERNS}:i", [(TERNS, "1")]),
        ("terns", [(TERNS, "1")]),
        (f"{OLD.upper()}:II", [(OLD, "II")]),
    ],
)
def test_sections_by_name(library: Library, name: str, found: list[tuple[str, str]]) -> None:
    assert [(s.document, s.id) for s in library.find_sections(name)] == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("landings", [(OLD, "landings"), (NEW, "landings")]),
        (f"{NEW}:landings", [(NEW, "landings")]),
        (f"{NEW}:II.landings", [(NEW, "landings")]),
        ("II.landings", [(OLD, "landings"), (NEW, "landings")]),
        (f"{OLD}:catch", [(OLD, "landings")]),  # an alias
        ("birds", [(TERNS, "nests")]),
        ("landngs", [(OLD, "landings"), (NEW, "landings")]),
    ],
)
def test_topics_by_name(library: Library, name: str, found: list[tuple[str, str]]) -> None:
    assert [(t.document, t.key) for t in library.find_topics(name)] == found


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        (f"{NEW}:I.ship-calls.calls", f"{NEW}:I.ship-calls.calls"),
        (f"{OLD}:calls", f"{OLD}:I.ship-calls.calls"),
        (f"{OLD}:ship-calls.calls", f"{OLD}:I.ship-calls.calls"),
        ("1.nests.pairs", f"{TERNS}:1.nests.pairs"),
        ("litter", f"{TERNS}:1.visits.litter"),
    ],
)
def test_facts_by_id(library: Library, name: str, id_: str) -> None:
    assert library.qualify(library.fact(name)) == id_


@pytest.mark.parametrize(
    ("find", "name", "nearest"),
    [
        (
            "fact",
            "I.ship-calls.calls",
            {f"{OLD}:I.ship-calls.calls", f"{NEW}:I.ship-calls.calls"},
        ),
        ("section", "I", {f"{OLD}:I", f"{NEW}:I"}),
        ("topic", "landings", {f"{OLD}:II.landings", f"{NEW}:II.landings"}),
    ],
)
def test_what_two_documents_have_is_not_one_thing(
    library: Library, find: str, name: str, nearest: set[str]
) -> None:
    with pytest.raises(NotFoundError) as caught:
        getattr(library, find)(name)
    assert set(caught.value.nearest) == nearest


def test_a_name_that_was_offered_is_taken(library: Library) -> None:
    for find, name in (("section", "I"), ("topic", "landings"), ("fact", "II.landings.wardens")):
        with pytest.raises(NotFoundError) as caught:
            getattr(library, find)(name)
        for offered in caught.value.nearest:
            assert library.base_of(getattr(library, find)(offered)).document.id in offered


def test_a_part_without_text_is_told_by_its_own_document(library: Library) -> None:
    with pytest.raises(NotFoundError, match=r'"Lighthouses".*which holds I, II, Closing$'):
        library.find_sections(f"{NEW}:III")


def test_each_part_belongs_to_its_own_base(library: Library) -> None:
    assert len(library.bases) == 3
    for base in library.bases:
        for section in base.sections:
            assert library.base_of(section) is base
        for topic in base.topics():
            assert library.base_of(topic) is base
        for fact in base.facts():
            assert library.base_of(fact) is base


@pytest.mark.parametrize(
    ("choice", "kept"),
    [
        ({"II"}, {OLD, NEW}),
        ({f"{NEW}:II"}, {NEW}),
        ({f"{NEW}:II", f"{TERNS}:1"}, {NEW, TERNS}),
        ({f"{TERNS}:II"}, set()),
    ],
)
@pytest.mark.parametrize("query", ["", "wardens"])
def test_a_search_and_a_list_keep_to_the_document_chosen(
    library: Library, query: str, choice: set[str], kept: set[str]
) -> None:
    facts = library.choose(query, sections=choice)
    assert {fact.document for fact in facts} == kept
    if query:
        hits = library.search(query, sections=choice, limit=100).hits
        assert {hit.fact.document for hit in hits} == kept


def test_a_topic_is_chosen_in_one_document() -> None:
    assert is_chosen((), "any", "thing")
    assert is_chosen({"landings"}, NEW, "landings")
    assert is_chosen({f"{NEW}:landings"}, NEW, "landings")
    assert not is_chosen({f"{NEW}:landings"}, OLD, "landings")


def test_a_quotation_names_the_document_it_stands_in(library: Library) -> None:
    verdict = library.verify("In 2017 the island had 36,000 visitors")
    assert (verdict.document, verdict.facts) == (TERNS, (f"{TERNS}:1.visits.visitors",))


def test_who_chooses_the_bases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--facts` before `WP_FACTS` before the data folder before the built-in base."""
    folder = tmp_path / "data"
    monkeypatch.setenv("WP_DATA", str(folder))
    monkeypatch.delenv("WP_FACTS", raising=False)
    assert chosen_bases().origin == "built-in"
    folder.mkdir()
    (folder / "notes.txt").write_text("no base", encoding="utf-8")
    (folder / ".half.json").write_text("hidden", encoding="utf-8")
    assert chosen_bases().origin == "built-in"
    for name in ("b.json", "a.json"):
        (folder / name).write_text("{}", encoding="utf-8")
    assert chosen_bases() == ("data folder", [folder / "a.json", folder / "b.json"])
    monkeypatch.setenv("WP_FACTS", os.pathsep.join(("x.json", "", str(tmp_path / "y.json"))))
    assert chosen_bases() == ("WP_FACTS", [Path("x.json"), tmp_path / "y.json"])
    assert chosen_bases([Path("z.json")]) == ("--facts", [Path("z.json")])
