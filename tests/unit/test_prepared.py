"""The prepared form of a base: the same base and answers as without, whatever befalls its file."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from heapq import nlargest
from operator import neg
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.base.load import load
from wp.errors import UsageError
from wp.library import Library, open_bases, open_library
from wp.library.packed import pack, unpack
from wp.model import Base
from wp.search.query import parse_query
from wp.search.rank import coverage, weights
from wp.search.terms import find_terms
from wp.verify.claims.claim_words import claim_words
from wp.verify.corpus import Corpus

_WORDS = (
    "harbour ships island council report treaty wardens landing permits annual storm bridge water "
    "supply people schools courts judges reform police public security fishing vessel crew radio"
).split()


def generated(seed: int, count: int) -> dict[str, Any]:
    """Make a base whose words come in all frequencies, with aliases, figures, dates, acronyms."""
    chance = random.Random(seed)
    rare = ["".join(chance.choices("bcdfglmnprstaeiou", k=7)) for _ in range(count // 4)]
    topics: dict[str, Any] = {}
    paragraphs = []
    for number in range(count):
        words = [chance.choice(_WORDS[: chance.randint(1, len(_WORDS))]) for _ in range(9)]
        words[3] = chance.choice(rare)
        amount, year = chance.randint(2, 900), chance.randint(1990, 2020)
        name = chance.choice(("United Island Council", "UIC", "Annual Storm Report (ASR)", ""))
        quote = " ".join(f"{number} {name} {' '.join(words)} {amount} ships in {year}.".split())
        paragraphs.append(f"{quote} The {chance.choice(rare)} was left out.")
        fact: dict[str, Any] = {
            "statement": quote if number % 2 else " ".join(words[:5]),
            "quote": quote,
            "dates": [{"text": f"in {year}", "start": str(year), "end": str(year)}],
        }
        if number % 3 == 0:
            figure = {
                "text": str(amount),
                "value": amount,
                "unit": "ships",
                "measures": "ships seen",
            }
            fact["aliases"] = [chance.choice(_WORDS), f"{chance.choice(_WORDS)} lore"]
            fact["figures"] = [figure | {"period": fact["dates"][0]}]
        key = f"{_WORDS[number // 20 % len(_WORDS)]}-{number // 20}"
        title = f"The {key.split('-')[0]} question"
        topic = topics.setdefault(key, {"title": title, "aliases": ["sea matters"], "facts": {}})
        topic["facts"][f"f-{number}"] = fact
    document = {
        "id": "generated",
        "title": "Generated",
        "publisher": "Nobody",
        "published": "2020",
        "language": "en",
        "contents": [{"id": "I", "title": "All", "included": True}],
    }
    pages = [{"page": "7", "paragraph": 1, "offset": 0}]
    section = {"title": "All", "paragraphs": paragraphs, "topics": topics, "pages": pages}
    return {"schema_version": 1, "document": document, "sections": {"I": section}}


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> tuple[Library, Library]:
    """A generated base as it was loaded, and opened from its prepared form."""
    folder = tmp_path_factory.mktemp("prepared")
    path = folder / "generated.json"
    path.write_text(json.dumps(generated(7, 1200)), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WP_CACHE", str(folder / "cache"))
        open_library([path])
        return Library((load(path),)), open_library([path])


def test_the_base_is_the_same(libraries: tuple[Library, Library]) -> None:
    loaded, opened = libraries
    assert opened.bases == loaded.bases
    assert opened.facts == loaded.facts
    assert hash(opened.bases[0].sections[0]) == hash(loaded.bases[0].sections[0])
    assert opened.facts[-1] == loaded.facts[-1]
    assert opened.facts[3:9:2] == loaded.facts[3:9:2]
    with pytest.raises(IndexError):
        opened.facts[len(loaded.facts)]


def queries(base: Base) -> Iterator[str]:
    """Make queries of words as printed, misspelt, joined, common, with numbers and dates."""
    chance = random.Random(11)
    facts = list(base.facts())
    printed = [word for fact in facts for word in fact.quote.split()]
    for _ in range(30):
        words = chance.choice(facts).quote.split()
        at = chance.randrange(len(words))
        some = words[at : at + chance.randint(1, 6)]
        yield " ".join(some)
        chance.shuffle(some)
        yield " ".join(_misspelt(word, chance) for word in some)
        yield " ".join(chance.choices(printed, k=chance.randint(1, 4)))
    yield from ("how many ships in 1999", "UIC", "united island council", "sea matters", "storm")
    yield from ("shipsharbour", '"public security"', "asr report", "since 2015", "12 ships")
    yield from ("country", "boats and pupils", "law enforcement officers", "", "zzqx", "-ships sea")


def _misspelt(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return chance.choice((word[:at] + word[at + 1 :], word[:at] + "e" + word[at:], word)) or word


def shown(library: Library, query: str, **options: Any) -> Any:
    """Give what a search shows, or that it refuses."""
    try:
        return library.search(query, **options)
    except UsageError as error:
        return str(error)


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"exact": True},
        {"limit": 1, "near": 3},
        {"topics": ["harbour-0", "council-3"], "with_passages": False},
    ],
)
def test_the_answers_are_the_same(
    libraries: tuple[Library, Library], options: dict[str, Any]
) -> None:
    loaded, opened = libraries
    for query in list(queries(loaded.bases[0]))[:: 2 if options else 1]:
        assert shown(opened, query, **options) == shown(loaded, query, **options), query


def test_what_is_left_out_is_not_among_the_best(libraries: tuple[Library, Library]) -> None:
    """The best of adding up every row are those that are found, with the same sums."""
    _, opened = libraries
    left_out = 0
    for query in queries(opened.bases[0]):
        if not query.strip(' "-'):
            continue
        terms = find_terms(opened.index, parse_query(query))
        told = weights(opened.index, terms)
        every: dict[int, float] = {}
        for term, weight in zip(terms, told, strict=True):
            for row, strength in term.rows.items():
                every[row] = every.get(row, 0.0) + weight * strength
        for count, least in ((5, 0.0), (60, 0.4 * sum(told))):
            found = coverage(terms, told, lambda row: row % 7 > 0, count, least)
            allowed = {row: held for row, held in every.items() if row % 7}
            best = nlargest(count, zip(allowed.values(), map(neg, allowed), strict=True))
            best = [one for one in best if one[0] >= least]
            assert best == nlargest(len(best), zip(found.values(), map(neg, found), strict=True))
            left_out += len(allowed) - len(found)
    assert left_out > 1000


def test_the_words_of_claims_are_kept_apart(
    small_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WP_CACHE", str(tmp_path))
    first = open_bases([small_path])
    assert [file.suffix for file in tmp_path.iterdir()] == [".prepared"]
    words = first.claims()
    assert sorted(file.suffix for file in tmp_path.iterdir()) == [".claims", ".prepared"]
    again, made = open_bases([small_path]).claims(), claim_words([load(small_path)])
    # What was worked out of words is kept to save time: it grows with what a process has read.
    assert again == words
    assert {**made, "learnt": ()} == {**words, "learnt": ()}


def test_the_texts_that_quotations_are_held_against_are_kept_as_they_are_read(
    small_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WP_CACHE", str(tmp_path))
    read = Corpus([load(small_path)]).sources
    for _ in range(2):
        kept = open_library([small_path]).corpus.sources
        for one, other in zip(kept, read, strict=True):
            assert (one.text, one.texts, one.stream) == (other.text, other.texts, other.stream)
            assert (one.spans, one.words_before) == (other.spans, other.words_before)
    assert sorted(file.suffix for file in tmp_path.iterdir()) == [".prepared", ".tokens"]


@pytest.mark.parametrize("seed", range(3))
def test_damage_changes_no_answer(
    small_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Whatever is flipped, cut, doubled or moved: the same answers, the form being made anew."""
    monkeypatch.setenv("WP_CACHE", str(tmp_path))

    def answers() -> Any:
        library = open_library([small_path])
        asked = ("herring", "how many wardens", "habours", "2014")
        return [library.search(query) for query in asked], tuple(library.facts), library.bases

    expected = answers()
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    chance = random.Random(seed)
    for _ in range(15):
        damaged = bytearray(whole)
        at, to = chance.randrange(len(whole)), chance.randrange(len(whole))
        match chance.choice(("bit", "bit", "bit", "zeros", "cut", "copy")):
            case "bit":
                damaged[at] ^= 1 << chance.randrange(8)
            case "zeros":
                damaged[at : at + 512] = bytes(len(damaged[at : at + 512]))
            case "cut":
                del damaged[at:]
            case _:
                damaged[at : at + 8192] = whole[to : to + 8192]
        file.write_bytes(damaged)
        assert answers() == expected
        assert file.read_bytes() != damaged or damaged == whole


