"""`wp check` of folders, and by the settings of a project file, as a process."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

RunWp = Any
SMALL = str(Path(__file__).parent.parent / "small.facts.json")
ALTERED = "It says “Two wardens watch the fish.”\n"
CLEAN = "It says “Two wardens watch the nets.”\n"


@pytest.fixture
def check(run_wp: RunWp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RunWp:
    """Run `wp check` in an empty repository, against the small base unless told."""
    monkeypatch.chdir(tmp_path)
    Path(".git").mkdir()

    def run(*arguments: str, facts: str | None = SMALL, **settings: Any) -> Any:
        return run_wp("check", *arguments, *(("--facts", facts) if facts else ()), **settings)

    return run


def put(files: dict[str, str]) -> None:
    """Write files, their folders with them."""
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def paths(done: Any) -> list[str]:
    """Give the drafts that were checked."""
    return [file["path"] for file in json.loads(done.stdout)["files"]]


@pytest.mark.parametrize(
    ("files", "arguments", "checked", "told"),
    [
        (
            ["b.md", "a/2.md", "a/10.txt", "a.html"],
            ["."],
            ["a/10.txt", "a/2.md", "a.html", "b.md"],
            "wp: 4 drafts in folders\n",
        ),
        # What is hidden, and what Word lays beside an open file, are no drafts.
        (
            ["d/a.md", "d/.b.md", "d/.git/c.md", "d/.venv/lib/d.md", "d/~$a.docx"],
            ["d"],
            ["d/a.md"],
            "wp: 1 draft in folders\n",
        ),
        (
            ["d/a.md", "d/x.rtf", "d/y.png", "d/Makefile"],
            ["d"],
            ["d/a.md"],
            "wp: 1 draft in folders; left out: 3 of another kind (.png, .rtf, no suffix)\n",
        ),
        # Folders and files mix, in the order given, each draft once.
        (["d/a.md", "d/b.md", "c.md"], ["d/b.md", "c.md", "d"], ["d/b.md", "c.md", "d/a.md"], None),
        (
            ["d/a.md", "d/old/b.md", "d/old/c/d.md", "d/e.old.md"],
            ["d", "--exclude", "old/", "--exclude", "*.old.md"],
            ["d/a.md"],
            "wp: 1 draft in folders; left out: 3 excluded\n",
        ),
        # A pattern with a slash is held to its place, one star stays in its folder.
        (
            ["d/a.md", "d/x/a.md", "d/x/y/a.md"],
            ["d", "--exclude", "d/*/a.md"],
            ["d/a.md", "d/x/y/a.md"],
            "wp: 2 drafts in folders; left out: 1 excluded\n",
        ),
        (["a.md", "b.md"], ["a.md", "b.md", "--exclude", "a.md"], ["b.md"], None),
    ],
    ids=["sorted", "hidden", "other kinds", "mixed", "names", "places", "named but excluded"],
)
def test_what_is_checked(
    check: RunWp, files: list[str], arguments: list[str], checked: list[str], told: str | None
) -> None:
    put(dict.fromkeys(files, CLEAN))
    done = check(*arguments, "--json")
    assert done.returncode == 0
    assert paths(done) == checked
    assert told is None or done.stderr == told


def test_a_named_file_that_is_excluded_is_told(check: RunWp) -> None:
    """As hooks name files: nothing is wrong with it, but nobody shall think it was checked."""
    put({"a.md": ALTERED})
    done = check("a.md", "--exclude", "*.md", "--plain")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "wp: a.md: left out, since it is excluded\n"


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ([], "wp: d: holds no draft to check; Markdown, text, HTML, DOCX, ODT, PDF files and note"),
        (["d/a.csv"], "wp: d: holds no draft to check; left out: 1 of another kind (.csv); Mark"),
    ],
)
def test_a_folder_without_drafts(check: RunWp, files: list[str], told: str) -> None:
    Path("d").mkdir()
    put(dict.fromkeys(files, ""))
    done = check("d", "--plain")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(told)


def test_links(check: RunWp) -> None:
    """A folder that was given away shall show nothing but itself, and be read in the end."""
    put({"d/a.md": CLEAN, "elsewhere/b.md": CLEAN, "d/e/f.md": CLEAN})
    Path("d/ring").symlink_to(Path("d").resolve())
    Path("d/b.md").symlink_to(Path("elsewhere/b.md").resolve())
    Path("d/g.md").symlink_to("e/f.md")
    done = check("d", "--json")
    assert (done.returncode, paths(done)) == (0, ["d/a.md", "d/e/f.md", "d/g.md"])
    assert done.stderr.endswith("left out: 2 linked from elsewhere, not read\n")
    assert paths(check("d/b.md", "--json")) == ["d/b.md"]
    # One that leads nowhere is told, since it might have been a draft.
    Path("d/c.md").symlink_to("nowhere.md")
    done = check("d", "--json")
    assert (done.returncode, len(paths(done))) == (2, 3)
    assert "wp: d/c.md: no such file" in done.stderr


def test_a_pattern_of_the_command_line_holds_anywhere(
    check: RunWp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put({"d/a.md": CLEAN, "d/a.old.md": CLEAN, "d/old/a.md": CLEAN, "e/x": ""})
    monkeypatch.chdir("e")
    for folder in ("../d", str(tmp_path / "d")):
        done = check(folder, "--exclude", "*.old.md", "--exclude", "old/", "--json")
        assert paths(done) == [f"{folder}/a.md"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_what_cannot_be_read_in_a_folder(check: RunWp) -> None:
    """A pipe is not waited for; a broken file is told, and the others are checked."""
    put({"d/a.md": CLEAN, "d/b.md": ALTERED})
    os.mkfifo("d/pipe.md")
    Path("d/c.docx").write_bytes(b"PK\x03\x04 no archive")
    done = check("d", "--json")
    assert (done.returncode, paths(done)) == (2, ["d/a.md", "d/b.md"])
    assert "1 of another kind (.md)" in done.stderr
    assert "wp: d/c.docx: is not a DOCX file" in done.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_folder_that_cannot_be_read(check: RunWp) -> None:
    put({"d/a.md": CLEAN, "d/shut/b.md": CLEAN})
    Path("d/shut").chmod(0)
    done = check("d", "--json")
    Path("d/shut").chmod(0o700)
    assert (done.returncode, paths(done)) == (2, ["d/a.md"])
    assert "wp: d/shut: cannot be read" in done.stderr


def test_the_source_is_no_draft(check: RunWp) -> None:
    put({"report.md": "# Norland\n\nThe port has 40 cranes.\n", "a.md": "It has “40 cranes”.\n"})
    done = check(".", "--json", facts="report.md")
    assert paths(done) == ["a.md"]
    assert "1 read as source or settings" in done.stderr


def test_a_report_is_no_draft_of_the_next_check(check: RunWp) -> None:
    """Nor does a watch check again, without end, since it has written."""
    put({"d/a.md": CLEAN})
    done = check("d", "-o", "d/report.html")
    assert (done.returncode, done.stdout, Path("d/report.html").exists()) == (2, "", False)
    assert done.stderr.startswith("wp: d/report.html: would be read as a draft; put it elsewhere")
    assert check("d", "-o", "d/report.html", "--exclude", "report.html").returncode == 0
    assert check("d", "-o", "report.html").returncode == 0
    assert check("d", "-o", "d/report.json").returncode == 0
    done = check("d", "--exclude", "report.html", "--json")
    assert paths(done) == ["d/a.md"]


# A project file.

SETTINGS = 'facts = "small.json"\nnames = ["Article 19"]\nexclude = ["old/"]\nformat = "plain"\n'


@pytest.fixture
def project(check: RunWp) -> RunWp:
    """A repository with a project file and its base."""
    put({"wp.toml": SETTINGS, "small.json": Path(SMALL).read_text("utf-8"), "d/a.md": ALTERED})
    return check


FOUND = "d/a.md:1:10: altered: "


def test_its_settings_are_used(project: RunWp) -> None:
    put({"d/b.md": "Article 19 saw 250 tankers a year.\n", "d/old/c.md": ALTERED})
    done = project("d", facts=None)
    assert done.returncode == 1
    told = [line.partition(": ")[0] for line in done.stdout.splitlines()]
    assert told == ["d/a.md:1:10", "d/b.md:1:1"]
    assert "Article" not in done.stdout
    assert "1 excluded" in done.stderr


def test_the_command_line_wins(project: RunWp, tmp_path: Path) -> None:
    put({"other.md": "# Other\n\nTwo wardens watch the fish.\n", "d/old/c.md": ALTERED})
    assert project("d", facts="other.md").returncode == 0
    assert project("d", "--json", facts=None).stdout.startswith("{")
    assert "old" in project("d", "--exclude", "a.md", facts=None).stdout
    assert project("d", "--config", os.devnull, "--plain", facts="other.md").returncode == 0


def test_a_file_named_that_is_none(project: RunWp) -> None:
    put({"pyproject.toml": "[tool.ruff]"})
    done = project("d", "--config", "pyproject.toml")
    assert done.returncode == 2
    assert done.stderr.startswith("wp: pyproject.toml: has no table [tool.wp]")


def test_it_wins_over_the_environment(project: RunWp) -> None:
    """What a project is held against is not for its reader's habits to change."""
    put({"other.md": "# Other\n\nTwo wardens watch the fish.\n"})
    done = project("d/a.md", facts=None, env={"WP_FACTS": "other.md", "WP_FORMAT": "json"})
    assert (done.returncode, done.stdout.startswith(FOUND)) == (1, True)


