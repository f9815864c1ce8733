"""`wp export` as a process: the form, the file, and what it refuses."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

RunWp = Callable[..., Any]
TERN = Path(__file__).parents[1] / "tern-island.facts.json"


@pytest.fixture
def small(small_path: Path) -> tuple[str, str]:
    return ("--facts", str(small_path))


def test_json_is_the_base_and_loads_again(
    run_wp: RunWp, small: tuple[str, str], small_path: Path, tmp_path: Path
) -> None:
    first = run_wp("export", *small)
    assert first.stdout == small_path.read_text(encoding="utf-8")
    file = tmp_path / "again.json"
    assert run_wp("export", *small, "-o", str(file)).returncode == 0
    assert run_wp("export", "--facts", str(file)).stdout == first.stdout


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("x.json", '{\n  "schema_version"'),
        ("x.jsonl", '{"id": "I.ship-calls.harbours"'),
        ("x.csv", "id,document,section"),
        ("x.md", "# Harbours and Fisheries of Norland"),
        ("x.sqlite", "SQLite format 3"),
        ("x.html", "<!DOCTYPE html>"),
        ("x.other", '{\n  "schema_version"'),
    ],
)
def test_the_file_name_tells_the_form(
    run_wp: RunWp, small: tuple[str, str], tmp_path: Path, name: str, begins: str
) -> None:
    done = run_wp("export", *small, "-o", str(tmp_path / name))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    content = (tmp_path / name).read_bytes().decode("utf-8", errors="replace")
    assert content.startswith(begins)


def test_a_named_form_wins_over_the_file_name_and_the_environment(
    run_wp: RunWp, small: tuple[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "x.csv"
    run_wp("export", *small, "-f", "jsonl", "-o", str(file), env={"WP_FORMAT": "markdown"})
    assert len([json.loads(line) for line in file.read_text().splitlines()]) == 9
    shown = run_wp("export", *small, env={"WP_FORMAT": "markdown"}).stdout
    assert shown.startswith("# Harbours")


def test_section_and_topic_choose(run_wp: RunWp, small: tuple[str, str]) -> None:
    done = run_wp("export", *small, "-s", "1", "-t", "port law", "-f", "jsonl")
    ids = [json.loads(line)["id"] for line in done.stdout.splitlines()]
    assert ids == ["I.harbour-act.dredging", "I.harbour-act.fees"]


def test_rows_of_figures(run_wp: RunWp, small: tuple[str, str]) -> None:
    done = run_wp("export", *small, "-f", "csv", "--rows", "figures")
    assert done.stdout.splitlines()[1].startswith("120,harbours,more than,")


def test_several_bases_share_a_page(run_wp: RunWp, small: tuple[str, str], tmp_path: Path) -> None:
    done = run_wp("export", *small, "--facts", str(TERN), "-f", "html")
    assert done.returncode == 0
    assert 'id="harbour-report-2020:I.ship-calls.calls"' in done.stdout


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("-f", "sqlite"), 2, "name it, for instance: -o facts.sqlite"),
        (("-f", "yaml"), 2, "choose one of json, jsonl, csv, markdown, sqlite, html"),
        (("--rows", "figures"), 2, "json has no rows to choose; take --format csv or jsonl"),
        (("--rows", "words", "-f", "csv"), 2, "choose one of facts, figures, dates"),
        (("--facts", str(TERN)), 2, "JSON is one fact base, and 2 are loaded"),
        (("-o", "none/x.csv"), 2, "cannot be written: No such file or directory"),
        (("-o", "."), 2, "is a directory"),
        (("-s", "I", "-t", "landings"), 1, "no section with the topic 'landings'"),
    ],
)
def test_what_cannot_be_exported_is_told_in_one_line(
    run_wp: RunWp, small: tuple[str, str], arguments: tuple[str, ...], status: int, said: str
) -> None:
    done = run_wp("export", *small, *arguments)
    assert done.returncode == status
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_a_fact_base_is_not_written_over(run_wp: RunWp, small_path: Path, tmp_path: Path) -> None:
    base = tmp_path / "base.json"
    base.write_bytes(small_path.read_bytes())
    done = run_wp("export", "--facts", str(base), "-f", "csv", "-o", str(base))
    assert done.returncode == 2
    assert "is the fact base itself" in done.stderr
    assert base.read_bytes() == small_path.read_bytes()
