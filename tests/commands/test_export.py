"""`wp export` as a process: the form, the file, and what it refuses."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
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
    ],
)
def test_the_file_name_tells_the_form(
    run_wp: RunWp, small: tuple[str, str], tmp_path: Path, name: str, begins: str
) -> None:
    done = run_wp("export", *small, "-o", str(tmp_path / name))
    assert (done.returncode, done.stdout) == (0, "")
    size = (tmp_path / name).stat().st_size
    assert done.stderr == f"wp: {tmp_path / name}: 9 facts, {size / 1000:,.0f} kB\n"
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
        (("-f", "yaml"), 2, "choose one of json, jsonl, csv, excel, markdown, sqlite, html"),
        (("--rows", "figures"), 2, "json has no rows to choose; take --format csv or jsonl"),
        (("--rows", "words", "-f", "csv"), 2, "choose one of facts, figures, dates"),
        (("--facts", str(TERN)), 2, "JSON is one fact base, and 2 are loaded"),
        (("-o", "none/x.csv"), 2, "its folder does not exist; make none first"),
        (("-o", "x.yaml"), 2, "x.yaml: its ending names no form of output; end it in .json, "),
        (("-o", "facts"), 2, "facts: its ending names no form of output"),
        (("-f", "csv", "-o", "."), 2, "is a directory"),
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
    assert "is what is read" in done.stderr
    assert base.read_bytes() == small_path.read_bytes()


def test_a_file_that_exists_is_written_over_only_when_told(
    run_wp: RunWp, small: tuple[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "x.csv"
    file.write_text("mine")
    done = run_wp("export", *small, "-o", str(file))
    assert (done.returncode, file.read_text()) == (2, "mine")
    assert done.stderr == (
        f"wp: {file}: exists already; give another name, or --force to write over it\n"
    )
    assert run_wp("export", *small, "-o", str(file), "--force").returncode == 0
    assert file.read_text().startswith("id,document,section")


@pytest.mark.parametrize(("answer", "written"), [("y", True), ("n", False), ("", False)])
def test_at_a_terminal_it_asks_before_it_writes_over_a_file(
    small: tuple[str, str], tmp_path: Path, answer: str, written: bool
) -> None:
    file = tmp_path / "x.csv"
    file.write_text("mine")
    arguments = ["-m", "wp", "export", *small, "-o", str(file)]
    child = pexpect.spawn(sys.executable, arguments, encoding="utf-8", timeout=20)
    child.expect("exists; write over it")
    child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert (child.exitstatus, file.read_text() != "mine") == (0 if written else 2, written)


def test_excel_learns_that_the_file_is_utf_8(run_wp: RunWp, small: tuple[str, str]) -> None:
    plain = run_wp("export", *small, "-f", "csv").stdout
    assert run_wp("export", *small, "-f", "excel").stdout == "\ufeff" + plain
    figures = run_wp("figures", *small, "-f", "excel").stdout
    assert figures == "\ufeff" + run_wp("figures", *small, "-f", "csv").stdout
