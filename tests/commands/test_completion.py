"""Completion in the real shells: section ids, topics and fact ids, with their titles as help."""

import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pexpect
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.commands.options import offered, plain_help

COMPINIT = "autoload -Uz compinit && compinit -u"
BIN = str(Path(sys.executable).parent)
TERNS = str(Path(__file__).parents[1] / "tern-island.facts.json")
SMALL = str(Path(__file__).parents[1] / "small.facts.json")


@pytest.fixture(scope="session")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the script for each shell, as a user has it made once."""
    folder = tmp_path_factory.mktemp("scripts")
    for name in filter(shutil.which, ("bash", "fish", "zsh")):
        # Which shell it is, Typer finds out from the process that asks.
        asked = [name, "-c", f"wp --show-completion {name}; true"]
        path = f"{BIN}:{os.environ['PATH']}"
        (folder / name).write_text(run(asked, {"PATH": path, "HOME": str(folder)}))
    if shutil.which("zsh"):  # which looks through all its completions once, as at a user's login
        subprocess.run(["zsh", "-fc", f"{COMPINIT} -d {folder}/dump"], check=True, timeout=60)
    return folder


@pytest.fixture
def environment(
    cache: Path, scripts: Path, tmp_path: Path, small_path: Path, forked_wp: Path
) -> dict[str, str]:
    """A shell user of `wp` with the invented base."""
    return {
        "PATH": f"{forked_wp.parent}:{BIN}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "SCRIPTS": str(scripts),
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
    ("wp show ward", {"wardens"}),
    ("wp read C", {"Closing"}),
    (
        "wp read II.l",
        {f"II.landings.{key}" for key in ("share-landed", "share-required", "wardens")},
    ),
    ("wp figures --unit pe", {"percent", "people"}),
    (f"wp section --facts {TERNS} ", {"1"}),
    (f"wp search x --facts {TERNS} --topic n", {"nests"}),
]


@pytest.mark.parametrize(("line", "expected"), _CASES)
def test_bash(environment: dict[str, str], line: str, expected: set[str]) -> None:
    words = " ".join(f"'{word}'" for word in line.split(" "))
    script = f"""
        source $SCRIPTS/bash
        COMP_WORDS=({words}); COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
        _wp_completion wp
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    assert set(run([shell("bash"), "-c", script], environment).split()) == expected


@pytest.mark.parametrize(("line", "expected"), _CASES)
def test_fish(environment: dict[str, str], line: str, expected: set[str]) -> None:
    script = f"source $SCRIPTS/fish; complete -C '{line}'"
    lines = run([shell("fish"), "-c", script], environment).splitlines()
    assert {line.split("\t")[0] for line in lines} == expected


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("wp section tern-island-2019:", "wp section tern-island-2019:1"),
        (
            "wp show harbour-report-2020:II.landings.w",
            "wp show harbour-report-2020:II.landings.wardens",
        ),
        ("wp show fee", "wp show fees"),
    ],
)
def test_bash_at_a_prompt(environment: dict[str, str], typed: str, completed: str) -> None:
    """Bash itself parts words at colons, and puts the candidate behind the last one."""
    facts = os.pathsep.join([SMALL, TERNS])
    bash = pexpect.spawn(
        shell("bash"),
        ["--norc", "--noprofile", "-i"],
        env=environment | {"WP_FACTS": facts, "PS1": "READY> "},
        encoding="utf-8",
        dimensions=(24, 200),
    )
    try:
        bash.sendline("bind 'set enable-bracketed-paste off'")
        bash.sendline('source $SCRIPTS/bash; wp() { echo "[wp $*]"; }; echo LOAD"ED"')
        bash.expect("LOADED\r\n")
        bash.send(f"{typed}\t")
        bash.expect(re.escape(completed), timeout=20)
        bash.send("\r")
        bash.expect(re.escape(f"[{completed}"))
    finally:
        bash.close(force=True)


def test_fish_shows_titles(environment: dict[str, str]) -> None:
    script = "source $SCRIPTS/fish; complete -C 'wp topic land'"
    assert run([shell("fish"), "-c", script], environment) == "landings\tLanding of fish\n"


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("wp topic ship", "ship-calls"),
        ("wp show II.landings.ward", "II.landings.wardens"),
        ("wp section Clo", "Closing"),
        ("wp show ward", "wardens"),
        ("wp figures --unit perc", "percent"),
    ],
)
def test_zsh(environment: dict[str, str], typed: str, completed: str) -> None:
    zsh = pexpect.spawn(
        shell("zsh"), ["-f", "-i"], env=environment, encoding="utf-8", dimensions=(24, 200)
    )
    try:
        zsh.sendline(f"PS1='READY> '; {COMPINIT} -d $SCRIPTS/dump")
        zsh.sendline("source $SCRIPTS/zsh; echo LOADED")
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