_TEXTS = {
    "paper.md": "# Boats\n\nIn 2016, 12.7 tons were landed by the boats of the island.\n",
    "papier.md": "# Boote\n\nIm Jahr 2016 wurden rund 12,7 Tonnen Fisch von Booten angelandet.\n",
}


@pytest.mark.parametrize(
    ("what", "folders"),
    [
        (
            "wp.library.open_library([path]); wp.library.open_bases([path]).claims()",
            "wp.library.cache.MAKERS",
        ),
        ("wp.library.given.base_bytes(path)", "wp.library.cache.DRAFTERS"),
    ],
)
@pytest.mark.parametrize("name", ["base.json", *_TEXTS])
def test_a_change_of_any_code_that_makes_what_is_kept_shows(
    what: str, folders: str, name: str, small_path: Path, tmp_path: Path
) -> None:
    """Every module that preparing or drafting loads lies in a folder whose files are looked at.

    All but the form of a verdict, of which nothing is kept.
    """
    path = tmp_path / name
    path.write_text(_TEXTS.get(name) or small_path.read_text())
    drafts = "*wp.library.cache.DRAFTERS, " if name in _TEXTS else ""
    code = f"""if True:
        import pathlib, sys, wp.library.given, wp.library, wp.library.cache
        path = pathlib.Path({str(path)!r})
        {what}
        sys.modules = {{n: m for n, m in sys.modules.items() if n[:3] == "wp."}}
        sys.modules.pop("wp.verify", None), sys.modules.pop("wp.verify.verdict", None)
        files = [module.__file__ for module in sys.modules.values()]
        made = {{pathlib.Path(file).parent for file in files if file}}
        print(*sorted(map(str, made - {{{drafts}*{folders}}})))
    """
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "WP_CACHE": str(tmp_path / "cache")},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.split() == []


_PLAIN = st.one_of(st.integers(), st.text(), st.tuples(st.integers(), st.text()), st.binary())
_TABLES = st.dictionaries(st.text(max_size=3), _PLAIN, max_size=400)


@given(st.dictionaries(st.text(), st.one_of(_PLAIN, _TABLES), max_size=5))
def test_what_is_packed_comes_back(parts: dict[str, Any]) -> None:
    packed = unpack(pack(parts))
    for name, part in parts.items():
        assert packed[name] == part or dict(packed[name]) == part


def test_a_cut_table_behaves_as_a_dict() -> None:
    table = {f"{letter}{number}": number for letter in "abc" for number in range(100)}
    table[""] = -1
    packed = unpack(pack({"table": table}))["table"]
    assert not isinstance(packed, dict), "large enough to be cut"
    assert dict(packed) == table
    assert len(packed) == len(table)
    assert packed["b7"] == 7 and packed[""] == -1
    assert packed.get("b100") is None and packed.get("z", 3) == 3
    assert "c99" in packed and "d1" not in packed and 5 not in packed
