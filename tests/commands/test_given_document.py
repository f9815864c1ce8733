"""A document given in place of a fact base: drafted once, kept by its content, told of once."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from wp.library import open_library
from wp.library.given import base_bytes

RunWp = Any

REPORT = """# Harbour Report 2020

Published by the Ministry of Ports, 3 May 2021.

## 1. Ships

In 2020 the harbour took 440 ships. Every pilot knows the northern channel.

## 2. Seals

Seals rest on the old mole.[^1] Nobody counts them.

[^1]: A note.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.md"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def own_cache(tmp_path: Path) -> dict[str, str]:
    return {"WP_CACHE": str(tmp_path / "cache")}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("search", "440 ships"), "In 2020 the harbour took 440 ships."),
        (("search", "northern channel"), "1.1.2  passage"),
        (("verify", "Seals rest on the old mole."), "verbatim"),
        (("cite", "2.1.2"), "Harbour Report 2020"),
        (("read", "2"), "Nobody counts them."),
        (("figures",), "440"),
        (("section",), "Seals"),
        (("export", "-f", "json"), '"id": "report"'),
        (("base", "list"), "report.md"),
    ],
)
def test_each_command_takes_a_document(
    run_wp: RunWp, report: Path, arguments: tuple[str, ...], told: str
) -> None:
    done = run_wp(*arguments, "--facts", str(report))
    assert done.returncode == 0, done.stderr
    assert told in done.stdout


def test_a_document_by_the_environment(run_wp: RunWp, report: Path) -> None:
    done = run_wp("search", "northern channel", "--plain", env={"WP_FACTS": str(report)})
    assert done.stdout.startswith("1.1.2\t")


def test_a_draft_is_checked_against_a_document(run_wp: RunWp, report: Path, tmp_path: Path) -> None:
    draft = tmp_path / "article.md"
    draft.write_text("“Every pilot knows the southern channel,” it says.\n", encoding="utf-8")
    done = run_wp("check", str(draft), "--facts", str(report), "--json")
    assert done.returncode == 1
    (quotation,) = json.loads(done.stdout)["files"][0]["quotations"]
    assert quotation["verdict"] == "altered"


def test_what_was_left_out_is_told_once(
    run_wp: RunWp, report: Path, own_cache: dict[str, str]
) -> None:
    first = run_wp("search", "pilot", "--facts", str(report), env=own_cache)
    assert first.stderr.startswith("wp: report.md: ")
    again = run_wp("search", "seals", "--facts", str(report), env=own_cache)
    assert (again.returncode, again.stderr) == (0, "")
    # nothing is written beside the document
    assert sorted(path.name for path in report.parent.iterdir()) == ["cache", "report.md"]