# Each makes a file where a shell evaluates it, or breaks out of what it is printed in.
_EVIL = [
    "$(touch ran)",
    "\\$(touch ran)",  # Typer escapes the $ and not the backslash before it
    "\\\\$(touch ran)",
    "`touch ran`",
    "\\`touch ran\\`",
    '"; touch ran; "',
    "'; touch ran; '",
    "')); touch ran #",
    "x'$(touch ran)'",
    "\n touch ran\n",
    "\ttouch ran",
    "${(e):-$(touch ran)}",
    "<(touch ran)",
    "[/x] [red]",  # markup that rich cannot close
    "\u202etxt",
    "* ? ~ !! !touch",
]
_QUESTIONS = ("section ", "topic ", "show ", "base diff ")


@pytest.fixture
def evil(environment: dict[str, str], small_raw: dict[str, Any], tmp_path: Path) -> dict[str, str]:
    """The same user with a base whose titles and statements are all payloads."""
    everything = " ".join(_EVIL)
    small_raw["document"]["title"] = everything
    (first, second, *_) = small_raw["sections"].values()
    for section in (first, second):
        section["title"] = everything
        for topic in section["topics"].values():
            topic["title"] = everything
            facts = list(topic["facts"].values())
            for fact in facts:
                fact["statement"] = everything
            for fact, payload in zip(facts, _EVIL, strict=False):
                fact["statement"] = payload
    topics = second["topics"]
    for number, payload in enumerate(_EVIL):
        topics[f"evil-{number}"] = {"title": payload, "facts": {}}
    path = tmp_path / "evil.json"
    path.write_text(json.dumps(small_raw))
    return environment | {"WP_FACTS": str(path)}


def test_zsh_runs_nothing_that_stands_in_a_base(evil: dict[str, str], tmp_path: Path) -> None:
    zsh = pexpect.spawn(
        shell("zsh"),
        ["-f", "-i"],
        env=evil,
        encoding="utf-8",
        dimensions=(200, 200),
        cwd=str(tmp_path),
    )
    try:
        zsh.sendline(f"PS1='READY> '; LISTMAX=1000; {COMPINIT} -d $SCRIPTS/dump")
        zsh.sendline("source $SCRIPTS/zsh; echo LOADED")
        zsh.expect("LOADED\r\n")
        for number, question in enumerate(_QUESTIONS):
            zsh.send(f"wp {question}\t\t\x15")
            zsh.sendline(f"echo DONE {number}")
            zsh.expect(f"\r\nDONE {number}\r\n", timeout=30)
    finally:
        zsh.close(force=True)
    assert not (tmp_path / "ran").exists()


def test_bash_runs_nothing_that_stands_in_a_base(evil: dict[str, str], tmp_path: Path) -> None:
    for question in _QUESTIONS:
        words = " ".join(f"'{word}'" for word in f"wp {question}".split(" "))
        script = f"""
            source $SCRIPTS/bash
            COMP_WORDS=({words}); COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
            _wp_completion wp; printf '%s\n' "${{COMPREPLY[@]}}"
        """
        done = subprocess.run(
            [shell("bash"), "-c", script],
            env=evil,
            cwd=tmp_path,
            capture_output=True,
            check=True,
            timeout=60,
        )
        assert done.stderr == b""
        assert done.stdout.strip()
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("question", _QUESTIONS)
def test_fish_gets_one_name_and_plain_words_a_line(
    evil: dict[str, str], tmp_path: Path, question: str
) -> None:
    script = f"source $SCRIPTS/fish; complete -C 'wp {question}'"
    done = subprocess.run(
        [shell("fish"), "-c", script],
        env=evil | {"COLUMNS": "20"},  # a narrow terminal breaks no title into two names
        cwd=tmp_path,
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == b""
    lines = done.stdout.decode().splitlines()
    assert lines
    for line in lines:
        name, _, told = line.partition("\t")
        assert not set(name) & set("$`\\\"';()*?[]{}<> ")
        assert not set(told) & set("$`\\\"';()*?[]{}<>\x1b\u202e")
    assert not (tmp_path / "ran").exists()


@given(st.text())
def test_a_title_is_words_for_a_shell(title: str) -> None:
    plain = plain_help(title)
    assert plain == " ".join(plain.split())
    for character in plain:
        assert (
            character.isalnum()
            or character in " ,.-–—’"
            or unicodedata.combining(character)
            or unicodedata.category(character) in ("Mn", "Mc")
        )


def test_a_title_keeps_its_words() -> None:
    assert plain_help('China\'s role: 5% of [new] "rights"') == "China’s role 5 of new rights"


def test_a_name_of_another_form_is_not_offered() -> None:
    names = ["VI", "paper:VI.topic.fact-1", "$(touch ran)", "a b", "*", "-f", "x\n", "x;y"]
    assert offered([(name, "") for name in names], "") == [
        ("VI", ""),
        ("paper:VI.topic.fact-1", ""),
    ]


def test_an_unusable_base_completes_nothing(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text("{")
    broken = environment | {
        "WP_FACTS": str(tmp_path / "broken.json"),
        "_WP_COMPLETE": "complete_zsh",
        "_TYPER_COMPLETE_ARGS": "wp topic ",
    }
    done = subprocess.run([f"{BIN}/wp"], env=broken, capture_output=True, check=False, timeout=60)
    assert (done.stdout, done.stderr) == (b"_files\n", b"")
