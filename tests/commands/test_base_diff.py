"""`wp base diff`: two editions of the invented document, as tables and as records."""

import json
from pathlib import Path
from typing import Any

import pytest

RunWp = Any


@pytest.fixture
def newer(small_path: Path, tmp_path: Path) -> Path:
    """A second edition: one figure changed, one clause left out."""
    text = small_path.read_text(encoding="utf-8")
    for old, new in (
        ("more than 120", "more than 130"),
        ('"value": 120,', '"value": 130,'),
        ("Since the Great Storm, the harbours", "The harbours"),
        ("First edition", "Second edition"),
    ):
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "newer.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_same_edition(run_wp: RunWp, small_path: Path) -> None:
    table = run_wp("base", "diff", str(small_path), str(small_path))
    assert (table.returncode, table.stderr) == (0, "")
    assert "No differences." in table.stdout
    assert run_wp("base", "diff", str(small_path), str(small_path), "--json").stdout == "[]\n"
    assert run_wp("base", "diff", str(small_path), str(small_path), "--plain").stdout == ""


def test_a_newer_edition_in_a_table(run_wp: RunWp, small_path: Path, newer: Path) -> None:
    done = run_wp("base", "diff", str(small_path), str(newer))
    assert (done.returncode, done.stderr) == (1, "")
    for told in (
        "Old: Harbours and Fisheries of Norland. First edition",
        "New: Harbours and Fisheries of Norland. Second edition",
        "no longer stand in the new text: 2",
        "I.ship-calls.harbours  altered  I ¶1",
        "Norland has more than [-120-]{+130+} harbours.",
        "[-Since the Great Storm,-] The harbours of Norland have been rebuilt.",
        "old: more than 120 harbours",
        "new: more than 130 harbours",
        "Closing ¶1  altered",
        "[-120-]{+130+} harbours. From 2010 to March 2019, 4,500 ships called at Port",
    ):
        assert told in done.stdout


def test_a_newer_edition_in_records(run_wp: RunWp, small_path: Path, newer: Path) -> None:
    done = run_wp("base", "diff", str(small_path), str(newer), "--json")
    records = json.loads(done.stdout)
    assert done.returncode == 1
    assert records[0] == {
        "kind": "quote",
        "change": "altered",
        "id": "I.ship-calls.harbours",
        "section": "I",
        "paragraph": 1,
        "old": "Norland has more than 120 harbours.",
        "new": "Norland has more than 130 harbours.",
        "changes": [{"op": "replace", "old": "120", "new": "130", "kind": "figure"}],
        "old_figure": None,
        "new_figure": None,
    }
    (figure,) = [one for one in records if one["kind"] == "figure"]
    assert (figure["old_figure"]["value"], figure["new_figure"]["value"]) == (120, 130)
    plain = run_wp("base", "diff", str(small_path), str(newer), "--plain").stdout.splitlines()
    assert len(plain) == len(records)
    assert plain[0].split("\t")[:5] == ["quote", "altered", "I.ship-calls.harbours", "I", "1"]


def test_an_edition_named_by_its_document(
    run_wp: RunWp, small_path: Path, newer: Path, tmp_path: Path
) -> None:
    env = {"WP_DATA": str(tmp_path / "data")}
    run_wp("base", "add", str(small_path), env=env)
    assert run_wp("base", "diff", "harbour-report-2020", str(newer), env=env).returncode == 1
    assert run_wp("base", "diff", "harbour-report-2020", str(small_path), env=env).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("{small}",), "NEW"),
        (("nosuch.json", "{small}"), "nosuch.json: no such file"),
        (("{small}", "nosuch"), "the documents are legal-protection-2017"),
        (("{small}", "{bad}"), "is empty"),
        (("{small}", "{folder}"), "is a directory"),
    ],
)
def test_bad_input(
    run_wp: RunWp, small_path: Path, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    bad = tmp_path / "bad.json"
    bad.touch()
    given = [one.format(small=small_path, bad=bad, folder=tmp_path) for one in arguments]
    done = run_wp("base", "diff", *given)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert told in done.stderr