def test_it_is_found_from_standard_input_and_from_elsewhere(
    project: RunWp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert project("-", facts=None, stdin=ALTERED).stdout.startswith("<stdin>:1:10: altered: ")
    monkeypatch.chdir(tmp_path / "d")
    assert project("a.md", facts=None).stdout.startswith("a.md:1:10: altered: ")
    monkeypatch.chdir("/")
    assert "a.md:1:10: altered" in project(str(tmp_path / "d" / "a.md"), facts=None).stdout


def test_drafts_of_several_projects(project: RunWp) -> None:
    """They would be held to one another's source."""
    put({"e/wp.toml": 'facts = "../small.json"\n', "e/b.md": CLEAN})
    done = project("d/a.md", "e/b.md", facts=None)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(
        f"wp: these drafts belong to several project files: {Path('e')}/w"
    )
    assert "several project files" in project(".", facts=None).stderr
    assert project("d/a.md", "e/b.md", "--config", "wp.toml", facts=None).returncode == 1


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("fact = 3", "wp.toml: unknown key 'fact'; the keys are facts, format, strict, exclude, "),
        ('format = "xml"', "wp.toml: no output format 'xml' here; choose one of table, plain"),
        ('facts = "../other/small.json"', "wp.toml: facts names '../other/small.json', outside"),
        ('facts = "nowhere.json"', "nowhere.json: no such file"),
        ('exclude = ["[z-a]"]', "a pattern to exclude cannot be read"),
    ],
)
def test_a_wrong_project_file(project: RunWp, settings: str, told: str) -> None:
    Path("wp.toml").write_text(settings, "utf-8")
    done = project("d/a.md", facts=None)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith(f"wp: {told}")


