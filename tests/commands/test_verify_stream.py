"""`wp verify --jsonl`: a line in, a line out, in order; what cannot be answered says why."""

import json
from typing import Any

import pytest

RunWp = Any


def _lines(run_wp: RunWp, *asked: Any) -> tuple[int, list[dict[str, Any]]]:
    given = "".join((one if isinstance(one, str) else json.dumps(one)) + "\n" for one in asked)
    done = run_wp("verify", "--jsonl", stdin=given)
    assert done.stderr == ""
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_answers_come_in_order_from_bases_and_texts(run_wp: RunWp) -> None:
    status, answers = _lines(
        run_wp,
        {"quotation": "In 2017 China built a peacekeeping standby force of 8,000 troops."},
        {"quotation": "took 312 ships", "source": "The harbour took 312 ships."},
        {"quotation": "took 312 ships", "source": {"a": "No.", "b": "It took 312 ships."}},
        {"quotation": "a standby force of 8,000 troops", "place": "V"},
    )
    assert [answer["verdict"] for answer in answers] == [
        "verbatim",
        "verbatim",
        "verbatim",
        "missing",
    ]
    assert status == 1
    assert answers[2]["place"] == "b"
    assert all(len(answer["sha256"]) == 64 and answer["rules"] >= 2 for answer in answers)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "not valid JSON"),
        ('"words"', "no text under quotation"),
        ({"quotation": 3}, "no text under quotation"),
        ({"quotation": "a", "page": 3}, "'page', which is not known"),
        ({"quotation": "a", "source": 3}, "source is no text"),
        ({"quotation": "a", "source": "a", "place": "p. 3"}, "p. 3"),
    ],
)
def test_a_line_that_cannot_be_answered_says_why(run_wp: RunWp, line: Any, told: str) -> None:
    status, (answer, following) = _lines(run_wp, line, {"quotation": "a", "source": "a"})
    assert status == 2
    assert told in answer["error"]
    assert following["verdict"] == "verbatim"