def test_a_changed_document_is_read_again(
    run_wp: RunWp, report: Path, own_cache: dict[str, str]
) -> None:
    asked = ("search", "channel", "--plain", "--facts", str(report))
    status = report.stat()
    assert "northern" in run_wp(*asked, env=own_cache).stdout
    report.write_text(REPORT.replace("northern", "southern"), encoding="utf-8")
    # of the same length and age
    os.utime(report, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert "southern" in run_wp(*asked, env=own_cache).stdout


@pytest.mark.parametrize("kind", ["drafted", "prepared"])
@pytest.mark.parametrize("at", [0, 2, -20], ids=["checksum", "origin", "payload"])
def test_a_damaged_cache_is_never_served(
    run_wp: RunWp, report: Path, own_cache: dict[str, str], kind: str, at: int
) -> None:
    asked = ("search", "pilot", "--json", "--facts", str(report))
    first = run_wp(*asked, env=own_cache)
    for file in Path(own_cache["WP_CACHE"]).iterdir():
        if file.suffix == f".{kind}":
            content = bytearray(file.read_bytes())
            content[at] ^= 0xFF
            file.write_bytes(content)
        else:
            file.unlink()
    again = run_wp(*asked, env=own_cache)
    assert (again.returncode, again.stdout) == (0, first.stdout)


def test_two_processes_at_once(report: Path, own_cache: dict[str, str]) -> None:
    wp = Path(sys.executable).with_name("wp")
    command = [str(wp), "search", "pilot", "--json", "--facts", str(report)]
    processes = [
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | own_cache
        )
        for _ in range(3)
    ]
    answers = {process.communicate(timeout=60)[0] for process in processes}
    assert len(answers) == 1
    assert b"northern channel" in answers.pop()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("missing.pdf", None, ("missing.pdf: no such file", "the name of the document")),
        ("empty.txt", b" \n", ("is empty",)),
        ("scan.txt", b"--- *** ---\n", ("holds no text",)),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), ("is encrypted",)),
        ("broken.pdf", b"%PDF-1.7\nnothing", ("broken.pdf",)),
        ("broken.docx", b"PK\x03\x04broken", ("broken.docx",)),
        # a broken base is told what is wrong in it as a base, whatever its name
        ("base.json", b"quote,figure\n", ("line 1, column 1", "not valid JSON")),
        ("base", b'\xef\xbb\xbf {"schema_version": 1,', ("not valid JSON",)),
    ],
)
def test_a_document_that_cannot_be_read(
    run_wp: RunWp, tmp_path: Path, name: str, content: bytes | None, told: tuple[str, ...]
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    done = run_wp("verify", "a few words", "--facts", str(path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    for words in told:
        assert words in done.stderr


def test_two_documents_of_one_name(tmp_path: Path, report: Path, run_wp: RunWp) -> None:
    other = tmp_path / "2021" / "report.md"
    other.parent.mkdir()
    other.write_text(REPORT.replace("440", "450"), encoding="utf-8")
    library = open_library([report, other])
    assert [base.document.id for base in library.bases] == ["report", "report-2"]
    assert len(library.search("ships 2020").hits) == 2
    assert library.fact("report-2:2.1.2").quote == "Nobody counts them."
    part = run_wp("export", "-f", "jsonl", "--section", "report-2:1", *_facts(report, other))
    assert [json.loads(line)["document"] for line in part.stdout.splitlines()] == ["report-2"]
    changed = run_wp("base", "diff", str(report), str(other), "--plain")
    assert changed.returncode == 1
    assert "450" in changed.stdout


def _facts(*paths: Path) -> list[str]:
    return [part for path in paths for part in ("--facts", str(path))]


def test_a_document_given_twice(run_wp: RunWp, report: Path) -> None:
    done = run_wp("search", "pilot", *_facts(report, report))
    assert done.returncode == 2
    assert "has the document id 'report'" in done.stderr


def test_completion_does_not_wait_for_a_document(
    run_wp: RunWp, report: Path, own_cache: dict[str, str]
) -> None:
    asked = {
        "_WP_COMPLETE": "complete_bash",
        "COMP_WORDS": "wp\nsection\n",
        "COMP_CWORD": "2",
        "WP_FACTS": str(report),
        **own_cache,
    }
    assert run_wp(env=asked).stdout.split() == []
    run_wp("section", env={"WP_FACTS": str(report), **own_cache})
    assert run_wp(env=asked).stdout.split()[-2:] == ["1", "2"]


def test_a_document_is_added_as_its_draft(run_wp: RunWp, report: Path, tmp_path: Path) -> None:
    data = {"WP_DATA": str(tmp_path / "data")}
    done = run_wp("base", "add", str(report), env=data)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "data" / "report.json").is_file()
    found = run_wp("search", "northern channel", "--plain", env=data)
    assert found.stdout.startswith("1.1.2\t")


def test_a_fact_base_is_given_back_as_it_is(small_path: Path) -> None:
    assert base_bytes(small_path) == small_path.read_bytes()


BULLETIN = """\
Road Traffic Bulletin 2024

Published by the Ministry of Transport, 3 May 2025.

Table 1. Road traffic offences recorded, 2022 to 2024

Offence                             2022     2023     2024   Change 2023-24 (%)
-------------------------------------------------------------------------------
Speeding                          24,915   25,480   28,140        +10.4
Mobile phone use while driving     3,105    3,420    4,015        +17.4
-------------------------------------------------------------------------------
All road traffic offences         44,250   45,210   48,630         +7.6
"""
TOLD = {
    "In 2023, 25,480 speeding offences were recorded.": "supported",
    "In 2023, 28,140 speeding offences were recorded.": "contradicted",  # those of 2024
    "In 2024, 4,015 offences of mobile phone use while driving were recorded.": "supported",
    "In 2024, 3,105 offences of mobile phone use while driving were recorded.": "contradicted",
}


def test_a_sentence_is_held_to_the_cells_of_a_table_in_plain_text(
    run_wp: RunWp, tmp_path: Path
) -> None:
    (tmp_path / "bulletin.txt").write_text(BULLETIN, encoding="utf-8")
    (tmp_path / "draft.md").write_text("\n\n".join(TOLD), encoding="utf-8")
    paths = (str(tmp_path / "draft.md"), "--facts", str(tmp_path / "bulletin.txt"))
    done = run_wp("check", *paths, "--json")
    (checked,) = json.loads(done.stdout)["files"]
    assert {claim["sentence"]: claim["verdict"] for claim in checked["claims"]} == TOLD
    row = "Speeding 24,915 25,480 28,140 +10.4"
    done = run_wp("verify", row, *paths[1:], "--plain")
    assert done.stdout.startswith("verbatim")
