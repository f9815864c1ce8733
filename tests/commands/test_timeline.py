"""`wp timeline` as a process: golden drawings, data for programs, wrong use."""

import json
from pathlib import Path
from typing import Any

import pytest

RunWp = Any
TERNS = str(Path(__file__).parent.parent / "tern-island.facts.json")


@pytest.mark.parametrize(
    ("name", "columns", "arguments"),
    [
        ("timeline-60", 60, ()),
        ("timeline-120", 120, ("--since", "2010", "--until", "2016")),
    ],
)
def test_golden(
    run_wp: RunWp, golden: Any, name: str, columns: int, arguments: tuple[str, ...]
) -> None:
    done = run_wp("timeline", *arguments, "--facts", TERNS, env={"COLUMNS": str(columns)})
    golden(name, done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert max(map(len, done.stdout.splitlines())) <= columns


def test_records_are_in_order_of_time_the_vague_ones_last(run_wp: RunWp) -> None:
    done = run_wp("timeline", "--facts", TERNS, "--json", "--topic", "nests", "-t", "visits")
    found = [
        (record["start"], record["end"], record["text"], record["vague"], record["date_from"])
        for record in json.loads(done.stdout)
    ]
    assert found == [
        ("1998", "1998", "In 1998", False, "quote"),
        (None, "2008", "by 2008", False, "quote"),
        ("2011", None, "Since 2011", False, "quote"),
        ("2011", None, "Since 2011", False, "context"),
        ("2017", "2017", "In 2017", False, "quote"),
        ("2018", "2018", "in 2018", False, "quote"),
        (None, None, "Since the Long Winter", True, "quote"),
    ]


def test_a_record_has_its_fact(run_wp: RunWp) -> None:
    done = run_wp("timeline", "--facts", TERNS, "--json", "--since", "2016-06-03", "-s", "1",
                  "--until", "2016-06-03", "--limit", "9", "-t", "shore")  # fmt: skip
    survey = json.loads(done.stdout)[-1]
    assert survey["id"] == "1.shore.survey"
    assert survey["statement"] == "The third survey was made on 3 June 2016"
    assert survey["dates"] == [{"text": "on 3 June 2016", "start": "2016-06-03",
                                "end": "2016-06-03"}]  # fmt: skip
    assert survey["url"] == "https://example.org/terns/1.htm"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--limit", "1"), ["1.nests.pairs"]),
        # Of the statements, those with such a figure.
        (("--unit", "egg"), ["1.nests.eggs", "1.nests.moved"]),
        (("--min", "8k"), ["1.nests.eggs", "1.visits.visitors"]),
        (("--since", "2018"), ["1.nests.eggs", "1.nests.moved", "1.nests.pairs",
                               "1.shore.protected"]),
        (("survey",), ["1.shore.survey"]),
    ],
)  # fmt: skip
def test_filters(run_wp: RunWp, arguments: tuple[str, ...], expected: list[str]) -> None:
    done = run_wp("timeline", "--facts", TERNS, "--json", *arguments)
    assert [record["id"] for record in json.loads(done.stdout)] == expected


def test_nothing_but_vague_dates_within_a_time(run_wp: RunWp) -> None:
    done = run_wp("timeline", "--facts", TERNS, "--json", "-t", "visits", "--since", "2018")
    assert (done.returncode, done.stdout) == (1, "[]\n")
    assert "left out: 1 date that has no year" in done.stderr


@pytest.mark.parametrize("date", ["2016-02-30", "soon", ""])
def test_a_bad_date_is_wrong_use(run_wp: RunWp, date: str) -> None:
    done = run_wp("timeline", "--facts", TERNS, "--until", date)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--until takes a year or a date" in done.stderr
