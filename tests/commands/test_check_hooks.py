"""The hook for pre-commit and the action for GitHub: what they run, run as they would run it."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from wp.documents.read import SUFFIXES

ROOT = Path(__file__).parents[2]
SMALL = str(Path(__file__).parent.parent / "small.facts.json")
ALTERED = "It says “Two wardens watch the fish.”\n"
CLEAN = "It says “Two wardens watch the nets.”\n"

(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
(INSTALL, CHECK) = ACTION["runs"]["steps"]


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        *((f"d/b c{suffix}", suffix != ".pdf") for suffix in sorted(SUFFIXES)),
        # Code and data are no drafts.
        *((name, False) for name in ("a.py", "md", "a.md.json", "a.tex")),
    ],
)
def test_the_hook_takes_drafts(name: str, taken: bool) -> None:
    """All that is read but PDF, in which sources come more often than drafts do."""
    assert bool(re.search(HOOK["files"], name)) == taken


def test_the_hook_runs_a_command_there_is(run_wp: Any, tmp_path: Path) -> None:
    draft = tmp_path / "a.md"
    draft.write_text(ALTERED, "utf-8")
    command, *arguments = HOOK["entry"].split()
    done = run_wp(*arguments, "--facts", SMALL, str(draft), command=command)
    assert (done.returncode, "1 altered" in done.stdout) == (1, True)


def test_inputs_are_no_part_of_a_script() -> None:
    """What is put into a script before bash reads it could be a command."""
    assert not any("${{" in step["run"] for step in (INSTALL, CHECK))
    given = {value.strip("${} ").removeprefix("inputs.") for value in CHECK["env"].values()}
    assert given == set(ACTION["inputs"])


class Step:
    """The action's check, run as a runner does, in a folder of its own."""

    def __init__(self, folder: Path, cache: Path, wp: Path) -> None:
        (folder / "temp/wp/bin").mkdir(parents=True)
        (folder / "temp/wp/bin/wp").symlink_to(wp)
        self._script = folder / "temp/step.sh"
        self._script.write_text(CHECK["run"], "utf-8")
        self._environment = {
            "PATH": os.environ["PATH"],
            "WP_CACHE": str(cache),
            "WP_DATA": str(folder / "no-bases"),
            "RUNNER_TEMP": str(folder / "temp"),
            "GITHUB_OUTPUT": str(folder / "temp/output"),
            "GITHUB_STEP_SUMMARY": str(folder / "temp/summary"),
        }
        self._temp = folder / "temp"

    def run(self, **inputs: str) -> subprocess.CompletedProcess[str]:
        """Run it with inputs, those left out as the action has them."""
        given = {
            name: inputs.get(name.lower(), str(ACTION["inputs"][name.lower()]["default"]))
            for name in CHECK["env"]
        }
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", self._script],
            env={**self._environment, **given},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def told(self, name: str) -> str:
        """Give what the step has written for the runner."""
        return (self._temp / name).read_text("utf-8")


@pytest.fixture
def step(tmp_path: Path, cache: Path, forked_wp: Path, monkeypatch: pytest.MonkeyPatch) -> Step:
    """The step in an empty repository."""
    if not shutil.which("bash"):
        pytest.skip("bash is not installed")
    monkeypatch.chdir(tmp_path)
    Path(".git").mkdir()
    Path("d").mkdir()
    return Step(tmp_path, cache, forked_wp)


def test_it_annotates_and_writes_a_summary(step: Step) -> None:
    Path("d/my draft.md").write_text(ALTERED, "utf-8")
    Path("d/b.md").write_text(CLEAN, "utf-8")
    done = step.run(files="d/my draft.md\n\n  \nd/b.md\n", facts=SMALL)
    assert done.returncode == 1
    annotation, total = done.stdout.splitlines()
    assert annotation.startswith("::error file=d/my draft.md,line=1,")
    assert total.startswith("wp: 1 annotations, of which GitHub shows ten of a kind; ")
    assert step.told("output") == "status=1\n"
    summary = step.told("summary")
    assert summary.startswith("### wp check\n\n- Checked against: ")
    assert "| d/my draft.md | 1 | 10 | altered |" in summary
    assert "b.md" not in summary
    assert summary.endswith("Quotations: 1 verbatim, 1 altered; claims: none\n")


@pytest.mark.parametrize(
    ("inputs", "status"),
    [
        ({"files": "d", "facts": SMALL}, 0),
        ({"files": "d", "facts": SMALL, "strict": "true"}, 1),
        ({"files": "d\nnowhere.md", "facts": SMALL}, 2),
        ({"files": "d", "facts": "nowhere.json"}, 2),
        ({"files": " \n"}, 2),
        ({"files": "d", "facts": SMALL, "baseline": "nowhere.json"}, 2),
        ({}, 0),  # the whole repository, by its project file
    ],
)
def test_its_status(step: Step, inputs: dict[str, str], status: int) -> None:
    Path("d/a.md").write_text(f"{CLEAN}\nSeven lighthouses were built in 1904.\n", "utf-8")
    Path("base.json").write_bytes(Path(SMALL).read_bytes())
    Path("wp.toml").write_text('facts = "base.json"', "utf-8")
    done = step.run(**inputs)
    assert (done.returncode, step.told("output")) == (status, f"status={status}\n"), done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("evil", ["$(touch pwned)", "`touch pwned`", '";touch pwned #', "--diff"])
def test_no_input_is_a_command_or_an_option(step: Step, evil: str) -> None:
    Path("d/a.md").write_text(ALTERED, "utf-8")
    done = step.run(files=f"d\n{evil}", facts=SMALL, strict=evil)
    assert (done.returncode, "+++" in done.stdout) == (2, False)
    assert f"wp: {evil}: no such file" in done.stderr
    for name in ("facts", "baseline"):
        assert step.run(**{"files": "d", "facts": SMALL, name: evil}).returncode == 2
    assert not Path("pwned").exists()


def test_a_summary_too_long_is_cut(step: Step) -> None:
    command = Path("temp/wp/bin/wp")
    command.unlink()
    command.write_text("#!/bin/bash\nyes '| ünd |' | head -c 2000000; echo; echo Total.\n", "utf-8")
    command.chmod(0o755)
    assert step.run().returncode == 0
    summary = Path("temp/summary").read_bytes()
    assert 900_000 < len(summary) < 2**20
    assert summary.endswith(b"has at most a megabyte.\n\nTotal.\n")
