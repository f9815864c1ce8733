"""Words gathered in other processes are those gathered in this one, whatever becomes of these."""

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest

import wp.search.store.workers
from wp.search.store.build import build
from wp.search.store.gather import Batch
from wp.search.store.workers import gather_all

WORKERS = wp.search.store.workers


@pytest.fixture
def base_file(tmp_path: Path) -> Path:
    """A base of 90 facts in topics of 30."""
    facts = [
        f"In {1900 + n} the UN (United Nations) saw {n} {'ships'[: n % 6]} at Port-{n % 7}."
        for n in range(90)
    ]
    topics = {
        f"topic-{start}": {
            "title": f"Ships of {start}",
            "facts": {
                f"f-{n}": {"statement": facts[n] if n % 2 else f"{n} ships", "quote": facts[n]}
                for n in range(start, start + 30)
            },
        }
        for start in range(0, 90, 30)
    }
    document = {"id": "made", "title": "Made", "publisher": "None", "published": "2020"}
    path = tmp_path / "base.json"
    section = {"title": "All", "paragraphs": facts, "topics": topics}
    base = {
        "schema_version": 1,
        "document": {**document, "language": "en"},
        "sections": {"I": section},
    }
    path.write_text(json.dumps(base), encoding="utf-8")
    return path


@pytest.fixture
def batches_of_seven(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let facts go out by sevens, so that topics go on from batch to batch."""
    monkeypatch.setattr("wp.search.store.build._BATCH", 7)


def made(path: Path) -> list[str]:
    """Give all that stands in the index of a base."""
    database = apsw.Connection(":memory:")
    build(database, [path], lambda done, whole: None)
    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return [
        repr((name, *row))
        for (name,) in tables
        for row in database.execute(f"SELECT * FROM {name}")
    ]


def use_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every base be worth other processes."""
    monkeypatch.setattr(WORKERS, "_WORTH_IT", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.mark.usefixtures("batches_of_seven")
def test_processes_gather_what_one_does(base_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = made(base_file)
    monkeypatch.setattr("wp.search.store.build._BATCH", 4_000)
    assert made(base_file) == alone, "how many facts go out at a time makes no difference"
    monkeypatch.setattr("wp.search.store.build._BATCH", 7)
    use_processes(monkeypatch)
    # Nothing may be gathered here: what comes back is the work of others.
    monkeypatch.setattr(WORKERS, "Gatherer", None)
    assert made(base_file) == alone


@pytest.mark.usefixtures("batches_of_seven")
@pytest.mark.parametrize("program", ["/nowhere/python", "/bin/false"], ids=["none", "ends at once"])
def test_where_no_process_starts_the_work_is_done_here(
    base_file: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    alone = made(base_file)
    use_processes(monkeypatch)
    monkeypatch.setattr("sys.executable", program)
    assert made(base_file) == alone


def batches(count: int) -> Iterator[Batch]:
    """Give batches without facts."""
    for row in range(count):
        yield Batch(row, [(row, (f"name {row}",), [])])


def processes(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Note the processes that are started."""
    started = []
    start = subprocess.Popen

    def noted(*arguments: Any, **options: Any) -> Any:
        started.append(start(*arguments, **options))
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", noted)
    return started


def test_the_work_of_a_process_that_is_killed_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    use_processes(monkeypatch)
    started = processes(monkeypatch)
    names = []
    for gathered in gather_all(batches(9), 0):
        names += [f"name {word}" for word in gathered.topics if word.isdigit()]
        if len(names) == 3:
            started[0].send_signal(signal.SIGKILL)
    assert names == [f"name {row}" for row in range(9)]


def test_no_process_is_left_when_the_work_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    use_processes(monkeypatch)
    started = processes(monkeypatch)
    working = gather_all(batches(9), 0)
    next(working)
    working.close()  # type: ignore[attr-defined]
    assert len(started) == 2
    assert all(process.poll() is not None for process in started)
