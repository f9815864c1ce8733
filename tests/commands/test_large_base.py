"""A base of several megabytes: the same commands, its prepared form, what is told of it."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from waiting import joined

from wp.library import open_library

RunWp = Any
TOLD = "wp: making the index of 2 MB of facts (once: it is kept in the cache folder)\n"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base of few facts and much text, none of it a passage: soon made and still large."""
    path = tmp_path_factory.mktemp("large") / "large.json"
    quotes = [f"Ship {n} landed {n + 3} tons of herring." for n in range(30)]
    sections = {
        f"S{part}": {
            "title": f"Part {part}",
            "url": "https://example.org/part",
            "paragraphs": [*quotes, "The nets were dry.", "x" * 240_000],
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
    # A file written just now is waited for: these grow old together.
    content = path.read_bytes()
    for name in ("changed.json", "one.json"):
        path.with_name(name).write_bytes(content)
    other = content.replace(b"7 landed 10 tons", b"7 landed 90 tons")
    path.with_name("other.json").write_bytes(other)
    for name in ("one.json", "other.json"):
        os.utime(path.with_name(name), (10**9, 10**9))
    path.with_name("sorted.json").write_text(json.dumps(raw, sort_keys=True), "utf-8")
    broken = content.replace(b'"statement": "Ship 9 ', b'"statement" "Ship 9 ', 1)
    path.with_name("broken.json").write_bytes(broken)
    return path


def test_commands_answer_from_a_large_base(run_wp: RunWp, large: Path) -> None:
    env = {"WP_FACTS": str(large)}
    done = run_wp("search", "herrng ship 7", "--json", "-n", "1", env=env)
    assert done.returncode == 0, done.stderr
    assert done.stderr == TOLD
    (fact,) = json.loads(done.stdout)
    assert fact["quote"] == "Ship 7 landed 10 tons of herring."
    assert fact["text_fragment_url"].startswith("https://example.org/part#:~:text=")
    again = run_wp("search", "herrng ship 7", "--json", "-n", "1", env=env)
    assert (again.stdout, again.stderr) == (done.stdout, "")
    shown = run_wp("show", "ship-4-2", "--json", env=env)
    assert json.loads(shown.stdout)[0]["id"] == "S4.ships.ship-4-2"
    assert len(json.loads(run_wp("section", "S3", "--json", env=env).stdout)) == 30
    assert len(json.loads(run_wp("topic", "S2.ships", "--json", env=env).stdout)) == 30
    (passage,) = json.loads(run_wp("search", "dry nets", "-n", "1", "--json", env=env).stdout)
    assert (passage["quote"], passage["kind"]) == ("The nets were dry.", "passage")
    table = run_wp("search", "herring", "--section", "S5", env=env)
    assert "ship-5-" in table.stdout
    assert "ship-4-" not in table.stdout


def test_a_quotation_is_held_to_a_place_of_a_large_base(run_wp: RunWp, large: Path) -> None:
    asked = [{"quotation": "The nets were dry.", "place": place} for place in ("S1", "S1:1")]
    lines = "".join(json.dumps(one) + "\n" for one in asked)
    done = run_wp("verify", "--jsonl", "--facts", str(large), stdin=lines)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one.get("verdict") for one in told] == ["verbatim", "missing"], done.stdout
    assert (told[0]["section"], told[0]["paragraph"]) == ("S1", 31)


def test_a_key_press_does_not_wait_for_a_large_base(
    run_wp: RunWp, large: Path, tmp_path: Path
) -> None:
    kept = {"WP_FACTS": str(large), "WP_CACHE": str(tmp_path / "cache")}
    line = {"COMP_WORDS": "wp\nshow\nship-7-2", "COMP_CWORD": "2", "_WP_COMPLETE": "complete_bash"}
    assert "ship-7-2" not in run_wp(env=kept | line).stdout
    run_wp("topic", env=kept)
    assert "ship-7-29" in run_wp(env=kept | line).stdout


def test_an_unknown_fact_of_a_large_base(run_wp: RunWp, large: Path) -> None:
    done = run_wp("show", "S4.fleet.ship-4-29", env={"WP_FACTS": str(large)})
    assert (done.returncode, done.stdout) == (1, "")
    assert "no fact 'S4.fleet.ship-4-29'; nearest: S4.ships.ship-4-29, " in done.stderr


def _cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def _flipped(file: Path) -> None:
    """Turn 10 tons into 90 where a fact's quote is kept."""
    content = file.read_bytes()
    at = content.index(b"Ship 7 landed 10 tons") + len("Ship 7 landed ")
    file.write_bytes(content[:at] + b"9" + content[at + 1 :])


def _writable(file: Path) -> None:
    file.chmod(0o666)


def _linked(file: Path) -> None:
    file.rename(file.with_name("elsewhere"))
    file.symlink_to("elsewhere")


def test_a_damaged_or_foreign_form_is_made_anew(run_wp: RunWp, large: Path, tmp_path: Path) -> None:
    env = {"WP_FACTS": str(large), "WP_CACHE": str(tmp_path / "cache")}
    first = run_wp("search", "herring ship 7", "--json", env=env)
    # What is made anew after one damage is what the next befalls.
    for damage in (_cut, _flipped, _writable, _linked):
        (form,) = (tmp_path / "cache").glob("*.prepared")
        damage(form)
        again = run_wp("search", "herring ship 7", "--json", env=env)
        assert (again.stdout, again.stderr) == (first.stdout, TOLD), damage
    kept = run_wp("search", "herring ship 7", "--json", env=env)
    assert (kept.stdout, kept.stderr) == (first.stdout, "")


def test_a_cache_that_cannot_be_written(run_wp: RunWp, large: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    asked = ("search", "herring", "--json", "--facts", str(large))
    for _ in range(2):
        done = run_wp(*asked, env={"WP_CACHE": f"{tmp_path}/file"})
        assert done.returncode == 0
        told, unkept = done.stderr.splitlines(keepends=True)
        assert told == TOLD
        assert unkept.startswith(f"wp: the index cannot be kept in {tmp_path}/file, so each")
    assert done.stdout == run_wp(*asked).stdout


def _restored(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Change a file in place, its size and times of writing as before."""
    before = path.stat()
    path.write_bytes(change(path.read_bytes()))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size


def test_a_change_that_keeps_size_and_time_is_seen(run_wp: RunWp, large: Path) -> None:
    """As tar, rsync -t and cp -p leave files."""
    path = large.with_name("changed.json")
    asked = ("search", "herring ship 7", "--json", "-n", "1", "--facts", str(path))
    (before,) = json.loads(run_wp(*asked).stdout)
    assert before["quote"] == "Ship 7 landed 10 tons of herring."
    _restored(path, lambda content: content.replace(b"7 landed 10 tons", b"7 landed 90 tons"))
    (after,) = json.loads(run_wp(*asked).stdout)
    assert after["quote"] == "Ship 7 landed 90 tons of herring."


def test_a_form_put_in_the_place_of_another_is_not_used(
    run_wp: RunWp, large: Path, tmp_path: Path
) -> None:
    """Two bases of one size and time, each with the form of the other."""
    one, other = large.with_name("one.json"), large.with_name("other.json")
    env = {"WP_CACHE": str(tmp_path / "cache")}
    asked = ("search", "herring ship 7", "--json", "-n", "1", "--facts")
    answers = [run_wp(*asked, str(path), env=env).stdout for path in (one, other)]
    first, second = (tmp_path / "cache").glob("*.prepared")
    first.rename(tmp_path / "kept")
    second.rename(first)
    (tmp_path / "kept").rename(second)
    assert [run_wp(*asked, str(path), env=env).stdout for path in (one, other)] == answers


def test_processes_make_the_same_form_side_by_side(large: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "WP_FACTS": str(large), "WP_CACHE": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "wp", "search", "herring ship 7", "--json"]
    running = [subprocess.Popen(command, stdout=-1, env=environment) for _ in range(3)]
    assert len({process.communicate(timeout=60)[0] for process in running}) == 1
    assert [process.returncode for process in running] == [0, 0, 0]
    assert [file.suffix for file in (tmp_path / "cache").iterdir()] == [".prepared"]


def test_threads_share_a_large_base(large: Path) -> None:
    library = open_library([large])
    expected = open_library([large]).search("herring ship 7")
    answers: list[object] = []

    def ask() -> None:
        answers.extend(library.search("herring ship 7") for _ in range(5))

    threads = [threading.Thread(target=ask, daemon=True) for _ in range(8)]
    for thread in threads:
        thread.start()
    joined(threads)
    assert answers == [expected] * 40


def test_a_large_base_in_another_order(run_wp: RunWp, large: Path) -> None:
    asked = ("search", "herring ship 7", "--json")
    done = run_wp(*asked, "--facts", str(large.with_name("sorted.json")))
    assert done.returncode == 0, done.stderr
    assert done.stdout == run_wp(*asked, "--facts", str(large)).stdout


def test_a_fault_deep_in_a_large_base(run_wp: RunWp, large: Path) -> None:
    done = run_wp("search", "herring", "--facts", str(large.with_name("broken.json")))
    assert done.returncode == 2
    assert "not valid JSON: Expecting ':' delimiter" in done.stderr
    assert "line 1, column " in done.stderr
