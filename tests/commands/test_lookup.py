"""The look-up commands as processes: what they find, the forms they print it in, how it looks."""

import csv
import io
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

RunWp = Any

_FACT_FIELDS = {
    "id",
    "document",
    "section",
    "section_title",
    "topic",
    "topic_title",
    "statement",
    "quote",
    "figures",
    "dates",
    "aliases",
    "paragraph",
    "url",
    "text_fragment_url",
}


def test_the_first_answer_of_the_readme(run_wp: RunWp) -> None:
    done = run_wp("search", "peacekeeping", "--json")
    assert done.returncode == 0
    first = json.loads(done.stdout)[0]
    assert first["quote"].startswith("From 1990 to August 2017, 36,000 Chinese military")
    assert first["id"] == "VI.peacekeeping.personnel-sent"


@pytest.mark.parametrize("env", [{}, {"FORCE_COLOR": "1"}], ids=["plain", "coloured"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "I.ship-calls.calls", "I.harbour-act.fees"),
        ("search", "wardens"),
        ("section", "I"),
        ("verify", "Six wardens watch the nets."),
        ("figures",),
        ("timeline",),
        ("read",),
        ("base", "list"),
    ],
)
def test_no_line_in_a_pipe_ends_in_blanks(
    run_wp: RunWp, small_path: Path, arguments: tuple[str, ...], env: dict[str, str]
) -> None:
    printed = run_wp(*arguments, "--facts", str(small_path), env=env).stdout
    assert printed
    assert [line for line in printed.splitlines() if re.search(r" (\x1b\[[0-9;]*m)*$", line)] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "wardens"),
        ("section", "II"),
        ("topic", "landings"),
        ("show", "II.landings.wardens"),
    ],
)
def test_a_draft_is_marked_for_people_and_the_forms_for_programs_stay(
    run_wp: RunWp, small_path: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    raw = json.loads(small_path.read_text(encoding="utf-8"))
    raw["sections"]["II"]["topics"]["landings"]["facts"]["wardens"]["draft"] = True
    path = tmp_path / "draft.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    table = run_wp(*arguments, "--facts", str(path)).stdout
    marked = [line.split()[0] for line in table.splitlines() if line.endswith("  draft")]
    assert marked == ["II.landings.wardens"]
    for form in ("plain", "csv", "markdown"):
        told = [
            run_wp(*arguments, "--facts", str(file), "--format", form).stdout
            for file in (path, small_path)
        ]
        assert told[0] == told[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "ships"),
        ("section", "I"),
        ("topic", "ship-calls"),
        ("show", "I.ship-calls.calls"),
    ],
)
def test_facts_in_json_have_every_field(
    run_wp: RunWp, small_path: Path, arguments: tuple[str, ...]
) -> None:
    done = run_wp(*arguments, "--json", "--facts", str(small_path))
    facts = json.loads(done.stdout)
    assert facts
    for fact in facts:
        assert fact.keys() >= _FACT_FIELDS
        if arguments[0] == "search":
            assert 0 < fact["score"] <= 100
            assert fact["matches"]


@pytest.mark.parametrize(
    ("name", "section"),
    [
        ("VI", "VI"),
        ("vi", "VI"),
        ("6", "VI"),
        ("section VI", "VI"),
        ("conclusion", "Conclusion"),
        ("conclusoin", "Conclusion"),
        ("Strengthening the CPC Leadership over Legal Protection of Human Rights", "V"),
        ("strengthening the cpc leadreship over legal protection of human rights", "V"),
        ("Actively Promoting the Development of Global Human Rights", "VI"),
    ],
)
def test_a_section_by_any_name(run_wp: RunWp, name: str, section: str) -> None:
    facts = json.loads(run_wp("section", name, "--json").stdout)
    assert {fact["section"] for fact in facts} == {section}


def test_the_list_of_sections_tells_what_is_not_in_the_base(run_wp: RunWp) -> None:
    sections = json.loads(run_wp("section", "--json").stdout)
    assert [s["section"] for s in sections if not s["included"]] == [
        "Preamble",
        "I",
        "II",
        "III",
        "IV",
    ]


