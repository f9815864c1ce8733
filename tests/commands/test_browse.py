"""`wp browse` as a process: on a terminal, without one, and without its extra."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest

from wp.errors import MissingExtraError

RunWp = Any
SMALL = str(Path(__file__).parent.parent / "small.facts.json")


@pytest.fixture
def pseudo_terminal() -> Iterator[tuple[int, int]]:
    """Both ends of a terminal of 80×24: the keyboard's and the program's."""
    pty = pytest.importorskip("pty")
    termios = pytest.importorskip("termios")
    keyboard, program = pty.openpty()
    termios.tcsetwinsize(program, (24, 80))
    yield keyboard, program
    os.close(keyboard)


def test_without_a_terminal_one_line_says_what_to_do(run_wp: RunWp) -> None:
    done = run_wp("browse", "--facts", SMALL)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "wp: browse needs a terminal for its input and output; use `wp read` to print the text\n"
    )


def test_help_needs_no_extra(run_wp: RunWp, tmp_path: Path) -> None:
    (tmp_path / "textual.py").write_text("raise ModuleNotFoundError('no', name='textual')\n")
    done = run_wp("browse", "--help", env={"PYTHONPATH": str(tmp_path)})
    assert (done.returncode, done.stderr) == (0, "")


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from wp.commands.sessions import browse

    class Terminal:
        def isatty(self) -> bool:
            return True

    for stream in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, stream, Terminal())
    monkeypatch.setitem(sys.modules, "textual", None)
    monkeypatch.setenv("TERM", "xterm")
    with pytest.raises(MissingExtraError, match=r"\.\[browse\]"):
        browse()


def _start(terminal: int, cache: Path, *arguments: str) -> subprocess.Popen[bytes]:
    command = Path(sys.executable).with_name("wp")
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("WP_", "NO_"))
    } | {"WP_CACHE": str(cache), "TERM": "xterm-256color"}
    return subprocess.Popen(
        [command, "browse", "--facts", SMALL, *arguments],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env=environment,
        start_new_session=True,
    )


def _read_until(keyboard: int, wanted: bytes) -> bytes:
    read = b""
    end = time.monotonic() + 15
    while wanted not in read:
        ready, _, _ = select.select([keyboard], [], [], max(0, end - time.monotonic()))
        assert ready, read
        read += os.read(keyboard, 65536)
    return read


def test_on_a_terminal_it_reads_copies_and_leaves(
    pseudo_terminal: tuple[int, int], cache: Path
) -> None:
    pytest.importorskip("textual")
    keyboard, program = pseudo_terminal
    process = _start(program, cache, "II")
    os.close(program)
    try:
        _read_until(keyboard, b"percent")
        os.write(keyboard, b"n")
        _read_until(keyboard, b"Fact 6 of")
        os.write(keyboard, b"c")
        _read_until(keyboard, b"\x1b]52;c;")
        os.write(keyboard, b"q")
        _read_until(keyboard, b"\x1b[?1049l")
        assert process.wait(timeout=30) == 0
    finally:
        process.kill()
        process.wait(10)


def test_it_ends_when_its_terminal_closes_even_where_hang_ups_are_ignored(
    cache: Path, small_path: Path
) -> None:
    command = (
        f"trap '' HUP; exec {Path(sys.executable).with_name('wp')} browse --facts {small_path}"
    )
    environment = {**os.environ, "WP_CACHE": str(cache), "TERM": "xterm-256color"}
    child = pexpect.spawn("bash", ["-c", command], env=environment, dimensions=(24, 80))
    child.expect("Harbours", timeout=60)
    os.close(child.child_fd)
    child.closed = True
    deadline = time.monotonic() + 30
    while child.isalive() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not child.isalive()


def test_it_ends_when_its_terminal_vanishes_without_a_hang_up(cache: Path) -> None:
    pytest.importorskip("textual")
    pty = pytest.importorskip("pty")
    # Not the controlling terminal of the process: closing it sends no signal.
    keyboard, program = pty.openpty()
    process = _start(program, cache)
    os.close(program)
    try:
        _read_until(keyboard, b"Contents")
        os.close(keyboard)
        assert process.wait(timeout=30) == -signal.SIGHUP
    finally:
        process.kill()
        process.wait(10)
