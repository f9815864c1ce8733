"""Questions at a terminal: whatever is typed or ends it, nothing is lost or left over."""

import json
import os
import signal
import stat
import sys
import termios
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest
from waiting import exited

from wp.base.draft import draft_base
from wp.base.draft.source import read_source

COMMAND = str(Path(sys.executable).with_name("wp"))
DOCUMENT = (
    "I. One\n\nThe port had 40 ships in 2019. It has 12 boats and 6 nets. The crew of 7 came.\n"
)
_ISIG, _LOCAL = termios.ISIG | termios.ICANON | termios.ECHO, 3

Spawn = Callable[..., "pexpect.spawn[str]"]


@pytest.fixture
def spawn(
    cache: Path, tmp_path: Path, small_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Spawn]:
    """Run `wp` on a terminal of its own, its bytes held to be UTF-8 as most locales do."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "temporary").mkdir()
    environment = {
        **os.environ,
        "WP_CACHE": str(cache),
        "WP_FACTS": str(small_path),
        "PYTHONIOENCODING": "utf-8:strict",
        "TERM": "xterm",
        "TMPDIR": str(tmp_path / "temporary"),
    }
    started: list[pexpect.spawn[str]] = []

    def start(*arguments: str, **more: str) -> "pexpect.spawn[str]":
        child: pexpect.spawn[str] = pexpect.spawn(
            COMMAND,
            [*arguments],
            env=environment | more,
            encoding="latin-1",
            timeout=20,
            # Under `nohup` a hangup would be ignored, and waited for in vain.
            preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL),
        )
        started.append(child)
        return child

    yield start
    for child in started:
        child.close(force=True)
    assert [*(tmp_path / "temporary").iterdir()] == []


def ended(child: "pexpect.spawn[str]") -> str:
    """Wait for the end and give what was told before it; the terminal is as it was."""
    child.expect(pexpect.EOF)
    told = str(child.before)
    exited(child)
    assert "Traceback" not in told
    return told


@pytest.mark.parametrize(
    ("typed", "status", "is_written"),
    [
        ("y\r", 0, True),
        (" YES \r", 0, True),
        ("\r", 2, False),
        ("n\r", 2, False),
        ("yy\r", 2, False),
        ("\x04", 2, False),  # Ctrl-D
        ("\x03", 130, False),  # Ctrl-C
        ("\xff\r", 2, False),  # no UTF-8
        ("\xed\xa0\x80\r", 2, False),
        ("\x1b[A\r", 2, False),
    ],
)
def test_a_file_is_written_over_only_when_that_is_said(
    spawn: Spawn, typed: str, status: int, is_written: bool
) -> None:
    file = Path("old.json")
    file.write_text("old")
    child = spawn("export", "-f", "json", "-o", "old.json")
    child.expect_exact("old.json exists; write over it? [y/N] ")
    child.send(typed)
    told = ended(child)
    assert child.exitstatus == status
    assert (file.read_text() != "old") == is_written
    assert status != 2 or "\r\nwp: old.json: exists already; " in told


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_question_ends_with_the_program(spawn: Spawn, name: str) -> None:
    Path("old.json").write_text("old")
    child = spawn("export", "-f", "json", "-o", "old.json")
    child.expect_exact("[y/N] ")
    child.kill(signal.Signals[name])
    ended(child)
    assert child.exitstatus == 128 + signal.Signals[name]
    assert Path("old.json").read_text() == "old"


@pytest.fixture(scope="module")
def drafted() -> str:
    """A base of three drafts."""
    source = read_source("d.txt", DOCUMENT.encode(), "text")
    return json.dumps(draft_base(source, "d").raw)


def opened(name: str, times: int) -> Path:
    """Write a program that takes Ctrl-C for itself, as vi and less do, and ends after some.

    It takes the signal from a queue: a shell, or a program that reads, does not hear of one that
    came just before it waits.
    """
    path = Path(name)
    heeds = (
        "import signal as s; taken = {s.SIGINT}; s.pthread_sigmask(s.SIG_BLOCK, taken); "
        "s.alarm(30); print('OPENED', flush=True); "
        f"[print('HEEDED', flush=True) for _ in range({times}) if s.sigwait(taken)]; "
        "print('END')"
    )
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{heeds}"\n')
    path.chmod(stat.S_IRWXU)
    return path


@pytest.fixture
def reviewed(spawn: Spawn, drafted: str) -> "pexpect.spawn[str]":
    """A review whose first draft was accepted; the second waits for a key."""
    Path("d.json").write_text(drafted)
    editor = opened("ed", 1)
    child = spawn("base", "review", "d.json", EDITOR=str(editor.resolve()), VISUAL="")
    child.expect_exact("? help")
    child.send("a")
    child.expect_exact("? help")
    return child


def drafts() -> int:
    """Count the drafts that are left of three."""
    facts = json.loads(Path("d.json").read_text())["sections"]["I"]["topics"]
    return sum(bool(f.get("draft")) for topic in facts.values() for f in topic["facts"].values())


@pytest.mark.parametrize(
    ("typed", "status"),
    [("q", 0), ("\x04", 0), ("\x1a", 0), ("\x03", 130), ("\xff\xed\xa0\x80q", 0), ("\x1b[Aq", 0)],
)
def test_a_review_keeps_its_steps(reviewed: "pexpect.spawn[str]", typed: str, status: int) -> None:
    reviewed.send(typed)
    ended(reviewed)
    assert (reviewed.exitstatus, drafts()) == (status, 2)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
@pytest.mark.parametrize("in_editor", [False, True])
def test_a_review_that_is_ended_gives_the_terminal_back(
    reviewed: "pexpect.spawn[str]", name: str, in_editor: bool
) -> None:
    if in_editor:
        reviewed.send("e")
        reviewed.expect_exact("OPENED")
    if in_editor and name == "SIGINT":
        # The editor's own, and the review goes on.
        reviewed.sendintr()
        reviewed.expect_exact("HEEDED")
        reviewed.expect_exact("Nothing was changed.")
    before = termios.tcgetattr(reviewed.child_fd)[_LOCAL] & _ISIG
    reviewed.kill(signal.Signals[name])
    os.set_blocking(reviewed.child_fd, True)
    exited(reviewed)
    assert reviewed.exitstatus == 128 + signal.Signals[name]
    after = termios.tcgetattr(reviewed.child_fd)[_LOCAL] & _ISIG
    assert (before == _ISIG, after) == (in_editor and name != "SIGINT", _ISIG)
    assert drafts() == 2


def test_ctrl_c_is_the_pagers(spawn: Spawn) -> None:
    pager = opened("pager", 2)
    child = spawn("read", "--pager", WP_PAGER=str(pager.resolve()))
    child.expect_exact("OPENED")
    for _ in range(2):
        child.sendintr()
        child.expect_exact("HEEDED")
    assert "END" in ended(child)
    assert child.exitstatus == 0
