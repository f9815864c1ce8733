"""`wp cite` as a process: forms, targets, wrong use, the clipboard."""

import base64
import json
import os
from pathlib import Path
from typing import Any

import pytest

from wp.errors import UsageError
from wp.show.terminal import copy

RunWp = Any
SMALL = str(Path(__file__).parent.parent / "small.facts.json")
ALWAYS = ("--facts", SMALL, "--accessed", "2026-03-04")
PLACE = "Harbours and Fisheries of Norland, 4 May 2020, section I, paragraph 1"


def test_plain_reference_without_any_option(run_wp: RunWp) -> None:
    done = run_wp("cite", "I.ship-calls.calls", "--facts", SMALL)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"Ministry of the Sea of Norland, {PLACE}, https://example.org/harbours/1.htm\n"
    )


def test_long_lines_are_not_folded(run_wp: RunWp) -> None:
    done = run_wp("cite", "calls", *ALWAYS, env={"COLUMNS": "40"})
    assert done.stdout.count("\n") == 1


def test_style_gives_citation_then_reference(run_wp: RunWp) -> None:
    done = run_wp("cite", "calls", "harbours", "--style", "APA", *ALWAYS)
    citation = "(Ministry of the Sea of Norland, 2020, Section I, para. 1)\n"
    assert done.stdout == citation * 2 + (
        "\nMinistry of the Sea of Norland. (2020). Harbours and Fisheries of Norland. "
        "https://example.org/harbours/1.htm\n"
    )


def test_quotation_ready_to_paste(run_wp: RunWp) -> None:
    done = run_wp("cite", "blue-lane", "--as", "latex", *ALWAYS)
    assert done.stdout.startswith("``The `blue lane' keeps ferries and tankers apart.'' (Ministry")


def test_json_has_every_field(run_wp: RunWp) -> None:
    done = run_wp("cite", "blue-lane", "--as", "html", "--style", "mla", "--json", *ALWAYS)
    (record,) = json.loads(done.stdout)
    assert record.pop("text_fragment_url").startswith("https://example.org/harbours/1.htm#:~:text=")
    assert record == {
        "id": "I.ship-calls.blue-lane",
        "style": "mla",
        "citation": "(<i>Harbours and Fisheries of Norland</i>, sec. I, par. 1)",
        "reference": "<i>Harbours and Fisheries of Norland</i>. Ministry of the Sea of Norland, "
        '4 May 2020, <a href="https://example.org/harbours/1.htm">'
        "https://example.org/harbours/1.htm</a>.",
        "document": "harbour-report-2020",
        "section": "I",
        "paragraph": 1,
        "page": None,
        "url": "https://example.org/harbours/1.htm",
        "as": "html",
        "quotation": "<p>“The ‘blue lane’ keeps ferries and tankers apart.” "
        "(<i>Harbours and Fisheries of Norland</i>, sec. I, par. 1)</p>",
    }


def test_csl_json_is_one_array_of_items(run_wp: RunWp) -> None:
    plain = run_wp("cite", "calls", "blue-lane", "--style", "csl-json", *ALWAYS)
    assert [item["type"] for item in json.loads(plain.stdout)] == ["report", "report"]
    assert run_wp(
        "cite", "calls", "blue-lane", "--style", "csl-json", "--json", *ALWAYS
    ).stdout == (plain.stdout)


def test_ris_keeps_its_line_ends(run_wp: RunWp) -> None:
    done = run_wp("cite", "calls", "--style", "ris", *ALWAYS)
    assert done.stdout.startswith("TY  - RPRT\r\n") and "\\x0d" not in done.stdout


@pytest.mark.parametrize("style", ["plain", "apa", "bibtex", "ris"])
def test_a_title_begins_no_line_of_its_own(run_wp: RunWp, tmp_path: Path, style: str) -> None:
    raw = json.loads(Path(SMALL).read_text(encoding="utf-8"))
    raw["document"]["title"] = "Sea\n@book{x}\nER  - "
    path = tmp_path / "hostile.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    done = run_wp("cite", "calls", "--style", style, "--facts", str(path))
    assert done.returncode == 0
    starts = [line[:5] for line in done.stdout.splitlines()]
    assert "@book" not in starts and starts.count("ER  -") == (style == "ris")


WRONG = [
    ("an unknown style", ("--style", "vancouver"), "choose one of plain, apa"),
    ("an unknown target", ("--as", "word"), "choose one of plain, markdown, latex, html"),
    ("a date that is none", ("--accessed", "2026-02-30"), "write it like 2026-03-04"),
    ("a file is no quotation", ("--style", "ris", "--as", "html"), "leave out --as"),
]


@pytest.mark.parametrize(("why", "options", "remedy"), WRONG, ids=[case[0] for case in WRONG])
def test_wrong_use(run_wp: RunWp, why: str, options: tuple[str, ...], remedy: str) -> None:
    done = run_wp("cite", "calls", "--facts", SMALL, *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert remedy in done.stderr and done.stderr.count("\n") == 1


def test_an_unknown_fact(run_wp: RunWp) -> None:
    done = run_wp("cite", "harbors", "--facts", SMALL)
    assert done.returncode == 1 and "harbours" in done.stderr


def test_copy_goes_to_the_terminal() -> None:
    master, slave = os.openpty()
    try:
        copy("“法” quoted", os.ttyname(slave))
        sent = os.read(master, 1000)
    finally:
        os.close(master)
        os.close(slave)
    assert sent.startswith(b"\x1b]52;c;") and sent.endswith(b"\x07")
    assert base64.b64decode(sent[7:-1]).decode() == "“法” quoted"


def test_copy_needs_a_terminal(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="needs a terminal"):
        copy("words", str(tmp_path / "no-terminal"))


def test_copy_refuses_what_terminals_cut_off() -> None:
    with pytest.raises(UsageError, match="too many"):
        copy("x" * 60_000, os.devnull)
