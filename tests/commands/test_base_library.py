"""`wp base add`, `remove`, `list`, and what the other commands make of several bases."""

import hashlib
import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

RunWp = Any
HARBOURS, TERNS = "harbour-report-2020", "tern-island-2019"


@pytest.fixture
def tern_path(small_path: Path) -> Path:
    return small_path.with_name("tern-island.facts.json")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def env(data: Path) -> dict[str, str]:
    return {"WP_DATA": str(data)}


def _documents(run_wp: RunWp, env: dict[str, str]) -> list[str]:
    return [one["document"] for one in json.loads(run_wp("base", "list", "--json", env=env).stdout)]


def test_the_life_of_a_library(
    run_wp: RunWp, env: dict[str, str], small_path: Path, tern_path: Path
) -> None:
    assert _documents(run_wp, env) == ["legal-protection-2017"]
    done = run_wp("base", "add", str(small_path), str(tern_path), env=env)
    assert done.returncode == 0
    assert done.stdout.startswith(f"Added {HARBOURS}: ")
    assert "`wp base add --builtin`" in done.stderr
    assert _documents(run_wp, env) == [HARBOURS, TERNS]
    assert json.loads(run_wp("search", "litter", "--json", env=env).stdout)[0]["document"] == TERNS
    again = run_wp("base", "add", "--builtin", env=env)
    assert (again.returncode, again.stderr) == (0, "")
    assert _documents(run_wp, env) == [HARBOURS, "legal-protection-2017", TERNS]
    done = run_wp("base", "remove", HARBOURS, TERNS, "legal-protection-2017", env=env)
    assert (done.returncode, done.stdout.count("Removed")) == (0, 3)
    assert _documents(run_wp, env) == ["legal-protection-2017"]


def test_the_list_tells_text_and_file_apart(run_wp: RunWp, small_path: Path) -> None:
    facts = ("--facts", str(small_path))
    (record,) = json.loads(run_wp("base", "list", *facts, "--json").stdout)
    paragraphs = json.loads(run_wp("read", *facts, "--json").stdout)
    text = "".join(f"{paragraph['text']}\n" for paragraph in paragraphs)
    assert record == {
        "document": HARBOURS,
        "title": "Harbours and Fisheries of Norland",
        "edition": "First edition",
        "published": "2020-05-04",
        "sections": 3,
        "topics": 4,
        "facts": 9,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "file_sha256": hashlib.sha256(small_path.read_bytes()).hexdigest(),
        "origin": "--facts",
        "path": str(small_path),
    }
    table = run_wp("base", "list", *facts).stdout
    assert record["text_sha256"] in table and f"--facts: {small_path}" in table


def test_the_list_tells_drafts_and_an_unknown_date(
    run_wp: RunWp, small_raw: dict[str, Any], tmp_path: Path
) -> None:
    """Programs get the date as the base has it."""
    small_raw["document"]["published"] = "0001"
    small_raw["sections"]["II"]["topics"]["landings"]["facts"]["wardens"]["draft"] = True
    path = tmp_path / "draft.json"
    path.write_text(json.dumps(small_raw), encoding="utf-8")
    table = " ".join(run_wp("base", "list", "--facts", str(path)).stdout.split())
    assert "Published date unknown" in table
    assert "Facts 9, 1 of them a draft" in table
    (record,) = json.loads(run_wp("base", "list", "--facts", str(path), "--json").stdout)
    assert (record["published"], record["facts"]) == ("0001", 9)


def test_the_list_tells_where_bases_come_from(
    run_wp: RunWp, env: dict[str, str], small_path: Path, tern_path: Path
) -> None:
    run_wp("base", "add", str(small_path), env=env)
    both = env | {"WP_FACTS": os.pathsep.join((str(tern_path), str(small_path)))}
    for arguments, environment, told in (
        ((), {}, [("legal-protection-2017", "built-in")]),
        ((), env, [(HARBOURS, "data folder")]),
        ((), both, [(TERNS, "WP_FACTS"), (HARBOURS, "WP_FACTS")]),
        (("--facts", str(tern_path)), both, [(TERNS, "--facts")]),
    ):
        records = json.loads(run_wp("base", "list", "--json", *arguments, env=environment).stdout)
        assert [(one["document"], one["origin"]) for one in records] == told