# Only what is new.


def test_a_baseline_silences_what_was_there(check: RunWp) -> None:
    put({"d/a.md": ALTERED, "d/b.md": CLEAN})
    done = check("d", "--baseline", "b.json", "--write-baseline")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.endswith("wp: b.json: 1 finding of 2 drafts written\n")
    put({"d/a.md": f"# New line\n\n{ALTERED}", "d/b.md": ALTERED})
    done = check("d", "--baseline", "b.json", "--plain")
    assert (done.returncode, done.stdout.split(": ")[0]) == (1, "d/b.md:1:10")
    assert done.stderr.endswith("wp: b.json: 1 finding silenced\n")
    put({"d/a.md": CLEAN, "d/b.md": CLEAN})
    done = check("d", "--baseline", "b.json", "--plain")
    assert (done.returncode, done.stdout) == (0, "")
    gone = "d/a.md: altered “Two wardens watch the fish.”"
    assert done.stderr.endswith(f"0 findings silenced; 1 entry no longer found: {gone}\n")


def test_sarif_tells_a_baseline_from_a_comment(check: RunWp) -> None:
    put({"a.md": f"{ALTERED}\n{ALTERED.strip()} <!-- wp: ignore a joke -->\n"})
    check("a.md", "--baseline", "b.json", "--write-baseline")
    log = json.loads(check("a.md", "--baseline", "b.json", "--format", "sarif").stdout)
    told = [one["suppressions"][0] for one in log["runs"][0]["results"]]
    assert [one["kind"] for one in told] == ["external", "inSource"]
    assert told[0]["justification"] == "in the baseline"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["a.md", "--write-baseline"], "no file for the baseline"),
        (["a.md", "--baseline", "b.json"], "b.json: cannot be read: No such file"),
        # What was checked only in part is no baseline, and what is none is not written over.
        (["a.md", "no.md", "--baseline", "b.json", "--write-baseline"], "b.json: not written"),
        (["a.md", "--baseline", "a.md", "--write-baseline"], "a.md: is no baseline"),
        (["a.md", "--baseline", "no/b.json", "--write-baseline"], "no/b.json: cannot be written"),
    ],
)
def test_a_baseline_that_cannot_be(check: RunWp, arguments: list[str], told: str) -> None:
    put({"a.md": ALTERED})
    done = check(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"wp: {told}" in done.stderr
    assert Path("a.md").read_text("utf-8") == ALTERED
    assert not Path("b.json").exists()
