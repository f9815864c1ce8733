"""A base too large for the prepared form: the same commands, an index file, what is told of it."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

RunWp = Any
TOLD = "wp: making the index of a large base"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base of few facts and much text, none of it a passage: soon made and still large."""
    path = tmp_path_factory.mktemp("large") / "large.json"
    quotes = [f"Ship {n} landed {n + 3} tons of herring." for n in range(30)]
    sections = {
        f"S{part}": {
            "title": f"Part {part}",
            "url": "https://example.org/part",
            "paragraphs": [*quotes, "It is so. " * 25_000],
            "topics": {
                "ships": {
                    "title": "Ships",
                    "aliases": ["vessels"],
                    "facts": {
                        f"ship-{part}-{n}": {"statement": quote, "quote": quote}
                        for n, quote in enumerate(quotes)
                    },
                }
            },
        }
        for part in range(10)
    }
    document = {
        "id": "large",
        "title": "A Large Report",
        "publisher": "Nobody",
        "published": "2020",
        "language": "en",
    }
    raw = {"schema_version": 1, "document": document, "sections": sections}
    path.write_text(json.dumps(raw), encoding="utf-8")
    return path


def test_commands_answer_from_a_large_base(run_wp: RunWp, large: Path) -> None:
    env = {"WP_FACTS": str(large)}
    done = run_wp("search", "herrng ship 7", "--json", "-n", "1", env=env)
    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith(TOLD)
    (fact,) = json.loads(done.stdout)
    assert fact["quote"] == "Ship 7 landed 10 tons of herring."
    assert fact["text_fragment_url"].startswith("https://example.org/part#:~:text=")
    again = run_wp("search", "herrng ship 7", "--json", "-n", "1", env=env)
    assert (again.stdout, again.stderr) == (done.stdout, "")
    shown = run_wp("show", "ship-4-2", "--json", env=env)
    assert json.loads(shown.stdout)[0]["id"] == "S4.ships.ship-4-2"
    assert len(json.loads(run_wp("section", "S3", "--json", env=env).stdout)) == 30
    assert len(json.loads(run_wp("topic", "S2.ships", "--json", env=env).stdout)) == 30
    table = run_wp("search", "herring", "--section", "S5", env=env)
    assert "ship-5-" in table.stdout
    assert "ship-4-" not in table.stdout


@pytest.mark.parametrize(
    ("name", "told"),
    [
        # another topic, a word of facts, nothing like any, no word at all
        ("S4.fleet.ship-4-29", "no fact 'S4.fleet.ship-4-29'; nearest: S4.ships.ship-4-29, "),
        ("herring", "no fact 'herring'; nearest: S0.ships.ship-0-"),
        ("dragons", "no fact 'dragons'; find ids with `wp search`"),
        ("--", "no fact '--'; find ids"),
    ],
)
def test_an_unknown_fact_of_a_large_base(run_wp: RunWp, large: Path, name: str, told: str) -> None:
    done = run_wp("show", "--", name, env={"WP_FACTS": str(large)})
    assert (done.returncode, done.stdout) == (1, "")
    assert told in done.stderr


def test_a_cut_off_index_is_made_anew(run_wp: RunWp, large: Path, tmp_path: Path) -> None:
    env = {"WP_FACTS": str(large), "WP_CACHE": str(tmp_path / "cache")}
    first = run_wp("search", "herring", "--json", env=env)
    (index,) = (tmp_path / "cache").glob("*.index")
    os.truncate(index, index.stat().st_size // 2)
    again = run_wp("search", "herring", "--json", env=env)
    assert again.stdout == first.stdout
    assert again.stderr.startswith(TOLD)


def test_a_cache_that_cannot_be_written(run_wp: RunWp, large: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    asked = ("search", "herring", "--json", "--facts", str(large))
    for _ in range(2):
        done = run_wp(*asked, env={"WP_CACHE": f"{tmp_path}/file"})
        assert done.returncode == 0
        assert done.stderr.startswith(f"{TOLD} (it cannot be kept in ")
        assert "each search makes it anew" in done.stderr
        assert done.stderr.count("\n") == 1
    assert done.stdout == run_wp(*asked).stdout


def test_a_large_base_in_another_order(run_wp: RunWp, large: Path, tmp_path: Path) -> None:
    path = tmp_path / "sorted.json"
    path.write_text(json.dumps(json.loads(large.read_text("utf-8")), sort_keys=True), "utf-8")
    asked = ("search", "herring ship 7", "--json")
    done = run_wp(*asked, "--facts", str(path))
    assert done.returncode == 0, done.stderr
    assert done.stdout == run_wp(*asked, "--facts", str(large)).stdout


def test_a_fault_deep_in_a_large_base(run_wp: RunWp, large: Path, tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(
        large.read_bytes().replace(b'"statement": "Ship 9 ', b'"statement" "Ship 9 ', 1)
    )
    done = run_wp("search", "herring", "--facts", str(path))
    assert done.returncode == 2
    assert "not valid JSON: Expecting ':' delimiter" in done.stderr
    assert "line 1, column " in done.stderr
