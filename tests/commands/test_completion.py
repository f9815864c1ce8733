"""Completion in the real shells: section ids, topics and fact ids, with their titles as help."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

BIN = str(Path(sys.executable).parent)


@pytest.fixture
def environment(cache: Path, tmp_path: Path, small_path: Path) -> dict[str, str]:
    """A shell user of `wp` with the invented base."""
    return {
        "PATH": f"{BIN}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "WP_CACHE": str(cache),
        "WP_FACTS": str(small_path),
        "LC_ALL": "C.UTF-8",
        "TERM": "dumb",
    }


def shell(name: str) -> str:
    """Give the path of a shell; skip where there is none, but never in CI."""
    found = shutil.which(name)
    if found is None:
        if "CI" in os.environ:
            pytest.fail(f"{name} is not installed")
        pytest.skip(f"{name} is not installed")
    return found


def run(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(command, capture_output=True, env=environment, timeout=60, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


_CASES = [
    ("wp sec", {"section"}),
    ("wp section ", {"I", "II", "Closing"}),
    ("wp topic ship", {"ship-calls"}),
    ("wp show II.landings.share", {"II.landings.share-landed", "II.landings.share-required"}),
    ("wp search nets --section C", {"Closing"}),
    ("wp search nets -t reb", {"rebuilding"}),
    ("wp search nets --format js", {"json", "jsonl"}),
]


@pytest.mark.parametrize(("line", "expected"), _CASES)
def test_bash(environment: dict[str, str], line: str, expected: set[str]) -> None:
    words = " ".join(f"'{word}'" for word in line.split(" "))
    script = f"""
        eval "$(wp --show-completion bash)"
        COMP_WORDS=({words}); COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
        _wp_completion wp
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    assert set(run([shell("bash"), "-c", script], environment).split()) == expected


@pytest.mark.parametrize(("line", "expected"), _CASES)
def test_fish(environment: dict[str, str], line: str, expected: set[str]) -> None:
    script = f"wp --show-completion fish | source; complete -C '{line}'"
    lines = run([shell("fish"), "-c", script], environment).splitlines()
    assert {line.split("\t")[0] for line in lines} == expected


def test_fish_shows_titles(environment: dict[str, str]) -> None:
    script = "wp --show-completion fish | source; complete -C 'wp topic land'"
    assert run([shell("fish"), "-c", script], environment) == "landings\tLanding of fish\n"


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("wp topic ship", "ship-calls"),
        ("wp show II.landings.ward", "II.landings.wardens"),
        ("wp section Clo", "Closing"),
    ],
)
def test_zsh(environment: dict[str, str], typed: str, completed: str) -> None:
    zsh = pexpect.spawn(
        shell("zsh"), ["-f", "-i"], env=environment, encoding="utf-8", dimensions=(24, 200)
    )
    try:
        zsh.sendline("PS1='READY> '; autoload -Uz compinit && compinit -u")
        zsh.sendline('eval "$(wp --show-completion zsh)"; echo LOADED')
        zsh.expect("LOADED\r\n")
        zsh.send(f"echo {typed.removeprefix('wp ')}\x15{typed}\t")
        zsh.expect(completed, timeout=20)
    finally:
        zsh.close(force=True)


def test_powershell_gets_a_script(environment: dict[str, str]) -> None:
    # Which shell it is, Typer finds out from the processes; this names it.
    named = {**environment, "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    script = run([f"{BIN}/wp", "--show-completion", "powershell"], named)
    assert "Register-ArgumentCompleter" in script
    assert "_WP_COMPLETE" in script
