"""One ranking, two stores: an index file answers as the small index in memory does."""

import json
import os
import random
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest

from wp.base.load import load
from wp.base.location import builtin_path
from wp.errors import InputError, UsageError
from wp.model import Base, Fact
from wp.search.engine import nearest_topics, search
from wp.search.index import build_index
from wp.search.layout import Index
from wp.search.store.build import build
from wp.search.store.index import StoredIndex
from wp.search.store.keep import _digest, open_store
from wp.search.store.model import Parts

Answers = Callable[[str], Any]
INDEX = "0a1b2c3d.index"

_WORDS = (
    "harbour ships island council report treaty wardens landing permits annual storm bridge water "
    "supply people schools courts judges reform police public security fishing vessel crew radio"
).split()


def quiet(reason: str, done: int, whole: int) -> None:
    """Watch the making of an index and say nothing."""


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
        quote = f"{number} {name} {' '.join(words)} {amount} ships in {year}."
        quote = " ".join(quote.split())
        paragraphs.append(quote)
        fact: dict[str, Any] = {
            "statement": quote if number % 2 else " ".join(words[:5]),
            "quote": quote,
            "dates": [{"text": f"in {year}", "start": str(year), "end": str(year)}],
        }
        if number % 3 == 0:
            fact["aliases"] = [chance.choice(_WORDS), f"{chance.choice(_WORDS)} lore"]
            fact["figures"] = [
                {"text": str(amount), "value": amount, "unit": "ships", "measures": "ships seen"}
            ]
        key = f"{_WORDS[number // 20 % len(_WORDS)]}-{number // 20}"
        title = f"The {key.split('-')[0]} question"
        topic = topics.setdefault(key, {"title": title, "aliases": ["sea matters"], "facts": {}})
        topic["facts"][f"f-{number}"] = fact
    return {
        "schema_version": 1,
        "document": {
            "id": "generated",
            "title": "Generated",
            "publisher": "Nobody",
            "published": "2020",
            "language": "en",
        },
        "sections": {"I": {"title": "All", "paragraphs": paragraphs, "topics": topics}},
    }


def stored(paths: list[Path], folder: Path) -> tuple[StoredIndex, Parts]:
    """Make an index file in a folder and open it."""
    index = StoredIndex(open_store(folder / INDEX, paths, "test", quiet))
    return index, Parts(index.store)


def shown(index: Any, facts: Any, query: str, **options: Any) -> Any:
    """Give what a search shows, or that it refuses."""
    try:
        answer = search(index, facts, query, **options)
    except UsageError as error:
        return str(error)
    return [(hit.fact.id, hit.score, hit.matches) for hit in answer.hits], answer.corrections


@pytest.fixture(scope="module", params=["built-in", "generated"])
def both(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Base, Any, StoredIndex, Parts]]:
    """A base with its index in memory and its index file."""
    folder = tmp_path_factory.mktemp("stored")
    path = builtin_path()
    if request.param == "generated":
        path = folder / "generated.json"
        path.write_text(json.dumps(generated(7, 1500)), encoding="utf-8")
    base = load(path)
    yield base, build_index([base]), *stored([path], folder)


def queries(base: Base) -> Iterator[str]:
    """Make queries of words as printed, misspelt, joined, common, with numbers and dates."""
    chance = random.Random(11)
    facts = list(base.facts())
    printed = [word for fact in facts for word in fact.quote.split()]
    for _ in range(120):
        words = chance.choice(facts).quote.split()
        at = chance.randrange(len(words))
        some = words[at : at + chance.randint(1, 6)]
        yield " ".join(some)
        chance.shuffle(some)
        yield " ".join(_misspelt(word, chance) for word in some)
        yield " ".join(chance.choices(printed, k=chance.randint(1, 4)))
    yield from ("how many ships in 1999", "UIC", "united island council", "sea matters", "storm")
    yield from (
        "shipsharbour",
        '"public security"',
        "asr report",
        "when was the reform",
        "12 ships",
    )
    yield from ("country", "boats and pupils", "law enforcement officers", "", "zzqx")