@pytest.mark.parametrize(
    ("name", "topic"),
    [
        ("peacekeeping", "peacekeeping"),
        ("Peacekeeping", "peacekeeping"),
        ("UN peacekeeping", "peacekeeping"),
        ("peacekeping", "peacekeeping"),
        ("维和", "peacekeeping"),
    ],
)
def test_a_topic_by_any_name(run_wp: RunWp, name: str, topic: str) -> None:
    facts = json.loads(run_wp("topic", name, "--json").stdout)
    assert {fact["topic"] for fact in facts} == {topic}


@pytest.mark.parametrize(
    "name",
    [
        "VI.peacekeeping.personnel-sent",
        "vi.peacekeeping.personnel-sent",
        "legal-protection-2017:VI.peacekeeping.personnel-sent",
        "peacekeeping.personnel-sent",
        "personnel-sent",
    ],
)
def test_a_fact_by_its_id_or_a_unique_tail(run_wp: RunWp, name: str) -> None:
    (fact,) = json.loads(run_wp("show", name, "--json").stdout)
    assert fact["id"] == "VI.peacekeeping.personnel-sent"
    assert fact["selector"]["exact"] == fact["quote"]
    assert "15 December 2017, section VI, paragraph 4" in fact["citation"]


def test_filters(run_wp: RunWp, small_path: Path) -> None:
    def found(*filters: str) -> set[str]:
        done = run_wp("search", "harbours", "--json", "--facts", str(small_path), *filters)
        return {fact["id"] for fact in json.loads(done.stdout)}

    everything = found()
    assert found("--section", "closing") == {i for i in everything if i.startswith("Closing.")}
    assert found("-t", "ship-calls") == {i for i in everything if ".ship-calls." in i}
    assert found("-s", "I", "-s", "Closing") >= found("-s", "I")
    assert len(found("--limit", "1")) == 1


def test_a_query_from_standard_input(run_wp: RunWp) -> None:
    done = run_wp("search", "-", "--plain", stdin="peacekeeping\n")
    assert done.stdout.startswith("VI.peacekeeping.personnel-sent\t")


def test_plain_is_one_record_a_line(run_wp: RunWp, small_path: Path) -> None:
    done = run_wp("section", "I", "--plain", "--facts", str(small_path))
    lines = done.stdout.splitlines()
    assert len(lines) == 5
    assert {line.count("\t") for line in lines} == {8}


def test_csv_is_read_back(run_wp: RunWp, small_path: Path) -> None:
    done = run_wp("section", "I", "--format", "csv", "--facts", str(small_path))
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert rows[1]["figures"] == "4,500; 1,200; 300"


def test_json_lines_are_the_records_of_json(run_wp: RunWp, small_path: Path) -> None:
    whole = run_wp("section", "I", "--json", "--facts", str(small_path))
    lines = run_wp("section", "I", "-f", "jsonl", "--facts", str(small_path))
    assert [json.loads(line) for line in lines.stdout.splitlines()] == json.loads(whole.stdout)


def test_markdown_is_a_table(run_wp: RunWp, small_path: Path) -> None:
    done = run_wp("topic", "-f", "markdown", "--facts", str(small_path))
    header, rule, *rows = done.stdout.splitlines()
    assert header.count("|") == rule.count("|") == rows[0].count("|")
    assert len(rows) == 4


def test_json_is_unescaped_utf_8(run_wp: RunWp) -> None:
    assert "维和" in run_wp("show", "personnel-sent", "--json").stdout


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"CLICOLOR_FORCE": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"CLICOLOR": "0", "CLICOLOR_FORCE": "1"}, False),
    ],
)
def test_colour_codes(
    run_wp: RunWp, small_path: Path, environment: dict[str, str], coloured: bool
) -> None:
    done = run_wp("search", "ships", "--facts", str(small_path), env=environment)
    assert ("\x1b[" in done.stdout) is coloured


def test_no_color_wins_over_a_forced_colour(run_wp: RunWp, small_path: Path) -> None:
    arguments = ("search", "ships", "--no-color", "--facts", str(small_path))
    assert "\x1b[" not in run_wp(*arguments, env={"FORCE_COLOR": "1"}).stdout


