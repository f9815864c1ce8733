"""Closed, full and endless streams: one line and status 2, never 1, which means "altered"."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

WP = str(Path(sys.executable).with_name("wp"))


@pytest.fixture
def environment(cache: Path, tmp_path: Path, small_path: Path) -> dict[str, str]:
    """A user of the invented base."""
    (tmp_path / "sound.md").write_text("A plain line.\n")
    return {
        **os.environ,
        "WP_CACHE": str(cache),
        "WP_DATA": str(tmp_path / "none"),
        "WP_FACTS": str(small_path),
    }


def sh(line: str, environment: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell with `wp` in it."""
    return subprocess.run(
        ["/bin/sh", "-c", line.replace("wp", WP, 1)],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("line", "status", "told"),
    [
        # the answer cannot be given, so it is none
        ("wp check sound.md >&-", 2, "wp: standard output cannot be read or written: it is closed"),
        ("wp check sound.md >/dev/full", 2, "wp: standard output cannot be read or written: No sp"),
        ("wp check --watch sound.md >&-", 2, "wp: standard output cannot be read or written: it"),
        ("wp check --watch sound.md >/dev/full", 2, "wp: standard output cannot be read or wri"),
        ("wp section --json >/dev/full", 2, "wp: standard output cannot be read or written: No sp"),
        ("wp read >/dev/full", 2, "wp: standard output cannot be read or written: No space"),
        ("wp export --format jsonl >/dev/full", 2, "wp: standard output cannot be read or wri"),
        ("wp --help >&-", 2, "wp: standard output cannot be read or written: it is closed"),
        ("wp --version >/dev/full", 2, "wp: standard output cannot be read or written: No space"),
        # a lost message changes no answer
        ("wp check sound.md 2>&-", 0, ""),
        ("wp search dragons 2>/dev/full", 1, ""),
        ("wp search dragons 2>&-", 1, ""),
        ("wp nonsense 2>/dev/full", 2, ""),
        ("wp check sound.md >&- 2>&-", 2, ""),
        ("wp check sound.md >&- 2>&- <&-", 2, ""),
        # nothing to read is not the same as nothing wrong
        ("wp check - <&-", 2, "wp: standard input cannot be read or written: it is closed"),
        ("wp verify - <&-", 2, "wp: standard input cannot be read or written: it is closed"),
        ("wp mcp <&-", 2, "wp: standard input cannot be read or written: it is closed"),
        ("wp browse <&-", 2, "wp: browse needs a terminal"),
        # endless
        ("wp check - </dev/zero", 2, "wp: <stdin>: larger than 64 MB"),
        (
            "wp verify - </dev/zero",
            2,
            "wp: standard input, read for the quotation, is longer than 1,",
        ),
        (
            r"printf '\377' | wp cite -",
            2,
            "wp: standard input, read for the ids, is not UTF-8 (byte 1)",
        ),
        ("wp verify - <sound.md", 1, ""),
    ],
)
def test_a_stream_that_fails(
    environment: dict[str, str], tmp_path: Path, line: str, status: int, told: str
) -> None:
    done = sh(line, environment, tmp_path)
    assert done.returncode == status, done.stderr
    assert done.stderr.startswith(told)
    assert done.stderr.count("\n") == bool(told)


def test_a_file_is_written_where_all_streams_are_closed(
    environment: dict[str, str], tmp_path: Path
) -> None:
    done = sh("wp export -f json -o base.json <&- >&- 2>&-", environment, tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "base.json").read_text().startswith("{")


def test_a_file_opened_late_does_not_become_standard_error(
    environment: dict[str, str], tmp_path: Path
) -> None:
    """The cache file would get the number of the closed stream, and a message would go into it."""
    fresh = environment | {"WP_CACHE": str(tmp_path / "cache")}
    assert sh("wp search dragons 2>&-", fresh, tmp_path).returncode == 1
    again = sh("wp search herring --json", fresh, tmp_path)
    assert again.stdout == sh("wp search herring --json", environment, tmp_path).stdout
