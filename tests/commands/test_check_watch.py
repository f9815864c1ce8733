"""`wp check --watch` as a process: it checks again on save, redraws, and ends when told."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest
from waiting import exited

SMALL = Path(__file__).parent.parent / "small.facts.json"
ALTERED = "It says “Two wardens watch the fish.”\n"
CLEAN = "It says “Two wardens watch the nets.”\n"
COMMAND = str(Path(sys.executable).with_name("wp"))


@pytest.fixture
def environment(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A repository with a draft; the environment for `wp` in it."""
    monkeypatch.chdir(tmp_path)
    Path(".git").mkdir()
    Path("d").mkdir()
    Path("d/a.md").write_text(ALTERED, "utf-8")
    Path("small.json").write_bytes(SMALL.read_bytes())
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WP_")}
    return {**kept, "WP_CACHE": str(cache), "WP_DATA": str(tmp_path / "no-bases")}


class Watching:
    """A `wp check --watch` that runs, with what it has written so far."""

    def __init__(self, environment: dict[str, str], *arguments: str) -> None:
        self._out, self._err = Path("out"), Path("err")
        with self._out.open("wb") as out, self._err.open("wb") as err:
            self.process = subprocess.Popen(
                [COMMAND, "check", "--watch", "--plain", *arguments],
                stdout=out,
                stderr=err,
                stdin=subprocess.DEVNULL,
                env=environment,
            )
        self._read = 0
        self._rounds = 0

    @property
    def told(self) -> str:
        """All of standard error."""
        return self._err.read_text("utf-8")

    def next(self) -> str:
        """Wait for one more answer and give what it printed."""
        self._rounds += 1
        end = time.monotonic() + 20
        while self.told.count("waiting for a file to be saved") < self._rounds:
            assert self.process.poll() is None, self.told
            assert time.monotonic() < end, self.told
            time.sleep(0.02)
        printed = self._out.read_text("utf-8")
        self._read, before = len(printed), self._read
        return printed[before:]


@pytest.fixture
def watch(environment: dict[str, str]) -> Iterator[Callable[..., Watching]]:
    """Start watching, and end it after the test."""
    started: list[Watching] = []

    def start(*arguments: str) -> Watching:
        started.append(Watching(environment, *arguments))
        return started[-1]

    yield start
    for one in started:
        one.process.kill()
        one.process.wait(10)


def saved_as_editors_do(name: str, text: str) -> None:
    """Write beside the file, then put it in its place; its time may be that of the old one."""
    Path("d/.tmp").write_text(text, "utf-8")
    times = os.stat(name)
    os.utime("d/.tmp", ns=(times.st_atime_ns, times.st_mtime_ns))
    os.replace("d/.tmp", name)


def test_it_checks_again_when_something_was_saved(watch: Callable[..., Watching]) -> None:
    Path("wp.toml").write_text('facts = "small.json"', "utf-8")
    watching = watch("d")
    assert watching.next().startswith("d/a.md:1:10: altered: ")
    saved_as_editors_do("d/a.md", CLEAN.replace("nets", "nots"))
    assert '"nots"' in watching.next()
    Path("d/b.md").write_text(ALTERED, "utf-8")
    assert watching.next().count("altered") == 2
    Path("d/a.md").unlink()
    assert watching.next().startswith("d/b.md:1:10: altered: ")
    # What is half written is told, and waited for.
    Path("wp.toml").write_text("facts = ", "utf-8")
    assert watching.next() == ""
    assert "wp: wp.toml: is no valid TOML" in watching.told
    Path("wp.toml").write_text('facts = "small.json"\nexclude = "b.md"', "utf-8")
    Path("d/c.md").write_text(CLEAN, "utf-8")
    assert watching.next() == ""
    base = SMALL.read_text("utf-8").replace("watch the nets", "watch the fish")
    Path("small.json").write_text(base, "utf-8")
    assert watching.next().startswith("d/c.md:1:10: altered: ")
    watching.process.send_signal(signal.SIGINT)
    assert watching.process.wait(10) == 130
    assert "Traceback" not in watching.told


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_it_ends_when_told(watch: Callable[..., Watching], name: str) -> None:
    watching = watch("d/a.md", "--facts", "small.json")
    watching.next()
    watching.process.send_signal(signal.Signals[name])
    assert watching.process.wait(10) == 128 + signal.Signals[name]
    assert "Traceback" not in watching.told


def test_on_a_terminal_an_answer_takes_the_place_of_the_last(environment: dict[str, str]) -> None:
    child = pexpect.spawn(
        COMMAND,
        ["check", "--watch", "d", "--facts", "small.json"],
        env={**environment, "TERM": "xterm"},
        encoding="utf-8",
        dimensions=(6, 100),  # smaller than the table: nothing waits in a pager
        timeout=20,
    )
    try:
        child.expect_exact("\x1b[H\x1b[2J\x1b[3J")
        child.expect_exact("1 altered")
        child.expect_exact("Ctrl-C ends")
        Path("d/a.md").write_text(CLEAN, "utf-8")
        child.expect_exact("\x1b[H\x1b[2J\x1b[3J")
        child.expect_exact("1 verbatim")
        child.expect_exact("Ctrl-C ends")
        child.sendintr()
        child.expect(pexpect.EOF)
        exited(child)
        assert child.exitstatus == 130
    finally:
        child.close(force=True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-"], "--watch shows what it finds in files"),
        (["d", "--diff"], "--watch shows what it finds in files"),
        (["d", "--baseline", "b.json", "--write-baseline"], "--watch shows what it finds in files"),
        # What is wrong at the start ends it.
        (["d", "--facts", "nowhere.json"], "nowhere.json: no such file"),
        (["d", "--baseline", "nowhere.json"], "nowhere.json: cannot be read"),
    ],
)
def test_what_it_does_not_watch(
    run_wp: Any, environment: dict[str, str], arguments: list[str], told: str
) -> None:
    given = ("check", "--watch", "--facts", "small.json", *arguments)
    done = run_wp(*given, env=environment, timeout=20)
    assert done.returncode == 2
    assert f"wp: {told}" in done.stderr
