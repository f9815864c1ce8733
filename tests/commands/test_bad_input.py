"""Bad input gets one clear line: what, where, what to do; no traceback, nothing raw."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from waiting import answering

RunWp = Any
ESCAPE = "\x1b[31mred\x1b[0m\x07"


def assert_one_clear_line(done: subprocess.CompletedProcess[str], status: int, *told: str) -> None:
    """One line on standard error, with these words in it, and this exit status."""
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("wp: ")
    assert done.stderr.count("\n") == 1
    assert "\x1b" not in done.stderr
    for words in told:
        assert words in done.stderr


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, ("no such file", "check the name of the fact base")),
        (b"", ("is empty", "wp base schema")),
        (b'{"schema_version": 1, "document": {', ("line 1, column", "not valid JSON")),
        (b'{"title": "caf\xe9"}', ("line 1", "not UTF-8", "save the file as UTF-8")),
        (b"PK\x03\x04\x00\x00\xff", ("not UTF-8",)),
        (b"quote,figure\n1,2\n", ("line 1, column 1", "not valid JSON")),
        (b"{}", ("top level", "schema_version")),
        (b'{"a": 1, "a": 2}', ("top level", "duplicate key 'a'")),
    ],
    ids=["missing", "empty", "truncated", "latin-1", "zip", "csv", "wrong schema", "repeated key"],
)
@pytest.mark.parametrize("command", [("search", "ships"), ("section", "I"), ("base", "validate")])
def test_a_bad_base_file(
    run_wp: RunWp,
    tmp_path: Path,
    command: tuple[str, ...],
    content: bytes | None,
    told: tuple[str, ...],
) -> None:
    path = tmp_path / "base.json"
    if content is not None:
        path.write_bytes(content)
    done = run_wp(*command, *(() if command[0] == "base" else ("--facts",)), str(path))
    assert_one_clear_line(done, 2, "base.json", *told)
    assert done.stdout == ""


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory, small_path: Path) -> Path:
    """A folder of a draft, a base, and bases spoilt in several ways.

    A large one that was written just now is waited for: these grow old together.
    """
    small = small_path.read_text("utf-8")
    large = _base(small, '"dredging the', '"' + "-" * 2_200_000 + '", "dredging the')
    number = "1" + "0" * 400
    files = {
        "base.json": small,
        "draft.md": "# A report\n\nIn 2020, 40 ships landed.\n",
        "key.json": _base(small, '"ship-calls": {', '"ship-calls\\n": {'),
        "large-number.json": _base(small, '"value": 120,', f'"value": {number},'),
        "break.json": _base(small, '"The Harbour Act', '"The\\nHarbour Act'),
        "true.json": _base(small, '"schema_version": 1', '"schema_version": true'),
        "large-true.json": _base(large, '"schema_version": 1', '"schema_version": true'),
        "large-break.json": _base(large, '"The Harbour Act', '"The\\nHarbour Act'),
        "deep.json": _nested(100_000),
    }
    folder = tmp_path_factory.mktemp("spoilt")
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    with (folder / "huge.json").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    return folder


def test_a_huge_base_file(run_wp: RunWp, spoilt: Path) -> None:
    path = spoilt / "huge.json"
    for command in (("search", "x", "--facts"), ("base", "validate")):
        done = run_wp(*command, str(path), timeout=10)
        assert_one_clear_line(done, 2, "huge.json", "larger than 64 MB", "split it")


def test_a_folder_for_a_base_file(run_wp: RunWp, tmp_path: Path) -> None:
    assert_one_clear_line(run_wp("topic", "--facts", str(tmp_path)), 2, "is a directory")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
@pytest.mark.parametrize(
    "command",
    [
        ("topic", "--facts"),
        ("base", "validate"),
        ("base", "add"),
        ("base", "review"),
        ("base", "diff", "{small}"),
        ("base", "draft"),
        ("check",),
    ],
)
def test_a_file_that_may_not_be_read(
    run_wp: RunWp, tmp_path: Path, small_path: Path, command: tuple[str, ...]
) -> None:
    path = tmp_path / "base.txt"
    path.write_bytes(small_path.read_bytes())
    path.chmod(0)
    given = [part.format(small=small_path) for part in command]
    done = run_wp(*given, str(path))
    assert_one_clear_line(done, 2, f"{path}: cannot be read: Permission denied")


def test_a_quote_that_is_not_in_its_text(run_wp: RunWp, tmp_path: Path, small_path: Path) -> None:
    path = tmp_path / "base.json"
    text = small_path.read_text(encoding="utf-8")
    path.write_text(text.replace('"quote": "Two wardens', '"quote": "Six wardens'), "utf-8")
    done = run_wp("search", "wardens", "--facts", str(path))
    assert_one_clear_line(done, 2, "II.landings.wardens", "does not stand in the text", "copy it")


def test_two_bases_of_one_document(run_wp: RunWp, small_path: Path) -> None:
    done = run_wp("topic", "--facts", str(small_path), "--facts", str(small_path))
    assert_one_clear_line(done, 2, "document.id", "harbour-report-2020")


def test_terminal_escapes_in_a_base_are_refused(
    run_wp: RunWp, tmp_path: Path, small_path: Path
) -> None:
    path = tmp_path / "base.json"
    text = small_path.read_text(encoding="utf-8")
    path.write_text(text.replace("First edition", r"\u001b[2J"), "utf-8")
    done = run_wp("section", "I", "--facts", str(path))
    assert_one_clear_line(done, 2, "document.edition", "U+001B", "take it out")


@pytest.mark.parametrize("query", ["", " ", "\n\t"])
@pytest.mark.parametrize("command", ["search", "verify"])
def test_an_empty_query(run_wp: RunWp, command: str, query: str) -> None:
    assert_one_clear_line(run_wp(command, query), 2, "is empty", f"wp {command}")


@pytest.mark.parametrize("query", ["...", "“”", "!"])
@pytest.mark.parametrize("command", ["search", "verify"])
def test_a_query_without_a_word(run_wp: RunWp, command: str, query: str) -> None:
    assert_one_clear_line(run_wp(command, query), 2, "has no word in it", f"wp {command}")


@pytest.mark.parametrize("command", ["search", "topic", "section", "show"])
def test_terminal_escapes_in_a_query_never_reach_the_terminal(run_wp: RunWp, command: str) -> None:
    done = run_wp(command, f"qqxx {ESCAPE} zzyy")
    assert_one_clear_line(done, 1)
    assert "\x1b" not in done.stdout
    assert "\x07" not in done.stdout + done.stderr


@pytest.mark.parametrize("form", ["table", "plain", "json", "csv", "markdown", "jsonl"])
def test_terminal_escapes_in_a_quotation_never_reach_the_terminal(run_wp: RunWp, form: str) -> None:
    done = run_wp("verify", f"36,000 {ESCAPE} personnel", "--format", form)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stdout
    assert "\x07" not in done.stdout


@pytest.mark.parametrize("command", ["search", "verify", "topic", "section", "show"])
def test_a_100_kilobyte_query(run_wp: RunWp, command: str) -> None:
    done = run_wp(command, "peacekeeping wrdx " * 5500, timeout=20)
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
    assert len(done.stderr) < 4000


def test_a_query_that_is_not_utf_8_on_standard_input(run_wp: RunWp) -> None:
    assert_one_clear_line(run_wp("search", "-", stdin=b"caf\xe9"), 2, "not UTF-8", "iconv")


def test_an_argument_that_is_not_utf_8(cache: Path) -> None:
    command = [os.fsencode(Path(sys.executable).with_name("wp")), b"verify", b"caf\xe9", b"--json"]
    done = subprocess.run(
        command,
        capture_output=True,
        env={**os.environ, "WP_CACHE": str(cache)},
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    done.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("search",), "for instance: wp search"),
        (("search",), "QUERY"),
        (("search", "x", "--limit", "0"), "--limit"),
        (("search", "x", "--limit", "many"), "--limit"),
        (("search", "x", "--format", "yaml"), "yaml"),
        (("search", "x", "--json", "--plain"), "json and plain"),
        (("search", "x", "--nonsense"), "--nonsense"),
        (("serach", "x"), "serach"),
        (("show",), "ID"),
        (("base", "lst"), "lst"),
        (("base", "lst"), "wp base list"),
        (("base", "draft"), "DOCUMENT is missing"),
        (("sarch",), "did you mean: wp search"),
    ],
)
def test_wrong_use(run_wp: RunWp, arguments: tuple[str, ...], told: str) -> None:
    assert_one_clear_line(run_wp(*arguments), 2, told)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("section", "III"), ("Effectively Enhancing Judicial Protection", "not of this base")),
        (("section", "3"), ("Effectively Enhancing Judicial Protection",)),
        (("section", "Preamble"), ("not of this base", "V, VI, Conclusion")),
        (("section", "XII"), ("no section 'XII'", "V, VI, Conclusion")),
        (("section", "zzzz"), ("no section 'zzzz'", "V, VI, Conclusion")),
        (("topic", "peace keping missions of mars"), ("no topic", "peacekeeping")),
        (("show", "VI.peacekeeping.personel"), ("no fact", "VI.peacekeeping.personnel-sent")),
        (("search", "zzxqy"), ("nothing found", "zzxqy", "wp topic")),
    ],
)
def test_what_is_not_there(
    run_wp: RunWp, arguments: tuple[str, ...], told: tuple[str, ...]
) -> None:
    done = run_wp(*arguments)
    assert_one_clear_line(done, 1, *told)
    assert done.stdout == ""


def test_nothing_found_is_an_empty_array(run_wp: RunWp) -> None:
    done = run_wp("search", "zzxqy", "--json")
    assert done.returncode == 1
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    "arguments", [("section", "V"), ("section", "V", "--json"), ("read", "--no-pager"), ("topic",)]
)
def test_a_closed_pipe(cache: Path, arguments: tuple[str, ...]) -> None:
    wp = Path(sys.executable).with_name("wp")
    process = subprocess.Popen(
        [wp, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "WP_CACHE": str(cache)},
    )
    assert process.stdout is not None and process.stderr is not None
    with process, answering(process):
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=30) in (0, 141)


def test_a_cache_folder_that_cannot_be_made(run_wp: RunWp, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    done = run_wp("search", "peacekeeping", "--plain", env={"WP_CACHE": str(blocked / "cache")})
    assert done.returncode == 0
    assert done.stderr == ""


def test_a_damaged_prepared_form_is_remade(run_wp: RunWp, tmp_path: Path, small_path: Path) -> None:
    cache = tmp_path / "cache"
    asked = ("search", "harbours", "--json", "--facts", str(small_path))
    first = run_wp(*asked, env={"WP_CACHE": str(cache)})
    assert json.loads(first.stdout)
    (form,) = cache.iterdir()
    for damage in (b"", form.read_bytes()[:-100], b"\0" * 5000):
        form.write_bytes(damage)
        again = run_wp(*asked, env={"WP_CACHE": str(cache)})
        assert (again.returncode, again.stdout, again.stderr) == (0, first.stdout, "")
        assert len(form.read_bytes()) > 5000


def test_a_changed_base_is_never_answered_from_its_old_prepared_form(
    run_wp: RunWp, tmp_path: Path, small_path: Path
) -> None:
    path = tmp_path / "base.json"
    text = small_path.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    assert run_wp("show", "wardens", "--facts", str(path)).returncode == 0
    status = path.stat()
    path.write_text(text.replace('"wardens": {', '"wardenz": {'), encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert_one_clear_line(run_wp("show", "wardens", "--facts", str(path)), 1, "II.landings.wardenz")


def _nested(depth: int) -> str:
    return " " * 2_100_000 + "[" * depth


def _base(small: str, old: str, new: str) -> str:
    assert old in small
    return small.replace(old, new, 1)


_DIGITS = "1" * 5_000
_LONG = "n" * 300


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        # a slip in the name of the document, a base there already
        (("base", "draft", "missing.md", "-o", "base.json"), 2, "base.json: exists already"),
        (("base", "draft", "missing.md", "-o", "new.json"), 2, "missing.md: no such file"),
        # numbers of more digits than Python reads
        (("section", _DIGITS), 1, "no section '1111"),
        (("read", _DIGITS), 1, "no section '1111"),
        (("search", "ships", "-s", _DIGITS), 1, "no section '1111"),
        (("read", f"II:{_DIGITS}"), 1, "1111"),
        (("show", f"II.{_DIGITS}.{_DIGITS}"), 1, "no fact 'II.1111"),
        # names that no file system takes, and links in a ring
        (("export", "-f", "json", "-o", _LONG), 2, "cannot be written: File name too long"),
        (("export", "-f", "json", "-o", f"{_LONG}/{_LONG}"), 2, "its folder does not exist"),
        (("base", "diff", _LONG, _LONG), 2, "no file or document"),
        (("base", "diff", f"./{_LONG}", f"./{_LONG}"), 2, "cannot be read: File name too long"),
        (("base", "draft", "draft.md", "-o", _LONG), 2, "cannot be written: File name too long"),
        (("search", "ships", "--facts", _LONG), 2, "cannot be read: File name too long"),
        (("search", "ships", "--facts", "ring"), 2, "cannot be read: Too many levels of symbolic"),
        (("check", _LONG), 2, "cannot be read: File name too long"),
        # bases
        (
            ("topic", "--facts", "key.json"),
            2,
            "the key 'ship-calls\\n' does not match the required form",
        ),
        (("topic", "--facts", "large-number.json"), 2, "the number 1000"),
        (
            ("export", "-f", "sqlite", "--force", "-o", "o.db", "--facts", "large-number.json"),
            2,
            "too large",
        ),
        (("topic", "--facts", "break.json"), 2, "holds a line break: `wp base validate --fix`"),
        (("base", "validate", "break.json"), 2, "holds a line break: `wp base validate --fix`"),
        (("topic", "--facts", "deep.json"), 2, "deep.json: is nested too deeply for a fact base"),
        (("topic", "--facts", "true.json"), 2, "schema_version: must be 1"),
        (("topic", "--facts", "large-true.json"), 2, "schema_version: must be 1"),
        (("topic", "--facts", "large-break.json"), 2, "holds a line break"),
    ],
    ids=lambda value: " ".join(value)[:60] if isinstance(value, tuple) else "",
)
def test_what_ended_in_a_traceback_ends_in_a_line(
    run_wp: RunWp,
    small_path: Path,
    tmp_path: Path,
    spoilt: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    status: int,
    told: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    for file in spoilt.iterdir():
        os.symlink(file, file.name)
    os.symlink("ring", "ring")
    env = {} if "--facts" in arguments else {"WP_FACTS": str(small_path)}
    done = run_wp(*arguments, env=env)
    done.stderr = re.sub(r"\Awp: making the index of \d MB .*\n", "", done.stderr)
    assert_one_clear_line(done, status, told)


def test_places_do_not_shift_at_a_line_break(
    run_wp: RunWp, small_path: Path, tmp_path: Path
) -> None:
    path = tmp_path / "break.json"
    text = small_path.read_text("utf-8")
    path.write_text(
        _base(text, '"The Harbour Act provides', '"The\\n  Harbour Act provides'), "utf-8"
    )
    assert run_wp("base", "validate", "--fix", str(path)).returncode == 0
    assert json.loads(path.read_text("utf-8")) == json.loads(text)
    other = tmp_path / "other.json"
    other.write_text(text.replace('"paragraphs": [', '"paragraphs": [7, ', 1), "utf-8")
    done = run_wp("base", "validate", "--fix", str(other))
    assert_one_clear_line(done, 2, "sections.I.paragraphs.0: must be text in quotation marks")


@pytest.mark.parametrize(
    ("variable", "value"),
    [("COLUMNS", "9" * 20), ("COLUMNS", "²"), ("COLUMNS", "-1"), ("COLUMNS", ""), ("LINES", "²")],
)
def test_a_width_that_is_none(run_wp: RunWp, small_path: Path, variable: str, value: str) -> None:
    usual = run_wp("topic", "--facts", str(small_path))
    done = run_wp("topic", "--facts", str(small_path), env={variable: value})
    assert (done.returncode, done.stdout) == (0, usual.stdout)
    assert run_wp("topic", "--help", env={variable: value}).returncode == 0


def test_a_pager_with_a_mark_left_open(run_wp: RunWp, small_path: Path) -> None:
    asked = ("read", "II", "--pager", "--facts", str(small_path))
    done = run_wp(*asked, env={"PAGER": 'less "'})
    assert_one_clear_line(done, 2, "PAGER cannot be read as a command: No closing quotation")


def test_a_name_that_is_not_utf_8_in_sarif(run_wp: RunWp, small_path: Path, tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.md"
    Path(os.fsdecode(name)).write_text('"Norland has more than 12 harbours," they say.')
    done = run_wp("check", "-f", "sarif", os.fsdecode(name), "--facts", str(small_path))
    assert done.returncode == 1
    assert "caf%E9.md" in done.stdout


@pytest.mark.parametrize("command", [("base", "validate", "--fix"), ("base", "review")])
def test_a_link_is_written_through(
    run_wp: RunWp, small_path: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    raw = json.loads(small_path.read_text("utf-8"))
    raw["sections"]["I"]["topics"]["ship-calls"]["facts"]["harbours"]["draft"] = True
    real.write_text(json.dumps(raw), "utf-8")
    link.symlink_to("real.json")
    before = real.read_text("utf-8")
    run_wp(*command, str(link), stdin="a")
    assert link.is_symlink()
    assert real.read_text("utf-8") != before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["link.json", "real.json"]


def test_what_is_no_file_in_the_data_folder_is_passed_over(
    run_wp: RunWp, small_path: Path, tmp_path: Path
) -> None:
    (tmp_path / "folder.json").mkdir()
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "small.json").write_bytes(small_path.read_bytes())
    done = run_wp("base", "list", "--plain", env={"WP_DATA": str(tmp_path)}, timeout=20)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\n") == 1


def test_a_full_disk_under_an_export(small_path: Path, tmp_path: Path, cache: Path) -> None:
    (tmp_path / "o.db").write_text("old")
    wp = Path(sys.executable).with_name("wp")
    line = f"ulimit -f 8; '{wp}' export -f sqlite --force -o o.db --facts '{small_path}'"
    done = subprocess.run(
        ["bash", "-c", line],
        cwd=tmp_path,
        # Python would keep a cut-off bytecode file for good.
        env={**os.environ, "WP_CACHE": str(cache), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert_one_clear_line(done, 2, "o.db: cannot be written: ")
    assert (tmp_path / "o.db").read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["o.db"]