@pytest.mark.parametrize("command", [("search", "ships"), ("verify", "words of it")])
def test_a_bad_file_in_the_data_folder_tells_how_it_goes(
    run_wp: RunWp, env: dict[str, str], data: Path, small_path: Path, command: tuple[str, ...]
) -> None:
    run_wp("base", "add", str(small_path), env=env)
    (data / "bad one.json").write_text('{"schema_version": 1', encoding="utf-8")
    done = run_wp(*command, env=env)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "line 1, column" in done.stderr
    assert "`wp base remove 'bad one.json'`" in done.stderr
    listed = run_wp("base", "list", "--plain", env=env)
    assert (listed.returncode, listed.stdout.split("\t")[0]) == (2, HARBOURS)
    assert "bad one.json" in listed.stderr
    assert run_wp(*command, "--facts", str(small_path), env=env).returncode != 2
    assert run_wp("base", "remove", "bad one.json", env=env).returncode == 0
    assert run_wp(*command, env=env).returncode != 2


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, []),
        ({'"value": 300,': '"value": 301,'}, ["1 problem"]),
        ({'"statement": "Two': '"draft": true, "statement": "Two'}, ["1 draft"]),
        (
            {
                '"value": 300,': '"value": 301,',
                '"2020-05-04"': '"2020-02-31"',
                '"statement": "Two': '"draft": true, "statement": "Two',
            },
            ["2 problems, 1 draft"],
        ),
    ],
    ids=["sound", "a wrong value", "a draft", "several"],
)
def test_a_base_that_is_not_clean_is_added_and_told(
    run_wp: RunWp,
    env: dict[str, str],
    data: Path,
    small_path: Path,
    tmp_path: Path,
    changes: dict[str, str],
    told: list[str],
) -> None:
    text = small_path.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    source = tmp_path / "base.json"
    source.write_text(text, encoding="utf-8")
    run_wp("base", "add", "--builtin", env=env)
    done = run_wp("base", "add", str(source), env=env)
    assert (done.returncode, done.stdout.count("\n")) == (0, 1)
    kept = data / f"{HARBOURS}.json"
    assert done.stderr.splitlines() == [
        f"wp: {HARBOURS} is not clean: {counts}; `wp base validate {kept}` lists them"
        for counts in told
    ]


@pytest.mark.parametrize(
    ("names", "status", "told"),
    [
        ((HARBOURS, TERNS, "nosuch"), 1, "no base 'nosuch'"),
        (("nosuch", HARBOURS), 1, "no base 'nosuch'"),
        # the same twice, by its document and by its file
        ((HARBOURS, f"{HARBOURS}.json"), 0, ""),
    ],
)
def test_all_names_are_found_before_a_base_is_taken_out(
    run_wp: RunWp,
    env: dict[str, str],
    small_path: Path,
    tern_path: Path,
    names: tuple[str, ...],
    status: int,
    told: str,
) -> None:
    run_wp("base", "add", str(small_path), str(tern_path), env=env)
    done = run_wp("base", "remove", *names, env=env)
    assert (done.returncode, done.stdout.count("Removed")) == (status, 1 - status)
    assert told in done.stderr
    assert _documents(run_wp, env) == ([HARBOURS, TERNS] if status else [TERNS])


def _plain_file(data: Path, small_path: Path) -> None:
    data.write_text("in the way", encoding="utf-8")


def _read_only(data: Path, small_path: Path) -> None:
    data.mkdir()
    data.chmod(stat.S_IRUSR | stat.S_IXUSR)


@pytest.mark.parametrize(
    "spoil",
    [
        _plain_file,
        pytest.param(
            _read_only,
            marks=pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere"),
        ),
    ],
)
def test_a_data_folder_that_cannot_be_written(
    run_wp: RunWp, env: dict[str, str], data: Path, small_path: Path, spoil: Any
) -> None:
    spoil(data, small_path)
    done = run_wp("base", "add", str(small_path), env=env)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "the data folder cannot be" in done.stderr and "WP_DATA" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("add",), 2, "--builtin"),
        (("add", "nosuch.json"), 2, "nosuch.json: no such file"),
        (("add", "{invalid}"), 2, "is not valid JSON"),
        (("add", "{small}", "{invalid}"), 2, "is not valid JSON"),
        (("remove",), 2, "DOCUMENT"),
        (("remove", "nosuch"), 1, "the data folder holds none"),
        (("remove", "../small.facts.json"), 1, "the data folder holds none"),
        (("remove", "legal-protection-2017"), 1, "the data folder holds none"),
    ],
)
def test_wrong_use_leaves_the_library_alone(
    run_wp: RunWp,
    env: dict[str, str],
    data: Path,
    small_path: Path,
    tmp_path: Path,
    arguments: tuple[str, ...],
    status: int,
    told: str,
) -> None:
    invalid = tmp_path / "invalid.json"
    invalid.write_text("{", encoding="utf-8")
    given = [one.format(invalid=invalid, small=small_path) for one in arguments]
    done = run_wp("base", *given, env=env)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (status, "", 1)
    assert told in done.stderr
    assert not data.exists()