def test_the_format_by_environment(run_wp: RunWp, small_path: Path) -> None:
    by_name = run_wp("topic", "--json", "--facts", str(small_path))
    by_environment = run_wp("topic", "--facts", str(small_path), env={"WP_FORMAT": "json"})
    assert by_environment.stdout == by_name.stdout
    over = run_wp("topic", "--plain", "--facts", str(small_path), env={"WP_FORMAT": "json"})
    assert over.stdout.startswith("ship-calls\t")


def test_bases_by_environment(run_wp: RunWp, small_path: Path) -> None:
    done = run_wp("topic", "--plain", env={"WP_FACTS": f"{small_path}{os.pathsep}"})
    assert done.stdout.startswith("ship-calls\t")


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",)])
def test_the_help_begins_with_three_examples(run_wp: RunWp, arguments: tuple[str, ...]) -> None:
    done = run_wp(*arguments)
    assert done.returncode == 0
    lines = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    assert [line.split()[:2] for line in lines[1:4]] == [
        ["wp", "search"],
        ["wp", "section"],
        ["wp", "show"],
    ]


def test_both_names_are_installed(run_wp: RunWp) -> None:
    assert run_wp("--version").stdout.startswith("wp ")
    assert run_wp("--version", command="wp-facts").stdout == run_wp("--version").stdout


_GOLDEN = {
    "search": ("search", "ferries and tankers"),
    "section": ("section", "I"),
    "sections": ("section",),
    "topics": ("topic",),
    "show": ("show", "I.ship-calls.calls", "II.landings.share-required"),
    "read": ("read", "I"),
    "verify-altered": ("verify", "4,600 ships called at Port Aster every month"),
    "verify-verbatim": ("verify", "Two wardens watch the nets."),
}


def drawn(run_wp: RunWp, small_path: Path, name: str, columns: int) -> str:
    """What a command draws at a width, blanks at the ends of lines left out.

    An address runs on beyond it, to be copied whole.
    """
    facts = ("--facts", str(small_path))
    done = run_wp(*_GOLDEN[name], *facts, env={"COLUMNS": str(columns)})
    lines = done.stdout.splitlines()
    assert max(len(line) for line in lines if "://" not in line) <= columns
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


@pytest.mark.parametrize("columns", [60, 80])
@pytest.mark.parametrize("name", _GOLDEN)
def test_golden(run_wp: RunWp, golden: Any, small_path: Path, name: str, columns: int) -> None:
    golden(f"{name}-{columns}", drawn(run_wp, small_path, name, columns))


@pytest.mark.parametrize("columns", [120, 200])
@pytest.mark.parametrize("name", ["search", "show"])
def test_wide_terminals(run_wp: RunWp, small_path: Path, name: str, columns: int) -> None:
    """A wide terminal is used: the text takes wider lines, and no more of them."""
    narrow = drawn(run_wp, small_path, name, 80)
    wide = drawn(run_wp, small_path, name, columns)
    assert wide.count("\n") <= narrow.count("\n")
    assert max(map(len, wide.splitlines())) > 80


def test_verify_answers_each_line(run_wp: RunWp, tmp_path: Path) -> None:
    """Two quotations in one call were read as one, and what the base lacks was denied."""
    done = run_wp("verify", "--lines", "8,000 troops", "quokkas graze quietly", "--json")
    first, second = json.loads(done.stdout)
    assert (done.returncode, first["verdict"], second["verdict"]) == (1, "verbatim", "missing")
    assert (first["not_searched"], second["not_searched"][0]) == ([], "Preamble")
    stdin = "8,000 troops\n\n---\nquokkas graze quietly\n***\n"
    told = run_wp("verify", "--lines", "-", stdin=stdin).stdout
    assert "---" not in told and "***" not in told  # a line without a word parts quotations
    assert "“quokkas graze quietly”" in told
    assert "the base does not hold Preamble, I, II, III and IV" in told
    held = tmp_path / "said.txt"
    held.write_bytes("8,000 troops\n\n“zero tolerance”\n".encode("utf-16"))
    of_file = run_wp("verify", "--lines", str(held), "36,000", "--json").stdout
    assert [one["verdict"] for one in json.loads(of_file)] == ["verbatim"] * 3