def _misspelt(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return chance.choice((word[:at] + word[at + 1 :], word[:at] + "e" + word[at:], word)) or word


def test_both_stores_give_the_same_answers(both: tuple[Base, Any, StoredIndex, Parts]) -> None:
    base, index, stored_index, parts = both
    facts = tuple(base.facts())
    for query in queries(base):
        in_memory = shown(index, facts, query)
        assert shown(Index(stored_index), parts.facts, query) == in_memory, query


@pytest.mark.parametrize("options", [{"exact": True}, {"limit": 1}, {"topics": True}])
def test_both_stores_narrow_alike(
    both: tuple[Base, Any, StoredIndex, Parts], options: dict[str, Any]
) -> None:
    base, index, stored_index, parts = both
    facts = tuple(base.facts())
    if "topics" in options:
        options = {"topics": {topic.key for topic in list(base.topics())[::3]}}
    for query in list(queries(base))[::5]:
        in_memory = shown(index, facts, query, **options)
        assert shown(Index(stored_index), parts.facts, query, **options) == in_memory, query
        if query and in_memory:
            assert nearest_topics(Index(stored_index), query, 3) == nearest_topics(index, query, 3)


@pytest.mark.parametrize("options", [{}, {"limit": 1}, {"topics": True}])
def test_both_stores_answer_alike_where_facts_are_parted_by_strength(
    both: tuple[Base, Any, StoredIndex, Parts],
    options: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # So few facts as there are here are otherwise added up one by one.
    monkeypatch.setattr("wp.search.store.best._MANY", 3)
    monkeypatch.setattr("wp.search.store.best._FEW", 2)
    monkeypatch.setattr("wp.search.store.best._PARTS", 10**6)
    base, index, stored_index, parts = both
    facts = tuple(base.facts())
    if "topics" in options:
        options = {"topics": {topic.key for topic in list(base.topics())[::3]}}
    for query in list(queries(base))[::4]:
        in_memory = shown(index, facts, query, **options)
        assert shown(Index(stored_index), parts.facts, query, **options) == in_memory, query


def as_told(fact: Fact, url: str) -> tuple[Any, ...]:
    """Give what a fact tells; a link only where its section has an address."""
    told = list(fact)
    told[9] = fact.fragment if url else ""
    return tuple(told)


def test_the_parts_of_a_base_are_the_same(both: tuple[Base, Any, StoredIndex, Parts]) -> None:
    base, _, _, parts = both
    (stored_base,) = parts.bases
    assert (stored_base.document, stored_base.digest) == (base.document, base.digest)
    url = base.sections[0].url
    assert [as_told(fact, url) for fact in list(parts.facts)[::7]] == [
        as_told(fact, url) for fact in list(base.facts())[::7]
    ]
    for ours, theirs in zip(stored_base.sections, base.sections, strict=True):
        assert (ours.id, ours.title, ours.text) == (theirs.id, theirs.title, theirs.text)
        assert [(t.key, t.aliases, len(t.facts)) for t in ours.topics] == [
            (t.key, t.aliases, len(t.facts)) for t in theirs.topics
        ]
    fact = list(base.facts())[3]
    assert [found.id for found in parts.named(fact.id.lower())] == [fact.id]


class Watched:
    """Counts how often an index was made, and why."""

    def __init__(self) -> None:
        self.reasons: set[str] = set()

    def __call__(self, reason: str, done: int, whole: int) -> None:
        self.reasons.add(reason)


@pytest.fixture
def base_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small generated base, changed long ago."""
    path = tmp_path / "base.json"
    path.write_text(json.dumps(generated(3, 60)), encoding="utf-8")
    os.utime(path, (1e9, 1e9))
    # The time of its entry in the folder is that of now, and cannot be set.
    monkeypatch.setattr("wp.search.store.keep._UNSURE_NS", 0)
    return path


def reopened(base_file: Path, maker: str = "test") -> tuple[set[str], int]:
    """Open the index of a base; give why it was made, if it was, and what a search finds in it."""
    watched = Watched()
    index = StoredIndex(open_store(base_file.parent / INDEX, [base_file], maker, watched))
    found = len(search(Index(index), Parts(index.store).facts, "harbour").hits)
    return watched.reasons, found


def test_an_index_that_fits_is_used(base_file: Path) -> None:
    assert reopened(base_file)[0] == {"there is none yet"}
    assert reopened(base_file)[0] == set()
    os.utime(base_file, (2e9, 1e9 + 5))
    assert reopened(base_file)[0] == set(), "the same content at another time"


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda index: os.truncate(index, index.stat().st_size // 2), "damaged"),
        (lambda index: os.truncate(index, 10), "damaged"),
        (lambda index: index.write_bytes(b"\0" * 4096), "damaged"),
        (lambda index: index.write_bytes(b""), "damaged"),
    ],
    ids=["half", "ten bytes", "zeros", "empty"],
)
def test_a_spoilt_index_is_made_anew(
    base_file: Path, spoil: Callable[[Path], None], reason: str
) -> None:
    found = reopened(base_file)[1]
    spoil(base_file.parent / INDEX)
    (told,), again = reopened(base_file)
    assert reason in told
    assert again == found


def _kept_size_and_time(base_file: Path, old: str, new: str) -> None:
    before = base_file.stat()
    base_file.write_text(base_file.read_text("utf-8").replace(old, new), "utf-8")
    os.utime(base_file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert base_file.stat().st_size == before.st_size


def test_a_base_changed_with_its_size_and_time_kept_is_told(base_file: Path) -> None:
    reopened(base_file)
    # So do tar, rsync -t, cp -p and images with clamped times.
    _kept_size_and_time(base_file, "harbour", "airport")
    assert reopened(base_file) == ({"the base has changed"}, 0)


def test_a_base_replaced_by_one_of_its_size_and_time_is_told(base_file: Path) -> None:
    reopened(base_file)
    other = base_file.with_name("other.json")
    shutil.copy2(base_file, other)
    _kept_size_and_time(other, "harbour", "airport")
    other.replace(base_file)
    assert reopened(base_file) == ({"the base has changed"}, 0)


def test_exchanged_indexes_answer_for_no_other_base(base_file: Path) -> None:
    other = base_file.with_name("other.json")
    shutil.copy2(base_file, other)
    _kept_size_and_time(other, "harbour", "airport")
    watched = Watched()
    open_store(base_file.with_name("00000000.index"), [other], "test", watched)
    base_file.with_name("00000000.index").replace(base_file.with_name(INDEX))
    assert reopened(base_file)[0] == {"the base has changed"}


def test_the_time_of_a_base_just_changed_is_not_trusted(
    base_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wp.search.store.keep._UNSURE_NS", 10**30)
    reopened(base_file)
    asked: list[Path] = []

    def digest(path: Path) -> str:
        asked.append(path)
        return _digest(path)

    monkeypatch.setattr("wp.search.store.keep._digest", digest)
    assert reopened(base_file)[0] == set()
    assert asked == [base_file]


def test_the_same_content_at_another_time_is_compared_once(
    base_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reopened(base_file)
    os.utime(base_file, (2e9, 1e9 + 5))
    assert reopened(base_file)[0] == set()
    monkeypatch.setattr("wp.search.store.keep._digest", None)
    assert reopened(base_file)[0] == set()


QUERIES = ("harbour", "ships 2004", "islnd cuoncil", '"annual storm"', "UIC", "sea matters", "557")


def answers(index: StoredIndex) -> list[Any]:
    """Give what some queries find and what is shown of it."""
    parts = Parts(index.store)
    found = [shown(Index(index), parts.facts, query) for query in QUERIES]
    return [*found, [as_told(fact, "") for fact in list(parts.facts)[::9]], parts.bases[0].document]


@pytest.mark.parametrize("seed", range(4))
def test_damage_changes_no_answer(base_file: Path, seed: int) -> None:
    """Whatever is flipped, cut, doubled or moved: the same answers, or the index is made anew."""
    file = base_file.with_name(INDEX)
    paths = [base_file]
    expected = answers(StoredIndex(open_store(file, paths, "test", quiet)))
    whole = file.read_bytes()
    chance = random.Random(seed)
    for _ in range(40):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 1, 1, 5))):
            at, to = chance.randrange(len(whole)), chance.randrange(len(whole))
            match chance.choice(("bit", "bit", "bit", "zeros", "cut", "copy")):
                case "bit":
                    damaged[at % len(damaged)] ^= 1 << chance.randrange(8)
                case "zeros":
                    stretch = bytes(len(damaged[at : at + 512]))
                    damaged[at : at + 512] = stretch
                case "cut":
                    del damaged[max(at, 1) :]
                case _:
                    damaged[at : at + 8192] = whole[to : to + 8192]
        file.write_bytes(damaged)
        assert answers(StoredIndex(open_store(file, paths, "test", quiet))) == expected


def test_an_index_damaged_while_it_is_open_is_made_anew(base_file: Path) -> None:
    watched = Watched()
    file = base_file.with_name(INDEX)
    expected = answers(StoredIndex(open_store(file, [base_file], "test", quiet)))
    store = open_store(file, [base_file], "test", watched)
    with file.open("r+b") as index:
        index.write(bytes(8192 * 40))
    assert answers(StoredIndex(store)) == expected
    assert watched.reasons == {"it is damaged"}


def test_a_base_changed_meanwhile_is_not_mixed_with_the_old_one(base_file: Path) -> None:
    file = base_file.with_name(INDEX)
    store = open_store(file, [base_file], "test", quiet)
    with file.open("r+b") as index:
        index.write(bytes(8192 * 40))
    base_file.write_text(base_file.read_text("utf-8").replace("harbour", "airport"), "utf-8")
    with pytest.raises(InputError, match="has changed while it was read"):
        answers(StoredIndex(store))


def test_threads_open_and_ask_one_index_side_by_side(base_file: Path) -> None:
    file = base_file.with_name(INDEX)
    expected: list[Any] = []
    failed: list[BaseException] = []

    def ask(index: StoredIndex | None = None) -> None:
        try:
            for _ in range(3):
                found = answers(index or StoredIndex(open_store(file, [base_file], "test", quiet)))
                expected.append(found)
        except BaseException as error:
            failed.append(error)

    shared = StoredIndex(open_store(file, [base_file], "test", quiet))
    file.unlink()
    threads = [threading.Thread(target=ask) for _ in range(3)]
    threads += [threading.Thread(target=ask, args=(shared,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert all(found == expected[0] for found in expected)
    assert len(expected) == 18


@pytest.mark.parametrize(
    "plant",
    [
        lambda file: file.symlink_to("/dev/zero"),
        lambda file: file.symlink_to(file.with_name("base.json")),
        os.mkfifo,
        lambda file: file.touch(0o666) or file.chmod(0o666),
    ],
    ids=["endless", "link", "pipe", "open to others"],
)
def test_what_was_planted_under_the_name_is_replaced(
    base_file: Path, plant: Callable[[Path], Any]
) -> None:
    content = base_file.read_bytes()
    plant(base_file.with_name(INDEX))
    assert reopened(base_file)[1]
    assert reopened(base_file)[0] == set()
    assert base_file.read_bytes() == content


def test_an_index_of_another_version_or_content_is_made_anew(base_file: Path) -> None:
    reopened(base_file)
    assert reopened(base_file, "newer")[0] == {"it is of another version"}
    base_file.write_text(base_file.read_text("utf-8").replace("harbour", "airport"), "utf-8")
    assert reopened(base_file, "newer") == ({"the base has changed"}, 0)


def test_nothing_is_left_of_an_index_that_was_not_done(base_file: Path) -> None:
    text = base_file.read_text("utf-8")
    base_file.write_text(text.replace('"quote": "59', '"quote": "58'), encoding="utf-8")
    with pytest.raises(InputError, match="does not stand in the text"):
        reopened(base_file)
    assert [path.name for path in base_file.parent.iterdir()] == ["base.json"]


@pytest.mark.parametrize("times", [1, 2])
def test_a_full_disk_is_told_in_one_clear_line(
    base_file: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    left = [apsw.FullError("database or disk is full")] * times

    def full_at_first(*arguments: Any) -> None:
        if left:
            raise left.pop()
        build(*arguments)

    monkeypatch.setattr("wp.search.store.build.build", full_at_first)
    if times == 2:
        with pytest.raises(InputError, match=r"nor in a temporary file: .*disk is full.*WP_CACHE"):
            reopened(base_file)
    else:
        (told,), found = reopened(base_file)
        assert re.match(r"it cannot be kept in .* \(.*disk is full\): each search", told)
        assert found
    assert [path.name for path in base_file.parent.iterdir()] == ["base.json"]