def test_of_those_who_add_one_document_at_once_one_wins(
    data: Path, cache: Path, small_path: Path, tmp_path: Path
) -> None:
    """Each comes with its own edition; what is kept is one of them, whole."""
    raw = json.loads(small_path.read_text(encoding="utf-8"))
    sources = []
    for number in range(4):
        raw["document"]["edition"] = f"Edition {number}"
        sources.append(tmp_path / f"{number}.json")
        sources[-1].write_text(json.dumps(raw), encoding="utf-8")
    environment = {**os.environ, "WP_DATA": str(data), "WP_CACHE": str(cache)}
    wp = Path(sys.executable).with_name("wp")
    processes = [
        subprocess.Popen(
            [wp, "base", "add", str(source)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            text=True,
        )
        for source in sources
    ]
    ended = [(*process.communicate(timeout=60), process.returncode) for process in processes]
    assert sorted(status for _, _, status in ended) == [0, 2, 2, 2]
    winner = next(number for number, (_, _, status) in enumerate(ended) if status == 0)
    assert all("has already" in told for _, told, status in ended if status == 2)
    (kept,) = data.iterdir()
    assert kept.read_bytes() == sources[winner].read_bytes()


_SEVERAL = [
    (("search", "wardens"), {HARBOURS, TERNS}),
    (("search", "wardens", "--section", f"{TERNS}:1"), {TERNS}),
    (("search", "wardens", "--topic", f"{HARBOURS}:landings"), {HARBOURS}),
    (("section",), {HARBOURS, TERNS}),
    (("section", f"{HARBOURS}:I"), {HARBOURS}),
    (("topic",), {HARBOURS, TERNS}),
    (("topic", "--section", f"{TERNS}:1"), {TERNS}),
    (("topic", f"{TERNS}:nests"), {TERNS}),
    (("show", f"{TERNS}:1.nests.wardens", "II.landings.wardens"), {HARBOURS, TERNS}),
    (("read", "--no-pager"), {HARBOURS, TERNS}),
    (("read", f"{TERNS}:1", "--no-pager"), {TERNS}),
    (("figures", "--unit", "percent"), {HARBOURS, TERNS}),
    (("figures", "--unit", "percent", "--section", "II"), {HARBOURS}),
    (("timeline", "--since", "2018", "--until", "2018"), {HARBOURS, TERNS}),
    (("verify", "Two wardens watch the nets."), {HARBOURS}),
    (("cite", "litter"), {TERNS}),
]


@pytest.mark.parametrize(
    ("command", "documents"), _SEVERAL, ids=[" ".join(command) for command, _ in _SEVERAL]
)
def test_each_answer_names_its_document(
    run_wp: RunWp,
    small_path: Path,
    tern_path: Path,
    command: tuple[str, ...],
    documents: set[str],
) -> None:
    """In records by id, in tables by title and edition, in flat forms by id."""
    facts = ("--facts", str(small_path), "--facts", str(tern_path))
    answer = json.loads(run_wp(*command, *facts, "--json").stdout)
    records = answer if isinstance(answer, list) else [answer]
    assert {record["document"] for record in records} == documents
    plain = run_wp(*command, *facts, "--plain").stdout
    assert {id_ for id_ in (HARBOURS, TERNS) if id_ in plain} == documents
    table = " ".join(run_wp(*command, *facts, env={"COLUMNS": "200"}).stdout.split())
    titles = {HARBOURS: "Harbours and Fisheries of Norland", TERNS: "The Terns of Ostra"}
    assert {id_ for id_, title in titles.items() if title in table} == documents
    if HARBOURS in documents and command[0] != "cite":
        assert "First edition" in table


def test_a_draft_is_checked_against_every_document(
    run_wp: RunWp, small_path: Path, tern_path: Path
) -> None:
    draft = (
        "It says “Two wardens watch the net.” and “In 2017 the island had 36,000 visitors”.\n\n"
        "The fleet landed 81 percent of its catch in 2018.\n"
    )
    facts = ("--facts", str(small_path), "--facts", str(tern_path))
    done = run_wp("check", "-", *facts, "--json", stdin=draft)
    (file,) = json.loads(done.stdout)["files"]
    assert [(one["verdict"], one["document"]) for one in file["quotations"]] == [
        ("altered", HARBOURS),
        ("verbatim", TERNS),
    ]
    (claim,) = file["claims"]
    assert claim["facts"] == [f"{HARBOURS}:II.landings.share-landed"]
    table = run_wp("check", "-", *facts, stdin=draft).stdout
    assert f"{HARBOURS}:II ¶1" in table and f"{TERNS}:1 ¶3" in table
    assert f"{TERNS}: The Terns of Ostra" in table


def test_a_topic_that_a_section_lacks(run_wp: RunWp, small_path: Path) -> None:
    done = run_wp("topic", "landings", "--section", "I", "--facts", str(small_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert "section I has none so called" in done.stderr
